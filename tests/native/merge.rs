//! The rules by which answers of many become one survey.

use std::path::PathBuf;

use kommunebenchmark::document::merge::{BOTH, Gathering, Prefer, Refusal, find, outcome};
use kommunebenchmark::document::preview::{Item, Nature, Preview};
use kommunebenchmark::document::{read, write};
use kommunebenchmark::domain::answer::{Answer, Standing};
use kommunebenchmark::domain::assessment::{Assessment, Municipality, Round};
use kommunebenchmark::domain::ids::{ActivityId, RoundId, UnitId};
use kommunebenchmark::domain::operation::{Operation, PayDataEntry, PrimaryLevel};
use kommunebenchmark::domain::part::Part;
use kommunebenchmark::domain::profile::EconomySystem;
use kommunebenchmark::domain::rating::{Degree, Organisation, Place};
use kommunebenchmark::domain::unit::Unit;

use crate::cli::call;
use crate::given::{self, activity, answer, at, standing, team};

const WHEN: &str = "2026-12-03T10:15:00Z";

fn asked() -> ActivityId {
    activity("E01.01")
}

/// A survey with one answer of the municipality's own, or none.
fn survey(answer: Option<Answer>) -> Assessment {
    let mut survey = Assessment::new("survey".to_owned(), 2026);
    survey.municipality = Some(Municipality::new(Some(760), "Ringkøbing-Skjern"));
    survey.rounds = vec![given::round(answer.map(|answer| (asked(), answer)))];
    survey.tidy();
    survey
}

fn one(place: Place) -> Answer {
    Answer {
        organisation: Some(Organisation::One(place)),
        ..Answer::default()
    }
}

fn commented(comment: &str) -> Answer {
    Answer {
        comment: comment.to_owned(),
        ..one(Place::Central)
    }
}

/// A part that was sent with one answer and comes back with another.
fn part(base: Option<Answer>, returned: Option<Answer>) -> Assessment {
    let part = Part {
        function: "Bogholderiet".to_owned(),
        activities: [asked()].into(),
        ..Part::default()
    };
    let sent = survey(base);
    let mut part = sent.take_part(&sent.rounds[0], part);
    let answers = returned.map(|answer| (asked(), answer));
    part.rounds[0].answers = given::round(answers).answers;
    part.seal(WHEN);
    part.tidy();
    part
}

fn gather(files: &[&Assessment]) -> Gathering {
    let name = |index: usize| format!("{}.json", ["a", "b", "c", "d"][index]);
    files
        .iter()
        .enumerate()
        .map(|(index, file)| Gathering::of(file, &name(index)))
        .fold(Gathering::default(), Gathering::join)
}

fn preview(mine: &Assessment, files: &[&Assessment]) -> Preview {
    outcome(mine, &gather(files)).unwrap()
}

fn only_item(mine: &Assessment, files: &[&Assessment]) -> Item {
    let mut items = preview(mine, files).items;
    assert_eq!(items.len(), 1, "{items:#?}");
    items.remove(0)
}

/// The survey with one choice of its only item.
fn chosen(mine: &Assessment, item: &Item, choice: usize) -> Assessment {
    let mut taken = mine.clone();
    if let Some(edit) = item.choices[choice].edit.clone() {
        taken.apply(edit).unwrap();
    }
    taken
}

fn central(assessment: &Assessment) -> Option<&Answer> {
    assessment.rounds[0].central_answer(asked())
}

/// What comes of two answers that do not contradict each other.
fn agreed(mine: Option<Answer>, theirs: &Assessment) -> Answer {
    let mine = survey(mine);
    let item = only_item(&mine, &[theirs]);
    assert_ne!(item.nature, Nature::Conflict, "{item:#?}");
    central(&chosen(&mine, &item, 0)).unwrap().clone()
}

fn labels(item: &Item) -> Vec<&str> {
    item.choices.iter().map(|one| one.label.as_str()).collect()
}

#[test]
fn an_answer_where_there_was_none_is_new_and_taken() {
    let (mine, theirs) = (survey(None), survey(Some(at(Place::Central))));
    let item = only_item(&mine, &[&theirs]);
    assert_eq!((item.nature, item.first_choice()), (Nature::New, Some(0)));
    assert_eq!(item.group, "Budgetlægning");
    assert!(item.title.starts_with("E01.01 "), "{}", item.title);
    assert_eq!(item.now, "");
    assert_eq!(labels(&item), ["a.json"]);
    assert_eq!(central(&chosen(&mine, &item, 0)), central(&theirs));
}

