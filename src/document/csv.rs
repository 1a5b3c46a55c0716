//! A table as CSV, as Danish spreadsheets read it: UTF-8 with a byte order mark, `;`, decimal
//! comma, CRLF.
//!
//! Strictly one line of titles and one line a row, so that other programs can read it: the title
//! and the notes of the table are not written, and the heads of groups become a column of their
//! own, "Afsnit". Numbers have an ordinary minus, no points between thousands, and up to four
//! decimals: more than are shown, so that what is calculated from them holds.

use csv::{QuoteStyle, Terminator, WriterBuilder};

use crate::danish;

use super::table::{Cell, RowKind, Table};

/// The title of the column of group heads.
pub const GROUP: &str = "Afsnit";

/// How many decimals numbers have at most.
const DECIMALS: u8 = 4;

/// Writes a table.
///
/// # Panics
/// Never: what is written is held in memory, and every line has as many cells as there are titles.
#[must_use]
pub fn write(table: &Table) -> String {
    let grouped = table.rows.iter().any(|row| row.kind == RowKind::Group);
    let width = table.columns.len();
    let mut writer = WriterBuilder::new()
        .delimiter(b';')
        .terminator(Terminator::CRLF)
        .quote_style(QuoteStyle::Necessary)
        .from_writer(Vec::new());
    let titles = table.columns.iter().map(|column| text(&column.title));
    let lead = grouped.then(|| GROUP.to_owned());
    writer
        .write_record(lead.into_iter().chain(titles))
        .expect("memory takes every line");
    let mut group = String::new();
    for row in &table.rows {
        if row.kind == RowKind::Group {
            group = row.text();
            continue;
        }
        let cells = (0..width).map(|index| row.cells.get(index).map_or_else(String::new, cell));
        let lead = grouped.then(|| text(&group));
        writer
            .write_record(lead.into_iter().chain(cells))
            .expect("memory takes every line");
    }
    let bytes = writer.into_inner().expect("memory takes every line");
    let body = String::from_utf8(bytes).expect("texts in, text out");
    format!("\u{feff}{body}")
}

fn cell(cell: &Cell) -> String {
    match cell {
        Cell::Empty => String::new(),
        Cell::Text(content) | Cell::Missing(content) => text(content),
        Cell::Number(value) => number(*value),
    }
}

/// With as few decimals as it has.
fn number(value: f64) -> String {
    let rounded = danish::round(value, DECIMALS);
    let plain = format!("{rounded:.*}", usize::from(DECIMALS));
    plain
        .trim_end_matches('0')
        .trim_end_matches('.')
        .replace('.', ",")
}

/// A text that a spreadsheet could take for a formula gets an apostrophe in front, which
/// spreadsheets show as the mark of a text.
fn text(content: &str) -> String {
    if could_be_formula(content) {
        format!("'{content}")
    } else {
        content.to_owned()
    }
}

/// Whether a spreadsheet could take a text for a formula.
pub(super) fn could_be_formula(content: &str) -> bool {
    // Spreadsheets look past leading space, so the first sign that is none decides.
    let first = content
        .trim_start_matches(|c: char| c.is_whitespace() && !matches!(c, '\t' | '\r' | '\n'))
        .chars()
        .next();
    let dangerous = matches!(
        first,
        Some('=' | '+' | '-' | '@' | '\t' | '\r' | '\n' | '＝' | '＋' | '－' | '＠')
    );
    dangerous && danish::parse_number(content).is_err()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_that_could_be_formulas_are_neutralised_and_numbers_are_not() {
        for hostile in [
            "=1+1", "+1+1", "-1-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1",
        ] {
            assert_eq!(text(hostile), format!("'{hostile}"), "{hostile:?}");
        }
        for harmless in ["-3", "-1.234,5", "a=b", "", "Ring 12-14"] {
            assert_eq!(text(harmless), harmless);
        }
    }

    #[test]
    fn numbers_have_a_decimal_comma_and_no_needless_decimals() {
        let check = |value: f64, text: &str| assert_eq!(number(value), text);
        check(2.0, "2");
        check(2.5, "2,5");
        check(-0.25, "-0,25");
        check(1234.5, "1234,5");
        check(1.0 / 3.0, "0,3333");
        check(-0.000_01, "0");
        check(450_000.0, "450000");
    }
}
