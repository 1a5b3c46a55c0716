//! Survey files: nothing is lost, nothing half-read, every problem has its place, nothing panics.

use kommunebenchmark::document::{self, Problem, ReadError};
use kommunebenchmark::domain::assessment::Assessment;
use kommunebenchmark::domain::decisions::{self, Status};
use kommunebenchmark::domain::ids::RoundId;
use kommunebenchmark::domain::operation::{PayDataEntry, PrimaryLevel};
use kommunebenchmark::domain::rating::{Dimension, Procedure};
use kommunebenchmark::peers::summary::Own;
use kommunebenchmark::peers::{Dataset, compare, summarise};
use kommunebenchmark::scoring;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::given::{self, EXAMPLE, FULL, MINIMAL, activity, any_assessment, area};
use crate::mutation::{any_mutation, mutate};

fn write(assessment: &Assessment) -> String {
    document::write(assessment, "0.1.0", "2026-11-22T10:15:00Z")
}

fn problems(text: &str) -> Vec<Problem> {
    match document::read(text) {
        Err(ReadError::Content(problems)) => problems,
        other => panic!("not a list of problems: {other:?}"),
    }
}

/// The full fixture with one value replaced or added.
fn full_with(pointer: &str, value: Value) -> Value {
    let mut file = given::json(FULL);
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    match file.pointer_mut(parent).unwrap() {
        Value::Object(object) => {
            object.insert(key.to_owned(), value);
        }
        Value::Array(list) => list[key.parse::<usize>().unwrap()] = value,
        other => panic!("{pointer} is in {other}"),
    }
    file
}

proptest! {
    #[test]
    fn an_assessment_survives_its_file(assessment in any_assessment()) {
        prop_assert_eq!(document::read(&write(&assessment)), Ok(assessment));
    }
}

#[test]
fn a_file_of_version_1_comes_back_as_it_was() {
    for file in [FULL, EXAMPLE] {
        let original = given::json(file);
        let assessment = document::read(&given::text(file)).unwrap();
        let mut written: Value = serde_json::from_str(&write(&assessment)).unwrap();
        written["saved_at"] = original["saved_at"].clone();
        assert_eq!(written, original, "{file}");
    }
}

#[test]
fn a_minimal_file_of_version_1_is_an_empty_survey_of_both_domains() {
    let assessment = document::read(&given::text(MINIMAL)).unwrap();
    let mut expected = Assessment::new("minimal".to_owned(), 2026);
    expected.rounds[0].catalogue = "2026.1".to_owned();
    assert_eq!(assessment, expected);
    assert_eq!(document::read(&write(&assessment)), Ok(assessment));
}

