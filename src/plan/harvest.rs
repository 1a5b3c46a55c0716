//! The overlap rule: two proposals cannot harvest the same FTE twice.
//!
//! Each takes in turn, from what the earlier ones left in an area. An absolute wish gets what there
//! is of it; a share is taken of what is left. So no area gives more than it has, taking somebody
//! out lowers nobody else's part, and it never raises the sum. Does not know what the takers are:
//! actions of the plan, or proposals that are tried out.

use std::collections::BTreeMap;

use crate::domain::ids::AreaId;
use crate::sorting::InOrder as _;

use super::scenario::finite;

/// What somebody would take from an area.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Wish {
    /// So many FTE; nothing where negative.
    Fte(f64),
    /// So many percent of the area's FTE, 0 to 100.
    Percent(f64),
}

/// What somebody would take, area by area.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Wishes<K> {
    /// Who.
    pub id: K,
    /// From which areas; none of somebody who takes nothing, as a stopped action.
    pub areas: BTreeMap<AreaId, Wish>,
}

/// What somebody took from an area.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Taken {
    /// FTE that were wished: of a share, the share of all that the area has.
    pub wished: f64,
    /// FTE that were granted, at most the wished.
    pub granted: f64,
    /// The staff sheet gives the area no FTE: nothing can be harvested there.
    pub without_fte: bool,
}

impl Taken {
    /// FTE by which the wish was cut down.
    #[must_use]
    pub fn cut(self) -> f64 {
        (self.wished - self.granted).max(0.0)
    }
}

/// What one of the takers took.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Taker<K> {
    /// Who.
    pub id: K,
    /// From each area that it wished something of.
    pub areas: BTreeMap<AreaId, Taken>,
}

impl<K> Taker<K> {
    /// FTE that were granted in all areas.
    #[must_use]
    pub fn granted(&self) -> f64 {
        self.areas.values().map(|taken| taken.granted).sum()
    }

    /// FTE that were wished in all areas.
    #[must_use]
    pub fn wished(&self) -> f64 {
        self.areas.values().map(|taken| taken.wished).sum()
    }
}

/// Who took what.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Harvest<K> {
    /// In the order in which they took.
    pub takers: Vec<Taker<K>>,
    /// FTE that are left in each area of the staff sheet.
    pub left: BTreeMap<AreaId, f64>,
}

impl<K: PartialEq> Harvest<K> {
    /// What one took from an area.
    #[must_use]
    pub fn of(&self, id: &K, area: AreaId) -> Option<Taken> {
        let taker = self.takers.iter().find(|taker| taker.id == *id)?;
        taker.areas.get(&area).copied()
    }

    /// Who took FTE of an area before somebody, and how many: why a wish was cut down. None where
    /// the wish alone is more than the area has.
    #[must_use]
    pub fn before(&self, id: &K, area: AreaId) -> Vec<(&K, f64)> {
        let place = self.takers.iter().position(|taker| taker.id == *id);
        self.takers[..place.unwrap_or(0)]
            .iter()
            .filter_map(|taker| Some((&taker.id, taker.areas.get(&area)?.granted)))
            .filter(|(_, granted)| *granted > 0.0)
            .collect()
    }
}

/// Lets each take in turn from the FTE that there are.
#[must_use]
pub fn harvest<K: Clone>(fte: &BTreeMap<AreaId, f64>, in_order: &[Wishes<K>]) -> Harvest<K> {
    let there: BTreeMap<AreaId, f64> = fte
        .iter()
        .map(|(&area, &fte)| (area, finite(fte).max(0.0)))
        .in_map();
    let mut left = there.clone();
    let takers = in_order
        .iter()
        .map(|wishes| Taker {
            id: wishes.id.clone(),
            areas: wishes
                .areas
                .iter()
                .map(|(&area, &wish)| {
                    let all = there.get(&area).copied().unwrap_or(0.0);
                    (area, take(wish, all, left.get_mut(&area)))
                })
                .in_map(),
        })
        .collect();
    Harvest { takers, left }
}

fn take(wish: Wish, all: f64, left: Option<&mut f64>) -> Taken {
    let rest = left.as_deref().copied().unwrap_or(0.0);
    let (wished, granted) = match wish {
        Wish::Fte(fte) => {
            let wished = finite(fte).max(0.0);
            (wished, wished.min(rest))
        }
        Wish::Percent(percent) => {
            let share = finite(percent).clamp(0.0, 100.0) / 100.0;
            (share * all, share * rest)
        }
    };
    if let Some(left) = left {
        *left = (rest - granted).max(0.0);
    }
    Taken {
        wished,
        granted,
        without_fte: all <= 0.0,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn area(id: &str) -> AreaId {
        id.parse().unwrap()
    }

    /// Takers of one area with ten FTE, and what each gets.
    #[track_caller]
    fn check(wishes: &[Wish], granted: &[f64]) {
        let harvest = of_ten(wishes);
        for (taker, expected) in harvest.takers.iter().zip(granted) {
            let got = taker.granted();
            assert!((got - expected).abs() < 1e-9, "{got} for {expected}");
        }
    }

    fn of_ten(wishes: &[Wish]) -> Harvest<usize> {
        let in_order: Vec<Wishes<usize>> = wishes
            .iter()
            .enumerate()
            .map(|(id, &wish)| Wishes {
                id,
                areas: [(area("E04"), wish)].into(),
            })
            .collect();
        harvest(&[(area("E04"), 10.0)].into(), &in_order)
    }

    #[test]
    fn an_absolute_wish_gets_what_the_earlier_ones_left() {
        check(
            &[Wish::Fte(7.0), Wish::Fte(4.2), Wish::Fte(1.0)],
            &[7.0, 3.0, 0.0],
        );
    }

    #[test]
    fn a_share_is_taken_of_what_is_left() {
        check(
            &[Wish::Percent(20.0), Wish::Percent(50.0), Wish::Fte(9.0)],
            &[2.0, 4.0, 4.0],
        );
    }

    #[test]
    fn what_was_cut_is_told_with_who_came_first() {
        let harvest = of_ten(&[Wish::Fte(7.0), Wish::Fte(0.0), Wish::Percent(40.0)]);
        let taken = harvest.of(&2, area("E04")).unwrap();
        assert!((taken.wished - 4.0).abs() < 1e-9);
        assert!((taken.cut() - 2.8).abs() < 1e-9);
        assert_eq!(harvest.before(&2, area("E04")), [(&0, 7.0)]);
    }

    #[test]
    fn nothing_is_harvested_where_the_staff_sheet_has_nothing() {
        let wishes = Wishes {
            id: "M08",
            areas: [(area("P06"), Wish::Fte(2.0)), (area("E01"), Wish::Fte(1.0))].into(),
        };
        let fte = [(area("E01"), 0.0)].into();
        let harvest = harvest(&fte, &[wishes]);
        for area in ["P06", "E01"].map(area) {
            let taken = harvest.of(&"M08", area).unwrap();
            assert!(taken.without_fte);
            assert!(taken.granted.abs() < 1e-9);
        }
    }

    #[test]
    fn a_number_beyond_all_measure_takes_no_more_than_there_is() {
        check(&[Wish::Fte(1e300), Wish::Percent(1e300)], &[10.0, 0.0]);
        check(&[Wish::Fte(-5.0), Wish::Percent(-5.0)], &[0.0, 0.0]);
        check(&[Wish::Fte(f64::NAN), Wish::Percent(f64::NAN)], &[0.0, 0.0]);
    }
}
