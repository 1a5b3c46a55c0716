//! Comparison groups: who is in each, which kind of dataset has it, and the statistics of a group
//! against another implementation.

use std::collections::BTreeSet;

use kommunebenchmark::domain::assessment::{Assessment, Municipality};
use kommunebenchmark::domain::ids::Domain;
use kommunebenchmark::domain::profile::{EconomySystem, PayrollSystem};
use kommunebenchmark::domain::rating::{Dimension, Place};
use kommunebenchmark::peers::comparison::{Evidence, Rank};
use kommunebenchmark::peers::distribution::of_sorted;
use kommunebenchmark::peers::group::{Aspect, Group, Grouping, Members, NoGroup, members, usual};
use kommunebenchmark::peers::summary::Own;
use kommunebenchmark::peers::{Dataset, Kind, compare, summarise_groups};
use kommunebenchmark::scoring;
use proptest::prelude::*;
use serde_json::json;

use crate::given::{self, KLK_2017, MODEL, all_of, area, at, round};

/// Six municipalities by name; the fourth is the own one. E01 is answered by all.
fn network() -> Dataset {
    let row = |name: &str, code: u16, population: u32, employees: Option<u32>, system: &str| {
        json!({
            "name": name, "code": code, "population": population, "employees": employees,
            "economy_system": system, "payroll_system": "SD Løn (Silkeborg Data)",
            "group": if code < 300 { "Hovedstadskommuner" } else { "Oplandskommuner" },
        })
    };
    let file = json!({
        "format": "kommunebenchmark-peers", "version": 1, "kind": "network", "id": "net",
        "title": "Netværk", "edition": "1", "source": "KL", "year": 2026,
        "instrument": "Aktivitetskatalog 2026.1", "method": [], "n": 6,
        "municipalities": [
            row("Greve", 253, 50_000, Some(4_000), "Prisme"),
            row("Lemvig", 665, 20_000, Some(1_600), "Prisme"),
            row("Aalborg", 851, 220_000, Some(18_000), "KMD Opus Økonomi"),
            row("Favrskov", 710, 48_000, Some(3_900), "Prisme"),
            row("Tønder", 550, 37_000, Some(3_000), "KMD Opus Økonomi"),
            row("Roskilde", 265, 91_000, Some(7_000), "andet"),
        ],
        "answers": {
            "E01.01": {"organisation": "0123x-", "process": "012012", "solution": "222222"},
        },
    });
    Dataset::read(&file.to_string()).unwrap()
}

/// Favrskov, as its survey would tell.
fn own() -> Own {
    let mut assessment = Assessment::new("own".to_owned(), 2026);
    assessment.municipality = Some(Municipality::new(Some(710), "Favrskov"));
    let mut round = round([]);
    round.profile.population = Some(48_000);
    round.profile.employees = Some(3_900);
    round.profile.economy_system = Some(EconomySystem::Prisme);
    round.profile.payroll_system = Some(PayrollSystem::SdLoen);
    Own::of(&assessment, &round)
}

fn names(dataset: &Dataset, found: Result<Members, NoGroup>) -> Vec<String> {
    let name = |place: usize| dataset.municipalities[place].name.clone();
    found.unwrap().places.into_iter().map(name).collect()
}

#[test]
fn each_group_has_its_members_and_never_the_own_municipality() {
    let (dataset, own) = (network(), own());
    let check = |group: Group, domain, expected: &[&str]| {
        let found = members(&dataset, &own, &group, domain);
        assert_eq!(names(&dataset, found), expected, "{group:?}");
    };
    let economy = Domain::Economy;
    let all = ["Greve", "Lemvig", "Aalborg", "Tønder", "Roskilde"];
    check(Group::All, economy, &all);
    check(Group::SameSystem, economy, &["Greve", "Lemvig"]);
    check(Group::SameSystem, Domain::Payroll, &all);
    // 40,000 to 59,999 inhabitants.
    check(Group::SameSize, economy, &["Greve"]);
    check(Group::SameType, economy, &["Lemvig", "Aalborg", "Tønder"]);
    check(Group::Nearest(3), economy, &["Greve", "Tønder", "Roskilde"]);
    check(Group::Nearest(99), economy, &all);
    let picked = Group::Picked(["Greve".to_owned(), "Favrskov".to_owned()].into());
    check(picked, economy, &["Greve"]);
}

#[test]
fn nearness_counts_employees_only_where_everybodys_are_known() {
    let mut dataset = network();
    let own = own();
    // By inhabitants alone Tønder (37,000) is nearer than Roskilde (91,000); with employees like
    // the own ones Roskilde would be the nearest but Greve.
    dataset.municipalities[5].employees = Some(3_900);
    dataset.municipalities[4].employees = Some(300);
    let of = |dataset: &Dataset| {
        names(
            dataset,
            members(dataset, &own, &Group::Nearest(2), Domain::Economy),
        )
    };
    assert_eq!(of(&dataset), ["Greve", "Roskilde"]);
    dataset.municipalities[2].employees = None;
    assert_eq!(of(&dataset), ["Greve", "Tønder"]);
}

