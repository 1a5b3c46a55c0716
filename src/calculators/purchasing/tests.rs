use super::*;

fn entry(unit: &str, year: u16, quarter: u8) -> Purchases {
    Purchases {
        unit: Some(unit.to_owned()),
        year: Some(year),
        quarter: Some(quarter),
        ..Purchases::default()
    }
}

fn full(unit: &str, year: u16, quarter: u8, numbers: [f64; 3]) -> Purchases {
    let [volume, compliance, e_trade] = numbers;
    Purchases {
        volume: Some(volume),
        compliance: Some(compliance),
        e_trade: Some(e_trade),
        ..entry(unit, year, quarter)
    }
}

fn made(entries: Vec<Purchases>, price_saving: Option<f64>) -> Report {
    let keyed = entries.into_iter().zip(1..);
    let purchases = keyed.map(|(one, number)| (format!("q{number}"), one));
    report(&purchases.collect(), price_saving)
}

fn near(one: Option<f64>, other: f64) {
    assert!(
        one.is_some_and(|one| (one - other).abs() < 1e-9),
        "{one:?} is not {other}"
    );
}

#[test]
fn the_saving_is_what_is_not_bought_on_agreements_at_the_price_saving() {
    let report = made(vec![full("Skolen", 2026, 1, [1e6, 70.0, 40.0])], Some(5.0));
    near(report.units[0].saving, 15_000.0);
    near(report.total.saving.value, 15_000.0);
    let entries = || vec![full("Skolen", 2026, 1, [1e6, 70.0, 40.0])];
    for unknown in [None, Some(-1.0), Some(101.0), Some(f64::NAN)] {
        assert_eq!(made(entries(), unknown).units[0].saving, None);
    }
}

#[test]
fn changes_are_percentage_points_since_the_quarter_before() {
    let report = made(
        vec![
            full("Skolen", 2026, 1, [1e6, 70.0, 40.0]),
            full("Skolen", 2025, 4, [1e6, 64.0, 45.0]),
            full("Skolen", 2026, 3, [1e6, 80.0, 50.0]),
            full("Havnen", 2025, 4, [1e6, 10.0, 10.0]),
        ],
        None,
    );
    let keys: Vec<&str> = report.units.iter().map(|one| one.key.as_str()).collect();
    assert_eq!(keys, ["q4", "q2", "q1", "q3"]);
    assert_eq!(report.units[1].compliance_change, None, "nothing before");
    near(report.units[2].compliance_change, 6.0);
    near(report.units[2].e_trade_change, -5.0);
    assert_eq!(
        report.units[3].compliance_change, None,
        "half a year before"
    );
}

#[test]
fn a_quarter_that_is_given_twice_is_no_ground_for_a_change() {
    let report = made(
        vec![
            full("Skolen", 2026, 1, [1e6, 70.0, 40.0]),
            full("Skolen", 2026, 1, [1e6, 60.0, 40.0]),
            full("Skolen", 2026, 2, [1e6, 80.0, 40.0]),
        ],
        None,
    );
    assert_eq!(report.units[2].compliance_change, None);
}

#[test]
fn totals_are_weighted_by_volume_over_the_rows_that_have_both() {
    let without_volume = Purchases {
        compliance: Some(0.0),
        ..entry("Parken", 2026, 1)
    };
    let report = made(
        vec![
            full("Skolen", 2026, 1, [3e6, 80.0, 20.0]),
            full("Havnen", 2026, 1, [1e6, 40.0, 60.0]),
            without_volume,
        ],
        Some(10.0),
    );
    let total = &report.quarters[0];
    assert_eq!(total.rows, 3);
    near(total.compliance.value, 70.0);
    near(total.e_trade.value, 30.0);
    assert_eq!((total.compliance.of, total.volume.of), (2, 2));
    near(total.saving.value, 60_000.0 + 60_000.0);
    assert_eq!(report.total.quarter, None);
}

#[test]
fn nothing_is_made_of_what_is_missing_or_wrong() {
    use Field::{Compliance, ETrade, Quarter, Unit, Volume, Year};
    let odd = Purchases {
        volume: Some(-1.0),
        compliance: Some(101.0),
        e_trade: Some(f64::NAN),
        unit: Some("  ".to_owned()),
        ..entry("", 2026, 5)
    };
    let report = made(vec![odd, Purchases::default()], Some(5.0));
    let (odd, empty) = (&report.units[0], &report.units[1]);
    assert_eq!(odd.wrong, [Quarter, Volume, Compliance, ETrade]);
    assert_eq!(odd.missing, [Unit]);
    assert_eq!(odd.saving, None);
    assert_eq!(
        empty.missing,
        [Unit, Year, Quarter, Volume, Compliance, ETrade]
    );
    assert_eq!(report.quarters, []);
    assert_eq!(report.total.volume, Sum::default());
    assert_eq!(report.total.compliance, Sum::default());
}
