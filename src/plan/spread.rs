//! How the freed FTE of a business case spread over the areas of its proposal.
//!
//! Owns the shares. How much is granted in each area is [`super::harvest`]'s.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::ids::AreaId;
use crate::sorting::InOrder as _;

use super::scenario::finite;

/// Why FTE cannot be spread.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SpreadProblem {
    /// The action's own percents sum to this, not to 100.
    SplitSum(u32),
    /// No area is known for the proposal.
    NoAreas,
    /// The staff sheet gives none of the proposal's areas any FTE.
    NoFte,
}

/// The share of each area, summing to 1: by the action's own percents where there are some, else in
/// proportion to the FTE of the proposal's areas.
///
/// # Errors
/// Where there is nothing to spread by, or the own percents do not sum to 100.
pub fn spread(
    split: &BTreeMap<AreaId, u8>,
    areas: &BTreeSet<AreaId>,
    fte: &BTreeMap<AreaId, f64>,
) -> Result<BTreeMap<AreaId, f64>, SpreadProblem> {
    if !split.is_empty() {
        return by_percents(split);
    }
    if areas.is_empty() {
        return Err(SpreadProblem::NoAreas);
    }
    let with_fte: BTreeMap<AreaId, f64> = areas
        .iter()
        .filter_map(|area| Some((*area, finite(*fte.get(area)?))))
        .filter(|(_, fte)| *fte > 0.0)
        .in_map();
    let sum: f64 = with_fte.values().sum();
    if with_fte.is_empty() {
        return Err(SpreadProblem::NoFte);
    }
    Ok(with_fte
        .into_iter()
        .map(|(area, fte)| (area, fte / sum))
        .in_map())
}

fn by_percents(split: &BTreeMap<AreaId, u8>) -> Result<BTreeMap<AreaId, f64>, SpreadProblem> {
    let sum = split.values().map(|&percent| u32::from(percent)).sum();
    if sum != 100 {
        return Err(SpreadProblem::SplitSum(sum));
    }
    Ok(split
        .iter()
        .filter(|(_, percent)| **percent > 0)
        .map(|(&area, &percent)| (area, f64::from(percent) / 100.0))
        .in_map())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(id: &str) -> AreaId {
        id.parse().unwrap()
    }

    #[track_caller]
    fn check(
        split: &[(&str, u8)],
        areas: &[&str],
        expected: Result<&[(&str, f64)], SpreadProblem>,
    ) {
        let fte = [("E01", 3.0), ("E04", 9.0), ("E05", 0.0)].map(|(id, fte)| (area(id), fte));
        let spread = spread(
            &split
                .iter()
                .map(|&(id, percent)| (area(id), percent))
                .collect(),
            &areas.iter().map(|id| area(id)).collect(),
            &fte.into(),
        );
        let expected = expected.map(|shares| {
            shares
                .iter()
                .map(|&(id, share)| (area(id), share))
                .collect()
        });
        assert_eq!(spread, expected);
    }

    #[test]
    fn fte_spread_as_the_action_says() {
        check(
            &[("P06", 75), ("E04", 25), ("E01", 0)],
            &["E01"],
            Ok(&[("E04", 0.25), ("P06", 0.75)]),
        );
    }

    #[test]
    fn fte_spread_by_the_areas_fte_where_the_action_says_nothing() {
        check(
            &[],
            &["E01", "E04", "E05", "P06"],
            Ok(&[("E01", 0.25), ("E04", 0.75)]),
        );
    }

    #[test]
    fn what_cannot_be_spread_is_named() {
        check(&[("E01", 60)], &["E01"], Err(SpreadProblem::SplitSum(60)));
        check(
            &[("E01", 255), ("E04", 255)],
            &["E01"],
            Err(SpreadProblem::SplitSum(510)),
        );
        check(&[], &[], Err(SpreadProblem::NoAreas));
        check(&[], &["E05", "P06"], Err(SpreadProblem::NoFte));
    }
}