#[test]
fn a_blank_never_overrides_and_never_contradicts() {
    let mine = survey(Some(at(Place::Central)));
    assert_eq!(preview(&mine, &[&survey(None)]).items, []);
    let half = one(Place::Central);
    assert_eq!(preview(&mine, &[&survey(Some(half))]).items, []);
    let base = Some(at(Place::Central));
    assert_eq!(preview(&mine, &[&part(base, None)]).items, []);
}

#[test]
fn fields_that_do_not_contradict_each_other_become_one_answer() {
    let theirs = Answer {
        solution: Some(Degree::Full),
        ..Answer::default()
    };
    let merged = agreed(Some(one(Place::Central)), &survey(Some(theirs)));
    assert_eq!(merged.organisation, Some(Organisation::One(Place::Central)));
    assert_eq!(merged.solution, Some(Degree::Full));
}

#[test]
fn what_a_part_was_sent_with_gives_way_to_what_came_back() {
    let (old, new) = (at(Place::Institution), at(Place::Central));
    let mine = survey(Some(old.clone()));
    let item = only_item(&mine, &[&part(Some(old.clone()), Some(new))]);
    assert_eq!(item.nature, Nature::Changed);
    assert_eq!(
        item.origin.as_deref(),
        Some("Institution · løsning: Manuelt · proces: Manuelt")
    );
    let merged = chosen(&mine, &item, 0);
    let merged = central(&merged).unwrap();
    assert_eq!(merged.organisation, Some(Organisation::One(Place::Central)));
    assert_eq!(merged.by.as_deref(), Some("Bogholderiet"));
    assert_eq!(merged.at.as_deref(), Some(WHEN));
}

#[test]
fn what_comes_back_as_it_was_sent_gives_way_to_what_was_answered_here() {
    let old = at(Place::Institution);
    let mine = survey(Some(at(Place::Central)));
    let found = preview(&mine, &[&part(Some(old.clone()), Some(old))]);
    assert_eq!((found.items, found.same), (vec![], 1));
}

#[test]
fn two_who_both_answered_since_are_a_conflict_with_a_choice_for_each_and_for_both() {
    let mine = survey(Some(at(Place::Central)));
    let theirs = part(Some(at(Place::Department)), Some(at(Place::Institution)));
    let item = only_item(&mine, &[&theirs]);
    assert_eq!((item.nature, item.first_choice()), (Nature::Conflict, None));
    assert_eq!(
        labels(&item),
        ["Jeres egen", "Bogholderiet, 3. december 2026", BOTH]
    );
    assert_eq!(item.choices[0].edit, None);
    assert_eq!(item.now, "Central · løsning: Manuelt · proces: Manuelt");
    let taken = chosen(&mine, &item, 1);
    assert_eq!(central(&taken), central(&theirs));
    let both = chosen(&mine, &item, 2);
    assert_eq!(
        central(&both).unwrap(),
        &Answer {
            comment: "Bogholderiet, 3. december 2026: Institution · løsning: Manuelt · proces: \
                      Manuelt"
                .to_owned(),
            ..at(Place::Central)
        }
    );
    // What stands as a note is not asked about again.
    assert_eq!(preview(&both, &[&theirs]).items, []);
}

#[test]
fn keeping_ones_own_still_takes_what_does_not_contradict() {
    let mine = survey(Some(one(Place::Central)));
    let theirs = survey(Some(answer(Place::Institution, Degree::Full, Degree::Full)));
    let item = only_item(&mine, &[&theirs]);
    let kept = chosen(&mine, &item, 0);
    let expected = answer(Place::Central, Degree::Full, Degree::Full);
    assert_eq!(central(&kept), Some(&expected));
}

#[test]
fn three_files_with_two_opinions_give_a_choice_for_each_opinion() {
    let mine = survey(Some(at(Place::Central)));
    let [a, b, c] = [Place::Institution, Place::Department, Place::Institution]
        .map(|place| survey(Some(at(place))));
    let item = only_item(&mine, &[&a, &b, &c]);
    assert_eq!(
        labels(&item),
        ["Jeres egen", "a.json og c.json", "b.json", BOTH]
    );
    let both = chosen(&mine, &item, 3);
    assert_eq!(central(&both).unwrap().comment.lines().count(), 3);
}

