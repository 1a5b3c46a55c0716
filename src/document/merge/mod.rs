//! Bringing together what many have answered: parts that come back, and whole surveys from
//! several computers.
//!
//! [`Gathering`] holds what the files say; [`find`] holds it against the survey and says, record
//! by record, what can be taken and what must be chosen. The rules, for each field:
//!
//! - A blank never overrides and never contradicts.
//! - What stood there when a part was sent gives way to what was answered since, and what was
//!   carried over from an earlier round to what somebody has confirmed.
//! - One value that remains is taken; several are a conflict, and the user chooses.
//! - Comments never contradict: their lines are put together, each once. A flag stays.
//!
//! So a value is lost only where its own author replaced it. Different answers of different units
//! are no conflict. Does not change anything; what the user takes is one
//! [`Edit`](crate::domain::edit::Edit).

mod answers;
mod conflicts;
mod decisions;
mod fields;
mod gathering;
mod notes;
mod profile;
mod records;
mod rounds;
mod staff;
mod words;

use std::collections::BTreeMap;

use crate::document::preview::{Choice, Item, Nature, Preview};
use crate::domain::assessment::{Assessment, Round};
use crate::domain::edit::Edit;
use crate::domain::ids::UnitId;

use answers::Found;
use fields::Voter;
use gathering::{Entry, InRound, Piece, Record};

pub use gathering::{Gathering, Source};
pub use notes::Refusal;

/// The label of the choice that keeps the survey's value and the others' beside it.
pub const BOTH: &str = "Begge";
const OWN: &str = "Jeres egen";
const NOTHING: &str = "Ikke besvaret";

/// Whose value stands where there is a conflict and nobody to ask.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Prefer {
    /// The survey's own.
    Mine,
    /// The latest of the others'.
    Theirs,
}

/// Something that can be taken or must be chosen.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Where, in the ids of the file: "round 2026, unit central, E01.03".
    pub place: String,
    /// As the user is asked. Of a conflict, the first choice keeps what the survey has; of an
    /// answer, the last keeps it and notes the others' in the comment.
    pub item: Item,
    /// What settles the conflict for the survey's own value; the others' are kept as notes where
    /// there is a comment to hold them.
    mine: Option<Edit>,
    /// The same for the others' value.
    theirs: Option<Edit>,
}

/// Everything that a merge finds.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// One line for each file.
    pub sources: Vec<String>,
    /// Record by record.
    pub findings: Vec<Finding>,
    /// What else there is to know, in Danish.
    pub notes: Vec<String>,
    /// How many answers the survey says already.
    pub same: usize,
}

/// What a merge works with.
struct Desk<'a> {
    mine: &'a Assessment,
    own: BTreeMap<Record, Piece>,
    incoming: &'a Gathering,
}

/// What the files would change in a survey, for the user to take or choose.
///
/// # Errors
/// When they must not be brought together at all.
pub fn outcome(mine: &Assessment, incoming: &Gathering) -> Result<Preview, Refusal> {
    Ok(find(mine, incoming)?.preview())
}

/// As [`outcome`], with what settles conflicts without asking.
///
/// # Errors
/// When they must not be brought together at all.
pub fn find(mine: &Assessment, incoming: &Gathering) -> Result<Findings, Refusal> {
    notes::refuse(mine, incoming)?;
    let mut findings = Findings::of(mine, incoming);
    findings.sources = incoming.files.iter().map(words::source).collect();
    findings.notes = notes::notes(mine, incoming);
    Ok(findings)
}

impl Findings {
    fn of(mine: &Assessment, incoming: &Gathering) -> Self {
        let desk = Desk {
            mine,
            own: gathering::pieces(mine),
            incoming,
        };
        let mut all = Self::default();
        let mut stamps = Vec::new();
        let of_survey = |(record, _): &(&Record, _)| !matches!(record, Record::Of(..));
        for (record, entry) in incoming.records.iter().filter(of_survey) {
            all.findings.extend(records::find(&desk, record, entry));
        }
        for round in &mine.rounds {
            all.add_round(&desk, round, &mut stamps);
        }
        let has = |id| mine.round(id).is_some();
        let new = incoming.rounds.iter().filter(|(id, _)| !has(id));
        let new = new.map(|(id, versions)| rounds::find(&desk, id, versions));
        all.findings.extend(new);
        all.findings.extend(later(stamps));
        all
    }

