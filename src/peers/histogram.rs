//! How many municipalities gave each answer to an activity, where single answers are not shown.
//!
//! Owns the shape and its check. Which bars may be shown is decided in [`super::anonymity`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::catalogue;
use crate::domain::ids::ActivityId;
use crate::domain::rating::{Degree, Dimension, PerDimension, Place};

/// The bars of one dimension: places from institution to external (by the largest share of the
/// cases), or degrees from manual to full.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Histogram {
    /// How many municipalities answered.
    pub n: u32,
    /// How many gave each answer; none where that is not shown.
    pub bars: Vec<Option<u32>>,
}

/// The histograms of one activity; none where no bar can be shown.
pub type Histograms = PerDimension<Option<Histogram>>;

/// How many answers there are in a dimension.
#[must_use]
pub const fn bars_of(dimension: Dimension) -> usize {
    match dimension {
        Dimension::Centralisation => Place::ALL.len(),
        Dimension::Process | Dimension::Solution => Degree::ALL.len(),
    }
}

/// Checks that histograms hold together.
///
/// # Errors
/// Says what is wrong and where.
pub(super) fn check(histograms: &BTreeMap<ActivityId, Histograms>) -> Result<(), String> {
    for (&id, of_activity) in histograms {
        let fail = |text: String| Err(format!("histograms.{id}: {text}"));
        if catalogue::activity(id).is_none() {
            return fail("there is no such activity".to_owned());
        }
        for dimension in Dimension::ALL {
            let Some(Histogram { n, bars }) = of_activity.get(dimension) else {
                continue;
            };
            let expected = bars_of(dimension);
            if bars.len() != expected {
                return fail(format!("{} bars, not {expected}", bars.len()));
            }
            let sum: u64 = bars.iter().flatten().map(|&bar| u64::from(bar)).sum();
            let all_shown = bars.iter().all(Option::is_some);
            if sum > u64::from(*n) || (all_shown && sum != u64::from(*n)) {
                return fail(format!("the bars sum to {sum}, n is {n}"));
            }
        }
    }
    Ok(())
}
