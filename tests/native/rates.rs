//! FTE in relation to size: computed where the size is told, and telling nobody the size where it is
//! not.

use kommunebenchmark::domain::catalogue;
use kommunebenchmark::domain::ids::Domain;
use kommunebenchmark::domain::municipality::MUNICIPALITIES;
use kommunebenchmark::peers::Dataset;
use kommunebenchmark::peers::anonymity::shown_rate;
use kommunebenchmark::peers::classes::Classes;
use kommunebenchmark::scoring;
use serde_json::{Value, json};

use crate::cli::{call, temporary};
use crate::given::{self, MODEL, area};
use crate::schema::{shared, valid};

/// Three municipalities, of which the third tells no size.
fn file(kind: &str, more: &Value) -> Value {
    let mut file = json!({
        "format": "kommunebenchmark-peers", "version": 1, "kind": kind, "id": "a", "title": "A",
        "edition": "1", "source": "KL", "year": 2026, "instrument": "Katalog", "method": [], "n": 3,
        "municipalities": [
            {"name": "A", "population": 50_000, "employees": 4_000},
            {"name": "B", "population": 20_000, "employees": 0},
            {"name": "C"},
        ],
    });
    for (key, value) in more.as_object().unwrap() {
        file[key] = value.clone();
    }
    file
}

fn read(file: &Value) -> Dataset {
    valid(shared("peers"), "dataset", file);
    Dataset::read(&file.to_string()).unwrap()
}

/// The same numbers for every area of finance.
fn all_of_finance(values: &Value) -> Value {
    catalogue::areas_of(Domain::Economy)
        .map(|area| (area.id.to_string(), values.clone()))
        .collect::<serde_json::Map<_, _>>()
        .into()
}

#[test]
fn rates_are_computed_of_fte_and_size_where_both_are_known() {
    let fte = json!({"E01": [3, 1.5, 2], "P01": [2, 1, 4], "E02": [null, 1, null]});
    let dataset = read(&file("network", &json!({"fte": fte})));
    let rates = |id| dataset.area_rates(area(id));
    assert_eq!(rates("E01"), [Some(0.6), Some(0.75), None]);
    assert_eq!(rates("P01"), [Some(0.5), None, None]);
    assert_eq!(rates("E02"), [None, Some(0.5), None]);
    assert_eq!(rates("E03"), [None; 3]);
}

#[test]
fn published_rates_are_taken_as_they_are() {
    let more = json!({
        "rates": {"E01": [0.65, null, 1.1]},
        "rate_totals": {"E": [7.1, null, 6]},
    });
    let dataset = read(&file("public", &more));
    assert_eq!(
        dataset.area_rates(area("E01")),
        [Some(0.65), None, Some(1.1)]
    );
    assert_eq!(
        dataset.domain_rates(Domain::Economy),
        [Some(7.1), None, Some(6.0)]
    );
    assert_eq!(dataset.domain_rates(Domain::Payroll), [None; 3]);
    let text = serde_json::to_string(&dataset).unwrap();
    assert_eq!(Dataset::read(&text), Ok(dataset));
}

#[test]
fn what_a_dataset_holds_is_told_with_its_unit() {
    let more = json!({"rates": {"P01": [0.5, 0.7, 0.6]}, "rate_totals": {"E": [7.1, 6.9, 7]}});
    let path = temporary("rates.json", file("public", &more).to_string());
    let told = call(&["peers", "inspect", &path]).out;
    let cells = |start: &str| {
        let line = told.lines().find(|line| line.starts_with(start));
        let line = line.unwrap_or_else(|| panic!("{start}: {told}"));
        line[start.len()..].split_whitespace().collect::<Vec<_>>()
    };
    assert_eq!(cells("P01   FTE/1,000 empl.")[..2], ["3", "0,60"]);
    assert_eq!(cells("E     FTE/10,000 inh.")[..2], ["3", "7,00"]);
}

