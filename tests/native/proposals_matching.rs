//! What a picture says for the proposals: the example, the group's worth, and laws of the rule.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use kommunebenchmark::document;
use kommunebenchmark::domain::answer::{Answer, Standing};
use kommunebenchmark::domain::assessment::{Assessment, Round};
use kommunebenchmark::domain::catalogue;
use kommunebenchmark::domain::ids::{ActivityId, AreaId, Domain, UnitId};
use kommunebenchmark::domain::rating::{Degree, Dimension, Organisation, Place};
use kommunebenchmark::peers::band::Band;
use kommunebenchmark::peers::summary::Own;
use kommunebenchmark::peers::{Comparison, Dataset, Summary, compare, resources, summarise};
use kommunebenchmark::proposals::matching::rank_among;
use kommunebenchmark::proposals::reason::Weighing;
use kommunebenchmark::proposals::{
    Aim, CAUSES, Match, Outcome, Peers, Picture, Proposal, Reason, pins_of, proposal, proposals,
};
use kommunebenchmark::scoring;
use proptest::collection::{btree_map, vec};
use proptest::prelude::*;

use crate::given::{
    self, EXAMPLE, KLK_2017, MODEL, any_activity, any_answer, any_area, round, team,
};

fn example() -> Assessment {
    document::read(&given::text(EXAMPLE)).unwrap()
}

fn summary(file: &str) -> Summary {
    summarise(&Dataset::read(&given::text(file)).unwrap(), &Own::default())
}

static OF_MODEL: LazyLock<Summary> = LazyLock::new(|| summary(MODEL));

/// The shipped proposals beside a group; `example` is whether the round is the example's.
fn ranked(round: &Round, domain: Domain, group: Option<(&Summary, bool)>) -> Vec<Match> {
    among(proposals(), round, domain, group)
}

fn among(
    proposals: &[Proposal],
    round: &Round,
    domain: Domain,
    group: Option<(&Summary, bool)>,
) -> Vec<Match> {
    let scorecard = scoring::score(round);
    let compared: Option<(Comparison, _)> = group.map(|(summary, example)| {
        let resources = resources::compare(round, &scorecard, summary, example);
        (compare(&scorecard, summary, example), resources)
    });
    let picture = Picture {
        round,
        scorecard: &scorecard,
        peers: compared.as_ref().map(|(comparison, resources)| Peers {
            comparison,
            resources,
        }),
    };
    rank_among(proposals, domain, &picture, &BTreeMap::new())
}

fn points(matches: &[Match]) -> BTreeMap<&str, f64> {
    let each = matches.iter();
    each.map(|one| (&one.proposal.0[..], one.points)).collect()
}

fn points_of(matches: &[Match], id: &str) -> f64 {
    points(matches)[id]
}

fn is_of_the_group(reason: &Reason) -> bool {
    matches!(reason, Reason::BelowGroup { .. } | Reason::Resources { .. })
}

fn reasons_of_the_group(matches: &[Match]) -> usize {
    let all = matches.iter().flat_map(Match::reasons);
    all.filter(|(_, reason)| is_of_the_group(reason)).count()
}

/// What each reason promises of its numbers.
fn is_sound(reason: &Reason, of: &Proposal) -> bool {
    match *reason {
        Reason::OwnGap { gap, .. } => gap > 0.0 && gap <= 1.0,
        Reason::BelowGroup {
            deviation, band, ..
        } => deviation < 0.0 && band < Band::About,
        Reason::Resources { fte, deviation, .. } => {
            fte > 0.0 && deviation > 0.0 && of.aims_at(Aim::Resources)
        }
        Reason::ManualActivities { count, of, .. } => 0 < count && count <= of,
        Reason::StaysDecentral => of.aims_at(Aim::Centralisation),
        _ => true,
    }
}

#[test]
fn the_leaflets_efforts_are_found_in_the_example() {
    let example = example();
    let round = example.current().unwrap();
    for group in [None, Some((&*OF_MODEL, true))] {
        for domain in Domain::ALL {
            let matches = ranked(round, domain, group);
            let points = points(&matches);
            for id in pins_of(domain).flat_map(|pin| &pin.proposals) {
                assert!(points[&id.0[..]] > 0.0, "{id} in {domain}");
            }
        }
    }
}

