//! The administrative picture as traces and layout.

use plotly::Scatter;
use plotly::common::{Font, Line, Marker, MarkerSymbol, Mode, Title};
use serde_json::{Map, Value, json};

use super::notes::labels;
use super::{Mark, Picture};
use crate::charts::Specification;
use crate::charts::labels::Circle;
use crate::charts::style::{
    GROUP, HOVER, Heights, OWN_DARK, TEXT, TITLE, add, axis, axis_value, layout, links, nothing,
    number, plain, trace,
};
use crate::danish::format_number;
use crate::sorting;

const X_RANGE: [f64; 2] = [-0.24, 3.24];
const Y_RANGE: [f64; 2] = [-0.09, 1.12];
/// Widths and heights of the plot from a narrow chart to a wide one, in pixels.
pub(super) const PLOTS: [(f64, f64); 3] = [(540.0, 460.0), (780.0, 460.0), (1040.0, 460.0)];
const HEIGHTS: Heights = Heights {
    top: 14,
    plot: 460,
    below: 68,
};
/// Radius of the largest circle and of the smallest, in pixels.
const RADII: (f64, f64) = (30.0, 5.0);
/// Radius of a mark without FTE, in pixels.
const SQUARE: f64 = 6.0;
/// Marks nearer than this, in pixels of the narrow chart, are at one place.
const SAME: f64 = 4.0;

/// A mark that can be drawn.
#[derive(Clone, Copy)]
pub(super) struct Drawn<'a> {
    pub mark: &'a Mark,
    pub fte: Option<f64>,
    pub circle: Circle,
}

/// Traces and layout of the chart.
#[must_use]
pub fn specification(picture: &Picture) -> Specification {
    let own = drawn(&picture.marks);
    let group = drawn(&picture.group);
    let mut traces = Vec::new();
    if !group.is_empty() {
        traces.push(group_trace(&group, &picture.group_name));
    }
    let (mut sized, without): (Vec<Drawn>, Vec<Drawn>) =
        own.iter().copied().partition(|one| one.fte.is_some());
    // Small circles lie on large ones.
    sorting::sort_by(&mut sized, |one, other| {
        other.circle.radius.total_cmp(&one.circle.radius)
    });
    if !without.is_empty() {
        traces.push(square_trace(&without, &own, &picture.own));
    }
    if !sized.is_empty() {
        traces.push(circle_trace(&sized, &own, &picture.own));
    }
    let legend: Vec<String> = traces
        .iter()
        .filter_map(|trace| trace["name"].as_str().map(str::to_owned))
        .collect();
    let annotations = if traces.is_empty() {
        json!([nothing()])
    } else {
        labels(&own, &group)
    };
    Specification {
        data: Value::Array(traces),
        layout: layout_of(&legend, annotations),
    }
}

fn drawn(marks: &[Mark]) -> Vec<Drawn<'_>> {
    let fte = |mark: &Mark| mark.fte.and_then(number).filter(|fte| *fte >= 0.0);
    let largest = marks.iter().filter_map(fte).fold(0.0, f64::max);
    marks
        .iter()
        .filter(|mark| number(mark.x).is_some() && number(mark.y).is_some())
        .map(|mark| Drawn {
            mark,
            fte: fte(mark),
            circle: Circle {
                x: (mark.x - X_RANGE[0]) / (X_RANGE[1] - X_RANGE[0]),
                y: (mark.y - Y_RANGE[0]) / (Y_RANGE[1] - Y_RANGE[0]),
                radius: fte(mark).map_or(SQUARE, |fte| {
                    let share = if largest > 0.0 { fte / largest } else { 0.0 };
                    (share.sqrt() * RADII.0).max(RADII.1)
                }),
            },
        })
        .collect()
}

/// Whether two marks lie so near that only one of them can be pointed at.
pub(super) fn same_place(one: &Drawn, other: &Drawn) -> bool {
    let right = (one.circle.x - other.circle.x) * PLOTS[0].0;
    let up = (one.circle.y - other.circle.y) * PLOTS[0].1;
    right.hypot(up) < SAME
}

