//! A choice of areas.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::components::erased::view;
use crate::domain::catalogue;
use crate::domain::ids::{AreaId, Domain};

/// A checkbox for each area, domain by domain, with all and none.
#[component]
pub fn AreaChoice(
    /// Unique on the page.
    id: &'static str,
    /// What is chosen.
    chosen: RwSignal<BTreeSet<AreaId>>,
) -> impl IntoView {
    Domain::ALL
        .map(|domain| {
            let set_all = move |on: bool| {
                chosen.update(|chosen| {
                    for area in catalogue::areas_of(domain) {
                        put(chosen, area.id, on);
                    }
                });
            };
            let areas = catalogue::areas_of(domain)
                .map(|area| {
                    let id = area.id;
                    view! {
                        <label class="check">
                            <input
                                type="checkbox"
                                prop:checked=move || chosen.with(|chosen| chosen.contains(&id))
                                on:change=move |event| {
                                    let on = event_target_checked(&event);
                                    chosen.update(|chosen| put(chosen, id, on));
                                }
                            />
                            {format!(" {}", area.title)}
                        </label>
                    }
                })
                .collect_view();
            view! {
                <fieldset class="area-choice" id=format!("{id}-{domain}")>
                    <legend class="form-label">{catalogue::domain_title(domain)}</legend>
                    <p>
                        <button class="text-button" type="button" on:click=move |_| set_all(true)>
                            "Vælg alle"
                        </button>
                        " "
                        <button class="text-button" type="button" on:click=move |_| set_all(false)>
                            "Vælg ingen"
                        </button>
                    </p>
                    <div class="area-choice__areas">{areas}</div>
                </fieldset>
            }
        })
        .collect_view()
}

fn put(chosen: &mut BTreeSet<AreaId>, area: AreaId, on: bool) {
    if on {
        chosen.insert(area);
    } else {
        chosen.remove(&area);
    }
}
