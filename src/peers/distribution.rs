//! How the values of a group lie: mean, median and quartiles.
//!
//! Plain statistics of numbers; does not know what they measure, nor how few are too few to show.

/// The place of some values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distribution {
    /// How many values.
    pub n: usize,
    /// Plain mean.
    pub mean: f64,
    /// A quarter of the values lie below.
    pub lower_quartile: f64,
    /// Half of the values lie below.
    pub median: f64,
    /// A quarter of the values lie above.
    pub upper_quartile: f64,
}

/// The distribution of those values that are known; none where none is.
#[must_use]
pub fn distribution(values: &[Option<f64>]) -> Option<Distribution> {
    let mut known: Vec<f64> = values.iter().flatten().copied().collect();
    known.sort_unstable_by(f64::total_cmp);
    Some(Distribution {
        n: known.len(),
        mean: crate::scoring::mean(known.iter().copied())?,
        lower_quartile: quantile(&known, 1)?,
        median: quantile(&known, 2)?,
        upper_quartile: quantile(&known, 3)?,
    })
}

/// The value at some quarters of the way from the smallest to the largest, between two values by
/// the straight line (the quartiles of Excel's `KVARTIL.MEDTAG`).
#[allow(clippy::cast_precision_loss, reason = "a remainder of 4")]
fn quantile(sorted: &[f64], quarters: usize) -> Option<f64> {
    let at = sorted.len().checked_sub(1)? * quarters;
    let (low, high) = (sorted[at / 4], *sorted.get(at / 4 + 1).unwrap_or(&0.0));
    match at % 4 {
        0 => Some(low),
        rest => Some(low + (high - low) * (rest as f64 / 4.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quartiles_lie_between_the_values_as_in_a_spreadsheet() {
        let of = |values: &[f64]| {
            let values: Vec<Option<f64>> = values.iter().copied().map(Some).collect();
            let one = distribution(&values).unwrap();
            (one.lower_quartile, one.median, one.upper_quartile)
        };
        assert_eq!(of(&[4.0, 1.0, 3.0, 2.0]), (1.75, 2.5, 3.25));
        assert_eq!(of(&[5.0, 1.0, 2.0, 4.0, 3.0]), (2.0, 3.0, 4.0));
        assert_eq!(of(&[7.0]), (7.0, 7.0, 7.0));
        assert_eq!(distribution(&[None]), None);
    }
}
