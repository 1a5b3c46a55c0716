//! The round after a round: what is taken over to the next year, and what is asked anew.
//!
//! Owns the choice. The rounds themselves are plain data in [`super::assessment`]; how two of them
//! differ is in `scoring::change`.

use std::collections::BTreeMap;

use super::answer::{Answer, Extra};
use super::assessment::{Assessment, Round};
use super::catalogue;
use super::ids::{ActivityId, RoundId, UnitId};
use super::operation::Operation;
use super::profile::Profile;

impl Round {
    /// A round for another year, on the catalogue and method of this program.
    ///
    /// Systems, the levels' names and the domains are taken over; numbers that belong to a year
    /// and how payroll and bookkeeping are run are left empty. With `keep_answers` the municipality's own answers are taken over as
    /// unconfirmed, with their comments but without flag, function and time, and so are the
    /// estimates and the staff sheet without its date and known total. Units answer anew.
    ///
    /// The answers of a round on another version of the catalogue are not taken over: the same id
    /// could mean another activity there.
    #[must_use]
    pub fn following(&self, id: RoundId, year: u16, keep_answers: bool) -> Self {
        let mut next = Self::new(id, year);
        next.profile = self.profile.for_another_year();
        if !keep_answers || self.catalogue != catalogue::VERSION {
            return next;
        }
        let own = self.answers.get(super::ids::CENTRAL);
        let kept: BTreeMap<ActivityId, Answer> = own
            .into_iter()
            .flatten()
            .filter_map(|(&id, answer)| Some((id, answer.unconfirmed()?)))
            .collect();
        if !kept.is_empty() {
            next.answers.insert(UnitId::central(), kept);
        }
        next.estimates.clone_from(&self.estimates);
        next.staff.clone_from(&self.staff);
        next
    }
}

impl Answer {
    /// The answer as it stands in a following round until it is confirmed; none where it says
    /// nothing.
    fn unconfirmed(&self) -> Option<Self> {
        let said = Self {
            flag: false,
            by: None,
            at: None,
            unconfirmed: false,
            ..self.clone()
        };
        (!said.is_empty()).then_some(Self {
            unconfirmed: true,
            ..said
        })
    }
}

impl Profile {
    /// What does not belong to a year.
    fn for_another_year(&self) -> Self {
        Self {
            population: None,
            population_year: None,
            employees: None,
            full_time_employees: None,
            economy_system: self.economy_system.clone(),
            payroll_system: self.payroll_system.clone(),
            units: None,
            payslips: None,
            invoices: None,
            level_names: self.level_names.clone(),
            domains: self.domains.clone(),
            operation: Operation::default(),
            extra: Extra::new(),
        }
    }
}

impl Assessment {
    /// An id for a new round of a year that no round has: `2027`, or `2027-2` and so on.
    #[must_use]
    pub fn free_round_id(&self, year: u16) -> RoundId {
        let mut id = RoundId(year.to_string());
        let mut number = 1_u32;
        while self.round(&id).is_some() {
            number += 1;
            id = RoundId(format!("{year}-{number}"));
        }
        id
    }
}
