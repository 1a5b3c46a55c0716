//! The staff sheet ("Bemanding"): who works on what, in FTE.
//!
//! Owns the rows. Sums per area and level are in [`crate::scoring::resources`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::answer::Extra;
use super::ids::{AreaId, RowId};
use super::rating::Place;

/// What a row of the sheet counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum StaffKind {
    /// A team or function, in FTE on a date (norm, with leaders, vacancies and students).
    Team,
    /// A number of like units, each with some hours per week.
    Units,
    /// A service bought from others, in kr. a year.
    Purchase,
}

/// Hours of a full-time week in Denmark.
pub const FULL_TIME_HOURS: u64 = 37;

/// One row of the staff sheet. Which amounts are used depends on [`StaffKind`].
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StaffRow {
    /// Unique in the sheet; rows stand in the order of their ids.
    pub id: RowId,
    /// What the row counts.
    pub kind: StaffKind,
    /// Name of the team, kind of unit, or what is bought.
    #[serde(default, skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// Where they are employed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub place: Option<Place>,
    /// FTE, of a team.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fte: Option<Amount>,
    /// How many units.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub number: Option<u32>,
    /// Hours per week in each unit.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub hours_per_week: Option<Amount>,
    /// Whole kr. a year, of a purchased service.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub kr: Option<u32>,
    /// How the row spreads over areas, in whole percent; must not pass 100 in sum.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub areas: BTreeMap<AreaId, u8>,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}

impl StaffRow {
    /// An empty row of a kind.
    #[must_use]
    pub fn new(id: RowId, kind: StaffKind) -> Self {
        Self {
            id,
            kind,
            name: String::new(),
            place: match kind {
                StaffKind::Team => None,
                StaffKind::Units => Some(Place::Institution),
                StaffKind::Purchase => Some(Place::External),
            },
            fte: None,
            number: None,
            hours_per_week: None,
            kr: None,
            areas: BTreeMap::new(),
            extra: Extra::new(),
        }
    }

    /// Percent that has been given to areas.
    #[must_use]
    pub fn percent_placed(&self) -> u32 {
        self.areas.values().map(|&percent| u32::from(percent)).sum()
    }

    /// FTE times [`FULL_TIME_HOURS`], in hundredths: an integer for teams as for units, so that
    /// sums over rows are exact. None for purchases and where a number is missing.
    #[must_use]
    pub fn weekly_hundredths(&self) -> Option<u64> {
        match self.kind {
            StaffKind::Team => self.fte.map(|fte| fte.hundredths() * FULL_TIME_HOURS),
            StaffKind::Units => self
                .number
                .zip(self.hours_per_week)
                .map(|(number, hours)| u64::from(number) * hours.hundredths()),
            StaffKind::Purchase => None,
        }
    }
}
