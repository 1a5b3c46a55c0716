//! The five indicators, the survey of 87 municipalities and KLK's table of what was gathered,
//! against the published figures.

use kommunebenchmark::domain::answer::{Answer, Standing};
use kommunebenchmark::domain::assessment::Round;
use kommunebenchmark::domain::catalogue;
use kommunebenchmark::domain::ids::Domain;
use kommunebenchmark::domain::operation::{PayDataEntry, PrimaryLevel};
use kommunebenchmark::domain::rating::{Degree, Place, Procedure};
use kommunebenchmark::peers::survey::{Bar, Distribution, Survey, survey};
use kommunebenchmark::peers::typical::{Level, typical};
use kommunebenchmark::scoring;
use kommunebenchmark::scoring::indicators::{Indicators, indicators};
use serde_json::Value;

use crate::given::{self, all_of, answer, round, team};

fn published() -> Value {
    given::json("tests/fixtures/klk-survey-2017.json")
}

fn of(round: &Round) -> Indicators {
    indicators(round, &scoring::score(round))
}

fn bar<'a>(one: &'a Distribution, code: &str) -> &'a Bar {
    one.bars.iter().find(|bar| bar.code == code).unwrap()
}

#[test]
fn who_does_the_three_processes_is_as_published() {
    let (survey, published) = (survey(), published());
    let organisation = published["survey"]["organisation"].as_array().unwrap();
    let mut compared = 0;
    for (ours, theirs) in survey.organisation.iter().zip(organisation) {
        for (code, key) in [
            ("decentral", "decentral"),
            ("intermediate", "intermediate"),
            ("central", "central"),
            ("in_system", "directly_in_payroll_system"),
        ] {
            let Some(figure) = theirs.get(key) else {
                continue;
            };
            let bar = bar(ours, code);
            assert_eq!(bar.count.map(u64::from), figure["count"].as_u64());
            assert_eq!(bar.percent.map(u64::from), figure["pct"].as_u64());
            compared += 1;
        }
        let sum: u32 = ours.bars.iter().filter_map(|bar| bar.count).sum();
        assert_eq!(sum, survey.n);
    }
    assert_eq!(compared, 10);
}

#[test]
fn automation_is_as_published() {
    let (survey, published) = (survey(), published());
    let rows = &published["survey"]["automation_distribution_payroll"]["rows"];
    for (ours, theirs) in survey.ladder.bars.iter().zip(rows.as_array().unwrap()) {
        assert_eq!(ours.percent.map(u64::from), theirs["pct"].as_u64());
        assert_eq!(ours.count.map(u64::from), theirs["derived_count"].as_u64());
    }
    let bookkeeping = &published["survey"]["automation_bookkeeping"];
    let over = bar(&survey.bookkeeping, "over");
    let total = &bookkeeping["over_20_pct_total"];
    assert_eq!(over.count.map(u64::from), total["municipalities"].as_u64());
    assert_eq!(over.percent.map(u64::from), total["pct_printed"].as_u64());
    assert_eq!(
        bar(&survey.bookkeeping, "not_over").percent,
        None,
        "not printed"
    );
    for (ours, key) in survey
        .automation_means
        .iter()
        .zip(["auto_posting", "auto_receipt"])
    {
        let theirs = &bookkeeping[key];
        let number = |key: &str| theirs[key].as_u64().unwrap();
        assert_eq!(u64::from(ours.municipalities), number("municipalities"));
        assert_eq!(u64::from(ours.percent), number("pct_printed"));
        assert_eq!(
            u64::from(ours.share_of_invoices),
            number("average_share_of_invoices_pct")
        );
    }
}

