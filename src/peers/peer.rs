//! One municipality of a dataset, as others may see it.
//!
//! Owns its facts: exact ones where it stands by name, classes where it is anonymous. Its scores
//! and answers stand in the columns of [`super::dataset::Dataset`].

use serde::{Deserialize, Serialize};

/// One municipality of a dataset.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Peer {
    /// Name, or an invented one.
    pub name: String,
    /// Official code of a named municipality.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub code: Option<u16>,
    /// Random id of an anonymous contribution, also kept in the contributor's own file.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub contribution_id: Option<String>,
    /// Inhabitants.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<u32>,
    /// Employees, persons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employees: Option<u32>,
    /// Size class by inhabitants, in Danish, of an anonymous municipality.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population_class: Option<String>,
    /// Size class by employees, in Danish, of an anonymous municipality.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employees_class: Option<String>,
    /// Finance system; A, B or C in the model.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub economy_system: Option<String>,
    /// Payroll system; A, B or C in the model.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub payroll_system: Option<String>,
    /// Statistics Denmark's municipality group.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub group: Option<String>,
}
