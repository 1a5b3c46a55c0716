//! A table as the markup of a page, as the app's own tables stand: caption, heads with scope, and
//! the same classes. Text is escaped; there are no scripts and no `style` attributes, which the
//! app's Content Security Policy would refuse.

use std::fmt::Write as _;

use crate::danish::{format_number, format_signed};

use super::table::{Cell, Column, Form, Row, RowKind, Table};

/// What stands where there is no number.
const NONE: &str = "–";

/// More columns than this stand closer together, and on paper in smaller type.
const WIDE: usize = 8;

/// More columns than this no sheet of paper is wide enough for: there a row is printed as a block.
const WIDEST: usize = 15;

/// Writes a table with its notes above; every group of rows is a table of its own, with its totals
/// as its foot. The first column names the row.
#[must_use]
pub fn write(table: &Table) -> String {
    let mut html = String::new();
    if table.rows.is_empty() {
        // A table without rows says less than a heading and the notes.
        let _ = write!(html, "<h3>{}</h3>", escape(&table.title));
    }
    for note in &table.notes {
        let _ = write!(html, "<p class=\"muted\">{}</p>", escape(note));
    }
    for section in sections(&table.rows) {
        part(&mut html, table, &section);
    }
    html
}

/// The rows below one head, or those before the first.
#[derive(Default)]
struct Section<'a> {
    head: Option<String>,
    body: Vec<&'a Row>,
    foot: Vec<&'a Row>,
}

fn sections(rows: &[Row]) -> Vec<Section<'_>> {
    let mut sections: Vec<Section<'_>> = Vec::new();
    for row in rows {
        if row.kind == RowKind::Group || sections.is_empty() {
            sections.push(Section::default());
        }
        let Some(section) = sections.last_mut() else {
            continue;
        };
        match row.kind {
            RowKind::Group => section.head = Some(row.text()),
            RowKind::Total => section.foot.push(row),
            RowKind::Ordinary => {
                // What looked like the end was a sum in between.
                section.body.append(&mut section.foot);
                section.body.push(row);
            }
        }
    }
    sections
}

fn part(html: &mut String, table: &Table, section: &Section<'_>) {
    let caption = match &section.head {
        Some(head) => format!("{}: {head}", table.title),
        None => table.title.clone(),
    };
    let caption = escape(&caption);
    // A table with many columns scrolls inside its own frame, also with the keyboard.
    let _ = write!(
        html,
        "<div class=\"table-wrap table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"{caption}\">"
    );
    let _ = write!(
        html,
        "<table class=\"score-table{}\" role=\"table\">",
        width(table.columns.len())
    );
    let _ = write!(html, "<caption>{caption}</caption>");
    html.push_str("<thead role=\"rowgroup\"><tr role=\"row\">");
    for column in &table.columns {
        let _ = write!(
            html,
            "<th scope=\"col\" role=\"columnheader\"{}>{}</th>",
            class(column.form),
            escape(&column.title)
        );
    }
    html.push_str("</tr></thead>");
    for (tag, rows) in [("tbody", &section.body), ("tfoot", &section.foot)] {
        if !rows.is_empty() {
            let _ = write!(html, "<{tag} role=\"rowgroup\">");
            for row in rows {
                line(html, row, &table.columns);
            }
            let _ = write!(html, "</{tag}>");
        }
    }
    html.push_str("</table></div>");
}

fn line(html: &mut String, row: &Row, columns: &[Column]) {
    html.push_str("<tr role=\"row\">");
    for (index, (column, cell)) in columns.iter().zip(&row.cells).enumerate() {
        let content = content(cell, column.form);
        let class = class(column.form);
        let _ = if index == 0 {
            write!(
                html,
                "<th scope=\"row\" role=\"rowheader\"{class}>{content}</th>"
            )
        } else {
            let title = escape(&column.title);
            write!(
                html,
                "<td role=\"cell\"{class} data-title=\"{title}\">{content}</td>"
            )
        };
    }
    html.push_str("</tr>");
}

/// What the stylesheet must know of a table with that many columns.
const fn width(columns: usize) -> &'static str {
    if columns > WIDEST {
        " score-table--wide score-table--widest"
    } else if columns > WIDE {
        " score-table--wide"
    } else {
        ""
    }
}

const fn class(form: Form) -> &'static str {
    match form {
        Form::Text => "",
        Form::Number(_) | Form::Difference(_) | Form::Percent => " class=\"num\"",
    }
}

fn content(cell: &Cell, form: Form) -> String {
    match (cell, form) {
        (Cell::Empty, Form::Text) => String::new(),
        (Cell::Empty, _) => NONE.to_owned(),
        (Cell::Text(text), _) => escape(text),
        (Cell::Missing(why), _) => format!("<span class=\"muted\">{}</span>", escape(why)),
        (Cell::Number(value), form) => number(*value, form),
    }
}

/// A number as it is shown.
fn number(value: f64, form: Form) -> String {
    match form {
        Form::Text => crate::danish::format_short(value),
        Form::Number(decimals) => format_number(value, decimals),
        Form::Difference(decimals) => format_signed(value, decimals),
        Form::Percent => format!("{} %", format_number(value * 100.0, 0)),
    }
}

/// A text that is safe between tags and in attributes.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            '\'' => escaped.push_str("&#39;"),
            _ => escaped.push(c),
        }
    }
    escaped
}
