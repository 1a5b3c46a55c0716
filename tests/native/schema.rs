//! The published JSON Schemas say the same as the program.

use std::collections::BTreeMap;
use std::sync::{Mutex, OnceLock};

use jsonschema::Validator;
use kommunebenchmark::document::{self, ReadError};
use kommunebenchmark::domain::catalogue;
use kommunebenchmark::domain::ids::{ActivityId, AreaId};
use kommunebenchmark::domain::municipality::MUNICIPALITIES;
use kommunebenchmark::peers::Dataset;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::cli::call_json;
use crate::given::{self, EXAMPLE, FULL, KLK_2017, MINIMAL, MODEL, PART, any_assessment};
use crate::mutation::{any_mutation, mutate};

const NAMES: [&str; 5] = ["survey", "scores", "catalogue", "peers", "contribution"];

fn schema(name: &str) -> Value {
    given::json(&format!("public/schema/{name}.schema.json"))
}

/// A schema that properties are held against, made once.
pub fn shared(name: &'static str) -> &'static Validator {
    static SHARED: OnceLock<Mutex<BTreeMap<&str, &'static Validator>>> = OnceLock::new();
    let mut shared = SHARED.get_or_init(Mutex::default).lock().unwrap();
    shared
        .entry(name)
        .or_insert_with(|| Box::leak(Box::new(validator(name))))
}

fn validator(name: &str) -> Validator {
    jsonschema::validator_for(&schema(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
}

fn survey() -> &'static Validator {
    static SURVEY: OnceLock<Validator> = OnceLock::new();
    SURVEY.get_or_init(|| validator("survey"))
}

/// A part of a schema, with its definitions.
fn part(name: &str, definition: &str) -> Validator {
    let mut schema = schema(name);
    let definitions = schema["$defs"].take();
    let reference = format!("#/$defs/{definition}");
    jsonschema::validator_for(&json!({"$ref": reference, "$defs": definitions})).unwrap()
}

pub fn valid(validator: &Validator, what: &str, value: &Value) {
    let errors: Vec<String> = validator
        .iter_errors(value)
        .map(|error| format!("{}: {error}", error.instance_path()))
        .collect();
    assert!(errors.is_empty(), "{what}:\n{}", errors.join("\n"));
}

#[test]
fn schemas_are_schemas_and_name_no_host() {
    for name in NAMES {
        let schema = schema(name);
        jsonschema::meta::validate(&schema).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert_eq!(
            schema["$schema"],
            "https://json-schema.org/draft/2020-12/schema"
        );
        assert_eq!(
            schema["$id"],
            format!("urn:kommunebenchmark:schema:{name}:1")
        );
        assert!(
            schema["title"].is_string() && schema["description"].is_string(),
            "{name}"
        );
        assert_eq!(schema.to_string().matches("://").count(), 1, "{name}");
    }
}

#[test]
fn bundled_surveys_fixtures_and_what_the_program_writes_are_valid() {
    for file in [EXAMPLE, FULL, MINIMAL, PART] {
        valid(survey(), file, &given::json(file));
        let assessment = document::read(&given::text(file)).unwrap();
        let written = document::write(&assessment, "0.1.0", "2026-11-22T10:15:00Z");
        valid(survey(), file, &serde_json::from_str(&written).unwrap());
    }
}

#[test]
fn scores_on_the_command_line_are_valid() {
    let validator = validator("scores");
    for file in [EXAMPLE, FULL, MINIMAL, PART] {
        for peers in ["klk-2017", "model"] {
            let output = call_json(&["score", file, "--peers", peers, "--format", "json"]);
            valid(&validator, file, &output);
        }
    }
}

#[test]
fn the_catalogue_and_its_files_are_valid() {
    valid(
        &validator("catalogue"),
        "output",
        &call_json(&["catalogue", "--format", "json"]),
    );
    let header = given::json("public/data/catalogue/index.json");
    valid(&part("catalogue", "header"), "index.json", &header);
    let area = part("catalogue", "area");
    for one in &catalogue::AREAS {
        let file = format!("public/data/catalogue/{}.json", one.id);
        valid(&area, &file, &given::json(&file));
    }
}

#[test]
fn the_bundled_peers_are_valid() {
    let validator = validator("peers");
    for file in [KLK_2017, MODEL] {
        valid(&validator, file, &given::json(file));
    }
}

#[test]
fn the_schema_of_surveys_knows_the_areas_activities_and_municipalities() {
    let (area, activity) = (part("survey", "area_id"), part("survey", "activity_id"));
    for one in &catalogue::AREAS {
        assert!(area.is_valid(&json!(one.id)));
        for each in one.activities {
            assert!(activity.is_valid(&json!(each.id)), "{}", each.id);
        }
        let number = u8::try_from(one.activities.len() + 1).unwrap();
        let next = ActivityId {
            area: one.id,
            number,
        };
        assert!(!activity.is_valid(&json!(next)), "{next}");
    }
    for wrong in ["E12", "P19", "E00", "E1", "X01", "E01 ", "E01\n"] {
        assert!(
            !area.is_valid(&json!(wrong))
                && wrong
                    .parse::<AreaId>()
                    .ok()
                    .and_then(catalogue::area)
                    .is_none(),
            "{wrong:?}"
        );
    }
    let codes: Vec<u64> = schema("survey")["$defs"]["municipality"]["properties"]["code"]["enum"]
        .as_array()
        .unwrap()
        .iter()
        .map(|code| code.as_u64().unwrap())
        .collect();
    let known: Vec<u64> = MUNICIPALITIES
        .iter()
        .map(|entry| u64::from(entry.code))
        .collect();
    assert_eq!(codes, known);
}

/// What a schema cannot express, by the words of the program's problem.
const BEYOND_A_SCHEMA: [&str; 5] = [
    "is used twice",
    "shares sum to",
    "more than 100 %",
    "is no date",
    "at most two decimals",
];

fn check_agreement(file: &Value) -> Result<(), TestCaseError> {
    let by_schema = survey().is_valid(file);
    match document::read(&file.to_string()) {
        Ok(_) => {
            let error = survey().iter_errors(file).next();
            let error = error.map(|error| format!("{}: {error}", error.instance_path()));
            prop_assert!(by_schema, "read, but refused by the schema: {error:?}");
        }
        Err(ReadError::Content(problems)) => {
            let beyond = problems.iter().all(|problem| {
                BEYOND_A_SCHEMA
                    .iter()
                    .any(|words| problem.text.contains(words))
            });
            prop_assert!(
                !by_schema || beyond,
                "valid by the schema, but: {problems:?}"
            );
        }
        Err(error) => prop_assert!(!by_schema, "valid by the schema, but: {error}"),
    }
    Ok(())
}

proptest! {
    #[test]
    fn every_assessment_is_written_as_the_schema_says(assessment in any_assessment()) {
        let text = document::write(&assessment, "0.1.0", "2026-11-22T10:15:00Z");
        let file: Value = serde_json::from_str(&text).unwrap();
        prop_assert!(survey().is_valid(&file));
    }

    #[test]
    fn schema_and_program_agree_on_damaged_files(
        mutations in proptest::collection::vec(any_mutation(), 1..3),
    ) {
        let mut file = given::json(FULL);
        for (place, mutation) in mutations {
            mutate(&mut file, place, mutation);
        }
        check_agreement(&file)?;
    }
}

#[test]
fn wrong_surveys_are_refused_by_schema_and_program() {
    let check = |pointer: &str, value: Value| {
        let mut file = given::json(FULL);
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        file.pointer_mut(parent).unwrap()[key] = value;
        assert!(!survey().is_valid(&file), "valid by the schema: {pointer}");
        assert!(
            document::read(&file.to_string()).is_err(),
            "read: {pointer}"
        );
    };
    check("/format", json!("kommunebenchmark-peers"));
    check("/version", json!(2));
    check("/version", json!(0));
    check("/app", json!(1));
    check("/id", json!(""));
    check("/contribution_id", json!(""));
    check("/contribution_id", json!(null));
    check("/municipality/code", json!(999));
    check("/rounds", json!([]));
    for (key, value) in [
        ("id", json!(2026)),
        ("year", json!(2014)),
        ("year", json!("2026")),
        ("catalogue", json!("2025.1")),
        ("staff_date", json!("1. oktober")),
        ("staff_date", json!("2026-+1-01")),
        ("staff_total", json!(-1)),
        ("staff_total", json!(1e9)),
        ("profile", json!(null)),
        ("drafts", json!({"a": null})),
    ] {
        check(&format!("/rounds/1/{key}"), value);
    }
    check("/rounds/1/profile/employees", json!(-1));
    check("/rounds/1/profile/level_names", json!({"top": "Direktion"}));
    check("/rounds/1/profile/domains", json!(["X"]));
    for (key, value) in [
        ("pay_data_entry", json!("department")),
        ("hiring", json!("in_system")),
        ("invoice_posting", json!(1)),
        ("pay_direct", json!("yes")),
        ("auto_posting", json!(101)),
        ("auto_receipt", json!(-1)),
        ("negative_pays", json!(0.5)),
        ("fte_cost", json!("500000")),
    ] {
        check(&format!("/rounds/1/profile/operation/{key}"), value);
    }
    check("/rounds/1/profile/operation", json!(null));
    check("/rounds/1/answers/central/E01.19", json!({}));
    check("/rounds/1/answers/central/E01.01/standing", json!("maybe"));
    check(
        "/rounds/1/answers/central/E01.01/organisation",
        json!("top"),
    );
    check(
        "/rounds/1/answers/central/E01.01/organisation",
        json!({"central": -1}),
    );
    check(
        "/rounds/1/answers/central/E01.01/organisation",
        json!({"top": 100}),
    );
    check("/rounds/1/answers/central/E01.01/flag", json!("yes"));
    check("/rounds/1/estimates/E12", json!({}));
    check("/rounds/1/staff/0/kind", json!("robot"));
    check("/rounds/1/staff/0/fte", json!(10_001));
    check("/rounds/1/staff/1/number", json!(1.5));
    check("/rounds/1/staff/0/areas", json!({"E01": 101}));
}

#[test]
fn wrong_peers_are_refused_by_schema_and_program() {
    let validator = validator("peers");
    let check = |file: &str, pointer: &str, value: Value| {
        let mut file = given::json(file);
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        file.pointer_mut(parent).unwrap()[key] = value;
        assert!(!validator.is_valid(&file), "valid by the schema: {pointer}");
        assert!(Dataset::read(&file.to_string()).is_err(), "read: {pointer}");
    };
    check(KLK_2017, "/format", json!("kommunebenchmark"));
    check(KLK_2017, "/version", json!(2));
    check(KLK_2017, "/version", json!(0));
    check(KLK_2017, "/kind", json!("real"));
    check(KLK_2017, "/method", json!("one text"));
    check(KLK_2017, "/means", json!({}));
    check(
        KLK_2017,
        "/means/E12",
        json!({"centralisation": 1, "process": 1, "solution": 1}),
    );
    check(KLK_2017, "/means/E01/process", json!(1.1));
    check(KLK_2017, "/totals/E/centralisation", json!(-1));
    check(MODEL, "/n", json!("40"));
    check(MODEL, "/answers/E01.01/process", json!("x".repeat(40)));
    check(MODEL, "/answers/E01.01/organisation", json!("4".repeat(40)));
    check(MODEL, "/fte/E01", json!([-1]));
    check(MODEL, "/municipalities", json!([]));
}

#[test]
fn scores_that_cannot_be_are_not_valid() {
    let validator = validator("scores");
    let output = call_json(&["score", FULL, "--peers", "model", "--format", "json"]);
    let check = |pointer: &str, value: Value| {
        let mut output = output.clone();
        *output.pointer_mut(pointer).unwrap() = value;
        assert!(!validator.is_valid(&output), "{pointer}");
    };
    check("/peers/kind", json!("real"));
    check("/peers/n", json!(-1));
    check("/domains/0/id", json!("X"));
    check("/domains/0/areas/0/id", json!("E12"));
    check("/domains/0/areas/0/centralisation", json!(3.1));
    check("/domains/0/areas/0/process", json!(1.1));
    check("/domains/0/areas/0/coverage", json!(1.1));
    check("/domains/0/areas/0/fte", json!(-1));
    check("/domains/0/areas/0/deviation", json!({}));
    check("/domains/0/total/deviation/solution", json!(-1.1));
    check("/domains/0/total", json!({}));
}
