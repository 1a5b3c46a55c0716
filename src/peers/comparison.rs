//! A scorecard beside a group: deviations, and what may be said of them.

use crate::domain::ids::{AreaId, Domain};
use crate::domain::rating::{Dimension, PerDimension};
use crate::scoring::{AreaScore, DomainScore, Scorecard};

use super::dataset::Kind;
use super::distribution::FEW;
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

    /// Whether rank, potential and the unusual may be shown: never for a real survey beside
    /// invented municipalities or means that were measured otherwise.
    #[must_use]
    pub const fn allows_findings(self) -> bool {
        matches!(self, Self::Finding | Self::Demonstration)
    }
}

/// The own place in a group.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Rank {
    /// From 1, the highest score first; those with the same score share a place.
    pub place: u32,
    /// The members of the group and the own municipality.
    pub of: u32,
}

/// Scores are told apart in these steps: contributions carry four decimals.
const STEPS: f64 = 10_000.0;

impl Rank {
    /// The place of an own score among values that stand in order; none where they are too few.
    #[must_use]
    pub fn of(own: f64, sorted: &[f64]) -> Option<Self> {
        if sorted.len() < FEW {
            return None;
        }
        let step = |value: f64| (value * STEPS).round();
        let not_above = sorted.partition_point(|&value| step(value) <= step(own));
        Some(Self {
            place: u32::try_from(sorted.len() - not_above + 1).ok()?,
            of: u32::try_from(sorted.len() + 1).ok()?,
        })
    }
}

/// How own scores lie beside a group in each dimension.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Beside {
    /// The group.
    pub group: PerDimension<Option<Statistic>>,
    /// Own - mean of the group, unrounded; positive is more central or more digital.
    pub deviation: PerDimension<Option<f64>>,
    /// Own - median of the group.
    pub to_median: PerDimension<Option<f64>>,
    /// The own place; never for centralisation, which has no good or bad end.
    pub rank: PerDimension<Option<Rank>>,
}

/// One row of the deviation table.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaDeviation {
    /// The area.
    pub area: AreaId,
    /// Too little is answered: deviations and places are left out.
    pub provisional: bool,
    /// How it lies beside the group.
    pub beside: Beside,
}

/// The deviations of one domain.
#[derive(Clone, Debug, PartialEq)]
pub struct DomainDeviation {
    /// The domain.
    pub domain: Domain,
    /// Its areas in order.
    pub areas: Vec<AreaDeviation>,
    /// "Samlet" beside the group's. Deviations are left out unless every area is answered enough,
    /// since the mean of some areas is not comparable with the mean of all.
    pub total: Beside,
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
    let evidence = Evidence::of(summary.label.kind, example);
    Comparison {
        evidence,
        domains: scorecard
            .domains
            .iter()
            .map(|domain| compare_domain(domain, summary, evidence))
            .collect(),
    }
}

fn compare_domain(score: &DomainScore, summary: &Summary, evidence: Evidence) -> DomainDeviation {
    let areas: Vec<AreaDeviation> = score
        .areas
        .iter()
        .map(|area| compare_area(area, summary, evidence))
        .collect();
    let group = summary.totals.get(&score.domain);
    let provisional = score.is_provisional();
    let ranked = evidence.allows_findings() && !score.areas.iter().any(|area| area.estimated);
    DomainDeviation {
        domain: score.domain,
        areas,
        total: beside(&score.total, group, provisional, ranked),
    }
}

fn compare_area(score: &AreaScore, summary: &Summary, evidence: Evidence) -> AreaDeviation {
    let provisional = score.is_provisional();
    let own = PerDimension::from_fn(|dimension| score.score(dimension));
    // An estimate of a whole area is too coarse for a place among others.
    let ranked = evidence.allows_findings() && !score.estimated;
    AreaDeviation {
        area: score.area,
        provisional,
        beside: beside(&own, summary.areas.get(&score.area), provisional, ranked),
    }
}

fn beside(
    own: &PerDimension<Option<f64>>,
    group: Option<&PerDimension<Option<Statistic>>>,
    left_out: bool,
    ranked: bool,
) -> Beside {
    let group = group.cloned().unwrap_or_default();
    let both = |dimension: Dimension| {
        let own = (*own.get(dimension)).filter(|_| !left_out)?;
        Some((own, group.get(dimension).as_ref()?))
    };
    Beside {
        deviation: PerDimension::from_fn(|dimension| {
            both(dimension).map(|(own, group)| own - group.mean)
        }),
        to_median: PerDimension::from_fn(|dimension| {
            both(dimension).and_then(|(own, group)| Some(own - group.median()?))
        }),
        rank: PerDimension::from_fn(|dimension| {
            let counts = ranked && dimension != Dimension::Centralisation;
            let (own, group) = both(dimension).filter(|_| counts)?;
            Rank::of(own, &group.values)
        }),
        group,
    }
}
