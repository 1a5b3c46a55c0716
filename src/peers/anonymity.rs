//! The rules by which nothing that is published can be traced to one municipality.
//!
//! Owns the three rules, each a total function: which classes a row keeps ([`generalise`]), which
//! bars of a histogram are shown ([`shown_bars`]), which numbers of FTE are shown
//! ([`not_alone`]). Whatever is published stands for at least [`SMALLEST`] municipalities. Does
//! not know files, names or the dataset's form.

use std::collections::BTreeMap;

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

/// Takes away every number that fewer than [`SMALLEST`] municipalities come near: itself counted,
/// from half of it to double of it. A number that stands alone tells the size of a municipality,
/// and so which it is.
pub fn not_alone(values: &mut [Option<u32>]) {
    loop {
        let mut sorted: Vec<u32> = values.iter().flatten().copied().collect();
        sorted.sort_unstable();
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
