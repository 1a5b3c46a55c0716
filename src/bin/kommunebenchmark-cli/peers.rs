//! `peers build`: a dataset of real municipalities from what they hand over.
//!
//! Reads one file at a time, so that ten thousand need no more memory than their rows.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};
use serde_json::Value;

use kommunebenchmark::document;
use kommunebenchmark::domain::catalogue;
use kommunebenchmark::peers::build::{Builder, Naming, Report, Suppressed, Title};
use kommunebenchmark::peers::classes::Class;
use kommunebenchmark::peers::{Dataset, contribution};

use crate::{Failure, files, read_file, validate, write_file};

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    /// Anonymous municipalities.
    Public,
    /// Municipalities by name, each with recorded consent.
    Network,
}

#[derive(Args)]
pub struct Call {
    /// Contributions or surveys: files, folders with them, @LIST for a file with a name a line, -
    /// for names on stdin.
    #[arg(required = true)]
    files: Vec<PathBuf>,
    /// Where the dataset is written.
    #[arg(short, long)]
    output: PathBuf,
    /// Anonymous or named.
    #[arg(long, value_enum)]
    kind: Kind,
    /// The year; only contributions of that year count.
    #[arg(long)]
    year: u16,
    /// Stable id; kommuner-YEAR or netvaerk-YEAR unless given.
    #[arg(long)]
    id: Option<String>,
    /// Danish title; made of the year unless given.
    #[arg(long)]
    title: Option<String>,
    /// The edition of the dataset.
    #[arg(long, default_value = "1")]
    edition: String,
    /// Where the numbers come from, in Danish.
    #[arg(long, default_value = "Kommunernes egne bidrag")]
    source: String,
}

impl Call {
    fn title(&self) -> Title {
        let year = self.year;
        let (naming, id, title) = match self.kind {
            Kind::Public => (Naming::Anonymous, "kommuner", "Kommuner"),
            Kind::Network => (Naming::Named, "netvaerk", "Netværk"),
        };
        Title {
            naming,
            id: self.id.clone().unwrap_or_else(|| format!("{id}-{year}")),
            title: self
                .title
                .clone()
                .unwrap_or_else(|| format!("{title} {year}")),
            edition: self.edition.clone(),
            source: self.source.clone(),
            year,
        }
    }
}

pub fn build(call: &Call) -> Result<String, Failure> {
    let mut builder = Builder::new(call.title());
    let mut problems = Vec::new();
    for file in files::expand(&call.files)? {
        let name = file.display().to_string();
        match offer(&mut builder, &file, &name) {
            Ok(()) => {}
            Err(Failure::Content(text)) => {
                problems.extend(text.lines().map(|line| format!("{name}: {line}")));
            }
            Err(failure) => return Err(failure),
        }
    }
    // A municipality that is missing because its file is broken would be lost without a word.
    if !problems.is_empty() {
        problems.push("nothing is written: correct these files or leave them out".to_owned());
        return Err(Failure::Content(problems.join("\n")));
    }
    let (dataset, report) = builder.finish().map_err(|few| {
        Failure::Content(format!(
            "{}nothing is written: {} municipalities count, {} are needed",
            text_of(&few.report),
            few.report.municipalities,
            few.needed
        ))
    })?;
    let text = serde_json::to_string(&dataset)
        .map(|text| text + "\n")
        .map_err(|error| Failure::Content(error.to_string()))?;
    Dataset::read(&text).map_err(|error| Failure::Content(error.to_string()))?;
    write_file(&call.output, &text)?;
    eprint!("{}", text_of(&report));
    Ok(String::new())
}

fn offer(builder: &mut Builder, file: &Path, name: &str) -> Result<(), Failure> {
    let text = read_file(file)?;
    if validate::format_of(&text).as_deref() == Some(contribution::FORMAT) {
        let contribution = document::contribution::read(&text)
            .map_err(|problems| Failure::Content(validate::lines(&problems)))?;
        builder.add(name, &contribution);
        return Ok(());
    }
    let survey = document::read(&text).map_err(|error| Failure::Content(error.to_string()))?;
    let value: Value = serde_json::from_str(&text).unwrap_or_default();
    let saved_at = value.get("saved_at").and_then(Value::as_str);
    builder.add_survey(name, &survey, saved_at.unwrap_or_default());
    Ok(())
}

fn text_of(report: &Report) -> String {
    let mut text = format!(
        "{} files, {} municipalities\n",
        report.files, report.municipalities
    );
    for (file, reason) in &report.refused {
        let _ = writeln!(text, "refused: {file}: {reason}");
    }
    for (kept, other) in &report.replaced {
        let _ = writeln!(text, "counted once: {kept} instead of {other}");
    }
    text + &text_of_suppressed(&report.suppressed)
}

fn text_of_suppressed(suppressed: &Suppressed) -> String {
    let mut text = String::new();
    for class in Class::ALL {
        if let Some(n) = suppressed.classes.get(&class) {
            let key = class.key();
            let _ = writeln!(
                text,
                "not shown: {key} of {n} municipalities: fewer than 3 share the combination"
            );
        }
    }
    for &(area, n) in &suppressed.areas {
        let title = catalogue::area(area).map_or("", |area| area.title);
        let _ = writeln!(text, "not shown: {area} {title}: only {n} municipalities");
    }
    for (n, what) in [
        (
            suppressed.rates,
            "rates of areas: fewer than 3 from half to double of it, or they tell more of the size \
             than the class",
        ),
        (
            suppressed.rate_totals,
            "rates of domains: for the same reason, or the rate of an area could be computed",
        ),
        (suppressed.bars, "bars: fewer than 3 municipalities"),
        (
            suppressed.other_bars,
            "larger bars: a smaller one could be computed from the total",
        ),
    ] {
        if n > 0 {
            let _ = writeln!(text, "not shown: {n} {what}");
        }
    }
    text
}
