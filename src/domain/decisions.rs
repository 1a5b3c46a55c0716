//! The plan's values by their meaning: opinions on proposals, business cases, effects, goals,
//! actions, screened processes, purchasing figures, and what report and workshop hold.
//!
//! Owns the shapes and their names in the file. Reading keeps what it understands and names what
//! it does not; nothing is lost, since edits are made in [`super::plan::Plan`], value by value. It
//! computes nothing and knows neither the proposals nor the models: ids of either are texts here,
//! and what they stand for may be unknown to this version.

mod action;
mod meeting;
mod reading;

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::answer::Extra;
use super::ids::{AreaId, RoundId};
use super::rating::Dimension;

pub use action::{Action, Light, Milestone, Month, Status};
pub use meeting::{Agenda, ReportChoice, Resolution, Workshop};
pub use reading::{Unread, read};

/// Makes names of things of the plan: texts that last.
macro_rules! names {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl From<&str> for $name {
            fn from(text: &str) -> Self {
                Self(text.to_owned())
            }
        }
    )*};
}

names! {
    /// A proposal: `M01` to `M16` and `K01` to `K10`.
    ProposalId,
    /// A model of a business case: `C03` to `C26`.
    ModelId,
    /// A business case of the municipality: `c1`, `c2`, ...
    CaseId,
    /// An action of the plan: `a1`, `a2`, ...
    ActionId,
    /// A goal: `g1`, `g2`, ...
    GoalId,
    /// A process that is screened for robots: `p1`, `p2`, ...
    ProcessId,
    /// What was decided at the workshop: `d1`, `d2`, ...
    ResolutionId,
}

/// A number that is not certain. Only `expected` must be known to compute with it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Range {
    /// The lowest value that is thought possible; `expected` where none is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub low: Option<f64>,
    /// What is expected.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub expected: Option<f64>,
    /// The highest value that is thought possible; `expected` where none is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub high: Option<f64>,
}

/// What the municipality thinks of a proposal.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Opinion {
    /// Kept at the top of the list.
    pub pinned: bool,
    /// Why it does not come into question; present where it was rejected.
    pub rejected: Option<String>,
    /// The place in the list that the municipality gave it, from 1.
    pub rank: Option<u32>,
    /// How important one clear place of decision is, 1 (little) to 3 (much) (002 s. 61).
    pub organisation: Option<u8>,
    /// How important a mapped process with a known owner is, 1 to 3 (002 s. 61).
    pub process_maturity: Option<u8>,
    /// How important large and committed volume is, 1 to 3 (002 s. 61).
    pub volume: Option<u8>,
    /// How many voted for it at the workshop.
    pub votes: Option<u32>,
    /// A few words of their own.
    pub note: Option<String>,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A business case: a model with the municipality's numbers.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Case {
    /// The model.
    pub model: ModelId,
    /// The proposal that it is about.
    pub proposal: Option<ProposalId>,
    /// What it is called, where not as the model.
    pub title: Option<String>,
    /// The inputs by their names in the model. One that is missing is taken from the survey or the
    /// model's default, where there is one.
    pub inputs: BTreeMap<String, Range>,
    /// Number of years that are computed, 4 to 10; the model's own where none is given.
    pub years: Option<u8>,
    /// A few words: from where the numbers come.
    pub note: Option<String>,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}

/// By how much a proposal moves an area. Every part may be missing: it moves nothing then.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Move {
    /// Points of centralisation, -3 to 3, that the area's score changes by.
    pub centralisation: Option<f64>,
    /// Points of digital process, -1 to 1.
    pub process: Option<f64>,
    /// Points of digital solution, -1 to 1.
    pub solution: Option<f64>,
    /// Percent of the area's FTE that are freed, 0 to 100.
    pub fte_percent: Range,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What a goal is about.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// A dimension of an area's score.
    Score(AreaId, Dimension),
    /// An area's FTE.
    Fte(AreaId),
    /// An indicator: `payslips_per_fte`, `invoices_per_fte`, `digitalisation`, `procedures`.
    Indicator(String),
}

