//! Amounts with two decimals, exact: FTE and hours.

use std::iter::Sum;
use std::ops::Add;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A number that is not negative, with at most two decimals; kept as whole hundredths so that
/// sums are exact. Written as an ordinary number (`4.25`) in files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Amount(u64);

impl Amount {
    /// The largest amount that is accepted anywhere: a million.
    pub const MAX: Self = Self(100_000_000);

    /// From whole hundredths.
    #[must_use]
    pub const fn from_hundredths(hundredths: u64) -> Self {
        Self(hundredths)
    }

    /// Whole hundredths.
    #[must_use]
    pub const fn hundredths(self) -> u64 {
        self.0
    }

    /// As a number of units.
    #[must_use]
    #[allow(
        clippy::cast_precision_loss,
        reason = "amounts stay far below 2^53 hundredths"
    )]
    pub fn to_f64(self) -> f64 {
        self.0 as f64 / 100.0
    }

    /// The amount nearest to a number, if it is one that can be kept.
    #[must_use]
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "the range is checked first"
    )]
    pub fn from_f64(value: f64) -> Option<Self> {
        let hundredths = (value * 100.0).round();
        (0.0..=Self::MAX.to_f64() * 100.0)
            .contains(&hundredths)
            .then_some(Self(hundredths as u64))
    }
}

impl Add for Amount {
    type Output = Self;

    fn add(self, other: Self) -> Self {
        Self(self.0 + other.0)
    }
}

impl Sum for Amount {
    fn sum<I: Iterator<Item = Self>>(amounts: I) -> Self {
        amounts.fold(Self::default(), Add::add)
    }
}

impl Serialize for Amount {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        if self.0.is_multiple_of(100) {
            serializer.serialize_u64(self.0 / 100)
        } else {
            serializer.serialize_f64(self.to_f64())
        }
    }
}

impl<'de> Deserialize<'de> for Amount {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let value = f64::deserialize(deserializer)?;
        Self::from_f64(value)
            .filter(|amount| (amount.to_f64() - value).abs() < 1e-9)
            .ok_or_else(|| {
                serde::de::Error::custom(format_args!(
                    "{value} is not a number from 0 to 1,000,000 with at most two decimals"
                ))
            })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn amounts_are_written_as_ordinary_numbers() {
        for (amount, text) in [(425, "4.25"), (400, "4"), (10, "0.1"), (0, "0")] {
            let amount = Amount::from_hundredths(amount);
            assert_eq!(serde_json::to_string(&amount).unwrap(), text);
            assert_eq!(serde_json::from_str::<Amount>(text).unwrap(), amount);
        }
    }

    #[test]
    fn negative_huge_and_too_precise_numbers_are_refused() {
        for text in ["-1", "1e99", "0.001", "\"4\""] {
            assert!(serde_json::from_str::<Amount>(text).is_err(), "{text}");
        }
    }
}
