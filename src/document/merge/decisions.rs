//! The plan as records of a merge: each opinion, business case, action and goal for itself.
//!
//! Owns how the tree of the plan falls into records and fields, and their Danish names. A record is
//! what stands under a section and a name (`actions/M08`); its fields are its leaves, by their path
//! inside it. Does not know what the values mean; see [`crate::domain::decisions`].

use serde_json::Value;

use super::fields::{Fields, value_of};
use crate::domain::edit::Edit;
use crate::domain::plan::{Path, Plan};

/// Between the keys of a path; a key that holds it is written as JSON pointers do (RFC 6901).
const BETWEEN: char = '/';

fn escape(key: &str) -> String {
    key.replace('~', "~0").replace(BETWEEN, "~1")
}

fn unescape(key: &str) -> String {
    key.replace("~1", "/").replace("~0", "~")
}

/// The sections whose entries are records of their own. What this version does not know is one
/// record, whatever it holds: so it is the same record in every file.
const SECTIONS: [&str; 13] = [
    "proposals",
    "cases",
    "moves",
    "what_if",
    "actions",
    "goals",
    "processes",
    "weights",
    "purchases",
    "report",
    "workshop",
    "resolutions",
    "drafts",
];

/// The records of a plan.
pub(super) fn records(plan: &Plan) -> Vec<(Path, Fields)> {
    let mut records = Vec::new();
    for (section, value) in &plan.0 {
        match value {
            Value::Object(entries) if SECTIONS.contains(&section.as_str()) => {
                records.extend(entries.iter().map(|(name, value)| {
                    let mut fields = Fields::new();
                    add_leaves(&mut fields, String::new(), value);
                    (vec![section.clone(), name.clone()], fields)
                }));
            }
            leaf => {
                let fields = Fields::from([(String::new(), leaf.to_string())]);
                records.push((vec![section.clone()], fields));
            }
        }
    }
    records
}

fn add_leaves(fields: &mut Fields, path: String, value: &Value) {
    match value {
        Value::Object(object) => {
            for (key, value) in object {
                let key = escape(key);
                let path = if path.is_empty() {
                    key
                } else {
                    format!("{path}{BETWEEN}{key}")
                };
                add_leaves(fields, path, value);
            }
        }
        leaf => {
            fields.insert(path, leaf.to_string());
        }
    }
}

/// The edit that puts some fields of a record in place.
pub(super) fn edit(place: &Path, changed: &[String], fields: &Fields) -> Edit {
    let set = |field: &String| {
        let inside = field.split(BETWEEN).filter(|key| !key.is_empty());
        let mut path = place.clone();
        path.extend(inside.map(unescape));
        Edit::SetInPlan {
            path,
            value: fields.get(field).map(|text| value_of(text)),
        }
    };
    Edit::Batch {
        edits: changed.iter().map(set).collect(),
    }
}

/// What a record is called.
pub(super) fn title(place: &Path) -> String {
    let name = place.get(1).map_or("", String::as_str);
    let section = place.first().map_or("", String::as_str);
    match section {
        "proposals" => format!("Vurdering af forslag {name}"),
        "cases" => format!("Beregning {name}"),
        "moves" => format!("Virkning af forslag {name}"),
        "what_if" => format!("Afprøvning af forslag {name}"),
        "actions" => format!("Handling {name}"),
        "goals" => format!("Mål {name}"),
        "processes" => format!("Proces {name} i robotscreeningen"),
        "weights" => format!("Vægten af {name} i robotscreeningen"),
        "purchases" => format!("Indkøbstal {name}"),
        "report" => format!("Rapporten: {}", report(name)),
        "workshop" => format!("Workshoppen: {}", workshop(name)),
        "resolutions" => format!("Beslutning {name}"),
        "drafts" => format!("Tekst, der ikke kunne læses: {name}"),
        "discount_rate" => "Kalkulationsrenten".to_owned(),
        "price_saving" => "Prisbesparelsen på aftaler".to_owned(),
        other => format!("{other} {name}").trim_end().to_owned(),
    }
}

/// What is chosen for the report, in words.
fn report(name: &str) -> &str {
    match name {
        "parts" => "afsnit",
        "introduction" => "indledning",
        "comments" => "kommentarer",
        "anonymous" => "uden kommunens navn",
        "potential" => "regneeksempel",
        other => other,
    }
}

/// What is said of the workshop, in words.
fn workshop(name: &str) -> &str {
    match name {
        "agenda" => "dagsorden",
        "date" => "dato",
        "time" => "tid",
        "place" => "sted",
        "leader" => "mødeleder",
        "participants" => "deltagere",
        "purpose" => "formål",
        "note" => "noter",
        other => other,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_plan_falls_into_records_that_make_it_again() {
        let plan: Plan = serde_json::from_value(json!({
            "actions": {"M08": {"owner": "Lønchef", "months": {"2026-11": {"light": "red"}}}},
            "drafts": {"cases/c1/inputs/employees~x": "mange"},
            "discount_rate": 3.5,
            "later": [1, {"a": {}}]
        }))
        .unwrap();
        let records = records(&plan);
        assert_eq!(records.len(), 4);
        let mut again = Plan::default();
        for (place, fields) in &records {
            let changed: Vec<String> = fields.keys().cloned().collect();
            let Edit::Batch { edits } = edit(place, &changed, fields) else {
                panic!("not a batch");
            };
            for edit in edits {
                let Edit::SetInPlan { path, value } = edit else {
                    panic!("not in the plan");
                };
                again.set(&path, value);
            }
        }
        assert_eq!(again, plan);
    }
}
