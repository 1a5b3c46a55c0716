//! Answers that contradict each other: the ways to settle it.

use std::collections::BTreeSet;

use super::answers::{Case, build, rule};
use super::fields::{Fields, Rule, Stamp, Voter, add_lines, merge};
use super::{BOTH, Finding, NOTHING, words};
use crate::document::preview::{Choice, Nature};
use crate::domain::answer::Answer;

/// The answer as others would have it.
struct Way {
    answer: Answer,
    /// Whose it is.
    by: Vec<usize>,
    label: String,
}

/// A choice between the survey's own answer, with all that does not contradict it, each of the
/// others', and both.
pub(super) fn conflict(case: &Case, kept: &Fields, keys: &BTreeSet<String>) -> Finding {
    let keep = own_answer(case, kept);
    let ways = ways(case, kept, keys);
    let both = with_notes(&keep, notes(case, &ways));
    let theirs = latest(case, &ways).map(|answer| case.set(answer));
    let is_kept = match case.mine {
        Some(mine) => *mine == keep,
        None => keep.is_empty(),
    };
    let words = case.words(&keep);
    let mut choices = vec![Choice {
        edit: (!is_kept).then(|| case.set(keep)),
        ..super::keep(if words.is_empty() {
            NOTHING.to_owned()
        } else {
            words
        })
    }];
    choices.extend(ways.iter().map(|way| Choice {
        label: way.label.clone(),
        value: case.words(&way.answer),
        edit: Some(case.set(way.answer.clone())),
    }));
    let value = case.words(&both);
    let both = case.set(both);
    choices.push(Choice {
        label: BOTH.to_owned(),
        value,
        edit: Some(both.clone()),
    });
    case.finding(Nature::Conflict, choices, Some(both), theirs)
}

/// The survey's answer bears its own stamp as long as no other's rating is taken into it.
fn own_answer(case: &Case, kept: &Fields) -> Answer {
    let ratings = |fields: &Fields| {
        let mut fields = fields.clone();
        fields.retain(|key, _| rule(key) == Rule::One);
        fields
    };
    let stamp = match case.mine {
        Some(mine) if ratings(kept) == ratings(case.own()) => (mine.at.clone(), mine.by.clone()),
        _ => case.stamp(kept),
    };
    build(case.mine, kept, stamp, case.unconfirmed)
}

/// The latest of the others' answers, with the survey's own and the rest as notes.
fn latest(case: &Case, ways: &[Way]) -> Option<Answer> {
    let way = ways
        .iter()
        .max_by_key(|way| (&way.answer.at, &way.answer.by))?;
    let is_rated = case.own().keys().any(|key| rule(key) == Rule::One);
    let own = case.mine.filter(|_| is_rated);
    let own = own.map(|mine| case.note(&words::own_label(mine), mine));
    let others = ways.iter().filter(|other| other.by != way.by);
    let notes = own.into_iter().chain(notes(case, others));
    Some(with_notes(&way.answer, notes))
}

/// The answers of the others as notes.
fn notes<'a>(
    case: &'a Case,
    ways: impl IntoIterator<Item = &'a Way> + 'a,
) -> impl Iterator<Item = String> + 'a {
    let by = ways.into_iter().flat_map(|way| &way.by);
    by.filter_map(|&index| {
        let source = case.voters[index].source?;
        Some(case.note(&words::label(source), &case.said(index)))
    })
}

fn with_notes(answer: &Answer, notes: impl Iterator<Item = String>) -> Answer {
    let mut answer = answer.clone();
    for note in notes {
        add_lines(&mut answer.comment, &note);
    }
    answer
}

/// The answer as each of the others would have it, each once.
fn ways(case: &Case, kept: &Fields, keys: &BTreeSet<String>) -> Vec<Way> {
    let mut ways: Vec<(Fields, Vec<usize>)> = Vec::new();
    for index in 1..case.voters.len() {
        let says = |key: &String| case.voters[index].fields.contains_key(key);
        let fields = merge(&case.voters, case.origins, rule, index).fields;
        if fields == *kept || !keys.iter().any(says) {
            continue;
        }
        match ways.iter_mut().find(|(other, _)| *other == fields) {
            Some((_, by)) => by.push(index),
            None => ways.push((fields, vec![index])),
        }
    }
    let way = |(fields, by): (Fields, Vec<usize>)| {
        let stamps = by.iter().map(|&index| case.voters[index].stamp.clone());
        let stamp: Stamp = stamps.max().unwrap_or_default();
        let sources = by.iter().filter_map(|&index| case.voters[index].source);
        Way {
            answer: build(case.mine, &fields, stamp, case.unconfirmed),
            label: words::labels(sources),
            by,
        }
    };
    let mut ways: Vec<Way> = ways.into_iter().map(way).collect();
    tell_apart(&mut ways, &case.voters);
    ways
}

/// Two choices of the same label also name their files.
fn tell_apart(ways: &mut [Way], voters: &[Voter]) {
    let labels: Vec<String> = ways.iter().map(|way| way.label.clone()).collect();
    for way in ways {
        let twins = labels.iter().filter(|label| **label == way.label);
        let source = way.by.first().and_then(|&index| voters[index].source);
        if let (true, Some(source)) = (twins.count() > 1, source) {
            way.label = format!("{} ({})", way.label, source.file);
        }
    }
}
