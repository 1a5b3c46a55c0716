//! From answers to scores: catalogue + round -> scorecard.
//!
//! Total functions that cannot fail: what is not answered gives no score. The rules are those of
//! the page "Metode": an area's score is the plain mean of its answered activities, "Samlet" the
//! plain mean of the area scores (which reproduces KLK's printed totals). Sums are whole hundredths
//! of a point, division comes last, nothing is rounded here. Where units answer an activity, their
//! weighed answer ([`units`]) stands for the municipality's own; it alone can be a fraction of a
//! hundredth.
//!
//! Does not know other municipalities; see `peers`.

pub mod activity;
#[cfg(any(feature = "cli", feature = "documents"))]
pub mod change;
pub mod indicators;
pub mod resources;
pub mod units;

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::assessment::Round;
use crate::domain::catalogue::{self, Area};
use crate::domain::ids::{AreaId, Domain};
use crate::domain::rating::{Dimension, PerDimension};

pub use activity::{ActivityRating, Status};
pub use units::UnitsAnswer;

/// Below this share of answered activities an area is "foreløbig": shown, but without deviation
/// and rank.
pub const PROVISIONAL_BELOW: f64 = 0.6;

/// How much of an area, domain or survey is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Coverage {
    /// Activities with all three ratings.
    pub answered: u32,
    /// Activities that are not "ikke relevant".
    pub relevant: u32,
}

impl Coverage {
    /// Answered / (all - not relevant), 0 to 1; none where everything is not relevant.
    #[must_use]
    pub fn share(self) -> Option<f64> {
        (self.relevant > 0).then(|| f64::from(self.answered) / f64::from(self.relevant))
    }

    /// Too little is answered for a comparison.
    #[must_use]
    pub fn is_provisional(self) -> bool {
        self.share().is_none_or(|share| share < PROVISIONAL_BELOW)
    }

    fn add(self, other: Self) -> Self {
        Self {
            answered: self.answered + other.answered,
            relevant: self.relevant + other.relevant,
        }
    }
}

/// A mean that can still be traced: the sum and the number of what went into it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Mean {
    /// Sum in hundredths of a point: exact while no weighed answer of several units is in it.
    pub hundredths: f64,
    /// How many values.
    pub n: u32,
}

impl Mean {
    /// The mean in points; none of nothing.
    #[must_use]
    pub fn value(self) -> Option<f64> {
        (self.n > 0).then(|| self.hundredths / (100.0 * f64::from(self.n)))
    }

    fn push(&mut self, hundredths: f64) {
        self.hundredths += hundredths;
        self.n += 1;
    }
}

/// The scores of one area.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaScore {
    /// The area.
    pub area: AreaId,
    /// Mean of the answered activities in each dimension.
    pub means: PerDimension<Mean>,
    /// Mean of the answered mass processes in each dimension, shown beside the score.
    pub mass_means: PerDimension<Mean>,
    /// How much is answered.
    pub coverage: Coverage,
    /// The score is a quick estimate of the whole area ("skøn"), not a mean of activities.
    pub estimated: bool,
    /// Percent of the cases, summed over activities, that are done externally.
    pub external_percent: f64,
    /// FTE from the staff sheet; none where the sheet has nothing on the area.
    pub fte: Option<f64>,
}

impl AreaScore {
    /// The score in one dimension, unrounded; none where nothing is answered.
    #[must_use]
    pub fn score(&self, dimension: Dimension) -> Option<f64> {
        self.means.get(dimension).value()
    }

    /// Too little is answered for a comparison. An estimate of a whole area has no coverage to
    /// judge by; it is marked as an estimate instead.
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        !self.estimated && self.coverage.is_provisional()
    }

    /// The lowest and the highest score there could be: were everything that is not answered as
    /// decentral or manual as can be, and as central or digital as can be. None where nothing is
    /// relevant, and of an estimate, which says nothing of single activities.
    #[must_use]
    pub fn bounds(&self, dimension: Dimension) -> Option<(f64, f64)> {
        let relevant = self.coverage.relevant;
        if relevant == 0 || self.estimated {
            return None;
        }
        let mean = self.means.get(dimension);
        let open = f64::from(relevant.saturating_sub(mean.n)) * f64::from(dimension.max());
        let points = mean.hundredths / 100.0;
        let of = |points: f64| points / f64::from(relevant.max(mean.n));
        Some((of(points), of(points + open)))
    }

    /// Share of the cases done by others, 0 to 1.
    #[must_use]
    pub fn external_share(&self) -> Option<f64> {
        let n = self.means.centralisation.n;
        (n > 0).then(|| self.external_percent / (100.0 * f64::from(n)))
    }
}

/// The scores of one domain.
#[derive(Clone, Debug, PartialEq)]
pub struct DomainScore {
    /// The domain.
    pub domain: Domain,
    /// Every area of the domain, in order, also those without an answer.
    pub areas: Vec<AreaScore>,
    /// "Samlet": plain mean of the area scores.
    pub total: PerDimension<Option<f64>>,
    /// "Samlet vægtet med årsværk": mean of the area scores weighted with FTE, over the areas
    /// that have both.
    pub weighted: PerDimension<Option<f64>>,
    /// Answered activities of the domain.
    pub coverage: Coverage,
    /// FTE of the domain; none where the staff sheet has nothing on it.
    pub fte: Option<f64>,
}

impl DomainScore {
    /// "Samlet" rests on areas of which too little is answered, or is the mean of some areas only.
    /// An area that does not exist in the municipality (all "ikke relevant") does not count.
    #[must_use]
    pub fn is_provisional(&self) -> bool {
        self.areas
            .iter()
            .any(|area| area.is_provisional() && area.coverage.relevant > 0)
    }

