//! What holds of every merge: order and repetition do not matter, and nothing is lost.

use std::collections::{BTreeMap, BTreeSet};

use kommunebenchmark::document::merge::{Finding, Findings, Gathering, find};
use kommunebenchmark::document::preview::Nature;
use kommunebenchmark::domain::answer::Answer;
use kommunebenchmark::domain::assessment::{Assessment, Municipality, Round};
use kommunebenchmark::domain::edit::Edit;
use kommunebenchmark::domain::ids::{ActivityId, RoundId, UnitId};
use kommunebenchmark::domain::part::Part;
use proptest::collection::{btree_map, btree_set, vec};
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::Value;

use crate::given::{activity, any_answer, any_assessment, any_round};

/// How often each law is tried.
const CASES: u32 = 60;

fn gather(files: &[&Assessment]) -> Gathering {
    files
        .iter()
        .map(|file| Gathering::of(file, "fil.json"))
        .fold(Gathering::default(), Gathering::join)
}

fn findings(mine: &Assessment, files: &[&Assessment]) -> Findings {
    find(mine, &gather(files)).unwrap()
}

/// A few activities, so that random answers meet each other.
fn few() -> impl Strategy<Value = ActivityId> {
    select(&["E01.01", "E01.02", "E04.01", "P04.01"][..]).prop_map(activity)
}

/// Random files that may be merged: of one survey, none of them the example.
fn any_file() -> impl Strategy<Value = Assessment> {
    let answers = btree_map(few(), any_answer(), 0..4);
    (any_assessment(), answers).prop_map(|(mut file, answers)| {
        "survey".clone_into(&mut file.id);
        file.example = false;
        if let Some(municipality) = &mut file.municipality {
            municipality.code = municipality.code.map(|_| 760);
        }
        file.rounds[0].answers.insert(UnitId::central(), answers);
        file.tidy();
        file
    })
}

fn any_survey() -> impl Strategy<Value = Assessment> {
    any_file().prop_map(|mut file| {
        file.part = None;
        file
    })
}

/// Takes what needs no choice, and says where there is one.
fn take(mine: &Assessment, files: &[&Assessment]) -> (Assessment, BTreeSet<String>) {
    let findings = findings(mine, files);
    let conflicts = findings.conflicts().map(|one| one.place.clone()).collect();
    let edits: Vec<Edit> = findings
        .findings
        .iter()
        .filter(|finding| finding.item.nature != Nature::Conflict)
        .filter_map(|finding| finding.item.choices[0].edit.clone())
        .collect();
    let mut taken = mine.clone();
    taken.apply(Edit::Batch { edits }).unwrap();
    (taken, conflicts)
}

/// Lines of comments stand in the order in which the files came; blanks say nothing.
fn in_any_order(answer: &Answer) -> Answer {
    let mut lines: Vec<&str> = answer.comment.lines().map(str::trim).collect();
    lines.retain(|line| !line.is_empty());
    lines.sort_unstable();
    let mut answer = Answer {
        comment: lines.join("\n"),
        ..answer.clone()
    };
    answer
        .extra
        .retain(|_, value| !value.is_null() && value != "");
    answer
}

type Answers = BTreeMap<String, Answer>;

fn answers(assessment: &Assessment) -> Answers {
    let mut all = Answers::new();
    for round in &assessment.rounds {
        for (unit, answers) in &round.answers {
            for (id, answer) in answers {
                let place = format!("round {}, unit {}, {id}", round.id.0, unit.0);
                all.insert(place, in_any_order(answer));
            }
        }
    }
    all.retain(|_, answer| !answer.is_empty());
    all
}

/// What somebody does to a part or a survey: some answers become others, at a time of their own.
fn any_changes() -> impl Strategy<Value = BTreeMap<ActivityId, Answer>> {
    btree_map(few(), any_answer(), 0..3)
}

fn change(assessment: &mut Assessment, changes: BTreeMap<ActivityId, Answer>, at: &str) {
    let answers = changes.into_iter().map(|(id, answer)| {
        let answer = Answer {
            by: Some(format!("Funktion {at}")),
            at: Some(at.to_owned()),
            unconfirmed: false,
            ..answer
        };
        (id, Some(answer))
    });
    let edit = Edit::SetAnswers {
        round: assessment.rounds[0].id.clone(),
        unit: UnitId::central(),
        answers: answers.collect(),
    };
    assessment.apply(edit).unwrap();
}

fn send(survey: &Assessment, activities: BTreeSet<ActivityId>) -> Assessment {
    let part = Part {
        function: "Bogholderiet".to_owned(),
        activities,
        ..Part::default()
    };
    survey.take_part(&survey.rounds[0], part)
}

