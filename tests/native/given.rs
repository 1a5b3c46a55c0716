//! What tests start from: the project's files, small rounds, and random assessments.

use std::collections::BTreeMap;
use std::path::PathBuf;

use kommunebenchmark::domain::amount::Amount;
use kommunebenchmark::domain::answer::{Answer, Estimate, Extra, Standing};
use kommunebenchmark::domain::assessment::{Assessment, Municipality, Round};
use kommunebenchmark::domain::catalogue;
use kommunebenchmark::domain::ids::{ActivityId, AreaId, Domain, RoundId, RowId, UnitId};
use kommunebenchmark::domain::operation::{Operation, PayDataEntry, PrimaryLevel};
use kommunebenchmark::domain::part::Part;
use kommunebenchmark::domain::plan::{Path, Plan};
use kommunebenchmark::domain::profile::{EconomySystem, PayrollSystem, Profile};
use kommunebenchmark::domain::rating::{Degree, Organisation, Place, Procedure, Shares};
use kommunebenchmark::domain::staff::{StaffKind, StaffRow};
use kommunebenchmark::domain::unit::Unit;
use proptest::array::{uniform2, uniform3, uniform4};
use proptest::collection::{btree_map, btree_set, vec};
use proptest::option;
use proptest::prelude::*;
use proptest::sample::select;
use serde_json::{Value, json};

pub const EXAMPLE: &str = "public/eksempler/x-kommune.kommunebenchmark.json";
pub const KLK_2017: &str = "public/data/peers.json";
pub const MODEL: &str = "public/data/peers-model.json";
pub const FULL: &str = "tests/fixtures/v1-full.kommunebenchmark.json";
pub const MINIMAL: &str = "tests/fixtures/v1-minimal.kommunebenchmark.json";
pub const PART: &str = "tests/fixtures/v1-part.kommunebenchmark.json";

/// A file of the project.
pub fn path(file: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(file)
}

pub fn text(file: &str) -> String {
    std::fs::read_to_string(path(file)).unwrap_or_else(|error| panic!("reading {file}: {error}"))
}

pub fn json(file: &str) -> Value {
    serde_json::from_str(&text(file)).unwrap_or_else(|error| panic!("reading {file}: {error}"))
}

pub fn area(id: &str) -> AreaId {
    id.parse().unwrap()
}

pub fn activity(id: &str) -> ActivityId {
    id.parse().unwrap()
}

/// An answer with all three ratings.
pub fn answer(place: Place, process: Degree, solution: Degree) -> Answer {
    Answer {
        organisation: Some(Organisation::One(place)),
        process: Some(process),
        solution: Some(solution),
        ..Answer::default()
    }
}

/// A complete answer where only the place matters.
pub fn at(place: Place) -> Answer {
    answer(place, Degree::Manual, Degree::Manual)
}

pub fn standing(standing: Standing) -> Answer {
    Answer {
        standing,
        ..Answer::default()
    }
}

/// A round of both domains with the municipality's own answers.
pub fn round(answers: impl IntoIterator<Item = (ActivityId, Answer)>) -> Round {
    let mut round = Round::new(RoundId("2026".to_owned()), 2026);
    round
        .answers
        .insert(UnitId::central(), answers.into_iter().collect());
    round
}

/// The same answer to the first activities of an area.
pub fn first(area: &str, count: usize, answer: &Answer) -> Vec<(ActivityId, Answer)> {
    let area = catalogue::area(self::area(area)).unwrap();
    assert!(count <= area.activities.len());
    area.activities
        .iter()
        .take(count)
        .map(|activity| (activity.id, answer.clone()))
        .collect()
}

/// The same answer to every activity of an area.
pub fn all_of(area: &str, answer: &Answer) -> Vec<(ActivityId, Answer)> {
    first(area, number_of_activities(area), answer)
}

pub fn number_of_activities(area: &str) -> usize {
    catalogue::area(self::area(area)).unwrap().activities.len()
}

pub fn shares(percent: [u8; 5]) -> Organisation {
    Organisation::Spread(Shares::new(percent).unwrap())
}

/// FTE of one team, whole on one area.
pub fn team(id: u32, area: &str, hundredths: u64) -> StaffRow {
    StaffRow {
        fte: Some(Amount::from_hundredths(hundredths)),
        areas: [(self::area(area), 100)].into(),
        ..StaffRow::new(RowId(id), StaffKind::Team)
    }
}

// Random ones.

pub fn any_organisation() -> impl Strategy<Value = Organisation> {
    let cuts = vec(0_u8..=100, 4).prop_map(|mut cuts| {
        cuts.sort_unstable();
        shares([
            cuts[0],
            cuts[1] - cuts[0],
            cuts[2] - cuts[1],
            cuts[3] - cuts[2],
            100 - cuts[3],
        ])
    });
    prop_oneof![select(&Place::ALL[..]).prop_map(Organisation::One), cuts]
}

