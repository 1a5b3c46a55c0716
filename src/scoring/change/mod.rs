//! What changed from one round to another.
//!
//! Compares the scores of areas and domains, the FTE and the activities of two rounds. Where the
//! catalogue or the method is another, the difference of a score has two parts: the municipality's
//! own change, measured in one way over the activities that both catalogues have, and the changed
//! method, which is all the rest. Not in the app's start. Does not know other municipalities.
//!
//! What was taken over and not confirmed counts in a score, as everywhere, but is never a change
//! of an activity.

mod activities;
mod measured;

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::domain::assessment::Round;
use crate::domain::catalogue;
use crate::domain::catalogue::mapping::Mapping;
use crate::domain::ids::{ActivityId, AreaId, Domain, RoundId};
use crate::domain::profile::Profile;
use crate::domain::rating::PerDimension;

use super::{ActivityRating, AreaScore, DomainScore, Scorecard, score};
use measured::{Measured, rate};

pub use activities::{ActivityChange, Aspect, Kind, Told};

/// How a method rates an activity of a round.
pub type Rate = fn(&Round, ActivityId) -> ActivityRating;

/// One of the two rounds.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Side {
    /// The round's id.
    pub id: RoundId,
    /// The year that its answers describe.
    pub year: u16,
    /// Version of the catalogue that was answered.
    pub catalogue: String,
    /// Version of the method that the round names.
    pub method: String,
    /// The municipality in that year: what its levels are called.
    #[serde(skip)]
    pub profile: Profile,
}

/// The parts of a difference between rounds that are not measured in one way. They sum to the
/// difference exactly.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct Split {
    /// "Jeres ændring": over the activities that both have, in the later method. None where one
    /// of the rounds has no answer to them.
    pub own: Option<f64>,
    /// "Ændret metode": the rest.
    pub method: f64,
}

/// A number in both rounds, unrounded.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize)]
pub struct Values {
    /// In the earlier round.
    pub before: Option<f64>,
    /// In the later round.
    pub after: Option<f64>,
    /// After - before; none where one of them is missing.
    pub difference: Option<f64>,
    /// The parts of the difference, where the rounds are not measured in one way.
    pub split: Option<Split>,
}

impl Values {
    /// Both numbers, measured in one way.
    #[must_use]
    pub fn new(before: Option<f64>, after: Option<f64>) -> Self {
        Self {
            before,
            after,
            difference: after.zip(before).map(|(after, before)| after - before),
            split: None,
        }
    }

    /// Splits the difference, given both numbers in the later way over what both rounds have.
    fn split(self, comparable: Self) -> Self {
        let Some(difference) = self.difference else {
            return self;
        };
        let own = comparable.difference;
        let method = difference - own.unwrap_or(0.0);
        Self {
            // The parts sum to what is shown, whatever a binary fraction lost.
            difference: Some(own.unwrap_or(0.0) + method),
            split: Some(Split { own, method }),
            ..self
        }
    }
}

/// What a score of a round rests on.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Basis {
    /// Too little is answered.
    pub provisional: bool,
    /// It is an estimate of the whole area.
    pub estimated: bool,
}

/// The change of one area.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct AreaChange {
    /// The area.
    pub area: AreaId,
    /// The scores.
    pub scores: PerDimension<Values>,
    /// FTE.
    pub fte: Values,
    /// What the earlier scores rest on.
    pub basis_before: Basis,
    /// What the later scores rest on.
    pub basis_after: Basis,
    /// Activities of the later round that were taken over and not confirmed.
    pub unconfirmed: usize,
}

/// The change of one domain.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct DomainChange {
    /// The domain.
    pub domain: Domain,
    /// Its areas, in order.
    pub areas: Vec<AreaChange>,
    /// "Samlet".
    pub total: PerDimension<Values>,
    /// FTE.
    pub fte: Values,
    /// The earlier "Samlet" is provisional.
    pub provisional_before: bool,
    /// The later "Samlet" is provisional.
    pub provisional_after: bool,
}

/// What changed from one round to another.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Change {
    /// The earlier round.
    pub before: Side,
    /// The later round.
    pub after: Side,
    /// The domains that at least one of the rounds answers.
    pub domains: Vec<DomainChange>,
    /// Activities that changed, and those that nobody has confirmed, in the order of the catalogue.
    pub activities: Vec<ActivityChange>,
    /// Answered in the earlier round, without a successor in the later catalogue.
    pub dropped: Vec<ActivityId>,
    /// Answered in the later round, without a predecessor in the earlier catalogue.
    pub added: Vec<ActivityId>,
}

