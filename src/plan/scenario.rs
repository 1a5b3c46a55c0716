//! Numbers to compute a plan with: finite, whatever a file holds.

/// The largest amount that is computed with, in any unit: far above every municipality, and small
/// enough that sums stay finite.
pub use crate::calculators::LARGEST;

/// A number to compute with: nothing where it is none, and never beyond [`LARGEST`].
#[must_use]
pub fn finite(value: f64) -> f64 {
    if value.is_nan() {
        0.0
    } else {
        value.clamp(-LARGEST, LARGEST)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_number_becomes_finite() {
        for (value, expected) in [
            (f64::NAN, 0.0),
            (f64::INFINITY, LARGEST),
            (-1e300, -LARGEST),
            (2.5, 2.5),
        ] {
            assert!((finite(value) - expected).abs() < f64::EPSILON, "{value}");
        }
    }
}