/// What version 1 means must never change, also when the program does.
#[test]
fn the_full_file_of_version_1_keeps_its_meaning() {
    let assessment = document::read(&given::text(FULL)).unwrap();
    assert_eq!(assessment.current().unwrap().id, RoundId("2026".to_owned()));
    let round = assessment.current().unwrap();
    let card = scoring::score(round);
    let budgeting = card.area(area("E01")).unwrap();
    let score = |dimension| budgeting.score(dimension).unwrap();
    // (3 + 60 % x 3 + 3 + (10 % x 1 + 20 % x 2 + 70 % x 3) + 2) / 5: the last is half-finished, so
    // the digital degrees are means of four.
    assert!((score(Dimension::Centralisation) - 2.48).abs() < 1e-9);
    assert!((score(Dimension::Process) - 0.375).abs() < 1e-9);
    assert!((score(Dimension::Solution) - 0.625).abs() < 1e-9);
    assert_eq!(
        (budgeting.coverage.answered, budgeting.coverage.relevant),
        (4, 17)
    );
    assert!((budgeting.external_percent - 140.0).abs() < f64::EPSILON);
    assert!(card.area(area("E02")).unwrap().estimated);
    assert_eq!(
        card.area(area("P05"))
            .unwrap()
            .score(Dimension::Centralisation),
        Some(1.0)
    );
    // 12.25 x 40 % and 12 x 9.25 / 37 x 20 %.
    assert!((budgeting.fte.unwrap() - 5.5).abs() < 1e-9);
    assert!((card.area(area("P04")).unwrap().fte.unwrap() - 2.4).abs() < 1e-9);
    assert_eq!(round.answers.len(), 3);
    assert_eq!(
        round.answers["unit-8"][&activity("E04.01")].procedure,
        Some(Procedure::Partly)
    );
    assert_eq!(round.drafts["staff/9/fte"], "fire og en halv");
    let operation = &round.profile.operation;
    assert_eq!(operation.pay_data_entry, Some(PayDataEntry::InSystem));
    assert_eq!(operation.hiring, Some(PrimaryLevel::Central));
    assert_eq!(operation.invoice_posting, Some(PrimaryLevel::Intermediate));
    assert_eq!(operation.time_by_employees, Some(true));
    assert_eq!(operation.person_data_direct, Some(false));
    assert_eq!(operation.pay_direct, Some(true));
    assert_eq!(operation.auto_posting, Some(7));
    assert_eq!(operation.auto_receipt, Some(100));
    assert_eq!(operation.a_conto_payments, Some(1800));
    assert_eq!(operation.negative_pays, Some(250));
    assert_eq!(operation.overdue_invoices, Some(0));
    assert_eq!(operation.fte_cost, Some(525_000));
    let (decisions, unread) = decisions::read(&assessment.plan);
    assert_eq!(unread, []);
    assert!(decisions.opinions[&"K01".into()].pinned);
    let action = &decisions.actions[&"K07".into()];
    assert_eq!(action.status, Status::Running);
    assert_eq!(action.split[&"E04".parse().unwrap()], 80);
    assert_eq!(
        decisions.cases[action.case.as_ref().unwrap()].years,
        Some(5)
    );
    assert_eq!(decisions.discount_rate, Some(3.5));
    assert_eq!(assessment.plan.0["not_known_yet"], "kept");
}

#[test]
fn keys_that_are_not_known_survive_at_every_level() {
    let levels = [
        "",
        "/municipality",
        "/rounds/0",
        "/rounds/1/profile",
        "/rounds/1/profile/operation",
        "/rounds/1/answers/central/E01.01",
        "/rounds/1/answers/unit-7/E04.01",
        "/rounds/1/estimates/E02",
        "/rounds/1/staff/2",
        "/plan",
    ];
    for level in levels {
        let unknown = json!({"kept": [1, null, "æ"]});
        let file = full_with(&format!("{level}/not_known"), unknown.clone());
        let assessment =
            document::read(&file.to_string()).unwrap_or_else(|e| panic!("{level}: {e}"));
        let written: Value = serde_json::from_str(&write(&assessment)).unwrap();
        assert_eq!(
            written.pointer(&format!("{level}/not_known")),
            Some(&unknown),
            "{level}"
        );
    }
}

#[test]
fn rounds_and_staff_are_read_in_any_order_and_kept_in_theirs() {
    let mut file = given::json(FULL);
    file["rounds"].as_array_mut().unwrap().reverse();
    file["rounds"][0]["staff"].as_array_mut().unwrap().reverse();
    let assessment = document::read(&file.to_string()).unwrap();
    assert_eq!(assessment, document::read(&given::text(FULL)).unwrap());
}

#[test]
fn a_newer_version_is_refused_and_never_half_read() {
    // Everything else in it may be of any shape.
    let newer = json!({"format": "kommunebenchmark", "version": 2, "rounds": "elsewhere"});
    assert_eq!(
        document::read(&newer.to_string()),
        Err(ReadError::TooNew { version: 2 })
    );
    let newer = full_with("/version", json!(u64::MAX));
    assert!(matches!(
        document::read(&newer.to_string()),
        Err(ReadError::TooNew { .. })
    ));
    let text = ReadError::TooNew { version: 2 }.to_string();
    assert!(
        text.starts_with("$.version: ") && text.contains("newer"),
        "{text}"
    );
}

