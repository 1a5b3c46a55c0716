//! Datasets of real municipalities: nothing in a public one can be traced to a municipality,
//! nobody is named in a network without consent, and nobody is lost without a word.

use std::collections::BTreeMap;

use kommunebenchmark::document::handed::{self, Content, Handed};
use kommunebenchmark::document::{self, contribution};
use kommunebenchmark::domain::ids::{AreaId, Domain, RoundId};
use kommunebenchmark::domain::rating::{Degree, Dimension, PerDimension, Place};
use kommunebenchmark::peers::anonymity::shown_bars;
use kommunebenchmark::peers::build::{Builder, Naming, Reason, Report, Title, TooFew};
use kommunebenchmark::peers::comparison::Evidence;
use kommunebenchmark::peers::contribution::{
    ActivityContribution, AreaContribution, Contribution, Named, Network, consent,
};
use kommunebenchmark::peers::dataset::Peer;
use kommunebenchmark::peers::summary::Own;
use kommunebenchmark::peers::{Dataset, Kind, compare, summarise};
use kommunebenchmark::scoring;
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::json;

use crate::cli::{call, temporary};
use crate::contribution::{ID, full, greve, handover, marked};
use crate::given::{activity, all_of, any_degree, any_organisation, area, at, round, shares};
use crate::schema::{shared, valid};

fn title(naming: Naming) -> Title {
    Title {
        naming,
        id: "kl-2026".to_owned(),
        title: "Kommuner 2026".to_owned(),
        edition: "1".to_owned(),
        source: "KL".to_owned(),
        year: 2026,
    }
}

fn build(naming: Naming, contributions: &[Contribution]) -> Result<(Dataset, Report), Box<TooFew>> {
    let mut builder = Builder::new(title(naming));
    for (index, one) in contributions.iter().enumerate() {
        builder.add(&format!("{index}.json"), one);
    }
    builder.finish()
}

fn public(contributions: &[Contribution]) -> (Dataset, Report) {
    build(Naming::Anonymous, contributions).unwrap()
}

fn id(number: usize) -> String {
    format!("{number:016x}")
}

/// Greve's contribution under another id.
fn like_greve(number: usize, place: Place) -> Contribution {
    let survey = greve(round(all_of("E08", &at(place))));
    Contribution::of(&survey, &handover(&id(number))).unwrap().0
}

prop_compose! {
    fn any_area_contribution()(
        centralisation in 0_u16..=30_000,
        process in 0_u16..=10_000,
        rate in option::of(10_u32..300),
    ) -> AreaContribution {
        AreaContribution {
            scores: PerDimension {
                centralisation: f64::from(centralisation) / 10_000.0,
                process: f64::from(process) / 10_000.0,
                solution: 0.5,
            },
            coverage: 1.0,
            fte: None,
            rate: rate.map(|hundredths| f64::from(hundredths) / 100.0),
        }
    }
}

prop_compose! {
    fn any_activity_contribution()(
        organisation in option::of(any_organisation()),
        process in option::of(any_degree()),
        solution in option::of(any_degree()),
    ) -> ActivityContribution {
        ActivityContribution { organisation, process, solution, ..ActivityContribution::default() }
    }
}

