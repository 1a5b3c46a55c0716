//! Rounds over time: the round after a round, and what changed between two.

use std::collections::BTreeSet;

use kommunebenchmark::document::{
    self, table::Cell, table::Row, table::RowKind, table::Table, tables,
};
use kommunebenchmark::domain::answer::{Answer, Estimate, Standing};
use kommunebenchmark::domain::assessment::{Assessment, Round};
use kommunebenchmark::domain::catalogue::mapping::Mapping;
use kommunebenchmark::domain::ids::{ActivityId, Domain, RoundId, UnitId};
use kommunebenchmark::domain::operation::{Operation, PrimaryLevel};
use kommunebenchmark::domain::profile::{EconomySystem, Profile};
use kommunebenchmark::domain::rating::{Degree, Dimension, Organisation, Place};
use kommunebenchmark::domain::unit::Unit;
use kommunebenchmark::domain::{amount::Amount, catalogue};
use kommunebenchmark::scoring::change::{
    ActivityChange, Aspect, Change, Kind, Values, change, change_of_method,
};
use kommunebenchmark::scoring::{ActivityRating, score};
use proptest::prelude::*;

use crate::given::{activity, all_of, answer, any_round, area, at, first, round, standing, team};

/// The round of the next year with other answers.
fn next(answers: impl IntoIterator<Item = (ActivityId, Answer)>) -> Round {
    Round {
        id: RoundId("2027".to_owned()),
        year: 2027,
        ..round(answers)
    }
}

fn compared(before: &Round, after: &Round) -> Change {
    change(before, after, &Mapping::identity(catalogue::VERSION))
}

fn scores(change: &Change, id: &str, dimension: Dimension) -> Values {
    let area = area(id);
    let domain = change.domains.iter().find(|one| one.domain == area.domain);
    let found = domain.unwrap().areas.iter().find(|one| one.area == area);
    *found.unwrap().scores.get(dimension)
}

fn only(change: &Change) -> &ActivityChange {
    assert_eq!(change.activities.len(), 1, "{:#?}", change.activities);
    &change.activities[0]
}

// The round after a round.

fn a_full_round() -> Round {
    let comment = Answer {
        comment: "kun skolerne".to_owned(),
        flag: true,
        by: Some("Bogholderiet".to_owned()),
        at: Some("2026-05-01T10:00:00Z".to_owned()),
        ..at(Place::Central)
    };
    let only_flag = Answer {
        flag: true,
        ..Answer::default()
    };
    let mut round = round([
        (activity("E01.01"), comment),
        (activity("E01.02"), only_flag),
        (activity("E01.03"), standing(Standing::NotRelevant)),
    ]);
    round.profile = Profile {
        population: Some(60_000),
        population_year: Some(2026),
        employees: Some(5000),
        full_time_employees: Some(4200),
        units: Some(90),
        payslips: Some(80_000),
        invoices: Some(120_000),
        economy_system: Some(EconomySystem::Prisme),
        level_names: [(Place::Institution, "Skole".to_owned())].into(),
        domains: [Domain::Economy].into(),
        operation: Operation {
            hiring: Some(PrimaryLevel::Central),
            pay_direct: Some(true),
            auto_posting: Some(7),
            overdue_invoices: Some(400),
            fte_cost: Some(525_000),
            ..Operation::default()
        },
        ..Profile::default()
    };
    let unit = UnitId("skole".to_owned());
    round.units.insert(unit.clone(), Unit::default());
    let said = [(activity("E04.01"), at(Place::Institution))];
    round.answers.insert(unit, said.into());
    let estimate = Estimate {
        process: Some(Degree::Partly),
        ..Estimate::default()
    };
    round.estimates.insert(area("E02"), estimate);
    round.staff = vec![team(1, "E01", 250)];
    round.staff_date = Some("2026-03-01".to_owned());
    round.staff_total = Some(Amount::from_hundredths(250));
    round
        .drafts
        .insert("profile/population".to_owned(), "mange".to_owned());
    round
}

fn following(keep_answers: bool) -> Round {
    a_full_round().following(RoundId("2027".to_owned()), 2027, keep_answers)
}

#[test]
fn a_following_round_keeps_names_systems_and_domains_but_no_numbers_of_a_year() {
    for keep_answers in [false, true] {
        let next = following(keep_answers);
        let kept = Profile {
            economy_system: Some(EconomySystem::Prisme),
            level_names: [(Place::Institution, "Skole".to_owned())].into(),
            domains: [Domain::Economy].into(),
            ..Profile::default()
        };
        assert_eq!((next.id.0.as_str(), next.year), ("2027", 2027));
        assert_eq!(next.profile, kept);
        assert_eq!((next.staff_date, next.staff_total), (None, None));
        assert!(next.units.is_empty() && next.drafts.is_empty());
    }
}

