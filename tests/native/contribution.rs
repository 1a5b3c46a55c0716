//! What a municipality hands over: codes of enough answered areas, and nothing else.

use std::collections::BTreeMap;

use kommunebenchmark::document::table::{Cell, RowKind, Table};
use kommunebenchmark::document::{self, contribution, tables};
use kommunebenchmark::domain::answer::{Estimate, Standing};
use kommunebenchmark::domain::assessment::{Assessment, Municipality, Round};
use kommunebenchmark::domain::ids::{Domain, RoundId};
use kommunebenchmark::domain::municipality;
use kommunebenchmark::domain::profile::{EconomySystem, PayrollSystem};
use kommunebenchmark::domain::rating::{Degree, Place};
use kommunebenchmark::peers::classes::Class;
use kommunebenchmark::peers::contribution::{Contribution, consent, consent_text};
use kommunebenchmark::peers::handover::{Handover, LeftOut, Refusal, Which};
use kommunebenchmark::scoring::Coverage;
use proptest::prelude::*;
use serde_json::{Value, json};

use crate::cli::{call, temporary};
use crate::given::{
    self, EXAMPLE, activity, all_of, answer, any_assessment, any_round, area, at, first, round,
    standing, team,
};
use crate::mutation::{any_mutation, mutate};
use crate::schema::{shared, valid};

pub const ID: &str = "6b0c2f1e-93a7-4d58-8f1b-2e5d7a90c314";
const MADE_AT: &str = "2026-11-22T10:15:00Z";

pub fn handover(id: &str) -> Handover<'_> {
    Handover {
        id,
        which: Which::Newest,
        app: "0.1.0",
        made_at: MADE_AT,
        consent: None,
    }
}

fn with_consent(id: &str) -> Handover<'_> {
    Handover {
        consent: Some(consent("Økonomichef", "2026-11-01")),
        ..handover(id)
    }
}

/// Greve with one round.
pub fn greve(round: Round) -> Assessment {
    let mut assessment = Assessment::new("survey".to_owned(), 2026);
    assessment.municipality = Some(Municipality::new(Some(253), "Greve"));
    assessment.rounds = vec![round];
    assessment
}

fn of(round: Round) -> (Contribution, Vec<(String, LeftOut)>) {
    let (contribution, left_out) = Contribution::of(&greve(round), &handover(ID)).unwrap();
    let left_out = left_out
        .into_iter()
        .map(|(area, reason)| (area.to_string(), reason))
        .collect();
    (contribution, left_out)
}

/// The example's answers under a real municipality's name, so that every area is handed over.
pub fn full() -> Value {
    let mut file = given::json(EXAMPLE);
    file["example"] = json!(false);
    file["municipality"] = json!({"code": 253, "name": "Greve"});
    file["contribution_id"] = json!(ID);
    file
}

#[test]
fn areas_are_handed_over_from_60_percent_on_and_the_others_are_named() {
    let mut answers = first("E08", 4, &at(Place::Central));
    answers.extend(first("E09", 2, &at(Place::Central)));
    answers.extend(all_of("E10", &standing(Standing::NotRelevant)));
    let mut round = round(answers);
    round.estimates.insert(
        area("E11"),
        Estimate {
            organisation: given::at(Place::Central).organisation,
            process: Some(Degree::Full),
            solution: Some(Degree::Full),
            ..Estimate::default()
        },
    );
    round
        .profile
        .domains
        .retain(|domain| domain.letter() == 'E');
    let (contribution, left_out) = of(round);
    assert_eq!(contribution.areas.len(), 1);
    let one = contribution.areas[&area("E08")];
    assert_eq!((one.scores.centralisation, one.coverage), (3.0, 0.6667));
    let reason = |id: &str| left_out.iter().find(|(area, _)| area == id).unwrap().1;
    let little = Coverage {
        answered: 2,
        relevant: 5,
    };
    assert_eq!(reason("E09"), LeftOut::Provisional(little));
    assert_eq!(reason("E10"), LeftOut::NotRelevant);
    assert_eq!(reason("E11"), LeftOut::Estimated);
    assert_eq!(reason("P01"), LeftOut::NotAsked);
    assert_eq!(left_out.len(), 28);
    // The two answers of E09 stay at home with their area.
    assert!(
        contribution
            .activities
            .keys()
            .all(|id| id.area == area("E08"))
    );
    assert_eq!(contribution.activities.len(), 4);
}

