//! What is chosen for the report, and what is said at the workshop.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::ProposalId;
use crate::domain::answer::Extra;

/// What the report holds (`report`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct ReportChoice {
    /// The parts that are in it or not, by their keys; the usual ones where nothing is said.
    pub parts: BTreeMap<String, bool>,
    /// What the municipality writes first.
    pub introduction: Option<String>,
    /// What the municipality writes above a part, by its key.
    pub comments: BTreeMap<String, String>,
    /// Whether the municipality's name is hidden.
    pub anonymous: bool,
    /// Whether it tells what differences could be worth, where the dataset allows it.
    pub potential: bool,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}

/// How long a workshop is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Agenda {
    /// One day.
    #[default]
    Day,
    /// Half a day (package 3).
    HalfDay,
    /// The day about robots, in three parts.
    Robots,
}

/// The workshop (`workshop`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Workshop {
    /// Which agenda is followed.
    pub agenda: Agenda,
    /// The day, `YYYY-MM-DD`.
    pub date: Option<String>,
    /// When it begins, as people write it: `9.00`.
    pub time: Option<String>,
    /// Where.
    pub place: Option<String>,
    /// Who leads it: a function.
    pub leader: Option<String>,
    /// Who takes part: functions, one on each line.
    pub participants: Option<String>,
    /// What it is to lead to.
    pub purpose: Option<String>,
    /// What was said that is no decision.
    pub note: Option<String>,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}

/// What was decided at the workshop (`resolutions`).
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Resolution {
    /// What was decided.
    pub text: Option<String>,
    /// The proposal that it is about.
    pub proposal: Option<ProposalId>,
    /// Who does something about it: a function.
    pub owner: Option<String>,
    /// Until when, `YYYY-MM-DD`.
    pub due: Option<String>,
    /// The day on which it was noted, `YYYY-MM-DD`.
    pub noted: Option<String>,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}
