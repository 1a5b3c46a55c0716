//! Bilag: every answer, area by area, and below each area what was said about its activities.

use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::document::tables::{self, Kind};
use crate::domain::catalogue;
use crate::picture::Page;
use crate::picture::piece::Piece;

/// The columns of the answers, as [`Kind::Answers`] has them.
const NUMBER: usize = 0;
const AREA: usize = 1;
const ACTIVITY: usize = 2;
const FROM: usize = 3;
const WHO: usize = 4;
const SOLUTION: usize = 5;
const PROCESS: usize = 6;
const PROCEDURE: usize = 7;
const STATUS: usize = 8;
const COMMENT: usize = 9;
const FLAG: usize = 10;

pub(super) fn write(page: &mut Page<'_>) {
    let all = tables::table(Kind::Answers, page.source);
    if all.rows.is_empty() {
        return;
    }
    page.aside("»Ikke relevant« regnes ikke med, og »ved ikke« og manglende svar tæller aldrig som 0. Kommentarerne står under hvert område.");
    for area in &catalogue::AREAS {
        let rows: Vec<&Row> = all
            .rows
            .iter()
            .filter(|row| matches!(&row.cells[AREA], Cell::Text(title) if title == area.title))
            .collect();
        if rows.is_empty() {
            continue;
        }
        page.heading(&format!("{} {}", area.id, area.title));
        page.table(&answers(&all, &rows), false);
        let comments: Vec<(String, String)> = rows.iter().filter_map(|row| comment(row)).collect();
        if !comments.is_empty() {
            page.pieces
                .push(Piece::Heading(3, "Kommentarer".to_owned()));
            page.pieces.push(Piece::Terms(comments));
        }
    }
}

/// The answers of an area; who answered only where units did.
fn answers(all: &Table, rows: &[&Row]) -> Table {
    let is_first = |row: &&&Row| row.cells[FROM] != rows[0].cells[FROM];
    let mut places = vec![NUMBER, ACTIVITY];
    if rows.iter().any(|row| is_first(&row)) {
        places.push(FROM);
    }
    places.extend([WHO, SOLUTION, PROCESS]);
    if rows.iter().any(|row| row.cells[PROCEDURE] != Cell::Empty) {
        places.push(PROCEDURE);
    }
    places.push(STATUS);
    let columns = places
        .iter()
        .map(|&place| Column::new(all.columns[place].title.clone(), Form::Text));
    let lines = rows.iter().map(|row| {
        let cell = |&place: &usize| match (&row.cells[place], place) {
            (Cell::Text(text), STATUS) if row.cells[FLAG] != Cell::Empty => {
                Cell::Text(format!("{text}, flag"))
            }
            (cell, _) => cell.clone(),
        };
        Row::new(RowKind::Ordinary, places.iter().map(cell).collect())
    });
    Table {
        title: "Svar".to_owned(),
        notes: Vec::new(),
        columns: columns.collect(),
        rows: lines.collect(),
    }
}

/// What was said about an activity.
fn comment(row: &Row) -> Option<(String, String)> {
    let text = |place: usize| match &row.cells[place] {
        Cell::Text(text) => text.as_str(),
        _ => "",
    };
    let said = text(COMMENT);
    (!said.is_empty()).then(|| {
        let who = match text(FROM) {
            "Kommunen" => String::new(),
            from => format!(" ({from})"),
        };
        let head = format!("{} {}{who}", text(NUMBER), text(ACTIVITY));
        (head, said.to_owned())
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_columns_are_where_they_are_looked_for() {
        let assessment = crate::document::read(include_str!(
            "../../../public/eksempler/x-kommune.kommunebenchmark.json"
        ))
        .unwrap();
        let round = assessment.current().unwrap();
        let scorecard = crate::scoring::score(round);
        let source = crate::document::tables::Source {
            assessment: &assessment,
            round,
            scorecard: &scorecard,
            group: None,
        };
        let table = tables::table(Kind::Answers, &source);
        let titles: Vec<&str> = [
            NUMBER, AREA, ACTIVITY, FROM, WHO, SOLUTION, PROCESS, PROCEDURE, STATUS, COMMENT, FLAG,
        ]
        .map(|place| table.columns[place].title.as_str())
        .into();
        assert_eq!(
            titles,
            [
                "Nr.",
                "Område",
                "Aktivitet",
                "Svar fra",
                "Hvem løser sagerne?",
                "Digital løsning",
                "Digital proces",
                "Forretningsgang",
                "Status",
                "Kommentar",
                "Flag"
            ]
        );
        let mut page = Page::new(&source);
        write(&mut page);
        let rows: usize = page
            .pieces
            .iter()
            .map(|piece| match piece {
                Piece::Table(table, _) => table.rows.len(),
                _ => 0,
            })
            .sum();
        assert_eq!(rows, 300);
    }
}
