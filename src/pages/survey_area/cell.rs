//! The three answers of a row: what can be chosen, what is chosen, and the edit of a choice.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::components::choice::{Alternative, Choice, option_id};
use crate::components::erased::view;
use crate::domain::answer::{Answer, Standing};
use crate::domain::assessment::Assessment;
use crate::domain::catalogue::Activity;
use crate::domain::edit::Edit;
use crate::domain::ids::ActivityId;
use crate::domain::rating::{Degree, Organisation, Place};
use crate::state::App;

use super::{Sheet, detail};

/// A column of the table, in order.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Column {
    /// Hvem løser sagerne?
    Organisation,
    /// Digital løsning.
    Solution,
    /// Digital proces.
    Process,
}

impl Column {
    pub(super) const ALL: [Self; 3] = [Self::Organisation, Self::Solution, Self::Process];

    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Organisation => "Hvem løser sagerne?",
            Self::Solution => "Digital løsning",
            Self::Process => "Digital proces",
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Organisation => "level",
            Self::Solution => "solution",
            Self::Process => "process",
        }
    }

    pub(super) const fn next(self) -> Option<Self> {
        match self {
            Self::Organisation => Some(Self::Solution),
            Self::Solution => Some(Self::Process),
            Self::Process => None,
        }
    }

    /// The name of a cell's radio group.
    pub(super) fn name(self, id: ActivityId) -> String {
        format!("{id}-{}", self.key())
    }

    pub(super) fn option_id(self, id: ActivityId, index: usize) -> String {
        option_id(&self.name(id), index)
    }

    /// The row and column of a radio button, by its id.
    pub(super) fn of_option(id: &str) -> Option<(ActivityId, Self)> {
        let mut parts = id.split('-');
        let activity = parts.next()?.parse().ok()?;
        let key = parts.next()?;
        parts.next()?;
        let column = Self::ALL.into_iter().find(|column| column.key() == key)?;
        Some((activity, column))
    }

    /// The chosen button of an answer.
    pub(super) fn selected(self, answer: &Answer) -> Option<usize> {
        match self {
            Self::Organisation => match answer.organisation {
                Some(Organisation::One(place)) => Some(place as usize),
                _ => None,
            },
            Self::Solution => answer.solution.map(|degree| degree as usize),
            Self::Process => answer.process.map(|degree| degree as usize),
        }
    }

    /// The first column without an answer.
    pub(super) const fn first_open(answer: &Answer) -> Self {
        match answer {
            Answer {
                organisation: None, ..
            } => Self::Organisation,
            Answer { solution: None, .. } => Self::Solution,
            Answer { process: None, .. } => Self::Process,
            _ => Self::Organisation,
        }
    }

    /// Puts a choice into an answer; none takes it away. An answer makes a row relevant again.
    pub(super) fn put(self, answer: &mut Answer, index: Option<usize>) {
        if index.is_some() {
            answer.standing = Standing::Asked;
        }
        match self {
            Self::Organisation => {
                answer.organisation = index
                    .and_then(|index| Place::ALL.get(index).copied())
                    .map(Organisation::One);
            }
            Self::Solution => answer.solution = degree(index),
            Self::Process => answer.process = degree(index),
        }
    }

    /// What can be chosen.
    pub(super) fn alternatives(self, level_name: impl Fn(Place) -> String) -> Vec<Alternative> {
        match self {
            Self::Organisation => Place::ALL
                .into_iter()
                .map(|place| Alternative {
                    label: short_name(place),
                    name: place.usual_name().to_owned(),
                    title: level_name(place),
                })
                .collect(),
            Self::Solution | Self::Process => Degree::ALL
                .into_iter()
                .map(|degree| {
                    let (label, name) = degree_name(degree);
                    Alternative {
                        label,
                        name: name.to_owned(),
                        title: name.to_owned(),
                    }
                })
                .collect(),
        }
    }
}

fn degree(index: Option<usize>) -> Option<Degree> {
    Degree::ALL.get(index?).copied()
}

