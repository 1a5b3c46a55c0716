//! The timeline as traces and layout.

use plotly::common::AxisSide;
use serde_json::{Value, json};

use super::marks::{Kind, bars};
use super::placing::{BETWEEN, Placed, placed, quarters, range};
use super::quarters::{day, in_words, place, ticks};
use super::{Status, Timeline};
use crate::charts::Specification;
use crate::charts::sheet::{end_at, pixels, separator, sheet, text};
use crate::charts::style::{
    GROUP, Heights, OWN, annotation, axis, axis_id, axis_value, empty, frame,
};

const STATUSES: [Status; 4] = [
    Status::Planned,
    Status::Running,
    Status::Done,
    Status::Stopped,
];

/// Traces and layout of the chart.
#[must_use]
pub fn specification(timeline: &Timeline) -> Specification {
    let rows = placed(&timeline.rows);
    let mut data: Vec<Value> = STATUSES
        .into_iter()
        .filter_map(|status| bars(&rows, status))
        .collect();
    data.extend(Kind::ALL.into_iter().filter_map(|kind| kind.trace(&rows)));
    for (rank, trace) in data.iter_mut().enumerate() {
        trace["legendrank"] = json!(rank + 1);
    }
    let layout = if rows.is_empty() {
        empty()
    } else {
        layout_of(timeline, &rows, &data)
    };
    if data.is_empty() && !rows.is_empty() {
        data.push(frame(axis_id('x', 0), axis_id('y', 0)));
    }
    Specification {
        data: Value::Array(data),
        layout,
    }
}

fn layout_of(timeline: &Timeline, rows: &[Placed], data: &[Value]) -> Value {
    let named = data.iter().filter_map(|trace| trace["name"].as_str());
    let legend: Vec<String> = named.map(str::to_owned).collect();
    let heights = Heights {
        top: 46,
        plot: pixels(rows.last().map_or(0.0, |last| last.bottom)),
        below: 28,
    };
    let quarters = quarters(timeline, rows);
    let range = quarters.map_or([0.0, 1.0], range);
    let ticks = quarters.map_or_else(Vec::new, |(from, to)| ticks(from, to));
    let x = axis(range, &ticks).side(AxisSide::Top);
    let mut made = sheet(heights, &legend, axis_value(&x, json!({"anchor": "y"})));
    let mut shapes: Vec<Value> = rows
        .iter()
        .map(|placed| separator(placed.bottom - BETWEEN / 2.0))
        .collect();
    let mut annotations: Vec<Value> = rows.iter().map(title).collect();
    if let Some(today) = day(timeline.today) {
        shapes.push(today_line(today));
        annotations.push(today_text(today, range));
    }
    made.insert("shapes".to_owned(), Value::Array(shapes));
    made.insert("annotations".to_owned(), Value::Array(annotations));
    Value::Object(made)
}

/// The title, which an action without dates has in the colour of less weight.
fn title(placed: &Placed) -> Value {
    let more = if placed.dated() {
        json!({})
    } else {
        json!({"font": {"color": GROUP}})
    };
    text(&placed.title, placed.top, more)
}

/// The line of today, behind the titles.
fn today_line(today: i64) -> Value {
    json!({
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": place(today),
        "x1": place(today),
        "y0": 0,
        "y1": 1,
        "line": {"color": OWN, "width": 2, "dash": "dash"},
    })
}

/// Its label, below it.
fn today_text(today: i64, range: [f64; 2]) -> Value {
    let share = (place(today) - range[0]) / (range[1] - range[0]);
    let more = json!({
        "xref": "x",
        "xanchor": end_at(share),
        "yanchor": "top",
        "yshift": -4,
        "font": {"color": OWN},
    });
    let words = format!("I dag, {}", in_words(today));
    annotation(&words, place(today), 0.0, more)
}
