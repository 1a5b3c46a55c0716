//! The rules of scoring: what counts, what does not, and what never changes a score.

use kommunebenchmark::domain::answer::{Answer, Estimate, Standing};
use kommunebenchmark::domain::assessment::{Assessment, Round};
use kommunebenchmark::domain::edit::Edit;
use kommunebenchmark::domain::ids::{ActivityId, Domain, RoundId, UnitId};
use kommunebenchmark::domain::rating::{Degree, Dimension, Organisation, PerDimension, Place};
use kommunebenchmark::domain::{amount::Amount, catalogue};
use kommunebenchmark::scoring::{AreaScore, Coverage, Scorecard, Status, resources, score};
use proptest::collection::btree_map;
use proptest::prelude::*;

use crate::given::{
    activity, all_of, answer, any_activity, any_answer, any_round, area, at, first,
    number_of_activities, round, shares, standing, team,
};

/// An area with ten activities, so that shares are round numbers.
const TEN: &str = "P04";

fn area_score(round: &Round, id: &str) -> AreaScore {
    assert_eq!(number_of_activities(TEN), 10);
    score(round).area(area(id)).unwrap().clone()
}

fn scores(score: &AreaScore) -> [Option<f64>; 3] {
    Dimension::ALL.map(|dimension| score.score(dimension))
}

#[test]
fn a_blank_survey_has_no_scores_and_no_coverage() {
    let scorecard = score(&round([]));
    assert_eq!(
        scorecard.coverage(),
        Coverage {
            answered: 0,
            relevant: 300
        }
    );
    for domain in &scorecard.domains {
        assert_eq!(domain.total, PerDimension::default());
        assert_eq!(domain.weighted, PerDimension::default());
        assert_eq!((domain.coverage.share(), domain.fte), (Some(0.0), None));
        for area in &domain.areas {
            assert_eq!(scores(area), [None; 3]);
            assert!(area.coverage.is_provisional());
            assert_eq!(area.external_share(), None);
        }
    }
}

#[test]
fn a_survey_where_nothing_is_relevant_has_no_scores_and_nothing_to_cover() {
    let all = catalogue::activities().map(|one| (one.id, standing(Standing::NotRelevant)));
    let scorecard = score(&round(all));
    assert_eq!(
        scorecard.coverage(),
        Coverage {
            answered: 0,
            relevant: 0
        }
    );
    assert_eq!(scorecard.coverage().share(), None);
    for domain in &scorecard.domains {
        assert_eq!(domain.total, PerDimension::default());
        assert!(domain.areas.iter().all(|area| scores(area) == [None; 3]));
    }
}

#[test]
fn one_answer_is_the_score_of_its_area_and_of_its_domain_alone() {
    let one = answer(Place::Department, Degree::Partly, Degree::Full);
    let scorecard = score(&round(first("E06", 1, &one)));
    assert_eq!(
        scores(scorecard.area(area("E06")).unwrap()),
        [Some(2.0), Some(0.5), Some(1.0)]
    );
    let economy = scorecard.domain(Domain::Economy).unwrap();
    assert_eq!(economy.total.centralisation, Some(2.0));
    assert_eq!(
        economy.coverage,
        Coverage {
            answered: 1,
            relevant: 140
        }
    );
    assert_eq!(
        scorecard.domain(Domain::Payroll).unwrap().total.process,
        None
    );
}

#[test]
fn each_place_and_each_degree_has_its_points() {
    let check = |place, centralisation| {
        let score = area_score(&round(first(TEN, 1, &at(place))), TEN);
        assert_eq!(
            score.score(Dimension::Centralisation),
            Some(centralisation),
            "{place:?}"
        );
    };
    check(Place::Institution, 0.0);
    check(Place::Intermediate, 1.0);
    check(Place::Department, 2.0);
    check(Place::Central, 3.0);
    check(Place::External, 3.0);
    for (degree, points) in Degree::ALL.into_iter().zip([0.0, 0.5, 1.0]) {
        let score = area_score(
            &round(first(TEN, 1, &answer(Place::Central, degree, degree))),
            TEN,
        );
        assert_eq!(scores(&score)[1..], [Some(points); 2]);
    }
}