#[test]
fn the_points_of_the_example_can_be_recomputed_by_hand() {
    use Dimension::{Centralisation, Process, Solution};
    let example = example();
    let round = example.current().unwrap();
    let scorecard = scoring::score(round);
    let area = |id: &str| scorecard.area(given::area(id)).unwrap();
    let left = |id: &str, dimension: Dimension| {
        let max = f64::from(dimension.max());
        area(id).fte.unwrap() * (max - area(id).score(dimension).unwrap()) / max
    };
    let check = |domain, id: &str, expected: f64| {
        let points = points_of(&ranked(round, domain, None), id);
        assert!(
            (points - expected).abs() < 1e-9,
            "{id}: {points} {expected}"
        );
    };
    check(Domain::Economy, "M03", left("E04", Process));
    check(
        Domain::Economy,
        "M10",
        left("E04", Process).max(left("E04", Solution)),
    );
    // E04 and E06 are named by a source, E07 is inferred.
    let gathered = left("E04", Centralisation) + left("E06", Centralisation);
    let expected = gathered + 0.5 * left("E07", Centralisation);
    check(Domain::Economy, "K06", expected);
}

#[test]
fn invented_municipalities_say_nothing_of_a_real_survey() {
    let round = example().current().unwrap().clone();
    for domain in Domain::ALL {
        let alone = ranked(&round, domain, None);
        assert_eq!(ranked(&round, domain, Some((&OF_MODEL, false))), alone);
        assert_eq!(reasons_of_the_group(&alone), 0);
        let shown = ranked(&round, domain, Some((&OF_MODEL, true)));
        let reasons = || shown.iter().flat_map(Match::reasons);
        let some = |is: fn(&Reason) -> bool| assert!(reasons().any(|(_, reason)| is(reason)));
        some(|reason| matches!(reason, Reason::BelowGroup { .. }));
        some(|reason| matches!(reason, Reason::Resources { .. }));
        assert_ne!(points(&shown), points(&alone));
    }
}

#[test]
fn orientation_is_told_and_does_not_count() {
    let round = example().current().unwrap().clone();
    let klk = summary(KLK_2017);
    for domain in Domain::ALL {
        let alone = ranked(&round, domain, None);
        let beside = ranked(&round, domain, Some((&klk, false)));
        assert_eq!(points(&beside), points(&alone));
        assert!(reasons_of_the_group(&beside) > 0);
    }
}

#[test]
fn a_survey_without_answers_has_every_proposal_unanswered() {
    for domain in Domain::ALL {
        let matches = ranked(&round([]), domain, Some((&OF_MODEL, true)));
        let ids: Vec<&str> = matches.iter().map(|one| &one.proposal.0[..]).collect();
        assert!(ids.is_sorted() && !ids.is_empty(), "ties stand by id");
        for one in matches {
            assert_eq!((one.outcome, one.points), (Outcome::Unanswered, 0.0));
            assert_eq!(one.weighing, Weighing::Alike);
        }
    }
}

prop_compose! {
    /// Some answers, and FTE in hundredths on some areas.
    fn any_survey()(
        answers in btree_map(any_activity(), any_answer(), 0..120),
        fte in btree_map(any_area(), 1_u64..5_000, 0..29),
    ) -> (BTreeMap<ActivityId, Answer>, BTreeMap<AreaId, u64>) {
        (answers, fte)
    }
}

fn survey(
    answers: &BTreeMap<ActivityId, Answer>,
    fte: &BTreeMap<AreaId, u64>,
    scale: u64,
) -> Round {
    let mut round = round(answers.clone());
    round.profile.population = Some(50_000);
    round.profile.employees = Some(4_000);
    round.staff = (1..)
        .zip(fte)
        .map(|(id, (area, &fte))| team(id, &area.to_string(), fte * scale))
        .collect();
    round
}

/// One step up in a dimension, where there is one.
fn improve(answer: &mut Answer, dimension: Dimension) {
    let up = |degree: &mut Option<Degree>| {
        *degree = degree.map(|one| Degree::ALL[(one as usize + 1).min(2)]);
    };
    match dimension {
        Dimension::Centralisation => {
            answer.organisation = answer
                .organisation
                .map(|_| Organisation::One(Place::Central));
        }
        Dimension::Process => up(&mut answer.process),
        Dimension::Solution => up(&mut answer.solution),
    }
}