/// Random classes, areas and answers; ids are given when several are put together.
fn any_contribution() -> impl Strategy<Value = Contribution> {
    let class = |codes: &'static [&'static str]| option::of(select(codes));
    let classes = (
        class(&["under_20000", "from_20000", "from_100000"]),
        class(&["capital", "city"]),
        class(&["opus", "prisme", "other"]),
        class(&["opus_loen", "other"]),
        class(&["under_1500", "from_7500"]),
    );
    let areas = option::of(any_area_contribution());
    let answers = proptest::collection::vec(any_activity_contribution(), 2);
    let total = option::of(300_u32..2_000);
    let all = (classes, areas, any_area_contribution(), answers, total);
    all.prop_map(|(classes, e01, e08, answers, total)| {
        let mut one = like_greve(0, Place::Central);
        let keys = [
            "population",
            "group",
            "economy_system",
            "payroll_system",
            "employees",
        ];
        let codes = [classes.0, classes.1, classes.2, classes.3, classes.4];
        let map: BTreeMap<&str, &str> = keys
            .into_iter()
            .zip(codes)
            .filter_map(|(key, code)| Some((key, code?)))
            .collect();
        one.classes = serde_json::from_value(json!(map)).unwrap();
        one.areas = [(area("E08"), e08)].into();
        one.areas.extend(e01.map(|e01| (area("E01"), e01)));
        let total = total.map(|hundredths| f64::from(hundredths) / 100.0);
        one.rate_totals = total
            .map(|total| (Domain::Economy, total))
            .into_iter()
            .collect();
        one.activities = [activity("E08.01"), activity("E08.02")]
            .into_iter()
            .zip(answers)
            .collect();
        one
    })
}

fn any_contributions(size: std::ops::Range<usize>) -> impl Strategy<Value = Vec<Contribution>> {
    proptest::collection::vec(any_contribution(), size).prop_map(|mut contributions| {
        for (index, one) in contributions.iter_mut().enumerate() {
            one.contribution_id = id(index);
        }
        contributions
    })
}

fn classes_of(peer: &Peer) -> [Option<&String>; 5] {
    [
        peer.population_class.as_ref(),
        peer.employees_class.as_ref(),
        peer.economy_system.as_ref(),
        peer.payroll_system.as_ref(),
        peer.group.as_ref(),
    ]
}

proptest! {
    #[test]
    fn whatever_a_public_dataset_shows_stands_for_three_municipalities(
        contributions in any_contributions(3..30),
    ) {
        let (dataset, report) = public(&contributions);
        let n = contributions.len();
        prop_assert_eq!(report.municipalities, n);
        prop_assert_eq!(dataset.municipalities.len(), n);
        let mut combinations: BTreeMap<_, usize> = BTreeMap::new();
        for peer in &dataset.municipalities {
            *combinations.entry(classes_of(peer)).or_default() += 1;
            prop_assert_eq!((peer.code, peer.population, peer.employees), (None, None, None));
        }
        prop_assert!(combinations.values().all(|&n| n >= 3), "{:?}", combinations);
        for scores in dataset.scores.values() {
            for dimension in Dimension::ALL {
                prop_assert!(scores.get(dimension).iter().flatten().count() >= 3);
            }
        }
        prop_assert!(dataset.fte.is_empty() && dataset.fte_totals.is_empty());
        for column in dataset.rates.values().chain(dataset.rate_totals.values()) {
            for value in column.iter().flatten() {
                let near = column.iter().flatten()
                    .filter(|&other| (value / 2.0..=value * 2.0).contains(other));
                prop_assert!(near.count() >= 3, "{} in {:?}", value, column);
            }
        }
        for histograms in dataset.histograms.values() {
            for histogram in Dimension::ALL.iter().filter_map(|&one| histograms.get(one).as_ref()) {
                let shown: u32 = histogram.bars.iter().flatten().sum();
                prop_assert!(histogram.bars.iter().flatten().all(|&bar| bar >= 3));
                prop_assert!(!(1..3).contains(&(histogram.n - shown)), "{:?}", histogram);
            }
        }
        let text = serde_json::to_string(&dataset).unwrap();
        valid(shared("peers"), "dataset", &serde_json::from_str(&text).unwrap());
        prop_assert_eq!(Dataset::read(&text), Ok(dataset));
    }

    #[test]
    fn no_rate_that_was_taken_away_can_be_computed_from_a_total(
        contributions in any_contributions(3..12),
    ) {
        let (dataset, _) = public(&contributions);
        let total = |row: usize| dataset.rate_totals.get(&Domain::Economy)?[row];
        let shown = |id: AreaId, row: usize| dataset.rates.get(&id)?[row];
        for (row, one) in contributions.iter().enumerate() {
            // Too large to be taken away for what they tell of the size.
            let hidden = one.areas.iter().filter(|(id, area)| {
                area.rate >= Some(1.0) && shown(**id, row).is_none()
            });
            let others_small = one.areas.values().all(|area| area.rate.is_none_or(|rate| rate >= 1.0));
            prop_assert!(!others_small || hidden.count() != 1 || total(row).is_none(), "{row}");
        }
    }

    #[test]
    fn the_same_contributions_in_any_order_give_the_same_dataset(
        contributions in any_contributions(3..12),
        at in any::<proptest::sample::Index>(),
        network in any::<bool>(),
    ) {
        let mut contributions = contributions;
        // The same municipality twice, made at the same time with other answers.
        let mut again = contributions[at.index(contributions.len())].clone();
        again.areas.retain(|id, _| *id == area("E08"));
        contributions.push(again);
        let naming = if network { Naming::Named } else { Naming::Anonymous };
        for (code, one) in [101, 147, 151].into_iter().cycle().zip(&mut contributions) {
            one.network = network.then(|| named(code));
        }
        let mut turned = contributions.clone();
        turned.reverse();
        turned.rotate_left(at.index(contributions.len()));
        let text = |contributions: &[Contribution]| {
            serde_json::to_string(&build(naming, contributions).unwrap().0).unwrap()
        };
        prop_assert_eq!(text(&contributions), text(&turned));
    }
}

