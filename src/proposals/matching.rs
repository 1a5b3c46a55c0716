//! Which proposals fit a picture, and why.
//!
//! The rule is this project's (KLK matched by hand and never told how): simple, so that it can be
//! recomputed by hand, and told on the page "Metode".
//!
//! 1. **Gap.** In an area that a proposal moves, each of its dimensions leaves
//!    `(max - score) / max` of the scale, 0 to 1. The area's gap is the largest of them. Estimates
//!    and provisional scores count and are marked. Resources have no score and no gap.
//! 2. **Centralisation** counts only where KLK's catalogue does not call the area decentral (004
//!    pages 15-16, [`crate::peers::typical`]): nobody is told to gather those.
//! 3. **Weight.** The area's FTE; where no area of the domain has FTE, all weigh alike. An area
//!    that a source names counts in full, an inferred one half.
//! 4. **Group.** Where real municipalities (or the example beside invented ones) allow findings, an
//!    area that lies below the group by more than "omtrent som gruppen" counts
//!    `1 + (group - own) / max` times, by the proposal's dimension in which it lies farthest below.
//!    Beside orientation data that is told and does not count; beside invented municipalities the
//!    group is not mentioned. More FTE than the group is told and never counts.
//! 5. **Points** = sum of weight x gap x (3) x (4): the FTE in work that is not yet gathered or
//!    digital where the proposal acts ("årsværk at hente billedet fra"). Never a saving.
//! 6. **Place.** What the municipality pinned; what it ranked; then by points; then what is there
//!    already; what it rejected comes last. Inside each by its own rank, then points, then id.
//!    Points are told apart in billionths of the domain's weight, so that neither the rounding of
//!    binary fractions nor the unit of the weights decides a place.
//!
//! Total and deterministic: no order of proposals, areas, answers or staff rows changes the result.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::domain::assessment::Round;
use crate::domain::decisions::{Opinion, ProposalId};
use crate::domain::ids::Domain;
use crate::peers::Comparison;
use crate::peers::resources::DomainResources;
use crate::scoring::Scorecard;
use crate::sorting;

use super::area::match_area;
use super::facts::{self, DomainFacts};
use super::proposal::Proposal;
use super::reason::{AreaMatch, Match, Outcome, Reason};

/// Steps of the domain's weight in which points are told apart.
const STEPS: f64 = 1e9;

/// The group that a picture is held beside.
#[derive(Clone, Copy, Debug)]
pub struct Peers<'a> {
    /// Scores beside the group.
    pub comparison: &'a Comparison,
    /// FTE beside the group; may be empty.
    pub resources: &'a [DomainResources],
}

/// The administrative picture of a round.
#[derive(Clone, Copy, Debug)]
pub struct Picture<'a> {
    /// The round.
    pub round: &'a Round,
    /// Its scores.
    pub scorecard: &'a Scorecard,
    /// The group, if there is one.
    pub peers: Option<Peers<'a>>,
}

/// The proposals that move areas of a domain, the first place first.
#[must_use]
pub fn rank(
    domain: Domain,
    picture: &Picture<'_>,
    opinions: &BTreeMap<ProposalId, Opinion>,
) -> Vec<Match> {
    rank_among(super::proposals(), domain, picture, opinions)
}

/// As [`rank`], among other proposals than the shipped ones.
#[must_use]
pub fn rank_among(
    proposals: &[Proposal],
    domain: Domain,
    picture: &Picture<'_>,
    opinions: &BTreeMap<ProposalId, Opinion>,
) -> Vec<Match> {
    let facts = facts::gather(domain, picture);
    let mut matches: Vec<Match> = proposals
        .iter()
        .filter(|proposal| proposal.areas.iter().any(|one| one.area.domain == domain))
        .map(|proposal| match_one(proposal, &facts, opinions.get(&proposal.id)))
        .collect();
    sorting::sort_by(&mut matches, |a, b| compare(a, b, facts.weight));
    for (at, one) in matches.iter_mut().enumerate() {
        one.place = at + 1;
    }
    matches
}

fn compare(a: &Match, b: &Match, weight: f64) -> Ordering {
    let class = |one: &Match| match one {
        one if one.rejected.is_some() => 4,
        one if one.pinned => 0,
        one if one.rank.is_some() => 1,
        one if matches!(one.outcome, Outcome::Needed | Outcome::Unanswered) => 2,
        _ => 3,
    };
    let rank = |one: &Match| one.rank.unwrap_or(u32::MAX);
    let step = |one: &Match| (one.points / weight * STEPS).round();
    class(a)
        .cmp(&class(b))
        .then_with(|| rank(a).cmp(&rank(b)))
        .then_with(|| step(b).total_cmp(&step(a)))
        .then_with(|| a.proposal.cmp(&b.proposal))
}

