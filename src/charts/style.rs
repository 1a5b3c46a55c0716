//! What all charts have in common: colours, font, layout, and how a text or number enters a chart.
//!
//! Owns the look. Does not know any chart, and does not lay out rows ([`super::rows`]) or choose
//! ticks ([`super::scale`]).

use plotly::common::{Anchor, Font, Orientation};
use plotly::layout::{Axis, AxisType, Legend, Margin};
use plotly::{Layout, Trace};
use serde_json::{Map, Value, json};

/// Text and outlines.
pub(super) const INK: &str = "#1a1a1a";
/// The group's marks, and text of less weight. 4.5:1 on white.
pub(super) const GROUP: &str = "#454545";
/// The own municipality.
pub(super) const OWN: &str = "#0059b3";
/// Outline of the own marks.
pub(super) const OWN_DARK: &str = "#003972";
/// Areas of the group behind its marks; an outline in [`OUTLINE`] goes with it.
pub(super) const GROUP_FILL: &str = "#cbd2da";
/// Outlines of areas. At least 3:1 on white.
pub(super) const OUTLINE: &str = "#707070";
/// Grid lines.
pub(super) const GRID: &str = "#dcdcdc";
/// Zero lines.
pub(super) const ZERO: &str = "#454545";
/// Every second row.
pub(super) const BAND: &str = "#f5f5f5";
/// Background.
pub(super) const PAPER: &str = "#ffffff";

/// Size of all text but titles, in pixels.
pub(super) const TEXT: usize = 13;
/// Size of titles, in pixels.
pub(super) const TITLE: usize = 14;
/// About the width of a character of [`TEXT`] size, in pixels.
pub(super) const CHARACTER: f64 = 7.3;

/// What every hover text is made of: it is finished before it comes here.
pub(super) const HOVER: &str = "%{hovertext}<extra></extra>";

/// No number about a municipality is larger; a larger one is no number.
const LARGEST: f64 = 1e12;

/// A number that can be drawn. Nothing else may enter a specification.
pub(super) fn number(value: f64) -> Option<f64> {
    (value.is_finite() && value.abs() < LARGEST).then_some(value)
}

/// A text of the user, so that plotly does not read it as markup.
pub(super) fn plain(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
}

/// A text in at most `lines` lines of about `width` characters, shortened if it needs more.
pub(super) fn wrapped(text: &str, width: usize, lines: usize) -> String {
    let mut made: Vec<String> = Vec::new();
    for word in text.split_whitespace() {
        match made.last_mut() {
            Some(line) if line.chars().count() + word.chars().count() < width => {
                line.push(' ');
                line.push_str(word);
            }
            _ => made.push(word.to_owned()),
        }
    }
    if made.len() > lines {
        made.truncate(lines);
        if let Some(last) = made.last_mut() {
            let whole = last.trim_end_matches([',', '(', '.']).len();
            last.truncate(whole);
            last.push_str(" …");
        }
    }
    let made: Vec<String> = made.iter().map(|line| plain(line)).collect();
    made.join("<br>")
}

/// A trace: what the crate can say of it, and what it cannot.
pub(super) fn trace(base: &dyn Trace, more: Value) -> Value {
    // The crate can write a trace as JSON text only.
    let mut made = serde_json::from_str(&base.to_json()).unwrap_or(Value::Null);
    add(&mut made, more);
    made
}

/// A trace of nothing, for a column or panel without marks: plotly draws no axes without a trace.
pub(super) fn frame(x_axis: String, y_axis: String) -> Value {
    json!({
        "type": "scatter",
        "x": [null],
        "y": [null],
        "xaxis": x_axis,
        "yaxis": y_axis,
        "showlegend": false,
        "hoverinfo": "skip",
    })
}

/// Adds the members of one object to another, also those further in.
pub(super) fn add(base: &mut Value, more: Value) {
    match (base, more) {
        (Value::Object(base), Value::Object(more)) => {
            for (name, value) in more {
                add(base.entry(name).or_insert(Value::Null), value);
            }
        }
        (base, more) => *base = more,
    }
}

/// The `customdata` of a trace: one address per point. A point without one has an empty list.
pub(super) fn links<'a>(hrefs: impl Iterator<Item = Option<&'a str>>) -> Value {
    hrefs
        .map(|href| href.map_or_else(|| json!([]), |href| json!([href])))
        .collect()
}

/// The name of an axis in a trace: `x`, `x2`, …
pub(super) fn axis_id(letter: char, index: usize) -> String {
    match index {
        0 => letter.to_string(),
        _ => format!("{letter}{}", index + 1),
    }
}

/// The name of an axis in the layout: `xaxis`, `xaxis2`, …
pub(super) fn axis_key(letter: char, index: usize) -> String {
    axis_id(letter, index).replacen(letter, &format!("{letter}axis"), 1)
}

/// An axis that cannot be moved, with ticks where they are given.
pub(super) fn axis(range: [f64; 2], ticks: &[(f64, String)]) -> Axis {
    Axis::new()
        .type_(AxisType::Linear)
        .range(range.to_vec())
        .tick_values(ticks.iter().map(|tick| tick.0).collect())
        .tick_text(ticks.iter().map(|tick| tick.1.clone()).collect::<Vec<_>>())
        .tick_font(Font::new().size(TEXT))
        .tick_angle(0.0)
        .grid_color(GRID)
        .zero_line(false)
        .fixed_range(true)
}

