//! Other municipalities: what each kind of dataset may say, who is in the group, which files are refused.

use kommunebenchmark::domain::ids::Domain;
use kommunebenchmark::domain::rating::{Dimension, Place};
use kommunebenchmark::peers::comparison::Evidence;
use kommunebenchmark::peers::dataset::Column;
use kommunebenchmark::peers::summary::Own;
use kommunebenchmark::peers::{Dataset, Kind, Summary, compare, summarise};
use kommunebenchmark::scoring::{self, Scorecard};
use serde_json::{Value, json};

use crate::given::{self, KLK_2017, MODEL, activity, all_of, area, at, first, round};

/// Three municipalities with area scores of finance; the third lacks the last area.
fn public() -> Value {
    let column = |area: usize| {
        let last = if area == 11 { Value::Null } else { json!(3.0) };
        json!({
            "centralisation": [1.0, 2.0, last],
            "process": [0.0, 0.5, 1.0],
            "solution": [null, null, null],
        })
    };
    let scores: serde_json::Map<String, Value> = (1..=11)
        .map(|number| (format!("E{number:02}"), column(number)))
        .collect();
    json!({
        "format": "kommunebenchmark-peers",
        "version": 1,
        "kind": "public",
        "id": "kl-2026",
        "title": "Kommuner i 2026",
        "edition": "2",
        "source": "KL",
        "year": 2026,
        "instrument": "Aktivitetskatalog 2026.1",
        "method": [],
        "n": 3,
        "municipalities": [
            {"name": "Kommune 1", "contribution_id": "aaa"},
            {"name": "Greve", "code": 253},
            {"name": "Kommune 3"},
        ],
        "scores": scores,
        "fte": {"E01": [1.5, null, 2]},
    })
}

fn network() -> Value {
    let mut file = public();
    file["kind"] = json!("network");
    file["scores"] = json!({});
    file["answers"] = json!({
        "E01.01": {"organisation": "0x-", "process": "01-", "solution": "222"},
        "E01.02": {"organisation": "33-", "process": "2--", "solution": "---"},
    });
    file
}

fn read(file: &Value) -> Dataset {
    Dataset::read(&file.to_string()).unwrap()
}

fn summary_of(file: &Value, own: &Own) -> Summary {
    summarise(&read(file), own)
}

fn mean(summary: &Summary, id: &str, dimension: Dimension) -> Option<(f64, Option<u32>)> {
    summary.areas[&area(id)]
        .get(dimension)
        .as_ref()
        .map(|one| (one.mean, one.n))
}

#[test]
fn each_kind_of_dataset_gives_comparisons_of_its_own_worth() {
    let check = |kind, of_a_survey, of_the_example, real: bool| {
        assert_eq!(Evidence::of(kind, false), of_a_survey);
        assert_eq!(Evidence::of(kind, true), of_the_example);
        assert_eq!(Kind::is_real(kind), real);
    };
    check(
        Kind::DerivedExample,
        Evidence::Orientation,
        Evidence::Orientation,
        false,
    );
    check(
        Kind::Model,
        Evidence::Invented,
        Evidence::Demonstration,
        false,
    );
    check(Kind::Public, Evidence::Finding, Evidence::Finding, true);
    check(Kind::Network, Evidence::Finding, Evidence::Finding, true);
}

#[test]
fn the_bundled_datasets_say_what_they_are() {
    let check = |file: &str, kind, n| {
        let label = Dataset::read(&given::text(file)).unwrap().label;
        assert_eq!((label.kind, label.n), (kind, n));
        assert!(!label.title.is_empty() && !label.source.is_empty() && !label.method.is_empty());
    };
    check(KLK_2017, Kind::DerivedExample, None);
    check(MODEL, Kind::Model, Some(40));
}

