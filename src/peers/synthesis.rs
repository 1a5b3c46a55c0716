//! Makes the invented dataset "Modelkommuner" from stated assumptions and a seed number.
//!
//! Owns the drawing and the calibration; the assumptions, with their sources, are data in
//! `synthesis.json`. The same seed gives the same dataset everywhere. Used by the command line
//! only; the app gets the finished file.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::catalogue::{self, Area};
use crate::domain::ids::{ActivityId, AreaId, Domain};
use crate::domain::rating::{Dimension, PerDimension};

use super::dataset::{Column, Dataset, FORMAT, Label, Peer, VERSION};

/// What the dataset is made from.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Assumptions {
    label: Label,
    population: Range,
    employees_per_1000: f64,
    employees_per_central_payroll_fte: Range,
    central_share_of_payroll_fte_percent: f64,
    finance_fte_per_10000: f64,
    fte_weights: BTreeMap<AreaId, f64>,
    means: BTreeMap<AreaId, PerDimension<f64>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Range {
    smallest: f64,
    largest: f64,
}

/// The assumptions of this project.
///
/// # Panics
/// Never: the bundled file is checked by a test.
#[must_use]
pub fn assumptions() -> Assumptions {
    serde_json::from_str(include_str!("synthesis.json")).expect("checked by a test")
}

/// `SplitMix64` (Steele, Lea, Flood 2014): ten lines that give the same numbers for ever, which
/// no crate of random numbers promises across versions.
struct Random(u64);

impl Random {
    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// Uniform in 0..1.
    #[allow(clippy::cast_precision_loss, reason = "53 bits fit")]
    fn uniform(&mut self) -> f64 {
        (self.next() >> 11) as f64 / (1_u64 << 53) as f64
    }

    /// About normal, mean 0 and standard deviation 1: the sum of twelve uniform numbers. No
    /// logarithm or sine, whose last digit differs between machines.
    fn normal(&mut self) -> f64 {
        (0..12).map(|_| self.uniform()).sum::<f64>() - 6.0
    }

    fn one_of(&mut self, choices: [&str; 3]) -> String {
        choices[usize::try_from(self.next() % 3).unwrap_or_default()].to_owned()
    }
}

/// Makes the dataset.
#[must_use]
pub fn synthesize(assumptions: &Assumptions, seed: u64) -> Dataset {
    let mut random = Random(seed);
    let n = assumptions.label.n.unwrap_or_default() as usize;
    let municipalities: Vec<Peer> = (0..n)
        .map(|index| draw_peer(assumptions, index, n, &mut random))
        .collect();
    let tendencies: Vec<PerDimension<f64>> = (0..n)
        .map(|_| PerDimension::from_fn(|_| random.normal()))
        .collect();
    let mut answers = BTreeMap::new();
    for area in &catalogue::AREAS {
        answers.extend(draw_area(area, assumptions, &tendencies, &mut random));
    }
    let fte = draw_fte(assumptions, &municipalities, &mut random);
    Dataset {
        format: FORMAT.to_owned(),
        version: VERSION,
        label: assumptions.label.clone(),
        means: BTreeMap::new(),
        totals: BTreeMap::new(),
        municipalities,
        answers,
        scores: BTreeMap::new(),
        fte,
        fte_totals: BTreeMap::new(),
        rates: BTreeMap::new(),
        rate_totals: BTreeMap::new(),
        histograms: BTreeMap::new(),
    }
}

/// Where a municipality lies between the smallest (0) and the largest (1).
#[allow(clippy::cast_precision_loss, reason = "some forty municipalities")]
fn position(index: usize, n: usize) -> f64 {
    (index as f64 + 0.5) / n as f64
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "numbers of inhabitants and employees"
)]
fn draw_peer(assumptions: &Assumptions, index: usize, n: usize, random: &mut Random) -> Peer {
    let Range { smallest, largest } = assumptions.population;
    let population = smallest * (largest / smallest).powf(position(index, n));
    let population = (population / 100.0).round() * 100.0;
    let employees =
        population / 1000.0 * assumptions.employees_per_1000 * (1.0 + 0.06 * random.normal());
    Peer {
        name: format!("Modelkommune {:02}", index + 1),
        population: Some(population as u32),
        employees: Some((employees / 10.0).round() as u32 * 10),
        economy_system: Some(random.one_of(["A", "B", "C"])),
        payroll_system: Some(random.one_of(["A", "B", "C"])),
        ..Peer::default()
    }
}

/// How much municipalities, areas in them and single activities differ, in steps of the scale.
const SPREAD: [f64; 3] = [0.35, 0.5, 0.6];

