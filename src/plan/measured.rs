//! What the subject of a goal measures in a round.
//!
//! Owns the way from a subject to its value. What the values say of a goal is
//! [`super::goals`]'s.

use std::collections::BTreeMap;

use crate::domain::assessment::{Assessment, Round};
use crate::domain::decisions::{Goal, GoalId, Subject};
use crate::domain::ids::RoundId;
use crate::scoring::indicators::{DomainIndicators, Indicators, Procedures, indicators};
use crate::scoring::{Scorecard, mean, score};
use crate::sorting::InOrder as _;

use super::goals::{FollowUp, Point, follow_up};

/// The value of a subject; none where it is not known.
///
/// "Digitalisation" is the plain mean of the domains that the round asks about, in percent, and
/// none where one of them is not known; "procedures" is the share of all answered activities.
#[must_use]
pub fn value_of(subject: &Subject, scorecard: &Scorecard, indicators: &Indicators) -> Option<f64> {
    match subject {
        Subject::Score(area, dimension) => scorecard.area(*area)?.score(*dimension),
        Subject::Fte(area) => scorecard.area(*area)?.fte,
        Subject::Indicator(name) => match name.as_str() {
            "payslips_per_fte" => indicators.payslips_per_fte.value(),
            "invoices_per_fte" => indicators.invoices_per_fte.value(),
            "digitalisation" => digitalisation(indicators).map(|share| share * 100.0),
            "procedures" => procedures(indicators).share().map(|share| share * 100.0),
            _ => None,
        },
    }
}

fn digitalisation(indicators: &Indicators) -> Option<f64> {
    let domains = indicators.domains.iter();
    let all: Option<Vec<f64>> = domains.map(DomainIndicators::digitalisation).collect();
    mean(all?.into_iter())
}

fn procedures(indicators: &Indicators) -> Procedures {
    let domains = indicators.domains.iter();
    domains.fold(Procedures::default(), |sum, domain| Procedures {
        yes: sum.yes + domain.procedures.yes,
        partly: sum.partly + domain.procedures.partly,
        no: sum.no + domain.procedures.no,
        asked: sum.asked + domain.procedures.asked,
    })
}

/// Follows every goal up, each round being scored once.
#[must_use]
pub fn follow_all(
    goals: &BTreeMap<GoalId, Goal>,
    assessment: &Assessment,
) -> BTreeMap<GoalId, FollowUp> {
    let score_of = |round: &Round| {
        let scorecard = score(round);
        let indicators = indicators(round, &scorecard);
        (round.year, scorecard, indicators)
    };
    let mut scored: BTreeMap<RoundId, (u16, Scorecard, Indicators)> = BTreeMap::new();
    let current = assessment.current().map(|round| round.id.clone());
    let set_in = goals.values().filter_map(|goal| goal.set_in.clone());
    for id in set_in.chain(current.clone()) {
        if let (false, Some(round)) = (scored.contains_key(&id), assessment.round(&id)) {
            scored.insert(id, score_of(round));
        }
    }
    let point = |goal: &Goal, id: Option<&RoundId>| {
        let (year, scorecard, indicators) = scored.get(id?)?;
        let subject = goal.subject.as_ref();
        Some(Point {
            year: *year,
            value: subject.and_then(|subject| value_of(subject, scorecard, indicators)),
        })
    };
    goals
        .iter()
        .map(|(id, goal)| {
            let start = point(goal, goal.set_in.as_ref());
            let now = point(goal, current.as_ref());
            (id.clone(), follow_up(goal, start, now))
        })
        .in_map()
}