#[test]
fn the_mean_of_a_group_is_over_those_that_have_a_score() {
    let summary = summary_of(&public(), &Own::default());
    assert_eq!(summary.n, Some(3));
    assert_eq!(
        mean(&summary, "E01", Dimension::Centralisation),
        Some((2.0, Some(3)))
    );
    assert_eq!(
        mean(&summary, "E11", Dimension::Centralisation),
        Some((1.5, Some(2)))
    );
    assert_eq!(mean(&summary, "E01", Dimension::Solution), None);
    assert_eq!(mean(&summary, "P01", Dimension::Process), None);
}

#[test]
fn samlet_of_the_group_is_over_members_that_have_all_areas() {
    let summary = summary_of(&public(), &Own::default());
    let total = summary.totals[&Domain::Economy].clone();
    let n_and_mean = |dimension| total.get(dimension).as_ref().map(|one| (one.mean, one.n));
    // The third municipality lacks E11 and is left out of the total in that dimension only.
    assert_eq!(n_and_mean(Dimension::Centralisation), Some((1.5, Some(2))));
    assert_eq!(n_and_mean(Dimension::Process), Some((0.5, Some(3))));
    assert_eq!(n_and_mean(Dimension::Solution), None);
    assert_eq!(
        *summary.totals[&Domain::Payroll].get(Dimension::Process),
        None
    );
}

#[test]
fn the_own_municipality_is_left_out_by_its_code_or_its_contribution() {
    let check = |code: Option<u16>, contribution: Option<&str>, n, mean_of_group| {
        let own = Own {
            code,
            contribution_id: contribution.map(str::to_owned),
            ..Own::default()
        };
        let summary = summary_of(&public(), &own);
        assert_eq!(summary.n, Some(n), "{own:?}");
        let found = mean(&summary, "E01", Dimension::Centralisation).unwrap();
        assert_eq!(found, (mean_of_group, Some(n)), "{own:?}");
    };
    check(None, None, 3, 2.0);
    check(Some(253), None, 2, 2.0);
    check(None, Some("aaa"), 2, 2.5);
    check(Some(253), Some("aaa"), 1, 3.0);
    check(Some(101), Some("bbb"), 3, 2.0);
}

#[test]
fn a_group_of_the_own_municipality_alone_has_no_statistics() {
    let mut file = public();
    file["n"] = json!(1);
    file["municipalities"] = json!([{"name": "Greve", "code": 253}]);
    file["fte"] = json!({});
    file["scores"] = json!({"E01": {"centralisation": [1], "process": [1], "solution": [1]}});
    let summary = summary_of(
        &file,
        &Own {
            code: Some(253),
            contribution_id: None,
            ..Own::default()
        },
    );
    assert_eq!(summary.n, Some(0));
    assert_eq!(mean(&summary, "E01", Dimension::Centralisation), None);
}

#[test]
fn answers_of_municipalities_are_scored_as_ones_own() {
    let dataset = read(&network());
    let scores = |dimension| dataset.area_scores(area("E01"), dimension);
    assert_eq!(
        scores(Dimension::Centralisation),
        [Some(1.5), Some(3.0), None]
    );
    assert_eq!(scores(Dimension::Process), [Some(0.5), Some(0.5), None]);
    assert_eq!(scores(Dimension::Solution), [Some(1.0); 3]);
    assert_eq!(
        dataset.area_scores(area("P01"), Dimension::Process),
        [None; 3]
    );

    let own = [
        (activity("E01.01"), at(Place::Institution)),
        (activity("E01.02"), at(Place::Central)),
    ];
    let card = scoring::score(&round(own));
    let own = card
        .area(area("E01"))
        .unwrap()
        .score(Dimension::Centralisation);
    assert_eq!(own, scores(Dimension::Centralisation)[0]);
}

#[test]
fn a_dataset_of_means_has_them_and_its_number_of_municipalities_if_known() {
    let mut file = given::json(KLK_2017);
    file["n"] = json!(20);
    let summary = summary_of(
        &file,
        &Own {
            code: Some(101),
            contribution_id: None,
            ..Own::default()
        },
    );
    assert_eq!(summary.n, Some(20));
    assert_eq!(
        mean(&summary, "E01", Dimension::Centralisation),
        Some((2.6, Some(20)))
    );
    assert_eq!(
        summary.totals[&Domain::Payroll]
            .centralisation
            .as_ref()
            .map(|one| one.mean),
        Some(1.6)
    );
}

