//! The tornado as traces and layout.

use plotly::Bar;
use plotly::common::{Font, Line, Marker, Orientation, Pattern, PatternShape, Title};
use serde_json::{Value, json};

use super::{Row, Tornado};
use crate::charts::Specification;
use crate::charts::lines::{broken, lines};
use crate::charts::money::Amounts;
use crate::charts::scale::{Scale, fitting, spanning};
use crate::charts::sheet::{
    CHARACTERS, LINE, WIDTH, end_at, height_of, hover_line, pixels, separator, sheet, text,
};
use crate::charts::style::{
    HOVER, Heights, INK, OWN, OWN_DARK, TEXT, annotation, axis, axis_value, empty, number, trace,
};

/// More rows than these say little.
const ROWS: usize = 10;
/// Heights in pixels: a bar, and what stands around it.
const BAR: f64 = 20.0;
const AROUND: f64 = 5.0;
const BETWEEN: f64 = 12.0;
/// Two texts stand beside each other below a bar.
const HALF: usize = CHARACTERS / 2 - 1;
/// The expected result has room on one side of its line only.
const BASE_TEXT: usize = 24;

/// Which input a bar is of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Input {
    Low,
    High,
}

impl Input {
    const ALL: [Self; 2] = [Self::Low, Self::High];

    fn name(self) -> &'static str {
        match self {
            Self::Low => "Lav værdi",
            Self::High => "Høj værdi",
        }
    }

    fn value(self, row: &Row) -> f64 {
        match self {
            Self::Low => row.low_value,
            Self::High => row.high_value,
        }
    }

    fn text(self, row: &Row) -> String {
        match self {
            Self::Low => format!("Lav: {}", row.low_text),
            Self::High => format!("Høj: {}", row.high_text),
        }
    }

    fn marker(self) -> Marker {
        match self {
            Self::Low => Marker::new()
                .color("#fff6ec")
                .line(Line::new().color("#8a4b08").width(1.0))
                .pattern(
                    Pattern::new()
                        .shape(PatternShape::RightDiagonalLine)
                        .background_color("#fff6ec")
                        .foreground_color("#b35900")
                        .size(7.0)
                        .solidity(0.35),
                ),
            Self::High => Marker::new()
                .color(OWN)
                .line(Line::new().color(OWN_DARK).width(1.0)),
        }
    }
}

/// A row with its texts and where it stands, in pixels from the top.
struct Placed<'a> {
    row: &'a Row,
    title: Vec<String>,
    /// The texts at the left and at the right below the bars.
    texts: [Vec<String>; 2],
    top: f64,
    /// The middle of the bars.
    middle: f64,
    bottom: f64,
}

/// Traces and layout of the chart.
#[must_use]
pub fn specification(tornado: &Tornado) -> Specification {
    let rows = placed(&tornado.rows);
    let base = number(tornado.base).filter(|_| !rows.is_empty());
    let Some(base) = base else {
        return Specification {
            data: json!([]),
            layout: empty(),
        };
    };
    let data = Input::ALL.map(|input| bars(&rows, base, input));
    Specification {
        data: Value::from(data.to_vec()),
        layout: layout_of(tornado, base, &rows),
    }
}

fn placed(rows: &[Row]) -> Vec<Placed<'_>> {
    let mut top = 0.0;
    let mut made = Vec::new();
    for row in rows.iter().take(ROWS) {
        let title = lines(&row.title, CHARACTERS, 3);
        let mut inputs = Input::ALL;
        // The text of the smaller result stands at the left, where its bar leads.
        if row.low_value > row.high_value {
            inputs.reverse();
        }
        let texts = inputs.map(|input| lines(&input.text(row), HALF, 4));
        let middle = top + height_of(title.len()) + AROUND + BAR / 2.0;
        let below = texts.iter().map(Vec::len).max().unwrap_or(0);
        let bottom = middle + BAR / 2.0 + AROUND + height_of(below) + BETWEEN;
        made.push(Placed {
            row,
            title,
            texts,
            top,
            middle,
            bottom,
        });
        top = bottom;
    }
    made
}

/// Whether both inputs lead to the same side.
fn same_side(row: &Row, base: f64) -> bool {
    (row.low_value - base) * (row.high_value - base) > 0.0
}

