//! The tools of the table: its filters, undo and redo, the next open activity, and filling in.

use leptos::prelude::*;

use crate::components::erased::{Show, view};
use crate::components::undo::UndoButtons;
use crate::domain::catalogue::Role;
use crate::platform::page;

use super::Sheet;
use super::cell::Column;
use super::fill::FillForm;
use super::spreadsheet::{Spreadsheet, Unconfirmed};

#[component]
pub(super) fn Toolbar(sheet: Sheet) -> impl IntoView {
    let app = sheet.app;
    let filling = RwSignal::new(false);
    let open_count = Memo::new(move |_| {
        app.with(|_| ());
        sheet.open_ids().len()
    });
    let any_open = Memo::new(move |_| open_count.get() != 0);
    let next = move |_| {
        if let Some(&id) = sheet.open_ids().first() {
            if !sheet.shown.with_untracked(|shown| shown.contains(&id)) {
                sheet.show_all();
            }
            let column = Column::first_open(&app.peek_answer(id));
            page::after(0, move || sheet.focus(id, column));
        }
    };
    view! {
        <div class="toolbar no-print" role="group" aria-label="Tabellens værktøjer">
            <label class="check">
                <input
                    type="checkbox"
                    prop:checked=move || sheet.only_open.get()
                    on:change=move |event| {
                        sheet.only_open.set(event_target_checked(&event));
                        sheet.filter();
                    }
                />
                " Vis kun dem, der mangler"
            </label>
            <RoleSelect sheet />
            <div class="toolbar__group toolbar__group--end">
                <UndoButtons />
            </div>
            <Spreadsheet sheet />
            <Show when=move || any_open.get()>
                <div class="toolbar__group toolbar__group--line">
                    <button
                        class="button button-secondary button--small"
                        type="button"
                        on:click=next
                    >
                        "Næste ubesvarede"
                    </button>
                    <button
                        class="button button-secondary button--small"
                        type="button"
                        aria-expanded=move || filling.get().to_string()
                        on:click=move |_| filling.update(|open| *open = !*open)
                    >
                        {move || match open_count.get() {
                            1 => "Udfyld den ubesvarede …".to_owned(),
                            n => format!("Udfyld de {n} ubesvarede …"),
                        }}
                    </button>
                </div>
            </Show>
        </div>
        <Unconfirmed sheet />
        <Show when=move || filling.get() && any_open.get()>
            <FillForm sheet done=Callback::new(move |()| filling.set(false)) />
        </Show>
    }
}

/// The choice of a role that answers.
#[component]
fn RoleSelect(sheet: Sheet) -> impl IntoView {
    let roles: Vec<Role> = Role::ALL
        .into_iter()
        .filter(|role| {
            sheet
                .area
                .activities
                .iter()
                .any(|one| one.answered_by.contains(role))
        })
        .collect();
    let role_options = roles
        .iter()
        .enumerate()
        .map(|(index, one)| {
            let one = *one;
            view! {
                <option value=index.to_string() prop:selected=move || sheet.role.get() == Some(one)>
                    {one.title()}
                </option>
            }
        })
        .collect_view();
    let choose_role = move |event| {
        let index = event_target_value(&event).parse::<usize>().ok();
        sheet
            .role
            .set(index.and_then(|index| roles.get(index).copied()));
        sheet.filter();
    };
    view! {
        <div class="toolbar__group">
            <label for="role">"Besvares af"</label>
            <select class="form-select form-select--small" id="role" on:change=choose_role>
                <option value="" prop:selected=move || sheet.role.get().is_none()>
                    "alle"
                </option>
                {role_options}
            </select>
        </div>
    }
}
