//! Tables: of results, and of terms with what there is to say of each.
//!
//! Owns which rows stay together, and the type; how wide columns are is in `columns`. What a cell says, which
//! columns are shown and which rows are a table of their own is said by [`html`], as on a page.

use crate::document::html::{self, Badge, Section, shown};
use crate::document::table::{Cell, Column, Form, Row, Table};

use super::columns;
use super::page::Page;
use super::text::{BOLD, KEEP, add, caption, end, paragraph, run, start};

/// So many rows and fewer are never parted by the end of a page.
const TOGETHER: usize = 8;

/// A row with a longer text (characters) may be parted: it might be higher than a page.
const HIGH: usize = 1_200;

/// Adds a table with its notes above.
pub(super) fn write(xml: &mut String, table: &Table, badge: Option<Badge>) {
    if table.rows.is_empty() {
        // A table without rows says less than a heading and the notes.
        paragraph(xml, "Heading3", "", &table.title);
    }
    let keep = if table.rows.is_empty() { "" } else { KEEP };
    for note in &table.notes {
        paragraph(xml, "Note", keep, note);
    }
    for section in html::sections(&table.rows) {
        part(xml, table, &section, badge);
    }
}

/// Adds terms, each with what there is to say of it.
pub(super) fn pairs(xml: &mut String, terms: &[(String, String)]) {
    if terms.is_empty() {
        return;
    }
    let width = Page::Upright.width();
    let widths = [width * 3 / 10, width - width * 3 / 10];
    head(xml, "Pairs", &widths, "");
    for (term, text) in terms {
        let looks = [BOLD, ""];
        xml.push_str("<w:tr>");
        row_look(xml, text.chars().count() <= HIGH, false);
        for ((width, look), text) in widths.iter().zip(looks).zip([term, text]) {
            cell_start(xml, *width, "");
            start(xml, "Text", "");
            run(xml, look, text);
            end(xml);
            xml.push_str("</w:tc>");
        }
        xml.push_str("</w:tr>");
    }
    foot(xml);
}

/// The rows of one head, as they stand in the document.
struct Grid {
    /// The styles of the columns' paragraphs.
    styles: Vec<&'static str>,
    /// In twentieths of a point.
    widths: Vec<usize>,
}

fn part(xml: &mut String, table: &Table, section: &Section<'_>, badge: Option<Badge>) {
    let titles: Vec<String> = shown(&table.columns)
        .map(|(_, column)| column.title.clone())
        .collect();
    let body: Vec<Vec<String>> = section
        .body
        .iter()
        .chain(&section.foot)
        .map(|row| texts(table, row))
        .collect();
    let is_small = titles.len() > html::WIDE;
    let page = Page::of(titles.len()).width();
    let grid = Grid {
        styles: shown(&table.columns)
            .map(|(_, column)| style(column.form, is_small))
            .collect(),
        widths: columns::widths(&titles, &body, is_small, page),
    };
    let title = section.caption(table);
    caption(xml, &title, badge.map(|badge| badge.text));
    head(xml, "Results", &grid.widths, &title);
    line(xml, &grid, &titles, Kind::Head, true);
    for (number, row) in body.iter().enumerate() {
        let next = number + 1;
        // The sums stay with the last row above them.
        let is_kept =
            next < body.len() && (body.len() <= TOGETHER || next >= section.body.len().max(1));
        let kind = match number.checked_sub(section.body.len()) {
            None => Kind::Ordinary,
            Some(0) => Kind::FirstSum,
            Some(_) => Kind::Sum,
        };
        line(xml, &grid, row, kind, is_kept);
    }
    foot(xml);
}

/// What the cells of a row say, of the columns that are shown.
fn texts(table: &Table, row: &Row) -> Vec<String> {
    let text = |(index, column): (usize, &Column)| {
        let cell = row.cells.get(index).unwrap_or(&Cell::Empty);
        let text = html::text(cell, column.form);
        match row.mark {
            Some(mark) if index == 0 => format!("{text} ({mark})"),
            _ => text,
        }
    };
    shown(&table.columns).map(text).collect()
}

const fn style(form: Form, is_small: bool) -> &'static str {
    match (form, is_small) {
        (Form::Text, false) => "Text",
        (Form::Text, true) => "SmallText",
        (Form::Number(_) | Form::Difference(_) | Form::Percent, false) => "Number",
        (Form::Number(_) | Form::Difference(_) | Form::Percent, true) => "SmallNumber",
    }
}

/// What a line of a table is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// The columns' titles.
    Head,
    Ordinary,
    /// The first sum, below a rule.
    FirstSum,
    Sum,
}

fn line(xml: &mut String, grid: &Grid, texts: &[String], kind: Kind, is_kept: bool) {
    let look = if kind == Kind::Ordinary { "" } else { BOLD };
    let rule = match kind {
        Kind::FirstSum => {
            "<w:tcBorders><w:top w:val=\"single\" w:sz=\"8\" w:space=\"0\" w:color=\"1A1A1A\"/></w:tcBorders>"
        }
        Kind::Head => "<w:vAlign w:val=\"bottom\"/>",
        Kind::Ordinary | Kind::Sum => "",
    };
    let keep = if is_kept { KEEP } else { "" };
    let is_low = texts.iter().all(|text| text.chars().count() <= HIGH);
    xml.push_str("<w:tr>");
    row_look(xml, is_low, kind == Kind::Head);
    for ((text, style), width) in texts.iter().zip(&grid.styles).zip(&grid.widths) {
        cell_start(xml, *width, rule);
        start(xml, style, keep);
        run(xml, look, text);
        end(xml);
        xml.push_str("</w:tc>");
    }
    xml.push_str("</w:tr>");
}

fn row_look(xml: &mut String, is_whole: bool, is_head: bool) {
    let whole = if is_whole { "<w:cantSplit/>" } else { "" };
    let head = if is_head { "<w:tblHeader/>" } else { "" };
    add(xml, &["<w:trPr>", whole, head, "</w:trPr>"]);
}

fn cell_start(xml: &mut String, width: usize, look: &str) {
    let width = width.to_string();
    add(
        xml,
        &[
            "<w:tc><w:tcPr><w:tcW w:w=\"",
            &width,
            "\" w:type=\"dxa\"/>",
            look,
            "</w:tcPr>",
        ],
    );
}

fn head(xml: &mut String, style: &str, widths: &[usize], title: &str) {
    let whole = widths.iter().sum::<usize>().to_string();
    let (value, is_headed) = if title.is_empty() {
        ("0600", "0")
    } else {
        ("0620", "1")
    };
    add(
        xml,
        &[
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"",
            style,
            "\"/><w:tblW w:w=\"",
            &whole,
            "\" w:type=\"dxa\"/><w:tblLook w:val=\"",
            value,
            "\" w:firstRow=\"",
            is_headed,
            "\" w:lastRow=\"0\" w:firstColumn=\"0\" w:lastColumn=\"0\" w:noHBand=\"1\" w:noVBand=\"1\"/>",
        ],
    );
    if !title.is_empty() {
        let title = super::text::safe(title);
        add(xml, &["<w:tblCaption w:val=\"", &title, "\"/>"]);
    }
    xml.push_str("</w:tblPr><w:tblGrid>");
    for width in widths {
        add(xml, &["<w:gridCol w:w=\"", &width.to_string(), "\"/>"]);
    }
    xml.push_str("</w:tblGrid>");
}

/// Ends a table. Two tables with nothing between them would become one.
fn foot(xml: &mut String) {
    xml.push_str("</w:tbl>");
    start(xml, "AfterTable", "");
    end(xml);
}