/// Greve's three small areas of finance with so many hundredths of an FTE, and 4,000 employees.
fn with_staff(hundredths: [u64; 3]) -> Round {
    let areas = ["E08", "E09", "E10"];
    let mut round = round(
        areas
            .iter()
            .flat_map(|area| all_of(area, &at(Place::Central))),
    );
    round.staff = (1..)
        .zip(areas)
        .zip(hundredths)
        .map(|((id, area), hundredths)| team(id, area, hundredths))
        .collect();
    round.profile.population = Some(50_000);
    round.profile.employees = Some(4_000);
    round
}

fn made(round: Round, handover: &Handover) -> Contribution {
    Contribution::of(&greve(round), handover).unwrap().0
}

/// FTE and rates of the three areas.
fn figures(contribution: &Contribution) -> [(Option<f64>, Option<f64>); 3] {
    ["E08", "E09", "E10"].map(|id| {
        let area = contribution.areas[&area(id)];
        (area.fte, area.rate)
    })
}

fn of_finance(total: f64) -> BTreeMap<Domain, f64> {
    [(Domain::Economy, total)].into()
}

#[test]
fn fte_are_handed_over_by_name_and_rates_without() {
    // 1.5, 2.25 and 12.34 FTE of 50,000 inhabitants: 0.3, 0.45 and 2.468 per 10,000.
    let round = with_staff([150, 225, 1234]);
    let named = made(round.clone(), &with_consent(ID));
    assert_eq!(
        figures(&named),
        [(Some(1.5), None), (Some(2.3), None), (Some(12.3), None)]
    );
    assert_eq!(named.fte_totals, of_finance(16.1));
    assert!(named.rate_totals.is_empty());
    let anonymous = made(round, &handover(ID));
    assert_eq!(
        figures(&anonymous),
        [(None, Some(0.3)), (None, Some(0.45)), (None, Some(2.47))]
    );
    // 16.09 FTE are 3.218 per 10,000.
    assert_eq!(anonymous.rate_totals, of_finance(3.22));
    assert!(anonymous.fte_totals.is_empty());
    let text = contribution::write(&anonymous);
    assert!(!text.contains("fte") && !text.contains("50000"), "{text}");
}

#[test]
fn rates_of_payroll_are_per_1_000_employees_and_need_their_number() {
    let mut round = round(all_of("P01", &at(Place::Central)));
    // On an area without an answer: part of the total all the same.
    round.staff = vec![team(1, "P01", 800), team(2, "P02", 400)];
    round.profile.employees = Some(4_000);
    let contribution = made(round.clone(), &handover(ID));
    assert_eq!(contribution.areas[&area("P01")].rate, Some(2.0));
    assert_eq!(contribution.rate_totals, [(Domain::Payroll, 3.0)].into());
    round.profile.employees = None;
    let contribution = made(round, &handover(ID));
    assert_eq!(contribution.areas[&area("P01")].rate, None);
    assert!(contribution.rate_totals.is_empty());
}

#[test]
fn inhabitants_are_those_of_the_list_where_none_are_typed() {
    let mut round = with_staff([150, 225, 1234]);
    round.profile.population = None;
    let listed = f64::from(municipality::by_code(253).unwrap().population);
    let rate = (12.34 * 1_000_000.0 / listed).round() / 100.0;
    let contribution = made(round, &handover(ID));
    assert_eq!(contribution.areas[&area("E10")].rate, Some(rate));
}

