//! The dataset: which one is chosen, what the group is, and what a comparison with it is worth.

use leptos::prelude::*;

use crate::components::erased::{live, view};
use crate::peers::Kind;
use crate::peers::comparison::Evidence;
use crate::peers::dataset::Label;
use crate::peers::summary::Summary;
use crate::state::{App, PeersChoice, app};

#[component]
pub(super) fn DatasetSwitch() -> impl IntoView {
    let app = app();
    view! {
        <fieldset class="form-group no-print">
            <legend class="form-label">"Sammenlign med"</legend>
            {option(
                app,
                PeersChoice::Host,
                "Værtens sammenligningstal",
                "Det datasæt, der følger med siden. Medmindre værten har lagt et andet ind, er det KLK's offentliggjorte gennemsnit fra 2017, som kun er til orientering.",
            )}
            {option(
                app,
                PeersChoice::Model,
                "Modeldata: 40 opfundne kommuner",
                "Til at prøve værktøjet af. Tallene siger intet om nogen virkelig kommune.",
            )}
            <FromFile />
        </fieldset>
    }
}

/// The dataset that the user opened from disk.
#[component]
fn FromFile() -> impl IntoView {
    let app = app();
    let kept = move || {
        app.file_peers()
            .with(|file| file.as_ref().is_some_and(|file| file.kept))
    };
    let title = move || {
        app.file_peers()
            .with(|file| file.as_ref().map(|file| file.dataset.label.title.clone()))
    };
    live(move || {
        title().map(|title| {
            view! {
                {option(
                    app,
                    PeersChoice::File,
                    format!("Fra fil: {title}"),
                    "Filen er åbnet her i browseren. Den bruges, til I lukker siden, medmindre I beholder den.",
                )}
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=live(kept)
                        on:change=move |event| app.keep_peers(event_target_checked(&event))
                    />
                    " Behold filen i denne browser"
                </label>
            }
        })
    })
}

fn option(
    app: App,
    choice: PeersChoice,
    title: impl Into<String>,
    hint: &'static str,
) -> impl IntoView {
    let title = title.into();
    let id = match choice {
        PeersChoice::Host => "peers-host",
        PeersChoice::Model => "peers-model",
        PeersChoice::File => "peers-file",
    };
    let hint_id = format!("{id}-hint");
    view! {
        <div class="form-group-radio">
            <input
                class="form-radio"
                type="radio"
                name="peers"
                id=id
                aria-describedby=hint_id.clone()
                prop:checked=move || app.peers_choice() == choice
                on:change=move |_| app.choose_peers(choice)
            />
            <label for=id>{title}</label>
            <span class="form-hint" id=hint_id>{hint}</span>
        </div>
    }
}

const fn kind_badge(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::DerivedExample => ("badge", "Orientering"),
        Kind::Model => ("badge badge-warning", "Modeldata"),
        Kind::Public | Kind::Network => ("badge badge-info", "Kommuner"),
    }
}

/// The kind of a dataset, as a badge.
pub(super) fn badge(kind: Kind) -> impl IntoView {
    let (class, text) = kind_badge(kind);
    view! { <span class=class>{text}</span> }
}

/// What a comparison of this evidence is worth, in a sentence.
const fn caution(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Finding => "Kommunerne er målt med samme skema som jer.",
        Evidence::Orientation => {
            "Orientering: KLK 2017, målt med et andet katalog. En forskel kan skyldes målingen og ikke kommunen. Derfor vises hverken rang eller potentiale."
        }
        Evidence::Demonstration => {
            "Både X Kommune og gruppen er opfundet. Tabellen viser, hvordan KLK's folder fra 2017 ser ud i værktøjet."
        }
        Evidence::Invented => {
            "Gruppen er opfundet. Afvigelserne siger intet om jeres kommune og kan ikke bruges i en sag."
        }
    }
}

/// How many municipalities there are, where it is known.
pub(super) fn n_text(n: Option<u32>) -> String {
    n.map_or_else(|| "n er ikke oplyst".to_owned(), |n| format!("n = {n}"))
}

/// What the group is.
pub(super) fn dataset_box(summary: &Summary, evidence: Option<Evidence>) -> impl IntoView + use<> {
    let Label {
        kind,
        title,
        source,
        year,
        edition,
        instrument,
        method,
        ..
    } = summary.label.clone();
    let fact = |term: &'static str, text: String| {
        view! {
            <div>
                <dt>{term}</dt>
                <dd>{text}</dd>
            </div>
        }
    };
    view! {
        <section
            class="dataset"
            class:dataset--model=kind == Kind::Model
            aria-labelledby="dataset-heading"
        >
            {badge(kind)}
            <h2 id="dataset-heading">{title}</h2>
            <p>
                <strong>{evidence.map(caution)}</strong>
            </p>
            <dl>
                {fact("Gruppe", "Alle".to_owned())}
                {fact("Kommuner", n_text(summary.n))}
                {fact("År", year.to_string())}
                {fact("Udgave", edition)}
                {fact("Målt med", instrument)}
                {fact("Kilde", source)}
            </dl>
            <details class="fold">
                <summary class="fold__summary">"Sådan er tallene lavet"</summary>
                {method.into_iter().map(|text| view! { <p>{text}</p> }).collect_view()}
            </details>
        </section>
    }
}
