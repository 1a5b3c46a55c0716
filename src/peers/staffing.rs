//! Of which areas and domains a municipality hands over its FTE.
//!
//! Owns two rules. An area under [`SMALLEST_FTE`] is not handed over: it can be one person. And
//! nobody can compute such an area from the total of its domain: where everything that is not
//! handed over is less than that together, the smallest area that is left stays at home too. The
//! total is kept because it is what municipalities are compared by first; a sum of the areas that
//! are handed over would be too low. Does not know whether FTE or rates are handed over.

use std::collections::BTreeMap;

use crate::domain::ids::{AreaId, Domain};
use crate::scoring::{DomainScore, Scorecard};

use super::contribution::SMALLEST_FTE;

/// FTE that may be handed over, not rounded.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Staffing {
    /// Of areas.
    pub areas: BTreeMap<AreaId, f64>,
    /// Of domains, with all their areas.
    pub totals: BTreeMap<Domain, f64>,
}

impl Staffing {
    /// The FTE of a scorecard in the areas that are handed over, and of their domains.
    pub(super) fn of(scorecard: &Scorecard, is_handed_over: impl Fn(AreaId) -> bool) -> Self {
        let mut staffing = Self::default();
        for domain in &scorecard.domains {
            if domain.areas.iter().any(|one| is_handed_over(one.area)) {
                staffing.add(domain, &is_handed_over);
            }
        }
        staffing
    }

    fn add(&mut self, domain: &DomainScore, is_handed_over: impl Fn(AreaId) -> bool) {
        let mut areas = BTreeMap::new();
        let mut kept_back = 0.0;
        for area in &domain.areas {
            match area.fte {
                Some(fte) if fte >= SMALLEST_FTE && is_handed_over(area.area) => {
                    areas.insert(area.area, fte);
                }
                fte => kept_back += fte.unwrap_or_default(),
            }
        }
        if let Some(total) = domain.fte.filter(|&fte| fte >= SMALLEST_FTE) {
            if kept_back > 0.0 && kept_back < SMALLEST_FTE {
                let smallest = areas.iter().min_by(|one, other| one.1.total_cmp(other.1));
                if let Some(smallest) = smallest.map(|(&area, _)| area) {
                    areas.remove(&smallest);
                }
            }
            self.totals.insert(domain.domain, total);
        }
        self.areas.append(&mut areas);
    }
}
