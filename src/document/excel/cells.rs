//! The cells of one sheet, as they come: only those that hold something.
//!
//! Never a dense range: a lone cell in the last corner of a sheet costs one cell. Does not know
//! headings or activities; see [`super::read`].

use std::collections::BTreeMap;

use super::error::FormError;
use super::workbook::{Workbook, rich_text};
use super::xml::{Element, Part, Token};
use crate::document::sheet::cell::Cell;
use crate::document::sheet::findings::Cells;

/// Cells that hold something, in a whole workbook. A full form has below 3,000.
const CELLS: usize = 100_000;
/// Cells that lie under a merged one, in a whole workbook.
const COVERED: u64 = 200_000;
/// Days from 1900 on which the count from 1904 starts.
const DAYS_TO_1904: f64 = 1462.0;
/// The last day that Excel knows, 31-12-9999.
const LAST_DAY: f64 = 2_958_465.0;

/// What is left to read of a workbook.
pub(super) struct Budget {
    cells: usize,
    covered: u64,
}

impl Budget {
    pub const fn full() -> Self {
        Self {
            cells: CELLS,
            covered: COVERED,
        }
    }

    fn take_cell(&mut self) -> Result<(), FormError> {
        self.cells = self.cells.checked_sub(1).ok_or(FormError::TooLarge)?;
        Ok(())
    }
}

/// The rows of a sheet that hold something, by number from 0.
pub(super) type Rows = BTreeMap<u32, Cells>;

/// Corners of merged cells: first row and column, last row and column.
type Merged = [(u32, u32); 2];

/// Reads a sheet. A merged cell holds its value in every row and column that it covers, as it is
/// seen.
pub(super) fn read(
    mut part: Part<'_>,
    workbook: &Workbook,
    budget: &mut Budget,
) -> Result<Rows, FormError> {
    let mut rows = Rows::new();
    let mut merged: Vec<Merged> = Vec::new();
    let (mut row, mut column) = (0_u32, 0_u32);
    loop {
        match part.next()? {
            Token::Start(element) if element.name == "row" => {
                let number = element.get("r").map(str::parse::<u32>);
                if let Some(number) = number {
                    let number = number.ok().and_then(|number| number.checked_sub(1));
                    row = number.ok_or_else(|| part.damaged())?;
                }
                column = 0;
            }
            Token::End(name) if name == "row" => row = row.saturating_add(1),
            Token::Start(element) if element.name == "c" => {
                if let Some(reference) = element.get("r") {
                    (row, column) = position(reference).ok_or_else(|| part.damaged())?;
                }
                if let Some(cell) = cell(&mut part, &element, workbook)? {
                    budget.take_cell()?;
                    rows.entry(row).or_default().insert(column, cell);
                }
                column = column.saturating_add(1);
            }
            Token::Start(element) if element.name == "mergeCell" => {
                let range = element.get("ref").unwrap_or_default();
                let corners = range.split_once(':');
                let corners = corners.and_then(|(a, b)| Some([position(a)?, position(b)?]));
                merged.extend(corners);
            }
            Token::Over => break,
            _ => {}
        }
    }
    for corners in merged {
        spread(&mut rows, corners, budget)?;
    }
    Ok(rows)
}

/// Puts the value of a merged cell where it is seen, in rows that hold something.
fn spread(rows: &mut Rows, [first, last]: Merged, budget: &mut Budget) -> Result<(), FormError> {
    let Some(value) = rows.get(&first.0).and_then(|row| row.get(&first.1)) else {
        return Ok(());
    };
    let value = value.clone();
    if last.0 < first.0 || last.1 < first.1 {
        return Ok(());
    }
    let width = u64::from(last.1 - first.1) + 1;
    for (_, row) in rows.range_mut(first.0..=last.0) {
        budget.covered = budget
            .covered
            .checked_sub(width)
            .ok_or(FormError::TooLarge)?;
        for column in first.1..=last.1 {
            row.entry(column).or_insert_with(|| value.clone());
        }
    }
    Ok(())
}

