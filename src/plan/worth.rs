//! What something is worth in a year, made of the years of a business case ([`Grid`]).
//!
//! Owns the amounts of a year and their sums. Where the numbers come from is no matter here.

use std::ops::Add;

use super::scenario::finite;
use crate::calculators::Grid;
use crate::domain::scenario::PerScenario;

/// What something is worth in one year, or in several together.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Amounts {
    /// Freed FTE: the level that is reached, not the increase.
    pub fte: f64,
    /// Kr. that leave the budget for real.
    pub cash: f64,
    /// Kr.: value of time that is freed, and released only if someone decides so.
    pub capacity: f64,
    /// Kr.: yearly cost, positive.
    pub running: f64,
    /// Kr.: one-off cost, positive.
    pub investment: f64,
}

impl Amounts {
    /// One year of a business case, from 0; nothing in the years that a row lacks.
    #[must_use]
    pub fn of(grid: &Grid, index: usize) -> Self {
        let of = |row: &[f64]| row.get(index).copied().map_or(0.0, finite);
        Self {
            fte: of(&grid.fte),
            cash: of(&grid.cash),
            capacity: of(&grid.capacity),
            running: of(&grid.running),
            investment: of(&grid.investment),
        }
    }

    /// Cash and capacity less running cost and investment, kr. (004 p. 22, 36-37).
    #[must_use]
    pub fn result(self) -> f64 {
        self.cash + self.capacity - self.running - self.investment
    }
}

impl Add for Amounts {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self {
            fte: self.fte + other.fte,
            cash: self.cash + other.cash,
            capacity: self.capacity + other.capacity,
            running: self.running + other.running,
            investment: self.investment + other.investment,
        }
    }
}

/// The years of a business case in each scenario.
pub type Worth = PerScenario<Grid>;

impl Worth {
    /// Number of years that the case is computed for: those of the longest scenario.
    #[must_use]
    pub fn years(&self) -> usize {
        self.low
            .years()
            .max(self.expected.years())
            .max(self.high.years())
    }
}
