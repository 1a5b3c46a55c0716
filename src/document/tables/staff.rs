//! Bemanding: the rows of the staff sheet as they were entered, with their FTE.

use crate::domain::amount::Amount;
use crate::domain::catalogue;
use crate::domain::staff::{StaffKind, StaffRow};
use crate::scoring::resources;

use super::super::table::{Cell, Column, Form, Row, Table};
use super::{Source, count, ordinary, total};

pub(super) fn table(source: &Source<'_>) -> Table {
    let mut table = Table {
        title: "Bemanding".to_owned(),
        notes: vec![source.whose()],
        columns: columns(),
        rows: Vec::new(),
    };
    let round = source.round;
    if let Some(date) = &round.staff_date {
        table.notes.push(format!("Opgjort pr. {date}."));
    }
    // What was typed and cannot be read is in no number; it is told rather than left out.
    for (_, text) in round
        .drafts
        .iter()
        .filter(|(field, _)| field.starts_with("staff"))
    {
        table.notes.push(format!(
            "»{text}« er skrevet i bemandingen, men er ikke et tal, der kan læses, og er ikke med. Ret det på siden Bemanding."
        ));
    }
    if round.staff.is_empty() {
        table
            .notes
            .push("Der er endnu intet i bemandingen.".to_owned());
        return table;
    }
    table
        .notes
        .push("Årsværk for enheder er antal enheder gange timer om ugen delt med 37.".to_owned());
    table
        .rows
        .extend(round.staff.iter().map(|row| entry(source, row)));
    table.rows.push(sum(&round.staff));
    table
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("Navn", Form::Text),
        Column::new("Art", Form::Text),
        Column::new("Niveau", Form::Text),
        Column::new("Årsværk", Form::Number(2)),
        Column::new("Antal enheder", Form::Number(0)),
        Column::new("Timer om ugen i hver", Form::Number(2)),
        Column::new("Kr. om året", Form::Number(0)),
        Column::new("Fordelt", Form::Percent),
        Column::new("Fordeling på områder", Form::Text),
    ]
}

const fn kind_word(kind: StaffKind) -> &'static str {
    match kind {
        StaffKind::Team => "Hold eller funktion",
        StaffKind::Units => "Enheder",
        StaffKind::Purchase => "Købt ydelse",
    }
}

fn entry(source: &Source<'_>, row: &StaffRow) -> Row {
    let name = if row.name.is_empty() {
        format!("Række {} uden navn", row.id.0)
    } else {
        row.name.clone()
    };
    let place = row.place.map_or(Cell::Empty, |place| {
        Cell::from(source.round.profile.name_of(place))
    });
    let areas: Vec<String> = row
        .areas
        .iter()
        .map(|(&id, percent)| {
            let title = catalogue::area(id).map_or("", |area| area.title);
            format!("{id} {title} {percent} %")
        })
        .collect();
    ordinary(vec![
        Cell::from(name),
        Cell::from(kind_word(row.kind)),
        place,
        Cell::from(resources::fte_of(row)),
        row.number.map_or(Cell::Empty, count),
        Cell::from(row.hours_per_week.map(Amount::to_f64)),
        row.kr.map_or(Cell::Empty, count),
        Cell::Number(f64::from(row.percent_placed()) / 100.0),
        if areas.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(areas.join("; "))
        },
    ])
}

fn sum(rows: &[StaffRow]) -> Row {
    let kr: f64 = rows.iter().filter_map(|row| row.kr.map(f64::from)).sum();
    let mut cells = vec![Cell::Empty; columns().len()];
    cells[0] = Cell::from("I alt");
    cells[3] = Cell::Number(resources::fte_total(rows));
    cells[6] = Cell::from((kr > 0.0).then_some(kr));
    total(cells)
}
