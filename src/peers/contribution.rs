//! What a municipality hands over to a dataset of municipalities, and nothing else.
//!
//! Owns the content of the format `kommunebenchmark-contribution`. No comment, name, text, staff
//! row, purchase or time of an answer is in it: what is not named here is not handed over. A named
//! municipality hands over its exact size and FTE, an anonymous one only FTE in relation to its size:
//! the two together would tell the size, and the size who it is. The way
//! from an assessment to it is [`super::handover`], the checks of a file are in
//! `document::contribution`, and what is published of many is decided in [`super::build`].

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::answer::Standing;
use crate::domain::ids::{ActivityId, AreaId, Domain};
use crate::domain::rating::{Degree, Organisation, PerDimension};

use super::classes::Classes;

/// The name of the format, first key of every file.
pub const FORMAT: &str = "kommunebenchmark-contribution";
/// The newest version of the format that this build reads and the one it writes.
pub const VERSION: u32 = 1;
/// An area with fewer FTE is shown without them: it can be one person.
pub const SMALLEST_FTE: f64 = 1.0;

/// What a municipality hands over. With [`Self::network`] it is named, else anonymous.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Contribution {
    /// Always [`FORMAT`].
    pub format: String,
    /// [`VERSION`] or older.
    pub version: u32,
    /// The version of the program that made it.
    pub app: String,
    /// When it was made, as an RFC 3339 time in UTC. Of two with one id the later counts.
    pub made_at: String,
    /// Random id, also kept in the municipality's own file.
    pub contribution_id: String,
    /// The year that the answers describe.
    pub year: u16,
    /// Version of the catalogue that was answered.
    pub catalogue: String,
    /// Version of the method in which the scores are computed.
    pub method: String,
    /// Classes instead of exact facts.
    pub classes: Classes,
    /// The areas that are answered enough.
    pub areas: BTreeMap<AreaId, AreaContribution>,
    /// FTE of a domain per 10,000 inhabitants (finance) or per 1,000 employees (payroll and HR),
    /// with two decimals, in an anonymous contribution: of all its areas, also of those that are not
    /// handed over. None under [`SMALLEST_FTE`] and where the size is not known.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rate_totals: BTreeMap<Domain, f64>,
    /// FTE of a domain with one decimal, as [`Self::rate_totals`], in a named contribution.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fte_totals: BTreeMap<Domain, f64>,
    /// The answers of those areas.
    pub activities: BTreeMap<ActivityId, ActivityContribution>,
    /// Who it is and the consent to be named; none in an anonymous contribution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub network: Option<Network>,
}

/// The result of one area.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize)]
pub struct AreaContribution {
    /// Scores with four decimals.
    pub scores: PerDimension<f64>,
    /// Answered / relevant activities, from 0.6 to 1, with four decimals.
    pub coverage: f64,
    /// FTE with one decimal in a named contribution; none under [`SMALLEST_FTE`] and where not
    /// known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub fte: Option<f64>,
    /// FTE per 10,000 inhabitants (finance) or per 1,000 employees (payroll and HR), with two
    /// decimals, in an anonymous contribution; none where the area has under [`SMALLEST_FTE`] and
    /// where its FTE or the size are not known.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rate: Option<f64>,
}

/// The answer to one activity: its codes only.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct ActivityContribution {
    /// Whether the activity counts.
    #[serde(default, skip_serializing_if = "is_asked")]
    pub standing: Standing,
    /// Who does the cases.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Organisation>,
    /// Digital process.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub process: Option<Degree>,
    /// Digital solution.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solution: Option<Degree>,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde wants a reference")]
fn is_asked(standing: &Standing) -> bool {
    *standing == Standing::Asked
}

/// What only a named contribution holds.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Network {
    /// Which municipality.
    pub municipality: Named,
    /// Its consent.
    pub consent: Consent,
}

/// A municipality by name, with its exact size.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
pub struct Named {
    /// Official code.
    pub code: u16,
    /// The official name without "Kommune".
    pub name: String,
    /// Inhabitants.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub population: Option<u32>,
    /// Employees, persons.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub employees: Option<u32>,
}

/// The written consent to be named in a network.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Consent {
    /// The function (not the person) that gave it.
    pub function: String,
    /// When, `YYYY-MM-DD`.
    pub date: String,
    /// Version of the text.
    pub version: String,
    /// What was agreed to, word for word.
    pub text: String,
}

/// The text of the consent, as a municipality reads it before it agrees.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct ConsentText {
    /// Changes with every change of the text.
    pub version: String,
    /// In Danish.
    pub text: String,
}

/// The consent text of this build.
///
/// # Panics
/// Never: the bundled file is checked by a test.
#[must_use]
pub fn consent_text() -> ConsentText {
    serde_json::from_str(include_str!("consent.json")).expect("checked by a test")
}

/// Consent to the text of this build, given by a function on a date.
#[must_use]
pub fn consent(function: &str, date: &str) -> Consent {
    let ConsentText { version, text } = consent_text();
    Consent {
        function: function.to_owned(),
        date: date.to_owned(),
        version,
        text,
    }
}

/// Whether an id has the form of a random one, so that no name can be published as one.
#[must_use]
pub fn is_random_id(id: &str) -> bool {
    (16..=40).contains(&id.len())
        && id
            .bytes()
            .all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f' | b'-'))
}
