//! The facts of the example, and what a round without answers gives.

use serde_json::json;

use super::*;
use crate::document;
use crate::domain::assessment::Assessment;
use crate::domain::decisions;
use crate::peers::summary::Own;
use crate::peers::{Dataset, compare, summarise};
use crate::report::sentences;
use crate::scoring;

const EXAMPLE: &str = include_str!("../../../public/eksempler/x-kommune.kommunebenchmark.json");
const MODEL: &str = include_str!("../../../public/data/peers-model.json");
const KLK_2017: &str = include_str!("../../../public/data/peers.json");

/// The facts of the current round beside a dataset.
fn facts(assessment: &Assessment, peers: Option<&str>) -> Facts {
    let round = assessment.current().unwrap();
    let scorecard = scoring::score(round);
    let summary = peers.map(|peers| summarise(&Dataset::read(peers).unwrap(), &Own::default()));
    let comparison = summary
        .as_ref()
        .map(|summary| compare(&scorecard, summary, assessment.example));
    let group = summary
        .as_ref()
        .zip(comparison.as_ref())
        .map(|(summary, comparison)| Beside {
            summary,
            comparison,
        });
    let source = Source {
        assessment,
        round,
        scorecard: &scorecard,
        group,
    };
    Facts::of(&source, &decisions::read(&assessment.plan).0)
}

fn example() -> Assessment {
    document::read(EXAMPLE).unwrap()
}

/// Areas and deviations as they are shown, of the largest differences.
fn largest(facts: &Facts, dimension: Dimension) -> Vec<String> {
    let shown = |one: &&Difference| {
        let deviation = crate::danish::format_signed(one.deviation, 1);
        format!("{} {deviation}", one.area)
    };
    facts.largest(dimension).iter().map(shown).collect()
}

#[test]
fn the_example_beside_invented_municipalities_is_a_demonstration() {
    let facts = facts(&example(), Some(MODEL));
    assert!(facts.example);
    assert_eq!(facts.evidence(), Some(Evidence::Demonstration));
    assert_eq!(facts.domains.len(), 2);
    assert_eq!(facts.domains[0].organisation_n, Some(40));
    assert_eq!(facts.compared(Dimension::Process), 29);
    // By deviation alone E09 would be first: 0.67 under, on 1.48 FTE. By hand: E04 0.614 x 9.38,
    // P03 0.295 x 4.54, E09 0.67 x 1.48, P07 0.57 x 1.69.
    assert_eq!(
        largest(&facts, Dimension::Process),
        ["E04 +0,6", "P03 \u{2212}0,3", "E09 \u{2212}0,7"]
    );
    assert_eq!(
        largest(&facts, Dimension::Centralisation),
        ["E06 +0,7", "P18 +0,7", "E02 +0,4"]
    );
    let told = sentences::differences(&facts);
    assert!(told[0].contains("opfundet"), "{told:?}");
    assert!(
        told.iter()
            .any(|text| text.contains("»Bogføring, betaling og revision« (0,6 over"))
    );
}

#[test]
fn the_example_beside_published_means_is_orientation() {
    let facts = facts(&example(), Some(KLK_2017));
    assert_eq!(facts.evidence(), Some(Evidence::Orientation));
    assert_eq!(facts.domains[1].digitalisation_n, None);
    assert!(!facts.differences.is_empty());
    assert!(facts.differences.iter().all(|one| one.n.is_none()));
    let message = sentences::differences_message(&facts);
    assert!(message.starts_with("Til orientering: "), "{message}");
}

#[test]
fn a_distance_that_published_means_may_be_wrong_by_is_no_difference() {
    let smallest = |peers| {
        let all = facts(&example(), Some(peers)).differences;
        let shown = all.iter().map(|one| {
            assert!(one.dimension != Dimension::Centralisation || one.deviation.abs() > 0.1);
            crate::danish::round(one.deviation.abs(), 1)
        });
        shown.reduce(f64::min).unwrap()
    };
    assert!((smallest(KLK_2017) - 0.2).abs() < 1e-9);
    // Municipalities measured in the same way are told apart by 0.1.
    assert!((smallest(MODEL) - 0.1).abs() < 1e-9);
    let told = sentences::differences(&facts(&example(), Some(KLK_2017))).join(" ");
    assert!(told.contains("tæller først med fra 0,2."), "{told}");
}

