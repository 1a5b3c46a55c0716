//! How payroll and bookkeeping are run: the facts behind the indicators of effective operation
//! (002 s. 67) and the comparison with KL's survey of 87 municipalities (002 s. 8-21).
//!
//! Owns what is asked. Everything may be missing; none of it counts in a score. What is made of
//! it, and what it is held against, is elsewhere.

use serde::{Deserialize, Serialize};

use super::answer::Extra;

/// Who primarily enters pay data (002 s. 11; of 87 municipalities 68, 1, 2 and 16).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PayDataEntry {
    /// The units.
    Decentral,
    /// An intermediate level that serves several units.
    Intermediate,
    /// A central payroll office.
    Central,
    /// Nobody else: the employee or manager enters them in the payroll system itself, or they come
    /// there from another system.
    InSystem,
}

impl PayDataEntry {
    /// All of them, in the order of the survey.
    pub const ALL: [Self; 4] = [
        Self::Decentral,
        Self::Intermediate,
        Self::Central,
        Self::InSystem,
    ];
}

/// Where most of a process is done (002 s. 11). The survey has three levels; [`super::rating::Place`]
/// is the finer scale of the activities.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PrimaryLevel {
    /// In the units.
    Decentral,
    /// At an intermediate level that serves several units.
    Intermediate,
    /// In a central function.
    Central,
}

impl PrimaryLevel {
    /// All of them, from decentral to central.
    pub const ALL: [Self; 3] = [Self::Decentral, Self::Intermediate, Self::Central];
}

/// Facts of payroll and bookkeeping in the year of a round.
///
/// The counts are seen against [`super::profile::Profile::payslips`] and
/// [`super::profile::Profile::invoices`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Operation {
    /// Who primarily enters pay data (002 s. 11).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay_data_entry: Option<PayDataEntry>,
    /// Where the process of hiring is primarily done (002 s. 11; of 87: 27, 4 and 56).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hiring: Option<PrimaryLevel>,
    /// Where invoices are primarily posted (kontering) (002 s. 11; of 87: 66, 14 and 7).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub invoice_posting: Option<PrimaryLevel>,
    /// Employees enter hours, holiday, absence and mileage in the payroll system by app or PC: one
    /// of the three points of the ladder of payroll automation (002 s. 17).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub time_by_employees: Option<bool>,
    /// Person data are registered directly in the payroll system (002 s. 17).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub person_data_direct: Option<bool>,
    /// Pay is registered directly in the payroll system (002 s. 17).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub pay_direct: Option<bool>,
    /// Invoices that are posted automatically, whole percent of all, 0 to 100 (002 s. 19).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_posting: Option<u8>,
    /// Invoices whose receipt is collected automatically, whole percent of all, 0 to 100
    /// (002 s. 19). An invoice can count here and in [`Self::auto_posting`].
    #[serde(skip_serializing_if = "Option::is_none")]
    pub auto_receipt: Option<u8>,
    /// A conto payments of pay a year, a count (002 s. 14: share of the payroll records).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub a_conto_payments: Option<u32>,
    /// Negative pays a year, a count (002 s. 14: share of the payroll records).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub negative_pays: Option<u32>,
    /// Invoices that are overdue at the time of answering, a count (002 s. 14: share of a year's
    /// invoices).
    #[serde(skip_serializing_if = "Option::is_none")]
    pub overdue_invoices: Option<u32>,
    /// What one FTE costs, kr. a year; values resources in money. No default here.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fte_cost: Option<u32>,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Operation {
    /// Whether nothing is said.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self == Self::default()
    }
}
