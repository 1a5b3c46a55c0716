//! The published example: X Kommune beside the model dataset shows every figure that KLK printed.

use kommunebenchmark::danish::{format_number, round};
use kommunebenchmark::document;
use kommunebenchmark::domain::assessment::{Assessment, Municipality};
use kommunebenchmark::domain::catalogue;
use kommunebenchmark::domain::ids::{AreaId, Domain};
use kommunebenchmark::domain::rating::{Dimension, PerDimension};
use kommunebenchmark::peers::comparison::Evidence;
use kommunebenchmark::peers::summary::{Own, Statistic};
use kommunebenchmark::peers::{Comparison, Dataset, Summary, compare, summarise, synthesis};
use kommunebenchmark::scoring::{self, Scorecard};
use serde::Deserialize;

use crate::given;

/// The seed number of the committed model dataset.
const SEED: u64 = 2026;

#[derive(Deserialize)]
struct Facts {
    #[serde(rename = "E")]
    economy: Vec<Row>,
    #[serde(rename = "P")]
    payroll: Vec<Row>,
}

#[derive(Deserialize)]
struct Row {
    area: String,
    #[serde(flatten)]
    printed: PerDimension<Printed>,
}

#[derive(Deserialize)]
struct Printed {
    score: f64,
    deviation: f64,
    group_mean: f64,
}

fn facts(domain: Domain) -> (Vec<(AreaId, PerDimension<Printed>)>, PerDimension<Printed>) {
    let facts: Facts =
        serde_json::from_str(&given::text("tests/fixtures/klk-benchmark-example.json")).unwrap();
    let mut rows = match domain {
        Domain::Economy => facts.economy,
        Domain::Payroll => facts.payroll,
    };
    let total = rows.pop().unwrap();
    assert_eq!(total.area, "SAMLET");
    let areas = rows
        .into_iter()
        .map(|row| (given::area(&row.area), row.printed))
        .collect();
    (areas, total.printed)
}

fn example() -> Assessment {
    document::read(&given::text(given::EXAMPLE)).unwrap()
}

fn dataset(file: &str) -> Dataset {
    Dataset::read(&given::text(file)).unwrap()
}

fn model() -> Summary {
    summarise(&dataset(given::MODEL), &Own::default())
}

fn compared(assessment: &Assessment) -> (Scorecard, Comparison) {
    let scorecard = scoring::score(assessment.current().unwrap());
    let comparison = compare(&scorecard, &model(), assessment.example);
    (scorecard, comparison)
}

fn check(place: &str, dimension: Dimension, shown: Option<f64>, printed: f64) {
    let shown = shown.map(|value| format_number(value, 1));
    assert_eq!(
        shown,
        Some(format_number(printed, 1)),
        "{place} {dimension:?}"
    );
}

#[test]
fn x_kommune_gets_every_printed_score() {
    let (scorecard, _) = compared(&example());
    for domain in Domain::ALL {
        let (areas, total) = facts(domain);
        let score = scorecard.domain(domain).unwrap();
        assert_eq!(areas.len(), score.areas.len());
        for dimension in Dimension::ALL {
            for (area, printed) in &areas {
                let shown = scorecard.area(*area).unwrap().score(dimension);
                check(
                    &area.to_string(),
                    dimension,
                    shown,
                    printed.get(dimension).score,
                );
            }
            check(
                "Samlet",
                dimension,
                *score.total.get(dimension),
                total.get(dimension).score,
            );
        }
    }
}

#[test]
fn x_kommune_gets_every_printed_deviation_from_the_model_dataset() {
    let (_, comparison) = compared(&example());
    assert_eq!(comparison.evidence, Evidence::Demonstration);
    for domain in Domain::ALL {
        let (areas, total) = facts(domain);
        let shown = comparison.domain(domain).unwrap();
        for dimension in Dimension::ALL {
            for ((area, printed), row) in areas.iter().zip(&shown.areas) {
                assert_eq!(row.area, *area);
                let deviation = *row.beside.deviation.get(dimension);
                check(
                    &area.to_string(),
                    dimension,
                    deviation,
                    printed.get(dimension).deviation,
                );
            }
            let deviation = *shown.total.deviation.get(dimension);
            check(
                "Samlet",
                dimension,
                deviation,
                total.get(dimension).deviation,
            );
        }
    }
}

#[test]
fn x_kommune_has_answered_everything_and_has_a_staff_sheet() {
    let assessment = example();
    let (scorecard, _) = compared(&assessment);
    assert_eq!(scorecard.coverage().answered, 300);
    assert!(assessment.example && assessment.municipality.unwrap().code.is_none());
    for domain in &scorecard.domains {
        for area in &domain.areas {
            assert!(area.fte.is_some_and(|fte| fte > 0.0), "{}", area.area);
            assert!(!area.estimated);
        }
    }
}

#[test]
fn the_example_gets_its_numbers_by_the_rules_that_hold_for_all() {
    let example = example();
    let mut other = example.clone();
    other.id = "any".to_owned();
    other.example = false;
    other.municipality = Some(Municipality::new(Some(101), "København"));
    let (scorecard, comparison) = compared(&example);
    let (others_scorecard, others_comparison) = compared(&other);
    assert_eq!(scorecard, others_scorecard);
    let deviations = |comparison: &Comparison| -> Vec<_> {
        let areas = comparison.domains.iter().flat_map(|domain| &domain.areas);
        areas.map(|area| area.beside.deviation).collect()
    };
    assert_eq!(deviations(&comparison), deviations(&others_comparison));
    assert_eq!(others_comparison.evidence, Evidence::Invented);
}

