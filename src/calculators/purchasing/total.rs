//! Several rows of the purchasing report together.

use super::{Quarter, Unit};

/// A sum or mean, and of how many rows it is made.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sum {
    /// The value; none where no row has what it needs.
    pub value: Option<f64>,
    /// Rows that are in it.
    pub of: usize,
}

/// Several rows together.
#[derive(Clone, Debug, PartialEq)]
pub struct Total {
    /// When; none for all quarters together.
    pub quarter: Option<Quarter>,
    /// How many rows there are.
    pub rows: usize,
    /// Purchases that agreements exist for, kr.
    pub volume: Sum,
    /// Percent bought on the agreements, weighted by volume.
    pub compliance: Sum,
    /// Percent bought by e-trade, weighted by volume.
    pub e_trade: Sum,
    /// What full compliance would save, kr.
    pub saving: Sum,
}

impl Total {
    pub(super) fn new(quarter: Option<Quarter>, rows: &[&Unit]) -> Self {
        Self {
            quarter,
            rows: rows.len(),
            volume: sum(rows, |row| row.volume),
            compliance: weighted(rows, |row| row.compliance),
            e_trade: weighted(rows, |row| row.e_trade),
            saving: sum(rows, |row| row.saving),
        }
    }
}

fn sum(rows: &[&Unit], of: fn(&Unit) -> Option<f64>) -> Sum {
    let values = || rows.iter().filter_map(|row| of(row));
    Sum {
        value: values().reduce(|sum, value| sum + value),
        of: values().count(),
    }
}

/// Mean of percentages over the rows that have one and a volume; none where there is no volume.
fn weighted(rows: &[&Unit], of: fn(&Unit) -> Option<f64>) -> Sum {
    let pairs: Vec<(f64, f64)> = rows
        .iter()
        .filter_map(|row| of(row).zip(row.volume))
        .collect();
    let volume: f64 = pairs.iter().map(|(_, volume)| volume).sum();
    let bought: f64 = pairs.iter().map(|(percent, volume)| percent * volume).sum();
    Sum {
        value: (volume > 0.0).then(|| (bought / volume).clamp(0.0, 100.0)),
        of: pairs.len(),
    }
}