fn match_one(proposal: &Proposal, domain: &DomainFacts<'_>, opinion: Option<&Opinion>) -> Match {
    let mut areas: Vec<AreaMatch> = proposal
        .areas
        .iter()
        .filter_map(|moved| {
            let facts = domain.areas.get(&moved.area)?;
            Some(match_area(proposal, moved, facts, domain.weighing))
        })
        .collect();
    // Summed in the order of the catalogue, so that the order in the file does not matter.
    sorting::sort_by_key(&mut areas, |one| one.area);
    let points = areas.iter().map(|one| one.points).sum();
    sorting::sort_by(&mut areas, |a, b| b.points.total_cmp(&a.points));
    Match {
        proposal: proposal.id.clone(),
        place: 0,
        points,
        weighing: domain.weighing,
        outcome: outcome(&areas),
        pinned: opinion.is_some_and(|one| one.pinned),
        rank: opinion.and_then(|one| one.rank),
        rejected: opinion.and_then(|one| one.rejected.clone()),
        areas,
    }
}

fn outcome(areas: &[AreaMatch]) -> Outcome {
    let unanswered = |one: &AreaMatch| one.reasons.contains(&Reason::Unanswered);
    if areas.iter().any(|one| one.deciding.is_some()) {
        Outcome::Needed
    } else if areas.iter().any(unanswered) {
        Outcome::Unanswered
    } else if areas.iter().any(|one| one.gap.is_some()) {
        Outcome::AlreadyThere
    } else {
        Outcome::NotHere
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::amount::Amount;
    use crate::domain::rating::Degree::{Full, Manual, Partly};
    use crate::domain::rating::Place::Central;
    use crate::proposals::tests::{answer, matched, proposal, round};
    use crate::scoring;

    #[test]
    fn pinned_ranked_points_done_rejected_and_the_same_by_id() {
        let mut round = round();
        answer(&mut round, "E04", (Central, Manual, Full), 1);
        answer(&mut round, "E06", (Central, Partly, Full), 1);
        let of = |id, area| proposal(id, &[area], &["process"]);
        let mut proposals = vec![
            of("M01", "E06"),
            of("M02", "E04"),
            of("M03", "E04"),
            of("M04", "E04"),
            of("M05", "E06"),
            of("M06", "E06"),
            proposal("M07", &["E04"], &["solution"]),
            of("M08", "E01"),
            of("M09", "E06"),
            proposal("M10", &["P01"], &["process"]),
        ];
        let opinion = |pinned, rank, rejected: bool| Opinion {
            pinned,
            rank,
            rejected: rejected.then(|| "nej".to_owned()),
            ..Opinion::default()
        };
        let opinions = BTreeMap::from([
            ("M04".into(), opinion(true, Some(9), true)),
            ("M05".into(), opinion(true, None, false)),
            ("M06".into(), opinion(false, Some(2), false)),
            ("M09".into(), opinion(true, Some(5), false)),
            ("X".into(), opinion(true, None, false)),
        ]);
        let scorecard = scoring::score(&round);
        let picture = Picture {
            round: &round,
            scorecard: &scorecard,
            peers: None,
        };
        for _ in 0..2 {
            let found = rank_among(&proposals, Domain::Economy, &picture, &opinions);
            let ids: Vec<&str> = found.iter().map(|one| one.proposal.0.as_str()).collect();
            assert_eq!(
                ids,
                [
                    "M09", "M05", "M06", "M02", "M03", "M01", "M08", "M07", "M04"
                ]
            );
            let places: Vec<usize> = found.iter().map(|one| one.place).collect();
            assert_eq!(places, [1, 2, 3, 4, 5, 6, 7, 8, 9]);
            assert_eq!(found[8].rejected.as_deref(), Some("nej"));
            assert!(found[8].points > 0.0, "the reasons are kept");
            proposals.reverse();
        }
    }
    #[test]
    fn the_rounding_of_binary_fractions_decides_no_place() {
        let mut round = round();
        for (area, fte) in [("E01", 30), ("E04", 10), ("E06", 20)] {
            answer(&mut round, area, (Central, Manual, Full), 1);
            round.staff.last_mut().unwrap().fte = Some(Amount::from_hundredths(fte));
        }
        let proposals = [
            proposal("M02", &["E04", "E06"], &["process"]),
            proposal("M01", &["E01"], &["process"]),
        ];
        let found = matched(&proposals, &round, None);
        assert!(found[0].points < found[1].points, "0.3 < 0.1 + 0.2");
        assert_eq!(found[0].proposal, "M01".into());
    }
}