fn card(
    answers: Vec<(
        kommunebenchmark::domain::ids::ActivityId,
        kommunebenchmark::domain::answer::Answer,
    )>,
) -> Scorecard {
    scoring::score(&round(answers))
}

#[test]
fn a_deviation_is_own_minus_the_mean_of_the_group() {
    let summary = summary_of(&public(), &Own::default());
    let comparison = compare(&card(all_of("E01", &at(Place::Central))), &summary, false);
    let row = &comparison.domain(Domain::Economy).unwrap().areas[0];
    assert_eq!(row.beside.deviation.centralisation, Some(1.0));
    assert_eq!(row.beside.deviation.process, Some(-0.5));
    assert_eq!(row.beside.deviation.solution, None, "the group has none");
    assert!(!row.provisional);
    assert_eq!(comparison.evidence, Evidence::Finding);
}

#[test]
fn a_provisional_area_is_shown_without_deviation() {
    let summary = summary_of(&public(), &Own::default());
    // 11 of 18 are 61 %, 10 are 56 %.
    let check = |answered, deviation| {
        let comparison = compare(
            &card(first("E01", answered, &at(Place::Central))),
            &summary,
            false,
        );
        let row = &comparison.domain(Domain::Economy).unwrap().areas[0];
        assert_eq!(row.beside.deviation.centralisation, deviation, "{answered}");
        assert_eq!(row.provisional, deviation.is_none());
        assert!(row.beside.group.centralisation.is_some());
    };
    check(11, Some(1.0));
    check(10, None);
    check(0, None);
}

#[test]
fn the_total_deviates_only_when_every_area_that_exists_is_answered_enough() {
    use kommunebenchmark::domain::answer::Standing as Answered;
    let summary = summary_of(&public(), &Own::default());
    let total = |answers| {
        let comparison = compare(&card(answers), &summary, false);
        comparison
            .domain(Domain::Economy)
            .unwrap()
            .total
            .deviation
            .centralisation
    };
    let but_the_last: Vec<_> = (1..=10)
        .flat_map(|area| all_of(&format!("E{area:02}"), &at(Place::Central)))
        .collect();
    assert_eq!(total(but_the_last.clone()), None);
    let with = |answer| {
        but_the_last
            .iter()
            .cloned()
            .chain(all_of("E11", &answer))
            .collect()
    };
    assert_eq!(total(with(at(Place::Central))), Some(1.5));
    assert_eq!(
        total(with(given::standing(Answered::NotRelevant))),
        Some(1.5)
    );
    assert_eq!(total(with(given::standing(Answered::Unknown))), None);
}

/// A change of a good file, after which it is refused with these words.
fn check_refused(file: &Value, change: impl FnOnce(&mut Value), says: &[&str]) {
    let mut file = file.clone();
    change(&mut file);
    let error = Dataset::read(&file.to_string()).unwrap_err().to_string();
    for word in says {
        assert!(error.contains(word), "{error:?} does not say {word:?}");
    }
    assert!(!error.contains("Some(") && !error.contains('\n'), "{error}");
}

#[test]
fn a_dataset_of_another_format_or_a_newer_version_is_refused() {
    let check = |change: fn(&mut Value), says: &[&str]| check_refused(&public(), change, says);
    check(
        |file| file["format"] = json!("kommunebenchmark"),
        &["format", "kommunebenchmark-peers"],
    );
    check(|file| file["version"] = json!(0), &["version"]);
    check(|file| file["kind"] = json!("real"), &["real"]);
    check(
        |file| drop(file.as_object_mut().unwrap().remove("title")),
        &["title"],
    );
    // Everything else in a newer file may be of any shape.
    let newer = json!({"format": "kommunebenchmark-peers", "version": 2, "kind": 7});
    check_refused(&newer, |_| {}, &["version 2", "newer"]);
}

