//! FTE beside a group, related to the municipality's size, and what a difference could be worth.
//!
//! Owns the comparison of rates, the conditions under which a potential may be shown at all, and
//! its range. A potential is never a promise: it is floored at 0 for each area, never summed, and
//! nothing here is corrected for the municipality's circumstances (rammevilkår). The rules are this
//! project's (page "Metode"); that resources are related to inhabitants and employees is KLK's
//! (000, "Administrativ organisering og ressourcer").

use std::collections::BTreeMap;

use crate::domain::assessment::Round;
use crate::domain::ids::{AreaId, Domain};
use crate::domain::rating::Place;
use crate::scoring::resources;
use crate::scoring::{AreaScore, Scorecard};

use super::comparison::Evidence;
use super::distribution::{SOME, of_sorted, standard_deviation};
use super::summary::{Statistic, Summary};

/// Below this coverage of an area there is no potential.
pub const COVERAGE: f64 = 0.8;
/// Fewer municipalities than this give no potential.
pub const MUNICIPALITIES: usize = SOME;

/// How many standard errors the range of a potential reaches to each side (about 95 %).
const ERRORS: f64 = 2.0;
/// The standard error of a quartile in that of the mean, for values that lie about normally:
/// `sqrt(0.25 * 0.75) / 0.3178`.
const OF_QUARTILE: f64 = 1.362;

/// Why there is no potential.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Withheld {
    /// The group is invented, or was measured in another way.
    NotReal,
    /// The size of the own municipality is not known.
    NoSize,
    /// Nothing of the staff sheet is placed on the area.
    NoFte,
    /// The group's resources are known for too few.
    FewMunicipalities(usize),
    /// Too little of the area is answered.
    LowCoverage,
    /// Others do a part of the work, so that the own FTE do not stand for it.
    DoneByOthers,
}

impl Withheld {
    /// Why, in a few Danish words.
    #[must_use]
    pub fn danish(self) -> String {
        match self {
            Self::NotReal => "vises kun med virkelige kommuner".to_owned(),
            Self::NoSize => "indbyggere eller ansatte mangler".to_owned(),
            Self::NoFte => "ingen årsværk på området".to_owned(),
            Self::FewMunicipalities(n) => format!("kun {n} kommuner"),
            Self::LowCoverage => "under 80 % besvaret".to_owned(),
            Self::DoneByOthers => "en del løses af andre".to_owned(),
        }
    }
}

/// FTE that a difference to the group stands for, none below 0.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Potential {
    /// From the figures as they are.
    pub expected: f64,
    /// The low end of the range.
    pub low: f64,
    /// The high end.
    pub high: f64,
}

/// The potential to both points of reference.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Potentials {
    /// To the mean of the group.
    pub to_mean: Potential,
    /// To the quartile with the lowest use. Not the best: it may count too few.
    pub to_quartile: Potential,
}

/// The resources of an area or a domain beside the group.
#[derive(Clone, Debug, PartialEq)]
pub struct Resources {
    /// FTE on the staff sheet.
    pub fte: Option<f64>,
    /// FTE per 10,000 inhabitants or 1,000 employees.
    pub rate: Option<f64>,
    /// The group.
    pub group: Option<Statistic>,
    /// Own rate - mean of the group.
    pub deviation: Option<f64>,
    /// Own rate - median of the group.
    pub to_median: Option<f64>,
    /// FTE with others: another municipality or a supplier.
    pub external: f64,
    /// Kr. a year for purchased services.
    pub purchases: f64,
    /// Share of the cases that others do, 0 to 1; of an area only.
    pub external_cases: Option<f64>,
}

impl Resources {
    /// A part of the work is done by others: a low number of own FTE is no sign of efficiency.
    #[must_use]
    pub fn is_done_by_others(&self) -> bool {
        self.external > 0.0
            || self.purchases > 0.0
            || self.external_cases.is_some_and(|it| it > 0.0)
    }
}

/// The resources of one area beside the group.
#[derive(Clone, Debug, PartialEq)]
pub struct AreaResources {
    /// The area.
    pub area: AreaId,
    /// Its resources.
    pub resources: Resources,
    /// What the difference could be worth, or why that is not said.
    pub potential: Result<Potentials, Withheld>,
}

/// The resources of a domain beside the group.
#[derive(Clone, Debug, PartialEq)]
pub struct DomainResources {
    /// The domain.
    pub domain: Domain,
    /// Its areas, in order.
    pub areas: Vec<AreaResources>,
    /// The whole. Has no potential: potentials are not summed.
    pub total: Resources,
}

