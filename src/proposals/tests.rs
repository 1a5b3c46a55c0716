//! The rule of matching on small rounds, and what its tests start from.

use std::collections::BTreeMap;

use serde_json::json;

use super::matching::{Peers, Picture, rank_among};
use super::proposal::Proposal;
use super::reason::{Match, Outcome, Reason, Weighing};
use crate::domain::amount::Amount;
use crate::domain::answer::{Answer, Estimate, Standing};
use crate::domain::assessment::Round;
use crate::domain::catalogue;
use crate::domain::ids::{AreaId, Domain, RoundId, UnitId};
use crate::domain::rating::Degree::{Full, Manual, Partly};
use crate::domain::rating::Place::{Central, Department, Institution};
use crate::domain::rating::{Degree, Dimension, Organisation, Place};
use crate::domain::staff::{StaffKind, StaffRow};
use crate::json;
use crate::scoring;

/// A proposal; an area with a `?` is inferred.
pub fn proposal(id: &str, areas: &[&str], aims: &[&str]) -> Proposal {
    let areas: Vec<_> = areas
        .iter()
        .map(|area| {
            let basis = if area.ends_with('?') {
                "inferred"
            } else {
                "stated"
            };
            json!({"area": area.trim_end_matches('?'), "basis": basis, "why": ""})
        })
        .collect();
    let one = json!({"score": 1, "why": ""});
    json::from_value(&json!({
        "id": id, "family": "mep", "number": 1, "group": "automation", "year": 2017,
        "name": "", "what": "", "practice": "", "still_relevant": {"answer": "yes", "why": ""},
        "preconditions": [], "effects": [], "experiences": [], "areas": areas,
        "dimensions": aims, "needs": "", "segregation_of_duties": null, "models": [],
        "assessment": {"organisation": one, "process_maturity": one, "volume": one},
        "conflicts": [], "sources": [],
    }))
    .unwrap()
}

pub fn area(id: &str) -> AreaId {
    id.parse().unwrap()
}

/// All activities of an area answered alike, and so many FTE on it.
pub fn answer(round: &mut Round, id: &str, points: (Place, Degree, Degree), fte: u64) {
    let answer = Answer {
        organisation: Some(Organisation::One(points.0)),
        process: Some(points.1),
        solution: Some(points.2),
        ..Answer::default()
    };
    let answers = round.answers.entry(UnitId::central()).or_default();
    for activity in catalogue::area(area(id)).unwrap().activities {
        answers.insert(activity.id, answer.clone());
    }
    if fte > 0 {
        round.staff.push(StaffRow {
            fte: Some(Amount::from_hundredths(fte * 100)),
            areas: [(area(id), 100)].into(),
            ..StaffRow::new(round.next_row_id(), StaffKind::Team)
        });
    }
}

pub fn round() -> Round {
    Round::new(RoundId("2026".to_owned()), 2026)
}

pub fn matched(proposals: &[Proposal], round: &Round, peers: Option<Peers<'_>>) -> Vec<Match> {
    let scorecard = scoring::score(round);
    let picture = Picture {
        round,
        scorecard: &scorecard,
        peers,
    };
    rank_among(proposals, Domain::Economy, &picture, &BTreeMap::new())
}

pub fn only(proposal: &Proposal, round: &Round) -> Match {
    matched(std::slice::from_ref(proposal), round, None).remove(0)
}

#[test]
fn the_largest_gap_weighs_by_fte_and_an_inferred_area_half() {
    let mut round = round();
    answer(&mut round, "E04", (Department, Partly, Full), 10);
    answer(&mut round, "E06", (Central, Manual, Full), 4);
    answer(&mut round, "E05", (Central, Full, Partly), 6);
    let check = |areas: &[&str], aims: &[&str], points: f64| {
        let found = only(&proposal("M01", areas, aims), &round);
        assert!(
            (found.points - points).abs() < 1e-9,
            "{areas:?} {aims:?} {}",
            found.points
        );
        assert_eq!(found.weighing, Weighing::Fte);
        assert_eq!(found.outcome == Outcome::Needed, points > 0.0);
    };
    check(&["E04"], &["process", "resources"], 5.0);
    check(&["E04"], &["process", "solution"], 5.0);
    check(&["E05"], &["process", "solution"], 3.0);
    check(&["E04"], &["solution"], 0.0);
    check(&["E04"], &["centralisation"], 10.0 / 3.0);
    check(&["E04", "E06?"], &["process"], 5.0 + 2.0);
    check(&["E06?", "P01"], &["process"], 2.0);
}

