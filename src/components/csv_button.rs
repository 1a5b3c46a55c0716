//! Saving a table of a page as CSV. Uses the app's context.

use leptos::prelude::*;

use crate::components::erased::view;
use crate::requests::TableName;
use crate::state::app;

/// The button; `name` is what the table is called in the name of the file.
#[component]
pub fn CsvButton(table: TableName, name: &'static str) -> impl IntoView {
    let app = app();
    view! {
        <p class="no-print">
            <button
                class="text-button"
                type="button"
                on:click=move |_| app.save_csv(table.clone(), name)
            >
                {format!("Gem {name} som CSV")}
            </button>
        </p>
    }
}
