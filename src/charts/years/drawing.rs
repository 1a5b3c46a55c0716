//! The years as traces and layout.

use plotly::common::{Line, Marker, MarkerSymbol, Mode};
use plotly::{Bar, Scatter};
use serde_json::{Value, json};

use super::patterns::marker;
use super::{Series, Years};
use crate::charts::Specification;
use crate::charts::lines::broken;
use crate::charts::money::{Amounts, in_words};
use crate::charts::rows::row;
use crate::charts::scale::fitting;
use crate::charts::sheet::{WIDTH, hover_line, legend_name};
use crate::charts::style::{
    HOVER, Heights, INK, OWN, OWN_DARK, PAPER, TEXT, ZERO, annotation, axis, axis_value, empty,
    layout_in, number, trace,
};

const ACCUMULATED: &str = "Akkumuleret";
const RESULT: &str = "Årets resultat";
const RESULT_WITH_BAND: &str = "Årets resultat, lavt til højt";
/// Bars stand a little to the left of their year, its result to the right, beside them.
const BAR_LEFT: f64 = 0.12;
const BAR_WIDTH: f64 = 0.52;
const RESULT_RIGHT: f64 = 0.28;
const HEIGHTS: Heights = Heights {
    top: 34,
    plot: 280,
    below: 46,
};
/// What the amounts beside the axis leave of the narrowest plot, in pixels.
const ROOM: f64 = WIDTH - 56.0;

/// Traces and layout of the chart.
#[must_use]
pub fn specification(years: &Years) -> Specification {
    let mut data: Vec<Value> = years
        .series
        .iter()
        .enumerate()
        .filter_map(|(index, series)| bars(years, index, series))
        .collect();
    data.extend(bands(years));
    data.extend(results(years));
    data.extend(accumulated(years));
    let layout = if data.is_empty() {
        empty()
    } else {
        layout_of(years, &data)
    };
    Specification {
        data: Value::Array(data),
        layout,
    }
}

/// The amounts that can be drawn, each with its year.
fn drawable(years: &Years, values: &[f64]) -> Vec<(usize, f64)> {
    let values = values.iter().take(years.years.len()).enumerate();
    values
        .filter_map(|(year, value)| Some((year, number(*value)?)))
        .collect()
}

/// The years whose result is known, with it: the sum of all series.
fn sums(years: &Years) -> Vec<(usize, f64)> {
    let sum = |year: usize| {
        let values = years.series.iter().map(|series| series.values.get(year));
        let sum: Option<f64> = values.map(|value| value.and_then(|v| number(*v))).sum();
        sum.and_then(number)
    };
    if years.series.is_empty() {
        return Vec::new();
    }
    let all = 0..years.years.len();
    all.filter_map(|year| Some((year, sum(year)?))).collect()
}

/// The years with a low and a high assessment.
fn ranges(years: &Years) -> Vec<(usize, f64, f64)> {
    let bands = years.band.iter().take(years.years.len()).enumerate();
    bands
        .filter_map(|(year, band)| Some((year, number(band.low)?, number(band.high)?)))
        .collect()
}

fn hover(years: &Years, year: usize, name: &str, words: &str) -> String {
    let title = years.years.get(year).map_or("", String::as_str);
    format!("{}<br>{}:<br>{words}", hover_line(title), hover_line(name))
}

fn bars(years: &Years, index: usize, series: &Series) -> Option<Value> {
    let points = drawable(years, &series.values);
    if points.is_empty() {
        return None;
    }
    let hovers = points
        .iter()
        .map(|(year, value)| hover(years, *year, &series.name, &in_words(*value)));
    let base = Bar::new(
        points.iter().map(|point| row(point.0) - BAR_LEFT).collect(),
        points.iter().map(|point| point.1).collect::<Vec<f64>>(),
    )
    .name(legend_name(&series.name))
    .width(BAR_WIDTH)
    .marker(marker(index))
    .hover_text_array(hovers.collect::<Vec<_>>())
    .hover_template(HOVER);
    Some(trace(&*base, json!({"legendrank": index + 1})))
}

/// The lines from low to high.
fn bands(years: &Years) -> Option<Value> {
    let ranges = ranges(years);
    if ranges.is_empty() {
        return None;
    }
    let (mut x, mut y) = (Vec::new(), Vec::new());
    for (year, low, high) in ranges {
        let place = Some(row(year) + RESULT_RIGHT);
        x.extend([place, place, None]);
        y.extend([Some(low), Some(high), None]);
    }
    let base = Scatter::new(x, y)
        .mode(Mode::LinesMarkers)
        .show_legend(false)
        .line(Line::new().color(OWN_DARK).width(2.0))
        .marker(
            Marker::new()
                .symbol(MarkerSymbol::LineEWOpen)
                .size(9)
                .color(OWN_DARK)
                .line(Line::new().color(OWN_DARK).width(2.0)),
        )
        .clip_on_axis(false);
    Some(trace(&*base, json!({"hoverinfo": "skip"})))
}

