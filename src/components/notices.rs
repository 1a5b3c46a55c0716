//! Banners below the header: what the user must know wherever they are. Uses the app's context.

use leptos::prelude::*;

use crate::components::erased::{Show, view};
use crate::persist::Saving;
use crate::platform::PlatformError;
use crate::platform::snapshot::Slot;
use crate::state::app;

/// The banners; nothing where there is nothing to say.
#[component]
pub fn Banners() -> impl IntoView {
    let app = app();
    let failed = move || match app.saving().get() {
        Saving::Failed(detail) => Some(detail),
        _ => None,
    };
    let snapshot_only = move || app.saving().get() == Saving::SnapshotOnly;
    let older = Memo::new(move |_| {
        let newest = app.with(|one| one.current().map(|round| round.id.clone()));
        newest != app.with_round(|round| round.id.clone())
    });
    let any = move || {
        failed().is_some()
            || snapshot_only()
            || older.get()
            || app.is_example()
            || app.notice().get().is_some()
    };
    view! {
        <Show when=any>
            <section class="banners" aria-label="Meddelelser">
                {move || failed().map(|detail| view! { <NotSaved detail /> })}
                <Show when=snapshot_only>
                    <div class="alert alert-warning">
                        <h2 class="alert-heading">"Et nedbrud kan koste det seneste halve minut"</h2>
                        <p class="alert-text">
                            "Browserens database er slået fra, fx i et privat vindue. Svarene gemmes i et mindre lager, som først når disken efter op til et halvt minut."
                        </p>
                    </div>
                </Show>
                {move || {
                    app.notice()
                        .get()
                        .map(|error| {
                            view! {
                                <div class="alert alert-warning" role="alert">
                                    <h2 class="alert-heading">{heading(&error)}</h2>
                                    <p class="alert-text">{error.message()}</p>
                                    <div class="button-group">
                                        <button
                                            class="button button-secondary button--small"
                                            type="button"
                                            on:click=move |_| app.notice().set(None)
                                        >
                                            "Luk meddelelsen"
                                        </button>
                                    </div>
                                </div>
                            }
                        })
                }}
                <Show when=move || older.get()>
                    <div class="alert alert-info">
                        <p class="alert-text">
                            {move || {
                                let year = app.with_round(|round| round.year).unwrap_or_default();
                                format!("I ser på runden {year}. Der er en nyere. ")
                            }}
                            <button
                                class="button button-secondary button--small"
                                type="button"
                                on:click=move |_| app.choose_round(None)
                            >
                                "Vis den nyeste"
                            </button>
                        </p>
                    </div>
                </Show>
                <Show when=move || app.is_example()>
                    <div class="alert alert-info">
                        <h2 class="alert-heading">"I ser på X Kommune, som er et eksempel"</h2>
                        <p class="alert-text">
                            "Kommunen og dens svar er opfundet. Jeres egen besvarelse er gemt for sig og ændres ikke."
                        </p>
                        <div class="button-group">
                            <button
                                class="button button-secondary button--small"
                                type="button"
                                on:click=move |_| app.open(Slot::Own)
                            >
                                "Tilbage til egen kommune"
                            </button>
                        </div>
                    </div>
                </Show>
            </section>
        </Show>
    }
}

const fn heading(error: &PlatformError) -> &'static str {
    match error {
        PlatformError::NoStore => "Browseren gemmer ikke noget her",
        _ => "Noget gik ikke, som det skulle",
    }
}

#[component]
fn NotSaved(detail: String) -> impl IntoView {
    let app = app();
    view! {
        <div class="alert alert-error" role="alert">
            <h2 class="alert-heading">"Svarene er ikke gemt"</h2>
            <p class="alert-text">{detail}</p>
            <div class="button-group">
                <button
                    class="button button-secondary button--small"
                    type="button"
                    on:click=move |_| app.save_file()
                >
                    "Gem besvarelsen som fil"
                </button>
            </div>
        </div>
    }
}
