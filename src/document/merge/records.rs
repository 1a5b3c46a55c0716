//! What is neither an answer nor a row: the municipality, its profile, units, estimates, the
//! count of staff, drafts, the plan and keys that this version does not know.
//!
//! They are merged field by field; a conflict is settled for the whole record at once.

use std::collections::BTreeSet;

use super::fields::{Fields, Rule, Voter, merge, put_over, value_of};
use super::gathering::{CONTRIBUTION, Entry, InRound, Record, WHICH};
use super::{Desk, Finding, decisions, profile, words};
use crate::document::preview::{Choice, Item, Nature};
use crate::domain::answer::Extra;
use crate::domain::assessment::{Assessment, Municipality};
use crate::domain::edit::Edit;
use crate::domain::ids::RoundId;
use crate::json;

fn rule(record: &Record) -> impl Fn(&str) -> Rule {
    let is_profile = matches!(record, Record::Of(_, InRound::Profile));
    move |key| {
        if is_profile && key == "domains" {
            Rule::Union
        } else {
            Rule::One
        }
    }
}

/// What is to be asked about a record; nothing where the survey says all of it already.
pub(super) fn find(desk: &Desk, record: &Record, entry: &Entry) -> Option<Finding> {
    let voters = desk.voters(record, entry);
    let own = &voters[0].fields;
    let kept = merge(&voters, &entry.origins, rule(record), 0);
    let is_conflict = !kept.conflicts.is_empty();
    if !is_conflict && kept.fields == *own {
        return None;
    }
    let options = options(&voters, entry, record, &kept.fields, &kept.conflicts);
    let all = options
        .iter()
        .map(|(fields, _)| fields)
        .chain([&kept.fields]);
    let changed: BTreeSet<String> = all.flat_map(|fields| differences(own, fields)).collect();
    let choice = |label: String, fields: &Fields| Choice {
        label,
        value: words::fields(fields, changed.iter()),
        edit: (fields != own).then(|| edit(desk.mine, record, own, fields)),
    };
    let choices: Vec<Choice> = if is_conflict {
        let mut keep = choice(super::OWN.to_owned(), &kept.fields);
        if keep.value.is_empty() {
            super::NOTHING.clone_into(&mut keep.value);
        }
        let others = options
            .iter()
            .map(|(fields, label)| choice(label.clone(), fields));
        [keep].into_iter().chain(others).collect()
    } else {
        let givers = voters.iter().filter(|voter| {
            let gives = |key: &String| voter.fields.get(key) == kept.fields.get(key);
            changed.iter().any(gives)
        });
        let label = words::labels(givers.filter_map(|voter| voter.source));
        vec![choice(label, &kept.fields)]
    };
    let now = words::fields(own, changed.iter());
    let nature = match (is_conflict, now.is_empty()) {
        (true, _) => Nature::Conflict,
        (false, true) => Nature::New,
        (false, false) => Nature::Changed,
    };
    let (group, title) = words::record(desk, record);
    Some(Finding {
        place: place(record),
        mine: choices[0].edit.clone(),
        theirs: choices.get(1).unwrap_or(&choices[0]).edit.clone(),
        item: Item {
            nature,
            group,
            title,
            now,
            origin: None,
            choices,
        },
    })
}

/// The record as each of the others would have it, each once, with those who would.
fn options(
    voters: &[Voter],
    entry: &Entry,
    record: &Record,
    kept: &Fields,
    conflicts: &BTreeSet<String>,
) -> Vec<(Fields, String)> {
    let mut options: Vec<(Fields, Vec<usize>)> = Vec::new();
    for index in 1..voters.len() {
        let says = |key: &String| voters[index].fields.contains_key(key);
        let fields = merge(voters, &entry.origins, rule(record), index).fields;
        if fields == *kept || !conflicts.iter().any(says) {
            continue;
        }
        match options.iter_mut().find(|(other, _)| *other == fields) {
            Some((_, by)) => by.push(index),
            None => options.push((fields, vec![index])),
        }
    }
    options
        .into_iter()
        .map(|(fields, by)| {
            let sources = by.iter().filter_map(|&index| voters[index].source);
            (fields, words::labels(sources))
        })
        .collect()
}

/// Keys of which the two say different things.
fn differences(own: &Fields, fields: &Fields) -> Vec<String> {
    let differs = |key: &&String| own.get(*key) != fields.get(*key);
    fields.keys().filter(differs).cloned().collect()
}