#[test]
fn fte_under_one_are_not_handed_over_and_cannot_be_computed_from_the_total() {
    let named = |hundredths| made(with_staff(hundredths), &with_consent(ID));
    let fte = |hundredths| figures(&named(hundredths)).map(|(fte, _)| fte);
    // The total would tell the 0.99: the smallest of the others stays at home too.
    assert_eq!(fte([99, 100, 1234]), [None, None, Some(12.3)]);
    assert_eq!(named([99, 100, 1234]).fte_totals, of_finance(14.3));
    // Two that are 1.1 together do not tell which is which.
    assert_eq!(fte([50, 60, 1234]), [None, None, Some(12.3)]);
    // An area with nothing has nothing to hide.
    assert_eq!(fte([0, 100, 1234]), [None, Some(1.0), Some(12.3)]);
    // What is under 1 in all is not told at all.
    assert_eq!(fte([10, 20, 30]), [None; 3]);
    assert!(named([10, 20, 30]).fte_totals.is_empty());
    assert_eq!(named([33, 33, 34]).fte_totals, of_finance(1.0));
}

#[test]
fn the_total_of_a_domain_stays_at_home_with_its_areas() {
    let mut round = with_staff([150, 225, 1234]);
    round.staff.push(team(4, "P01", 900));
    let contribution = made(round, &handover(ID));
    assert!(!contribution.rate_totals.contains_key(&Domain::Payroll));
}

#[test]
fn ratings_that_do_not_count_are_not_handed_over() {
    let mut answers = all_of("E08", &answer(Place::Central, Degree::Full, Degree::Partly));
    answers[0].1.standing = Standing::NotRelevant;
    answers[1].1.standing = Standing::Unknown;
    let (contribution, _) = of(round(answers));
    for (id, standing) in [
        ("E08.01", Standing::NotRelevant),
        ("E08.02", Standing::Unknown),
    ] {
        let one = contribution.activities[&activity(id)];
        assert_eq!(one.standing, standing);
        assert_eq!(
            (one.organisation, one.process, one.solution),
            (None, None, None)
        );
    }
    assert_eq!(
        contribution.activities[&activity("E08.03")].process,
        Some(Degree::Full)
    );
}

#[test]
fn classes_stand_for_exact_sizes_and_other_systems() {
    let mut round = round(all_of("E08", &at(Place::Central)));
    round.profile.employees = Some(4_600);
    round.profile.economy_system = Some(EconomySystem::Prisme);
    round.profile.payroll_system = Some(PayrollSystem::Other("Hjemmelavet".to_owned()));
    let (contribution, _) = of(round.clone());
    let title = |class| contribution.classes.title(class).unwrap();
    // Inhabitants from the list, where none are typed.
    assert_eq!(title(Class::Population), "40.000–59.999 indbyggere");
    assert_eq!(title(Class::Group), "Hovedstadskommuner");
    assert_eq!(title(Class::EconomySystem), "Prisme");
    assert_eq!(title(Class::PayrollSystem), "andet");
    assert_eq!(title(Class::Employees), "4.500–7.499 ansatte");
    round.profile.population = Some(19_999);
    round.profile.employees = None;
    let (contribution, _) = of(round);
    assert_eq!(
        contribution.classes.title(Class::Population).unwrap(),
        "under 20.000 indbyggere"
    );
    assert_eq!(contribution.classes.title(Class::Employees), None);
}

#[test]
fn what_is_not_a_real_municipality_hands_nothing_over() {
    let good = || greve(round(all_of("E08", &at(Place::Central))));
    let refusal = |assessment: &Assessment, handover: &Handover| {
        Contribution::of(assessment, handover).unwrap_err()
    };
    let mut example = good();
    example.example = true;
    assert_eq!(refusal(&example, &handover(ID)), Refusal::Example);
    let mut nameless = good();
    nameless.municipality = Some(Municipality::new(None, "Byen"));
    assert_eq!(refusal(&nameless, &handover(ID)), Refusal::NoMunicipality);
    let other_year = Handover {
        which: Which::Year(2024),
        ..handover(ID)
    };
    assert_eq!(refusal(&good(), &other_year), Refusal::NoRound(Some(2024)));
    assert_eq!(refusal(&greve(round([])), &handover(ID)), Refusal::NoArea);
    for id in ["", "greve-kommune-2026", "abc", &"a".repeat(41)] {
        assert_eq!(
            refusal(&good(), &handover(id)),
            Refusal::Id(id.to_owned()),
            "{id}"
        );
    }
}