#[test]
fn a_group_that_cannot_be_made_says_why() {
    let (dataset, own) = (network(), own());
    let check = |own: &Own, group: Group, why| {
        assert_eq!(members(&dataset, own, &group, Domain::Economy), Err(why));
    };
    check(&Own::default(), Group::SameSystem, NoGroup::OwnUnknown);
    check(&Own::default(), Group::SameSize, NoGroup::OwnUnknown);
    check(&Own::default(), Group::Nearest(5), NoGroup::OwnUnknown);
    check(&own, Group::Picked(BTreeSet::new()), NoGroup::NobodyPicked);
    let mut assessment = Assessment::new("own".to_owned(), 2026);
    assessment.municipality = None;
    let mut round = round([]);
    round.profile.economy_system = Some(EconomySystem::Other("Navision".to_owned()));
    // Roskilde's "andet" need not be Navision.
    let other = Own::of(&assessment, &round);
    check(&other, Group::SameSystem, NoGroup::SystemNotNamed);
    for why in [
        NoGroup::NotInDataset,
        NoGroup::OwnUnknown,
        NoGroup::SystemNotNamed,
        NoGroup::NobodyPicked,
    ] {
        assert!(why.danish().ends_with('.'));
    }
}

#[test]
fn municipalities_whose_fact_is_unknown_are_counted_and_left_out() {
    let mut dataset = network();
    dataset.municipalities[0].economy_system = None;
    let found = members(&dataset, &own(), &Group::SameSystem, Domain::Economy).unwrap();
    assert_eq!((found.places, found.unknown), (vec![1], 1));
    for peer in &mut dataset.municipalities {
        peer.economy_system = None;
    }
    let found = members(&dataset, &own(), &Group::SameSystem, Domain::Economy);
    assert_eq!(found, Err(NoGroup::NotInDataset));
}

#[test]
fn each_kind_of_dataset_allows_its_groups() {
    let picked = Group::Picked(BTreeSet::new());
    let groups = [
        Group::All,
        Group::SameSystem,
        Group::SameSize,
        Group::SameType,
        Group::Nearest(5),
        picked,
    ];
    let allowed = |kind| groups.each_ref().map(|group| group.is_allowed(kind));
    assert_eq!(
        allowed(Kind::DerivedExample),
        [true, false, false, false, false, false]
    );
    assert_eq!(allowed(Kind::Model), [true, false, true, false, true, true]);
    assert_eq!(
        allowed(Kind::Public),
        [true, true, true, true, false, false]
    );
    assert_eq!(allowed(Kind::Network), [true; 6]);
}

#[test]
fn the_digital_degrees_are_compared_on_the_same_system_where_five_have_it() {
    let both = Domain::ALL.into_iter().collect();
    let dataset = network();
    // Two on Prisme are too few.
    assert_eq!(usual(&dataset, &own(), &both), Grouping::default());
    let payroll = [Domain::Payroll].into();
    let grouping = usual(&dataset, &own(), &payroll);
    assert_eq!(grouping.organisation, Group::All);
    assert_eq!(grouping.digitalisation, Group::SameSystem);
    let model = Dataset::read(&given::text(MODEL)).unwrap();
    assert_eq!(usual(&model, &own(), &both), Grouping::default());
}

#[test]
fn each_aspect_is_summarised_over_its_own_group() {
    let dataset = network();
    let grouping = Grouping {
        organisation: Group::All,
        digitalisation: Group::SameSystem,
    };
    let summary = summarise_groups(&dataset, &own(), &grouping);
    let of = |dimension: Dimension| {
        let statistic = summary.areas[&area("E01")].get(dimension).clone().unwrap();
        (statistic.mean, statistic.n, statistic.values.to_vec())
    };
    // 0, 1, 2, external; Roskilde has not answered, Favrskov is the own one.
    let (mean, n, values) = of(Dimension::Centralisation);
    assert_eq!((mean, n), (6.0 / 4.0, Some(4)));
    assert_eq!(values, [0.0, 1.0, 2.0, 3.0]);
    // Greve and Lemvig: manual and partly.
    assert_eq!(of(Dimension::Process).2, [0.0, 0.5]);
    let group = summary.group(Domain::Economy, Dimension::Process).unwrap();
    assert_eq!(group.title, "Samme økonomisystem (Prisme)");
    assert_eq!(group.n, Some(2));
    let bars = &summary.answers[&given::activity("E01.01")].bars;
    let counts = |dimension| {
        let histogram = bars.get(dimension).clone().unwrap();
        histogram
            .bars
            .into_iter()
            .map(Option::unwrap)
            .collect::<Vec<_>>()
    };
    assert_eq!(counts(Dimension::Centralisation), [1, 1, 1, 0, 1]);
    assert_eq!(counts(Dimension::Process), [1, 1, 0]);
}

