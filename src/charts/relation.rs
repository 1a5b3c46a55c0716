//! Organisation or digitalisation against resources: one small chart per area.
//!
//! Every municipality of the group is an open circle, the own one a filled diamond. No line is
//! drawn through them: the chart never says that one thing is the cause of the other.

use serde::{Deserialize, Serialize};

/// The numbers of the chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Relation {
    /// Name of the municipality.
    pub own: String,
    /// Name of the group.
    pub group: String,
    /// How many panels stand beside each other; 0 counts as 1. Three at most are readable.
    pub columns: usize,
    /// The panels, row by row.
    pub panels: Vec<Panel>,
}

/// One small chart: an area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    /// Title of the area.
    pub title: String,
    /// What is measured along x.
    pub x_title: String,
    /// End of the scale along x, which begins at 0.
    pub x_max: f64,
    /// What is measured along y, from 0.
    pub y_title: String,
    /// The municipalities of the group.
    pub group: Vec<Point>,
    /// The own municipality; none where a number is missing.
    pub own: Option<Point>,
    /// Where a click on the panel's marks leads.
    pub href: Option<String>,
}

/// A municipality.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Point {
    /// Along x.
    pub x: f64,
    /// Along y.
    pub y: f64,
    /// Its name, where it may be shown.
    pub name: Option<String>,
}

#[cfg(feature = "documents")]
mod drawing;
#[cfg(feature = "documents")]
mod grid;
#[cfg(all(test, feature = "documents"))]
mod tests;

#[cfg(feature = "documents")]
pub use drawing::specification;
