//! The years of a business case: the grid, its chart, payback and present value.

use crate::calculators::{Evaluation, Grid, Model, Origin, Run};
use crate::charts::years::{Band, Series, Years};
use crate::charts::{Request, specification};
use crate::danish::{format_number, format_short};
use crate::document::html::escape;
use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::domain::decisions::Case;
use crate::domain::scenario::PerScenario;
use crate::picture::Drawn;
use crate::picture::planning::fields::path;
use crate::picture::planning::words::{self, kr, within};
use crate::picture::planning::{Planner, cases};

/// The years of a business case.
pub(super) fn write(
    planner: &mut Planner<'_, '_>,
    case: &Case,
    model: &Model,
    evaluation: &Evaluation,
) {
    let Some(outcome) = &evaluation.outcome else {
        return;
    };
    let Some(grid) = &outcome.expected.grid else {
        return;
    };
    let open = open_costs(model, evaluation);
    let table = grid_table(grid);
    let name = |year: usize| format!("År {year}");
    let labels: Vec<String> = (1..=grid.years()).map(name).collect();
    let row = |name: &str, values: &[f64], sign: f64| Series {
        name: name.to_owned(),
        values: values.iter().map(|value| value * sign).collect(),
    };
    let series: Vec<Series> = [
        row("Budgetgevinst", &grid.cash, 1.0),
        row("Værdi af frigjort tid", &grid.capacity, 1.0),
        row("Drift", &grid.running, -1.0),
        row("Investering", &grid.investment, -1.0),
    ]
    .into_iter()
    .filter(|series| series.values.iter().any(|value| *value != 0.0))
    .collect();
    let has_money = !series.is_empty();
    if has_money {
        planner.page.figure(Drawn {
            id: "aar".to_owned(),
            title: format!(
                "{}: {} over {} år{}",
                cases::title(case),
                kr(grid.total()),
                grid.years(),
                before(grid, &open)
            ),
            summary: "Gevinster og omkostninger år for år i det forventede forløb, med det akkumulerede resultat som linje. Budgetgevinst forlader budgettet; frigjort tid bliver først penge, når nogen beslutter det.".to_owned(),
            specification: specification(&Request::Years(Years {
                years: labels,
                series,
                accumulated: grid.accumulated(),
                band: band(outcome),
            })),
            beside: false,
            table: None,
        });
    }
    if has_money && !open.is_empty() {
        planner.page.aside(&counted_as_nothing(grid, &open));
    }
    planner.page.table(&table, false);
    if has_money {
        payback(planner, grid, outcome);
    }
}

/// The costs that nobody has filled in: they are computed as nothing, which is not known.
fn open_costs<'a>(model: &'a Model, evaluation: &Evaluation) -> Vec<&'a str> {
    let is_open = |name: &str| {
        let state = evaluation.input(name);
        state.is_some_and(|state| state.origin == Origin::Missing)
    };
    let costs = model.costs().into_iter();
    costs
        .filter(|input| is_open(&input.name))
        .map(|input| input.title.as_str())
        .collect()
}

fn has_costs(grid: &Grid) -> bool {
    let mut costs = grid.running.iter().chain(&grid.investment);
    costs.any(|cost| *cost != 0.0)
}

/// What stands after a result from which open costs are not subtracted.
fn before(grid: &Grid, open: &[&str]) -> &'static str {
    match (open.is_empty(), has_costs(grid)) {
        (true, _) => "",
        (false, false) => ", før udgifter",
        (false, true) => ", før nogle af udgifterne",
    }
}

fn counted_as_nothing(grid: &Grid, open: &[&str]) -> String {
    if !has_costs(grid) {
        return "Udgifterne er ikke udfyldt og er regnet som 0 kr.".to_owned();
    }
    let titles: Vec<String> = open.iter().map(|title| format!("»{title}«")).collect();
    format!(
        "{} er ikke udfyldt og er regnet som 0 kr.",
        words::and(&titles)
    )
}