#[test]
fn an_answer_and_not_relevant_contradict_each_other_although_no_field_does() {
    let mine = survey(Some(at(Place::Central)));
    let theirs = survey(Some(standing(Standing::NotRelevant)));
    let item = only_item(&mine, &[&theirs]);
    assert_eq!(item.nature, Nature::Conflict);
    let taken = chosen(&mine, &item, 1);
    assert_eq!(central(&taken).unwrap().standing, Standing::NotRelevant);
    // One found it not relevant, the other answered it anew: both since it was sent.
    let old = at(Place::Central);
    let first = part(Some(old.clone()), Some(standing(Standing::NotRelevant)));
    let second = part(Some(old), Some(at(Place::Institution)));
    assert_eq!(
        only_item(&mine, &[&first, &second]).nature,
        Nature::Conflict
    );
}

#[test]
fn comments_are_put_together_as_lines_and_nothing_stands_twice() {
    let theirs = survey(Some(commented("Fælles\nDeres")));
    let merged = agreed(Some(commented("Egen\nFælles")), &theirs);
    assert_eq!(merged.comment, "Egen\nFælles\nDeres");
    assert_eq!(preview(&survey(Some(merged)), &[&theirs]).items, []);
    let rewritten = part(Some(commented("Før")), Some(commented("Efter")));
    assert_eq!(agreed(Some(commented("Før")), &rewritten).comment, "Efter");
}

#[test]
fn a_flag_stays_whoever_has_set_it() {
    let flagged = Answer {
        flag: true,
        ..at(Place::Central)
    };
    let plain = survey(Some(at(Place::Central)));
    assert!(agreed(Some(at(Place::Central)), &survey(Some(flagged.clone()))).flag);
    assert_eq!(preview(&survey(Some(flagged)), &[&plain]).items, []);
}

#[test]
fn what_was_carried_over_gives_way_to_what_somebody_has_confirmed() {
    let carried = |place| Answer {
        unconfirmed: true,
        ..at(place)
    };
    let theirs = survey(Some(at(Place::Institution)));
    let merged = agreed(Some(carried(Place::Central)), &theirs);
    assert_eq!(merged, at(Place::Institution));
    let mine = survey(Some(at(Place::Central)));
    let old = survey(Some(carried(Place::Institution)));
    assert_eq!(preview(&mine, &[&old]).items, []);
    let same = survey(Some(at(Place::Central)));
    assert!(!agreed(Some(carried(Place::Central)), &same).unconfirmed);
}

#[test]
fn keys_that_this_version_does_not_know_are_taken_along() {
    let mut theirs = at(Place::Central);
    theirs.extra.insert("later".to_owned(), 5.into());
    let merged = agreed(Some(at(Place::Central)), &survey(Some(theirs)));
    assert_eq!(merged.extra["later"], 5);
    let (mut mine, mut other) = (survey(None), survey(None));
    mine.plan.0.insert("mål".to_owned(), 1.into());
    other.plan.0.insert("mål".to_owned(), 2.into());
    other.plan.0.insert("andet".to_owned(), 3.into());
    let items = preview(&mine, &[&other]).items;
    let nature = |at: usize| &items[at].nature;
    assert_eq!((nature(0), nature(1)), (&Nature::New, &Nature::Conflict));
    assert_eq!(chosen(&mine, &items[0], 0).plan.0["andet"], 3);
    assert_eq!(chosen(&mine, &items[1], 1).plan.0["mål"], 2);
    other.plan.0.clear();
    mine.plan.0.clear();
    other.rounds[0].extra.insert("later".to_owned(), 1.into());
    let item = only_item(&mine, &[&other]);
    assert_eq!(chosen(&mine, &item, 0), other);
}

#[test]
fn the_same_answer_given_later_changes_only_who_and_when() {
    let mine = survey(Some(at(Place::Central)));
    let theirs = part(None, Some(at(Place::Central)));
    let found = preview(&mine, &[&theirs]);
    assert_eq!((found.items.len(), found.same), (1, 1));
    assert_eq!(found.items[0].title, "Hvem der har svaret, og hvornår");
    let taken = chosen(&mine, &found.items[0], 0);
    assert_eq!(central(&taken), central(&theirs));
    assert_eq!(preview(&taken, &[&theirs]).items, []);
}

