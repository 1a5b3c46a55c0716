//! Resources beside a group: rates, what stands in the way of a potential, and its range.

use kommunebenchmark::domain::assessment::Round;
use kommunebenchmark::domain::ids::{Domain, RowId};
use kommunebenchmark::domain::rating::{Organisation, Place};
use kommunebenchmark::domain::staff::{StaffKind, StaffRow};
use kommunebenchmark::peers::resources::{AreaResources, Potential, Withheld, compare};
use kommunebenchmark::peers::summary::Own;
use kommunebenchmark::peers::{Dataset, summarise};
use kommunebenchmark::scoring;
use serde_json::json;

use crate::given::{all_of, area, at, first, round, team};

/// Municipalities of 50,000 inhabitants with so many FTE on E09 each: the rate is a fifth of it.
fn dataset(kind: &str, fte: &[f64]) -> Dataset {
    let municipalities: Vec<_> = (0..fte.len())
        .map(
            |at| json!({"name": format!("Kommune {at}"), "population": 50_000, "employees": 4_000}),
        )
        .collect();
    let file = json!({
        "format": "kommunebenchmark-peers", "version": 1, "kind": kind, "id": "x", "title": "X",
        "edition": "1", "source": "x", "year": 2026, "instrument": "x", "method": [],
        "n": fte.len(), "municipalities": municipalities, "fte": {"E09": fte},
    });
    Dataset::read(&file.to_string()).unwrap()
}

/// 50,000 inhabitants, E09 answered, 5 FTE on it.
fn own() -> Round {
    let mut round = round(all_of("E09", &at(Place::Central)));
    round.profile.population = Some(50_000);
    round.staff = vec![team(1, "E09", 500)];
    round
}

fn e09(round: &Round, dataset: &Dataset) -> AreaResources {
    let summary = summarise(dataset, &Own::default());
    let found = compare(round, &scoring::score(round), &summary, false);
    let economy = found.into_iter().find(|one| one.domain == Domain::Economy);
    let mut areas = economy.unwrap().areas.into_iter();
    areas.find(|one| one.area == area("E09")).unwrap()
}

const TEN: [f64; 10] = [2.0, 2.0, 2.0, 3.0, 3.0, 3.0, 3.0, 4.0, 4.0, 4.0];

fn near(one: f64, other: f64) -> bool {
    (one - other).abs() < 1e-9
}

#[test]
fn a_rate_is_related_to_inhabitants_and_compared_with_the_groups() {
    let found = e09(&own(), &dataset("network", &TEN));
    assert_eq!(found.resources.rate, Some(1.0));
    let group = found.resources.group.clone().unwrap();
    // Mean 3 FTE, a rate of 0.6.
    assert!(near(group.mean, 0.6));
    assert!(near(found.resources.deviation.unwrap(), 0.4));
    assert!(near(found.resources.to_median.unwrap(), 0.4));
}

#[test]
fn a_potential_goes_to_the_mean_and_to_the_lower_quartile_with_a_range() {
    let found = e09(&own(), &dataset("network", &TEN)).potential.unwrap();
    // 5 FTE, mean 3, lower quartile 2.25 (KVARTIL.MEDTAG of ten values).
    assert!(near(found.to_mean.expected, 2.0));
    assert!(near(found.to_quartile.expected, 2.75));
    // Sum of squares 6, divided by 9: s = 0.8165 FTE; margin 2 s / sqrt(10) = 0.5164.
    let margin = 2.0 * (6.0_f64 / 9.0).sqrt() / 10.0_f64.sqrt();
    let Potential { low, high, .. } = found.to_mean;
    assert!(
        near(low, 2.0 - margin) && near(high, 2.0 + margin),
        "{low} {high}"
    );
    let Potential { low, high, .. } = found.to_quartile;
    assert!(near(low, 2.75 - 1.362 * margin) && near(high, 2.75 + 1.362 * margin));
}

