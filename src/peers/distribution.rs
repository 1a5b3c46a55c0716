//! How the values of a group lie: mean, median, quartiles, ends, and how few are too few for each.
//!
//! Plain statistics of numbers; does not know what they measure. The rule of small numbers is this
//! project's (page "Metode"): under [`FEW`] values each is shown by itself, under [`SOME`] only
//! their range.

/// Under so many values, quartiles and a range would say less than the values themselves.
pub const FEW: usize = 5;
/// Under so many values there are no quartiles.
pub const SOME: usize = 10;

/// The place of some values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Distribution {
    /// How many values.
    pub n: usize,
    /// Plain mean.
    pub mean: f64,
    /// The smallest value.
    pub smallest: f64,
    /// A quarter of the values lie below.
    pub lower_quartile: f64,
    /// Half of the values lie below.
    pub median: f64,
    /// A quarter of the values lie above.
    pub upper_quartile: f64,
    /// The largest value.
    pub largest: f64,
}

/// What may be shown of some values.
#[derive(Clone, Debug, PartialEq)]
pub enum Spread {
    /// Under [`FEW`] values: each of them, from the smallest, and the median.
    Values {
        /// The values.
        values: Vec<f64>,
        /// Half of the values lie below.
        median: f64,
    },
    /// Under [`SOME`] values: the ends and the median.
    Range {
        /// The smallest value.
        smallest: f64,
        /// Half of the values lie below.
        median: f64,
        /// The largest value.
        largest: f64,
    },
    /// Everything.
    Quartiles(Distribution),
}

/// The distribution of those values that are known; none where none is.
#[must_use]
pub fn distribution(values: &[Option<f64>]) -> Option<Distribution> {
    let mut known: Vec<f64> = values.iter().flatten().copied().collect();
    known.sort_unstable_by(f64::total_cmp);
    of_sorted(&known)
}

/// The distribution of values that stand in order; none of none.
#[must_use]
pub fn of_sorted(sorted: &[f64]) -> Option<Distribution> {
    Some(Distribution {
        n: sorted.len(),
        mean: crate::scoring::mean(sorted.iter().copied())?,
        smallest: *sorted.first()?,
        lower_quartile: quantile(sorted, 1)?,
        median: quantile(sorted, 2)?,
        upper_quartile: quantile(sorted, 3)?,
        largest: *sorted.last()?,
    })
}

/// What may be shown of values that stand in order; none of none.
#[must_use]
pub fn spread(sorted: &[f64]) -> Option<Spread> {
    let all = of_sorted(sorted)?;
    let Distribution {
        smallest,
        median,
        largest,
        ..
    } = all;
    Some(if sorted.len() < FEW {
        Spread::Values {
            values: sorted.to_vec(),
            median,
        }
    } else if sorted.len() < SOME {
        Spread::Range {
            smallest,
            median,
            largest,
        }
    } else {
        Spread::Quartiles(all)
    })
}

/// Standard deviation of a sample (divided by n - 1); none of fewer than two values.
#[must_use]
#[allow(clippy::cast_precision_loss, reason = "numbers of municipalities")]
pub fn standard_deviation(values: &[f64]) -> Option<f64> {
    let mean = crate::scoring::mean(values.iter().copied())?;
    let squares: f64 = values.iter().map(|value| (value - mean).powi(2)).sum();
    let freedom = values.len().checked_sub(1).filter(|&freedom| freedom > 0)?;
    Some((squares / freedom as f64).sqrt())
}

/// The value at some quarters of the way from the smallest to the largest, between two values by
/// the straight line (the quartiles of Excel's `KVARTIL.MEDTAG`; type 7 of Hyndman and Fan 1996).
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

    #[test]
    fn few_values_are_shown_each_and_some_as_a_range() {
        let of = |n: u32| spread(&(0..n).map(f64::from).collect::<Vec<_>>());
        assert_eq!(of(0), None);
        assert_eq!(
            of(4),
            Some(Spread::Values {
                values: vec![0.0, 1.0, 2.0, 3.0],
                median: 1.5
            })
        );
        let (smallest, median) = (0.0, 2.0);
        let five = Spread::Range {
            smallest,
            median,
            largest: 4.0,
        };
        assert_eq!(of(5), Some(five));
        assert!(matches!(of(9), Some(Spread::Range { .. })));
        assert!(matches!(of(10), Some(Spread::Quartiles(all)) if all.n == 10));
    }

    #[test]
    fn the_standard_deviation_is_that_of_a_sample() {
        // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, sum of squares 32, 32 / 7.
        let known = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0];
        let found = standard_deviation(&known).unwrap();
        assert!((found - (32.0_f64 / 7.0).sqrt()).abs() < 1e-12);
        assert_eq!(standard_deviation(&[1.0]), None);
    }
}
