//! Sammenfatning: one page in plain Danish, and the largest differences as tables.

use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::domain::rating::Dimension;
use crate::picture::Page;
use crate::picture::words::area_title;
use crate::report::facts::{Difference, Facts};
use crate::report::sentences;

use super::Given;

/// The sentences of the summary below their headings.
pub(in crate::report) fn places(facts: &Facts) -> [(&'static str, Vec<String>); 6] {
    [
        ("Hvor står vi?", sentences::standing(facts)),
        ("Hvor er forskellene størst?", sentences::differences(facts)),
        ("Hvor ligger ressourcerne?", sentences::resources(facts)),
        ("Hvilke forslag passer?", sentences::proposals(facts)),
        ("Hvad giver planen?", sentences::plan(facts)),
        ("Hvor sikkert er det?", sentences::certainty(facts)),
    ]
}

pub(super) fn write(page: &mut Page<'_>, given: &Given<'_>) {
    for (heading, sentences) in places(given.facts) {
        if sentences.is_empty() {
            continue;
        }
        page.heading(heading);
        page.paragraph(&sentences.join(" "));
    }
}

/// The largest differences of a dimension; none where there are none.
pub(in crate::report) fn largest(facts: &Facts, dimension: Dimension) -> Option<Table> {
    let rows: Vec<Row> = facts.largest(dimension).into_iter().map(row).collect();
    (!rows.is_empty()).then(|| Table {
        title: format!(
            "Største forskelle: {}",
            crate::danish::lower(dimension.title())
        ),
        notes: Vec::new(),
        columns: vec![
            Column::new("Område", Form::Text),
            Column::new("Egen score", Form::Number(1)),
            Column::new("Gruppens gennemsnit", Form::Number(1)),
            Column::new("Afvigelse", Form::Difference(1)),
            Column::new("Årsværk", Form::Number(1)),
            Column::new("Afvigelse × årsværk", Form::Number(1)),
        ],
        rows,
    })
}

fn row(one: &Difference) -> Row {
    let weighed = one.fte.map(|_| one.weighed());
    let cells = vec![
        Cell::from(area_title(one.area)),
        Cell::Number(one.own),
        Cell::Number(one.mean),
        Cell::Number(one.deviation),
        Cell::from(one.fte),
        Cell::from(weighed),
    ];
    Row::new(RowKind::Ordinary, cells)
}

/// The largest differences of every dimension; the first says how they are ranked.
pub(super) fn largest_tables(facts: &Facts) -> Vec<Table> {
    let mut tables: Vec<Table> = Dimension::ALL
        .into_iter()
        .filter_map(|dimension| largest(facts, dimension))
        .collect();
    if let Some(first) = tables.first_mut() {
        first.notes.push(
            "Forskellene står efter afvigelse gange årsværk: en lille forskel, som mange arbejder med, kommer før en stor, som få arbejder med. Områder, der ligger omtrent som gruppen, er ikke med.".to_owned(),
        );
    }
    tables
}
