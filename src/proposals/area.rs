//! What one area says for one proposal: gap, weight, group and the reasons, by the rule of
//! [`super::matching`].

use crate::domain::rating::Dimension;
use crate::peers::band::Band;
use crate::scoring::AreaScore;
use crate::sorting;

use super::facts::Facts;
use super::proposal::{Aim, Basis, MovedArea, Proposal};
use super::reason::{AreaMatch, Reason, Weighing};

/// At most so many activities are named for an area.
pub const CAUSES: usize = 5;

/// An area that no source names for the proposal counts as this much of one.
pub const INFERRED: f64 = 0.5;

/// What is left of the scale in one dimension.
struct Left {
    dimension: Dimension,
    score: f64,
    /// The gap, 0 to 1.
    share: f64,
}

/// The gaps of those dimensions that count and have a score, the largest first.
fn gaps(dimensions: &[Dimension], score: &AreaScore) -> Vec<Left> {
    let mut gaps: Vec<Left> = dimensions
        .iter()
        .filter_map(|&dimension| {
            let max = f64::from(dimension.max());
            let score = score.score(dimension)?;
            Some(Left {
                dimension,
                score,
                share: ((max - score) / max).clamp(0.0, 1.0),
            })
        })
        .collect();
    sorting::sort_by(&mut gaps, |a, b| b.share.total_cmp(&a.share));
    gaps
}

pub(super) fn match_area(
    proposal: &Proposal,
    moved: &MovedArea,
    facts: &Facts<'_>,
    weighing: Weighing,
) -> AreaMatch {
    let mut found = AreaMatch {
        area: moved.area,
        basis: moved.basis,
        fte: facts.fte,
        deciding: None,
        gap: None,
        points: 0.0,
        reasons: Vec::new(),
        causes: Vec::new(),
    };
    let dimensions = counting(proposal, facts);
    let score = facts.score.filter(|score| score.coverage.relevant > 0);
    let gaps = score.map_or_else(Vec::new, |score| gaps(&dimensions, score));
    if let (Some(score), Some(largest)) = (score, gaps.first()) {
        let below = below_group(&dimensions, facts);
        found.gap = Some(largest.share);
        found.points =
            facts.weight * largest.share * share_of(moved.basis) * (1.0 + counted(&below));
        if largest.share > 0.0 {
            found.deciding = Some(largest.dimension);
            found.causes = facts.causes(largest.dimension, CAUSES);
            found.reasons.extend(own_gaps(&gaps));
            found.reasons.extend(below);
            found.reasons.extend(resources(proposal, facts));
            found.reasons.extend(manual(&dimensions, facts));
        }
        found.reasons.extend(marks(score, facts, weighing));
    } else if facts.score.is_some() && score.is_none() {
        found.reasons.push(Reason::NotRelevant);
    } else if !dimensions.is_empty() {
        found.reasons.push(Reason::Unanswered);
    }
    if proposal.aims_at(Aim::Centralisation) && facts.stays_decentral {
        found.reasons.push(Reason::StaysDecentral);
    }
    found
}

/// The dimensions of the proposal that count in the area, in order.
fn counting(proposal: &Proposal, facts: &Facts<'_>) -> Vec<Dimension> {
    let mut dimensions: Vec<Dimension> = proposal
        .aims
        .iter()
        .filter_map(|aim| aim.dimension())
        .filter(|&one| one != Dimension::Centralisation || !facts.stays_decentral)
        .collect();
    sorting::sort(&mut dimensions);
    dimensions
}

const fn share_of(basis: Basis) -> f64 {
    match basis {
        Basis::Stated => 1.0,
        Basis::Inferred => INFERRED,
    }
}

fn own_gaps(gaps: &[Left]) -> impl Iterator<Item = Reason> {
    gaps.iter()
        .filter(|one| one.share > 0.0)
        .map(|one| Reason::OwnGap {
            dimension: one.dimension,
            score: one.score,
            gap: one.share,
        })
}

/// The dimensions in which the area lies below the group, and not just about as it.
fn below_group(dimensions: &[Dimension], facts: &Facts<'_>) -> Vec<Reason> {
    let Some(group) = &facts.group else {
        return Vec::new();
    };
    dimensions
        .iter()
        .filter_map(|&dimension| {
            let deviation = (*group.deviation.get(dimension))?;
            let band = Band::of(deviation, dimension);
            (band < Band::About).then_some(Reason::BelowGroup {
                dimension,
                deviation,
                band,
                evidence: group.evidence,
            })
        })
        .collect()
}

/// How much more an area counts for lying below the group, as a share of the scale.
fn counted(below: &[Reason]) -> f64 {
    let shares = below.iter().map(|reason| match reason {
        Reason::BelowGroup {
            dimension,
            deviation,
            evidence,
            ..
        } if evidence.allows_findings() => -deviation / f64::from(Dimension::max(*dimension)),
        _ => 0.0,
    });
    shares.fold(0.0, f64::max)
}

