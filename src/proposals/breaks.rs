//! Where a choice of proposals goes against the natural order.
//!
//! Nothing is forbidden here: a break is told, with its reason and how well that is known.

use std::collections::BTreeMap;

use crate::domain::decisions::ProposalId;

use super::order::{Order, Prerequisite};
use super::proposal::Basis;
use crate::domain::source::Source;

/// In what way a choice goes against the order.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Against {
    /// Both are chosen, the wrong way round.
    Reversed,
    /// A stated prerequisite is not chosen.
    Missing,
}

/// A choice that goes against the order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Break<'a> {
    /// What should come first.
    pub earlier: ProposalId,
    /// What should come after.
    pub later: ProposalId,
    /// In what way.
    pub against: Against,
    /// Inferred where any step of the way from one to the other is.
    pub basis: Basis,
    /// Why, in Danish: step by step on the way from one box to the other.
    pub why: Vec<&'a str>,
    /// Who says so, where it is stated.
    pub source: &'a [Source],
}

impl Prerequisite {
    fn broken(&self, earlier: &ProposalId, against: Against) -> Break<'_> {
        Break {
            earlier: earlier.clone(),
            later: self.to.clone(),
            against,
            basis: Basis::Stated,
            why: vec![&self.why],
            source: &self.source,
        }
    }
}

impl Order {
    /// Where a choice, in the order in which it is to be carried out, goes against this order.
    /// Ids that are not known and repetitions count for nothing.
    #[must_use]
    pub fn breaks(&self, chosen: &[ProposalId]) -> Vec<Break<'_>> {
        let mut places: BTreeMap<&ProposalId, usize> = BTreeMap::new();
        let mut once: Vec<&ProposalId> = Vec::new();
        for id in chosen {
            places.entry(id).or_insert_with(|| {
                once.push(id);
                once.len() - 1
            });
        }
        let mut breaks = Vec::new();
        for (place, &later) in once.iter().enumerate() {
            let stated: BTreeMap<&ProposalId, &Prerequisite> = self
                .needed_by(later)
                .filter_map(|one| Some((one.from.as_ref()?, one)))
                .collect();
            for (&earlier, prerequisite) in &stated {
                let against = match places.get(earlier) {
                    None => Against::Missing,
                    Some(&other) if other > place => Against::Reversed,
                    Some(_) => continue,
                };
                breaks.push(prerequisite.broken(earlier, against));
            }
            for &earlier in &once[place + 1..] {
                if !stated.contains_key(earlier) {
                    breaks.extend(self.reversed(earlier, later));
                }
            }
        }
        breaks
    }

    fn reversed(&self, earlier: &ProposalId, later: &ProposalId) -> Option<Break<'_>> {
        let way = self.way(self.step_of(earlier)?, self.step_of(later)?)?;
        let inferred = way.iter().any(|edge| edge.basis == Basis::Inferred);
        Some(Break {
            earlier: earlier.clone(),
            later: later.clone(),
            against: Against::Reversed,
            basis: if inferred {
                Basis::Inferred
            } else {
                Basis::Stated
            },
            why: way.iter().map(|edge| edge.why.as_str()).collect(),
            source: &[],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::proposals::order::tests::order;

    fn ids(all: &[&str]) -> Vec<ProposalId> {
        all.iter().map(|&id| id.into()).collect()
    }

    #[test]
    fn a_choice_is_told_where_it_goes_against_the_order() {
        let order = order();
        let check = |chosen: &[&str], expected: &[(&str, &str, Against, &[&str])]| {
            let chosen = ids(chosen);
            let found = order.breaks(&chosen);
            let found: Vec<_> = found
                .iter()
                .map(|one| {
                    let ids = (one.earlier.0.as_str(), one.later.0.as_str());
                    (ids.0, ids.1, one.against, &one.why[..])
                })
                .collect();
            assert_eq!(found, expected, "{chosen:?}");
        };
        check(&["M1", "M2", "M4"], &[]);
        check(&["X", "M1", "X", "M1"], &[]);
        check(
            &["M3", "M1"],
            &[("M1", "M3", Against::Reversed, &["AB", "BC"])],
        );
        check(&["M4", "M1"], &[("M1", "M4", Against::Reversed, &["AD"])]);
        check(
            &["K2", "M4", "M4"],
            &[
                ("K1", "K2", Against::Missing, &["K2"]),
                ("M4", "K2", Against::Reversed, &["K2"]),
            ],
        );
        check(&["K1", "M4", "K2"], &[]);
    }
}
