//! Numbers as they are shown: one decimal, Danish, a dash where there is none.

use leptos::prelude::*;

use crate::components::erased::view;
use crate::danish::format_number;
use crate::domain::ids::AreaId;
use crate::domain::rating::Dimension;
use crate::route::Route;
use crate::scoring::Coverage;

/// What stands where there is no number.
pub const NONE: &str = "–";

/// The name of a dimension, exactly as in KLK's tables.
#[must_use]
pub const fn dimension_title(dimension: Dimension) -> &'static str {
    match dimension {
        Dimension::Centralisation => "Centraliseringsgrad",
        Dimension::Process => "Digital proces",
        Dimension::Solution => "Digital løsning",
    }
}

/// A number of an area as a link to the answers behind it; a dash or a total stays a text.
pub fn linked(area: Option<AreaId>, text: String) -> AnyView {
    match area {
        Some(area) if text != NONE => {
            view! { <a class="number-link" href=Route::OverviewArea(area).href()>{text}</a> }
                .into_any()
        }
        _ => text.into_any(),
    }
}

/// A score: `2,7`.
#[must_use]
pub fn score(value: Option<f64>) -> String {
    value.map_or_else(|| NONE.to_owned(), |value| format_number(value, 1))
}

/// FTE: `4,2`.
#[must_use]
pub fn fte(value: Option<f64>) -> String {
    score(value)
}

/// A share in whole percent: `96 %`.
#[must_use]
pub fn percent(share: Option<f64>) -> String {
    share.map_or_else(
        || NONE.to_owned(),
        |share| format!("{} %", format_number(share * 100.0, 0)),
    )
}

/// How much is answered, in whole percent, rounded down so that 100 % means all.
#[must_use]
pub fn coverage(coverage: Coverage) -> String {
    coverage.share().map_or_else(
        || NONE.to_owned(),
        |_| format!("{} %", coverage.answered * 100 / coverage.relevant),
    )
}
