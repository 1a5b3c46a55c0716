//! The rules of the action plan against numbers computed by hand.

use std::collections::BTreeMap;

use kommunebenchmark::calculators::Grid;
use kommunebenchmark::domain::assessment::{Assessment, Round};
use kommunebenchmark::domain::decisions::{self, Decisions, ProposalId};
use kommunebenchmark::domain::ids::RoundId;
use kommunebenchmark::domain::plan::Plan;
use kommunebenchmark::domain::rating::{Degree, Dimension, Place};
use kommunebenchmark::plan::goals::{Direction, Pace, State};
use kommunebenchmark::plan::measured::follow_all;
use kommunebenchmark::plan::planned::When;
use kommunebenchmark::plan::prepare::{Finding, Given, What};
use kommunebenchmark::plan::spread::SpreadProblem;
use kommunebenchmark::plan::totals::{Totals, harvest_at, totals};
use kommunebenchmark::plan::what_if::{WhatIf, what_if};
use kommunebenchmark::plan::worth::Worth;
use kommunebenchmark::plan::{PerScenario, Scenario};
use kommunebenchmark::scoring;
use serde_json::{Value, json};

use crate::given::{all_of, answer, area, round, team};

pub fn decided(plan: Value) -> Decisions {
    let plan: Plan = serde_json::from_value(plan).unwrap();
    let (decisions, unread) = decisions::read(&plan);
    assert_eq!(unread, []);
    decisions
}

/// A case that is the same in every scenario.
fn certain(rows: Grid) -> Worth {
    PerScenario::from_fn(|_| rows.clone())
}

/// FTE and the value of their time at 500,000 kr. each.
fn frees(fte: &[f64]) -> Grid {
    Grid {
        fte: fte.to_vec(),
        capacity: fte.iter().map(|fte| fte * 500_000.0).collect(),
        ..Grid::default()
    }
}

/// E04 has ten FTE, E05 two, and P06 none; M08 concerns the first two, M10 the first.
fn given(worths: &[(&str, Grid)]) -> Given {
    let areas = [
        ("M08", &["E04", "E05"][..]),
        ("M10", &["E04"]),
        ("M01", &["P06"]),
    ];
    Given {
        fte: [(area("E04"), 10.0), (area("E05"), 2.0)].into(),
        areas: areas
            .map(|(id, areas)| (id.into(), areas.iter().map(|id| area(id)).collect()))
            .into(),
        worths: worths
            .iter()
            .map(|(id, rows)| ((*id).into(), certain(rows.clone())))
            .collect(),
    }
}

/// The years with their expected FTE and result.
#[track_caller]
fn check_years(totals: &Totals, expected: &[(u16, f64, f64)]) {
    let years: Vec<u16> = totals.years.iter().map(|total| total.year).collect();
    let of_years: Vec<u16> = expected.iter().map(|one| one.0).collect();
    assert_eq!(years, of_years);
    for (total, &(year, fte, result)) in totals.years.iter().zip(expected) {
        let amounts = total.amounts.expected;
        assert!((amounts.fte - fte).abs() < 1e-9, "{year}: {}", amounts.fte);
        let got = amounts.result();
        assert!((got - result).abs() < 1e-3, "{year}: {got}");
    }
}

fn whats(totals: &Totals) -> Vec<(&str, &What)> {
    let findings = totals.findings.iter();
    findings
        .map(|Finding { action, what }| (action.0.as_str(), what))
        .collect()
}

