//! Every change of an assessment, as a value with an inverse.
//!
//! Undo, the journal, import, merge and restore all go through [`Assessment::apply`]. An edit puts
//! a value in a place; its inverse puts back what was there. Nothing here checks whether a value
//! is sensible: whoever makes an edit has parsed it (see [`super::field`]), and files are checked
//! when they are read.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::amount::Amount;
use super::answer::{Answer, Estimate, Extra};
use super::assessment::{Assessment, Municipality, Round};
use super::ids::{ActivityId, AreaId, RoundId, RowId, UnitId};
use super::plan::{Path, Plan};
use super::profile::Profile;
use super::staff::StaffRow;
use super::unit::Unit;

/// A change. `None` takes away what is in the place.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Edit {
    /// Which municipality it is.
    SetMunicipality {
        /// The municipality, or none.
        municipality: Option<Municipality>,
    },
    /// The id under which answers were handed over to a dataset of municipalities.
    SetContribution {
        /// The random id, or none.
        id: Option<String>,
    },
    /// A whole round: added, replaced or taken away. Rounds stand in the order of year and id.
    SetRound {
        /// The round's id.
        round: RoundId,
        /// The round, or none.
        value: Option<Box<Round>>,
    },
    /// The year that a round describes.
    SetYear {
        /// The round's id.
        round: RoundId,
        /// The year.
        year: u16,
    },
    /// The municipality's facts in a round.
    SetProfile {
        /// The round's id.
        round: RoundId,
        /// All of them.
        profile: Box<Profile>,
    },
    /// Some answers of one unit, in one step.
    SetAnswers {
        /// The round's id.
        round: RoundId,
        /// Whose answers.
        unit: UnitId,
        /// The new answers; none takes an answer away.
        answers: BTreeMap<ActivityId, Option<Answer>>,
    },
    /// What is known of a unit.
    SetUnit {
        /// The round's id.
        round: RoundId,
        /// The unit's id.
        id: UnitId,
        /// The unit, or none; its answers are edits of their own.
        unit: Option<Box<Unit>>,
    },
    /// The quick estimate of an area.
    SetEstimate {
        /// The round's id.
        round: RoundId,
        /// The area.
        area: AreaId,
        /// The estimate, or none.
        estimate: Option<Box<Estimate>>,
    },
    /// One row of the staff sheet.
    SetStaffRow {
        /// The round's id.
        round: RoundId,
        /// The row's id.
        id: RowId,
        /// The row, or none.
        row: Option<Box<StaffRow>>,
    },
    /// The date and the known total of the staff sheet.
    SetStaffCount {
        /// The round's id.
        round: RoundId,
        /// `YYYY-MM-DD`.
        date: Option<String>,
        /// FTE.
        total: Option<Amount>,
    },
    /// A text that could not be read as the field's value.
    SetDraft {
        /// The round's id.
        round: RoundId,
        /// The field's key.
        field: String,
        /// The text, or none.
        text: Option<String>,
    },
    /// The plan as a whole.
    SetPlan {
        /// All of it.
        plan: Plan,
    },
    /// One value of the plan.
    SetInPlan {
        /// Where; see [`Plan::set`].
        path: Path,
        /// The value, or none.
        value: Option<serde_json::Value>,
    },
    /// The keys that this version does not know, of a round or of the survey itself.
    SetExtra {
        /// The round's id; none for the survey itself.
        round: Option<RoundId>,
        /// All of them.
        extra: Extra,
    },
    /// Several edits as one step.
    Batch {
        /// Applied in order, all or none.
        edits: Vec<Edit>,
    },
}

/// The edit is for a round that the assessment does not have.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownRound(pub RoundId);

impl std::fmt::Display for UnknownRound {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "the assessment has no round \"{}\"", self.0.0)
    }
}

impl std::error::Error for UnknownRound {}

