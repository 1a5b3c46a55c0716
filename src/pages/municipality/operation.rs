//! How payroll and bookkeeping are run: the fields, each made from its question.
//!
//! What is asked stands in [`super::questions`].

use leptos::prelude::*;

use crate::components::erased::view;
use crate::state::app;

use super::change;
use super::numbers::ProfileNumber;
use super::questions::{ChoiceSpec, GROUPS, Group, Question};

#[component]
pub(super) fn OperationFields() -> impl IntoView {
    let field = |question: &'static Question| match question {
        Question::Choice(choice) => view! { <ChoiceField choice /> },
        Question::Number(number) => view! { <ProfileNumber number /> },
    };
    let group = |group: &'static Group| {
        view! {
            <h3>{group.title}</h3>
            <p class="form-hint">{group.ask}</p>
            {group.questions.iter().map(field).collect_view()}
        }
    };
    view! {
        <fieldset class="form-section">
            <legend>
                <h2>"Drift af løn og bogholderi"</h2>
            </legend>
            <p class="form-hint">
                "Bruges kun på siden Nøgletal, hvor I ses ved siden af KL's undersøgelse af 87 kommuner fra 2017. Hvert felt må stå tomt."
            </p>
            {GROUPS.iter().map(group).collect_view()}
        </fieldset>
    }
}

/// A select whose empty option is no answer.
#[component]
fn ChoiceField(choice: &'static ChoiceSpec) -> impl IntoView {
    let app = app();
    let chosen = Memo::new(move |_| {
        app.with_round(|round| (choice.get)(&round.profile.operation))
            .flatten()
    });
    let option = move |(index, title): (usize, &&'static str)| {
        view! {
            <option value=index.to_string() prop:selected=move || chosen.get() == Some(index)>
                {*title}
            </option>
        }
    };
    let hint_id = format!("{}-hint", choice.key);
    view! {
        <div class="form-group">
            <label class="form-label" for=choice.key>{choice.label}</label>
            <span class="form-hint" id=hint_id.clone()>{choice.hint}</span>
            <select
                class="form-select"
                id=choice.key
                aria-describedby=hint_id
                on:change=move |event| {
                    let index = event_target_value(&event).parse().ok();
                    app.edit(change(app, |profile| (choice.set)(&mut profile.operation, index)));
                }
            >
                <option value="" prop:selected=move || chosen.get().is_none()>
                    "Ikke besvaret eller ved ikke"
                </option>
                {choice.options.iter().enumerate().map(option).collect_view()}
            </select>
        </div>
    }
}
