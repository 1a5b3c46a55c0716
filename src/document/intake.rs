//! What a file is, before anything is done with it.
//!
//! Owns the kinds of files that the app and the command line take, and their description in
//! Danish. Of contributions and peers it knows the name of the format only; of a survey it knows
//! whether it can be opened. Does not open workbooks: what is
//! wrong with one, its reader says best.

#[cfg(any(feature = "cli", feature = "documents"))]
mod recognition;

use serde::{Deserialize, Serialize};

#[cfg(any(feature = "cli", feature = "documents"))]
pub use recognition::recognise;

/// The kind of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A whole survey.
    Survey,
    /// A part of a survey, as it was sent: nothing new has been answered in it.
    PartSent,
    /// A part of a survey with new answers.
    PartReturned,
    /// A workbook: a form that was filled in, if anything of this program.
    Workbook,
    /// What a municipality gives to a dataset.
    Contribution,
    /// Other municipalities, to be compared with.
    Peers,
    /// A file of this program, made by a newer version of it.
    Newer,
    /// A survey file with faults in its content.
    Damaged,
    /// Something else.
    Unknown,
}

impl Kind {
    /// Whether its answers can be brought into a survey.
    #[must_use]
    pub const fn is_mergeable(self) -> bool {
        matches!(self, Self::Survey | Self::PartSent | Self::PartReturned)
    }
}

/// What a file is, as the app shows it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Intake {
    /// The kind of the file.
    pub kind: Kind,
    /// A few words of what it is, or what to do where it cannot be used.
    pub title: String,
    /// What it holds, one line each: municipality and years, coverage, function, times.
    pub lines: Vec<String>,
}
