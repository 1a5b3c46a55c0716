//! Low, expected and high: three numbers where one would promise too much.
//!
//! Owns the three and how a range of the plan becomes them. A scenario is computed through from
//! one end to the other; scenarios are never mixed.

use super::decisions::Range;

/// Which of the three numbers of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Scenario {
    /// The lowest that is thought possible.
    Low,
    /// What is expected.
    Expected,
    /// The highest that is thought possible.
    High,
}

impl Scenario {
    /// From low to high.
    pub const ALL: [Self; 3] = [Self::Low, Self::Expected, Self::High];
}

/// One value for each scenario.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct PerScenario<T> {
    /// The lowest that is thought possible.
    pub low: T,
    /// What is expected.
    pub expected: T,
    /// The highest that is thought possible.
    pub high: T,
}

impl<T> PerScenario<T> {
    /// Makes the value of each scenario.
    pub fn from_fn(mut make: impl FnMut(Scenario) -> T) -> Self {
        Self {
            low: make(Scenario::Low),
            expected: make(Scenario::Expected),
            high: make(Scenario::High),
        }
    }

    /// The value of one scenario.
    pub const fn get(&self, scenario: Scenario) -> &T {
        match scenario {
            Scenario::Low => &self.low,
            Scenario::Expected => &self.expected,
            Scenario::High => &self.high,
        }
    }

    /// The same of each.
    pub fn map<U>(&self, of: impl Fn(&T) -> U) -> PerScenario<U> {
        PerScenario {
            low: of(&self.low),
            expected: of(&self.expected),
            high: of(&self.high),
        }
    }

    /// Whether something holds of any scenario.
    pub fn any(&self, holds: impl Fn(&T) -> bool) -> bool {
        Scenario::ALL
            .into_iter()
            .any(|scenario| holds(self.get(scenario)))
    }
}

impl PerScenario<f64> {
    /// The three numbers of a range; nothing where the expected one is not known. A bound that is
    /// not given is the expected number.
    #[must_use]
    pub fn of_range(range: Range) -> Option<Self> {
        let expected = range.expected?;
        Some(Self {
            low: range.low.unwrap_or(expected),
            expected,
            high: range.high.unwrap_or(expected),
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_bound_that_is_not_given_is_the_expected_number() {
        let range = Range {
            high: Some(5.0),
            expected: Some(3.0),
            low: None,
        };
        let three = PerScenario::of_range(range).unwrap();
        assert_eq!((three.low, three.expected, three.high), (3.0, 3.0, 5.0));
    }

    #[test]
    fn bounds_without_an_expected_number_say_nothing() {
        let range = Range {
            low: Some(1.0),
            high: Some(5.0),
            expected: None,
        };
        assert_eq!(PerScenario::of_range(range), None);
    }
}
