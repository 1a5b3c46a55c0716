//! From what was decided to actions that can be computed with.
//!
//! Owns the way from [`Decisions`] to [`Planned`], and names what stands in the way of counting an
//! action. A gain counts once: of several actions on one business case, or without a case on one
//! proposal, the first in the plan's order has it. Does not sum; see [`super::totals`].

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::decisions::{Action, ActionId, CaseId, Decisions, ProposalId, Status};
use crate::domain::ids::AreaId;
use crate::sorting::InOrder as _;

use super::dates::{Date, YEARS};
use super::order::in_order;
use super::planned::{Effect, Planned};
use super::scenario::finite;
use super::spread::{SpreadProblem, spread};
use super::worth::{Amounts, Worth};
use crate::domain::scenario::PerScenario;

/// What the plan is computed from besides what was decided.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Given {
    /// FTE of each area of the staff sheet.
    pub fte: BTreeMap<AreaId, f64>,
    /// The areas that each proposal concerns.
    pub areas: BTreeMap<ProposalId, BTreeSet<AreaId>>,
    /// What each business case is worth, where it can be computed.
    pub worths: BTreeMap<CaseId, Worth>,
}

/// What stands in the way of counting an action, or must be known of how it counts.
#[derive(Clone, Debug, PartialEq)]
pub enum What {
    /// No year can be told from what is given: it counts in "fuldt indfaset" only.
    NoYear,
    /// The year lies outside [`YEARS`]: it counts in "fuldt indfaset" only.
    YearOutside(u16),
    /// Some or all of its years lie after the last one that is summed.
    AfterTheLastYear,
    /// Its FTE cannot be spread over areas: none are granted.
    Spread(SpreadProblem),
    /// The business case does not exist.
    UnknownCase(CaseId),
    /// The business case cannot be computed as it stands.
    NoWorth(CaseId),
    /// An earlier action counts the same case or the same effects.
    CountedBefore(ActionId),
    /// Neither a business case nor an effect on FTE was given.
    NoEffect,
    /// The case costs FTE in some year; that is not harvested and counts as none.
    NegativeFte(CaseId),
    /// The staff sheet gives the area no FTE: nothing can be harvested there.
    AreaWithoutFte(AreaId),
    /// The case values freed time without saying how many FTE: not checked against overlap.
    Unchecked(CaseId),
    /// The case is computed up to this year only. Its FTE stay freed, its money ends.
    CaseEnds(CaseId, u16),
}

/// Something to know of an action.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// The action.
    pub action: ActionId,
    /// What.
    pub what: What,
}

/// The calendar year that is year 1 of an action: as given, else the year after its last day, else
/// the year after its first day.
///
/// # Errors
/// Where there is none, or it is none of [`YEARS`].
pub fn year_one(action: &Action) -> Result<u16, What> {
    let after = |date: &Option<String>| {
        let date = Date::parse(date.as_deref()?)?;
        Some(date.year + 1)
    };
    let year = action
        .gain_from
        .or_else(|| after(&action.end))
        .or_else(|| after(&action.start))
        .ok_or(What::NoYear)?;
    if YEARS.contains(&year) {
        Ok(year)
    } else {
        Err(What::YearOutside(year))
    }
}

/// Prepares the actions in the plan's order. A stopped action brings nothing and is told nothing of.
#[must_use]
pub fn planned(decisions: &Decisions, given: &Given) -> (Vec<Planned>, Vec<Finding>) {
    let mut preparing = Preparing {
        decisions,
        given,
        counted: BTreeMap::new(),
        findings: Vec::new(),
    };
    let planned = in_order(decisions)
        .into_iter()
        .map(|(id, action)| preparing.action(id, action))
        .collect();
    (planned, preparing.findings)
}

/// What can be counted once only.
#[derive(PartialEq, Eq, PartialOrd, Ord)]
enum Source<'a> {
    Case(&'a CaseId),
    Moves(&'a ProposalId),
}

struct Preparing<'a> {
    decisions: &'a Decisions,
    given: &'a Given,
    counted: BTreeMap<Source<'a>, &'a ActionId>,
    findings: Vec<Finding>,
}