fn draw_area(
    area: &Area,
    assumptions: &Assumptions,
    tendencies: &[PerDimension<f64>],
    random: &mut Random,
) -> Vec<(ActivityId, Column)> {
    let targets = &assumptions.means[&area.id];
    let steps = PerDimension::from_fn(|dimension| {
        let steps = if dimension == Dimension::Centralisation {
            3
        } else {
            2
        };
        let centre = targets.get(dimension) / f64::from(dimension.max()) * f64::from(steps);
        let wishes: Vec<Vec<f64>> = tendencies
            .iter()
            .map(|tendency| {
                let own = SPREAD[0] * tendency.get(dimension) + SPREAD[1] * random.normal();
                area.activities
                    .iter()
                    .map(|_| centre + own + SPREAD[2] * random.normal())
                    .collect()
            })
            .collect();
        calibrate(&wishes, centre, steps)
    });
    area.activities
        .iter()
        .enumerate()
        .map(|(index, activity)| {
            let text = |dimension| {
                steps
                    .get(dimension)
                    .iter()
                    .map(|row| char::from(b'0' + row[index]))
                    .collect()
            };
            let column = Column {
                organisation: text(Dimension::Centralisation),
                process: text(Dimension::Process),
                solution: text(Dimension::Solution),
            };
            (activity.id, column)
        })
        .collect()
}

/// Rounds wishes to steps `0..=max` and moves the ones that are nearest to the next step until
/// the mean is the wanted one, as near as whole steps allow.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a few hundred small steps"
)]
fn calibrate(wishes: &[Vec<f64>], mean: f64, max: u8) -> Vec<Vec<u8>> {
    let mut steps: Vec<Vec<u8>> = wishes
        .iter()
        .map(|row| {
            row.iter()
                .map(|wish| wish.round().clamp(0.0, f64::from(max)) as u8)
                .collect()
        })
        .collect();
    let cells = wishes.iter().map(Vec::len).sum::<usize>();
    let target = (mean * cells as f64).round() as i64;
    loop {
        let sum: i64 = steps.iter().flatten().map(|&step| i64::from(step)).sum();
        let up = match target.cmp(&sum) {
            std::cmp::Ordering::Equal => return steps,
            std::cmp::Ordering::Greater => 1.0,
            std::cmp::Ordering::Less => -1.0,
        };
        let mut best: Option<(f64, usize, usize)> = None;
        for (row, wishes) in wishes.iter().enumerate() {
            for (cell, wish) in wishes.iter().enumerate() {
                let step = steps[row][cell];
                let can_move = if up > 0.0 { step < max } else { step > 0 };
                let eager = (wish - f64::from(step)) * up;
                if can_move && best.is_none_or(|(most, ..)| eager > most) {
                    best = Some((eager, row, cell));
                }
            }
        }
        let Some((_, row, cell)) = best else {
            return steps;
        };
        steps[row][cell] = (f64::from(steps[row][cell]) + up) as u8;
    }
}

fn draw_fte(
    assumptions: &Assumptions,
    municipalities: &[Peer],
    random: &mut Random,
) -> BTreeMap<AreaId, Vec<Option<f64>>> {
    let n = municipalities.len();
    let mut fte: BTreeMap<AreaId, Vec<Option<f64>>> = BTreeMap::new();
    for (index, peer) in municipalities.iter().enumerate() {
        for domain in Domain::ALL {
            let total = fte_of_domain(assumptions, peer, domain, position(index, n));
            let total = total * (1.0 + 0.12 * random.normal());
            let drawn: Vec<(AreaId, f64)> = assumptions
                .fte_weights
                .iter()
                .filter(|(area, _)| area.domain == domain)
                .map(|(&area, weight)| (area, weight * (1.0 + 0.2 * random.normal()).max(0.2)))
                .collect();
            let sum: f64 = drawn.iter().map(|(_, weight)| weight).sum();
            for (area, weight) in drawn {
                let value = (total * weight / sum * 100.0).round() / 100.0;
                fte.entry(area).or_default().push(Some(value));
            }
        }
    }
    fte
}

fn fte_of_domain(assumptions: &Assumptions, peer: &Peer, domain: Domain, position: f64) -> f64 {
    let Range { smallest, largest } = assumptions.employees_per_central_payroll_fte;
    match domain {
        Domain::Economy => {
            f64::from(peer.population.unwrap_or_default()) / 10_000.0
                * assumptions.finance_fte_per_10000
        }
        Domain::Payroll => {
            let per_fte = smallest + (largest - smallest) * position;
            f64::from(peer.employees.unwrap_or_default())
                / per_fte
                / (assumptions.central_share_of_payroll_fte_percent / 100.0)
        }
    }
}
