//! The models of business cases: every shipped file is sound and reproduces its sources, and
//! whatever is put in, something that can be shown comes out.

use std::collections::BTreeMap;

use kommunebenchmark::calculators::check::faults;
use kommunebenchmark::calculators::examples::reproduce;
use kommunebenchmark::calculators::model::{Horizon, Model};
use kommunebenchmark::calculators::screening::screening;
use kommunebenchmark::calculators::{
    Evaluation, Grid, Known, LARGEST, Origin, Problem, Row, Run, Undefined, Why, YEARS, evaluate,
    known, model, models,
};
use kommunebenchmark::document;
use kommunebenchmark::domain::catalogue;
use kommunebenchmark::domain::decisions::Range;
use kommunebenchmark::domain::ids::{AreaId, Domain};
use kommunebenchmark::scoring;
use kommunebenchmark::scoring::indicators::indicators;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

use crate::given;

const FOLDER: &str = "src/calculators/models";

/// Outlays by employee, with a survey's value, optional costs and four years: a model of these
/// tests, so that the shipped ones can change.
const OUTLAYS: &str = "tests/fixtures/calculator.json";

fn outlays() -> Model {
    serde_json::from_value(given::json(OUTLAYS)).unwrap()
}

fn certain(value: f64) -> Range {
    Range {
        expected: Some(value),
        ..Range::default()
    }
}

fn uncertain(low: f64, expected: f64, high: f64) -> Range {
    Range {
        low: Some(low),
        expected: Some(expected),
        high: Some(high),
    }
}

fn named(inputs: &[(&str, Range)]) -> BTreeMap<String, Range> {
    let pairs = inputs.iter();
    pairs
        .map(|&(name, range)| (name.to_owned(), range))
        .collect()
}

fn evaluated(model: &Model, inputs: &[(&str, Range)]) -> Evaluation {
    evaluate(model, &named(inputs), None, &Known::default())
}

/// A model of one formula and, where `grid` is one, a grid.
fn made(inputs: &[(&str, &str)], expression: &str, unit: &str, grid: Value) -> Model {
    let input = |&(name, unit): &(&str, &str)| json!({"name": name, "title": name, "unit": unit, "required": true, "uncertain": true});
    let model = json!({
        "id": "C99", "title": "t", "about": "a", "level": "F",
        "sources": [{"document": "004", "page": 1}],
        "inputs": inputs.iter().map(input).collect::<Vec<_>>(),
        "formulas": [{"name": "result", "title": "r", "unit": unit, "expression": expression}],
        "grid": grid,
        "outputs": ["result"],
        "examples": [],
    });
    serde_json::from_value(model).unwrap()
}

#[test]
fn every_file_is_a_model_in_the_list_and_named_by_its_id() {
    let mut files: Vec<String> = std::fs::read_dir(given::path(FOLDER))
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    files.sort();
    let listed: Vec<String> = models()
        .iter()
        .map(|one| format!("{}.json", one.id))
        .collect();
    assert_eq!(listed, files);
    for one in models() {
        assert_eq!(model(&one.id).map(|found| &found.title), Some(&one.title));
    }
    assert_eq!(model(&"C99".into()), None);
}

#[test]
fn every_model_is_sound() {
    assert_eq!(faults(&outlays()), Vec::<String>::new());
    for model in models() {
        assert_eq!(faults(model), Vec::<String>::new(), "{}", model.id);
        for proposal in &model.proposals {
            let (family, number) = proposal.0.split_at(1);
            let most = if family == "M" { 16 } else { 10 };
            let number: u32 = number.parse().unwrap();
            assert!(
                ["M", "K"].contains(&family) && (1..=most).contains(&number),
                "{proposal}"
            );
        }
    }
}