#[test]
fn unknown_and_missing_answers_lower_the_coverage_and_never_the_score() {
    let mut answers = first(TEN, 4, &answer(Place::Central, Degree::Full, Degree::Full));
    answers[0].1 = standing(Standing::Unknown);
    answers[1].1 = Answer::default();
    let score = area_score(&round(answers), TEN);
    assert_eq!(scores(&score), [Some(3.0), Some(1.0), Some(1.0)]);
    assert_eq!(
        score.coverage,
        Coverage {
            answered: 2,
            relevant: 10
        }
    );
}

#[test]
fn ratings_behind_not_relevant_and_unknown_are_kept_but_do_not_count() {
    for kept in [Standing::NotRelevant, Standing::Unknown] {
        let mut answers = first(TEN, 2, &at(Place::Institution));
        answers[1].1 = Answer {
            standing: kept,
            ..at(Place::Central)
        };
        let score = area_score(&round(answers), TEN);
        assert_eq!(
            score.score(Dimension::Centralisation),
            Some(0.0),
            "{kept:?}"
        );
    }
}

#[test]
fn a_half_finished_answer_counts_where_it_is_given_but_is_not_covered() {
    let half = Answer {
        organisation: Some(Organisation::One(Place::Central)),
        ..Answer::default()
    };
    let score = area_score(&round(first(TEN, 1, &half)), TEN);
    assert_eq!(scores(&score), [Some(3.0), None, None]);
    assert_eq!(score.coverage.answered, 0);
}

#[test]
fn shares_of_cases_weigh_the_levels() {
    let spread = Answer {
        organisation: Some(shares([40, 0, 0, 60, 0])),
        ..at(Place::Central)
    };
    let mut answers = first(TEN, 2, &at(Place::Institution));
    answers[0].1 = spread;
    let score = area_score(&round(answers), TEN);
    assert_eq!(score.score(Dimension::Centralisation), Some(0.9));
}

#[test]
fn external_cases_count_as_central_and_are_shown_as_a_share() {
    let mut answers = first(TEN, 4, &at(Place::External));
    answers[1].1.organisation = Some(shares([0, 0, 0, 50, 50]));
    answers[2].1.organisation = Some(Organisation::One(Place::Central));
    answers[3].1.organisation = Some(Organisation::One(Place::Institution));
    let score = area_score(&round(answers), TEN);
    assert_eq!(score.score(Dimension::Centralisation), Some(2.25));
    assert_eq!(score.external_share(), Some(0.375));
}

fn with_estimate(mut round: Round, id: &str) -> Round {
    let estimate = Estimate {
        organisation: Some(Organisation::One(Place::External)),
        process: Some(Degree::Partly),
        ..Estimate::default()
    };
    round.estimates.insert(area(id), estimate);
    round
}

#[test]
fn an_estimate_stands_for_an_area_without_answers_and_is_marked() {
    let score = area_score(&with_estimate(round([]), TEN), TEN);
    assert_eq!(scores(&score), [Some(3.0), Some(0.5), None]);
    assert!(score.estimated);
    assert_eq!(score.external_share(), Some(1.0));
    assert_eq!(score.coverage.answered, 0);
}

#[test]
fn the_first_answer_replaces_the_estimate_of_its_area() {
    let answered = round(first(TEN, 1, &at(Place::Institution)));
    let score = area_score(&with_estimate(answered, TEN), TEN);
    assert_eq!(scores(&score), [Some(0.0), Some(0.0), Some(0.0)]);
    assert!(!score.estimated);
}

#[test]
fn an_unknown_answer_leaves_the_estimate_standing() {
    let unknown = round(first(TEN, 1, &standing(Standing::Unknown)));
    assert!(area_score(&with_estimate(unknown, TEN), TEN).estimated);
}

#[test]
fn an_estimate_of_an_area_where_nothing_is_relevant_does_not_count() {
    let none = round(all_of(TEN, &standing(Standing::NotRelevant)));
    let score = area_score(&with_estimate(none, TEN), TEN);
    assert_eq!(scores(&score), [None; 3]);
    assert!(!score.estimated);
}

#[test]
fn samlet_is_the_plain_mean_of_the_areas_that_have_a_score() {
    let mut answers = all_of("E01", &at(Place::Central));
    answers.extend(first("E02", 1, &at(Place::Institution)));
    answers.extend(all_of("E03", &standing(Standing::NotRelevant)));
    let scorecard = score(&round(answers));
    let economy = scorecard.domain(Domain::Economy).unwrap();
    assert_eq!(economy.total.centralisation, Some(1.5));
    assert_eq!(economy.coverage.relevant, 140 - 15);
}