/// Reads one cell to its end.
fn cell(
    part: &mut Part<'_>,
    element: &Element,
    workbook: &Workbook,
) -> Result<Option<Cell>, FormError> {
    let (mut formula, mut value, mut inline) = (false, None, None);
    loop {
        match part.next()? {
            Token::Start(inner) => match inner.name.as_str() {
                "f" => {
                    part.text("f", "")?;
                    formula = true;
                }
                "v" => value = Some(part.text("v", "")?),
                "is" => inline = Some(rich_text(part, "is")?),
                _ => {}
            },
            Token::End(name) if name == "c" => break,
            Token::Over => return Err(part.damaged()),
            _ => {}
        }
    }
    if let Some(text) = inline {
        return Ok((!text.trim().is_empty()).then_some(Cell::Text(text)));
    }
    let kind = element.get("t").unwrap_or("n");
    let value = match value {
        Some(value) if kind == "str" || !value.trim().is_empty() => value,
        _ if formula => return Ok(Some(Cell::NoValue)),
        _ => return Ok(None),
    };
    let cell = match kind {
        "s" => {
            let index: Option<usize> = value.trim().parse().ok();
            let text = index.and_then(|index| workbook.texts.get(index));
            Cell::Text(text.ok_or_else(|| part.damaged())?.clone())
        }
        "b" => Cell::Truth(matches!(value.trim(), "1" | "true")),
        "e" => Cell::Fault(value.chars().take(20).collect()),
        "d" => Cell::Date(value.chars().take(30).collect()),
        "str" => {
            let text = super::xml::unescape(&value);
            Cell::Text(text.into())
        }
        _ => number(&value, element, workbook),
    };
    Ok((!cell.is_blank()).then_some(cell))
}

fn number(value: &str, element: &Element, workbook: &Workbook) -> Cell {
    let Ok(number) = value.trim().parse::<f64>() else {
        return Cell::Text(value.into());
    };
    let format: Option<usize> = element.get("s").and_then(|style| style.parse().ok());
    let is_date = format.and_then(|format| workbook.dates.get(format));
    match is_date {
        Some(true) => date(number, workbook.from_1904).map_or(Cell::Number(number), Cell::Date),
        _ => Cell::Number(number),
    }
}

/// A day as `22-11-2026`; a time of day without a day is none.
#[allow(
    clippy::cast_possible_truncation,
    reason = "the range is checked first"
)]
fn date(number: f64, from_1904: bool) -> Option<String> {
    let days = number.floor() + if from_1904 { DAYS_TO_1904 } else { 0.0 };
    if !(1.0..=LAST_DAY).contains(&days) {
        return None;
    }
    // Excel counts a 29 February 1900 that never was.
    let before_march = i64::from(days < 60.0);
    let days = days as i64 + before_march;
    // Days since 1 March 0000, in eras of 400 years (Howard Hinnant's civil_from_days).
    let z = days - 25_569 + 719_468;
    let era = z.div_euclid(146_097);
    let day_of_era = z.rem_euclid(146_097);
    let year_of_era =
        (day_of_era - day_of_era / 1_460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let shifted = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * shifted + 2) / 5 + 1;
    let month = if shifted < 10 {
        shifted + 3
    } else {
        shifted - 9
    };
    let year = year_of_era + era * 400 + i64::from(month <= 2);
    Some(format!("{day:02}-{month:02}-{year}"))
}

/// A reference such as `C14` as row and column from 0, inside the largest sheet of Excel.
fn position(reference: &str) -> Option<(u32, u32)> {
    let digits = reference.find(|c: char| c.is_ascii_digit())?;
    let (letters, digits) = reference.split_at(digits);
    if letters.is_empty() || letters.len() > 3 || digits.len() > 7 {
        return None;
    }
    let mut column = 0;
    for letter in letters.bytes() {
        if !letter.is_ascii_alphabetic() {
            return None;
        }
        column = column * 26 + u32::from(letter.to_ascii_uppercase() - b'A') + 1;
    }
    let row: u32 = digits.parse().ok()?;
    let inside = row <= 1_048_576 && column <= 16_384;
    inside.then_some((row.checked_sub(1)?, column - 1))
}