fn named(code: u16) -> Network {
    Network {
        municipality: Named {
            code,
            name: format!("Kommune med kode {code}"),
            population: Some(50_000),
            employees: None,
        },
        consent: consent("Økonomichef", "2026-11-01"),
    }
}

/// Every way to fill some bars with at most so many answers.
fn all_bars(bars: usize, most: u32) -> Vec<Vec<u32>> {
    let mut all = vec![Vec::new()];
    for _ in 0..bars {
        all = all
            .iter()
            .flat_map(|start: &Vec<u32>| {
                let left = most - start.iter().sum::<u32>();
                (0..=left).map(|bar| [&start[..], &[bar]].concat())
            })
            .collect();
    }
    all
}

#[test]
fn no_hidden_bar_of_one_or_two_can_be_computed_from_the_others_and_the_total() {
    for (bars, most) in [(3, 20), (5, 12)] {
        // Whoever knows the rule can try every histogram that would be shown as this one is.
        let mut as_shown: BTreeMap<_, Vec<Vec<u32>>> = BTreeMap::new();
        for one in all_bars(bars, most) {
            if let Some(shown) = shown_bars(&one) {
                as_shown
                    .entry((one.iter().sum::<u32>(), shown))
                    .or_default()
                    .push(one);
            }
        }
        assert!(as_shown.len() > 50);
        for ((total, shown), possible) in as_shown {
            for hidden in (0..bars).filter(|&bar| shown[bar].is_none()) {
                let first = possible[0][hidden];
                let is_certain = possible.iter().all(|one| one[hidden] == first);
                assert!(
                    !is_certain || first == 0,
                    "{total} {shown:?} is {possible:?}"
                );
            }
        }
    }
}

#[test]
fn fewer_than_three_municipalities_make_no_public_dataset() {
    let two = [like_greve(1, Place::Central), like_greve(2, Place::Central)];
    let few = build(Naming::Anonymous, &two).unwrap_err();
    assert_eq!((few.needed, few.report.municipalities), (3, 2));
    // The same municipality three times is one.
    let one = vec![like_greve(1, Place::Central); 3];
    let few = build(Naming::Anonymous, &one).unwrap_err();
    assert_eq!((few.report.files, few.report.municipalities), (3, 1));
    assert!(build(Naming::Named, &[]).is_err());
}