#[test]
fn twelve_units_that_answer_differently_are_no_conflict() {
    let mine = survey(Some(at(Place::Central)));
    let units: Vec<Assessment> = (0..12)
        .map(|index: u8| {
            let id = UnitId(format!("unit-{index}"));
            let mut unit = survey(None);
            let place = Place::ALL[usize::from(index) % Place::ALL.len()];
            let answers = [(asked(), at(place))].into();
            unit.rounds[0].answers = [(id.clone(), answers)].into();
            let known = Unit {
                name: format!("Skole {index}"),
                ..Unit::default()
            };
            unit.rounds[0].units.insert(id, known);
            unit
        })
        .collect();
    let found = find(&mine, &gather(&units.iter().take(4).collect::<Vec<_>>())).unwrap();
    assert_eq!(found.conflicts().count(), 0);
    let all = units
        .iter()
        .map(|unit| Gathering::of(unit, "svar.json"))
        .fold(Gathering::default(), Gathering::join);
    let found = find(&mine, &all).unwrap();
    assert_eq!(found.conflicts().count(), 0);
    let mut merged = mine.clone();
    merged.apply(found.edit(Prefer::Mine).unwrap()).unwrap();
    assert_eq!(merged.rounds[0].answers.len(), 13);
    assert_eq!(merged.rounds[0].units.len(), 12);
    let title = &found.findings[12].item.title;
    assert!(title.contains("– Skole"), "{title}");
}

#[test]
fn units_of_the_same_name_are_pointed_out() {
    let with_unit = |id: &str, name: &str| {
        let mut survey = survey(None);
        let unit = Unit {
            name: name.to_owned(),
            ..Unit::default()
        };
        survey.rounds[0].units.insert(UnitId(id.to_owned()), unit);
        survey
    };
    let found = preview(
        &with_unit("a", "Vestskolen"),
        &[&with_unit("b", " vestskolen")],
    );
    assert_eq!(found.notes.len(), 1);
    assert!(
        found.notes[0].contains("estskolen« er her 2 gange"),
        "{:?}",
        found.notes
    );
    let same = preview(
        &with_unit("a", "Vestskolen"),
        &[&with_unit("a", "Vestskolen")],
    );
    assert_eq!(same.notes, Vec::<String>::new());
    let other = preview(
        &with_unit("a", "Vestskolen"),
        &[&with_unit("b", "Østskolen")],
    );
    assert_eq!(other.notes, Vec::<String>::new());
}

#[test]
fn the_profile_is_merged_field_by_field_and_a_part_s_copy_of_it_counts_for_nothing() {
    let (mut mine, mut theirs) = (survey(None), survey(None));
    mine.rounds[0].profile.employees = Some(4000);
    theirs.rounds[0].profile.invoices = Some(90_000);
    let item = only_item(&mine, &[&theirs]);
    assert_eq!((item.nature, item.group.as_str()), (Nature::New, "Kommune"));
    assert_eq!(item.choices[0].value, "fakturaer om året: 90.000");
    let merged = chosen(&mine, &item, 0).rounds[0].profile.clone();
    assert_eq!(
        (merged.employees, merged.invoices),
        (Some(4000), Some(90_000))
    );

    theirs.rounds[0].profile.employees = Some(4100);
    theirs.rounds[0].profile.economy_system = Some(EconomySystem::Prisme);
    let item = only_item(&mine, &[&theirs]);
    assert_eq!(item.nature, Nature::Conflict);
    assert_eq!(labels(&item), ["Jeres egen", "a.json"]);
    let kept = chosen(&mine, &item, 0).rounds[0].profile.clone();
    assert_eq!(
        (kept.employees, kept.economy_system),
        (Some(4000), Some(EconomySystem::Prisme))
    );

    let mut copy = part(None, None);
    copy.rounds[0].profile.employees = Some(3900);
    assert_eq!(preview(&mine, &[&copy]).items, []);
}