/// What each year comes to.
fn results(years: &Years) -> Option<Value> {
    let sums = sums(years);
    if sums.is_empty() {
        return None;
    }
    let ranges = ranges(years);
    let hovers = sums.iter().map(|(year, sum)| {
        let band = ranges.iter().find(|band| band.0 == *year);
        let mut words = in_words(*sum);
        if let Some((_, low, high)) = band {
            let (low, high) = (in_words(*low), in_words(*high));
            words = format!("{words}<br>Lavt til højt:<br>{low} til {high}");
        }
        hover(years, *year, RESULT, &words)
    });
    let name = if ranges.is_empty() {
        RESULT
    } else {
        RESULT_WITH_BAND
    };
    let base = Scatter::new(
        sums.iter().map(|sum| row(sum.0) + RESULT_RIGHT).collect(),
        sums.iter().map(|sum| sum.1).collect(),
    )
    .mode(Mode::Markers)
    .name(name)
    .marker(
        Marker::new()
            .symbol(MarkerSymbol::Circle)
            .size(9)
            .color(OWN)
            .line(Line::new().color(OWN_DARK).width(1.5)),
    )
    .hover_text_array(hovers.collect::<Vec<_>>())
    .hover_template(HOVER)
    .clip_on_axis(false);
    Some(trace(&*base, json!({"legendrank": 1001})))
}

fn accumulated(years: &Years) -> Option<Value> {
    let points = drawable(years, &years.accumulated);
    if points.is_empty() {
        return None;
    }
    let hovers = points
        .iter()
        .map(|(year, value)| hover(years, *year, ACCUMULATED, &in_words(*value)));
    let base = Scatter::new(
        points.iter().map(|point| row(point.0)).collect(),
        points.iter().map(|point| point.1).collect(),
    )
    .mode(Mode::LinesMarkers)
    .name(ACCUMULATED)
    .line(Line::new().color(INK).width(2.0))
    .marker(
        Marker::new()
            .symbol(MarkerSymbol::Square)
            .size(9)
            .color(PAPER)
            .line(Line::new().color(INK).width(2.0)),
    )
    .hover_text_array(hovers.collect::<Vec<_>>())
    .hover_template(HOVER)
    .clip_on_axis(false);
    Some(trace(&*base, json!({"legendrank": 1002})))
}

/// Every amount that the axis must have room for.
fn amounts(years: &Years) -> Vec<f64> {
    let mut made = Vec::new();
    for year in 0..years.years.len() {
        let values = years.series.iter().filter_map(|one| one.values.get(year));
        let values: Vec<f64> = values.copied().filter_map(number).collect();
        made.push(values.iter().filter(|value| **value > 0.0).sum());
        made.push(values.iter().filter(|value| **value < 0.0).sum());
    }
    made.extend(
        drawable(years, &years.accumulated)
            .iter()
            .map(|point| point.1),
    );
    made.extend(ranges(years).iter().flat_map(|band| [band.1, band.2]));
    made
}

fn layout_of(years: &Years, data: &[Value]) -> Value {
    let named = data.iter().filter_map(|trace| trace["name"].as_str());
    let legend: Vec<String> = named.map(str::to_owned).collect();
    let amounts = Amounts::from_zero(&amounts(years));
    let ticks = years.years.iter().enumerate();
    let ticks = ticks.map(|(year, title)| (row(year), broken(title, 9, 2)));
    let x = axis(
        [-0.6, row(years.years.len()) - 0.4],
        &fitting(ticks.collect(), ROOM),
    )
    .show_grid(false);
    let y = axis(amounts.scale.range(), &amounts.scale.ticks)
        .auto_margin(true)
        .zero_line(true)
        .zero_line_color(ZERO)
        .zero_line_width(2);
    let mut made = layout_in(WIDTH, HEIGHTS, &legend);
    made.insert("barmode".to_owned(), json!("relative"));
    made.insert("xaxis".to_owned(), axis_value(&x, json!({})));
    made.insert("yaxis".to_owned(), axis_value(&y, json!({})));
    let unit = json!({"xanchor": "left", "yanchor": "bottom", "yshift": 8, "font": {"size": TEXT}});
    made.insert(
        "annotations".to_owned(),
        json!([annotation(amounts.unit, 0.0, 1.0, unit)]),
    );
    Value::Object(made)
}
