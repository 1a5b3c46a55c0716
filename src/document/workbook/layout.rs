//! How wide the columns of a sheet are, and how high its head and notes.
//!
//! Excel fits the height of rows itself, but neither that of merged cells nor any width.

use super::super::table::{Cell, Form, RowKind, Table};

/// Widths in characters: the narrowest and widest column of text, and that of a number.
const NARROW: f64 = 6.0;
const WIDE: f64 = 38.0;
const NUMBER: f64 = 10.5;
/// Room for the button of the filter.
const BUTTON: f64 = 3.0;
/// Points of one line.
const LINE: f64 = 15.0;
/// The notes run over the first columns, about as wide as a page is read.
const NOTE_WIDTH: f64 = 130.0;
/// A frozen first column may take this much of a screen.
const FROZEN_WIDTH: f64 = 45.0;

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
            .map(|(column, &width)| lines(&column.title, width - BUTTON))
            .fold(1.0, f64::max);
        // Title, notes, one empty row.
        let above = 2 + table.notes.len();
        Self {
            head_row: u32::try_from(above).unwrap_or(u32::MAX),
            head_height: lines * LINE,
            note_column,
            note_width,
            frozen_columns: u16::from(widths.first().is_some_and(|&first| first <= FROZEN_WIDTH)),
            widths,
        }
    }

    /// Height in points of a note.
    pub(super) fn note_height(&self, note: &str) -> f64 {
        lines(note, self.note_width) * LINE
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
    let word = column
        .title
        .split_whitespace()
        .map(length)
        .fold(0.0, f64::max)
        + BUTTON;
    let rows = table.rows.iter().filter(|row| row.kind != RowKind::Group);
    let longest = rows
        .filter_map(|row| match row.cells.get(index) {
            Some(Cell::Text(text) | Cell::Missing(text)) => {
                Some(text.lines().map(length).fold(0.0, f64::max))
            }
            _ => None,
        })
        .fold(0.0, f64::max)
        + 1.5;
    match column.form {
        Form::Text => longest.max(word).clamp(NARROW, WIDE.max(word)),
        Form::Number(_) | Form::Difference(_) | Form::Percent => word.max(NUMBER).max(longest),
    }
}

/// How many lines a text needs, a little generously.
fn lines(text: &str, width: f64) -> f64 {
    text.lines()
        .map(|line| (length(line) * 1.05 / width.max(1.0)).ceil().max(1.0))
        .sum::<f64>()
        .max(1.0)
}
