//! A table of results that the document worker makes. Uses the app's context.

use leptos::prelude::*;

use crate::components::erased::{live, view};
use crate::platform::PlatformError;
use crate::requests::TableName;
use crate::state::{Loaded, app, load_when_shown};

/// The table, made anew when the survey changes, with a way to save it as CSV.
#[component]
pub fn ResultTable(
    /// Which table; none shows nothing.
    #[prop(into)]
    table: Signal<Option<TableName>>,
    /// What the table is called in the name of a saved file.
    name: &'static str,
) -> impl IntoView {
    let app = app();
    let made = load_when_shown(move || {
        let table = table.get()?;
        app.with(|_| ());
        Some(app.table_html(table))
    });
    let save = move |_| {
        if let Some(table) = table.get_untracked() {
            app.save_csv(table, name);
        }
    };
    let shown = move || {
        match made.get() {
        Loaded::Waiting => view! { <p class="loading" role="status">"Regner …"</p> }.into_any(),
        Loaded::Failed(error) => failure(&error),
        // Made by the worker from escaped texts; a test hands it hostile ones.
        Loaded::Ready(html) => view! {
            <div inner_html=html></div>
            <p class="no-print">
                <button class="text-button" type="button" on:click=save>"Gem tabellen som CSV"</button>
            </p>
        }
        .into_any(),
    }
    };
    live(move || table.with(Option::is_some).then_some(live(shown)))
}

fn failure(error: &PlatformError) -> AnyView {
    view! {
        <div class="alert alert-error" role="alert">
            <p class="alert-text">{error.message()}</p>
        </div>
    }
    .into_any()
}
