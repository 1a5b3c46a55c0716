//! What is put into a model: from where each value is, and what is wrong with it.
//!
//! Owns the order (what was given, else the survey's value, else the model's default) and the
//! checks at the field. Problems are data; their Danish words are the pages'. Computes nothing.

use std::collections::BTreeMap;

use crate::domain::decisions::Range;

use super::model::{Input, Model};
use super::{Known, LARGEST};
use crate::domain::scenario::PerScenario;

/// From where the expected value is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Origin {
    /// The municipality typed it.
    Given,
    /// The survey has it.
    Survey,
    /// The model's default, a number that a source prints.
    Default,
    /// Nowhere.
    Missing,
}

/// One of the three values of an input.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum End {
    /// The lowest.
    Low,
    /// The expected.
    Expected,
    /// The highest.
    High,
}

/// What is wrong with a number that was put in. Limits are in the input's own unit.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Problem {
    /// It is no number: infinite or undefined.
    NotFinite {
        /// Which value.
        end: End,
    },
    /// It is below what makes sense.
    Below {
        /// Which value.
        end: End,
        /// The least that is accepted.
        min: f64,
    },
    /// It is above what makes sense.
    Above {
        /// Which value.
        end: End,
        /// The most that is accepted.
        max: f64,
    },
    /// A percentage above 100.
    OverHundredPercent {
        /// Which value.
        end: End,
    },
    /// Only whole numbers make sense.
    NotWhole {
        /// Which value.
        end: End,
    },
    /// The lowest value is above the expected one.
    LowAboveExpected,
    /// The expected value is above the highest one.
    ExpectedAboveHigh,
    /// The lowest value is above the highest one, where no expected value is known.
    LowAboveHigh,
    /// A number of years that no business case runs over.
    Years {
        /// What was given.
        given: u8,
        /// The fewest that are accepted.
        fewest: u8,
        /// The most that are accepted.
        most: u8,
    },
}

/// An input as it is used.
#[derive(Clone, Debug, PartialEq)]
pub struct InputState {
    /// Its name in the model.
    pub name: String,
    /// The values in the input's own unit, low to high by number. Where no lowest or highest value
    /// is given it is the expected one, and always so where the input is not uncertain.
    pub values: PerScenario<Option<f64>>,
    /// From where the expected value is.
    pub origin: Origin,
    /// The first thing that is wrong.
    pub problem: Option<Problem>,
}

impl InputState {
    /// The lowest and the highest value, where they differ.
    #[must_use]
    pub fn range(&self) -> Option<(f64, f64)> {
        let range = (self.values.low?, self.values.high?);
        (range.0 < range.1).then_some(range)
    }
}

/// Every input of a model, in its order.
pub(super) fn states(
    model: &Model,
    given: &BTreeMap<String, Range>,
    known: &Known,
) -> Vec<InputState> {
    let state = |input: &Input| {
        let range = given.get(&input.name).copied().unwrap_or_default();
        InputState::new(input, range, known)
    };
    model.inputs.iter().map(state).collect()
}

impl InputState {
    fn new(input: &Input, given: Range, known: &Known) -> Self {
        let survey = || known.0.get(input.from.as_ref()?).copied();
        let (origin, expected) = given
            .expected
            .map(|value| (Origin::Given, Some(value)))
            .or_else(|| survey().map(|value| (Origin::Survey, Some(value))))
            .or_else(|| input.default.map(|value| (Origin::Default, Some(value))))
            .unwrap_or((Origin::Missing, None));
        let end = |end: Option<f64>| end.filter(|_| input.uncertain).or(expected);
        let values = PerScenario {
            low: end(given.low),
            expected,
            high: end(given.high),
        };
        Self {
            name: input.name.clone(),
            values,
            origin,
            problem: problem(input, values),
        }
    }
}

fn problem(input: &Input, values: PerScenario<Option<f64>>) -> Option<Problem> {
    [
        (End::Expected, values.expected),
        (End::Low, values.low),
        (End::High, values.high),
    ]
    .into_iter()
    .find_map(|(end, value)| of_value(input, end, value?))
    .or_else(|| of_order(values))
}

/// What is wrong with one value.
pub(super) fn of_value(input: &Input, end: End, value: f64) -> Option<Problem> {
    let min = input.min.unwrap_or(-LARGEST);
    let max = input.max.unwrap_or(LARGEST);
    if !value.is_finite() {
        Some(Problem::NotFinite { end })
    } else if value < min {
        Some(Problem::Below { end, min })
    } else if input.unit.is_percent() && value > 100.0 && max >= 100.0 {
        Some(Problem::OverHundredPercent { end })
    } else if value > max {
        Some(Problem::Above { end, max })
    } else if input.whole && value.fract() != 0.0 {
        Some(Problem::NotWhole { end })
    } else {
        None
    }
}

