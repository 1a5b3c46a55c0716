//! Which activity a row of a table is about: by its id, or by its title where the id is missing.
//!
//! An id and a title that belong to different activities are refused: somebody has sorted a part
//! of the columns.

use std::collections::BTreeMap;

use super::cell::Cell;
use super::columns::Column;
use super::rows::Row;
use super::words::{Expected, fold};
use crate::domain::catalogue;
use crate::domain::ids::{ActivityId, AreaId};

/// What a row is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum About {
    /// An activity of the catalogue.
    Activity(ActivityId),
    /// No activity, and no answers either: a heading, an area, a note.
    Nothing,
    /// There are answers, but it is not clear of what; with the column to look at.
    Unclear(Column, Expected),
}

/// Activities by their titles.
#[derive(Clone, Debug)]
pub struct Titles(BTreeMap<String, Option<ActivityId>>);

impl Titles {
    /// Of the whole catalogue. A title that stands twice names no activity.
    #[must_use]
    pub fn of_catalogue() -> Self {
        let mut titles = BTreeMap::new();
        for activity in catalogue::activities() {
            titles
                .entry(fold(activity.title))
                .and_modify(|id| *id = None)
                .or_insert(Some(activity.id));
        }
        Self(titles)
    }

    /// The activity with a title.
    #[must_use]
    pub fn find(&self, title: &str) -> Option<ActivityId> {
        // Longer than any title, so that hostile texts cost nothing.
        if title.len() > 1000 {
            return None;
        }
        *self.0.get(&fold(title))?
    }
}

/// Says which activity a row is about.
#[must_use]
pub fn about(row: &Row<'_>, titles: &Titles) -> About {
    let text = |column| row.cell(column).map(Cell::shown);
    let (id, title) = (text(Column::Id), text(Column::Title));
    let by_title = title.as_deref().and_then(|title| titles.find(title));
    let Some(id) = id else {
        return match by_title {
            Some(activity) => About::Activity(activity),
            None if is_heading(title.as_deref()) => About::Nothing,
            None => unclear(
                row,
                Column::Title,
                "Skriv aktivitetens nummer i kolonnen »Nr.«, fx E04.03, eller dens titel fra skemaet",
            ),
        };
    };
    if let Some(activity) = activity_id(&id) {
        return with_id(row, activity, by_title);
    }
    if id.trim().to_uppercase().parse::<AreaId>().is_ok() {
        let column = row.answers().unwrap_or(Column::Id);
        return unclear(
            row,
            column,
            "Svar skal stå ved områdets aktiviteter, ikke ved området selv",
        );
    }
    if is_heading(Some(&id)) {
        return About::Nothing;
    }
    unclear(
        row,
        Column::Id,
        "Skriv aktivitetens nummer, som det står i skemaet, fx E04.03",
    )
}

fn with_id(row: &Row<'_>, activity: ActivityId, by_title: Option<ActivityId>) -> About {
    let Some(known) = catalogue::activity(activity) else {
        return unclear(
            row,
            Column::Id,
            "Der er ingen aktivitet med det nummer. Skriv nummeret, som det står i skemaet",
        );
    };
    match by_title {
        Some(other) if other != activity => unclear(
            row,
            Column::Title,
            &format!(
                "Nummer og titel hører til hver sin aktivitet: {activity} er »{}«. Ret rækken, \
                 eller hent skemaet igen",
                known.title
            ),
        ),
        _ => About::Activity(activity),
    }
}

fn unclear(row: &Row<'_>, column: Column, expected: &str) -> About {
    if row.answers().is_some() {
        About::Unclear(column, Expected(expected.to_owned()))
    } else {
        About::Nothing
    }
}

/// The headings stand once more, as when several sheets are pasted together.
fn is_heading(text: Option<&str>) -> bool {
    let plain = crate::domain::profile::Profile::default();
    text.and_then(|text| Column::recognise(text, &plain))
        .is_some_and(|column| !column.is_answer())
}

/// Reads an id as people write it: `e04.03`, `E4.3`.
#[must_use]
pub fn activity_id(text: &str) -> Option<ActivityId> {
    let text = text.trim().to_uppercase();
    if text.len() > 12 {
        return None;
    }
    let (area, number) = text.split_once('.')?;
    let (letter, area) = area.split_at_checked(1)?;
    format!("{letter}{area:0>2}.{number:0>2}").parse().ok()
}