#[test]
fn of_two_contributions_with_one_id_the_newer_counts_and_the_report_says_so() {
    let mut newer = like_greve(1, Place::Institution);
    newer.made_at = "2026-12-01T08:00:00Z".to_owned();
    let (dataset, report) = public(&[
        newer,
        like_greve(1, Place::Central),
        like_greve(2, Place::Central),
        like_greve(3, Place::Central),
    ]);
    let scores = dataset.area_scores(area("E08"), Dimension::Centralisation);
    assert_eq!(scores, [Some(0.0), Some(3.0), Some(3.0)]);
    assert_eq!(
        report.replaced,
        [("0.json".to_owned(), "1.json".to_owned())]
    );
    assert_eq!((report.files, report.municipalities), (4, 3));
}

#[test]
fn municipalities_stand_in_the_order_of_their_ids_without_names() {
    let (dataset, _) = public(&[9, 4, 7].map(|number| like_greve(number, Place::Central)));
    let rows: Vec<(&str, Option<String>)> = dataset
        .municipalities
        .iter()
        .map(|peer| (peer.name.as_str(), peer.contribution_id.clone()))
        .collect();
    let expected = [("Kommune 1", 4), ("Kommune 2", 7), ("Kommune 3", 9)];
    assert_eq!(
        rows,
        expected.map(|(name, number)| (name, Some(id(number))))
    );
    assert_eq!(dataset.label.kind, Kind::Public);
    assert!(dataset.answers.is_empty());
}

#[test]
fn the_class_that_tells_least_is_given_up_first() {
    let with = |number, employees: &str| {
        let mut one = like_greve(number, Place::Central);
        let map = json!({"population": "from_40000", "group": "capital", "employees": employees});
        one.classes = serde_json::from_value(map).unwrap();
        one
    };
    let (dataset, report) = public(&[
        with(1, "from_3000"),
        with(2, "from_3000"),
        with(3, "from_3000"),
        with(4, "from_4500"),
        with(5, "from_1500"),
        with(6, "from_1500"),
    ]);
    for (index, peer) in dataset.municipalities.iter().enumerate() {
        assert_eq!(peer.group.as_deref(), Some("Hovedstadskommuner"));
        assert_eq!(peer.employees_class.is_some(), index < 3, "{index}");
    }
    let given_up: Vec<usize> = report.suppressed.classes.values().copied().collect();
    assert_eq!(given_up, [3]);
}

#[test]
fn what_too_few_municipalities_answered_is_kept_back_and_reported() {
    let mut contributions: Vec<Contribution> = (1..=4)
        .map(|number| like_greve(number, Place::Central))
        .collect();
    let one = contributions[0].areas[&area("E08")];
    for (index, rate) in [2.0, 3.04, 4.0, 9.0].into_iter().enumerate() {
        let rated = AreaContribution {
            rate: Some(rate),
            ..one
        };
        contributions[index].areas.insert(area("E08"), rated);
        contributions[index].rate_totals = [(Domain::Economy, 7.03 + rate)].into();
    }
    for contribution in &mut contributions[..2] {
        contribution.areas.insert(area("E09"), one);
    }
    let place = |place| Some(at(place).organisation.unwrap());
    contributions[3].activities.insert(
        activity("E08.01"),
        ActivityContribution {
            organisation: place(Place::External),
            process: Some(Degree::Manual),
            ..ActivityContribution::default()
        },
    );
    let (dataset, report) = public(&contributions);
    assert_eq!(report.suppressed.areas, [(area("E09"), 2)]);
    assert!(!dataset.scores.contains_key(&area("E09")));
    assert_eq!(
        dataset.rates[&area("E08")],
        [Some(2.0), Some(3.0), Some(4.0), None]
    );
    assert_eq!(report.suppressed.rates, 1);
    // The total of the fourth would tell the rate that is not shown.
    assert_eq!(
        dataset.rate_totals[&Domain::Economy],
        [Some(9.0), Some(10.1), Some(11.0), None]
    );
    assert_eq!(report.suppressed.rate_totals, 1);
    // Three central and one external: with the total of four the one could be computed.
    assert_eq!(dataset.histograms[&activity("E08.01")].centralisation, None);
    let all = dataset.histograms[&activity("E08.02")]
        .centralisation
        .clone()
        .unwrap();
    assert_eq!(
        (all.n, all.bars),
        (4, vec![None, None, None, Some(4), None])
    );
    assert_eq!(
        (report.suppressed.bars, report.suppressed.other_bars),
        (1, 1)
    );
}

