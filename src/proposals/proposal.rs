//! One proposal: its texts, what it demands, which areas and dimensions it moves.
//!
//! Plain data. The assessments, the inferred areas and whether it is still relevant are this
//! project's own; every other text names its source.

use serde::Deserialize;

use crate::domain::decisions::{ModelId, ProposalId};
use crate::domain::ids::AreaId;
use crate::domain::rating::Dimension;

use crate::domain::source::Source;

/// Who proposed it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// The programme of modernisation (MEP), 16 efforts (002 slides 26-29).
    Mep,
    /// KLK's catalogue, ten that this project selected (004 pages 15-53).
    Klk,
}

/// What kind of change it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// MEP 1-6.
    Simplification,
    /// MEP 7-13.
    Automation,
    /// MEP 14-16.
    Organisation,
    /// Of KLK's catalogue.
    Klk,
}

/// What a proposal is meant to move.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Aim {
    /// Where the work is done.
    Centralisation,
    /// How digital the flow is.
    Process,
    /// How digital the solving of the task is.
    Solution,
    /// How many FTE it takes. Has no score, so that no gap is seen in it.
    Resources,
}

impl Aim {
    /// The dimension that is scored; none of the resources.
    #[must_use]
    pub const fn dimension(self) -> Option<Dimension> {
        match self {
            Self::Centralisation => Some(Dimension::Centralisation),
            Self::Process => Some(Dimension::Process),
            Self::Solution => Some(Dimension::Solution),
            Self::Resources => None,
        }
    }
}

/// How well it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Basis {
    /// A source says it.
    Stated,
    /// This project concluded it.
    Inferred,
}

/// An answer that is not always yes or no.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Relevance {
    /// Yes.
    Yes,
    /// In part.
    Partly,
    /// No.
    No,
}

/// Whether it still makes sense in 2026: this project's own judgement.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StillRelevant {
    /// The judgement.
    pub answer: Relevance,
    /// Why, in Danish.
    pub why: String,
}

/// Something that must be in place.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Precondition {
    /// Stable in the proposal; actions tick it off by this.
    pub id: String,
    /// In Danish.
    pub text: String,
    /// Who says so.
    #[serde(default)]
    pub source: Vec<Source>,
    /// This project's own reading.
    #[serde(default)]
    pub own: bool,
}

/// What it is said to give.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Effect {
    /// In Danish; says so where the sources give no figure.
    pub text: String,
    /// The lowest figure, in `unit`.
    pub low: Option<f64>,
    /// The highest figure, in `unit`.
    pub high: Option<f64>,
    /// What the figures count, in Danish.
    pub unit: Option<String>,
    /// Who says so.
    #[serde(default)]
    pub source: Vec<Source>,
}

/// What somebody experienced.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Experience {
    /// Which municipality; none where it is several or not named.
    pub municipality: Option<String>,
    /// In Danish.
    pub text: String,
    /// Who says so.
    pub source: Vec<Source>,
}

/// An area that it moves.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MovedArea {
    /// The area.
    pub area: AreaId,
    /// How well that is known.
    pub basis: Basis,
    /// Why, in a few Danish words.
    pub why: String,
}

/// How important something is for success.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Importance {
    /// 1 (little) to 3 (much).
    pub score: u8,
    /// Why, in Danish.
    pub why: String,
}

/// What it demands, in the three dimensions of 002 slide 61. KLK's own scores are lost.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assessment {
    /// One clear place of decision.
    pub organisation: Importance,
    /// A mapped process with a known owner.
    pub process_maturity: Importance,
    /// Large and committed volume.
    pub volume: Importance,
}

/// A proposal that it does not go well with.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Conflict {
    /// The other proposal.
    pub with: ProposalId,
    /// What must be weighed, in Danish.
    pub text: String,
    /// Who says so.
    #[serde(default)]
    pub source: Vec<Source>,
}

/// A proposal.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Proposal {
    /// `M01` to `M16`, `K01` to `K10`.
    pub id: ProposalId,
    /// Who proposed it.
    pub family: Family,
    /// The number in its family; of KLK's this project's.
    pub number: u8,
    /// What kind of change it is.
    pub group: Group,
    /// The year of the source.
    pub year: u16,
    /// Danish name, as in the source.
    pub name: String,
    /// What it does, in Danish.
    pub what: String,
    /// How it works in a municipality, in Danish.
    pub practice: String,
    /// Whether it still makes sense.
    pub still_relevant: StillRelevant,
    /// What must be in place.
    pub preconditions: Vec<Precondition>,
    /// What it is said to give; at least one entry.
    pub effects: Vec<Effect>,
    /// What municipalities experienced.
    pub experiences: Vec<Experience>,
    /// The areas that it moves.
    pub areas: Vec<MovedArea>,
    /// What it is meant to move there.
    #[serde(rename = "dimensions")]
    pub aims: Vec<Aim>,
    /// What it demands.
    pub assessment: Assessment,
    /// The same in one Danish sentence.
    pub needs: String,
    /// A warning in Danish where it touches the segregation of duties (funktionsadskillelse).
    pub segregation_of_duties: Option<String>,
    /// The models that can value it.
    pub models: Vec<ModelId>,
    /// What it does not go well with.
    pub conflicts: Vec<Conflict>,
    /// Where it is described.
    pub sources: Vec<Source>,
}

impl Proposal {
    /// Whether it aims at something.
    #[must_use]
    pub fn aims_at(&self, aim: Aim) -> bool {
        self.aims.contains(&aim)
    }
}
