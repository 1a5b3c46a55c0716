//! The command line as a user meets it: output, errors and exit codes of the real program.

use std::path::PathBuf;
use std::process::Command;

use serde_json::{Value, json};

use crate::given::{self, EXAMPLE, FULL, KLK_2017, MINIMAL, MODEL, PART};

/// What a call gave.
pub struct Outcome {
    pub code: i32,
    pub out: String,
    pub err: String,
}

/// Calls the program in the project's folder.
pub fn call(arguments: &[&str]) -> Outcome {
    let output = Command::new(env!("CARGO_BIN_EXE_kommunebenchmark-cli"))
        .args(arguments)
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .output()
        .unwrap();
    Outcome {
        code: output.status.code().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}

/// Calls the program for JSON.
pub fn call_json(arguments: &[&str]) -> Value {
    let outcome = call(arguments);
    assert_eq!(
        (outcome.code, outcome.err.as_str()),
        (0, ""),
        "{arguments:?}"
    );
    serde_json::from_str(&outcome.out).unwrap()
}

/// Writes a file for one test, in the folder that cargo has for that.
pub fn temporary(name: &str, content: impl AsRef<[u8]>) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, content).unwrap();
    path.to_str().unwrap().to_owned()
}

fn keys(value: &Value) -> Vec<&str> {
    let mut keys: Vec<&str> = value
        .as_object()
        .unwrap()
        .keys()
        .map(String::as_str)
        .collect();
    keys.sort_unstable();
    keys
}

const VALUES: [&str; 6] = [
    "centralisation",
    "coverage",
    "deviation",
    "fte",
    "process",
    "solution",
];

#[test]
fn score_has_exactly_the_promised_shape() {
    let output = call_json(&["score", EXAMPLE, "--peers", "model", "--format", "json"]);
    assert_eq!(keys(&output), ["catalogue", "domains", "peers"]);
    assert_eq!(keys(&output["peers"]), ["kind", "n", "title", "version"]);
    assert_eq!(output["peers"]["kind"], "model");
    assert_eq!(output["peers"]["n"], 40);
    let domains = output["domains"].as_array().unwrap();
    let ids: Vec<&Value> = domains.iter().map(|domain| &domain["id"]).collect();
    assert_eq!(ids, ["E", "P"]);
    for (domain, count) in domains.iter().zip([11, 18]) {
        assert_eq!(keys(domain), ["areas", "id", "total"]);
        let areas = domain["areas"].as_array().unwrap();
        assert_eq!(areas.len(), count);
        assert_eq!(keys(&domain["total"]), VALUES);
        for area in areas {
            let mut expected = VALUES.to_vec();
            expected.push("id");
            expected.sort_unstable();
            assert_eq!(keys(area), expected);
            assert_eq!(
                keys(&area["deviation"]),
                ["centralisation", "n", "process", "solution"]
            );
            assert_eq!(area["deviation"]["n"], 40);
        }
    }
    assert_eq!(domains[0]["areas"][0]["id"], "E01");
}

#[test]
fn score_gives_unrounded_numbers_and_null_where_there_is_none() {
    let output = call_json(&["score", FULL, "--format", "json"]);
    assert_eq!(output["peers"]["kind"], "derived_example");
    assert_eq!(output["peers"]["n"], Value::Null);
    let area = |domain: usize, index: usize| &output["domains"][domain]["areas"][index];
    assert_eq!(area(0, 0)["centralisation"], json!(2.48));
    assert_eq!(area(0, 0)["process"], json!(0.375));
    assert_eq!(area(0, 0)["coverage"], json!(4.0 / 17.0));
    assert_eq!(area(0, 0)["fte"], json!(5.5));
    // Below 60 % no deviation; E02 is an estimate, which has one.
    assert_eq!(area(0, 0)["deviation"]["centralisation"], Value::Null);
    assert_eq!(area(0, 1)["deviation"]["centralisation"], json!(3.0 - 2.3));
    assert_eq!(area(0, 2)["centralisation"], Value::Null);
    assert_eq!(area(0, 2)["fte"], Value::Null);
    assert_eq!(area(0, 2)["coverage"], json!(0.0));
    assert_eq!(
        output["domains"][0]["total"]["deviation"]["process"],
        Value::Null
    );
}