#[test]
fn the_newest_round_is_handed_over_unless_a_year_is_named() {
    let mut survey = greve(round(all_of("E08", &at(Place::Central))));
    let mut older = round(all_of("E09", &at(Place::Institution)));
    older.year = 2025;
    survey.rounds.insert(0, older);
    let year = |which| {
        let made = Contribution::of(
            &survey,
            &Handover {
                which,
                ..handover(ID)
            },
        );
        made.unwrap().0.year
    };
    let years = [Which::Newest, Which::Year(2025), Which::Year(2026)].map(year);
    assert_eq!(years, [2026, 2025, 2026]);
}

#[test]
fn of_two_rounds_of_a_year_the_one_that_is_named_is_handed_over() {
    let mut survey = greve(round(all_of("E08", &at(Place::Central))));
    let mut second = round(all_of("E09", &at(Place::Institution)));
    second.id = RoundId("2026-2".to_owned());
    survey.rounds.push(second);
    let areas = |id: &str| {
        let id = RoundId(id.to_owned());
        let made = Contribution::of(
            &survey,
            &Handover {
                which: Which::Round(&id),
                ..handover(ID)
            },
        );
        made.map(|(made, _)| made.areas.into_keys().map(|id| id.to_string()).collect())
    };
    assert_eq!(areas("2026"), Ok(vec!["E08".to_owned()]));
    assert_eq!(areas("2026-2"), Ok(vec!["E09".to_owned()]));
    let gone = RoundId("2027".to_owned());
    assert_eq!(areas("2027"), Err(Refusal::NoSuchRound(gone)));
}

#[test]
fn a_named_contribution_has_the_official_name_and_the_consent_word_for_word() {
    let mut survey = greve(round(all_of("E08", &at(Place::Central))));
    survey.municipality.as_mut().unwrap().name = "greve kommune (Anna)".to_owned();
    let (contribution, _) = Contribution::of(&survey, &with_consent(ID)).unwrap();
    let file: Value = serde_json::from_str(&contribution::write(&contribution)).unwrap();
    assert_eq!(file["network"]["municipality"]["name"], "Greve");
    assert_eq!(file["network"]["municipality"]["code"], 253);
    assert!(file["network"]["municipality"]["population"].as_u64() > Some(40_000));
    assert_eq!(file["network"]["consent"]["function"], "Økonomichef");
    assert_eq!(
        file["network"]["consent"]["text"],
        consent_text().text.as_str()
    );
    assert_eq!(
        file["network"]["consent"]["version"],
        consent_text().version.as_str()
    );
}

/// Puts a mark in every free text of a survey, also in keys that are not known.
pub fn marked(mark: &str) -> Value {
    let mut file = full();
    file["id"] = json!(mark);
    file["later"] = json!({"note": mark});
    file["municipality"]["name"] = json!(mark);
    file["municipality"]["later"] = json!(mark);
    file["plan"] = json!({"text": mark});
    let round = &mut file["rounds"][0];
    round["later"] = json!(mark);
    round["drafts"] = json!({"staff/1/fte": mark});
    round["profile"]["later"] = json!(mark);
    round["profile"]["economy_system"] = json!({"other": mark});
    round["profile"]["payroll_system"] = json!({"other": mark});
    round["profile"]["level_names"] = json!({"central": mark});
    for answer in round["answers"]["central"]
        .as_object_mut()
        .unwrap()
        .values_mut()
    {
        for key in ["comment", "by", "at", "later"] {
            answer[key] = json!(mark);
        }
    }
    round["answers"][mark] = json!({"E01.01": {"comment": mark}});
    round["estimates"] = json!({"E01": {"later": mark}});
    for row in round["staff"].as_array_mut().unwrap() {
        row["name"] = json!(mark);
        row["later"] = json!(mark);
    }
    file
}