#[test]
fn the_rate_of_a_domain_is_its_total_else_the_sum_of_all_its_areas() {
    let finance = |fte: Value| {
        let more = json!({"fte": all_of_finance(&json!([2, 1, 1])), "fte_totals": fte});
        read(&file("network", &more)).domain_rates(Domain::Economy)
    };
    // 11 areas with 2 FTE of 50,000 inhabitants, and with 1 of 20,000; a total of 25 FTE.
    let near = |found: &[Option<f64>], expected: [f64; 2]| {
        for (found, expected) in found.iter().zip(expected) {
            assert!((found.unwrap() - expected).abs() < 1e-9, "{found:?}");
        }
        assert_eq!(found[2], None);
    };
    near(&finance(json!({})), [4.4, 5.5]);
    near(&finance(json!({"E": [25, null, 9]})), [5.0, 5.5]);
    let mut areas = all_of_finance(&json!([2, 1, 1]));
    areas["E07"] = json!([null, 1, 1]);
    let dataset = read(&file("network", &json!({"fte": areas})));
    let rates = dataset.domain_rates(Domain::Economy);
    assert_eq!((rates[0], rates[1].is_some()), (None, true));
}

#[test]
fn every_model_municipality_has_rates_and_finance_about_7_per_10_000_inhabitants() {
    let dataset = Dataset::read(&given::text(MODEL)).unwrap();
    for one in &catalogue::AREAS {
        assert!(dataset.area_rates(one.id).iter().all(Option::is_some));
    }
    let mean = |domain| {
        let rates = dataset.domain_rates(domain);
        assert_eq!(rates.iter().flatten().count(), 40);
        scoring::mean(rates.into_iter().flatten()).unwrap()
    };
    let (finance, payroll) = (mean(Domain::Economy), mean(Domain::Payroll));
    assert!((6.6..7.4).contains(&finance), "{finance}");
    // 371 to 510 employees per central FTE, which are 55 %: 3.6 to 4.9 per 1,000.
    assert!((3.6..4.9).contains(&payroll), "{payroll}");
}

#[test]
fn a_dataset_with_wrong_rates_is_refused() {
    let check = |more: Value, says: &str, by_schema: bool| {
        let file = file("network", &more);
        assert_eq!(shared("peers").is_valid(&file), !by_schema, "{more}");
        let error = Dataset::read(&file.to_string()).unwrap_err().to_string();
        assert!(error.starts_with(says), "{error} is not {says}");
    };
    let three = json!([1, 1, 1]);
    check(
        json!({"rates": {"E01": [1, 1]}}),
        "rates.E01: 2 values for 3",
        false,
    );
    check(
        json!({"rates": {"E01": [1, -0.1, 1]}}),
        "rates.E01: -0.1 is below 0",
        true,
    );
    check(
        json!({"rates": {"E12": three}}),
        "there is no area E12",
        true,
    );
    check(
        json!({"fte": {"E01": three}, "rates": {"E01": three}}),
        "rates.E01: FTE are given too",
        false,
    );
    for name in ["fte_totals", "rate_totals"] {
        let of = |values: Value| json!({name: {"P": values}});
        check(of(json!([1])), &format!("{name}.P: 1 values for 3"), false);
        check(of(json!([1, -1, 1])), &format!("{name}.P: -1"), true);
        check(json!({name: {"X": three}}), "unknown variant", true);
    }
    check(
        json!({"fte_totals": {"E": three}, "rate_totals": {"E": three}}),
        "rate_totals.E: FTE are given too",
        false,
    );
    // An area may have FTE and another rates.
    let both = json!({"fte": {"E01": three}, "rates": {"E02": three}});
    read(&file("network", &both));
}

fn classes(map: &Value) -> Classes {
    serde_json::from_value(map.clone()).unwrap()
}

