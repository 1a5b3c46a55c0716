//! Units that answer for themselves: how they are weighed, and when their answer stands for the
//! municipality's own.

use kommunebenchmark::document::description;
use kommunebenchmark::domain::answer::{Answer, Standing};
use kommunebenchmark::domain::assessment::Round;
use kommunebenchmark::domain::catalogue::{self, Weight};
use kommunebenchmark::domain::ids::{ActivityId, UnitId};
use kommunebenchmark::domain::profile::Profile;
use kommunebenchmark::domain::rating::{Degree, Dimension, Organisation, Place};
use kommunebenchmark::domain::unit::Unit;
use kommunebenchmark::scoring::units::Weighting;
use kommunebenchmark::scoring::{ActivityRating, AreaScore, Status, UnitsAnswer, score};
use proptest::collection::vec;
use proptest::prelude::*;

use crate::given::{
    activity, answer, any_answer, any_degree, any_organisation, area, at, round, shares, standing,
};

/// What a unit says, and its number of employees.
type Said = (Answer, Option<u32>);

const ONE: &str = "E04.01";

/// A round where units answer one activity, and perhaps the municipality itself.
fn with_units(own: Option<Answer>, units: &[Said]) -> Round {
    let mut round = round(own.map(|own| (activity(ONE), own)));
    for (index, (answer, employees)) in units.iter().enumerate() {
        let id = UnitId(format!("enhed-{index}"));
        let known = Unit {
            employees: *employees,
            ..Unit::default()
        };
        round.units.insert(id.clone(), known);
        round
            .answers
            .insert(id, [(activity(ONE), answer.clone())].into());
    }
    round
}

fn weighed(units: &[Said]) -> UnitsAnswer {
    UnitsAnswer::of(&with_units(None, units), activity(ONE), Weight::Employees)
}

/// The rating of the activity by all together, weighed by employees.
fn together(own: Option<Answer>, units: &[Said]) -> ActivityRating {
    ActivityRating::in_round(&with_units(own, units), activity(ONE), Weight::Employees)
}

fn hundredths(rating: &ActivityRating) -> [Option<f64>; 3] {
    Dimension::ALL.map(|dimension| *rating.hundredths.get(dimension))
}

fn means(units: &UnitsAnswer) -> [Option<f64>; 3] {
    Dimension::ALL.map(|dimension| units.ratings.get(dimension).hundredths())
}

fn only_place(place: Place) -> Answer {
    Answer {
        organisation: Some(Organisation::One(place)),
        ..Answer::default()
    }
}

#[test]
fn units_weigh_by_their_employees_into_shares_and_mean_degrees() {
    let school = answer(Place::Institution, Degree::Full, Degree::Partly);
    let home = answer(Place::External, Degree::Manual, Degree::Partly);
    let units = weighed(&[(school, Some(60)), (home, Some(20))]);
    assert_eq!(units.n, 2);
    assert_eq!(units.weighting, Weighting::By(Weight::Employees));
    assert_eq!(means(&units), [Some(75.0), Some(75.0), Some(50.0)]);
    assert_eq!(units.percent(Place::Institution), Some(75.0));
    assert_eq!(units.percent(Place::External), Some(25.0));
    let process = units.ratings.process;
    assert_eq!(process.counts, [1, 0, 1, 0, 0, 0]);
    assert_eq!((process.smallest, process.largest), (0, 100));
}

#[test]
fn an_activity_weighs_by_the_number_that_the_catalogue_names() {
    let find = |weight| {
        catalogue::activities()
            .find(|one| one.weight == weight)
            .unwrap()
            .id
    };
    let check = |id: ActivityId, process: f64| {
        let mut round = round([]);
        for (unit, degree, employees, invoices) in
            [("a", Degree::Full, 30, 10), ("b", Degree::Manual, 10, 90)]
        {
            let known = Unit {
                employees: Some(employees),
                invoices: Some(invoices),
                ..Unit::default()
            };
            let said = answer(Place::Central, degree, degree);
            round.units.insert(UnitId(unit.to_owned()), known);
            round
                .answers
                .insert(UnitId(unit.to_owned()), [(id, said)].into());
        }
        let scorecard = score(&round);
        let scored = scorecard.area(id.area).unwrap();
        assert_eq!(scored.score(Dimension::Process), Some(process), "{id}");
    };
    check(find(Weight::Employees), 0.75);
    check(find(Weight::Invoices), 0.1);
    check(find(Weight::Equal), 0.5);
}