#[test]
fn what_the_source_lost_stays_unknown() {
    let (survey, published) = (survey(), published());
    let quality = &published["survey"]["quality_by_intermediate_level"];
    let keys = [
        "a_conto_share_pct",
        "negative_pay_share_pct",
        "overdue_invoice_share_pct",
    ];
    for (ours, key) in survey.quality.iter().zip(keys) {
        assert_eq!(ours.with, quality[key]["with"].as_f64(), "{key}");
        assert_eq!(ours.without, quality[key]["without"].as_f64(), "{key}");
    }
    assert_eq!(survey.quality[0].with, None);
    let productivity = &published["survey"]["productivity_by_size"];
    for (ours, key) in survey.productivity.iter().zip(["payroll", "bookkeeping"]) {
        for (value, size) in [
            (ours.small, "small"),
            (ours.middle, "middle"),
            (ours.large, "large"),
        ] {
            assert_eq!(value, productivity[key][size].as_f64(), "{key} {size}");
        }
    }
}

#[test]
fn what_was_gathered_is_as_published_and_blank_where_it_is_garbled() {
    let (typical, published) = (typical(), published());
    let rows = published["typical"]["areas"].as_array().unwrap();
    assert_eq!(typical.areas.len(), 29);
    for row in rows {
        let ours = typical.areas[&given::area(row["area"].as_str().unwrap())];
        let cells: Vec<&str> = row["literal_cells_da"]
            .as_array()
            .unwrap()
            .iter()
            .filter_map(Value::as_str)
            .collect();
        let level = match cells[0] {
            "Central" => Some(Level::Central),
            "Delvis central" => Some(Level::PartlyCentral),
            "Delvist" => Some(Level::Partly),
            "Decentral" => Some(Level::Decentral),
            "Decentralt med central support" => Some(Level::DecentralWithCentralSupport),
            "Centraliseringsgrad" => None,
            other => panic!("{other}"),
        };
        assert_eq!(ours.level, level, "{row}");
        let important = cells[1..]
            .iter()
            .filter(|cell| cell.starts_with("Vigtig"))
            .count();
        let marked = usize::from(ours.process.is_some())
            + usize::from(ours.solution.is_some())
            + usize::from(ours.one_of_both);
        assert_eq!(marked, important, "{row}");
    }
}

/// A round with numbers that can be divided in the head.
fn with_numbers() -> Round {
    let mut round = round([]);
    let profile = &mut round.profile;
    profile.population = Some(50_000);
    profile.employees = Some(4_000);
    profile.payslips = Some(48_000);
    profile.invoices = Some(60_000);
    profile.operation.a_conto_payments = Some(480);
    profile.operation.negative_pays = Some(96);
    profile.operation.overdue_invoices = Some(300);
    let central = |row| kommunebenchmark::domain::staff::StaffRow {
        place: Some(Place::Central),
        ..row
    };
    round.staff = vec![
        central(team(1, "E04", 600)),
        team(2, "E04", 400),
        central(team(3, "P03", 800)),
        team(4, "P01", 400),
    ];
    round
}

#[test]
fn the_indicators_are_plain_quotients() {
    let own = of(&with_numbers());
    assert_eq!(own.invoices_per_fte.value(), Some(6_000.0));
    assert_eq!(own.payslips_per_fte.value(), Some(4_000.0));
    // Central FTE on pay work only: recruiting (P01) is none.
    assert_eq!(own.employees_per_central_fte.value(), Some(500.0));
    assert_eq!(own.invoices_per_central_fte.value(), Some(10_000.0));
    assert_eq!(own.a_conto.value(), Some(0.01));
    assert_eq!(own.negative_pay.value(), Some(0.002));
    assert_eq!(own.overdue.value(), Some(0.005));
    let rates: Vec<_> = own.domains.iter().map(|one| one.rate).collect();
    assert_eq!(rates, [Some(2.0), Some(3.0)]);
    let nothing = of(&round([]));
    assert_eq!(nothing.payslips_per_fte.value(), None);
    assert_eq!(nothing.a_conto.value(), None);
    assert_eq!(
        (nothing.ladder, nothing.bookkeeping_automation),
        (None, None)
    );
}

