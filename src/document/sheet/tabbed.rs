//! Tab-separated text, as spreadsheets put it on the clipboard and take it from there.
//!
//! Cells that a spreadsheet could take for a formula are written with an apostrophe before them,
//! and lose it again when they are read. Does not know what cells mean.

use std::borrow::Cow;

use super::cell::Cell;
use super::findings::Cells;

/// Splits a text into rows of cells. A line end at the very end starts no row; cells in quotes
/// may hold tabs, line ends and doubled quotes.
#[must_use]
pub fn split(text: &str) -> Vec<Cells> {
    let mut rows = Vec::new();
    let mut row = Cells::new();
    let mut place = 0;
    let mut rest = text.trim_start_matches('\u{feff}');
    while !rest.is_empty() {
        let (cell, after) = next_cell(rest);
        if !cell.trim().is_empty() {
            row.insert(place, Cell::Text(unguarded(&cell).into()));
        }
        rest = after;
        if let Some(after) = rest.strip_prefix('\t') {
            place += 1;
            rest = after;
            continue;
        }
        rest = line_end(rest).unwrap_or(rest);
        rows.push(std::mem::take(&mut row));
        place = 0;
    }
    if !row.is_empty() || place > 0 {
        rows.push(row);
    }
    rows
}

fn line_end(text: &str) -> Option<&str> {
    text.strip_prefix("\r\n")
        .or_else(|| text.strip_prefix(['\n', '\r']))
}

/// The first cell, and the text from its end on.
fn next_cell(text: &str) -> (Cow<'_, str>, &str) {
    quoted(text).unwrap_or_else(|| {
        let end = text.find(['\t', '\n', '\r']).unwrap_or(text.len());
        (Cow::Borrowed(&text[..end]), &text[end..])
    })
}

/// A cell in quotes that end where the cell does; any other quote is an ordinary character.
fn quoted(text: &str) -> Option<(Cow<'_, str>, &str)> {
    let mut rest = text.strip_prefix('"')?;
    let mut cell = String::new();
    loop {
        let at = rest.find('"')?;
        cell.push_str(&rest[..at]);
        rest = &rest[at + 1..];
        if let Some(after) = rest.strip_prefix('"') {
            cell.push('"');
            rest = after;
        } else {
            let ends = rest.is_empty() || rest.starts_with(['\t', '\n', '\r']);
            return ends.then_some((Cow::Owned(cell), rest));
        }
    }
}

/// Joins rows of cells, each row with a line end.
#[must_use]
pub fn join(rows: &[Vec<String>]) -> String {
    let mut text = String::new();
    for row in rows {
        let cells: Vec<String> = row.iter().map(|cell| written(cell)).collect();
        text.push_str(&cells.join("\t"));
        text.push_str("\r\n");
    }
    text
}

fn written(cell: &str) -> String {
    let guard = if could_be_formula(cell) { "'" } else { "" };
    let cell = format!("{guard}{cell}");
    if cell.starts_with('"') || cell.contains(['\t', '\n', '\r']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell
    }
}

/// Also with apostrophes before it, so that taking one away gives the text back.
fn could_be_formula(cell: &str) -> bool {
    cell.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r'])
}

fn unguarded(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(bare) if could_be_formula(bare) => bare,
        _ => cell,
    }
}