    /// The lowest and the highest "Samlet" there could be, over the areas that exist here; an area
    /// with an estimate keeps it. None where no area is relevant.
    #[must_use]
    pub fn bounds(&self, dimension: Dimension) -> Option<(f64, f64)> {
        let of_area = |area: &AreaScore| {
            let fixed = area.score(dimension).filter(|_| area.estimated);
            fixed
                .map(|score| (score, score))
                .or_else(|| area.bounds(dimension))
        };
        let all: Vec<(f64, f64)> = self.areas.iter().filter_map(of_area).collect();
        let low = mean(all.iter().map(|bounds| bounds.0))?;
        Some((low, mean(all.iter().map(|bounds| bounds.1))?))
    }
}

/// The scores of a round.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Scorecard {
    /// The domains that the round answers.
    pub domains: Vec<DomainScore>,
}

impl Scorecard {
    /// One domain, if the round answers it.
    #[must_use]
    pub fn domain(&self, domain: Domain) -> Option<&DomainScore> {
        self.domains.iter().find(|score| score.domain == domain)
    }

    /// One area, if the round answers its domain.
    #[must_use]
    pub fn area(&self, area: AreaId) -> Option<&AreaScore> {
        self.domain(area.domain)?
            .areas
            .iter()
            .find(|score| score.area == area)
    }

    /// Answered activities of the whole round.
    #[must_use]
    pub fn coverage(&self) -> Coverage {
        self.domains
            .iter()
            .fold(Coverage::default(), |sum, domain| sum.add(domain.coverage))
    }
}

/// Scores a round.
#[must_use]
pub fn score(round: &Round) -> Scorecard {
    let fte = resources::fte_by_area(&round.staff);
    let domains: &BTreeSet<Domain> = &round.profile.domains;
    Scorecard {
        domains: domains
            .iter()
            .map(|&domain| score_domain(round, domain, &fte))
            .collect(),
    }
}

fn score_domain(round: &Round, domain: Domain, fte: &BTreeMap<AreaId, f64>) -> DomainScore {
    let areas = catalogue::areas_of(domain)
        .map(|area| score_area(round, area, fte.get(&area.id).copied()))
        .collect();
    domain_score(domain, areas)
}

/// The totals of a domain from the scores of its areas.
#[must_use]
pub fn domain_score(domain: Domain, areas: Vec<AreaScore>) -> DomainScore {
    let coverage = areas
        .iter()
        .fold(Coverage::default(), |sum, area| sum.add(area.coverage));
    DomainScore {
        domain,
        total: PerDimension::from_fn(|dimension| {
            mean(areas.iter().filter_map(|area| area.score(dimension)))
        }),
        weighted: PerDimension::from_fn(|dimension| {
            weighted_mean(
                areas
                    .iter()
                    .filter_map(|area| area.score(dimension).zip(area.fte)),
            )
        }),
        coverage,
        fte: areas
            .iter()
            .filter_map(|area| area.fte)
            .reduce(|sum, fte| sum + fte),
        areas,
    }
}

/// Scores one area: the mean of its answered activities, or its estimate where none is answered.
#[must_use]
pub fn score_area(round: &Round, area: &Area, fte: Option<f64>) -> AreaScore {
    let mut score = AreaScore {
        area: area.id,
        means: PerDimension::default(),
        mass_means: PerDimension::default(),
        coverage: Coverage::default(),
        estimated: false,
        external_percent: 0.0,
        fte,
    };
    for activity in area.activities {
        let rating = ActivityRating::in_round(round, activity.id, activity.weight);
        if rating.status == Status::NotRelevant {
            continue;
        }
        score.coverage.relevant += 1;
        score.coverage.answered += u32::from(rating.status == Status::Answered);
        score.external_percent += rating.external_percent;
        for dimension in Dimension::ALL {
            if let Some(hundredths) = *rating.hundredths.get(dimension) {
                score.means.get_mut(dimension).push(hundredths);
                if activity.mass_process {
                    score.mass_means.get_mut(dimension).push(hundredths);
                }
            }
        }
    }
    let unanswered = Dimension::ALL
        .iter()
        .all(|&dimension| score.means.get(dimension).n == 0);
    // Where every activity is "ikke relevant" the area does not exist here, whatever was estimated.
    if unanswered && score.coverage.relevant > 0 {
        apply_estimate(round, &mut score);
    }
    score
}

fn apply_estimate(round: &Round, score: &mut AreaScore) {
    let Some(estimate) = round.estimates.get(&score.area) else {
        return;
    };
    let rating = ActivityRating::of_estimate(estimate);
    for dimension in Dimension::ALL {
        if let Some(hundredths) = *rating.hundredths.get(dimension) {
            score.means.get_mut(dimension).push(hundredths);
            score.estimated = true;
        }
    }
    score.external_percent = rating.external_percent;
}

/// Plain mean; none of nothing.
#[must_use]
pub fn mean(values: impl Iterator<Item = f64>) -> Option<f64> {
    weighted_mean(values.map(|value| (value, 1.0)))
}

/// Mean of values with weights; none where the weights sum to nothing. Never beyond the smallest
/// and the largest value, as the rounding of binary fractions could carry it.
fn weighted_mean(values: impl Iterator<Item = (f64, f64)>) -> Option<f64> {
    let (mut sum, mut weights) = (0.0, 0.0);
    let (mut smallest, mut largest) = (f64::INFINITY, f64::NEG_INFINITY);
    for (value, weight) in values {
        sum += value * weight;
        weights += weight;
        smallest = value.min(smallest);
        largest = value.max(largest);
    }
    (weights > 0.0).then(|| (sum / weights).clamp(smallest, largest))
}
