//! The kinds of marks of a strip: which points each has, and how it looks.

use plotly::common::{DashType, Line, Marker, MarkerSymbol, Mode, Orientation};
use plotly::{Bar, Scatter};
use serde_json::{Value, json};

use super::Spread;
use super::drawing::Cell;
use crate::charts::style::{
    GROUP, GROUP_FILL, HOVER, INK, OUTLINE, OWN, OWN_DARK, add, axis_id, links, number, plain,
    trace,
};

/// The range of the own number lies a little below the middle of its row, where no bar hides it.
const OWN_RANGE_BELOW: f64 = 0.31;
/// How far equal dots stand from each other, in rows.
const DOT_APART: f64 = 0.17;
/// The height of a bar, in rows.
const BAR_HEIGHT: f64 = 0.36;

/// A kind of marks.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    Quartiles,
    Range,
    Dots,
    Mean,
    Median,
    OwnRange,
    Own,
}

/// Points of a trace. A gap has no coordinates.
#[derive(Default)]
pub(super) struct Points<'a> {
    x: Vec<Option<f64>>,
    y: Vec<Option<f64>>,
    hover: Vec<&'a str>,
    hrefs: Vec<Option<&'a str>>,
    /// Where bars begin; of bars only.
    base: Vec<f64>,
}

impl<'a> Points<'a> {
    pub fn is_empty(&self) -> bool {
        self.x.is_empty()
    }

    fn add(&mut self, cell: &'a Cell, x: f64, below: f64) {
        if let Some(x) = number(x) {
            self.x.push(Some(x));
            self.y.push(Some(cell.row + below));
            self.hover.push(&cell.hover);
            self.hrefs.push(cell.area.href.as_deref());
        }
    }

    fn add_line(&mut self, cell: &'a Cell, ends: (f64, f64), below: f64) {
        let (Some(from), Some(to)) = (number(ends.0), number(ends.1)) else {
            return;
        };
        self.add(cell, from, below);
        self.add(cell, to, below);
        self.x.push(None);
        self.y.push(None);
        self.hover.push("");
        self.hrefs.push(None);
    }

    fn add_bar(&mut self, cell: &'a Cell, ends: (f64, f64)) {
        let (Some(from), Some(to)) = (number(ends.0), number(ends.1)) else {
            return;
        };
        if let Some(width) = number(to - from) {
            self.add(cell, width, 0.0);
            self.base.push(from);
        }
    }

    fn add_dots(&mut self, cell: &'a Cell, values: &[f64]) {
        for (index, value) in values.iter().enumerate() {
            let equal = |other: &&f64| (*other - value).abs() < 1e-9;
            let before = values[..index].iter().filter(equal).count();
            // In turn below and above the middle of the row.
            #[allow(clippy::cast_precision_loss, reason = "a few dots")]
            let step = before.div_ceil(2) as f64 * DOT_APART;
            let below = if before.is_multiple_of(2) {
                step
            } else {
                -step
            };
            // Many equal ones must not run into the next row.
            self.add(cell, *value, below.clamp(-0.45, 0.45));
        }
    }
}

impl Kind {
    /// In the order in which they are drawn: own last, above all others.
    pub const ALL: [Self; 7] = [
        Self::Quartiles,
        Self::Range,
        Self::Dots,
        Self::Mean,
        Self::Median,
        Self::OwnRange,
        Self::Own,
    ];

    /// What stands in the legend.
    pub fn name(self, own: &str) -> String {
        match self {
            Self::Quartiles => "Nederste til øverste kvartil".to_owned(),
            Self::Range => "Mindst til størst".to_owned(),
            Self::Dots => "Kommune i gruppen".to_owned(),
            Self::Mean => "Gruppens gennemsnit".to_owned(),
            Self::Median => "Median".to_owned(),
            Self::OwnRange => "Hvis de ubesvarede var mindst/højst muligt".to_owned(),
            Self::Own => plain(own),
        }
    }

    /// Its place in the legend: own first.
    fn rank(self) -> usize {
        let drawn = Self::ALL.iter().position(|kind| *kind == self);
        match self {
            Self::Own => 0,
            Self::OwnRange => 100,
            _ => 1 + drawn.unwrap_or(0),
        }
    }