/// Compares two rounds in the method of this program. `mapping` leads from the catalogue of
/// `before` to that of `after`.
#[must_use]
pub fn change(before: &Round, after: &Round, mapping: &Mapping) -> Change {
    change_of_method(before, after, mapping, None)
}

/// As [`change`], where the earlier round was scored by another method than this program's.
#[must_use]
pub fn change_of_method(
    before: &Round,
    after: &Round,
    mapping: &Mapping,
    earlier: Option<Rate>,
) -> Change {
    let (before_ids, after_ids) = (answered(before), answered(after));
    let pairs = mapping.pairs(&before_ids.union(&after_ids).copied().collect());
    let activities = activities::changes(before, after, &pairs);
    let comparison = Comparison {
        cards: (score(before), score(after)),
        own: Measured::of_all(
            (before, &before_ids, earlier.unwrap_or(rate)),
            (after, &after_ids, rate),
        ),
        comparable: (earlier.is_some() || !mapping.is_identity())
            .then(|| Measured::of_pairs(before, after, &pairs)),
        activities: &activities,
    };
    Change {
        before: side(before),
        after: side(after),
        domains: Domain::ALL
            .into_iter()
            .filter_map(|domain| comparison.domain(domain))
            .collect(),
        dropped: missing(&before_ids, pairs.iter().map(|pair| pair.0)),
        added: missing(&after_ids, pairs.iter().map(|pair| pair.1)),
        activities,
    }
}

fn side(round: &Round) -> Side {
    Side {
        id: round.id.clone(),
        year: round.year,
        catalogue: round.catalogue.clone(),
        method: round.method.clone(),
        profile: round.profile.clone(),
    }
}

/// What somebody has answered, whether or not the catalogue of this program has it.
fn answered(round: &Round) -> BTreeSet<ActivityId> {
    let answers = round.answers.values().flat_map(BTreeMap::keys);
    answers.copied().collect()
}

fn missing(
    ids: &BTreeSet<ActivityId>,
    present: impl Iterator<Item = ActivityId>,
) -> Vec<ActivityId> {
    let present: BTreeSet<ActivityId> = present.collect();
    ids.difference(&present).copied().collect()
}

struct Comparison<'a> {
    cards: (Scorecard, Scorecard),
    own: Measured,
    comparable: Option<Measured>,
    activities: &'a [ActivityChange],
}

impl Comparison<'_> {
    fn domain(&self, domain: Domain) -> Option<DomainChange> {
        let (before, after) = (self.cards.0.domain(domain), self.cards.1.domain(domain));
        if before.is_none() && after.is_none() {
            return None;
        }
        let fte = Values::new(
            before.and_then(|score| score.fte),
            after.and_then(|score| score.fte),
        );
        Some(DomainChange {
            domain,
            areas: catalogue::areas_of(domain)
                .map(|area| self.area(area.id))
                .collect(),
            total: PerDimension::from_fn(|dimension| {
                self.split(|measured| measured.total(&self.cards, domain, dimension))
            }),
            fte,
            provisional_before: before.is_some_and(DomainScore::is_provisional),
            provisional_after: after.is_some_and(DomainScore::is_provisional),
        })
    }

    fn area(&self, area: AreaId) -> AreaChange {
        let (before, after) = (self.cards.0.area(area), self.cards.1.area(area));
        let fte = |score: Option<&AreaScore>| score.and_then(|score| score.fte);
        let unconfirmed = self
            .activities
            .iter()
            .filter(|one| one.id.area == area && one.kind == Kind::Unconfirmed);
        AreaChange {
            area,
            scores: PerDimension::from_fn(|dimension| {
                self.split(|measured| measured.values(&self.cards, area, dimension))
            }),
            fte: Values::new(fte(before), fte(after)),
            basis_before: basis(before),
            basis_after: basis(after),
            unconfirmed: unconfirmed.count(),
        }
    }

    fn split(&self, values: impl Fn(&Measured) -> Values) -> Values {
        let all = values(&self.own);
        match &self.comparable {
            None => all,
            Some(comparable) => all.split(values(comparable)),
        }
    }
}

fn basis(score: Option<&AreaScore>) -> Basis {
    score.map_or_else(Basis::default, |score| Basis {
        provisional: score.is_provisional(),
        estimated: score.estimated,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// In binary fractions the whole less one part, plus that part, need not be the whole.
    #[test]
    fn the_parts_sum_to_the_difference_that_is_shown_to_the_last_bit() {
        let all = Values::new(Some(1.934), Some(2.22));
        let own = Values::new(Some(0.286_666_666_666_666_7), Some(0.0));
        let values = all.split(own);
        let split = values.split.unwrap();
        assert_eq!(split.own.map(|own| own + split.method), values.difference);
    }
}
