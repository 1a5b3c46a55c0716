//! Filer: open and save, Excel, merge, backups, and the ways to others.

mod arrivals;
mod backups;
mod excel;

use leptos::prelude::*;

use crate::components::erased::{Show, view};
use crate::components::file_field::FileField;
use crate::components::outcome::OutcomePanel;
use crate::platform::files;
use crate::route::Route;
use crate::state::app;

use arrivals::Arrivals;
use backups::Backups;
use excel::ExcelSection;

/// The page.
#[component]
pub fn Files() -> impl IntoView {
    let app = app();
    let part = Memo::new(move |_| app.is_part());
    let nameless = Memo::new(move |_| {
        let unit = app.with(|one| one.part.as_ref().and_then(|part| part.unit.clone()));
        unit.is_some_and(|unit| {
            app.with_round(|round| round.units.get(&unit).is_none_or(|one| one.name.is_empty()))
                .unwrap_or_default()
        })
    });
    view! {
        <h1 tabindex="-1">"Filer"</h1>
        <p class="lead">
            "Alt gemmes af sig selv i denne browser. Her gemmer I en fil, I kan arkivere, sende til en kollega eller åbne på en anden computer. Kun I selv sender den."
        </p>
        <OutcomePanel />
        <Arrivals />
        <section class="section" aria-labelledby="save-heading">
            <h2 id="save-heading">
                {move || if part.get() { "Send jeres svar tilbage" } else { "Gem besvarelsen" }}
            </h2>
            <Show when=move || part.get()>
                <p>
                    "Gem filen, og send den til den, I fik den af. Den rummer kun de aktiviteter, I er blevet spurgt om."
                </p>
            </Show>
            <Show when=move || nameless.get()>
                <p>
                    <strong>"Skriv enhedens navn på forsiden, før I sender svarene tilbage. "</strong>
                    <a href=Route::Home.href()>"Gå til forsiden"</a>
                </p>
            </Show>
            <SaveButtons />
        </section>
        <section class="section" aria-labelledby="open-heading">
            <h2 id="open-heading">"Åbn eller flet filer"</h2>
            <FileField
                id="files-open"
                label="Vælg filer"
                hint="En besvarelse, svar fra kolleger og enheder, et udfyldt Excel-skema eller sammenligningstal. I kan vælge flere på én gang eller slippe dem på siden. Intet ændres, før I har set, hvad der er i dem."
                on_files=Callback::new(move |received| app.receive(received))
            />
        </section>
        <Show when=move || !part.get()>
            <ExcelSection />
            <section class="section" aria-labelledby="others-heading">
                <h2 id="others-heading">"Sammen med andre"</h2>
                <ul>
                    {way(Route::Send, "Send en del til kolleger eller enheder", "De svarer i deres egen browser og sender svarene tilbage til jer.")}
                    {way(Route::Units, "Se enhedernes svar", "Hvad skoler, plejecentre og andre har svaret, enhed for enhed.")}
                    {way(Route::Contribution, "Bidrag til KL", "Se, hvad KL får, før I gemmer filen.")}
                    {way(Route::Kl, "KL-visning", "For KL: flere kommuners filer side om side.")}
                </ul>
            </section>
        </Show>
        <Backups />
    }
}

fn way(route: Route, title: &'static str, text: &'static str) -> impl IntoView {
    view! {
        <li>
            <a href=route.href()>{title}</a>
            ". "
            {text}
        </li>
    }
}

/// Save, and save again to the same file where the browser can.
#[component]
fn SaveButtons() -> impl IntoView {
    let app = app();
    let inbox = app.inbox();
    let again = move || {
        // A file that was just written can be written again.
        inbox.with(|_| ());
        files::written_name()
    };
    view! {
        <p class="buttons">
            <button
                class="button button-primary"
                type="button"
                on:click=move |_| app.save_survey(false)
            >
                "Gem som fil"
            </button>
            {move || {
                again()
                    .map(|name| {
                        view! {
                            <button
                                class="button button-secondary"
                                type="button"
                                on:click=move |_| app.save_survey(true)
                            >
                                {format!("Gem igen i {name}")}
                            </button>
                        }
                    })
            }}
        </p>
    }
}
