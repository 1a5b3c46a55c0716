//! From rows to the columns of a dataset.
//!
//! Owns what each kind of dataset shows of a row; what a public one shows of FTE is in [`rates`].
//! The rules of anonymity are in [`super::anonymity`]; which contributions become rows is decided in [`super::build`].

pub(super) mod rates;

use std::collections::BTreeMap;

use crate::domain::catalogue;
use crate::domain::ids::{ActivityId, AreaId, Domain};
use crate::domain::rating::{Dimension, PerDimension};
use crate::sorting::InOrder as _;

use super::anonymity::{self, SMALLEST};
use super::build::Suppressed;
use super::classes::{Class, Classes};
use super::dataset::Column;
use super::histogram::{Histogram, Histograms, bars_of};
use super::peer::Peer;
use super::row::{FTE_STEPS, Row, SCORE_STEPS};

type Scores = BTreeMap<AreaId, PerDimension<Vec<Option<f64>>>>;
/// A number of each municipality, by area or by domain.
pub(super) type Columns<Id> = BTreeMap<Id, Vec<Option<f64>>>;

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

/// The classes that anonymous municipalities can keep.
pub(super) fn kept_classes(rows: &[(&str, &Row)]) -> Vec<Classes> {
    let mut classes: Vec<Classes> = rows.iter().map(|(_, row)| row.classes).collect();
    anonymity::generalise(&mut classes);
    classes
}

/// Anonymous municipalities, each with the classes that it keeps.
pub(super) fn anonymous_peers(
    rows: &[(&str, &Row)],
    classes: &[Classes],
    suppressed: &mut Suppressed,
) -> Vec<Peer> {
    let mut peers = Vec::with_capacity(rows.len());
    for (index, ((id, row), kept)) in rows.iter().zip(classes).enumerate() {
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

/// Values of whole steps; none where no municipality has one.
fn column(steps: &[Option<u32>], of_one: f64) -> Option<Vec<Option<f64>>> {
    let value = |steps: &Option<u32>| Some(f64::from((*steps)?) / of_one);
    let is_known = steps.iter().any(Option::is_some);
    is_known.then(|| steps.iter().map(value).collect())
}

/// FTE of areas, of municipalities that agreed to it.
pub(super) fn fte(rows: &[(&str, &Row)]) -> Columns<AreaId> {
    let of = |index: usize| -> Vec<Option<u32>> {
        rows.iter().map(|(_, row)| row.staffing[index]).collect()
    };
    areas()
        .filter_map(|(index, area)| Some((area, column(&of(index), FTE_STEPS)?)))
        .in_map()
}

/// FTE of domains, of municipalities that agreed to it.
pub(super) fn fte_totals(rows: &[(&str, &Row)]) -> Columns<Domain> {
    let of = |domain: Domain| -> Vec<Option<u32>> {
        let totals = rows.iter().map(|(_, row)| row.staffing_totals);
        totals.map(|totals| totals[domain as usize]).collect()
    };
    Domain::ALL
        .into_iter()
        .filter_map(|domain| Some((domain, column(&of(domain), FTE_STEPS)?)))
        .in_map()
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
