//! Answers to activities.
//!
//! Owns what two different answers to the same activity become: one answer where their fields do
//! not contradict each other, and a choice where they do. Remarks and flags never contradict.

use std::collections::BTreeSet;

use super::fields::{Fields, RATINGS, Rule, Stamp, Voter, has_line, is_origin, merge, put_over};
use super::gathering::{Entry, InRound, Record};
use super::{Desk, Finding, conflicts, words};
use crate::document::preview::{Choice, Item, Nature};
use crate::domain::answer::Answer;
use crate::domain::assessment::Round;
use crate::domain::edit::Edit;
use crate::domain::ids::{ActivityId, UnitId};
use crate::json;

/// What has come of an answer.
pub(super) enum Found {
    /// The survey says all of it already.
    Same,
    /// As [`Self::Same`], but another has answered it later.
    Stamped(Edit),
    /// Something is to be taken or chosen.
    Changed(Box<Finding>),
}

pub(super) fn rule(key: &str) -> Rule {
    match key {
        "comment" => Rule::Lines,
        "flag" => Rule::Either,
        _ => Rule::One,
    }
}

/// One activity of one unit, with all who say something of it.
pub(super) struct Case<'a> {
    pub desk: &'a Desk<'a>,
    pub round: &'a Round,
    pub unit: &'a UnitId,
    pub id: ActivityId,
    pub origins: &'a BTreeSet<Fields>,
    pub mine: Option<&'a Answer>,
    pub voters: Vec<Voter<'a>>,
    pub unconfirmed: bool,
}

pub(super) fn find(
    desk: &Desk,
    round: &Round,
    unit: &UnitId,
    id: ActivityId,
    entry: &Entry,
) -> Found {
    let record = Record::Of(round.id.clone(), InRound::Answer(unit.clone(), id));
    let voters = desk.voters(&record, entry);
    let confirmed = |voter: &Voter| !voter.weak && voter.fields.contains_key("standing");
    let mut case = Case {
        desk,
        round,
        unit,
        id,
        origins: &entry.origins,
        mine: round.answer(unit, id),
        unconfirmed: voters.iter().any(|voter| voter.weak) && !voters.iter().any(confirmed),
        voters,
    };
    let mut merged = merge(&case.voters, case.origins, rule, 0);
    if !merged.conflicts.is_empty() {
        case.leave_out_settled();
        merged = merge(&case.voters, case.origins, rule, 0);
    }
    if merged.conflicts.is_empty() {
        return case.agreed(&merged.fields);
    }
    let keys = merged.conflicts;
    Found::Changed(Box::new(conflicts::conflict(&case, &merged.fields, &keys)))
}