#[test]
fn a_public_dataset_gives_findings_that_leave_out_the_own_row() {
    let contributions: Vec<Contribution> = [Place::Institution, Place::Central, Place::Central]
        .into_iter()
        .enumerate()
        .map(|(number, place)| like_greve(number, place))
        .collect();
    let (dataset, _) = public(&contributions);
    let mut own = greve(round(all_of("E08", &at(Place::Institution))));
    own.contribution_id = Some(id(0));
    let summary = summarise(&dataset, &Own::of(&own, own.current().unwrap()));
    assert_eq!(summary.n, Some(2));
    let scorecard = scoring::score(own.current().unwrap());
    let comparison = compare(&scorecard, &summary, own.example);
    assert_eq!(comparison.evidence, Evidence::Finding);
    let e08 = &comparison.domains[0].areas[7];
    assert_eq!(
        (e08.area, e08.beside.deviation.centralisation),
        (area("E08"), Some(-3.0))
    );
}

#[test]
fn a_network_shows_names_and_answers_but_no_id_of_a_public_row() {
    let mut one = like_greve(1, Place::Department);
    let spread = shares([40, 0, 0, 60, 0]);
    one.activities
        .get_mut(&activity("E08.02"))
        .unwrap()
        .organisation = Some(spread);
    one.activities.remove(&activity("E08.03"));
    one.network = Some(named(253));
    one.areas.get_mut(&area("E08")).unwrap().fte = Some(2.5);
    one.fte_totals = [(Domain::Economy, 35.5)].into();
    let mut other = like_greve(2, Place::External);
    other.network = Some(named(101));
    let nameless = like_greve(3, Place::Central);
    let (dataset, report) = build(Naming::Named, &[one, other, nameless]).unwrap();
    assert_eq!(dataset.label.kind, Kind::Network);
    let codes: Vec<Option<u16>> = dataset
        .municipalities
        .iter()
        .map(|peer| peer.code)
        .collect();
    assert_eq!(codes, [Some(101), Some(253)]);
    assert!(
        dataset
            .municipalities
            .iter()
            .all(|peer| peer.contribution_id.is_none())
    );
    let organisation = |id: &str| dataset.answers[&activity(id)].organisation.as_str();
    assert_eq!(organisation("E08.01"), "x2");
    assert_eq!(organisation("E08.02"), "x3");
    assert_eq!(organisation("E08.03"), "x-");
    // The score is of all shares, which one character cannot tell.
    assert_eq!(
        dataset.scores[&area("E08")].centralisation,
        [Some(3.0), Some(2.0)]
    );
    assert_eq!(dataset.fte[&area("E08")], [None, Some(2.5)]);
    assert_eq!(dataset.fte_totals[&Domain::Economy], [None, Some(35.5)]);
    assert!(dataset.rates.is_empty() && dataset.rate_totals.is_empty());
    // 2.5 and 35.5 FTE of 50,000 inhabitants.
    assert_eq!(dataset.area_rates(area("E08")), [None, Some(0.5)]);
    assert_eq!(dataset.domain_rates(Domain::Economy), [None, Some(7.1)]);
    assert_eq!(report.refused.len(), 1);
    assert_eq!(report.refused[0].0, "2.json");
    assert_eq!(report.refused[0].1, Reason::NoConsent);
    let text = serde_json::to_string(&dataset).unwrap();
    assert_eq!(Dataset::read(&text), Ok(dataset));
    valid(
        shared("peers"),
        "network",
        &serde_json::from_str(&text).unwrap(),
    );
}

