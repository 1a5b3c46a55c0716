//! Rounds that the survey does not have.

use std::collections::BTreeSet;

use super::{Desk, Finding, Findings, Prefer, words};
use crate::document::preview::{Choice, Item, Nature};
use crate::domain::assessment::{Assessment, Round};
use crate::domain::edit::Edit;
use crate::domain::ids::RoundId;
use crate::json;

use super::gathering::Source;

/// A round as one file has it, with all that the other files add to it.
struct Version<'a> {
    source: &'a Source,
    round: Round,
    has_conflicts: bool,
}

/// A round that is only in the files is one item: taken whole, merged where several have it, and
/// chosen where they contradict each other.
pub(super) fn find(desk: &Desk, id: &RoundId, versions: &BTreeSet<(Source, String)>) -> Finding {
    let versions: Vec<Version> = versions
        .iter()
        .map(|(source, text)| version(desk, id, source, text))
        .collect();
    let set = |version: &Version| Edit::SetRound {
        round: id.clone(),
        value: Some(Box::new(version.round.clone())),
    };
    let choice = |label: String, version: &Version| Choice {
        label,
        value: summary(&version.round),
        edit: Some(set(version)),
    };
    let edit = versions.first().map(set);
    let is_conflict = versions.iter().any(|version| version.has_conflicts);
    let choices = if is_conflict {
        let none = Choice {
            label: "Tag ikke runden med".to_owned(),
            value: String::new(),
            edit: None,
        };
        let each = versions.iter().map(|version| {
            let label = format!(
                "Runden fra {}; andre svar skrives i bemærkningen",
                version.source.file
            );
            choice(label, version)
        });
        [none].into_iter().chain(each).collect()
    } else {
        let label = words::labels(versions.iter().map(|version| version.source));
        let first = versions.first();
        first
            .map(|version| choice(label, version))
            .into_iter()
            .collect()
    };
    let year = versions.first().map_or(0, |version| version.round.year);
    Finding {
        place: format!("round {}", id.0),
        item: Item {
            nature: if is_conflict {
                Nature::Conflict
            } else {
                Nature::New
            },
            group: "Runder".to_owned(),
            title: format!("Hele runden {year}"),
            now: String::new(),
            origin: None,
            choices,
        },
        mine: edit.clone(),
        theirs: edit,
    }
}

/// # Panics
/// Never: the text was written from a round, and its edits are for that round.
fn version<'a>(desk: &Desk, id: &RoundId, source: &'a Source, text: &str) -> Version<'a> {
    let round: Round = json::read(text).expect("a round that was written is read");
    let mut alone = Assessment {
        rounds: vec![round],
        ..Assessment::new(desk.mine.id.clone(), 0)
    };
    let others = desk.incoming.of_round(id, source);
    let findings = Findings::of(&alone, &others);
    let has_conflicts = findings.conflicts().next().is_some();
    if let Some(edit) = findings.edit(Prefer::Mine) {
        alone.apply(edit).expect("the round is there");
    }
    Version {
        source,
        round: alone.rounds.remove(0),
        has_conflicts,
    }
}

fn summary(round: &Round) -> String {
    let answers: usize = round
        .answers
        .values()
        .map(std::collections::BTreeMap::len)
        .sum();
    format!("{answers} svar, {} rækker i bemandingen", round.staff.len())
}
