//! Package 3: the purchasing report by unit and quarter (004 p. 45-46).
//!
//! Three figures for the management: compliance and e-trade, each with its change since the quarter
//! before, and what full compliance would save. Nothing is invented where a number is missing: a
//! figure that needs it is none, and a sum says how many rows are in it.

mod total;

use std::cmp::Ordering;
use std::collections::{BTreeMap, BTreeSet};

use crate::domain::decisions::Purchases;
use crate::sorting;

use super::LARGEST;

pub use total::{Sum, Total};

/// A quarter of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Quarter {
    /// The year.
    pub year: u16,
    /// 1 to 4.
    pub quarter: u8,
}

impl Quarter {
    fn of(purchases: &Purchases) -> Option<Self> {
        Some(Self {
            year: purchases.year?,
            quarter: purchases.quarter.filter(|one| (1..=4).contains(one))?,
        })
    }

    /// The one before; none before the first quarter of the year 0.
    #[must_use]
    pub fn before(self) -> Option<Self> {
        Some(match self.quarter {
            1 => Self {
                year: self.year.checked_sub(1)?,
                quarter: 4,
            },
            quarter => Self {
                year: self.year,
                quarter: quarter - 1,
            },
        })
    }
}

/// A number of an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// [`Purchases::unit`].
    Unit,
    /// [`Purchases::year`].
    Year,
    /// [`Purchases::quarter`].
    Quarter,
    /// [`Purchases::volume`].
    Volume,
    /// [`Purchases::compliance`].
    Compliance,
    /// [`Purchases::e_trade`].
    ETrade,
}

/// A unit in a quarter.
#[derive(Clone, Debug, PartialEq)]
pub struct Unit {
    /// The entry's key.
    pub key: String,
    /// The unit; none where it has no name.
    pub unit: Option<String>,
    /// When; none where year or quarter is missing.
    pub quarter: Option<Quarter>,
    /// Purchases that agreements exist for, kr. in the quarter.
    pub volume: Option<f64>,
    /// Percent bought on the agreements.
    pub compliance: Option<f64>,
    /// Percentage points since the quarter before; none where the unit has no figure for exactly
    /// that quarter, or two.
    pub compliance_change: Option<f64>,
    /// Percent bought by e-trade.
    pub e_trade: Option<f64>,
    /// Percentage points since the quarter before.
    pub e_trade_change: Option<f64>,
    /// What full compliance would save, kr. in the quarter.
    pub saving: Option<f64>,
    /// What is missing.
    pub missing: Vec<Field>,
    /// What is given and makes no sense (a percentage above 100, a negative volume, a fifth
    /// quarter); it counts as missing.
    pub wrong: Vec<Field>,
}

/// The report.
#[derive(Clone, Debug, PartialEq)]
pub struct Report {
    /// By unit, in the order of the alphabet, and by time; what has no name or time comes last.
    pub units: Vec<Unit>,
    /// Quarter by quarter.
    pub quarters: Vec<Total>,
    /// Everything together.
    pub total: Total,
}

/// Makes the report. `price_saving` is the average price saving on agreements, percent 0 to 100;
/// without one, or with another one, nothing says what is saved.
#[must_use]
pub fn report(purchases: &BTreeMap<String, Purchases>, price_saving: Option<f64>) -> Report {
    let price_saving = price_saving.filter(|percent| is_percent(*percent));
    let mut units: Vec<Unit> = purchases
        .iter()
        .map(|(key, one)| Unit::new(key, one, price_saving))
        .collect();
    sorting::sort_by(&mut units, by_unit_and_time);
    let changes: Vec<_> = units.iter().map(|one| changes(one, &units)).collect();
    for (one, (compliance, e_trade)) in units.iter_mut().zip(changes) {
        one.compliance_change = compliance;
        one.e_trade_change = e_trade;
    }
    let quarters: BTreeSet<Quarter> = units.iter().filter_map(|one| one.quarter).collect();
    let of_quarter = |quarter: Quarter| {
        let rows: Vec<&Unit> = units
            .iter()
            .filter(|one| one.quarter == Some(quarter))
            .collect();
        Total::new(Some(quarter), &rows)
    };
    Report {
        quarters: quarters.into_iter().map(of_quarter).collect(),
        total: Total::new(None, &units.iter().collect::<Vec<_>>()),
        units,
    }
}

fn is_percent(value: f64) -> bool {
    (0.0..=100.0).contains(&value)
}

fn by_unit_and_time(one: &Unit, other: &Unit) -> Ordering {
    fn key(
        one: &Unit,
    ) -> (
        bool,
        Option<String>,
        Option<&String>,
        bool,
        Option<Quarter>,
        &String,
    ) {
        let unit = one.unit.as_ref();
        let name = unit.map(|name| name.to_lowercase());
        let (unnamed, untimed) = (unit.is_none(), one.quarter.is_none());
        (unnamed, name, unit, untimed, one.quarter, &one.key)
    }
    key(one).cmp(&key(other))
}

impl Unit {
    fn new(key: &str, one: &Purchases, price_saving: Option<f64>) -> Self {
        let (mut missing, mut wrong) = (Vec::new(), Vec::new());
        let mut sound = |field: Field, value: Option<f64>, most: f64| {
            match value {
                None => missing.push(field),
                Some(value) if !(0.0..=most).contains(&value) => wrong.push(field),
                Some(value) => return Some(value),
            }
            None
        };
        let quarter = one.quarter.map(f64::from);
        sound(Field::Year, one.year.map(f64::from), LARGEST);
        // A quarter 0 is as wrong as a fifth one.
        sound(Field::Quarter, quarter.map(|quarter| quarter - 1.0), 3.0);
        let volume = sound(Field::Volume, one.volume, LARGEST);
        let compliance = sound(Field::Compliance, one.compliance, 100.0);
        let e_trade = sound(Field::ETrade, one.e_trade, 100.0);
        let named = one.unit.as_ref().map(|name| name.trim().to_owned());
        let unit = named.filter(|name| !name.is_empty());
        if unit.is_none() {
            missing.push(Field::Unit);
        }
        sorting::sort(&mut missing);
        let saving = || Some((100.0 - compliance?) / 100.0 * (price_saving? / 100.0) * volume?);
        Self {
            key: key.to_owned(),
            unit,
            quarter: Quarter::of(one),
            volume,
            compliance,
            compliance_change: None,
            e_trade,
            e_trade_change: None,
            saving: saving(),
            missing,
            wrong,
        }
    }
}

/// The changes of compliance and e-trade since the quarter before.
fn changes(one: &Unit, all: &[Unit]) -> (Option<f64>, Option<f64>) {
    let before = one.quarter.and_then(Quarter::before);
    if one.unit.is_none() || before.is_none() {
        return (None, None);
    }
    let mut earlier = all
        .iter()
        .filter(|other| other.unit == one.unit && other.quarter == before);
    let (Some(earlier), None) = (earlier.next(), earlier.next()) else {
        return (None, None);
    };
    let change = |now: Option<f64>, then: Option<f64>| Some(now? - then?);
    (
        change(one.compliance, earlier.compliance),
        change(one.e_trade, earlier.e_trade),
    )
}

#[cfg(test)]
mod tests;