#[test]
fn published_means_have_one_group_and_no_spread() {
    let dataset = Dataset::read(&given::text(KLK_2017)).unwrap();
    let same = Grouping::same(Group::SameSystem);
    let summary = summarise_groups(&dataset, &own(), &same);
    let none = &summary.groups[&(Domain::Economy, Aspect::Organisation)].none;
    assert_eq!(*none, Some(NoGroup::NotInDataset));
    assert!(summary.areas[&area("E01")].centralisation.is_none());
    let summary = summarise_groups(&dataset, &own(), &Grouping::default());
    let statistic = summary.areas[&area("E01")].centralisation.clone().unwrap();
    assert_eq!((statistic.median(), statistic.spread()), (None, None));
}

#[test]
fn a_place_counts_those_with_more_and_shares_what_is_the_same() {
    let of = |own, values: &[f64]| Rank::of(own, values).map(|rank| (rank.place, rank.of));
    let values = [0.1, 0.2, 0.3, 0.4, 0.5];
    assert_eq!(of(0.6, &values), Some((1, 6)));
    assert_eq!(of(0.5, &values), Some((1, 6)));
    assert_eq!(of(0.45, &values), Some((2, 6)));
    assert_eq!(of(0.0, &values), Some((6, 6)));
    // A contribution carries four decimals; a third is a third.
    assert_eq!(of(1.0 / 3.0, &[0.0, 0.1, 0.2, 0.3333, 0.9]), Some((2, 6)));
    assert_eq!(of(0.6, &values[..4]), None, "four are too few");
}

#[test]
fn nothing_is_found_beside_what_is_invented_or_measured_otherwise() {
    let model = Dataset::read(&given::text(MODEL)).unwrap();
    let summary = summarise_groups(&model, &Own::default(), &Grouping::default());
    let card = scoring::score(&round(all_of("E09", &at(Place::Central))));
    let rank = |example| {
        let comparison = compare(&card, &summary, example);
        let areas = &comparison.domain(Domain::Economy).unwrap().areas;
        let e09 = areas.iter().find(|one| one.area == area("E09")).unwrap();
        assert!(e09.beside.to_median.centralisation.is_some());
        assert_eq!(e09.beside.rank.centralisation, None, "no good or bad end");
        e09.beside.rank.process
    };
    assert!(rank(true).is_some());
    assert_eq!(rank(false), None);
    let allows = |evidence: Evidence| evidence.allows_findings();
    assert!(allows(Evidence::Finding) && allows(Evidence::Demonstration));
    assert!(!allows(Evidence::Orientation) && !allows(Evidence::Invented));
}

/// Quartiles by their definition: at `(n - 1) q` on the line through the values in order.
fn by_definition(values: &[f64], q: f64) -> f64 {
    let mut sorted = values.to_vec();
    sorted.sort_by(|one, other| one.partial_cmp(other).unwrap());
    #[allow(clippy::cast_precision_loss)]
    let at = (sorted.len() - 1) as f64 * q;
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)]
    let low = at.floor() as usize;
    let next = sorted.get(low + 1).copied().unwrap_or(sorted[low]);
    sorted[low] + at.fract() * (next - sorted[low])
}

proptest! {
    #[test]
    fn statistics_are_those_of_another_implementation(
        values in prop::collection::vec(0.0_f64..3.0, 1..60)
    ) {
        let mut sorted = values.clone();
        sorted.sort_unstable_by(f64::total_cmp);
        let found = of_sorted(&sorted).unwrap();
        let near = |one: f64, other: f64| (one - other).abs() < 1e-12;
        prop_assert!(near(found.lower_quartile, by_definition(&values, 0.25)));
        prop_assert!(near(found.median, by_definition(&values, 0.5)));
        prop_assert!(near(found.upper_quartile, by_definition(&values, 0.75)));
        let n = values.len();
        #[allow(clippy::cast_precision_loss)]
        let mean = values.iter().sum::<f64>() / n as f64;
        prop_assert!(near(found.mean, mean));
        prop_assert_eq!(found.n, n);
        prop_assert!(found.smallest <= found.lower_quartile && found.upper_quartile <= found.largest);
    }
}

#[test]
fn the_value_of_the_own_bounds_is_the_worst_and_best_case() {
    let mut answers = given::first("E09", 2, &at(Place::Department));
    let (id, _) = answers[1];
    answers[1] = (id, at(Place::Central));
    let card = scoring::score(&round(answers));
    let score = card.area(area("E09")).unwrap();
    // Five activities: 2 + 3 answered, three open, each 0 to 3.
    assert_eq!(given::number_of_activities("E09"), 5);
    assert_eq!(score.bounds(Dimension::Centralisation), Some((1.0, 2.8)));
    assert_eq!(score.bounds(Dimension::Process), Some((0.0, 0.6)));
    let whole = scoring::score(&round(all_of("E09", &at(Place::Central))));
    let whole = whole.area(area("E09")).unwrap();
    assert_eq!(whole.bounds(Dimension::Centralisation), Some((3.0, 3.0)));
}
