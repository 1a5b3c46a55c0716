//! Whom a group is made for: the municipality that is compared, and so is left out of it.
//!
//! Owns its identity and the facts by which others are like it. Does not choose a group; see
//! [`super::group`].

use crate::domain::assessment::{Assessment, Round};
use crate::domain::municipality;

use super::classes::{Class, Classes};
use super::peer::Peer;

/// The municipality that is compared.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Own {
    /// Its official code.
    pub code: Option<u16>,
    /// The id of its own contribution to a public dataset.
    pub contribution_id: Option<String>,
    /// Inhabitants.
    pub population: Option<u32>,
    /// Employees, persons.
    pub employees: Option<u32>,
    /// Its classes, as a dataset of anonymous municipalities tells them.
    pub classes: Classes,
}

impl Own {
    /// The identity and the facts of an assessment in one of its rounds.
    #[must_use]
    pub fn of(assessment: &Assessment, round: &Round) -> Self {
        let code = assessment.municipality.as_ref().and_then(|one| one.code);
        let entry = code.and_then(municipality::by_code);
        Self {
            code,
            contribution_id: assessment.contribution_id.clone(),
            population: round
                .profile
                .population
                .or_else(|| entry.map(|entry| entry.population)),
            employees: round.profile.employees,
            classes: Classes::of_profile(&round.profile, entry),
        }
    }

    /// Whether a municipality of a dataset is this one.
    #[must_use]
    pub fn is(&self, peer: &Peer) -> bool {
        let same_code = self.code.is_some() && self.code == peer.code;
        let same_contribution =
            self.contribution_id.is_some() && self.contribution_id == peer.contribution_id;
        same_code || same_contribution
    }

    /// The Danish title of one of its classes.
    #[must_use]
    pub fn class(&self, class: Class) -> Option<&'static str> {
        self.classes.get(class).map(|value| value.title)
    }
}
