//! "Udfyld de ubesvarede": one choice for every cell of the area that is still empty.

use leptos::prelude::*;

use crate::components::choice::Choice;
use crate::components::erased::{live, view};
use crate::domain::answer::Answer;
use crate::domain::rating::Place;

use super::Sheet;
use super::cell::{Column, change};

/// Puts the chosen values where an answer has none.
fn fill(answer: &mut Answer, chosen: [Option<usize>; 3]) {
    for (column, index) in Column::ALL.into_iter().zip(chosen) {
        let is_empty = match column {
            Column::Organisation => answer.organisation.is_none(),
            Column::Solution => answer.solution.is_none(),
            Column::Process => answer.process.is_none(),
        };
        if is_empty && index.is_some() {
            column.put(answer, index);
        }
    }
}

/// The form.
#[component]
pub(super) fn FillForm(sheet: Sheet, done: Callback<()>) -> impl IntoView {
    let app = sheet.app;
    let chosen = Column::ALL.map(|_| RwSignal::new(None::<usize>));
    let count = move || {
        app.with(|_| ());
        sheet.open_ids().len()
    };
    let nothing = live(move || chosen.iter().all(|one| one.get().is_none()));
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let values = chosen.map(|one| one.get_untracked());
        if values.iter().any(Option::is_some) {
            app.edit(change(app, &sheet.open_ids(), |answer| {
                fill(answer, values);
            }));
            done.run(());
        }
    };
    let fields = Column::ALL
        .into_iter()
        .zip(chosen)
        .map(|(column, value)| {
            let class = match column {
                Column::Organisation => "choice--level",
                Column::Solution | Column::Process => "choice--degree",
            };
            let name = match column {
                Column::Organisation => "fill-organisation",
                Column::Solution => "fill-solution",
                Column::Process => "fill-process",
            };
            view! {
                <div>
                    <span class="inline-form__label" aria-hidden="true">{column.title()}</span>
                    <Choice
                        name=name
                        legend=column.title()
                        class=class
                        options=column.alternatives(|place: Place| place.usual_name().to_owned())
                        selected=Signal::derive(move || value.get())
                        on_select=move |index| value.set(Some(index))
                    />
                </div>
            }
        })
        .collect_view();
    view! {
        <form class="inline-form no-print" aria-labelledby="fill-heading" on:submit=submit>
            <h2 id="fill-heading">
                {move || match count() {
                    1 => "Sæt den ubesvarede til".to_owned(),
                    n => format!("Sæt alle {n} ubesvarede til"),
                }}
            </h2>
            <p>"Det, der allerede er besvaret, ændres ikke. I kan fortryde bagefter."</p>
            <div class="inline-form__fields">{fields}</div>
            <div class="buttons">
                <button
                    class="button button-primary button--small"
                    type="submit"
                    disabled=nothing
                >
                    {move || match count() {
                        1 => "Udfyld 1 aktivitet".to_owned(),
                        n => format!("Udfyld {n} aktiviteter"),
                    }}
                </button>
                <button
                    class="button button-tertiary button--small"
                    type="button"
                    on:click=move |_| done.run(())
                >
                    "Annullér"
                </button>
            </div>
        </form>
    }
}
