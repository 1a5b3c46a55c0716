//! Own scores beside the group's: one row per area, one column per dimension.
//!
//! Readable in black and white: own is a filled dot, the group an open diamond, and a line ties
//! the two. Neither direction is coloured good or bad.

use serde::{Deserialize, Serialize};

/// The numbers of the chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Positions {
    /// Name of the municipality.
    pub own: String,
    /// Name of the group.
    pub group: String,
    /// The columns.
    pub panels: Vec<Panel>,
    /// Titles of the areas, from the top.
    pub areas: Vec<String>,
}

/// One column: a dimension.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Panel {
    /// Title of the dimension.
    pub title: String,
    /// End of the scale, which begins at 0.
    pub max: f64,
    /// Own score of each area.
    pub own: Vec<Option<f64>>,
    /// The group's mean of each area.
    pub group: Vec<Option<f64>>,
}

#[cfg(feature = "documents")]
pub use drawing::specification;

#[cfg(feature = "documents")]
mod drawing {
    use plotly::common::{
        Anchor, DashType, Font, Line, Marker, MarkerSymbol, Mode, Orientation, Title,
    };
    use plotly::layout::{Axis, Legend, Margin};
    use plotly::{Layout, Scatter, Trace};
    use serde_json::{Map, Value, json};

    use super::{Panel, Positions};
    use crate::charts::Specification;

    const OWN: &str = "#0059b3";
    const GROUP: &str = "#454545";
    const GRID: &str = "#dcdcdc";
    const ROW_HEIGHT: usize = 34;

    /// Traces and layout of the chart.
    #[must_use]
    pub fn specification(positions: &Positions) -> Specification {
        let traces: Vec<Value> = positions
            .panels
            .iter()
            .enumerate()
            .flat_map(|(index, panel)| traces(positions, panel, index))
            .collect();
        Specification {
            data: Value::Array(traces),
            layout: layout(positions),
        }
    }

    /// The crate can write a trace as JSON text only.
    fn to_value(trace: &dyn Trace) -> Value {
        serde_json::from_str(&trace.to_json()).unwrap_or(Value::Null)
    }

    fn axis_name(letter: char, index: usize) -> String {
        match index {
            0 => letter.to_string(),
            _ => format!("{letter}{}", index + 1),
        }
    }

    fn traces(positions: &Positions, panel: &Panel, index: usize) -> Vec<Value> {
        let x_axis = axis_name('x', index);
        let both = panel.own.iter().zip(&panel.group).zip(&positions.areas);
        let ties = both.filter_map(|((own, group), area)| Some(((*own)?, (*group)?, area)));
        let mut tie_x: Vec<Option<f64>> = Vec::new();
        let mut tie_y: Vec<Option<String>> = Vec::new();
        for (own, group, area) in ties {
            tie_x.extend([Some(own), Some(group), None]);
            tie_y.extend([Some(area.clone()), Some(area.clone()), None]);
        }
        let tie = Scatter::new(tie_x, tie_y)
            .mode(Mode::Lines)
            .line(Line::new().color(GROUP).width(1.0).dash(DashType::Dot))
            .show_legend(false)
            .x_axis(&x_axis);
        let group = Scatter::new(panel.group.clone(), positions.areas.clone())
            .mode(Mode::Markers)
            .name(&positions.group)
            .marker(
                Marker::new()
                    .symbol(MarkerSymbol::DiamondOpen)
                    .size(11)
                    .color(GROUP)
                    .line(Line::new().width(2.0)),
            )
            .show_legend(index == 0)
            .x_axis(&x_axis);
        let own = Scatter::new(panel.own.clone(), positions.areas.clone())
            .mode(Mode::Markers)
            .name(&positions.own)
            .marker(
                Marker::new()
                    .symbol(MarkerSymbol::Circle)
                    .size(11)
                    .color(OWN),
            )
            .show_legend(index == 0)
            .x_axis(&x_axis);
        [to_value(&*tie), to_value(&*group), to_value(&*own)].into()
    }