#[test]
fn units_weigh_the_same_where_one_that_answers_lacks_the_number() {
    let full = answer(Place::Central, Degree::Full, Degree::Full);
    let check = |numbers: [Option<u32>; 2], weighting, process| {
        let units = weighed(&[
            (full.clone(), numbers[0]),
            (at(Place::Central), numbers[1]),
            (standing(Standing::Unknown), None),
        ]);
        assert_eq!(units.weighting, weighting, "{numbers:?}");
        assert_eq!(means(&units)[1], Some(process), "{numbers:?}");
        assert_eq!((units.n, units.silent), (2, 1));
    };
    check([Some(30), Some(10)], Weighting::By(Weight::Employees), 75.0);
    check(
        [Some(30), None],
        Weighting::EqualForLack(Weight::Employees),
        50.0,
    );
    check(
        [Some(0), Some(0)],
        Weighting::EqualForLack(Weight::Employees),
        50.0,
    );
    check([Some(0), Some(10)], Weighting::By(Weight::Employees), 0.0);
}

#[test]
fn what_units_rate_stands_for_the_own_answer_and_the_rest_of_it_stands() {
    let own = answer(Place::External, Degree::Full, Degree::Partly);
    let rating = together(Some(own), &[(only_place(Place::Intermediate), Some(1))]);
    assert_eq!(hundredths(&rating), [Some(100.0), Some(100.0), Some(50.0)]);
    assert_eq!(rating.external_percent.to_bits(), 0.0_f64.to_bits());
    assert_eq!(rating.status, Status::Answered);
}

#[test]
fn an_activity_counts_as_answered_when_all_together_rate_all_three_dimensions() {
    let unit = [(only_place(Place::Central), Some(1))];
    let degrees = Answer {
        organisation: None,
        ..at(Place::Central)
    };
    assert_eq!(together(None, &unit).status, Status::Missing);
    assert_eq!(together(Some(degrees), &unit).status, Status::Answered);
    let unknown = Answer {
        standing: Standing::Unknown,
        ..at(Place::Central)
    };
    let rating = together(Some(unknown), &unit);
    assert_eq!(rating.status, Status::Missing);
    assert_eq!(hundredths(&rating), [Some(300.0), None, None]);
}

#[test]
fn an_activity_is_not_relevant_when_all_units_say_so_and_nobody_else_rates_it() {
    let no = || (standing(Standing::NotRelevant), None);
    let unknown = || (standing(Standing::Unknown), None);
    let check = |own: Option<Answer>, units: &[Said], status| {
        assert_eq!(together(own, units).status, status);
    };
    check(None, &[no(), no()], Status::NotRelevant);
    check(Some(unknown().0), &[no()], Status::NotRelevant);
    check(None, &[no(), unknown()], Status::Missing);
    check(Some(at(Place::Central)), &[no()], Status::Answered);
    check(Some(no().0), &[unknown()], Status::NotRelevant);
    check(
        Some(no().0),
        &[(at(Place::Institution), None)],
        Status::Answered,
    );
}

#[test]
fn a_unit_for_which_it_is_not_relevant_does_not_weigh() {
    let units = weighed(&[
        (at(Place::Department), Some(10)),
        (standing(Standing::NotRelevant), Some(990)),
    ]);
    assert_eq!((units.n, units.not_relevant), (1, 1));
    assert_eq!(means(&units)[0], Some(200.0));
}

#[test]
fn ratings_that_nobody_confirmed_make_the_activity_unconfirmed_only_where_they_count() {
    let old = Answer {
        unconfirmed: true,
        ..at(Place::Central)
    };
    let whole = [(at(Place::Institution), None)];
    let part = [(only_place(Place::Institution), None)];
    let check = |own: &Answer, units: &[Said], status| {
        assert_eq!(together(Some(own.clone()), units).status, status);
    };
    check(&old, &whole, Status::Answered);
    check(&old, &part, Status::Unconfirmed);
    check(
        &at(Place::Central),
        &[(old.clone(), None)],
        Status::Unconfirmed,
    );
}

#[test]
fn units_make_the_score_and_the_external_share_of_an_area() {
    let said = |place| (at(place), Some(1));
    let round = with_units(
        Some(at(Place::Central)),
        &[
            said(Place::External),
            said(Place::Institution),
            said(Place::Institution),
            said(Place::Intermediate),
        ],
    );
    let scorecard = score(&round);
    let scored: &AreaScore = scorecard.area(area("E04")).unwrap();
    assert_eq!(scored.score(Dimension::Centralisation), Some(1.0));
    assert_eq!(scored.external_share(), Some(0.25));
    assert_eq!(scored.coverage.answered, 1);
}