#[test]
fn a_dataset_where_numbers_of_values_differ_is_refused() {
    let check = |change: fn(&mut Value), says: &[&str]| check_refused(&public(), change, says);
    check(|file| file["n"] = json!(4), &["n is 4", "3 municipalities"]);
    check(
        |file| file["n"] = Value::Null,
        &["n is not given", "3 municipalities"],
    );
    check(
        |file| file["scores"]["E02"]["process"] = json!([1, 1]),
        &["scores.E02", "2 values for 3"],
    );
    check(
        |file| file["fte"]["E01"] = json!([1, 2, 3, 4]),
        &["fte.E01", "4 values for 3"],
    );
    check(
        |file| file["fte"]["E01"] = json!([1]),
        &["fte.E01", "1 values for 3"],
    );
    let short = |file: &mut Value| file["answers"]["E01.01"]["process"] = json!("0");
    check_refused(&network(), short, &["answers.E01.01", "1 values for 3"]);
    let empty = |file: &mut Value| file["means"] = json!({});
    check_refused(
        &given::json(KLK_2017),
        empty,
        &["neither means nor municipalities"],
    );
}

#[test]
fn a_dataset_with_values_outside_the_scale_is_refused() {
    let check = |pointer: &str, value: Value, says: &[&str]| {
        let mut file = public();
        let known = file.pointer("/scores/E01").unwrap().clone();
        file["means"] = json!({"E01": {"centralisation": 1, "process": 1, "solution": 1}});
        file["totals"] = json!({"E": {"centralisation": 1, "process": 1, "solution": 1}});
        file["scores"]["E02"] = known;
        check_refused(
            &file,
            |file| *file.pointer_mut(pointer).unwrap() = value,
            says,
        );
    };
    check(
        "/scores/E02/process/1",
        json!(1.01),
        &["scores.E02", "1.01", "0 to 1"],
    );
    check(
        "/scores/E02/centralisation/1",
        json!(-0.1),
        &["scores.E02", "-0.1", "0 to 3"],
    );
    check("/fte/E01/0", json!(-1), &["fte.E01", "-1", "below 0"]);
    check(
        "/means/E01/centralisation",
        json!(3.1),
        &["means.E01", "3.1", "0 to 3"],
    );
    check("/totals/E/process", json!(2), &["totals.E", "2", "0 to 1"]);
}

#[test]
fn a_dataset_with_unknown_areas_activities_or_answers_is_refused() {
    let check = |change: fn(&mut Value), says: &[&str]| check_refused(&network(), change, says);
    let process =
        |answers| move |file: &mut Value| file["answers"]["E01.01"]["process"] = json!(answers);
    for unknown in ["03-", "0x-", "0a-", "0 -"] {
        check_refused(
            &network(),
            process(unknown),
            &["answers.E01.01", "character", unknown],
        );
    }
    check(
        |file| file["answers"]["E01.01"]["organisation"] = json!("04-"),
        &["answers.E01.01", "character"],
    );
    check(
        |file| file["answers"]["E01.19"] = file["answers"]["E01.01"].clone(),
        &["E01.19"],
    );
    check(|file| file["answers"]["E1.1"] = json!({}), &["E1.1"]);
    let area = |file: &mut Value| file["scores"]["E12"] = file["scores"]["E01"].clone();
    check_refused(&public(), area, &["E12"]);
    check_refused(
        &public(),
        |file| file["fte"]["P19"] = json!([1, 1, 1]),
        &["P19"],
    );
}

#[test]
fn a_dataset_is_written_as_it_is_read() {
    for file in [
        public(),
        network(),
        given::json(KLK_2017),
        given::json(MODEL),
    ] {
        let dataset = read(&file);
        let again = Dataset::read(&serde_json::to_string(&dataset).unwrap()).unwrap();
        assert_eq!(again, dataset);
    }
    let column = Column {
        organisation: "0".into(),
        process: "1".into(),
        solution: "2".into(),
    };
    assert_eq!(
        Dimension::ALL.map(|dimension| column.text(dimension)),
        ["0", "1", "2"]
    );
}