fn place(record: &Record) -> String {
    let (round, what) = match record {
        Record::Municipality => return "municipality".to_owned(),
        Record::Contribution => return "contribution id".to_owned(),
        Record::Plan(path) => return format!("plan, {}", path.join("/")),
        Record::Extra => return "unknown keys".to_owned(),
        Record::Of(round, part) => (round, part),
    };
    let what = match what {
        InRound::Year => "year".to_owned(),
        InRound::Profile => "profile".to_owned(),
        InRound::Unit(id) => format!("unit {}", id.0),
        InRound::Answer(unit, id) => format!("unit {}, {id}", unit.0),
        InRound::Estimate(id) => format!("estimate {id}"),
        InRound::StaffCount => "staff count".to_owned(),
        InRound::Staff(id) => format!("staff row {}", id.0),
        InRound::Drafts => "drafts".to_owned(),
        InRound::Extra => "unknown keys".to_owned(),
    };
    format!("round {}, {what}", round.0)
}

/// The edit that puts a record's fields in place.
fn edit(mine: &Assessment, record: &Record, own: &Fields, fields: &Fields) -> Edit {
    match record {
        Record::Municipality => Edit::SetMunicipality {
            municipality: Some(municipality(mine.municipality.as_ref(), fields)),
        },
        Record::Contribution => Edit::SetContribution {
            id: fields
                .get(CONTRIBUTION)
                .and_then(|id| json::from_value(&value_of(id)).ok()),
        },
        Record::Plan(path) => decisions::edit(path, &differences(own, fields), fields),
        Record::Extra => Edit::SetExtra {
            round: None,
            extra: keys(&mine.extra, fields),
        },
        Record::Of(id, part) => edit_in(mine, id, part, own, fields),
    }
}

/// # Panics
/// Never: each field comes from a record of the same kind, and no field depends on another.
fn edit_in(mine: &Assessment, id: &RoundId, part: &InRound, own: &Fields, fields: &Fields) -> Edit {
    const FITS: &str = "fields of records make a record";
    let round = id.clone();
    let here = mine.round(id);
    let value = |key: &str| fields.get(key).map(|text| value_of(text));
    match part {
        InRound::Year => Edit::SetYear {
            round,
            year: value("year")
                .and_then(|year| json::from_value(&year).ok())
                .expect(FITS),
        },
        InRound::Profile => {
            let profile = profile::put_over(here.map(|round| &round.profile), fields);
            Edit::SetProfile {
                round,
                profile: Box::new(profile),
            }
        }
        InRound::Unit(unit) => {
            let known = put_over(here.and_then(|round| round.units.get(unit)), fields);
            Edit::SetUnit {
                round,
                id: unit.clone(),
                unit: Some(Box::new(json::from_value(&known).expect(FITS))),
            }
        }
        InRound::Estimate(area) => {
            let estimate = put_over(here.and_then(|round| round.estimates.get(area)), fields);
            Edit::SetEstimate {
                round,
                area: *area,
                estimate: Some(Box::new(json::from_value(&estimate).expect(FITS))),
            }
        }
        InRound::StaffCount => Edit::SetStaffCount {
            round,
            date: value("date").and_then(|date| json::from_value(&date).ok()),
            total: value("total").and_then(|total| json::from_value(&total).ok()),
        },
        InRound::Extra => Edit::SetExtra {
            extra: keys(here.map_or(&Extra::new(), |round| &round.extra), fields),
            round: Some(round),
        },
        InRound::Drafts | InRound::Staff(_) | InRound::Answer(..) => Edit::Batch {
            edits: differences(own, fields)
                .into_iter()
                .map(|field| Edit::SetDraft {
                    round: id.clone(),
                    text: value(&field).and_then(|text| text.as_str().map(str::to_owned)),
                    field,
                })
                .collect(),
        },
    }
}

fn keys(own: &Extra, fields: &Fields) -> Extra {
    let mut keys = own.clone();
    keys.extend(
        fields
            .iter()
            .map(|(key, text)| (key.clone(), value_of(text))),
    );
    keys
}

fn municipality(own: Option<&Municipality>, fields: &Fields) -> Municipality {
    let mut fields = fields.clone();
    let which = fields.remove(WHICH).map(|text| value_of(&text));
    let mut municipality = own.cloned().unwrap_or_else(|| Municipality::new(None, ""));
    municipality.extra = keys(&municipality.extra, &fields);
    if let Some(which) = which {
        municipality.code = which["code"].as_u64().and_then(|code| code.try_into().ok());
        let name = which["name"].as_str().unwrap_or_default();
        name.clone_into(&mut municipality.name);
    }
    municipality
}
