//! Bemanding: the staff sheet.
//!
//! Three tables of rows (teams, units, purchases), each with its spread over areas, and the sums
//! per area and level. Sums come from [`crate::scoring::resources`].

mod number;
mod row;
mod rows;
mod split;
mod sums;
mod words;

use leptos::prelude::*;

use crate::components::csv_button::CsvButton;
use crate::components::erased::{live, view};
use crate::components::errors::{ErrorSummary, PageError};
use crate::components::field::{FieldSpec, NumberField, error_of};
use crate::components::outcome::OutcomePanel;
use crate::components::undo::UndoButtons;
use crate::domain::amount::Amount;
use crate::domain::edit::Edit;
use crate::domain::field;
use crate::domain::ids::RowId;
use crate::domain::staff::{StaffKind, StaffRow};
use crate::requests::TableName;
use crate::state::{App, app};

use rows::RowsTable;
use sums::Sums;

/// The page.
#[component]
pub fn Staff() -> impl IntoView {
    let app = app();
    let errors = Memo::new(move |_| page_errors(app));
    view! {
        <h1 tabindex="-1">"Bemanding"</h1>
        <ErrorSummary errors />
        <p class="lead">
            "Skriv, hvor mange årsværk der løser opgaverne. Tag hold og funktioner, ikke personer, og regn ledere, ubesatte stillinger og elever med. Tallene gør det muligt at holde organiseringen op mod det, den koster."
        </p>
        <div class="buttons no-print">
            <UndoButtons />
        </div>
        <Count />
        <RowsTable kind=StaffKind::Team />
        <RowsTable kind=StaffKind::Units />
        <RowsTable kind=StaffKind::Purchase />
        <Sums />
        <CsvButton table=TableName::Staff name="bemanding" />
        <CsvButton table=TableName::Resources name="ressourcer" />
        <OutcomePanel />
    }
}

fn total_spec() -> FieldSpec {
    FieldSpec {
        key: "staff.total".to_owned(),
        kind: field::FTE,
        required: false,
    }
}

fn page_errors(app: App) -> Vec<PageError> {
    let total = error_of(app, &total_spec()).map(|text| PageError {
        field: total_spec().key,
        text: format!("Årsværk i alt: {text}"),
    });
    let rows = app
        .with_round(|round| round.staff.clone())
        .unwrap_or_default();
    total
        .into_iter()
        .chain(rows.iter().flat_map(|row| row::errors(app, row)))
        .collect()
}

/// The edit that sets one row.
fn set_row(app: App, id: RowId, row: Option<StaffRow>) -> Edit {
    Edit::SetStaffRow {
        round: app.round_id(),
        id,
        row: row.map(Box::new),
    }
}

/// The edit that changes one row.
fn change_row(app: App, id: RowId, change: impl FnOnce(&mut StaffRow)) -> Edit {
    let row = app
        .peek_round(|round| round.staff.iter().find(|row| row.id == id).cloned())
        .flatten()
        .map(|mut row| {
            change(&mut row);
            row
        });
    set_row(app, id, row)
}

/// When the staff was counted, and the total known from elsewhere.
#[component]
fn Count() -> impl IntoView {
    let app = app();
    let date = live(move || {
        app.with_round(|round| round.staff_date.clone())
            .flatten()
            .unwrap_or_default()
    });
    let set = move |date: Option<String>, total: Option<Amount>| Edit::SetStaffCount {
        round: app.round_id(),
        date,
        total,
    };
    let total_now = move || app.peek_round(|round| round.staff_total).flatten();
    let date_now = move || app.peek_round(|round| round.staff_date.clone()).flatten();
    view! {
        <form class="form" novalidate=true on:submit=|event| event.prevent_default()>
            <div class="form-row">
                <div class="form-group">
                    <label class="form-label" for="staff.date">"Opgjort pr."</label>
                    <span class="form-hint" id="staff.date-hint">
                        "Den dag, normeringen er talt op."
                    </span>
                    <input
                        class="form-input input-char-11"
                        id="staff.date"
                        type="date"
                        aria-describedby="staff.date-hint"
                        prop:value=date
                        on:change=move |event| {
                            let text = event_target_value(&event);
                            let date = field::check_date(&text).is_ok().then_some(text);
                            app.edit(set(date, total_now()));
                        }
                    />
                </div>
                <NumberField
                    spec=total_spec()
                    label="Årsværk i alt ifølge jeres egne tal"
                    hint="Valgfrit. Bruges til at kontrollere, at bemandingen er fuldstændig."
                    width="input-char-8"
                    value=Signal::derive(move || {
                        app.with_round(|round| round.staff_total).flatten().map(Amount::to_f64)
                    })
                    edit=Callback::new(move |value: Option<f64>| {
                        set(date_now(), value.and_then(Amount::from_f64))
                    })
                />
            </div>
        </form>
    }
}
