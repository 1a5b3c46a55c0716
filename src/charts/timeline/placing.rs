//! What is known of each action, and where its row stands.

use super::quarters::{day, first_day, place, quarter};
use super::{Milestone, Row, Timeline};
use crate::charts::lines::lines;
use crate::charts::sheet::{CHARACTERS, height_of};

/// Heights in pixels: the bar, the mark of the gain below it, and what stands around them.
pub(super) const BAR: f64 = 18.0;
const GAIN: f64 = 14.0;
const AROUND: f64 = 5.0;
pub(super) const BETWEEN: f64 = 12.0;

/// When an action takes place.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Span {
    /// From the first to the last day.
    Whole(i64, i64),
    /// Only the first day is known.
    From(i64),
    /// Only the last day is known.
    Until(i64),
    Unknown,
}

/// An action, with the days that can be drawn; places are pixels from the top.
pub(super) struct Placed<'a> {
    pub row: &'a Row,
    pub span: Span,
    pub milestones: Vec<&'a Milestone>,
    pub gain: Option<i64>,
    pub title: Vec<String>,
    pub top: f64,
    /// The middle of the bar.
    pub middle: f64,
    pub bottom: f64,
}

impl Placed<'_> {
    /// Where the mark of the gain stands.
    pub fn gain_down(&self) -> f64 {
        self.middle + f64::midpoint(BAR, GAIN)
    }

    /// Whether anything but its title is drawn.
    pub fn dated(&self) -> bool {
        self.days().next().is_some()
    }

    fn days(&self) -> impl Iterator<Item = i64> {
        let span = match self.span {
            Span::Whole(start, end) => vec![start, end],
            Span::From(only) | Span::Until(only) => vec![only],
            Span::Unknown => vec![],
        };
        let milestones = self.milestones.iter().map(|one| one.day);
        span.into_iter().chain(milestones).chain(self.gain)
    }
}

fn span(row: &Row) -> Span {
    match (row.start.and_then(day), row.end.and_then(day)) {
        (Some(start), Some(end)) if end >= start => Span::Whole(start, end),
        (Some(start), _) => Span::From(start),
        (None, Some(end)) => Span::Until(end),
        (None, None) => Span::Unknown,
    }
}

/// All actions, one below the other.
pub(super) fn placed(rows: &[Row]) -> Vec<Placed<'_>> {
    let mut top = 0.0;
    let mut made = Vec::new();
    for row in rows {
        let placed = place_row(row, top);
        top = placed.bottom;
        made.push(placed);
    }
    made
}

fn place_row(row: &Row, top: f64) -> Placed<'_> {
    let milestones = row.milestones.iter();
    let milestones: Vec<&Milestone> = milestones.filter(|one| day(one.day).is_some()).collect();
    let (span, gain) = (span(row), row.gain_from.and_then(day));
    let nothing = span == Span::Unknown && milestones.is_empty() && gain.is_none();
    let mut title = lines(&row.title, CHARACTERS, 3);
    title.extend(note(span, nothing).map(str::to_owned));
    let below_title = top + height_of(title.len());
    let bar = if nothing { 0.0 } else { AROUND + BAR };
    let below_bar = gain.map_or(0.0, |_| GAIN);
    Placed {
        row,
        span,
        milestones,
        gain,
        title,
        top,
        middle: below_title + AROUND + BAR / 2.0,
        bottom: below_title + bar + below_bar + BETWEEN,
    }
}

/// What is not known of an action.
fn note(span: Span, nothing: bool) -> Option<&'static str> {
    match span {
        Span::Unknown if nothing => Some("ingen datoer"),
        Span::Unknown => Some("ingen start- og slutdato"),
        Span::From(_) => Some("ingen slutdato"),
        Span::Until(_) => Some("ingen startdato"),
        Span::Whole(..) => None,
    }
}

/// The first and the last quarter of the axis, which ends where the last one begins: all days and
/// today lie between.
pub(super) fn quarters(timeline: &Timeline, rows: &[Placed]) -> Option<(i64, i64)> {
    let days: Vec<i64> = rows.iter().flat_map(Placed::days).collect();
    let days = || days.iter().copied().chain(day(timeline.today));
    let (first, last) = (days().min()?, days().max()?);
    Some((quarter(first), quarter(last) + 1))
}

/// Begin and end of the axis: with room at both ends for half a tick's text.
pub(super) fn range((from, to): (i64, i64)) -> [f64; 2] {
    let (start, end) = (place(first_day(from)), place(first_day(to)));
    let room = (end - start) * 0.05;
    [start - room, end + room]
}
