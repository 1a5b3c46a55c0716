//! How a group answers each activity, and how unusual an answer is in it.
//!
//! Owns the counting. A dataset with answers is counted for the group; one with histograms only
//! (anonymous municipalities) tells of all of them together, so there the group is always all.

use std::collections::BTreeMap;

use crate::domain::catalogue;
use crate::domain::ids::ActivityId;
use crate::domain::rating::{Degree, Dimension, Organisation, PerDimension, Place};

use super::dataset::{Column, Dataset};
use super::group::Aspect;
use super::histogram::{Histogram, Histograms, bars_of};
use super::summary::Chosen;

/// How a group answers one activity.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Answers {
    /// The bars of each dimension; none where nobody answers, or nothing can be shown.
    pub bars: Histograms,
    /// The bars are those of all municipalities of the dataset, whatever the group.
    pub of_all: bool,
}

/// The answers of a group to every activity that it answers.
pub(super) fn answers(dataset: &Dataset, chosen: &Chosen) -> BTreeMap<ActivityId, Answers> {
    let counted = dataset.answers.iter().map(|(&id, column)| {
        let bars = PerDimension::from_fn(|dimension| {
            let members = &chosen[&(id.area.domain, Aspect::of(dimension))].places;
            count(column, dimension, members)
        });
        (
            id,
            Answers {
                bars,
                of_all: false,
            },
        )
    });
    let published = dataset.histograms.iter().map(|(&id, bars)| {
        let bars = bars.clone();
        (id, Answers { bars, of_all: true })
    });
    let mut all = BTreeMap::new();
    all.extend(published);
    all.extend(counted);
    all.retain(|id, _| catalogue::activity(*id).is_some());
    all
}

fn count(column: &Column, dimension: Dimension, members: &[usize]) -> Option<Histogram> {
    let mut bars = vec![0_u32; bars_of(dimension)];
    let text = column.text(dimension).as_bytes();
    for &place in members {
        // The dataset's check has refused every other character.
        let bar = match (dimension, text[place]) {
            (Dimension::Centralisation, b'x') => Place::External as usize,
            (_, digit @ b'0'..=b'9') => usize::from(digit - b'0'),
            _ => continue,
        };
        bars[bar] += 1;
    }
    let n: u32 = bars.iter().sum();
    (n > 0).then(|| Histogram {
        n,
        bars: bars.into_iter().map(Some).collect(),
    })
}

/// The bar that an own rating belongs to: the place where most cases are done, of several the most
/// central; or the degree.
#[must_use]
pub fn bar_of(
    dimension: Dimension,
    organisation: Option<Organisation>,
    degree: Option<Degree>,
) -> Option<usize> {
    match dimension {
        Dimension::Centralisation => organisation.map(|one| main_place(one) as usize),
        Dimension::Process | Dimension::Solution => degree.map(|one| one as usize),
    }
}

/// Where most cases are done; of several the most central.
#[must_use]
pub fn main_place(organisation: Organisation) -> Place {
    Place::ALL
        .into_iter()
        .max_by_key(|&place| organisation.share(place))
        .unwrap_or(Place::Central)
}

/// How unusual an answer is: the share of the group that answers something else, 0 to 1. None
/// where the bar is kept back, so that nobody can tell.
#[must_use]
pub fn unusualness(histogram: &Histogram, bar: usize) -> Option<f64> {
    let same = (*histogram.bars.get(bar)?)?;
    (histogram.n > 0).then(|| 1.0 - f64::from(same) / f64::from(histogram.n))
}
