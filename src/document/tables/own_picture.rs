//! Eget billede: the own areas beside what centralising municipalities gathered (KLK 2017).
//!
//! Needs no group. The published table is no yardstick: it says of some areas that they stay with
//! the units.

use crate::domain::catalogue;
use crate::domain::rating::Dimension;
use crate::peers::typical::{Level, typical};
use crate::route::Route;
use crate::scoring::AreaScore;

use super::super::table::{Cell, Column, Form, Row, RowKind, Table};
use super::{NO_ANSWERS, Source, domain_row, hide_idle_reservations, text, total, total_title};

pub(super) fn table(source: &Source<'_>) -> Table {
    let typical = typical();
    let mut columns = vec![
        Column::new("Område", Form::Text),
        Column::new("Nr.", Form::Text).in_files_only(true),
    ];
    columns.extend(Dimension::ALL.map(|dimension| Column::new(dimension.title(), Form::Number(1))));
    columns.extend([
        Column::new(
            "Kun masseprocesserne (centraliseringsgrad · proces · løsning)",
            Form::Text,
        ),
        Column::new("Årsværk", Form::Number(1)),
        Column::new(
            "Samlet i kommuner, der har centraliseret (KLK 2017)",
            Form::Text,
        ),
        Column::new("Digitalisering vigtig for gevinsten", Form::Text),
        Column::new("Forbehold", Form::Text),
    ]);
    let mut table = Table {
        title: "Eget billede".to_owned(),
        notes: vec![
            source.whose(),
            format!(
                "Kolonnen »Samlet i kommuner, der har centraliseret« gengiver {}. Den er ingen målestok: nogle områder blev med vilje liggende i enhederne. Den er tom, hvor kilden ikke kan læses.",
                typical.source
            ),
        ],
        columns,
        rows: Vec::new(),
    };
    if !source.has_scores() {
        table.notes.push(NO_ANSWERS.to_owned());
        return table;
    }
    for domain in &source.scorecard.domains {
        table
            .rows
            .push(domain_row(domain.domain, table.columns.len()));
        for area in &domain.areas {
            let known = typical.areas.get(&area.area).copied().unwrap_or_default();
            let mut cells = vec![
                Cell::from(catalogue::area(area.area).map_or("", |area| area.title)),
                Cell::from(area.area.to_string()),
            ];
            cells.extend(Dimension::ALL.map(|dimension| Cell::from(area.score(dimension))));
            cells.extend([
                mass(area),
                Cell::from(area.fte),
                text(known.level.map_or("", Level::danish)),
                text(known.danish_digital()),
                source.reservations(area),
            ]);
            let row = Row::new(RowKind::Ordinary, cells);
            table
                .rows
                .push(row.leading_to(Route::OverviewArea(area.area)));
        }
        for (title, scores, fte) in [
            (total_title(domain.domain), &domain.total, domain.fte),
            (
                format!("{} vægtet med årsværk", total_title(domain.domain)),
                &domain.weighted,
                None,
            ),
        ] {
            let mut cells = vec![Cell::from(title), Cell::from(domain.domain.to_string())];
            cells.extend(Dimension::ALL.map(|dimension| Cell::from(*scores.get(dimension))));
            cells.extend([
                Cell::Empty,
                Cell::from(fte),
                Cell::Empty,
                Cell::Empty,
                source.reservations_of_total(domain),
            ]);
            table
                .rows
                .push(total(cells).leading_to(Route::OverviewDomain(domain.domain)));
        }
    }
    hide_idle_reservations(&mut table);
    table
}

/// The three means of the mass processes: "2,3 · 0,5 · 1,0"; empty where none is answered.
fn mass(area: &AreaScore) -> Cell {
    let means = Dimension::ALL.map(|dimension| area.mass_means.get(dimension).value());
    if means.iter().all(Option::is_none) {
        return Cell::Empty;
    }
    let texts = means.map(|mean| {
        mean.map_or_else(
            || "–".to_owned(),
            |mean| crate::danish::format_number(mean, 1),
        )
    });
    Cell::from(texts.join(" · "))
}
