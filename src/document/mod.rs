//! Survey files: `*.kommunebenchmark.json`.
//!
//! Owns the envelope (format, version, app, time of saving), the version rules and the checks of
//! content. A newer version than this program knows is refused, never half-read; unknown keys
//! survive a round trip. Does not touch the file system or the browser, and has no clock: the
//! caller says when it is.
//!
//! Tables of answers, in Excel (`excel`) or pasted from it ([`block`]), stand on the same steps:
//!
//! | module | owns |
//! | --- | --- |
//! | [`words`], [`places`] | the words of answers, read and written |
//! | [`cell`] | what a cell holds, and that it cannot be used |
//! | [`columns`] | headings |
//! | [`identity`] | which activity a row is about |
//! | [`statement`] | what a row says, and the answer after it |
//! | [`rows`], [`table`] | a row and a whole table, read |
//! | [`tabbed`] | the text of a block |

mod check;
#[cfg(any(feature = "cli", feature = "documents"))]
pub mod contribution;
#[cfg(any(feature = "cli", feature = "documents"))]
pub mod csv;
pub mod description;
#[cfg(any(feature = "cli", feature = "documents"))]
pub mod excel;
#[cfg(any(feature = "cli", feature = "documents"))]
pub mod handed;
#[cfg(any(feature = "cli", feature = "documents"))]
pub mod html;
pub mod intake;
#[cfg(any(feature = "cli", feature = "documents"))]
pub mod merge;
pub mod preview;
#[cfg(feature = "cli")]
pub mod results;
#[cfg(any(feature = "cli", feature = "documents"))]
pub mod sheet;
pub mod table;
#[cfg(any(feature = "cli", feature = "documents"))]
pub mod tables;
#[cfg(any(feature = "cli", feature = "documents"))]
pub mod workbook;

use serde::Serialize;
use serde_json::Value;

use crate::domain::assessment::Assessment;
use crate::json;

pub use check::{Problem, check};

/// The name of the format, first key of every file.
pub const FORMAT: &str = "kommunebenchmark";
/// The newest version of the format that this build reads and the one it writes.
pub const VERSION: u32 = 1;

/// A file as it stands.
#[derive(Serialize)]
struct Envelope<A> {
    format: String,
    version: u32,
    #[serde(skip_serializing_if = "Option::is_none")]
    app: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    saved_at: Option<String>,
    #[serde(flatten)]
    assessment: A,
}

/// Why a text is no survey that can be opened.
#[derive(Clone, Debug, PartialEq)]
pub enum ReadError {
    /// Not JSON at all.
    NotJson {
        /// Line of the first fault, from 1.
        line: usize,
        /// Column of the first fault, from 1.
        column: usize,
    },
    /// JSON, but not a file of this program.
    OtherFormat,
    /// Made by a newer version of this program.
    TooNew {
        /// The version of the file.
        version: u64,
    },
    /// Parts of the content are not what they must be.
    Content(Vec<Problem>),
}

impl std::fmt::Display for ReadError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::NotJson { line, column } => {
                write!(f, "$: not JSON (line {line}, column {column})")
            }
            Self::OtherFormat => write!(f, "$.format: not \"{FORMAT}\""),
            Self::TooNew { version } => write!(
                f,
                "$.version: {version} is newer than this program knows ({VERSION})"
            ),
            Self::Content(problems) => {
                for (index, problem) in problems.iter().enumerate() {
                    if index > 0 {
                        f.write_str("\n")?;
                    }
                    write!(f, "{problem}")?;
                }
                Ok(())
            }
        }
    }
}

impl std::error::Error for ReadError {}

impl ReadError {
    /// What is wrong, where, and what to do, as the app says it: whole sentences in Danish.
    #[must_use]
    pub fn danish(&self) -> String {
        match self {
            Self::NotJson { line, column } => format!(
                "Filen er ikke hel: Den kan ikke læses fra linje {line}, tegn {column}. Hent den igen, hvor den kom fra."
            ),
            Self::OtherFormat => {
                "Filen er ikke en besvarelse fra Kommunebenchmark. Vælg en fil, der ender på .kommunebenchmark.json."
                    .to_owned()
            }
            Self::TooNew { version } => format!(
                "Filen er lavet med en nyere udgave af Kommunebenchmark (format {version}). Genindlæs siden, og åbn filen igen."
            ),
            Self::Content(problems) => {
                let place = problems.first().map_or("$", |one| one.path.as_str());
                let more = match problems.len() {
                    0 | 1 => String::new(),
                    2 => " og ét sted mere".to_owned(),
                    n => format!(" og {} steder mere", n - 1),
                };
                format!(
                    "Filen er en besvarelse, men der er fejl i den ved »{place}«{more}. Hent den igen, hvor den kom fra."
                )
            }
        }
    }
}

/// Writes an assessment as a file.
///
/// # Panics
/// Never: an assessment always has a JSON form.
#[must_use]
pub fn write(assessment: &Assessment, app: &str, saved_at: &str) -> String {
    let envelope = Envelope {
        format: FORMAT.to_owned(),
        version: VERSION,
        app: Some(app.to_owned()),
        saved_at: Some(saved_at.to_owned()),
        assessment,
    };
    serde_json::to_string(&envelope).expect("an assessment has a JSON form")
}

/// A file that has been read.
#[derive(Clone, Debug, PartialEq)]
pub struct Opened {
    /// What it holds.
    pub assessment: Assessment,
    /// The version of the program that wrote it.
    pub app: Option<String>,
    /// When it was written, as an RFC 3339 time.
    pub saved_at: Option<String>,
}

/// Reads a file and checks its content.
///
/// # Errors
/// Says why the text cannot be opened; for content, every problem with its JSON path.
pub fn read(text: &str) -> Result<Assessment, ReadError> {
    open(text).map(|opened| opened.assessment)
}

/// As [`read`], with what the envelope says.
///
/// # Errors
/// As [`read`].
pub fn open(text: &str) -> Result<Opened, ReadError> {
    let value = json::value(text).map_err(|error| ReadError::NotJson {
        line: error.line(),
        column: error.column(),
    })?;
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(ReadError::OtherFormat);
    }
    let version = value
        .get("version")
        .and_then(Value::as_u64)
        .unwrap_or_default();
    if version > u64::from(VERSION) {
        return Err(ReadError::TooNew { version });
    }
    let problems = check(&value);
    if !problems.is_empty() {
        return Err(ReadError::Content(problems));
    }
    let mut assessment: Assessment = json::from_value(&value).map_err(|error| {
        ReadError::Content(vec![Problem {
            path: "$".to_owned(),
            text: error.to_string(),
        }])
    })?;
    // The envelope is written anew each time; it is no content.
    let [app, saved_at, ..] = ["app", "saved_at", "format", "version"].map(|key| {
        let value = assessment.extra.remove(key)?;
        value.as_str().map(str::to_owned)
    });
    assessment.tidy();
    Ok(Opened {
        assessment,
        app,
        saved_at,
    })
}
