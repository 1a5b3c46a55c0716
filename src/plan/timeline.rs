//! The plan in time: a bar for each action with its milestones, and how it went month by month.
//!
//! Owns what the dates mean together. Draws nothing and knows no clock.

use crate::domain::decisions::{Action, ActionId, Decisions, Light, ProposalId, Status};
use crate::sorting;

use super::dates::{Date, YearMonth};
use super::order::in_order;

/// The most months that are listed: five years.
pub const MOST_MONTHS: usize = 60;

/// A milestone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mark {
    /// Its id in the action.
    pub id: String,
    /// What is reached.
    pub title: Option<String>,
    /// When; none where no day is given that can be read.
    pub date: Option<Date>,
    /// Whether it is reached.
    pub done: bool,
}

/// What is wrong with the dates of an action.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DateProblem {
    /// No first day.
    NoStart,
    /// No last day.
    NoEnd,
    /// The first day is no day that a plan can name.
    StartUnreadable,
    /// The last day is no day that a plan can name.
    EndUnreadable,
    /// The last day comes before the first.
    EndBeforeStart,
    /// The milestone with this id has no day.
    MilestoneWithoutDate(String),
    /// The day of the milestone with this id cannot be read.
    MilestoneUnreadable(String),
    /// The milestone with this id lies outside the action's own days.
    MilestoneOutside(String),
    /// This is no month, so what was said of it is not shown.
    MonthUnreadable(String),
}

/// An action in time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bar {
    /// The action.
    pub action: ActionId,
    /// Its proposal.
    pub proposal: ProposalId,
    /// What it is called, where not as the proposal.
    pub title: Option<String>,
    /// How far it is.
    pub status: Status,
    /// First day.
    pub start: Option<Date>,
    /// Last day.
    pub end: Option<Date>,
    /// By their days, those without one last.
    pub milestones: Vec<Mark>,
    /// What is wrong with the dates.
    pub problems: Vec<DateProblem>,
}

impl Bar {
    /// First and last day, where the two can be drawn as a bar.
    #[must_use]
    pub fn span(&self) -> Option<(Date, Date)> {
        self.start.zip(self.end).filter(|(start, end)| start <= end)
    }
}

/// What was last said, and when.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Said<T> {
    /// What.
    pub what: T,
    /// Of which month; an earlier one where nothing was said of the month itself.
    pub month: YearMonth,
}

/// How an action stands in a month.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MonthStatus<'a> {
    /// The latest light.
    pub light: Option<Said<Light>>,
    /// The latest note.
    pub note: Option<Said<&'a str>>,
}

/// The actions as bars, in the plan's order.
#[must_use]
pub fn bars(decisions: &Decisions) -> Vec<Bar> {
    in_order(decisions)
        .into_iter()
        .map(|(id, action)| bar(id, action))
        .collect()
}

fn bar(id: &ActionId, action: &Action) -> Bar {
    let mut problems = Vec::new();
    let start = day(
        action.start.as_deref(),
        (DateProblem::NoStart, DateProblem::StartUnreadable),
        &mut problems,
    );
    let end = day(
        action.end.as_deref(),
        (DateProblem::NoEnd, DateProblem::EndUnreadable),
        &mut problems,
    );
    if start.zip(end).is_some_and(|(start, end)| end < start) {
        problems.push(DateProblem::EndBeforeStart);
    }
    let mut milestones: Vec<Mark> = Vec::new();
    for (id, one) in &action.milestones {
        let wrong = (
            DateProblem::MilestoneWithoutDate(id.clone()),
            DateProblem::MilestoneUnreadable(id.clone()),
        );
        let date = day(one.date.as_deref(), wrong, &mut problems);
        let early = date.zip(start).is_some_and(|(date, start)| date < start);
        let late = date.zip(end).is_some_and(|(date, end)| date > end);
        if early || late {
            problems.push(DateProblem::MilestoneOutside(id.clone()));
        }
        milestones.push(Mark {
            id: id.clone(),
            title: one.title.clone(),
            date,
            done: one.done,
        });
    }
    sorting::sort_by_key(&mut milestones, |mark| {
        (mark.date.is_none(), mark.date, mark.id.len())
    });
    let months = action.months.keys();
    problems.extend(
        months
            .filter(|month| YearMonth::parse(month).is_none())
            .map(|month| DateProblem::MonthUnreadable(month.clone())),
    );
    Bar {
        action: id.clone(),
        proposal: action.proposal.clone(),
        title: action.title.clone(),
        status: action.status,
        start,
        end,
        milestones,
        problems,
    }
}

/// Reads a day, or names what is wrong with it: that it is missing, or cannot be read.
fn day(
    text: Option<&str>,
    (missing, unreadable): (DateProblem, DateProblem),
    problems: &mut Vec<DateProblem>,
) -> Option<Date> {
    let date = text.and_then(Date::parse);
    if date.is_none() {
        problems.push(if text.is_some() { unreadable } else { missing });
    }
    date
}

/// How an action stands in a month: light and note each as they were last told of.
#[must_use]
pub fn status_in(action: &Action, month: YearMonth) -> MonthStatus<'_> {
    let mut status = MonthStatus {
        light: None,
        note: None,
    };
    // The keys sort as months do, since both are written in one way.
    for (key, said) in &action.months {
        let Some(at) = YearMonth::parse(key).filter(|&at| at <= month) else {
            continue;
        };
        if let Some(what) = said.light {
            status.light = Some(Said { what, month: at });
        }
        if let Some(what) = said.note.as_deref().filter(|note| !note.is_empty()) {
            status.note = Some(Said { what, month: at });
        }
    }
    status
}