/// The results of the low and the high scenario, year by year; none where they are the same.
fn band(outcome: &PerScenario<Run>) -> Vec<Band> {
    let result = |run: &Run| run.grid.as_ref().map(Grid::result).unwrap_or_default();
    let (low, high) = (result(&outcome.low), result(&outcome.high));
    if low == high {
        return Vec::new();
    }
    low.into_iter()
        .zip(high)
        .map(|(low, high)| Band { low, high })
        .collect()
}

/// A row of the grid: its title, its values, and how one is shown.
type Line<'a> = (&'a str, &'a [f64], fn(f64) -> String);

fn grid_table(grid: &Grid) -> Table {
    let mut columns = vec![Column::new("Række", Form::Text)];
    columns.extend((1..=grid.years()).map(|year| Column::new(format!("År {year}"), Form::Text)));
    let result = grid.result();
    let accumulated = grid.accumulated();
    let all: [Line; 7] = [
        ("Budgetgevinst", &grid.cash, kr),
        ("Værdi af frigjort tid", &grid.capacity, kr),
        ("Drift", &grid.running, kr),
        ("Investering", &grid.investment, kr),
        ("Resultat", &result, kr),
        ("Akkumuleret resultat", &accumulated, kr),
        ("Frigjorte årsværk", &grid.fte, |value| {
            format_number(value, 2)
        }),
    ];
    let rows = all.into_iter().map(|(title, values, show)| {
        let mut cells = vec![Cell::from(title.to_owned())];
        cells.extend(values.iter().map(|&value| Cell::from(show(value))));
        let kind = if title.ends_with("esultat") {
            RowKind::Total
        } else {
            RowKind::Ordinary
        };
        Row::new(kind, cells)
    });
    Table {
        title: "År for år, forventet forløb".to_owned(),
        notes: vec![
            "Resultat = budgetgevinst + værdi af frigjort tid − drift − investering, i faste priser, som i skemaet i »Kommunale veje til effektivisering« (s. 22 og 36-37).".to_owned(),
        ],
        columns,
        rows: rows.collect(),
    }
}

/// Payback and net present value.
fn payback(planner: &mut Planner<'_, '_>, grid: &Grid, outcome: &PerScenario<Run>) {
    let rate = planner.decisions.discount_rate;
    let field = planner
        .fields()
        .number("Kalkulationsrente, % om året", path(&["discount_rate"]), rate)
        .hint("Kilderne bruger ingen rente. Tomt felt: fremtidige kroner tæller som i dag. Brug den rente, som jeres økonomiafdeling regner med.")
        .wrong(within(rate, 0.0, 20.0));
    planner.form("rente", "", vec![field.row()]);
    let mut items = vec![match grid.payback() {
        Some(0.0) => "Der er ingen engangsudgift at betale tilbage.".to_owned(),
        Some(years) => format!("Tilbagebetalt efter {} år.", format_number(years, 1)),
        None => "Investeringen er ikke betalt tilbage inden for årene.".to_owned(),
    }];
    if let Some(rate) = rate.filter(|rate| (0.0..=20.0).contains(rate)) {
        let value = |run: &Run| run.grid.as_ref().map(|grid| grid.net_present_value(rate));
        let (low, expected, high) = (
            value(&outcome.low),
            value(&outcome.expected),
            value(&outcome.high),
        );
        if let (Some(low), Some(expected), Some(high)) = (low, expected, high) {
            items.push(format!(
                "Nutidsværdi med {} % om året: {}.",
                format_short(rate),
                words::range(low, expected, high, kr)
            ));
        }
    }
    let sum = |values: &[f64]| values.iter().sum::<f64>();
    items.push(format!(
        "Budgetgevinst i alt {}, værdi af frigjort tid i alt {}. De to lægges ikke sammen til ét løfte.",
        kr(sum(&grid.cash)),
        kr(sum(&grid.capacity))
    ));
    let items: Vec<String> = items.iter().map(|item| escape(item)).collect();
    planner.list(&items);
}
