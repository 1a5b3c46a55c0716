//! "Hvad nu hvis": the picture after chosen proposals, beside the picture as it is.
//!
//! Works on a copy of the scorecard; answers are never touched. What the proposals move is what the
//! municipality set itself. Scores do not depend on the order of the proposals, FTE do
//! ([`super::harvest`]). What follows from single answers or from where people sit does not move:
//! procedures, coverage, the share that others do, and the figures per central FTE.

use std::collections::{BTreeMap, BTreeSet};

use crate::domain::assessment::Round;
use crate::domain::decisions::{Move, ProposalId};
use crate::domain::ids::AreaId;
use crate::domain::rating::{Dimension, PerDimension};
use crate::scoring::indicators::{Indicators, indicators};
use crate::scoring::{AreaScore, Mean, Scorecard, domain_score};
use crate::sorting::InOrder as _;

use super::harvest::{Harvest, Wish, Wishes, harvest};
use super::scenario::finite;
use crate::domain::scenario::{PerScenario, Scenario};

/// Scores, FTE and indicators, as they are or as they would be.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// The scores, and the FTE of each area and domain.
    pub scorecard: Scorecard,
    /// The indicators that follow.
    pub indicators: Indicators,
}

/// The picture before and after.
#[derive(Clone, Debug, PartialEq)]
pub struct WhatIf {
    /// As it is.
    pub before: Picture,
    /// As it would be; the scenarios differ in FTE and in what is weighted or divided by FTE.
    pub after: PerScenario<Picture>,
    /// Which proposal takes which FTE.
    pub harvest: PerScenario<Harvest<ProposalId>>,
    /// Moves that found no score to move: nothing is answered there, or the round does not ask.
    pub not_moved: Vec<(ProposalId, AreaId, Dimension)>,
}

/// The moves by proposal and area, as [`crate::domain::decisions::Decisions::moves`].
pub type Moves = BTreeMap<ProposalId, BTreeMap<AreaId, Move>>;

/// Points by which a move changes a dimension; never more than the whole scale.
#[must_use]
pub fn points(one: &Move, dimension: Dimension) -> f64 {
    let points = match dimension {
        Dimension::Centralisation => one.centralisation,
        Dimension::Process => one.process,
        Dimension::Solution => one.solution,
    };
    let max = f64::from(dimension.max());
    points.map_or(0.0, |points| finite(points).clamp(-max, max))
}

/// The picture after the chosen proposals; the first of them harvests first. One that is named
/// twice counts once. `scorecard` is the scores of the round.
#[must_use]
pub fn what_if(
    round: &Round,
    scorecard: &Scorecard,
    chosen: &[ProposalId],
    moves: &Moves,
) -> WhatIf {
    let mut seen = BTreeSet::new();
    let in_order: Vec<(&ProposalId, &BTreeMap<AreaId, Move>)> = chosen
        .iter()
        .filter(|id| seen.insert(*id))
        .filter_map(|id| moves.get_key_value(id))
        .collect();
    let deltas = deltas(&in_order);
    let harvest = PerScenario::from_fn(|scenario| harvest_of(scorecard, &in_order, scenario));
    let picture = |scorecard: Scorecard| Picture {
        indicators: indicators(round, &scorecard),
        scorecard,
    };
    WhatIf {
        before: picture(scorecard.clone()),
        after: PerScenario::from_fn(|scenario| {
            picture(moved(scorecard, &deltas, &harvest.get(scenario).left))
        }),
        harvest,
        not_moved: not_moved(scorecard, &in_order),
    }
}

/// The points of all proposals together, area by area. Added in the order of the proposals' ids,
/// so that the order in which they were chosen changes no digit.
fn deltas(
    in_order: &[(&ProposalId, &BTreeMap<AreaId, Move>)],
) -> BTreeMap<AreaId, PerDimension<f64>> {
    let by_id: BTreeMap<_, _> = in_order.iter().copied().in_map();
    let mut deltas: BTreeMap<AreaId, PerDimension<f64>> = BTreeMap::new();
    for (&area, one) in by_id.into_values().flatten() {
        let delta = deltas.entry(area).or_default();
        for dimension in Dimension::ALL {
            *delta.get_mut(dimension) += points(one, dimension);
        }
    }
    deltas
}

fn harvest_of(
    scorecard: &Scorecard,
    in_order: &[(&ProposalId, &BTreeMap<AreaId, Move>)],
    scenario: Scenario,
) -> Harvest<ProposalId> {
    let wishes: Vec<Wishes<ProposalId>> = in_order
        .iter()
        .map(|&(id, moves)| Wishes {
            id: id.clone(),
            areas: moves
                .iter()
                .filter_map(|(&area, one)| {
                    let percent = PerScenario::of_range(one.fte_percent)?;
                    Some((area, Wish::Percent(*percent.get(scenario))))
                })
                .in_map(),
        })
        .collect();
    harvest(&fte_of(scorecard), &wishes)
}

/// FTE of each area that the staff sheet gives something to.
#[must_use]
pub fn fte_of(scorecard: &Scorecard) -> BTreeMap<AreaId, f64> {
    let areas = scorecard.domains.iter().flat_map(|domain| &domain.areas);
    areas
        .filter_map(|area| Some((area.area, area.fte?)))
        .in_map()
}

fn moved(
    scorecard: &Scorecard,
    deltas: &BTreeMap<AreaId, PerDimension<f64>>,
    left: &BTreeMap<AreaId, f64>,
) -> Scorecard {
    let moved_area = |area: &AreaScore| {
        let mut area = area.clone();
        for dimension in Dimension::ALL {
            let delta = deltas.get(&area.area).map(|delta| *delta.get(dimension));
            move_score(&mut area, dimension, delta.unwrap_or_default());
        }
        area.fte = area.fte.and(left.get(&area.area).copied());
        area
    };
    Scorecard {
        domains: scorecard
            .domains
            .iter()
            .map(|domain| {
                let areas = domain.areas.iter().map(moved_area).collect();
                domain_score(domain.domain, areas)
            })
            .collect(),
    }
}

/// Moves a score, not beyond its scale. The mean of the mass processes alone is not known after: a
/// move does not say which activities it concerns.
fn move_score(area: &mut AreaScore, dimension: Dimension, delta: f64) {
    let Some(score) = area.score(dimension).filter(|_| delta != 0.0) else {
        return;
    };
    let mean = area.means.get_mut(dimension);
    let score = (score + delta).clamp(0.0, f64::from(dimension.max()));
    mean.hundredths = score * 100.0 * f64::from(mean.n);
    *area.mass_means.get_mut(dimension) = Mean::default();
}

fn not_moved(
    scorecard: &Scorecard,
    in_order: &[(&ProposalId, &BTreeMap<AreaId, Move>)],
) -> Vec<(ProposalId, AreaId, Dimension)> {
    let mut found = Vec::new();
    for &(id, moves) in in_order {
        for (&area, one) in moves {
            let scores = scorecard.area(area);
            found.extend(
                Dimension::ALL
                    .into_iter()
                    .filter(|&dimension| points(one, dimension) != 0.0)
                    .filter(|&dimension| scores.and_then(|area| area.score(dimension)).is_none())
                    .map(|dimension| (id.clone(), area, dimension)),
            );
        }
    }
    found
}