prop_compose! {
    /// A survey that has gone on since two parts were sent from it, and the parts, returned.
    fn any_parts()(
        round in any_round(),
        stood in btree_map(few(), any_answer(), 0..4),
        asked in vec(btree_set(few(), 1..4), 2),
        own in any_changes(),
        theirs in vec(any_changes(), 2),
    ) -> (Assessment, Assessment, Assessment) {
        let mut survey = Assessment::new("survey".to_owned(), 2026);
        survey.rounds = vec![Round { answers: [(UnitId::central(), stood)].into(), ..round }];
        survey.tidy();
        let mut parts = asked.into_iter().zip(theirs).zip(["12", "13"]).map(
            |((asked, mut changes), at)| {
                changes.retain(|id, _| asked.contains(id));
                let mut part = send(&survey, asked);
                change(&mut part, changes, at);
                part
            },
        );
        let (first, second) = (parts.next().unwrap(), parts.next().unwrap());
        drop(parts);
        change(&mut survey, own, "11");
        (survey, first, second)
    }
}

proptest! {
    // Whole surveys are large. A thousand cases of each found nothing more.
    #![proptest_config(ProptestConfig::with_cases(CASES))]

    #[test]
    fn gathering_files_is_commutative_associative_and_idempotent(
        files in vec(any_assessment(), 3),
    ) {
        let [a, b, c] = [0, 1, 2].map(|index| Gathering::of(&files[index], "fil.json"));
        let join = |a: &Gathering, b: &Gathering| a.clone().join(b.clone());
        prop_assert_eq!(join(&a, &b), join(&b, &a));
        prop_assert_eq!(join(&join(&a, &b), &c), join(&a, &join(&b, &c)));
        prop_assert_eq!(join(&a, &a), a.clone());
        prop_assert_eq!(join(&join(&a, &b), &a), join(&a, &b));
    }

    #[test]
    fn the_order_and_number_of_files_does_not_change_what_is_found(
        mine in any_survey(),
        files in vec(any_file(), 3),
    ) {
        let [a, b, c] = [&files[0], &files[1], &files[2]];
        let found = findings(&mine, &[a, b, c]);
        prop_assert_eq!(&found, &findings(&mine, &[c, a, b, a]));
    }

    #[test]
    fn a_survey_finds_nothing_new_in_itself(mine in any_survey()) {
        let found = findings(&mine, &[&mine, &mine]);
        prop_assert_eq!(found.findings, Vec::<Finding>::new());
    }

    #[test]
    fn what_was_taken_is_not_found_again(mine in any_survey(), theirs in any_file()) {
        let (taken, conflicts) = take(&mine, &[&theirs]);
        let again: BTreeSet<String> = findings(&taken, &[&theirs])
            .findings
            .into_iter()
            .map(|finding| finding.place)
            .collect();
        prop_assert_eq!(again, conflicts);
    }

    #[test]
    fn two_parts_taken_together_or_one_after_the_other_give_the_same(
        (mine, first, second) in any_parts(),
    ) {
        let (together, conflicts) = take(&mine, &[&first, &second]);
        for order in [[&first, &second], [&second, &first]] {
            let (half, half_conflicts) = take(&mine, &[order[0]]);
            let (whole, whole_conflicts) = take(&half, &[order[1]]);
            let (one, other) = (answers(&together), answers(&whole));
            for place in one.keys().chain(other.keys()) {
                if conflicts.contains(place) {
                    let asked = half_conflicts.contains(place) || whole_conflicts.contains(place);
                    prop_assert!(asked, "{} is silently decided", place);
                } else {
                    prop_assert!(!half_conflicts.contains(place), "{}", place);
                    prop_assert!(!whole_conflicts.contains(place), "{}", place);
                    prop_assert_eq!(one.get(place), other.get(place), "{}", place);
                }
            }
            if conflicts.is_empty() {
                let stripped = |one: &Assessment| {
                    let mut one = one.clone();
                    one.rounds.iter_mut().for_each(|round| round.answers.clear());
                    one
                };
                prop_assert_eq!(stripped(&together), stripped(&whole));
            }
        }
    }

    #[test]
    fn what_is_decided_without_asking_does_not_depend_on_the_order_of_any_files(
        mine in any_survey(),
        first in any_file(),
        second in any_file(),
    ) {
        let (together, conflicts) = take(&mine, &[&first, &second]);
        for order in [[&first, &second], [&second, &first]] {
            let (half, half_conflicts) = take(&mine, &[order[0]]);
            let (whole, whole_conflicts) = take(&half, &[order[1]]);
            let (one, other) = (answers(&together), answers(&whole));
            let asked: BTreeSet<&String> =
                conflicts.iter().chain(&half_conflicts).chain(&whole_conflicts).collect();
            let is_asked = |place: &String| {
                asked.iter().any(|asked| place == *asked || place.starts_with(&format!("{asked},")))
            };
            for place in one.keys().chain(other.keys()).filter(|place| !is_asked(place)) {
                prop_assert_eq!(one.get(place), other.get(place), "{}", place);
            }
        }
    }

    #[test]
    fn every_value_of_either_file_stands_in_the_result_or_in_a_choice(
        mine in any_survey(),
        theirs in any_file(),
    ) {
        let results = results(&mine, &theirs);
        for (source, other) in [(&mine, &theirs), (&theirs, &mine)] {
            for (path, value) in leaves(source) {
                let stands = results.iter().any(|result| has(result, &path, &value));
                let stands = stands || is_superseded(&path, source, other, &theirs);
                prop_assert!(stands, "{:?} {} is lost", path, value);
            }
        }
    }
}