#[test]
fn the_operation_is_merged_field_by_field_and_a_conflict_keeps_both_values() {
    let (mut mine, mut theirs) = (survey(None), survey(None));
    mine.rounds[0].profile.operation = Operation {
        pay_data_entry: Some(PayDataEntry::InSystem),
        auto_posting: Some(7),
        ..Operation::default()
    };
    theirs.rounds[0].profile.operation = Operation {
        hiring: Some(PrimaryLevel::Central),
        overdue_invoices: Some(1400),
        pay_direct: Some(false),
        ..Operation::default()
    };
    let item = only_item(&mine, &[&theirs]);
    assert_eq!((item.nature, item.group.as_str()), (Nature::New, "Kommune"));
    assert_eq!(
        item.choices[0].value,
        "ansættelsesproces: Central · forfaldne fakturaer: 1.400 · løn direkte i lønsystemet: nej"
    );
    let both = Operation {
        pay_data_entry: Some(PayDataEntry::InSystem),
        auto_posting: Some(7),
        ..theirs.rounds[0].profile.operation.clone()
    };
    let merged = chosen(&mine, &item, 0);
    assert_eq!(merged.rounds[0].profile.operation, both);

    theirs.rounds[0].profile.operation.pay_data_entry = Some(PayDataEntry::Decentral);
    let item = only_item(&mine, &[&theirs]);
    assert_eq!(item.nature, Nature::Conflict);
    assert_eq!(item.now, "indtastning af løndata: Direkte i lønsystemet");
    let values = item.choices.iter().map(|choice| &choice.value);
    for (value, says) in values.zip(["Direkte i lønsystemet", "Decentralt"]) {
        assert!(
            value.contains(&format!("indtastning af løndata: {says}")),
            "{value}"
        );
    }
    assert_eq!(chosen(&mine, &item, 0).rounds[0].profile.operation, both);
    let taken = chosen(&mine, &item, 1).rounds[0].profile.operation.clone();
    let expected = Operation {
        pay_data_entry: Some(PayDataEntry::Decentral),
        ..both
    };
    assert_eq!(taken, expected);
}

#[test]
fn rows_of_the_same_id_are_kept_replaced_or_both_kept() {
    let (mut mine, mut theirs) = (survey(None), survey(None));
    mine.rounds[0].staff = vec![team(1, "E01", 500)];
    theirs.rounds[0].staff = vec![team(1, "E04", 300), team(2, "E05", 100)];
    let found = preview(&mine, &[&theirs]);
    let natures: Vec<Nature> = found.items.iter().map(|item| item.nature).collect();
    assert_eq!(natures, [Nature::Conflict, Nature::New]);
    assert_eq!(labels(&found.items[0]), ["Jeres egen", "a.json", BOTH]);
    assert_eq!(found.items[0].now, "Team · 5 årsværk · E01 100 %");
    let mut both = mine.clone();
    both.apply(found.edit(&[Some(2), Some(0)]).unwrap())
        .unwrap();
    let expected = [
        team(1, "E01", 500),
        team(2, "E05", 100),
        team(3, "E04", 300),
    ];
    assert_eq!(both.rounds[0].staff, expected);
    // The other row is here already, under its new id.
    assert_eq!(preview(&both, &[&theirs]).items, []);
    let theirs_taken = chosen(&mine, &found.items[0], 1);
    assert_eq!(theirs_taken.rounds[0].staff, [team(1, "E04", 300)]);
}

#[test]
fn several_rows_that_are_kept_beside_others_get_an_id_each() {
    let (mut mine, mut theirs) = (survey(None), survey(None));
    mine.rounds[0].staff = vec![team(1, "E01", 500), team(2, "E02", 500)];
    theirs.rounds[0].staff = vec![team(1, "E04", 300), team(2, "E05", 300)];
    let found = preview(&mine, &[&theirs]);
    let edit = found.edit(&[Some(2), Some(2)]).unwrap();
    mine.apply(edit).unwrap();
    let expected = [
        team(1, "E01", 500),
        team(2, "E02", 500),
        team(3, "E04", 300),
        team(4, "E05", 300),
    ];
    assert_eq!(mine.rounds[0].staff, expected);
}

#[test]
fn a_round_that_is_only_in_one_file_is_added_whole() {
    let mine = survey(Some(at(Place::Central)));
    let mut theirs = mine.clone();
    let mut round = Round::new(RoundId("2027".to_owned()), 2027);
    round.answers = given::round([(asked(), at(Place::Institution))]).answers;
    theirs.rounds.push(round);
    let item = only_item(&mine, &[&theirs]);
    assert_eq!(item.title, "Hele runden 2027");
    assert_eq!(chosen(&mine, &item, 0), theirs);
}

