//! A published distribution, with the own place in it.
//!
//! One bar per category, in the order given. The own category has a darker, hatched bar and the
//! municipality's name. A share that nobody knows is written "ukendt" and has no bar, so that it is
//! not read as none.

use serde::{Deserialize, Serialize};

/// The numbers of the chart.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Shares {
    /// Name of the municipality.
    pub own: String,
    /// The categories, from the top.
    pub bars: Vec<Bar>,
}

/// A category.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Bar {
    /// What it is called.
    pub label: String,
    /// Its share in per cent, 0 to 100; none if it is not known.
    pub percent: Option<f64>,
    /// How many municipalities it has, where that is known.
    pub count: Option<u32>,
    /// Whether the own municipality belongs to it.
    pub own: bool,
}

#[cfg(feature = "documents")]
pub use drawing::specification;

#[cfg(feature = "documents")]
mod drawing {
    use plotly::common::{Font, Line, Marker, Mode, Orientation, Pattern, PatternShape, Position};
    use plotly::{Bar as BarTrace, Scatter};
    use serde_json::{Value, json};

    use super::{Bar, Shares};
    use crate::charts::rows::{Column, row, rows};
    use crate::charts::scale::covering;
    use crate::charts::style::{
        CHARACTER, GROUP_FILL, HOVER, OUTLINE, OWN, OWN_DARK, TITLE, number, plain, trace,
    };
    use crate::charts::{AreaName, Specification};
    use crate::danish::{format_number, format_short};

    /// The width of the bars and their texts in a narrow chart, in pixels.
    const WIDTH: f64 = 400.0;

    /// Traces and layout of the chart.
    #[must_use]
    pub fn specification(shares: &Shares) -> Specification {
        let rows_of = |own: bool| {
            let bars = shares.bars.iter().enumerate();
            bars.filter(move |bar| bar.1.own == own).collect::<Vec<_>>()
        };
        let kinds = [rows_of(false), rows_of(true)];
        let bars = kinds.iter().filter(|kind| !kind.is_empty());
        let mut data: Vec<Value> = bars.map(|kind| bar_trace(kind)).collect();
        if !shares.bars.is_empty() {
            data.push(text_trace(shares));
        }
        Specification {
            data: Value::Array(data),
            layout: layout_of(shares),
        }
    }

    fn layout_of(shares: &Shares) -> Value {
        let scale = covering(shares.bars.iter().filter_map(share));
        let names: Vec<AreaName> = shares
            .bars
            .iter()
            .map(|bar| AreaName {
                title: bar.label.clone(),
                href: None,
            })
            .collect();
        let column = Column {
            title: "Procent af kommunerne".to_owned(),
            range: [0.0, end(shares)],
            ticks: scale.ticks,
            zero_line: true,
        };
        rows(&names, &[column], &[], 3)
    }

    /// A share that can be drawn.
    fn share(bar: &Bar) -> Option<f64> {
        bar.percent
            .and_then(number)
            .filter(|share| *share >= 0.0)
            .map(|share| share.min(100.0))
    }

    /// Where the axis must end, so that every bar has room for its text.
    #[allow(clippy::cast_precision_loss, reason = "short texts")]
    fn end(shares: &Shares) -> f64 {
        let longest = shares.bars.iter().map(|bar| {
            let text = text(shares, bar).chars().count() as f64 * CHARACTER * 1.08 + 12.0;
            let left = (1.0 - text / WIDTH).max(0.2);
            share(bar).unwrap_or_default() / left
        });
        longest.fold(1.0, f64::max)
    }

    /// `36 %`, or that it is not known.
    fn value(bar: &Bar) -> String {
        match share(bar) {
            Some(share) => format!("{}\u{a0}%", format_short(share)),
            None => "ukendt".to_owned(),
        }
    }

    fn text(shares: &Shares, bar: &Bar) -> String {
        let value = value(bar);
        if bar.own {
            format!("{value} ● {}", plain(&shares.own))
        } else {
            value
        }
    }