#[test]
fn the_example_without_a_group_has_no_differences_but_all_else() {
    let facts = facts(&example(), None);
    assert_eq!((facts.evidence(), facts.differences.len()), (None, 0));
    assert_eq!(facts.coverage().relevant, 300);
    assert!(facts.has_fte());
    let first = &facts.domains[0].proposals[0];
    assert!(first.in_fte && first.points > 0.0 && !first.name.is_empty());
    assert_eq!(facts.plan, PlanFacts::default());
    let share = facts.domains[0]
        .areas
        .iter()
        .filter_map(|area| area.fte)
        .sum::<f64>();
    assert!((share - facts.domains[0].fte.unwrap()).abs() < 1e-9);
}

#[test]
fn a_real_survey_learns_nothing_from_invented_municipalities() {
    let mut assessment = example();
    assessment.example = false;
    let facts = facts(&assessment, Some(MODEL));
    assert_eq!(facts.evidence(), Some(Evidence::Invented));
    assert_eq!(facts.differences, []);
}

#[test]
fn a_survey_without_answers_gives_no_numbers() {
    let mut assessment = example();
    let round = assessment.rounds.last_mut().unwrap();
    round.answers.clear();
    round.staff.clear();
    let facts = facts(&assessment, Some(KLK_2017));
    assert!(!facts.is_answered() && !facts.has_fte());
    assert_eq!(facts.differences, []);
    assert_eq!(facts.domains[0].relevant(), 11);
    assert_eq!(sentences::standing(&facts).len(), 1);
}

#[test]
fn without_fte_all_areas_weigh_alike_and_ties_follow_the_catalogue() {
    let mut assessment = example();
    assessment.rounds.last_mut().unwrap().staff.clear();
    let facts = facts(&assessment, Some(MODEL));
    assert!(
        facts
            .differences
            .iter()
            .all(|one| (one.weight - 1.0).abs() < 1e-9 && one.fte.is_none())
    );
    assert_eq!(largest(&facts, Dimension::Process)[0], "E09 \u{2212}0,7");
    let mut turned = facts.clone();
    turned.differences.reverse();
    for dimension in Dimension::ALL {
        assert_eq!(largest(&turned, dimension), largest(&facts, dimension));
    }
}

#[test]
fn provisional_and_estimated_areas_are_told_apart() {
    let mut assessment = example();
    let round = assessment.rounds.last_mut().unwrap();
    let central = round
        .answers
        .get_mut(&crate::domain::ids::UnitId::central())
        .unwrap();
    central.retain(|id, _| {
        let area = id.area.to_string();
        !(area == "E01" || area == "E02" && id.number > 3)
    });
    let facts = facts(&assessment, Some(MODEL));
    let states: Vec<State> = facts.domains[0].areas.iter().map(|one| one.state).collect();
    assert_eq!(
        states[..3],
        [State::Unanswered, State::Provisional, State::Answered]
    );
    assert_eq!(*facts.domains[0].compared.get(Dimension::Process), 9);
    assert!(
        facts
            .differences
            .iter()
            .all(|one| one.area.to_string() != "E02")
    );
}

#[test]
fn the_plan_is_counted_as_its_own_pages_count_it() {
    let mut assessment = example();
    assessment.plan = serde_json::from_value(json!({
        "moves": {"M08": {"P06": {"fte_percent": {"low": 5, "expected": 10, "high": 20}}}},
        "actions": {
            "a1": {"proposal": "M08", "order": 2, "gain_from": 2027},
            "a2": {"proposal": "M01", "order": 1},
            "a3": {"proposal": "M10", "status": "stopped"},
            "a4": {"proposal": "M08", "order": 3}
        },
        "goals": {"g1": {}}
    }))
    .unwrap();
    let plan = facts(&assessment, None).plan;
    assert_eq!((plan.actions, plan.stopped, plan.goals), (3, 1, 1));
    let chosen: Vec<&str> = plan.chosen.iter().map(|one| one.0.0.as_str()).collect();
    assert_eq!(chosen, ["M01", "M08"]);
    assert!(plan.phased_in.expected.fte > 0.0);
    assert!((plan.unpriced - plan.phased_in.expected.fte).abs() < 1e-9);
    assert!((plan.phased_in.high.fte - 2.0 * plan.unpriced).abs() < 1e-9);
    assert_eq!((plan.years, plan.without_year), (Some((2027, 2027)), 0));
    assert_eq!(plan.without_gain, 2);
}
