//! Forside: what it is, how to begin, how far one is, and how to get rid of everything.

mod others;
mod part;

use leptos::prelude::*;

use crate::components::dialog::ConfirmDialog;
use crate::components::erased::{Show, live, view};
use crate::components::undo::UndoButtons;
use crate::domain::catalogue;
use crate::domain::ids::AreaId;
use crate::platform::page;
use crate::platform::snapshot::Slot;
use crate::route::Route;
use crate::scoring::Scorecard;
use crate::state::{App, app};

use part::PartWelcome;

const AFRESH: &str = "dialog-afresh";
const DELETE: &str = "dialog-delete";

/// The page.
#[component]
pub fn Home() -> impl IntoView {
    let app = app();
    let begun = Memo::new(move |_| app.is_begun());
    let is_part = Memo::new(move |_| app.is_part());
    view! {
        <Show
            when=move || is_part.get()
            fallback=move || {
                view! {
                    <Show when=move || begun.get() fallback=|| view! { <Welcome /> }>
                        <WelcomeBack />
                    </Show>
                    <Steps />
                }
            }
        >
            <PartWelcome />
        </Show>
        <section class="panel panel--quiet" aria-labelledby="promise">
            <h2 id="promise">"Intet forlader jeres browser"</h2>
            <p>
                "Svarene gemmes kun i denne browser på denne computer. De sendes hverken til KL, KLK eller andre, og I skal ikke logge ind. Vil I dele dem, gemmer I selv besvarelsen som fil."
            </p>
        </section>
        <section class="section" aria-labelledby="stored">
            <h2 id="stored">"Det, der er gemt her"</h2>
            <p class="buttons">
                <Show when=move || app.can_undo() || app.can_redo()>
                    <UndoButtons />
                </Show>
                <Show when=move || begun.get()>
                    <a href=Route::Files.href()>"Gem eller åbn en fil"</a>
                    <Reset />
                </Show>
                <button
                    class="text-button text-button--danger"
                    type="button"
                    on:click=|_| page::open_dialog(DELETE)
                >
                    "Slet alt"
                </button>
            </p>
        </section>
        <ConfirmDialog
            id=AFRESH
            heading="Begynd forfra?"
            text="Alle svar, bemandingen og oplysningerne om kommunen fjernes fra den besvarelse, I ser på. I kan fortryde det, til I lukker siden."
            confirm="Begynd forfra"
            on_confirm=move |()| app.start_afresh()
        />
        <ConfirmDialog
            id=DELETE
            heading="Slet alt?"
            text="Alt, hvad Kommunebenchmark har gemt i denne browser, slettes: jeres egen besvarelse, sikkerhedskopier og jeres ændringer i X Kommune. Det kan ikke fortrydes. Vil I have en kopi, så gem besvarelsen som fil først. Den kan åbnes igen under Filer."
            confirm="Slet alt"
            on_confirm=move |()| app.delete_everything()
        />
    }
}

/// Begin again, or bring the example back; a part is answered or put away.
#[component]
fn Reset() -> impl IntoView {
    let app = app();
    let button = move |text: &'static str, action: fn(App)| {
        view! {
            <button class="text-button" type="button" on:click=move |_| action(app)>
                {text}
            </button>
        }
    };
    let shown = move || {
        if app.is_example() {
            Some(button("Gendan X Kommune", |app| app.restore_example()))
        } else if app.is_part() {
            None
        } else {
            Some(button("Begynd forfra", |_| page::open_dialog(AFRESH)))
        }
    };
    live(shown)
}

#[component]
fn Welcome() -> impl IntoView {
    view! {
        <div class="hero">
            <h1 tabindex="-1">"Se, hvordan administrationen er organiseret"</h1>
            <p class="lead">
                "Kommunebenchmark viser, hvor centralt og hvor digitalt jeres økonomi- og lønadministration løses, og hvor mange årsværk der går til. I svarer på, hvem der løser sagerne, og hvordan. Så ser I billedet, område for område, og kan holde det op mod andre kommuner."
            </p>
            <div class="buttons">
                <a class="button button-primary button--large" href=Route::Municipality.href()>
                    "Begynd"
                </a>
                <ExampleButton class="button button-secondary button--large" />
            </div>
            <p>
                "Har I fået en fil fra en kollega eller en anden computer? "
                <a href=Route::Files.href()>"Åbn den her"</a>
                ", eller slip den på siden."
            </p>
        </div>
        {others::others()}
    }
}

