//! What each part of the report holds.
//!
//! Owns the choice and the order. Tables, charts and texts are those of the pages: a part asks the
//! page's module for its pieces and leaves out what only the app can do, links, fields, buttons.

mod answers;
mod areas;
mod cases;
mod plan;
mod proposals;
mod quality;
mod summary;

use crate::document::table::{Cell, Row, RowKind, Table};
use crate::document::tables::{self, Kind, Source, survey_2017};
use crate::domain::decisions::Decisions;
use crate::domain::rating::Dimension;
use crate::picture::piece::Piece;
use crate::picture::planning::Planner;
use crate::picture::{Page, comparison, indicators, method, own, resources};

use super::assembly::is_in;
use super::facts::Facts;
use super::part::Part;

pub(super) use plan::is_empty as has_no_plan;
pub(super) use proposals::leading;

/// What the parts are made of.
#[derive(Clone, Copy)]
pub(super) struct Given<'a> {
    pub source: &'a Source<'a>,
    pub decisions: &'a Decisions,
    pub facts: &'a Facts,
    /// Now, as an RFC 3339 time.
    pub now: &'a str,
}

/// The pieces of a part.
pub(super) fn pieces(part: Part, given: &Given<'_>) -> Vec<Piece> {
    let mut page = Page::new(given.source);
    match part {
        Part::Summary => summary::write(&mut page, given),
        Part::Overview => {
            page.table(&told(Kind::Scores, given.source), false);
            own::write(&mut page);
            said_above(&mut page.pieces);
        }
        Part::Deviations => deviations(&mut page, given),
        Part::Resources => {
            let potential = given.decisions.report.potential && allows_findings(given.source);
            resources::write(&mut page, potential, false);
            if is_in(Part::Indicators, &given.decisions.report) {
                quality_elsewhere(&mut page.pieces);
            }
        }
        Part::Areas => areas::write(&mut page),
        Part::Indicators => indicators::write(&mut page),
        Part::Proposals => proposals::write(&mut planner(&mut page, given)),
        Part::Cases => cases::write(&mut planner(&mut page, given)),
        Part::Plan => plan::write(&mut planner(&mut page, given)),
        Part::Method => page.pieces = method::pieces(),
        Part::Quality => quality::write(&mut page, given),
        Part::Answers => answers::write(&mut page),
    }
    let mut pieces = page.pieces;
    pieces.retain(|piece| !matches!(piece, Piece::Markup(_)));
    let whose = given.source.whose();
    for piece in &mut pieces {
        if let Piece::Table(table, _) = piece {
            table.notes.retain(|note| *note != whose);
            hide_said_elsewhere(table);
            hide_empty_columns(table);
        }
    }
    drop_empty_headings(&mut pieces);
    if pieces.iter().all(|piece| matches!(piece, Piece::Note(_))) {
        pieces.push(Piece::Paragraph(nothing(part).to_owned()));
    }
    name_charts(&mut pieces, part);
    pieces
}

fn planner<'a, 'b>(page: &'a mut Page<'b>, given: &Given<'a>) -> Planner<'a, 'b> {
    Planner {
        page,
        decisions: given.decisions,
        now: given.now,
    }
}

fn deviations(page: &mut Page<'_>, given: &Given<'_>) {
    if given.source.group.is_none() {
        return;
    }
    page.beside();
    for table in summary::largest_tables(given.facts) {
        page.table(&table, true);
    }
    comparison::write(page);
}

/// The part about indicators has the table of quality.
fn quality_elsewhere(pieces: &mut [Piece]) {
    for piece in pieces {
        if matches!(piece, Piece::Table(table, _) if table.title == survey_2017::QUALITY) {
            let text = format!("Kvaliteten står under »{}«.", Part::Indicators.title());
            *piece = Piece::Paragraph(text);
        }
    }
}

fn allows_findings(source: &Source<'_>) -> bool {
    source
        .group
        .is_some_and(|group| group.comparison.evidence.allows_findings())
}