#[test]
fn what_is_no_survey_file_is_said_to_be_none() {
    for text in [
        "",
        "{",
        "nul",
        "{\"format\": \"kommunebenchmark\",}",
        "\u{0}",
        "PK\u{3}\u{4}",
    ] {
        assert!(
            matches!(document::read(text), Err(ReadError::NotJson { .. })),
            "{text}"
        );
    }
    for text in [
        "null",
        "[]",
        "7",
        "{}",
        "{\"format\": \"kommunebenchmark-peers\"}",
    ] {
        assert_eq!(document::read(text), Err(ReadError::OtherFormat), "{text}");
    }
    let at = document::read("{\n  \"format\": kommune").unwrap_err();
    assert_eq!(
        at,
        ReadError::NotJson {
            line: 2,
            column: 13
        }
    );
    assert!(at.to_string().starts_with("$: not JSON (line 2"), "{at}");
}

/// One wrong value gives one problem, at its place.
fn check_problem(pointer: &str, value: Value, path: &str, says: &str) {
    let found = problems(&full_with(pointer, value).to_string());
    let [problem] = &found[..] else {
        panic!("{pointer}: {found:?}");
    };
    assert_eq!(problem.path, path);
    assert!(problem.text.contains(says), "{pointer}: {problem}");
}

/// The same, for a value of the second round.
fn check_round(key: &str, value: Value, says: &str) {
    check_problem(
        &format!("/rounds/1/{key}"),
        value,
        &format!("$.rounds[1].{key}"),
        says,
    );
}

#[test]
fn problems_of_the_envelope_name_their_place() {
    let check = check_problem;
    check("/version", json!("1"), "$.version", "whole number");
    check("/version", json!(0), "$.version", "from 1");
    check("/app", json!(1), "$.app", "string");
    check("/saved_at", json!([]), "$.saved_at", "string");
    check("/id", json!(""), "$.id", "not empty");
    check("/example", json!("yes"), "$.example", "boolean");
    check("/municipality", json!("Greve"), "$.municipality", "object");
    check(
        "/municipality/name",
        json!(7),
        "$.municipality.name",
        "text",
    );
    check(
        "/municipality/code",
        json!(100),
        "$.municipality.code",
        "no municipality 100",
    );
    check("/plan", json!([]), "$.plan", "map");
    check("/rounds", json!([]), "$.rounds", "at least one");
    check("/rounds", json!({}), "$.rounds", "list");
    check("/rounds/0", json!(1), "$.rounds[0]", "object");
}

#[test]
fn problems_of_a_round_name_their_place() {
    check_round("id", json!("2025"), "used twice");
    check_round("id", json!(5), "text");
    check_round("year", json!(202), "from 2015");
    check_round("year", json!("2026"), "from 2015");
    check_round("catalogue", json!("2031.1"), "not known");
    check_round("method", json!(1), "text");
    check_round("profile", json!({"population": -1}), "-1");
    check_round("profile", json!({"economy_system": "x"}), "`x`");
    check_round("profile", json!({"operation": null}), "null");
    check_round("profile", json!({"operation": {"hiring": "x"}}), "`x`");
    check_round("staff_date", json!("2026-02-30"), "no date");
    check_round("staff_total", json!(-0.5), "not a number from 0");
    check_round("drafts", json!({"a": 1}), "string");
    check_round("answers", json!([]), "object");
    check_round("estimates", json!([]), "object");
    check_round("staff", json!({}), "list");
}

