//! The rules by which nothing that is published can be traced to one municipality.
//!
//! Owns the four rules, each a total function: which classes a row keeps ([`generalise`]), which
//! bars of a histogram are shown ([`shown_bars`]), how exactly a rate is shown ([`shown_rate`]),
//! which rates are shown ([`not_alone`]). Whatever is published stands for at least [`SMALLEST`]
//! municipalities. Does not know files, names or the dataset's form.
//!
//! # What a rate could tell
//! The inhabitants of every municipality are known, and most can be told by them. FTE and rate
//! together are the number of inhabitants, so a row never shows both. Rates alone, with two
//! decimals, would still tell it in three ways:
//! - FTE are round numbers. Of the 98 numbers of inhabitants often only one makes all rates of a
//!   row whole tenths of an FTE. So rates are shown in steps of 0.05, from 1 on of 0.1: from 10,000
//!   inhabitants on a step is at least a tenth of an FTE, and every number of inhabitants fits. A
//!   test lets such a reader try the whole list. A row whose every area has whole or half FTE could
//!   still be told that way; steps that hide that too would hide the differences between
//!   municipalities.
//! - An area has at least 1 FTE, so a rate of 0.02 per 10,000 is of 500,000 inhabitants or more. So
//!   a rate is shown only where it is at least 1 FTE at the smallest size in the class that the row
//!   shows, and tells nothing that the class does not.
//! - A rate far from all others is of a municipality that is known to be unlike them, the smallest
//!   islands first. Those with fewer than 10,000 inhabitants have rates several times those of
//!   others; [`not_alone`] takes them away.
//!
//! A rate that was taken away could be computed from the total of the domain and the other areas:
//! where it is the only one of its row, the total is not shown either. What a row shows of areas
//! under 1 FTE is decided before, in `staffing`: they are not handed over at all. Whoever knows the
//! exact FTE of one municipality from elsewhere may recognise its row; so they could before, and in
//! steps less surely.

use std::collections::BTreeMap;

use crate::domain::ids::Domain;
use crate::sorting;

use super::classes::{Class, Classes};

/// How many municipalities at least share whatever is published.
pub const SMALLEST: usize = 3;
/// The largest bar that is too small to be shown.
const LARGEST_SMALL: u32 = 2;
const _: () = assert!(LARGEST_SMALL as usize + 1 == SMALLEST);

/// Takes classes away until every combination that occurs has at least [`SMALLEST`] rows; also
/// every combination of fewer classes has then.
///
/// A row in a combination that is too rare gives up one class, the last of [`Class::ALL`] that it
/// has not given up yet; all such rows at once, again and again. Rows that have given up every
/// class and are still too few draw the rarest other combination along (the first of several in
/// the order of the classes). So the outcome depends on the rows alone, not on their order. With
/// fewer rows than [`SMALLEST`] in all, every class is given up.
pub fn generalise(rows: &mut [Classes]) {
    let mut given_up = vec![0; rows.len()];
    loop {
        let counts = count(rows);
        let mut changed = false;
        for (row, given_up) in rows.iter_mut().zip(&mut given_up) {
            if counts[row] < SMALLEST && *given_up < Class::ALL.len() {
                *given_up += 1;
                row.give_up(Class::ALL[Class::ALL.len() - *given_up]);
                changed = true;
            }
        }
        if !changed {
            break;
        }
    }
    let bare = Classes::default();
    loop {
        let counts = count(rows);
        let too_few = counts.get(&bare).is_some_and(|&bare| bare < SMALLEST);
        let rarest = counts
            .into_iter()
            .filter(|(classes, _)| *classes != bare)
            .min_by_key(|&(classes, n)| (n, classes));
        let Some((rarest, _)) = rarest.filter(|_| too_few) else {
            return;
        };
        for row in rows.iter_mut().filter(|row| **row == rarest) {
            *row = bare;
        }
    }
}

fn count(rows: &[Classes]) -> BTreeMap<Classes, usize> {
    let mut counts = BTreeMap::new();
    for &row in rows {
        *counts.entry(row).or_default() += 1;
    }
    counts
}

/// The bars that are shown: those of at least [`SMALLEST`] municipalities, as far as nobody can
/// compute a smaller one from them and the total. None where no bar is left.
///
/// While the bars that are not shown could all be small (together at most two for each that is
/// not empty), the first bar that is still shown is kept back too. The first and not the smallest:
/// that a bar is the smallest would tell how large it is. A test tries every histogram of a few
/// municipalities against a reader who knows this rule.
#[must_use]
pub fn shown_bars(bars: &[u32]) -> Option<Vec<Option<u32>>> {
    let mut shown: Vec<Option<u32>> = bars
        .iter()
        .map(|&bar| (bar > LARGEST_SMALL).then_some(bar))
        .collect();
    loop {
        let hidden = || bars.iter().zip(&shown).filter(|(_, shown)| shown.is_none());
        let sum: u32 = hidden().map(|(bar, _)| bar).sum();
        let filled: u32 = hidden().map(|(&bar, _)| u32::from(bar > 0)).sum();
        if sum == 0 || sum > LARGEST_SMALL * filled {
            break;
        }
        let first = shown.iter().position(Option::is_some)?;
        shown[first] = None;
    }
    shown.iter().any(Option::is_some).then_some(shown)
}

/// The hundredths of a rate in steps, as it may be shown in a row with these classes; none where it
/// would tell more of the size than they do. Why is told in the [module](self).
#[must_use]
pub fn shown_rate(hundredths: u32, domain: Domain, shown: &Classes) -> Option<u32> {
    let (unit, smallest_size) = match domain {
        Domain::Economy => (10_000, shown.smallest_population()),
        Domain::Payroll => (1_000, shown.smallest_employees()),
    };
    let step = if hundredths < 100 { 5 } else { 10 };
    (u64::from(hundredths) * u64::from(smallest_size) >= 100 * unit)
        .then(|| hundredths.saturating_add(step / 2) / step * step)
}

/// Takes away every number that fewer than [`SMALLEST`] municipalities come near: itself counted,
/// from half of it to double of it.
pub fn not_alone(values: &mut [Option<u32>]) {
    loop {
        let mut sorted: Vec<u32> = values.iter().flatten().copied().collect();
        sorting::sort(&mut sorted);
        let near = |value: u32| {
            let from = sorted.partition_point(|other| other.saturating_mul(2) < value);
            let to = sorted.partition_point(|&other| other <= value.saturating_mul(2));
            to - from
        };
        let mut changed = false;
        for value in values.iter_mut() {
            if value.is_some_and(|value| near(value) < SMALLEST) {
                *value = None;
                changed = true;
            }
        }
        if !changed {
            return;
        }
    }
}
