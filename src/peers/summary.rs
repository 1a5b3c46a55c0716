//! Statistics of the groups that one is compared with, made once for a dataset, the own
//! municipality and a choice of groups.
//!
//! Everything that takes a look at each municipality is done here, so that a comparison after an
//! edit ([`super::compare`]) costs the same beside forty municipalities as beside five thousand.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::domain::catalogue;
use crate::domain::ids::{ActivityId, AreaId, Domain};
use crate::domain::rating::{Dimension, PerDimension};
use crate::scoring;

use super::answers::{self, Answers};
use super::dataset::{Dataset, Label};
use super::distribution::{self, Spread};
use super::group::{self, Aspect, Grouping, Members, NoGroup};
pub use super::own::Own;
use super::relation::{self, Relations};

/// The statistics of a group in one place.
#[derive(Clone, Debug, PartialEq)]
pub struct Statistic {
    /// Plain mean.
    pub mean: f64,
    /// How many municipalities have a value; none where the source does not tell it.
    pub n: Option<u32>,
    /// The values from the smallest; none where the source tells the mean only.
    pub values: Arc<[f64]>,
}

impl Statistic {
    /// The statistics of those values that are known; none where none is.
    pub fn of(values: impl Iterator<Item = Option<f64>>) -> Option<Self> {
        let mut values: Vec<f64> = values.flatten().collect();
        let mean = scoring::mean(values.iter().copied())?;
        values.sort_unstable_by(f64::total_cmp);
        Some(Self {
            mean,
            n: u32::try_from(values.len()).ok(),
            values: values.into(),
        })
    }

    /// A published mean of `n` municipalities.
    #[must_use]
    pub fn of_mean(mean: f64, n: Option<u32>) -> Self {
        Self {
            mean,
            n,
            values: Arc::new([]),
        }
    }

    /// What may be shown of the values; none where only the mean is known.
    #[must_use]
    pub fn spread(&self) -> Option<Spread> {
        distribution::spread(&self.values)
    }

    /// Half of the values lie below; none where only the mean is known.
    #[must_use]
    pub fn median(&self) -> Option<f64> {
        distribution::of_sorted(&self.values).map(|all| all.median)
    }
}

/// A group in one domain and aspect.
#[derive(Clone, Debug, PartialEq)]
pub struct GroupOf {
    /// Its Danish title.
    pub title: String,
    /// How many municipalities; none where the source does not tell it.
    pub n: Option<u32>,
    /// How many were left out because the dataset does not tell their fact.
    pub unknown: usize,
    /// Why there is no group.
    pub none: Option<NoGroup>,
}

/// Statistics of groups.
#[derive(Clone, Debug, PartialEq)]
pub struct Summary {
    /// The dataset's label.
    pub label: Label,
    /// Municipalities of the dataset, without the own one; none where the source does not tell it.
    pub n: Option<u32>,
    /// The groups.
    pub groups: BTreeMap<(Domain, Aspect), GroupOf>,
    /// Each area's statistics.
    pub areas: BTreeMap<AreaId, PerDimension<Option<Statistic>>>,
    /// "Samlet" of each domain.
    pub totals: BTreeMap<Domain, PerDimension<Option<Statistic>>>,
    /// FTE of each area per 10,000 inhabitants (finance) or 1,000 employees (payroll and HR).
    pub rates: BTreeMap<AreaId, Statistic>,
    /// The same of each domain.
    pub domain_rates: BTreeMap<Domain, Statistic>,
    /// Resources beside organisation and digitalisation, one point for each municipality.
    pub relations: Relations,
    /// How the group answers each activity.
    pub answers: BTreeMap<ActivityId, Answers>,
}

impl Summary {
    /// The group of a dimension in a domain.
    #[must_use]
    pub fn group(&self, domain: Domain, dimension: Dimension) -> Option<&GroupOf> {
        self.groups.get(&(domain, Aspect::of(dimension)))
    }
}

/// The scores of an area, one for each municipality of the dataset.
pub(super) type Scores = BTreeMap<AreaId, PerDimension<Vec<Option<f64>>>>;

/// Summarises all municipalities of a dataset except the own one.
#[must_use]
pub fn summarise(dataset: &Dataset, own: &Own) -> Summary {
    summarise_groups(dataset, own, &Grouping::default())
}

