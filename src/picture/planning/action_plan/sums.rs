//! What the plan adds up to: the headline, the years, the overlap and the trace.

use crate::charts::years::{Band, Series, Years};
use crate::charts::{Request, specification};
use crate::danish::format_number;
use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::domain::decisions::ActionId;
use crate::domain::scenario::PerScenario;
use crate::picture::Drawn;
use crate::picture::planning::words::{self, kr};
use crate::picture::planning::{Planner, cases};
use crate::plan::harvest::Harvest;
use crate::plan::planned::When;
use crate::plan::totals::{Totals, TraceRow};
use crate::plan::worth::Amounts;

use super::title_of;

fn spread(
    amounts: &PerScenario<Amounts>,
    read: fn(&Amounts) -> f64,
    show: fn(f64) -> String,
) -> String {
    words::range(
        read(&amounts.low),
        read(&amounts.expected),
        read(&amounts.high),
        show,
    )
}

/// What the plan brings when everything is carried out.
pub(super) fn headline(planner: &mut Planner<'_, '_>, totals: &Totals) {
    let all = &totals.phased_in;
    planner.page.paragraph(&format!(
        "Når alle handlinger virker fuldt ud (»fuldt indfaset«), frigør planen {}. Budgetgevinsten er {} om året, og værdien af frigjort tid er {} om året.",
        spread(all, |one| one.fte, words::fte),
        spread(all, |one| one.cash, kr),
        spread(all, |one| one.capacity, kr)
    ));
    unpriced(planner, totals);
    planner.page.aside(
        "Tallene bygger på jeres egne beregninger og er ikke en prognose. Frigjort tid bliver først penge, når nogen beslutter, hvad den skal bruges til; derfor lægges de to ikke sammen.",
    );
}

/// FTE that no business case puts into kr.
fn unpriced(planner: &mut Planner<'_, '_>, totals: &Totals) {
    let rows = || {
        totals
            .phased_in_trace
            .iter()
            .filter(|row| row.case.is_none())
    };
    let fte: f64 = rows().map(|row| row.amounts.expected.fte).sum();
    if fte < 0.005 {
        return;
    }
    let mut names: Vec<String> = rows().map(|row| row.proposal.to_string()).collect();
    names.dedup();
    planner.page.paragraph(&format!(
        "Heraf er {} ikke sat i kroner, fordi {} ingen beregning har.",
        words::fte(fte),
        words::and(&names)
    ));
}

/// The years of the plan.
pub(super) fn years(planner: &mut Planner<'_, '_>, totals: &Totals) {
    planner.page.heading("Planen år for år");
    if totals.years.is_empty() {
        planner
            .page
            .paragraph("Ingen handling har et år endnu. Sæt perioder på handlingerne.");
        return;
    }
    let row = |name: &str, sign: f64, read: fn(&Amounts) -> f64| Series {
        name: name.to_owned(),
        values: totals
            .years
            .iter()
            .map(|year| sign * read(&year.amounts.expected))
            .collect(),
    };
    let series: Vec<Series> = [
        row("Budgetgevinst", 1.0, |one| one.cash),
        row("Værdi af frigjort tid", 1.0, |one| one.capacity),
        row("Drift", -1.0, |one| one.running),
        row("Investering", -1.0, |one| one.investment),
    ]
    .into_iter()
    .filter(|series| series.values.iter().any(|value| *value != 0.0))
    .collect();
    let table = years_table(totals);
    if !series.is_empty() {
        planner.page.figure(Drawn {
            id: "planens-aar".to_owned(),
            title: "Planens gevinster og omkostninger år for år".to_owned(),
            summary: "Søjlerne er det forventede forløb, linjen det akkumulerede resultat."
                .to_owned(),
            specification: specification(&Request::Years(Years {
                years: totals
                    .years
                    .iter()
                    .map(|year| year.year.to_string())
                    .collect(),
                series,
                accumulated: totals
                    .years
                    .iter()
                    .map(|year| year.accumulated.expected)
                    .collect(),
                band: totals
                    .years
                    .iter()
                    .map(|year| Band {
                        low: year.amounts.low.result(),
                        high: year.amounts.high.result(),
                    })
                    .collect(),
            })),
            beside: false,
            table: None,
        });
    }
    planner.page.table(&table, false);
}

fn years_table(totals: &Totals) -> Table {
    let titles = [
        "År",
        "Frigjorte årsværk",
        "Budgetgevinst",
        "Værdi af frigjort tid",
        "Drift",
        "Investering",
        "Resultat",
        "Akkumuleret",
    ];
    let rows = totals.years.iter().map(|year| {
        let of = |read: fn(&Amounts) -> f64| spread(&year.amounts, read, kr);
        let sum = &year.accumulated;
        let cells = [
            year.year.to_string(),
            spread(
                &year.amounts,
                |one| one.fte,
                |value| format_number(value, 1),
            ),
            of(|one| one.cash),
            of(|one| one.capacity),
            of(|one| one.running),
            of(|one| one.investment),
            of(|one| one.result()),
            words::range(sum.low, sum.expected, sum.high, kr),
        ];
        Row::new(RowKind::Ordinary, cells.map(Cell::from).into())
    });
    Table {
        title: "Planen år for år, forventet (lavt til højt forløb)".to_owned(),
        notes: vec![
            "Årsværk tælles kun én gang: hvor to handlinger rammer samme område, får den første i planen dem først.".to_owned(),
            "Faste priser. Lavt og højt forløb er alle handlingers lave eller høje tal på én gang, så spændet er bredt.".to_owned(),
        ],
        columns: titles.map(|title| Column::new(title, Form::Text)).into(),
        rows: rows.collect(),
    }
}