#[test]
fn contributions_of_another_year_or_kind_do_not_count_and_are_named() {
    let mut contributions: Vec<Contribution> = (1..=5)
        .map(|number| like_greve(number, Place::Central))
        .collect();
    contributions[3].year = 2025;
    contributions[4].network = Some(named(101));
    let (_, report) = public(&contributions);
    assert_eq!((report.files, report.municipalities), (5, 3));
    let reasons: Vec<String> = report
        .refused
        .iter()
        .map(|(_, reason)| reason.to_string())
        .collect();
    assert!(reasons[0].starts_with("$.year: 2025"), "{reasons:?}");
    assert!(
        reasons[1].starts_with("$.network: given for a network"),
        "{reasons:?}"
    );
}

#[test]
fn surveys_count_by_their_id_and_nothing_typed_is_published() {
    let mut builder = Builder::new(title(Naming::Anonymous));
    for number in 0..4 {
        let mut survey = document::read(&marked("kanariefugl").to_string()).unwrap();
        survey.contribution_id = Some(id(number));
        builder.add_survey(&format!("{number}"), &survey, "2026-11-22T10:15:00Z");
    }
    let mut without = document::read(&full().to_string()).unwrap();
    without.contribution_id = None;
    builder.add_survey("without id", &without, "");
    let mut example = document::read(&full().to_string()).unwrap();
    example.example = true;
    builder.add_survey("example", &example, "");
    let (dataset, report) = builder.finish().unwrap();
    assert_eq!((report.files, report.municipalities), (6, 4));
    let refused: Vec<&str> = report
        .refused
        .iter()
        .map(|(file, _)| file.as_str())
        .collect();
    assert_eq!(refused, ["example", "without id"]);
    assert_eq!(dataset.histograms.len(), 300);
    assert!(
        !serde_json::to_string(&dataset)
            .unwrap()
            .contains("kanariefugl")
    );

    let mut builder = Builder::new(title(Naming::Named));
    let survey = document::read(&marked("kanariefugl").to_string()).unwrap();
    let mut handover = handover(ID);
    handover.consent = Some(consent("kanariefugl", "2026-11-01"));
    let (contribution, _) = Contribution::of(&survey, &handover).unwrap();
    builder.add("named", &contribution);
    let text = serde_json::to_string(&builder.finish().unwrap().0).unwrap();
    assert!(text.contains("Greve") && !text.contains("kanariefugl"));
}

/// A folder of contributions of its own for a test.
fn folder(name: &str, contributions: &[Contribution]) -> String {
    let folder = temporary(&format!("{name}.list"), "").replace(".list", "");
    let _ = std::fs::remove_dir_all(&folder);
    std::fs::create_dir_all(format!("{folder}/deep")).unwrap();
    for (index, one) in contributions.iter().enumerate() {
        let deep = if index % 2 == 0 { "deep/" } else { "" };
        std::fs::write(
            format!("{folder}/{deep}{index}.json"),
            contribution::write(one),
        )
        .unwrap();
    }
    folder
}

fn several(n: usize) -> Vec<Contribution> {
    let places = [Place::Central, Place::Central, Place::Institution];
    (0..n)
        .map(|number| like_greve(number, places[number % 3]))
        .collect()
}

fn build_on_the_command_line(inputs: &[&str], kind: &str, output: &str) -> crate::cli::Outcome {
    let options = ["-o", output, "--kind", kind, "--year", "2026"];
    call(&[&["peers", "build"], inputs, &options].concat())
}

