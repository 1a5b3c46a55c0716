//! A scorecard beside a group: deviations, and what may be said of them.

use crate::domain::ids::{AreaId, Domain};
use crate::domain::rating::{Dimension, PerDimension};
use crate::scoring::{AreaScore, DomainScore, Scorecard};

use super::dataset::Kind;
use super::summary::{Statistic, Summary};

/// How a comparison may be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// Real municipalities measured in the same way: a finding.
    Finding,
    /// Published means measured with another catalogue: orientation only.
    Orientation,
    /// The example municipality beside invented ones: a demonstration.
    Demonstration,
    /// A real survey beside invented municipalities: says nothing about the municipality.
    Invented,
}

impl Evidence {
    /// What a comparison of this kind of dataset with a survey is worth.
    #[must_use]
    pub const fn of(kind: Kind, example: bool) -> Self {
        match kind {
            Kind::DerivedExample => Self::Orientation,
            Kind::Model if example => Self::Demonstration,
            Kind::Model => Self::Invented,
            Kind::Public | Kind::Network => Self::Finding,
        }
    }
}

/// One row of the deviation table.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaDeviation {
    /// The area.
    pub area: AreaId,
    /// Too little is answered: the deviations are left out.
    pub provisional: bool,
    /// The group.
    pub group: PerDimension<Option<Statistic>>,
    /// Own - mean of the group, unrounded; positive is more central or more digital.
    pub deviation: PerDimension<Option<f64>>,
}

/// The deviations of one domain.
#[derive(Clone, Debug, PartialEq)]
pub struct DomainDeviation {
    /// The domain.
    pub domain: Domain,
    /// Its areas in order.
    pub areas: Vec<AreaDeviation>,
    /// "Samlet" of the group.
    pub group: PerDimension<Option<Statistic>>,
    /// Own "Samlet" - the group's. Left out unless every area is answered enough, since the mean
    /// of some areas is not comparable with the mean of all.
    pub total: PerDimension<Option<f64>>,
}

/// A scorecard beside a group.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// How it may be read.
    pub evidence: Evidence,
    /// The domains of the scorecard.
    pub domains: Vec<DomainDeviation>,
}

impl Comparison {
    /// One domain.
    #[must_use]
    pub fn domain(&self, domain: Domain) -> Option<&DomainDeviation> {
        self.domains.iter().find(|one| one.domain == domain)
    }
}

/// Compares a scorecard with a group. `example` is whether it is the invented municipality's.
#[must_use]
pub fn compare(scorecard: &Scorecard, summary: &Summary, example: bool) -> Comparison {
    Comparison {
        evidence: Evidence::of(summary.label.kind, example),
        domains: scorecard
            .domains
            .iter()
            .map(|domain| compare_domain(domain, summary))
            .collect(),
    }
}

fn compare_domain(score: &DomainScore, summary: &Summary) -> DomainDeviation {
    let areas: Vec<AreaDeviation> = score
        .areas
        .iter()
        .map(|area| compare_area(area, summary))
        .collect();
    let group = summary
        .totals
        .get(&score.domain)
        .copied()
        .unwrap_or_default();
    DomainDeviation {
        domain: score.domain,
        total: deviation(&score.total, &group, score.is_provisional()),
        areas,
        group,
    }
}

fn compare_area(score: &AreaScore, summary: &Summary) -> AreaDeviation {
    let group = summary.areas.get(&score.area).copied().unwrap_or_default();
    let provisional = score.is_provisional();
    let own = PerDimension::from_fn(|dimension| score.score(dimension));
    AreaDeviation {
        area: score.area,
        provisional,
        deviation: deviation(&own, &group, provisional),
        group,
    }
}

fn deviation(
    own: &PerDimension<Option<f64>>,
    group: &PerDimension<Option<Statistic>>,
    left_out: bool,
) -> PerDimension<Option<f64>> {
    PerDimension::from_fn(|dimension: Dimension| {
        if left_out {
            return None;
        }
        Some((*own.get(dimension))? - (*group.get(dimension))?.mean)
    })
}
