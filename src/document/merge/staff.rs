//! Rows of the staff sheet.
//!
//! A row is taken whole: two computers may have given the same id to different teams. Owns when
//! two rows are the same and which ids are free.

use std::collections::BTreeSet;

use super::fields::{Fields, Rule, Voter, merge, value_of};
use super::gathering::{Entry, InRound, Piece, Record, Said};
use super::{Desk, Finding, words};
use crate::document::preview::{Choice, Item, Nature};
use crate::domain::assessment::Round;
use crate::domain::edit::Edit;
use crate::domain::ids::RowId;
use crate::domain::staff::StaffRow;
use crate::json;

/// The only field of a row, as far as a merge is concerned.
pub const ROW: &str = "staff row";

/// A row without its id. One that nothing has been written in gives way to any other.
pub(super) fn piece(row: &StaffRow) -> Piece {
    let content = content(row);
    Piece {
        weak: content == self::content(&StaffRow::new(row.id, row.kind)),
        fields: [(ROW.to_owned(), content)].into(),
        ..Piece::default()
    }
}

fn content(row: &StaffRow) -> String {
    let row = StaffRow {
        id: RowId(0),
        ..row.clone()
    };
    serde_json::to_string(&row).unwrap_or_default()
}

fn row(fields: &Fields, id: RowId) -> Option<StaffRow> {
    let row: StaffRow = json::from_value(&value_of(fields.get(ROW)?)).ok()?;
    Some(StaffRow { id, ..row })
}

/// The ids of rows that are given out while the rows of one round are merged.
pub(super) struct FreeIds(BTreeSet<u32>);

impl FreeIds {
    pub(super) fn of(desk: &Desk, round: &Round) -> Self {
        let own = round.staff.iter().map(|row| row.id.0);
        let incoming = desk
            .incoming
            .records
            .keys()
            .filter_map(|record| match record {
                Record::Of(id, InRound::Staff(row)) if *id == round.id => Some(row.0),
                _ => None,
            });
        Self(own.chain(incoming).collect())
    }

    fn take(&mut self) -> RowId {
        let above = self.0.last().map_or(Some(1), |last| last.checked_add(1));
        let id = above.or_else(|| (1..u32::MAX).find(|id| !self.0.contains(id)));
        let id = id.unwrap_or_default();
        self.0.insert(id);
        RowId(id)
    }
}

/// The file's row stands in the survey under an id that the file does not use: it was taken
/// beside another one before.
fn is_here_already(desk: &Desk, round: &Round, said: &Said) -> bool {
    let is_used = |id: RowId| {
        let record = Record::Of(round.id.clone(), InRound::Staff(id));
        let entry = desk.incoming.records.get(&record);
        entry.is_some_and(|entry| {
            let mut others = entry.said.iter();
            others.any(|other| other.source.is_same_file(&said.source))
        })
    };
    round
        .staff
        .iter()
        .any(|row| said.fields.get(ROW) == Some(&content(row)) && !is_used(row.id))
}

/// What is to be asked about a row.
pub(super) fn find(
    desk: &Desk,
    round: &Round,
    id: RowId,
    entry: &Entry,
    free: &mut FreeIds,
) -> Option<Finding> {
    let record = Record::Of(round.id.clone(), InRound::Staff(id));
    let mut voters = desk.voters(&record, entry);
    voters.retain(|voter| {
        let said = entry
            .said
            .iter()
            .find(|said| Some(&said.source) == voter.source);
        said.is_none_or(|said| !is_here_already(desk, round, said))
    });
    let merged = merge(&voters, &entry.origins, |_| Rule::One, 0);
    let own = voters[0].fields.clone();
    if merged.conflicts.is_empty() && merged.fields == own {
        return None;
    }
    let others = others(&voters, &own);
    let set = |id: RowId, fields: &Fields| Edit::SetStaffRow {
        round: round.id.clone(),
        id,
        row: row(fields, id).map(Box::new),
    };
    let words = |fields: &Fields| {
        row(fields, id).map_or_else(String::new, |row| words::staff_row(&row, &round.profile))
    };
    let mut choices: Vec<Choice> = others
        .iter()
        .map(|(fields, label)| Choice {
            label: label.clone(),
            value: words(fields),
            edit: Some(set(id, fields)),
        })
        .collect();
    let theirs = choices.first().and_then(|choice| choice.edit.clone());
    let nature = match (merged.conflicts.is_empty(), own.is_empty()) {
        (false, _) => Nature::Conflict,
        (true, true) => Nature::New,
        (true, false) => Nature::Changed,
    };
    if nature == Nature::Conflict {
        let kept = if own.is_empty() {
            "Ingen række".to_owned()
        } else {
            words(&own)
        };
        choices.insert(0, super::keep(kept));
        let edits: Vec<Edit> = others
            .iter()
            .map(|(fields, _)| set(free.take(), fields))
            .collect();
        choices.push(Choice {
            label: super::BOTH.to_owned(),
            value: "Behold jeres egen, og tilføj den anden som en ny række".to_owned(),
            edit: Some(Edit::Batch { edits }),
        });
    }
    let (group, title) = words::record(desk, &record);
    Some(Finding {
        place: format!("round {}, staff row {}", round.id.0, id.0),
        item: Item {
            nature,
            group,
            title,
            now: words(&own),
            origin: None,
            choices,
        },
        mine: None,
        theirs,
    })
}

/// The other rows of the same id, each once, with those who have them.
fn others(voters: &[Voter], own: &Fields) -> Vec<(Fields, String)> {
    let mut others: Vec<Fields> = Vec::new();
    let mut said = voters.iter().filter(|voter| !voter.fields.is_empty());
    let all_weak = said.all(|voter| voter.weak);
    for voter in voters {
        let counts = !voter.fields.is_empty() && (all_weak || !voter.weak);
        if counts && voter.fields != *own && !others.contains(&voter.fields) {
            others.push(voter.fields.clone());
        }
    }
    let label = |fields: &Fields| {
        let same = voters.iter().filter(|voter| voter.fields == *fields);
        words::labels(same.filter_map(|voter| voter.source))
    };
    others
        .into_iter()
        .map(|fields| (fields.clone(), label(&fields)))
        .collect()
}