#[test]
fn nothing_that_was_typed_as_text_is_handed_over() {
    let survey = document::read(&marked("kanariefugl").to_string()).unwrap();
    for handover in [handover(ID), with_consent(ID)] {
        let (contribution, left_out) = Contribution::of(&survey, &handover).unwrap();
        assert_eq!((contribution.areas.len(), left_out.len()), (29, 0));
        assert!(!contribution::write(&contribution).contains("kanariefugl"));
    }
}

/// The problems of a contribution, one with each change.
fn problems_with(pointer: &str, value: Value) -> Vec<String> {
    let survey = document::read(&full().to_string()).unwrap();
    let (one, _) = Contribution::of(&survey, &with_consent(ID)).unwrap();
    let mut file: Value = serde_json::from_str(&contribution::write(&one)).unwrap();
    let (parent, key) = pointer.rsplit_once('/').unwrap();
    file.pointer_mut(parent).unwrap()[key] = value;
    match contribution::read(&file.to_string()) {
        Ok(_) => Vec::new(),
        Err(problems) => problems.iter().map(ToString::to_string).collect(),
    }
}

#[test]
fn every_problem_of_a_contribution_has_its_place() {
    let check = |pointer: &str, value: Value, expected: &str| {
        let problems = problems_with(pointer, value);
        assert!(
            problems.iter().any(|problem| problem.starts_with(expected)),
            "{pointer}: {problems:?}"
        );
    };
    check("/format", json!("kommunebenchmark"), "$.format: ");
    check("/version", json!(2), "$.version: 2 is newer");
    check("/comment", json!("hej"), "$.comment: there is no such key");
    check("/made_at", json!("i går"), "$.made_at: ");
    check(
        "/contribution_id",
        json!("greve-kommune-2026"),
        "$.contribution_id: ",
    );
    check("/year", json!(2014), "$.year: ");
    check("/catalogue", json!("2025.1"), "$.catalogue: ");
    check(
        "/classes/population",
        json!("53303"),
        "$.classes.population: ",
    );
    check("/classes/name", json!("Greve"), "$.classes.name: ");
    check("/areas", json!({}), "$.areas: must hold");
    check(
        "/areas/E12",
        json!({}),
        "$.areas.E12: there is no such area",
    );
    check(
        "/areas/E01/fte",
        json!(0.9),
        "$.areas.E01.fte: must be at least 1",
    );
    check("/areas/E01/fte", Value::Null, "$.areas.E01.fte: ");
    check(
        "/areas/E01/rate",
        json!(0.6),
        "$.areas.E01.rate: a named contribution holds FTE",
    );
    check(
        "/rate_totals",
        json!({"E": 7.1}),
        "$.rate_totals: a named contribution holds FTE",
    );
    check(
        "/fte_totals/E",
        json!(0.9),
        "$.fte_totals.E: must be at least 1",
    );
    check(
        "/fte_totals/X",
        json!(9),
        "$.fte_totals.X: there is no such key",
    );
    check("/areas/E01/coverage", json!(0.59), "$.areas.E01.coverage: ");
    check(
        "/areas/E01/scores/process",
        json!(1.1),
        "$.areas.E01.scores.process: ",
    );
    check(
        "/activities/E01.01/comment",
        json!("x"),
        "$.activities.E01.01.comment: ",
    );
    check("/activities/E01.99", json!({}), "$.activities.E01.99: ");
    check(
        "/activities/E01.01/organisation",
        json!({"central": 99}),
        "$.activities.E01.01.organisation: shares sum",
    );
    check(
        "/network/municipality/name",
        json!("Anna"),
        "$.network.municipality.name: ",
    );
    check(
        "/network/consent/date",
        json!("1. november"),
        "$.network.consent.date: ",
    );
    check(
        "/network/consent/function",
        json!(" "),
        "$.network.consent.function: ",
    );
    check(
        "/network/consent/text",
        json!("Ja"),
        "$.network.consent.text: ",
    );
    assert_eq!(problems_with("/app", json!("0.2.0")), Vec::<String>::new());
}

