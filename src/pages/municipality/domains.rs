//! Which domains the municipality answers.

use leptos::prelude::*;

use crate::components::erased::{Show, view};
use crate::domain::ids::Domain;
use crate::state::app;

use super::change;

pub(super) const NO_DOMAIN: &str = "Vælg mindst ét af de to fagområder.";

#[component]
pub(super) fn Domains() -> impl IntoView {
    let app = app();
    let none = Memo::new(move |_| {
        app.with_round(|round| round.profile.domains.is_empty())
            .unwrap_or_default()
    });
    let checkbox = |domain: Domain, title: &'static str| {
        let id = format!("domain-{domain}");
        let toggle = move |event| {
            let wanted = event_target_checked(&event);
            app.edit(change(app, |profile| {
                if wanted {
                    profile.domains.insert(domain);
                } else {
                    profile.domains.remove(&domain);
                }
            }));
        };
        view! {
            <div class="form-group-checkbox">
                <input
                    class="form-checkbox"
                    type="checkbox"
                    id=id.clone()
                    prop:checked=move || {
                        app.with_round(|round| round.profile.domains.contains(&domain))
                            .unwrap_or_default()
                    }
                    on:change=toggle
                />
                <label for=id>{title}</label>
            </div>
        }
    };
    view! {
        <fieldset
            class="form-section"
            aria-describedby=move || none.get().then_some("domains-error")
        >
            <legend>
                <h2>"Hvad vil I svare på?"</h2>
            </legend>
            <div class="form-group" class:form-error=move || none.get()>
                <Show when=move || none.get()>
                    <span class="form-error-message" id="domains-error">
                        <span class="sr-only">"Fejl: "</span>
                        {NO_DOMAIN}
                    </span>
                </Show>
                {checkbox(Domain::Economy, "Økonomi og regnskab (140 aktiviteter)")}
                {checkbox(Domain::Payroll, "Løn og personale (160 aktiviteter)")}
            </div>
        </fieldset>
    }
}
