//! Excel: a form to be filled in, and the results.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::components::area_choice::AreaChoice;
use crate::components::erased::view;
use crate::domain::catalogue::AREAS;
use crate::domain::ids::{ActivityId, AreaId};
use crate::requests::Form;
use crate::state::app;

#[component]
pub(super) fn ExcelSection() -> impl IntoView {
    let app = app();
    let chosen = RwSignal::new(all_areas());
    let with_answers = RwSignal::new(true);
    let save = move |_| {
        app.save_form(Form {
            activities: chosen.with_untracked(activities_of),
            with_answers: with_answers.get_untracked(),
            ..Form::default()
        });
    };
    view! {
        <section class="section" aria-labelledby="excel-heading">
            <h2 id="excel-heading">"Excel"</h2>
            <p>
                "Skemaet kan udfyldes i Excel eller et andet regneark med valglister og hjælp. Åbn det udfyldte ark ovenfor, så ser I, hvad der ændres, før det sker."
            </p>
            <details class="fold">
                <summary class="fold__summary">"Vælg områder og indhold"</summary>
                <AreaChoice id="excel" chosen />
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=move || with_answers.get()
                        on:change=move |event| with_answers.set(event_target_checked(&event))
                    />
                    " Med de svar, vi har givet"
                </label>
            </details>
            <p class="buttons">
                <button
                    class="button button-secondary"
                    type="button"
                    disabled=move || chosen.with(BTreeSet::is_empty)
                    on:click=save
                >
                    "Gem skema til Excel"
                </button>
                <button
                    class="button button-secondary"
                    type="button"
                    on:click=move |_| app.save_results()
                >
                    "Gem resultater til Excel"
                </button>
            </p>
        </section>
    }
}

/// Every area.
fn all_areas() -> BTreeSet<AreaId> {
    let mut all = BTreeSet::new();
    for area in &AREAS {
        all.insert(area.id);
    }
    all
}

/// The activities of some areas.
fn activities_of(areas: &BTreeSet<AreaId>) -> BTreeSet<ActivityId> {
    let mut activities = BTreeSet::new();
    for area in AREAS.iter().filter(|area| areas.contains(&area.id)) {
        activities.extend(area.activities.iter().map(|activity| activity.id));
    }
    activities
}
