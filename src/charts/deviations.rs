//! How far the own scores lie from the group's: one row per area, one column of bars per
//! dimension.
//!
//! Every column shows the same share of its scale, so that 0.1 of 3 looks as small as it is.
//! Above and below are neither good nor bad: two neutral colours, and bars below are hatched, so
//! that a print without colours says the same. An area without a deviation has no bar and no
//! number.

use serde::{Deserialize, Serialize};

use super::AreaName;

/// The numbers of the chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Deviations {
    /// The areas, from the top.
    pub areas: Vec<AreaName>,
    /// The columns.
    pub panels: Vec<Panel>,
}

/// One column: a dimension.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    /// Title of the dimension.
    pub title: String,
    /// End of the dimension's scale, which begins at 0.
    pub max: f64,
    /// Own score less the group's, of each area; from -`max` to `max`.
    pub values: Vec<Option<f64>>,
}

#[cfg(feature = "documents")]
mod drawing;
#[cfg(all(test, feature = "documents"))]
mod tests;

#[cfg(feature = "documents")]
pub use drawing::specification;
