//! What holds of every plan, whatever numbers it is made of.

use std::collections::BTreeMap;

use kommunebenchmark::calculators::Grid;
use kommunebenchmark::domain::assessment::Round;
use kommunebenchmark::domain::decisions::{
    Action, ActionId, Case, Decisions, Move, ProposalId, Range, Status,
};
use kommunebenchmark::domain::ids::AreaId;
use kommunebenchmark::domain::rating::Dimension;
use kommunebenchmark::plan::planned::When;
use kommunebenchmark::plan::prepare::Given;
use kommunebenchmark::plan::totals::{Totals, TraceRow, harvest_at, sum, totals};
use kommunebenchmark::plan::what_if::{Moves, Picture, fte_of, what_if};
use kommunebenchmark::plan::worth::{Amounts, Worth};
use kommunebenchmark::plan::{PerScenario, Scenario};
use kommunebenchmark::scoring::{self, AreaScore};
use proptest::collection::{btree_map, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;

use crate::given::{activity, any_answer, any_round, area, team};

/// How often each law is tried.
const CASES: u32 = 200;

const AREAS: [&str; 4] = ["E01", "E04", "P02", "P06"];

/// Numbers of a municipality, and now and then such as no municipality has.
fn any_number(max: f64) -> impl Strategy<Value = f64> {
    prop_oneof![
        8 => 0.0..max,
        2 => Just(0.0),
        1 => select(&[1e300, -1e300, f64::NAN, f64::INFINITY, -3.0, 1e-300][..]),
    ]
}

fn any_rows(years: usize) -> impl Strategy<Value = Grid> {
    let row = move |max| vec(any_number(max), 0..=years);
    (row(8.0), row(1e6), row(4e6), row(1e5), row(1e6)).prop_map(
        |(fte, cash, capacity, running, investment)| Grid {
            fte,
            cash,
            capacity,
            running,
            investment,
        },
    )
}

fn any_worth() -> impl Strategy<Value = Worth> {
    (any_rows(5), any_rows(5), any_rows(5)).prop_map(|(low, expected, high)| Worth {
        low,
        expected,
        high,
    })
}

fn few_areas() -> impl Strategy<Value = AreaId> {
    select(&AREAS[..]).prop_map(area)
}

fn any_fte() -> impl Strategy<Value = BTreeMap<AreaId, f64>> {
    btree_map(few_areas(), any_number(12.0), 0..=4)
}

fn any_range() -> impl Strategy<Value = Range> {
    let number = || option::of(any_number(60.0));
    (number(), number(), number()).prop_map(|(low, expected, high)| Range {
        low,
        expected,
        high,
    })
}

prop_compose! {
    fn any_move()(
        centralisation in option::of(any_number(3.0)),
        process in option::of(any_number(1.0)),
        solution in option::of((-1.0)..1.0),
        fte_percent in any_range(),
    ) -> Move {
        Move { centralisation, process, solution, fte_percent, ..Move::default() }
    }
}

fn any_area_moves() -> impl Strategy<Value = BTreeMap<AreaId, Move>> {
    btree_map(few_areas(), any_move(), 0..4)
}

/// An action, its case where it has one, the effects of its proposal, and the proposal's areas.
type Part = (Action, Option<Worth>, BTreeMap<AreaId, Move>, Vec<AreaId>);

prop_compose! {
    fn any_action()(
        order in 0_u32..4,
        stopped in prop::bool::weighted(0.15),
        gain_from in option::weighted(0.8, prop_oneof![9 => 2026_u16..2034, 1 => any::<u16>()]),
        end in option::of(select(&["2027-06-30", "2029-13-01", "2030-01-01"][..])),
        split in prop_oneof![
            3 => Just(BTreeMap::new()),
            1 => (0_u8..=100).prop_map(|share| {
                [(area("E04"), share), (area("P06"), 100 - share)].into()
            }),
            1 => btree_map(few_areas(), any::<u8>(), 1..3),
        ],
    ) -> Action {
        Action {
            order,
            status: if stopped { Status::Stopped } else { Status::Running },
            gain_from,
            end: end.map(str::to_owned),
            split,
            ..Action::default()
        }
    }
}

fn any_part() -> impl Strategy<Value = Part> {
    (
        any_action(),
        option::weighted(0.7, any_worth()),
        any_area_moves(),
        vec(few_areas(), 0..4),
    )
}

/// Puts a plan together in which no two actions share a case or a proposal; `name` makes the
/// number in the ids.
fn put_together(
    parts: &[Part],
    fte: &BTreeMap<AreaId, f64>,
    name: impl Fn(usize) -> usize,
) -> (Decisions, Given) {
    let mut decisions = Decisions::default();
    let mut given = Given {
        fte: fte.clone(),
        ..Given::default()
    };
    for (index, (action, worth, moves, areas)) in parts.iter().enumerate() {
        let proposal = ProposalId(format!("M{index}"));
        let mut action = action.clone();
        action.proposal = proposal.clone();
        if let Some(worth) = worth {
            let case = format!("c{}", name(index)).as_str().into();
            action.case = Some(case);
            let case = action.case.clone().unwrap();
            decisions.cases.insert(case.clone(), Case::default());
            given.worths.insert(case, worth.clone());
        }
        decisions.moves.insert(proposal.clone(), moves.clone());
        given
            .areas
            .insert(proposal, areas.iter().copied().collect());
        let id = ActionId(format!("a{}", name(index)));
        decisions.actions.insert(id, action);
    }
    (decisions, given)
}

fn any_plan() -> impl Strategy<Value = (Decisions, Given)> {
    (vec(any_part(), 0..6), any_fte())
        .prop_map(|(parts, fte)| put_together(&parts, &fte, |index| index))
}

/// Room for the rounding of binary fractions.
fn room(of: f64) -> f64 {
    1e-9 * (1.0 + of.abs())
}

/// FTE that there are in an area, as far as they can be computed with.
fn there(given: &Given, area: AreaId) -> f64 {
    let fte = given.fte.get(&area).copied().unwrap_or(0.0);
    fte.clamp(0.0, 1e15).max(0.0)
}

fn granted_by_area(rows: &[TraceRow], scenario: Scenario) -> BTreeMap<AreaId, f64> {
    let mut granted = BTreeMap::new();
    for row in rows {
        if let Some(area) = row.area {
            *granted.entry(area).or_default() += row.amounts.get(scenario).fte;
        }
    }
    granted
}

fn rows_of(totals: &Totals, year: u16) -> Vec<TraceRow> {
    let rows = totals.trace.iter();
    rows.filter(|row| row.when == When::Year(year))
        .cloned()
        .collect()
}

fn numbers(amounts: &PerScenario<Amounts>) -> Vec<f64> {
    Scenario::ALL
        .into_iter()
        .flat_map(|scenario| {
            let one = amounts.get(scenario);
            [one.fte, one.cash, one.capacity, one.running, one.investment]
        })
        .collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES))]

    #[test]
    fn no_area_gives_more_fte_than_it_has((decisions, given) in any_plan()) {
        let totals = totals(&decisions, &given);
        let mut times: Vec<Vec<TraceRow>> = totals
            .years
            .iter()
            .map(|total| rows_of(&totals, total.year))
            .collect();
        times.push(totals.phased_in_trace.clone());
        for rows in times {
            for scenario in Scenario::ALL {
                for (area, granted) in granted_by_area(&rows, scenario) {
                    let there = there(&given, area);
                    prop_assert!(granted <= there + room(there), "{area}: {granted} of {there}");
                }
            }
        }
    }

    #[test]
    fn totals_are_the_sums_of_their_trace_to_the_last_digit((decisions, given) in any_plan()) {
        let totals = totals(&decisions, &given);
        let mut accumulated = PerScenario::<f64>::default();
        for total in &totals.years {
            prop_assert_eq!(total.amounts, sum(&rows_of(&totals, total.year)));
            accumulated = PerScenario::from_fn(|scenario| {
                accumulated.get(scenario) + total.amounts.get(scenario).result()
            });
            prop_assert_eq!(total.accumulated, accumulated);
            prop_assert!(numbers(&total.amounts).iter().all(|number| number.is_finite()));
        }
        prop_assert_eq!(totals.phased_in, sum(&totals.phased_in_trace));
        prop_assert!(numbers(&totals.phased_in).iter().all(|number| number.is_finite()));
        let traced: usize = totals.years.iter().map(|one| rows_of(&totals, one.year).len()).sum();
        prop_assert_eq!(traced, totals.trace.len());
        prop_assert!(totals.years.len() <= 15);
    }

    #[test]
    fn no_row_counts_more_than_its_case_says((decisions, given) in any_plan()) {
        let totals = totals(&decisions, &given);
        for one in &totals.planned {
            for scenario in Scenario::ALL {
                let said = one.amounts(When::PhasedIn, scenario);
                let rows: Vec<TraceRow> = totals
                    .phased_in_trace
                    .iter()
                    .filter(|row| row.action == one.id)
                    .cloned()
                    .collect();
                let counted = *sum(&rows).get(scenario);
                prop_assert!(counted.capacity <= said.capacity + room(said.capacity));
                prop_assert_eq!(counted.cash.to_bits(), (said.cash + 0.0).to_bits());
                for row in rows {
                    let wished = *row.wished.get(scenario);
                    prop_assert!(row.amounts.get(scenario).fte <= wished + room(wished));
                }
            }
        }
    }

    #[test]
    fn taking_an_action_out_raises_no_sum_and_lowers_no_other((decisions, given) in any_plan()) {
        let all = totals(&decisions, &given);
        for out in decisions.actions.keys() {
            let mut fewer = decisions.clone();
            fewer.actions.remove(out);
            let fewer = totals(&fewer, &given);
            for when in (2026..2045).map(When::Year).chain([When::PhasedIn]) {
                for scenario in Scenario::ALL {
                    let before = harvest_at(&all.planned, &given.fte, when, scenario);
                    let after = harvest_at(&fewer.planned, &given.fte, when, scenario);
                    let scale: f64 = AREAS.iter().map(|id| there(&given, area(id))).sum();
                    let sum = |taken: &[f64]| taken.iter().sum::<f64>();
                    let granted = |one: &[_]| -> Vec<f64> {
                        one.iter()
                            .map(kommunebenchmark::plan::harvest::Taker::<ActionId>::granted)
                            .collect()
                    };
                    let raised = sum(&granted(&after.takers)) - sum(&granted(&before.takers));
                    prop_assert!(raised <= room(scale), "{raised}");
                    for taker in &after.takers {
                        for (&area, taken) in &taker.areas {
                            let had = before.of(&taker.id, area).unwrap().granted;
                            prop_assert!(taken.granted >= had - room(scale));
                        }
                    }
                }
            }
        }
    }

    #[test]
    fn ids_and_the_order_of_what_comes_in_change_no_number(
        mut parts in vec(any_part(), 0..6),
        fte in any_fte(),
    ) {
        for (order, part) in (0..).zip(&mut parts) {
            part.0.order = order;
        }
        let (decisions, given) = put_together(&parts, &fte, |index| index);
        let (renamed, renamed_given) = put_together(&parts, &fte, |index| 99 - index);
        let (one, other) = (totals(&decisions, &given), totals(&renamed, &renamed_given));
        prop_assert_eq!(one.years, other.years);
        prop_assert_eq!(one.phased_in, other.phased_in);
    }

    #[test]
    fn more_is_harvested_in_a_scenario_that_wishes_more(
        (mut decisions, mut given) in any_plan(),
    ) {
        for worth in given.worths.values_mut() {
            worth.low.fte = worth.expected.fte.iter().map(|fte| fte * 0.5).collect();
            worth.high.fte = worth.expected.fte.iter().map(|fte| fte * 2.0).collect();
        }
        for one in decisions.moves.values_mut().flat_map(BTreeMap::values_mut) {
            let expected = one.fte_percent.expected;
            one.fte_percent.low = expected.map(|percent| percent * 0.5);
            one.fte_percent.high = expected.map(|percent| percent * 2.0);
        }
        // A negative or unknown number times two is no higher wish: such plans are not ordered.
        let ordered = |fte: &f64| *fte >= 0.0;
        prop_assume!(given.worths.values().all(|worth| worth.expected.fte.iter().all(ordered)));
        let totals = totals(&decisions, &given);
        for amounts in totals.years.iter().map(|total| total.amounts).chain([totals.phased_in]) {
            let (low, expected, high) =
                (amounts.low.fte, amounts.expected.fte, amounts.high.fte);
            prop_assert!(low <= expected + room(expected), "{low} {expected}");
            prop_assert!(expected <= high + room(high), "{expected} {high}");
        }
    }
}

