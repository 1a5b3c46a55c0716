//! The files that were handed in: what is in them, and what can be done with them.

use leptos::prelude::*;

use crate::components::erased::{Show, live, view};
use crate::document::recognition::{FileKind, Recognised};
use crate::domain::assessment::Assessment;
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
            let surveys = all
                .iter()
                .filter(|(_, is)| matches!(is.kind, FileKind::Survey | FileKind::Part))
                .count();
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

const fn kind_name(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Survey => "Besvarelse",
        FileKind::Part => "Del af en besvarelse",
        FileKind::Form => "Excel-skema",
        FileKind::Peers => "Sammenligningstal",
        FileKind::Contribution => "Bidrag til KL",
        FileKind::Unknown => "Kan ikke bruges",
    }
}

fn card(app: App, index: usize, name: String, is: &Recognised) -> impl IntoView + use<> {
    let facts = is
        .facts
        .iter()
        .map(|fact| view! { <li>{fact.clone()}</li> })
        .collect_view();
    let kind = is.kind;
    let other = is
        .code
        .filter(|&code| app.peek(|own| is_other(own, code)))
        .map(|_| {
            view! {
                <p>
                    <strong>"Filen er fra en anden kommune end den, I har valgt her."</strong>
                </p>
            }
        });
    let class = if kind == FileKind::Unknown {
        "badge badge-error"
    } else {
        "badge badge-info"
    };
    view! {
        <li class="arrival">
            <h3>{name} " " <span class=class>{kind_name(kind)}</span></h3>
            <ul>{facts}</ul>
            {other}
            <p class="buttons">{actions(app, index, kind)}</p>
        </li>
    }
}

fn is_other(own: &Assessment, code: u16) -> bool {
    let own = own.municipality.as_ref().and_then(|one| one.code);
    own.is_some_and(|own| own != code)
}

fn actions(app: App, index: usize, kind: FileKind) -> impl IntoView {
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
        (FileKind::Survey, true) => Some("Åbn i stedet for vores"),
        (FileKind::Survey, false) => Some("Åbn"),
        (FileKind::Part, true) => Some("Åbn delen i stedet for det, der er her"),
        (FileKind::Part, false) => Some("Åbn delen, og svar"),
        _ => None,
    };
    let backup = (begun && open.is_some())
        .then_some("Det, der er her nu, bliver til en sikkerhedskopi nederst på siden.");
    view! {
        {open.map(|text| button(text, App::open_file))}
        {(kind == FileKind::Form).then(|| button("Se, hvad der ændres", App::propose_form))}
        {(kind == FileKind::Peers).then(|| button("Sammenlign med dem", App::use_peers))}
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
