//! A number of a row: FTE, units, hours or kroner, and its cell.

use leptos::prelude::*;

use crate::components::erased::{live, view};
use crate::components::field::{FieldSpec, commit, error_of, shown_text};
use crate::domain::amount::Amount;
use crate::domain::field::{self, Kind};
use crate::domain::ids::RowId;
use crate::domain::staff::{StaffKind, StaffRow};
use crate::state::app;

use super::change_row;

/// A number of a row.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Number {
    Fte,
    Units,
    Hours,
    Kr,
}

impl Number {
    pub(super) const fn of(kind: StaffKind) -> &'static [Self] {
        match kind {
            StaffKind::Team => &[Self::Fte],
            StaffKind::Units => &[Self::Units, Self::Hours],
            StaffKind::Purchase => &[Self::Kr],
        }
    }

    pub(super) const fn title(self) -> &'static str {
        match self {
            Self::Fte => "Årsværk",
            Self::Units => "Antal",
            Self::Hours => "Timer om ugen",
            Self::Kr => "Kr. om året",
        }
    }

    const fn kind(self) -> Kind {
        match self {
            Self::Fte => field::FTE,
            Self::Units => field::COUNT,
            Self::Hours => field::HOURS,
            Self::Kr => field::KR,
        }
    }

    pub(super) fn spec(self, row: RowId) -> FieldSpec {
        let key = match self {
            Self::Fte => "fte",
            Self::Units => "number",
            Self::Hours => "hours",
            Self::Kr => "kr",
        };
        FieldSpec {
            key: format!("staff.{}.{key}", row.0),
            kind: self.kind(),
            required: false,
        }
    }

    fn get(self, row: &StaffRow) -> Option<f64> {
        match self {
            Self::Fte => row.fte.map(Amount::to_f64),
            Self::Units => row.number.map(f64::from),
            Self::Hours => row.hours_per_week.map(Amount::to_f64),
            Self::Kr => row.kr.map(f64::from),
        }
    }

    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the field has checked that the number is whole and in range"
    )]
    fn set(self, row: &mut StaffRow, value: Option<f64>) {
        let whole = value.map(|value| value as u32);
        let amount = value.and_then(Amount::from_f64);
        match self {
            Self::Fte => row.fte = amount,
            Self::Units => row.number = whole,
            Self::Hours => row.hours_per_week = amount,
            Self::Kr => row.kr = whole,
        }
    }
}

#[component]
pub(super) fn NumberCell(row: Memo<StaffRow>, name: Memo<String>, number: Number) -> impl IntoView {
    let app = app();
    let id = row.with_untracked(|row| row.id);
    let spec = StoredValue::new(number.spec(id));
    let key = spec.with_value(|spec| spec.key.clone());
    let error_id = format!("{key}-error");
    let error_ref = error_id.clone();
    let error = Memo::new(move |_| spec.with_value(|spec| error_of(app, spec)));
    let shown = live(move || {
        let value = row.with(|row| number.get(row));
        spec.with_value(|spec| shown_text(app, spec, value))
    });
    let take = move |event| {
        let text = event_target_value(&event);
        spec.with_value(|spec| {
            commit(app, spec, &text, |value| {
                change_row(app, id, |row| number.set(row, value))
            });
        });
    };
    view! {
        <td class="field-cell" role="cell" data-title=number.title()>
            <input
                class="form-input form-input--small form-input--num"
                id=key
                type="text"
                inputmode="decimal"
                autocomplete="off"
                aria-label=move || format!("{}, {}", number.title(), name.get())
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                aria-describedby=move || error.with(Option::is_some).then(|| error_ref.clone())
                prop:value=shown
                on:change=take
            />
            {move || {
                error
                    .get()
                    .map(|text| {
                        view! {
                            <span class="form-error-message" id=error_id.clone()>
                                <span class="sr-only">"Fejl: "</span>
                                {text}
                            </span>
                        }
                    })
            }}
        </td>
    }
}