impl Case<'_> {
    pub fn own(&self) -> &Fields {
        &self.voters[0].fields
    }

    /// An answer that the survey's comment bears as a note was left out by choice: it is not asked
    /// about again.
    fn leave_out_settled(&mut self) {
        let Some(mine) = self.mine else { return };
        for index in 1..self.voters.len() {
            let Some(source) = self.voters[index].source else {
                continue;
            };
            let note = self.note(&words::label(source), &self.said(index));
            if has_line(&mine.comment, &note) {
                let remarks = |key: &String, _: &mut String| rule(key) != Rule::One;
                self.voters[index].fields.retain(remarks);
            }
        }
    }

    /// What one voter says, as an answer.
    pub fn said(&self, index: usize) -> Answer {
        let voter = &self.voters[index];
        build(None, &voter.fields, voter.stamp.clone(), voter.weak)
    }

    pub fn words(&self, answer: &Answer) -> String {
        words::answer(answer, &self.round.profile)
    }

    pub fn note(&self, label: &str, answer: &Answer) -> String {
        words::note(label, answer, &self.round.profile)
    }

    pub fn set(&self, answer: Answer) -> Edit {
        Edit::SetAnswers {
            round: self.round.id.clone(),
            unit: self.unit.clone(),
            answers: [(self.id, Some(answer))].into(),
        }
    }

    /// The latest of those whose ratings the answer holds. What stood there when a part was sent
    /// is nobody's new answer, so it counts only where there is nothing else.
    pub fn stamp(&self, fields: &Fields) -> Stamp {
        let latest = |counts: &dyn Fn(&Voter, &str, &str) -> bool| {
            let gives = |voter: &&Voter| {
                let given = |(key, value): (&String, &String)| {
                    voter.fields.get(key) == Some(value) && counts(voter, key, value)
                };
                fields.iter().any(given)
            };
            self.voters
                .iter()
                .filter(gives)
                .map(|voter| voter.stamp.clone())
                .max()
        };
        let is_rating = |key: &str| RATINGS.contains(&key) && key != "standing";
        let is_new = |key: &str, value: &str| !is_origin(key, value, self.origins);
        latest(&|_, key, value| is_rating(key) && is_new(key, value))
            .or_else(|| latest(&|_, key, value| key == "standing" && is_new(key, value)))
            .or_else(|| latest(&|_, key, _| RATINGS.contains(&key)))
            .or_else(|| self.voters.iter().map(|voter| voter.stamp.clone()).max())
            .unwrap_or_default()
    }

    fn agreed(&self, fields: &Fields) -> Found {
        let stamp = self.stamp(fields);
        let answer = build(self.mine, fields, stamp, self.unconfirmed);
        let is_same = fields == self.own()
            && self
                .mine
                .is_none_or(|mine| mine.unconfirmed == answer.unconfirmed);
        if is_same {
            return match self.mine {
                Some(mine) if (&mine.by, &mine.at) != (&answer.by, &answer.at) => {
                    Found::Stamped(self.set(answer))
                }
                _ => Found::Same,
            };
        }
        let adds = |voter: &&Voter| {
            let mut all = voter.fields.iter();
            all.any(|(key, value)| {
                self.own().get(key) != Some(value)
                    && (key == "comment" || fields.get(key) == Some(value))
            })
        };
        let givers = self.voters.iter().filter(adds);
        let mut label = words::labels(givers.filter_map(|voter| voter.source));
        if label.is_empty() {
            // Only confirmed, or only marked.
            label = words::labels(self.voters.iter().filter_map(|voter| voter.source));
        }
        let choice = Choice {
            label,
            value: self.words(&answer),
            edit: Some(self.set(answer)),
        };
        let nature = if self.own().is_empty() {
            Nature::New
        } else {
            Nature::Changed
        };
        Found::Changed(Box::new(self.finding(nature, vec![choice], None, None)))
    }

    pub fn finding(
        &self,
        nature: Nature,
        choices: Vec<Choice>,
        mine: Option<Edit>,
        theirs: Option<Edit>,
    ) -> Finding {
        let origin = self.origins.first().filter(|_| self.origins.len() == 1);
        let origin = origin.map(|fields| {
            let answer = build(None, fields, Stamp::default(), false);
            self.words(&answer)
        });
        Finding {
            place: format!(
                "round {}, unit {}, {}",
                self.round.id.0, self.unit.0, self.id
            ),
            item: Item {
                nature,
                group: words::area_title(self.id.area).to_owned(),
                title: words::activity_title(self.desk, self.round, self.unit, self.id),
                now: self.mine.map_or_else(String::new, |mine| self.words(mine)),
                origin: origin.filter(|origin| !origin.is_empty()),
                choices,
            },
            mine,
            theirs,
        }
    }
}

/// An answer with these fields, over what the survey has.
///
/// # Panics
/// Never: each field comes from an answer, and none depends on another.
pub(super) fn build(
    mine: Option<&Answer>,
    fields: &Fields,
    (at, by): Stamp,
    unconfirmed: bool,
) -> Answer {
    let answer: Answer =
        json::from_value(&put_over(mine, fields)).expect("fields of answers make an answer");
    Answer {
        by,
        at,
        unconfirmed,
        ..answer
    }
}