#[test]
fn two_actions_on_one_area_cannot_free_the_same_fte() {
    let decisions = decided(json!({
        "cases": {"c1": {}, "c2": {}},
        "actions": {
            "a1": {"proposal": "M10", "order": 1, "case": "c1", "gain_from": 2027},
            "a2": {"proposal": "M10", "order": 2, "case": "c2", "gain_from": 2028}
        }
    }));
    let given = given(&[("c1", frees(&[3.5, 7.0])), ("c2", frees(&[5.0, 5.0]))]);
    let totals = totals(&decisions, &given);
    // In 2028 seven of ten are taken: a2 gets 3 of 5, and 3/5 of the value of the time.
    check_years(
        &totals,
        &[
            (2027, 3.5, 1_750_000.0),
            (2028, 10.0, 5_000_000.0),
            (2029, 10.0, 1_500_000.0),
        ],
    );
    let accumulated = totals.years[2].accumulated.expected;
    assert!((accumulated - 8_250_000.0).abs() < 1e-3, "{accumulated}");
    let when = When::Year(2028);
    let harvest = harvest_at(&totals.planned, &given.fte, when, Scenario::Expected);
    let taken = harvest.of(&"a2".into(), area("E04")).unwrap();
    assert!((taken.cut() - 2.0).abs() < 1e-9);
    assert_eq!(
        harvest.before(&"a2".into(), area("E04")),
        [(&"a1".into(), 7.0)]
    );
}

#[test]
fn after_the_last_year_of_a_case_its_fte_stay_freed_and_its_money_ends() {
    let decisions = decided(json!({
        "cases": {"c1": {}, "c2": {}},
        "actions": {
            "a1": {"proposal": "M10", "order": 1, "case": "c1", "gain_from": 2026},
            "a2": {"proposal": "M10", "order": 2, "case": "c2", "gain_from": 2027}
        }
    }));
    let given = given(&[("c1", frees(&[8.0])), ("c2", frees(&[8.0]))]);
    let totals = totals(&decisions, &given);
    check_years(
        &totals,
        &[(2026, 8.0, 4_000_000.0), (2027, 10.0, 1_000_000.0)],
    );
    let ends = What::CaseEnds("c1".into(), 2026);
    assert_eq!(whats(&totals), [("a1", &ends)]);
    let phased_in = totals.phased_in.expected;
    assert!((phased_in.fte - 10.0).abs() < 1e-9);
    assert!((phased_in.capacity - 5_000_000.0).abs() < 1e-3);
}

#[test]
fn cost_and_cash_do_not_shrink_with_the_fte() {
    let decisions = decided(json!({
        "cases": {"c1": {}},
        "actions": {"a1": {"proposal": "M10", "case": "c1", "gain_from": 2026}}
    }));
    let rows = Grid {
        fte: vec![20.0],
        capacity: vec![8_000_000.0],
        cash: vec![300_000.0],
        running: vec![100_000.0],
        investment: vec![50_000.0],
    };
    let totals = totals(&decisions, &given(&[("c1", rows)]));
    // Half of the FTE are there: 4,000,000 + 300,000 - 100,000 - 50,000.
    check_years(&totals, &[(2026, 10.0, 4_150_000.0)]);
    let areas: Vec<_> = totals.trace.iter().map(|row| row.area).collect();
    assert_eq!(areas, [None, Some(area("E04"))]);
}

#[test]
fn freed_fte_spread_by_the_areas_own() {
    let decisions = decided(json!({
        "cases": {"c1": {}},
        "actions": {"a1": {"proposal": "M08", "case": "c1", "gain_from": 2026}}
    }));
    let totals = totals(&decisions, &given(&[("c1", frees(&[6.0]))]));
    let fte: BTreeMap<_, _> = totals
        .trace
        .iter()
        .map(|row| (row.area.unwrap().to_string(), row.amounts.expected.fte))
        .collect();
    assert!((fte["E04"] - 5.0).abs() < 1e-9);
    assert!((fte["E05"] - 1.0).abs() < 1e-9);
}

#[test]
fn a_stopped_action_takes_nothing_and_leaves_its_case_to_another() {
    let decisions = decided(json!({
        "cases": {"c1": {}},
        "actions": {
            "a1": {"proposal": "M10", "case": "c1", "gain_from": 2026, "status": "stopped"},
            "a2": {"proposal": "M10", "case": "c1", "gain_from": 2027},
            "a3": {"proposal": "M10", "case": "c1", "gain_from": 2026}
        }
    }));
    let totals = totals(&decisions, &given(&[("c1", frees(&[4.0]))]));
    check_years(&totals, &[(2027, 4.0, 2_000_000.0)]);
    let before = What::CountedBefore("a2".into());
    assert_eq!(whats(&totals), [("a3", &before)]);
}