fn bars(rows: &[Placed], base: f64, input: Input) -> Value {
    let known: Vec<(&Placed, f64)> = rows
        .iter()
        .filter_map(|placed| Some((placed, number(number(input.value(placed.row))? - base)?)))
        .collect();
    let half = |placed: &Placed| same_side(placed.row, base);
    let places = known.iter().map(|(placed, _)| match input {
        Input::Low if half(placed) => placed.middle - BAR / 4.0,
        Input::High if half(placed) => placed.middle + BAR / 4.0,
        _ => placed.middle,
    });
    let heights = known
        .iter()
        .map(|(placed, _)| if half(placed) { BAR / 2.0 } else { BAR });
    let hovers = known.iter().map(|(placed, _)| {
        let text = hover_line(&input.text(placed.row));
        format!("{}<br>{text}", hover_line(&placed.row.title))
    });
    let made = Bar::new(known.iter().map(|bar| bar.1).collect(), places.collect())
        .orientation(Orientation::Horizontal)
        .name(input.name())
        .marker(input.marker())
        .hover_text_array(hovers.collect::<Vec<_>>())
        .hover_template(HOVER);
    trace(
        &*made,
        json!({"base": base, "width": heights.collect::<Vec<_>>()}),
    )
}

/// The x axis: its scale and its title.
fn scale(tornado: &Tornado, base: f64, rows: &[Placed]) -> (Scale, String) {
    let rows = rows.iter().map(|placed| placed.row);
    let values = rows.flat_map(|row| [row.low_value, row.high_value]);
    let values: Vec<f64> = values.chain([base]).collect();
    if tornado.unit == "kr." {
        let amounts = Amounts::between(&values);
        return (amounts.scale, amounts.unit.to_owned());
    }
    let unit = broken(&tornado.unit, CHARACTERS, 2);
    (spanning(values.into_iter()), unit)
}

fn layout_of(tornado: &Tornado, base: f64, rows: &[Placed]) -> Value {
    let (scale, unit) = scale(tornado, base, rows);
    let above = lines(&expected(tornado), BASE_TEXT, 3);
    let heights = Heights {
        top: pixels(height_of(above.len())) + 10,
        plot: pixels(rows.last().map_or(0.0, |last| last.bottom)),
        below: 40 + 2 * pixels(LINE),
    };
    let range = scale.range();
    let x = axis(range, &fitting(scale.ticks, WIDTH))
        .title(Title::with_text(unit).font(Font::new().size(TEXT)));
    let x = axis_value(&x, json!({"title": {"standoff": 6}}));
    let legend = Input::ALL.map(|input| input.name().to_owned());
    let mut made = sheet(heights, &legend, x);
    let mut shapes = vec![base_line(base)];
    let mut annotations = vec![base_text(&above, base, range)];
    for placed in rows {
        annotations.push(text(&placed.title, placed.top, json!({})));
        let down = placed.middle + BAR / 2.0 + AROUND;
        let [left, right] = &placed.texts;
        annotations.push(text(left, down, json!({})));
        let at_right = json!({"x": 1.0, "xanchor": "right", "align": "right"});
        annotations.push(text(right, down, at_right));
        shapes.push(separator(placed.bottom - BETWEEN / 2.0));
    }
    made.insert("shapes".to_owned(), Value::Array(shapes));
    made.insert("annotations".to_owned(), Value::Array(annotations));
    Value::Object(made)
}

fn expected(tornado: &Tornado) -> String {
    format!("Forventet: {}", tornado.base_text)
}

/// The line that all bars begin at.
fn base_line(base: f64) -> Value {
    json!({
        "type": "line",
        "xref": "x",
        "yref": "paper",
        "x0": base,
        "x1": base,
        "y0": 0,
        "y1": 1,
        "line": {"color": INK, "width": 2},
    })
}

/// The expected result, above its line.
fn base_text(lines: &[String], base: f64, range: [f64; 2]) -> Value {
    let share = (base - range[0]) / (range[1] - range[0]);
    let anchor = end_at(share);
    let more = json!({"xref": "x", "xanchor": anchor, "align": anchor, "yanchor": "bottom"});
    annotation(&lines.join("<br>"), base, 1.0, more)
}