/// Summarises the municipalities of a choice of groups.
#[must_use]
pub fn summarise_groups(dataset: &Dataset, own: &Own, grouping: &Grouping) -> Summary {
    let mut summary = empty(dataset, own);
    let mut chosen = BTreeMap::new();
    for domain in Domain::ALL {
        for aspect in Aspect::ALL {
            let group = grouping.get(aspect);
            let found = group::members(dataset, own, group, domain);
            let known = !dataset.municipalities.is_empty();
            let of = |members: &Members| u32::try_from(members.places.len()).ok();
            let title = group.title(own, domain);
            let (n, unknown, none) = match &found {
                Ok(members) if known => (of(members), members.unknown, None),
                Ok(_) => (dataset.label.n, 0, None),
                Err(why) => (Some(0), 0, Some(*why)),
            };
            let group = GroupOf {
                title,
                n,
                unknown,
                none,
            };
            summary.groups.insert((domain, aspect), group);
            chosen.insert((domain, aspect), found.unwrap_or_default());
        }
    }
    if dataset.municipalities.is_empty() {
        add_means(&mut summary, dataset, &chosen);
    } else {
        add_statistics(&mut summary, dataset, &chosen);
    }
    summary
}

/// The members of each group.
pub(super) type Chosen = BTreeMap<(Domain, Aspect), Members>;

/// Those values of a column that belong to the members of a group.
fn of_members<'a>(
    column: &'a [Option<f64>],
    members: &'a Members,
) -> impl Iterator<Item = Option<f64>> + 'a {
    members.places.iter().map(|&place| column[place])
}

fn empty(dataset: &Dataset, own: &Own) -> Summary {
    let n = if dataset.municipalities.is_empty() {
        dataset.label.n
    } else {
        let others = dataset.municipalities.iter().filter(|peer| !own.is(peer));
        u32::try_from(others.count()).ok()
    };
    Summary {
        label: dataset.label.clone(),
        n,
        groups: BTreeMap::new(),
        areas: BTreeMap::new(),
        totals: BTreeMap::new(),
        rates: BTreeMap::new(),
        domain_rates: BTreeMap::new(),
        relations: Relations::default(),
        answers: BTreeMap::new(),
    }
}

fn add_statistics(summary: &mut Summary, dataset: &Dataset, chosen: &Chosen) {
    let mut scores = Scores::new();
    for area in &catalogue::AREAS {
        let of_area = PerDimension::from_fn(|one| dataset.area_scores(area.id, one));
        scores.insert(area.id, of_area);
    }
    for (&area, of_area) in &scores {
        let statistic = |dimension| {
            let members = &chosen[&(area.domain, Aspect::of(dimension))];
            Statistic::of(of_members(of_area.get(dimension), members))
        };
        summary.areas.insert(area, PerDimension::from_fn(statistic));
        let members = &chosen[&(area.domain, Aspect::Organisation)];
        if let Some(rates) = Statistic::of(of_members(&dataset.area_rates(area), members)) {
            summary.rates.insert(area, rates);
        }
    }
    for domain in Domain::ALL {
        let statistic = |dimension| {
            let members = &chosen[&(domain, Aspect::of(dimension))].places;
            let totals = members
                .iter()
                .map(|&at| total(&scores, domain, dimension, at));
            Statistic::of(totals)
        };
        summary
            .totals
            .insert(domain, PerDimension::from_fn(statistic));
        let members = &chosen[&(domain, Aspect::Organisation)];
        if let Some(rates) = Statistic::of(of_members(&dataset.domain_rates(domain), members)) {
            summary.domain_rates.insert(domain, rates);
        }
    }
    summary.relations = relation::relations(dataset, &scores, chosen);
    summary.answers = answers::answers(dataset, chosen);
}

/// "Samlet" of one municipality: the mean of its area scores, if it has them all. A mean over
/// other areas than the rest of the group's would not be comparable.
pub(super) fn total(
    scores: &Scores,
    domain: Domain,
    dimension: Dimension,
    place: usize,
) -> Option<f64> {
    let values: Option<Vec<f64>> = catalogue::areas_of(domain)
        .map(|area| scores.get(&area.id)?.get(dimension)[place])
        .collect();
    scoring::mean(values?.into_iter())
}

/// Published means stand for the group "Alle" alone.
fn add_means(summary: &mut Summary, dataset: &Dataset, chosen: &Chosen) {
    let n = dataset.label.n;
    let groups = summary.groups.clone();
    let known = |domain: Domain, means: &PerDimension<f64>| {
        PerDimension::from_fn(|dimension| {
            let is_there = groups[&(domain, Aspect::of(dimension))].none.is_none();
            is_there.then(|| Statistic::of_mean(*means.get(dimension), n))
        })
    };
    for (&area, means) in &dataset.means {
        summary.areas.insert(area, known(area.domain, means));
    }
    for (&domain, means) in &dataset.totals {
        summary.totals.insert(domain, known(domain, means));
    }
    summary.answers = answers::answers(dataset, chosen);
}