#[component]
fn ExampleButton(class: &'static str) -> impl IntoView {
    let app = app();
    let open = move |_| {
        app.open(Slot::Example);
        page::go(&Route::Overview.href());
    };
    view! {
        <Show when=move || !app.is_example()>
            <button class=class type="button" on:click=open>
                "Prøv med X Kommune"
            </button>
        </Show>
    }
}

/// The first area with something left to answer.
fn next_area(scorecard: &Scorecard) -> Option<AreaId> {
    scorecard
        .domains
        .iter()
        .flat_map(|domain| &domain.areas)
        .find(|area| area.coverage.answered < area.coverage.relevant)
        .map(|area| area.area)
}

#[component]
fn WelcomeBack() -> impl IntoView {
    let app = app();
    let next = Memo::new(move |_| app.scorecard().with(next_area));
    let progress = live(move || {
        app.scorecard().with(|scorecard| {
            scorecard
                .domains
                .iter()
                .map(|domain| {
                    let title = catalogue::domain_title(domain.domain);
                    let coverage = domain.coverage;
                    view! {
                        <div>
                            <dt>{title}</dt>
                            <dd>
                                {format!("{} af {}", coverage.answered, coverage.relevant)}
                            </dd>
                            <dd>
                                <progress
                                    class="progress"
                                    value=coverage.answered.to_string()
                                    max=coverage.relevant.max(1).to_string()
                                    aria-label=format!("{title}, besvaret")
                                ></progress>
                            </dd>
                        </div>
                    }
                })
                .collect_view()
        })
    });
    let on = live(move || match next.get() {
        Some(area) => view! {
            <a class="button button-primary button--large" href=Route::SurveyArea(area).href()>
                "Fortsæt, hvor I slap"
            </a>
        }
        .into_any(),
        None => view! {
            <a class="button button-primary button--large" href=Route::Comparison.href()>
                "Se sammenligningen"
            </a>
        }
        .into_any(),
    });
    view! {
        <div class="hero">
            <h1 tabindex="-1">"Velkommen tilbage"</h1>
            <p class="lead">
                {move || match next.get().and_then(catalogue::area) {
                    Some(area) => format!("Næste område med ubesvarede aktiviteter er {}.", area.title),
                    None => "Alle aktiviteter er besvaret.".to_owned(),
                }}
            </p>
            <div class="buttons">
                {on}
                <a class="button button-secondary button--large" href=Route::Overview.href()>
                    "Se overblikket"
                </a> <ExampleButton class="button button-tertiary button--large" />
            </div>
        </div>
        <section class="panel" aria-labelledby="progress">
            <h2 id="progress">"Så langt er I"</h2>
            <dl class="progress-list">{progress}</dl>
        </section>
    }
}

#[component]
fn Steps() -> impl IntoView {
    view! {
        <section class="section" aria-labelledby="how">
            <h2 id="how">"Sådan gør I"</h2>
            <ol class="steps">
                <li>
                    <h3>"Svar"</h3>
                    <p>
                        "140 aktiviteter i økonomi og 160 i løn og personale: Hvem løser sagerne, og hvor digitalt foregår det? I kan stoppe og fortsætte, når I vil."
                    </p>
                </li>
                <li>
                    <h3>"Se billedet"</h3>
                    <p>
                        "Centraliseringsgrad, digital proces og digital løsning for 29 områder. Hvert tal kan følges tilbage til de svar, det bygger på."
                    </p>
                </li>
                <li>
                    <h3>"Sammenlign"</h3>
                    <p>
                        "Hold jeres tal op mod en gruppe. Siden siger altid, hvad gruppen er, og hvor langt sammenligningen rækker."
                    </p>
                </li>
                <li>
                    <h3>"Vælg og regn"</h3>
                    <p>
                        "Se, hvilke af 26 kendte forslag jeres billede peger på og hvorfor, regn på dem med egne tal, og læg en handleplan, der ikke tæller de samme årsværk to gange."
                    </p>
                </li>
            </ol>
        </section>
    }
}
