//! One row: its name, level and numbers, what is wrong in it, and taking it away.

use leptos::prelude::*;

use crate::components::erased::{Show, live, view};
use crate::components::errors::PageError;
use crate::components::field::error_of;
use crate::components::numbers::fte;
use crate::danish::lower;
use crate::domain::edit::Edit;
use crate::domain::ids::RowId;
use crate::domain::rating::Place;
use crate::domain::staff::{StaffKind, StaffRow};
use crate::scoring::resources;
use crate::state::{App, app};

use super::number::{Number, NumberCell};
use super::split::{self, SplitRow};
use super::words::words;
use super::{change_row, set_row};

/// What is wrong in a row.
pub(super) fn errors(app: App, row: &StaffRow) -> Vec<PageError> {
    let name = shown_name(row);
    Number::of(row.kind)
        .iter()
        .filter_map(|number| {
            let spec = number.spec(row.id);
            let text = error_of(app, &spec)?;
            Some(PageError {
                field: spec.key,
                text: format!("{name}, {}: {text}", lower(number.title())),
            })
        })
        .chain(split::errors(app, row))
        .collect()
}

/// The name of a row, also while it has none.
pub(super) fn shown_name(row: &StaffRow) -> String {
    if row.name.is_empty() {
        format!("Række {} uden navn", row.id.0)
    } else {
        row.name.clone()
    }
}

/// The field with the name of a row.
pub(super) fn name_id(row: RowId) -> String {
    format!("staff.{}.name", row.0)
}

#[component]
pub(super) fn EntryRow(id: RowId, kind: StaffKind) -> impl IntoView {
    let app = app();
    let row = Memo::new(move |_| {
        app.with_round(|round| round.staff.iter().find(|row| row.id == id).cloned())
            .flatten()
            .unwrap_or_else(|| StaffRow::new(id, kind))
    });
    let open = RwSignal::new(false);
    let name = Memo::new(move |_| row.with(shown_name));
    let rename = move |event| {
        let text = event_target_value(&event).trim().to_owned();
        app.edit(change_row(app, id, |row| row.name = text));
    };
    let placed = live(move || row.with(|row| format!("{} %", row.percent_placed())));
    let columns = match kind {
        StaffKind::Team => "5",
        StaffKind::Units => "7",
        StaffKind::Purchase => "4",
    };
    view! {
        <tr role="row" class:entry-table__open=move || open.get()>
            <td
                class="field-cell entry-table__wide"
                role="cell"
                data-title=words(kind).name
            >
                <input
                    class="form-input form-input--small"
                    id=name_id(id)
                    type="text"
                    autocomplete="off"
                    maxlength="80"
                    aria-label=move || format!("{}, {}", words(kind).name, name.get())
                    prop:value=move || row.with(|row| row.name.clone())
                    on:change=rename
                />
            </td>
            {(kind != StaffKind::Purchase).then(|| view! { <PlaceCell row name /> })}
            {Number::of(kind)
                .iter()
                .map(|&number| view! { <NumberCell row name number /> })
                .collect_view()}
            {(kind == StaffKind::Units)
                .then(|| {
                    view! {
                        <td class="entry-table__value" role="cell" data-title="Årsværk">
                            {move || row.with(|row| fte(resources::fte_of(row)))}
                        </td>
                    }
                })}
            <td class="entry-table__value" role="cell" data-title="Fordelt på områder">
                {placed}
            </td>
            <td class="entry-table__actions no-print" role="cell">
                <button
                    class="text-button"
                    type="button"
                    id=split::button_id(id)
                    aria-expanded=move || open.get().to_string()
                    on:click=move |_| open.update(|open| *open = !*open)
                >
                    "Fordel"
                    <span class="sr-only">{move || format!(" {} på områder", name.get())}</span>
                </button>
                " "
                <button
                    class="text-button"
                    type="button"
                    on:click=move |_| app.edit(remove(app, id))
                >
                    "Slet"
                    <span class="sr-only">{move || format!(" {}", name.get())}</span>
                </button>
            </td>
        </tr>
        <Show when=move || open.get()>
            <SplitRow row columns />
        </Show>
    }
}

/// Takes a row away, with the drafts of its fields.
fn remove(app: App, id: RowId) -> Edit {
    let prefix = format!("staff.{}.", id.0);
    let drafts: Vec<String> = app
        .peek_round(|round| {
            let own = round.drafts.keys().filter(|key| key.starts_with(&prefix));
            own.cloned().collect()
        })
        .unwrap_or_default();
    let ends = drafts.into_iter().map(|field| Edit::SetDraft {
        round: app.round_id(),
        field,
        text: None,
    });
    Edit::Batch {
        edits: std::iter::once(set_row(app, id, None))
            .chain(ends)
            .collect(),
    }
}

#[component]
fn PlaceCell(row: Memo<StaffRow>, name: Memo<String>) -> impl IntoView {
    let app = app();
    let places = [
        Place::Institution,
        Place::Intermediate,
        Place::Department,
        Place::Central,
    ];
    let options = places
        .into_iter()
        .enumerate()
        .map(|(index, place)| {
            let title = app
                .peek_round(|round| round.profile.name_of(place).to_owned())
                .unwrap_or_default();
            view! {
                <option
                    value=index.to_string()
                    prop:selected=move || row.with(|row| row.place == Some(place))
                >
                    {title}
                </option>
            }
        })
        .collect_view();
    let choose = move |event| {
        let place = event_target_value(&event).parse::<usize>().ok();
        let place = place.and_then(|index| places.get(index).copied());
        let id = row.with_untracked(|row| row.id);
        app.edit(change_row(app, id, |row| row.place = place));
    };
    view! {
        <td class="field-cell" role="cell" data-title="Niveau">
            <select
                class="form-select form-select--small"
                aria-label=move || format!("Niveau, {}", name.get())
                on:change=choose
            >
                <option value="" prop:selected=move || row.with(|row| row.place.is_none())>
                    "Vælg"
                </option>
                {options}
            </select>
        </td>
    }
}