    fn hover(bar: &Bar) -> String {
        let count = match bar.count {
            Some(1) => " (1 kommune)".to_owned(),
            Some(count) => format!(" ({} kommuner)", format_number(f64::from(count), 0)),
            None => String::new(),
        };
        format!("{}<br>{}{count}", plain(&bar.label), value(bar))
    }

    fn bar_trace(bars: &[(usize, &Bar)]) -> Value {
        let known: Vec<(usize, &Bar, f64)> = bars
            .iter()
            .filter_map(|(index, bar)| Some((*index, *bar, share(bar)?)))
            .collect();
        let own = bars.iter().any(|bar| bar.1.own);
        let marker = if own {
            Marker::new()
                .color(OWN)
                .line(Line::new().color(OWN_DARK).width(1.5))
                .pattern(
                    Pattern::new()
                        .shape(PatternShape::RightDiagonalLine)
                        .background_color(OWN)
                        .foreground_color("#a9c8e8")
                        .size(9.0)
                        .solidity(0.2),
                )
        } else {
            Marker::new()
                .color(GROUP_FILL)
                .line(Line::new().color(OUTLINE).width(1.0))
        };
        let base = BarTrace::new(
            known.iter().map(|bar| bar.2).collect(),
            known.iter().map(|bar| row(bar.0)).collect(),
        )
        .orientation(Orientation::Horizontal)
        .width(0.6)
        .marker(marker)
        .hover_text_array(known.iter().map(|bar| hover(bar.1)).collect::<Vec<_>>())
        .hover_template(HOVER);
        trace(&*base, json!({"xaxis": "x", "yaxis": "y"}))
    }

    /// The values as a trace of texts: a bar that is not there could not bear one.
    fn text_trace(shares: &Shares) -> Value {
        let bars = || shares.bars.iter();
        let base = Scatter::new(
            bars().map(|bar| share(bar).unwrap_or_default()).collect(),
            bars().enumerate().map(|bar| row(bar.0)).collect(),
        )
        .mode(Mode::Text)
        .text_array(
            bars()
                .map(|bar| format!(" {}", text(shares, bar)))
                .collect::<Vec<_>>(),
        )
        .text_position(Position::MiddleRight)
        .text_font(Font::new().size(TITLE))
        .clip_on_axis(false);
        trace(&*base, json!({"hoverinfo": "skip"}))
    }

    #[cfg(test)]
    mod tests {
        use super::*;
        use crate::charts::tests::check_snapshot;

        fn sample() -> Shares {
            let bar = |label: &str, percent, count, own| Bar {
                label: label.to_owned(),
                percent,
                count,
                own,
            };
            Shares {
                own: "X Kommune".to_owned(),
                bars: vec![
                    bar("Fuldt centraliseret", Some(36.0), Some(31), false),
                    bar("Delvist centraliseret", Some(40.5), None, true),
                    bar("Decentralt", None, None, false),
                    bar("Andet", Some(0.0), Some(0), false),
                ],
            }
        }

        #[test]
        fn the_chart_is_as_it_was() {
            check_snapshot("shares", &specification(&sample()));
        }

        #[test]
        fn a_share_that_is_not_known_is_said_and_has_no_bar_but_none_is_nought() {
            let made = specification(&sample());
            assert_eq!(made.data[0]["y"], json!([0.0, 3.0]));
            let texts = &made.data[2]["text"];
            assert_eq!(texts[2], " ukendt");
            assert_eq!(texts[3], " 0\u{a0}%");
        }

        #[test]
        fn the_own_category_is_hatched_and_bears_the_name() {
            let made = specification(&sample());
            assert_eq!(made.data[1]["marker"]["pattern"]["shape"], "/");
            assert_eq!(made.data[0]["marker"]["pattern"], Value::Null);
            let texts = &made.data[2]["text"];
            assert_eq!(texts[1], " 40,5\u{a0}% ● X Kommune");
            assert_eq!(texts[0], " 36\u{a0}%");
        }
    }
}