#[test]
fn folders_lists_and_single_files_give_the_same_dataset() {
    let folder = folder("contributions", &several(5));
    let files: Vec<String> = (0..5)
        .rev()
        .map(|index| {
            format!(
                "{folder}/{}{index}.json",
                if index % 2 == 0 { "deep/" } else { "" }
            )
        })
        .collect();
    let list = format!("@{}", temporary("contributions.list", files.join("\r\n")));
    let output = |name: &str| temporary(name, "");
    let (of_folder, of_list) = (output("of-folder.json"), output("of-list.json"));
    let outcome = build_on_the_command_line(&[&folder], "public", &of_folder);
    assert_eq!(
        (outcome.code, outcome.out.as_str()),
        (0, ""),
        "{}",
        outcome.err
    );
    assert!(
        outcome.err.starts_with("5 files, 5 municipalities\n"),
        "{}",
        outcome.err
    );
    assert_eq!(
        build_on_the_command_line(&[&list], "public", &of_list).code,
        0
    );
    let read = |file: &str| std::fs::read_to_string(file).unwrap();
    assert_eq!(read(&of_folder), read(&of_list));
    let single: Vec<&str> = files.iter().map(String::as_str).collect();
    assert_eq!(
        build_on_the_command_line(&single, "public", &of_list).code,
        0
    );
    assert_eq!(read(&of_folder), read(&of_list));
    assert_eq!(call(&["validate", &of_folder, &folder]).code, 0);
    let inspected = call(&["peers", "inspect", &of_folder]);
    assert_eq!(inspected.code, 0, "{}", inspected.err);
    for expected in [
        "kind public",
        "n 5",
        "Hovedstadskommuner",
        "areas without scores: E01 ",
    ] {
        assert!(
            inspected.out.contains(expected),
            "{expected}:\n{}",
            inspected.out
        );
    }
    // Four of five central: mean 2.4 (4 x 3 / 5), median 3.
    let line = inspected
        .out
        .lines()
        .find(|line| line.starts_with("E08   centralisation"));
    let cells: Vec<&str> = line.unwrap().split_whitespace().skip(2).collect();
    assert_eq!(cells, ["5", "2,40", "3,00", "3,00", "3,00"]);
    let score = call(&[
        "score",
        &temporary("own.json", full().to_string()),
        "--peers",
        &of_folder,
    ]);
    assert!(score.out.contains("målt med samme skema"), "{}", score.out);
}

#[test]
fn a_broken_file_is_named_and_nothing_is_written() {
    let folder = folder("broken", &several(4));
    std::fs::write(
        format!("{folder}/broken.json"),
        "{\"format\": \"kommunebenchmark-contribution\", \"version\": 1}",
    )
    .unwrap();
    let output = format!("{folder}.output.json");
    let _ = std::fs::remove_file(&output);
    let outcome = build_on_the_command_line(&[&folder], "public", &output);
    assert_eq!((outcome.code, outcome.out.as_str()), (2, ""));
    assert!(
        outcome
            .err
            .contains("broken.json: $.areas: must be an object"),
        "{}",
        outcome.err
    );
    assert!(
        outcome.err.contains("nothing is written"),
        "{}",
        outcome.err
    );
    assert!(!std::path::Path::new(&output).exists());
    let missing = build_on_the_command_line(&["not-there.json"], "public", &output);
    assert_eq!(missing.code, 1);
}

#[test]
fn without_consent_nobody_is_in_a_network_on_the_command_line() {
    let folder = folder("no-consent", &several(3));
    let output = format!("{folder}.output.json");
    let outcome = build_on_the_command_line(&[&folder], "network", &output);
    assert_eq!(outcome.code, 2);
    assert_eq!(
        outcome.err.matches("no consent").count(),
        3,
        "{}",
        outcome.err
    );
    assert!(
        outcome.err.contains("0 municipalities count, 1 are needed"),
        "{}",
        outcome.err
    );
}

/// A survey of Greve with two rounds of which the older is of the dataset's year.
fn later_survey(number: usize) -> Vec<u8> {
    let mut survey = greve(round(all_of("E08", &at(Place::Central))));
    survey.contribution_id = Some(id(number));
    let mut later = round([]);
    later.year = 2027;
    later.id = RoundId("2027".to_owned());
    survey.rounds.push(later);
    document::write(&survey, "0.1.0", "2026-11-22T10:15:00Z").into_bytes()
}