#[test]
fn value_of_time_without_fte_counts_whole_and_is_named() {
    let decisions = decided(json!({
        "cases": {"c1": {}},
        "actions": {"a1": {"proposal": "M10", "case": "c1", "gain_from": 2026}}
    }));
    let rows = Grid {
        capacity: vec![100_000.0],
        fte: vec![0.0],
        ..Grid::default()
    };
    let totals = totals(&decisions, &given(&[("c1", rows)]));
    check_years(&totals, &[(2026, 0.0, 100_000.0)]);
    assert_eq!(totals.unchecked().count(), 1);
}

#[test]
fn an_action_without_a_case_counts_the_effects_that_were_set() {
    let decisions = decided(json!({
        "moves": {
            "M10": {"E04": {"fte_percent": {"low": 10, "expected": 20, "high": 30}}},
            "M08": {"E04": {"fte_percent": {"expected": 50}}, "E05": {"solution": 0.5}}
        },
        "actions": {
            "a1": {"proposal": "M10", "order": 1, "gain_from": 2026},
            "a2": {"proposal": "M08", "order": 2, "gain_from": 2027}
        }
    }));
    let totals = totals(&decisions, &given(&[]));
    check_years(&totals, &[(2026, 2.0, 0.0), (2027, 6.0, 0.0)]);
    let last = totals.years[1].amounts;
    assert!((last.low.fte - 5.5).abs() < 1e-9);
    assert!((last.high.fte - 6.5).abs() < 1e-9);
    assert!(totals.findings.is_empty());
}

/// What is told of the only action, and the expected FTE when all is phased in.
#[track_caller]
fn check_told(action: &Value, expected: &[What], phased_in: f64) {
    let decisions = decided(json!({"cases": {"c1": {}, "c2": {}}, "actions": {"a1": action}}));
    let totals = totals(&decisions, &given(&[("c1", frees(&[2.0]))]));
    let told: Vec<What> = totals.findings.iter().map(|one| one.what.clone()).collect();
    assert_eq!(told, expected);
    assert!((totals.phased_in.expected.fte - phased_in).abs() < 1e-9);
}

#[test]
fn what_keeps_an_action_from_counting_is_named() {
    let year = 2026;
    check_told(
        &json!({"proposal": "M10", "case": "c1"}),
        &[What::NoYear],
        2.0,
    );
    check_told(
        &json!({"proposal": "M10", "case": "c1", "gain_from": 20}),
        &[What::YearOutside(20)],
        2.0,
    );
    check_told(
        &json!({"proposal": "M10", "case": "c2", "gain_from": year}),
        &[What::NoWorth("c2".into())],
        0.0,
    );
    check_told(
        &json!({"proposal": "M10", "case": "c3", "gain_from": year}),
        &[What::UnknownCase("c3".into())],
        0.0,
    );
    check_told(
        &json!({"proposal": "M10", "gain_from": year}),
        &[What::NoEffect],
        0.0,
    );
    for (split, problem) in [
        (json!({"E04": 60}), SpreadProblem::SplitSum(60)),
        (json!({}), SpreadProblem::NoFte),
    ] {
        let action = json!({"proposal": "M01", "case": "c1", "gain_from": year, "split": split});
        check_told(&action, &[What::Spread(problem)], 0.0);
    }
    check_told(
        &json!({"proposal": "K01", "case": "c1", "gain_from": year}),
        &[What::Spread(SpreadProblem::NoAreas)],
        0.0,
    );
    check_told(
        &json!({"proposal": "M10", "case": "c1", "gain_from": year, "split": {"E04": 50, "P06": 50}}),
        &[What::AreaWithoutFte(area("P06"))],
        1.0,
    );
}

