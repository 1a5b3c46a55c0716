//! A municipality's assessment: its rounds with answers, staff and profile.
//!
//! Plain data; changes go through [`super::edit::Edit`] only.

use crate::sorting;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::answer::{Answer, Estimate, Extra};
use super::ids::{ActivityId, AreaId, RoundId, RowId, UnitId};
use super::part::Part;
use super::plan::Plan;
use super::profile::Profile;
use super::staff::StaffRow;
use super::unit::Unit;

/// Which municipality it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Municipality {
    /// Official code of three digits; none for an invented municipality.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<u16>,
    /// Name without "Kommune" for the real ones.
    pub name: String,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Municipality {
    /// A municipality by its official code, if it has one, and name.
    #[must_use]
    pub fn new(code: Option<u16>, name: impl Into<String>) -> Self {
        Self {
            code,
            name: name.into(),
            extra: Extra::new(),
        }
    }
}

/// One time the survey is answered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Round {
    /// Unique in the assessment.
    pub id: RoundId,
    /// The year that the answers describe.
    pub year: u16,
    /// Version of the catalogue that was answered.
    pub catalogue: String,
    /// Version of the method that is used to score it.
    pub method: String,
    /// The municipality in that year.
    #[serde(default)]
    pub profile: Profile,
    /// Answers by the municipality itself ([`super::ids::CENTRAL`]) and by its units.
    #[serde(default)]
    pub answers: BTreeMap<UnitId, BTreeMap<ActivityId, Answer>>,
    /// What is known of the units that answer.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub units: BTreeMap<UnitId, Unit>,
    /// Quick estimates per area.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub estimates: BTreeMap<AreaId, Estimate>,
    /// The staff sheet, in the order of the row ids.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub staff: Vec<StaffRow>,
    /// The date on which the staff was counted, `YYYY-MM-DD`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff_date: Option<String>,
    /// The total of FTE that the municipality knows from elsewhere, to check the sheet against.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub staff_total: Option<Amount>,
    /// Texts that were typed but could not be read, by field, so that nothing typed is lost.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub drafts: BTreeMap<String, String>,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Round {
    /// An empty round.
    #[must_use]
    pub fn new(id: RoundId, year: u16) -> Self {
        Self {
            id,
            year,
            catalogue: super::catalogue::VERSION.to_owned(),
            method: super::METHOD_VERSION.to_owned(),
            profile: Profile::default(),
            answers: BTreeMap::new(),
            units: BTreeMap::new(),
            estimates: BTreeMap::new(),
            staff: Vec::new(),
            staff_date: None,
            staff_total: None,
            drafts: BTreeMap::new(),
            extra: Extra::new(),
        }
    }

    /// What somebody answers to an activity.
    #[must_use]
    pub fn answer(&self, unit: &UnitId, activity: ActivityId) -> Option<&Answer> {
        self.answers.get(unit)?.get(&activity)
    }

    /// The municipality's own answer to an activity.
    #[must_use]
    pub fn central_answer(&self, activity: ActivityId) -> Option<&Answer> {
        self.answers.get(super::ids::CENTRAL)?.get(&activity)
    }

    /// An id that no row of the staff sheet has: above all others, while there is one.
    #[must_use]
    pub fn next_row_id(&self) -> RowId {
        let is_free = |id: &u32| self.staff.iter().all(|row| row.id.0 != *id);
        let above = self
            .staff
            .iter()
            .map(|row| row.id.0)
            .max()
            .unwrap_or(0)
            .checked_add(1);
        RowId(
            above
                .or_else(|| (1..u32::MAX).find(is_free))
                .unwrap_or_default(),
        )
    }

    /// Puts what is kept in order: staff rows by their ids, no answer that says nothing, and no
    /// unit without an answer.
    pub(super) fn tidy(&mut self) {
        sorting::sort_by_key(&mut self.staff, |row| row.id);
        for answers in self.answers.values_mut() {
            answers.retain(|_, answer| !answer.is_empty());
        }
        self.answers.retain(|_, answers| !answers.is_empty());
    }
}

/// Everything a municipality has entered.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Assessment {
    /// Random id of the survey, the same in every file that comes from it.
    pub id: String,
    /// Set on the example municipality: it is invented, and may be shown as such.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub example: bool,
    /// Which municipality.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub municipality: Option<Municipality>,
    /// Random id under which answers were handed over to a dataset of municipalities; by it the
    /// own row is left out of the group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contribution_id: Option<String>,
    /// Rounds, oldest first.
    pub rounds: Vec<Round>,
    /// What is decided about proposals, business cases, goals and actions.
    #[serde(default, skip_serializing_if = "Plan::is_empty")]
    pub plan: Plan,
    /// Set where this is a part of a survey, answered by somebody else.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub part: Option<Part>,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Assessment {
    /// An empty assessment with one round.
    #[must_use]
    pub fn new(id: String, year: u16) -> Self {
        Self {
            id,
            example: false,
            municipality: None,
            contribution_id: None,
            rounds: vec![Round::new(RoundId(year.to_string()), year)],
            plan: Plan::default(),
            part: None,
            extra: Extra::new(),
        }
    }

    /// Puts what was read in the order in which [`Self::apply`](Self::apply) keeps it, so that
    /// every edit can be taken back exactly.
    pub fn tidy(&mut self) {
        for round in &mut self.rounds {
            round.tidy();
        }
        self.plan.tidy();
        self.sort_rounds();
    }

    /// Oldest first.
    pub(super) fn sort_rounds(&mut self) {
        sorting::sort_by(&mut self.rounds, |a, b| {
            (a.year, &a.id).cmp(&(b.year, &b.id))
        });
    }

    /// One round by its id.
    #[must_use]
    pub fn round(&self, id: &RoundId) -> Option<&Round> {
        self.rounds.iter().find(|round| round.id == *id)
    }

    /// The newest round: the one that is answered and shown.
    #[must_use]
    pub fn current(&self) -> Option<&Round> {
        self.rounds.last()
    }
}

impl std::borrow::Borrow<str> for UnitId {
    fn borrow(&self) -> &str {
        &self.0
    }
}
