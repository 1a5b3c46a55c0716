//! What the summary is made of: the numbers of a round, its group and its plan, picked out.
//!
//! Owns which numbers the summary needs and the order of the differences. Plain data that a test
//! writes by hand; scores, deviations and sums come from the modules below. Wording is
//! [`super::sentences`]'.

mod difference;
mod domain;
mod plan;

use crate::document::tables::{Beside, Source};
use crate::domain::decisions::Decisions;
use crate::domain::ids::Domain;
use crate::domain::rating::Dimension;
use crate::peers::comparison::Evidence;
use crate::peers::dataset::Kind;
use crate::scoring::Coverage;
use crate::scoring::resources::fte_unplaced;

pub use difference::Difference;
pub use domain::{AreaFacts, DomainFacts, ProposalFacts, State};
pub use plan::PlanFacts;

/// How many differences of a dimension are told.
pub const SHOWN: usize = 3;

/// What the summary is made of.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Facts {
    /// The survey is the invented example.
    pub example: bool,
    /// The group; none where none is chosen.
    pub group: Option<GroupFacts>,
    /// The domains of the round, answered or not.
    pub domains: Vec<DomainFacts>,
    /// Where areas lie beside the group and not just about as it, in any order. None beside
    /// invented municipalities, of whom a real one learns nothing.
    pub differences: Vec<Difference>,
    /// FTE of the staff sheet that are placed on no area.
    pub unplaced: f64,
    /// The action plan.
    pub plan: PlanFacts,
}

/// The group that the round stands beside.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupFacts {
    /// How the comparison may be read.
    pub evidence: Evidence,
    /// What the dataset is.
    pub kind: Kind,
    /// The dataset's Danish title.
    pub title: String,
}

impl Facts {
    /// Picks the facts out of a round and what was decided.
    #[must_use]
    pub fn of(source: &Source<'_>, decisions: &Decisions) -> Self {
        let domains = domain::of(source, decisions);
        Self {
            example: source.assessment.example,
            group: source.group.map(group),
            differences: difference::of(source, &domains),
            domains,
            unplaced: fte_unplaced(&source.round.staff),
            plan: PlanFacts::of(source, decisions),
        }
    }

    /// How the comparison may be read; none without a group.
    #[must_use]
    pub fn evidence(&self) -> Option<Evidence> {
        self.group.as_ref().map(|group| group.evidence)
    }

    /// Whether any area has a score.
    #[must_use]
    pub fn is_answered(&self) -> bool {
        self.domains.iter().any(DomainFacts::is_answered)
    }

    /// Answered activities of all domains.
    #[must_use]
    pub fn coverage(&self) -> Coverage {
        let mut sum = Coverage::default();
        for domain in &self.domains {
            sum.answered += domain.coverage.answered;
            sum.relevant += domain.coverage.relevant;
        }
        sum
    }

    /// Whether the staff sheet places FTE on any area.
    #[must_use]
    pub fn has_fte(&self) -> bool {
        self.domains.iter().any(DomainFacts::has_fte)
    }

    /// A domain, where the round has it.
    #[must_use]
    pub fn domain(&self, domain: Domain) -> Option<&DomainFacts> {
        self.domains.iter().find(|one| one.domain == domain)
    }

    /// Areas that can be held against the group in a dimension.
    #[must_use]
    pub fn compared(&self, dimension: Dimension) -> usize {
        let of = |domain: &DomainFacts| *domain.compared.get(dimension);
        self.domains.iter().map(of).sum()
    }

    /// Every difference of a dimension over both domains, the one that weighs most first.
    #[must_use]
    pub fn ranked(&self, dimension: Dimension) -> Vec<&Difference> {
        let of = |one: &&Difference| one.dimension == dimension;
        let mut all: Vec<&Difference> = self.differences.iter().filter(of).collect();
        difference::sort(&mut all);
        all
    }

    /// The differences of a dimension that weigh most, at most [`SHOWN`] over both domains: by
    /// deviation x FTE, then by deviation, then in the catalogue's order.
    #[must_use]
    pub fn largest(&self, dimension: Dimension) -> Vec<&Difference> {
        let mut all = self.ranked(dimension);
        all.truncate(SHOWN);
        all
    }
}

fn group(group: Beside<'_>) -> GroupFacts {
    let label = &group.summary.label;
    GroupFacts {
        evidence: group.comparison.evidence,
        kind: label.kind,
        title: label.title.clone(),
    }
}

#[cfg(test)]
mod tests;
