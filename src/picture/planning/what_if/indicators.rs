//! The indicators before and after.

use crate::danish::format_number;
use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::domain::catalogue;
use crate::domain::ids::Domain;
use crate::picture::planning::{Planner, link};
use crate::plan::what_if::WhatIf;
use crate::route::Route;
use crate::scoring::indicators::Indicators;

/// The indicators before and after.
pub(super) fn write(planner: &mut Planner<'_, '_>, outcome: &WhatIf) {
    let (before, after) = (
        &outcome.before.indicators,
        &outcome.after.expected.indicators,
    );
    let mut rows = Vec::new();
    let mut add = |title: String, read: &dyn Fn(&Indicators) -> Option<f64>, decimals: u8| {
        let show = |value: Option<f64>| {
            value.map_or_else(|| "–".to_owned(), |value| format_number(value, decimals))
        };
        let cells = [title, show(read(before)), show(read(after))];
        rows.push(Row::new(RowKind::Ordinary, cells.map(Cell::from).into()));
    };
    for domain in before.domains.iter().map(|one| one.domain) {
        let of =
            move |all: &Indicators| all.domains.iter().find(|one| one.domain == domain).copied();
        let title = catalogue::domain_title(domain);
        add(
            format!("{title}: digitaliseringsgrad, %"),
            &|all| of(all)?.digitalisation().map(|share| share * 100.0),
            1,
        );
        let per = match domain {
            Domain::Economy => "10.000 indbyggere",
            Domain::Payroll => "1.000 ansatte",
        };
        add(
            format!("{title}: årsværk pr. {per}"),
            &|all| of(all)?.rate,
            1,
        );
    }
    add(
        "Lønsedler pr. årsværk".to_owned(),
        &|all| all.payslips_per_fte.value(),
        0,
    );
    add(
        "Fakturaer pr. årsværk".to_owned(),
        &|all| all.invoices_per_fte.value(),
        0,
    );
    let table = Table {
        title: "Nøgletal i dag og efter".to_owned(),
        notes: vec![format!("{} forklarer nøgletallene.", "Siden Nøgletal")],
        columns: ["Nøgletal", "I dag", "Efter, forventet"]
            .map(|title| Column::new(title, Form::Text))
            .into(),
        rows,
    };
    planner.page.table(&table, false);
    planner.page.markup(&format!(
        "<p class=\"muted\">Læs mere: {}</p>",
        link(&Route::Indicators.href(), "Nøgletal")
    ));
}
