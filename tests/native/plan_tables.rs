//! The plan as tables: what a finance office gets as sheets and CSV.

use kommunebenchmark::document::table::{Cell, Table};
use kommunebenchmark::document::tables::{Kind, Source, all, table};
use kommunebenchmark::document::{self};
use kommunebenchmark::domain::assessment::Assessment;
use kommunebenchmark::scoring;
use serde_json::json;

use crate::given::{self, EXAMPLE};

/// X Kommune with two actions in one area: a business case, and an effect that it cuts.
fn planned() -> Assessment {
    let mut survey = document::read(&given::text(EXAMPLE)).unwrap();
    survey.rounds[0].profile.operation.fte_cost = Some(500_000);
    survey.plan = serde_json::from_value(json!({
        "cases": {"C11-1": {"model": "C11", "proposal": "K07", "inputs": {
            "saving": {"low": 100, "expected": 200, "high": 250}, "running_cost": {"expected": 60_000}}}},
        "moves": {"M10": {"E04": {"fte_percent": {"expected": 10}}}},
        "actions": {
            "K07": {"proposal": "K07", "order": 1, "case": "C11-1", "gain_from": 2028, "split": {"E04": 100}},
            "M10": {"proposal": "M10", "order": 2, "gain_from": 2028, "owner": "Leder af bogholderiet"}
        }
    }))
    .unwrap();
    survey
}

fn with_source<T>(survey: &Assessment, read: impl FnOnce(&Source<'_>) -> T) -> T {
    let round = survey.current().unwrap();
    let scorecard = scoring::score(round);
    read(&Source {
        assessment: survey,
        round,
        scorecard: &scorecard,
        group: None,
    })
}

fn column(table: &Table, title: &str) -> usize {
    let found = table
        .columns
        .iter()
        .position(|column| column.title == title);
    found.unwrap_or_else(|| panic!("no column {title}"))
}

fn number(cell: &Cell) -> f64 {
    match cell {
        Cell::Number(number) => *number,
        Cell::Empty => 0.0,
        other => panic!("{other:?}"),
    }
}

/// The sum of a column over the rows of a year.
fn sum_of(table: &Table, year: &str, title: &str) -> f64 {
    let at = column(table, title);
    let rows = table
        .rows
        .iter()
        .filter(|row| row.cells[0] == Cell::from(year));
    rows.map(|row| number(&row.cells[at])).sum()
}

#[test]
fn the_trace_adds_up_to_every_year() {
    with_source(&planned(), |source| {
        let (years, trace) = (
            table(Kind::PlanYears, source),
            table(Kind::PlanTrace, source),
        );
        assert!(years.rows.len() >= 5);
        for row in &years.rows {
            let Cell::Text(year) = &row.cells[0] else {
                panic!("{row:?}");
            };
            for title in [
                "Årsværk, forventet",
                "Årsværk, højt",
                "Værdi af frigjort tid, kr.",
                "Drift, kr.",
            ] {
                let whole = number(&row.cells[column(&years, title)]);
                let parts = sum_of(&trace, year, title);
                assert!(
                    (whole - parts).abs() < 1e-6,
                    "{year}, {title}: {whole} {parts}"
                );
            }
        }
        // 3,900 employees x 200 kr. of 500,000 kr. for an FTE.
        let freed = sum_of(&trace, "Fuldt indfaset", "Årsværk, forventet");
        let case = 3900.0 * 200.0 / 500_000.0;
        assert!(freed > case, "{freed}");
    });
}

#[test]
fn an_action_that_comes_later_shows_what_it_would_be_alone() {
    with_source(&planned(), |source| {
        let actions = table(Kind::Plan, source);
        let at = |title| column(&actions, title);
        let [first, second] = actions.rows.as_slice() else {
            panic!("{:?}", actions.rows);
        };
        assert_eq!(
            first.cells[at("Handling")],
            Cell::from("K07 Digitalisering af udlægshåndtering")
        );
        assert_eq!(
            second.cells[at("Ansvarlig")],
            Cell::from("Leder af bogholderiet")
        );
        let of = |title| number(&second.cells[at(title)]);
        assert!(of("Årsværk i planen") < of("Årsværk alene"));
        assert!(of("Årsværk i planen") > 0.0);
    });
}

#[test]
fn a_survey_without_a_plan_has_no_sheets_of_it() {
    let titles = |survey: &Assessment| -> Vec<String> {
        with_source(survey, |source| {
            all(source).into_iter().map(|table| table.title).collect()
        })
    };
    let mut survey = planned();
    assert!(titles(&survey).contains(&"Planens sporing".to_owned()));
    survey.plan = serde_json::from_value(json!({})).unwrap();
    assert!(!titles(&survey).contains(&"Planens sporing".to_owned()));
}
