//! Fields of a record, and which of their values remain when several say something.
//!
//! Works on the JSON form of a record, so that no field can be forgotten, also none that a later
//! version adds. Does not know what a record is, nor what the user is asked.

use crate::sorting;
use crate::sorting::InOrder as _;
use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;
use serde_json::{Map, Value};

use super::gathering::Source;

/// A record's fields that say something, each as JSON.
pub type Fields = BTreeMap<String, String>;

/// What is measured of an activity, as opposed to what is remarked on it.
pub const RATINGS: [&str; 5] = [
    "standing",
    "organisation",
    "solution",
    "process",
    "procedure",
];

/// How the values of a field come together.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Rule {
    /// One value; two different ones are a conflict.
    One,
    /// Texts whose lines are put together.
    Lines,
    /// Set where anybody has set it.
    Either,
    /// A list that holds what any list holds.
    Union,
}

/// One who says something of a record. The first voter is always the survey itself.
#[derive(Clone, Debug)]
pub struct Voter<'a> {
    /// What is said.
    pub fields: Fields,
    /// Carried over and not confirmed, or an empty row: gives way to any other.
    pub weak: bool,
    /// Where it is said; none for the survey itself.
    pub source: Option<&'a Source>,
    /// The function that answered, and when.
    pub stamp: Stamp,
}

/// When and by whom, in this order, so that the larger is the later.
pub type Stamp = (Option<String>, Option<String>);

/// What has come of a record.
pub struct Merged {
    /// The fields, with the preferred voter's values where there is a conflict.
    pub fields: Fields,
    /// Fields that have more than one value left.
    pub conflicts: BTreeSet<String>,
}

/// The fields of a record that say something: neither null nor an empty text.
///
/// # Panics
/// Never: everything in an assessment has a JSON form.
pub fn fields_of(record: &impl Serialize) -> Fields {
    let value = serde_json::to_value(record).expect("a record has a JSON form");
    let Value::Object(fields) = value else {
        return Fields::new();
    };
    fields
        .into_iter()
        .filter(|(_, value)| !value.is_null() && value.as_str() != Some(""))
        .map(|(key, value)| (key, value.to_string()))
        .in_map()
}

/// A record's JSON with these fields put over it; what only the record itself has stays.
pub fn put_over(record: Option<&impl Serialize>, fields: &Fields) -> Value {
    let mut object = match record.and_then(|record| serde_json::to_value(record).ok()) {
        Some(Value::Object(object)) => object,
        _ => Map::new(),
    };
    for (key, text) in fields {
        object.insert(key.clone(), value_of(text));
    }
    Value::Object(object)
}

/// A field's value.
pub fn value_of(text: &str) -> Value {
    serde_json::from_str(text).unwrap_or_default()
}

/// The values of one field that remain, each with its voters.
fn remaining<'a>(
    key: &str,
    voters: &'a [Voter],
    origins: &BTreeSet<Fields>,
) -> BTreeMap<&'a str, Vec<usize>> {
    let mut said: Vec<(usize, &str)> = voters
        .iter()
        .enumerate()
        .filter_map(|(index, voter)| Some((index, voter.fields.get(key)?.as_str())))
        .collect();
    if RATINGS.contains(&key) || key == super::staff::ROW {
        keep_if_any(&mut said, |index, _| !voters[index].weak);
    }
    keep_if_any(&mut said, |index, value| {
        !is_origin(key, value, origins)
            || (key == "standing" && is_answered_anew(&voters[index], origins))
    });
    let mut values: BTreeMap<&str, Vec<usize>> = BTreeMap::new();
    for (index, value) in said {
        values.entry(value).or_default().push(index);
    }
    values
}

/// Keeps what fulfils a condition, or all where nothing does.
fn keep_if_any(said: &mut Vec<(usize, &str)>, condition: impl Fn(usize, &str) -> bool) {
    if said.iter().any(|&(index, value)| condition(index, value)) {
        said.retain(|&(index, value)| condition(index, value));
    }
}

/// The value is one that stood there when a part was sent.
pub fn is_origin(key: &str, value: &str, origins: &BTreeSet<Fields>) -> bool {
    origins
        .iter()
        .any(|origin| origin.get(key).is_some_and(|origin| origin == value))
}

/// Whoever has changed a rating says anew that the activity is asked, although it was before.
fn is_answered_anew(voter: &Voter, origins: &BTreeSet<Fields>) -> bool {
    RATINGS.iter().any(|&key| {
        let value = voter.fields.get(key);
        key != "standing" && value.is_some_and(|value| !is_origin(key, value, origins))
    })
}

/// Brings together what is said of a record. Where a field has several values left, it gets the
/// preferred voter's, if that is one of them, and stays as it is in the survey otherwise.
pub fn merge(
    voters: &[Voter],
    origins: &BTreeSet<Fields>,
    rule: impl Fn(&str) -> Rule,
    preferred: usize,
) -> Merged {
    let keys: BTreeSet<&String> = voters.iter().flat_map(|voter| voter.fields.keys()).in_set();
    let mut merged = Merged {
        fields: Fields::new(),
        conflicts: BTreeSet::new(),
    };
    for key in keys {
        let values = remaining(key, voters, origins);
        let own = voters.first().and_then(|voter| voter.fields.get(key));
        let value = match rule(key) {
            _ if values.len() == 1 => values.keys().next().map(|&value| value.to_owned()),
            Rule::Lines => Some(lines(&values)),
            Rule::Union => Some(union(&values)),
            Rule::Either => Some("true".to_owned()),
            Rule::One => {
                merged.conflicts.insert(key.clone());
                let chosen = values.iter().find(|(_, by)| by.contains(&preferred));
                chosen
                    .map(|(&value, _)| value.to_owned())
                    .or_else(|| own.cloned())
            }
        };
        if let Some(value) = value {
            merged.fields.insert(key.clone(), value);
        }
    }
    merged
}

/// Texts in the order of their voters, without the lines that stand there already.
fn lines(values: &BTreeMap<&str, Vec<usize>>) -> String {
    let mut texts: Vec<(&usize, &str)> = values
        .iter()
        .filter_map(|(&value, by)| Some((by.iter().min()?, value)))
        .collect();
    sorting::sort(&mut texts);
    let mut all = String::new();
    for (_, text) in texts {
        if let Value::String(text) = value_of(text) {
            add_lines(&mut all, &text);
        }
    }
    Value::String(all).to_string()
}

/// Adds the lines of a text that are not there.
pub fn add_lines(all: &mut String, text: &str) {
    if all.is_empty() {
        text.clone_into(all);
        return;
    }
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if !has_line(all, line) {
            all.push('\n');
            all.push_str(line);
        }
    }
}

/// Whether a text has a line.
pub fn has_line(text: &str, line: &str) -> bool {
    text.lines().any(|other| other.trim() == line.trim())
}

fn union(values: &BTreeMap<&str, Vec<usize>>) -> String {
    let mut all: BTreeMap<String, Value> = BTreeMap::new();
    for text in values.keys() {
        if let Value::Array(list) = value_of(text) {
            all.extend(list.into_iter().map(|value| (value.to_string(), value)));
        }
    }
    Value::Array(all.into_values().collect()).to_string()
}
