//! The choice of the groups that are compared with. Uses the app's context.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::components::erased::{Show, live, view};
use crate::peers::group::{Aspect, Group, Grouping};
use crate::requests::Beside;
use crate::state::{App, app};

/// The value of the option by which municipalities are picked by hand.
const PICK: &str = "pick";

/// A select for each aspect, and the municipalities where they are picked by hand.
#[component]
pub fn GroupChoice() -> impl IntoView {
    let app = app();
    let several = Memo::new(move |_| read(app, |beside| beside.offers.len() > 1).unwrap_or(false));
    let chosen = Memo::new(move |_| app.looking().with(|looking| looking.grouping.is_some()));
    view! {
        <Show when=move || several.get()>
            <fieldset class="form-group no-print">
                <legend class="form-label">"Gruppe"</legend>
                <div class="form-row">
                    {select(app, Aspect::Organisation, "group-organisation", "Organisering og ressourcer")}
                    {select(app, Aspect::Digitalisation, "group-digital", "Digitalisering")}
                </div>
                <Picks />
                <Show when=move || chosen.get()>
                    <button
                        class="text-button"
                        type="button"
                        on:click=move |_| app.look(|looking| looking.grouping = None)
                    >
                        "Brug de sædvanlige grupper"
                    </button>
                </Show>
            </fieldset>
        </Show>
    }
}

fn read<T>(app: App, read: impl FnOnce(&Beside) -> T) -> Option<T> {
    app.beside()
        .with(|beside| beside.ready().map(|one| read(one)))
}

/// Puts a group in the place of one aspect's.
fn choose(app: App, aspect: Aspect, group: Group) {
    let Some(mut grouping) = untrack(|| read(app, |beside| beside.grouping.clone())) else {
        return;
    };
    match aspect {
        Aspect::Organisation => grouping.organisation = group,
        Aspect::Digitalisation => grouping.digitalisation = group,
    }
    app.look(|looking| looking.grouping = Some(grouping));
}

/// The groups that can be chosen, as the options of a select.
fn options(app: App, aspect: Aspect) -> Vec<AnyView> {
    let made = read(app, |beside| {
        let current = beside.grouping.get(aspect);
        let picked = matches!(current, Group::Picked(_));
        let offers = beside.offers.iter().enumerate();
        let mut options: Vec<AnyView> = offers
            .filter(|(_, offer)| !matches!(offer.group, Group::Picked(_)))
            .map(|(index, offer)| {
                let mut text = offer.titles.join(" · ");
                if let Some(why) = offer.none {
                    text = format!("{text} – {}", why.danish());
                }
                let selected = offer.group == *current;
                view! {
                    <option value=index.to_string() disabled=offer.none.is_some() selected=selected>
                        {text}
                    </option>
                }
            })
            .collect();
        if !beside.names.is_empty() {
            options.push(view! {
                <option value=PICK selected=picked>
                    "Kommuner, I selv vælger"
                </option>
            });
        }
        options
    });
    made.unwrap_or_default()
}

fn select(app: App, aspect: Aspect, id: &'static str, label: &'static str) -> AnyView {
    let change = move |event| {
        let value = event_target_value(&event);
        let group = untrack(|| {
            read(app, |beside| {
                let offer = value
                    .parse()
                    .ok()
                    .and_then(|at: usize| beside.offers.get(at));
                offer.map_or_else(
                    || Group::Picked(picks(&beside.grouping)),
                    |offer| offer.group.clone(),
                )
            })
        });
        if let Some(group) = group {
            choose(app, aspect, group);
        }
    };
    view! {
        <div class="form-group">
            <label class="form-label" for=id>{label}</label>
            <select class="form-select" id=id on:change=change>
                {live(move || options(app, aspect))}
            </select>
        </div>
    }
}

/// The municipalities that are picked for either aspect.
fn picks(grouping: &Grouping) -> BTreeSet<String> {
    let mut picks = BTreeSet::new();
    for aspect in Aspect::ALL {
        if let Group::Picked(names) = grouping.get(aspect) {
            picks.extend(names.iter().cloned());
        }
    }
    picks
}

/// The municipalities of the dataset, where a group is picked by hand.
#[component]
fn Picks() -> impl IntoView {
    let app = app();
    let picking = Memo::new(move |_| {
        let is_picked = |beside: &Beside| {
            Aspect::ALL
                .iter()
                .any(|&aspect| matches!(beside.grouping.get(aspect), Group::Picked(_)))
        };
        read(app, is_picked).unwrap_or(false)
    });
    let names = Memo::new(move |_| read(app, |beside| beside.names.clone()).unwrap_or_default());
    let toggle = move |name: String, on: bool| {
        let Some(mut grouping) = untrack(|| read(app, |beside| beside.grouping.clone())) else {
            return;
        };
        let mut all = picks(&grouping);
        if on {
            all.insert(name);
        } else {
            all.remove(&name);
        }
        for group in [&mut grouping.organisation, &mut grouping.digitalisation] {
            if matches!(group, Group::Picked(_)) {
                *group = Group::Picked(all.clone());
            }
        }
        app.look(|looking| looking.grouping = Some(grouping));
    };
    let boxes = live(move || {
        let boxes = names.get().into_iter().map(|name| {
            let (mine, text) = (name.clone(), name.clone());
            let is_on = move || {
                read(app, |beside| picks(&beside.grouping).contains(&mine)).unwrap_or(false)
            };
            view! {
                <label class="check">
                    <input
                        type="checkbox"
                        prop:checked=live(is_on)
                        on:change=move |event| toggle(name.clone(), event_target_checked(&event))
                    />
                    {format!(" {text}")}
                </label>
            }
        });
        boxes.collect_view()
    });
    view! {
        <Show when=move || picking.get()>
            <fieldset class="area-choice">
                <legend class="form-label">"Kommuner i gruppen"</legend>
                <div class="area-choice__areas">{boxes.clone()}</div>
            </fieldset>
        </Show>
    }
}
