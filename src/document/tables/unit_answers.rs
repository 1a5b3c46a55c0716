//! Enhedernes svar: what the units say of each activity, weighed together and side by side, with
//! the municipality's own answer beside it.

use crate::document::description;
use crate::domain::catalogue::{self, Activity};
use crate::domain::rating::Dimension;
use crate::scoring::units::UnitsAnswer;

use super::super::table::{Cell, Column, Form, Row, Table};
use super::{Source, count, ordinary};

pub(super) fn table(source: &Source<'_>) -> Table {
    let rows: Vec<Row> = catalogue::activities()
        .filter_map(|activity| row(source, activity))
        .collect();
    let mut notes = vec![source.whose()];
    notes.push(if rows.is_empty() {
        "Der er endnu ingen svar fra enheder.".to_owned()
    } else {
        "Enhederne vejes sammen. Tallet er deres vejede gennemsnit og træder i stedet for kommunens eget svar. Ved siden af står, hvordan svarene fordeler sig, og det laveste og det højeste."
            .to_owned()
    });
    Table {
        title: "Enhedernes svar".to_owned(),
        notes,
        columns: columns(),
        rows,
    }
}

fn columns() -> Vec<Column> {
    let mut columns = vec![
        Column::new("Aktivitet", Form::Text),
        Column::new("Enheder", Form::Number(0)),
    ];
    for dimension in Dimension::ALL {
        columns.push(Column::new(dimension.title(), Form::Number(1)));
        columns.push(Column::new(
            format!("{}, svar", dimension.title()),
            Form::Text,
        ));
    }
    columns.push(Column::new("Vejning", Form::Text));
    columns.push(Column::new("Kommunens eget svar", Form::Text));
    columns
}

/// None where no unit says anything of the activity.
fn row(source: &Source<'_>, activity: &Activity) -> Option<Row> {
    let round = source.round;
    let units = UnitsAnswer::of(round, activity.id, activity.weight);
    if units.n == 0 && units.not_relevant == 0 {
        return None;
    }
    let mut cells = vec![
        Cell::from(format!("{} {}", activity.id, activity.title)),
        count(units.n),
    ];
    for dimension in Dimension::ALL {
        let rating = units.ratings.get(dimension);
        cells.push(Cell::from(rating.hundredths().map(|value| value / 100.0)));
        let said = (rating.n() > 0).then(|| {
            let said = description::units(rating, dimension, &round.profile);
            if rating.smallest == rating.largest {
                said
            } else {
                let points =
                    |hundredths: u32| crate::danish::format_short(f64::from(hundredths) / 100.0);
                format!(
                    "{said} (fra {} til {})",
                    points(rating.smallest),
                    points(rating.largest)
                )
            }
        });
        cells.push(said.map_or(Cell::Empty, Cell::from));
    }
    let weighing = description::weighting(units.weighting);
    cells.push(match units.not_relevant {
        0 => weighing.into(),
        n => format!("{weighing}; {n} siger ikke relevant").into(),
    });
    let own = round.central_answer(activity.id);
    let own = own.map_or_else(String::new, |one| description::answer(one, &round.profile));
    cells.push(own.into());
    Some(ordinary(cells))
}
