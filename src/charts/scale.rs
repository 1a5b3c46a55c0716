//! Where an axis begins and ends, and its ticks with their Danish texts.
//!
//! Does not know what is measured.

use super::style::number;
use crate::danish::format_number;

/// An axis: from where to where, and the ticks between.
#[derive(Clone, Debug, PartialEq)]
pub(super) struct Scale {
    /// Where the axis begins: 0, or below it where there are negative numbers.
    pub start: f64,
    /// Where it ends; above `start`.
    pub end: f64,
    /// The ticks and their texts.
    pub ticks: Vec<(f64, String)>,
    /// How many decimals a number of this size is read with.
    pub decimals: u8,
}

impl Scale {
    /// The range with a little room at both ends, so that a mark on the end is not cut.
    pub fn range(&self) -> [f64; 2] {
        let room = (self.end - self.start) * 0.06;
        [self.start - room, self.end + room]
    }
}

/// The scale of a dimension, 0 to `max`. A `max` that is no scale's end counts as 1.
pub(super) fn of_dimension(max: f64) -> Scale {
    let end = end_of(max);
    if (end - 3.0).abs() < f64::EPSILON {
        let ticks = [0.0, 1.0, 2.0, 3.0].map(|tick| (tick, format_number(tick, 0)));
        return Scale {
            start: 0.0,
            end,
            ticks: ticks.into(),
            decimals: 1,
        };
    }
    if (end - 1.0).abs() < f64::EPSILON {
        let ticks = [(0.0, "0"), (0.5, "0,5"), (1.0, "1")];
        return Scale {
            start: 0.0,
            end,
            ticks: ticks.map(|(tick, text)| (tick, text.to_owned())).into(),
            decimals: 1,
        };
    }
    let mut scale = covering([end].into_iter());
    scale.ticks.retain(|tick| tick.0 <= end);
    Scale { end, ..scale }
}

/// The end of a scale that begins at 0: positive, or else 1.
pub(super) fn end_of(max: f64) -> f64 {
    number(max).filter(|max| *max > 1e-9).unwrap_or(1.0)
}

/// A scale from 0 (or below) to a round number that has room for all numbers.
pub(super) fn covering(values: impl Iterator<Item = f64>) -> Scale {
    let (mut low, mut high) = (0.0_f64, 0.0_f64);
    for value in values.filter_map(number) {
        low = low.min(value);
        high = high.max(value);
    }
    if high - low < 1e-9 {
        high = low + 1.0;
    }
    let (step, step_decimals) = step(high - low);
    let (first, last) = ((low / step).floor(), (high / step - 1e-9).ceil());
    #[allow(clippy::cast_possible_truncation, reason = "about five steps")]
    let ticks = (first as i64..=last as i64).map(|count| {
        #[allow(clippy::cast_precision_loss, reason = "about five steps")]
        let tick = count as f64 * step;
        (tick, format_number(tick, step_decimals))
    });
    Scale {
        start: first * step,
        end: last * step,
        ticks: ticks.collect(),
        decimals: step_decimals + 1,
    }
}

/// A round step, of which about four make the width, and the decimals it needs.
fn step(width: f64) -> (f64, u8) {
    let rough = width / 4.0;
    let power = rough.log10().floor();
    let unit = 10_f64.powf(power);
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "between 0 and 10"
    )]
    let decimals = (-power).clamp(0.0, 10.0) as u8;
    for (factor, more) in [(1.0, 0), (2.0, 0), (2.5, 1), (5.0, 0)] {
        if rough <= factor * unit * (1.0 + 1e-9) {
            let needed = if power >= 1.0 { 0 } else { decimals + more };
            return (factor * unit, needed);
        }
    }
    (10.0 * unit, decimals.saturating_sub(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(values: &[f64], end: f64, texts: &[&str]) {
        let scale = covering(values.iter().copied());
        assert!((scale.end - end).abs() < 1e-9, "{scale:?}");
        let made: Vec<&str> = scale.ticks.iter().map(|tick| tick.1.as_str()).collect();
        assert_eq!(made, texts);
    }

    #[test]
    fn a_scale_begins_at_zero_and_ends_at_a_round_number() {
        check(&[3.1, 0.2], 4.0, &["0", "1", "2", "3", "4"]);
        check(&[0.9], 1.0, &["0,00", "0,25", "0,50", "0,75", "1,00"]);
        check(&[7.3], 8.0, &["0", "2", "4", "6", "8"]);
        check(&[4200.0], 6000.0, &["0", "2.000", "4.000", "6.000"]);
        check(&[36.0], 40.0, &["0", "10", "20", "30", "40"]);
    }

    #[test]
    fn a_scale_goes_below_zero_only_for_negative_numbers() {
        check(&[-1.0, 3.0], 3.0, &["−1", "0", "1", "2", "3"]);
    }

    #[test]
    fn a_scale_has_an_extent_whatever_it_is_given() {
        for values in [
            vec![],
            vec![0.0],
            vec![f64::NAN],
            vec![f64::INFINITY, 1e300],
            vec![-1e11, 1e11],
            vec![1e-12],
        ] {
            let scale = covering(values.iter().copied());
            assert!(scale.end > scale.start, "{values:?}");
            assert!(scale.ticks.len() < 10, "{values:?}");
        }
        assert!((of_dimension(f64::NAN).end - 1.0).abs() < 1e-9);
        assert!((of_dimension(-3.0).end - 1.0).abs() < 1e-9);
    }

    #[test]
    fn the_scales_of_the_dimensions_have_their_own_ticks() {
        let texts = |max: f64| -> Vec<String> {
            let ticks = of_dimension(max).ticks;
            ticks.into_iter().map(|tick| tick.1).collect()
        };
        assert_eq!(texts(3.0), ["0", "1", "2", "3"]);
        assert_eq!(texts(1.0), ["0", "0,5", "1"]);
        assert_eq!(texts(100.0), ["0", "25", "50", "75", "100"]);
    }
}
