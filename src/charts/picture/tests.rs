//! What the chart of [`super`] shows.

use serde_json::json;

use super::*;
use crate::charts::tests::check_snapshot;

fn mark(label: &str, x: f64, y: f64, fte: Option<f64>) -> Mark {
    Mark {
        label: label.to_owned(),
        title: format!("Område {label}"),
        x,
        y,
        fte,
        href: Some(format!("#{label}")),
    }
}

fn sample() -> Picture {
    Picture {
        own: "X Kommune".to_owned(),
        marks: vec![
            mark("E01", 2.7, 0.35, Some(2.0)),
            mark("E05", 3.0, 1.0, Some(0.5)),
            mark("E08", 3.0, 1.0, Some(8.0)),
            mark("E09", 3.0, 1.0, None),
        ],
        group: vec![mark("E01", 2.6, 0.4, None)],
        group_name: "KLK 2017".to_owned(),
    }
}

#[test]
fn the_chart_is_as_it_was() {
    check_snapshot("picture", &specification(&sample()));
}

#[test]
fn marks_at_one_place_share_a_label_and_name_each_other() {
    let made = specification(&sample());
    let texts: Vec<&str> = made.layout["annotations"]
        .as_array()
        .unwrap()
        .iter()
        .filter_map(|one| one["text"].as_str())
        .collect();
    assert_eq!(texts, ["E01", "E05, E08, E09"]);
    let square = made.data[1]["hovertext"][0].as_str().unwrap();
    for title in ["Område E05", "Område E08", "Område E09"] {
        assert!(square.contains(title), "{square}");
    }
    assert!(!square.contains("Område E01"), "{square}");
}

#[test]
fn an_area_without_fte_is_an_open_square_and_never_a_circle_of_size_nought() {
    let made = specification(&sample());
    assert_eq!(made.data[1]["marker"]["symbol"], "square-open");
    assert_eq!(made.data[1]["customdata"], json!([["#E09"]]));
    assert_eq!(made.data[2]["customdata"].as_array().unwrap().len(), 3);
}

#[test]
fn own_marks_lie_above_the_group_and_small_ones_above_large_ones() {
    let made = specification(&sample());
    assert_eq!(made.data[0]["marker"]["symbol"], "diamond-open");
    assert_eq!(made.data[2]["marker"]["size"], json!([8.0, 2.0, 0.5]));
    assert_eq!(made.data[2]["marker"]["sizemode"], "area");
}

#[test]
fn an_area_of_no_fte_is_still_seen() {
    let mut picture = sample();
    picture.marks = vec![mark("E01", 1.0, 0.5, Some(0.0))];
    let made = specification(&picture);
    let marker = &made.data[1]["marker"];
    assert!(marker["size"][0].as_f64().unwrap() > 0.0);
    assert!(marker["sizeref"].as_f64().unwrap() > 0.0);
    assert_eq!(marker["sizemin"], 5.0);
}
