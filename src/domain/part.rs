//! A part of a survey that somebody else answers, in a browser of their own.
//!
//! A part is an assessment of its own with the same id as the survey that it was taken from; it
//! holds the chosen activities only. Owns what is asked of whom, and the answers as they were when
//! it was sent: the common origin when it comes back ([`crate::document`] merges it).

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use serde::{Deserialize, Serialize};

use super::answer::{Answer, Extra, Standing};
use super::assessment::{Assessment, Round};
use super::catalogue;
use super::ids::{ActivityId, UnitId};

/// The most activities of a form to units: a quarter of an hour's work.
pub const MAX_UNIT_ACTIVITIES: usize = 40;

/// What is asked, of whom, until when.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(default)]
pub struct Part {
    /// The function (not the person) that answers: "Bogholderiet", "Skolerne".
    pub function: String,
    /// What is asked.
    pub activities: BTreeSet<ActivityId>,
    /// Every unit that gets the part answers for itself; otherwise it is answered for the
    /// municipality.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub for_units: bool,
    /// The unit that answers; given when a unit opens the part.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<UnitId>,
    /// Until when, `YYYY-MM-DD`.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub deadline: Option<String>,
    /// A few words to those who answer.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub note: String,
    /// When it was sent, as an RFC 3339 time.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_at: Option<String>,
    /// The answers to these activities when the part was sent.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub base: BTreeMap<ActivityId, Answer>,
    /// Unknown keys of the file.
    #[serde(flatten)]
    pub extra: Extra,
}

impl Assessment {
    /// Whose answers are given here: the unit's in a unit's part, else the municipality's own.
    #[must_use]
    pub fn answerer(&self) -> UnitId {
        self.part
            .as_ref()
            .and_then(|part| part.unit.clone())
            .unwrap_or_else(UnitId::central)
    }

    /// Whether an activity is asked here: all of them, but in a part only its own.
    #[must_use]
    pub fn asks(&self, activity: ActivityId) -> bool {
        self.part
            .as_ref()
            .is_none_or(|part| part.activities.contains(&activity))
    }

    /// A round as it is scored here. In a part the answers are those of who answers it, and what
    /// is not asked does not count.
    #[must_use]
    pub fn as_asked<'a>(&self, round: &'a Round) -> Cow<'a, Round> {
        if self.part.is_none() {
            return Cow::Borrowed(round);
        }
        let mut asked = round.clone();
        let mut answers = asked.answers.remove(&self.answerer()).unwrap_or_default();
        for activity in catalogue::activities().filter(|one| !self.asks(one.id)) {
            let not_relevant = Answer {
                standing: Standing::NotRelevant,
                ..Answer::default()
            };
            answers.insert(activity.id, not_relevant);
        }
        asked.answers.clear();
        asked.answers.insert(UnitId::central(), answers);
        Cow::Owned(asked)
    }

    /// Takes a part out of the survey, to be sent: one round with its profile and the chosen
    /// activities' answers. Units begin with none.
    #[must_use]
    pub fn take_part(&self, round: &Round, mut part: Part) -> Self {
        let mut base = BTreeMap::new();
        if !part.for_units {
            for &id in &part.activities {
                if let Some(answer) = round.central_answer(id) {
                    base.insert(id, answer.clone());
                }
            }
        }
        let mut taken = Round::new(round.id.clone(), round.year);
        taken.catalogue.clone_from(&round.catalogue);
        taken.method.clone_from(&round.method);
        taken.profile = round.profile.clone();
        if !base.is_empty() {
            taken.answers.insert(UnitId::central(), base.clone());
        }
        part.base = base;
        Self {
            example: self.example,
            municipality: self.municipality.clone(),
            rounds: vec![taken],
            part: Some(part),
            ..Self::new(self.id.clone(), round.year)
        }
    }

    /// The part as it is returned: every answer that was given here bears the function and the
    /// time. Does nothing to a whole survey.
    pub fn seal(&mut self, at: &str) {
        let unit = self.answerer();
        let Some(part) = &self.part else { return };
        let answers = self
            .rounds
            .iter_mut()
            .filter_map(|round| round.answers.get_mut(&unit))
            .flatten();
        for (id, answer) in answers {
            let base = part.base.get(id);
            let is_new = base != Some(&*answer);
            // A stamp that was sent along is of the answer before; one given here stays.
            let is_stamped_here = answer.at.is_some() && base.is_none_or(|one| one.at != answer.at);
            if is_new && !is_stamped_here {
                answer.by = Some(part.function.clone());
                answer.at = Some(at.to_owned());
            }
        }
    }
}
