//! What one activity contributes to the scores of its area.
//!
//! Where units rate an activity, their weighed answer stands for the municipality's own, dimension
//! by dimension: the own answer stands in the dimensions that no unit rated.

use crate::domain::answer::{Answer, Estimate, Standing};
use crate::domain::assessment::Round;
use crate::domain::catalogue::Weight;
use crate::domain::ids::ActivityId;
use crate::domain::rating::{Degree, Dimension, Organisation, PerDimension, Place};

use super::units::UnitsAnswer;

/// How far an activity is answered.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Status {
    /// At least one rating is missing.
    #[default]
    Missing,
    /// "Ved ikke": counts as missing.
    Unknown,
    /// Taken over from an earlier round and not confirmed: its points count, but it is not
    /// answered.
    Unconfirmed,
    /// "Ikke relevant": does not count at all.
    NotRelevant,
    /// All three ratings are given.
    Answered,
}

/// The points of one activity.
///
/// Hundredths and percents are whole numbers in every single answer, and `f64` holds and adds
/// whole numbers exactly; only the weighed answer of several units can be a fraction.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ActivityRating {
    /// How far it is answered.
    pub status: Status,
    /// Hundredths of a point in each dimension, where answered: 0-300 for centralisation, 0-100
    /// for the digital degrees.
    pub hundredths: PerDimension<Option<f64>>,
    /// Percent of the cases that are done externally, 0 to 100.
    pub external_percent: f64,
}

impl ActivityRating {
    /// The points of an activity in a round, by the municipality and its units together. `weight`
    /// is the catalogue's.
    #[must_use]
    pub fn in_round(round: &Round, activity: ActivityId, weight: Weight) -> Self {
        let own = round.central_answer(activity);
        Self::of(own).with_units(own, &UnitsAnswer::of(round, activity, weight))
    }

    /// The points of one answer; a missing answer is [`Status::Missing`].
    #[must_use]
    pub fn of(answer: Option<&Answer>) -> Self {
        let Some(answer) = answer else {
            return Self::default();
        };
        let empty = |status| Self {
            status,
            ..Self::default()
        };
        match answer.standing {
            Standing::NotRelevant => empty(Status::NotRelevant),
            Standing::Unknown => empty(Status::Unknown),
            Standing::Asked => Self {
                status: if answer.is_complete() {
                    Status::Answered
                } else if answer.unconfirmed {
                    Status::Unconfirmed
                } else {
                    Status::Missing
                },
                ..Self::points(answer.organisation, answer.process, answer.solution)
            },
        }
    }

    /// The points of an estimate of a whole area.
    #[must_use]
    pub fn of_estimate(estimate: &Estimate) -> Self {
        Self::points(estimate.organisation, estimate.process, estimate.solution)
    }

    /// Puts what the units say in the place of the own answer `own`, whose points these are. Where
    /// no unit rates the activity the own answer stands; but if all of them say "ikke relevant"
    /// and the own answer rates nothing, so is the activity.
    #[must_use]
    pub fn with_units(mut self, own: Option<&Answer>, units: &UnitsAnswer) -> Self {
        if units.n == 0 {
            if units.is_not_relevant() && !self.is_rated() {
                self.status = Status::NotRelevant;
            }
            return self;
        }
        let mut own_counts = false;
        for dimension in Dimension::ALL {
            match units.ratings.get(dimension).hundredths() {
                None => own_counts |= self.hundredths.get(dimension).is_some(),
                weighed => *self.hundredths.get_mut(dimension) = weighed,
            }
        }
        if let Some(percent) = units.percent(Place::External) {
            self.external_percent = percent;
        }
        let own_unconfirmed = own_counts && own.is_some_and(|own| own.unconfirmed);
        let missing = Dimension::ALL.map(|dimension| self.hundredths.get(dimension).is_none());
        self.status = if units.unconfirmed || own_unconfirmed {
            Status::Unconfirmed
        } else if missing.contains(&true) {
            Status::Missing
        } else {
            Status::Answered
        };
        self
    }

    fn is_rated(&self) -> bool {
        Dimension::ALL
            .iter()
            .any(|&dimension| self.hundredths.get(dimension).is_some())
    }

    fn points(
        organisation: Option<Organisation>,
        process: Option<Degree>,
        solution: Option<Degree>,
    ) -> Self {
        Self {
            status: Status::default(),
            hundredths: PerDimension {
                centralisation: organisation.map(|one| one.hundredths().into()),
                process: process.map(|one| one.hundredths().into()),
                solution: solution.map(|one| one.hundredths().into()),
            },
            external_percent: organisation.map_or(0.0, |one| one.share(Place::External).into()),
        }
    }
}
