//! What the units say of one activity, weighed together.
//!
//! Several units that answer the same activity are no conflict: each is right about itself, and
//! together they say how the cases spread. Owns the weighing: every sum is an integer, and the one
//! division comes last ([`UnitsRating::hundredths`]). Does not know the municipality's own answer;
//! [`super::ActivityRating`] puts the two together.
//!
//! A unit counts where it rates the activity, in the dimensions that it rates. A unit that says
//! "ikke relevant" is left out; one that says "ved ikke" or nothing is silent.

use crate::domain::answer::{Answer, Standing};
use crate::domain::assessment::Round;
use crate::domain::catalogue::Weight;
use crate::domain::ids::{ActivityId, CENTRAL};
use crate::domain::rating::{Degree, Dimension, Organisation, PerDimension, Place};

/// By what the units were weighed in the end.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Weighting {
    /// As the catalogue says.
    By(Weight),
    /// All the same, since a unit that answers lacks the number that the catalogue names, or the
    /// numbers of all that answer are 0.
    EqualForLack(Weight),
}

/// What the units say in one dimension.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct UnitsRating {
    /// How many units gave each answer: in the order of [`Place::ALL`], and last those whose cases
    /// spread over several places; or in the order of [`Degree::ALL`], followed by zeros.
    pub counts: [u32; 6],
    /// Sum of the units' hundredths of a point times their weights.
    pub sum: u64,
    /// Sum of the weights.
    pub weight: u64,
    /// The smallest of the units' hundredths of a point.
    pub smallest: u32,
    /// The largest.
    pub largest: u32,
}

impl UnitsRating {
    /// How many units rated the dimension.
    #[must_use]
    pub fn n(&self) -> u32 {
        self.counts.iter().sum()
    }

    /// Weighted mean in hundredths of a point, between the smallest and the largest; none where no
    /// unit rated the dimension. A whole number wherever the mean is one.
    #[must_use]
    pub fn hundredths(&self) -> Option<f64> {
        ratio(self.sum, self.weight)
    }

    fn push(&mut self, place: usize, hundredths: u32, weight: u32) {
        if self.n() == 0 {
            self.smallest = u32::MAX;
        }
        self.counts[place] += 1;
        self.sum += u64::from(hundredths) * u64::from(weight);
        self.weight += u64::from(weight);
        self.smallest = self.smallest.min(hundredths);
        self.largest = self.largest.max(hundredths);
    }

    fn push_degree(&mut self, degree: Option<Degree>, weight: u32) {
        if let Some(degree) = degree {
            self.push(degree as usize, degree.hundredths(), weight);
        }
    }
}

/// What all units say of one activity.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct UnitsAnswer {
    /// Units that rate the activity in at least one dimension.
    pub n: u32,
    /// Units that say "ikke relevant"; not in `n`.
    pub not_relevant: u32,
    /// Units that say "ved ikke", or have looked at the activity without a rating; not in `n`.
    pub silent: u32,
    /// At least one of the ratings was taken over from an earlier round and not confirmed.
    pub unconfirmed: bool,
    /// By what they were weighed.
    pub weighting: Weighting,
    /// What they say.
    pub ratings: PerDimension<UnitsRating>,
    /// Percent of the cases at each place, in the order of [`Place::ALL`], times the units'
    /// weights; divide by the weight of the dimension of centralisation.
    pub places: [u64; 5],
}

impl UnitsAnswer {
    /// Weighs together what the units of a round say of an activity. `weight` is the catalogue's
    /// ([`crate::domain::catalogue::Activity::weight`]).
    #[must_use]
    pub fn of(round: &Round, activity: ActivityId, weight: Weight) -> Self {
        Self::weighed(round, activity, Weighting::By(weight))
            .or_else(|| Self::weighed(round, activity, Weighting::EqualForLack(weight)))
            .unwrap_or_else(|| Self::none(Weighting::By(weight)))
    }

    /// Percent of the cases at one place, 0 to 100; none where no unit says it.
    #[must_use]
    pub fn percent(&self, place: Place) -> Option<f64> {
        ratio(
            self.places[place as usize],
            self.ratings.centralisation.weight,
        )
    }

    /// Every unit that has said something says "ikke relevant".
    #[must_use]
    pub const fn is_not_relevant(&self) -> bool {
        self.not_relevant > 0 && self.n == 0 && self.silent == 0
    }

    const fn none(weighting: Weighting) -> Self {
        const NONE: UnitsRating = UnitsRating {
            counts: [0; 6],
            sum: 0,
            weight: 0,
            smallest: 0,
            largest: 0,
        };
        Self {
            n: 0,
            not_relevant: 0,
            silent: 0,
            unconfirmed: false,
            weighting,
            ratings: PerDimension {
                centralisation: NONE,
                process: NONE,
                solution: NONE,
            },
            places: [0; 5],
        }
    }

    /// None where the units cannot be weighed so: a number is missing, or all are 0.
    fn weighed(round: &Round, activity: ActivityId, weighting: Weighting) -> Option<Self> {
        let mut all = Self::none(weighting);
        for (unit, answers) in &round.answers {
            let Some(answer) = answers.get(&activity) else {
                continue;
            };
            if unit.0 == CENTRAL {
                continue;
            }
            match answer.standing {
                Standing::NotRelevant => all.not_relevant += 1,
                Standing::Asked if is_rated(answer) => {
                    let weight = match weighting {
                        Weighting::By(Weight::Equal) | Weighting::EqualForLack(_) => 1,
                        Weighting::By(weight) => round.units.get(unit)?.weight(weight)?,
                    };
                    all.push(answer, weight);
                }
                Standing::Asked | Standing::Unknown => all.silent += 1,
            }
        }
        let can_be_divided = |one: &UnitsRating| one.weight > 0 || one.n() == 0;
        Dimension::ALL
            .iter()
            .all(|&dimension| can_be_divided(all.ratings.get(dimension)))
            .then_some(all)
    }

    fn push(&mut self, answer: &Answer, weight: u32) {
        self.n += 1;
        self.unconfirmed |= answer.unconfirmed;
        self.ratings.process.push_degree(answer.process, weight);
        self.ratings.solution.push_degree(answer.solution, weight);
        if let Some(organisation) = answer.organisation {
            let place = match organisation {
                Organisation::One(place) => place as usize,
                Organisation::Spread(_) => Place::ALL.len(),
            };
            self.ratings
                .centralisation
                .push(place, organisation.hundredths(), weight);
            for place in Place::ALL {
                self.places[place as usize] +=
                    u64::from(organisation.share(place)) * u64::from(weight);
            }
        }
    }
}

const fn is_rated(answer: &Answer) -> bool {
    answer.organisation.is_some() || answer.process.is_some() || answer.solution.is_some()
}

#[allow(
    clippy::cast_precision_loss,
    reason = "3 points of a thousand units of a million employees stay far below 2^53"
)]
fn ratio(sum: u64, weight: u64) -> Option<f64> {
    (weight > 0).then(|| sum as f64 / weight as f64)
}
