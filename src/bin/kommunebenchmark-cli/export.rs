//! Results as files: a workbook with every table, or one table as CSV or HTML.

use std::path::{Path, PathBuf};
use std::time::{SystemTime, UNIX_EPOCH};

use clap::{Args, ValueEnum};

use kommunebenchmark::document::tables::{Beside, Kind, Source, all, table};
use kommunebenchmark::document::workbook::{Properties, write as write_workbook};
use kommunebenchmark::document::{csv, html};

use super::{Failure, Scored, current};

/// What is written, and where.
#[derive(Args)]
pub struct Arguments {
    /// A file *.kommunebenchmark.json.
    file: PathBuf,
    /// The file to write; its ending says how: .xlsx, .csv or .html.
    #[arg(short, long)]
    output: PathBuf,
    /// klk-2017, model, or a file of peers.
    #[arg(long, default_value = "klk-2017")]
    peers: String,
    /// The table of a .csv or .html; an .xlsx holds them all unless one is named.
    #[arg(long, value_enum)]
    table: Option<TableName>,
}

/// The tables by their stable names.
#[derive(Clone, Copy, ValueEnum)]
enum TableName {
    Scores,
    Deviations,
    Resources,
    Answers,
    Staff,
    Units,
    UnitAnswers,
    Plan,
    PlanYears,
    PlanTrace,
}

impl TableName {
    const fn kind(self) -> Kind {
        match self {
            Self::Scores => Kind::Scores,
            Self::Deviations => Kind::Deviations,
            Self::Resources => Kind::Resources,
            Self::Answers => Kind::Answers,
            Self::Staff => Kind::Staff,
            Self::Units => Kind::Units,
            Self::UnitAnswers => Kind::UnitAnswers,
            Self::Plan => Kind::Plan,
            Self::PlanYears => Kind::PlanYears,
            Self::PlanTrace => Kind::PlanTrace,
        }
    }
}

fn source(scored: &Scored) -> Result<Source<'_>, Failure> {
    Ok(Source {
        assessment: &scored.assessment,
        round: current(&scored.assessment)?,
        scorecard: &scored.scorecard,
        group: Some(Beside {
            summary: &scored.summary,
            comparison: &scored.comparison,
        }),
    })
}

/// The table of deviations as CSV.
pub fn deviations(scored: &Scored) -> Result<String, Failure> {
    Ok(csv::write(&table(Kind::Deviations, &source(scored)?)))
}

/// Writes the file; says nothing when it is written.
pub fn results(arguments: &Arguments) -> Result<String, Failure> {
    let scored = Scored::read(&arguments.file, &arguments.peers)?;
    let source = source(&scored)?;
    let bytes = match (ending(&arguments.output), arguments.table) {
        ("xlsx", chosen) => {
            let tables = match chosen {
                Some(name) => vec![table(name.kind(), &source)],
                None => all(&source),
            };
            workbook(&source, &tables)?
        }
        ("csv", Some(name)) => csv::write(&table(name.kind(), &source)).into_bytes(),
        ("html", Some(name)) => html::write(&table(name.kind(), &source)).into_bytes(),
        ("csv" | "html", None) => {
            return Err(Failure::Content(format!(
                "{}: holds one table; name it with --table",
                arguments.output.display()
            )));
        }
        _ => {
            return Err(Failure::Content(format!(
                "{}: the name must end in .xlsx, .csv or .html",
                arguments.output.display()
            )));
        }
    };
    std::fs::write(&arguments.output, bytes).map_err(|error| {
        Failure::File(format!("writing {}: {error}", arguments.output.display()))
    })?;
    Ok(String::new())
}

fn ending(path: &Path) -> &str {
    path.extension()
        .and_then(|ending| ending.to_str())
        .unwrap_or_default()
}

fn workbook(
    source: &Source<'_>,
    tables: &[kommunebenchmark::document::table::Table],
) -> Result<Vec<u8>, Failure> {
    let now = SystemTime::now().duration_since(UNIX_EPOCH);
    let made = now.map_or(0, |since| since.as_secs());
    let name = source
        .assessment
        .municipality
        .as_ref()
        .map_or("", |one| one.name.as_str());
    let title = format!("Kommunebenchmark: {name} {}", source.round.year);
    let properties = Properties {
        title: &title,
        made: i64::try_from(made).unwrap_or_default(),
    };
    write_workbook(tables, &properties).map_err(|error| Failure::Content(error.to_string()))
}
