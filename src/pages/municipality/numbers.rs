//! The numbers of the profile: what they are called, and their fields.

use leptos::prelude::*;

use crate::components::erased::view;
use crate::components::field::{FieldSpec, NumberField};
use crate::domain::field::{self, Kind};
use crate::domain::profile::Profile;
use crate::state::{App, app};

use super::change;

/// One number of the profile.
pub(super) struct NumberSpec {
    pub(super) key: &'static str,
    pub(super) label: &'static str,
    pub(super) hint: &'static str,
    pub(super) width: &'static str,
    pub(super) kind: Kind,
    pub(super) get: fn(&Profile) -> Option<u32>,
    pub(super) set: fn(&mut Profile, Option<u32>),
}

pub(super) const POPULATION: NumberSpec = NumberSpec {
    key: "profile.population",
    label: "Indbyggere",
    hint: "",
    width: "input-char-8",
    kind: field::POPULATION,
    get: |profile| profile.population,
    set: |profile, value| {
        profile.population = value;
        profile.population_year = None;
    },
};

pub(super) const SIZE: [NumberSpec; 3] = [
    NumberSpec {
        key: "profile.employees",
        label: "Ansatte",
        hint: "Antal personer, der får løn fra kommunen.",
        width: "input-char-8",
        kind: field::COUNT,
        get: |profile| profile.employees,
        set: |profile, value| profile.employees = value,
    },
    NumberSpec {
        key: "profile.full_time_employees",
        label: "Ansatte omregnet til fuldtid",
        hint: "Fx fra Kommunernes og Regionernes Løndatakontor (KRL).",
        width: "input-char-8",
        kind: field::COUNT,
        get: |profile| profile.full_time_employees,
        set: |profile, value| profile.full_time_employees = value,
    },
    NumberSpec {
        key: "profile.units",
        label: "Organisatoriske enheder",
        hint: "Skoler, dagtilbud, plejecentre og andre enheder med eget budget.",
        width: "input-char-4",
        kind: field::COUNT,
        get: |profile| profile.units,
        set: |profile, value| profile.units = value,
    },
];

pub(super) const VOLUMES: [NumberSpec; 2] = [
    NumberSpec {
        key: "profile.payslips",
        label: "Lønsedler om året",
        hint: "Må være et skøn.",
        width: "input-char-8",
        kind: field::COUNT,
        get: |profile| profile.payslips,
        set: |profile, value| profile.payslips = value,
    },
    NumberSpec {
        key: "profile.invoices",
        label: "Leverandørfakturaer om året",
        hint: "Må være et skøn.",
        width: "input-char-8",
        kind: field::COUNT,
        get: |profile| profile.invoices,
        set: |profile, value| profile.invoices = value,
    },
];

pub(super) fn spec_of(number: &NumberSpec) -> FieldSpec {
    FieldSpec {
        key: number.key.to_owned(),
        kind: number.kind,
        required: false,
    }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the field has checked that the number is whole and in range"
)]
pub(super) fn to_whole(value: f64) -> u32 {
    value as u32
}

pub(super) fn population_hint(app: App) -> String {
    match app
        .with_round(|round| round.profile.population_year)
        .flatten()
    {
        Some(year) => format!("Danmarks Statistik, FOLK1A, 1. januar {year}. Kan rettes."),
        None => "Antal indbyggere.".to_owned(),
    }
}

#[component]
pub(super) fn ProfileNumber(
    number: &'static NumberSpec,
    #[prop(into, optional)] hint: Option<Signal<String>>,
) -> impl IntoView {
    let app = app();
    let hint = hint.unwrap_or_else(|| Signal::stored(number.hint.to_owned()));
    view! {
        <NumberField
            spec=spec_of(number)
            label=number.label
            hint
            width=number.width
            value=Signal::derive(move || {
                app.with_round(|round| (number.get)(&round.profile)).flatten().map(f64::from)
            })
            edit=Callback::new(move |value: Option<f64>| {
                change(app, |profile| (number.set)(profile, value.map(to_whole)))
            })
        />
    }
}
