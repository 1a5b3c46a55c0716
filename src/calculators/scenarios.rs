//! The low, the expected and the high scenario of a business case.
//!
//! A scenario is low or high by its *result*, not by its inputs: a high cost belongs to the low
//! scenario. So each uncertain input is tried at both ends with the others as expected, and the end
//! that makes the result smaller goes into the low scenario, the other one into the high one. That
//! assumes that an input works in one direction. Where a formula does not, the combination can
//! miss; therefore the low scenario is the smallest and the high scenario the largest result among
//! the combination, the single moves and the expected one: it is always low <= expected <= high,
//! as far as the results can be computed.

use super::grid::Grid;
use super::model::Model;
use super::run::{Run, Values};
use super::sensitivity::Moved;
use crate::domain::scenario::PerScenario;

/// The number that scenarios and swings of a model are measured by.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    /// The result of all years, kr.
    Result,
    /// The freed FTE summed over the years, where the grid has no money.
    Fte,
    /// A formula, in its own unit, where there is no grid.
    Output(String),
}

impl Target {
    /// That of a model.
    #[must_use]
    pub fn of(model: &Model) -> Self {
        use super::grid::Row;
        match &model.grid {
            Some(horizon) if horizon.rows().any(|(row, _)| row != Row::Fte) => Self::Result,
            Some(_) => Self::Fte,
            None => Self::Output(model.outputs.first().cloned().unwrap_or_default()),
        }
    }

    /// Its value; none where it could not be computed.
    #[must_use]
    pub fn value(&self, run: &Run) -> Option<f64> {
        let grid = run.grid.as_ref();
        match self {
            Self::Result => grid.map(Grid::total),
            Self::Fte => grid.map(|grid| grid.fte.iter().sum()),
            Self::Output(name) => run.values.get(name).copied(),
        }
    }
}

/// The scenarios. `moved` are the uncertain inputs at their ends, `compute` runs the model.
pub(super) fn choose(
    target: &Target,
    expected: Run,
    values: &Values,
    moved: &[Moved],
    compute: &dyn Fn(&Values) -> Run,
) -> PerScenario<Run> {
    let (mut worse, mut better) = (values.clone(), values.clone());
    for one in moved {
        let rises = match (target.value(&one.low), target.value(&one.high)) {
            (Some(low), Some(high)) => low <= high,
            _ => true,
        };
        let (low, high) = if rises {
            one.range
        } else {
            (one.range.1, one.range.0)
        };
        worse.insert(one.name, Some(low));
        better.insert(one.name, Some(high));
    }
    let low = outermost(target, compute(&worse), &expected, moved, |one, best| {
        one < best
    });
    let high = outermost(target, compute(&better), &expected, moved, |one, best| {
        one > best
    });
    PerScenario {
        low,
        expected,
        high,
    }
}

/// The combination, unless a simpler run lies further out. A combination whose result is undefined
/// stays: it must be seen that the scenario cannot be computed.
fn outermost(
    target: &Target,
    combination: Run,
    expected: &Run,
    moved: &[Moved],
    is_further: fn(f64, f64) -> bool,
) -> Run {
    let Some(mut best) = target.value(&combination) else {
        return combination;
    };
    let mut found = combination;
    let single = moved.iter().flat_map(|one| [&one.low, &one.high]);
    for run in std::iter::once(expected).chain(single) {
        if let Some(value) = target.value(run).filter(|&value| is_further(value, best)) {
            best = value;
            found = run.clone();
        }
    }
    found
}
