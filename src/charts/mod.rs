//! Charts: from plain numbers to a chart specification of plotly.
//!
//! Pure: numbers and texts in, a specification as JSON out. Runs in the document worker, so that
//! the chart crate does not weigh on the start. Does not draw, and does not know scores or peers:
//! what is shown is decided by the page, which also has the numbers as a table.

pub mod positions;

use serde::{Deserialize, Serialize};

/// What the page asks the worker for.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(tag = "chart", rename_all = "snake_case")]
pub enum Request {
    /// Own scores beside the group's, area by area.
    Positions(positions::Positions),
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
        Request::Positions(positions) => positions::specification(positions),
    }
}