/// Leaves out what the table of scores, which stands first, has already.
fn said_above(pieces: &mut [Piece]) {
    for piece in pieces.iter_mut().skip(1) {
        match piece {
            Piece::Chart(chart) => chart.numbers = None,
            Piece::Table(table, _) if table.title == "Eget billede" => {
                table.rows.retain(|row| row.kind == RowKind::Ordinary);
                for column in table.columns.iter_mut().skip(1) {
                    let is_score = Dimension::ALL
                        .map(Dimension::title)
                        .contains(&&*column.title);
                    column.in_files_only |= is_score || column.title == "Årsværk";
                }
            }
            _ => {}
        }
    }
}

/// A table without the line that says whose it is: the front page says it.
pub(super) fn told(kind: Kind, source: &Source<'_>) -> Table {
    let mut table = tables::table(kind, source);
    let whose = source.whose();
    table.notes.retain(|note| *note != whose);
    table
}

/// What stands in a part that has nothing to show.
const fn nothing(part: Part) -> &'static str {
    match part {
        Part::Deviations => "Der er ingen sammenligningstal.",
        Part::Resources => {
            "Bemandingen er ikke udfyldt, så rapporten kan ikke vise, hvor årsværkene ligger."
        }
        Part::Cases => "Der er endnu ingen beregninger.",
        Part::Plan => "Der er endnu ingen handleplan.",
        _ => "Der er endnu ikke svar nok til at vise noget her.",
    }
}

/// Columns that a sheet of paper has no room for: they stand elsewhere in the report, or number
/// what has a name.
const SAID_ELSEWHERE: [(&str, &[&str]); 3] = [
    // Its numbers are the key to the chart below it.
    (
        "Overblik",
        &["Besvarede aktiviteter", "Relevante aktiviteter"],
    ),
    // The table beside the group has them.
    (
        "Ressourcer",
        &[
            "Nr.",
            "Årsværk pr. 10.000 indbyggere",
            "Årsværk pr. 1.000 ansatte",
            "Købte ydelser, kr. om året",
            "Forbehold",
        ],
    ),
    // The time line and the business cases have them.
    ("Handleplan", &["Første dag", "Sidste dag", "Beregning"]),
];

fn hide_said_elsewhere(table: &mut Table) {
    for (title, hidden) in SAID_ELSEWHERE {
        if table.title == title {
            for column in &mut table.columns {
                column.in_files_only |= hidden.contains(&column.title.as_str());
            }
        }
    }
}

/// Leaves out columns that say nothing of any row: paper is narrow.
fn hide_empty_columns(table: &mut Table) {
    for (place, column) in table.columns.iter_mut().enumerate().skip(1) {
        let is_empty = |row: &Row| match row.cells.get(place) {
            Some(Cell::Text(text)) => text.is_empty(),
            Some(cell) => *cell == Cell::Empty,
            None => true,
        };
        column.in_files_only |= table.rows.iter().all(is_empty);
    }
}

/// Takes away headings that nothing stands below: what stood there was for the app alone.
fn drop_empty_headings(pieces: &mut Vec<Piece>) {
    let mut kept: Vec<Piece> = Vec::with_capacity(pieces.len());
    for piece in std::mem::take(pieces).into_iter().rev() {
        let is_empty = match (&piece, kept.last()) {
            (Piece::Heading(level, _), Some(Piece::Heading(next, _))) => next <= level,
            (Piece::Heading(..), None) => true,
            _ => false,
        };
        if !is_empty {
            kept.push(piece);
        }
    }
    kept.reverse();
    *pieces = kept;
}

/// Gives each chart a name of its own in the report: several parts may show the same kind.
fn name_charts(pieces: &mut [Piece], part: Part) {
    let mut number = 0;
    for piece in pieces {
        if let Piece::Chart(chart) = piece {
            number += 1;
            chart.figure.id = format!("{}-{number}-{}", part.key(), chart.figure.id);
        }
    }
}

#[cfg(test)]
pub(super) mod tests;