type Path = Vec<String>;

/// The survey after each way to answer the preview.
fn results(mine: &Assessment, theirs: &Assessment) -> Vec<BTreeMap<Path, Vec<Value>>> {
    let (taken, _) = take(mine, &[theirs]);
    let mut results = vec![by_path(&taken)];
    for finding in findings(mine, &[theirs]).conflicts() {
        for choice in &finding.item.choices {
            let mut one = taken.clone();
            if let Some(edit) = choice.edit.clone() {
                one.apply(edit).unwrap();
            }
            results.push(by_path(&one));
        }
    }
    results
}

fn by_path(assessment: &Assessment) -> BTreeMap<Path, Vec<Value>> {
    let mut all: BTreeMap<Path, Vec<Value>> = BTreeMap::new();
    for (path, value) in leaves(assessment) {
        all.entry(path).or_default().push(value);
    }
    all
}

/// Every value with the keys that lead to it. Rounds are named by their ids; rows of the staff
/// sheet are not, since two rows of the same id may both stand.
fn leaves(assessment: &Assessment) -> Vec<(Path, Value)> {
    let mut value = serde_json::to_value(assessment).unwrap();
    value.as_object_mut().unwrap().remove("part");
    let mut all = Vec::new();
    walk(&mut Path::new(), &value, &mut all);
    all
}

fn walk(path: &mut Path, value: &Value, all: &mut Vec<(Path, Value)>) {
    let mut step = |key: String, value: &Value| {
        path.push(key);
        walk(path, value, all);
        path.pop();
    };
    match value {
        Value::Object(object) => object
            .iter()
            .for_each(|(key, value)| step(key.clone(), value)),
        Value::Array(list) => {
            for value in list {
                let id = value.get("id").and_then(Value::as_str).unwrap_or("*");
                step(id.to_owned(), value);
            }
        }
        Value::Null => {}
        Value::String(text) if text.trim().is_empty() => {}
        leaf => all.push((path.clone(), leaf.clone())),
    }
}

fn is_comment(path: &Path) -> bool {
    path.len() == 6 && path[2] == "answers" && path[5] == "comment"
}

fn has(result: &BTreeMap<Path, Vec<Value>>, path: &Path, value: &Value) -> bool {
    let Some(values) = result.get(path) else {
        return false;
    };
    values.contains(value)
        || (is_comment(path)
            && values.iter().any(|text| {
                let text = text.as_str().unwrap();
                let mut lines = value.as_str().unwrap().lines();
                lines.all(|line| {
                    line.trim().is_empty() || text.lines().any(|other| other.trim() == line.trim())
                })
            }))
}

fn answer_of<'a>(
    assessment: &'a Assessment,
    round: &str,
    unit: &str,
    id: &str,
) -> Option<&'a Answer> {
    let round = assessment.round(&RoundId(round.to_owned()))?;
    round.answer(&UnitId(unit.to_owned()), activity(id))
}

/// The value gave way to another by a rule.
fn is_superseded(
    path: &Path,
    source: &Assessment,
    other: &Assessment,
    theirs: &Assessment,
) -> bool {
    let keys: Vec<&str> = path.iter().map(String::as_str).collect();
    match keys[..] {
        // Who and when follow the values; a row's id is given anew where both rows stand.
        // A row in which nothing has been written gives way to the other one.
        ["rounds", _, "answers", _, _, "by" | "at" | "unconfirmed"]
        | ["rounds", _, "staff", "*", "id" | "kind" | "place"] => true,
        // What a part was sent with, and has not been asked about.
        ["municipality" | "rounds", ..]
            if source.part.is_some()
                && (keys[0] == "municipality" || ["profile", "year"].contains(&keys[2])) =>
        {
            true
        }
        // What a part was sent with, or was carried over, and the other has answered anew.
        ["rounds", round, "answers", unit, id, field, ..] => {
            let field_of = |answer: Option<&Answer>| {
                let answer = serde_json::to_value(answer?).unwrap();
                answer.get(field).cloned()
            };
            let base = theirs.part.as_ref().map(|part| &part.base);
            let base = base.filter(|_| theirs.answerer().0 == unit);
            let origin = field_of(base.and_then(|base| base.get(&activity(id))));
            let own = answer_of(source, round, unit, id);
            let is_origin = origin.is_some() && origin == field_of(own);
            let answered = field_of(answer_of(other, round, unit, id));
            let is_carried = own.is_some_and(|own| own.unconfirmed);
            // That an activity is asked is not written.
            let is_answered = answered.is_some() || field == "standing";
            (is_origin || is_carried) && answered != field_of(own) && is_answered
        }
        _ => false,
    }
}

#[test]
fn a_municipality_of_the_same_code_is_the_same() {
    let named = |name: &str| {
        let mut assessment = Assessment::new("survey".to_owned(), 2026);
        assessment.municipality = Some(Municipality::new(Some(760), name));
        assessment
    };
    let found = findings(&named("Ringkøbing-Skjern"), &[&named("Ringkøbing")]);
    assert_eq!(found.conflicts().count(), 1);
}
