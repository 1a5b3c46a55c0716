//! What is wrong with a typed text, in Danish, and the summary of a page's errors.

use leptos::prelude::*;

use crate::components::erased::{Show, live, view};
use crate::danish::format_number;
use crate::domain::field::FieldError;
use crate::platform::page;

/// What is wrong and what to do.
#[must_use]
pub fn message(error: FieldError) -> String {
    match error {
        FieldError::NotANumber => "Skriv et tal, fx 1.250 eller 4,5.".to_owned(),
        FieldError::Negative => "Tallet kan ikke være negativt. Skriv 0 eller derover.".to_owned(),
        FieldError::NotWhole => "Skriv et helt tal uden decimaler.".to_owned(),
        FieldError::TooPrecise => "Skriv højst to decimaler.".to_owned(),
        FieldError::OutOfRange { min, max } if min >= 1900 && max <= 2100 => {
            format!("Skriv et år mellem {min} og {max}.")
        }
        FieldError::OutOfRange { min, max } => format!(
            "Skriv et tal mellem {} og {}.",
            format_number(f64::from(min), 0),
            format_number(f64::from(max), 0)
        ),
        FieldError::NotADate => "Vælg en dato, der findes.".to_owned(),
        FieldError::Sum { sum } if sum < 100 => {
            format!("Fordelingen giver {sum} %. Der mangler {} %.", 100 - sum)
        }
        FieldError::Sum { sum } => {
            format!(
                "Fordelingen giver {sum} %. Det er {} % for meget.",
                sum - 100
            )
        }
    }
}

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
