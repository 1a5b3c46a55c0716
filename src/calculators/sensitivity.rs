//! How far each uncertain input alone moves the result: the bars of a tornado.
//!
//! One input at a time is at its lowest and its highest value, all others as expected. What the
//! result is for a model is in [`super::scenarios::Target`].

use super::inputs::InputState;
use super::run::{Run, Values};
use super::scenarios::Target;
use crate::sorting;

/// One bar.
#[derive(Clone, Debug, PartialEq)]
pub struct Swing {
    /// The input.
    pub input: String,
    /// The result at the input's lowest value, in the unit of the target; none where it is
    /// undefined.
    pub at_low: Option<f64>,
    /// The result at the input's highest value.
    pub at_high: Option<f64>,
    /// How far apart the smallest and the largest of the two and the expected result are.
    pub size: f64,
}

/// The runs with one uncertain input at its ends.
pub(super) struct Moved<'a> {
    pub name: &'a str,
    /// Its lowest and highest value, in its own unit.
    pub range: (f64, f64),
    pub low: Run,
    pub high: Run,
}

/// Moves every input that has a range, in the order of their names.
pub(super) fn moved<'a>(
    states: &'a [InputState],
    values: &Values<'a>,
    compute: &dyn Fn(&Values) -> Run,
) -> Vec<Moved<'a>> {
    let at = |name: &'a str, value: f64| {
        let mut values = values.clone();
        values.insert(name, Some(value));
        compute(&values)
    };
    let mut moved: Vec<Moved> = states
        .iter()
        .filter_map(|state| {
            let (name, range) = (state.name.as_str(), state.range()?);
            Some(Moved {
                name,
                range,
                low: at(name, range.0),
                high: at(name, range.1),
            })
        })
        .collect();
    sorting::sort_by_key(&mut moved, |one| one.name);
    moved
}

/// The bars, the largest first, those of one size by name. None where the expected result is
/// undefined.
pub(super) fn swings(target: &Target, expected: &Run, moved: &[Moved]) -> Vec<Swing> {
    let Some(expected) = target.value(expected) else {
        return Vec::new();
    };
    let mut swings: Vec<Swing> = moved
        .iter()
        .map(|one| {
            let (at_low, at_high) = (target.value(&one.low), target.value(&one.high));
            let ends = || [at_low, at_high].into_iter().flatten();
            let largest = ends().fold(expected, f64::max);
            let smallest = ends().fold(expected, f64::min);
            Swing {
                input: one.name.to_owned(),
                at_low,
                at_high,
                size: largest - smallest,
            }
        })
        .collect();
    sorting::sort_by(&mut swings, |one, other| other.size.total_cmp(&one.size));
    swings
}
