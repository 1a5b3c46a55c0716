//! From rows to the columns of a dataset.
//!
//! Owns what each kind of dataset shows of a row. The rules of anonymity are in
//! [`super::anonymity`]; which contributions become rows is decided in [`super::build`].

use std::collections::BTreeMap;

use crate::domain::catalogue;
use crate::domain::ids::{ActivityId, AreaId};
use crate::domain::rating::{Dimension, PerDimension};

use super::anonymity::{self, SMALLEST};
use super::build::Suppressed;
use super::classes::{Class, Classes};
use super::dataset::Column;
use super::histogram::{Histogram, Histograms, bars_of};
use super::peer::Peer;
use super::row::{FTE_STEPS, Row, SCORE_STEPS};

type Scores = BTreeMap<AreaId, PerDimension<Vec<Option<f64>>>>;
type Fte = BTreeMap<AreaId, Vec<Option<f64>>>;

/// The areas by their place in the catalogue.
fn areas() -> impl Iterator<Item = (usize, AreaId)> {
    catalogue::AREAS
        .iter()
        .enumerate()
        .map(|(index, area)| (index, area.id))
}

/// The activities by their place in the catalogue.
fn activities() -> impl Iterator<Item = (usize, ActivityId)> {
    catalogue::activities()
        .enumerate()
        .map(|(index, activity)| (index, activity.id))
}

/// Anonymous municipalities, each with the classes that it can keep.
pub(super) fn anonymous_peers(rows: &[(&str, &Row)], suppressed: &mut Suppressed) -> Vec<Peer> {
    let mut classes: Vec<Classes> = rows.iter().map(|(_, row)| row.classes).collect();
    anonymity::generalise(&mut classes);
    let mut peers = Vec::with_capacity(rows.len());
    for (index, ((id, row), kept)) in rows.iter().zip(&classes).enumerate() {
        for class in Class::ALL {
            if row.classes.get(class) != kept.get(class) {
                *suppressed.classes.entry(class).or_default() += 1;
            }
        }
        peers.push(Peer {
            name: format!("Kommune {}", index + 1),
            contribution_id: Some((*id).to_owned()),
            population_class: kept.title(Class::Population),
            employees_class: kept.title(Class::Employees),
            economy_system: kept.title(Class::EconomySystem),
            payroll_system: kept.title(Class::PayrollSystem),
            group: kept.title(Class::Group),
            ..Peer::default()
        });
    }
    peers
}

/// Municipalities by name. Their contribution's id stays out: it would name a row of a public
/// dataset.
pub(super) fn named_peers(rows: &[(&str, &Row)]) -> Vec<Peer> {
    let peer = |row: &Row| {
        let named = row.named.clone()?;
        Some(Peer {
            name: named.name,
            code: Some(named.code),
            population: named.population,
            employees: named.employees,
            economy_system: row.classes.title(Class::EconomySystem),
            payroll_system: row.classes.title(Class::PayrollSystem),
            group: row.classes.title(Class::Group),
            ..Peer::default()
        })
    };
    rows.iter().filter_map(|(_, row)| peer(row)).collect()
}

/// The area scores; of an area that fewer than `smallest` municipalities answered none.
pub(super) fn scores(
    rows: &[(&str, &Row)],
    smallest: usize,
    suppressed: &mut Suppressed,
) -> Scores {
    let mut scores = Scores::new();
    for (index, area) in areas() {
        let of_area = || rows.iter().map(|(_, row)| row.scores[index]);
        let n = of_area().flatten().count();
        if n >= smallest.max(1) {
            let column = |dimension: Dimension| {
                of_area()
                    .map(|scores| Some(f64::from(scores?[dimension as usize]) / SCORE_STEPS))
                    .collect()
            };
            scores.insert(area, PerDimension::from_fn(column));
        } else if n > 0 {
            suppressed.areas.push((area, n));
        }
    }
    scores
}

/// FTE of the areas whose scores are shown; of anonymous municipalities only where they do not
/// stand alone.
pub(super) fn fte(
    rows: &[(&str, &Row)],
    scores: &Scores,
    anonymous: bool,
    suppressed: &mut Suppressed,
) -> Fte {
    let mut fte = Fte::new();
    for (index, area) in areas().filter(|(_, area)| scores.contains_key(area)) {
        let mut column: Vec<Option<u32>> = rows.iter().map(|(_, row)| row.fte[index]).collect();
        let known = column.iter().flatten().count();
        if anonymous {
            anonymity::not_alone(&mut column);
        }
        let shown = column.iter().flatten().count();
        suppressed.fte += known - shown;
        if shown > 0 {
            let value = |tenths: Option<u32>| Some(f64::from(tenths?) / FTE_STEPS);
            fte.insert(area, column.into_iter().map(value).collect());
        }
    }
    fte
}

/// How many municipalities gave each answer, as far as that may be shown.
pub(super) fn histograms(
    rows: &[(&str, &Row)],
    suppressed: &mut Suppressed,
) -> BTreeMap<ActivityId, Histograms> {
    let mut histograms = BTreeMap::new();
    for (index, id) in activities() {
        let of_activity = PerDimension::from_fn(|dimension| {
            let mut bars = vec![0_u32; bars_of(dimension)];
            for (_, row) in rows {
                if let Some(answer) = row.answer(index, dimension) {
                    bars[usize::from(answer)] += 1;
                }
            }
            shown_histogram(&bars, suppressed)
        });
        let all = Dimension::ALL;
        if all.iter().any(|&one| of_activity.get(one).is_some()) {
            histograms.insert(id, of_activity);
        }
    }
    histograms
}

fn shown_histogram(bars: &[u32], suppressed: &mut Suppressed) -> Option<Histogram> {
    let shown = anonymity::shown_bars(bars);
    for (index, &bar) in bars.iter().enumerate() {
        let is_shown = shown.as_ref().is_some_and(|shown| shown[index].is_some());
        if bar as usize >= SMALLEST && !is_shown {
            suppressed.other_bars += 1;
        } else if bar > 0 && !is_shown {
            suppressed.bars += 1;
        }
    }
    Some(Histogram {
        n: bars.iter().sum(),
        bars: shown?,
    })
}

/// Every answer, for municipalities that agreed to it.
pub(super) fn answers(rows: &[(&str, &Row)]) -> BTreeMap<ActivityId, Column> {
    let mut answers = BTreeMap::new();
    for (index, id) in activities() {
        let text = |dimension: Dimension, characters: &[char]| {
            rows.iter()
                .map(|(_, row)| {
                    row.answer(index, dimension)
                        .map_or('-', |one| characters[usize::from(one)])
                })
                .collect::<String>()
        };
        let column = Column {
            organisation: text(Dimension::Centralisation, &['0', '1', '2', '3', 'x']),
            process: text(Dimension::Process, &['0', '1', '2']),
            solution: text(Dimension::Solution, &['0', '1', '2']),
        };
        let is_answered = |text: &str| text.bytes().any(|character| character != b'-');
        if Dimension::ALL
            .iter()
            .any(|&dimension| is_answered(column.text(dimension)))
        {
            answers.insert(id, column);
        }
    }
    answers
}
