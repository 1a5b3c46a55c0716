//! Hvor sikre tallene er: how much is answered, and what the group is.

use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::document::tables::Source;
use crate::domain::catalogue;
use crate::picture::piece::Piece;
use crate::picture::words::area_title;
use crate::picture::{Page, dataset};
use crate::report::sentences;
use crate::scoring::AreaScore;

use super::Given;

pub(super) fn write(page: &mut Page<'_>, given: &Given<'_>) {
    page.pieces
        .push(Piece::List(sentences::certainty(given.facts)));
    page.table(&coverage(given.source), false);
    group(page, given.source);
}

/// How much of each area is answered.
fn coverage(source: &Source<'_>) -> Table {
    let mut rows = Vec::new();
    for domain in &source.scorecard.domains {
        let mut cells = vec![Cell::Empty; 4];
        cells[0] = Cell::from(catalogue::domain_title(domain.domain));
        rows.push(Row::new(RowKind::Group, cells));
        rows.extend(domain.areas.iter().map(area));
    }
    Table {
        title: "Besvarelse".to_owned(),
        notes: vec![
            "Et område er foreløbigt, når under 60 % af de relevante aktiviteter er besvaret. Foreløbige områder vises uden afvigelse.".to_owned(),
        ],
        columns: vec![
            Column::new("Område", Form::Text),
            Column::new("Besvaret", Form::Number(0)),
            Column::new("Relevante", Form::Number(0)),
            Column::new("Forbehold", Form::Text),
        ],
        rows,
    }
}

fn area(score: &AreaScore) -> Row {
    let reservation = if score.coverage.relevant == 0 {
        "ikke relevant"
    } else if score.estimated {
        "skøn"
    } else if score.coverage.answered == 0 {
        "ingen svar"
    } else if score.is_provisional() {
        "foreløbig"
    } else {
        ""
    };
    let cells = vec![
        Cell::from(area_title(score.area)),
        Cell::Number(f64::from(score.coverage.answered)),
        Cell::Number(f64::from(score.coverage.relevant)),
        Cell::from(reservation),
    ];
    Row::new(RowKind::Ordinary, cells)
}

/// What the group is, and why some of it is not shown.
fn group(page: &mut Page<'_>, source: &Source<'_>) {
    let Some(group) = source.group else {
        return;
    };
    page.heading("Sammenligningsgruppen");
    page.paragraph(dataset::caution(group.comparison.evidence));
    page.pieces.push(Piece::Terms(dataset::facts(source)));
    for remark in dataset::remarks(group.summary) {
        page.aside(&remark);
    }
    for text in &group.summary.label.method {
        page.aside(text);
    }
}