/// A target with a year (002 s. 77).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Goal {
    /// What it is about.
    pub subject: Option<Subject>,
    /// What shall be reached, in the subject's own unit; an indicator of shares in percent.
    pub target: Option<f64>,
    /// By the end of which year.
    pub year: Option<u16>,
    /// The round in which it was set: where it starts from.
    pub set_in: Option<RoundId>,
    /// A few words.
    pub note: Option<String>,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A process that is screened for a robot (C07).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Process {
    /// What it is.
    pub title: Option<String>,
    /// The area that it belongs to.
    pub area: Option<AreaId>,
    /// FTE on it.
    pub fte: Option<f64>,
    /// How far each criterion fits, 0 (not) to 3 (fully), by the criterion's id.
    pub ratings: BTreeMap<String, u8>,
    /// A few words.
    pub note: Option<String>,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Purchasing of one unit in one quarter (004 p. 45-46).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Purchases {
    /// The unit.
    pub unit: Option<String>,
    /// The year.
    pub year: Option<u16>,
    /// The quarter, 1 to 4.
    pub quarter: Option<u8>,
    /// Purchases in the quarter that agreements exist for, kr.
    pub volume: Option<f64>,
    /// Share of it bought on the agreements, percent 0 to 100.
    pub compliance: Option<f64>,
    /// Share of it bought by e-trade, percent 0 to 100.
    pub e_trade: Option<f64>,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}

/// Everything that was decided.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Decisions {
    /// `proposals`: opinions.
    pub opinions: BTreeMap<ProposalId, Opinion>,
    /// `cases`: business cases.
    pub cases: BTreeMap<CaseId, Case>,
    /// `moves`: by how much each proposal moves which areas.
    pub moves: BTreeMap<ProposalId, BTreeMap<AreaId, Move>>,
    /// `what_if`: the proposals that are tried out, each `true`.
    pub what_if: BTreeSet<ProposalId>,
    /// `actions`: the action plan.
    pub actions: BTreeMap<ActionId, Action>,
    /// `goals`: targets.
    pub goals: BTreeMap<GoalId, Goal>,
    /// `processes`: the screening for robots.
    pub processes: BTreeMap<ProcessId, Process>,
    /// `weights`: own weights of the screening's criteria, 0 to 10.
    pub weights: BTreeMap<String, u8>,
    /// `purchases`: purchasing by unit and quarter.
    pub purchases: BTreeMap<String, Purchases>,
    /// `report`: what the report holds.
    pub report: ReportChoice,
    /// `workshop`: the workshop.
    pub workshop: Workshop,
    /// `resolutions`: what was decided at the workshop.
    pub resolutions: BTreeMap<ResolutionId, Resolution>,
    /// `discount_rate`: percent a year; none where future money counts as today's.
    pub discount_rate: Option<f64>,
    /// `price_saving`: average price saving on agreements, percent.
    pub price_saving: Option<f64>,
    /// `drafts`: what was typed and could not be read, by the path joined with `/`.
    pub drafts: BTreeMap<String, String>,
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;
    use crate::domain::plan::Plan;

    #[test]
    fn what_was_decided_is_read_by_its_meaning() {
        let plan: Plan = serde_json::from_value(json!({
            "proposals": {"M08": {"pinned": true}},
            "cases": {"c1": {"model": "C11", "inputs": {"employees": {"expected": 2762}}}},
            "moves": {"M08": {"P06": {"solution": 0.5, "fte_percent": {"expected": 10}}}},
            "what_if": {"M08": true, "M10": false},
            "actions": {"a1": {"proposal": "M08", "order": 1, "status": "running",
                "split": {"P06": 100}, "months": {"2026-11": {"light": "green"}}}},
            "goals": {"g1": {"subject": {"score": ["P06", "solution"]}, "target": 0.9}},
            "discount_rate": 3.5
        }))
        .unwrap();
        let (decisions, unread) = read(&plan);
        assert_eq!(unread, []);
        assert!(decisions.opinions[&"M08".into()].pinned);
        assert_eq!(decisions.what_if, BTreeSet::from(["M08".into()]));
        assert_eq!(decisions.actions[&"a1".into()].status, Status::Running);
        assert_eq!(
            decisions.goals[&"g1".into()].subject,
            Some(Subject::Score("P06".parse().unwrap(), Dimension::Solution))
        );
        assert_eq!(decisions.discount_rate, Some(3.5));
    }

    #[test]
    fn an_entry_that_cannot_be_read_takes_no_other_with_it() {
        let plan: Plan = serde_json::from_value(json!({
            "cases": {"c1": {"model": 7}, "c2": {"model": "C11"}},
            "moves": {"M08": {"Q1": {}}},
            "goals": [],
            "actions": {"a1": {"proposal": "M08", "status": "lost"}}
        }))
        .unwrap();
        let (decisions, unread) = read(&plan);
        assert_eq!(decisions.cases.len(), 1);
        let paths: Vec<String> = unread.iter().map(|one| one.path.join("/")).collect();
        assert_eq!(paths, ["cases/c1", "moves/M08", "actions/a1", "goals"]);
    }
}
