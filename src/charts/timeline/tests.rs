//! What the chart of [`super`] shows.

use serde_json::{Value, json};

use super::*;
use crate::charts::Specification;
use crate::charts::tests::check_snapshot;

/// 1 January 2027.
const NEW_YEAR: i64 = 20_819;

fn row(title: &str, days: Option<(i64, i64)>, status: Status) -> Row {
    Row {
        title: title.to_owned(),
        start: days.map(|days| NEW_YEAR + days.0),
        end: days.map(|days| NEW_YEAR + days.1),
        status,
        href: Some("#a".to_owned()),
        ..Row::default()
    }
}

fn sample() -> Timeline {
    let milestone = |day: i64, title: &str, done: bool| Milestone {
        day: NEW_YEAR + day,
        title: title.to_owned(),
        done,
    };
    Timeline {
        today: NEW_YEAR + 61,
        rows: vec![
            Row {
                milestones: vec![
                    milestone(31, "Processen er kortlagt", true),
                    milestone(120, "Systemet er sat op", false),
                ],
                gain_from: Some(NEW_YEAR + 181),
                ..row("Kontoplan", Some((0, 180)), Status::Running)
            },
            row(
                "Digitalisering af ændringer i stamdata for medarbejdere",
                Some((90, 300)),
                Status::Planned,
            ),
            row("Robotter", None, Status::Planned),
            Row {
                end: None,
                ..row("Udbud", Some((200, 0)), Status::Planned)
            },
            row("Vidensdeling", Some((-60, 30)), Status::Done),
            row("Lokalaftaler", Some((-30, 40)), Status::Stopped),
        ],
    }
}

fn trace<'a>(made: &'a Specification, name: &str) -> &'a Value {
    let traces = made.data.as_array().unwrap();
    traces.iter().find(|one| one["name"] == name).unwrap()
}

fn texts(made: &Specification) -> Vec<&str> {
    let all = made.layout["annotations"].as_array().unwrap();
    all.iter()
        .map(|one| one["text"].as_str().unwrap())
        .collect()
}

#[test]
fn the_chart_is_as_it_was() {
    check_snapshot("timeline", &specification(&sample()));
}

#[test]
fn the_status_of_a_bar_can_be_read_without_colours() {
    let made = specification(&sample());
    let shape = |name: &str| trace(&made, name)["marker"]["pattern"]["shape"].clone();
    assert_eq!(shape("I gang"), "/");
    assert_eq!(shape("Stoppet"), "x");
    assert_eq!(shape("Planlagt"), Value::Null);
    assert_eq!(trace(&made, "Planlagt")["marker"]["color"], "#ffffff");
    assert_eq!(trace(&made, "Gennemført")["marker"]["color"], "#0059b3");
}

#[test]
fn a_bar_begins_on_its_first_day_and_has_its_last_one_whole() {
    let made = specification(&sample());
    let running = trace(&made, "I gang");
    assert_eq!(running["base"], json!([20_819.0]));
    assert_eq!(running["x"], json!([181.0]));
    assert_eq!(running["customdata"], json!([["#a"]]));
    assert_eq!(
        running["hovertext"][0],
        "Kontoplan<br>I gang: 1. januar 2027 til<br>30. juni 2027<br>Gevinst fra 1. juli 2027"
    );
}

#[test]
fn milestones_are_filled_where_they_are_reached() {
    let made = specification(&sample());
    let fill = |name: &str| trace(&made, name)["marker"]["color"].clone();
    assert_eq!(fill("Milepæl"), "#ffffff");
    assert_eq!(fill("Milepæl, nået"), "#1a1a1a");
    assert_eq!(trace(&made, "Milepæl")["x"], json!([20_939.0]));
    assert_eq!(
        trace(&made, "Milepæl")["hovertext"][0],
        "Systemet er sat op<br>Milepæl: 1. maj 2027<br>Kontoplan"
    );
}

#[test]
fn an_action_says_which_dates_it_has_not() {
    let made = specification(&sample());
    let texts = texts(&made);
    assert_eq!(texts[2], "Robotter<br>ingen datoer");
    assert_eq!(texts[3], "Udbud<br>ingen slutdato");
    assert_eq!(trace(&made, "Kun start")["x"], json!([21_019.0]));
}

#[test]
fn an_end_before_the_start_is_not_known() {
    let rows = vec![row("Kontoplan", Some((30, 0)), Status::Planned)];
    let made = specification(&Timeline { rows, ..sample() });
    assert_eq!(texts(&made)[0], "Kontoplan<br>ingen slutdato");
}

#[test]
fn today_has_a_line_and_its_date_and_lies_on_the_axis() {
    let mut timeline = sample();
    let made = specification(&timeline);
    assert_eq!(texts(&made).last(), Some(&"I dag, 3. marts 2027"));
    timeline.today = NEW_YEAR - 400;
    let made = specification(&timeline);
    let from = made.layout["xaxis"]["range"][0].as_f64().unwrap();
    assert!(from < 20_419.0, "{from}");
}

#[test]
fn rows_stand_from_the_top_and_make_the_height() {
    let made = specification(&sample());
    let all = made.layout["annotations"].as_array().unwrap();
    let down = |index: usize| all[index]["y"].as_f64().unwrap();
    assert!((1..6).all(|index| down(index - 1) < down(index)));
    let height = made.layout["height"].as_u64().unwrap();
    let mut less = sample();
    less.rows.truncate(5);
    assert!(specification(&less).layout["height"].as_u64().unwrap() < height);
}

#[test]
fn a_plan_without_dates_has_titles_and_today() {
    let rows = vec![row("Robotter", None, Status::Planned)];
    let made = specification(&Timeline { rows, ..sample() });
    assert_eq!(made.data[0]["x"], json!([null]));
    assert_eq!(
        texts(&made),
        ["Robotter<br>ingen datoer", "I dag, 3. marts 2027"]
    );
}
