//! What would change, to be taken whole, in part or not at all. Uses the app's context.

use std::sync::Arc;

use leptos::prelude::*;

use crate::components::erased::view;
use crate::document::preview::{Item, Nature, Preview, Unread};
use crate::state::app;

/// What is chosen of each item.
type Chosen = RwSignal<Vec<Option<usize>>>;

/// The preview, with its two ways out.
#[component]
pub fn PreviewPanel(preview: Arc<Preview>) -> impl IntoView {
    let app = app();
    let first = |preview: &Preview| preview.items.iter().map(Item::first_choice).collect();
    let chosen: Chosen = RwSignal::new(first(&preview));
    // Keeping what is there is a choice, but no change.
    let counted = Arc::clone(&preview);
    let changes = move |chosen: &Vec<Option<usize>>| {
        let items = counted.items.iter().zip(chosen);
        items
            .filter(|(item, choice)| {
                let choice = choice.and_then(|at| item.choices.get(at));
                choice.is_some_and(|choice| choice.edit.is_some())
            })
            .count()
    };
    let count = Memo::new(move |_| chosen.with(&changes));
    let all = Arc::clone(&preview);
    let take_all = move |_| chosen.set(first(&all));
    let take_none = move |_| chosen.update(|all| all.fill(None));
    let taken = Arc::clone(&preview);
    let take = move |_| {
        let edit = chosen.with_untracked(|chosen| taken.edit(chosen));
        let text = match count.get_untracked() {
            0 => "Intet er ændret.".to_owned(),
            1 => "1 ændring er overført. I kan fortryde den.".to_owned(),
            n => format!("{n} ændringer er overført. I kan fortryde dem samlet."),
        };
        app.take(edit, text);
    };
    let nothing = preview.items.is_empty();
    let conflicts = preview
        .items
        .iter()
        .filter(|item| item.nature == Nature::Conflict)
        .count();
    view! {
        <section class="panel preview" aria-labelledby="preview-heading">
            <h2 id="preview-heading" tabindex="-1">"Det vil blive ændret"</h2>
            <ul class="preview__facts">
                {lines(&preview.sources)}
                <li>{told(&preview, conflicts)}</li> {lines(&preview.notes)}
            </ul>
            {unread_view(&preview.unread)}
            {(!nothing)
                .then(|| {
                    view! {
                        <p class="buttons">
                            <button class="text-button" type="button" on:click=take_all>
                                "Vælg alt, der er entydigt"
                            </button>
                            <button class="text-button" type="button" on:click=take_none>
                                "Vælg intet"
                            </button>
                        </p>
                        {items_view(&preview.items, chosen)}
                    }
                })}
            <div class="buttons">
                <button
                    class="button button-primary"
                    type="button"
                    disabled=move || count.get() == 0
                    on:click=take
                >
                    {move || match count.get() {
                        1 => "Overfør 1 ændring".to_owned(),
                        n => format!("Overfør {n} ændringer"),
                    }}
                </button>
                <button
                    class="button button-tertiary"
                    type="button"
                    on:click=move |_| {
                        if nothing { app.clear_inbox() } else { app.put_preview_away() }
                    }
                >
                    {if nothing { "Luk" } else { "Annullér" }}
                </button>
            </div>
        </section>
    }
}

fn lines(texts: &[String]) -> impl IntoView + use<> {
    texts
        .iter()
        .map(|text| view! { <li>{text.clone()}</li> })
        .collect_view()
}

fn told(preview: &Preview, conflicts: usize) -> String {
    let items = match preview.items.len() {
        0 => "Der er intet at ændre".to_owned(),
        1 => "1 ændring".to_owned(),
        n => format!("{n} ændringer"),
    };
    let conflicts = match conflicts {
        0 => String::new(),
        1 => ", heraf 1, hvor I skal vælge".to_owned(),
        n => format!(", heraf {n}, hvor I skal vælge"),
    };
    let same = match preview.same {
        0 => String::new(),
        n => format!(". {n} svar er de samme som jeres"),
    };
    format!("{items}{conflicts}{same}. Tomme felter sletter ingen svar.")
}

