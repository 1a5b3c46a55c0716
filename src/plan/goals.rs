//! Goals followed up: where they were set, where things stand, and whether time runs faster.
//!
//! Owns the judgement of one goal (002 s. 77: set goals, follow them up after a year, correct on
//! the way). The sources do not say how a way is measured; the straight line from the year in which
//! a goal was set to its own year is this project's reading. What is measured is [`super::measured`]'s.

use crate::domain::decisions::Goal;

use super::validity::{Invalid, validate};

/// Values that differ by less are the same: scores are quotients of sums.
const SAME: f64 = 1e-9;

/// A value of a subject in a round.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    /// The year that the round describes.
    pub year: u16,
    /// The value in the subject's own unit; none where the round does not tell it.
    pub value: Option<f64>,
}

/// Where a goal leads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Direction {
    /// The target lies above the start.
    Up,
    /// The target lies below the start.
    Down,
    /// The target is the start: to be kept.
    Keep,
}

/// How far a goal is.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum State {
    /// The target is reached or passed.
    Reached,
    /// This share of the way, 0 to 1.
    OnTheWay(f64),
    /// On the other side of the start than the target.
    MovingAway,
    /// The start, the value now or the target is not known, or the target cannot be.
    Unknown,
}

/// How far a goal is against the time that has gone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Pace {
    /// Further than the time that has gone.
    Ahead,
    /// As far.
    AsExpected,
    /// Less far.
    Behind,
}

/// A goal followed up.
#[derive(Clone, Debug, PartialEq)]
pub struct FollowUp {
    /// Where it was set.
    pub start: Option<Point>,
    /// The current round.
    pub now: Option<Point>,
    /// Where it leads; none where start or target are not known.
    pub direction: Option<Direction>,
    /// How far it is.
    pub state: State,
    /// The share of the way that the time gone would let expect, 0 to 1: from the year of the start
    /// to the goal's year, evenly.
    pub expected: Option<f64>,
    /// How the two compare.
    pub pace: Option<Pace>,
    /// What is wrong with the goal.
    pub invalid: Vec<Invalid>,
}

/// Follows one goal up.
#[must_use]
pub fn follow_up(goal: &Goal, start: Option<Point>, now: Option<Point>) -> FollowUp {
    let invalid = validate(goal, start);
    let target = goal.target.filter(|_| {
        !invalid.iter().any(|one| {
            matches!(
                one,
                Invalid::TargetOutside { .. } | Invalid::NoSubject | Invalid::UnknownIndicator
            )
        })
    });
    let value = |point: Option<Point>| point?.value.filter(|value| value.is_finite());
    let way = value(start).zip(target);
    let direction = way.map(|(start, target)| direction(start, target));
    let state = match (way, value(now)) {
        (Some((start, target)), Some(now)) => state(start, target, now),
        _ => State::Unknown,
    };
    let expected = expected(goal, start, now);
    FollowUp {
        start,
        now,
        direction,
        state,
        expected,
        pace: expected.and_then(|expected| pace(state, expected)),
        invalid,
    }
}

fn direction(start: f64, target: f64) -> Direction {
    if (target - start).abs() <= SAME {
        Direction::Keep
    } else if target > start {
        Direction::Up
    } else {
        Direction::Down
    }
}

fn state(start: f64, target: f64, now: f64) -> State {
    let (gone, whole) = match direction(start, target) {
        Direction::Up => (now - start, target - start),
        Direction::Down => (start - now, start - target),
        Direction::Keep if (now - target).abs() <= SAME => return State::Reached,
        Direction::Keep => return State::MovingAway,
    };
    if gone >= whole - SAME {
        State::Reached
    } else if gone < -SAME {
        State::MovingAway
    } else {
        State::OnTheWay((gone / whole).clamp(0.0, 1.0))
    }
}

fn expected(goal: &Goal, start: Option<Point>, now: Option<Point>) -> Option<f64> {
    let (start, now, end) = (start?.year, now?.year, goal.year?);
    let whole = end.checked_sub(start).filter(|&years| years > 0)?;
    let gone = now.saturating_sub(start);
    Some((f64::from(gone) / f64::from(whole)).min(1.0))
}

