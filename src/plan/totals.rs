//! What the plan brings, year by year, and the way back from every sum to what it is made of.
//!
//! Totals are sums of the trace: nothing is in a total that no row of the trace tells. The value of
//! freed time follows the FTE that the overlap rule ([`super::harvest`]) granted; cash, running
//! cost and investment do not. Sums are plain, without discounting or price index (004 p. 22,
//! 36-37 have neither). Nothing is rounded.

use std::collections::BTreeMap;

use crate::domain::decisions::{ActionId, CaseId, Decisions, ProposalId};
use crate::domain::ids::AreaId;
use crate::sorting;
use crate::sorting::InOrder as _;

use super::harvest::{Harvest, Taken, Wishes, harvest};
use super::planned::{Planned, When};
use super::prepare::{Finding, Given, What, planned};
use super::worth::Amounts;
use crate::domain::scenario::{PerScenario, Scenario};

/// The most calendar years that are summed.
pub const MOST_YEARS: u16 = 15;

/// One row of the trace: what one action brings in one area at one time.
#[derive(Clone, Debug, PartialEq)]
pub struct TraceRow {
    /// When.
    pub when: When,
    /// The action.
    pub action: ActionId,
    /// Its proposal.
    pub proposal: ProposalId,
    /// Its business case; none where the effects set for the proposal count.
    pub case: Option<CaseId>,
    /// The area that FTE and the value of their time come from; none for what belongs to no area:
    /// cash, running cost, investment, and time whose FTE are not known.
    pub area: Option<AreaId>,
    /// What counts, after the overlap rule.
    pub amounts: PerScenario<Amounts>,
    /// FTE that were wished of the area.
    pub wished: PerScenario<f64>,
}

/// The sum of a calendar year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct YearTotal {
    /// The year.
    pub year: u16,
    /// What the year brings.
    pub amounts: PerScenario<Amounts>,
    /// The results from the first year to this one, kr.
    pub accumulated: PerScenario<f64>,
}

/// What the plan brings.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Totals {
    /// Every year from the first to the last, at most [`MOST_YEARS`].
    pub years: Vec<YearTotal>,
    /// "Fuldt indfaset": the last year of each business case together, whenever it is.
    pub phased_in: PerScenario<Amounts>,
    /// What the years are made of, by year and in the plan's order.
    pub trace: Vec<TraceRow>,
    /// What "fuldt indfaset" is made of.
    pub phased_in_trace: Vec<TraceRow>,
    /// The actions as they were computed with, in the plan's order.
    pub planned: Vec<Planned>,
    /// What stands in the way of counting an action, or must be known of it.
    pub findings: Vec<Finding>,
}

impl Totals {
    /// Business cases whose freed time is not checked against overlap.
    pub fn unchecked(&self) -> impl Iterator<Item = (&ActionId, &CaseId)> {
        self.findings.iter().filter_map(|finding| {
            let What::Unchecked(case) = &finding.what else {
                return None;
            };
            Some((&finding.action, case))
        })
    }
}

/// Who takes which FTE at a time.
#[must_use]
pub fn harvest_at(
    planned: &[Planned],
    fte: &BTreeMap<AreaId, f64>,
    when: When,
    scenario: Scenario,
) -> Harvest<ActionId> {
    let wishes: Vec<Wishes<ActionId>> = planned
        .iter()
        .map(|one| Wishes {
            id: one.id.clone(),
            areas: one.wishes(when, scenario),
        })
        .collect();
    harvest(fte, &wishes)
}

/// Sums the plan.
#[must_use]
pub fn totals(decisions: &Decisions, given: &Given) -> Totals {
    let (planned, mut findings) = planned(decisions, given);
    let years = years_of(&planned, &mut findings);
    let mut totals = Totals {
        planned,
        findings,
        ..Totals::default()
    };
    let mut accumulated = PerScenario::<f64>::default();
    for year in years {
        let rows = trace_of(&totals.planned, &given.fte, When::Year(year));
        let amounts = sum(&rows);
        accumulated = PerScenario::from_fn(|scenario| {
            accumulated.get(scenario) + amounts.get(scenario).result()
        });
        totals.trace.extend(rows);
        totals.years.push(YearTotal {
            year,
            amounts,
            accumulated,
        });
    }
    totals.phased_in_trace = trace_of(&totals.planned, &given.fte, When::PhasedIn);
    totals.phased_in = sum(&totals.phased_in_trace);
    totals
}

