//! Enheder: the units that are known or have answered, and how much they have answered.

use std::collections::BTreeSet;

use crate::domain::answer::Answer;
use crate::domain::ids::{CENTRAL, UnitId};
use crate::domain::unit::Unit;

use super::super::table::{Cell, Column, Form, Row, Table};
use super::answers::unit_name;
use super::{Source, count, ordinary};

pub(super) fn table(source: &Source<'_>) -> Table {
    let round = source.round;
    let mut ids: BTreeSet<&UnitId> = round.units.keys().collect();
    ids.extend(round.answers.keys().filter(|id| id.0 != CENTRAL));
    let mut table = Table {
        title: "Enheder".to_owned(),
        notes: vec![source.whose()],
        columns: columns(),
        rows: ids.iter().map(|id| entry(source, id)).collect(),
    };
    if ids.is_empty() {
        table
            .notes
            .push("Der er endnu ingen svar fra enheder.".to_owned());
    }
    table
}

fn columns() -> Vec<Column> {
    vec![
        Column::new("Enhed", Form::Text),
        Column::new("Slags", Form::Text),
        Column::new("Ansatte", Form::Number(0)),
        Column::new("Fakturaer om året", Form::Number(0)),
        Column::new("Besvarede aktiviteter", Form::Number(0)),
        Column::new("Påbegyndte aktiviteter", Form::Number(0)),
        Column::new("Nr. i besvarelsen", Form::Text),
    ]
}

fn entry(source: &Source<'_>, id: &UnitId) -> Row {
    let unit = source.round.units.get(id);
    let number = |of: fn(&Unit) -> Option<u32>| unit.and_then(of).map_or(Cell::Empty, count);
    let answers = source.round.answers.get(id);
    let counted = |is: fn(&Answer) -> bool| {
        let n = answers.map_or(0, |all| all.values().filter(|one| is(one)).count());
        count(u32::try_from(n).unwrap_or(u32::MAX))
    };
    ordinary(vec![
        Cell::from(unit_name(source, id)),
        unit.filter(|one| !one.kind.is_empty())
            .map_or(Cell::Empty, |one| Cell::from(one.kind.as_str())),
        number(|one| one.employees),
        number(|one| one.invoices),
        counted(Answer::is_settled),
        counted(|one| !one.is_settled()),
        Cell::from(id.0.as_str()),
    ])
}
