//! The minutes: what was decided, how proposals were rated, what is in the plan.

use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::document::tables::plan::action_name;
use crate::domain::decisions::Decisions;
use crate::picture::Page;
use crate::picture::planning::fields::path;
use crate::picture::planning::{Planner, words};
use crate::plan::order::in_order;
use crate::report::content::paragraphs;

use super::rating::vote_table;
use super::resolutions::{self, all_form};
use super::sheet::{day, given, head, lines, list, part, room, text_or_room};
use super::texts::{programme, texts};

/// Writes the page: fields for the app, and the sheet.
pub(crate) fn write(page: &mut Page<'_>, decisions: &Decisions, now: &str) {
    fields(page, decisions, now);
    sheet(page, decisions);
}

/// What is written during the workshop, and mended after it.
fn fields(page: &mut Page<'_>, decisions: &Decisions, now: &str) {
    page.markup("<div class=\"app-only\"><p>Skriv beslutninger og noter her; referatet nedenfor følger med. En funktion er nok som ansvarlig; navne er ikke nødvendige.</p>");
    all_form(page, decisions, now);
    let mut planner = Planner {
        page,
        decisions,
        now,
    };
    let note = planner
        .fields()
        .lines(
            "Noter til referatet",
            path(&["workshop", "note"]),
            decisions.workshop.note.as_deref(),
        )
        .hint("Det, der blev sagt, men ikke besluttet.");
    planner.form("noter", "", vec![note.row()]);
    page.markup("</div>");
}

/// What is printed and handed on.
pub(crate) fn sheet(page: &mut Page<'_>, decisions: &Decisions) {
    let workshop = &decisions.workshop;
    head(page, decisions, "Referat af workshop");
    page.paragraph(&format!("{}.", programme(workshop.agenda).title));
    part(page, "Deltagere");
    match given(workshop.participants.as_deref()) {
        Some(named) => {
            let named: Vec<String> = paragraphs(&named).map(str::to_owned).collect();
            list(page, &named);
        }
        None => room(page, 4),
    }
    lines(page, [("Afbud:", None), ("Referent:", None)]);
    part(page, "Beslutninger");
    let decided = resolutions::table(decisions);
    if decided.rows.is_empty() {
        page.table(&empty_decisions(), false);
    } else {
        page.table(&decided, false);
    }
    page.aside(&texts().involvement);
    part(page, "Vurdering af forslagene");
    table_or_room(page, &vote_table(decisions), 5);
    part(page, "Handleplanen efter workshoppen");
    table_or_room(page, &actions(decisions), 5);
    part(page, "Noter");
    text_or_room(page, workshop.note.as_deref(), 6);
}

/// A table in which decisions are written by hand.
fn empty_decisions() -> Table {
    let row = |number: u8| {
        let mut cells = vec![Cell::Empty; 4];
        cells[0] = Cell::from(number.to_string());
        Row::new(RowKind::Ordinary, cells)
    };
    Table {
        title: "Beslutninger".to_owned(),
        notes: Vec::new(),
        columns: ["Nr.", "Beslutning", "Ansvarlig", "Senest"]
            .map(|title| Column::new(title, Form::Text))
            .into(),
        rows: (1..=5).map(row).collect(),
    }
}

/// A table, or room to write what would stand in it.
fn table_or_room(page: &mut Page<'_>, table: &Table, lines: u8) {
    if table.rows.is_empty() {
        room(page, lines);
    } else {
        page.table(table, false);
    }
}

/// Who does what, and when.
fn actions(decisions: &Decisions) -> Table {
    let rows = in_order(decisions).into_iter().map(|(_, action)| {
        let cells = [
            action_name(action),
            given(action.owner.as_deref()).unwrap_or_default(),
            day(action.start.as_deref()).unwrap_or_default(),
            day(action.end.as_deref()).unwrap_or_default(),
            words::status(action.status).to_owned(),
        ];
        Row::new(RowKind::Ordinary, cells.map(Cell::from).into())
    });
    Table {
        title: "Handlinger".to_owned(),
        notes: Vec::new(),
        columns: [
            "Handling",
            "Ansvarlig",
            "Første dag",
            "Sidste dag",
            "Status",
        ]
        .map(|title| Column::new(title, Form::Text))
        .into(),
        rows: rows.collect(),
    }
}
