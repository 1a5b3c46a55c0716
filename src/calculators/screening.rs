//! C07: which processes suit a robot best.
//!
//! The sources name the criteria (004 p. 26-27) and one limit (København: nothing below 0.25 FTE,
//! 002 slide 46), but no questions and weights: those are this project's own, in `screening.json`,
//! and the municipality can weigh anew. A criterion that is not rated is left out of the mean and
//! counted as missing; FTE that are not known exclude nothing.
//!
//! Owns the data and the ranking. Puts no money on a process; that is a business case.

mod ranking;

use std::sync::OnceLock;

use serde::Deserialize;

use crate::domain::ids::AreaId;
use crate::domain::source::Source;
use crate::json;
use crate::proposals::Basis;

pub use ranking::{MIDDLE, Reason, Screened, Size, rank};

/// The best rating of a criterion; the least is 0.
pub const BEST: u8 = 3;
/// The largest weight that a municipality can give; a larger one counts as this.
pub const HEAVIEST: u8 = 10;

/// Something that speaks for a robot.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Criterion {
    /// Stable id.
    pub id: String,
    /// What it is, for users.
    pub title: String,
    /// What is asked.
    pub question: String,
    /// What the ratings 0 to 3 mean.
    pub anchors: [String; 4],
    /// How much it counts unless the municipality weighs anew.
    pub weight: u8,
}

/// Below this a process is not worth a robot.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Threshold {
    /// FTE on the process.
    pub fte: f64,
    /// Why, for users.
    pub why: String,
    /// Where it stands.
    pub source: Source,
}

/// A process that KLK's catalogue names as suited.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Candidate {
    /// Stable id.
    pub id: String,
    /// What it is, for users.
    pub title: String,
    /// The areas that it belongs to; empty where it belongs to none of them in particular.
    pub areas: Vec<AreaId>,
    /// How the areas are known.
    pub basis: Basis,
}

/// Everything of the screening that is data.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Screening {
    /// Its title.
    pub title: String,
    /// Where criteria and limit are named.
    pub sources: Vec<Source>,
    /// What is this project's own.
    pub note: String,
    /// The limit.
    pub threshold: Threshold,
    /// The criteria in order.
    pub criteria: Vec<Criterion>,
    /// What must be known of the candidates.
    pub candidates_note: String,
    /// Where the candidates stand.
    pub candidates_source: Source,
    /// Processes to begin with.
    pub candidates: Vec<Candidate>,
    /// The heading of the examples.
    pub examples_title: String,
    /// What must be known of them.
    pub examples_note: String,
    /// Where the examples stand.
    pub examples_source: Source,
    /// Processes that robots do.
    pub examples: Vec<String>,
}

/// The screening.
///
/// # Panics
/// Never: the bundled file is checked by a test.
#[must_use]
pub fn screening() -> &'static Screening {
    static SCREENING: OnceLock<Screening> = OnceLock::new();
    SCREENING.get_or_init(|| json::read(include_str!("screening.json")).expect("checked by a test"))
}