#[test]
fn the_range_widens_with_less_answered() {
    let mut partly = round(first("E09", 4, &at(Place::Central)));
    partly.profile.population = Some(50_000);
    partly.staff = own().staff;
    let whole = e09(&own(), &dataset("network", &TEN)).potential.unwrap();
    let partly = e09(&partly, &dataset("network", &TEN)).potential.unwrap();
    let width = |one: Potential| one.high - one.low;
    // Four of five answered.
    assert!(near(width(partly.to_mean), width(whole.to_mean) / 0.8));
}

#[test]
fn a_potential_is_never_below_nothing_or_above_what_there_is() {
    let mut round = own();
    round.staff = vec![team(1, "E09", 150)];
    let found = e09(&round, &dataset("network", &TEN)).potential.unwrap();
    for one in [found.to_mean, found.to_quartile] {
        assert!(near(one.expected, 0.0));
        assert!(0.0 <= one.low && one.low <= one.high && one.high <= 1.5);
    }
}

#[test]
fn without_its_conditions_there_is_no_potential_and_the_reason_is_told() {
    let check = |round: &Round, dataset: &Dataset, why: Withheld| {
        assert_eq!(e09(round, dataset).potential, Err(why));
        assert!(!why.danish().is_empty());
    };
    let real = dataset("network", &TEN);
    check(&own(), &dataset("model", &TEN), Withheld::NotReal);
    check(
        &own(),
        &dataset("network", &TEN[..9]),
        Withheld::FewMunicipalities(9),
    );
    let mut round = own();
    round.staff.clear();
    check(&round, &real, Withheld::NoFte);
    let mut round = own();
    round.profile.population = None;
    check(&round, &real, Withheld::NoSize);
    let mut round = self::round(first("E09", 3, &at(Place::Central)));
    round.profile.population = Some(50_000);
    round.staff = own().staff;
    check(&round, &real, Withheld::LowCoverage);
}

#[test]
fn what_others_do_is_shown_and_never_read_as_efficiency() {
    let real = dataset("network", &TEN);
    let mut bought = own();
    bought.staff.push(StaffRow {
        kr: Some(400_000),
        areas: [(area("E09"), 100)].into(),
        ..StaffRow::new(RowId(2), StaffKind::Purchase)
    });
    let found = e09(&bought, &real);
    assert!(near(found.resources.purchases, 400_000.0));
    assert!(found.resources.is_done_by_others());
    assert_eq!(found.potential, Err(Withheld::DoneByOthers));
    let mut answers = all_of("E09", &at(Place::Central));
    answers[0].1.organisation = Some(Organisation::One(Place::External));
    let mut round = self::round(answers);
    round.profile.population = Some(50_000);
    round.staff = own().staff;
    let found = e09(&round, &real);
    assert!(near(found.resources.external_cases.unwrap(), 0.2));
    assert_eq!(found.potential, Err(Withheld::DoneByOthers));
}

#[test]
fn the_model_gives_the_example_everything_and_a_survey_nothing() {
    let model = Dataset::read(&crate::given::text(crate::given::MODEL)).unwrap();
    let summary = summarise(&model, &Own::default());
    let card = scoring::score(&own());
    let potential = |example| {
        let found = compare(&own(), &card, &summary, example);
        let areas = found.into_iter().flat_map(|domain| domain.areas);
        let mut of_e09 = areas.filter(|one| one.area == area("E09"));
        of_e09.next().unwrap().potential
    };
    assert!(potential(true).is_ok());
    assert_eq!(potential(false), Err(Withheld::NotReal));
    // The assumed 7 FTE of finance per 10,000 inhabitants.
    let rate = summary.domain_rates[&Domain::Economy].mean;
    assert!((6.5..7.5).contains(&rate), "{rate}");
    assert_eq!(summary.relations.domains[&Domain::Economy].len(), 40);
}
