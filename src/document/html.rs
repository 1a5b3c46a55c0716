//! A table as the markup of a page, as the app's own tables stand: caption, heads with scope, and
//! the same classes. Text is escaped; there are no scripts and no `style` attributes, which the
//! app's Content Security Policy would refuse.

use std::fmt::Write as _;

use crate::danish::{format_number, format_signed};
use crate::peers::band::Band;
use crate::route::Route;

use super::csv;
use super::table::{Cell, Column, Form, Row, RowKind, Table};

/// What stands where there is no number.
const NONE: &str = "–";

/// More columns than this stand closer together, and on paper in smaller type.
pub(crate) const WIDE: usize = 8;

/// More columns than this no sheet of paper is wide enough for: there a row is printed as a block.
const WIDEST: usize = 15;

/// A few words that stand in every caption, so that no table can be read without them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Badge {
    /// What it says: "Modeldata".
    pub text: &'static str,
    /// It warns.
    pub warns: bool,
}

impl Badge {
    /// Its markup, with a blank before it.
    #[must_use]
    pub fn markup(self) -> String {
        let class = if self.warns { " badge-warning" } else { "" };
        format!(" <span class=\"badge{class}\">{}</span>", escape(self.text))
    }
}

/// Writes a table with its notes above; every group of rows is a table of its own, with its totals
/// as its foot. The first column names the row.
#[must_use]
pub fn write(table: &Table) -> String {
    write_with(table, None)
}

/// As [`write`], with a badge in every caption.
#[must_use]
pub fn write_with(table: &Table, badge: Option<Badge>) -> String {
    let mut html = String::new();
    if table.rows.is_empty() {
        // A table without rows says less than a heading and the notes.
        let _ = write!(html, "<h3>{}</h3>", escape(&table.title));
    }
    for note in &table.notes {
        let _ = write!(html, "<p class=\"muted\">{}</p>", escape(note));
    }
    let badge = badge.map_or_else(String::new, Badge::markup);
    for section in sections(&table.rows) {
        part(&mut html, table, &section, &badge);
    }
    html
}

/// The rows below one head, or those before the first: what is one table to a reader.
#[derive(Default)]
pub(crate) struct Section<'a> {
    head: Option<String>,
    pub body: Vec<&'a Row>,
    pub foot: Vec<&'a Row>,
}

impl Section<'_> {
    /// What stands above it: the table's title, and whose rows these are.
    pub fn caption(&self, table: &Table) -> String {
        match &self.head {
            Some(head) => format!("{}: {head}", table.title),
            None => table.title.clone(),
        }
    }
}

/// The rows of a table as a reader gets them.
pub(crate) fn sections(rows: &[Row]) -> Vec<Section<'_>> {
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

fn part(html: &mut String, table: &Table, section: &Section<'_>, badge: &str) {
    let caption = escape(&section.caption(table));
    // A table with many columns scrolls inside its own frame, also with the keyboard.
    let _ = write!(
        html,
        "<div class=\"table-wrap table-scroll\" role=\"group\" tabindex=\"0\" aria-label=\"{caption}\">"
    );
    let _ = write!(
        html,
        "<table class=\"score-table{}\" role=\"table\">",
        width(shown(&table.columns).count())
    );
    let _ = write!(html, "<caption>{caption}{badge}</caption>");
    html.push_str("<thead role=\"rowgroup\"><tr role=\"row\">");
    for (_, column) in shown(&table.columns) {
        let _ = write!(
            html,
            "<th scope=\"col\" role=\"columnheader\"{}>{}</th>",
            class(column.form, None),
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

/// The columns that stand on a page, with their places.
pub(crate) fn shown(columns: &[Column]) -> impl Iterator<Item = (usize, &Column)> {
    let all = columns.iter().enumerate();
    all.filter(|(_, column)| !column.in_files_only)
}

fn line(html: &mut String, row: &Row, columns: &[Column]) {
    let href = row.leads_to.map(Route::href);
    html.push_str("<tr role=\"row\">");
    for (index, column) in shown(columns) {
        let cell = row.cells.get(index).unwrap_or(&Cell::Empty);
        let content = linked(cell, column.form, index == 0, href.as_deref());
        let _ = if index == 0 {
            let class = class(column.form, None);
            let mark = row
                .mark
                .map_or_else(String::new, |text| Badge { text, warns: true }.markup());
            write!(
                html,
                "<th scope=\"row\" role=\"rowheader\"{class}>{content}{mark}</th>"
            )
        } else {
            let title = escape(&column.title);
            let tint = row.tints.iter().find(|(place, _)| *place == index);
            let class = class(column.form, tint.map(|(_, band)| *band));
            write!(
                html,
                "<td role=\"cell\"{class} data-title=\"{title}\">{content}</td>"
            )
        };
    }
    html.push_str("</tr>");
}

/// The head of a row, and each of its numbers, as a link to what explains it.
fn linked(cell: &Cell, form: Form, is_head: bool, href: Option<&str>) -> String {
    let content = content(cell, form);
    match (href, cell) {
        (Some(href), _) if is_head => format!("<a href=\"{href}\">{content}</a>"),
        (Some(href), Cell::Number(_)) => {
            format!("<a class=\"number-link\" href=\"{href}\">{content}</a>")
        }
        _ => content,
    }
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

fn class(form: Form, tint: Option<Band>) -> String {
    let number = match form {
        Form::Text => "",
        Form::Number(_) | Form::Difference(_) | Form::Percent => "num",
    };
    match (number, tint.map(tint_class)) {
        ("", None) => String::new(),
        (number, None) => format!(" class=\"{number}\""),
        (number, Some(tint)) => format!(" class=\"{number} {tint}\""),
    }
}

/// The class of a deviation's tint. Neither end is good or bad.
const fn tint_class(band: Band) -> &'static str {
    match band {
        Band::FarBelow => "deviation--m2",
        Band::Below => "deviation--m1",
        Band::About => "deviation--z",
        Band::Above => "deviation--p1",
        Band::FarAbove => "deviation--p2",
    }
}

fn content(cell: &Cell, form: Form) -> String {
    let text = escape(&text(cell, form));
    match cell {
        Cell::Missing(_) => format!("<span class=\"muted\">{text}</span>"),
        Cell::Text(raw) if csv::could_be_formula(raw) => format!("{GUARD}{text}"),
        _ => text,
    }
}

/// Not seen and not read aloud, but copied with the table: a spreadsheet then takes the text for a text.
const GUARD: &str = "<span class=\"text-mark\" aria-hidden=\"true\">&#39;</span>";

/// What a cell says to a reader, as plain text.
pub(crate) fn text(cell: &Cell, form: Form) -> String {
    match (cell, form) {
        (Cell::Empty, Form::Text) => String::new(),
        (Cell::Empty, _) => NONE.to_owned(),
        (Cell::Text(text) | Cell::Missing(text), _) => text.clone(),
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_could_be_a_formula_is_copied_as_a_text() {
        let check = |text: &str, shown: &str| {
            assert_eq!(content(&Cell::Text(text.to_owned()), Form::Text), shown);
        };
        check("=1+1", &format!("{GUARD}=1+1"));
        check("Ring 12-14", "Ring 12-14");
        check("-3", "-3");
    }
}
