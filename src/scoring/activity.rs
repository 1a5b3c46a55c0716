//! What one activity contributes to the scores of its area.

use crate::domain::answer::{Answer, Estimate, Standing};
use crate::domain::rating::{Degree, Organisation, PerDimension, Place};

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
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct ActivityRating {
    /// How far it is answered.
    pub status: Status,
    /// Hundredths of a point in each dimension, where answered: 0-300 for centralisation, 0-100
    /// for the digital degrees.
    pub hundredths: PerDimension<Option<u32>>,
    /// Percent of the cases that are done externally.
    pub external_percent: u8,
}

impl ActivityRating {
    /// The points of an answer; a missing answer is [`Status::Missing`].
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

    fn points(
        organisation: Option<Organisation>,
        process: Option<Degree>,
        solution: Option<Degree>,
    ) -> Self {
        Self {
            status: Status::default(),
            hundredths: PerDimension {
                centralisation: organisation.map(Organisation::hundredths),
                process: process.map(Degree::hundredths),
                solution: solution.map(Degree::hundredths),
            },
            external_percent: organisation.map_or(0, |one| one.share(Place::External)),
        }
    }
}
