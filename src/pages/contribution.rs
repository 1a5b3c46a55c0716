//! Bidrag til KL: what KL would get, shown before it is saved. Nothing is sent.

use leptos::prelude::*;

use crate::components::erased::{Show, view};
use crate::components::outcome::OutcomePanel;
use crate::domain::edit::Edit;
use crate::platform::{PlatformError, clock};
use crate::route::Route;
use crate::state::{Loaded, app, load_when_shown};

/// The page.
#[component]
pub fn Contribution() -> impl IntoView {
    let app = app();
    let named = RwSignal::new(false);
    let function = RwSignal::new(String::new());
    let agreed = RwSignal::new(false);
    // The same in every contribution of the survey, so that the own row can be left out of a group.
    let known = app.peek(|one| one.contribution_id.clone());
    let id = StoredValue::new(known.unwrap_or_else(clock::random_id));
    let consent = move || {
        let function = function.get();
        (named.get() && agreed.get() && !function.trim().is_empty())
            .then(|| function.trim().to_owned())
    };
    let complete = move || !named.get() || consent().is_some();
    let made = load_when_shown(move || {
        app.with(|_| ());
        Some(app.contribution(id.get_value(), consent()))
    });
    let save = move |_| {
        let text = made.with_untracked(|made| made.ready().map(|(_, text)| text.clone()));
        if let Some(text) = text {
            if app.peek(|one| one.contribution_id.is_none()) {
                app.edit(Edit::SetContribution {
                    id: Some(id.get_value()),
                });
            }
            app.save_contribution(&id.get_value(), named.get_untracked(), text);
        }
    };
    view! {
        <p class="survey-back no-print">
            <a href=Route::Files.href()>"Filer"</a>
        </p>
        <h1 tabindex="-1">"Bidrag til KL"</h1>
        <p class="lead">
            "Bidraget er en fil, som I selv kan sende til KL, så andre kommuner kan sammenligne sig med jer. Den laves her i browseren. Intet sendes herfra."
        </p>
        <OutcomePanel />
        <fieldset class="form-group">
            <legend class="form-label">"Hvordan vil I bidrage?"</legend>
            {option(named, false, "contribution-anonymous", "Uden navn", "KL får tal og svar, men ikke kommunens navn, bemærkninger eller bemanding række for række.")}
            {option(named, true, "contribution-named", "Med navn, til netværket", "Andre kommuner i netværket kan se, at tallene er jeres, og ringe til jer. Det kræver samtykke.")}
        </fieldset>
        <Show when=move || named.get()>
            <ConsentFields function agreed />
        </Show>
        <section class="section" aria-labelledby="contribution-content">
            <h2 id="contribution-content">"Det er, hvad filen indeholder"</h2>
            {move || match made.get() {
                Loaded::Waiting => {
                    view! { <p class="loading" role="status">"Laver bidraget …"</p> }.into_any()
                }
                Loaded::Failed(error) => failure(&error),
                Loaded::Ready((html, _)) => view! { <div inner_html=html></div> }.into_any(),
            }}
        </section>
        <div class="buttons">
            <button
                class="button button-primary"
                type="button"
                disabled=move || !complete() || made.with(|made| made.ready().is_none())
                on:click=save
            >
                "Gem bidraget som fil"
            </button>
        </div>
        <Show when=move || !complete()>
            <p>"Skriv funktionen, og giv samtykke, før bidraget kan gemmes med navn."</p>
        </Show>
    }
}

fn option(
    named: RwSignal<bool>,
    value: bool,
    id: &'static str,
    title: &'static str,
    hint: &'static str,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    view! {
        <div class="form-group-radio">
            <input
                class="form-radio"
                type="radio"
                name="contribution-kind"
                id=id
                aria-describedby=hint_id.clone()
                prop:checked=move || named.get() == value
                on:change=move |_| named.set(value)
            />
            <label for=id>{title}</label>
            <span class="form-hint" id=hint_id>{hint}</span>
        </div>
    }
}

/// Who consents to being named, and that they do.
#[component]
fn ConsentFields(function: RwSignal<String>, agreed: RwSignal<bool>) -> impl IntoView {
    let app = app();
    let text = RwSignal::new(String::new());
    leptos::task::spawn_local(async move {
        let loaded = app.consent_text().await;
        // The page may be gone by now.
        text.try_set(loaded.unwrap_or_else(|error| error.message()));
    });
    view! {
        <blockquote class="part-note">{text}</blockquote>
        <div class="form-group">
            <label class="form-label" for="consent-function">
                "Funktion, der giver samtykke"
            </label>
            <span class="form-hint" id="consent-hint">"Fx Økonomidirektøren. Skriv ikke personens navn."</span>
            <input
                class="form-input"
                id="consent-function"
                type="text"
                maxlength="200"
                autocomplete="off"
                aria-describedby="consent-hint"
                prop:value=move || function.get()
                on:change=move |event| function.set(event_target_value(&event))
            />
        </div>
        <label class="check">
            <input
                type="checkbox"
                prop:checked=move || agreed.get()
                on:change=move |event| agreed.set(event_target_checked(&event))
            />
            " Vi giver det samtykke, der står ovenfor."
        </label>
    }
}

fn failure(error: &PlatformError) -> AnyView {
    view! {
        <div class="alert alert-warning" role="alert">
            <p class="alert-text">{error.message()}</p>
        </div>
    }
    .into_any()
}