/// The sum of rows in their order, so that who sums them again gets the same to the last digit.
#[must_use]
pub fn sum(rows: &[TraceRow]) -> PerScenario<Amounts> {
    PerScenario::from_fn(|scenario| {
        rows.iter().fold(Amounts::default(), |sum, row| {
            sum + *row.amounts.get(scenario)
        })
    })
}

/// The years that are summed; names the cases that end before the last of them, and what lies
/// behind it.
fn years_of(planned: &[Planned], findings: &mut Vec<Finding>) -> Vec<u16> {
    let ends: Vec<(&Planned, u16, u16)> = planned
        .iter()
        .filter_map(|one| Some((one, one.year?, one.last_year()?)))
        .collect();
    let Some(first) = ends.iter().map(|&(_, first, _)| first).min() else {
        return Vec::new();
    };
    let latest = ends.iter().map(|&(_, _, last)| last).max();
    let last = latest
        .unwrap_or(first)
        .min(first.saturating_add(MOST_YEARS - 1));
    for (one, _, end) in ends {
        let what = match one.case() {
            _ if end > last => What::AfterTheLastYear,
            Some(case) if end < last => What::CaseEnds(case.clone(), end),
            _ => continue,
        };
        let action = one.id.clone();
        findings.push(Finding { action, what });
    }
    (first..=last).collect()
}

fn trace_of(planned: &[Planned], fte: &BTreeMap<AreaId, f64>, when: When) -> Vec<TraceRow> {
    let harvests = PerScenario::from_fn(|scenario| harvest_at(planned, fte, when, scenario));
    let mut rows = Vec::new();
    for (index, one) in planned.iter().enumerate() {
        let parts = PerScenario::from_fn(|scenario| {
            let taken = &harvests.get(scenario).takers[index].areas;
            part(one.amounts(when, scenario), taken)
        });
        let areas = parts.expected.keys().chain(parts.low.keys());
        let mut areas: Vec<Option<AreaId>> = areas.chain(parts.high.keys()).copied().collect();
        sorting::sort(&mut areas);
        areas.dedup();
        rows.extend(areas.into_iter().map(|area| TraceRow {
            when,
            action: one.id.clone(),
            proposal: one.proposal.clone(),
            case: one.case().cloned(),
            area,
            amounts: PerScenario::from_fn(|scenario| of(&parts, scenario, area).0),
            wished: PerScenario::from_fn(|scenario| of(&parts, scenario, area).1),
        }));
    }
    rows
}

/// Amounts and wished FTE by area; what belongs to no area stands first.
type Parts = BTreeMap<Option<AreaId>, (Amounts, f64)>;

fn of(parts: &PerScenario<Parts>, scenario: Scenario, area: Option<AreaId>) -> (Amounts, f64) {
    parts.get(scenario).get(&area).copied().unwrap_or_default()
}

/// Parts what a case says into what follows the FTE of an area and what does not. Where FTE are
/// wished, the gain of freed time is spread by the granted ones; a loss stays whole.
fn part(amounts: Amounts, taken: &BTreeMap<AreaId, Taken>) -> Parts {
    let follows_fte = amounts.fte > 0.0 && amounts.capacity > 0.0;
    let rest = Amounts {
        fte: 0.0,
        capacity: if follows_fte { 0.0 } else { amounts.capacity },
        ..amounts
    };
    let areas = taken.iter().map(|(&area, taken)| {
        let capacity = if follows_fte {
            amounts.capacity * (taken.granted / amounts.fte).min(1.0)
        } else {
            0.0
        };
        let granted = Amounts {
            fte: taken.granted,
            capacity,
            ..Amounts::default()
        };
        (Some(area), (granted, taken.wished))
    });
    let mut parts: Parts = areas.filter(|(_, part)| part.1 > 0.0).in_map();
    if rest != Amounts::default() {
        parts.insert(None, (rest, 0.0));
    }
    parts
}
