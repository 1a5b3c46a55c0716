//! The marks of the timeline: how each kind looks, and its trace.

use plotly::common::{Line, Marker, MarkerSymbol, Mode, Orientation, Pattern, PatternShape};
use plotly::{Bar, Scatter};
use serde_json::{Value, json};

use super::Status;
use super::placing::{BAR, Placed, Span};
use super::quarters::{in_words, place};
use crate::charts::sheet::hover_line;
use crate::charts::style::{
    GROUP, GROUP_FILL, HOVER, INK, OUTLINE, OWN, OWN_DARK, PAPER, links, trace,
};

/// What a status is called.
pub(super) fn status_name(status: Status) -> &'static str {
    match status {
        Status::Planned => "Planlagt",
        Status::Running => "I gang",
        Status::Done => "Gennemført",
        Status::Stopped => "Stoppet",
    }
}

fn status_marker(status: Status) -> Marker {
    let marker = |fill: &'static str, outline: &'static str| {
        Marker::new()
            .color(fill)
            .line(Line::new().color(outline).width(1.5))
    };
    let pattern = |shape: PatternShape, fill: &'static str, lines: &'static str| {
        Pattern::new()
            .shape(shape)
            .background_color(fill)
            .foreground_color(lines)
            .size(7.0)
            .solidity(0.3)
    };
    match status {
        Status::Planned => marker(PAPER, OWN_DARK),
        Status::Running => marker("#dbe8f5", OWN_DARK).pattern(pattern(
            PatternShape::RightDiagonalLine,
            "#dbe8f5",
            OWN,
        )),
        Status::Done => marker(OWN, OWN_DARK),
        Status::Stopped => marker(GROUP_FILL, GROUP).pattern(pattern(
            PatternShape::DiagonalCross,
            GROUP_FILL,
            OUTLINE,
        )),
    }
}

/// The bars of one status.
pub(super) fn bars(rows: &[Placed], status: Status) -> Option<Value> {
    let of_status = rows.iter().filter(|placed| placed.row.status == status);
    let known: Vec<(&Placed, i64, i64)> = of_status
        .filter_map(|placed| match placed.span {
            Span::Whole(start, end) => Some((placed, start, end)),
            _ => None,
        })
        .collect();
    if known.is_empty() {
        return None;
    }
    // The last day is a whole day too.
    let lengths = known.iter().map(|(_, start, end)| place(end + 1 - start));
    let base = Bar::new(
        lengths.collect(),
        known.iter().map(|bar| bar.0.middle).collect::<Vec<f64>>(),
    )
    .orientation(Orientation::Horizontal)
    .name(status_name(status))
    .width(BAR)
    .marker(status_marker(status))
    .hover_text_array(known.iter().map(|bar| hover(bar.0)).collect::<Vec<_>>())
    .hover_template(HOVER);
    let starts: Vec<f64> = known.iter().map(|bar| place(bar.1)).collect();
    let hrefs = known.iter().map(|bar| bar.0.row.href.as_deref());
    Some(trace(
        &*base,
        json!({"base": starts, "customdata": links(hrefs)}),
    ))
}

/// A kind of marks on single days.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Kind {
    /// An action of which only the first day is known.
    From,
    /// An action of which only the last day is known.
    Until,
    /// A milestone that is not reached.
    Due,
    /// A milestone that is reached.
    Reached,
    /// Where the gain begins.
    Gain,
}

impl Kind {
    pub const ALL: [Self; 5] = [
        Self::From,
        Self::Until,
        Self::Due,
        Self::Reached,
        Self::Gain,
    ];

    fn name(self) -> &'static str {
        match self {
            Self::From => "Kun start",
            Self::Until => "Kun slut",
            Self::Due => "Milepæl",
            Self::Reached => "Milepæl, nået",
            Self::Gain => "Gevinst fra",
        }
    }

    fn marker(self) -> Marker {
        let (symbol, size, fill) = match self {
            Self::From => (MarkerSymbol::TriangleRight, 14, PAPER),
            Self::Until => (MarkerSymbol::TriangleLeft, 14, PAPER),
            Self::Due => (MarkerSymbol::Diamond, 13, PAPER),
            Self::Reached => (MarkerSymbol::Diamond, 13, INK),
            Self::Gain => (MarkerSymbol::TriangleUp, 12, INK),
        };
        Marker::new()
            .symbol(symbol)
            .size(size)
            .color(fill)
            .line(Line::new().color(INK).width(1.5))
    }

    /// The marks of this kind in a row: day, place from the top, and hover text.
    fn points(self, placed: &Placed) -> Vec<(i64, f64, String)> {
        let here = |day: i64| vec![(day, placed.middle, hover(placed))];
        match (self, placed.span) {
            (Self::From, Span::From(day)) | (Self::Until, Span::Until(day)) => here(day),
            (Self::Due | Self::Reached, _) => {
                let of_kind = placed.milestones.iter();
                of_kind
                    .filter(|one| one.done == (self == Self::Reached))
                    .map(|one| {
                        let words = format!(
                            "{}<br>{}: {}<br>{}",
                            hover_line(&one.title),
                            self.name(),
                            in_words(one.day),
                            hover_line(&placed.row.title),
                        );
                        (one.day, placed.middle, words)
                    })
                    .collect()
            }
            (Self::Gain, _) => {
                let gain = placed.gain.iter();
                gain.map(|day| (*day, placed.gain_down(), hover(placed)))
                    .collect()
            }
            _ => Vec::new(),
        }
    }

    /// The trace of this kind.
    pub fn trace(self, rows: &[Placed]) -> Option<Value> {
        let (mut x, mut y) = (Vec::new(), Vec::new());
        let (mut hovers, mut hrefs) = (Vec::new(), Vec::new());
        for placed in rows {
            for (day, down, hover) in self.points(placed) {
                x.push(place(day));
                y.push(down);
                hovers.push(hover);
                hrefs.push(placed.row.href.as_deref());
            }
        }
        if x.is_empty() {
            return None;
        }
        let base = Scatter::new(x, y)
            .mode(Mode::Markers)
            .name(self.name())
            .marker(self.marker())
            .clip_on_axis(false)
            .hover_text_array(hovers)
            .hover_template(HOVER);
        Some(trace(
            &*base,
            json!({"customdata": links(hrefs.into_iter())}),
        ))
    }
}

/// The whole action in words.
fn hover(placed: &Placed) -> String {
    let when = match placed.span {
        Span::Whole(start, end) => format!("{} til<br>{}", in_words(start), in_words(end)),
        Span::From(start) => format!("fra {}", in_words(start)),
        Span::Until(end) => format!("til {}", in_words(end)),
        Span::Unknown => "ingen start- og slutdato".to_owned(),
    };
    let status = status_name(placed.row.status);
    let mut words = format!("{}<br>{status}: {when}", hover_line(&placed.row.title));
    if let Some(gain) = placed.gain {
        words.push_str("<br>Gevinst fra ");
        words.push_str(&in_words(gain));
    }
    words
}
