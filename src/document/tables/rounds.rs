//! What changed from one round to another, as tables: areas with "Samlet", and activities.
//!
//! Names what the numbers do not show: what is provisional, estimated or not confirmed, and where
//! the rounds are not measured in one way. Does not compute anything.

mod activities;

use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::domain::METHOD_VERSION;
use crate::domain::catalogue;
use crate::domain::rating::{Dimension, PerDimension};
use crate::scoring::change::{AreaChange, Change, Kind, Values};

pub use activities::activities;

/// Scores and FTE of every area in both rounds with the difference, and "Samlet" of each domain.
#[must_use]
pub fn areas(change: &Change) -> Table {
    let split = is_split(change);
    let mut rows = Vec::new();
    for domain in &change.domains {
        rows.push(group(catalogue::domain_title(domain.domain), change, split));
        for area in &domain.areas {
            let title = catalogue::area(area.area).map_or("", |area| area.title);
            let cells = cells(title, &area.scores, area.fte, split, remark(area, change));
            rows.push(Row {
                kind: RowKind::Ordinary,
                cells,
                ..Row::default()
            });
        }
        // Tells the domain, so that the row can stand alone.
        let title = catalogue::domain_title(domain.domain).to_lowercase();
        let total = format!("Samlet, {title}");
        let provisional = provisional(
            (
                domain.provisional_before,
                domain.total.centralisation.before,
            ),
            (domain.provisional_after, domain.total.centralisation.after),
            change,
        );
        rows.push(Row {
            kind: RowKind::Total,
            cells: cells(
                &total,
                &domain.total,
                domain.fte,
                split,
                provisional.join("; "),
            ),
            ..Row::default()
        });
    }
    Table {
        title: "Udvikling i områder".to_owned(),
        notes: notes(change),
        columns: columns(change, split),
        rows,
    }
}

/// The rounds are not measured in one way.
fn is_split(change: &Change) -> bool {
    let totals = change.domains.iter().map(|domain| &domain.total);
    let areas = change.domains.iter().flat_map(|domain| &domain.areas);
    totals.chain(areas.map(|area| &area.scores)).any(|scores| {
        Dimension::ALL
            .iter()
            .any(|&one| scores.get(one).split.is_some())
    })
}

fn columns(change: &Change, split: bool) -> Vec<Column> {
    let (before, after) = (&change.before.id.0, &change.after.id.0);
    let mut columns = vec![Column::new("Område", Form::Text)];
    for title in Dimension::ALL.map(Dimension::title) {
        columns.push(Column::new(format!("{title} {before}"), Form::Number(1)));
        columns.push(Column::new(format!("{title} {after}"), Form::Number(1)));
        columns.push(Column::new(
            format!("{title}, forskel"),
            Form::Difference(1),
        ));
        if split {
            for part in ["jeres ændring", "ændret metode"] {
                columns.push(Column::new(format!("{title}, {part}"), Form::Difference(1)));
            }
        }
    }
    columns.push(Column::new(format!("Årsværk {before}"), Form::Number(1)));
    columns.push(Column::new(format!("Årsværk {after}"), Form::Number(1)));
    columns.push(Column::new("Årsværk, forskel", Form::Difference(1)));
    columns.push(Column::new("Bemærkning", Form::Text));
    columns
}

fn group(title: &str, change: &Change, split: bool) -> Row {
    let mut cells = vec![Cell::from(title)];
    cells.resize(columns(change, split).len(), Cell::Empty);
    Row {
        kind: RowKind::Group,
        cells,
        ..Row::default()
    }
}

fn cells(
    title: &str,
    scores: &PerDimension<Values>,
    fte: Values,
    split: bool,
    remark: String,
) -> Vec<Cell> {
    let mut cells = vec![Cell::from(title)];
    let mut push = |values: Values, split: bool| {
        cells.extend([values.before, values.after, values.difference].map(Cell::from));
        if split {
            cells.push(values.split.and_then(|parts| parts.own).into());
            cells.push(values.split.map(|parts| parts.method).into());
        }
    };
    for dimension in Dimension::ALL {
        push(*scores.get(dimension), split);
    }
    push(fte, false);
    cells.push(if remark.is_empty() {
        Cell::Empty
    } else {
        Cell::Text(remark)
    });
    cells
}

fn remark(area: &AreaChange, change: &Change) -> String {
    let score = |value: fn(&Values) -> Option<f64>| {
        Dimension::ALL
            .iter()
            .find_map(|&dimension| value(area.scores.get(dimension)))
    };
    let (before, after) = (score(|values| values.before), score(|values| values.after));
    let mut parts = provisional(
        (area.basis_before.provisional, before),
        (area.basis_after.provisional, after),
        change,
    );
    for (basis, side) in [
        (area.basis_before, &change.before),
        (area.basis_after, &change.after),
    ] {
        if basis.estimated {
            parts.push(format!("skøn i {}", side.id.0));
        }
    }
    match area.unconfirmed {
        0 => {}
        1 => parts.push("1 svar ikke bekræftet".to_owned()),
        n => parts.push(format!("{n} svar ikke bekræftet")),
    }
    parts.join("; ")
}

/// In which rounds a score is provisional; where there is no score there is nothing to say.
fn provisional(
    before: (bool, Option<f64>),
    after: (bool, Option<f64>),
    change: &Change,
) -> Vec<String> {
    [(before, &change.before), (after, &change.after)]
        .into_iter()
        .filter(|((provisional, score), _)| *provisional && score.is_some())
        .map(|(_, side)| format!("foreløbig i {}", side.id.0))
        .collect()
}

/// What must stand beside both tables.
fn notes(change: &Change) -> Vec<String> {
    let (before, after) = (&change.before, &change.after);
    let mut notes = vec![
        format!(
            "Fra runden {} til runden {}. Et plus betyder mere centralt, mere digitalt eller \
             flere årsværk end før. Hvert tal er afrundet for sig.",
            before.id.0, after.id.0
        ),
        "»Foreløbig« betyder, at under 60 % er besvaret, så en forskel kan skyldes, hvad der er \
         besvaret."
            .to_owned(),
    ];
    let unconfirmed = change.activities.iter();
    let unconfirmed = unconfirmed
        .filter(|one| one.kind == Kind::Unconfirmed)
        .count();
    if unconfirmed > 0 {
        notes.push(format!(
            "{unconfirmed} svar i runden {} er taget med fra en tidligere runde og ikke bekræftet. \
             De indgår i scorerne, men tæller ikke som besvaret og regnes ikke som en ændring.",
            after.id.0
        ));
    }
    if before.catalogue != after.catalogue {
        notes.push(format!(
            "Runden {} er besvaret efter katalog {} og runden {} efter katalog {}. »Jeres ændring« \
             er målt på de aktiviteter, som begge kataloger har; »ændret metode« er resten af \
             forskellen.",
            before.id.0, before.catalogue, after.id.0, after.catalogue
        ));
    }
    for side in [before, after] {
        if side.method != METHOD_VERSION {
            notes.push(format!(
                "Runden {} nævner metode {}; programmet regner efter metode {METHOD_VERSION}.",
                side.id.0, side.method
            ));
        }
    }
    notes
}
