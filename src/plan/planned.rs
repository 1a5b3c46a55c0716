//! An action as it is computed with: from when, and worth what, in which areas.
//!
//! Owns what an action brings and wishes at a time, before the overlap rule. How it is made of what
//! was decided is [`super::prepare`]'s; what it is granted is [`super::harvest`]'s.

use std::collections::BTreeMap;

use crate::domain::decisions::{ActionId, CaseId, ProposalId};
use crate::domain::ids::AreaId;
use crate::sorting::InOrder as _;

use super::harvest::Wish;
use super::worth::{Amounts, Worth};
use crate::domain::scenario::{PerScenario, Scenario};

/// A calendar year, or the time when everything is carried out.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum When {
    /// A calendar year.
    Year(u16),
    /// "Fuldt indfaset": the last year of each business case.
    PhasedIn,
}

/// What an action brings.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// As its business case says.
    Case {
        /// The case.
        case: CaseId,
        /// Its rows.
        worth: Box<Worth>,
        /// How its FTE spread over areas, summing to 1; empty where they cannot be spread.
        shares: BTreeMap<AreaId, f64>,
    },
    /// Percent of each area's FTE, from year 1 on: the effects that were set for the proposal.
    Moves(BTreeMap<AreaId, PerScenario<f64>>),
    /// Nothing that counts.
    Nothing,
}

/// An action as it is computed with.
#[derive(Clone, Debug, PartialEq)]
pub struct Planned {
    /// The action.
    pub id: ActionId,
    /// Its proposal.
    pub proposal: ProposalId,
    /// The calendar year that is year 1; none where it counts in "fuldt indfaset" only.
    pub year: Option<u16>,
    /// What it brings.
    pub effect: Effect,
}

impl Planned {
    /// What the case says of a time, before the overlap rule. After its last year only the FTE stay
    /// as they are: who is gone is gone, but money was computed no further.
    #[must_use]
    pub fn amounts(&self, when: When, scenario: Scenario) -> Amounts {
        let Effect::Case { worth, .. } = &self.effect else {
            return Amounts::default();
        };
        let Some(last) = worth.years().checked_sub(1) else {
            return Amounts::default();
        };
        let rows = worth.get(scenario);
        match self.index(when) {
            Some(index) if index <= last => Amounts::of(rows, index),
            None if when != When::PhasedIn => Amounts::default(),
            None => Amounts::of(rows, last),
            Some(_) => Amounts {
                fte: Amounts::of(rows, last).fte,
                ..Amounts::default()
            },
        }
    }

    /// Years since year 1; none before it and of no calendar year.
    fn index(&self, when: When) -> Option<usize> {
        match when {
            When::Year(year) => year.checked_sub(self.year?).map(usize::from),
            When::PhasedIn => None,
        }
    }

    /// What it would take from each area at a time.
    #[must_use]
    pub fn wishes(&self, when: When, scenario: Scenario) -> BTreeMap<AreaId, Wish> {
        match &self.effect {
            Effect::Case { shares, .. } => {
                let fte = self.amounts(when, scenario).fte;
                let of = |(&area, &share): (&AreaId, &f64)| (area, Wish::Fte(fte * share));
                shares.iter().map(of).in_map()
            }
            Effect::Moves(percents) if when == When::PhasedIn || self.index(when).is_some() => {
                percents
                    .iter()
                    .map(|(&area, percent)| (area, Wish::Percent(*percent.get(scenario))))
                    .in_map()
            }
            Effect::Moves(_) | Effect::Nothing => BTreeMap::new(),
        }
    }

    /// The business case that counts.
    #[must_use]
    pub fn case(&self) -> Option<&CaseId> {
        match &self.effect {
            Effect::Case { case, .. } => Some(case),
            Effect::Moves(_) | Effect::Nothing => None,
        }
    }

    /// The last calendar year that is computed: that of the case, or year 1.
    #[must_use]
    pub fn last_year(&self) -> Option<u16> {
        let years = match &self.effect {
            Effect::Case { worth, .. } => worth.years(),
            Effect::Moves(_) => 1,
            Effect::Nothing => return None,
        };
        let after = u16::try_from(years.saturating_sub(1)).unwrap_or(u16::MAX);
        self.year.map(|year| year.saturating_add(after))
    }
}
