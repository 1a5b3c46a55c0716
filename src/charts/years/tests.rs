//! What the chart of [`super`] shows.

use serde_json::{Value, json};

use super::*;
use crate::charts::tests::check_snapshot;

fn sample() -> Years {
    let series = |name: &str, values: [f64; 3]| Series {
        name: name.to_owned(),
        values: values.into(),
    };
    Years {
        years: ["2027", "2028", "2029"].map(str::to_owned).into(),
        series: vec![
            series("Penge ud af budgettet", [0.0, 600_000.0, 900_000.0]),
            series("Frigjort tid", [250_000.0, 500_000.0, 500_000.0]),
            series("Drift", [-100_000.0, -150_000.0, -150_000.0]),
            series("Engangsudgifter", [-1_400_000.0, 0.0, 0.0]),
        ],
        accumulated: vec![-1_250_000.0, -300_000.0, 950_000.0],
        band: [(-1.5e6, -1e6), (0.5e6, 1.2e6), (0.8e6, 1.6e6)]
            .map(|(low, high)| Band { low, high })
            .into(),
    }
}

fn names(made: &crate::charts::Specification) -> Vec<&str> {
    let traces = made.data.as_array().unwrap();
    traces
        .iter()
        .filter_map(|one| one["name"].as_str())
        .collect()
}

#[test]
fn the_chart_is_as_it_was() {
    check_snapshot("years", &specification(&sample()));
}

#[test]
fn gains_and_costs_are_stacked_and_no_two_look_alike_without_colours() {
    let made = specification(&sample());
    assert_eq!(made.layout["barmode"], "relative");
    let shapes: Vec<&Value> = (0..3)
        .map(|one| &made.data[one]["marker"]["pattern"]["shape"])
        .collect();
    assert_eq!(shapes, [&Value::Null, &json!("/"), &json!(".")]);
}

#[test]
fn a_year_comes_to_the_sum_of_its_series() {
    let made = specification(&sample());
    assert_eq!(made.data[5]["name"], "Årets resultat, lavt til højt");
    assert_eq!(
        made.data[5]["y"],
        json!([-1_250_000.0, 950_000.0, 1_250_000.0])
    );
    assert_eq!(
        made.data[5]["hovertext"][0],
        "2027<br>Årets resultat:<br>−1.250.000\u{a0}kr.<br>Lavt til højt:<br>−1.500.000\u{a0}kr. \
         til −1.000.000\u{a0}kr."
    );
}

#[test]
fn the_axis_counts_in_the_unit_above_it_and_has_room_for_the_stacks() {
    let made = specification(&sample());
    assert_eq!(made.layout["annotations"][0]["text"], "mio. kr.");
    assert_eq!(
        made.layout["yaxis"]["ticktext"],
        json!(["−2", "−1", "0", "1", "2"])
    );
}

#[test]
fn without_assessments_and_sums_there_are_bars_and_results_only() {
    let mut years = sample();
    years.band.clear();
    years.accumulated.clear();
    years.series.truncate(1);
    assert_eq!(
        names(&specification(&years)),
        ["Penge ud af budgettet", "Årets resultat"]
    );
}

#[test]
fn a_year_with_an_amount_that_is_none_has_no_result_but_its_other_bars() {
    let mut years = sample();
    years.series[1].values[1] = f64::NAN;
    let made = specification(&years);
    let places = |trace: usize| made.data[trace]["x"].as_array().unwrap().len();
    assert_eq!((places(0), places(1), places(5)), (3, 2, 2));
}

#[test]
fn years_that_do_not_fit_beside_each_other_are_named_in_turn() {
    let mut years = sample();
    years.years = (2027..2037).map(|year| year.to_string()).collect();
    let made = specification(&years);
    assert_eq!(
        made.layout["xaxis"]["ticktext"],
        json!(["2027", "2029", "2031", "2033", "2035"])
    );
}
