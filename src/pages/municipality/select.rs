//! Which municipality it is.

use leptos::prelude::*;

use crate::components::erased::{Show, view};
use crate::danish::lower;
use crate::domain::answer::Extra;
use crate::domain::assessment::Municipality as MunicipalityName;
use crate::domain::edit::Edit;
use crate::domain::municipality::{self, MUNICIPALITIES};
use crate::state::{App, app};

use super::change;
use super::numbers::POPULATION;

/// Choosing a municipality also fills in its population, and ends a draft of it.
fn choose_municipality(app: App, code: Option<u16>) -> Edit {
    let entry = code.and_then(municipality::by_code);
    Edit::Batch {
        edits: vec![
            Edit::SetMunicipality {
                municipality: entry.map(|entry| MunicipalityName {
                    code: Some(entry.code),
                    name: entry.name.to_owned(),
                    extra: Extra::new(),
                }),
            },
            Edit::SetDraft {
                round: app.round_id(),
                field: POPULATION.key.to_owned(),
                text: None,
            },
            change(app, |profile| {
                profile.population = entry.map(|entry| entry.population);
                profile.population_year = entry.map(|entry| entry.population_year);
            }),
        ],
    }
}

#[component]
pub(super) fn MunicipalitySelect() -> impl IntoView {
    let app = app();
    let chosen =
        Memo::new(move |_| app.with(|one| one.municipality.as_ref().and_then(|one| one.code)));
    let by_name = StoredValue::new(by_name());
    let option = move |entry: &'static municipality::Entry| {
        view! {
            <option
                value=entry.code.to_string()
                prop:selected=move || chosen.get() == Some(entry.code)
            >
                {entry.name}
            </option>
        }
    };
    let options = move || by_name.with_value(|all| all.iter().copied().map(option).collect_view());
    let own = move || !app.is_example();
    view! {
        <Show
            when=own
            fallback=|| view! { <p>"X Kommune er opfundet og kan ikke skiftes ud her."</p> }
        >
            <div class="form-group">
                <label class="form-label" for="municipality">"Kommune"</label>
                <select
                    class="form-select"
                    id="municipality"
                    on:change=move |event| {
                        app.edit(choose_municipality(app, event_target_value(&event).parse().ok()));
                    }
                >
                    <option value="" prop:selected=move || chosen.get().is_none()>
                        "Vælg kommune"
                    </option>
                    {options()}
                </select>
            </div>
        </Show>
    }
}

/// The municipalities in the order of their names.
fn by_name() -> Vec<&'static municipality::Entry> {
    let mut names: Vec<String> = Vec::new();
    let mut entries = Vec::new();
    for entry in &MUNICIPALITIES {
        let name = danish_order(entry.name);
        let at = names.partition_point(|other| *other <= name);
        names.insert(at, name);
        entries.insert(at, entry);
    }
    entries
}

/// A key that sorts æ, ø and å last, and Aa as å.
fn danish_order(name: &str) -> String {
    lower(name)
        .replace("aa", "å")
        .replace('æ', "z1")
        .replace('ø', "z2")
        .replace('å', "z3")
}