fn pace(state: State, expected: f64) -> Option<Pace> {
    let share = match state {
        State::Reached => 1.0,
        State::OnTheWay(share) => share,
        State::MovingAway => return Some(Pace::Behind),
        State::Unknown => return None,
    };
    Some(if (share - expected).abs() <= SAME {
        Pace::AsExpected
    } else if share > expected {
        Pace::Ahead
    } else {
        Pace::Behind
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decisions::Subject;
    use crate::domain::rating::Dimension;

    fn goal(target: f64, year: u16) -> Goal {
        Goal {
            subject: Some(Subject::Score(
                "P06".parse().unwrap(),
                Dimension::Centralisation,
            )),
            target: Some(target),
            year: Some(year),
            ..Goal::default()
        }
    }

    fn point(year: u16, value: f64) -> Point {
        let value = Some(value);
        Point { year, value }
    }

    fn follow(target: f64, year: u16, start: Option<Point>, now: Point) -> FollowUp {
        follow_up(&goal(target, year), start, Some(now))
    }

    /// A goal set at 1.0 in 2026 for the end of 2030, and the value in 2027.
    #[track_caller]
    fn check(target: f64, now: f64, direction: Direction, state: State, pace: Pace) {
        let follow_up = follow(target, 2030, Some(point(2026, 1.0)), point(2027, now));
        assert_eq!(follow_up.invalid, []);
        assert_eq!(follow_up.direction, Some(direction));
        assert_eq!(follow_up.expected, Some(0.25));
        match (follow_up.state, state) {
            (State::OnTheWay(share), State::OnTheWay(expected)) => {
                assert!((share - expected).abs() < 1e-9, "{share}");
            }
            (state, expected) => assert_eq!(state, expected),
        }
        assert_eq!(follow_up.pace, Some(pace));
    }

    #[test]
    fn a_goal_upwards_is_followed_from_its_start() {
        use Direction::Up;
        check(2.0, 2.5, Up, State::Reached, Pace::Ahead);
        check(2.0, 1.5, Up, State::OnTheWay(0.5), Pace::Ahead);
        check(2.0, 1.25, Up, State::OnTheWay(0.25), Pace::AsExpected);
        check(2.0, 1.0, Up, State::OnTheWay(0.0), Pace::Behind);
        check(2.0, 0.9, Up, State::MovingAway, Pace::Behind);
    }

    #[test]
    fn a_goal_downwards_is_followed_from_its_start() {
        use Direction::Down;
        check(0.5, 0.5, Down, State::Reached, Pace::Ahead);
        check(0.5, 0.9, Down, State::OnTheWay(0.2), Pace::Behind);
        check(0.5, 1.1, Down, State::MovingAway, Pace::Behind);
    }

    #[test]
    fn a_goal_to_keep_what_is_there_is_kept_or_not() {
        check(1.0, 1.0, Direction::Keep, State::Reached, Pace::Ahead);
        check(1.0, 1.2, Direction::Keep, State::MovingAway, Pace::Behind);
    }

    #[test]
    fn after_the_year_of_the_goal_the_whole_way_is_expected() {
        let late = follow(2.0, 2028, Some(point(2026, 1.0)), point(2031, 1.9));
        assert_eq!((late.expected, late.pace), (Some(1.0), Some(Pace::Behind)));
        let reached = follow(2.0, 2028, Some(point(2026, 1.0)), point(2031, 2.0));
        assert_eq!(reached.pace, Some(Pace::AsExpected));
    }

    #[test]
    fn without_a_start_or_a_value_now_nothing_is_known() {
        let nowhere = follow(2.0, 2030, None, point(2027, 1.5));
        assert_eq!(nowhere.state, State::Unknown);
        assert_eq!(nowhere.invalid, [Invalid::NoStart]);
        let year = 2027;
        let blank = Point { year, value: None };
        let unanswered = follow(2.0, 2030, Some(point(2026, 1.0)), blank);
        assert_eq!((unanswered.state, unanswered.pace), (State::Unknown, None));
        assert_eq!(unanswered.direction, Some(Direction::Up));
    }
}
