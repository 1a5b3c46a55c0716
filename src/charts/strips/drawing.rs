//! Strips as traces and layout.

use serde_json::Value;

use super::kinds::Kind;
use super::{Panel, Spread, Strip, Strips};
use crate::charts::rows::{Column, heading, row, rows};
use crate::charts::scale::{Scale, covering, of_dimension};
use crate::charts::style::{axis_id, frame, number, plain};
use crate::charts::{AreaName, Specification};
use crate::danish::format_number;
use crate::sorting;

/// One area in one column, as it is drawn.
pub(super) struct Cell<'a> {
    /// Place on the y axis.
    pub row: f64,
    pub area: &'a AreaName,
    pub strip: &'a Strip,
    /// The whole row in words: it is the same at every mark of the row.
    pub hover: String,
}

/// Traces and layout of the chart.
#[must_use]
pub fn specification(strips: &Strips) -> Specification {
    let mut traces = Vec::new();
    let mut legend: Vec<Kind> = Vec::new();
    for (index, panel) in strips.panels.iter().enumerate() {
        let cells = cells(strips, panel);
        let before = traces.len();
        for kind in Kind::ALL {
            let points = kind.points(&cells);
            if points.is_empty() {
                continue;
            }
            let first = !legend.contains(&kind);
            if first {
                legend.push(kind);
            }
            traces.push(kind.trace(points, &strips.own, index, first));
        }
        if traces.len() == before {
            traces.push(frame(axis_id('x', index), axis_id('y', 0)));
        }
    }
    let names: Vec<String> = legend.iter().map(|kind| kind.name(&strips.own)).collect();
    let columns: Vec<Column> = strips.panels.iter().map(column).collect();
    Specification {
        data: Value::Array(traces),
        layout: rows(&strips.areas, &columns, &names, 2),
    }
}

fn cells<'a>(strips: &'a Strips, panel: &'a Panel) -> Vec<Cell<'a>> {
    let both = strips.areas.iter().zip(&panel.rows);
    both.enumerate()
        .map(|(index, (area, strip))| Cell {
            row: row(index),
            area,
            strip,
            hover: hover(strips, panel, area, strip),
        })
        .collect()
}

fn column(panel: &Panel) -> Column {
    let scale = scale(panel);
    Column {
        title: panel.title.clone(),
        range: scale.range(),
        ticks: scale.ticks,
        zero_line: false,
    }
}

fn scale(panel: &Panel) -> Scale {
    match panel.max {
        Some(max) => of_dimension(max),
        None => covering(panel.rows.iter().flat_map(numbers)),
    }
}

/// Every number of a row.
fn numbers(strip: &Strip) -> Vec<f64> {
    let mut made: Vec<f64> = strip.own.into_iter().collect();
    let spread = strip.spread.as_ref();
    let ends = spread.and_then(Spread::ends);
    for (low, high) in strip.own_range.into_iter().chain(ends) {
        made.extend([low, high]);
    }
    match spread {
        Some(Spread::Mean(mean)) => made.push(*mean),
        Some(Spread::Dots { values, .. }) => made.extend(values),
        _ => {}
    }
    made
}

fn hover(strips: &Strips, panel: &Panel, area: &AreaName, strip: &Strip) -> String {
    let write = |value: f64| match number(value) {
        Some(value) => format_number(value, panel.decimals.min(3)),
        None => "ukendt".to_owned(),
    };
    let own = strip.own.map_or_else(|| "intet tal".to_owned(), write);
    let mut lines = vec![
        heading(area, &panel.title),
        format!("{}: {own}", plain(&strips.own)),
    ];
    if let Some((low, high)) = strip.own_range.filter(|(low, high)| low < high) {
        let (low, high) = (write(low), write(high));
        lines.push(format!(
            "Hvis de ubesvarede var mindst/højst muligt: {low} til {high}"
        ));
    }
    if let Some(spread) = &strip.spread {
        let words = words(spread, write);
        lines.push(format!("{}: {words}", plain(&strips.group)));
    }
    lines.join("<br>")
}

/// A group's numbers in words.
fn words(spread: &Spread, write: impl Fn(f64) -> String) -> String {
    let mut parts = Vec::new();
    match spread {
        Spread::Mean(mean) => parts.push(format!("gennemsnit {}", write(*mean))),
        Spread::Dots { values, .. } => {
            let mut values = values.clone();
            sorting::sort_by(&mut values, f64::total_cmp);
            let values: Vec<String> = values.into_iter().map(&write).collect();
            parts.push(values.join("; "));
        }
        Spread::Range { .. } | Spread::Quartiles { .. } => {}
    }
    if let Some((low, high)) = spread.ends() {
        parts.push(format!("{} til {}", write(low), write(high)));
    }
    if let Some((low, high)) = spread.quartiles() {
        parts.push(format!("kvartiler {} og {}", write(low), write(high)));
    }
    if let Some(median) = spread.median() {
        parts.push(format!("median {}", write(median)));
    }
    parts.join("<br>   ")
}