fn resources(proposal: &Proposal, facts: &Facts<'_>) -> Option<Reason> {
    let group = facts.group.as_ref()?;
    let (rate, deviation) = group.rate?;
    let told = proposal.aims_at(Aim::Resources) && deviation > 0.0;
    told.then_some(Reason::Resources {
        fte: facts.fte?,
        rate,
        deviation,
        evidence: group.evidence,
    })
}

fn manual(dimensions: &[Dimension], facts: &Facts<'_>) -> impl Iterator<Item = Reason> {
    dimensions
        .iter()
        .filter(|&&dimension| dimension != Dimension::Centralisation)
        .filter_map(|&dimension| {
            let (count, of) = facts.manual(dimension);
            (count > 0).then_some(Reason::ManualActivities {
                dimension,
                count,
                of,
            })
        })
}

/// What must be known of the score and the weight.
fn marks(score: &AreaScore, facts: &Facts<'_>, weighing: Weighing) -> impl Iterator<Item = Reason> {
    let no_fte = weighing == Weighing::Fte && facts.weight <= 0.0;
    [
        score.estimated.then_some(Reason::Estimated),
        score.is_provisional().then_some(Reason::Provisional),
        no_fte.then_some(Reason::NoFte),
    ]
    .into_iter()
    .flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue;
    use crate::domain::ids::{Domain, UnitId};
    use crate::domain::rating::Degree::{Full, Manual, Partly};
    use crate::domain::rating::PerDimension;
    use crate::domain::rating::Place::Central;
    use crate::peers::Comparison;
    use crate::peers::comparison::{AreaDeviation, Beside, DomainDeviation, Evidence};
    use crate::proposals::matching::Peers;
    use crate::proposals::tests::{answer, area, matched, only, proposal, round};

    #[test]
    fn the_activities_behind_a_gap_are_named_the_largest_first() {
        let mut round = round();
        answer(&mut round, "E04", (Central, Partly, Full), 0);
        let answers = round.answers.get_mut(&UnitId::central()).unwrap();
        for (number, degree) in [(1, Full), (3, Manual), (7, Manual)] {
            let mut of = answers.values_mut().skip(number - 1);
            of.next().unwrap().process = Some(degree);
        }
        let found = only(&proposal("M10", &["E04"], &["process", "solution"]), &round);
        let causes: Vec<_> = found.areas[0]
            .causes
            .iter()
            .map(|one| (one.activity.number, one.score))
            .collect();
        assert_eq!(causes, [(3, 0.0), (7, 0.0), (2, 0.5), (4, 0.5), (5, 0.5)]);
        let of = u32::try_from(catalogue::area(area("E04")).unwrap().activities.len()).unwrap();
        let manual = Reason::ManualActivities {
            dimension: Dimension::Process,
            count: 2,
            of,
        };
        assert!(found.areas[0].reasons.contains(&manual));
    }

    /// E04 beside a group, with deviations of centralisation, process and solution.
    fn beside(evidence: Evidence, deviation: [f64; 3]) -> Comparison {
        let [centralisation, process, solution] = deviation.map(Some);
        let row = AreaDeviation {
            area: area("E04"),
            provisional: false,
            beside: Beside {
                deviation: PerDimension {
                    centralisation,
                    process,
                    solution,
                },
                ..Beside::default()
            },
        };
        let domain = DomainDeviation {
            domain: Domain::Economy,
            areas: vec![row],
            total: Beside::default(),
        };
        Comparison {
            evidence,
            domains: vec![domain],
        }
    }

    #[test]
    fn below_the_group_counts_only_where_findings_are_allowed() {
        let mut round = round();
        answer(&mut round, "E04", (Central, Partly, Partly), 10);
        let proposal = proposal("M10", &["E04"], &["process", "solution"]);
        let check = |evidence, deviation, points: f64, told: &[(Dimension, Band)]| {
            let comparison = beside(evidence, deviation);
            let peers = Peers {
                comparison: &comparison,
                resources: &[],
            };
            let found = matched(std::slice::from_ref(&proposal), &round, Some(peers)).remove(0);
            assert!((found.points - points).abs() < 1e-9, "{}", found.points);
            let bands: Vec<_> = found
                .reasons()
                .filter_map(|(_, reason)| match reason {
                    Reason::BelowGroup {
                        dimension, band, ..
                    } => Some((*dimension, *band)),
                    _ => None,
                })
                .collect();
            assert_eq!(bands, told);
        };
        let process = (Dimension::Process, Band::Below);
        let solution = (Dimension::Solution, Band::FarBelow);
        check(
            Evidence::Finding,
            [-3.0, -0.2, -0.3],
            6.5,
            &[process, solution],
        );
        check(Evidence::Demonstration, [0.0, -0.2, 0.3], 6.0, &[process]);
        check(Evidence::Finding, [0.0, -0.04, 0.3], 5.0, &[]);
        check(
            Evidence::Orientation,
            [0.0, -0.2, -0.3],
            5.0,
            &[process, solution],
        );
        check(Evidence::Invented, [0.0, -0.2, -0.3], 5.0, &[]);
    }
}