#[test]
fn a_survey_that_is_handed_over_counts_with_its_round_of_the_year() {
    let mut all: Vec<Handed> = (0..3)
        .map(|number| Handed::read(&format!("{number}.json"), &later_survey(number)))
        .collect();
    all.push(Handed::read("itu.json", b"{\"format\": 1"));
    let (dataset, report, unread) = handed::dataset(&all, title(Naming::Anonymous)).unwrap();
    assert_eq!(dataset.municipalities.len(), 3);
    assert_eq!((report.refused, unread.len()), (Vec::new(), 1));
    assert!(unread[0].1.contains("ikke hel"), "{unread:?}");
}

#[test]
fn too_few_municipalities_come_with_the_reason_for_every_file_in_danish() {
    let mut older = like_greve(1, Place::Central);
    older.year = 2025;
    let mut other = like_greve(2, Place::Central);
    other.catalogue = "2019.1".to_owned();
    let mut network = like_greve(3, Place::Central);
    network.network = Some(named(101));
    let mut all: Vec<Handed> = [older, other, network]
        .iter()
        .enumerate()
        .map(|(index, one)| Handed {
            file: format!("{index}.json"),
            content: Ok(Content::Contribution(Box::new(one.clone()))),
        })
        .collect();
    let mut survey = document::read(&full().to_string()).unwrap();
    survey.contribution_id = None;
    let text = document::write(&survey, "0.1.0", "");
    all.push(Handed::read("3.json", text.as_bytes()));
    all.push(Handed::read("4.json", b"{}"));
    let why = handed::dataset(&all, title(Naming::Anonymous)).unwrap_err();
    for part in [
        "mindst 3 kommuner",
        "0.json: Bidraget er for 2025, ikke 2026.",
        "1.json: Bidraget er lavet med katalog 2019.1",
        "2.json: Bidraget er med navn",
        "3.json: Besvarelsen har ikke noget bidrags-id.",
        "4.json: Filen er hverken",
    ] {
        assert!(why.contains(part), "{part} in {why}");
    }
    assert!(!why.contains("not "), "{why}");
    let why = handed::dataset(&all[..1], title(Naming::Named)).unwrap_err();
    assert!(why.contains("samtykke"), "{why}");
}

#[test]
fn a_mark_at_the_beginning_of_a_file_is_no_part_of_it() {
    let marked = |text: &str| format!("\u{feff}{text}");
    let survey = full().to_string();
    assert_eq!(
        document::read(&marked(&survey)),
        document::read(&survey),
        "survey"
    );
    let one = contribution::write(&like_greve(1, Place::Central));
    assert_eq!(contribution::read(&marked(&one)), contribution::read(&one));
    let contributions: Vec<Contribution> = (1..=3)
        .map(|number| like_greve(number, Place::Central))
        .collect();
    let dataset = public(&contributions).0;
    let text = serde_json::to_string(&dataset).unwrap();
    assert_eq!(Dataset::read(&marked(&text)), Ok(dataset));
}

#[test]
fn what_cannot_be_read_says_in_danish_where_and_what_to_do() {
    let mut file = full();
    file["rounds"][0]["year"] = json!("i år");
    let why = document::read(&file.to_string()).unwrap_err().danish();
    assert!(why.contains("»$.rounds[0].year«"), "{why}");
    assert!(why.ends_with("Hent den igen, hvor den kom fra."), "{why}");
    let why = document::read("{\n").unwrap_err().danish();
    assert!(why.contains("linje 2"), "{why}");
    let public = public(&[1, 2, 3].map(|number| like_greve(number, Place::Central))).0;
    let mut file = serde_json::to_value(public).unwrap();
    file["scores"]["E08"]["centralisation"][0] = json!(9);
    let why = Dataset::read(&file.to_string()).unwrap_err().danish();
    assert!(why.contains("»scores.E08«"), "{why}");
    file["version"] = json!(2);
    let why = Dataset::read(&file.to_string()).unwrap_err().danish();
    assert!(why.contains("nyere udgave"), "{why}");
}