#[test]
fn what_units_say_is_told_in_words() {
    let mut profile = Profile::default();
    profile
        .level_names
        .insert(Place::Institution, "Skole".to_owned());
    let units = weighed(&[
        (
            answer(Place::Institution, Degree::Manual, Degree::Full),
            None,
        ),
        (
            answer(Place::Institution, Degree::Manual, Degree::Full),
            None,
        ),
        (
            Answer {
                organisation: Some(shares([50, 0, 0, 50, 0])),
                process: Some(Degree::Partly),
                ..Answer::default()
            },
            None,
        ),
    ]);
    let text = |dimension| description::units(units.ratings.get(dimension), dimension, &profile);
    assert_eq!(text(Dimension::Process), "3 enheder: 2 Manuelt, 1 Delvist");
    assert_eq!(
        text(Dimension::Centralisation),
        "3 enheder: 2 Skole, 1 flere steder"
    );
    assert_eq!(text(Dimension::Solution), "2 enheder: 2 Fuldt");
    assert_eq!(
        description::weighting(units.weighting),
        "vejer lige meget, da antal ansatte mangler eller er 0"
    );
}

fn any_rated() -> impl Strategy<Value = Answer> {
    (any_organisation(), any_degree(), any_degree()).prop_map(
        |(organisation, process, solution)| Answer {
            organisation: Some(organisation),
            ..answer(Place::Central, process, solution)
        },
    )
}

fn any_units() -> impl Strategy<Value = Vec<Said>> {
    vec((any_rated(), (1_u32..100_000).prop_map(Some)), 1..8)
}

proptest! {
    #[test]
    fn one_unit_is_its_own_answer(said in any_rated(), employees in 1_u32..1_000_000) {
        let own = ActivityRating::of(Some(&said));
        prop_assert_eq!(together(None, &[(said, Some(employees))]), own);
    }

    #[test]
    fn units_alike_in_size_have_the_plain_mean(
        said in vec(any_rated(), 1..8),
        employees in 1_u32..1_000_000,
    ) {
        let units: Vec<Said> = said.iter().map(|one| (one.clone(), Some(employees))).collect();
        let plain = |points: fn(&Answer) -> u32| {
            let sum: u32 = said.iter().map(points).sum();
            Some(f64::from(sum) / f64::from(u32::try_from(said.len()).unwrap()))
        };
        prop_assert_eq!(
            means(&weighed(&units)),
            [
                plain(|one| one.organisation.unwrap().hundredths()),
                plain(|one| one.process.unwrap().hundredths()),
                plain(|one| one.solution.unwrap().hundredths()),
            ]
        );
    }

    #[test]
    fn only_the_proportions_of_the_weights_matter(units in any_units(), factor in 1_u32..10_000) {
        let larger: Vec<Said> = units
            .iter()
            .map(|(said, employees)| (said.clone(), employees.map(|number| number * factor)))
            .collect();
        let (small, large) = (weighed(&units), weighed(&larger));
        prop_assert_eq!(means(&small), means(&large));
        for place in Place::ALL {
            prop_assert_eq!(small.percent(place), large.percent(place));
        }
    }

    #[test]
    fn a_mean_of_units_lies_between_the_smallest_and_the_largest(units in any_units()) {
        let units = weighed(&units);
        for dimension in Dimension::ALL {
            let rating = units.ratings.get(dimension);
            let mean = rating.hundredths().unwrap();
            prop_assert!(f64::from(rating.smallest) <= mean && mean <= f64::from(rating.largest));
        }
        let sum: u64 = units.places.iter().sum();
        prop_assert_eq!(sum, 100 * units.ratings.centralisation.weight);
    }

    #[test]
    fn the_order_of_the_units_does_not_matter(
        (units, shuffled) in any_units().prop_flat_map(|units| {
            (Just(units.clone()), Just(units).prop_shuffle())
        })
    ) {
        prop_assert_eq!(weighed(&units), weighed(&shuffled));
    }

    #[test]
    fn the_own_answer_never_changes_what_units_rated(
        own in any_answer(),
        units in vec((any_answer(), proptest::option::of(0_u32..1000)), 0..6),
    ) {
        let weighed = weighed(&units);
        let rating = together(Some(own.clone()), &units);
        let alone = ActivityRating::of(Some(&own));
        for dimension in Dimension::ALL {
            let by_units = weighed.ratings.get(dimension).hundredths();
            let expected = by_units.or(*alone.hundredths.get(dimension));
            prop_assert_eq!(*rating.hundredths.get(dimension), expected);
        }
    }
}
