//! `validate`: every problem of surveys, contributions and datasets.

use std::path::{Path, PathBuf};

use serde_json::Value;

use kommunebenchmark::document;
use kommunebenchmark::domain::assessment::Assessment;
use kommunebenchmark::domain::decisions;
use kommunebenchmark::peers::{Dataset, contribution, dataset};

use crate::{Failure, files, read_file};

/// The format that a text says it has.
pub fn format_of(text: &str) -> Option<String> {
    let value: Value = serde_json::from_str(text).ok()?;
    value.get("format")?.as_str().map(str::to_owned)
}

pub fn validate(arguments: &[PathBuf]) -> Result<String, Failure> {
    let files = files::expand(arguments)?;
    let mut problems = Vec::new();
    for file in &files {
        match check(file) {
            Ok(()) => {}
            Err(Failure::Content(text)) => {
                let name = match files.len() {
                    1 => String::new(),
                    _ => format!("{}: ", file.display()),
                };
                problems.extend(text.lines().map(|line| format!("{name}{line}")));
            }
            Err(failure) => return Err(failure),
        }
    }
    if problems.is_empty() {
        Ok(String::new())
    } else {
        Err(Failure::Content(problems.join("\n")))
    }
}

/// What is no format of this program is reported as a survey that cannot be read.
fn check(file: &Path) -> Result<(), Failure> {
    let text = read_file(file)?;
    let failure = match format_of(&text).as_deref() {
        Some(contribution::FORMAT) => document::contribution::read(&text)
            .err()
            .map(|problems| lines(&problems)),
        Some(dataset::FORMAT) => Dataset::read(&text)
            .err()
            .map(|error| format!("$: {error}")),
        _ => match document::read(&text) {
            Err(error) => Some(error.to_string()),
            Ok(survey) => unread(&survey),
        },
    };
    failure.map_or(Ok(()), |text| Err(Failure::Content(text)))
}

/// What of the plan means nothing to this version. The app opens such a file and keeps it; whoever
/// made it wants to know.
fn unread(survey: &Assessment) -> Option<String> {
    let (_, unread) = decisions::read(&survey.plan);
    let lines: Vec<String> = unread
        .iter()
        .map(|one| format!("$.plan.{}: {}", one.path.join("."), one.why))
        .collect();
    (!lines.is_empty()).then(|| lines.join("\n"))
}

/// One line per problem.
pub fn lines(problems: &[document::Problem]) -> String {
    let lines: Vec<String> = problems.iter().map(ToString::to_string).collect();
    lines.join("\n")
}
