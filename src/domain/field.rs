//! Reading what was typed into a field.
//!
//! Owns the ranges of the numbers that are asked and the names of what can be wrong. The Danish
//! messages are the app's; so are the fields' places on a page.

use super::amount::Amount;
use crate::danish::parse_number;

/// Why a text cannot be the value of its field.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum FieldError {
    /// Not a number.
    NotANumber,
    /// Below zero.
    Negative,
    /// Has decimals, but counts whole things.
    NotWhole,
    /// More decimals than are kept.
    TooPrecise,
    /// Outside the range that makes sense.
    OutOfRange {
        /// Smallest accepted value.
        min: u32,
        /// Largest accepted value.
        max: u32,
    },
    /// Not a date that exists.
    NotADate,
    /// Percentages that should make up a whole do not.
    Sum {
        /// What they sum to.
        sum: u32,
    },
}

/// What a text field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Whole things, `min..=max`.
    Whole {
        /// Smallest accepted value.
        min: u32,
        /// Largest accepted value.
        max: u32,
    },
    /// FTE or hours with at most two decimals, `0..=max`.
    Decimal {
        /// Largest accepted value.
        max: u32,
    },
}

/// Years that a round can describe: the model was published in 2017.
pub const YEAR: Kind = Kind::Whole {
    min: 2015,
    max: 2100,
};
/// Inhabitants of a municipality.
pub const POPULATION: Kind = Kind::Whole {
    min: 50,
    max: 2_000_000,
};
/// Employees, units, invoices or payslips.
pub const COUNT: Kind = Kind::Whole {
    min: 0,
    max: 20_000_000,
};
/// Whole percent.
pub const PERCENT: Kind = Kind::Whole { min: 0, max: 100 };
/// FTE of one team.
pub const FTE: Kind = Kind::Decimal { max: 10_000 };
/// Hours per week in one unit.
pub const HOURS: Kind = Kind::Decimal { max: 10_000 };
/// Kr. a year for one FTE; below the least it was typed in thousands.
pub const FTE_COST: Kind = Kind::Whole {
    min: 100_000,
    max: 3_000_000,
};
/// Kr. a year.
pub const KR: Kind = Kind::Whole {
    min: 0,
    max: 2_000_000_000,
};

impl Kind {
    /// Reads a text; an empty one is no value, which is no error.
    ///
    /// # Errors
    /// When the text is not a number of the field's range and precision.
    pub fn parse(self, text: &str) -> Result<Option<f64>, FieldError> {
        if text.trim().is_empty() {
            return Ok(None);
        }
        let value = parse_number(text.trim()).map_err(|_| FieldError::NotANumber)?;
        let (min, max) = match self {
            Self::Whole { min, max } => (min, max),
            Self::Decimal { max } => (0, max),
        };
        if value < 0.0 {
            return Err(FieldError::Negative);
        }
        if !(f64::from(min)..=f64::from(max)).contains(&value) {
            return Err(FieldError::OutOfRange { min, max });
        }
        match self {
            Self::Whole { .. } if value.fract() != 0.0 => Err(FieldError::NotWhole),
            Self::Decimal { .. } if ((value * 100.0).round() - value * 100.0).abs() > 1e-6 => {
                Err(FieldError::TooPrecise)
            }
            _ => Ok(Some(value)),
        }
    }

    /// Reads a text as a whole number.
    ///
    /// # Errors
    /// As [`Self::parse`].
    #[allow(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "parse has checked that the value is whole and in a range of u32"
    )]
    pub fn parse_whole(self, text: &str) -> Result<Option<u32>, FieldError> {
        Ok(self.parse(text)?.map(|value| value as u32))
    }

    /// Reads a text as an amount.
    ///
    /// # Errors
    /// As [`Self::parse`].
    pub fn parse_amount(self, text: &str) -> Result<Option<Amount>, FieldError> {
        Ok(self.parse(text)?.and_then(Amount::from_f64))
    }
}

/// Checks a date written `YYYY-MM-DD`.
///
/// # Errors
/// When there is no such day.
pub fn check_date(text: &str) -> Result<(), FieldError> {
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<Option<u32>> = text
        .split('-')
        .map(|part| part.parse().ok().filter(|_| digits(part)))
        .collect();
    let [Some(year), Some(month), Some(day)] = parts[..] else {
        return Err(FieldError::NotADate);
    };
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let days = match month {
        2 => 28 + u32::from(leap),
        4 | 6 | 9 | 11 => 30,
        1..=12 => 31,
        _ => 0,
    };
    if text.len() == 10 && (1..=days).contains(&day) {
        Ok(())
    } else {
        Err(FieldError::NotADate)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn fields_say_what_is_wrong_with_a_text() {
        assert_eq!(
            FTE.parse_amount("4,25"),
            Ok(Some(Amount::from_hundredths(425)))
        );
        assert_eq!(FTE.parse("  "), Ok(None));
        assert_eq!(FTE.parse("-1"), Err(FieldError::Negative));
        assert_eq!(FTE.parse("fire"), Err(FieldError::NotANumber));
        assert_eq!(FTE.parse("4,255"), Err(FieldError::TooPrecise));
        assert_eq!(COUNT.parse("12,5"), Err(FieldError::NotWhole));
        assert_eq!(
            YEAR.parse("202"),
            Err(FieldError::OutOfRange {
                min: 2015,
                max: 2100
            })
        );
        assert_eq!(COUNT.parse_whole("1.234"), Ok(Some(1234)));
    }

    #[test]
    fn only_days_that_exist_are_dates() {
        assert_eq!(check_date("2028-02-29"), Ok(()));
        for wrong in [
            "2027-02-29",
            "2026-13-01",
            "26-01-01",
            "2026-1-1",
            "2026-+1-01",
            "+026-01-01",
            "",
            "i går",
        ] {
            assert_eq!(check_date(wrong), Err(FieldError::NotADate), "{wrong}");
        }
    }
}
