//! A contribution reduced to what a dataset needs of it: under a kilobyte, so that ten thousand
//! stand in the memory of a small machine.
//!
//! Owns the reduction. Numbers are whole steps of what is handed over (ten-thousandths of a point,
//! tenths of an FTE, hundredths of a rate), so that sums and order are exact.

use crate::domain::catalogue;
use crate::domain::ids::{ActivityId, AreaId, Domain};
use crate::domain::rating::{Degree, Dimension};

use super::answers::main_place;
use super::classes::Classes;
use super::contribution::{ActivityContribution, Contribution, Named};

/// Steps of a score in one point.
pub(super) const SCORE_STEPS: f64 = 10_000.0;
/// Steps of an FTE.
pub(super) const FTE_STEPS: f64 = 10.0;
/// Steps of FTE per 10,000 inhabitants or per 1,000 employees.
pub(super) const RATE_STEPS: f64 = 100.0;

/// One municipality. The order of the fields decides which of two is the newer.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Row {
    /// When its contribution was made.
    pub made_at: String,
    /// Its classes.
    pub classes: Classes,
    /// Scores of the areas, in the order of the catalogue and of the dimensions.
    pub scores: Box<[Option<[u16; 3]>]>,
    /// Of each area: FTE in steps of [`FTE_STEPS`] where it may be named, else the rate in steps of
    /// [`RATE_STEPS`].
    pub staffing: Box<[Option<u32>]>,
    /// The same of each domain, in the order of [`Domain::ALL`].
    pub staffing_totals: [Option<u32>; 2],
    /// Answers in the order of the catalogue, see [`pack`].
    answers: Box<[u8]>,
    /// Who it is, where it may be named.
    pub named: Option<Named>,
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "scores are 0 to 3 points; more FTE or rates than fit are shown as the most that fit"
)]
fn steps(value: f64, of_one: f64) -> u32 {
    (value * of_one).round() as u32
}

/// The three ratings of an activity in one byte; 0 where nothing counts.
fn pack(answer: &ActivityContribution) -> u8 {
    let place = answer
        .organisation
        .map_or(0, |one| 1 + main_place(one) as u8);
    let degree = |degree: Option<Degree>| degree.map_or(0, |one| 1 + one as u8);
    place * 16 + degree(answer.process) * 4 + degree(answer.solution)
}

impl Row {
    pub(super) fn of(contribution: &Contribution) -> Self {
        let area = |id: AreaId| contribution.areas.get(&id);
        let answer = |id: ActivityId| contribution.activities.get(&id).map_or(0, pack);
        let scores = |id: AreaId| {
            let scores = area(id)?.scores;
            Some(Dimension::ALL.map(|dimension| {
                let value = steps(*scores.get(dimension), SCORE_STEPS);
                u16::try_from(value).unwrap_or(u16::MAX)
            }))
        };
        let is_named = contribution.network.is_some();
        let staffing = |id: AreaId| {
            let area = area(id)?;
            Some(if is_named {
                steps(area.fte?, FTE_STEPS)
            } else {
                steps(area.rate?, RATE_STEPS)
            })
        };
        let (totals, of_one) = if is_named {
            (&contribution.fte_totals, FTE_STEPS)
        } else {
            (&contribution.rate_totals, RATE_STEPS)
        };
        let areas = || catalogue::AREAS.iter().map(|area| area.id);
        Self {
            made_at: contribution.made_at.clone(),
            classes: contribution.classes,
            scores: areas().map(scores).collect(),
            staffing: areas().map(staffing).collect(),
            staffing_totals: Domain::ALL
                .map(|domain| totals.get(&domain).map(|&value| steps(value, of_one))),
            answers: catalogue::activities()
                .map(|activity| answer(activity.id))
                .collect(),
            named: contribution
                .network
                .as_ref()
                .map(|network| network.municipality.clone()),
        }
    }

    /// The answer to an activity by its place in the catalogue, as the place in the list of
    /// [`Place::ALL`] or [`Degree::ALL`].
    pub(super) fn answer(&self, activity: usize, dimension: Dimension) -> Option<u8> {
        let packed = self.answers[activity];
        let one = match dimension {
            Dimension::Centralisation => packed / 16,
            Dimension::Process => packed / 4 % 4,
            Dimension::Solution => packed % 4,
        };
        one.checked_sub(1)
    }
}
