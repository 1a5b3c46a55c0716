//! What is said to be ready, and what is missing.

use super::*;
use crate::document::tables::Beside;
use crate::peers::group::{self, Grouping};
use crate::peers::summary::Own;
use crate::peers::{Dataset, compare, summarise_groups};
use crate::report::workshop::readiness::{State, checks};

const MODEL: &str = include_str!("../../../../public/data/peers-model.json");

/// The lines of the list; beside the model municipalities where asked.
fn lines(survey: &Assessment, beside: bool) -> Vec<(State, String)> {
    let round = survey.current().unwrap();
    let scorecard = scoring::score(&survey.as_asked(round));
    let dataset = Dataset::read(MODEL).unwrap();
    let own = Own::of(survey, round);
    let grouping: Grouping = group::usual(&dataset, &own, &round.profile.domains);
    let summary = summarise_groups(&dataset, &own, &grouping);
    let comparison = compare(&scorecard, &summary, survey.example);
    let source = Source {
        assessment: survey,
        round,
        scorecard: &scorecard,
        group: beside.then_some(Beside {
            summary: &summary,
            comparison: &comparison,
        }),
    };
    let (decisions, _) = decisions::read(&survey.plan);
    checks(&source, &decisions)
        .into_iter()
        .map(|one| (one.state, one.text))
        .collect()
}

#[track_caller]
fn check(lines: &[(State, String)], state: State, part: &str) {
    let found = lines.iter().find(|(_, text)| text.contains(part));
    assert_eq!(found.map(|one| one.0), Some(state), "{part}: {lines:?}");
}

#[test]
fn an_empty_survey_is_not_ready() {
    let lines = lines(&Assessment::new("s".to_owned(), 2026), false);
    check(
        &lines,
        State::Missing,
        "Der mangler dag, tid, sted, leder og deltagere.",
    );
    check(&lines, State::Missing, "Der er ingen svar endnu.");
    check(&lines, State::Missing, "Bemandingen er ikke udfyldt.");
    check(&lines, State::Missing, "Der er ingen at sammenligne med.");
    check(
        &lines,
        State::Missing,
        "Ingen forslag er fastgjort eller fravalgt.",
    );
    check(&lines, State::Note, "Handleplanen er tom.");
}

#[test]
fn the_example_is_ready_and_its_group_is_told_to_be_invented() {
    let survey = with_plan(
        example(),
        json!({
            "workshop": {"date": "2026-12-10", "time": "9", "place": "A", "leader": "B", "participants": "C"},
            "proposals": {"M01": {"pinned": true}, "M02": {"rejected": ""}, "M03": {"rejected": "Nej"}},
            "actions": {"M10": {"proposal": "M10"}}
        }),
    );
    let lines = lines(&survey, true);
    check(&lines, State::Ready, "er på plads.");
    check(&lines, State::Ready, "Alle områder har svar.");
    check(&lines, State::Ready, "Bemandingen er udfyldt.");
    check(&lines, State::Note, "Gruppen er opfundet.");
    check(
        &lines,
        State::Ready,
        "1 forslag er fastgjort og 2 forslag er fravalgt.",
    );
    check(&lines, State::Note, "Handleplanen har allerede 1 handling.");
}

#[test]
fn areas_without_answers_and_provisional_ones_are_named() {
    let mut survey = example();
    for answers in survey.rounds[0].answers.values_mut() {
        let mut kept = 0;
        answers.retain(|id, _| match id.area.to_string().as_str() {
            "E01" => false,
            "E02" => {
                kept += 1;
                kept == 1
            }
            _ => true,
        });
    }
    let lines = lines(&survey, false);
    check(
        &lines,
        State::Missing,
        "1 af 29 områder har ingen svar: E01 Budgetlægning.",
    );
    check(
        &lines,
        State::Missing,
        "Ét område er foreløbigt, fordi der er svaret på for lidt: E02 Budgetopfølgning.",
    );
}

#[test]
fn each_agenda_asks_for_the_numbers_that_it_uses() {
    for (agenda, filled, missing) in [
        (
            "robots",
            json!({"processes": {"p1": {"title": "A"}}}),
            "robotscreeningen endnu",
        ),
        (
            "half_day",
            json!({"purchases": {"q1": {"unit": "A"}}}),
            "ingen indkøbstal",
        ),
    ] {
        let mut plan = json!({"workshop": {"agenda": agenda}});
        check(
            &lines(&with_plan(example(), plan.clone()), false),
            State::Missing,
            missing,
        );
        plan.as_object_mut()
            .unwrap()
            .extend(filled.as_object().unwrap().clone());
        let lines = lines(&with_plan(example(), plan), false);
        assert!(lines.iter().all(|(_, text)| !text.contains(missing)));
    }
}
