//! The layout of charts whose texts stand in the plot itself.
//!
//! Their y axis counts pixels from the top of the plot, so that texts and marks of known height
//! stand where they belong, and nothing needs room at the left: such a chart is whole in a
//! container of 320 pixels. Does not know what is drawn.

use serde_json::{Map, Value, json};

use super::lines::lines;
use super::style::{GRID, Heights, PAPER, add, annotation, layout_in};

/// Width of the plot in the narrowest container, in pixels.
pub(super) const WIDTH: f64 = 292.0;
/// Height of a line of text, in pixels.
pub(super) const LINE: f64 = 17.0;
/// About how many characters stand on a line of the narrowest plot.
pub(super) const CHARACTERS: usize = 38;
/// The same in a hover text, whose letters are larger and which has a border.
const HOVER_CHARACTERS: usize = 34;
/// The same beside a mark of the legend.
const LEGEND_CHARACTERS: usize = 30;

/// The layout. `legend` has the names that stand in it, `x` is the x axis.
pub(super) fn sheet(heights: Heights, legend: &[String], x: Value) -> Map<String, Value> {
    let mut made = layout_in(WIDTH, heights, legend);
    made.insert("xaxis".to_owned(), x);
    let y = json!({"visible": false, "fixedrange": true, "range": [heights.plot, 0]});
    made.insert("yaxis".to_owned(), y);
    made
}

/// The pixels of a chart that is made of `height`.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "pixels"
)]
pub(super) fn pixels(height: f64) -> usize {
    height.ceil().max(1.0) as usize
}

/// The height of so many lines.
#[allow(clippy::cast_precision_loss, reason = "a few lines")]
pub(super) fn height_of(lines: usize) -> f64 {
    lines as f64 * LINE
}

/// A text that begins at the left edge, `down` pixels below the top of the plot. It covers the
/// lines behind it.
pub(super) fn text(lines: &[String], down: f64, more: Value) -> Value {
    let mut made = annotation(
        &lines.join("<br>"),
        0.0,
        down,
        json!({
            "yref": "y",
            "xanchor": "left",
            "yanchor": "top",
            "align": "left",
            "bgcolor": PAPER,
        }),
    );
    add(&mut made, more);
    made
}

/// A line across the plot between two rows.
pub(super) fn separator(down: f64) -> Value {
    json!({
        "type": "line",
        "layer": "below",
        "xref": "paper",
        "yref": "y",
        "x0": 0,
        "x1": 1,
        "y0": down,
        "y1": down,
        "line": {"color": GRID, "width": 1},
    })
}

/// A text of the user in the lines of a hover text.
pub(super) fn hover_line(text: &str) -> String {
    lines(text, HOVER_CHARACTERS, 4).join("<br>")
}

/// A name as it stands in the legend.
pub(super) fn legend_name(name: &str) -> String {
    lines(name, LEGEND_CHARACTERS, 2).join("<br>")
}

/// Which end of a text of some 24 characters stands at a place, so that it is whole; `share` is how
/// far from the left edge the place is, 0 to 1.
pub(super) fn end_at(share: f64) -> &'static str {
    match share {
        ..0.4 => "left",
        0.6.. => "right",
        _ => "center",
    }
}