#[test]
fn a_new_round_of_two_files_is_merged_or_chosen() {
    let round = |id: &str, place| {
        let mut survey = survey(None);
        let mut round = Round::new(RoundId("2027".to_owned()), 2027);
        round.answers = given::round([(activity(id), at(place))]).answers;
        survey.rounds.push(round);
        survey
    };
    let mine = survey(None);
    let (one, other) = (
        round("E01.01", Place::Central),
        round("E01.02", Place::Central),
    );
    let item = only_item(&mine, &[&one, &other]);
    assert_eq!(item.nature, Nature::New);
    let merged = chosen(&mine, &item, 0);
    assert_eq!(merged.rounds[1].answers[&UnitId::central()].len(), 2);

    let other = round("E01.01", Place::Institution);
    let item = only_item(&mine, &[&one, &other]);
    assert_eq!((item.nature, item.choices.len()), (Nature::Conflict, 3));
    let first = chosen(&mine, &item, 1);
    let answer = first.rounds[1].central_answer(asked()).unwrap();
    assert_eq!(answer.organisation, Some(Organisation::One(Place::Central)));
    assert!(
        answer.comment.starts_with("b.json: Institution"),
        "{}",
        answer.comment
    );
}

#[test]
fn files_that_do_not_belong_together_are_refused() {
    let mine = survey(None);
    let mut other = survey(None);
    other.municipality = Some(Municipality::new(Some(101), "København"));
    let refusal = outcome(&mine, &gather(&[&other])).unwrap_err();
    assert!(matches!(refusal, Refusal::OtherMunicipality { .. }));
    let text = refusal.to_string();
    assert!(
        text.contains("København (101)") && text.contains("Ringkøbing-Skjern (760)"),
        "{text}"
    );
    let mut example = survey(None);
    example.example = true;
    let refusal = outcome(&mine, &gather(&[&example])).unwrap_err();
    assert!(matches!(refusal, Refusal::Invented { .. }));
    let refusal = outcome(&part(None, None), &gather(&[&mine])).unwrap_err();
    assert!(refusal.to_string().contains("»Bogholderiet«"), "{refusal}");
}

#[test]
fn a_file_of_another_survey_is_taken_with_a_note() {
    let mine = survey(None);
    let mut other = survey(None);
    other.id = "another".to_owned();
    assert!(preview(&mine, &[&other]).notes[0].contains("fra en anden af Ringkøbing-Skjern (760)"));
    other.municipality = None;
    assert!(preview(&mine, &[&other]).notes[0].contains("siger ikke, hvilken kommune"));
    assert_eq!(preview(&mine, &[&mine]).notes, Vec::<String>::new());
}

#[test]
fn each_source_is_described_on_one_line() {
    let found = preview(&survey(None), &[&part(None, Some(at(Place::Central)))]);
    assert_eq!(
        found.sources,
        ["a.json · Bogholderiet · 1 svar · senest 3. december 2026"]
    );
}

// On the command line.

fn file(name: &str, assessment: &Assessment) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    std::fs::write(&path, write(assessment, "0.1.0", WHEN)).unwrap();
    path.to_str().unwrap().to_owned()
}

