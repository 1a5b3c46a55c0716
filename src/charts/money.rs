//! Amounts of money on an axis and in words.
//!
//! An axis counts in kr., t.kr. or mio. kr., so that its texts are short; in words an amount is
//! written whole.

use super::scale::{Scale, covering, spanning};
use super::style::number;
use crate::danish::format_number;

/// An axis of amounts: its places are kr., its tick texts count in `unit`.
pub(super) struct Amounts {
    pub scale: Scale,
    pub unit: &'static str,
}

impl Amounts {
    /// From 0, or from below it where there are negative amounts.
    pub fn from_zero(amounts: &[f64]) -> Self {
        Self::new(amounts, |scaled| covering(scaled.into_iter()))
    }

    /// As far as the amounts go.
    pub fn between(amounts: &[f64]) -> Self {
        Self::new(amounts, |scaled| spanning(scaled.into_iter()))
    }

    fn new(amounts: &[f64], scale: impl Fn(Vec<f64>) -> Scale) -> Self {
        let drawable = || amounts.iter().copied().filter_map(number);
        let largest = drawable().map(f64::abs).fold(0.0, f64::max);
        let (factor, unit) = match largest {
            1e6.. => (1e6, "mio. kr."),
            1e4.. => (1e3, "t.kr."),
            _ => (1.0, "kr."),
        };
        let mut scale = scale(drawable().map(|amount| amount / factor).collect());
        scale.start *= factor;
        scale.end *= factor;
        for tick in &mut scale.ticks {
            tick.0 *= factor;
        }
        Self { scale, unit }
    }
}

/// `1.234.567 kr.`
pub(super) fn in_words(amount: f64) -> String {
    match number(amount) {
        Some(amount) => format!("{}\u{a0}kr.", format_number(amount, 0)),
        None => "ukendt".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(amounts: &Amounts, unit: &str, texts: &[&str]) {
        assert_eq!(amounts.unit, unit);
        let ticks = &amounts.scale.ticks;
        let made: Vec<&str> = ticks.iter().map(|tick| tick.1.as_str()).collect();
        assert_eq!(made, texts);
    }

    #[test]
    fn an_axis_counts_in_the_unit_that_gives_short_texts() {
        let made = Amounts::from_zero(&[-800_000.0, 3_100_000.0]);
        check(&made, "mio. kr.", &["−1", "0", "1", "2", "3", "4"]);
        assert!((made.scale.ticks[2].0 - 1e6).abs() < 1e-3);
        check(
            &Amounts::from_zero(&[36_000.0]),
            "t.kr.",
            &["0", "10", "20", "30", "40"],
        );
        check(
            &Amounts::from_zero(&[7_300.0]),
            "kr.",
            &["0", "2.000", "4.000", "6.000", "8.000"],
        );
        check(
            &Amounts::between(&[1_180_000.0, 1_260_000.0]),
            "mio. kr.",
            &["1,18", "1,20", "1,22", "1,24", "1,26"],
        );
    }

    #[test]
    fn an_amount_is_written_whole_and_one_that_is_none_is_unknown() {
        assert_eq!(in_words(-1_234_567.4), "−1.234.567\u{a0}kr.");
        assert_eq!(in_words(f64::INFINITY), "ukendt");
    }
}
