//! The order as traces and layout.

use plotly::Scatter;
use plotly::common::{DashType, Line, Marker, Mode};
use serde_json::{Value, json};

use super::Order;
use super::boxes::{marks, outline, texts};
use super::grid::Grid;
use super::routes::{Route, routes};
use crate::charts::Specification;
use crate::charts::sheet::{pixels, sheet};
use crate::charts::style::{Heights, INK, empty, trace};

/// The colour of the broad lines; 3:1 on white.
const BROKEN: &str = "#d0700a";

/// A kind of lines.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The broad line below an arrow that a plan breaks.
    Broken,
    Certain,
    Inferred,
}

impl Kind {
    /// In the order in which they are drawn.
    const ALL: [Self; 3] = [Self::Broken, Self::Certain, Self::Inferred];

    fn name(self) -> &'static str {
        match self {
            Self::Broken => "Planen bryder rækkefølgen",
            Self::Certain => "Rækkefølge fra kilden",
            Self::Inferred => "Rækkefølge, som er udledt",
        }
    }

    fn has(self, route: &Route) -> bool {
        match self {
            Self::Broken => route.broken,
            Self::Certain => route.certain,
            Self::Inferred => !route.certain,
        }
    }

    fn line(self) -> Line {
        match self {
            Self::Broken => Line::new().color(BROKEN).width(9.0),
            Self::Certain => Line::new().color(INK).width(2.0),
            Self::Inferred => Line::new().color(INK).width(2.0).dash(DashType::Dash),
        }
    }

    /// The place in the legend.
    fn rank(self) -> usize {
        match self {
            Self::Certain => 1,
            Self::Inferred => 2,
            Self::Broken => 3,
        }
    }
}

/// Traces and layout of the chart.
#[must_use]
pub fn specification(order: &Order) -> Specification {
    if order.steps.is_empty() {
        return Specification {
            data: json!([]),
            layout: empty(),
        };
    }
    let grid = Grid::new(order);
    let routes = routes(&grid, order);
    let mut data = Vec::new();
    let mut legend = Vec::new();
    for kind in Kind::ALL {
        let of_kind: Vec<&Route> = routes.iter().filter(|route| kind.has(route)).collect();
        if !of_kind.is_empty() {
            data.push(lines(kind, &of_kind));
            legend.push(kind.name().to_owned());
        }
    }
    if !routes.is_empty() {
        data.push(heads(&routes));
    }
    data.push(marks(&grid));
    Specification {
        data: Value::Array(data),
        layout: layout_of(&grid, &legend),
    }
}

fn lines(kind: Kind, routes: &[&Route]) -> Value {
    let (mut x, mut y) = (Vec::new(), Vec::new());
    for route in routes {
        x.extend(route.points.iter().map(|point| Some(point.0)));
        y.extend(route.points.iter().map(|point| Some(point.1)));
        // A gap, so that the next arrow is a line of its own.
        x.push(None);
        y.push(None);
    }
    let base = Scatter::new(x, y)
        .mode(Mode::Lines)
        .name(kind.name())
        .line(kind.line());
    let more = json!({"hoverinfo": "skip", "legendrank": kind.rank()});
    trace(&*base, more)
}

/// The heads of all arrows.
fn heads(routes: &[Route]) -> Value {
    let base = Scatter::new(
        routes.iter().map(|route| route.head.0).collect(),
        routes.iter().map(|route| route.head.1).collect(),
    )
    .mode(Mode::Markers)
    .show_legend(false)
    .marker(Marker::new().size(13).color(INK));
    let symbols: Vec<&str> = routes
        .iter()
        .map(|route| {
            if route.up {
                "triangle-up"
            } else {
                "triangle-down"
            }
        })
        .collect();
    trace(
        &*base,
        json!({"hoverinfo": "skip", "marker": {"symbol": symbols}}),
    )
}

fn layout_of(grid: &Grid, legend: &[String]) -> Value {
    // Below the last row there is room for arrows between its boxes.
    let heights = Heights {
        top: 10,
        plot: pixels(grid.height() + 24.0),
        below: 8,
    };
    let x = json!({"visible": false, "fixedrange": true, "range": [0, 1]});
    let mut made = sheet(heights, legend, x);
    let places = || grid.places.iter();
    let outlines: Vec<Value> = places().map(|place| outline(place, grid.width)).collect();
    let texts: Vec<Value> = places().flat_map(texts).collect();
    made.insert("shapes".to_owned(), Value::Array(outlines));
    made.insert("annotations".to_owned(), Value::Array(texts));
    Value::Object(made)
}
