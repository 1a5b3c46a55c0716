//! The relation as traces and layout.

use plotly::Scatter;
use plotly::common::{Font, Line, Marker, MarkerSymbol, Mode, Title};
use serde_json::{Value, json};

use super::grid::Grid;
use super::{Panel, Point, Relation};
use crate::charts::Specification;
use crate::charts::scale::{Scale, covering, of_dimension};
use crate::charts::style::{
    GROUP, HOVER, Heights, OWN, OWN_DARK, TEXT, annotation, axis, axis_id, axis_key, axis_value,
    empty, frame, layout, links, number, plain, trace, wrapped,
};
use crate::danish::format_number;

/// Height above the panels, in pixels: room for a title of three lines.
const TOP: usize = 60;

/// Traces and layout of the chart.
#[must_use]
pub fn specification(relation: &Relation) -> Specification {
    let grid = Grid::new(relation);
    let mut data = Vec::new();
    let mut seen = (false, false);
    for (index, panel) in relation.panels.iter().enumerate() {
        let scale = y_scale(panel);
        let points = |points: &[Point]| points.iter().filter_map(drawable).collect::<Vec<_>>();
        let group = points(&panel.group);
        if !group.is_empty() {
            data.push(group_trace(relation, panel, index, &group, &scale, !seen.0));
            seen.0 = true;
        }
        let own = points(panel.own.as_slice());
        if !own.is_empty() {
            data.push(own_trace(relation, panel, index, &own, &scale, !seen.1));
            seen.1 = true;
        }
        if group.is_empty() && own.is_empty() {
            data.push(frame(axis_id('x', index), axis_id('y', index)));
        }
    }
    let names = [
        (seen.0, group_name(relation)),
        (seen.1, plain(&relation.own)),
    ];
    let shown = names.into_iter().filter(|name| name.0);
    let legend: Vec<String> = shown.map(|name| name.1).collect();
    Specification {
        data: Value::Array(data),
        layout: layout_of(relation, &grid, &legend),
    }
}

fn group_name(relation: &Relation) -> String {
    format!("Kommune i gruppen ({})", plain(&relation.group))
}

fn drawable(point: &Point) -> Option<Point> {
    number(point.x)?;
    number(point.y)?;
    Some(point.clone())
}

fn y_scale(panel: &Panel) -> Scale {
    let points = panel.group.iter().chain(&panel.own);
    covering(points.filter_map(drawable).map(|point| point.y))
}

fn group_trace(
    relation: &Relation,
    panel: &Panel,
    index: usize,
    points: &[Point],
    scale: &Scale,
    in_legend: bool,
) -> Value {
    let marker = Marker::new()
        .symbol(MarkerSymbol::CircleOpen)
        .size(7)
        .color(GROUP)
        .line(Line::new().width(1.2));
    let base = marks(panel, index, points, scale, "En kommune i gruppen")
        .name(group_name(relation))
        .marker(marker)
        .show_legend(in_legend);
    let hrefs = points.iter().map(|_| panel.href.as_deref());
    trace(&*base, json!({"customdata": links(hrefs), "legendrank": 2}))
}

fn own_trace(
    relation: &Relation,
    panel: &Panel,
    index: usize,
    points: &[Point],
    scale: &Scale,
    in_legend: bool,
) -> Value {
    let marker = Marker::new()
        .symbol(MarkerSymbol::Diamond)
        .size(14)
        .color(OWN)
        .line(Line::new().color(OWN_DARK).width(1.5));
    let base = marks(panel, index, points, scale, &relation.own)
        .name(plain(&relation.own))
        .marker(marker)
        .show_legend(in_legend);
    let hrefs = points.iter().map(|_| panel.href.as_deref());
    trace(&*base, json!({"customdata": links(hrefs), "legendrank": 1}))
}

