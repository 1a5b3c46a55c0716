//! The agenda: the course of the workshop for all, and item by item for whoever leads it.

use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::domain::decisions::Decisions;
use crate::picture::Page;
use crate::picture::piece::Piece;
use crate::picture::planning::link;

use super::schedule::{Slot, clock, duration, slots};
use super::sheet::{self, head, list, part, subpart};
use super::texts::{page_name, programme};

/// Writes the sheet.
pub(crate) fn write(page: &mut Page<'_>, decisions: &Decisions) {
    let workshop = &decisions.workshop;
    let programme = programme(workshop.agenda);
    head(page, decisions, "Dagsorden for workshop");
    page.paragraph(&format!("{}. {}", programme.title, sheet::length(workshop)));
    let slots = slots(workshop, programme);
    page.table(&course(&slots), false);
    part(page, "Workshoppen skal føre til");
    list(page, &programme.leads_to);
    part(page, "Til den, der leder");
    page.paragraph(
        "Tiderne er et forslag. Brug længere tid, hvor snakken giver noget, og hent den et andet sted; hold pauserne.",
    );
    for slot in slots.iter().filter(|slot| !slot.item.pause) {
        item(page, slot);
    }
}

/// When an item is, in words.
fn when(slot: &Slot<'_>) -> String {
    let minutes = slot.item.minutes;
    slot.begins.map_or_else(
        || duration(minutes),
        |begins| format!("{} – {}", clock(begins), clock(begins + minutes)),
    )
}

/// The items as a table, below the titles of their parts.
fn course(slots: &[Slot<'_>]) -> Table {
    let timed = slots.iter().any(|slot| slot.begins.is_some());
    let mut rows = Vec::new();
    let mut part = "";
    for slot in slots {
        if slot.part != part {
            part = slot.part;
            rows.push(Row::new(RowKind::Group, cells([part, "", "", ""])));
        }
        let item = slot.item;
        let cells = cells([&when(slot), &item.title, &item.leader, &item.result]);
        rows.push(Row::new(RowKind::Ordinary, cells));
    }
    Table {
        title: "Dagsorden".to_owned(),
        notes: Vec::new(),
        columns: [
            if timed { "Kl." } else { "Varighed" },
            "Punkt",
            "Leder",
            "Resultat",
        ]
        .map(|title| Column::new(title, Form::Text))
        .into(),
        rows,
    }
}

fn cells(texts: [&str; 4]) -> Vec<Cell> {
    let cell = |text: &str| match text {
        "" => Cell::Empty,
        text => Cell::from(text),
    };
    texts.map(cell).into()
}

/// What happens at an item.
fn item(page: &mut Page<'_>, slot: &Slot<'_>) {
    let item = slot.item;
    subpart(page, &format!("{} ({})", item.title, when(slot)));
    page.paragraph(&item.what);
    let shown: Vec<String> = item.shows.iter().map(|&page| page_name(page)).collect();
    page.pieces.push(Piece::Terms(vec![
        ("Vises".to_owned(), shown.join(", ")),
        ("Leder".to_owned(), item.leader.clone()),
        ("Resultat".to_owned(), item.result.clone()),
    ]));
    let links: Vec<String> = item
        .shows
        .iter()
        .map(|&page| link(&page.href(), &page_name(page)))
        .collect();
    page.markup(&format!(
        "<p class=\"app-only\">Åbn: {}</p>",
        links.join(" · ")
    ));
}
