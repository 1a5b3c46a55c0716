//! The order of the processes, and what made it.

use std::cmp::Ordering;
use std::collections::BTreeMap;

use crate::domain::decisions::{Process, ProcessId};
use crate::sorting;

use super::{BEST, Criterion, HEAVIEST, screening};

/// The score of a process that is neither suited nor unsuited: all its ratings in the middle.
pub const MIDDLE: f64 = 50.0;

/// Whether there is enough work in a process.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Size {
    /// It reaches the limit.
    Enough,
    /// It is below the limit: excluded.
    TooSmall,
    /// The FTE are not known, or are no number of FTE.
    Unknown,
}

/// What one criterion does to a score.
#[derive(Clone, Debug, PartialEq)]
pub struct Reason {
    /// The criterion.
    pub criterion: String,
    /// The rating, 0 to 3.
    pub rating: u8,
    /// Points that it adds to [`MIDDLE`] or takes from it.
    pub points: f64,
}

/// A process in the ranking.
#[derive(Clone, Debug, PartialEq)]
pub struct Screened {
    /// The process.
    pub process: ProcessId,
    /// How well it suits a robot, 0 to 100: the weighted mean of the ratings. None where no
    /// criterion with a weight is rated. [`MIDDLE`] and the points of all reasons make it.
    pub score: Option<f64>,
    /// Whether it is large enough.
    pub size: Size,
    /// The criteria that are not rated, in order.
    pub missing: Vec<String>,
    /// What lifts the score, the most first.
    pub lifts: Vec<Reason>,
    /// What lowers it, the most first.
    pub lowers: Vec<Reason>,
}

/// Ranks processes, the best first: those that are large enough or of unknown size before those
/// that are too small, each by score, then by FTE, then by id. `weights` are the municipality's
/// own, by criterion.
#[must_use]
pub fn rank(
    processes: &BTreeMap<ProcessId, Process>,
    weights: &BTreeMap<String, u8>,
) -> Vec<Screened> {
    let mut ranked: Vec<Screened> = processes
        .iter()
        .map(|(id, process)| screen(id, process, weights))
        .collect();
    let fte = |one: &Screened| processes.get(&one.process).and_then(fte_of);
    sorting::sort_by(&mut ranked, |one, other| {
        let excluded = |one: &Screened| one.size == Size::TooSmall;
        excluded(one)
            .cmp(&excluded(other))
            .then_with(|| falling(one.score, other.score))
            .then_with(|| falling(fte(one), fte(other)))
            .then_with(|| by_id(&one.process, &other.process))
    });
    ranked
}

/// Large before small, known before unknown.
fn falling(one: Option<f64>, other: Option<f64>) -> Ordering {
    let key = |value: Option<f64>| value.unwrap_or(f64::NEG_INFINITY);
    key(other).total_cmp(&key(one))
}

/// `p2` before `p10`.
fn by_id(one: &ProcessId, other: &ProcessId) -> Ordering {
    let key = |id: &ProcessId| (id.0.len(), id.0.clone());
    key(one).cmp(&key(other))
}

/// The FTE on a process, if that is a number of FTE.
fn fte_of(process: &Process) -> Option<f64> {
    process.fte.filter(|fte| fte.is_finite() && *fte >= 0.0)
}

