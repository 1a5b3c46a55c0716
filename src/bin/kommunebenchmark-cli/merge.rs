//! `merge`: several files become one survey, or a list of what a person must decide.

use std::fmt::Write as _;
use std::fs;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use kommunebenchmark::document::merge::{self, Finding, Findings, Gathering};
use kommunebenchmark::document::{self, Opened};

use crate::{Failure, read_file};

#[derive(Args)]
pub struct Arguments {
    /// The survey first, then what is merged into it: surveys or returned parts.
    #[arg(required = true, num_args = 2..)]
    files: Vec<PathBuf>,
    /// Where to write the result.
    #[arg(short, long)]
    output: PathBuf,
    /// Settle conflicts: the first file's value stands (mine) or the latest of the others'
    /// (theirs). The other answer becomes a note in the comment.
    #[arg(long, value_enum)]
    prefer: Option<Prefer>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Prefer {
    Mine,
    Theirs,
}

impl From<Prefer> for merge::Prefer {
    fn from(prefer: Prefer) -> Self {
        match prefer {
            Prefer::Mine => Self::Mine,
            Prefer::Theirs => Self::Theirs,
        }
    }
}

pub fn merge(arguments: &Arguments) -> Result<String, Failure> {
    let opened: Vec<(&PathBuf, Opened)> = arguments
        .files
        .iter()
        .map(|file| open(file).map(|opened| (file, opened)))
        .collect::<Result<_, _>>()?;
    let Some(((_, mine), others)) = opened.split_first() else {
        return Err(Failure::Content("merge: no files".to_owned()));
    };
    let incoming = others
        .iter()
        .map(|(file, opened)| Gathering::of(&opened.assessment, &name(file)))
        .fold(Gathering::default(), Gathering::join);
    let findings = merge::find(&mine.assessment, &incoming)
        .map_err(|refusal| Failure::Content(format!("merge: {refusal}")))?;
    let conflicts: Vec<String> = findings.conflicts().map(line).collect();
    let prefer = match arguments.prefer {
        Some(prefer) => prefer.into(),
        None if conflicts.is_empty() => merge::Prefer::Mine,
        None => return Err(Failure::Conflicts(refusal(&conflicts))),
    };
    let mut merged = mine.assessment.clone();
    if let Some(edit) = findings.edit(prefer) {
        merged
            .apply(edit)
            .map_err(|error| Failure::Content(format!("merge: {error}")))?;
    }
    // The same files give the same result, byte for byte: it is as old as the newest of them.
    let saved_at = opened.iter().filter_map(|(_, one)| one.saved_at.as_deref());
    let saved_at = saved_at.max().unwrap_or_default();
    let text = document::write(&merged, env!("CARGO_PKG_VERSION"), saved_at);
    fs::write(&arguments.output, text).map_err(|error| {
        Failure::File(format!("writing {}: {error}", arguments.output.display()))
    })?;
    Ok(report(&findings, &conflicts))
}

fn open(file: &Path) -> Result<Opened, Failure> {
    document::open(&read_file(file)?).map_err(|error| {
        let problems = error.to_string();
        let lines = problems.lines();
        let named: Vec<String> = lines
            .map(|line| format!("{}: {line}", file.display()))
            .collect();
        Failure::Content(named.join("\n"))
    })
}

fn name(file: &Path) -> String {
    let name = file.file_name().unwrap_or(file.as_os_str());
    name.to_string_lossy().into_owned()
}

/// A conflict on one line: where, what the survey says, and what the others say.
fn line(conflict: &Finding) -> String {
    let values = conflict
        .item
        .choices
        .iter()
        .filter(|choice| choice.label != merge::BOTH)
        .map(|choice| format!("{}: {}", choice.label, choice.value));
    let values: Vec<String> = values.collect();
    let escaped = |c: char| if c.is_control() { ' ' } else { c };
    format!("{}: {}", conflict.place, values.join(" | "))
        .chars()
        .map(escaped)
        .collect()
}

fn refusal(conflicts: &[String]) -> String {
    let count = conflicts.len();
    format!(
        "{}\n{count} to decide; nothing was written. Merge in the app, or give --prefer mine or \
         --prefer theirs.",
        conflicts.join("\n")
    )
}

fn report(findings: &Findings, conflicts: &[String]) -> String {
    let mut text = String::new();
    let taken = findings.findings.len() - conflicts.len();
    let _ = writeln!(text, "taken: {taken}, the same: {}", findings.same);
    for conflict in conflicts {
        let _ = writeln!(text, "settled: {conflict}");
    }
    for note in &findings.notes {
        let _ = writeln!(text, "note: {note}");
    }
    text
}
