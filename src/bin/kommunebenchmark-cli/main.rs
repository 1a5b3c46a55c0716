//! KL's companion on the command line: the same library as the app, without a browser.
//!
//! Exit code 0 is success, 1 a file that cannot be read or written, 2 a file whose content is not
//! valid (one line per problem, with its JSON path), files that do not belong together or a wrong
//! call, 3 a merge that a person must decide (one line per conflict; nothing is written).

mod clock;
mod contribution;
mod export;
mod files;
mod inspect;
mod merge;
mod peers;
mod rounds;
mod table;
mod validate;

use std::fs;
use std::io::Write as _;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};
use serde_json::{Value, json};

use kommunebenchmark::document::results::results;
use kommunebenchmark::document::{self, ReadError};
use kommunebenchmark::domain::assessment::{Assessment, Round};
use kommunebenchmark::domain::catalogue::texts::{AreaTexts, Header};
use kommunebenchmark::peers::summary::Own;
use kommunebenchmark::peers::{Comparison, Dataset, Summary, compare, summarise, synthesis};
use kommunebenchmark::scoring::{self, Scorecard};

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
        #[arg(long, value_enum, default_value_t = ScoreFormat::Table)]
        format: ScoreFormat,
    },
    /// Write the results of a survey file as tables: all in one .xlsx, or one as .csv or .html.
    Results(export::Arguments),
    /// Check surveys, contributions and datasets; says nothing about a valid one.
    Validate {
        /// Files, folders with them, @LIST for a file with a name a line, - for names on stdin.
        #[arg(required = true)]
        files: Vec<PathBuf>,
    },
    /// Say what changed from one round of a survey to another.
    Rounds {
        /// A file *.kommunebenchmark.json.
        file: PathBuf,
        /// The earlier round's id; without it the one before the later round.
        #[arg(long)]
        before: Option<String>,
        /// The later round's id; without it the newest.
        #[arg(long)]
        after: Option<String>,
        /// How to write the result.
        #[arg(long, value_enum, default_value_t = Format::Table)]
        format: Format,
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
    /// Make what a municipality hands over to a dataset of municipalities.
    Contribution(contribution::Call),
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
    /// Make a dataset of real municipalities from what they hand over.
    Build(peers::Call),
    /// Say what a dataset is and holds.
    Inspect {
        /// klk-2017, model, or a file of peers.
        file: String,
    },
}

#[derive(Clone, Copy, ValueEnum)]
enum Format {
    Json,
    Table,
}

#[derive(Clone, Copy, ValueEnum)]
enum ScoreFormat {
    Json,
    Table,
    Csv,
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
        Command::Results(arguments) => export::results(&arguments),
        Command::Rounds {
            file,
            before,
            after,
            format,
        } => change(&file, before.as_deref(), after.as_deref(), format),
        Command::Validate { files } => validate::validate(&files),
        Command::Merge(arguments) => merge::merge(&arguments),
        Command::Catalogue { format } => catalogue(format),
        Command::Contribution(call) => contribution::make(&call),
        Command::Peers(PeersCommand::Synthesize { seed }) => synthesize(seed),
        Command::Peers(PeersCommand::Build(call)) => peers::build(&call),
        Command::Peers(PeersCommand::Inspect { file }) => {
            read_peers(&file).map(|dataset| inspect::text(&dataset))
        }
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

fn write_file(path: &Path, text: &str) -> Result<(), Failure> {
    fs::write(path, text)
        .map_err(|error| Failure::File(format!("writing {}: {error}", path.display())))
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

/// A survey scored and compared.
struct Scored {
    assessment: Assessment,
    summary: Summary,
    scorecard: Scorecard,
    comparison: Comparison,
}

impl Scored {
    fn read(file: &Path, peers: &str) -> Result<Self, Failure> {
        let assessment = read_survey(file)?;
        let dataset = read_peers(peers)?;
        let round = current(&assessment)?;
        let summary = summarise(&dataset, &Own::of(&assessment, round));
        let scorecard = scoring::score(round);
        let comparison = compare(&scorecard, &summary, assessment.example);
        Ok(Self {
            assessment,
            summary,
            scorecard,
            comparison,
        })
    }
}

fn current(assessment: &Assessment) -> Result<&Round, Failure> {
    assessment
        .current()
        .ok_or_else(|| Failure::Content("$.rounds: must hold at least one round".to_owned()))
}

fn score(file: &Path, peers: &str, format: ScoreFormat) -> Result<String, Failure> {
    let scored = Scored::read(file, peers)?;
    let Scored {
        summary,
        scorecard,
        comparison,
        ..
    } = &scored;
    Ok(match format {
        ScoreFormat::Json => to_json(&results(scorecard, summary, comparison)),
        ScoreFormat::Table => table::scores(scorecard, summary, comparison),
        ScoreFormat::Csv => export::deviations(&scored)?,
    })
}

fn change(
    file: &Path,
    before: Option<&str>,
    after: Option<&str>,
    format: Format,
) -> Result<String, Failure> {
    let assessment = read_survey(file)?;
    let change = rounds::compare(&assessment, before, after).map_err(Failure::Content)?;
    Ok(match format {
        Format::Json => to_json(&change),
        Format::Table => rounds::table(&change, assessment.example),
    })
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
