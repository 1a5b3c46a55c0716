//! What the chart of [`super`] shows.

use serde_json::{Value, json};

use super::*;
use crate::charts::Specification;
use crate::charts::tests::check_snapshot;

fn sample() -> Strips {
    let area = |title: &str, href: Option<&str>| AreaName {
        title: title.to_owned(),
        href: href.map(str::to_owned),
    };
    let strip = |own, own_range, spread| Strip {
        own,
        own_range,
        spread,
    };
    let quartiles = Spread::Quartiles {
        smallest: 0.4,
        lower: 1.2,
        median: 1.6,
        upper: 2.1,
        largest: 3.0,
    };
    let range = Spread::Range {
        smallest: 0.5,
        median: 1.25,
        largest: 2.75,
    };
    let dots = Spread::Dots {
        values: vec![1.0, 1.0, 2.5],
        median: 1.0,
    };
    Strips {
        own: "X Kommune".to_owned(),
        group: "Nabokommuner".to_owned(),
        areas: vec![
            area("Rekruttering", Some("#a")),
            area("Lønsystemet", None),
            area("Refusioner", Some("#c")),
            area("Lønstyring", None),
        ],
        panels: vec![
            Panel {
                title: "Centraliseringsgrad".to_owned(),
                max: Some(3.0),
                decimals: 1,
                rows: vec![
                    strip(Some(2.7), Some((2.2, 2.8)), Some(quartiles)),
                    strip(None, None, Some(range)),
                    strip(Some(1.0), Some((1.0, 1.0)), Some(dots)),
                    strip(Some(0.5), None, None),
                ],
            },
            Panel {
                title: "Årsværk pr. 1.000 ansatte".to_owned(),
                max: None,
                decimals: 2,
                rows: vec![strip(Some(3.3), None, Some(Spread::Mean(2.9)))],
            },
        ],
    }
}

/// The traces with a name, of the first column (`x`) or the second (`x2`).
fn trace(made: &Specification, name: &str, axis: &str) -> Option<Value> {
    let traces = made.data.as_array().unwrap();
    let mut found = traces
        .iter()
        .filter(|trace| trace["name"] == name && trace["xaxis"] == axis);
    found.next().cloned()
}

#[test]
fn the_chart_is_as_it_was() {
    check_snapshot("strips", &specification(&sample()));
}

#[test]
fn own_is_drawn_last_in_every_column() {
    let made = specification(&sample());
    for axis in ["x", "x2"] {
        let traces = made.data.as_array().unwrap();
        let mut here = traces.iter().filter(|trace| trace["xaxis"] == axis);
        assert_eq!(here.next_back().unwrap()["name"], "X Kommune");
    }
}

#[test]
fn missing_numbers_have_no_marks() {
    let made = specification(&sample());
    let own = trace(&made, "X Kommune", "x").unwrap();
    assert_eq!(own["y"], json!([0.0, 2.0, 3.0]), "the second has no score");
    let median = trace(&made, "Median", "x").unwrap();
    assert_eq!(median["y"], json!([0.0, 1.0, 2.0]));
    assert_eq!(trace(&made, "Median", "x2"), None);
    assert_eq!(own["customdata"], json!([["#a"], ["#c"], []]));
}

#[test]
fn a_column_without_numbers_keeps_its_axes() {
    let mut strips = sample();
    strips.panels[0].rows.clear();
    let made = specification(&strips);
    assert_eq!(made.data[0]["xaxis"], "x");
    assert_eq!(made.data[0]["x"], json!([null]));
    assert_eq!(made.data[1]["xaxis"], "x2");
}

#[test]
fn each_kind_stands_once_in_the_legend_wherever_it_comes_first() {
    let made = specification(&sample());
    let shown = |name: &str, axis: &str| trace(&made, name, axis).unwrap()["showlegend"].clone();
    assert_eq!(shown("X Kommune", "x"), true);
    assert_eq!(shown("X Kommune", "x2"), false);
    assert_eq!(shown("Gruppens gennemsnit", "x2"), true);
}

#[test]
fn the_quartiles_are_a_bar_from_the_lower_to_the_upper() {
    let made = specification(&sample());
    let bar = trace(&made, "Nederste til øverste kvartil", "x").unwrap();
    assert_eq!(bar["base"], json!([1.2]));
    assert!((bar["x"][0].as_f64().unwrap() - 0.9).abs() < 1e-9);
}

#[test]
fn a_range_without_extent_is_not_drawn() {
    let made = specification(&sample());
    let name = "Hvis de ubesvarede var mindst/højst muligt";
    let range = trace(&made, name, "x").unwrap();
    assert_eq!(range["x"], json!([2.2, 2.8, null]));
}

#[test]
fn equal_municipalities_stand_beside_each_other() {
    let made = specification(&sample());
    let dots = trace(&made, "Kommune i gruppen", "x").unwrap();
    assert_eq!(dots["x"], json!([1.0, 1.0, 2.5]));
    assert_ne!(dots["y"][0], dots["y"][1]);
}

#[test]
fn the_whole_row_is_said_in_danish_at_every_mark() {
    let made = specification(&sample());
    let own = trace(&made, "X Kommune", "x").unwrap();
    assert_eq!(
        own["hovertext"][0],
        "Rekruttering<br>Centraliseringsgrad<br>X Kommune: 2,7<br>Hvis de ubesvarede \
         var mindst/højst muligt: 2,2 til 2,8<br>Nabokommuner: 0,4 til 3,0<br>   kvartiler \
         1,2 og 2,1<br>   median 1,6"
    );
}
