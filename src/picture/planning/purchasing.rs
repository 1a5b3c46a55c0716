//! Indkøb: compliance and e-trade by unit and quarter, and what full compliance would save.

use serde_json::Value;

use crate::calculators::purchasing::{Field, Quarter, Total, Unit, report};
use crate::danish::{format_number, format_signed};
use crate::document::html::escape;
use crate::document::table::{Cell as TableCell, Column, Form, Row as TableRow, RowKind, Table};
use crate::domain::decisions::{ProposalId, Purchases};
use crate::picture::form::shape::Row;

use super::fields::{button, choice, path, together};
use super::words::{kr, within};
use super::{Planner, proposals as list, words};

pub(super) fn write(planner: &mut Planner<'_, '_>) {
    let supports = ["K08", "K09", "K10"].map(|id| {
        let id = ProposalId::from(id);
        list::proposal_link(&id, &words::proposal_name(&id))
    });
    planner.page.markup(&format!(
        "<p>Tre tal til ledelsen for hver enhed og hvert kvartal: compliance (den del af indkøbet, der sker på kommunens aftaler), e-handel og det, fuld compliance ville spare (»Kommunale veje til effektivisering« s. 45-46). De hører til {}.</p>",
        supports.join(", ")
    ));
    let rate = planner.decisions.price_saving;
    let field = planner
        .fields()
        .number(
            "Gennemsnitlig prisbesparelse på aftalerne, %",
            path(&["price_saving"]),
            rate,
        )
        .hint("Fra jeres indkøbsafdeling. Uden tallet vises ingen besparelse.")
        .wrong(within(rate, 0.0, 100.0));
    planner.form("prisbesparelse", "", vec![field.row()]);
    entries(planner);
    result(planner);
}

fn entries(planner: &mut Planner<'_, '_>) {
    planner.page.heading("Jeres tal");
    let purchases = planner.decisions.purchases.iter();
    let rows: Vec<Row> = purchases.map(|(key, one)| row(planner, key, one)).collect();
    if rows.is_empty() {
        planner
            .page
            .paragraph("I har ingen tal endnu. Tilføj en enhed og et kvartal.");
    } else {
        planner.form_table(
            "indkoebstal",
            "Enheder og kvartaler",
            &[
                "Enhed",
                "Navn",
                "År",
                "Kvartal",
                "Indkøb med aftale, kr.",
                "Compliance, %",
                "E-handel, %",
                "Fjern",
            ],
            rows,
        );
    }
    let id = planner.new_id('q');
    let year = planner.page.source.round.year;
    let add = button("ny-enhed", "Tilføj en enhed og et kvartal")
        .focus_field(&["purchases", &id, "unit"])
        .sets(&["purchases", &id, "year"], Some(year.into()));
    planner.form("ny-enhed-form", "", vec![add.row()]);
}

fn row(planner: &Planner<'_, '_>, key: &str, one: &Purchases) -> Row {
    let fields = planner.fields();
    let at = |field: &str| path(&["purchases", key, field]);
    let name = one
        .unit
        .clone()
        .unwrap_or_else(|| "Enhed uden navn".to_owned());
    let none = (None, "Vælg".to_owned());
    let quarters =
        (1..=4_u8).map(|quarter| (Some(Value::from(quarter)), format!("{quarter}. kvartal")));
    let chosen = one.quarter.map(Value::from);
    let remove = button(&format!("fjern-{key}"), "Fjern")
        .said(&format!("Fjern {name}"))
        .focus("ny-enhed")
        .says(format!("{name} er fjernet."))
        .sets(&["purchases", key], None);
    Row {
        id: format!("indkoeb-{key}"),
        head: escape(&name),
        cells: vec![
            fields
                .line(&format!("{name}: navn"), at("unit"), one.unit.as_deref())
                .cell(),
            fields
                .whole(
                    &format!("{name}: år"),
                    at("year"),
                    (2015, 2100),
                    one.year.map(u32::from),
                )
                .cell(),
            choice(
                &format!("{name}: kvartal"),
                at("quarter"),
                std::iter::once(none).chain(quarters).collect(),
                chosen.as_ref(),
            )
            .cell(),
            fields
                .number(&format!("{name}: indkøb, kr."), at("volume"), one.volume)
                .wrong(within(one.volume, 0.0, 1e12))
                .cell(),
            fields
                .number(
                    &format!("{name}: compliance, %"),
                    at("compliance"),
                    one.compliance,
                )
                .wrong(within(one.compliance, 0.0, 100.0))
                .cell(),
            fields
                .number(&format!("{name}: e-handel, %"), at("e_trade"), one.e_trade)
                .wrong(within(one.e_trade, 0.0, 100.0))
                .cell(),
            together(vec![remove.cell()]),
        ],
    }
}

