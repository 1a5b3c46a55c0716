//! Gains and costs year by year, with what they have come to.
//!
//! Every year is a stack of bars: gains upwards from 0, costs downwards, each series with a
//! pattern of its own. Beside the stack a mark says what the year comes to, with a line from the
//! low to the high assessment where there is one; a line of squares adds the years up.

use serde::{Deserialize, Serialize};

/// The numbers of the chart; all are kr.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Years {
    /// What the years are called, from the first: `2027` or `År 1`.
    pub years: Vec<String>,
    /// What the bars are made of, from the inside.
    pub series: Vec<Series>,
    /// The sum of all years up to each; empty: no line.
    pub accumulated: Vec<f64>,
    /// What each year comes to in the low and in the high assessment; empty: no lines.
    pub band: Vec<Band>,
}

/// One kind of gain or cost.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Series {
    /// What it is called.
    pub name: String,
    /// One amount per year: gains above 0, costs below.
    pub values: Vec<f64>,
}

/// What a year comes to at the least and at the most.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct Band {
    /// In the low assessment.
    pub low: f64,
    /// In the high assessment.
    pub high: f64,
}

#[cfg(feature = "documents")]
mod drawing;
#[cfg(feature = "documents")]
mod patterns;
#[cfg(all(test, feature = "documents"))]
mod tests;

#[cfg(feature = "documents")]
pub use drawing::specification;
