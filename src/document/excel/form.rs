//! The form: what is asked for, how its sheets are called, and the facts that it carries hidden.
//!
//! Shared by the writer and the reader. Does not know cells.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use crate::domain::assessment::Round;
use crate::domain::catalogue::texts::{AreaTexts, Header};
use crate::domain::ids::{ActivityId, RoundId, UnitId};

/// The name of the format, in the hidden sheet.
pub const FORMAT: &str = "kommunebenchmark-skema";
/// The newest version of the form that this build reads and the one it writes.
pub const VERSION: u32 = 1;
/// The sheet that tells how to answer.
pub const GUIDE: &str = "Vejledning";
/// The hidden sheet with the facts and the lists of answers.
pub const HIDDEN: &str = "_kommunebenchmark";

/// What is asked for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormOptions {
    /// The survey's id.
    pub survey: String,
    /// The municipality, as it is shown: `Aarhus Kommune`.
    pub municipality: String,
    /// The round that is answered, with today's answers and the names of the levels.
    pub round: Round,
    /// Who answers.
    pub unit: UnitId,
    /// The activities that are asked.
    pub activities: BTreeSet<ActivityId>,
    /// Today's answers stand in the form; else it is empty.
    pub with_answers: bool,
    /// The form's title.
    pub title: String,
    /// The function that is asked to answer.
    pub function: Option<String>,
    /// When it is to be sent back, as it is shown.
    pub deadline: Option<String>,
    /// A message to those who answer.
    pub note: Option<String>,
    /// When the form is made, an RFC 3339 time in UTC: `2026-11-22T10:15:00Z`.
    pub made: String,
}

/// The long texts of the catalogue that a form needs.
#[derive(Clone, Copy, Debug)]
pub struct FormTexts<'a> {
    /// The catalogue's header.
    pub header: &'a Header,
    /// The areas of the chosen activities, and any others.
    pub areas: &'a [AreaTexts],
}

/// What a form says of itself, if its hidden sheet is still there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Facts {
    /// The survey's id.
    pub survey: String,
    /// The round.
    pub round: RoundId,
    /// Who answers.
    pub unit: UnitId,
    /// When the form was made, an RFC 3339 time.
    pub made: String,
}

/// The keys of the facts, in the order in which they are written.
pub(super) const KEYS: [&str; 7] = [
    "format",
    "version",
    "catalogue",
    "survey",
    "round",
    "unit",
    "made",
];
