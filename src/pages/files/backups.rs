//! Backups: the surveys that were here before.

use leptos::prelude::*;

use crate::components::erased::{Show, view};
use crate::danish::format_day;
use crate::persist::Backup;
use crate::platform::clock;
use crate::state::{app, follow_async};

/// The list; nothing where there is none.
#[component]
pub(super) fn Backups() -> impl IntoView {
    let app = app();
    let backups = RwSignal::new(Vec::<Backup>::new());
    follow_async(move || {
        // Opening a file makes a new one.
        app.inbox().with(|_| ());
        Some(async move {
            let all = app.backups().await;
            // The page may be gone by now.
            backups.try_set(all);
        })
    });
    let row = move |backup: Backup| {
        let again = backup.clone();
        let at = clock::local(&backup.at);
        let time = at.get(11..).unwrap_or_default();
        let title = format!("Besvarelsen, som den var {} kl. {time}", format_day(&at));
        view! {
            <li>
                {title} " "
                <button
                    class="text-button"
                    type="button"
                    on:click=move |_| app.restore_backup(backup.clone())
                >
                    "Gendan"
                </button>
                " "
                <button
                    class="text-button"
                    type="button"
                    on:click=move |_| app.save_backup(again.clone())
                >
                    "Gem som fil"
                </button>
            </li>
        }
    };
    view! {
        <Show when=move || !backups.with(Vec::is_empty)>
            <section class="section" aria-labelledby="backups-heading">
                <h2 id="backups-heading">"Sikkerhedskopier i denne browser"</h2>
                <p>
                    "Når I åbner en fil i stedet for det, der er her, lægges det gamle til side. De ti seneste gemmes. »Slet alt« på forsiden sletter også dem."
                </p>
                <ul>{move || backups.get().into_iter().map(row).collect_view()}</ul>
            </section>
        </Show>
    }
}