impl<'a> Preparing<'a> {
    fn action(&mut self, id: &'a ActionId, action: &'a Action) -> Planned {
        let effect = if action.status == Status::Stopped {
            Effect::Nothing
        } else {
            self.effect(id, action).unwrap_or_else(|what| {
                self.tell(id, what);
                Effect::Nothing
            })
        };
        let counts = effect != Effect::Nothing;
        let year = year_one(action)
            .map_err(|what| counts.then(|| self.tell(id, what)))
            .ok();
        Planned {
            id: id.clone(),
            proposal: action.proposal.clone(),
            year,
            effect,
        }
    }

    fn tell(&mut self, action: &ActionId, what: What) {
        let action = action.clone();
        self.findings.push(Finding { action, what });
    }

    fn effect(&mut self, id: &'a ActionId, action: &'a Action) -> Result<Effect, What> {
        let source = match &action.case {
            Some(case) => Source::Case(case),
            None => Source::Moves(&action.proposal),
        };
        if let Some(first) = self.counted.get(&source) {
            return Err(What::CountedBefore((*first).clone()));
        }
        let effect = match &action.case {
            Some(case) => self.of_case(id, action, case)?,
            None => self.of_moves(id, &action.proposal)?,
        };
        self.counted.insert(source, id);
        Ok(effect)
    }

    fn of_case(&mut self, id: &ActionId, action: &Action, case: &CaseId) -> Result<Effect, What> {
        if !self.decisions.cases.contains_key(case) {
            return Err(What::UnknownCase(case.clone()));
        }
        let worth = self.given.worths.get(case);
        let worth = worth
            .filter(|worth| worth.years() > 0)
            .ok_or_else(|| What::NoWorth(case.clone()))?;
        if any_year(worth, |year| year.fte < 0.0) {
            self.tell(id, What::NegativeFte(case.clone()));
        }
        let shares = if any_year(worth, |year| year.fte > 0.0) {
            self.shares(id, action)
        } else {
            if any_year(worth, |year| year.capacity > 0.0) {
                self.tell(id, What::Unchecked(case.clone()));
            }
            BTreeMap::new()
        };
        Ok(Effect::Case {
            case: case.clone(),
            worth: Box::new(worth.clone()),
            shares,
        })
    }

    fn shares(&mut self, id: &ActionId, action: &Action) -> BTreeMap<AreaId, f64> {
        let none = BTreeSet::new();
        let areas = self.given.areas.get(&action.proposal).unwrap_or(&none);
        match spread(&action.split, areas, &self.given.fte) {
            Ok(shares) => {
                self.tell_of_empty(id, shares.keys());
                shares
            }
            Err(problem) => {
                self.tell(id, What::Spread(problem));
                BTreeMap::new()
            }
        }
    }

    fn tell_of_empty<'b>(&mut self, id: &ActionId, areas: impl Iterator<Item = &'b AreaId>) {
        for &area in areas {
            let fte = self.given.fte.get(&area).copied().unwrap_or_default();
            if finite(fte) <= 0.0 {
                self.tell(id, What::AreaWithoutFte(area));
            }
        }
    }

    fn of_moves(&mut self, id: &ActionId, proposal: &ProposalId) -> Result<Effect, What> {
        let percents: BTreeMap<AreaId, PerScenario<f64>> = self
            .decisions
            .moves
            .get(proposal)
            .into_iter()
            .flatten()
            .filter_map(|(&area, one)| Some((area, PerScenario::of_range(one.fte_percent)?)))
            .in_map();
        if percents.is_empty() {
            return Err(What::NoEffect);
        }
        self.tell_of_empty(id, percents.keys());
        Ok(Effect::Moves(percents))
    }
}

fn any_year(worth: &Worth, holds: impl Fn(Amounts) -> bool) -> bool {
    worth.any(|rows| (0..rows.years()).any(|index| holds(Amounts::of(rows, index))))
}