#[track_caller]
fn check_year(dates: &Value, first: u16) {
    let mut action = json!({"proposal": "M10", "case": "c1"});
    let fields = action.as_object_mut().unwrap();
    fields.extend(dates.as_object().unwrap().clone());
    let decisions = decided(json!({"cases": {"c1": {}}, "actions": {"a1": action}}));
    let totals = totals(&decisions, &given(&[("c1", frees(&[2.0]))]));
    assert_eq!(totals.years[0].year, first);
}

#[test]
fn the_gain_begins_in_the_year_after_the_work() {
    check_year(
        &json!({"gain_from": 2030, "start": "2026-01-01", "end": "2027-12-31"}),
        2030,
    );
    check_year(&json!({"start": "2026-01-01", "end": "2027-12-31"}), 2028);
    check_year(&json!({"start": "2026-01-01"}), 2027);
    check_year(&json!({"start": "2026-01-01", "end": "til foråret"}), 2027);
}

#[test]
fn a_plan_sums_fifteen_years_at_most() {
    let decisions = decided(json!({
        "cases": {"c1": {}, "c2": {}},
        "actions": {
            "a1": {"proposal": "M10", "case": "c1", "gain_from": 2026},
            "a2": {"proposal": "M10", "case": "c2", "gain_from": 2050}
        }
    }));
    let totals = totals(
        &decisions,
        &given(&[("c1", frees(&[2.0])), ("c2", frees(&[2.0]))]),
    );
    assert_eq!(totals.years.len(), 15);
    let ends = What::CaseEnds("c1".into(), 2026);
    let expected = [("a1", &ends), ("a2", &What::AfterTheLastYear)];
    assert_eq!(whats(&totals), expected);
    assert!((totals.phased_in.expected.fte - 4.0).abs() < 1e-9);
}

/// Every area of both domains answered, P06 the least digital; four FTE on P06.
fn answered() -> Round {
    let mut answers = Vec::new();
    for one in &kommunebenchmark::domain::catalogue::AREAS {
        let degree = if one.id == area("P06") {
            Degree::Partly
        } else {
            Degree::Full
        };
        answers.extend(all_of(
            &one.id.to_string(),
            &answer(Place::Central, degree, degree),
        ));
    }
    let mut round = round(answers);
    round.staff = vec![team(1, "P06", 400), team(2, "P02", 400)];
    round.profile.payslips = Some(8000);
    round
}

fn tried(round: &Round, chosen: &[&str], moves: Value) -> WhatIf {
    let moves = decided(json!({ "moves": moves })).moves;
    let chosen: Vec<ProposalId> = chosen.iter().map(|&id| id.into()).collect();
    what_if(round, &scoring::score(round), &chosen, &moves)
}

#[test]
fn what_if_moves_scores_totals_fte_and_indicators() {
    let round = answered();
    let moves = json!({
        "M08": {"P06": {"solution": 0.25, "centralisation": -1,
            "fte_percent": {"low": 25, "expected": 50, "high": 75}}},
        "M10": {"P06": {"process": 0.75, "fte_percent": {"expected": 50}}}
    });
    let what_if = tried(&round, &["M08", "M10", "M08"], moves);
    let before = what_if.before.scorecard.area(area("P06")).unwrap();
    let after = what_if.after.expected.scorecard.area(area("P06")).unwrap();
    let scores = |score: &scoring::AreaScore| Dimension::ALL.map(|one| score.score(one).unwrap());
    let close = |one: [f64; 3], other: [f64; 3]| {
        one.iter()
            .zip(other)
            .all(|(one, other)| (one - other).abs() < 1e-9)
    };
    assert!(close(scores(before), [3.0, 0.5, 0.5]));
    assert!(
        close(scores(after), [2.0, 1.0, 0.75]),
        "{:?}",
        scores(after)
    );
    // Half of four, then half of the two that are left.
    let fte = |picture: &kommunebenchmark::plan::what_if::Picture| {
        picture.scorecard.area(area("P06")).unwrap().fte.unwrap()
    };
    assert!((fte(&what_if.after.low) - 1.5).abs() < 1e-9);
    assert!((fte(&what_if.after.expected) - 1.0).abs() < 1e-9);
    assert!((fte(&what_if.after.high) - 0.5).abs() < 1e-9);
    let payroll = &what_if.after.expected.scorecard.domains[1];
    let solution = payroll.total.solution.unwrap();
    assert!((solution - 17.75 / 18.0).abs() < 1e-9, "{solution}");
    // (1 x 0.75 + 4 x 1) / 5.
    let weighted = payroll.weighted.solution.unwrap();
    assert!((weighted - 0.95).abs() < 1e-9, "{weighted}");
    let payslips = what_if.after.expected.indicators.payslips_per_fte.value();
    assert!((payslips.unwrap() - 1600.0).abs() < 1e-9);
    assert_eq!(
        what_if.before.indicators.payslips_per_fte.value(),
        Some(1000.0)
    );
    assert_eq!(what_if.not_moved, []);
}