#[test]
fn every_example_comes_out_as_its_source_says() {
    let mut wrong = Vec::new();
    for model in models() {
        for example in &model.examples {
            for one in reproduce(model, example) {
                if !one.is_right() {
                    wrong.push(format!(
                        "{} \"{}\" ({:?}): {:?} expected {} ± {}, got {:?}",
                        model.id,
                        example.title,
                        example.source,
                        one.of,
                        one.expected,
                        one.tolerance,
                        one.got
                    ));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} wrong:\n{}",
        wrong.len(),
        wrong.join("\n")
    );
}

#[test]
fn a_model_that_is_not_sound_is_found() {
    let check = |expression: &str, unit: &str, grid: Value, expected: &str| {
        let inputs = [("volume", "count"), ("wage", "kr/hour")];
        let found = faults(&made(&inputs, expression, unit, grid));
        assert!(
            found.iter().any(|one| one == expected),
            "{expected}: {found:?}"
        );
    };
    let none = Value::Null;
    check(
        "volume * wage",
        "kr",
        none.clone(),
        "result: is kr hours^-1 count, declared kr",
    );
    check(
        "volume + wage",
        "kr",
        none.clone(),
        "result: a sum mixes count and kr hours^-1",
    );
    check(
        "volume * fee",
        "count",
        none.clone(),
        "result: \"fee\" is not known here",
    );
    check(
        "result",
        "count",
        none.clone(),
        "result: \"result\" is not known here",
    );
    check("volume", "count", none.clone(), "wage is used nowhere");
    check("volume", "count", none.clone(), "no example");
    check(
        "known(volume, 0)",
        "count",
        none,
        "result: known(volume) is no optional input",
    );
    let rows = json!({"years": 11, "cash": "volume"});
    check("volume", "count", rows.clone(), "a grid of 11 years");
    check("volume", "count", rows, "Cash: is count, declared kr");
    let yearly = json!({"years": 5, "cash": "result"});
    check(
        "year * 1",
        "ratio",
        yearly,
        "outputs: result is no formula with one value",
    );
}

#[test]
fn unknown_keys_and_units_in_a_file_are_refused() {
    let file = given::json(OUTLAYS);
    for (place, key, value) in [
        ("", "extra", json!(1)),
        ("/inputs/0", "unit", json!("kroner")),
        ("/formulas/0", "expression", json!("employees *")),
        ("/grid", "profit", json!("income")),
        ("/sources/0", "side", json!(3)),
    ] {
        let mut file = file.clone();
        file.pointer_mut(place).unwrap()[key] = value;
        assert!(
            serde_json::from_value::<Model>(file).is_err(),
            "{place} {key}"
        );
    }
}

#[test]
fn what_is_missing_is_named_and_nothing_is_computed() {
    let evaluation = evaluated(&outlays(), &[("saving", certain(235.0))]);
    assert_eq!(evaluation.missing, ["employees"]);
    assert_eq!((evaluation.outcome, evaluation.swings), (None, Vec::new()));
    let inputs = named(&[("saving", certain(235.0)), ("fee", certain(1.0))]);
    let survey = Known([("profile.employees".to_owned(), 2762.0)].into());
    let evaluation = evaluate(&outlays(), &inputs, None, &survey);
    assert_eq!(evaluation.missing, [""; 0]);
    assert_eq!(evaluation.unknown, ["fee"]);
    assert_eq!(
        evaluation.input("employees").unwrap().origin,
        Origin::Survey
    );
    let values = evaluation.outcome.unwrap().expected.values;
    assert_eq!(values.get("income"), Some(&649_070.0));
}

#[test]
fn a_wrong_number_of_years_is_a_problem_and_a_right_one_counts() {
    let inputs = named(&[("employees", certain(100.0)), ("saving", certain(10.0))]);
    let of_years = |years| evaluate(&outlays(), &inputs, Some(years), &Known::default());
    for years in [0, 1, 3, 11, 255] {
        let (given, fewest, most) = (years, 4, 10);
        let problem = Problem::Years {
            given,
            fewest,
            most,
        };
        let evaluation = of_years(years);
        assert_eq!(
            (evaluation.problem, evaluation.outcome),
            (Some(problem), None)
        );
    }
    for years in YEARS {
        let grid = of_years(years).outcome.unwrap().expected.grid.unwrap();
        assert_eq!(grid.years(), usize::from(years));
    }
    let without_grid = made(&[("a", "kr")], "a", "kr", Value::Null);
    let without_grid = evaluate(&without_grid, &BTreeMap::new(), Some(0), &Known::default());
    assert_eq!(without_grid.problem, None);
}

#[test]
fn a_value_that_cannot_be_computed_has_a_reason() {
    let check = |model: &Model, inputs: &[(&str, Range)], why: Why| {
        let run = evaluated(model, inputs).outcome.unwrap().expected;
        let reasons: Vec<&Why> = run.undefined.iter().map(|one| &one.why).collect();
        assert_eq!(reasons, [&why]);
        assert!(run.values.is_empty() || run.grid.is_none());
    };
    let quotient = made(&[("a", "kr"), ("b", "ratio")], "a / b", "kr", Value::Null);
    check(
        &quotient,
        &[("a", certain(1.0)), ("b", certain(0.0))],
        Why::DivisionByZero,
    );
    let tiny = certain(1e-300);
    check(
        &quotient,
        &[("a", certain(1.0)), ("b", tiny)],
        Why::TooLarge,
    );
    let product = made(&[("a", "mio"), ("b", "ratio")], "a * b", "kr", Value::Null);
    let large = [("a", certain(1e6)), ("b", certain(1e6))];
    check(&product, &large, Why::TooLarge);
    let money = made(&[("a", "mio")], "a", "mio", Value::Null);
    check(&money, &[("a", certain(LARGEST))], Why::TooLarge);
    let time = made(&[("a", "hours")], "a", "minutes", Value::Null);
    check(&time, &[("a", certain(LARGEST))], Why::TooLarge);
    let rows = json!({"years": 5, "cash": "a / (3 - year)"});
    let late = made(&[("a", "kr")], "a", "kr", rows);
    check(&late, &[("a", certain(1.0))], Why::DivisionByZero);
}

#[test]
fn an_input_that_may_be_missing_is_no_zero() {
    let mut file = given::json(OUTLAYS);
    file["formulas"][1]["expression"] = json!("operation");
    let model: Model = serde_json::from_value(file).unwrap();
    let inputs = [("employees", certain(100.0)), ("saving", certain(10.0))];
    let run = evaluated(&model, &inputs).outcome.unwrap().expected;
    let why = Why::Missing("operation".to_owned());
    assert!(
        run.undefined
            .iter()
            .all(|Undefined { why: found, .. }| *found == why)
    );
    assert_eq!(run.undefined.len(), 3, "running, net and a row");
    assert_eq!((run.grid, run.values["income"]), (None, 1000.0));
}

#[test]
fn invoices_give_no_fte_until_one_row_is_known() {
    let model = model(&"C20".into()).unwrap();
    let check = |inputs: &[(&str, f64)], expected: Option<f64>| {
        let ranges: Vec<_> = inputs
            .iter()
            .map(|&(name, it)| (name, certain(it)))
            .collect();
        let outcome = evaluated(model, &ranges).outcome.unwrap().expected;
        assert_eq!(
            outcome.values.get("fte_freed").copied(),
            expected,
            "{inputs:?}"
        );
        assert_eq!(
            outcome.grid.is_some(),
            expected.is_some_and(|fte| fte == 0.0)
        );
    };
    check(&[], None);
    check(&[("hours_per_fte", 1500.0)], None);
    check(&[("invoices_3", 0.0)], Some(0.0));
    check(&[("own_fte_4", 1.5)], Some(1.5));
    check(
        &[("invoices_2", 3000.0), ("hours_per_fte", 1500.0)],
        Some(0.1),
    );
    check(&[("invoices_4", 3000.0), ("hours_per_fte", 1500.0)], None);
}

#[test]
fn a_high_cost_belongs_to_the_low_scenario() {
    let inputs = [
        ("employees", certain(1000.0)),
        ("saving", uncertain(100.0, 200.0, 300.0)),
        ("operation", uncertain(10_000.0, 20_000.0, 50_000.0)),
        ("one_off", certain(100_000.0)),
    ];
    let evaluation = evaluated(&outlays(), &inputs);
    let result = evaluation.result().unwrap();
    assert_eq!(result.low, Some(4.0 * (100_000.0 - 50_000.0) - 100_000.0));
    assert_eq!(
        result.expected,
        Some(4.0 * (200_000.0 - 20_000.0) - 100_000.0)
    );
    assert_eq!(result.high, Some(4.0 * (300_000.0 - 10_000.0) - 100_000.0));
    let names: Vec<&str> = evaluation
        .swings
        .iter()
        .map(|one| one.input.as_str())
        .collect();
    assert_eq!(
        names,
        ["saving", "operation"],
        "a certain input has no swing"
    );
    assert_eq!(Some(evaluation.swings[0].size), Some(800_000.0));
    let operation = &evaluation.swings[1];
    assert_eq!(
        (operation.at_low, operation.at_high),
        (Some(660_000.0), Some(500_000.0))
    );
}

#[test]
fn swings_of_one_size_stand_by_name() {
    let inputs = ["b", "c", "a"].map(|name| (name, "kr"));
    let model = made(&inputs, "a + b + c", "kr", Value::Null);
    let ranges = inputs.map(|(name, _)| (name, uncertain(1.0, 2.0, 3.0)));
    let swings = evaluated(&model, &ranges).swings;
    let names: Vec<&str> = swings.iter().map(|one| one.input.as_str()).collect();
    assert_eq!(names, ["a", "b", "c"]);
}

#[test]
fn a_result_that_turns_inside_a_range_is_still_a_range() {
    let inputs = [
        ("a", uncertain(0.0, 5.0, 10.0)),
        ("b", uncertain(0.0, 5.0, 10.0)),
    ];
    let model = made(
        &[("a", "ratio"), ("b", "ratio")],
        "abs(a - b)",
        "ratio",
        Value::Null,
    );
    let result = evaluated(&model, &inputs).result().unwrap();
    assert_eq!((result.low, result.expected), (Some(0.0), Some(0.0)));
    assert_eq!(result.high, Some(5.0), "no single input moves it further");
    let turning = made(
        &[("a", "ratio"), ("b", "ratio")],
        "(a - 6) * (b - 6)",
        "ratio",
        Value::Null,
    );
    let result = evaluated(&turning, &inputs).result().unwrap();
    assert!(
        result.low <= result.expected && result.expected <= result.high,
        "{result:?}"
    );
}

#[test]
fn the_survey_fills_in_what_it_knows() {
    let survey = document::read(&given::text(given::EXAMPLE)).unwrap();
    let round = &survey.rounds[0];
    let scorecard = scoring::score(round);
    let figures = indicators(round, &scorecard);
    let all = Domain::ALL.into_iter().flat_map(catalogue::areas_of);
    let areas: Vec<AreaId> = all.map(|area| area.id).collect();
    let known = known(round, &scorecard, &figures, &areas);
    let units = known.0.keys().map(|key| known::unit(key));
    assert!(units.clone().all(|unit| unit.is_some()), "{known:?}");
    assert!(known.0.values().all(|value| value.is_finite()));
    let fte: f64 = scoring::resources::fte_by_area(&round.staff).values().sum();
    assert!((known.0["fte.proposal"] - fte).abs() < 1e-9);
}

#[test]
fn the_screening_is_complete() {
    let screening = screening();
    assert_eq!(
        (screening.criteria.len(), screening.candidates.len()),
        (7, 9)
    );
    assert_eq!(Some(screening.threshold.fte), Some(0.25));
    for criterion in &screening.criteria {
        assert!(
            criterion.weight > 0 && criterion.question.ends_with('?'),
            "{}",
            criterion.id
        );
    }
    for area in screening.candidates.iter().flat_map(|one| &one.areas) {
        assert!(catalogue::area(*area).is_some(), "{area}");
    }
    let mut ids: Vec<&str> = screening
        .criteria
        .iter()
        .map(|one| one.id.as_str())
        .collect();
    ids.extend(screening.candidates.iter().map(|one| one.id.as_str()));
    let all = ids.len();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

/// Any number that a file or a form can hold, and those that it should not.
fn any_number() -> impl Strategy<Value = f64> {
    prop_oneof![
        any::<f64>(),
        -1e3..1e6,
        (0_i32..1000).prop_map(f64::from),
        select(vec![
            0.0,
            -0.0,
            1e30,
            -1e30,
            1e-300,
            LARGEST,
            f64::NAN,
            f64::INFINITY
        ]),
    ]
}

fn any_range() -> impl Strategy<Value = Range> {
    let number = || proptest::option::of(any_number());
    (number(), number(), number()).prop_map(|(low, expected, high)| Range {
        low,
        expected,
        high,
    })
}

fn any_model() -> impl Strategy<Value = &'static Model> {
    select(models().iter().collect::<Vec<_>>())
}

/// A model, and three positions inside the limits of each of its inputs, in order.
fn any_sound() -> impl Strategy<Value = (&'static Model, BTreeMap<String, Range>)> {
    any_model().prop_flat_map(|model| {
        let ordered = proptest::array::uniform3(0.0..=1.0_f64).prop_map(|mut parts| {
            parts.sort_by(f64::total_cmp);
            parts
        });
        let parts = proptest::collection::vec(ordered, model.inputs.len());
        parts.prop_map(move |parts| (model, inside_limits(model, &parts)))
    })
}

fn inside_limits(model: &Model, parts: &[[f64; 3]]) -> BTreeMap<String, Range> {
    let range = |(input, parts): (&kommunebenchmark::calculators::model::Input, &[f64; 3])| {
        let (min, max) = (input.min.unwrap_or(-1e6), input.max.unwrap_or(1e6));
        let [low, expected, high] = parts.map(|part| {
            let value = (min + part * (max - min)).min(max);
            if input.whole {
                value.floor().max(min.ceil())
            } else {
                value
            }
        });
        (input.name.clone(), uncertain(low, expected, high))
    };
    model.inputs.iter().zip(parts).map(range).collect()
}

fn numbers_of(grid: &Grid) -> Vec<f64> {
    let rows = [
        Row::Cash,
        Row::Capacity,
        Row::Running,
        Row::Investment,
        Row::Result,
        Row::Accumulated,
        Row::Fte,
    ];
    let mut numbers: Vec<f64> = rows.into_iter().flat_map(|row| grid.row(row)).collect();
    numbers.extend(grid.payback());
    numbers.push(grid.total());
    numbers.extend([-100.0, 0.0, 3.5, 1e30].map(|rate| grid.net_present_value(rate)));
    numbers
}

fn is_finite(run: &Run) -> bool {
    let grid = run.grid.iter().flat_map(numbers_of);
    run.values.values().copied().chain(grid).all(f64::is_finite)
}

/// The first four years of every row.
fn first_years(run: &Run) -> Option<Vec<Vec<f64>>> {
    let grid = run.grid.as_ref()?;
    let rows = [
        Row::Cash,
        Row::Capacity,
        Row::Running,
        Row::Investment,
        Row::Fte,
    ];
    Some(rows.map(|row| grid.row(row)[..4].to_vec()).to_vec())
}

proptest! {
    #[test]
    fn whatever_is_put_in_no_infinity_comes_out(
        model in any_model(),
        ranges in proptest::collection::vec(any_range(), 20),
        years in proptest::option::of(any::<u8>()),
        survey in any_number(),
    ) {
        let names = model.inputs.iter().map(|input| input.name.clone());
        let inputs: BTreeMap<String, Range> = names.zip(ranges).collect();
        let keys = model.inputs.iter().filter_map(|input| input.from.clone());
        let known = Known(keys.map(|key| (key, survey)).collect());
        let evaluation = evaluate(model, &inputs, years, &known);
        if let Some(outcome) = &evaluation.outcome {
            for run in [&outcome.low, &outcome.expected, &outcome.high] {
                prop_assert!(is_finite(run), "{run:?}");
            }
        }
        for swing in &evaluation.swings {
            let ends = [swing.at_low, swing.at_high];
            prop_assert!(swing.size.is_finite() && swing.size >= 0.0);
            prop_assert!(ends.into_iter().flatten().all(f64::is_finite));
        }
    }

    #[test]
    fn sound_inputs_give_a_range_around_what_is_expected((model, inputs) in any_sound()) {
        let evaluation = evaluate(model, &inputs, None, &Known::default());
        prop_assert_eq!(&evaluation.missing, &Vec::<String>::new());
        let problems: Vec<_> = evaluation.inputs.iter().filter_map(|one| one.problem).collect();
        prop_assert_eq!(problems, vec![]);
        let outcome = evaluation.outcome.as_ref().unwrap();
        for run in [&outcome.low, &outcome.expected, &outcome.high] {
            prop_assert!(is_finite(run), "{run:?}");
        }
        let result = evaluation.result().unwrap();
        if let (Some(low), Some(expected), Some(high)) = (result.low, result.expected, result.high) {
            prop_assert!(low <= expected && expected <= high, "{low} {expected} {high}");
        }
        prop_assert!(evaluation.swings.is_sorted_by(|one, other| one.size >= other.size));
    }

    #[test]
    fn the_order_of_the_inputs_does_not_matter((model, inputs) in any_sound()) {
        let mut turned = model.clone();
        turned.inputs.reverse();
        let one = evaluate(model, &inputs, None, &Known::default());
        let other = evaluate(&turned, &inputs, None, &Known::default());
        prop_assert_eq!(one.outcome, other.outcome);
        prop_assert_eq!(one.swings, other.swings);
    }

    #[test]
    fn more_years_never_change_the_first_ones(
        (model, inputs) in any_sound(),
        years in 5_u8..=10,
    ) {
        let of_years = |years| {
            let evaluation = evaluate(model, &inputs, Some(years), &Known::default());
            first_years(&evaluation.outcome.unwrap().expected)
        };
        let has_rows = model.grid.as_ref().is_some_and(|grid: &Horizon| grid.rows().count() > 0);
        let four = of_years(4);
        prop_assert!(four.is_none() || has_rows);
        prop_assert_eq!(four, of_years(years));
    }
}
