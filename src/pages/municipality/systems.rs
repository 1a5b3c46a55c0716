//! The systems for economy and for payroll: a known one, or another by its name.

use leptos::prelude::*;

use crate::components::erased::{Show, view};
use crate::danish::lower;
use crate::domain::profile::{EconomySystem, PayrollSystem};
use crate::state::app;

use super::change;

#[component]
pub(super) fn EconomySystemField() -> impl IntoView {
    let app = app();
    let system = move || {
        app.with_round(|round| round.profile.economy_system.clone())
            .flatten()
    };
    let value = move || match system() {
        None => "",
        Some(EconomySystem::Opus) => "opus",
        Some(EconomySystem::Prisme) => "prisme",
        Some(EconomySystem::Other(_)) => "other",
    };
    let choose = move |value: String| {
        app.edit(change(app, |profile| {
            profile.economy_system = match value.as_str() {
                "opus" => Some(EconomySystem::Opus),
                "prisme" => Some(EconomySystem::Prisme),
                "other" => Some(EconomySystem::Other(String::new())),
                _ => None,
            };
        }));
    };
    let name = move || match system() {
        Some(EconomySystem::Other(name)) => Some(name),
        _ => None,
    };
    let rename = move |text: String| {
        app.edit(change(app, |profile| {
            profile.economy_system = Some(EconomySystem::Other(text));
        }));
    };
    view! {
        <SystemField
            id="economy-system"
            label="Økonomisystem"
            known=vec![("opus", "KMD Opus Økonomi"), ("prisme", "Prisme"), ("other", "Andet")]
            value=Signal::derive(value)
            choose=Callback::new(choose)
            name=Signal::derive(name)
            rename=Callback::new(rename)
        />
    }
}

#[component]
pub(super) fn PayrollSystemField() -> impl IntoView {
    let app = app();
    let system = move || {
        app.with_round(|round| round.profile.payroll_system.clone())
            .flatten()
    };
    let value = move || match system() {
        None => "",
        Some(PayrollSystem::OpusLoen) => "opus_loen",
        Some(PayrollSystem::SdLoen) => "sd_loen",
        Some(PayrollSystem::Other(_)) => "other",
    };
    let choose = move |value: String| {
        app.edit(change(app, |profile| {
            profile.payroll_system = match value.as_str() {
                "opus_loen" => Some(PayrollSystem::OpusLoen),
                "sd_loen" => Some(PayrollSystem::SdLoen),
                "other" => Some(PayrollSystem::Other(String::new())),
                _ => None,
            };
        }));
    };
    let name = move || match system() {
        Some(PayrollSystem::Other(name)) => Some(name),
        _ => None,
    };
    let rename = move |text: String| {
        app.edit(change(app, |profile| {
            profile.payroll_system = Some(PayrollSystem::Other(text));
        }));
    };
    view! {
        <SystemField
            id="payroll-system"
            label="Lønsystem"
            known=vec![
                ("opus_loen", "KMD Opus Løn"),
                ("sd_loen", "SD Løn (Silkeborg Data)"),
                ("other", "Andet"),
            ]
            value=Signal::derive(value)
            choose=Callback::new(choose)
            name=Signal::derive(name)
            rename=Callback::new(rename)
        />
    }
}

/// A known system or another by its name.
#[component]
fn SystemField(
    id: &'static str,
    label: &'static str,
    known: Vec<(&'static str, &'static str)>,
    value: Signal<&'static str>,
    choose: Callback<String>,
    name: Signal<Option<String>>,
    rename: Callback<String>,
) -> impl IntoView {
    let name_id = format!("{id}-name");
    let options = known
        .into_iter()
        .map(|(key, title)| {
            view! {
                <option value=key prop:selected=move || value.get() == key>
                    {title}
                </option>
            }
        })
        .collect_view();
    let is_other = Memo::new(move |_| name.with(Option::is_some));
    view! {
        <div class="form-group">
            <label class="form-label" for=id>{label}</label>
            <select
                class="form-select"
                id=id
                on:change=move |event| choose.run(event_target_value(&event))
            >
                <option value="" prop:selected=move || value.get().is_empty()>
                    "Vælg system"
                </option>
                {options}
            </select>
        </div>
        <Show when=move || is_other.get()>
            <div class="form-group">
                <label class="form-label" for=name_id.clone()>
                    {format!("Navn på {}et", lower(label))}
                </label>
                <input
                    class="form-input"
                    id=name_id.clone()
                    type="text"
                    autocomplete="off"
                    prop:value=move || name.get().unwrap_or_default()
                    on:change=move |event| rename.run(event_target_value(&event).trim().to_owned())
                />
            </div>
        </Show>
    }
}