impl Assessment {
    /// Carries out an edit and returns the edit that takes it back.
    ///
    /// # Errors
    /// When the edit is for a round that is not there; nothing is changed then.
    pub fn apply(&mut self, edit: Edit) -> Result<Edit, UnknownRound> {
        match edit {
            Edit::SetMunicipality { municipality } => Ok(Edit::SetMunicipality {
                municipality: std::mem::replace(&mut self.municipality, municipality),
            }),
            Edit::SetContribution { id } => Ok(Edit::SetContribution {
                id: std::mem::replace(&mut self.contribution_id, id),
            }),
            Edit::SetRound { round, value } => Ok(self.set_round(round, value)),
            Edit::SetYear { round, year } => {
                let old = std::mem::replace(&mut self.round_mut(&round)?.year, year);
                self.sort_rounds();
                Ok(Edit::SetYear { round, year: old })
            }
            Edit::SetProfile { round, mut profile } => {
                std::mem::swap(&mut self.round_mut(&round)?.profile, &mut profile);
                Ok(Edit::SetProfile { round, profile })
            }
            Edit::SetAnswers {
                round,
                unit,
                answers,
            } => {
                let answers = self.round_mut(&round)?.set_answers(&unit, answers);
                Ok(Edit::SetAnswers {
                    round,
                    unit,
                    answers,
                })
            }
            Edit::SetUnit { round, id, unit } => {
                let units = &mut self.round_mut(&round)?.units;
                let unit = set_or_remove(units, id.clone(), unit.map(|unit| *unit)).map(Box::new);
                Ok(Edit::SetUnit { round, id, unit })
            }
            Edit::SetEstimate {
                round,
                area,
                estimate,
            } => {
                let estimates = &mut self.round_mut(&round)?.estimates;
                let estimate = estimate.map(|estimate| *estimate);
                let estimate = set_or_remove(estimates, area, estimate).map(Box::new);
                Ok(Edit::SetEstimate {
                    round,
                    area,
                    estimate,
                })
            }
            Edit::SetStaffRow { round, id, row } => {
                let row = self.round_mut(&round)?.set_staff_row(id, row);
                Ok(Edit::SetStaffRow { round, id, row })
            }
            Edit::SetStaffCount { round, date, total } => {
                let place = self.round_mut(&round)?;
                let date = std::mem::replace(&mut place.staff_date, date);
                let total = std::mem::replace(&mut place.staff_total, total);
                Ok(Edit::SetStaffCount { round, date, total })
            }
            Edit::SetDraft { round, field, text } => {
                let drafts = &mut self.round_mut(&round)?.drafts;
                let text = set_or_remove(drafts, field.clone(), text);
                Ok(Edit::SetDraft { round, field, text })
            }
            Edit::SetPlan { plan } => Ok(Edit::SetPlan {
                plan: std::mem::replace(&mut self.plan, plan),
            }),
            Edit::SetInPlan { path, value } => {
                let (path, value) = self.plan.set(&path, value);
                Ok(Edit::SetInPlan { path, value })
            }
            Edit::SetExtra { round, extra } => {
                let place = match &round {
                    Some(round) => &mut self.round_mut(round)?.extra,
                    None => &mut self.extra,
                };
                let extra = std::mem::replace(place, extra);
                Ok(Edit::SetExtra { round, extra })
            }
            Edit::Batch { edits } => self.apply_all(edits),
        }
    }

    fn round_mut(&mut self, id: &RoundId) -> Result<&mut Round, UnknownRound> {
        self.rounds
            .iter_mut()
            .find(|round| round.id == *id)
            .ok_or_else(|| UnknownRound(id.clone()))
    }

    fn set_round(&mut self, id: RoundId, value: Option<Box<Round>>) -> Edit {
        let old = self
            .rounds
            .iter()
            .position(|round| round.id == id)
            .map(|index| Box::new(self.rounds.remove(index)));
        if let Some(mut round) = value {
            round.id = id.clone();
            round.tidy();
            self.rounds.push(*round);
        }
        self.sort_rounds();
        Edit::SetRound {
            round: id,
            value: old,
        }
    }

    fn apply_all(&mut self, edits: Vec<Edit>) -> Result<Edit, UnknownRound> {
        let mut inverses = Vec::with_capacity(edits.len());
        for edit in edits {
            match self.apply(edit) {
                Ok(inverse) => inverses.push(inverse),
                Err(error) => {
                    for inverse in inverses.into_iter().rev() {
                        self.apply(inverse)?;
                    }
                    return Err(error);
                }
            }
        }
        inverses.reverse();
        Ok(Edit::Batch { edits: inverses })
    }
}

impl Round {
    fn set_answers(
        &mut self,
        unit: &UnitId,
        answers: BTreeMap<ActivityId, Option<Answer>>,
    ) -> BTreeMap<ActivityId, Option<Answer>> {
        let place = self.answers.entry(unit.clone()).or_default();
        let mut old = BTreeMap::new();
        for (id, answer) in answers {
            old.insert(id, set_or_remove(place, id, answer));
        }
        if place.is_empty() {
            self.answers.remove(unit);
        }
        old
    }

    fn set_staff_row(&mut self, id: RowId, row: Option<Box<StaffRow>>) -> Option<Box<StaffRow>> {
        let old = self
            .staff
            .iter()
            .position(|row| row.id == id)
            .map(|index| Box::new(self.staff.remove(index)));
        if let Some(mut row) = row {
            row.id = id;
            let place = self.staff.partition_point(|other| other.id < id);
            self.staff.insert(place, *row);
        }
        old
    }
}

/// Puts a value in a map, or takes it away, and returns what was there.
fn set_or_remove<K: Ord, V>(map: &mut BTreeMap<K, V>, key: K, value: Option<V>) -> Option<V> {
    match value {
        Some(value) => map.insert(key, value),
        None => map.remove(&key),
    }
}
