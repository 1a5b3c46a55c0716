//! How far a deviation is worth a word: "omtrent som gruppen", over, under, far over, far under.
//!
//! Five steps by the dimension's own scale, so that 0.1 of 3 is not 0.1 of 1. The limits are this
//! project's (page "Metode"): a twentieth of the scale, and a quarter of it. Neither end is good or
//! bad, and nothing here says so.

use crate::danish;
use crate::domain::rating::Dimension;

/// Within this share of the scale a deviation is "omtrent som gruppen".
pub const ABOUT: f64 = 0.05;
/// From this share of the scale on it is far.
pub const FAR: f64 = 0.25;

/// A step of deviation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// At least [`FAR`] of the scale below.
    FarBelow,
    /// Below.
    Below,
    /// Less than [`ABOUT`] of the scale from the group.
    About,
    /// Above.
    Above,
    /// At least [`FAR`] of the scale above.
    FarAbove,
}

impl Band {
    /// Every step, from below.
    pub const ALL: [Self; 5] = [
        Self::FarBelow,
        Self::Below,
        Self::About,
        Self::Above,
        Self::FarAbove,
    ];

    /// The step of a deviation, judged as it is shown: with one decimal.
    #[must_use]
    pub fn of(deviation: f64, dimension: Dimension) -> Self {
        match danish::round(deviation, 1) / f64::from(dimension.max()) {
            share if share <= -FAR => Self::FarBelow,
            share if share <= -ABOUT => Self::Below,
            share if share < ABOUT => Self::About,
            share if share < FAR => Self::Above,
            _ => Self::FarAbove,
        }
    }

    /// What it is called, before "gruppen".
    #[must_use]
    pub const fn danish(self) -> &'static str {
        match self {
            Self::FarBelow => "langt under",
            Self::Below => "under",
            Self::About => "omtrent som",
            Self::Above => "over",
            Self::FarAbove => "langt over",
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_step_follows_the_scale_and_what_is_shown() {
        let check = |deviation, dimension, band| {
            assert_eq!(Band::of(deviation, dimension), band, "{deviation}");
        };
        check(0.1, Dimension::Centralisation, Band::About);
        check(0.1, Dimension::Process, Band::Above);
        check(-0.04, Dimension::Process, Band::About);
        check(-0.2, Dimension::Centralisation, Band::Below);
        check(0.7, Dimension::Centralisation, Band::Above);
        check(0.8, Dimension::Centralisation, Band::FarAbove);
        check(-0.25, Dimension::Solution, Band::FarBelow);
        check(0.0, Dimension::Solution, Band::About);
    }
}
