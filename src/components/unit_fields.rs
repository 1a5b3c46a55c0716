//! What is known of a unit: its name, kind, employees and invoices. Uses the app's context.

use leptos::prelude::*;

use crate::components::erased::view;
use crate::components::field::{FieldSpec, NumberField};
use crate::domain::edit::Edit;
use crate::domain::field;
use crate::domain::ids::UnitId;
use crate::domain::unit::Unit;
use crate::state::{App, app};

/// The edit that changes a unit.
fn change(app: App, id: &UnitId, change: impl FnOnce(&mut Unit)) -> Edit {
    let mut unit = app
        .peek_round(|round| round.units.get(id).cloned())
        .flatten()
        .unwrap_or_default();
    change(&mut unit);
    Edit::SetUnit {
        round: app.round_id(),
        id: id.clone(),
        unit: Some(Box::new(unit)),
    }
}

/// The fields of one unit.
#[component]
pub fn UnitFields(id: UnitId) -> impl IntoView {
    let app = app();
    let key = id.0.clone();
    let id = StoredValue::new(id);
    let unit = move || {
        app.with_round(|round| id.with_value(|id| round.units.get(id).cloned()))
            .flatten()
            .unwrap_or_default()
    };
    let text = move |what: &'static str,
                     label: &'static str,
                     read: fn(&mut Unit) -> &mut String| {
        let field = format!("units.{key}.{what}");
        view! {
            <div class="form-group">
                <label class="form-label" for=field.clone()>{label}</label>
                <input
                    class="form-input"
                    id=field
                    type="text"
                    maxlength="200"
                    autocomplete="off"
                    prop:value=move || read(&mut unit()).clone()
                    on:change=move |event| {
                        let text = event_target_value(&event).trim().to_owned();
                        app.edit(id.with_value(|id| change(app, id, |unit| *read(unit) = text)));
                    }
                />
            </div>
        }
    };
    let number =
        move |what: &'static str, label: &'static str, read: fn(&mut Unit) -> &mut Option<u32>| {
            let spec = FieldSpec {
                key: id.with_value(|id| format!("units.{}.{what}", id.0)),
                kind: field::COUNT,
                required: false,
            };
            #[allow(
                clippy::cast_possible_truncation,
                clippy::cast_sign_loss,
                reason = "the field takes whole numbers of u32 only"
            )]
            let edit = move |value: Option<f64>| {
                let value = value.map(|value| value as u32);
                id.with_value(|id| change(app, id, |unit| *read(unit) = value))
            };
            view! {
                <NumberField
                    spec
                    label
                    width="input-char-8"
                    value=Signal::derive(move || read(&mut unit()).map(f64::from))
                    edit=Callback::new(edit)
                />
            }
        };
    view! {
        <div class="unit-fields">
            {text("name", "Enhedens navn", |unit| &mut unit.name)}
            {text("kind", "Type, fx Skole", |unit| &mut unit.kind)}
            {number("employees", "Ansatte (personer)", |unit| &mut unit.employees)}
            {number("invoices", "Fakturaer om året", |unit| &mut unit.invoices)}
        </div>
    }
}