#[test]
fn a_following_round_without_answers_is_blank() {
    let next = following(false);
    assert!(next.answers.is_empty() && next.estimates.is_empty() && next.staff.is_empty());
}

#[test]
fn kept_answers_are_unconfirmed_with_their_comments_but_not_their_flags() {
    let next = following(true);
    assert_eq!(next.answers.len(), 1, "units answer anew");
    let own = &next.answers[&UnitId::central()];
    let unconfirmed = |answer| Answer {
        unconfirmed: true,
        ..answer
    };
    let first = Answer {
        comment: "kun skolerne".to_owned(),
        ..unconfirmed(at(Place::Central))
    };
    assert_eq!(own.get(&activity("E01.01")), Some(&first));
    assert_eq!(own.get(&activity("E01.02")), None, "a flag says nothing");
    assert_eq!(
        own.get(&activity("E01.03")),
        Some(&unconfirmed(standing(Standing::NotRelevant)))
    );
    let before = a_full_round();
    assert_eq!(
        (next.estimates, next.staff),
        (before.estimates, before.staff)
    );
}

#[test]
fn answers_to_another_catalogue_are_not_taken_over_by_their_ids() {
    let old = Round {
        catalogue: "2020.1".to_owned(),
        ..a_full_round()
    };
    let next = old.following(RoundId("2027".to_owned()), 2027, true);
    assert!(next.answers.is_empty() && next.estimates.is_empty());
    assert_eq!(next.catalogue, catalogue::VERSION);
}

#[test]
fn the_id_of_a_new_round_is_its_year_and_a_number_where_the_year_is_taken() {
    let mut assessment = Assessment::new("any".to_owned(), 2026);
    assert_eq!(assessment.free_round_id(2027).0, "2027");
    for id in ["2026-2", "2026-3"] {
        assert_eq!(assessment.free_round_id(2026).0, id);
        assessment
            .rounds
            .push(Round::new(RoundId(id.to_owned()), 2026));
    }
    assert_eq!(assessment.free_round_id(2026).0, "2026-4");
}

// What changed.

#[test]
fn a_change_of_an_area_is_after_minus_before() {
    let before = round(all_of("E01", &at(Place::Department)));
    let after = next(all_of(
        "E01",
        &answer(Place::Central, Degree::Partly, Degree::Manual),
    ));
    let change = compared(&before, &after);
    let check = |dimension, before, after, difference| {
        let expected = Values {
            before: Some(before),
            after: Some(after),
            difference: Some(difference),
            split: None,
        };
        assert_eq!(scores(&change, "E01", dimension), expected);
        assert_eq!(*change.domains[0].total.get(dimension), expected);
    };
    check(Dimension::Centralisation, 2.0, 3.0, 1.0);
    check(Dimension::Process, 0.0, 0.5, 0.5);
    check(Dimension::Solution, 0.0, 0.0, 0.0);
}

#[test]
fn what_only_one_round_has_is_shown_without_a_difference() {
    let mut before = round(all_of("E01", &at(Place::Department)));
    before.profile.domains = [Domain::Economy].into();
    before.staff = vec![team(1, "E01", 200)];
    let mut after = next(all_of("P01", &at(Place::Central)));
    after.staff = vec![team(1, "E01", 350), team(2, "P01", 100)];
    let change = compared(&before, &after);
    let gone = scores(&change, "E01", Dimension::Process);
    assert_eq!(
        (gone.before, gone.after, gone.difference),
        (Some(0.0), None, None)
    );
    let new = scores(&change, "P01", Dimension::Process);
    assert_eq!(
        (new.before, new.after, new.difference),
        (None, Some(0.0), None)
    );
    let fte: Vec<_> = change.domains.iter().map(|domain| domain.fte).collect();
    assert_eq!(fte[0], Values::new(Some(2.0), Some(3.5)));
    assert_eq!(fte[0].difference, Some(1.5));
    assert_eq!(fte[1], Values::new(None, Some(1.0)));
}

