//! Whether a goal can be one: a target inside its scale, and a year after the start.
//!
//! Owns what is wrong with a goal. How far it is is [`super::goals`]'s.

use crate::domain::decisions::{Goal, Subject};
use crate::domain::rating::Dimension;

use super::goals::Point;
use super::scenario::LARGEST;

/// The indicators that a goal can be about, as [`Subject::Indicator`] names them.
pub const INDICATORS: [&str; 4] = [
    "payslips_per_fte",
    "invoices_per_fte",
    "digitalisation",
    "procedures",
];

/// What is wrong with a goal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Invalid {
    /// It says not what it is about.
    NoSubject,
    /// It is about an indicator that is none of [`INDICATORS`].
    UnknownIndicator,
    /// There is no target.
    NoTarget,
    /// The target lies outside what can be reached.
    TargetOutside {
        /// The least possible.
        min: f64,
        /// The most possible; none where there is no upper end.
        max: Option<f64>,
    },
    /// There is no year.
    NoYear,
    /// The year is not after the one in which the goal was set.
    YearNotAfterStart,
    /// The round in which it was set does not exist.
    NoStart,
}

/// What is wrong with a goal; `start` is where it was set.
#[must_use]
pub fn validate(goal: &Goal, start: Option<Point>) -> Vec<Invalid> {
    let mut invalid = Vec::new();
    let scale = match &goal.subject {
        None => Err(Invalid::NoSubject),
        Some(Subject::Score(_, dimension)) => {
            Ok((0.0, Some(f64::from(Dimension::max(*dimension)))))
        }
        Some(Subject::Fte(_)) => Ok((0.0, None)),
        Some(Subject::Indicator(name)) => match name.as_str() {
            "payslips_per_fte" | "invoices_per_fte" => Ok((0.0, None)),
            "digitalisation" | "procedures" => Ok((0.0, Some(100.0))),
            _ => Err(Invalid::UnknownIndicator),
        },
    };
    match (scale, goal.target) {
        (Err(problem), _) => invalid.push(problem),
        (Ok(_), None) => invalid.push(Invalid::NoTarget),
        (Ok((min, max)), Some(target)) => {
            let most = max.unwrap_or(LARGEST);
            if !(min..=most).contains(&target) {
                invalid.push(Invalid::TargetOutside { min, max });
            }
        }
    }
    if start.is_none() {
        invalid.push(Invalid::NoStart);
    }
    match (goal.year, start) {
        (None, _) => invalid.push(Invalid::NoYear),
        (Some(year), Some(start)) if year <= start.year => {
            invalid.push(Invalid::YearNotAfterStart);
        }
        _ => {}
    }
    invalid
}

#[cfg(test)]
mod tests {
    use super::*;

    fn goal(target: f64, year: u16) -> Goal {
        Goal {
            subject: Some(Subject::Score(
                "P06".parse().unwrap(),
                Dimension::Centralisation,
            )),
            target: Some(target),
            year: Some(year),
            ..Goal::default()
        }
    }

    #[track_caller]
    fn check_invalid(goal: &Goal, expected: &[Invalid]) {
        let start = Point {
            year: 2026,
            value: Some(1.0),
        };
        assert_eq!(validate(goal, Some(start)), expected);
    }

    #[test]
    fn a_target_outside_the_scale_is_none() {
        let outside = Invalid::TargetOutside {
            min: 0.0,
            max: Some(3.0),
        };
        for target in [3.1, -0.1, f64::NAN, 1e300] {
            check_invalid(&goal(target, 2030), &[outside]);
        }
        let mut about = goal(101.0, 2030);
        about.subject = Some(Subject::Indicator("procedures".to_owned()));
        let max = Some(100.0);
        check_invalid(&about, &[Invalid::TargetOutside { min: 0.0, max }]);
        about.subject = Some(Subject::Indicator("payslips_per_fte".to_owned()));
        check_invalid(&about, &[]);
    }

    #[test]
    fn a_goal_that_is_not_whole_says_what_is_missing() {
        check_invalid(&goal(2.0, 2026), &[Invalid::YearNotAfterStart]);
        check_invalid(&Goal::default(), &[Invalid::NoSubject, Invalid::NoYear]);
        let mut about = goal(2.0, 2030);
        about.target = None;
        check_invalid(&about, &[Invalid::NoTarget]);
        about.subject = Some(Subject::Indicator("happiness".to_owned()));
        check_invalid(&about, &[Invalid::UnknownIndicator]);
    }
}
