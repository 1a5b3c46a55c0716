//! Where files are handed in: a field, and a place to drop them. Uses the app's context.

use leptos::prelude::*;

use crate::components::erased::view;
use crate::platform::files::{self, Received};

/// The field. Files dropped anywhere on the page are taken by the app itself.
#[component]
pub fn FileField(
    id: &'static str,
    label: &'static str,
    hint: &'static str,
    on_files: Callback<Received>,
) -> impl IntoView {
    let hint_id = format!("{id}-hint");
    view! {
        <div class="form-group file-field">
            <label class="form-label" for=id>{label}</label>
            <span class="form-hint" id=hint_id.clone()>{hint}</span>
            <input
                class="file-field__input"
                type="file"
                id=id
                multiple=true
                aria-describedby=hint_id
                on:change=move |_| files::read_chosen(id, move |received| on_files.run(received))
            />
        </div>
    }
}
