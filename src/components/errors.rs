//! What is wrong with a typed text, in Danish, and the summary of a page's errors.

use leptos::prelude::*;

use crate::components::erased::{Show, live, view};
use crate::platform::page;

pub use crate::picture::form::message;

/// One line of the summary.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PageError {
    /// The id of the field.
    pub field: String,
    /// The field's name and what is wrong.
    pub text: String,
}

/// The errors of a page, each leading to its field. Nothing where there are none.
#[component]
pub fn ErrorSummary(#[prop(into)] errors: Signal<Vec<PageError>>) -> impl IntoView {
    let heading = move || match errors.with(Vec::len) {
        1 => "Der er 1 felt, der skal rettes".to_owned(),
        n => format!("Der er {n} felter, der skal rettes"),
    };
    let line = |error: PageError| {
        let field = error.field.clone();
        view! {
            <li>
                <a
                    class="function-link"
                    href=format!("#{}", error.field)
                    on:click=move |event| {
                        event.prevent_default();
                        page::focus(&field);
                    }
                >
                    {error.text}
                </a>
            </li>
        }
    };
    view! {
        <Show when=move || !errors.with(Vec::is_empty)>
            <div
                class="alert alert-error error-summary"
                role="alert"
                tabindex="-1"
                aria-labelledby="errors-heading"
            >
                <h2 class="alert-heading" id="errors-heading">{live(heading)}</h2>
                <p class="alert-text">
                    "Det, I har skrevet, er bevaret, men tæller ikke med, før det er rettet."
                </p>
                <ul>{move || errors.get().into_iter().map(line).collect_view()}</ul>
            </div>
        </Show>
    }
}