pub fn any_degree() -> impl Strategy<Value = Degree> {
    select(&Degree::ALL[..])
}

/// Keys that version 1 does not know.
pub fn any_extra() -> impl Strategy<Value = Extra> {
    let value = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        ".{0,5}".prop_map(Value::from),
        Just(json!({"deep": [1, {"er": null}]})),
    ];
    btree_map("later_[a-z]{1,3}", value, 0..3).prop_map(|keys| keys.into_iter().collect())
}

prop_compose! {
    /// A plan as [`Plan::set`] keeps it: no empty object in it.
    pub fn any_plan()(
        values in vec((any_plan_path(), any_plan_value()), 0..8),
        extra in any_extra(),
    ) -> Plan {
        let mut plan = Plan(extra);
        for (path, value) in values {
            plan.set(&path, Some(value));
        }
        plan
    }
}

pub fn any_plan_path() -> impl Strategy<Value = Path> {
    let section = select(&["proposals", "cases", "actions", "drafts"][..]);
    let field = select(&["owner", "note", "a/b~c", "rank"][..]);
    (section, "[a-c]{1}", field, option::of("[x-z]{1}")).prop_map(|(section, name, field, deep)| {
        // A place is either a leaf or has leaves below it, as in files that programs made.
        let field = deep
            .as_ref()
            .map_or_else(|| field.to_owned(), |_| "inputs".to_owned());
        let path = [section.to_owned(), name, field];
        path.into_iter().chain(deep).collect()
    })
}

pub fn any_plan_value() -> impl Strategy<Value = Value> {
    prop_oneof![
        any::<bool>().prop_map(Value::from),
        any::<i32>().prop_map(Value::from),
        ".{0,5}".prop_map(Value::from),
    ]
}

prop_compose! {
    pub fn any_answer()(
        standing in prop_oneof![
            6 => Just(Standing::Asked),
            1 => Just(Standing::NotRelevant),
            1 => Just(Standing::Unknown),
        ],
        organisation in option::weighted(0.8, any_organisation()),
        solution in option::weighted(0.8, any_degree()),
        process in option::weighted(0.8, any_degree()),
        procedure in option::of(select(&Procedure::ALL[..])),
        comment in ".{0,12}",
        flag in any::<bool>(),
        by in option::of(".{0,6}"),
        at in option::of(Just("2026-11-22T10:15:00Z".to_owned())),
        unconfirmed in any::<bool>(),
        extra in any_extra(),
    ) -> Answer {
        Answer {
            standing, organisation, solution, process, procedure, comment, flag, by, at,
            unconfirmed, extra,
        }
    }
}

pub fn any_activity() -> impl Strategy<Value = ActivityId> {
    let ids: Vec<ActivityId> = catalogue::activities()
        .map(|activity| activity.id)
        .collect();
    select(ids)
}

pub fn any_area() -> impl Strategy<Value = AreaId> {
    let ids: Vec<AreaId> = catalogue::AREAS.iter().map(|area| area.id).collect();
    select(ids)
}

fn any_amount(max: u64) -> impl Strategy<Value = Amount> {
    (0..=max * 100).prop_map(Amount::from_hundredths)
}

prop_compose! {
    pub fn any_estimate()(
        organisation in option::of(any_organisation()),
        solution in option::of(any_degree()),
        process in option::of(any_degree()),
        extra in any_extra(),
    ) -> Estimate {
        Estimate { organisation, solution, process, extra }
    }
}

prop_compose! {
    pub fn any_staff_row()(
        id in 1_u32..6,
        kind in select(&[StaffKind::Team, StaffKind::Units, StaffKind::Purchase][..]),
        name in ".{0,6}",
        place in option::of(select(&Place::ALL[..])),
        fte in option::of(any_amount(10_000)),
        number in option::of(0_u32..20_000_000),
        hours_per_week in option::of(any_amount(10_000)),
        kr in option::of(0_u32..2_000_000_000),
        areas in btree_map(any_area(), 0_u8..=33, 0..3),
        extra in any_extra(),
    ) -> StaffRow {
        StaffRow { id: RowId(id), kind, name, place, fte, number, hours_per_week, kr, areas, extra }
    }
}

