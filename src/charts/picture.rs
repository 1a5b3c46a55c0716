//! The administrative picture of a domain: each area by how central, how digital and how large it
//! is.
//!
//! The area of a circle is the area's FTE. An area whose FTE nobody has given is a small open
//! square, so that it is not read as none. Marks at the very same place share one label, and each
//! of them names them all when it is pointed at. The group's means are open diamonds.

use serde::{Deserialize, Serialize};

/// The numbers of the chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// Name of the municipality.
    pub own: String,
    /// Its areas, in any order.
    pub marks: Vec<Mark>,
    /// The group's means, whose `fte` is not shown; may be empty.
    pub group: Vec<Mark>,
    /// Name of the group.
    pub group_name: String,
}

/// An area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Mark {
    /// What stands beside the mark: `E04`.
    pub label: String,
    /// The area's title.
    pub title: String,
    /// Centralisation, 0 to 3.
    pub x: f64,
    /// Digitalisation, 0 to 1: the mean of process and solution.
    pub y: f64,
    /// FTE, from 0; none if nobody has given them.
    pub fte: Option<f64>,
    /// Where a click on the mark leads.
    pub href: Option<String>,
}

#[cfg(feature = "documents")]
mod drawing;
#[cfg(feature = "documents")]
mod notes;
#[cfg(all(test, feature = "documents"))]
mod tests;

#[cfg(feature = "documents")]
pub use drawing::specification;
