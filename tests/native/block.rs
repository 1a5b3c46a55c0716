//! Blocks copied between the survey and a spreadsheet.

use std::collections::BTreeMap;

use kommunebenchmark::document::sheet::block::{Corner, read_block, write_block};
use kommunebenchmark::document::sheet::columns::Column;
use kommunebenchmark::document::sheet::findings::Findings;
use kommunebenchmark::document::sheet::statement::{Source, Statement};
use kommunebenchmark::domain::answer::{Answer, Standing};
use kommunebenchmark::domain::catalogue;
use kommunebenchmark::domain::ids::ActivityId;
use kommunebenchmark::domain::profile::Profile;
use kommunebenchmark::domain::rating::{Degree, Organisation, Place};
use proptest::collection::vec;
use proptest::option;
use proptest::prelude::*;

use crate::given::{activity, any_answer, area};

fn shown(area_id: &str) -> Vec<ActivityId> {
    let area = catalogue::area(area(area_id)).unwrap();
    area.activities.iter().map(|activity| activity.id).collect()
}

fn paste(text: &str, row: usize, column: Column) -> Findings {
    let shown = shown("E01");
    let corner = Corner {
        shown: &shown,
        row,
        column,
    };
    read_block(text, corner, &Profile::default())
}

/// What is said, one line each.
fn lines(findings: &Findings) -> Vec<String> {
    let line = |said: &Statement| {
        let who = said.organisation.map(|organisation| match organisation {
            Organisation::One(place) => format!("{place:?}"),
            Organisation::Spread(_) => "Spread".to_owned(),
        });
        let degree = |degree: Option<Degree>| degree.map(|degree| format!("{degree:?}"));
        let standing = said.standing.map(|standing| format!("{standing:?}"));
        let parts = [
            Some(said.activity.to_string()),
            who,
            degree(said.solution),
            degree(said.process),
            standing,
            said.comment.clone(),
        ];
        parts.into_iter().flatten().collect::<Vec<_>>().join(" ")
    };
    findings.statements.iter().map(line).collect()
}

#[track_caller]
fn check(text: &str, row: usize, column: Column, expected: &[&str]) {
    let findings = paste(text, row, column);
    assert_eq!(findings.problems, []);
    assert_eq!(lines(&findings), expected);
}

#[test]
fn a_block_without_headings_starts_at_its_cell() {
    check(
        "Central\tFuldt\r\nInstitution\tDelvist\r\n",
        2,
        Column::Organisation,
        &["E01.03 Central Full", "E01.04 Institution Partly"],
    );
    check(
        "Fuldt\n\nDelvist",
        0,
        Column::Process,
        &["E01.01 Full", "E01.03 Partly"],
    );
    check(
        "ved ikke\t\"en \"\"note\"\"\nto linjer\"",
        1,
        Column::Standing,
        &["E01.02 Unknown en \"note\"\nto linjer"],
    );
}

#[test]
fn a_block_with_headings_or_ids_is_placed_by_them() {
    check(
        "Digital proces\tNr.\nFuldt\tE01.05\n",
        9,
        Column::Organisation,
        &["E01.05 Full"],
    );
    check(
        "Digital proces\tDigital løsning\nFuldt\tDelvist\n",
        1,
        Column::Comment,
        &["E01.02 Partly Full"],
    );
    check(
        "E01.05\tCentral\nE01.02\t1\n",
        9,
        Column::Comment,
        &["E01.02 Intermediate", "E01.05 Central"],
    );
    check(
        "E01.02\tUdarbejdelse af befolkningsprognose\tCentral\tFuldt",
        0,
        Column::Process,
        &["E01.02 Central Full"],
    );
}

#[track_caller]
fn check_problem(text: &str, row: usize, column: Column, cell: &str, says: &str) {
    let findings = paste(text, row, column);
    assert_eq!(findings.problems.len(), 1, "{:?}", findings.problems);
    assert_eq!(findings.problems[0].cell, cell);
    assert!(
        findings.problems[0].expected.contains(says),
        "{}",
        findings.problems[0].expected
    );
}

