//! The invitation: what the workshop is for, and what each role prepares.

use crate::danish::format_day;
use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::domain::decisions::{Decisions, Workshop};
use crate::picture::Page;
use crate::plan::dates::Date;
use crate::report::content::paragraphs;

use super::schedule::{clock, duration, slots};
use super::sheet::{self, given, head, lines, list, part, room, subpart};
use super::texts::{programme, texts};

/// Writes the sheet.
pub(crate) fn write(page: &mut Page<'_>, decisions: &Decisions) {
    let workshop = &decisions.workshop;
    let programme = programme(workshop.agenda);
    head(page, decisions, "Invitation til workshop");
    page.paragraph(&format!("{}. {}", programme.title, sheet::length(workshop)));
    lines(page, [("Svar senest:", None), ("Svar til:", None)]);
    part(page, "Formål");
    let own = given(workshop.purpose.as_deref());
    let purpose = own.unwrap_or_else(|| programme.purpose.clone());
    paragraphs(&purpose).for_each(|line| page.paragraph(line));
    part(page, "Det går vi hjem med");
    list(page, &programme.leads_to);
    participants(page, workshop);
    preparation(page, workshop);
    part(page, "Medbring");
    list(page, &texts().bring);
    part(page, "Inddragelse");
    page.paragraph(&texts().involvement);
    course(page, workshop);
}

/// Who takes part; whom such a workshop is for where nobody is named.
fn participants(page: &mut Page<'_>, workshop: &Workshop) {
    part(page, "Deltagere");
    if let Some(named) = given(workshop.participants.as_deref()) {
        let named: Vec<String> = paragraphs(&named).map(str::to_owned).collect();
        list(page, &named);
        return;
    }
    page.paragraph("Workshoppen er for:");
    list(page, &programme(workshop.agenda).for_whom);
    page.aside("Plads til deltagerne:");
    room(page, 3);
}

/// What is to be ready, and by whom.
fn preparation(page: &mut Page<'_>, workshop: &Workshop) {
    part(page, "Forberedelse");
    page.paragraph(&deadline(workshop));
    for role in texts().roles_of(workshop.agenda) {
        subpart(page, &role.title);
        list(page, &role.prepare);
    }
}

/// By when the survey is to be answered.
fn deadline(workshop: &Workshop) -> String {
    let days = texts().answers_days_before;
    let date = workshop.date.as_deref().and_then(Date::parse);
    date.map_or_else(
        || format!("Svarene i skemaet og bemandingen skal være færdige {days} dage før workshoppen."),
        |date| {
            let day = format_day(&date.before(days).to_string());
            format!("Svarene i skemaet og bemandingen skal være færdige senest {day}, {days} dage før workshoppen.")
        },
    )
}

/// The items in short.
fn course(page: &mut Page<'_>, workshop: &Workshop) {
    let slots = slots(workshop, programme(workshop.agenda));
    let timed = slots.iter().any(|slot| slot.begins.is_some());
    let rows = slots.iter().map(|slot| {
        let when = slot
            .begins
            .map_or_else(|| duration(slot.item.minutes), clock);
        let cells = vec![Cell::from(when), Cell::from(slot.item.title.as_str())];
        Row::new(RowKind::Ordinary, cells)
    });
    let table = Table {
        title: "Dagens forløb".to_owned(),
        notes: Vec::new(),
        columns: vec![
            Column::new(if timed { "Kl." } else { "Varighed" }, Form::Text),
            Column::new("Punkt", Form::Text),
        ],
        rows: rows.collect(),
    };
    part(page, "Forløb");
    page.table(&table, false);
}