/// A rate of FTE: per 10,000 inhabitants in finance, per 1,000 employees in payroll and HR.
#[must_use]
pub fn rate(round: &Round, domain: Domain, fte: f64) -> Option<f64> {
    let profile = &round.profile;
    resources::rate(domain, fte, profile.population, profile.employees)
}

/// Puts the resources of a round beside a group. `example` is whether it is the invented
/// municipality's.
#[must_use]
pub fn compare(
    round: &Round,
    scorecard: &Scorecard,
    summary: &Summary,
    example: bool,
) -> Vec<DomainResources> {
    let evidence = Evidence::of(summary.label.kind, example);
    let domains = scorecard.domains.iter();
    domains
        .map(|score| {
            let areas: Vec<AreaResources> = score
                .areas
                .iter()
                .map(|area| compare_area(round, area, summary, evidence))
                .collect();
            let total = Resources {
                external: areas.iter().map(|area| area.resources.external).sum(),
                purchases: areas.iter().map(|area| area.resources.purchases).sum(),
                ..beside(
                    score.fte,
                    score.fte.and_then(|fte| rate(round, score.domain, fte)),
                    summary.domain_rates.get(&score.domain),
                )
            };
            DomainResources {
                domain: score.domain,
                areas,
                total,
            }
        })
        .collect()
}

fn beside(fte: Option<f64>, rate: Option<f64>, group: Option<&Statistic>) -> Resources {
    Resources {
        fte,
        rate,
        deviation: rate.zip(group).map(|(rate, group)| rate - group.mean),
        to_median: rate
            .zip(group.and_then(Statistic::median))
            .map(|(rate, median)| rate - median),
        group: group.cloned(),
        external: 0.0,
        purchases: 0.0,
        external_cases: None,
    }
}

fn compare_area(
    round: &Round,
    score: &AreaScore,
    summary: &Summary,
    evidence: Evidence,
) -> AreaResources {
    let places: BTreeMap<Place, f64> = resources::fte_by_place(&round.staff, score.area);
    let domain = score.area.domain;
    let resources = Resources {
        external: places.get(&Place::External).copied().unwrap_or_default(),
        purchases: resources::purchases(&round.staff, score.area),
        external_cases: score.external_share(),
        ..beside(
            score.fte,
            score.fte.and_then(|fte| rate(round, domain, fte)),
            summary.rates.get(&score.area),
        )
    };
    AreaResources {
        area: score.area,
        potential: potentials(round, score, &resources, evidence),
        resources,
    }
}

fn potentials(
    round: &Round,
    score: &AreaScore,
    own: &Resources,
    evidence: Evidence,
) -> Result<Potentials, Withheld> {
    if !evidence.allows_findings() {
        return Err(Withheld::NotReal);
    }
    let fte = own.fte.ok_or(Withheld::NoFte)?;
    let own_rate = own.rate.ok_or(Withheld::NoSize)?;
    let values = own.group.as_ref().map_or(&[][..], |group| &group.values);
    let few = Withheld::FewMunicipalities(values.len());
    if values.len() < MUNICIPALITIES {
        return Err(few);
    }
    let coverage = score.coverage.share().unwrap_or_default();
    if score.estimated || coverage < COVERAGE {
        return Err(Withheld::LowCoverage);
    }
    if own.is_done_by_others() {
        return Err(Withheld::DoneByOthers);
    }
    // FTE that one step of the rate stands for.
    let per_rate = one_of_rate(round, score.area.domain).ok_or(Withheld::NoSize)?;
    let group = of_sorted(values).ok_or(few)?;
    let deviation = standard_deviation(values).ok_or(few)?;
    #[allow(clippy::cast_precision_loss, reason = "numbers of municipalities")]
    let margin = ERRORS * deviation / ((values.len() as f64).sqrt() * coverage);
    let to = |reference: f64, margin: f64| {
        let worth = |reference: f64| ((own_rate - reference.max(0.0)) * per_rate).clamp(0.0, fte);
        Potential {
            expected: worth(reference),
            low: worth(reference + margin),
            high: worth(reference - margin),
        }
    };
    Ok(Potentials {
        to_mean: to(group.mean, margin),
        to_quartile: to(group.lower_quartile, margin * OF_QUARTILE),
    })
}

/// FTE that make up a rate of 1.
fn one_of_rate(round: &Round, domain: Domain) -> Option<f64> {
    rate(round, domain, 1.0).map(|rate| 1.0 / rate)
}
