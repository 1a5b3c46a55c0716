//! Business cases with the municipality's numbers, and what the plan makes of them.
//!
//! Owns the way from decisions to [`crate::calculators`] and on to [`crate::plan`]. Computes
//! nothing itself.

use std::collections::{BTreeMap, BTreeSet};

use super::Source;
use crate::calculators::{self, Evaluation, Known, Model, Run};
use crate::domain::decisions::{Case, CaseId, Decisions, ProposalId};
use crate::domain::ids::AreaId;
use crate::domain::scenario::PerScenario;
use crate::plan::prepare::Given;
use crate::plan::totals::{Totals, totals};
use crate::plan::worth::Worth;
use crate::proposals;
use crate::scoring::indicators::indicators;
use crate::sorting::InOrder as _;

/// The areas of a proposal that are answered here.
#[must_use]
pub fn areas(source: &Source<'_>, id: &ProposalId) -> BTreeSet<AreaId> {
    let areas = proposals::proposal(id)
        .into_iter()
        .flat_map(|one| &one.areas);
    areas
        .map(|one| one.area)
        .filter(|&area| source.scorecard.area(area).is_some())
        .in_set()
}

/// What the survey knows for a business case.
fn known(source: &Source<'_>, case: &Case) -> Known {
    let areas = case
        .proposal
        .as_ref()
        .map(|id| areas(source, id))
        .unwrap_or_default();
    let areas: Vec<AreaId> = areas.into_iter().collect();
    let indicators = indicators(source.round, source.scorecard);
    calculators::known(source.round, source.scorecard, &indicators, &areas)
}

/// A business case computed; none where this version does not know its model.
#[must_use]
pub fn evaluated(source: &Source<'_>, case: &Case) -> Option<(&'static Model, Evaluation)> {
    let model = calculators::model(&case.model)?;
    let known = known(source, case);
    Some((
        model,
        calculators::evaluate(model, &case.inputs, case.years, &known),
    ))
}

/// The years of a business case in the plan; none while it lacks something.
fn worth(outcome: PerScenario<Run>) -> Option<Worth> {
    Some(PerScenario {
        low: outcome.low.grid?,
        expected: outcome.expected.grid?,
        high: outcome.high.grid?,
    })
}

/// What the plan is computed of.
#[must_use]
pub fn given(source: &Source<'_>, decisions: &Decisions) -> Given {
    let worths: BTreeMap<CaseId, Worth> = decisions
        .cases
        .iter()
        .filter_map(|(id, case)| {
            let (_, evaluation) = evaluated(source, case)?;
            Some((id.clone(), worth(evaluation.outcome?)?))
        })
        .in_map();
    let fte = source
        .scorecard
        .domains
        .iter()
        .flat_map(|domain| &domain.areas)
        .filter_map(|area| Some((area.area, area.fte?)))
        .in_map();
    let areas = proposals::proposals()
        .iter()
        .map(|one| (one.id.clone(), areas(source, &one.id)))
        .in_map();
    Given { fte, areas, worths }
}

/// What the plan brings.
#[must_use]
pub fn plan_totals(source: &Source<'_>, decisions: &Decisions) -> Totals {
    totals(decisions, &given(source, decisions))
}
