//! KL's survey of 87 municipalities in 2017 (002 slides 8-21), as it was published.
//!
//! Owns the figures, which are data (`survey-2017.json`), and the own place among them. A value
//! that is lost in the source is unknown, never guessed. Does not compute the own figures; see
//! [`crate::scoring::indicators`].

use serde::Deserialize;

use crate::domain::operation::{Operation, PayDataEntry, PrimaryLevel};
use crate::scoring::indicators::Indicators;

/// One answer of a distribution.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Bar {
    /// Stable code of the answer.
    pub code: String,
    /// In Danish.
    pub label: String,
    /// Municipalities; none where it is lost.
    pub count: Option<u32>,
    /// Percent as printed; none where it is not.
    pub percent: Option<u32>,
}

/// How 87 municipalities answered one question.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Distribution {
    /// Stable id.
    pub id: String,
    /// The question, in Danish.
    pub title: String,
    /// Slide of 002.
    pub slide: u8,
    /// What must be known of the figures.
    pub note: Option<String>,
    /// The answers in order.
    pub bars: Vec<Bar>,
}

/// How many municipalities automate a step of bookkeeping, and how much of it.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Automation {
    /// The step, in Danish.
    pub title: String,
    /// Slide of 002.
    pub slide: u8,
    /// Municipalities that automate it.
    pub municipalities: u32,
    /// Percent as printed.
    pub percent: u32,
    /// The mean share of invoices there, in percent.
    pub share_of_invoices: u32,
}

/// A figure of quality for municipalities with and without an intermediate level, in percent.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quality {
    /// Stable id.
    pub id: String,
    /// In Danish.
    pub title: String,
    /// Slide of 002.
    pub slide: u8,
    /// With an intermediate level; none where it is lost.
    pub with: Option<f64>,
    /// Without one.
    pub without: Option<f64>,
}

/// Productivity of central FTE by size of the municipality.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Productivity {
    /// Stable id.
    pub id: String,
    /// In Danish.
    pub title: String,
    /// Slide of 002.
    pub slide: u8,
    /// Small municipalities; none where it is lost.
    pub small: Option<f64>,
    /// Middle-sized ones.
    pub middle: Option<f64>,
    /// Large ones.
    pub large: Option<f64>,
}

/// The survey.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Survey {
    /// Municipalities that answered.
    pub n: u32,
    /// The year of the answers.
    pub year: u16,
    /// Danish title.
    pub title: String,
    /// Document, in Danish.
    pub source: String,
    /// Who mainly does three processes.
    pub organisation: Vec<Distribution>,
    /// The payroll automation ladder.
    pub ladder: Distribution,
    /// Bookkeeping automation, by the threshold.
    pub bookkeeping: Distribution,
    /// Percent of the invoices, posting plus receipt, that the threshold lies at.
    pub bookkeeping_threshold: u32,
    /// The two steps of bookkeeping automation.
    pub automation_means: Vec<Automation>,
    /// Figures of quality.
    pub quality: Vec<Quality>,
    /// What must be known of them.
    pub quality_note: String,
    /// Productivity by size.
    pub productivity: Vec<Productivity>,
    /// What must be known of it.
    pub productivity_note: String,
}

/// The published survey.
///
/// # Panics
/// Never: the bundled file is checked by a test.
#[must_use]
pub fn survey() -> Survey {
    serde_json::from_str(include_str!("survey-2017.json")).expect("checked by a test")
}

const fn level_code(level: PrimaryLevel) -> &'static str {
    match level {
        PrimaryLevel::Decentral => "decentral",
        PrimaryLevel::Intermediate => "intermediate",
        PrimaryLevel::Central => "central",
    }
}

impl Survey {
    /// The code of the own answer in a distribution; none where it is not answered.
    #[must_use]
    pub fn own_code(
        &self,
        distribution: &Distribution,
        operation: &Operation,
        own: &Indicators,
    ) -> Option<String> {
        let code = match distribution.id.as_str() {
            "pay_data_entry" => match operation.pay_data_entry? {
                PayDataEntry::Decentral => "decentral",
                PayDataEntry::Intermediate => "intermediate",
                PayDataEntry::Central => "central",
                PayDataEntry::InSystem => "in_system",
            },
            "hiring" => level_code(operation.hiring?),
            "invoice_posting" => level_code(operation.invoice_posting?),
            "ladder" => return Some(own.ladder?.to_string()),
            "bookkeeping" if own.bookkeeping_automation? > self.bookkeeping_threshold => "over",
            "bookkeeping" => "not_over",
            _ => return None,
        };
        Some(code.to_owned())
    }
}
