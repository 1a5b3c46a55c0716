//! What a municipality or a unit says of one activity.
//!
//! Owns single answers and area estimates. Does not know how they are scored.

use serde::{Deserialize, Serialize};

use super::rating::{Degree, Organisation, Procedure};

/// Keys of a file that this version does not know, kept so that they survive a round trip.
pub type Extra = serde_json::Map<String, serde_json::Value>;

/// Whether the activity is to be counted at all.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Standing {
    /// Asked; the ratings say what was answered.
    #[default]
    Asked,
    /// "Ikke relevant": left out of every mean and of the coverage.
    NotRelevant,
    /// "Ved ikke": unanswered, by somebody who looked at it.
    Unknown,
}

impl Standing {
    #[allow(clippy::trivially_copy_pass_by_ref, reason = "serde wants a reference")]
    fn is_asked(&self) -> bool {
        *self == Self::Asked
    }
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde wants a reference")]
fn is_false(value: &bool) -> bool {
    !*value
}

/// The answer to one activity by the municipality or by one unit.
///
/// Ratings that were given before the activity was set to [`Standing::NotRelevant`] or
/// [`Standing::Unknown`] are kept, but do not count, so that the choice can be taken back.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Answer {
    /// Whether the activity counts.
    #[serde(skip_serializing_if = "Standing::is_asked")]
    pub standing: Standing,
    /// Who does the cases.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Organisation>,
    /// How digital the solving of the task is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub solution: Option<Degree>,
    /// How digital the flow between the actors is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub process: Option<Degree>,
    /// Whether there is a documented procedure, where that is asked.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub procedure: Option<Procedure>,
    /// A free note.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub comment: String,
    /// Marked to be looked at again.
    #[serde(skip_serializing_if = "is_false")]
    pub flag: bool,
    /// The function (not the person) that answered.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub by: Option<String>,
    /// When, as an RFC 3339 time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub at: Option<String>,
    /// Taken over from an earlier round, and not looked at since: its ratings are scored, but it
    /// does not count as answered.
    #[serde(skip_serializing_if = "is_false")]
    pub unconfirmed: bool,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Answer {
    /// All three ratings are given and count, in this round.
    #[must_use]
    pub const fn is_complete(&self) -> bool {
        matches!(self.standing, Standing::Asked)
            && !self.unconfirmed
            && self.organisation.is_some()
            && self.solution.is_some()
            && self.process.is_some()
    }

    /// Nothing more is to be answered: complete, not relevant, or looked at and unknown.
    #[must_use]
    pub const fn is_settled(&self) -> bool {
        !self.unconfirmed && (!matches!(self.standing, Standing::Asked) || self.is_complete())
    }

    /// Nothing has been said at all, whoever it was and whenever, so the answer need not be kept.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        *self
            == Self {
                by: self.by.clone(),
                at: self.at.clone(),
                unconfirmed: self.unconfirmed,
                ..Self::default()
            }
    }
}

/// A quick estimate of a whole area ("skøn"); it stands until an activity of the area is answered.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Estimate {
    /// Who does the cases.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub organisation: Option<Organisation>,
    /// How digital the solving of the tasks is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub solution: Option<Degree>,
    /// How digital the flow is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub process: Option<Degree>,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}
