//! The units that answer for themselves: schools, care centres, departments.
//!
//! Owns what is known of a unit. Its answers stand in the round, beside the municipality's own;
//! how they are weighed together is in [`crate::scoring`].

use serde::{Deserialize, Serialize};

use super::answer::Extra;
use super::catalogue::Weight;

/// A unit with a budget of its own.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Unit {
    /// Its name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub name: String,
    /// What kind of unit it is, in the municipality's own words: "Skole", "Plejecenter".
    #[serde(skip_serializing_if = "String::is_empty")]
    pub kind: String,
    /// Employees, persons.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employees: Option<u32>,
    /// Supplier invoices a year.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invoices: Option<u32>,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Unit {
    /// What the unit's answer counts; none where the number is not known.
    #[must_use]
    pub const fn weight(&self, weight: Weight) -> Option<u32> {
        match weight {
            Weight::Employees => self.employees,
            Weight::Invoices => self.invoices,
            Weight::Equal => Some(1),
        }
    }
}
