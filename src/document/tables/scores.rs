//! Overblik: the three scores of every area and domain, and how much is answered.

use crate::domain::catalogue;
use crate::domain::rating::{Dimension, PerDimension};
use crate::scoring::{AreaScore, DomainScore};

use super::super::table::{Cell, Column, Form, Table};
use super::{NO_ANSWERS, Source, answered, count, domain_row, ordinary, total, total_title};

pub(super) fn table(source: &Source<'_>) -> Table {
    let mut table = Table {
        title: "Overblik".to_owned(),
        notes: vec![source.whose()],
        columns: columns(),
        rows: Vec::new(),
    };
    if !source.has_scores() {
        table.notes.push(NO_ANSWERS.to_owned());
        return table;
    }
    table.notes.push(
        "Centraliseringsgraden går fra 0 (alt løses i institutionerne) til 3 (alt løses centralt eller eksternt). Digital proces og digital løsning går fra 0 (manuelt) til 1 (fuldt digitalt).".to_owned(),
    );
    table.notes.push(source.coverage_note());
    table.notes.push(
        "»Samlet« er gennemsnittet af områdernes tal. Vægtet med årsværk indgår kun de områder, der har årsværk i bemandingen.".to_owned(),
    );
    for domain in &source.scorecard.domains {
        table
            .rows
            .push(domain_row(domain.domain, table.columns.len()));
        let areas = domain.areas.iter();
        table
            .rows
            .extend(areas.map(|area| ordinary(area_cells(source, area))));
        table.rows.push(total(total_cells(source, domain)));
        if domain.fte.is_some() {
            table.rows.push(total(weighted_cells(source, domain)));
        }
    }
    table
}

fn columns() -> Vec<Column> {
    let mut columns = vec![
        Column::new("Område", Form::Text),
        Column::new("Nr.", Form::Text),
    ];
    columns.extend(Dimension::ALL.map(|dimension| Column::new(dimension.title(), Form::Number(1))));
    columns.extend([
        Column::new("Besvaret", Form::Percent),
        Column::new("Besvarede aktiviteter", Form::Number(0)),
        Column::new("Relevante aktiviteter", Form::Number(0)),
        Column::new("Løst eksternt", Form::Percent),
        Column::new("Årsværk", Form::Number(1)),
        Column::new("Forbehold", Form::Text),
    ]);
    columns
}

fn scores(values: PerDimension<Option<f64>>) -> [Cell; 3] {
    Dimension::ALL.map(|dimension| Cell::from(*values.get(dimension)))
}

fn area_cells(source: &Source<'_>, area: &AreaScore) -> Vec<Cell> {
    let title = catalogue::area(area.area).map_or("", |area| area.title);
    let mut cells = vec![Cell::from(title), Cell::from(area.area.to_string())];
    cells.extend(scores(PerDimension::from_fn(|dimension| {
        area.score(dimension)
    })));
    cells.extend([
        answered(area.coverage),
        count(area.coverage.answered),
        count(area.coverage.relevant),
        Cell::from(area.external_share()),
        Cell::from(area.fte),
        source.reservations(area),
    ]);
    cells
}

fn total_cells(source: &Source<'_>, domain: &DomainScore) -> Vec<Cell> {
    let mut cells = vec![
        Cell::from(total_title(domain.domain)),
        Cell::from(domain.domain.to_string()),
    ];
    cells.extend(scores(domain.total));
    cells.extend([
        answered(domain.coverage),
        count(domain.coverage.answered),
        count(domain.coverage.relevant),
        Cell::Empty,
        Cell::from(domain.fte),
        source.reservations_of_total(domain),
    ]);
    cells
}

fn weighted_cells(source: &Source<'_>, domain: &DomainScore) -> Vec<Cell> {
    let mut cells = vec![
        Cell::from(format!("{} vægtet med årsværk", total_title(domain.domain))),
        Cell::from(domain.domain.to_string()),
    ];
    cells.extend(scores(domain.weighted));
    cells.extend(vec![Cell::Empty; 5]);
    cells.push(source.reservations_of_total(domain));
    cells
}
