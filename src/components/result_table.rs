//! A table of results that the document worker makes. Uses the app's context.

use leptos::prelude::*;

use crate::components::erased::{live, view};
use crate::platform::PlatformError;
use crate::requests::TableName;
use crate::state::{Loaded, app};

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
    let made = RwSignal::new(Loaded::<String>::Waiting);
    // Only the newest answer is shown.
    let asked = StoredValue::new(0_u32);
    Effect::new(move |before: Option<Option<TableName>>| {
        let wanted = table.get();
        app.with(|_| ());
        if before.flatten() != wanted {
            made.set(Loaded::Waiting);
        }
        asked.update_value(|asked| *asked += 1);
        let number = asked.get_value();
        let Some(table) = wanted.clone() else {
            return wanted;
        };
        leptos::task::spawn_local(async move {
            let loaded = match app.table_html(table).await {
                Ok(html) => Loaded::Ready(html),
                Err(error) => Loaded::Failed(error),
            };
            // The page may be gone by now.
            if asked.try_get_value() == Some(number) {
                made.try_set(loaded);
            }
        });
        wanted
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
