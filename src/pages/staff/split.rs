//! How one row of the staff sheet spreads over areas, in whole percent.

use leptos::prelude::*;

use crate::components::erased::{each, live, view};
use crate::components::errors::{PageError, message};
use crate::components::field::{FieldSpec, read, shown_text};
use crate::domain::catalogue::{self, Area};
use crate::domain::edit::Edit;
use crate::domain::field;
use crate::domain::ids::{AreaId, Domain, RowId};
use crate::domain::staff::StaffRow;
use crate::state::{App, app};

use super::change_row;
use super::row::shown_name;

/// The button that opens the spread of a row.
pub(super) fn button_id(row: RowId) -> String {
    format!("staff.{}.split", row.0)
}

fn spec(row: RowId, area: AreaId) -> FieldSpec {
    FieldSpec {
        key: format!("staff.{}.area.{area}", row.0),
        kind: field::PERCENT,
        required: true,
    }
}

/// What is wrong with the text of one line: it is no percent, or more than the row has left.
fn line_error(app: App, row: &StaffRow, area: AreaId) -> Option<String> {
    let spec = spec(row.id, area);
    let draft = app.draft(&spec.key)?;
    match read(&spec, &draft) {
        Err(error) => Some(message(error)),
        Ok(wanted) => Some(sum_text(others(row, area) + to_percent(wanted))),
    }
}

/// Percent that the row gives to other areas.
fn others(row: &StaffRow, area: AreaId) -> u32 {
    let own = row.areas.get(&area).copied().unwrap_or_default();
    row.percent_placed() - u32::from(own)
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the field has checked that the number is a whole percent"
)]
fn to_percent(value: Option<f64>) -> u32 {
    value.unwrap_or_default() as u32
}

/// The edit that changes the spread of a row. Lines that were typed while there was no room for
/// them take their place as soon as there is.
fn respread(app: App, id: RowId, change: impl FnOnce(&mut StaffRow)) -> Edit {
    let mut placed = Vec::new();
    let drafts = app
        .peek_round(|round| round.drafts.clone())
        .unwrap_or_default();
    let row = change_row(app, id, |row| {
        change(row);
        let areas: Vec<AreaId> = row.areas.keys().copied().collect();
        for area in areas {
            let spec = spec(id, area);
            let Some(Ok(wanted)) = drafts.get(&spec.key).map(|text| read(&spec, text)) else {
                continue;
            };
            if others(row, area) + to_percent(wanted) <= 100 {
                let percent = u8::try_from(to_percent(wanted)).unwrap_or_default();
                row.areas.insert(area, percent);
                placed.push(spec.key);
            }
        }
    });
    let mut edits = vec![row];
    edits.extend(placed.into_iter().map(|field| end_draft(app, field)));
    Edit::Batch { edits }
}

fn end_draft(app: App, field: String) -> Edit {
    Edit::SetDraft {
        round: app.round_id(),
        field,
        text: None,
    }
}

/// What is wrong with the spread of a row.
pub(super) fn errors(app: App, row: &StaffRow) -> Vec<PageError> {
    let name = shown_name(row);
    let error = |&area: &AreaId| {
        let text = line_error(app, row, area)?;
        let title = catalogue::area(area).map_or("", |area| area.title);
        Some(PageError {
            field: button_id(row.id),
            text: format!("{name}, procent til {title}: {text}"),
        })
    };
    row.areas.keys().filter_map(error).collect()
}

fn sum_text(sum: u32) -> String {
    match sum {
        100 => "Sum 100 %.".to_owned(),
        sum if sum > 100 => format!("Sum {sum} %. Det er {} % for meget.", sum - 100),
        sum => format!(
            "Sum {sum} %. De sidste {} % går ikke til områderne her.",
            100 - sum
        ),
    }
}

