//! Sammenligning: the deviation tables against "Alle", and what the group is.
//!
//! The page and the order of its parts; the parts have their own modules.

mod chart;
mod dataset;
mod table;

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::csv_button::CsvButton;
use crate::components::erased::{live, view};
use crate::components::outcome::OutcomePanel;
use crate::peers::comparison::Comparison;
use crate::peers::summary::Summary;
use crate::requests::TableName;
use crate::route::Route;
use crate::state::{Loaded, app, follow};

use chart::PositionsChart;
use dataset::{DatasetSwitch, dataset_box};
use table::deviation_table;

/// The page.
#[component]
pub fn ComparisonPage() -> impl IntoView {
    let app = app();
    follow(move || app.need_peers());
    let content = live(move || match app.summary().get() {
        Loaded::Waiting => {
            view! { <p class="loading" role="status">"Henter sammenligningstal …"</p> }.into_any()
        }
        Loaded::Failed(error) => view! {
            <div class="alert alert-error" role="alert">
                <h2 class="alert-heading">"Sammenligningstallene kunne ikke hentes"</h2>
                <p class="alert-text">{error.message()}</p>
                <div class="button-group">
                    <button
                        class="button button-secondary button--small"
                        type="button"
                        on:click=move |_| app.need_peers()
                    >
                        "Prøv igen"
                    </button>
                </div>
            </div>
        }
        .into_any(),
        Loaded::Ready(summary) => {
            let comparison = app.comparison().get();
            view! {
                {dataset_box(&summary, comparison.as_ref().map(|one| one.evidence))}
                {comparison.map(|comparison| tables(&comparison, &summary))}
            }
            .into_any()
        }
    });
    view! {
        <h1 tabindex="-1">"Sammenligning"</h1>
        <p class="lead">
            "Afvigelsen er jeres tal minus gruppens gennemsnit. Plus betyder mere centralt eller mere digitalt end gruppen. Det er hverken godt eller dårligt i sig selv."
        </p>
        <OutcomePanel />
        <DatasetSwitch />
        {content}
    }
}

fn tables(comparison: &Arc<Comparison>, summary: &Arc<Summary>) -> impl IntoView + use<> {
    let kind = summary.label.kind;
    let n = summary.n;
    let empty = comparison
        .domains
        .iter()
        .flat_map(|domain| &domain.areas)
        .all(|area| area.provisional);
    let all = comparison
        .domains
        .iter()
        .map(|domain| {
            let id = domain.domain;
            view! {
                {deviation_table(domain, kind, n)}
                {(!empty).then(|| view! { <PositionsChart domain=id kind /> })}
            }
        })
        .collect_view();
    view! {
        {empty
            .then(|| {
                view! {
                    <div class="empty">
                        <h2>"Der er ikke svar nok endnu"</h2>
                        <p>
                            "Et område sammenlignes, når mindst 60 % af dets relevante aktiviteter er besvaret."
                        </p>
                        <div class="buttons">
                            <a class="button button-primary" href=Route::Survey.href()>
                                "Gå til skemaet"
                            </a>
                        </div>
                    </div>
                }
            })}
        {all}
        <CsvButton table=TableName::Deviations name="afvigelser" />
        <ul class="deviation-legend unstyled-list">
            {legend("deviation--m2", "Mindst en fjerdedel af skalaen under")}
            {legend("deviation--m1", "Under gruppen")}
            {legend("deviation--z", "Omtrent som gruppen")}
            {legend("deviation--p1", "Over gruppen")}
            {legend("deviation--p2", "Mindst en fjerdedel af skalaen over")}
        </ul>
    }
}

fn legend(class: &'static str, text: &'static str) -> impl IntoView {
    view! {
        <li>
            <span class=format!("deviation-legend__swatch {class}") aria-hidden="true"></span>
            {text}
        </li>
    }
}
