//! Taking edits back and doing them again. Uses the app's context.

use leptos::prelude::*;

use crate::components::erased::view;
use crate::state::app;

/// Two buttons, which stand still when there is nothing to take back.
#[component]
pub fn UndoButtons() -> impl IntoView {
    let app = app();
    view! {
        <button
            class="text-button"
            type="button"
            disabled=move || !app.can_undo()
            on:click=move |_| app.undo()
        >
            "Fortryd"
        </button>
        " "
        <button
            class="text-button"
            type="button"
            disabled=move || !app.can_redo()
            on:click=move |_| app.redo()
        >
            "Gentag"
        </button>
    }
}