#[test]
fn samlet_is_provisional_until_every_relevant_area_is_answered_enough() {
    let check = |answers: Vec<(ActivityId, Answer)>, provisional: bool| {
        let scorecard = score(&round(answers));
        let domain = scorecard.domain(Domain::Economy).unwrap();
        assert_eq!(domain.is_provisional(), provisional);
    };
    let answered = answer(Place::Central, Degree::Full, Degree::Partly);
    let areas = |count: usize| {
        let ids = (1..=count).map(|number| format!("E{number:02}"));
        ids.flat_map(|id| all_of(&id, &answered))
            .collect::<Vec<_>>()
    };
    check(Vec::new(), true);
    check(areas(10), true);
    check(areas(11), false);
    let mut without_one = areas(10);
    without_one.extend(all_of("E11", &standing(Standing::NotRelevant)));
    check(without_one, false);
}

#[test]
fn the_weighted_total_weighs_areas_with_their_fte() {
    let mut answers = all_of("E01", &at(Place::Central));
    answers.extend(all_of("E02", &at(Place::Institution)));
    answers.extend(all_of("E03", &at(Place::Central)));
    let mut round = round(answers);
    round.staff = vec![
        team(1, "E01", 100),
        team(2, "E02", 300),
        team(3, "E04", 9900),
    ];
    let scorecard = score(&round);
    let economy = scorecard.domain(Domain::Economy).unwrap();
    // E03 has no FTE and E04 no score.
    assert_eq!(economy.weighted.centralisation, Some(0.75));
    assert_eq!(economy.total.centralisation, Some(2.0));
    assert_eq!(economy.fte, Some(103.0));
}

/// 3 x 49.2505 / 49.2505 is more than 3 in binary fractions; a random test found it.
#[test]
fn a_weighted_total_is_never_beyond_the_scores_that_it_weighs() {
    for hundredths in 1..2000 {
        let mut round = round(all_of("E01", &at(Place::Central)));
        round.staff = vec![team(1, "E01", hundredths)];
        round.staff[0].areas = [(area("E01"), 5)].into();
        let scorecard = score(&round);
        let economy = scorecard.domain(Domain::Economy).unwrap();
        assert_eq!(economy.weighted.centralisation, Some(3.0), "{hundredths}");
    }
}

#[test]
fn an_area_is_provisional_below_sixty_percent_and_not_at_sixty() {
    let check = |answered: usize, not_relevant: usize, provisional| {
        let mut answers = first(TEN, 10, &standing(Standing::NotRelevant));
        for (index, (_, one)) in answers.iter_mut().enumerate() {
            if index < answered {
                *one = at(Place::Central);
            } else if index < 10 - not_relevant {
                *one = Answer::default();
            }
        }
        let coverage = area_score(&round(answers), TEN).coverage;
        assert_eq!(coverage.is_provisional(), provisional, "{coverage:?}");
    };
    check(6, 0, false);
    check(5, 0, true);
    check(3, 5, false);
    check(2, 5, true);
    check(1, 9, false);
    check(0, 9, true);
    check(0, 10, true);
}

#[test]
fn sixty_percent_is_reached_exactly_for_every_size_of_area() {
    for relevant in 1..=26_u32 {
        for answered in 0..=relevant {
            let coverage = Coverage { answered, relevant };
            assert_eq!(
                coverage.is_provisional(),
                answered * 10 < relevant * 6,
                "{coverage:?}"
            );
        }
    }
}

#[test]
fn mass_processes_are_shown_beside_the_area() {
    let area = catalogue::area(area("E04")).unwrap();
    let answers = area.activities.iter().map(|activity| {
        let degree = if activity.mass_process {
            Degree::Full
        } else {
            Degree::Manual
        };
        (activity.id, answer(Place::Central, degree, degree))
    });
    let score = area_score(&round(answers), "E04");
    assert_eq!(score.mass_means.process.value(), Some(1.0));
    assert!(score.score(Dimension::Process) < Some(0.2));
}

