//! What the chart of [`super`] shows.

use serde_json::{Value, json};

use super::grid::Grid;
use super::routes::{Route, routes};
use super::*;
use crate::charts::tests::check_snapshot;

fn step(id: &str, title: &str, level: usize) -> Step {
    Step {
        id: id.to_owned(),
        title: title.to_owned(),
        numbers: format!("M{id}"),
        level,
        href: Some(format!("#{id}")),
        ..Step::default()
    }
}

fn edge(from: &str, to: &str, certain: bool) -> Edge {
    Edge {
        from: from.to_owned(),
        to: to.to_owned(),
        certain,
    }
}

fn sample() -> Order {
    Order {
        columns: 2,
        steps: vec![
            step("00", "Proceskortlægning", 0),
            Step {
                state: State::Done,
                ..step("05", "Vidensdeling", 0)
            },
            Step {
                state: State::Chosen,
                ..step("01", "Proces\u{ad}standardisering", 1)
            },
            step("06", "Lokalaftaler", 1),
            step("14", "Konsolidering i kommunen", 1),
            step("13", "Robotter", 2),
        ],
        edges: vec![
            edge("00", "01", true),
            edge("00", "06", false),
            edge("05", "14", false),
            edge("01", "13", false),
            edge("00", "13", true),
            edge("13", "nowhere", true),
            edge("13", "13", true),
        ],
        breaks: vec![("01".to_owned(), "13".to_owned())],
    }
}

fn routes_of(order: &Order) -> Vec<Route> {
    routes(&Grid::new(order), order)
}

fn names(order: &Order) -> Vec<String> {
    let made = specification(order);
    let traces = made.data.as_array().unwrap().iter();
    traces
        .filter_map(|one| Some(one["name"].as_str()?.to_owned()))
        .collect()
}

#[test]
fn the_chart_is_as_it_was() {
    check_snapshot("order", &specification(&sample()));
}

#[test]
fn levels_stand_from_the_top_and_a_full_one_takes_more_rows() {
    let order = sample();
    let grid = Grid::new(&order);
    let rows: Vec<(&str, usize)> = grid
        .places
        .iter()
        .map(|place| (place.step.id.as_str(), place.row))
        .collect();
    let expected = [
        ("00", 0),
        ("05", 0),
        ("01", 1),
        ("06", 1),
        ("14", 2),
        ("13", 3),
    ];
    assert_eq!(rows, expected);
    assert!(grid.rows.windows(2).all(|two| two[0].1 < two[1].0));
    for columns in [0, 1, 3, 4, 99] {
        let order = Order {
            columns,
            ..sample()
        };
        let grid = Grid::new(&order);
        let most = (0..grid.rows.len()).map(|row| grid.gaps(row).len() - 1);
        assert!(most.max().unwrap() <= columns.clamp(1, 4));
    }
}

#[test]
fn a_level_that_is_far_away_takes_no_room() {
    let mut order = sample();
    order.steps[5].level = usize::MAX;
    assert_eq!(Grid::new(&order).rows.len(), 4);
}

#[test]
fn boxes_stand_below_those_that_lead_to_them() {
    let mut order = sample();
    order.columns = 4;
    order.edges = vec![edge("05", "01", true), edge("00", "14", true)];
    let grid = Grid::new(&order);
    let x = |id: &str| grid.places[grid.index_of(id).unwrap()].x;
    assert!(x("14") < x("06") && x("06") < x("01"));
}

#[test]
fn texts_fit_in_their_boxes() {
    let made = specification(&sample());
    let texts = made.layout["annotations"].as_array().unwrap();
    let lines = texts
        .iter()
        .flat_map(|one| one["text"].as_str().unwrap().split("<br>"));
    assert!(lines.clone().all(|line| line.chars().count() <= 17));
    let all: Vec<&str> = lines.collect();
    assert!(all.contains(&"Proces-") && all.contains(&"● Valgt") && all.contains(&"✓ Gennemført"));
}

/// Whether a stretch of an arrow runs across a box.
fn crosses(grid: &Grid, from: (f64, f64), to: (f64, f64)) -> bool {
    (1..40).any(|part| {
        let share = f64::from(part) / 40.0;
        let x = (to.0 - from.0).mul_add(share, from.0);
        let y = (to.1 - from.1).mul_add(share, from.1);
        grid.places.iter().any(|place| {
            (x - place.x).abs() < grid.width / 2.0 && y > place.top + 0.5 && y < place.bottom - 0.5
        })
    })
}

#[test]
fn arrows_run_past_boxes_and_never_across_them() {
    for columns in 1..=4 {
        let mut order = sample();
        order.columns = columns;
        order.edges.extend([
            edge("05", "13", true),
            edge("13", "05", true),
            edge("06", "01", false),
        ]);
        let grid = Grid::new(&order);
        for route in routes(&grid, &order) {
            for two in route.points.windows(2) {
                assert!(!crosses(&grid, two[0], two[1]), "{columns}: {two:?}");
            }
        }
    }
}

#[test]
fn an_arrow_ends_with_its_head_at_the_box_that_comes_after() {
    let mut order = sample();
    order.edges = vec![edge("00", "13", true), edge("13", "05", true)];
    order.breaks.clear();
    let grid = Grid::new(&order);
    let made = routes(&grid, &order);
    let place = |id: &str| &grid.places[grid.index_of(id).unwrap()];
    let near = |one: f64, other: f64| (one - other).abs() < 10.0;
    assert!(!made[0].up && near(made[0].head.1, place("13").top));
    assert!(made[1].up && near(made[1].head.1, place("05").bottom));
}

#[test]
fn inferred_arrows_are_dashed_and_broken_ones_lie_on_a_broad_line() {
    let made = specification(&sample());
    let trace = |index: usize| &made.data[index];
    assert_eq!(trace(0)["name"], "Planen bryder rækkefølgen");
    assert_eq!(trace(0)["line"]["width"], 9.0);
    assert_eq!(trace(1)["line"]["dash"], Value::Null);
    assert_eq!(trace(2)["name"], "Rækkefølge, som er udledt");
    assert_eq!(trace(2)["line"]["dash"], "dash");
}

#[test]
fn a_break_without_an_arrow_gets_one_and_arrows_to_nowhere_are_left_out() {
    let mut order = sample();
    assert_eq!(routes_of(&order).len(), 5);
    order.breaks = vec![("06".to_owned(), "13".to_owned())];
    let made = routes_of(&order);
    assert_eq!(made.len(), 6);
    assert!(made[5].broken && !made[3].broken);
    order.edges.clear();
    order.breaks.clear();
    assert!(names(&order).is_empty());
}

#[test]
fn a_click_anywhere_on_a_box_leads_to_its_address() {
    let made = specification(&sample());
    let marks = made.data.as_array().unwrap().last().unwrap();
    assert_eq!(marks["marker"]["opacity"], 0.0);
    assert_eq!(marks["customdata"].as_array().unwrap().len(), 30);
    assert_eq!(marks["customdata"][0], json!(["#00"]));
    assert_eq!(marks["hovertext"][5], "Vidensdeling<br>M05<br>✓ Gennemført");
}
