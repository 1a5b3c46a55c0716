//! Resources beside organisation and digitalisation: one point for each municipality.
//!
//! Owns the pairs that KLK draws (000, "Administrativ organisering og ressourcer"). Shows what lies
//! beside what and never claims a cause; no line is fitted.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::catalogue;
use crate::domain::ids::{AreaId, Domain};
use crate::domain::rating::Dimension;
use crate::scoring;

use super::dataset::Dataset;
use super::group::Aspect;
use super::summary::{Chosen, Scores, total};

/// One municipality in an area or a domain.
#[derive(Clone, Debug, PartialEq)]
pub struct Point {
    /// Its name in the dataset.
    pub name: Arc<str>,
    /// Centralisation, 0 to 3.
    pub centralisation: Option<f64>,
    /// Mean of the two digital degrees, 0 to 1; none where one of them is not known.
    pub digitalisation: Option<f64>,
    /// FTE per 10,000 inhabitants (finance) or 1,000 employees (payroll and HR).
    pub rate: f64,
}

/// The points of every area and domain; municipalities whose resources are not known are left out.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Relations {
    /// Of each area.
    pub areas: BTreeMap<AreaId, Vec<Point>>,
    /// Of each domain, by its "Samlet".
    pub domains: BTreeMap<Domain, Vec<Point>>,
}

/// Mean of the two digital degrees; none where one is not known.
#[must_use]
pub fn digitalisation(process: Option<f64>, solution: Option<f64>) -> Option<f64> {
    scoring::mean([process?, solution?].into_iter())
}

pub(super) fn relations(dataset: &Dataset, scores: &Scores, chosen: &Chosen) -> Relations {
    let names: Vec<Arc<str>> = dataset
        .municipalities
        .iter()
        .map(|peer| peer.name.as_str().into())
        .collect();
    let points =
        |domain, rates: &[Option<f64>], score: &dyn Fn(Dimension, usize) -> Option<f64>| {
            let members = &chosen[&(domain, Aspect::Organisation)].places;
            let point = |&place: &usize| {
                Some(Point {
                    name: names[place].clone(),
                    centralisation: score(Dimension::Centralisation, place),
                    digitalisation: digitalisation(
                        score(Dimension::Process, place),
                        score(Dimension::Solution, place),
                    ),
                    rate: rates[place]?,
                })
            };
            members.iter().filter_map(point).collect::<Vec<_>>()
        };
    let mut all = Relations::default();
    for area in &catalogue::AREAS {
        let of_area = &scores[&area.id];
        let score = |dimension, place: usize| of_area.get(dimension)[place];
        let found = points(area.id.domain, &dataset.area_rates(area.id), &score);
        all.areas.insert(area.id, found);
    }
    for domain in Domain::ALL {
        let score = |dimension, place| total(scores, domain, dimension, place);
        let found = points(domain, &dataset.domain_rates(domain), &score);
        all.domains.insert(domain, found);
    }
    all
}