#[test]
fn a_changed_activity_says_in_what() {
    let check = |before: Answer, after: Answer, aspects: &[Aspect]| {
        let id = activity("E04.01");
        let change = compared(&round([(id, before)]), &next([(id, after)]));
        if aspects.is_empty() {
            assert_eq!(change.activities, []);
        } else {
            assert_eq!(only(&change).kind, Kind::Changed);
            assert_eq!(only(&change).aspects, aspects);
        }
    };
    let old = || answer(Place::Central, Degree::Manual, Degree::Manual);
    check(old(), old(), &[]);
    check(old(), at(Place::Institution), &[Aspect::Organisation]);
    // Both count as 3, and are not the same.
    check(old(), at(Place::External), &[Aspect::Organisation]);
    check(
        old(),
        answer(Place::Central, Degree::Full, Degree::Partly),
        &[Aspect::Solution, Aspect::Process],
    );
    check(old(), standing(Standing::NotRelevant), &[Aspect::Standing]);
    check(standing(Standing::NotRelevant), old(), &[Aspect::Standing]);
    let remarked = Answer {
        comment: "se bilag".to_owned(),
        flag: true,
        ..old()
    };
    check(old(), remarked, &[]);
}

#[test]
fn newly_and_no_longer_answered_activities_are_not_called_changed() {
    let id = activity("E04.01");
    let check = |before: Option<Answer>, after: Option<Answer>, kind| {
        let change = compared(
            &round(before.map(|answer| (id, answer))),
            &next(after.map(|answer| (id, answer))),
        );
        assert_eq!(only(&change).kind, kind);
        assert_eq!(only(&change).aspects, []);
    };
    let told = || Some(at(Place::Central));
    check(None, told(), Kind::NewlyAnswered);
    check(
        Some(standing(Standing::Unknown)),
        told(),
        Kind::NewlyAnswered,
    );
    check(told(), None, Kind::NoLongerAnswered);
    check(
        told(),
        Some(standing(Standing::Unknown)),
        Kind::NoLongerAnswered,
    );
}

#[test]
fn unconfirmed_answers_are_named_and_are_no_change() {
    let before = a_full_round();
    let after = following(true);
    let change = compared(&before, &after);
    let kinds: Vec<(String, Kind)> = change
        .activities
        .iter()
        .map(|one| (one.id.to_string(), one.kind))
        .collect();
    assert_eq!(
        kinds,
        [
            ("E01.01".to_owned(), Kind::Unconfirmed),
            ("E01.03".to_owned(), Kind::Unconfirmed),
            ("E04.01".to_owned(), Kind::NoLongerAnswered),
        ]
    );
    assert_eq!(change.domains[0].areas[0].unconfirmed, 2);
    let table = tables::rounds::areas(&change);
    let note = "2 svar i runden 2027 er taget med fra en tidligere runde og ikke bekræftet.";
    assert!(
        table.notes.iter().any(|one| one.starts_with(note)),
        "{:?}",
        table.notes
    );
    assert!(text(row(&table, "Budgetlægning")).contains("2 svar ikke bekræftet"));
}

#[test]
fn units_that_now_answer_change_an_activity_as_they_change_its_score() {
    let before = round([(activity("E04.01"), at(Place::Central))]);
    let mut after = before.clone();
    after.id = RoundId("2027".to_owned());
    let said = [(activity("E04.01"), at(Place::Institution))];
    after
        .answers
        .insert(UnitId("skole".to_owned()), said.into());
    let change = compared(&before, &after);
    assert_eq!(only(&change).aspects, [Aspect::Organisation]);
    // The own answer that nobody confirmed does not count any more.
    let own = after.answers.get_mut(&UnitId::central()).unwrap();
    own.get_mut(&activity("E04.01")).unwrap().unconfirmed = true;
    assert_eq!(only(&compared(&before, &after)).kind, Kind::Changed);
    let centralisation = scores(&change, "E04", Dimension::Centralisation);
    assert_eq!(centralisation.difference, Some(-3.0));
    let table = tables::rounds::activities(&change);
    assert!(
        text(&table.rows[1]).contains("1 enhed: 1 Institution"),
        "{table:?}"
    );
}

// Versions of the catalogue and of the method.

fn invented_mapping() -> Mapping {
    let text = r#"{"versions": [{
        "from": "2020.1",
        "to": "2026.1",
        "ids": {"E01.01": ["E01.02"], "E01.02": ["E01.01", "E02.03"]},
        "dropped": ["E01.04", "E02.99"],
        "added": ["E01.05"]
    }]}"#;
    Mapping::list(text).unwrap().remove(0)
}

