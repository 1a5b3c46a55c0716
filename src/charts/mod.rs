//! Charts: from plain numbers to a chart specification of plotly.
//!
//! Pure: numbers and texts in, a specification as JSON out. Runs in the document worker, so that
//! the chart crate does not weigh on the start. Does not draw, and does not know scores or peers:
//! what is shown is decided by the page, which also has the numbers as a table.
//!
//! Every chart is a plain type with a `specification` of its own. They have in common: Danish
//! numbers as finished text; shapes and patterns beside colours, so that a print without colours
//! says the same; the own mark drawn last; and a click on a mark that leads somewhere, whose
//! address is the only element of that mark's `customdata`.

pub mod deviations;
pub mod order;
pub mod picture;
pub mod relation;
pub mod shares;
pub mod strips;
pub mod timeline;
pub mod tornado;
pub mod years;

#[cfg(feature = "documents")]
mod labels;
#[cfg(feature = "documents")]
mod lines;
#[cfg(feature = "documents")]
mod money;
#[cfg(feature = "documents")]
mod rows;
#[cfg(feature = "documents")]
mod scale;
#[cfg(feature = "documents")]
mod sheet;
#[cfg(feature = "documents")]
mod style;
#[cfg(all(test, feature = "documents"))]
mod tests;

use serde::{Deserialize, Serialize};

/// A chart to be drawn.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "chart", rename_all = "snake_case")]
pub enum Request {
    /// The administrative picture: centralisation, digitalisation and FTE of each area.
    Picture(picture::Picture),
    /// How far the own scores lie from the group's, area by area.
    Deviations(deviations::Deviations),
    /// Where the own scores lie in the group, area by area.
    Strips(strips::Strips),
    /// Organisation or digitalisation against resources, area by area.
    Relation(relation::Relation),
    /// A published distribution and the own place in it.
    Shares(shares::Shares),
    /// The natural order of the proposals.
    Order(order::Order),
    /// The action plan over time.
    Timeline(timeline::Timeline),
    /// What a result depends on most.
    Tornado(tornado::Tornado),
    /// Gains and costs year by year.
    Years(years::Years),
}

/// An area as a row of a chart.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct AreaName {
    /// The whole title; the chart breaks or shortens it as it needs.
    pub title: String,
    /// Where a click on the area's marks leads.
    pub href: Option<String>,
}

/// A chart as plotly takes it: traces and layout.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Specification {
    /// The traces.
    pub data: serde_json::Value,
    /// The layout.
    pub layout: serde_json::Value,
}

/// Makes the specification of a chart.
#[cfg(feature = "documents")]
#[must_use]
pub fn specification(request: &Request) -> Specification {
    match request {
        Request::Picture(picture) => picture::specification(picture),
        Request::Deviations(deviations) => deviations::specification(deviations),
        Request::Strips(strips) => strips::specification(strips),
        Request::Relation(relation) => relation::specification(relation),
        Request::Shares(shares) => shares::specification(shares),
        Request::Order(order) => order::specification(order),
        Request::Timeline(timeline) => timeline::specification(timeline),
        Request::Tornado(tornado) => tornado::specification(tornado),
        Request::Years(years) => years::specification(years),
    }
}