/// The name of a place on a button.
pub(super) const fn short_name(place: Place) -> &'static str {
    match place {
        Place::Institution => "Inst.",
        Place::Intermediate => "Mellem",
        Place::Department => "Fag",
        Place::Central => "Central",
        Place::External => "Ekst.",
    }
}

/// The letter and the name of a degree.
pub(super) const fn degree_name(degree: Degree) -> (&'static str, &'static str) {
    match degree {
        Degree::Manual => ("M", "Manuelt"),
        Degree::Partly => ("D", "Delvist"),
        Degree::Full => ("F", "Fuldt"),
    }
}

/// The edit that changes the municipality's answer to some activities; an answer in which nothing
/// is said is taken away.
pub(super) fn change(app: App, ids: &[ActivityId], mut change: impl FnMut(&mut Answer)) -> Edit {
    let mut answers = BTreeMap::new();
    for &id in ids {
        let mut answer = app.peek_answer(id);
        // Whoever touches an answer of an earlier round has looked at it, and whoever changes one
        // answers for it.
        answer.unconfirmed = false;
        let before = answer.clone();
        change(&mut answer);
        if answer != before {
            answer.by = None;
            answer.at = None;
        }
        answers.insert(id, (!answer.is_empty()).then_some(answer));
    }
    Edit::SetAnswers {
        round: app.round_id(),
        unit: app.peek(Assessment::answerer),
        answers,
    }
}

/// Sets one cell. Choosing a place also ends a draft of shares.
pub(super) fn set(sheet: Sheet, id: ActivityId, column: Column, index: Option<usize>) {
    let app = sheet.app;
    let edit = change(app, &[id], |answer| column.put(answer, index));
    let draft = detail::shares_key(id);
    let has_draft = app
        .peek_round(|round| round.drafts.contains_key(&draft))
        .unwrap_or_default();
    if column == Column::Organisation && has_draft {
        let end = Edit::SetDraft {
            round: app.round_id(),
            field: draft,
            text: None,
        };
        app.edit(Edit::Batch {
            edits: vec![edit, end],
        });
    } else {
        app.edit(edit);
    }
}

/// One cell of a row.
#[component]
pub(super) fn Cell(
    sheet: Sheet,
    activity: &'static Activity,
    column: Column,
    answer: Memo<Answer>,
) -> impl IntoView {
    let app = sheet.app;
    let id = activity.id;
    let spread = Memo::new(move |_| {
        column == Column::Organisation
            && answer.with(|one| matches!(one.organisation, Some(Organisation::Spread(_))))
    });
    let unknown = Memo::new(move |_| answer.with(|one| one.standing == Standing::Unknown));
    let alternatives = column.alternatives(|place| {
        app.peek_round(|round| round.profile.name_of(place).to_owned())
            .unwrap_or_default()
    });
    let class = match column {
        Column::Organisation => "choice--level",
        Column::Solution | Column::Process => "choice--degree",
    };
    let state = move || {
        if column == Column::Organisation && unknown.get() {
            return Some("Ved ikke".to_owned());
        }
        if !spread.get() {
            return None;
        }
        let organisation = answer.with(|one| one.organisation)?;
        let parts: Vec<String> = Place::ALL
            .into_iter()
            .filter(|&place| organisation.share(place) > 0)
            .map(|place| format!("{} {} %", short_name(place), organisation.share(place)))
            .collect();
        Some(format!("Fordelt: {}", parts.join(", ")))
    };
    let cell_class = match column {
        Column::Organisation => "survey__cell survey__cell--level",
        Column::Solution | Column::Process => "survey__cell",
    };
    view! {
        <td class=cell_class role="cell" data-title=column.title()>
            <Choice
                name=column.name(id)
                legend=format!("{} {}", column.title(), activity.title)
                class=class
                options=alternatives
                selected=Signal::derive(move || answer.with(|one| column.selected(one)))
                dashed=Signal::derive(move || spread.get() || unknown.get())
                on_select=move |index| set(sheet, id, column, Some(index))
            />
            {move || state().map(|text| view! { <span class="cell-state">{text}</span> })}
        </td>
    }
}
