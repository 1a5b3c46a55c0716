//! Units: what a number counts, how it is converted, and which numbers can be held together.
//!
//! Inside the engine money is kr and time is hours; a file and a page may use tkr, mio or minutes,
//! and percent for a fraction. A formula's dimension is inferred from those of its names, so that
//! hours can never be added to kr. Does not compute values; see [`super::expression`].

mod inference;

use std::fmt;

use serde::Deserialize;

pub use inference::{Inferred, Refusal, infer};

/// What a number counts, as powers of the four things that are counted. All zero: a pure number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Dimension {
    /// Money, kr inside.
    pub kr: i8,
    /// Time, hours inside.
    pub time: i8,
    /// Full-time equivalents (årsværk).
    pub fte: i8,
    /// Pieces: invoices, employees, units.
    pub count: i8,
}

impl Dimension {
    /// Percent, ratios, years and written numbers.
    pub const PURE: Self = Self {
        kr: 0,
        time: 0,
        fte: 0,
        count: 0,
    };
    /// Money.
    pub const KR: Self = Self {
        kr: 1,
        ..Self::PURE
    };
    /// Time.
    pub const TIME: Self = Self {
        time: 1,
        ..Self::PURE
    };
    /// Full-time equivalents.
    pub const FTE: Self = Self {
        fte: 1,
        ..Self::PURE
    };
    /// Pieces.
    pub const COUNT: Self = Self {
        count: 1,
        ..Self::PURE
    };

    fn combine(self, other: Self, of: fn(i8, i8) -> Option<i8>) -> Result<Self, Refusal> {
        let combined = || {
            Some(Self {
                kr: of(self.kr, other.kr)?,
                time: of(self.time, other.time)?,
                fte: of(self.fte, other.fte)?,
                count: of(self.count, other.count)?,
            })
        };
        combined().ok_or_else(|| Refusal("too high a power of a unit".to_owned()))
    }

    fn times(self, other: Self) -> Result<Self, Refusal> {
        self.combine(other, i8::checked_add)
    }

    fn over(self, other: Self) -> Result<Self, Refusal> {
        self.combine(other, i8::checked_sub)
    }
}

impl fmt::Display for Dimension {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let named = [
            ("kr", self.kr),
            ("hours", self.time),
            ("fte", self.fte),
            ("count", self.count),
        ];
        let mut parts = named.iter().filter(|(_, power)| *power != 0).peekable();
        if parts.peek().is_none() {
            return f.write_str("a pure number");
        }
        for (at, (name, power)) in parts.enumerate() {
            let between = if at == 0 { "" } else { " " };
            match power {
                1 => write!(f, "{between}{name}")?,
                power => write!(f, "{between}{name}^{power}")?,
            }
        }
        Ok(())
    }
}

/// The unit in which a value is typed and shown: `kr`, `tkr`, `mio`, `hours`, `minutes`, `fte`,
/// `count`, `percent`, `ratio`, `year`, or a quotient of two of them such as `kr/hour`.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "String")]
pub struct Unit {
    text: String,
    dimension: Dimension,
    times: f64,
    over: f64,
}

impl Unit {
    /// As the file writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }

    /// What it counts.
    #[must_use]
    pub const fn dimension(&self) -> Dimension {
        self.dimension
    }

    /// Whether a value is 0 to 100 in the file and on the page, and 0 to 1 inside.
    #[must_use]
    pub fn is_percent(&self) -> bool {
        self.text == "percent"
    }

    /// Whether values of the two need no conversion.
    #[must_use]
    #[allow(clippy::float_cmp, reason = "both are small whole numbers")]
    pub fn has_scale_of(&self, other: &Self) -> bool {
        self.times * other.over == other.times * self.over
    }

    /// From a value as shown to the value that is computed with.
    #[must_use]
    pub fn inside(&self, shown: f64) -> f64 {
        shown * self.times / self.over
    }

    /// From a computed value to the value as shown.
    #[must_use]
    pub fn shown(&self, inside: f64) -> f64 {
        inside * self.over / self.times
    }
}

impl TryFrom<String> for Unit {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        let unknown = || format!("\"{text}\" is no unit");
        let (above, below) = text
            .split_once('/')
            .map_or((text.as_str(), None), |(above, below)| (above, Some(below)));
        let (dimension, times, over) = named(above).ok_or_else(unknown)?;
        let (dimension, times, over) = match below {
            None => (dimension, times, over),
            Some(below) => {
                let (divisor, divisor_times, divisor_over) = named(below)
                    .or_else(|| named(&format!("{below}s")))
                    .ok_or_else(unknown)?;
                let dimension = dimension.over(divisor).map_err(|refusal| refusal.0)?;
                (dimension, times * divisor_over, over * divisor_times)
            }
        };
        Ok(Self {
            text,
            dimension,
            times,
            over,
        })
    }
}

/// A plain unit: its dimension, and what a value is multiplied with and divided by to be computed
/// with. Two whole numbers, since 1/60 is no exact binary fraction.
fn named(name: &str) -> Option<(Dimension, f64, f64)> {
    Some(match name {
        "kr" => (Dimension::KR, 1.0, 1.0),
        "tkr" => (Dimension::KR, 1e3, 1.0),
        "mio" => (Dimension::KR, 1e6, 1.0),
        "hours" => (Dimension::TIME, 1.0, 1.0),
        "minutes" => (Dimension::TIME, 1.0, 60.0),
        "fte" => (Dimension::FTE, 1.0, 1.0),
        "count" => (Dimension::COUNT, 1.0, 1.0),
        "percent" => (Dimension::PURE, 1.0, 100.0),
        "ratio" | "year" => (Dimension::PURE, 1.0, 1.0),
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn unit(text: &str) -> Unit {
        Unit::try_from(text.to_owned()).unwrap()
    }

    #[test]
    fn scaled_units_convert_exactly() {
        for (text, shown, inside) in [
            ("tkr", 12.5, 12_500.0),
            ("mio", 0.65, 650_000.0),
            ("minutes", 5.0, 5.0 / 60.0),
            ("minutes/count", 30.0, 0.5),
            ("percent", 10.0, 0.1),
            ("kr/minute", 2.0, 120.0),
            ("tkr/fte", 400.0, 400_000.0),
        ] {
            assert!(
                (unit(text).inside(shown) - inside).abs() < f64::EPSILON,
                "{text}"
            );
            assert!((unit(text).shown(inside) - shown).abs() < 1e-12, "{text}");
        }
    }

    #[test]
    fn what_is_no_unit_is_refused() {
        for text in ["", "kroner", "kr/", "/kr", "kr/hour/fte", "KR"] {
            assert!(Unit::try_from(text.to_owned()).is_err(), "{text}");
        }
    }
}