fn screen(id: &ProcessId, process: &Process, weights: &BTreeMap<String, u8>) -> Screened {
    let screening = screening();
    let rating = |criterion: &Criterion| {
        let rating = process.ratings.get(&criterion.id).copied();
        rating.filter(|&rating| rating <= BEST)
    };
    let weight = |criterion: &Criterion| {
        let own = weights.get(&criterion.id).copied();
        f64::from(own.unwrap_or(criterion.weight).min(HEAVIEST))
    };
    let (mut rated, mut missing) = (Vec::new(), Vec::new());
    for criterion in &screening.criteria {
        match rating(criterion) {
            Some(rating) => rated.push((criterion, rating, weight(criterion))),
            None => missing.push(criterion.id.clone()),
        }
    }
    let sum: f64 = rated.iter().map(|(.., weight)| weight).sum();
    let reasons: Vec<Reason> = rated
        .into_iter()
        .filter(|(.., weight)| *weight > 0.0)
        .map(|(criterion, rating, weight)| Reason {
            criterion: criterion.id.clone(),
            rating,
            points: weight * (100.0 * f64::from(rating) / f64::from(BEST) - MIDDLE) / sum,
        })
        .collect();
    let points: f64 = reasons.iter().map(|reason| reason.points).sum();
    let (mut lifts, mut lowers): (Vec<_>, Vec<_>) =
        reasons.into_iter().partition(|reason| reason.points > 0.0);
    sorting::sort_by(&mut lifts, |one, other| other.points.total_cmp(&one.points));
    sorting::sort_by(&mut lowers, |one, other| {
        one.points.total_cmp(&other.points)
    });
    Screened {
        process: id.clone(),
        score: (sum > 0.0).then(|| (MIDDLE + points).clamp(0.0, 100.0)),
        size: match fte_of(process) {
            None => Size::Unknown,
            Some(fte) if fte < screening.threshold.fte => Size::TooSmall,
            Some(_) => Size::Enough,
        },
        missing,
        lifts,
        lowers,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn process(fte: Option<f64>, rating: &dyn Fn(&str) -> Option<u8>) -> Process {
        let criteria = screening().criteria.iter();
        Process {
            fte,
            ratings: criteria
                .filter_map(|one| Some((one.id.clone(), rating(&one.id)?)))
                .collect(),
            ..Process::default()
        }
    }

    fn ranked(processes: Vec<(&str, Process)>, weights: &[(&str, u8)]) -> Vec<Screened> {
        let processes = processes
            .into_iter()
            .map(|(id, process)| (id.into(), process))
            .collect();
        let weights = weights.iter().map(|&(id, weight)| (id.to_owned(), weight));
        rank(&processes, &weights.collect())
    }

    fn order(ranked: &[Screened]) -> Vec<&str> {
        ranked.iter().map(|one| one.process.0.as_str()).collect()
    }

    fn check(score: Option<f64>, expected: f64) {
        let is_near = score.is_some_and(|score| (score - expected).abs() < 1e-9);
        assert!(is_near, "{score:?} is not {expected}");
    }

    #[test]
    fn the_score_is_the_weighted_mean_of_the_ratings() {
        let all = |rating: u8| process(Some(1.0), &move |_| Some(rating));
        let ranked = ranked(vec![("p1", all(0)), ("p2", all(3)), ("p3", all(1))], &[]);
        assert_eq!(order(&ranked), ["p2", "p3", "p1"]);
        check(ranked[0].score, 100.0);
        check(ranked[1].score, 100.0 / 3.0);
        check(ranked[2].score, 0.0);
    }

    #[test]
    fn a_criterion_without_a_rating_is_missing_and_not_zero() {
        let rating = |id: &str| (id == "volume").then_some(3);
        let odd = |id: &str| (id == "volume").then_some(9);
        let ranked = ranked(
            vec![
                ("p1", process(None, &rating)),
                ("p2", process(None, &|_| None)),
                ("p3", process(None, &odd)),
            ],
            &[],
        );
        check(ranked[0].score, 100.0);
        assert_eq!(ranked[0].missing.len(), 6);
        assert_eq!((ranked[1].score, ranked[1].missing.len()), (None, 7));
        assert_eq!(ranked[2].missing.len(), 7, "9 is no rating");
    }

    #[test]
    fn below_a_quarter_of_an_fte_a_process_is_excluded_and_unknown_excludes_nothing() {
        use Size::{Enough, TooSmall, Unknown};
        let sized = |fte: Option<f64>, rating: u8| process(fte, &move |_| Some(rating));
        let ranked = ranked(
            vec![
                ("p1", sized(Some(0.24), 3)),
                ("p2", sized(Some(0.25), 1)),
                ("p3", sized(None, 2)),
                ("p4", sized(Some(f64::NAN), 0)),
                ("p5", sized(Some(-1.0), 0)),
            ],
            &[],
        );
        assert_eq!(order(&ranked), ["p3", "p2", "p4", "p5", "p1"]);
        let found: Vec<Size> = ranked.iter().map(|one| one.size).collect();
        assert_eq!(found, [Unknown, Enough, Unknown, Unknown, TooSmall]);
    }

    #[test]
    fn own_weights_count_and_reasons_make_the_score() {
        let rating = |id: &str| Some(if id == "peaks" { 0 } else { 3 });
        let heavy = [("peaks", 200)];
        let ranked = ranked(vec![("p1", process(None, &rating))], &heavy);
        // Weights 3 + 3 + 3 + 2 + 2 + 1 for the others, 10 for the peaks at most.
        check(ranked[0].score, 100.0 * 14.0 / 24.0);
        let reasons = ranked[0].lifts.iter().chain(&ranked[0].lowers);
        let points: f64 = reasons.map(|reason| reason.points).sum();
        check(ranked[0].score, MIDDLE + points);
        assert_eq!(ranked[0].lifts[0].criterion, "volume");
        assert_eq!(ranked[0].lowers[0].criterion, "peaks");
    }

    #[test]
    fn without_any_weight_there_is_no_score() {
        let none: Vec<(&str, u8)> = screening()
            .criteria
            .iter()
            .map(|one| (one.id.as_str(), 0))
            .collect();
        let ranked = ranked(vec![("p1", process(None, &|_| Some(3)))], &none);
        assert_eq!(ranked[0].score, None);
        assert_eq!(ranked[0].lifts, []);
    }

    #[test]
    fn equal_processes_stand_by_fte_and_then_by_number() {
        let sized = |fte: f64| process(Some(fte), &|_| Some(2));
        let ranked = ranked(
            vec![("p10", sized(1.0)), ("p2", sized(1.0)), ("p3", sized(2.0))],
            &[],
        );
        assert_eq!(order(&ranked), ["p3", "p2", "p10"]);
    }
}