#[test]
fn an_anonymous_contribution_with_fte_is_refused_by_schema_and_program() {
    let survey = document::read(&full().to_string()).unwrap();
    let (one, _) = Contribution::of(&survey, &handover(ID)).unwrap();
    let file: Value = serde_json::from_str(&contribution::write(&one)).unwrap();
    assert!(file["areas"]["E01"]["rate"].as_f64() > Some(0.0));
    let check = |pointer: &str, value: Value, expected: &str| {
        let mut file = file.clone();
        let (parent, key) = pointer.rsplit_once('/').unwrap();
        file.pointer_mut(parent).unwrap()[key] = value;
        assert!(!shared("contribution").is_valid(&file), "{pointer}");
        let problems = contribution::read(&file.to_string()).unwrap_err();
        let problems: Vec<String> = problems.iter().map(ToString::to_string).collect();
        assert!(
            problems.iter().any(|one| one.starts_with(expected)),
            "{problems:?}"
        );
    };
    let instead = "an anonymous contribution holds rates";
    check(
        "/areas/E01/fte",
        json!(2.5),
        &format!("$.areas.E01.fte: {instead}"),
    );
    check(
        "/fte_totals",
        json!({"E": 9}),
        &format!("$.fte_totals: {instead}"),
    );
    check(
        "/areas/E01/rate",
        json!(-0.1),
        "$.areas.E01.rate: must be at least 0",
    );
    check("/rate_totals/P", json!("4"), "$.rate_totals.P: ");
}

#[test]
fn what_is_shown_before_it_is_handed_over_has_fte_by_name_and_rates_without() {
    let round = with_staff([150, 225, 1234]);
    let shown = |handover| {
        let (contribution, left_out) = Contribution::of(&greve(round.clone()), &handover).unwrap();
        tables::contribution::tables(&contribution, &left_out)
            .into_iter()
            .find(|table| table.title == "Områder")
            .unwrap()
    };
    let check = |table: &Table, titles: &[&str], area: &[Cell], total: &[Cell]| {
        let found: Vec<&str> = table.columns[5..]
            .iter()
            .map(|one| one.title.as_str())
            .collect();
        assert_eq!(found, titles);
        assert_eq!(table.rows[2].cells[5..], *area);
        let last = table.rows.last().unwrap();
        assert_eq!(
            (last.kind, last.cells[0].clone()),
            (RowKind::Total, "I alt, Økonomi og regnskab".into())
        );
        assert_eq!(last.cells[5..], *total);
    };
    let anonymous = shown(handover(ID));
    check(
        &anonymous,
        &["Årsværk pr. 10.000 indbyggere", "Årsværk pr. 1.000 ansatte"],
        &[Cell::Number(2.47), Cell::Empty],
        &[Cell::Number(3.22), Cell::Empty],
    );
    assert!(anonymous.notes[1].contains("størrelse"));
    check(
        &shown(with_consent(ID)),
        &["Årsværk"],
        &[Cell::Number(12.3)],
        &[Cell::Number(16.1)],
    );
}

/// What a schema cannot express, by the words of the program's problem.
const BEYOND_A_SCHEMA: [&str; 6] = [
    "shares sum to",
    "is no date",
    "is no time",
    "is not in $.areas",
    "not the name of",
    "not the text of",
];