/// Where effects meet, and what was cut.
pub(super) fn overlap(planner: &mut Planner<'_, '_>, harvest: &Harvest<ActionId>) {
    let mut rows = Vec::new();
    for taker in &harvest.takers {
        for (&area, taken) in &taker.areas {
            if taken.wished <= 0.0 {
                continue;
            }
            let before = harvest.before(&taker.id, area);
            let because: Vec<String> = before
                .iter()
                .map(|(id, fte)| {
                    format!(
                        "{} ({} årsværk)",
                        title_of(planner, id),
                        format_number(*fte, 2)
                    )
                })
                .collect();
            let why = match (taken.cut() > 0.005, taken.without_fte) {
                (_, true) => "området har ingen årsværk".to_owned(),
                (true, _) if because.is_empty() => "området har ikke flere årsværk".to_owned(),
                (true, _) => format!("fordi {} kommer først", words::and(&because)),
                (false, _) => String::new(),
            };
            let cells = [
                title_of(planner, &taker.id),
                words::area(area),
                format_number(taken.wished, 2),
                format_number(taken.granted, 2),
                format_number(taken.cut(), 2),
                why,
            ];
            rows.push(Row::new(RowKind::Ordinary, cells.map(Cell::from).into()));
        }
    }
    if rows.is_empty() {
        return;
    }
    let titles = [
        "Handling",
        "Område",
        "Alene",
        "I planen",
        "Trukket fra",
        "Hvorfor",
    ];
    planner.page.heading("Hvor handlingerne mødes");
    let table = Table {
        title: "Årsværk, fuldt indfaset, forventet forløb".to_owned(),
        notes: vec!["To handlinger kan ikke frigøre de samme årsværk.".to_owned()],
        columns: titles.map(|title| Column::new(title, Form::Text)).into(),
        rows,
    };
    planner.page.table(&table, false);
}

/// Every krone and FTE, back to action, business case and area.
pub(super) fn trace(planner: &mut Planner<'_, '_>, totals: &Totals) {
    if totals.phased_in_trace.is_empty() {
        return;
    }
    planner.page.heading("Hvor tallene kommer fra");
    let table = trace_table(
        planner,
        "Fuldt indfaset, forventet forløb",
        &totals.phased_in_trace,
    );
    planner.page.table(&table, false);
}

/// The same for every year: long, thus folded away.
pub(super) fn trace_by_year(planner: &mut Planner<'_, '_>, totals: &Totals) {
    if totals.trace.is_empty() {
        return;
    }
    let table = trace_table(planner, "År for år, forventet forløb", &totals.trace);
    planner
        .page
        .markup("<details class=\"fold\"><summary class=\"fold__summary\">Vis år for år</summary>");
    planner.page.table(&table, false);
    planner.page.markup("</details>");
}

fn trace_table(planner: &Planner<'_, '_>, title: &str, rows: &[TraceRow]) -> Table {
    let by_year = rows.iter().any(|row| matches!(row.when, When::Year(_)));
    let titles = [
        "Handling",
        "Beregning",
        "Område",
        "Årsværk",
        "Budgetgevinst",
        "Frigjort tid",
        "Drift",
        "Investering",
    ];
    let year = by_year.then_some("År").into_iter();
    let columns = year
        .chain(titles)
        .map(|title| Column::new(title, Form::Text));
    let mut lines: Vec<Row> = rows
        .iter()
        .map(|row| trace_row(planner, row, by_year))
        .collect();
    if !by_year {
        lines.push(total_row(rows));
    }
    Table {
        title: title.to_owned(),
        notes: vec![
            "Rækkerne giver tilsammen summerne ovenfor. En streg er årsværk, som ingen beregning sætter i kroner."
                .to_owned(),
        ],
        columns: columns.collect(),
        rows: lines,
    }
}

/// The sum of what is fully phased in.
fn total_row(rows: &[TraceRow]) -> Row {
    let sum = crate::plan::totals::sum(rows).expected;
    let cells = [
        "I alt".to_owned(),
        String::new(),
        String::new(),
        format_number(sum.fte, 2),
        kr(sum.cash),
        kr(sum.capacity),
        kr(sum.running),
        kr(sum.investment),
    ];
    Row::new(RowKind::Total, cells.map(Cell::from).into())
}

fn trace_row(planner: &Planner<'_, '_>, row: &TraceRow, by_year: bool) -> Row {
    let amounts = &row.amounts.expected;
    let case = row
        .case
        .as_ref()
        .and_then(|id| planner.decisions.cases.get(id));
    let money = |value: f64| {
        if row.case.is_none() {
            "–".to_owned()
        } else {
            kr(value)
        }
    };
    let year = match row.when {
        When::Year(year) if by_year => Some(year.to_string()),
        _ => None,
    };
    let cells = [
        title_of(planner, &row.action),
        case.map_or_else(|| "Forslagets egen virkning".to_owned(), cases::title),
        row.area.map_or_else(|| "–".to_owned(), words::area),
        format_number(amounts.fte, 2),
        money(amounts.cash),
        money(amounts.capacity),
        money(amounts.running),
        money(amounts.investment),
    ];
    let cells = year.into_iter().chain(cells).map(Cell::from).collect();
    Row::new(RowKind::Ordinary, cells)
}
