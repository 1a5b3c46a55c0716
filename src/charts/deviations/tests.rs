//! What the chart of [`super`] shows.

use serde_json::{Value, json};

use super::*;
use crate::charts::tests::check_snapshot;

fn sample() -> Deviations {
    let area = |title: &str, href: Option<&str>| AreaName {
        title: title.to_owned(),
        href: href.map(str::to_owned),
    };
    Deviations {
        areas: vec![
            area("Budgetlægning", Some("#a")),
            area(
                "Udvikling af økonomiske strategier, politikker og styring",
                None,
            ),
            area("Lønsystemet", Some("#c")),
        ],
        panels: vec![
            Panel {
                title: "Centraliseringsgrad".to_owned(),
                max: 3.0,
                values: vec![Some(0.4), None, Some(-1.7)],
            },
            Panel {
                title: "Digital proces".to_owned(),
                max: 1.0,
                values: vec![Some(-0.1), Some(0.0), None],
            },
        ],
    }
}

#[test]
fn the_chart_is_as_it_was() {
    check_snapshot("deviations", &specification(&sample()));
}

#[test]
fn bars_below_the_group_are_hatched_and_those_above_are_not() {
    let made = specification(&sample());
    assert_eq!(made.data[0]["x"], json!([0.4]));
    assert_eq!(made.data[0]["marker"]["pattern"], Value::Null);
    assert_eq!(made.data[1]["x"], json!([-1.7]));
    assert_eq!(made.data[1]["marker"]["pattern"]["shape"], "/");
    assert_eq!(made.data[1]["text"], json!(["\u{2212}1,7"]));
}

#[test]
fn a_missing_deviation_has_no_bar_but_zero_has_its_number() {
    let made = specification(&sample());
    let rows = |trace: usize| made.data[trace]["y"].clone();
    assert_eq!(rows(0), json!([0.0]));
    assert_eq!(rows(1), json!([2.0]));
    assert_eq!(rows(2), json!([1.0]));
    assert_eq!(made.data[2]["text"], json!(["0,0"]));
}

#[test]
fn a_column_without_deviations_keeps_its_axes() {
    let mut deviations = sample();
    deviations.panels[0].values.clear();
    let made = specification(&deviations);
    assert_eq!(made.data[0]["xaxis"], "x");
    assert_eq!(made.data[0]["x"], json!([null]));
    assert_eq!(made.data[1]["xaxis"], "x2");
}

#[test]
fn each_side_stands_in_the_legend_where_it_comes_first() {
    let mut deviations = sample();
    deviations.panels[0].values = vec![Some(0.4)];
    let made = specification(&deviations);
    let shown = |trace: usize| made.data[trace]["showlegend"].clone();
    assert_eq!(made.data.as_array().unwrap().len(), 3);
    assert_eq!(
        (shown(0), shown(1), shown(2)),
        (true.into(), false.into(), true.into())
    );
}

#[test]
fn every_column_shows_the_same_share_of_its_scale() {
    let made = specification(&sample());
    let end = |axis: &str| made.layout[axis]["range"][1].as_f64().unwrap();
    assert!((end("xaxis") - 3.0 * end("xaxis2")).abs() < 1e-9);
    // 1.7 of 3 needs 60 %.
    assert_eq!(
        made.layout["xaxis"]["ticktext"],
        json!(["\u{2212}1,8", "0", "+1,8"])
    );
    assert_eq!(
        made.layout["xaxis2"]["ticktext"],
        json!(["\u{2212}0,6", "0", "+0,6"])
    );
}

#[test]
fn a_click_on_a_bar_leads_to_its_area() {
    let made = specification(&sample());
    assert_eq!(made.data[0]["customdata"], json!([["#a"]]));
    assert_eq!(made.data[2]["customdata"], json!([[]]));
}
