//! What other copies of the app keep in this browser: offered where this one is empty.

use leptos::prelude::*;

use crate::components::erased::view;
use crate::platform::space::{self, Other};

/// The surveys of other copies; nothing where there are none.
pub fn others() -> Option<AnyView> {
    let others = space::others();
    (!others.is_empty()).then(|| {
        let items: Vec<AnyView> = others.into_iter().map(item).collect();
        view! {
            <section class="panel panel--quiet" aria-labelledby="other-copies">
                <h2 id="other-copies">"I denne browser ligger også"</h2>
                <p>
                    "Hver kopi af Kommunebenchmark har sin egen besvarelse. Er denne flyttet eller omdøbt, kan I gå videre med den, I havde."
                </p>
                <ul class="unstyled-list">{items}</ul>
            </section>
        }
    })
}

fn item(other: Other) -> AnyView {
    let text = format!("Gå videre med {}", other.title);
    let path = other.path.clone();
    view! {
        <li>
            <button
                class="text-button"
                type="button"
                on:click=move |_| space::take_over(&other)
            >
                {text}
            </button>
            <span class="muted">{path}</span>
        </li>
    }
}