fn of_order(values: PerScenario<Option<f64>>) -> Option<Problem> {
    let is_above = |one: Option<f64>, other: Option<f64>| {
        one.zip(other).is_some_and(|(one, other)| one > other)
    };
    if is_above(values.low, values.expected) {
        Some(Problem::LowAboveExpected)
    } else if is_above(values.expected, values.high) {
        Some(Problem::ExpectedAboveHigh)
    } else if is_above(values.low, values.high) {
        Some(Problem::LowAboveHigh)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn input(more: &serde_json::Value) -> Input {
        let mut all = json!({
            "name": "share", "title": "", "group": null, "unit": "percent", "min": 0, "max": 100,
            "default": null, "default_source": null, "from": "profile.units", "required": true,
            "uncertain": true
        });
        for (key, value) in more.as_object().unwrap() {
            all[key] = value.clone();
        }
        serde_json::from_value(all).unwrap()
    }

    fn range(low: Option<f64>, expected: Option<f64>, high: Option<f64>) -> Range {
        Range {
            low,
            expected,
            high,
        }
    }

    fn check(more: &serde_json::Value, given: Range, expected: Option<Problem>) {
        let state = InputState::new(&input(more), given, &Known::default());
        assert_eq!(state.problem, expected, "{more} {given:?}");
    }

    #[test]
    fn a_problem_is_named_at_its_value() {
        let one = |value| range(None, Some(value), None);
        let end = End::Expected;
        let (any, whole) = (
            json!({}),
            json!({"unit": "count", "whole": true, "max": null}),
        );
        check(&any, one(50.0), None);
        check(&any, one(-1.0), Some(Problem::Below { end, min: 0.0 }));
        check(&any, one(101.0), Some(Problem::OverHundredPercent { end }));
        check(
            &json!({"max": 30}),
            one(101.0),
            Some(Problem::Above { end, max: 30.0 }),
        );
        check(&any, one(f64::NAN), Some(Problem::NotFinite { end }));
        check(&any, one(f64::INFINITY), Some(Problem::NotFinite { end }));
        check(&whole, one(2.5), Some(Problem::NotWhole { end }));
        check(
            &whole,
            one(1e30),
            Some(Problem::Above { end, max: LARGEST }),
        );
        let end = End::High;
        let over = range(None, Some(1.0), Some(200.0));
        check(&any, over, Some(Problem::OverHundredPercent { end }));
    }

    #[test]
    fn the_order_of_the_three_values_is_held() {
        let any = json!({});
        let (low, high) = (Some(20.0), Some(10.0));
        check(
            &any,
            range(low, Some(10.0), None),
            Some(Problem::LowAboveExpected),
        );
        check(
            &any,
            range(None, Some(20.0), high),
            Some(Problem::ExpectedAboveHigh),
        );
        check(&any, range(low, None, high), Some(Problem::LowAboveHigh));
        check(&any, range(high, Some(15.0), low), None);
        check(&any, range(low, low, low), None);
    }

    #[test]
    fn a_value_is_the_given_one_else_the_surveys_else_the_default() {
        let known = Known([("profile.units".to_owned(), 7.0)].into());
        let none = Known::default();
        let with_default = input(&json!({"default": 3}));
        let without = input(&json!({}));
        for (input, given, known, origin, value) in [
            (&with_default, Some(9.0), &known, Origin::Given, Some(9.0)),
            (&with_default, None, &known, Origin::Survey, Some(7.0)),
            (&with_default, None, &none, Origin::Default, Some(3.0)),
            (&without, None, &none, Origin::Missing, None),
        ] {
            let state = InputState::new(input, range(None, given, None), known);
            assert_eq!((state.origin, state.values.expected), (origin, value));
        }
    }

    #[test]
    fn a_range_around_the_surveys_value_counts_where_the_input_is_uncertain() {
        let known = Known([("profile.units".to_owned(), 7.0)].into());
        let given = range(Some(5.0), None, Some(8.0));
        let state = InputState::new(&input(&json!({})), given, &known);
        assert_eq!(state.range(), Some((5.0, 8.0)));
        let certain = input(&json!({"uncertain": false}));
        assert_eq!(InputState::new(&certain, given, &known).range(), None);
    }
}
