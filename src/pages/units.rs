//! Enheder: what schools, care centres and departments answered, and how much each counts.

use std::collections::BTreeMap;

use leptos::prelude::*;

use crate::components::erased::{Show, each, view};
use crate::components::outcome::OutcomePanel;
use crate::components::result_table::ResultTable;
use crate::components::unit_fields::UnitFields;
use crate::domain::edit::Edit;
use crate::domain::ids::{CENTRAL, UnitId};
use crate::requests::TableName;
use crate::route::Route;
use crate::sorting;
use crate::state::{App, app};

/// Every unit that is known or has answered.
fn units(app: App) -> Vec<UnitId> {
    app.with_round(|round| {
        let known = round.units.keys();
        let mut ids: Vec<UnitId> = known
            .chain(round.answers.keys())
            .filter(|id| id.0 != CENTRAL)
            .cloned()
            .collect();
        sorting::sort(&mut ids);
        ids.dedup();
        ids
    })
    .unwrap_or_default()
}

/// A unit's name and how much it has answered.
fn summary(app: App, id: &UnitId) -> String {
    app.with_round(|round| {
        let name = round.units.get(id).map(|unit| unit.name.as_str());
        let name = name.filter(|name| !name.is_empty());
        let answers = round.answers.get(id).map_or(0, BTreeMap::len);
        format!("{} – {answers} svar", name.unwrap_or("Enhed uden navn"))
    })
    .unwrap_or_default()
}

/// Takes a unit away with its answers: one step, which can be undone.
fn remove(app: App, id: &UnitId) {
    let round = app.round_id();
    let answers = app
        .peek_round(|round| round.answers.get(id).cloned())
        .flatten()
        .unwrap_or_default();
    let mut gone = BTreeMap::new();
    gone.extend(answers.into_keys().map(|activity| (activity, None)));
    app.edit(Edit::Batch {
        edits: vec![
            Edit::SetAnswers {
                round: round.clone(),
                unit: id.clone(),
                answers: gone,
            },
            Edit::SetUnit {
                round,
                id: id.clone(),
                unit: None,
            },
        ],
    });
    app.tell("Enheden og dens svar er fjernet. I kan fortryde det.".to_owned());
}

/// The page.
#[component]
pub fn Units() -> impl IntoView {
    let app = app();
    let all = move || units(app);
    let row = move |id: UnitId| {
        let (gone, named) = (id.clone(), id.clone());
        view! {
            <details class="fold">
                <summary class="fold__summary">{move || summary(app, &named)}</summary>
                <UnitFields id />
                <p>
                    <button
                        class="text-button text-button--danger"
                        type="button"
                        on:click=move |_| remove(app, &gone)
                    >
                        "Fjern enheden og dens svar"
                    </button>
                </p>
            </details>
        }
    };
    view! {
        <p class="survey-back no-print">
            <a href=Route::Overview.href()>"Overblik"</a>
        </p>
        <h1 tabindex="-1">"Enheder"</h1>
        <p class="lead">
            "Når enheder svarer for sig selv, er deres forskelle sandheden og ikke en fejl. Svarene vejes sammen efter ansatte eller fakturaer og træder i stedet for det centrale svar på de samme aktiviteter."
        </p>
        <OutcomePanel />
        <Show
            when=move || !all().is_empty()
            fallback=|| {
                view! {
                    <div class="empty">
                        <h2>"Ingen enheder har svaret endnu"</h2>
                        <p>
                            "Send et kort skema til skoler, plejecentre eller afdelinger. Når de sender deres svar tilbage, fletter I filerne ind."
                        </p>
                        <div class="buttons">
                            <a class="button button-primary" href=Route::Send.href()>
                                "Send et skema til enheder"
                            </a>
                        </div>
                    </div>
                }
            }
        >
            <section class="section" aria-labelledby="units-heading">
                <h2 id="units-heading">"Enhederne"</h2>
                {each(all, |id| id.0.clone(), row)}
            </section>
            <section class="section" aria-labelledby="units-answers">
                <h2 id="units-answers">"Deres svar"</h2>
                <ResultTable
                    table=Signal::derive(move || {
                        (!all().is_empty()).then_some(TableName::UnitAnswers)
                    })
                    name="enhedernes svar"
                />
                <ResultTable
                    table=Signal::derive(move || {
                        (!all().is_empty()).then_some(TableName::Units)
                    })
                    name="enheder"
                />
            </section>
        </Show>
    }
}