proptest! {
    #[test]
    fn schema_and_program_agree_on_damaged_contributions(
        mutations in proptest::collection::vec(any_mutation(), 1..3),
        is_named in any::<bool>(),
    ) {
        let survey = document::read(&full().to_string()).unwrap();
        let handover = if is_named { with_consent(ID) } else { handover(ID) };
        let (one, _) = Contribution::of(&survey, &handover).unwrap();
        let mut file: Value = serde_json::from_str(&contribution::write(&one)).unwrap();
        for (place, mutation) in mutations {
            mutate(&mut file, place, mutation);
        }
        let by_schema = shared("contribution").is_valid(&file);
        match contribution::read(&file.to_string()) {
            Ok(_) => prop_assert!(by_schema, "read, but refused by the schema: {file}"),
            Err(problems) => {
                let beyond = problems.iter().all(|problem| {
                    BEYOND_A_SCHEMA.iter().any(|words| problem.text.contains(words))
                });
                prop_assert!(!by_schema || beyond, "valid by the schema, but: {problems:?}");
            }
        }
    }

    #[test]
    fn every_contribution_survives_its_file_and_is_as_the_schema_says(
        mut assessment in any_assessment(),
        answered in any_round(),
    ) {
        assessment.example = false;
        assessment.municipality = Some(Municipality::new(Some(760), "x"));
        let mut answers = answered.answers.get("central").cloned().unwrap_or_default();
        for (id, answer) in all_of("E08", &at(Place::Department)) {
            answers.entry(id).or_insert(answer);
        }
        let last = assessment.rounds.last_mut().unwrap();
        last.answers.insert(kommunebenchmark::domain::ids::UnitId::central(), answers);
        for handover in [handover(ID), with_consent(ID)] {
            let Ok((made, _)) = Contribution::of(&assessment, &handover) else {
                continue;
            };
            let text = contribution::write(&made);
            valid(shared("contribution"), "contribution", &serde_json::from_str(&text).unwrap());
            prop_assert_eq!(contribution::read(&text), Ok(made));
        }
    }
}

#[test]
fn the_command_line_makes_a_contribution_and_keeps_its_id_in_the_survey() {
    let mut survey = full();
    survey.as_object_mut().unwrap().remove("contribution_id");
    let file = temporary("greve.kommunebenchmark.json", survey.to_string());
    let made = temporary("contribution.json", "");
    let kept = temporary("greve-with-id.kommunebenchmark.json", "");
    let outcome = call(&["contribution", &file, "-o", &made, "--survey-output", &kept]);
    assert_eq!(
        (outcome.code, outcome.out.as_str()),
        (0, ""),
        "{}",
        outcome.err
    );
    assert!(
        outcome.err.contains("29 areas, 300 activities"),
        "{}",
        outcome.err
    );
    assert_eq!(call(&["validate", &made, &kept]).code, 0);
    let read = |file: &str| std::fs::read_to_string(file).unwrap();
    let contribution = contribution::read(&read(&made)).unwrap();
    let survey = document::read(&read(&kept)).unwrap();
    assert_eq!(survey.contribution_id, Some(contribution.contribution_id));
    // The id of the survey is used again, and no other.
    let again = call(&["contribution", &kept, "-o", &made, "--id", ID]);
    assert_eq!(again.code, 2);
    assert!(again.err.contains("leave --id out"), "{}", again.err);
}

#[test]
fn a_named_contribution_needs_a_function_and_a_date() {
    let file = temporary("greve-named.kommunebenchmark.json", full().to_string());
    let made = temporary("named.json", "");
    let start = ["contribution", &file, "-o", &made, "--network"];
    assert_eq!(call(&start).code, 2);
    let consent = ["--consent-function", "Økonomichef", "--consent-date"];
    let with_date = |date: &str| {
        let arguments = [&start[..], &consent[..], &[date]].concat();
        call(&arguments)
    };
    let wrong = with_date("1/11 2026");
    assert_eq!(wrong.code, 2);
    assert!(wrong.err.contains("--consent-date"), "{}", wrong.err);
    let right = with_date("2026-11-01");
    assert_eq!(right.code, 0, "{}", right.err);
    assert!(right.err.contains(&consent_text().text), "{}", right.err);
    assert_eq!(call(&["validate", &made]).code, 0);
}
