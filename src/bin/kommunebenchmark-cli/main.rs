//! KL's companion on the command line: the same library as the app, without a browser.
//!
//! Exit code 0 is success, 1 a file that cannot be read or written, 2 a file whose content is not
//! valid (one line per problem, with its JSON path), files that do not belong together or a wrong
//! call, 3 a merge that a person must decide (one line per conflict; nothing is written).

mod merge;
mod table;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use serde_json::{Value, json};

use kommunebenchmark::document::results::results;
use kommunebenchmark::document::{self, ReadError};
use kommunebenchmark::domain::assessment::Assessment;
use kommunebenchmark::domain::catalogue::texts::{AreaTexts, Header};
use kommunebenchmark::peers::summary::Own;
use kommunebenchmark::peers::{Dataset, compare, summarise, synthesis};
use kommunebenchmark::scoring;

include!(concat!(env!("OUT_DIR"), "/catalogue_files.rs"));

const KLK_2017: &str = include_str!("../../../public/data/peers.json");
const MODEL: &str = include_str!("../../../public/data/peers-model.json");

#[derive(Parser)]
#[command(
    version,
    about = "Scores, checks and peers of Kommunebenchmark, without a browser"
)]
struct Call {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Score a survey file and compare it.
    Score {
        /// A file *.kommunebenchmark.json.
        file: PathBuf,
        /// klk-2017, model, or a file of peers.
        #[arg(long, default_value = "klk-2017")]
        peers: String,
        /// How to write the result.
        #[arg(long, value_enum, default_value_t = Format::Table)]
        format: Format,
    },
    /// Check survey files; says nothing about a valid one.
    Validate {
        /// Files *.kommunebenchmark.json.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Bring together the answers of several files.
    ///
    /// The first file is the survey that the others are merged into. Where two say different
    /// things, the conflicts are listed, nothing is written and the exit code is 3.
    Merge(merge::Arguments),
    /// Write the catalogue of activities.
    Catalogue {
        /// How to write it.
        #[arg(long, value_enum, default_value_t = Format::Table)]
        format: Format,
    },
    /// Datasets of other municipalities.
    #[command(subcommand)]
    Peers(PeersCommand),
}

#[derive(Subcommand)]
enum PeersCommand {
    /// Make the invented municipalities from a seed number.
    Synthesize {
        /// The same number gives the same dataset.
        #[arg(long)]
        seed: u64,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Json,
    Table,
}

/// Why the command ends without a result.
enum Failure {
    /// A file cannot be read or written.
    File(String),
    /// The content of a file is not valid.
    Content(String),
    /// A person must decide.
    Conflicts(String),
}

fn main() -> ExitCode {
    let outcome = match Call::parse().command {
        Command::Score {
            file,
            peers,
            format,
        } => score(&file, &peers, format),
        Command::Validate { files } => validate(&files),
        Command::Merge(arguments) => merge::merge(&arguments),
        Command::Catalogue { format } => catalogue(format),
        Command::Peers(PeersCommand::Synthesize { seed }) => synthesize(seed),
    };
    match outcome {
        Ok(text) => match std::io::stdout().lock().write_all(text.as_bytes()) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("writing the result: {error}");
                ExitCode::from(1)
            }
        },
        Err(Failure::File(text)) => {
            eprintln!("{text}");
            ExitCode::from(1)
        }
        Err(Failure::Content(text)) => {
            eprintln!("{text}");
            ExitCode::from(2)
        }
        Err(Failure::Conflicts(text)) => {
            eprintln!("{text}");
            ExitCode::from(3)
        }
    }
}

fn read_file(path: &Path) -> Result<String, Failure> {
    let bytes = fs::read(path)
        .map_err(|error| Failure::File(format!("reading {}: {error}", path.display())))?;
    String::from_utf8(bytes)
        .map_err(|error| Failure::Content(format!("$: not UTF-8 text ({error})")))
}

fn read_survey(path: &Path) -> Result<Assessment, Failure> {
    document::read(&read_file(path)?)
        .map_err(|error: ReadError| Failure::Content(error.to_string()))
}

fn read_peers(name: &str) -> Result<Dataset, Failure> {
    let text = match name {
        "klk-2017" => KLK_2017.to_owned(),
        "model" => MODEL.to_owned(),
        file => read_file(Path::new(file))?,
    };
    Dataset::read(&text).map_err(|error| Failure::Content(format!("peers {name}: {error}")))
}

fn score(file: &Path, peers: &str, format: Format) -> Result<String, Failure> {
    let assessment = read_survey(file)?;
    let dataset = read_peers(peers)?;
    let round = assessment
        .current()
        .ok_or_else(|| Failure::Content("$.rounds: must hold at least one round".to_owned()))?;
    let own = Own::of(&assessment);
    let summary = summarise(&dataset, &own);
    let scorecard = scoring::score(round);
    let comparison = compare(&scorecard, &summary, assessment.example);
    Ok(match format {
        Format::Json => to_json(&results(&scorecard, &summary, &comparison)),
        Format::Table => table::scores(&scorecard, &summary, &comparison),
    })
}

fn validate(files: &[PathBuf]) -> Result<String, Failure> {
    let mut problems = Vec::new();
    for file in files {
        match read_survey(file) {
            Ok(_) => {}
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

fn catalogue(format: Format) -> Result<String, Failure> {
    let broken = |error| Failure::Content(format!("the bundled catalogue: {error}"));
    let header: Header = serde_json::from_str(HEADER).map_err(broken)?;
    let areas: Vec<AreaTexts> = AREA_FILES
        .iter()
        .map(|text| serde_json::from_str(text).map_err(broken))
        .collect::<Result<_, _>>()?;
    Ok(match format {
        Format::Table => table::catalogue(&areas),
        Format::Json => {
            let domains: Vec<Value> = header
                .domains
                .iter()
                .map(|domain| {
                    let areas: Vec<&AreaTexts> = areas
                        .iter()
                        .filter(|area| area.id.domain == domain.id)
                        .collect();
                    json!({"id": domain.id, "title": domain.title, "areas": areas})
                })
                .collect();
            to_json(&json!({
                "catalogue": header.version,
                "title": header.title,
                "made": header.made,
                "families": header.families,
                "process": header.process,
                "answered_by": header.answered_by,
                "domains": domains,
            }))
        }
    })
}

fn synthesize(seed: u64) -> Result<String, Failure> {
    let dataset = synthesis::synthesize(&synthesis::assumptions(), seed);
    serde_json::to_string(&dataset)
        .map(|text| text + "\n")
        .map_err(|error| Failure::Content(error.to_string()))
}

fn to_json<T: serde::Serialize>(value: &T) -> String {
    let mut text = serde_json::to_string_pretty(value).unwrap_or_default();
    text.push('\n');
    text
}