fn shuffled() -> impl Strategy<Value = Vec<Proposal>> {
    let turns = vec(any::<usize>(), proposals().len());
    let list = Just(proposals().to_vec()).prop_shuffle();
    (list, turns).prop_map(|(mut list, turns)| {
        for (one, turn) in list.iter_mut().zip(turns) {
            let (areas, aims) = (one.areas.len(), one.aims.len());
            one.areas.rotate_left(turn % areas);
            one.aims.rotate_left(turn % aims);
        }
        list
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_order_of_proposals_areas_or_dimensions_matters(
        (answers, fte) in any_survey(),
        list in shuffled(),
    ) {
        let round = survey(&answers, &fte, 1);
        for domain in Domain::ALL {
            let group = Some((&*OF_MODEL, true));
            prop_assert_eq!(among(&list, &round, domain, group), ranked(&round, domain, group));
        }
    }

    #[test]
    fn a_better_score_never_speaks_more_for_a_proposal(
        (answers, fte) in any_survey(),
        area in any_area(),
        dimension in proptest::sample::select(&Dimension::ALL[..]),
    ) {
        let before = survey(&answers, &fte, 1);
        let mut after = before.clone();
        for (activity, answer) in after.answers.entry(UnitId::central()).or_default() {
            if activity.area == area {
                improve(answer, dimension);
            }
        }
        for group in [None, Some((&*OF_MODEL, true))] {
            let [before, after] = [&before, &after].map(|one| ranked(one, area.domain, group));
            let was = points(&before);
            for (id, now) in points(&after) {
                prop_assert!(now <= was[id] + 1e-9, "{} {} {}", id, was[id], now);
            }
        }
    }

    #[test]
    fn the_unit_of_the_fte_decides_no_place(
        (answers, fte) in any_survey(),
        scale in 2_u64..20,
    ) {
        for domain in Domain::ALL {
            let ids = |scale| {
                let matches = ranked(&survey(&answers, &fte, scale), domain, None);
                matches.into_iter().map(|one| one.proposal).collect::<Vec<_>>()
            };
            prop_assert_eq!(ids(1), ids(scale));
        }
    }

    #[test]
    fn what_is_said_is_sound((answers, fte) in any_survey()) {
        let round = survey(&answers, &fte, 1);
        for domain in Domain::ALL {
            let matches = ranked(&round, domain, Some((&OF_MODEL, true)));
            for (at, one) in matches.iter().enumerate() {
                prop_assert_eq!(one.place, at + 1);
                prop_assert!(one.points.is_finite() && one.points >= 0.0);
                prop_assert!(one.points <= 0.0 || one.outcome == Outcome::Needed);
                for (_, reason) in one.reasons() {
                    prop_assert!(is_sound(reason, proposal(&one.proposal).unwrap()), "{:?}", reason);
                }
                for area in &one.areas {
                    prop_assert_eq!(area.area.domain, domain);
                    prop_assert!(area.gap.is_none_or(|gap| (0.0..=1.0).contains(&gap)));
                    prop_assert_eq!(area.deciding.is_some(), area.gap.is_some_and(|gap| gap > 0.0));
                    prop_assert!(area.causes.len() <= CAUSES);
                    prop_assert!(area.causes.is_sorted_by(|a, b| a.score <= b.score));
                    for cause in &area.causes {
                        let answer = &answers[&cause.activity];
                        prop_assert_eq!(answer.standing, Standing::Asked);
                        prop_assert_eq!(cause.activity.area, area.area);
                    }
                }
            }
            prop_assert_eq!(
                matches.len(),
                proposals().iter().filter(|one| one.areas.iter().any(|a| a.area.domain == domain)).count()
            );
        }
    }
}

#[test]
fn every_area_of_the_field_is_moved_by_some_proposal() {
    let moved = |area: AreaId| {
        let mut all = proposals().iter().flat_map(|one| &one.areas);
        all.any(|one| one.area == area)
    };
    assert!(catalogue::AREAS.iter().all(|area| moved(area.id)));
}