#[test]
fn the_list_of_older_versions_can_be_read_and_unknown_ones_are_refused() {
    let bundled = crate::given::text("public/data/catalogue/mapping.json");
    for mapping in Mapping::list(&bundled).unwrap() {
        let newer = mapping.ids.values().flatten().chain(&mapping.added);
        for id in newer {
            assert!(catalogue::activity(*id).is_some(), "{id}");
        }
    }
    let same = Mapping::between(catalogue::VERSION, catalogue::VERSION).unwrap();
    assert!(same.is_identity());
    let error = Mapping::between("2019.1", catalogue::VERSION).unwrap_err();
    assert!(error.to_string().contains("\"2019.1\""), "{error}");
}

#[test]
fn a_mapping_pairs_what_means_the_same_and_nothing_else() {
    let ids: BTreeSet<ActivityId> = ["E01.01", "E01.02", "E01.03", "E01.04", "E01.05", "E02.03"]
        .map(activity)
        .into();
    let pairs: Vec<String> = invented_mapping()
        .pairs(&ids)
        .into_iter()
        .map(|(older, newer)| format!("{older}>{newer}"))
        .collect();
    assert_eq!(
        pairs,
        [
            "E01.02>E01.01",
            "E01.01>E01.02",
            "E01.03>E01.03",
            "E01.02>E02.03"
        ]
    );
}

#[test]
fn only_mapped_activities_are_the_own_change_and_the_rest_is_the_method() {
    let mut before = round([
        (activity("E01.01"), at(Place::Institution)),
        (activity("E01.03"), at(Place::Intermediate)),
        (activity("E01.04"), at(Place::Central)),
    ]);
    before.catalogue = "2020.1".to_owned();
    let after = next([
        (activity("E01.02"), at(Place::Department)),
        (activity("E01.03"), at(Place::Intermediate)),
        (activity("E01.05"), at(Place::Central)),
    ]);
    let change = change(&before, &after, &invented_mapping());
    let values = scores(&change, "E01", Dimension::Centralisation);
    // 4/3 before, 2 after; over the mapped ones 0.5 before and 1.5 after.
    let split = values.split.unwrap();
    assert_eq!(split.own, Some(1.0));
    assert!((split.method - (2.0 - 4.0 / 3.0 - 1.0)).abs() < 1e-12);
    assert_eq!(change.dropped, [activity("E01.04")]);
    assert_eq!(change.added, [activity("E01.05")]);
    assert_eq!(only(&change).earlier, activity("E01.01"));
    assert_eq!(only(&change).id, activity("E01.02"));
    let table = tables::rounds::activities(&change);
    let titles: Vec<String> = table
        .rows
        .iter()
        .filter(|row| row.kind == RowKind::Group)
        .map(text)
        .collect();
    assert!(titles[1].contains("Udgået af kataloget"), "{titles:?}");
    assert!(titles[2].contains("Ny i kataloget"), "{titles:?}");
    assert!(
        table
            .notes
            .iter()
            .any(|note| note.contains("efter katalog 2020.1"))
    );
}

#[test]
fn a_difference_without_comparable_activities_is_all_method() {
    let mut before = round([(activity("E01.04"), at(Place::Central))]);
    before.catalogue = "2020.1".to_owned();
    let after = next([(activity("E01.05"), at(Place::Institution))]);
    let change = change(&before, &after, &invented_mapping());
    let values = scores(&change, "E01", Dimension::Centralisation);
    let split = values.split.unwrap();
    assert_eq!(
        (values.difference, split.own, split.method),
        (Some(-3.0), None, -3.0)
    );
}

/// An older method, invented: an activity counts half.
fn half(round: &Round, id: ActivityId) -> ActivityRating {
    let mut rating = ActivityRating::of(round.central_answer(id));
    for dimension in Dimension::ALL {
        let points = rating.hundredths.get_mut(dimension);
        *points = points.map(|points| points / 2.0);
    }
    rating
}

#[test]
fn another_method_is_told_from_the_own_change() {
    let before = round(all_of("E01", &at(Place::Department)));
    let after = next(all_of("E01", &at(Place::Central)));
    let mapping = Mapping::identity(catalogue::VERSION);
    let change = change_of_method(&before, &after, &mapping, Some(half));
    let values = scores(&change, "E01", Dimension::Centralisation);
    let split = values.split.unwrap();
    assert_eq!((values.before, values.difference), (Some(1.0), Some(2.0)));
    assert_eq!((split.own, split.method), (Some(1.0), 1.0));
}

// The tables.

fn row<'a>(table: &'a Table, title: &str) -> &'a Row {
    let found = table
        .rows
        .iter()
        .find(|row| row.cells[0] == Cell::from(title));
    found.unwrap_or_else(|| panic!("no row {title}: {table:#?}"))
}

