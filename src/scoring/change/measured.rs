//! The areas' scores in two rounds, measured over the activities that are asked for.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::assessment::Round;
use crate::domain::catalogue::{self, Weight};
use crate::domain::ids::{ActivityId, AreaId, Domain};
use crate::domain::rating::{Dimension, PerDimension};
use crate::scoring::{ActivityRating, Mean, Scorecard, mean};

use super::{Rate, Values};

/// Rates an activity in the method of this program; one that the catalogue does not have any more
/// with units of equal weight.
pub(super) fn rate(round: &Round, activity: ActivityId) -> ActivityRating {
    let weight = catalogue::activity(activity).map_or(Weight::Equal, |one| one.weight);
    ActivityRating::in_round(round, activity, weight)
}

/// The means of the areas.
type Means = BTreeMap<AreaId, PerDimension<Mean>>;

fn add(means: &mut Means, area: AreaId, rating: &ActivityRating) {
    let means = means.entry(area).or_default();
    for dimension in Dimension::ALL {
        if let Some(hundredths) = *rating.hundredths.get(dimension) {
            means.get_mut(dimension).push(hundredths);
        }
    }
}

/// The means of both rounds, measured over some activities.
pub(super) struct Measured {
    before: Means,
    after: Means,
}

impl Measured {
    /// Over everything that was answered, each round in its own catalogue and method.
    pub(super) fn of_all(
        before: (&Round, &BTreeSet<ActivityId>, Rate),
        after: (&Round, &BTreeSet<ActivityId>, Rate),
    ) -> Self {
        let means = |(round, ids, rate): (&Round, &BTreeSet<ActivityId>, Rate)| {
            let mut means = Means::new();
            for &id in ids {
                add(&mut means, id.area, &rate(round, id));
            }
            means
        };
        Self {
            before: means(before),
            after: means(after),
        }
    }

    /// Over the activities that both catalogues have, in one method. Each pair counts once on
    /// both sides, in the area of the newer activity.
    pub(super) fn of_pairs(
        before: &Round,
        after: &Round,
        pairs: &[(ActivityId, ActivityId)],
    ) -> Self {
        let mut both = Self {
            before: Means::new(),
            after: Means::new(),
        };
        for &(older, newer) in pairs {
            add(&mut both.before, newer.area, &rate(before, older));
            add(&mut both.after, newer.area, &rate(after, newer));
        }
        both
    }

    pub(super) fn values(
        &self,
        cards: &(Scorecard, Scorecard),
        area: AreaId,
        dimension: Dimension,
    ) -> Values {
        Values::new(
            value(&self.before, &cards.0, area, dimension),
            value(&self.after, &cards.1, area, dimension),
        )
    }

    /// "Samlet": the plain mean of the areas that have a score.
    pub(super) fn total(
        &self,
        cards: &(Scorecard, Scorecard),
        domain: Domain,
        dimension: Dimension,
    ) -> Values {
        let values: Vec<Values> = catalogue::areas_of(domain)
            .map(|area| self.values(cards, area.id, dimension))
            .collect();
        Values::new(
            mean(values.iter().filter_map(|one| one.before)),
            mean(values.iter().filter_map(|one| one.after)),
        )
    }
}

/// The score of an area over what was measured, or its estimate where nothing was answered; none
/// where the round does not answer the domain.
fn value(means: &Means, card: &Scorecard, area: AreaId, dimension: Dimension) -> Option<f64> {
    let card = card.area(area)?;
    let measured = means.get(&area).copied().unwrap_or_default();
    let unanswered = Dimension::ALL
        .iter()
        .all(|&dimension| measured.get(dimension).n == 0);
    if unanswered && card.estimated {
        card.score(dimension)
    } else {
        measured.get(dimension).value()
    }
}
