//! A page of the administrative picture, as the document worker makes it. Uses the app's context.

use leptos::prelude::*;

use crate::components::chart::Chart;
use crate::components::erased::{each, live, view};
use crate::picture::{Block, Figure, Picture, View};
use crate::platform::PlatformError;
use crate::state::{app, follow_async};

/// The blocks of a page; made anew whenever the survey, the group or the view changes. What is
/// shown stays until the new is there, so that nothing jumps.
#[component]
pub fn PictureBlocks(#[prop(into)] view: Signal<View>) -> impl IntoView {
    let app = app();
    app.follow_peers();
    let made = RwSignal::new(None::<Picture>);
    let failure = RwSignal::new(None::<PlatformError>);
    let asked = StoredValue::new(0_u32);
    follow_async(move || {
        let view = view.get();
        app.follow_shown();
        asked.update_value(|asked| *asked += 1);
        let number = asked.get_value();
        Some(async move {
            let outcome = app.picture(view).await;
            // The page may be gone by now, or something newer asked for.
            if asked.try_get_value() != Some(number) {
                return;
            }
            match outcome {
                Ok(picture) => {
                    made.try_set(Some(picture));
                    failure.try_set(None);
                }
                Err(error) => {
                    made.try_set(None);
                    failure.try_set(Some(error));
                }
            }
        })
    });
    let state = live(move || {
        if let Some(error) = failure.get() {
            return Some(failed(error));
        }
        made.with(Option::is_none)
            .then(|| view! { <p class="loading" role="status">"Regner …"</p> })
    });
    let keys = move || made.with(|made| made.as_ref().map(keys).unwrap_or_default());
    view! {
        {state}
        {each(keys, Clone::clone, move |key| block(made, key))}
    }
}

/// What tells the blocks of a page apart: a chart by its id, markup by its place.
fn keys(picture: &Picture) -> Vec<String> {
    let key = |(place, block): (usize, &Block)| match block {
        Block::Html(_) => format!("{place}"),
        Block::Figure(figure) => format!("#{}", figure.id),
    };
    picture.blocks.iter().enumerate().map(key).collect()
}

fn block(made: RwSignal<Option<Picture>>, key: String) -> AnyView {
    if let Some(id) = key.strip_prefix('#') {
        let id = id.to_owned();
        let wanted = id.clone();
        let figure = Memo::new(move |_| {
            made.with(|made| made.as_ref().and_then(|made| figure(made, &wanted)))
        });
        return view! { <Chart id figure /> };
    }
    let place: usize = key.parse().unwrap_or_default();
    let markup = Memo::new(move |_| {
        made.with(|made| match made.as_ref()?.blocks.get(place)? {
            Block::Html(markup) => Some(markup.clone()),
            Block::Figure(_) => None,
        })
    });
    // Made by the worker from escaped texts; a test hands it hostile ones.
    view! { <div inner_html=move || markup.get().unwrap_or_default()></div> }
}

fn figure(picture: &Picture, id: &str) -> Option<Figure> {
    picture.blocks.iter().find_map(|block| match block {
        Block::Figure(figure) if figure.id == id => Some((**figure).clone()),
        _ => None,
    })
}

fn failed(error: PlatformError) -> AnyView {
    let app = app();
    view! {
        <div class="alert alert-error" role="alert">
            <h2 class="alert-heading">"Sammenligningstallene kunne ikke hentes"</h2>
            <p class="alert-text">{error.message()}</p>
            <div class="button-group">
                <button
                    class="button button-secondary button--small"
                    type="button"
                    on:click=move |_| app.ask_peers_again()
                >
                    "Prøv igen"
                </button>
            </div>
        </div>
    }
}
