//! How wide the columns of a sheet are, and how high its head and notes.
//!
//! Excel fits the height of rows itself, but neither that of merged cells nor any width.

use crate::danish::format_number;

use super::super::table::{Cell, Form, Row, RowKind, Table};

/// Widths in characters: the narrowest and widest column of text, and that of a number.
const NARROW: f64 = 6.0;
const WIDE: f64 = 52.0;
/// The widest where there are many columns of text, so that the page can still be read.
const WIDE_OF_MANY: f64 = 30.0;
const MANY: usize = 6;
/// The widest first column, which names the rows.
const WIDE_FIRST: f64 = 48.0;
const NUMBER: f64 = 8.5;
/// How much less room a letter of the head takes: its type is smaller.
const HEAD: f64 = 0.9;
/// How much more room a letter of a total takes: it is bold.
const BOLD: f64 = 1.1;
/// Room beside a text.
const MARGIN: f64 = 1.5;
/// Excel's highest row, in points.
const HIGHEST: f64 = 409.0;
/// Points of one line.
const LINE: f64 = 15.0;
/// The notes run over the first columns, about as wide as a page is read.
const NOTE_WIDTH: f64 = 165.0;
/// A frozen first column may take this much of a screen.
const FROZEN_WIDTH: f64 = 50.0;

/// The measures of a sheet.
pub(super) struct Layout {
    /// Width of each column, in characters.
    pub(super) widths: Vec<f64>,
    /// The row of the column titles, from 0.
    pub(super) head_row: u32,
    /// Its height in points.
    pub(super) head_height: f64,
    /// The last column that the notes run over.
    pub(super) note_column: u16,
    /// How many columns stay when the sheet is scrolled sideways.
    pub(super) frozen_columns: u16,
    note_width: f64,
}

impl Layout {
    pub(super) fn of(table: &Table) -> Self {
        let widths: Vec<f64> = (0..table.columns.len())
            .map(|index| width(table, index))
            .collect();
        let (note_column, note_width) = span(&widths);
        let lines = table
            .columns
            .iter()
            .zip(&widths)
            .map(|(column, &width)| word_lines(&column.title, (width - 1.0) / HEAD))
            .fold(1.0, f64::max);
        // Title, notes, one empty row.
        let above = 2 + table.notes.len();
        Self {
            head_row: u32::try_from(above).unwrap_or(u32::MAX),
            // One line more for the button of the filter.
            head_height: lines * LINE * HEAD + LINE,
            note_column,
            note_width,
            frozen_columns: u16::from(widths.first().is_some_and(|&first| first <= FROZEN_WIDTH)),
            widths,
        }
    }

    /// Height in points of a note.
    pub(super) fn note_height(&self, note: &str) -> f64 {
        // Running text is narrower than the digits that widths are counted in.
        lines(note, self.note_width * 1.1) * LINE
    }

    /// Height in points of a row: not every program fits it to its texts.
    pub(super) fn row_height(&self, row: &Row) -> f64 {
        let letter = if row.kind == RowKind::Total {
            BOLD
        } else {
            1.0
        };
        let texts = row.cells.iter().zip(&self.widths);
        let lines = texts
            .map(|(cell, &width)| match cell {
                Cell::Text(text) | Cell::Missing(text) if row.kind != RowKind::Group => {
                    word_lines(text, (width - 1.0) / letter)
                }
                _ => 1.0,
            })
            .fold(1.0, f64::max);
        (lines * LINE).min(HIGHEST)
    }
}

/// The columns that the notes run over: as many as are needed, and their width together.
fn span(widths: &[f64]) -> (u16, f64) {
    let mut sum = 0.0;
    for (index, width) in widths.iter().enumerate() {
        sum += width;
        if sum >= NOTE_WIDTH {
            return (u16::try_from(index).unwrap_or(u16::MAX), sum);
        }
    }
    let last = widths.len().saturating_sub(1);
    (u16::try_from(last).unwrap_or(u16::MAX), sum.max(NARROW))
}

#[allow(
    clippy::cast_precision_loss,
    reason = "texts have far fewer than 2^52 characters"
)]
fn length(text: &str) -> f64 {
    text.chars().count() as f64
}

/// How wide a column must be: for numbers as their titles' longest word, for text as its longest
/// cell, up to a width at which it is better broken.
fn width(table: &Table, index: usize) -> f64 {
    let column = &table.columns[index];
    let words = column.title.split_whitespace().map(length);
    let word = words.fold(0.0, f64::max) * HEAD + MARGIN;
    let longest = table
        .rows
        .iter()
        .map(|row| match (row.kind, row.cells.get(index)) {
            (RowKind::Group, _) => 0.0,
            (kind, Some(Cell::Text(text) | Cell::Missing(text))) => {
                let letter = if kind == RowKind::Total { BOLD } else { 1.0 };
                text.lines().map(length).fold(0.0, f64::max) * letter
            }
            (_, Some(Cell::Number(value))) => number_length(*value, column.form),
            _ => 0.0,
        })
        .fold(0.0, f64::max)
        + MARGIN;
    match column.form {
        Form::Text => {
            let texts = table.columns.iter().filter(|one| one.form == Form::Text);
            let widest = match index {
                0 => WIDE_FIRST,
                _ if texts.count() > MANY => WIDE_OF_MANY,
                _ => WIDE,
            };
            longest.max(word).clamp(NARROW, widest.max(word))
        }
        Form::Number(_) | Form::Difference(_) | Form::Percent => word.max(NUMBER).max(longest),
    }
}

/// Excel shows a number that does not fit as a row of `#`.
fn number_length(value: f64, form: Form) -> f64 {
    match form {
        Form::Number(decimals) | Form::Difference(decimals) => {
            length(&format_number(value, decimals)) * BOLD
        }
        Form::Text | Form::Percent => 0.0,
    }
}

/// How many lines a text needs, a little generously.
fn lines(text: &str, width: f64) -> f64 {
    text.lines()
        .map(|line| (length(line) / width.max(1.0)).ceil().max(1.0))
        .sum::<f64>()
        .max(1.0)
}

/// How many lines a text needs where words are not broken: in narrow cells they fill less.
fn word_lines(text: &str, width: f64) -> f64 {
    let mut count = 0.0;
    for line in text.lines() {
        if line.trim().is_empty() {
            count += 1.0;
        }
        let mut used = f64::INFINITY;
        for word in line.split_whitespace().map(length) {
            if used + 1.0 + word <= width {
                used += 1.0 + word;
            } else {
                count += (word / width.max(1.0)).ceil().max(1.0);
                used = word % width.max(1.0);
            }
        }
    }
    f64::max(count, 1.0)
}