    fn add_round(&mut self, desk: &Desk, round: &Round, stamps: &mut Vec<Edit>) {
        let mut free = staff::FreeIds::of(desk, round);
        for (record, entry) in &desk.incoming.records {
            let Record::Of(id, part) = record else {
                continue;
            };
            if *id != round.id {
                continue;
            }
            match part {
                InRound::Answer(unit, id) => match answers::find(desk, round, unit, *id, entry) {
                    Found::Same => self.same += usize::from(!entry.said.is_empty()),
                    Found::Stamped(edit) => {
                        self.same += 1;
                        stamps.push(edit);
                    }
                    Found::Changed(finding) => self.findings.push(*finding),
                },
                InRound::Staff(id) => {
                    let finding = staff::find(desk, round, *id, entry, &mut free);
                    self.findings.extend(finding);
                }
                _ => self.findings.extend(records::find(desk, record, entry)),
            }
        }
    }

    /// What the user must choose.
    pub fn conflicts(&self) -> impl Iterator<Item = &Finding> {
        let is_conflict = |finding: &&Finding| finding.item.nature == Nature::Conflict;
        self.findings.iter().filter(is_conflict)
    }

    /// Everything taken, with conflicts settled one way; none where that changes nothing.
    #[must_use]
    pub fn edit(&self, prefer: Prefer) -> Option<Edit> {
        let edits: Vec<Edit> = self
            .findings
            .iter()
            .filter_map(|finding| match (finding.item.nature, prefer) {
                (Nature::Conflict, Prefer::Mine) => finding.mine.clone(),
                (Nature::Conflict, Prefer::Theirs) => finding.theirs.clone(),
                _ => finding.item.choices.first()?.edit.clone(),
            })
            .collect();
        (!edits.is_empty()).then_some(Edit::Batch { edits })
    }

    /// As the app shows it.
    #[must_use]
    pub fn preview(self) -> Preview {
        Preview {
            sources: self.sources,
            items: self.findings.into_iter().map(|one| one.item).collect(),
            unread: Vec::new(),
            notes: self.notes,
            same: self.same,
        }
    }
}

/// One item for all answers that are the same, but were given later by others.
fn later(edits: Vec<Edit>) -> Option<Finding> {
    let count = edits.len();
    let answers = if count == 1 { "svar" } else { "ens svar" };
    (count > 0).then(|| Finding {
        place: "who answered, and when".to_owned(),
        item: Item {
            nature: Nature::Changed,
            group: "Øvrigt".to_owned(),
            title: "Hvem der har svaret, og hvornår".to_owned(),
            now: "Samme svar, som andre har givet senere".to_owned(),
            origin: None,
            choices: vec![Choice {
                label: "Filernes".to_owned(),
                value: format!("Funktion og dato følger det seneste af {count} {answers}"),
                edit: Some(Edit::Batch { edits }),
            }],
        },
        mine: None,
        theirs: None,
    })
}

/// The choice that keeps what is here.
fn keep(value: String) -> Choice {
    Choice {
        label: OWN.to_owned(),
        value,
        edit: None,
    }
}

impl<'a> Desk<'a> {
    /// The survey itself first, then the others.
    fn voters(&self, record: &Record, entry: &'a Entry) -> Vec<Voter<'a>> {
        let own = self.own.get(record);
        let own = Voter {
            fields: own.map(|piece| piece.fields.clone()).unwrap_or_default(),
            weak: own.is_some_and(|piece| piece.weak),
            source: None,
            stamp: own.map(|piece| piece.stamp.clone()).unwrap_or_default(),
        };
        let others = entry.said.iter().map(|said| Voter {
            fields: said.fields.clone(),
            weak: said.weak,
            source: Some(&said.source),
            stamp: said.stamp.clone(),
        });
        [own].into_iter().chain(others).collect()
    }

    /// The unit's name, or its id where no name is known.
    fn unit_name(&self, round: &Round, unit: &UnitId) -> String {
        let record = Record::Of(round.id.clone(), InRound::Unit(unit.clone()));
        let name = |fields: &fields::Fields| {
            let name = fields::value_of(fields.get("name")?);
            name.as_str().map(str::to_owned)
        };
        let own = self.own.get(&record).and_then(|piece| name(&piece.fields));
        let said = || {
            let entry = self.incoming.records.get(&record)?;
            entry.said.iter().find_map(|said| name(&said.fields))
        };
        own.or_else(said).unwrap_or_else(|| unit.0.clone())
    }
}
