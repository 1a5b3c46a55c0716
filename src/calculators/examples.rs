//! Whether a model gives what its sources print.
//!
//! Computes an example with its inputs alone, without survey and years of a municipality, and
//! holds what comes out against what is expected. Also for the page that shows how models are
//! checked.

use std::collections::BTreeMap;

use crate::domain::decisions::Range;

use super::grid::Row;
use super::model::{Example, Model};
use super::{Known, evaluate};

/// One value that was expected, and what came out.
#[derive(Clone, Debug, PartialEq)]
pub struct Reproduced {
    /// What.
    pub of: What,
    /// What the source gives, in the formula's unit, kr or FTE.
    pub expected: f64,
    /// How far from it is right.
    pub tolerance: f64,
    /// What the source prints, where that is another text.
    pub printed: Option<String>,
    /// What the model gives; none where it gives nothing.
    pub got: Option<f64>,
}

/// What an expected value is of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A formula, by its name.
    Formula(String),
    /// A row of the grid and its year; 0 is the sum of all years.
    Cell(Row, u8),
}

impl Reproduced {
    /// Whether it is right.
    #[must_use]
    pub fn is_right(&self) -> bool {
        self.got
            .is_some_and(|got| (got - self.expected).abs() <= self.tolerance)
    }
}

/// Computes an example of a model.
#[must_use]
pub fn reproduce(model: &Model, example: &Example) -> Vec<Reproduced> {
    let inputs: BTreeMap<String, Range> = example
        .inputs
        .iter()
        .map(|(name, &value)| {
            let expected = Some(value);
            (
                name.clone(),
                Range {
                    expected,
                    ..Range::default()
                },
            )
        })
        .collect();
    let outcome = evaluate(model, &inputs, None, &Known::default()).outcome;
    let run = outcome.map(|outcome| outcome.expected).unwrap_or_default();
    let cell = |row: Row, year: u8| {
        let values = run.grid.as_ref()?.row(row);
        match year {
            0 => Some(values.iter().sum()),
            year => values.get(usize::from(year) - 1).copied(),
        }
    };
    let formulas = example.expect.iter().map(|one| Reproduced {
        of: What::Formula(one.of.clone()),
        expected: one.value,
        tolerance: one.tolerance,
        printed: one.printed.clone(),
        got: run.values.get(&one.of).copied(),
    });
    let cells = example.expect_grid.iter().map(|one| Reproduced {
        of: What::Cell(one.row, one.year),
        expected: one.value,
        tolerance: one.tolerance,
        printed: one.printed.clone(),
        got: cell(one.row, one.year),
    });
    formulas.chain(cells).collect()
}
