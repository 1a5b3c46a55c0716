//! Where an axis begins and ends, and its ticks with their Danish texts.
//!
//! Does not know what is measured.

use super::style::{CHARACTER, number};
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
    spanning(values.chain([0.0]))
}

/// A scale between round numbers that has room for all numbers, with 0 only where it lies among
/// them.
pub(super) fn spanning(values: impl Iterator<Item = f64>) -> Scale {
    let ends = values.filter_map(number).fold(None, |ends, value| {
        let (low, high) = ends.unwrap_or((value, value));
        Some((value.min(low), value.max(high)))
    });
    let (low, mut high) = ends.unwrap_or((0.0, 1.0));
    // Numbers that differ by less than they are stored with are one number.
    if high - low < 1e-9 * low.abs().max(high.abs()).max(1.0) {
        high = low + low.abs().max(1.0);
    }
    let (step, step_decimals) = step(high - low);
    let (first, last) = ((low / step + 1e-9).floor(), (high / step - 1e-9).ceil());
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

/// The ticks whose texts fit beside each other in `room` pixels: all, or every second, third, …
pub(super) fn fitting(ticks: Vec<(f64, String)>, room: f64) -> Vec<(f64, String)> {
    #[allow(
        clippy::cast_precision_loss,
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a few short texts"
    )]
    let step = {
        let lines = ticks.iter().flat_map(|tick| tick.1.split("<br>"));
        let longest = lines.map(|line| line.chars().count()).max().unwrap_or(0);
        let needed = (longest as f64 * CHARACTER + 6.0) * ticks.len() as f64;
        (needed / room).ceil().max(1.0) as usize
    };
    ticks.into_iter().step_by(step).collect()
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
    fn a_spanning_scale_leaves_zero_out_where_it_is_far_away() {
        let scale = spanning([1180.0, 1260.0].into_iter());
        assert!((scale.start - 1180.0).abs() < 1e-9, "{scale:?}");
        assert!((scale.end - 1260.0).abs() < 1e-9, "{scale:?}");
        for number in [-1e11, 7.0, f64::NAN] {
            let scale = spanning([number].into_iter());
            assert!(scale.end > scale.start && scale.ticks.len() < 10);
        }
    }

    #[test]
    fn ticks_that_do_not_fit_are_left_out_evenly() {
        let ticks = |count: u32| -> Vec<(f64, String)> {
            let all = 0..count;
            all.map(|one| (f64::from(one), (2027 + one).to_string()))
                .collect()
        };
        assert_eq!(fitting(ticks(5), 250.0), ticks(5));
        let texts: Vec<String> = fitting(ticks(10), 250.0).into_iter().map(|t| t.1).collect();
        assert_eq!(texts, ["2027", "2029", "2031", "2033", "2035"]);
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
