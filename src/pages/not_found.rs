//! An address that is no page.

use leptos::prelude::*;

use crate::components::erased::view;
use crate::route::Route;

/// The page.
#[component]
pub fn NotFound() -> impl IntoView {
    view! {
        <h1 tabindex="-1">"Siden findes ikke"</h1>
        <p class="lead">
            "Adressen passer ikke til nogen side i Kommunebenchmark. Jeres svar er der stadig."
        </p>
        <div class="buttons">
            <a class="button button-primary" href=Route::Home.href()>"Til forsiden"</a>
        </div>
    }
}
