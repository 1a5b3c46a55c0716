//! What the chart of [`super`] shows.

use serde_json::{Value, json};

use super::*;
use crate::charts::tests::check_snapshot;

fn row(title: &str, low_value: f64, high_value: f64) -> Row {
    Row {
        title: title.to_owned(),
        low_value,
        high_value,
        low_text: "120 → 1,2 mio. kr.".to_owned(),
        high_text: "240 → 2,4 mio. kr.".to_owned(),
    }
}

fn sample() -> Tornado {
    Tornado {
        base: 1_800_000.0,
        base_text: "1,8 mio. kr.".to_owned(),
        unit: "kr.".to_owned(),
        rows: vec![
            row("Sparede minutter pr. faktura", 1_200_000.0, 2_400_000.0),
            row(
                "Årlig udgift til licenser og drift af den nye løsning",
                2_100_000.0,
                1_500_000.0,
            ),
            row("Antal fakturaer", 1_900_000.0, 2_000_000.0),
        ],
    }
}

#[test]
fn the_chart_is_as_it_was() {
    check_snapshot("tornado", &specification(&sample()));
}

#[test]
fn bars_begin_at_the_expected_result_and_only_low_ones_are_hatched() {
    let made = specification(&sample());
    assert_eq!(made.data[0]["name"], "Lav værdi");
    assert_eq!(made.data[0]["base"], 1_800_000.0);
    assert_eq!(made.data[0]["x"], json!([-600_000.0, 300_000.0, 100_000.0]));
    assert_eq!(made.data[0]["marker"]["pattern"]["shape"], "/");
    assert_eq!(made.data[1]["marker"]["pattern"], Value::Null);
}

#[test]
fn bars_to_the_same_side_lie_below_each_other() {
    let made = specification(&sample());
    let (low, high) = (&made.data[0], &made.data[1]);
    assert_eq!(low["y"][1], high["y"][1]);
    assert_eq!(low["width"], json!([20.0, 20.0, 10.0]));
    let down = |trace: &Value| trace["y"][2].as_f64().unwrap();
    assert!(down(low) < down(high));
}

#[test]
fn the_text_of_the_smaller_result_stands_at_the_left() {
    let made = specification(&sample());
    let at = |index: usize| {
        let one = &made.layout["annotations"][index];
        (
            one["text"].as_str().unwrap(),
            one["xanchor"].as_str().unwrap(),
        )
    };
    assert_eq!(at(0), ("Forventet: 1,8 mio. kr.", "center"));
    assert_eq!(at(2), ("Lav: 120 → 1,2<br>mio. kr.", "left"));
    assert_eq!(at(5), ("Høj: 240 → 2,4<br>mio. kr.", "left"));
}

#[test]
fn the_largest_stands_at_the_top_and_ten_at_most_are_shown() {
    let mut tornado = sample();
    tornado.rows = (0..12)
        .map(|index| row(&format!("Nr. {index}"), 1e6, 2e6))
        .collect();
    let made = specification(&tornado);
    let downs = made.data[0]["y"].as_array().unwrap();
    assert_eq!(downs.len(), 10);
    let down = |index: usize| downs[index].as_f64().unwrap();
    assert!((1..10).all(|index| down(index - 1) < down(index)));
    assert_eq!(made.layout["yaxis"]["range"][1], 0);
}

#[test]
fn a_result_that_is_none_has_no_bar_and_other_units_are_shown_as_they_are() {
    let mut tornado = sample();
    tornado.rows[0].low_value = f64::NAN;
    tornado.unit = "årsværk".to_owned();
    let made = specification(&tornado);
    assert_eq!(made.data[0]["x"].as_array().unwrap().len(), 2);
    assert_eq!(made.layout["xaxis"]["title"]["text"], "årsværk");
    tornado.base = f64::INFINITY;
    assert_eq!(specification(&tornado).data, json!([]));
}
