//! Which dataset is compared with. What it is and what a comparison with it is worth, the document
//! worker says (`picture::dataset`).

use leptos::prelude::*;

use crate::components::erased::{live, view};
use crate::state::{App, PeersChoice, app};

/// A radio button for each dataset.
#[component]
pub fn DatasetSwitch() -> impl IntoView {
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
            .with(|file| file.as_ref().map(|file| file.title.clone()))
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