/// The row below with the spread.
#[component]
pub(super) fn SplitRow(row: Memo<StaffRow>, columns: &'static str) -> impl IntoView {
    let app = app();
    let id = row.with_untracked(|row| row.id);
    let areas = Memo::new(move |_| row.with(|row| row.areas.keys().copied().collect::<Vec<_>>()));
    let sum = Memo::new(move |_| row.with(StaffRow::percent_placed));
    let add = move |event| {
        let Ok(area) = event_target_value(&event).parse::<AreaId>() else {
            return;
        };
        let open = 100_u32.saturating_sub(sum.get_untracked());
        let percent = u8::try_from(open).unwrap_or_default();
        app.edit(change_row(app, id, |row| {
            row.areas.insert(area, percent);
        }));
    };
    let choices = move |domain: Domain| {
        let free = |area: &&Area| !areas.with(|areas| areas.contains(&area.id));
        catalogue::areas_of(domain)
            .filter(free)
            .map(|area| view! { <option value=area.id.to_string()>{area.title}</option> })
            .collect_view()
    };
    view! {
        <tr class="entry-table__split" role="row">
            <td role="cell" colspan=columns aria-colspan=columns>
                <fieldset class="split">
                    <legend>
                        {move || format!("Fordeling på områder: {}", row.with(shown_name))}
                    </legend>
                    <div>
                        {each(
                            move || areas.get(),
                            ToString::to_string,
                            move |area| view! { <Line row area /> },
                        )}
                    </div>
                    <div class="buttons">
                        <select
                            class="form-select form-select--small"
                            aria-label="Tilføj område"
                            on:change=add
                        >
                            <option value="" prop:selected=move || {
                                areas.track();
                                true
                            }>
                                "Tilføj område"
                            </option>
                            {Domain::ALL
                                .map(|domain| {
                                    view! {
                                        <optgroup label=catalogue::domain_title(
                                            domain,
                                        )>{move || choices(domain)}</optgroup>
                                    }
                                })}
                        </select>
                        <p
                            class="split__sum"
                            class:split__sum--wrong=move || { sum.get() > 100 }
                            role="status"
                        >
                            {move || sum_text(sum.get())}
                        </p>
                    </div>
                </fieldset>
            </td>
        </tr>
    }
}

#[component]
fn Line(row: Memo<StaffRow>, area: AreaId) -> impl IntoView {
    let app = app();
    let id = row.with_untracked(|row| row.id);
    let title = catalogue::area(area).map_or("", |area| area.title);
    let spec = StoredValue::new(spec(id, area));
    let error = Memo::new(move |_| row.with(|row| line_error(app, row, area)));
    let shown = live(move || {
        let value = row.with(|row| row.areas.get(&area).copied().map(f64::from));
        spec.with_value(|spec| shown_text(app, spec, value))
    });
    // More than the row has left cannot be kept: the text stays as a draft until it fits.
    let take = move |event| {
        let text = event_target_value(&event);
        let key = spec.with_value(|spec| spec.key.clone());
        let wanted = spec
            .with_value(|spec| read(spec, &text))
            .ok()
            .map(to_percent);
        let fits =
            wanted.filter(|wanted| row.with_untracked(|row| others(row, area)) + wanted <= 100);
        app.edit(match fits {
            None => Edit::SetDraft {
                round: app.round_id(),
                field: key,
                text: Some(text),
            },
            Some(percent) => Edit::Batch {
                edits: vec![
                    end_draft(app, key),
                    respread(app, id, |row| {
                        row.areas
                            .insert(area, u8::try_from(percent).unwrap_or_default());
                    }),
                ],
            },
        });
    };
    let remove = move |_| {
        let key = spec.with_value(|spec| spec.key.clone());
        let take_away = respread(app, id, |row| {
            row.areas.remove(&area);
        });
        app.edit(Edit::Batch {
            edits: vec![take_away, end_draft(app, key)],
        });
    };
    view! {
        <div class="split__line">
            <span>{title}</span>
            <span class="unit-field">
                <input
                    class="form-input form-input--small form-input--num"
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    aria-label=format!("Procent til {title}")
                    aria-invalid=move || error.with(Option::is_some).then_some("true")
                    prop:value=shown
                    on:change=take
                />
                <span aria-hidden="true">"%"</span>
            </span>
            <button class="text-button" type="button" on:click=remove>
                "Fjern"
                <span class="sr-only">{format!(" {title}")}</span>
            </button>
            {move || {
                error
                    .get()
                    .map(|text| {
                        view! {
                            <span class="form-error-message">
                                <span class="sr-only">"Fejl: "</span>
                                {text}
                            </span>
                        }
                    })
            }}
        </div>
    }
}