#[test]
fn only_the_domains_that_are_answered_are_scored() {
    let mut round = round(all_of("E01", &at(Place::Central)));
    round.profile.domains = [Domain::Payroll].into();
    let scorecard = score(&round);
    assert!(scorecard.domain(Domain::Economy).is_none());
    assert_eq!(scorecard.coverage().relevant, 160);
    round.profile.domains.clear();
    assert_eq!(score(&round), Scorecard::default());
}

#[test]
fn fte_are_summed_exactly_over_teams_units_and_areas() {
    let mut rows: Vec<_> = (1..=10).map(|id| team(id, "E01", 10)).collect();
    let by_area = resources::fte_by_area(&rows);
    assert_eq!(by_area[&area("E01")].to_bits(), 1.0_f64.to_bits());
    rows[0].areas = [(area("E02"), 30)].into();
    let by_area = resources::fte_by_area(&rows);
    assert_eq!(by_area[&area("E02")].to_bits(), 0.03_f64.to_bits());
    assert!((resources::fte_unplaced(&rows) - 0.07).abs() < 1e-12);
    assert!((resources::fte_total(&rows) - 1.0).abs() < 1e-12);
}

#[test]
fn units_count_as_number_times_hours_of_a_week_of_37_hours_and_purchases_as_none() {
    use kommunebenchmark::domain::ids::RowId;
    use kommunebenchmark::domain::staff::{StaffKind, StaffRow};

    let mut units = StaffRow::new(RowId(1), StaffKind::Units);
    units.number = Some(10);
    units.hours_per_week = Some(Amount::from_hundredths(740));
    units.areas = [(area("P04"), 50)].into();
    assert_eq!(resources::fte_of(&units), Some(2.0));
    assert_eq!(
        resources::fte_by_area(&[units.clone()])[&area("P04")].to_bits(),
        1.0_f64.to_bits()
    );
    let places = resources::fte_by_place(&[units.clone()], area("P04"));
    assert_eq!(places.keys().collect::<Vec<_>>(), [&Place::Institution]);
    units.number = None;
    assert_eq!(resources::fte_of(&units), None);

    let mut bought = StaffRow::new(RowId(2), StaffKind::Purchase);
    bought.kr = Some(1000);
    bought.fte = Some(Amount::from_hundredths(100));
    bought.areas = [(area("P04"), 25)].into();
    assert_eq!(resources::fte_of(&bought), None);
    assert!((resources::purchases(&[bought], area("P04")) - 250.0).abs() < 1e-12);
}

#[test]
fn resources_are_per_10_000_inhabitants_and_per_1_000_employees() {
    assert_eq!(resources::per_population(35.0, Some(50_000)), Some(7.0));
    assert_eq!(resources::per_employees(8.0, Some(4000)), Some(2.0));
    for nobody in [None, Some(0)] {
        assert_eq!(resources::per_population(1.0, nobody), None);
        assert_eq!(resources::per_employees(1.0, nobody), None);
    }
}

fn check_ranges(scorecard: &Scorecard) -> Result<(), TestCaseError> {
    let in_scale = |dimension: Dimension, score: Option<f64>| {
        score.is_none_or(|score| (0.0..=f64::from(dimension.max())).contains(&score))
    };
    for domain in &scorecard.domains {
        for dimension in Dimension::ALL {
            prop_assert!(in_scale(dimension, *domain.total.get(dimension)));
            prop_assert!(in_scale(dimension, *domain.weighted.get(dimension)));
            for area in &domain.areas {
                prop_assert!(in_scale(dimension, area.score(dimension)));
                prop_assert!(in_scale(dimension, area.mass_means.get(dimension).value()));
            }
        }
        for area in &domain.areas {
            prop_assert!(area.coverage.answered <= area.coverage.relevant);
            prop_assert!(
                area.coverage
                    .share()
                    .is_none_or(|share| (0.0..=1.0).contains(&share))
            );
            prop_assert!(
                area.external_share()
                    .is_none_or(|share| (0.0..=1.0).contains(&share))
            );
            prop_assert!(area.fte.is_none_or(|fte| fte >= 0.0));
        }
    }
    Ok(())
}

fn answer_all(answers: &[(ActivityId, Answer)]) -> Scorecard {
    let mut assessment = Assessment::new("any".to_owned(), 2026);
    for (id, answer) in answers {
        let edit = Edit::SetAnswers {
            round: RoundId("2026".to_owned()),
            unit: UnitId::central(),
            answers: [(*id, Some(answer.clone()))].into(),
        };
        assessment.apply(edit).unwrap();
    }
    score(assessment.current().unwrap())
}

