//! The boxes: their outlines, their texts, and the marks that are clicked.

use plotly::Scatter;
use plotly::common::{Marker, Mode};
use serde_json::{Value, json};

use super::State;
use super::grid::{Grid, PADDING, Place, word};
use crate::charts::sheet::{height_of, hover_line};
use crate::charts::style::{
    GROUP, GROUP_FILL, HOVER, INK, OUTLINE, OWN_DARK, PAPER, TEXT, annotation, links, trace,
};

/// Where the marks of a box stand, as shares of half its width: so near each other that they cover
/// a box of a wide chart too.
const MARKS: [f64; 5] = [-0.8, -0.4, 0.0, 0.4, 0.8];

/// The outline of a box.
pub(super) fn outline(place: &Place, width: f64) -> Value {
    let (fill, color, line) = match place.step.state {
        State::Plain => (PAPER, OUTLINE, 1.0),
        State::Chosen => ("#dbe8f5", OWN_DARK, 3.0),
        State::Done => (GROUP_FILL, GROUP, 1.5),
    };
    json!({
        "type": "rect",
        "layer": "below",
        "xref": "x",
        "yref": "y",
        "x0": place.x - width / 2.0,
        "x1": place.x + width / 2.0,
        "y0": place.top,
        "y1": place.bottom,
        "fillcolor": fill,
        "line": {"color": color, "width": line},
    })
}

/// The texts of a box: the title, and below it numbers and state.
pub(super) fn texts(place: &Place) -> Vec<Value> {
    let all = height_of(place.title.len() + place.rest.len());
    let spare = (place.bottom - place.top - 2.0 * PADDING - all) / 2.0;
    let top = place.top + PADDING + spare;
    let text = |lines: &[String], down: f64, font: Value| {
        let more = json!({"xref": "x", "yref": "y", "yanchor": "top", "font": font});
        annotation(&lines.join("<br>"), place.x, down, more)
    };
    let bold = json!({"size": TEXT, "color": INK, "weight": 600});
    let mut made = vec![text(&place.title, top, bold)];
    if !place.rest.is_empty() {
        let down = top + height_of(place.title.len());
        made.push(text(&place.rest, down, json!({"size": TEXT})));
    }
    made
}

/// Marks that nobody sees, on which a box is pointed at and clicked.
pub(super) fn marks(grid: &Grid) -> Value {
    let all = || {
        let places = grid.places.iter();
        places.flat_map(|place| MARKS.map(|mark| (place, mark)))
    };
    let x = all().map(|(place, mark)| (mark * grid.width).mul_add(0.5, place.x));
    let y = all().map(|(place, _)| f64::midpoint(place.top, place.bottom));
    let base = Scatter::new(x.collect(), y.collect())
        .mode(Mode::Markers)
        .show_legend(false)
        .marker(Marker::new().size(44).opacity(0.0))
        .hover_text_array(all().map(|one| hover(one.0)).collect::<Vec<_>>())
        .hover_template(HOVER);
    let hrefs = all().map(|(place, _)| place.step.href.as_deref());
    trace(&*base, json!({"customdata": links(hrefs)}))
}

fn hover(place: &Place) -> String {
    let step = place.step;
    let mut made = vec![hover_line(&step.title)];
    if !step.numbers.trim().is_empty() {
        made.push(hover_line(&step.numbers));
    }
    made.extend(word(step.state).map(str::to_owned));
    made.join("<br>")
}
