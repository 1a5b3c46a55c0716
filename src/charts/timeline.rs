//! The action plan over time: one row per action, with its title above its bar.
//!
//! The bar's pattern says how far the action is; milestones are diamonds, filled where they are
//! reached; a triangle below the bar says when the gain begins. An action of which one end is not
//! known has an arrow there instead of a bar, and one without dates says so. Days are numbers, so
//! that no time zone can move them.

use serde::{Deserialize, Serialize};

pub use crate::domain::decisions::Status;

/// The numbers of the chart. Days are counted from 1 January 1970; those before 1900 or after 2199
/// are no days of a plan and are left out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Timeline {
    /// Today.
    pub today: i64,
    /// The actions, from the top.
    pub rows: Vec<Row>,
}

/// An action.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// What it is called.
    pub title: String,
    /// Its first day.
    pub start: Option<i64>,
    /// Its last day; one before `start` counts as not known.
    pub end: Option<i64>,
    /// How far it is.
    pub status: Status,
    /// Its milestones, in any order.
    pub milestones: Vec<Milestone>,
    /// The first day on which it gives a gain.
    pub gain_from: Option<i64>,
    /// Where a click on its marks leads.
    pub href: Option<String>,
}

/// A milestone.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Milestone {
    /// When it is due.
    pub day: i64,
    /// What it is called.
    pub title: String,
    /// Whether it is reached.
    pub done: bool,
}

#[cfg(feature = "documents")]
mod drawing;
#[cfg(feature = "documents")]
mod marks;
#[cfg(feature = "documents")]
mod placing;
#[cfg(feature = "documents")]
mod quarters;
#[cfg(all(test, feature = "documents"))]
mod tests;

#[cfg(feature = "documents")]
pub use drawing::specification;