fn marks(
    panel: &Panel,
    index: usize,
    points: &[Point],
    scale: &Scale,
    unnamed: &str,
) -> Box<Scatter<f64, f64>> {
    let hover = points.iter().map(|point| {
        format!(
            "{}<br>{}<br>{}: {}<br>{}: {}",
            plain(&panel.title),
            plain(point.name.as_deref().unwrap_or(unnamed)),
            plain(&panel.x_title),
            format_number(point.x, 1),
            plain(&panel.y_title),
            format_number(point.y, scale.decimals.min(3)),
        )
    });
    Scatter::new(
        points.iter().map(|point| point.x).collect(),
        points.iter().map(|point| point.y).collect(),
    )
    .mode(Mode::Markers)
    .x_axis(axis_id('x', index))
    .y_axis(axis_id('y', index))
    .clip_on_axis(false)
    .hover_text_array(hover.collect::<Vec<_>>())
    .hover_template(HOVER)
}

fn layout_of(relation: &Relation, grid: &Grid, legend: &[String]) -> Value {
    if relation.panels.is_empty() {
        return empty();
    }
    let heights = Heights {
        top: TOP,
        plot: grid.plot_height(),
        below: 56,
    };
    let mut made = layout(heights, legend);
    let mut annotations = Vec::new();
    for (index, panel) in relation.panels.iter().enumerate() {
        let (x, y) = grid.domains(index);
        made.insert(axis_key('x', index), x_axis(panel, index, x));
        made.insert(
            axis_key('y', index),
            y_axis(relation, grid, panel, index, y),
        );
        annotations.push(title(grid, panel, (x, y)));
    }
    made.insert("annotations".to_owned(), Value::Array(annotations));
    Value::Object(made)
}

fn x_axis(panel: &Panel, index: usize, domain: [f64; 2]) -> Value {
    let scale = of_dimension(panel.x_max);
    let made = axis(scale.range(), &scale.ticks)
        .title(Title::with_text(plain(&panel.x_title)).font(Font::new().size(TEXT)))
        .domain(&domain)
        .anchor(axis_id('y', index));
    axis_value(&made, json!({"title": {"standoff": 4}}))
}

fn y_axis(
    relation: &Relation,
    grid: &Grid,
    panel: &Panel,
    index: usize,
    domain: [f64; 2],
) -> Value {
    let scale = y_scale(panel);
    let mut made = axis(scale.range(), &scale.ticks)
        .domain(&domain)
        .anchor(axis_id('x', index))
        .auto_margin(index.is_multiple_of(grid.columns))
        .zero_line(true)
        .zero_line_color(GROUP)
        .zero_line_width(1);
    // The same words need not stand beside each other again and again.
    let left = index
        .checked_sub(1)
        .and_then(|left| relation.panels.get(left));
    let repeated = left.is_some_and(|left| left.y_title == panel.y_title);
    if index.is_multiple_of(grid.columns) || !repeated {
        let title = wrapped(&panel.y_title, 26, 2);
        made = made.title(Title::with_text(title).font(Font::new().size(TEXT)));
    }
    axis_value(&made, json!({}))
}

/// The panel's title, and what is missing in it.
fn title(grid: &Grid, panel: &Panel, (x, y): ([f64; 2], [f64; 2])) -> Value {
    let mut text = wrapped(&panel.title, grid.title_width(), 2);
    let own = panel.own.iter().any(|point| drawable(point).is_some());
    let group = panel.group.iter().any(|point| drawable(point).is_some());
    text.push_str(match (own, group) {
        (true, true) => "",
        (false, true) => "<br>Egne tal mangler",
        (true, false) => "<br>Gruppens tal mangler",
        (false, false) => "<br>Ingen tal",
    });
    let left = json!({
        "xanchor": "left",
        "yanchor": "bottom",
        "align": "left",
        "yshift": 2,
        "font": {"size": TEXT, "weight": 600},
    });
    annotation(&text, x[0], y[1], left)
}