#[test]
fn what_if_adds_the_moves_up_before_it_meets_the_end_of_the_scale() {
    let moves = json!({
        "M08": {"P06": {"solution": 0.75}},
        "M10": {"P06": {"solution": -0.5}}
    });
    for chosen in [["M08", "M10"], ["M10", "M08"]] {
        let what_if = tried(&answered(), &chosen, moves.clone());
        let after = what_if.after.expected.scorecard.area(area("P06")).unwrap();
        let score = after.score(Dimension::Solution).unwrap();
        assert!((score - 0.75).abs() < 1e-9, "{score}");
        assert_eq!(after.mass_means.solution.n, 0);
    }
}

#[test]
fn what_if_names_the_moves_that_find_no_score() {
    let what_if = tried(
        &round([]),
        &["M08"],
        json!({"M08": {"P06": {"solution": 0.75, "fte_percent": {"expected": 50}}}}),
    );
    let expected = [("M08".into(), area("P06"), Dimension::Solution)];
    assert_eq!(what_if.not_moved, expected);
    let taken = what_if.harvest.expected.of(&"M08".into(), area("P06"));
    assert!(taken.unwrap().without_fte);
}

#[test]
fn goals_are_followed_from_the_round_in_which_they_were_set() {
    let mut assessment = Assessment::new("survey".to_owned(), 2026);
    let mut first = answered();
    first.id = RoundId("2026".to_owned());
    let mut second = first.clone();
    second.id = RoundId("2027".to_owned());
    second.year = 2027;
    second.staff = vec![team(1, "P06", 300), team(2, "P02", 500)];
    assessment.rounds = vec![first, second];
    let decisions = decided(json!({"goals": {
        "g1": {"subject": {"fte": "P06"}, "target": 2, "year": 2028, "set_in": "2026"},
        "g2": {"subject": {"score": ["P06", "process"]}, "target": 1, "year": 2028, "set_in": "2026"},
        "g3": {"subject": {"indicator": "digitalisation"}, "target": 70, "year": 2028, "set_in": "2020"},
        "g4": {"subject": {"indicator": "payslips_per_fte"}, "target": 1000, "year": 2028, "set_in": "2026"}
    }}));
    let followed = follow_all(&decisions.goals, &assessment);
    let of = |id: &str| {
        let one = &followed[&id.into()];
        (one.direction, one.state, one.pace)
    };
    let half = State::OnTheWay(0.5);
    assert_eq!(
        of("g1"),
        (Some(Direction::Down), half, Some(Pace::AsExpected))
    );
    let none = State::OnTheWay(0.0);
    assert_eq!(of("g2"), (Some(Direction::Up), none, Some(Pace::Behind)));
    assert_eq!(of("g3"), (None, State::Unknown, None));
    assert_eq!(
        of("g4"),
        (Some(Direction::Keep), State::Reached, Some(Pace::Ahead))
    );
    let now = followed[&"g3".into()].now.unwrap();
    assert!(now.value.unwrap() > 95.0);
}
