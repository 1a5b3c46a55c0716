//! The natural order of proposals: boxes from the top, and arrows to what comes after.
//!
//! Boxes of one level stand beside each other; a level with more than there is room for takes more
//! rows. An arrow that is inferred is dashed. Where a plan breaks the order the arrow lies on a
//! broad line. Whether a box is chosen or done stands in it as a word. Says nothing of what the
//! order means: levels and arrows are the caller's.

use serde::{Deserialize, Serialize};

/// What the chart shows.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Order {
    /// How many boxes may stand beside each other, 1 to 4. A box of several needs about 150 pixels:
    /// two fit in a container of 320 pixels, three in 480, four in 640.
    pub columns: usize,
    /// The boxes; those of one level in the order in which they are given, unless another one
    /// makes the arrows cross less.
    pub steps: Vec<Step>,
    /// The arrows; those from or to a box that is not there are left out.
    pub edges: Vec<Edge>,
    /// Where the order is broken: from what should come first to what should come after. A pair
    /// without an arrow gets one.
    pub breaks: Vec<(String, String)>,
}

/// A box.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Step {
    /// What arrows call it; unique.
    pub id: String,
    /// What it is called. Soft hyphens say where a long word may be broken.
    pub title: String,
    /// The proposals in it: `M03 · M04`; may be empty.
    pub numbers: String,
    /// How far from the beginning it is, from 0; only the order of the levels counts.
    pub level: usize,
    /// What the plan does with it.
    pub state: State,
    /// Where a click on the box leads.
    pub href: Option<String>,
}

/// What a plan does with a box.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum State {
    /// Nothing.
    #[default]
    Plain,
    /// It is in the plan.
    Chosen,
    /// It is carried out.
    Done,
}

/// An arrow.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Edge {
    /// The box that comes first.
    pub from: String,
    /// The box that comes after.
    pub to: String,
    /// Whether the source says so; otherwise it is inferred.
    pub certain: bool,
}

#[cfg(feature = "documents")]
mod boxes;
#[cfg(feature = "documents")]
mod drawing;
#[cfg(feature = "documents")]
mod grid;
#[cfg(feature = "documents")]
mod routes;
#[cfg(all(test, feature = "documents"))]
mod tests;

#[cfg(feature = "documents")]
pub use drawing::specification;