#[test]
fn a_share_of_the_invoices_is_at_most_100_percent() {
    for key in ["auto_posting", "auto_receipt"] {
        let pointer = format!("/rounds/1/profile/operation/{key}");
        let path = format!("$.rounds[1].profile.operation.{key}");
        check_problem(&pointer, json!(101), &path, "at most 100");
        for right in [0, 100] {
            let file = full_with(&pointer, json!(right)).to_string();
            assert!(document::read(&file).is_ok(), "{key}: {right}");
        }
    }
}

#[test]
fn an_operation_of_which_nothing_is_said_is_not_written() {
    let file = full_with("/rounds/1/profile/operation", json!({}));
    let assessment = document::read(&file.to_string()).unwrap();
    let written: Value = serde_json::from_str(&write(&assessment)).unwrap();
    assert_eq!(written.pointer("/rounds/1/profile/operation"), None);
}

#[test]
fn problems_of_answers_and_estimates_name_their_place() {
    let check = |pointer: &str, value: Value, path: &str, says: &str| {
        check_problem(
            &format!("/rounds/1/{pointer}"),
            value,
            &format!("$.rounds[1].{path}"),
            says,
        );
    };
    check("answers/central", json!(1), "answers.central", "object");
    check(
        "answers/central/E01.19",
        json!({}),
        "answers.central.E01.19",
        "no such activity",
    );
    check(
        "answers/unit-7/E4.1",
        json!({}),
        "answers.unit-7.E4.1",
        "no such activity",
    );
    let answer = "answers.central.E01.02";
    check("answers/central/E01.02", json!([]), answer, "");
    check(
        "answers/central/E01.02/solution",
        json!("half"),
        answer,
        "`half`",
    );
    check(
        "answers/central/E01.02/organisation",
        json!({"central": 99}),
        answer,
        "99 %, not 100 %",
    );
    check(
        "answers/central/E01.02/organisation",
        json!({"x": 100}),
        answer,
        "`x`",
    );
    check(
        "answers/central/E01.02/organisation",
        json!(3),
        answer,
        "a place, or shares",
    );
    check("answers/central/E01.02/comment", json!(3), answer, "string");
    check("estimates/E12", json!({}), "estimates.E12", "no such area");
    check("estimates/E02", json!(2), "estimates.E02", "");
}

#[test]
fn problems_of_the_staff_sheet_name_their_place() {
    let check = |pointer: &str, value: Value, path: &str, says: &str| {
        check_problem(
            &format!("/rounds/1/staff/{pointer}"),
            value,
            &format!("$.rounds[1].staff{path}"),
            says,
        );
    };
    check("1", json!({"id": 2}), "[1]", "kind");
    check("1/id", json!(1), "[1].id", "used twice");
    check(
        "1/areas",
        json!({"E12": 1}),
        "[1].areas.E12",
        "no such area",
    );
    check(
        "1/areas",
        json!({"E01": 60, "E02": 41}),
        "[1].areas",
        "101 %",
    );
    check("0/fte", json!(10_000.5), "[0].fte", "at most 10000");
    check("0/fte", json!(1.005), "[0]", "two decimals");
    check("1/number", json!(20_000_001), "[1].number", "at most");
    check(
        "1/hours_per_week",
        json!(10_001),
        "[1].hours_per_week",
        "at most",
    );
    check("2/kr", json!(2_000_000_001), "[2].kr", "at most");
}

#[test]
fn all_problems_of_a_file_are_named_at_once() {
    let mut file = full_with("/id", json!(1));
    file["rounds"][0]["year"] = json!(1);
    file["rounds"][1]["answers"]["central"]["E01.01"]["process"] = json!("x");
    file["rounds"][1]["staff"][3]["id"] = json!(1);
    let paths: Vec<String> = problems(&file.to_string())
        .into_iter()
        .map(|one| one.path)
        .collect();
    let expected = [
        "$.id",
        "$.rounds[0].year",
        "$.rounds[1].answers.central.E01.01",
        "$.rounds[1].staff[3].id",
    ];
    assert_eq!(paths, expected);
}

