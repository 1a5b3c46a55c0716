//! The files that were handed in: what is in them, and what can be done with them.

use leptos::prelude::*;

use crate::components::erased::{Show, live, view};
use crate::document::intake::{Intake, Kind};
use crate::route::Route;
use crate::state::{App, Arrival, app, is_begun};

/// The files that wait for a decision.
#[component]
pub(super) fn Arrivals() -> impl IntoView {
    let app = app();
    let arrivals = Memo::new(move |_| {
        let inbox = app.inbox();
        inbox.with(|inbox| {
            if inbox.preview.is_some() {
                return Vec::new();
            }
            let shown = |one: &Arrival| (one.file.name.clone(), one.is.clone());
            inbox.arrivals.iter().map(shown).collect::<Vec<_>>()
        })
    });
    let mergeable = move || {
        let own = app.peek(|one| is_begun(one) && one.part.is_none());
        arrivals.with(|all| {
            let surveys = all.iter().filter(|(_, is)| is.kind.is_mergeable()).count();
            if own { surveys } else { 0 }
        })
    };
    let cards = move || {
        arrivals
            .get()
            .into_iter()
            .enumerate()
            .map(|(index, (name, is))| card(app, index, name, &is))
            .collect_view()
    };
    view! {
        <Show when=move || !arrivals.with(Vec::is_empty)>
            <section class="panel" aria-labelledby="arrivals-heading">
                <h2 id="arrivals-heading">"Det er der i filerne"</h2>
                <ul class="unstyled-list arrivals">{live(cards)}</ul>
                <div class="buttons">
                    <Show when=move || { mergeable() > 0 }>
                        <button
                            class="button button-primary"
                            type="button"
                            on:click=move |_| app.propose_merge()
                        >
                            {move || match mergeable() {
                                1 => "Flet svarene ind i vores".to_owned(),
                                n => format!("Flet svarene fra {n} filer ind i vores"),
                            }}
                        </button>
                    </Show>
                    <button
                        class="button button-tertiary"
                        type="button"
                        on:click=move |_| app.clear_inbox()
                    >
                        "Gør ikke noget"
                    </button>
                </div>
            </section>
        </Show>
    }
}

fn card(app: App, index: usize, name: String, is: &Intake) -> impl IntoView + use<> {
    let facts = is
        .lines
        .iter()
        .map(|fact| view! { <li>{fact.clone()}</li> })
        .collect_view();
    let kind = is.kind;
    view! {
        <li class="arrival">
            <h3>{name}</h3>
            <p>{format!("{}.", is.title)}</p>
            <ul>{facts}</ul>
            <p class="buttons">{actions(app, index, kind)}</p>
        </li>
    }
}

fn actions(app: App, index: usize, kind: Kind) -> impl IntoView {
    let button = |text: &'static str, action: fn(App, usize)| {
        view! {
            <button
                class="button button-secondary button--small"
                type="button"
                on:click=move |_| action(app, index)
            >
                {text}
            </button>
        }
    };
    let begun = app.peek(is_begun);
    let open = match (kind, begun) {
        (Kind::Survey, true) => Some("Åbn i stedet for det, der er her"),
        (Kind::Survey, false) => Some("Åbn"),
        (Kind::PartSent | Kind::PartReturned, true) => {
            Some("Åbn delen i stedet for det, der er her")
        }
        (Kind::PartSent | Kind::PartReturned, false) => Some("Åbn delen, og svar"),
        _ => None,
    };
    let backup = (begun && open.is_some())
        .then_some("Det, der er her nu, bliver til en sikkerhedskopi nederst på siden.");
    view! {
        {open.map(|text| button(text, App::open_file))}
        {(kind == Kind::Workbook).then(|| button("Se, hvad der ændres", App::propose_form))}
        {(kind == Kind::Peers).then(|| button("Sammenlign med dem", App::use_peers))}
        {(kind == Kind::Contribution)
            .then(|| view! { <a href=Route::Kl.href()>"Åbn den i KL-visningen"</a> })}
        <button
            class="text-button"
            type="button"
            on:click=move |_| app.put_away(index)
        >
            "Læg filen væk"
        </button>
        {backup.map(|text| view! { <span class="muted">{text}</span> })}
    }
}
