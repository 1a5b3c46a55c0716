//! The long texts of the catalogue, as they stand in its files.
//!
//! Owns the shape of the files and the rule for which anchor applies. Does not read files.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::super::ids::{ActivityId, AreaId, Domain};
use super::{Family, Role, Weight};

/// Three observable steps: manual, partly, full.
pub type Anchors = [String; 3];

/// The file of one area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AreaTexts {
    /// The area's id.
    pub id: AreaId,
    /// Danish title.
    pub title: String,
    /// What the area covers.
    pub intro: String,
    /// Its activities, in order.
    pub activities: Vec<ActivityTexts>,
}

/// One activity in the file of its area.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ActivityTexts {
    /// The activity's id.
    pub id: ActivityId,
    /// Danish title.
    pub title: String,
    /// What counts, where the task starts and ends, what is counted elsewhere.
    pub help: String,
    /// A few examples.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub examples: Option<String>,
    /// What kind of work it is.
    pub family: Family,
    /// Own anchors of the digital solution, instead of the family's.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub solution: Option<Anchors>,
    /// Own anchors of the digital process, instead of the general ones.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub process: Option<Anchors>,
    /// Who can usually answer.
    pub answered_by: Vec<Role>,
    /// Most of the area's cases or hours are here.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub mass_process: bool,
    /// The documented procedure is asked.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub procedure: bool,
    /// How units' answers are weighed.
    pub weight: Weight,
}

/// The header of the catalogue, `index.json`.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Header {
    /// Version, as rounds refer to it.
    pub version: String,
    /// Language of the texts.
    pub language: String,
    /// Title of the catalogue.
    pub title: String,
    /// How the catalogue was made.
    pub made: String,
    /// The domains with their areas in order.
    pub domains: Vec<DomainTexts>,
    /// General anchors of the digital solution, by family.
    pub families: Families,
    /// General anchors of the digital process.
    pub process: Anchors,
    /// Danish names of the roles.
    pub answered_by: BTreeMap<Role, String>,
}

/// A domain in the header.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct DomainTexts {
    /// The domain.
    pub id: Domain,
    /// Danish title.
    pub title: String,
    /// Its areas in order.
    pub areas: Vec<AreaId>,
}

/// General anchors of the digital solution.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Families {
    /// Of mass tasks.
    pub mass: FamilyTexts,
    /// Of control and follow-up.
    pub control: FamilyTexts,
    /// Of advice and case work.
    pub casework: FamilyTexts,
}

/// One family of anchors.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct FamilyTexts {
    /// Danish title.
    pub title: String,
    /// The three steps.
    pub solution: Anchors,
}

impl Header {
    /// The anchors of the digital solution that apply to an activity.
    #[must_use]
    pub fn solution_of<'a>(&'a self, activity: &'a ActivityTexts) -> &'a Anchors {
        activity.solution.as_ref().unwrap_or(match activity.family {
            Family::Mass => &self.families.mass.solution,
            Family::Control => &self.families.control.solution,
            Family::Casework => &self.families.casework.solution,
        })
    }

    /// The anchors of the digital process that apply to an activity.
    #[must_use]
    pub fn process_of<'a>(&'a self, activity: &'a ActivityTexts) -> &'a Anchors {
        activity.process.as_ref().unwrap_or(&self.process)
    }
}
