//! What the municipality calls the levels.

use leptos::prelude::*;

use crate::components::erased::view;
use crate::domain::rating::Place;
use crate::state::app;

use super::change;

#[component]
pub(super) fn LevelNames() -> impl IntoView {
    let app = app();
    let field = |place: Place| {
        let id = format!("level-{}", place.level());
        let rename = move |event| {
            let text = event_target_value(&event).trim().to_owned();
            app.edit(change(app, |profile| {
                if text.is_empty() || text == place.usual_name() {
                    profile.level_names.remove(&place);
                } else {
                    profile.level_names.insert(place, text);
                }
            }));
        };
        view! {
            <div class="form-group">
                <label class="form-label" for=id.clone()>{place.usual_name()}</label>
                <input
                    class="form-input input-char-27"
                    id=id
                    type="text"
                    autocomplete="off"
                    maxlength="40"
                    prop:value=move || {
                        app.with_round(|round| round.profile.level_names.get(&place).cloned())
                            .flatten()
                            .unwrap_or_default()
                    }
                    on:change=rename
                />
            </div>
        }
    };
    let own_levels = [
        Place::Institution,
        Place::Intermediate,
        Place::Department,
        Place::Central,
    ];
    view! {
        <fieldset class="form-section">
            <legend>
                <h2>"Hvad kalder I niveauerne?"</h2>
            </legend>
            <p class="form-hint">
                "Jeres navne vises ved siden af de faste i skemaet. Lad feltet stå tomt, hvis det faste navn passer."
            </p>
            {own_levels.into_iter().map(field).collect_view()}
        </fieldset>
    }
}