fn text(row: &Row) -> String {
    let cells: Vec<String> = row.cells.iter().map(|cell| format!("{cell:?}")).collect();
    cells.join(" ")
}

#[test]
fn tables_name_what_is_provisional_and_what_is_an_estimate() {
    let mut before = round(all_of("E01", &at(Place::Department)));
    before.estimates.insert(
        area("E02"),
        Estimate {
            organisation: Some(Organisation::One(Place::Central)),
            ..Estimate::default()
        },
    );
    let after = next(first("E01", 2, &at(Place::Central)));
    let table = tables::rounds::areas(&compared(&before, &after));
    let check =
        |title: &str, remark: Cell| assert_eq!(row(&table, title).cells.last(), Some(&remark));
    check("Budgetlægning", "foreløbig i 2027".into());
    check("Budgetopfølgning", "skøn i 2026".into());
    check("Regnskabsaflæggelse", Cell::Empty);
    check(
        "Samlet, økonomi og regnskab",
        "foreløbig i 2026; foreløbig i 2027".into(),
    );
}

fn check_shape(table: &Table) -> Result<(), TestCaseError> {
    prop_assert!(table.title.chars().count() <= 31);
    let titles: BTreeSet<&str> = table
        .columns
        .iter()
        .map(|column| column.title.as_str())
        .collect();
    prop_assert_eq!(titles.len(), table.columns.len());
    for row in &table.rows {
        prop_assert_eq!(row.cells.len(), table.columns.len());
    }
    Ok(())
}

proptest! {
    #[test]
    fn a_round_has_no_change_from_itself_and_the_scores_that_it_has_elsewhere(round in any_round()) {
        let change = compared(&round, &round);
        let card = score(&round);
        for domain in &change.domains {
            for dimension in Dimension::ALL {
                let total = *domain.total.get(dimension);
                prop_assert_eq!(total.before, *card.domain(domain.domain).unwrap().total.get(dimension));
                prop_assert_eq!(total.after, total.before);
                for area in &domain.areas {
                    let values = area.scores.get(dimension);
                    prop_assert_eq!(values.before, card.area(area.area).unwrap().score(dimension));
                    prop_assert!(values.difference.is_none_or(|difference| difference == 0.0));
                }
            }
        }
        prop_assert!(change.activities.iter().all(|one| one.kind == Kind::Unconfirmed));
    }

    #[test]
    fn the_parts_of_a_difference_sum_to_it_exactly(
        before in any_round(),
        after in any_round(),
        identity in any::<bool>(),
    ) {
        let mapping = if identity {
            Mapping::identity(catalogue::VERSION)
        } else {
            invented_mapping()
        };
        let after = Round { id: RoundId("ny".to_owned()), ..after };
        let change = change_of_method(&before, &after, &mapping, Some(half));
        for domain in &change.domains {
            let areas = domain.areas.iter().map(|area| &area.scores);
            for scores in areas.chain([&domain.total]) {
                for dimension in Dimension::ALL {
                    let values = scores.get(dimension);
                    let Some(split) = values.split else {
                        prop_assert_eq!(values.difference, None);
                        continue;
                    };
                    let difference = values.difference.unwrap();
                    prop_assert_eq!(Some(split.own.unwrap_or(0.0) + split.method), values.difference);
                    let plain = values.after.unwrap() - values.before.unwrap();
                    prop_assert!((difference - plain).abs() < 1e-12);
                }
            }
        }
        check_shape(&tables::rounds::areas(&change))?;
        check_shape(&tables::rounds::activities(&change))?;
    }

    #[test]
    fn a_following_round_scores_as_the_municipality_alone_did(round in any_round()) {
        let mut alone = round;
        alone.answers.retain(|unit, _| *unit == UnitId::central());
        let next = alone.following(RoundId("ny".to_owned()), 2030, true);
        for (before, after) in score(&alone).domains.iter().zip(&score(&next).domains) {
            prop_assert_eq!(before.total, after.total);
            prop_assert_eq!(after.coverage.answered, 0);
            prop_assert_eq!(before.fte, after.fte);
        }
    }

    #[test]
    fn a_following_round_survives_a_file(round in any_round()) {
        let mut assessment = Assessment::new("any".to_owned(), 2030);
        let id = assessment.free_round_id(2030);
        assessment.rounds.push(round.following(id, 2030, true));
        assessment.tidy();
        let file = document::write(&assessment, "test", "2026-11-22T10:15:00Z");
        prop_assert_eq!(document::read(&file).unwrap(), assessment);
    }
}
