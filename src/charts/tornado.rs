//! What a result depends on most: how far it moves when one input is low or high.
//!
//! One row per input, in the order given, with two bars from the expected result: the low input's
//! is hatched, the high one's is not. Where both lead to the same side, one lies below the other.
//! The texts of both stand below the bars.

use serde::{Deserialize, Serialize};

/// The numbers of the chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Tornado {
    /// The result when every input is as expected.
    pub base: f64,
    /// The same in words: `1,2 mio. kr.`
    pub base_text: String,
    /// The unit of all results. With `kr.` the axis counts in kr., t.kr. or mio. kr. as fits; any
    /// other unit is shown as it is.
    pub unit: String,
    /// The inputs, the one that moves most first; of more than ten the rest are left out.
    pub rows: Vec<Row>,
}

/// An input.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// What it is called.
    pub title: String,
    /// The result when it is low.
    pub low_value: f64,
    /// The result when it is high.
    pub high_value: f64,
    /// The low input and its result in words: `120 → 1,2 mio. kr.`
    pub low_text: String,
    /// The high input and its result in words.
    pub high_text: String,
}

#[cfg(feature = "documents")]
mod drawing;
#[cfg(all(test, feature = "documents"))]
mod tests;

#[cfg(feature = "documents")]
pub use drawing::specification;
