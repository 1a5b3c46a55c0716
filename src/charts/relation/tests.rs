//! What the chart of [`super`] shows.

use super::*;
use crate::charts::tests::check_snapshot;

fn point(x: f64, y: f64, name: Option<&str>) -> Point {
    Point {
        x,
        y,
        name: name.map(str::to_owned),
    }
}

fn sample() -> Relation {
    let panel = |title: &str, own| Panel {
        title: title.to_owned(),
        x_title: "Centraliseringsgrad".to_owned(),
        x_max: 3.0,
        y_title: "Årsværk pr. 10.000 indbyggere".to_owned(),
        group: vec![point(2.1, 0.8, Some("Y Kommune")), point(1.4, 1.234, None)],
        own,
        href: Some("#a".to_owned()),
    };
    Relation {
        own: "X Kommune".to_owned(),
        group: "Alle".to_owned(),
        columns: 2,
        panels: vec![
            panel("Budgetlægning", None),
            panel("Budgetopfølgning", Some(point(2.7, 1.5, None))),
            panel("Finansiering og bank", Some(point(0.0, f64::NAN, None))),
        ],
    }
}

#[test]
fn the_chart_is_as_it_was() {
    check_snapshot("relation", &specification(&sample()));
}

#[test]
fn own_is_drawn_last_and_is_in_the_legend_where_it_comes_first() {
    let made = specification(&sample());
    let names: Vec<&str> = made
        .data
        .as_array()
        .unwrap()
        .iter()
        .map(|trace| trace["name"].as_str().unwrap())
        .collect();
    let group = "Kommune i gruppen (Alle)";
    assert_eq!(names, [group, group, "X Kommune", group]);
    assert_eq!(made.data[0]["showlegend"], true);
    assert_eq!(made.data[1]["showlegend"], false);
    assert_eq!(made.data[2]["showlegend"], true);
}

#[test]
fn a_panel_says_what_is_missing_and_keeps_its_axes() {
    let mut relation = sample();
    relation.panels[2].group.clear();
    let made = specification(&relation);
    assert_eq!(made.data[3]["xaxis"], "x3");
    let texts: Vec<&str> = made.layout["annotations"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["text"].as_str())
        .collect();
    assert_eq!(
        texts,
        [
            "Budgetlægning<br>Egne tal mangler",
            "Budgetopfølgning",
            "Finansiering og bank<br>Ingen tal"
        ]
    );
}

#[test]
fn panels_stand_row_by_row_and_resources_begin_at_zero() {
    let made = specification(&sample());
    assert_eq!(
        made.layout["xaxis"]["domain"],
        made.layout["xaxis3"]["domain"]
    );
    assert_eq!(
        made.layout["yaxis"]["domain"],
        made.layout["yaxis2"]["domain"]
    );
    assert_eq!(made.layout["yaxis"]["domain"][1], 1.0);
    assert_eq!(made.layout["yaxis3"]["domain"][0], 0.0);
    assert_eq!(made.layout["yaxis"]["tickvals"][0], 0.0);
}

#[test]
fn a_municipality_is_named_only_where_it_has_a_name() {
    let made = specification(&sample());
    let hover = |index: usize| {
        made.data[0]["hovertext"][index]
            .as_str()
            .unwrap()
            .to_owned()
    };
    assert!(hover(0).contains("<br>Y Kommune<br>"));
    assert_eq!(
        hover(1),
        "Budgetlægning<br>En kommune i gruppen<br>Centraliseringsgrad: 1,4<br>Årsværk \
         pr. 10.000 indbyggere: 1,23"
    );
}