    fn layout(positions: &Positions) -> Value {
        let base = Layout::new()
            .height(positions.areas.len() * ROW_HEIGHT + 120)
            .margin(
                Margin::new()
                    .left(10)
                    .right(15)
                    .top(60)
                    .bottom(60)
                    .auto_expand(true),
            )
            .font(
                Font::new()
                    .family("IBM Plex Sans, system-ui, sans-serif")
                    .size(14)
                    .color("#1a1a1a"),
            )
            .legend(
                Legend::new()
                    .orientation(Orientation::Horizontal)
                    .x_anchor(Anchor::Left)
                    .x(0.0)
                    .y_anchor(Anchor::Top)
                    .y(-0.02),
            )
            .paper_background_color("#ffffff")
            .plot_background_color("#ffffff")
            .y_axis(
                Axis::new()
                    .auto_margin(true)
                    .grid_color(GRID)
                    .zero_line(false)
                    .fixed_range(true),
            );
        let mut layout = match serde_json::to_value(&base) {
            Ok(Value::Object(layout)) => layout,
            _ => Map::new(),
        };
        // Danish decimal comma; areas from the top.
        layout.insert("separators".to_owned(), json!(",."));
        if let Some(Value::Object(y)) = layout.get_mut("yaxis") {
            y.insert("autorange".to_owned(), json!("reversed"));
        }
        for (index, panel) in positions.panels.iter().enumerate() {
            let axis = x_axis(panel, index, positions.panels.len());
            let name = axis_name('x', index).replacen('x', "xaxis", 1);
            layout.insert(name, axis);
        }
        Value::Object(layout)
    }

    /// The share of the width between two columns.
    const GAP: f64 = 0.05;

    fn x_axis(panel: &Panel, index: usize, count: usize) -> Value {
        #[allow(clippy::cast_precision_loss, reason = "three columns")]
        let (index, count) = (index as f64, count as f64);
        let width = (1.0 - GAP * (count - 1.0)) / count;
        let start = index * (width + GAP);
        // A little room, so that a dot on the end of the scale is not cut.
        let room = panel.max * 0.06;
        let axis = Axis::new()
            .title(Title::with_text(&panel.title))
            .range(vec![-room, panel.max + room])
            .domain(&[start, start + width])
            .grid_color(GRID)
            .zero_line(false)
            .fixed_range(true)
            .side(plotly::common::AxisSide::Top)
            .tick_values(ticks(panel.max));
        serde_json::to_value(&axis).unwrap_or(Value::Null)
    }

    fn ticks(max: f64) -> Vec<f64> {
        if max > 1.0 {
            vec![0.0, 1.0, 2.0, 3.0]
        } else {
            vec![0.0, 0.5, 1.0]
        }
    }

    #[cfg(test)]
    mod tests {
        use super::*;

        #[test]
        fn every_area_and_dimension_has_its_place_and_missing_scores_stay_missing() {
            let positions = Positions {
                own: "X Kommune".to_owned(),
                group: "Alle".to_owned(),
                areas: vec!["Budgetlægning".to_owned(), "Budgetopfølgning".to_owned()],
                panels: vec![
                    Panel {
                        title: "Centraliseringsgrad".to_owned(),
                        max: 3.0,
                        own: vec![Some(2.7), None],
                        group: vec![Some(2.6), Some(2.3)],
                    },
                    Panel {
                        title: "Digital proces".to_owned(),
                        max: 1.0,
                        own: vec![Some(0.1), Some(0.9)],
                        group: vec![None, None],
                    },
                ],
            };
            let made = specification(&positions);
            let traces = made.data.as_array().unwrap();
            assert_eq!(traces.len(), 6);
            assert_eq!(traces[2]["x"], json!([2.7, null]));
            assert_eq!(traces[2]["name"], "X Kommune");
            assert_eq!(
                traces[0]["x"],
                json!([2.7, 2.6, null]),
                "only whole pairs are tied"
            );
            assert_eq!(traces[5]["xaxis"], "x2");
            assert_eq!(made.layout["xaxis2"]["range"], json!([-0.06, 1.06]));
            assert_eq!(made.layout["yaxis"]["autorange"], "reversed");
            assert_eq!(made.layout["separators"], ",.");
        }
    }
}
