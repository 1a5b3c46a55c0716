//! Afvigelser: own number, mean of the group and their difference, always with the dataset's
//! label in the row itself.

use crate::domain::catalogue;
use crate::domain::rating::{Dimension, PerDimension};
use crate::peers::Summary;
use crate::peers::comparison::{AreaDeviation, DomainDeviation, Evidence};
use crate::peers::summary::Statistic;
use crate::scoring::{AreaScore, DomainScore};

use super::super::table::{Cell, Column, Form, Row, Table};
use super::{
    Beside, NO_ANSWERS, NO_GROUP, Source, answered, domain_row, has_score, ordinary, total,
    total_title,
};

pub(super) fn table(source: &Source<'_>) -> Table {
    let mut table = Table {
        title: title(source).to_owned(),
        notes: vec![source.whose()],
        columns: columns(),
        rows: Vec::new(),
    };
    let Some(group) = source.group else {
        table.notes.push(NO_GROUP.to_owned());
        return table;
    };
    let evidence = group.comparison.evidence;
    table.notes.push(group_note(group.summary));
    table.notes.push(caution(evidence).to_owned());
    if !source.has_scores() {
        table.notes.push(NO_ANSWERS.to_owned());
        return table;
    }
    table.notes.push(
        "Afvigelsen er eget tal minus gruppens gennemsnit: plus er mere centralt eller mere digitalt end gruppen og hverken godt eller dårligt i sig selv.".to_owned(),
    );
    table.notes.push(source.coverage_note());
    let label = label(evidence, &group.summary.label.title);
    for (score, deviation) in source
        .scorecard
        .domains
        .iter()
        .zip(&group.comparison.domains)
    {
        table
            .rows
            .push(domain_row(score.domain, table.columns.len()));
        let areas = score.areas.iter().zip(&deviation.areas);
        table
            .rows
            .extend(areas.map(|(area, other)| area_row(source, area, other, &label)));
        table.rows.push(total_row(source, score, deviation, &label));
    }
    table
}

/// Tells in the name of the sheet what the numbers are worth.
fn title(source: &Source<'_>) -> &'static str {
    match source
        .group
        .map(|Beside { comparison, .. }| comparison.evidence)
    {
        None | Some(Evidence::Finding) => "Afvigelser",
        Some(Evidence::Orientation) => "Afvigelser (orientering)",
        Some(Evidence::Demonstration | Evidence::Invented) => "Afvigelser (modeldata)",
    }
}

/// What stands in every row.
pub(super) fn label(evidence: Evidence, title: &str) -> String {
    match evidence {
        Evidence::Finding => title.to_owned(),
        Evidence::Orientation => format!("Orientering: {title}"),
        Evidence::Demonstration | Evidence::Invented => format!("Modeldata: {title}"),
    }
}

/// What a comparison of this evidence is worth.
const fn caution(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Finding => "Kommunerne er målt med samme skema.",
        Evidence::Orientation => {
            "Orientering: gruppen er målt med et andet katalog. En forskel kan skyldes målingen og ikke kommunen."
        }
        Evidence::Demonstration => "Modeldata: både kommunen og gruppen er opfundet.",
        Evidence::Invented => {
            "Modeldata: gruppen er opfundet. Afvigelserne siger intet om kommunen og kan ikke bruges i en sag."
        }
    }
}

fn group_note(summary: &Summary) -> String {
    let label = &summary.label;
    let n = summary.n.map_or_else(
        || "antallet af kommuner er ikke oplyst".to_owned(),
        |n| format!("n = {n}"),
    );
    format!(
        "Sammenlignet med: {} ({n}), {}, udgave {}. Målt med: {}. Kilde: {}.",
        label.title,
        label.year,
        label.edition,
        label.instrument,
        label.source.trim_end_matches('.')
    )
}

fn columns() -> Vec<Column> {
    let mut columns = vec![
        Column::new("Område", Form::Text),
        Column::new("Nr.", Form::Text),
    ];
    for dimension in Dimension::ALL {
        let title = dimension.title();
        columns.extend([
            Column::new(title, Form::Number(1)),
            Column::new(format!("{title}, gruppe"), Form::Number(1)),
            Column::new(format!("{title}, afvigelse"), Form::Difference(1)),
        ]);
    }
    columns.extend([
        Column::new("Kommuner (n)", Form::Number(0)),
        Column::new("Besvaret", Form::Percent),
        Column::new("Datasæt", Form::Text),
        Column::new("Forbehold", Form::Text),
    ]);
    columns
}

/// The nine numbers and n: the smallest of the three where they differ.
fn numbers(
    own: &PerDimension<Option<f64>>,
    group: &PerDimension<Option<Statistic>>,
    deviation: &PerDimension<Option<f64>>,
    provisional: bool,
) -> Vec<Cell> {
    let mut cells = Vec::with_capacity(10);
    for dimension in Dimension::ALL {
        let own = *own.get(dimension);
        let difference = match *deviation.get(dimension) {
            Some(value) => Cell::Number(value),
            None if own.is_some() && provisional => Cell::Missing("foreløbig".to_owned()),
            None => Cell::Empty,
        };
        cells.extend([
            Cell::from(own),
            Cell::from(group.get(dimension).as_ref().map(|one| one.mean)),
            difference,
        ]);
    }
    let known: Vec<&Statistic> = Dimension::ALL
        .into_iter()
        .filter_map(|dimension| group.get(dimension).as_ref())
        .collect();
    cells.push(match known.iter().filter_map(|one| one.n).min() {
        Some(n) => Cell::Number(f64::from(n)),
        None if known.is_empty() => Cell::Empty,
        None => Cell::Missing("ikke oplyst".to_owned()),
    });
    cells
}

fn area_row(source: &Source<'_>, score: &AreaScore, other: &AreaDeviation, label: &str) -> Row {
    let title = catalogue::area(score.area).map_or("", |area| area.title);
    let own = PerDimension::from_fn(|dimension| score.score(dimension));
    let mut cells = vec![Cell::from(title), Cell::from(score.area.to_string())];
    cells.extend(numbers(
        &own,
        &other.beside.group,
        &other.beside.deviation,
        other.provisional && has_score(score),
    ));
    cells.extend([
        answered(score.coverage),
        Cell::from(label),
        source.reservations(score),
    ]);
    ordinary(cells)
}

fn total_row(
    source: &Source<'_>,
    score: &DomainScore,
    other: &DomainDeviation,
    label: &str,
) -> Row {
    let mut cells = vec![
        Cell::from(total_title(score.domain)),
        Cell::from(score.domain.to_string()),
    ];
    cells.extend(numbers(
        &score.total,
        &other.total.group,
        &other.total.deviation,
        score.is_provisional(),
    ));
    cells.extend([
        answered(score.coverage),
        Cell::from(label),
        source.reservations_of_total(score),
    ]);
    total(cells)
}