/// What all three kinds of marks have in common. The hover text of a mark names every area that
/// lies at its place: of marks on each other only one can be pointed at.
fn marks(points: &[Drawn], all: &[Drawn], name: &str, marker: Marker) -> Box<Scatter<f64, f64>> {
    let hover = points.iter().map(|point| {
        let here = all.iter().filter(|other| same_place(point, other));
        let texts: Vec<String> = here.map(hover).collect();
        format!("{}<br>{}", plain(name), texts.join("<br>"))
    });
    Scatter::new(
        points.iter().map(|point| point.mark.x).collect(),
        points.iter().map(|point| point.mark.y).collect(),
    )
    .mode(Mode::Markers)
    .marker(marker)
    .hover_text_array(hover.collect::<Vec<_>>())
    .hover_template(HOVER)
    .clip_on_axis(false)
}

fn hover(point: &Drawn) -> String {
    let Mark {
        label, title, x, y, ..
    } = point.mark;
    let fte = match point.fte {
        Some(fte) => format!(", {} årsværk", format_number(fte, 1)),
        None => String::new(),
    };
    format!(
        "{} {}<br>Centraliseringsgrad {}, digitalisering {}{fte}",
        plain(label),
        plain(title),
        format_number(*x, 1),
        format_number(*y, 2),
    )
}

fn hrefs(points: &[Drawn]) -> Value {
    links(points.iter().map(|point| point.mark.href.as_deref()))
}

fn group_trace(points: &[Drawn], name: &str) -> Value {
    let marker = Marker::new()
        .symbol(MarkerSymbol::DiamondOpen)
        .size(10)
        .color(GROUP)
        .line(Line::new().width(1.5));
    let base = marks(points, points, name, marker).name(format!("{} (gennemsnit)", plain(name)));
    trace(
        &*base,
        json!({"customdata": hrefs(points), "legendrank": 3}),
    )
}

fn square_trace(points: &[Drawn], all: &[Drawn], own: &str) -> Value {
    let marker = Marker::new()
        .symbol(MarkerSymbol::SquareOpen)
        .color(OWN_DARK)
        .line(Line::new().width(2.0));
    let base = marks(points, all, own, marker).name(format!("{}, årsværk mangler", plain(own)));
    let more = json!({
        "customdata": hrefs(points),
        "legendrank": 2,
        "marker": {"size": 2.0 * SQUARE},
    });
    trace(&*base, more)
}

fn circle_trace(points: &[Drawn], all: &[Drawn], own: &str) -> Value {
    let sizes = points.iter().map(|point| point.fte.unwrap_or_default());
    let largest = sizes.clone().fold(0.0, f64::max);
    let marker = Marker::new()
        .symbol(MarkerSymbol::Circle)
        .color("rgba(0, 89, 179, 0.4)")
        .line(Line::new().color(OWN_DARK).width(1.5));
    let base = marks(points, all, own, marker).name(format!(
        "{}, cirklens areal er årsværk (største: {})",
        plain(own),
        format_number(largest, 1)
    ));
    // Plotly draws no mark of size 0; with this it gets the smallest radius.
    let least = if largest > 0.0 { largest * 1e-6 } else { 1.0 };
    let more = json!({
        "customdata": hrefs(points),
        "legendrank": 1,
        "marker": {
            "size": sizes.map(|fte| fte.max(least)).collect::<Vec<_>>(),
            "sizemode": "area",
            "sizeref": largest.max(least) / (2.0 * RADII.0 * RADII.0),
            "sizemin": RADII.1,
        },
    });
    trace(&*base, more)
}

fn layout_of(legend: &[String], annotations: Value) -> Value {
    let x_ticks = [
        (0.0, "0 Institution"),
        (1.0, "1 Mellemniveau"),
        (2.0, "2 Fagforvaltning"),
        (3.0, "3 Central"),
    ]
    .map(|(tick, text)| (tick, text.to_owned()));
    let y_ticks = [0.0, 0.25, 0.5, 0.75, 1.0].map(|tick| (tick, format_number(tick, 2)));
    let title = |text: &str| Title::with_text(text).font(Font::new().size(TITLE));
    let x = axis(X_RANGE, &x_ticks).title(title("Centraliseringsgrad"));
    let y = axis(Y_RANGE, &y_ticks)
        .title(title("Digitalisering"))
        .tick_font(Font::new().size(TEXT))
        .auto_margin(true);
    let mut made: Map<String, Value> = layout(HEIGHTS, legend);
    made.insert("xaxis".to_owned(), axis_value(&x, json!({})));
    made.insert("yaxis".to_owned(), axis_value(&y, json!({})));
    made.insert("annotations".to_owned(), annotations);
    let mut made = Value::Object(made);
    // In the legend a circle stands for all sizes.
    add(&mut made, json!({"legend": {"itemsizing": "constant"}}));
    made
}
