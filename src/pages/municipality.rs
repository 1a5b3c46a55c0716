//! Kommune: the profile of the municipality in the year of the round.
//!
//! The page, its errors and the edit of the profile; each group of fields has its own module.

mod domains;
mod levels;
mod numbers;
mod operation;
mod questions;
mod select;
mod systems;

use leptos::prelude::*;

use crate::components::erased::view;
use crate::components::errors::{ErrorSummary, PageError};
use crate::components::field::{FieldSpec, NumberField, error_of};
use crate::components::undo::UndoButtons;
use crate::domain::edit::Edit;
use crate::domain::field;
use crate::domain::profile::Profile;
use crate::route::Route;
use crate::state::{App, app};

use domains::{Domains, NO_DOMAIN};
use levels::LevelNames;
use numbers::{
    NumberSpec, POPULATION, ProfileNumber, SIZE, VOLUMES, population_hint, spec_of, to_whole,
};
use operation::OperationFields;
use select::MunicipalitySelect;
use systems::{EconomySystemField, PayrollSystemField};

/// The page.
#[component]
pub fn Municipality() -> impl IntoView {
    let app = app();
    let errors = Memo::new(move |_| page_errors(app));
    view! {
        <h1 tabindex="-1">"Kommune"</h1>
        <ErrorSummary errors />
        <p class="lead">
            "Oplysningerne beskriver kommunen i det år, besvarelsen gælder. De indgår ikke i nogen score. Alt på siden kan rettes senere."
        </p>
        <form class="form" novalidate=true on:submit=|event| event.prevent_default()>
            <fieldset class="form-section">
                <legend>
                    <h2>"Kommunen"</h2>
                </legend>
                <MunicipalitySelect />
                <NumberField
                    spec=year_spec()
                    label="År, besvarelsen gælder"
                    hint="Svar ud fra, hvordan opgaverne løses i dette år."
                    width="input-char-4"
                    value=Signal::derive(move || {
                        app.with_round(|round| f64::from(round.year))
                    })
                    edit=Callback::new(move |value: Option<f64>| Edit::SetYear {
                        round: app.round_id(),
                        year: value
                            .and_then(|value| u16::try_from(to_whole(value)).ok())
                            .unwrap_or_default(),
                    })
                />
                <ProfileNumber number=&POPULATION hint=Signal::derive(move || population_hint(app)) />
                {SIZE.iter().map(|number| view! { <ProfileNumber number /> }).collect_view()}
            </fieldset>
            <fieldset class="form-section">
                <legend>
                    <h2>"Systemer og mængder"</h2>
                </legend>
                <EconomySystemField />
                <PayrollSystemField />
                {VOLUMES.iter().map(|number| view! { <ProfileNumber number /> }).collect_view()}
            </fieldset>
            <LevelNames />
            <Domains />
            <OperationFields />
            <p class="muted">"Oplysningerne gemmes, mens I skriver. "<UndoButtons /></p>
            <div class="buttons">
                <a class="button button-primary" href=Route::Survey.href()>"Videre til skemaet"</a>
            </div>
        </form>
    }
}

fn page_errors(app: App) -> Vec<PageError> {
    let error = |spec: FieldSpec, label: &str| {
        let text = error_of(app, &spec)?;
        Some(PageError {
            field: spec.key,
            text: format!("{label}: {text}"),
        })
    };
    let number = |number: &NumberSpec| error(spec_of(number), number.label);
    let mut errors = Vec::from_iter(error(year_spec(), "År, besvarelsen gælder"));
    let profile = std::iter::once(&POPULATION).chain(&SIZE).chain(&VOLUMES);
    errors.extend(profile.filter_map(number));
    if app.with_round(|round| round.profile.domains.is_empty()) == Some(true) {
        errors.push(PageError {
            field: "domain-E".to_owned(),
            text: NO_DOMAIN.to_owned(),
        });
    }
    errors.extend(questions::numbers().filter_map(number));
    errors
}

fn year_spec() -> FieldSpec {
    FieldSpec {
        key: "profile.year".to_owned(),
        kind: field::YEAR,
        required: true,
    }
}

/// The edit that changes the profile.
fn change(app: App, change: impl FnOnce(&mut Profile)) -> Edit {
    let mut profile = app
        .peek_round(|round| round.profile.clone())
        .unwrap_or_default();
    change(&mut profile);
    Edit::SetProfile {
        round: app.round_id(),
        profile: Box::new(profile),
    }
}