fn output(name: &str) -> String {
    let path = PathBuf::from(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _ = std::fs::remove_file(&path);
    path.to_str().unwrap().to_owned()
}

fn written(path: &str) -> Option<Assessment> {
    Some(read(&std::fs::read_to_string(path).ok()?).unwrap())
}

#[test]
fn the_command_merges_files_without_conflicts() {
    let mine = survey(None);
    let mut second = survey(None);
    second.rounds[0].staff = vec![team(1, "E01", 500)];
    let first = file("merge-1-b.json", &survey(Some(at(Place::Central))));
    let (mine, second) = (
        file("merge-1-a.json", &mine),
        file("merge-1-c.json", &second),
    );
    let result = output("merge-1-out.json");
    let outcome = call(&["merge", &mine, &first, &second, "-o", &result]);
    assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
    assert_eq!(outcome.out, "taken: 2, the same: 0\n");
    let merged = written(&result).unwrap();
    assert_eq!(central(&merged), Some(&at(Place::Central)));
    assert_eq!(merged.rounds[0].staff.len(), 1);
    let again = output("merge-1-again.json");
    call(&["merge", &result, &first, &second, &second, "-o", &again]);
    assert_eq!(written(&again), Some(merged));
}

#[test]
fn the_command_lists_conflicts_and_writes_nothing() {
    let mine = file("merge-2-a.json", &survey(Some(at(Place::Central))));
    let theirs = file("merge-2-b.json", &survey(Some(at(Place::Institution))));
    let result = output("merge-2-out.json");
    let outcome = call(&["merge", &mine, &theirs, "-o", &result]);
    assert_eq!((outcome.code, outcome.out.as_str()), (3, ""));
    let lines: Vec<&str> = outcome.err.lines().collect();
    assert_eq!(
        lines[0],
        "round 2026, unit central, E01.01: Jeres egen: Central · løsning: Manuelt · proces: \
         Manuelt | merge-2-b.json: Institution · løsning: Manuelt · proces: Manuelt"
    );
    assert!(
        lines[1].starts_with("1 to decide; nothing was written"),
        "{}",
        lines[1]
    );
    assert_eq!(written(&result), None);
}

#[test]
fn the_command_settles_conflicts_as_it_is_told_and_keeps_the_other_answer_as_a_note() {
    let mine = file("merge-3-a.json", &survey(Some(at(Place::Central))));
    let theirs = file("merge-3-b.json", &survey(Some(at(Place::Institution))));
    for (prefer, place, note) in [
        ("mine", Place::Central, "merge-3-b.json: Institution · "),
        ("theirs", Place::Institution, "Fravalgt svar: Central · "),
    ] {
        let result = output(&format!("merge-3-{prefer}.json"));
        let outcome = call(&["merge", &mine, &theirs, "-o", &result, "--prefer", prefer]);
        assert_eq!((outcome.code, outcome.err.as_str()), (0, ""));
        assert!(
            outcome
                .out
                .contains("settled: round 2026, unit central, E01.01")
        );
        let merged = written(&result).unwrap();
        let answer = central(&merged).unwrap();
        assert_eq!(answer.organisation, Some(Organisation::One(place)));
        assert!(answer.comment.starts_with(note), "{}", answer.comment);
        let again = output(&format!("merge-3-{prefer}-again.json"));
        let outcome = call(&["merge", &result, &theirs, "-o", &again]);
        assert_eq!(outcome.code, 0, "{}", outcome.err);
    }
}

#[test]
fn the_command_refuses_what_is_no_survey_and_what_must_not_be_merged() {
    let mine = file("merge-4-a.json", &survey(None));
    let mut other = survey(None);
    other.municipality = Some(Municipality::new(Some(101), "København"));
    let other = file("merge-4-b.json", &other);
    let result = output("merge-4-out.json");
    let outcome = call(&["merge", &mine, &other, "-o", &result]);
    assert_eq!(outcome.code, 2);
    assert!(
        outcome
            .err
            .contains("»merge-4-b.json« er fra København (101)"),
        "{}",
        outcome.err
    );
    let outcome = call(&["merge", &mine, given::KLK_2017, "-o", &result]);
    assert_eq!(outcome.code, 2);
    assert!(
        outcome.err.starts_with("public/data/peers.json: $.format"),
        "{}",
        outcome.err
    );
    assert_eq!(call(&["merge", &mine, "-o", &result]).code, 2);
    assert_eq!(
        call(&["merge", &mine, "no-such.json", "-o", &result]).code,
        1
    );
    assert_eq!(written(&result), None);
}

#[test]
fn a_changed_answer_of_a_part_loses_the_stamp_that_was_sent_along() {
    let id = "E08.01".parse().unwrap();
    let mut survey = Assessment::new("survey".to_owned(), 2026);
    let old = kommunebenchmark::domain::answer::Answer {
        by: Some("Indkøb".to_owned()),
        at: Some("2026-01-01T08:00:00Z".to_owned()),
        ..kommunebenchmark::domain::answer::Answer::default()
    };
    let unit = kommunebenchmark::domain::ids::UnitId::central();
    survey.rounds[0]
        .answers
        .entry(unit.clone())
        .or_default()
        .insert(id, old);
    let asked = kommunebenchmark::domain::part::Part {
        function: "Bogholderi".to_owned(),
        activities: [id].into(),
        ..kommunebenchmark::domain::part::Part::default()
    };
    let mut part = survey.take_part(&survey.rounds[0], asked);
    let answers = part.rounds[0].answers.get_mut(&unit).unwrap();
    answers.get_mut(&id).unwrap().comment = "Ny".to_owned();
    part.seal(WHEN);
    let sealed = &part.rounds[0].answers[&unit][&id];
    assert_eq!(sealed.by.as_deref(), Some("Bogholderi"));
    assert_eq!(sealed.at.as_deref(), Some(WHEN));
}