#[test]
fn a_rate_is_shown_in_steps_and_only_if_it_tells_no_more_of_the_size_than_the_class() {
    let check = |shown: Value, domain, hundredths, expected| {
        let found = shown_rate(hundredths, domain, &classes(&shown));
        assert_eq!(found, expected, "{shown} {hundredths}");
    };
    // 1 FTE of 40,000 inhabitants is 0.25.
    let middle = || json!({"population": "from_40000"});
    check(middle(), Domain::Economy, 24, None);
    check(middle(), Domain::Economy, 25, Some(25));
    check(middle(), Domain::Economy, 27, Some(25));
    check(middle(), Domain::Economy, 28, Some(30));
    check(middle(), Domain::Economy, 98, Some(100));
    check(middle(), Domain::Economy, 704, Some(700));
    check(middle(), Domain::Economy, 705, Some(710));
    // 1 FTE of 100,000 is 0.1; a row that shows no class may have 10,000.
    let largest = json!({"population": "from_100000"});
    check(largest.clone(), Domain::Economy, 9, None);
    check(largest, Domain::Economy, 10, Some(10));
    check(json!({}), Domain::Economy, 99, None);
    check(json!({}), Domain::Economy, 100, Some(100));
    check(
        json!({"population": "under_20000"}),
        Domain::Economy,
        99,
        None,
    );
    // 1 FTE of 3,000 employees is 0.333, of 750 it is 1.333.
    check(middle(), Domain::Payroll, 33, None);
    check(middle(), Domain::Payroll, 34, Some(35));
    check(json!({}), Domain::Payroll, 133, None);
    check(json!({}), Domain::Payroll, 134, Some(130));
    let larger = json!({"population": "from_40000", "employees": "from_4500"});
    check(larger, Domain::Payroll, 23, Some(25));
}

/// How many rates of 11 areas, each a whole number of tenths of an FTE.
fn tenths_of(seed: u32) -> Vec<u32> {
    (0..11_u32)
        .map(|area| 10 + (seed + area).wrapping_mul(2_654_435_761) % 50)
        .collect()
}

fn hundredths(tenths: u32, population: u32) -> u32 {
    let population = u64::from(population);
    let hundredths = (u64::from(tenths) * 100_000 + population / 2) / population;
    u32::try_from(hundredths).unwrap()
}

/// How many of these numbers of inhabitants make whole tenths of an FTE of every rate.
fn that_fit(populations: &[u32], rates: &[u32], shown: impl Fn(u32) -> Option<u32>) -> usize {
    let fits = |population: u32, rate: u32| {
        let from = u64::from(rate.saturating_sub(10)) * u64::from(population) / 100_000;
        let from = u32::try_from(from).unwrap().max(10);
        let all = from..from + population / 5_000 + 3;
        all.into_iter()
            .any(|tenths| shown(hundredths(tenths, population)) == Some(rate))
    };
    populations
        .iter()
        .filter(|&&population| rates.iter().all(|&rate| fits(population, rate)))
        .count()
}

#[test]
fn who_knows_all_numbers_of_inhabitants_finds_none_by_whole_tenths_of_an_fte() {
    let class_of = |population: u32| match population {
        ..20_000 => "under_20000",
        20_000..40_000 => "from_20000",
        40_000..60_000 => "from_40000",
        60_000..100_000 => "from_60000",
        _ => "from_100000",
    };
    let all: Vec<u32> = MUNICIPALITIES.iter().map(|one| one.population).collect();
    let (mut tried, mut found_by_two_decimals) = (0, 0);
    for (seed, &population) in (0..).zip(&all).filter(|&(_, &one)| one >= 10_000) {
        let class = class_of(population);
        let candidates: Vec<u32> = all
            .iter()
            .copied()
            .filter(|&one| one >= 10_000 && class_of(one) == class)
            .collect();
        let exact: Vec<u32> = tenths_of(seed)
            .into_iter()
            .map(|tenths| hundredths(tenths, population))
            .collect();
        let shown = |rate| {
            shown_rate(
                rate,
                Domain::Economy,
                &classes(&json!({"population": class})),
            )
        };
        let rates: Vec<u32> = exact.iter().filter_map(|&rate| shown(rate)).collect();
        let n = that_fit(&candidates, &rates, shown);
        assert!(n >= 3, "{population}: {n} of {}", candidates.len());
        tried += 1;
        found_by_two_decimals += usize::from(that_fit(&candidates, &exact, Some) == 1);
    }
    assert_eq!(tried, 94);
    // Why the steps are needed.
    assert!(found_by_two_decimals > 30, "{found_by_two_decimals}");
}