/// An axis as it stands in the layout.
pub(super) fn axis_value(axis: &Axis, more: Value) -> Value {
    let mut made = serde_json::to_value(axis).unwrap_or(Value::Null);
    add(&mut made, more);
    made
}

/// The heights of a chart, in pixels.
#[derive(Clone, Copy)]
pub(super) struct Heights {
    /// Above the plot.
    pub top: usize,
    /// The plot itself.
    pub plot: usize,
    /// Tick texts and titles below the plot.
    pub below: usize,
}

/// The layout without its own axes and annotations. `legend` has the names that stand in it.
pub(super) fn layout(heights: Heights, legend: &[String]) -> Map<String, Value> {
    layout_in(600.0, heights, legend)
}

/// The layout of a chart whose legend has room in `width` pixels.
pub(super) fn layout_in(width: f64, heights: Heights, legend: &[String]) -> Map<String, Value> {
    let Heights { top, plot, below } = heights;
    let bottom = below + legend_height(legend, width);
    #[allow(clippy::cast_precision_loss, reason = "pixels")]
    let legend_y = (bottom - below) as f64 / (top + plot + bottom) as f64;
    let base = Layout::new()
        .height(top + plot + bottom)
        .margin(Margin::new().left(12).right(16).top(top).bottom(bottom))
        .font(
            Font::new()
                .family("IBM Plex Sans, system-ui, sans-serif")
                .size(TEXT)
                .color(INK),
        )
        .show_legend(!legend.is_empty())
        .legend(
            Legend::new()
                .orientation(Orientation::Horizontal)
                .x_anchor(Anchor::Left)
                .x(0.0)
                .y_anchor(Anchor::Top)
                .y(legend_y)
                .font(Font::new().size(TEXT)),
        )
        .paper_background_color(PAPER)
        .plot_background_color(PAPER);
    let mut layout = serde_json::to_value(&base).unwrap_or(Value::Null);
    add(
        &mut layout,
        json!({
            // Danish decimal comma and points between thousands.
            "separators": ",.",
            "barmode": "overlay",
            "dragmode": false,
            "hovermode": "closest",
            "hoverlabel": {
                "align": "left",
                "bgcolor": PAPER,
                "bordercolor": INK,
                "font": {"family": "IBM Plex Sans, system-ui, sans-serif", "size": TITLE, "color": INK},
            },
            // A click must not take marks away.
            "legend": {
                "itemclick": false,
                "itemdoubleclick": false,
                "traceorder": "normal",
                // From the left edge of the chart, also under the names of the rows.
                "xref": "container",
                "yref": "container",
            },
            "annotations": [],
            "shapes": [],
        }),
    );
    match layout {
        Value::Object(layout) => layout,
        _ => Map::new(),
    }
}

/// The height a legend needs in the narrowest chart, whose width is `room`, in pixels: plotly gives
/// all entries the width of the widest as soon as they need more than one line. A name may itself
/// have lines.
#[allow(
    clippy::cast_precision_loss,
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "pixels of a few short names"
)]
fn legend_height(names: &[String], room: f64) -> usize {
    const ENTRY: usize = 21;
    const MORE: usize = 17;
    let widths = names.iter().map(|name| {
        let lines = name.split("<br>").map(|line| line.chars().count());
        lines.max().unwrap_or(0) as f64 * CHARACTER + 50.0
    });
    let more = names.iter().map(|name| name.matches("<br>").count()).max();
    let Some(more) = more else {
        return 0;
    };
    let entry = ENTRY + more * MORE;
    if widths.clone().sum::<f64>() < room {
        return entry + 12;
    }
    let columns = (room / widths.fold(1.0, f64::max)).floor().max(1.0) as usize;
    names.len().div_ceil(columns) * entry + 12
}

/// A text at a place of the whole chart: `x` and `y` from 0 to 1, from the lower left corner.
pub(super) fn annotation(text: &str, x: f64, y: f64, more: Value) -> Value {
    let mut made = json!({
        "text": text,
        "x": x,
        "y": y,
        "xref": "paper",
        "yref": "paper",
        "showarrow": false,
        "font": {"size": TEXT, "color": INK},
    });
    add(&mut made, more);
    made
}

/// What an empty chart says.
pub(super) fn nothing() -> Value {
    annotation(
        "Der er ingen tal at vise",
        0.5,
        0.5,
        json!({"font": {"size": TITLE, "color": GROUP}}),
    )
}

/// The layout of a chart without rows or panels: only what an empty chart says. Without hidden
/// axes plotly would invent some.
pub(super) fn empty() -> Value {
    let heights = Heights {
        top: 20,
        plot: 80,
        below: 20,
    };
    let mut made = layout(heights, &[]);
    let axis = json!({"visible": false, "fixedrange": true, "range": [0, 1]});
    made.insert("xaxis".to_owned(), axis.clone());
    made.insert("yaxis".to_owned(), axis);
    made.insert("annotations".to_owned(), json!([nothing()]));
    Value::Object(made)
}