fn quarter(quarter: Option<Quarter>) -> String {
    quarter.map_or_else(
        || "–".to_owned(),
        |one| format!("{}. kvartal {}", one.quarter, one.year),
    )
}

fn percent(value: Option<f64>) -> String {
    value.map_or_else(
        || "–".to_owned(),
        |value| format!("{} %", format_number(value, 1)),
    )
}

fn change(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format_signed(value, 1))
}

fn money(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), kr)
}

fn missing(field: Field) -> &'static str {
    match field {
        Field::Unit => "navn",
        Field::Year => "år",
        Field::Quarter => "kvartal",
        Field::Volume => "indkøb",
        Field::Compliance => "compliance",
        Field::ETrade => "e-handel",
    }
}

/// The report for the management.
fn result(planner: &mut Planner<'_, '_>) {
    let decisions = planner.decisions;
    if decisions.purchases.is_empty() {
        return;
    }
    let report = report(&decisions.purchases, decisions.price_saving);
    planner.page.heading("Tal til ledelsen");
    let mut rows: Vec<TableRow> = report.units.iter().map(unit_row).collect();
    rows.extend(
        report
            .quarters
            .iter()
            .map(|total| total_row("Alle enheder", total, RowKind::Ordinary)),
    );
    rows.push(total_row("I alt", &report.total, RowKind::Total));
    let titles = [
        "Enhed",
        "Kvartal",
        "Indkøb med aftale",
        "Compliance",
        "Ændring, procentpoint",
        "E-handel",
        "Ændring, procentpoint",
        "Kunne være sparet ved fuld compliance",
        "Mangler",
    ];
    let table = Table {
        title: "Compliance og e-handel".to_owned(),
        notes: vec![
            "Sparet = (100 % − compliance) · gennemsnitlig prisbesparelse · indkøb. Kilden skriver leddene i omvendt rækkefølge, hvilket ville give et negativt tal.".to_owned(),
            "Ændringen er fra enhedens forrige kvartal. Summer er vægtet med indkøbet.".to_owned(),
        ],
        columns: titles.map(|title| Column::new(title, Form::Text)).into(),
        rows,
    };
    planner.page.table(&table, false);
}

fn unit_row(one: &Unit) -> TableRow {
    let absent: Vec<String> = one
        .missing
        .iter()
        .chain(&one.wrong)
        .map(|field| missing(*field).to_owned())
        .collect();
    let cells = [
        one.unit
            .clone()
            .unwrap_or_else(|| "Enhed uden navn".to_owned()),
        quarter(one.quarter),
        money(one.volume),
        percent(one.compliance),
        change(one.compliance_change),
        percent(one.e_trade),
        change(one.e_trade_change),
        money(one.saving),
        words::and(&absent),
    ];
    TableRow::new(RowKind::Ordinary, cells.map(TableCell::from).into())
}

fn total_row(title: &str, total: &Total, kind: RowKind) -> TableRow {
    let cells = [
        title.to_owned(),
        quarter(total.quarter),
        money(total.volume.value),
        percent(total.compliance.value),
        String::new(),
        percent(total.e_trade.value),
        String::new(),
        money(total.saving.value),
        String::new(),
    ];
    TableRow::new(kind, cells.map(TableCell::from).into())
}