#[test]
fn what_falls_outside_the_survey_is_a_problem() {
    check_problem(
        "Fuldt\nFuldt\nFuldt",
        17,
        Column::Process,
        "A2",
        "2 rækker er ikke indsat",
    );
    check_problem(
        "Note\tmere",
        0,
        Column::Comment,
        "B1",
        "Kolonnen er ikke indsat",
    );
    check_problem(
        "Nr.\tStatus\tAndet\nE01.01\tVed ikke\tx",
        0,
        Column::Comment,
        "C2",
        "Kolonnen",
    );
    check_problem(
        "E02.01\tCentral",
        0,
        Column::Organisation,
        "A1",
        "vises ikke her",
    );
    check_problem(
        "Central\tNæsten",
        0,
        Column::Organisation,
        "B1",
        "Skriv Manuelt",
    );
    check_problem(
        "E01.01\tCentral\nE01.01\tInstitution",
        0,
        Column::Organisation,
        "A2",
        "med andre svar",
    );
}

#[test]
fn a_block_guards_against_formulas() {
    let id = activity("E01.01");
    for comment in [
        "=1+1",
        "+45",
        "-",
        "@x",
        "'=1",
        "'citat",
        "\"citat\"",
        "a\tb\nc",
    ] {
        let answer = Answer {
            comment: comment.to_owned(),
            ..Answer::default()
        };
        let block = write_block(&[id], &[(id, answer)].into(), &Profile::default());
        assert!(
            !block.contains("\t=") && !block.contains("\t+") && !block.contains("\t@"),
            "{block}"
        );
        check(
            &block,
            0,
            Column::Organisation,
            &[&format!("E01.01 {comment}")],
        );
    }
}

#[test]
fn a_municipality_that_calls_another_place_central_is_understood() {
    let id = activity("E01.01");
    let mut profile = Profile::default();
    profile
        .level_names
        .insert(Place::Intermediate, "Central".to_owned());
    let answer = Answer {
        organisation: Some(Organisation::One(Place::Central)),
        ..Answer::default()
    };
    let corner = Corner {
        shown: &[id],
        row: 0,
        column: Column::Organisation,
    };
    let block = write_block(&[id], &[(id, answer)].into(), &profile);
    let findings = read_block(&block, corner, &profile);
    assert_eq!(lines(&findings), ["E01.01 Central"]);
    let ambiguous = read_block("Central", corner, &profile);
    assert_eq!(
        ambiguous.problems[0].expected,
        "Navnet kan være »Mellemniveau (Central)« eller »Central (Central)«. Skriv det ene helt ud"
    );
}

proptest! {
    #[test]
    fn a_copied_area_says_the_same_when_it_is_pasted(answers in vec(option::of(any_answer()), 18)) {
        let shown = shown("E01");
        let answers: BTreeMap<ActivityId, Answer> = shown
            .iter()
            .copied()
            .zip(answers)
            .filter_map(|(id, answer)| Some((id, answer?)))
            .collect();
        let profile = Profile::default();
        let corner = Corner { shown: &shown, row: 0, column: Column::Organisation };
        let findings = read_block(&write_block(&shown, &answers, &profile), corner, &profile);
        prop_assert_eq!(findings.problems, vec![]);
        let source = Source { sheet: String::new(), row: 0 };
        let said: Vec<Statement> = answers
            .iter()
            .map(|(id, answer)| Statement {
                procedure: None,
                flag: None,
                ..Statement::of(*id, answer, source.clone())
            })
            .filter(|statement| !statement.is_silent())
            .collect();
        prop_assert_eq!(findings.statements.len(), said.len());
        for (found, expected) in findings.statements.iter().zip(&said) {
            prop_assert!(found.agrees_with(expected), "{:?} {:?}", found, expected);
        }
    }

    #[test]
    fn any_text_can_be_pasted(
        text in "[a-zA-Z0-9 =+@'\"\t\r\n%,.æ\u{1F642}]{0,80}",
        row in 0_usize..30,
    ) {
        let _ = paste(&text, row, Column::Organisation);
    }
}

#[test]
fn a_rating_pasted_over_a_row_set_aside_brings_it_back() {
    let said = paste("Fuldt", 0, Column::Solution).statements;
    let old = Answer {
        standing: Standing::NotRelevant,
        ..Answer::default()
    };
    assert_eq!(said[0].applied_to(&old).standing, Standing::Asked);
}