prop_compose! {
    fn any_operation()(
        pay_data_entry in option::of(select(&PayDataEntry::ALL[..])),
        [hiring, invoice_posting] in uniform2(option::of(select(&PrimaryLevel::ALL[..]))),
        [time_by_employees, person_data_direct, pay_direct] in uniform3(any::<Option<bool>>()),
        [auto_posting, auto_receipt] in uniform2(option::of(0_u8..=100)),
        [a_conto_payments, negative_pays, overdue_invoices, fte_cost] in
            uniform4(any::<Option<u32>>()),
        extra in any_extra(),
    ) -> Operation {
        Operation {
            pay_data_entry, hiring, invoice_posting, time_by_employees, person_data_direct,
            pay_direct, auto_posting, auto_receipt, a_conto_payments, negative_pays,
            overdue_invoices, fte_cost, extra,
        }
    }
}

prop_compose! {
    pub fn any_profile()(
        population in option::of(any::<u32>()),
        employees in option::of(any::<u32>()),
        economy_system in option::of(prop_oneof![
            Just(EconomySystem::Opus),
            ".{0,4}".prop_map(EconomySystem::Other),
        ]),
        payroll_system in option::of(Just(PayrollSystem::SdLoen)),
        level_names in btree_map(select(&Place::ALL[..]), ".{0,6}", 0..3),
        domains in btree_set(select(&Domain::ALL[..]), 0..=2),
        operation in any_operation(),
        extra in any_extra(),
    ) -> Profile {
        Profile {
            population,
            employees,
            economy_system,
            payroll_system,
            level_names,
            domains,
            operation,
            extra,
            ..Profile::default()
        }
    }
}

pub fn any_unit() -> impl Strategy<Value = UnitId> {
    select(&["central", "unit-1", "enhed 2"][..]).prop_map(|id| UnitId(id.to_owned()))
}

prop_compose! {
    pub fn any_known_unit()(
        name in ".{0,6}",
        kind in ".{0,6}",
        employees in option::of(any::<u32>()),
        invoices in option::of(any::<u32>()),
        extra in any_extra(),
    ) -> Unit {
        Unit { name, kind, employees, invoices, extra }
    }
}

prop_compose! {
    pub fn any_part()(
        function in ".{0,6}",
        activities in btree_set(any_activity(), 0..4),
        for_units in any::<bool>(),
        unit in option::of(any_unit()),
        deadline in option::of(Just("2026-12-24".to_owned())),
        note in ".{0,6}",
        sent_at in option::of(Just("2026-11-22T10:15:00Z".to_owned())),
        base in btree_map(any_activity(), any_answer(), 0..3),
        extra in any_extra(),
    ) -> Part {
        Part { function, activities, for_units, unit, deadline, note, sent_at, base, extra }
    }
}

/// One of a few ids, so that random edits meet each other.
pub fn any_round_id() -> impl Strategy<Value = RoundId> {
    select(&["2025", "2026", "a"][..]).prop_map(|id| RoundId(id.to_owned()))
}

prop_compose! {
    pub fn any_round()(
        id in any_round_id(),
        year in 2015_u16..=2100,
        profile in any_profile(),
        answers in btree_map(any_unit(), btree_map(any_activity(), any_answer(), 0..4), 0..3),
        units in btree_map(any_unit(), any_known_unit(), 0..3),
        estimates in btree_map(any_area(), any_estimate(), 0..3),
        staff in vec(any_staff_row(), 0..4),
        staff_date in option::of(Just("2026-10-01".to_owned())),
        staff_total in option::of(any_amount(1000)),
        drafts in btree_map("[a-z/]{1,6}", ".{0,6}", 0..3),
        extra in any_extra(),
    ) -> Round {
        let staff: BTreeMap<RowId, StaffRow> = staff.into_iter().map(|row| (row.id, row)).collect();
        Round {
            id,
            year,
            profile,
            answers,
            units,
            estimates,
            staff: staff.into_values().collect(),
            staff_date,
            staff_total,
            drafts,
            extra,
            ..Round::new(RoundId(String::new()), 2026)
        }
    }
}

pub fn any_municipality() -> impl Strategy<Value = Municipality> {
    (
        option::of(select(&[101_u16, 760][..])),
        ".{0,6}",
        any_extra(),
    )
        .prop_map(|(code, name, extra)| Municipality { code, name, extra })
}

prop_compose! {
    pub fn any_assessment()(
        id in "[a-z0-9]{1,8}",
        example in any::<bool>(),
        municipality in option::of(any_municipality()),
        contribution_id in option::of("[0-9a-f]{4}"),
        rounds in vec(any_round(), 1..4),
        plan in any_plan(),
        part in option::weighted(0.2, any_part()),
        extra in any_extra(),
    ) -> Assessment {
        let rounds: BTreeMap<RoundId, Round> =
            rounds.into_iter().map(|round| (round.id.clone(), round)).collect();
        let mut assessment = Assessment {
            id,
            example,
            municipality,
            contribution_id,
            rounds: rounds.into_values().collect(),
            plan,
            part,
            extra,
        };
        assessment.tidy();
        assessment
    }
}
