//! The catalogue: 29 areas, 140 activities of finance and 160 of payroll and HR.
//!
//! The catalogue is data: one JSON file per area in `public/data/catalogue/`, with
//! `index.json` as its header (version, how it was made, the general anchors). The build script
//! turns ids, titles and what is needed at the start into the tables of this module; the long
//! texts stay in the same files, which the app reads when they are first shown ([`texts`]).

#[cfg(any(feature = "cli", feature = "documents"))]
pub mod mapping;
pub mod texts;

use serde::{Deserialize, Serialize};

use super::ids::{ActivityId, AreaId, Domain};

include!(concat!(env!("OUT_DIR"), "/catalogue.rs"));

/// What kind of work an activity is; decides the general anchors of its degrees.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Family {
    /// Masseopgave.
    Mass,
    /// Kontrol og opfølgning.
    Control,
    /// Rådgivning og sagsarbejde.
    Casework,
}

/// Who can usually answer for an activity.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Central økonomi.
    CentralFinance,
    /// Bogholderi.
    Bookkeeping,
    /// Opkrævning.
    Collection,
    /// Lønkontor.
    PayrollOffice,
    /// HR og jura.
    HrLegal,
    /// Fagforvaltning.
    Department,
    /// Enhed.
    Unit,
    /// Systemansvarlig.
    SystemOwner,
}

impl Role {
    /// Every role, in the order of the catalogue's header.
    pub const ALL: [Self; 8] = [
        Self::CentralFinance,
        Self::Bookkeeping,
        Self::Collection,
        Self::PayrollOffice,
        Self::HrLegal,
        Self::Department,
        Self::Unit,
        Self::SystemOwner,
    ];
}

/// How the answers of several units to an activity are weighed together.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// By the units' invoices.
    Invoices,
    /// By the units' employees.
    Employees,
    /// Every unit counts the same.
    Equal,
}

/// An area (område) with its activities in the order of the work.
#[derive(Debug)]
pub struct Area {
    /// The area's id.
    pub id: AreaId,
    /// Danish title, as in KLK's leaflet.
    pub title: &'static str,
    /// The activities.
    pub activities: &'static [Activity],
}

/// An activity (aktivitet): one row of the survey.
#[derive(Debug)]
pub struct Activity {
    /// The activity's id.
    pub id: ActivityId,
    /// Danish title: a task as a noun phrase.
    pub title: &'static str,
    /// What kind of work it is.
    pub family: Family,
    /// Who can usually answer, the best first.
    pub answered_by: &'static [Role],
    /// Most of the area's cases or hours are here.
    pub mass_process: bool,
    /// The documented procedure is asked.
    pub procedure: bool,
    /// How units' answers are weighed.
    pub weight: Weight,
}

/// The Danish title of a domain.
#[must_use]
pub const fn domain_title(domain: Domain) -> &'static str {
    match domain {
        Domain::Economy => ECONOMY_TITLE,
        Domain::Payroll => PAYROLL_TITLE,
    }
}

/// The areas of a domain, in order.
pub fn areas_of(domain: Domain) -> impl Iterator<Item = &'static Area> + Clone {
    AREAS.iter().filter(move |area| area.id.domain == domain)
}

/// An area by its id.
#[must_use]
pub fn area(id: AreaId) -> Option<&'static Area> {
    AREAS.iter().find(|area| area.id == id)
}

/// An activity by its id.
#[must_use]
pub fn activity(id: ActivityId) -> Option<&'static Activity> {
    let activity = area(id.area)?.activities.get(usize::from(id.number) - 1)?;
    (activity.id == id).then_some(activity)
}

/// All activities, in order.
pub fn activities() -> impl Iterator<Item = &'static Activity> {
    AREAS.iter().flat_map(|area| area.activities)
}

impl Role {
    /// The role's Danish name.
    #[must_use]
    pub fn title(self) -> &'static str {
        ROLE_TITLES
            .iter()
            .find(|(role, _)| *role == self)
            .map_or("", |(_, title)| title)
    }
}