/// Rounds that answer something of the few areas, with FTE on some.
fn any_answered() -> impl Strategy<Value = Round> {
    let few = select(&["E01.01", "E01.02", "E04.01", "P02.01", "P06.01"][..]).prop_map(activity);
    (
        any_round(),
        btree_map(few, any_answer(), 0..5),
        vec(0_u64..2000, 4),
    )
        .prop_map(|(mut round, answers, fte)| {
            let own = round
                .answers
                .entry(kommunebenchmark::domain::ids::UnitId::central());
            own.or_default().extend(answers);
            round.staff = (1..)
                .zip(AREAS)
                .zip(fte)
                .filter(|(_, fte)| *fte > 300)
                .map(|((id, area), fte)| team(id, area, fte))
                .collect();
            round
        })
}

fn any_moves() -> impl Strategy<Value = Moves> {
    btree_map(
        select(&["M01", "M08", "K01"][..]).prop_map(ProposalId::from),
        any_area_moves(),
        0..4,
    )
}

fn chosen() -> Vec<ProposalId> {
    ["M08", "M01", "M10", "K01"].map(ProposalId::from).into()
}

fn areas_of(picture: &Picture) -> impl Iterator<Item = &AreaScore> {
    picture.scorecard.domains.iter().flat_map(|one| &one.areas)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(CASES))]

    #[test]
    fn what_if_never_leaves_the_scales(round in any_answered(), moves in any_moves()) {
        let what_if = what_if(&round, &scoring::score(&round), &chosen(), &moves);
        for scenario in Scenario::ALL {
            let after = what_if.after.get(scenario);
            for (area, before) in areas_of(after).zip(areas_of(&what_if.before)) {
                for dimension in Dimension::ALL {
                    let score = area.score(dimension);
                    let max = f64::from(dimension.max());
                    prop_assert!(score.is_none_or(|score| (0.0..=max).contains(&score)));
                    prop_assert_eq!(score.is_some(), before.score(dimension).is_some());
                }
                prop_assert_eq!(area.fte.is_some(), before.fte.is_some());
                if let (Some(fte), Some(before)) = (area.fte, before.fte) {
                    prop_assert!((0.0..=before).contains(&fte));
                }
            }
            for domain in &after.scorecard.domains {
                for dimension in Dimension::ALL {
                    let max = f64::from(dimension.max());
                    for total in [domain.total.get(dimension), domain.weighted.get(dimension)] {
                        prop_assert!(total.is_none_or(|total| (0.0..=max).contains(&total)));
                    }
                }
            }
            let left: f64 = what_if.harvest.get(scenario).left.values().sum();
            let fte: f64 = fte_of(&after.scorecard).values().sum();
            prop_assert_eq!(left.to_bits(), fte.to_bits());
        }
    }

    #[test]
    fn what_if_without_moves_is_the_picture_as_it_is(
        round in any_answered(),
        moves in any_moves(),
    ) {
        let scorecard = scoring::score(&round);
        for (chosen, moves) in [(chosen(), Moves::new()), (Vec::new(), moves)] {
            let what_if = what_if(&round, &scorecard, &chosen, &moves);
            prop_assert_eq!(&what_if.before.scorecard, &scorecard);
            for scenario in Scenario::ALL {
                prop_assert_eq!(what_if.after.get(scenario), &what_if.before);
            }
        }
    }

    #[test]
    fn the_order_of_proposals_moves_no_score(
        round in any_answered(),
        mut moves in any_moves(),
        points in vec((-0.5)..0.5, 3),
    ) {
        // Three on one area, so that the rounding of their sum could differ.
        for (id, points) in ["M01", "M08", "K01"].into_iter().zip(points) {
            let areas = moves.entry(id.into()).or_default();
            areas.entry(area("E04")).or_default().solution = Some(points);
        }
        let scorecard = scoring::score(&round);
        let (mut one, mut other) = (chosen(), chosen());
        one.push("M08".into());
        other.reverse();
        let one = what_if(&round, &scorecard, &one, &moves);
        let other = what_if(&round, &scorecard, &other, &moves);
        for (one, other) in areas_of(&one.after.high).zip(areas_of(&other.after.high)) {
            prop_assert_eq!(one.means, other.means);
        }
    }
}