fn unread_view(unread: &[Unread]) -> Option<impl IntoView + use<>> {
    let heading = match unread.len() {
        0 => return None,
        1 => "1 felt kunne ikke læses".to_owned(),
        n => format!("{n} felter kunne ikke læses"),
    };
    let rows = unread
        .iter()
        .map(|one| {
            view! {
                <tr>
                    <th scope="row">{one.place.clone()}</th>
                    <td>{one.found.clone()}</td>
                    <td>{one.expected.clone()}</td>
                </tr>
            }
        })
        .collect_view();
    Some(view! {
        <div class="alert alert-warning" role="alert">
            <h3 class="alert-heading">{heading}</h3>
            <p class="alert-text">
                "Resten kan overføres nu. Ret felterne i filen, og åbn den igen, så kommer de med."
            </p>
            <div class="table-scroll" tabindex="0" role="group" aria-label="Felter, der ikke kunne læses">
                <table class="plain-table">
                    <thead>
                        <tr>
                            <th scope="col">"Felt"</th>
                            <th scope="col">"Der står"</th>
                            <th scope="col">"Der skal stå"</th>
                        </tr>
                    </thead>
                    <tbody>{rows}</tbody>
                </table>
            </div>
        </div>
    })
}

/// The items in groups, in their order.
fn items_view(items: &[Item], chosen: Chosen) -> impl IntoView + use<> {
    let numbered: Vec<(usize, &Item)> = items.iter().enumerate().collect();
    numbered
        .chunk_by(|(_, a), (_, b)| a.group == b.group)
        .map(|group| {
            let title = group.first().map(|(_, item)| item.group.clone());
            let rows = group
                .iter()
                .map(|&(index, item)| item_view(index, item, chosen))
                .collect_view();
            view! {
                <h3 class="preview__group">{title}</h3>
                <ul class="unstyled-list preview__items">{rows}</ul>
            }
        })
        .collect_view()
}

fn item_view(index: usize, item: &Item, chosen: Chosen) -> impl IntoView + use<> {
    let now = if item.now.is_empty() {
        "intet svar".to_owned()
    } else {
        item.now.clone()
    };
    let set = move |choice| chosen.update(|all| all[index] = choice);
    let is = move |choice| chosen.with(|all| all[index] == choice);
    let option = |choice: Option<usize>, label: String, value: String| {
        let input = match item.nature {
            Nature::Conflict => "radio",
            Nature::New | Nature::Changed => "checkbox",
        };
        view! {
            <label class="check preview__choice">
                <input
                    type=input
                    name=format!("preview-{index}")
                    prop:checked=move || is(choice)
                    on:change=move |event| {
                        set(if event_target_checked(&event) { choice } else { None });
                    }
                />
                <span>
                    <strong>{label}</strong>
                    " "
                    {value}
                </span>
            </label>
        }
    };
    let choices = item
        .choices
        .iter()
        .enumerate()
        .map(|(at, choice)| option(Some(at), format!("{}:", choice.label), choice.value.clone()))
        .collect_view();
    let mark = match item.nature {
        Nature::New => ("badge badge-info", "Nyt"),
        Nature::Changed => ("badge", "Ændret"),
        Nature::Conflict => ("badge badge-warning", "Vælg"),
    };
    let origin = item.origin.clone();
    view! {
        <li class="preview__item">
            <fieldset>
                <legend>
                    {item.title.clone()} " " <span class=mark.0>{mark.1}</span>
                </legend>
                <p class="preview__now">{format!("Nu: {now}")}</p>
                {origin
                    .map(|text| {
                        view! { <p class="preview__now">{format!("Da delen blev sendt: {text}")}</p> }
                    })} {choices}
            </fieldset>
        </li>
    }
}