proptest! {
    #[test]
    fn scores_and_coverage_stay_in_range(round in any_round()) {
        check_ranges(&score(&round))?;
    }

    #[test]
    fn the_order_of_answering_does_not_matter(
        (answers, shuffled) in btree_map(any_activity(), any_answer(), 0..40)
            .prop_map(|answers| answers.into_iter().collect::<Vec<_>>())
            .prop_flat_map(|answers| (Just(answers.clone()), Just(answers).prop_shuffle()))
    ) {
        prop_assert_eq!(answer_all(&answers), answer_all(&shuffled));
    }

    #[test]
    fn an_answer_equal_to_the_mean_keeps_the_mean(
        degree in crate::given::any_degree(),
        organisation in crate::given::any_organisation(),
        n in 1_usize..10,
    ) {
        // n answers like one another have that answer as their mean; so has one more.
        let like = Answer { organisation: Some(organisation), ..answer(Place::Central, degree, degree) };
        let before = area_score(&round(first(TEN, n, &like)), TEN);
        let after = area_score(&round(first(TEN, n + 1, &like)), TEN);
        prop_assert_eq!(scores(&before), scores(&after));
    }

    #[test]
    fn an_answer_equal_to_the_mean_of_different_answers_keeps_the_mean(
        pairs in proptest::collection::vec(0_u8..=100, 1..4),
    ) {
        // Each pair of shares has the mean 50 % central.
        let half = |percent: u8| Answer {
            organisation: Some(shares([100 - percent, 0, 0, percent, 0])),
            ..at(Place::Central)
        };
        let mut answers: Vec<_> = first(TEN, 2 * pairs.len() + 1, &half(50));
        for (index, percent) in pairs.iter().enumerate() {
            answers[2 * index].1 = half(*percent);
            answers[2 * index + 1].1 = half(100 - percent);
        }
        let after = area_score(&round(answers.clone()), TEN);
        answers.pop();
        let before = area_score(&round(answers), TEN);
        prop_assert_eq!(before.score(Dimension::Centralisation), Some(1.5));
        prop_assert_eq!(after.score(Dimension::Centralisation), Some(1.5));
    }

    #[test]
    fn not_relevant_never_changes_a_mean(round in any_round(), id in any_activity()) {
        let mut without = round;
        without.profile.domains = Domain::ALL.into();
        without.estimates.clear();
        without.answers.entry(UnitId::central()).or_default();
        // What units rate stands for the own answer, also for this one.
        for answers in without.answers.values_mut() {
            answers.remove(&id);
        }
        let mut with = without.clone();
        let answers = with.answers.get_mut(&UnitId::central()).unwrap();
        answers.insert(id, standing(Standing::NotRelevant));
        let (without, with) = (score(&without), score(&with));
        for (without, with) in without.domains.iter().zip(&with.domains) {
            prop_assert_eq!(without.total, with.total);
            prop_assert_eq!(without.weighted, with.weighted);
            for (without, with) in without.areas.iter().zip(&with.areas) {
                prop_assert_eq!(without.means, with.means);
                prop_assert_eq!(without.coverage.answered, with.coverage.answered);
                prop_assert_eq!(
                    without.coverage.relevant - u32::from(with.area == id.area),
                    with.coverage.relevant
                );
            }
        }
    }
}

#[test]
fn an_answer_is_settled_when_nothing_more_is_asked() {
    use kommunebenchmark::scoring::ActivityRating;
    let check = |answer: &Answer, settled, status| {
        assert_eq!(answer.is_settled(), settled);
        assert_eq!(ActivityRating::of(Some(answer)).status, status);
    };
    check(&Answer::default(), false, Status::Missing);
    check(&standing(Standing::Unknown), true, Status::Unknown);
    check(&standing(Standing::NotRelevant), true, Status::NotRelevant);
    check(&at(Place::Central), true, Status::Answered);
    assert_eq!(ActivityRating::of(None).status, Status::Missing);
    assert!(
        round([(activity("E01.01"), at(Place::Central))])
            .central_answer(activity("E01.01"))
            .is_some()
    );
}
