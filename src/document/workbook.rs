//! Tables as an Excel workbook: one sheet each, with live numbers.
//!
//! Owns how a table looks as a sheet: its title and notes above, a frozen head with filters,
//! number formats that every language of Excel writes in its own way, and pages that print. The
//! same tables and the same time give the same bytes. Texts are always texts, never formulas.

mod format;
mod layout;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::danish;

use super::table::{Cell, Row, Table};

use format::{cell_format, format_of, head_format, note_format, title_format};
use layout::Layout;

pub(super) use format::kept_as_text;

/// What stands in the workbook's properties.
#[derive(Clone, Copy, Debug)]
pub struct Properties<'a> {
    /// Danish title: "Resultater, X Kommune, 2026".
    pub title: &'a str,
    /// When it is made, in seconds since the beginning of 1970 (UTC).
    pub made: i64,
}

/// A workbook that cannot be made. The text says in Danish which sheet and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WorkbookError(pub String);

impl std::fmt::Display for WorkbookError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for WorkbookError {}

/// The most characters that Excel keeps in a cell.
const MAX_TEXT: usize = 32_767;

/// Writes tables, one sheet each, as the bytes of an `.xlsx` file.
///
/// # Errors
/// When a sheet cannot be written, above all where a text is longer than Excel's cells hold:
/// nothing is cut off in silence.
pub fn write(tables: &[Table], properties: &Properties<'_>) -> Result<Vec<u8>, WorkbookError> {
    let broken = |error: XlsxError| {
        WorkbookError(format!(
            "Excel-filen kunne ikke laves: {error}. Gem tabellerne som CSV i stedet."
        ))
    };
    let mut workbook = Workbook::new();
    let made = ExcelDateTime::from_timestamp(properties.made).map_err(broken)?;
    workbook.set_properties(
        &DocProperties::new()
            .set_title(properties.title)
            .set_author("Kommunebenchmark")
            .set_creation_datetime(&made),
    );
    for table in tables {
        check(table)?;
        let sheet = workbook.add_worksheet();
        write_sheet(sheet, table).map_err(|error| {
            WorkbookError(format!(
                "Arket »{}« kunne ikke laves: {error}. Gem tabellen som CSV i stedet.",
                table.title
            ))
        })?;
    }
    workbook.save_to_buffer().map_err(broken)
}

/// Finds the first text that is too long, and says where it stands.
fn check(table: &Table) -> Result<(), WorkbookError> {
    for (number, row) in table.rows.iter().enumerate() {
        for (column, cell) in table.columns.iter().zip(&row.cells) {
            let Cell::Text(text) = cell else { continue };
            let length = text.encode_utf16().count();
            if length > MAX_TEXT {
                return Err(WorkbookError(format!(
                    "Arket »{}«, række {}, »{}«: teksten har {length} tegn, og Excel kan højst have {MAX_TEXT} i en celle. Gør den kortere, eller gem tabellen som CSV.",
                    table.title,
                    number + 1,
                    column.title,
                )));
            }
        }
    }
    Ok(())
}

/// Writes one sheet: title, notes, head, rows, and how it is printed.
fn write_sheet(sheet: &mut Worksheet, table: &Table) -> Result<(), XlsxError> {
    let layout = Layout::of(table);
    sheet.set_name(&table.title)?;
    for (index, &width) in layout.widths.iter().enumerate() {
        sheet.set_column_width(column(index), width)?;
    }
    sheet.write_string_with_format(0, 0, &table.title, &title_format())?;
    sheet.set_row_height(0, 24)?;
    for (index, note) in table.notes.iter().enumerate() {
        write_note(sheet, &layout, 1 + row_number(index), note)?;
    }
    let head = layout.head_row;
    for (index, one) in table.columns.iter().enumerate() {
        sheet.write_string_with_format(
            head,
            column(index),
            &one.title,
            &head_format(one.form, index),
        )?;
    }
    sheet.set_row_height(head, layout.head_height)?;
    for (index, row) in table.rows.iter().enumerate() {
        let number = head + 1 + row_number(index);
        write_row(sheet, table, number, row)?;
        sheet.set_row_height(number, layout.row_height(row))?;
    }
    set_up(sheet, table, &layout)
}

fn write_note(
    sheet: &mut Worksheet,
    layout: &Layout,
    row: u32,
    note: &str,
) -> Result<(), XlsxError> {
    let last = layout.note_column;
    if last > 0 {
        sheet.merge_range(row, 0, row, last, note, &note_format())?;
    } else {
        sheet.write_string_with_format(row, 0, note, &note_format())?;
    }
    sheet.set_row_height(row, layout.note_height(note))?;
    Ok(())
}

fn write_row(
    sheet: &mut Worksheet,
    table: &Table,
    number: u32,
    row: &Row,
) -> Result<(), XlsxError> {
    for (index, (one, cell)) in table.columns.iter().zip(&row.cells).enumerate() {
        let at = column(index);
        let format = cell_format(one.form, row.kind, index);
        match cell {
            Cell::Empty => sheet.write_blank(number, at, &format)?,
            Cell::Text(text) => write_text(sheet, number, at, text, format)?,
            Cell::Missing(why) => {
                let quiet = format.set_italic().set_font_color(0x59_59_59);
                write_text(sheet, number, at, why, quiet)?
            }
            // Without what binary fractions add beyond the tenth decimal.
            Cell::Number(value) => {
                let format = format_of(*value, one.form, format);
                sheet.write_number_with_format(number, at, danish::round(*value, 10), &format)?
            }
        };
    }
    Ok(())
}

fn write_text<'a>(
    sheet: &'a mut Worksheet,
    row: u32,
    column: u16,
    text: &str,
    format: Format,
) -> Result<&'a mut Worksheet, XlsxError> {
    sheet.write_string_with_format(row, column, text, &kept_as_text(format, text))
}

/// Filters, the frozen head, and pages: A4 across, as wide as the table, the head on each page.
fn set_up(sheet: &mut Worksheet, table: &Table, layout: &Layout) -> Result<(), XlsxError> {
    let head = layout.head_row;
    let last_column = column(table.columns.len().saturating_sub(1));
    if !table.rows.is_empty() {
        let last_row = head + row_number(table.rows.len());
        sheet.autofilter(head, 0, last_row, last_column)?;
    }
    sheet.set_freeze_panes(head + 1, layout.frozen_columns)?;
    sheet.set_repeat_rows(head, head)?;
    sheet
        .set_landscape()
        .set_paper_size(9)
        .set_print_fit_to_pages(1, 0)
        .set_margins(0.4, 0.4, 0.5, 0.6, 0.3, 0.3)
        .set_footer("&L&8&A&R&8Side &P af &N");
    Ok(())
}

fn column(index: usize) -> u16 {
    u16::try_from(index).unwrap_or(u16::MAX)
}

fn row_number(index: usize) -> u32 {
    u32::try_from(index).unwrap_or(u32::MAX)
}