#[test]
fn score_compares_with_klks_means_unless_told_otherwise() {
    let default = call_json(&["score", EXAMPLE, "--format", "json"]);
    assert_eq!(
        default,
        call_json(&["score", EXAMPLE, "--peers", "klk-2017", "--format", "json"])
    );
    assert_eq!(
        default,
        call_json(&["score", EXAMPLE, "--peers", KLK_2017, "--format", "json"])
    );
    let model = call_json(&["score", EXAMPLE, "--peers", "model", "--format", "json"]);
    assert_eq!(
        model,
        call_json(&["score", EXAMPLE, "--peers", MODEL, "--format", "json"])
    );
    assert_ne!(default, model);
}

#[test]
fn score_as_a_table_is_danish_and_shows_the_published_totals() {
    let outcome = call(&["score", EXAMPLE, "--peers", "model"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    let cells = |start: &str, skip: usize| -> Vec<String> {
        let line = outcome
            .out
            .lines()
            .filter(|line| line.starts_with(start))
            .nth(skip)
            .unwrap();
        line[start.len()..]
            .split_whitespace()
            .map(str::to_owned)
            .collect()
    };
    assert_eq!(
        cells("Samlet ", 0),
        ["2,8", "0,8", "0,8", "+0,2", "+0,2", "+0,2", "100", "%"]
    );
    assert_eq!(
        cells("Samlet ", 1),
        ["1,7", "0,5", "0,6", "+0,1", "−0,2", "−0,1", "100", "%"]
    );
    assert!(outcome.out.contains("Modelkommuner (n = 40)"));
    assert_eq!(
        outcome.out,
        call(&["score", EXAMPLE, "--peers", "model", "--format", "table"]).out
    );
}

#[test]
fn score_as_csv_has_a_line_for_each_area_and_names_the_dataset_in_it() {
    let outcome = call(&["score", EXAMPLE, "--peers", "model", "--format", "csv"]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    let lines: Vec<&str> = outcome.out.lines().collect();
    assert_eq!(lines.len(), 1 + 11 + 18 + 2);
    assert!(lines[0].starts_with("\u{feff}Afsnit;Område;Nr.;Centraliseringsgrad;"));
    assert!(lines[1].starts_with("Økonomi og regnskab;Budgetlægning;E01;2,6667;"));
    assert!(lines[1..].iter().all(|line| line.contains(";Modeldata: ")));
}

#[test]
fn results_are_written_as_a_workbook_or_as_one_table() {
    let folder = PathBuf::from(env!("CARGO_TARGET_TMPDIR"));
    let file = |name: &str| folder.join(name).to_str().unwrap().to_owned();
    let (book, answers, page) = (file("r.xlsx"), file("r.csv"), file("r.html"));
    for arguments in [
        &["results", FULL, "-o", &book][..],
        &["results", FULL, "-o", &answers, "--table", "answers"],
        &["results", FULL, "-o", &page, "--table", "scores"],
    ] {
        let outcome = call(arguments);
        assert_eq!(
            (outcome.code, outcome.out.as_str(), outcome.err.as_str()),
            (0, "", ""),
            "{arguments:?}"
        );
    }
    assert!(std::fs::read(book).unwrap().starts_with(b"PK"));
    let answers = std::fs::read_to_string(answers).unwrap();
    assert!(answers.contains("Nordskolen;Institution;Manuelt;Delvist"));
    assert!(
        std::fs::read_to_string(page)
            .unwrap()
            .contains("<caption>Overblik: ")
    );
}

#[test]
fn results_that_cannot_be_written_say_what_to_do() {
    let check = |arguments: &[&str], code: i32, says: &str| {
        let outcome = call(arguments);
        assert_eq!(outcome.code, code, "{arguments:?}");
        assert!(outcome.err.contains(says), "{}", outcome.err);
    };
    check(&["results", FULL, "-o", "r.csv"], 2, "--table");
    check(&["results", FULL, "-o", "r.pdf"], 2, ".xlsx, .csv or .html");
    check(
        &["results", FULL, "-o", "not-there/r.xlsx"],
        1,
        "writing not-there/r.xlsx",
    );
}

#[test]
fn a_blank_survey_is_scored_as_blanks() {
    let output = call_json(&["score", MINIMAL, "--format", "json"]);
    for domain in output["domains"].as_array().unwrap() {
        for key in ["centralisation", "process", "solution", "fte"] {
            assert_eq!(domain["total"][key], Value::Null);
        }
        assert_eq!(domain["total"]["coverage"], json!(0.0));
    }
    assert!(call(&["score", MINIMAL]).out.contains('–'));
}

#[test]
fn the_catalogue_is_printed_with_its_texts() {
    let output = call_json(&["catalogue", "--format", "json"]);
    let mut ids = Vec::new();
    for domain in output["domains"].as_array().unwrap() {
        for area in domain["areas"].as_array().unwrap() {
            for activity in area["activities"].as_array().unwrap() {
                assert!(activity["title"].as_str().unwrap().len() > 10);
                assert!(activity["help"].as_str().unwrap().len() > 50);
                ids.push(activity["id"].as_str().unwrap().to_owned());
            }
        }
    }
    assert_eq!(ids.len(), 300);
    assert_eq!((ids[0].as_str(), ids[299].as_str()), ("E01.01", "P18.10"));
    assert_eq!(output["catalogue"], "2026.1");
    assert_eq!(call(&["catalogue"]).out.lines().count(), 329);
}

#[test]
fn the_model_dataset_is_made_again_from_its_seed_number() {
    let outcome = call(&["peers", "synthesize", "--seed", "2026"]);
    assert!(outcome.out == given::text(MODEL), "differs from {MODEL}");
}

#[test]
fn a_valid_file_is_validated_in_silence() {
    let outcome = call(&["validate", EXAMPLE, FULL, MINIMAL, PART]);
    assert_eq!(
        (outcome.code, outcome.out.as_str(), outcome.err.as_str()),
        (0, "", "")
    );
}

/// A file with three problems, one of them with a line break in a hostile key.
fn bad_file(name: &str) -> String {
    let mut file = given::json(FULL);
    file["rounds"][0]["year"] = json!(1999);
    file["rounds"][1]["answers"]["central"]["E01.02"]["organisation"] = json!({"central": 99});
    file["rounds"][1]["answers"]["unit\n8"] = json!([]);
    temporary(name, file.to_string())
}

#[test]
fn a_file_that_is_not_valid_gives_exit_code_2_and_one_line_per_problem() {
    let file = bad_file("three-problems.json");
    for arguments in [
        &["score", &file, "--format", "json"][..],
        &["validate", &file],
    ] {
        let outcome = call(arguments);
        assert_eq!(
            (outcome.code, outcome.out.as_str()),
            (2, ""),
            "{arguments:?}"
        );
        let lines: Vec<&str> = outcome.err.lines().collect();
        let expected = [
            "$.rounds[0].year: must be a year",
            "$.rounds[1].answers.central.E01.02: shares sum to 99 %, not 100 %",
            "$.rounds[1].answers.unit\\n8: must be an object",
        ];
        assert_eq!(lines.len(), expected.len(), "{lines:?}");
        for (line, expected) in lines.iter().zip(expected) {
            assert!(line.starts_with(expected), "{line}");
        }
    }
}

#[test]
fn several_files_are_validated_together_and_named() {
    let file = bad_file("among-others.json");
    let outcome = call(&["validate", EXAMPLE, &file, MINIMAL]);
    assert_eq!(outcome.code, 2);
    assert_eq!(outcome.err.lines().count(), 3);
    assert!(
        outcome
            .err
            .lines()
            .all(|line| line.starts_with(&format!("{file}: $")))
    );
}

#[test]
fn what_is_no_survey_gives_exit_code_2_and_one_line_with_a_path() {
    let check = |name: &str, content: &[u8], says: &str| {
        let outcome = call(&["validate", &temporary(name, content)]);
        assert_eq!(outcome.code, 2, "{name}");
        assert_eq!(outcome.err.lines().count(), 1, "{}", outcome.err);
        assert!(outcome.err.starts_with(says), "{}", outcome.err);
    };
    check("empty.json", b"", "$: not JSON (line 1");
    check(
        "latin-1.json",
        b"{\"name\": \"Br\xf8nderslev\"}",
        "$: not UTF-8",
    );
    check("other.json", b"{\"format\": \"other\"}", "$.format: ");
    check(
        "newer.json",
        b"{\"format\": \"kommunebenchmark\", \"version\": 9}",
        "$.version: 9 is newer",
    );
}

#[test]
fn a_file_that_is_not_there_gives_exit_code_1() {
    for arguments in [
        &["score", "not-there.json"][..],
        &["validate", "not-there.json"],
        &["validate", EXAMPLE, "not-there.json"],
        &["score", EXAMPLE, "--peers", "not-there.json"],
    ] {
        let outcome = call(arguments);
        assert_eq!(
            (outcome.code, outcome.out.as_str()),
            (1, ""),
            "{arguments:?}"
        );
        assert!(outcome.err.contains("not-there.json"), "{}", outcome.err);
    }
}

#[test]
fn a_bad_file_of_peers_gives_exit_code_2_and_says_which_and_why() {
    let mut peers = given::json(MODEL);
    peers["n"] = json!(41);
    let file = temporary("bad-peers.json", peers.to_string());
    let outcome = call(&["score", EXAMPLE, "--peers", &file]);
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""));
    assert_eq!(outcome.err.lines().count(), 1);
    assert!(
        outcome.err.contains("bad-peers.json") && outcome.err.contains("n is 41"),
        "{}",
        outcome.err
    );
    let outcome = call(&["score", EXAMPLE, "--peers", EXAMPLE]);
    assert!(
        outcome.err.contains("kommunebenchmark-peers"),
        "{}",
        outcome.err
    );
}

#[test]
fn a_wrong_call_gives_exit_code_2_and_help_is_there() {
    for arguments in [
        &[][..],
        &["score"],
        &["validate"],
        &["peers", "synthesize"],
        &["unknown"],
    ] {
        assert_eq!(call(arguments).code, 2, "{arguments:?}");
    }
    for arguments in [&["--help"][..], &["--version"], &["score", "--help"]] {
        let outcome = call(arguments);
        assert_eq!(outcome.code, 0, "{arguments:?}");
        assert!(!outcome.out.is_empty());
    }
}

/// The example with a second round, where one answer is another and one is not confirmed.
fn two_rounds(name: &str) -> String {
    let mut file = given::json(EXAMPLE);
    let mut round = file["rounds"][0].clone();
    round["id"] = json!("2027");
    round["year"] = json!(2027);
    round["answers"]["central"]["E01.01"]["organisation"] = json!("external");
    round["answers"]["central"]["P01.01"]["unconfirmed"] = json!(true);
    file["rounds"].as_array_mut().unwrap().push(round);
    temporary(name, file.to_string())
}

#[test]
fn rounds_says_what_changed_as_json_and_as_tables() {
    let file = two_rounds("rounds-changed.json");
    let output = call_json(&["rounds", &file, "--format", "json"]);
    assert_eq!(
        keys(&output),
        [
            "activities",
            "added",
            "after",
            "before",
            "domains",
            "dropped"
        ]
    );
    assert_eq!(output["before"]["id"], "2026");
    assert_eq!(output["after"]["id"], "2027");
    let activities = output["activities"].as_array().unwrap();
    let kinds: Vec<(&Value, &Value)> = activities
        .iter()
        .map(|one| (&one["id"], &one["kind"]))
        .collect();
    assert_eq!(
        kinds,
        [
            (&json!("E01.01"), &json!("changed")),
            (&json!("P01.01"), &json!("unconfirmed"))
        ]
    );
    assert_eq!(activities[0]["aspects"], json!(["organisation"]));
    let table = call(&["rounds", &file]);
    assert_eq!(table.code, 0);
    for text in [
        "Eksempel: kommunen og dens svar er opfundet.",
        "Ændret: hvem løser sagerne",
        "Ikke bekræftet",
        "Samlet, løn og personale",
    ] {
        assert!(table.out.contains(text), "{text}: {}", table.out);
    }
}

#[test]
fn rounds_compares_the_named_rounds_in_the_named_order() {
    let file = two_rounds("rounds-named.json");
    let output = call_json(&[
        "rounds", &file, "--before", "2027", "--after", "2026", "--format", "json",
    ]);
    assert_eq!(output["before"]["id"], "2027");
    assert_eq!(output["after"]["id"], "2026");
}

#[test]
fn rounds_says_which_round_is_missing() {
    let file = two_rounds("rounds-missing.json");
    let check = |arguments: &[&str], text: &str| {
        let outcome = call(arguments);
        assert_eq!(outcome.code, 2, "{arguments:?}");
        assert_eq!(outcome.err.trim_end(), text);
    };
    check(
        &["rounds", &file, "--before", "2020"],
        "$.rounds: there is no round \"2020\"; the file has 2026, 2027",
    );
    check(
        &["rounds", EXAMPLE],
        "$.rounds: no round stands before \"2026\"; a comparison needs two rounds",
    );
    check(
        &["rounds", &file, "--before", "2027"],
        "--before and --after: both are the round \"2027\"; name two rounds",
    );
}
