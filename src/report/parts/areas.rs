//! Områderne ét for ét: the scores of each area beside the group, and of each of its activities.

use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::document::tables::Source;
use crate::domain::catalogue;
use crate::domain::rating::{Dimension, PerDimension};
use crate::peers::comparison::AreaDeviation;
use crate::picture::Page;
use crate::picture::piece::Piece;
use crate::proposals;
use crate::scoring::{ActivityRating, AreaScore};

pub(super) fn write(page: &mut Page<'_>) {
    let source = page.source;
    page.beside();
    for domain in &source.scorecard.domains {
        page.heading(catalogue::domain_title(domain.domain));
        for score in &domain.areas {
            area(page, source, score);
        }
    }
}

fn area(page: &mut Page<'_>, source: &Source<'_>, score: &AreaScore) {
    let Some(area) = catalogue::area(score.area) else {
        return;
    };
    page.pieces
        .push(Piece::Heading(3, format!("{} {}", score.area, area.title)));
    let mut terms = vec![("Besvaret".to_owned(), answered(score))];
    if let Some(fte) = score.fte {
        let text = crate::danish::format_number(fte, 1);
        terms.push(("Årsværk".to_owned(), text));
    }
    let names: Vec<String> = proposals::proposals()
        .iter()
        .filter(|one| one.areas.iter().any(|moved| moved.area == score.area))
        .map(|one| format!("{} {}", one.id, one.name))
        .collect();
    if !names.is_empty() {
        terms.push(("Forslag, der virker her".to_owned(), names.join("; ")));
    }
    page.pieces.push(Piece::Terms(terms));
    if score.coverage.answered == 0 && !score.estimated {
        return;
    }
    let beside = source.group.and_then(|group| {
        let domain = group.comparison.domain(score.area.domain)?;
        domain.areas.iter().find(|one| one.area == score.area)
    });
    page.table(&scores(score, beside), beside.is_some());
    if score.coverage.answered > 0 {
        page.table(&activities(source, area), false);
    }
}

fn answered(score: &AreaScore) -> String {
    let of = format!(
        "{} af {} relevante aktiviteter",
        score.coverage.answered, score.coverage.relevant
    );
    if score.coverage.relevant == 0 {
        "området er ikke relevant".to_owned()
    } else if score.estimated {
        format!("{of}; scoren er et skøn for hele området")
    } else if score.is_provisional() {
        format!("{of}; scoren er foreløbig")
    } else {
        of
    }
}

fn scores(score: &AreaScore, beside: Option<&AreaDeviation>) -> Table {
    let mut columns = vec![
        Column::new("Dimension", Form::Text),
        Column::new("Egen score", Form::Number(2)),
    ];
    if beside.is_some() {
        columns.push(Column::new("Gruppens gennemsnit", Form::Number(2)));
        columns.push(Column::new("Afvigelse", Form::Difference(1)));
    }
    let rows = Dimension::ALL.map(|dimension| {
        let mut cells = vec![
            Cell::from(dimension.title()),
            Cell::from(score.score(dimension)),
        ];
        if let Some(beside) = beside {
            let group = beside.beside.group.get(dimension).as_ref();
            cells.push(Cell::from(group.map(|one| one.mean)));
            cells.push(match *beside.beside.deviation.get(dimension) {
                Some(value) => Cell::Number(value),
                None if beside.provisional => Cell::Missing("foreløbig".to_owned()),
                None => Cell::Empty,
            });
        }
        Row::new(RowKind::Ordinary, cells)
    });
    Table {
        title: "Scorer".to_owned(),
        notes: Vec::new(),
        columns,
        rows: rows.into(),
    }
}

/// The ratings of the municipality's own activities.
fn activities(source: &Source<'_>, area: &catalogue::Area) -> Table {
    let mut columns = vec![
        Column::new("Nr.", Form::Text),
        Column::new("Aktivitet", Form::Text),
    ];
    columns.extend(Dimension::ALL.map(|dimension| Column::new(dimension.title(), Form::Number(1))));
    let rows = area.activities.iter().map(|activity| {
        let rating = ActivityRating::in_round(source.round, activity.id, activity.weight);
        let mut cells = vec![
            Cell::from(activity.id.to_string()),
            Cell::from(activity.title),
        ];
        let degrees: PerDimension<Option<f64>> = rating.hundredths;
        cells.extend(Dimension::ALL.map(|dimension| {
            Cell::from(degrees.get(dimension).map(|hundredths| hundredths / 100.0))
        }));
        Row::new(RowKind::Ordinary, cells)
    });
    Table {
        title: "Aktiviteterne".to_owned(),
        notes: Vec::new(),
        columns,
        rows: rows.collect(),
    }
}
