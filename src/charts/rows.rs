//! The layout of charts with one row per area and one column per dimension or number.
//!
//! Areas stand from the top, their rows at the whole numbers 0, 1, 2 … of one y axis; every column
//! has an x axis of its own. Does not know what is drawn in the cells.

use plotly::common::{AxisSide, Font, Title};
use serde_json::{Value, json};

use super::AreaName;
use super::style::{
    BAND, Heights, TEXT, TITLE, ZERO, axis, axis_key, axis_value, empty, layout, plain, wrapped,
};

/// The height of a line of text in pixels.
const LINE: usize = 17;
/// The share of the width between two columns.
const GAP: f64 = 0.05;
/// About how many characters of an area's title stand on a line.
const NAME_WIDTH: usize = 29;
/// More lines than this no name of a row needs; a longer one is shortened.
const NAME_LINES: usize = 6;

/// A column: its title and its x axis.
pub(super) struct Column {
    pub title: String,
    pub range: [f64; 2],
    pub ticks: Vec<(f64, String)>,
    /// Whether 0 is where bars begin.
    pub zero_line: bool,
}

/// The place of a row on the y axis.
#[allow(clippy::cast_precision_loss, reason = "a few rows")]
pub(super) fn row(index: usize) -> f64 {
    index as f64
}

/// The first line of a hover text: the area, and below it the column.
pub(super) fn heading(area: &AreaName, column: &str) -> String {
    format!("{}<br>{}", plain(&area.title), plain(column))
}

/// The whole layout of rows and columns. `legend` has the names that stand in it; every row has room
/// for a title of `lines` lines, and for more where two that stand beside each other need it.
pub(super) fn rows(
    areas: &[AreaName],
    columns: &[Column],
    legend: &[String],
    lines: usize,
) -> Value {
    if areas.is_empty() || columns.is_empty() {
        return empty();
    }
    let names: Vec<String> = areas
        .iter()
        .map(|area| wrapped(&area.title, NAME_WIDTH, NAME_LINES))
        .collect();
    let titles: Vec<String> = columns
        .iter()
        .map(|column| wrapped(&column.title, title_width(columns.len()), 3))
        .collect();
    let above = titles.iter().map(|title| title.matches("<br>").count() + 1);
    let heights = Heights {
        top: 34 + 19 * above.max().unwrap_or(0),
        plot: areas.len().max(3) * row_height(&names, lines),
        below: 12,
    };
    let mut made = layout(heights, legend);
    for (index, (column, title)) in columns.iter().zip(titles).enumerate() {
        let axis = x_axis(column, title, domain(index, columns.len()));
        made.insert(axis_key('x', index), axis);
    }
    made.insert("yaxis".to_owned(), y_axis(names));
    made.insert("shapes".to_owned(), bands(areas.len()));
    Value::Object(made)
}

/// The height of every row: a name may reach into the next row as far as that one's leaves room.
fn row_height(names: &[String], lines: usize) -> usize {
    let lines_of = |name: &String| name.matches("<br>").count() + 1;
    let pairs = names
        .windows(2)
        .map(|pair| lines_of(&pair[0]) + lines_of(&pair[1]));
    let needed = pairs.max().unwrap_or(0).max(2 * lines);
    (needed * LINE).div_ceil(2) + 4
}

/// About how many characters of a column's title fit above it in a narrow chart.
fn title_width(columns: usize) -> usize {
    const CHARACTERS: usize = 60;
    (CHARACTERS / columns.max(1)).max(8)
}

/// Begin and end of a column, as shares of the width.
pub(super) fn domain(index: usize, count: usize) -> [f64; 2] {
    #[allow(clippy::cast_precision_loss, reason = "a few columns")]
    let (index, count) = (index as f64, count.max(1) as f64);
    // Many columns must share what the gaps leave.
    let gap = GAP.min(0.5 / count);
    let width = (1.0 - gap * (count - 1.0)) / count;
    let start = index * (width + gap);
    [start, (start + width).min(1.0)]
}

fn x_axis(column: &Column, title: String, domain: [f64; 2]) -> Value {
    let mut made = axis(column.range, &column.ticks)
        .title(Title::with_text(title).font(Font::new().size(TITLE)))
        .domain(&domain)
        .side(AxisSide::Top);
    if column.zero_line {
        made = made
            .zero_line(true)
            .zero_line_color(ZERO)
            .zero_line_width(2);
    }
    axis_value(&made, json!({"title": {"standoff": 6}, "anchor": "y"}))
}

fn y_axis(names: Vec<String>) -> Value {
    let rows = names.len();
    let ticks: Vec<(f64, String)> = names
        .into_iter()
        .enumerate()
        .map(|(index, name)| (row(index), name))
        .collect();
    let made = axis([row(rows) - 0.5, -0.5], &ticks)
        .tick_font(Font::new().size(TEXT))
        .show_grid(false)
        .auto_margin(true);
    axis_value(&made, json!({"ticklabelstandoff": 6}))
}

/// Every second row has a light band, which leads the eye across the columns.
fn bands(rows: usize) -> Value {
    (0..rows)
        .step_by(2)
        .map(|index| {
            json!({
                "type": "rect",
                "layer": "below",
                "xref": "paper",
                "yref": "y",
                "x0": 0,
                "x1": 1,
                "y0": row(index) - 0.5,
                "y1": row(index) + 0.5,
                "fillcolor": BAND,
                "line": {"width": 0},
            })
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::catalogue;

    #[test]
    fn no_area_of_the_catalogue_is_named_in_part() {
        for area in &catalogue::AREAS {
            let name = wrapped(area.title, NAME_WIDTH, NAME_LINES);
            assert_eq!(name.replace("<br>", " "), area.title);
        }
    }

    #[test]
    fn rows_are_higher_only_where_long_names_meet() {
        let height = |lines: &[usize]| {
            let names: Vec<String> = lines.iter().map(|&n| vec!["a"; n].join("<br>")).collect();
            row_height(&names, 2)
        };
        assert_eq!(height(&[1, 3, 1]), 2 * LINE + 4);
        assert_eq!(height(&[1, 3, 3]), 3 * LINE + 4);
        assert_eq!(height(&[]), 2 * LINE + 4);
    }
}
