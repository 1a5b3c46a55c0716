//! Statistics of a group of municipalities, made once for a dataset and a group.

use std::collections::BTreeMap;

use crate::domain::assessment::Assessment;
use crate::domain::catalogue;
use crate::domain::ids::{AreaId, Domain};
use crate::domain::rating::{Dimension, PerDimension};
use crate::scoring;

use super::dataset::{Dataset, Label, Peer};

/// The mean of a group in one place.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Statistic {
    /// Plain mean.
    pub mean: f64,
    /// How many municipalities have a value; none where the source does not tell it.
    pub n: Option<u32>,
}

/// Whom the municipality is compared with, and so who is left out.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// The municipality's official code.
    pub code: Option<u16>,
    /// The id of its own contribution to a public dataset.
    pub contribution_id: Option<String>,
}

impl Own {
    /// The identity of an assessment: its municipality's code, and the id of its contribution.
    #[must_use]
    pub fn of(assessment: &Assessment) -> Self {
        Self {
            code: assessment.municipality.as_ref().and_then(|one| one.code),
            contribution_id: assessment.contribution_id.clone(),
        }
    }

    fn is(&self, peer: &Peer) -> bool {
        let same_code = self.code.is_some() && self.code == peer.code;
        let same_contribution =
            self.contribution_id.is_some() && self.contribution_id == peer.contribution_id;
        same_code || same_contribution
    }
}

/// Statistics of the group "Alle".
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The dataset's label.
    pub label: Label,
    /// Municipalities in the group, without the own one; none where the source does not tell it.
    pub n: Option<u32>,
    /// Each area's statistics.
    pub areas: BTreeMap<AreaId, PerDimension<Option<Statistic>>>,
    /// "Samlet" of each domain.
    pub totals: BTreeMap<Domain, PerDimension<Option<Statistic>>>,
}

/// The scores of an area, one for each member of the group.
type Scores = PerDimension<Vec<Option<f64>>>;

/// Summarises all municipalities of a dataset except the own one.
#[must_use]
pub fn summarise(dataset: &Dataset, own: &Own) -> Summary {
    if dataset.municipalities.is_empty() {
        return of_means(dataset);
    }
    let members: Vec<usize> = (0..dataset.municipalities.len())
        .filter(|&index| !own.is(&dataset.municipalities[index]))
        .collect();
    let mut scores: BTreeMap<AreaId, Scores> = BTreeMap::new();
    let mut areas = BTreeMap::new();
    for area in &catalogue::AREAS {
        let of_area: Scores = PerDimension::from_fn(|dimension| {
            let all = dataset.area_scores(area.id, dimension);
            members.iter().map(|&index| all[index]).collect()
        });
        areas.insert(
            area.id,
            PerDimension::from_fn(|dimension| statistic(of_area.get(dimension).iter().copied())),
        );
        scores.insert(area.id, of_area);
    }
    let mut totals = BTreeMap::new();
    for domain in Domain::ALL {
        let of_domain = PerDimension::from_fn(|dimension| {
            statistic((0..members.len()).map(|member| total(&scores, domain, dimension, member)))
        });
        totals.insert(domain, of_domain);
    }
    Summary {
        label: dataset.label.clone(),
        n: u32::try_from(members.len()).ok(),
        areas,
        totals,
    }
}

/// "Samlet" of one municipality: the mean of its area scores, if it has them all. A mean over
/// other areas than the rest of the group's would not be comparable.
fn total(
    scores: &BTreeMap<AreaId, Scores>,
    domain: Domain,
    dimension: Dimension,
    member: usize,
) -> Option<f64> {
    let values: Option<Vec<f64>> = catalogue::areas_of(domain)
        .map(|area| scores.get(&area.id)?.get(dimension)[member])
        .collect();
    scoring::mean(values?.into_iter())
}

fn statistic(values: impl Iterator<Item = Option<f64>>) -> Option<Statistic> {
    let values: Vec<f64> = values.flatten().collect();
    Some(Statistic {
        n: u32::try_from(values.len()).ok(),
        mean: scoring::mean(values.into_iter())?,
    })
}

fn of_means(dataset: &Dataset) -> Summary {
    let n = dataset.label.n;
    let known = |means: &PerDimension<f64>| {
        PerDimension::from_fn(|dimension| {
            Some(Statistic {
                mean: *means.get(dimension),
                n,
            })
        })
    };
    let mut summary = Summary {
        label: dataset.label.clone(),
        n,
        areas: BTreeMap::new(),
        totals: BTreeMap::new(),
    };
    for (&area, means) in &dataset.means {
        summary.areas.insert(area, known(means));
    }
    for (&domain, means) in &dataset.totals {
        summary.totals.insert(domain, known(means));
    }
    summary
}
