//! The municipality of a round: size, systems, the names of its levels and its operation.
//!
//! Owns what is asked on the page "Kommune". The list of municipalities is in
//! [`super::municipality`].

use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::answer::Extra;
use super::ids::Domain;
use super::operation::Operation;
use super::rating::Place;

/// The finance system (økonomisystem). The sources name OPUS and Prisme (004 p. 23).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum EconomySystem {
    /// KMD Opus Økonomi.
    Opus,
    /// Prisme.
    Prisme,
    /// Another system, by its name.
    Other(String),
}

/// The payroll system (lønsystem). The sources name OPUS Løn (002 s. 44) and Silkeborg Data
/// (004 p. 34).
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayrollSystem {
    /// KMD Opus Løn.
    OpusLoen,
    /// SD Løn (Silkeborg Data).
    SdLoen,
    /// Another system, by its name.
    Other(String),
}

/// Facts of the municipality in the year of a round. Everything may be missing.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// Inhabitants.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub population: Option<u32>,
    /// Year of the population figure (1 January).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub population_year: Option<u16>,
    /// Employees, persons.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employees: Option<u32>,
    /// Employees counted as full-time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub full_time_employees: Option<u32>,
    /// The finance system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub economy_system: Option<EconomySystem>,
    /// The payroll system.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payroll_system: Option<PayrollSystem>,
    /// Organisational units (institutions and others with a budget of their own).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub units: Option<u32>,
    /// Payslips a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub payslips: Option<u32>,
    /// Supplier invoices a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invoices: Option<u32>,
    /// What the levels are called here, where not by the usual name.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub level_names: BTreeMap<Place, String>,
    /// The domains that are answered.
    pub domains: BTreeSet<Domain>,
    /// How payroll and bookkeeping are run.
    #[serde(skip_serializing_if = "Operation::is_empty")]
    pub operation: Operation,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            population: None,
            population_year: None,
            employees: None,
            full_time_employees: None,
            economy_system: None,
            payroll_system: None,
            units: None,
            payslips: None,
            invoices: None,
            level_names: BTreeMap::new(),
            domains: {
                let mut domains = BTreeSet::new();
                domains.extend(Domain::ALL);
                domains
            },
            operation: Operation::default(),
            extra: Extra::new(),
        }
    }
}

impl Profile {
    /// What a place is called in this municipality.
    #[must_use]
    pub fn name_of(&self, place: Place) -> &str {
        self.level_names
            .get(&place)
            .map_or(place.usual_name(), String::as_str)
    }
}

impl Place {
    /// The name used unless the municipality has its own.
    #[must_use]
    pub const fn usual_name(self) -> &'static str {
        match self {
            Self::Institution => "Institution",
            Self::Intermediate => "Mellemniveau",
            Self::Department => "Fagforvaltning",
            Self::Central => "Central",
            Self::External => "Eksternt",
        }
    }
}
