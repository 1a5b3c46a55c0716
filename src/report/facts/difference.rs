//! Where an area lies beside the group, and what that weighs.

use std::cmp::Ordering;

use crate::danish::round;
use crate::document::tables::Source;
use crate::domain::ids::AreaId;
use crate::domain::rating::Dimension;
use crate::peers::band::Band;
use crate::peers::comparison::{AreaDeviation, Evidence};
use crate::scoring;
use crate::sorting;

use super::domain::DomainFacts;

/// Weights are told apart in so many decimals, so that the rounding of binary fractions decides no
/// place.
const DECIMALS: u8 = 9;

/// KLK's means of 2017 are known within this: they are a printed score less a printed deviation,
/// each with one decimal.
const PUBLISHED_WITHIN: f64 = 0.1;

/// An area that lies beside the group, and not just about as it, in one dimension.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Difference {
    /// The area.
    pub area: AreaId,
    /// The dimension.
    pub dimension: Dimension,
    /// The own score: 0-3 for centralisation, else 0-1.
    pub own: f64,
    /// The group's mean.
    pub mean: f64,
    /// Own - mean of the group, unrounded; positive is more central or more digital.
    pub deviation: f64,
    /// FTE on the area; none where the staff sheet places nothing on it.
    pub fte: Option<f64>,
    /// What the deviation is multiplied by: the FTE. Where the domain has none, all of its areas
    /// weigh alike: as the mean area of the other domain, else 1.
    pub weight: f64,
    /// Municipalities behind the mean; none where the source does not tell it.
    pub n: Option<u32>,
    /// The own score is a quick estimate of the whole area.
    pub estimated: bool,
}

impl Difference {
    /// Deviation x FTE: what it weighs among the differences of its dimension. Never a saving.
    #[must_use]
    pub fn weighed(&self) -> f64 {
        self.deviation.abs() * self.weight
    }

    /// What it weighs among the differences of all dimensions: by the share of the scale.
    #[must_use]
    pub fn share_weighed(&self) -> f64 {
        self.weighed() / f64::from(self.dimension.max())
    }

    /// Whether two of one dimension weigh the same and lie as far from the group.
    #[must_use]
    pub fn ties(&self, other: &Self) -> bool {
        compare(self, other) == Ordering::Equal
    }
}

/// By weight, then by deviation, the larger first.
fn compare(one: &Difference, other: &Difference) -> Ordering {
    let step = |value: f64| round(value, DECIMALS);
    let weighed = step(other.weighed()).total_cmp(&step(one.weighed()));
    weighed.then_with(|| step(other.deviation.abs()).total_cmp(&step(one.deviation.abs())))
}

/// Sorts what weighs most to the front; equals by the catalogue.
pub(super) fn sort(differences: &mut [&Difference]) {
    sorting::sort_by(differences, |one, other| {
        compare(one, other).then_with(|| one.area.cmp(&other.area))
    });
}

/// The differences of a round; none without a group, and none beside invented municipalities.
pub(super) fn of(source: &Source<'_>, domains: &[DomainFacts]) -> Vec<Difference> {
    let mut differences = Vec::new();
    let Some(group) = source.group else {
        return differences;
    };
    if group.comparison.evidence == Evidence::Invented {
        return differences;
    }
    let alike = alike(domains);
    for facts in domains {
        let Some(deviations) = group.comparison.domain(facts.domain) else {
            continue;
        };
        for one in &deviations.areas {
            let fte = facts.area(one.area).and_then(|area| area.fte);
            let weight = if facts.has_fte() {
                fte.unwrap_or_default()
            } else {
                alike
            };
            let of_area = Dimension::ALL
                .into_iter()
                .filter_map(|dimension| difference(source, one, dimension, fte, weight));
            differences.extend(of_area);
        }
    }
    differences
}

/// What an area weighs in a domain without FTE: as much as the mean area that has some.
fn alike(domains: &[DomainFacts]) -> f64 {
    let all = domains.iter().flat_map(|domain| &domain.areas);
    let known = all.filter_map(|area| area.fte).filter(|&fte| fte > 0.0);
    scoring::mean(known).unwrap_or(1.0)
}

/// Whether a deviation is a difference: more than just about as the group, and more than the group's
/// mean may itself be wrong.
fn counts(deviation: f64, dimension: Dimension, evidence: Evidence) -> bool {
    let is_sure = evidence != Evidence::Orientation || round(deviation, 1).abs() > PUBLISHED_WITHIN;
    is_sure && Band::of(deviation, dimension) != Band::About
}

fn difference(
    source: &Source<'_>,
    one: &AreaDeviation,
    dimension: Dimension,
    fte: Option<f64>,
    weight: f64,
) -> Option<Difference> {
    let deviation = (*one.beside.deviation.get(dimension))?;
    let statistic = one.beside.group.get(dimension).as_ref()?;
    let score = source.scorecard.area(one.area)?;
    let evidence = source.group?.comparison.evidence;
    counts(deviation, dimension, evidence).then_some(Difference {
        area: one.area,
        dimension,
        own: score.score(dimension)?,
        mean: statistic.mean,
        deviation,
        fte,
        weight,
        n: statistic.n,
        estimated: score.estimated,
    })
}