#[test]
fn nobody_is_told_to_gather_what_should_stay_decentral() {
    let mut round = round();
    answer(&mut round, "E11", (Institution, Partly, Full), 10);
    let found = only(
        &proposal("K01", &["E11"], &["centralisation", "resources"]),
        &round,
    );
    assert_eq!((found.outcome, found.points), (Outcome::NotHere, 0.0));
    assert_eq!(found.areas[0].reasons, [Reason::StaysDecentral]);
    let found = only(
        &proposal("K09", &["E11"], &["centralisation", "process"]),
        &round,
    );
    assert!((found.points - 5.0).abs() < 1e-9);
    assert_eq!(found.areas[0].deciding, Some(Dimension::Process));
}

#[test]
fn without_fte_all_areas_weigh_alike_and_an_area_without_counts_for_nothing() {
    let mut round = round();
    answer(&mut round, "E04", (Central, Manual, Full), 0);
    let proposal = proposal("M10", &["E04", "E06"], &["process"]);
    let found = only(&proposal, &round);
    assert_eq!((found.weighing, found.points), (Weighing::Alike, 1.0));
    answer(&mut round, "E06", (Central, Full, Full), 5);
    let found = only(&proposal, &round);
    assert_eq!((found.weighing, found.points), (Weighing::Fte, 0.0));
    assert!(
        found
            .reasons()
            .any(|one| one == (area("E04"), &Reason::NoFte))
    );
    assert_eq!(found.outcome, Outcome::Needed);
}

#[test]
fn what_is_not_answered_not_there_or_done_is_told_apart() {
    let proposal = proposal("M10", &["E04"], &["process", "solution"]);
    let check = |round: &Round, outcome, reasons: &[Reason]| {
        let found = only(&proposal, round);
        assert_eq!((found.outcome, found.points), (outcome, 0.0));
        assert_eq!(found.areas[0].reasons, reasons);
    };
    let mut round = round();
    check(&round, Outcome::Unanswered, &[Reason::Unanswered]);
    answer(&mut round, "E04", (Institution, Full, Full), 1);
    check(&round, Outcome::AlreadyThere, &[]);
    for answer in round
        .answers
        .get_mut(&UnitId::central())
        .unwrap()
        .values_mut()
    {
        answer.standing = Standing::NotRelevant;
    }
    check(&round, Outcome::NotHere, &[Reason::NotRelevant]);
    round.profile.domains.remove(&Domain::Economy);
    check(&round, Outcome::Unanswered, &[Reason::Unanswered]);
}

#[test]
fn an_estimate_counts_and_is_marked_and_so_is_what_is_provisional() {
    let proposal = proposal("M10", &["E04"], &["process"]);
    let mut estimated = round();
    estimated.estimates.insert(
        area("E04"),
        Estimate {
            process: Some(Partly),
            ..Estimate::default()
        },
    );
    let found = only(&proposal, &estimated);
    assert!((found.points - 0.5).abs() < 1e-9);
    assert!(found.areas[0].reasons.contains(&Reason::Estimated));
    assert_eq!(found.areas[0].causes, []);

    let mut few = round();
    answer(&mut few, "E04", (Central, Manual, Full), 0);
    let answers = few.answers.get_mut(&UnitId::central()).unwrap();
    answers.retain(|activity, _| activity.number == 1);
    let found = only(&proposal, &few);
    assert!((found.points - 1.0).abs() < 1e-9);
    assert!(found.areas[0].reasons.contains(&Reason::Provisional));
}