/// The months from the first day of the plan, or the first status where that is earlier, to its
/// last day or latest status; at most [`MOST_MONTHS`].
#[must_use]
pub fn months(decisions: &Decisions) -> Vec<YearMonth> {
    let mut all: Vec<YearMonth> = Vec::new();
    for action in decisions.actions.values() {
        let days = [&action.start, &action.end].into_iter().flatten();
        let days = days.filter_map(|text| Date::parse(text));
        all.extend(days.map(Date::year_month));
        let said = action.months.keys();
        all.extend(said.filter_map(|month| YearMonth::parse(month)));
    }
    let (Some(&first), Some(&last)) = (all.iter().min(), all.iter().max()) else {
        return Vec::new();
    };
    std::iter::successors(Some(first), |month| Some(month.next()))
        .take_while(|&month| month <= last)
        .take(MOST_MONTHS)
        .collect()
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::domain::decisions;
    use crate::domain::plan::Plan;

    fn decided(actions: Value) -> Decisions {
        let plan: Plan = serde_json::from_value(json!({"actions": actions})).unwrap();
        let (decisions, unread) = decisions::read(&plan);
        assert_eq!(unread, []);
        decisions
    }

    fn month(text: &str) -> YearMonth {
        YearMonth::parse(text).unwrap()
    }

    #[test]
    fn bars_stand_in_the_plans_order_with_their_milestones_by_day() {
        let decisions = decided(json!({
            "a1": {"proposal": "M08", "order": 2, "start": "2026-09-01", "end": "2027-06-30",
                "milestones": {"m1": {"title": "I drift", "date": "2027-01-04"},
                    "m2": {"date": "2026-10-01", "done": true}}},
            "a2": {"proposal": "M01", "order": 1, "start": "2026-08-01", "end": "2026-08-31"}
        }));
        let bars = bars(&decisions);
        let ids: Vec<&str> = bars.iter().map(|bar| bar.action.0.as_str()).collect();
        assert_eq!(ids, ["a2", "a1"]);
        let marks: Vec<&str> = bars[1]
            .milestones
            .iter()
            .map(|mark| mark.id.as_str())
            .collect();
        assert_eq!(marks, ["m2", "m1"]);
        assert!(bars.iter().all(|bar| bar.problems.is_empty()));
        let (start, end) = bars[0].span().unwrap();
        assert_eq!(end.days() - start.days(), 30);
    }

    #[test]
    fn what_is_wrong_with_the_dates_is_named() {
        let decisions = decided(json!({
            "a1": {"start": "2026-09-01", "end": "2026-08-01", "months": {"2026-13": {}},
                "milestones": {"m1": {"date": "i morgen"}, "m2": {}, "m3": {"date": "2026-10-01"}}},
            "a2": {"start": "01-09-2026"}
        }));
        let bars = bars(&decisions);
        let expected = [
            DateProblem::EndBeforeStart,
            DateProblem::MilestoneUnreadable("m1".to_owned()),
            DateProblem::MilestoneWithoutDate("m2".to_owned()),
            DateProblem::MilestoneOutside("m3".to_owned()),
            DateProblem::MonthUnreadable("2026-13".to_owned()),
        ];
        assert_eq!(bars[0].problems, expected);
        assert_eq!(bars[0].span(), None);
        let expected = [DateProblem::StartUnreadable, DateProblem::NoEnd];
        assert_eq!(bars[1].problems, expected);
    }

    #[test]
    fn a_month_without_a_word_stands_as_it_was_last_told() {
        let decisions = decided(json!({"a1": {"months": {
            "2026-09": {"light": "yellow", "note": "Venter på leverandøren"},
            "2026-11": {"light": "green"}
        }}}));
        let action = &decisions.actions[&"a1".into()];
        let said = |text| {
            let status = status_in(action, month(text));
            let light = status.light.map(|said| (said.what, said.month.to_string()));
            (light, status.note.map(|said| said.what))
        };
        let note = Some("Venter på leverandøren");
        assert_eq!(said("2026-08"), (None, None));
        let yellow = Some((Light::Yellow, "2026-09".to_owned()));
        assert_eq!(said("2026-10"), (yellow, note));
        let green = Some((Light::Green, "2026-11".to_owned()));
        assert_eq!(said("2027-03"), (green, note));
    }

    #[test]
    fn months_run_from_the_first_day_to_the_last_word() {
        let decisions = decided(json!({
            "a1": {"start": "2026-11-15", "end": "2026-12-01", "months": {"2027-02": {}}},
            "a2": {}
        }));
        let months: Vec<String> = months(&decisions)
            .iter()
            .map(YearMonth::to_string)
            .collect();
        assert_eq!(months, ["2026-11", "2026-12", "2027-01", "2027-02"]);
    }

    #[test]
    fn a_slip_of_the_keyboard_lists_no_endless_months() {
        let decisions = decided(json!({"a1": {"start": "2026-11-15", "end": "2099-12-01"}}));
        assert_eq!(months(&decisions).len(), MOST_MONTHS);
        assert_eq!(months(&decided(json!({"a1": {"end": "9999-12-01"}}))), []);
    }
}
