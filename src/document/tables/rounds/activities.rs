//! The activities that changed from one round to another, as a table.

use crate::document::description;
use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::domain::answer::Standing;
use crate::domain::catalogue;
use crate::domain::ids::{ActivityId, AreaId};
use crate::domain::profile::Profile;
use crate::domain::rating::Dimension;
use crate::scoring::change::{ActivityChange, Aspect, Change, Kind, Told};

use super::notes;

/// The activities that changed, then those that are not confirmed, then those that only one of
/// the catalogues has.
#[must_use]
pub fn activities(change: &Change) -> Table {
    let mut rows = Vec::new();
    let mut area: Option<AreaId> = None;
    let is_confirmed = |one: &&ActivityChange| one.kind != Kind::Unconfirmed;
    for one in change.activities.iter().filter(is_confirmed) {
        if area.replace(one.id.area) != Some(one.id.area) {
            rows.push(head(
                catalogue::area(one.id.area).map_or("", |area| area.title),
            ));
        }
        rows.push(activity(one, change));
    }
    let mut named = |title: &str, more: Vec<Row>| {
        if !more.is_empty() {
            rows.push(head(title));
            rows.extend(more);
        }
    };
    let unconfirmed = change.activities.iter().filter(|one| !is_confirmed(one));
    named(
        "Taget med fra en tidligere runde og ikke bekræftet",
        unconfirmed.map(|one| activity(one, change)).collect(),
    );
    let only = |ids: &[ActivityId], what: &str| -> Vec<Row> {
        ids.iter().map(|&id| only_in_one(id, what)).collect()
    };
    named(
        "Udgået af kataloget",
        only(&change.dropped, "Kan ikke sammenlignes"),
    );
    named(
        "Ny i kataloget",
        only(&change.added, "Kan ikke sammenlignes"),
    );
    Table {
        title: "Udvikling i aktiviteter".to_owned(),
        notes: notes(change),
        columns: vec![
            Column::new("Id", Form::Text),
            Column::new("Aktivitet", Form::Text),
            Column::new("Hvad er sket", Form::Text),
            Column::new(format!("Svar i {}", change.before.id.0), Form::Text),
            Column::new(format!("Svar i {}", change.after.id.0), Form::Text),
        ],
        rows,
    }
}

fn head(title: &str) -> Row {
    let mut cells = vec![Cell::Empty, Cell::from(title)];
    cells.resize(5, Cell::Empty);
    Row {
        kind: RowKind::Group,
        cells,
        ..Row::default()
    }
}

fn activity(one: &ActivityChange, change: &Change) -> Row {
    let title = catalogue::activity(one.id).map_or("", |activity| activity.title);
    let mut what = match one.kind {
        Kind::Changed => {
            let aspects: Vec<&str> = one.aspects.iter().map(|&aspect| word(aspect)).collect();
            format!("Ændret: {}", aspects.join(", "))
        }
        Kind::NewlyAnswered => "Nyt svar".to_owned(),
        Kind::NoLongerAnswered => "Ikke længere besvaret".to_owned(),
        Kind::Unconfirmed => "Ikke bekræftet".to_owned(),
    };
    if one.earlier != one.id {
        what = format!("{what} (hed {} i det tidligere katalog)", one.earlier);
    }
    Row {
        kind: RowKind::Ordinary,
        cells: vec![
            Cell::Text(one.id.to_string()),
            title.into(),
            what.into(),
            said(&one.before, &change.before.profile),
            said(&one.after, &change.after.profile),
        ],
        ..Row::default()
    }
}

const fn word(aspect: Aspect) -> &'static str {
    match aspect {
        Aspect::Organisation => "hvem løser sagerne",
        Aspect::Solution => "digital løsning",
        Aspect::Process => "digital proces",
        Aspect::Standing => "om den er relevant",
    }
}

/// What was said of an activity, on one line.
fn said(told: &Told, profile: &Profile) -> Cell {
    if told.not_relevant {
        return "Ikke relevant".into();
    }
    let own = told
        .own
        .as_ref()
        .filter(|own| own.standing == Standing::Asked);
    let of = |dimension| {
        let units = told.units.ratings.get(dimension);
        if units.n() > 0 {
            return Some(description::units(units, dimension, profile));
        }
        own.and_then(|own| description::rating(own, dimension, profile))
    };
    let words = [
        ("", Dimension::Centralisation),
        ("løsning: ", Dimension::Solution),
        ("proces: ", Dimension::Process),
    ];
    let parts: Vec<String> = words
        .into_iter()
        .filter_map(|(what, dimension)| of(dimension).map(|text| format!("{what}{text}")))
        .collect();
    if parts.is_empty() {
        Cell::Missing("ikke besvaret".to_owned())
    } else {
        Cell::Text(parts.join(" · "))
    }
}

fn only_in_one(id: ActivityId, what: &str) -> Row {
    let title = catalogue::activity(id).map_or("", |activity| activity.title);
    Row {
        kind: RowKind::Ordinary,
        cells: vec![
            Cell::Text(id.to_string()),
            title.into(),
            what.into(),
            Cell::Empty,
            Cell::Empty,
        ],
        ..Row::default()
    }
}
