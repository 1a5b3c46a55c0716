//! What a file is that somebody hands in.
//!
//! Owns the shape of the finding, which the app shows before anything is done with the file.

use serde::{Deserialize, Serialize};

/// What a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum FileKind {
    /// A whole survey.
    Survey,
    /// A part of a survey, to be answered or answered.
    Part,
    /// A filled-in workbook.
    Form,
    /// A dataset of other municipalities.
    Peers,
    /// What a municipality hands to KL.
    Contribution,
    /// Nothing that can be used; the facts say why.
    Unknown,
}

/// One file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Recognised {
    /// What it is.
    pub kind: FileKind,
    /// The id of the survey that it comes from; empty where it has none.
    pub survey: String,
    /// The municipality's official code.
    pub code: Option<u16>,
    /// What is in it, in Danish, one fact each: municipality, year, how much is answered, when it
    /// was saved.
    pub facts: Vec<String>,
}
