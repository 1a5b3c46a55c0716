//! What the summary says of the action plan.

use std::collections::BTreeSet;

use crate::document::tables::Source;
use crate::document::tables::valued::plan_totals;
use crate::domain::decisions::{Decisions, ProposalId, Status};
use crate::domain::scenario::PerScenario;
use crate::plan::order::in_order;
use crate::plan::planned::Effect;
use crate::plan::prepare::What;
use crate::plan::worth::Amounts;
use crate::proposals;

/// The action plan.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PlanFacts {
    /// Actions that count: all but the stopped ones.
    pub actions: usize,
    /// Actions that were given up.
    pub stopped: usize,
    /// The proposals of the actions that count, each once, in the plan's order: id and Danish name.
    pub chosen: Vec<(ProposalId, String)>,
    /// What the plan brings a year when everything is carried out.
    pub phased_in: PerScenario<Amounts>,
    /// FTE of it, as expected, that no business case puts into kr.
    pub unpriced: f64,
    /// Kr. of investment in all years together; nothing of actions without a year.
    pub investment: PerScenario<f64>,
    /// The first and the last calendar year that is summed.
    pub years: Option<(u16, u16)>,
    /// Actions that count in "fuldt indfaset" only, since no year can be told.
    pub without_year: usize,
    /// Actions that count, but bring nothing as they stand.
    pub without_gain: usize,
    /// Goals that were set.
    pub goals: usize,
}

impl PlanFacts {
    /// Picks the facts out of what was decided.
    #[must_use]
    pub fn of(source: &Source<'_>, decisions: &Decisions) -> Self {
        let totals = plan_totals(source, decisions);
        let stopped = |id| {
            let action = decisions.actions.get(id);
            action.is_some_and(|action| action.status == Status::Stopped)
        };
        let of_year = |what: &What| matches!(what, What::NoYear | What::YearOutside(_));
        let unpriced = totals.phased_in_trace.iter();
        let years = &totals.years;
        let given_up = decisions.actions.keys().filter(|id| stopped(*id)).count();
        Self {
            actions: decisions.actions.len() - given_up,
            stopped: given_up,
            chosen: chosen(decisions),
            phased_in: totals.phased_in,
            unpriced: unpriced
                .filter(|row| row.case.is_none())
                .map(|row| row.amounts.expected.fte)
                .sum(),
            investment: PerScenario::from_fn(|scenario| {
                let of =
                    |year: &crate::plan::totals::YearTotal| year.amounts.get(scenario).investment;
                years.iter().map(of).sum()
            }),
            years: years
                .first()
                .zip(years.last())
                .map(|(a, b)| (a.year, b.year)),
            without_year: totals
                .findings
                .iter()
                .filter(|finding| of_year(&finding.what))
                .count(),
            without_gain: totals
                .planned
                .iter()
                .filter(|one| one.effect == Effect::Nothing && !stopped(&one.id))
                .count(),
            goals: decisions.goals.len(),
        }
    }
}

fn chosen(decisions: &Decisions) -> Vec<(ProposalId, String)> {
    let mut seen = BTreeSet::new();
    in_order(decisions)
        .into_iter()
        .filter(|(_, action)| action.status != Status::Stopped)
        .filter(|(_, action)| seen.insert(&action.proposal))
        .map(|(_, action)| {
            let known = proposals::proposal(&action.proposal);
            let name = known.map_or_else(String::new, |one| one.name.clone());
            (action.proposal.clone(), name)
        })
        .collect()
}