/// Whatever was read can be used.
fn use_all(assessment: &Assessment) {
    let dataset = Dataset::read(&given::text(given::KLK_2017)).unwrap();
    let summary = summarise(&dataset, &Own::default());
    for round in &assessment.rounds {
        let card = scoring::score(round);
        let _ = compare(&card, &summary, false);
        let _ = scoring::resources::fte_total(&round.staff);
        let _ = scoring::resources::fte_unplaced(&round.staff);
        let _ = round.next_row_id();
    }
    assert_eq!(document::read(&write(assessment)).as_ref(), Ok(assessment));
}

fn check_outcome(text: &str) {
    match document::read(text) {
        Ok(assessment) => use_all(&assessment),
        Err(ReadError::Content(problems)) => {
            assert!(!problems.is_empty());
            for problem in &problems {
                assert!(
                    problem.path.starts_with('$') && !problem.text.is_empty(),
                    "{problem:?}"
                );
                let line = problem.to_string();
                assert!(!line.contains(|c: char| c.is_control()), "{line:?}");
                assert!(
                    problem.path.len() > 1 || text.len() < 50,
                    "no path: {problem}"
                );
            }
        }
        Err(other) => assert!(other.to_string().starts_with('$'), "{other}"),
    }
}

#[test]
fn hostile_files_are_refused_without_harm() {
    let deep =
        |open: &str, close: &str| format!("{}{}", open.repeat(100_000), close.repeat(100_000));
    check_outcome(&deep("[", "]"));
    check_outcome(&deep("{\"a\":", "}"));
    let plan = full_with("/plan", json!("HERE")).to_string();
    check_outcome(&plan.replace("\"HERE\"", &deep("{\"a\":", "}")));
    for number in [
        "1e400",
        "-1e400",
        "1e-400",
        "99999999999999999999999",
        "-0",
        "0.1e1",
        "NaN",
    ] {
        for pointer in [
            "/version",
            "/rounds/1/year",
            "/rounds/1/staff/0/fte",
            "/rounds/1/staff/0/id",
        ] {
            let file = full_with(pointer, json!("HERE")).to_string();
            check_outcome(&file.replace("\"HERE\"", number));
        }
    }
    let long = "å".repeat(1_000_000);
    check_outcome(&full_with("/rounds/1/answers/central/E01.01/comment", json!(long)).to_string());
    check_outcome(&full_with("/rounds/1/answers/a\nb", json!({"E01.01": 1})).to_string());
    check_outcome(&full_with("/rounds/1/staff/3/id", json!(u32::MAX)).to_string());
}

#[test]
fn the_largest_staff_sheet_that_is_accepted_does_not_overflow() {
    let mut file = given::json(FULL);
    let rows = (1..=2000).map(|id| {
        json!({"id": id, "kind": "units", "number": 20_000_000, "hours_per_week": 10_000, "areas": {"E01": 100}})
    });
    file["rounds"][1]["staff"] = rows.collect();
    use_all(&document::read(&file.to_string()).unwrap());
}

proptest! {
    #[test]
    fn a_damaged_file_is_read_or_refused_with_places(
        mutations in proptest::collection::vec(any_mutation(), 1..4),
    ) {
        let mut file = given::json(FULL);
        for (place, mutation) in mutations {
            mutate(&mut file, place, mutation);
        }
        check_outcome(&file.to_string());
    }

    #[test]
    fn a_file_with_damaged_bytes_is_read_or_refused(
        cut in any::<proptest::sample::Index>(),
        length in 0_usize..30,
        put in "[\\PC\\n\"{}\\[\\],:0-9]{0,6}",
    ) {
        let mut text: Vec<char> = given::text(FULL).chars().collect();
        let from = cut.index(text.len());
        let to = (from + length).min(text.len());
        text.splice(from..to, put.chars());
        check_outcome(&text.into_iter().collect::<String>());
    }
}
