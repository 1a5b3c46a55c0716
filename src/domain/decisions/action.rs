//! Actions of the plan: who, when, how far, and how it went month by month.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::{CaseId, ProposalId};
use crate::domain::answer::Extra;
use crate::domain::ids::AreaId;

/// How far an action is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Status {
    /// Not begun.
    #[default]
    Planned,
    /// Under way.
    Running,
    /// Carried out.
    Done,
    /// Given up; its gain does not count.
    Stopped,
}

/// How an action went in a month (monthly status, 002 s. 58-59).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Light {
    /// As planned.
    Green,
    /// Something must be watched.
    Yellow,
    /// Something must be decided.
    Red,
}

/// What was said of an action in a month.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Month {
    /// How it went.
    pub light: Option<Light>,
    /// What happened, and what happens next.
    pub note: Option<String>,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A step of an action.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Milestone {
    /// What is reached.
    pub title: Option<String>,
    /// When, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// Whether it is reached.
    pub done: bool,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}

/// A proposal that is carried out.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Action {
    /// The proposal.
    pub proposal: ProposalId,
    /// What it is called, where not as the proposal.
    pub title: Option<String>,
    /// The place in the plan: smaller ones come first, and harvest first.
    pub order: u32,
    /// The business case that says what it is worth; without one the effects of
    /// [`super::Decisions::moves`] count.
    pub case: Option<CaseId>,
    /// Who answers for it: a function, no name needed.
    pub owner: Option<String>,
    /// First day, `YYYY-MM-DD`.
    pub start: Option<String>,
    /// Last day, `YYYY-MM-DD`.
    pub end: Option<String>,
    /// How far it is.
    pub status: Status,
    /// The calendar year that is year 1 of the business case; the year after `end` where none is
    /// given, else the year after `start`.
    pub gain_from: Option<u16>,
    /// How the freed FTE spread over the areas, whole percent; by the areas' FTE where none is
    /// given.
    pub split: BTreeMap<AreaId, u8>,
    /// Steps on the way, by `m1`, `m2`, ...
    pub milestones: BTreeMap<String, Milestone>,
    /// The preconditions of the proposal that are met, by their ids.
    pub preconditions: BTreeMap<String, bool>,
    /// The five success factors that are in place, by their ids (003).
    pub success_factors: BTreeMap<String, bool>,
    /// The monthly status, by `YYYY-MM`.
    pub months: BTreeMap<String, Month>,
    /// A few words.
    pub note: Option<String>,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}
