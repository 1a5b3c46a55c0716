//! KL-visning: files of several municipalities side by side, and a dataset made of them.

use leptos::prelude::*;

use crate::components::erased::{Show, live, view};
use crate::components::file_field::FileField;
use crate::components::outcome::OutcomePanel;
use crate::domain::field;
use crate::platform::files::Picked;
use crate::requests::DatasetOrder;
use crate::route::Route;
use crate::state::{Loaded, app, load_when_shown};

/// The page.
#[component]
pub fn Kl() -> impl IntoView {
    let app = app();
    let files = app.kl_files();
    let table = load_when_shown(move || {
        let files = files.get();
        (!files.is_empty()).then(|| app.gather(files, None))
    });
    let any = Memo::new(move |_| !files.with(Vec::is_empty));
    view! {
        <p class="survey-back no-print">
            <a href=Route::Files.href()>"Filer"</a>
        </p>
        <h1 tabindex="-1">"KL-visning"</h1>
        <p class="lead">
            "Til KL's konsulenter: Læg kommunernes bidrag eller besvarelser ind, kontrollér dem, se dem side om side, og lav sammenligningstal af dem. Filerne bliver i denne browser og gemmes ikke her."
        </p>
        <OutcomePanel />
        <FileField
            id="kl-files"
            label="Vælg filer"
            hint="Op til 98 bidrag eller besvarelser."
            on_files=Callback::new(move |received| app.receive_for_kl(received))
        />
        <Show when=move || any.get()>
            {move || match table.get() {
                Loaded::Waiting => {
                    view! { <p class="loading" role="status">"Læser filerne …"</p> }.into_any()
                }
                Loaded::Failed(error) => view! {
                    <div class="alert alert-error" role="alert">
                        <p class="alert-text">{error.message()}</p>
                    </div>
                }
                    .into_any(),
                Loaded::Ready((html, _)) => view! { <div inner_html=html></div> }.into_any(),
            }} <Build files />
            <p>
                <button class="text-button" type="button" on:click=move |_| files.set(Vec::new())>
                    "Læg alle filer væk"
                </button>
            </p>
        </Show>
    }
}

/// Orders a dataset.
#[component]
fn Build(files: RwSignal<Vec<Picked>>) -> impl IntoView {
    let app = app();
    let network = RwSignal::new(false);
    let title = RwSignal::new("Kommuner i benchmarket".to_owned());
    let edition = RwSignal::new("1".to_owned());
    let newest = app.peek(|one| one.current().map(|round| round.year));
    let year = RwSignal::new(newest.unwrap_or_default().to_string());
    let made = RwSignal::new(Loaded::<(String, String)>::Waiting);
    let parsed = move || {
        year.with(|text| field::YEAR.parse_whole(text))
            .ok()
            .flatten()
    };
    let order = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        let Some(year) = untrack(parsed).and_then(|year| u16::try_from(year).ok()) else {
            return;
        };
        let order = DatasetOrder {
            network: network.get_untracked(),
            title: title.get_untracked(),
            edition: edition.get_untracked(),
            year,
        };
        let files = files.get_untracked();
        leptos::task::spawn_local(async move {
            let loaded = match app.gather(files, Some(order)).await {
                Ok(done) => {
                    app.save_named("peers.json", done.1.clone());
                    Loaded::Ready(done)
                }
                Err(error) => Loaded::Failed(error),
            };
            made.try_set(loaded);
        });
    };
    let text = move |id: &'static str, label: &'static str, value: RwSignal<String>| {
        view! {
            <div class="form-group">
                <label class="form-label" for=id>{label}</label>
                <input
                    class="form-input"
                    id=id
                    type="text"
                    autocomplete="off"
                    prop:value=move || value.get()
                    on:input=move |event| value.set(event_target_value(&event))
                />
            </div>
        }
    };
    let report = live(move || match made.get() {
        Loaded::Waiting => ().into_any(),
        Loaded::Ready((html, _)) => view! { <div role="status" inner_html=html></div> }.into_any(),
        Loaded::Failed(error) => view! {
            <div class="alert alert-error" role="alert">
                <p class="alert-text">{error.message()}</p>
            </div>
        }
        .into_any(),
    });
    view! {
        <section class="section" aria-labelledby="kl-build">
            <h2 id="kl-build">"Lav sammenligningstal (peers.json)"</h2>
            <form on:submit=order>
                {text("kl-title", "Titel", title)} {text("kl-edition", "Udgave", edition)}
                {text("kl-year", "År, tallene gælder", year)}
                <Show when=move || parsed().is_none()>
                    <p class="form-error-message" role="alert">"Skriv et år mellem 2015 og 2100."</p>
                </Show>
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=move || network.get()
                        on:change=move |event| network.set(event_target_checked(&event))
                    />
                    " Til netværket: kommunerne vises med navn. Kun filer med samtykke tages med."
                </label>
                <div class="buttons">
                    <button
                        class="button button-primary"
                        type="submit"
                        disabled=move || parsed().is_none()
                    >
                        "Lav og gem peers.json"
                    </button>
                </div>
            </form>
            {report}
        </section>
    }
}
