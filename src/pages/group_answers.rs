//! Svar i gruppen: "hvor præcist", activity by activity.

use leptos::prelude::*;

use crate::components::csv_button::CsvButton;
use crate::components::erased::{Show, view};
use crate::components::group_choice::GroupChoice;
use crate::components::outcome::OutcomePanel;
use crate::components::picture::PictureBlocks;
use crate::components::picture_menu::PictureMenu;
use crate::components::select::select;
use crate::domain::catalogue;
use crate::domain::ids::Domain;
use crate::domain::rating::Dimension;
use crate::peers::comparison::Evidence;
use crate::picture::View;
use crate::requests::TableName;
use crate::route::Route;
use crate::state::app;

/// The page.
#[component]
pub fn GroupAnswers() -> impl IntoView {
    let app = app();
    let first = app
        .peek_round(|round| round.profile.domains.first().copied())
        .flatten();
    let domain = RwSignal::new(first.unwrap_or(Domain::Economy));
    let dimension = RwSignal::new(Dimension::Centralisation);
    let unusual = RwSignal::new(false);
    let findings = Memo::new(move |_| app.evidence().is_some_and(Evidence::allows_findings));
    let view = Signal::derive(move || View::GroupAnswers {
        domain: domain.get(),
        dimension: dimension.get(),
        unusual_first: unusual.get() && findings.get(),
    });
    let domains = Domain::ALL.map(|one| (one, catalogue::domain_title(one)));
    let dimensions = Dimension::ALL.map(|one| (one, one.title()));
    view! {
        <h1 tabindex="-1">"Svar i gruppen"</h1>
        <PictureMenu current=Route::GroupAnswers />
        <p class="lead">
            "Hvor præcist ligger forskellen? For hver aktivitet ses, hvordan gruppen svarer, ved siden af jeres eget svar."
        </p>
        <OutcomePanel />
        <GroupChoice />
        <div class="form-row no-print">
            {select("answers-domain", "Fagområde", domains, domain)}
            {select("answers-dimension", "Dimension", dimensions, dimension)}
        </div>
        <Show when=move || findings.get()>
            <label class="check no-print">
                <input
                    type="checkbox"
                    prop:checked=move || unusual.get()
                    on:change=move |event| unusual.set(event_target_checked(&event))
                />
                " De mest usædvanlige svar først"
            </label>
        </Show>
        <PictureBlocks view />
        <CsvButton table=TableName::GroupAnswers name="svar i gruppen" />
    }
}