fn check_means(summary: &Summary, mut check: impl FnMut(&str, Dimension, Statistic, f64)) {
    for domain in Domain::ALL {
        let (areas, total) = facts(domain);
        for dimension in Dimension::ALL {
            for (area, printed) in &areas {
                let mean = summary.areas[area].get(dimension).clone().unwrap();
                check(
                    &area.to_string(),
                    dimension,
                    mean,
                    printed.get(dimension).group_mean,
                );
            }
            let mean = summary.totals[&domain].get(dimension).clone().unwrap();
            check("Samlet", dimension, mean, total.get(dimension).group_mean);
        }
    }
}

#[test]
fn the_means_of_the_model_dataset_round_to_the_published_means() {
    check_means(&model(), |place, dimension, statistic, published| {
        check(place, dimension, Some(statistic.mean), published);
        assert_eq!(statistic.n, Some(40), "{place}");
    });
}

#[test]
fn the_shipped_dataset_is_the_published_means_and_claims_no_number_of_municipalities() {
    let summary = summarise(&dataset(given::KLK_2017), &Own::default());
    check_means(&summary, |place, dimension, statistic, published| {
        let same = (statistic.mean - published).abs() < f64::EPSILON;
        assert!(
            same,
            "{place} {dimension:?}: {} {published}",
            statistic.mean
        );
        assert_eq!(statistic.n, None, "{place}");
    });
    assert_eq!(summary.areas.len(), 29);
}

#[test]
fn the_published_means_are_the_printed_scores_minus_the_printed_deviations() {
    for domain in Domain::ALL {
        let (areas, total) = facts(domain);
        let rows = areas.iter().map(|(area, row)| (area.to_string(), row));
        for (place, row) in rows.chain([("Samlet".to_owned(), &total)]) {
            for dimension in Dimension::ALL {
                let Printed {
                    score,
                    deviation,
                    group_mean,
                } = *row.get(dimension);
                let derived = round(score - deviation, 1);
                assert!((derived - group_mean).abs() < 1e-9, "{place} {dimension:?}");
            }
        }
    }
}

#[test]
fn the_committed_model_dataset_is_what_the_assumptions_and_the_seed_number_give() {
    let made = synthesis::synthesize(&synthesis::assumptions(), SEED);
    let committed = given::text(given::MODEL);
    assert!(
        serde_json::to_string(&made).unwrap() == committed.trim_end(),
        "run: kommunebenchmark-cli peers synthesize --seed {SEED} > {}",
        given::MODEL
    );
    let other = synthesis::synthesize(&synthesis::assumptions(), SEED + 1);
    assert_ne!(made.answers, other.answers);
}

/// FTE of a domain in each municipality of the model dataset.
fn fte_of(model: &Dataset, domain: Domain) -> Vec<f64> {
    (0..model.municipalities.len())
        .map(|index| {
            catalogue::areas_of(domain)
                .map(|area| model.fte[&area.id][index].unwrap())
                .sum()
        })
        .collect()
}

fn mean(values: &[f64]) -> f64 {
    scoring::mean(values.iter().copied()).unwrap()
}

#[test]
fn central_payroll_in_the_model_dataset_serves_371_to_510_employees_per_fte() {
    let model = dataset(given::MODEL);
    let per_fte: Vec<f64> = fte_of(&model, Domain::Payroll)
        .into_iter()
        .zip(&model.municipalities)
        .map(|(fte, peer)| f64::from(peer.employees.unwrap()) / (fte * 0.55))
        .collect();
    // With 12 % of noise on every municipality, ten of them are near their mean.
    let (smallest, largest) = (mean(&per_fte[..10]), mean(&per_fte[30..]));
    assert!((371.0..425.0).contains(&smallest), "{smallest}");
    assert!((455.0..530.0).contains(&largest), "{largest}");
    assert!(per_fte.iter().all(|value| (250.0..750.0).contains(value)));
}

#[test]
fn finance_in_the_model_dataset_has_about_seven_fte_per_10_000_inhabitants() {
    let model = dataset(given::MODEL);
    let per_10_000: Vec<f64> = fte_of(&model, Domain::Economy)
        .into_iter()
        .zip(&model.municipalities)
        .map(|(fte, peer)| fte * 10_000.0 / f64::from(peer.population.unwrap()))
        .collect();
    let mean = mean(&per_10_000);
    assert!((6.6..7.4).contains(&mean), "{mean}");
    assert!(per_10_000.iter().all(|value| (4.0..10.5).contains(value)));
}

#[test]
fn the_model_dataset_names_no_real_municipality_or_system() {
    let model = dataset(given::MODEL);
    for peer in &model.municipalities {
        assert!(peer.name.starts_with("Modelkommune "), "{}", peer.name);
        assert_eq!((peer.code, &peer.contribution_id), (None, &None));
        for system in [&peer.economy_system, &peer.payroll_system] {
            assert!(["A", "B", "C"].contains(&system.as_deref().unwrap()));
        }
    }
}
