//! What speaks for a proposal: structured reasons, area by area.
//!
//! Owns the shapes only; which reasons there are is the rule of [`super::matching`]. Nothing is
//! worded or rounded here.

use crate::domain::decisions::ProposalId;
use crate::domain::ids::{ActivityId, AreaId};
use crate::domain::rating::Dimension;
use crate::peers::band::Band;
use crate::peers::comparison::Evidence;

use super::proposal::Basis;

/// One thing to be said of an area in relation to a proposal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Reason {
    /// The own score leaves something.
    OwnGap {
        /// In this dimension of the proposal.
        dimension: Dimension,
        /// The own score: 0-3 for centralisation, else 0-1.
        score: f64,
        /// The share of the scale that is left, above 0 up to 1.
        gap: f64,
    },
    /// The area lies below the group, and not just about as it.
    BelowGroup {
        /// In this dimension of the proposal.
        dimension: Dimension,
        /// Own score - mean of the group, below 0.
        deviation: f64,
        /// How far below.
        band: Band,
        /// What it is worth. It counts only where findings are allowed; else it is orientation.
        evidence: Evidence,
    },
    /// The area takes more than the group's mean, and the proposal aims at resources. Never counts.
    Resources {
        /// Own FTE.
        fte: f64,
        /// FTE per 10,000 inhabitants (finance) or 1,000 employees (payroll and HR).
        rate: f64,
        /// Own rate - mean of the group, above 0.
        deviation: f64,
        /// What it is worth.
        evidence: Evidence,
    },
    /// Activities whose degree is 0.
    ManualActivities {
        /// Digital process or digital solution.
        dimension: Dimension,
        /// How many, at least 1.
        count: u32,
        /// Of those that are rated in the dimension.
        of: u32,
    },
    /// The proposal gathers work, but this area should stay where it is (004 pages 15-16), so that
    /// centralisation does not count in it.
    StaysDecentral,
    /// The score is a quick estimate of the whole area.
    Estimated,
    /// Too little of the area is answered; the score counts all the same.
    Provisional,
    /// Nothing of the staff sheet is placed on the area, though others have something: it counts
    /// for nothing.
    NoFte,
    /// Nothing is answered that the proposal is about.
    Unanswered,
    /// The municipality does not have the area.
    NotRelevant,
}

/// An activity that a gap comes from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cause {
    /// The activity.
    pub activity: ActivityId,
    /// Its points in the dimension that decides: 0-3 for centralisation, else 0-1.
    pub score: f64,
}

/// What one area says for a proposal.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaMatch {
    /// The area.
    pub area: AreaId,
    /// How well it is known that the proposal moves the area.
    pub basis: Basis,
    /// FTE on it; none where nothing of the staff sheet is placed on it.
    pub fte: Option<f64>,
    /// The dimension with the largest gap; none where there is no gap.
    pub deciding: Option<Dimension>,
    /// The largest own gap, 0 to 1; none where the area says nothing: not answered, not relevant,
    /// or to stay decentral.
    pub gap: Option<f64>,
    /// What the area adds to the points.
    pub points: f64,
    /// What is to be said: gaps, the largest first; the group; activities; what must be known.
    pub reasons: Vec<Reason>,
    /// The activities with the largest gap in the deciding dimension, at most
    /// [`super::CAUSES`], the largest gap first.
    pub causes: Vec<Cause>,
}

/// What the picture says of a proposal, all in all.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    /// Some area leaves something to be done.
    Needed,
    /// All of its areas are there already.
    AlreadyThere,
    /// No gap is seen, but not all of its areas are answered.
    Unanswered,
    /// The municipality has none of the areas, or they should stay as they are.
    NotHere,
}

/// What the areas weigh by.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighing {
    /// Their FTE: points are FTE.
    Fte,
    /// No area of the domain has FTE, so that all weigh alike: points are areas.
    Alike,
}

/// A proposal in the list of a domain.
#[derive(Clone, Debug, PartialEq)]
pub struct Match {
    /// The proposal.
    pub proposal: ProposalId,
    /// From 1, through the whole list.
    pub place: usize,
    /// The work that is not yet gathered or digital where the proposal acts, in FTE or areas (see
    /// `weighing`). Never a saving.
    pub points: f64,
    /// What the areas weigh by: the same for the whole list.
    pub weighing: Weighing,
    /// What the picture says, all in all.
    pub outcome: Outcome,
    /// Kept at the top by the municipality.
    pub pinned: bool,
    /// The place that the municipality gave it.
    pub rank: Option<u32>,
    /// Why the municipality rejected it.
    pub rejected: Option<String>,
    /// Its areas of the domain, those that add most first.
    pub areas: Vec<AreaMatch>,
}

impl Match {
    /// Every reason with its area, in the order of the areas.
    pub fn reasons(&self) -> impl Iterator<Item = (AreaId, &Reason)> {
        self.areas
            .iter()
            .flat_map(|one| one.reasons.iter().map(|reason| (one.area, reason)))
    }
}