#[test]
fn nothing_is_divided_by_nobody() {
    let mut round = with_numbers();
    round.staff.clear();
    round.profile.payslips = Some(0);
    let own = of(&round);
    assert_eq!(own.invoices_per_fte.value(), None);
    assert_eq!(own.a_conto.value(), None);
}

#[test]
fn seventy_percent_is_not_over_seventy_percent() {
    let digital = |process, solution| {
        let areas = catalogue::areas_of(Domain::Economy);
        let answers = areas.flat_map(|area| {
            all_of(
                &area.id.to_string(),
                &answer(Place::Central, process, solution),
            )
        });
        let own = of(&round(answers));
        let one = own.domains[0];
        (one.digitalisation(), one.is_digital_enough())
    };
    assert_eq!(digital(Degree::Full, Degree::Full), (Some(1.0), Some(true)));
    assert_eq!(
        digital(Degree::Full, Degree::Partly),
        (Some(0.75), Some(true))
    );
    assert_eq!(
        digital(Degree::Partly, Degree::Partly),
        (Some(0.5), Some(false))
    );
    let mut one = of(&round([])).domains[0];
    one.process = Some(0.9);
    one.solution = Some(0.5);
    assert_eq!(one.is_digital_enough(), Some(false));
    one.solution = Some(0.51);
    assert_eq!(one.is_digital_enough(), Some(true));
}

#[test]
fn procedures_are_counted_where_they_are_asked_and_relevant() {
    let asked: Vec<_> = catalogue::activities()
        .filter(|activity| activity.procedure && activity.id.area.domain == Domain::Economy)
        .map(|activity| activity.id)
        .collect();
    let said = |procedure| Answer {
        procedure: Some(procedure),
        ..Answer::default()
    };
    let answers = [
        (asked[0], said(Procedure::Yes)),
        (asked[1], said(Procedure::Partly)),
        (asked[2], said(Procedure::No)),
        (asked[3], said(Procedure::Yes)),
        (asked[4], given::standing(Standing::NotRelevant)),
    ];
    let counts = of(&round(answers)).domains[0].procedures;
    assert_eq!((counts.yes, counts.partly, counts.no), (2, 1, 1));
    assert_eq!(counts.asked as usize, asked.len() - 1);
    assert_eq!(counts.share(), Some(0.5));
}

#[test]
fn the_own_place_in_the_survey_follows_the_own_answers() {
    let survey: Survey = survey();
    let mut round = with_numbers();
    let code = |round: &Round, one: &Distribution| {
        survey.own_code(one, &round.profile.operation, &of(round))
    };
    assert_eq!(code(&round, &survey.ladder), None);
    let operation = &mut round.profile.operation;
    operation.pay_data_entry = Some(PayDataEntry::InSystem);
    operation.hiring = Some(PrimaryLevel::Central);
    operation.invoice_posting = Some(PrimaryLevel::Intermediate);
    operation.time_by_employees = Some(true);
    operation.person_data_direct = Some(false);
    assert_eq!(code(&round, &survey.ladder), None, "two of three points");
    round.profile.operation.pay_direct = Some(true);
    assert_eq!(code(&round, &survey.ladder).as_deref(), Some("2"));
    let found: Vec<_> = survey
        .organisation
        .iter()
        .map(|one| code(&round, one).unwrap())
        .collect();
    assert_eq!(found, ["in_system", "central", "intermediate"]);
    round.profile.operation.auto_posting = Some(8);
    round.profile.operation.auto_receipt = Some(12);
    // The threshold is passed above 20 %.
    assert_eq!(
        code(&round, &survey.bookkeeping).as_deref(),
        Some("not_over")
    );
    round.profile.operation.auto_receipt = Some(13);
    assert_eq!(code(&round, &survey.bookkeeping).as_deref(), Some("over"));
    for one in survey
        .organisation
        .iter()
        .chain([&survey.ladder, &survey.bookkeeping])
    {
        let code = code(&round, one).unwrap();
        assert!(one.bars.iter().any(|bar| bar.code == code), "{code}");
    }
}
