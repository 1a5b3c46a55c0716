//! How "Samlet" of one domain came about: its areas, and the formulas with the numbers put in.

use leptos::prelude::*;

use crate::components::erased::view;
use crate::components::picture::PictureBlocks;
use crate::domain::catalogue;
use crate::domain::ids::Domain;
use crate::picture::View;
use crate::route::Route;

/// The page.
#[component]
pub fn OverviewDomain(domain: Domain) -> impl IntoView {
    view! {
        <p class="no-print">
            <a href=Route::Overview.href()>"Overblik"</a>
        </p>
        <h1 tabindex="-1">{format!("{}: Samlet", catalogue::domain_title(domain))}</h1>
        <p class="lead">
            "Sådan er »Samlet« blevet til. Vælg et område for at se svarene bag dets tal."
        </p>
        <PictureBlocks view=Signal::stored(View::Domain(domain)) />
    }
}
