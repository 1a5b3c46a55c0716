//! FTE from the staff sheet: per area, per level, in total.
//!
//! Sums are integers (hundredths of an hour per week times percent), division comes last. Does
//! not relate FTE to inhabitants or employees; see [`rate`] for that alone.

use std::collections::BTreeMap;

use crate::domain::ids::{AreaId, Domain};
use crate::domain::rating::Place;
use crate::domain::staff::{FULL_TIME_HOURS, StaffRow};

/// Hundredths of an hour per week in one FTE.
const WEEKLY_HUNDREDTHS: u64 = FULL_TIME_HOURS * 100;

#[allow(
    clippy::cast_precision_loss,
    reason = "staff sheets stay far below 2^53"
)]
fn to_fte(sum: u64, scale: u64) -> f64 {
    sum as f64 / scale as f64
}

fn to_fte_each<K: Ord>(sums: BTreeMap<K, u64>) -> BTreeMap<K, f64> {
    let mut fte = BTreeMap::new();
    fte.extend(
        sums.into_iter()
            .map(|(key, sum)| (key, to_fte(sum, WEEKLY_HUNDREDTHS * 100))),
    );
    fte
}

/// FTE of each area that the sheet gives something to.
#[must_use]
pub fn fte_by_area(rows: &[StaffRow]) -> BTreeMap<AreaId, f64> {
    let mut sums: BTreeMap<AreaId, u64> = BTreeMap::new();
    for row in rows {
        let Some(weekly) = row.weekly_hundredths() else {
            continue;
        };
        for (&area, &percent) in &row.areas {
            *sums.entry(area).or_default() += weekly * u64::from(percent);
        }
    }
    to_fte_each(sums)
}

/// FTE of an area at each place.
#[must_use]
pub fn fte_by_place(rows: &[StaffRow], area: AreaId) -> BTreeMap<Place, f64> {
    let mut sums: BTreeMap<Place, u64> = BTreeMap::new();
    for row in rows {
        if let (Some(weekly), Some(place), Some(&percent)) =
            (row.weekly_hundredths(), row.place, row.areas.get(&area))
        {
            *sums.entry(place).or_default() += weekly * u64::from(percent);
        }
    }
    to_fte_each(sums)
}

/// FTE of one row; none where a number is missing, and for purchases.
#[must_use]
pub fn fte_of(row: &StaffRow) -> Option<f64> {
    row.weekly_hundredths()
        .map(|weekly| to_fte(weekly, WEEKLY_HUNDREDTHS))
}

/// FTE of the whole sheet, placed on areas or not.
#[must_use]
pub fn fte_total(rows: &[StaffRow]) -> f64 {
    to_fte(
        rows.iter().filter_map(StaffRow::weekly_hundredths).sum(),
        WEEKLY_HUNDREDTHS,
    )
}

/// FTE that are on the sheet but not placed on areas.
#[must_use]
pub fn fte_unplaced(rows: &[StaffRow]) -> f64 {
    let sum = rows
        .iter()
        .filter_map(|row| {
            let open = 100_u32.saturating_sub(row.percent_placed());
            row.weekly_hundredths()
                .map(|weekly| weekly * u64::from(open))
        })
        .sum();
    to_fte(sum, WEEKLY_HUNDREDTHS * 100)
}

/// Kr. of purchased services on an area.
#[must_use]
pub fn purchases(rows: &[StaffRow], area: AreaId) -> f64 {
    let sum = rows
        .iter()
        .filter_map(|row| Some(u64::from(row.kr?) * u64::from(*row.areas.get(&area)?)))
        .sum();
    to_fte(sum, 100)
}

/// FTE per 10,000 inhabitants: the resources of finance (000; DOMAIN.md section 4).
#[must_use]
pub fn per_population(fte: f64, population: Option<u32>) -> Option<f64> {
    population
        .filter(|&population| population > 0)
        .map(|population| fte * 10_000.0 / f64::from(population))
}

/// FTE per 1,000 employees: the resources of payroll and HR.
#[must_use]
pub fn per_employees(fte: f64, employees: Option<u32>) -> Option<f64> {
    employees
        .filter(|&employees| employees > 0)
        .map(|employees| fte * 1000.0 / f64::from(employees))
}

/// What FTE are measured by in each domain: per 10,000 inhabitants in finance, per 1,000 employees
/// in payroll and HR.
#[must_use]
pub fn rate(
    domain: Domain,
    fte: f64,
    population: Option<u32>,
    employees: Option<u32>,
) -> Option<f64> {
    match domain {
        Domain::Economy => per_population(fte, population),
        Domain::Payroll => per_employees(fte, employees),
    }
}
