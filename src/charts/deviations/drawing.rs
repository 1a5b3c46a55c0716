//! Deviations as traces and layout.

use plotly::Bar;
use plotly::common::{
    ConstrainText, Font, Line, Marker, Orientation, Pattern, PatternShape, TextPosition,
};
use serde_json::{Value, json};

use super::{Deviations, Panel};
use crate::charts::rows::{Column, heading, row, rows};
use crate::charts::scale::end_of;
use crate::charts::style::{HOVER, TEXT, axis_id, frame, links, number, trace};
use crate::charts::{AreaName, Specification};
use crate::danish::format_signed;

/// The shares of its scale that a column can show.
const SHARES: [f64; 5] = [0.2, 0.4, 0.6, 0.8, 1.0];
/// The numbers at the ends of the bars need room.
const TEXT_ROOM: f64 = 1.5;

/// The two kinds of bars. Violet and orange, as in the tables: neither is good.
#[derive(Clone, Copy)]
enum Side {
    Above,
    Below,
}

impl Side {
    const ALL: [Self; 2] = [Self::Above, Self::Below];

    fn name(self) -> &'static str {
        match self {
            Self::Above => "Over gruppens gennemsnit",
            Self::Below => "Under gruppens gennemsnit",
        }
    }

    fn has(self, value: f64) -> bool {
        match self {
            Self::Above => value >= 0.0,
            Self::Below => value < 0.0,
        }
    }

    fn marker(self) -> Marker {
        match self {
            Self::Above => Marker::new()
                .color("#6a5fae")
                .line(Line::new().color("#3f3580").width(1.0)),
            Self::Below => Marker::new()
                .color("#fee8d3")
                .line(Line::new().color("#8a4b08").width(1.0))
                .pattern(
                    Pattern::new()
                        .shape(PatternShape::RightDiagonalLine)
                        .background_color("#fff6ec")
                        .foreground_color("#b35900")
                        .size(7.0)
                        .solidity(0.35),
                ),
        }
    }
}

/// Traces and layout of the chart.
#[must_use]
pub fn specification(deviations: &Deviations) -> Specification {
    let share = share(&deviations.panels);
    let columns: Vec<Column> = deviations
        .panels
        .iter()
        .map(|panel| column(panel, share))
        .collect();
    let mut traces = Vec::new();
    let mut legend: Vec<String> = Vec::new();
    for panel in deviations.panels.iter().enumerate() {
        let before = traces.len();
        for side in Side::ALL {
            let cells = cells(&deviations.areas, panel.1, side);
            if cells.is_empty() {
                continue;
            }
            let name = side.name().to_owned();
            let first = !legend.contains(&name);
            traces.push(bars(&cells, panel, side, first));
            if first {
                legend.push(name);
            }
        }
        if traces.len() == before {
            traces.push(frame(axis_id('x', panel.0), axis_id('y', 0)));
        }
    }
    Specification {
        data: Value::Array(traces),
        layout: rows(&deviations.areas, &columns, &legend, 2),
    }
}

/// The smallest share of the scales that has room for all bars.
fn share(panels: &[Panel]) -> f64 {
    let largest = panels
        .iter()
        .flat_map(|panel| {
            let max = end_of(panel.max);
            let values = panel.values.iter().copied().flatten().filter_map(number);
            values.map(move |value| value.abs() / max)
        })
        .fold(0.0, f64::max);
    let shares = SHARES.into_iter();
    let fits = |share: &f64| largest <= share + 1e-9;
    shares.clone().find(fits).unwrap_or(1.0)
}

fn column(panel: &Panel, share: f64) -> Column {
    let end = end_of(panel.max) * share;
    Column {
        title: panel.title.clone(),
        range: [-end * TEXT_ROOM, end * TEXT_ROOM],
        ticks: [-end, 0.0, end]
            .map(|tick| (tick, format_signed(tick, u8::from(tick != 0.0))))
            .into(),
        zero_line: true,
    }
}

/// An area with its row and its deviation.
type Cell<'a> = (usize, &'a AreaName, f64);

fn cells<'a>(areas: &'a [AreaName], panel: &Panel, side: Side) -> Vec<Cell<'a>> {
    let both = areas.iter().zip(&panel.values).enumerate();
    both.filter_map(|(row, (area, value))| Some((row, area, number((*value)?)?)))
        .filter(|(_, _, value)| side.has(*value))
        .collect()
}

fn bars(cells: &[Cell], (index, panel): (usize, &Panel), side: Side, in_legend: bool) -> Value {
    let base = Bar::new(
        cells.iter().map(|cell| cell.2).collect::<Vec<f64>>(),
        cells.iter().map(|cell| row(cell.0)).collect::<Vec<f64>>(),
    )
    .orientation(Orientation::Horizontal)
    .name(side.name())
    .show_legend(in_legend)
    .x_axis(axis_id('x', index))
    .y_axis("y")
    .width(0.55)
    .marker(side.marker())
    .text_array(texts(cells))
    .text_position(TextPosition::Outside)
    .text_angle(0.0)
    .text_font(Font::new().size(TEXT))
    .constrain_text(ConstrainText::None)
    .clip_on_axis(false)
    .hover_text_array(
        cells
            .iter()
            .map(|(_, area, value)| hover(area, panel, *value))
            .collect::<Vec<_>>(),
    )
    .hover_template(HOVER);
    let hrefs = cells.iter().map(|cell| cell.1.href.as_deref());
    let rank = match side {
        Side::Above => 1,
        Side::Below => 2,
    };
    trace(
        &*base,
        json!({"customdata": links(hrefs), "legendrank": rank}),
    )
}

fn texts(cells: &[Cell]) -> Vec<String> {
    cells.iter().map(|cell| format_signed(cell.2, 1)).collect()
}

fn hover(area: &AreaName, panel: &Panel, value: f64) -> String {
    let text = format_signed(value, 1);
    let words = match text.chars().next() {
        Some('+') => format!("{text}: over gruppens gennemsnit"),
        Some('\u{2212}') => format!("{text}: under gruppens gennemsnit"),
        _ => format!("{text}: som gruppens gennemsnit"),
    };
    format!("{}<br>{words}", heading(area, &panel.title))
}