    /// The marks of this kind.
    pub fn points<'a>(self, cells: &'a [Cell]) -> Points<'a> {
        let mut points = Points::default();
        for cell in cells {
            self.add(cell, &mut points);
        }
        points
    }

    fn add<'a>(self, cell: &'a Cell, points: &mut Points<'a>) {
        let spread = cell.strip.spread.as_ref();
        match self {
            Self::Quartiles => {
                if let Some(ends) = spread.and_then(Spread::quartiles) {
                    points.add_bar(cell, ends);
                }
            }
            Self::Range => {
                if let Some(ends) = spread.and_then(Spread::ends) {
                    points.add_line(cell, ends, 0.0);
                }
            }
            Self::Dots => {
                if let Some(Spread::Dots { values, .. }) = spread {
                    points.add_dots(cell, values);
                }
            }
            Self::Mean => {
                if let Some(Spread::Mean(mean)) = spread {
                    points.add(cell, *mean, 0.0);
                }
            }
            Self::Median => {
                if let Some(median) = spread.and_then(Spread::median) {
                    points.add(cell, median, 0.0);
                }
            }
            Self::OwnRange => {
                if let Some(ends) = cell.strip.own_range.filter(|ends| ends.0 < ends.1) {
                    points.add_line(cell, ends, OWN_RANGE_BELOW);
                }
            }
            Self::Own => {
                if let Some(own) = cell.strip.own {
                    points.add(cell, own, 0.0);
                }
            }
        }
    }

    /// The trace of this kind in the column `index`.
    pub fn trace(self, points: Points, own: &str, index: usize, in_legend: bool) -> Value {
        let more = json!({
            "customdata": links(points.hrefs.iter().copied()),
            "legendrank": self.rank(),
        });
        match self {
            Self::Quartiles => self.bars(points, index, in_legend, more),
            _ => self.marks(points, own, index, in_legend, more),
        }
    }

    fn bars(self, points: Points, index: usize, in_legend: bool, mut more: Value) -> Value {
        let base = Bar::new(points.x, points.y)
            .orientation(Orientation::Horizontal)
            .name(self.name(""))
            .show_legend(in_legend)
            .x_axis(axis_id('x', index))
            .y_axis("y")
            .width(BAR_HEIGHT)
            .marker(
                Marker::new()
                    .color(GROUP_FILL)
                    .line(Line::new().color(OUTLINE).width(1.0)),
            )
            .hover_text_array(points.hover)
            .hover_template(HOVER);
        add(&mut more, json!({"base": points.base}));
        trace(&*base, more)
    }

    fn marks(self, points: Points, own: &str, index: usize, in_legend: bool, more: Value) -> Value {
        let (how, marker, line) = self.look();
        let mut base = Scatter::new(points.x, points.y)
            .mode(how)
            .name(self.name(own))
            .show_legend(in_legend)
            .x_axis(axis_id('x', index))
            .y_axis("y")
            .clip_on_axis(false)
            .hover_text_array(points.hover)
            .hover_template(HOVER);
        if let Some(marker) = marker {
            base = base.marker(marker);
        }
        if let Some(line) = line {
            base = base.line(line);
        }
        trace(&*base, more)
    }

    fn look(self) -> (Mode, Option<Marker>, Option<Line>) {
        let tick = |size: usize, color: &'static str, width: f64| {
            Marker::new()
                .symbol(MarkerSymbol::LineNSOpen)
                .size(size)
                .color(color)
                .line(Line::new().color(color).width(width))
        };
        let mark = |symbol: MarkerSymbol, size: usize, color: &'static str, width: f64| {
            Marker::new()
                .symbol(symbol)
                .size(size)
                .color(color)
                .line(Line::new().color(OWN_DARK).width(width))
        };
        match self {
            Self::Quartiles => (Mode::Markers, None, None),
            Self::Range => (
                Mode::Lines,
                None,
                Some(Line::new().color(OUTLINE).width(2.0)),
            ),
            Self::Dots => {
                let marker = Marker::new()
                    .symbol(MarkerSymbol::CircleOpen)
                    .size(8)
                    .color(GROUP)
                    .line(Line::new().width(1.5));
                (Mode::Markers, Some(marker), None)
            }
            Self::Mean => {
                let marker = Marker::new()
                    .symbol(MarkerSymbol::DiamondOpen)
                    .size(12)
                    .color(GROUP)
                    .line(Line::new().width(2.0));
                (Mode::Markers, Some(marker), None)
            }
            Self::Median => (Mode::Markers, Some(tick(17, INK, 3.0)), None),
            Self::OwnRange => (
                Mode::LinesMarkers,
                Some(tick(8, OWN, 2.0)),
                Some(Line::new().color(OWN).width(1.5).dash(DashType::Dot)),
            ),
            Self::Own => (
                Mode::Markers,
                Some(mark(MarkerSymbol::Circle, 12, OWN, 1.5)),
                None,
            ),
        }
    }
}
