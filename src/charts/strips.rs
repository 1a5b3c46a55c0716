//! Where the own score lies in the group: one row per area, one column per dimension or number.
//!
//! How much of the group is shown follows what is known of it: its mean, its few values, its
//! range, or its quartiles. Every kind has a shape of its own, so that a print without colours
//! says the same. Nothing is coloured good or bad.

use serde::{Deserialize, Serialize};

use super::AreaName;

/// The numbers of the chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Strips {
    /// Name of the municipality.
    pub own: String,
    /// Name of the group.
    pub group: String,
    /// The areas, from the top.
    pub areas: Vec<AreaName>,
    /// The columns.
    pub panels: Vec<Panel>,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    /// What is measured.
    pub title: String,
    /// End of the scale, which begins at 0; none: as far as the numbers go.
    pub max: Option<f64>,
    /// How many decimals its numbers are read with, 0 to 3.
    pub decimals: u8,
    /// What is known of each area.
    pub rows: Vec<Strip>,
}

/// One area in one column.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Strip {
    /// The own number.
    pub own: Option<f64>,
    /// What it would be if the unanswered activities had the lowest or the highest answer.
    pub own_range: Option<(f64, f64)>,
    /// The group.
    pub spread: Option<Spread>,
}

/// What is shown of a group.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Spread {
    /// Only the mean is known.
    Mean(f64),
    /// So few that each is shown.
    Dots {
        /// The municipalities of the group, in any order.
        values: Vec<f64>,
        /// Their median.
        median: f64,
    },
    /// Too few for quartiles.
    Range {
        /// The smallest number.
        smallest: f64,
        /// The median.
        median: f64,
        /// The largest number.
        largest: f64,
    },
    /// Smallest, quartiles and largest.
    Quartiles {
        /// The smallest number.
        smallest: f64,
        /// A quarter of the group lies below.
        lower: f64,
        /// The median.
        median: f64,
        /// A quarter of the group lies above.
        upper: f64,
        /// The largest number.
        largest: f64,
    },
}

impl Spread {
    /// From the smallest to the largest, where there is a line between them.
    #[must_use]
    pub fn ends(&self) -> Option<(f64, f64)> {
        match self {
            Self::Range {
                smallest, largest, ..
            }
            | Self::Quartiles {
                smallest, largest, ..
            } => Some((*smallest, *largest)),
            Self::Mean(_) | Self::Dots { .. } => None,
        }
    }

    /// The quartiles, where they are known.
    #[must_use]
    pub fn quartiles(&self) -> Option<(f64, f64)> {
        match self {
            Self::Quartiles { lower, upper, .. } => Some((*lower, *upper)),
            _ => None,
        }
    }

    /// The median, where it is known.
    #[must_use]
    pub fn median(&self) -> Option<f64> {
        match self {
            Self::Dots { median, .. }
            | Self::Range { median, .. }
            | Self::Quartiles { median, .. } => Some(*median),
            Self::Mean(_) => None,
        }
    }
}

#[cfg(feature = "documents")]
mod drawing;
#[cfg(feature = "documents")]
mod kinds;
#[cfg(all(test, feature = "documents"))]
mod tests;

#[cfg(feature = "documents")]
pub use drawing::specification;
