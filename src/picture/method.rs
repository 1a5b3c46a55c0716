//! Metode: how everything is computed. The text is data (`method.json`).

use serde::Deserialize;
use std::sync::LazyLock;

use crate::document::html::escape;
use crate::document::table::{self as results, Cell, Column, Form, Row, RowKind};
use crate::json;
use crate::picture::form::Act;
use crate::picture::form::markup::act;
use crate::route::Route;

use super::Page;
use super::piece::Piece;

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Text {
    sections: Vec<Section>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Section {
    id: String,
    title: String,
    blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Block {
    Paragraph(String),
    List(Vec<String>),
    Formula(String),
    Definitions(Vec<(String, String)>),
    Table(Table),
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
struct Table {
    caption: String,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// The text of the page.
static TEXT: LazyLock<Text> =
    LazyLock::new(|| json::read(include_str!("method.json")).expect("checked by a test"));

pub(super) fn write(page: &mut Page<'_>) {
    let links: Vec<String> = TEXT.sections.iter().map(link).collect();
    let sections: Vec<String> = TEXT.sections.iter().map(section).collect();
    page.markup(&format!(
        "<nav class=\"toc\" aria-labelledby=\"contents\"><h2 id=\"contents\">Indhold</h2><ul class=\"unstyled-list\">{}</ul></nav><div class=\"prose\">{}</div>",
        links.concat(),
        sections.concat()
    ));
}

/// The text as pieces, for the report.
pub(crate) fn pieces() -> Vec<Piece> {
    let mut pieces = Vec::new();
    for section in &TEXT.sections {
        pieces.push(Piece::Heading(2, section.title.clone()));
        pieces.extend(section.blocks.iter().map(piece));
    }
    pieces
}

fn piece(block: &Block) -> Piece {
    match block {
        Block::Paragraph(text) => Piece::Paragraph(text.clone()),
        Block::Formula(text) => Piece::Note(text.clone()),
        Block::List(items) => Piece::List(items.clone()),
        Block::Definitions(pairs) => Piece::Terms(pairs.clone()),
        Block::Table(table) => Piece::Table(
            results::Table {
                title: table.caption.clone(),
                notes: Vec::new(),
                columns: table
                    .head
                    .iter()
                    .map(|title| Column::new(title.clone(), Form::Text))
                    .collect(),
                rows: table
                    .rows
                    .iter()
                    .map(|row| {
                        let cells = row.iter().cloned().map(Cell::from).collect();
                        Row::new(RowKind::Ordinary, cells)
                    })
                    .collect(),
            },
            None,
        ),
    }
}

/// A line of the contents. It moves the focus; the address stays as it is.
fn link(section: &Section) -> String {
    format!(
        "<li><a href=\"{}\" {}>{}</a></li>",
        Route::Method.href(),
        act(&Act::Focus(section.id.clone())),
        escape(&section.title)
    )
}

fn section(section: &Section) -> String {
    let blocks: Vec<String> = section.blocks.iter().map(block).collect();
    format!(
        "<h2 id=\"{}\" tabindex=\"-1\">{}</h2>{}",
        escape(&section.id),
        escape(&section.title),
        blocks.concat()
    )
}

fn block(block: &Block) -> String {
    let each = |texts: &[String], one: fn(&str) -> String| -> String {
        texts
            .iter()
            .map(|text| one(&escape(text)))
            .collect::<Vec<_>>()
            .concat()
    };
    match block {
        Block::Paragraph(text) => format!("<p>{}</p>", escape(text)),
        Block::Formula(text) => format!("<p class=\"formula\">{}</p>", escape(text)),
        Block::List(items) => format!(
            "<ul>{}</ul>",
            each(items, |item| format!("<li>{item}</li>"))
        ),
        Block::Definitions(pairs) => {
            let pairs: Vec<String> = pairs
                .iter()
                .map(|(term, text)| {
                    format!(
                        "<div><dt>{}</dt><dd>{}</dd></div>",
                        escape(term),
                        escape(text)
                    )
                })
                .collect();
            format!("<dl class=\"definitions\">{}</dl>", pairs.concat())
        }
        Block::Table(table) => self::table(table),
    }
}

fn table(table: &Table) -> String {
    let heads: Vec<String> = table
        .head
        .iter()
        .map(|head| {
            format!(
                "<th scope=\"col\" role=\"columnheader\">{}</th>",
                escape(head)
            )
        })
        .collect();
    let row =
        |cells: &Vec<String>| {
            let cells = cells.iter().enumerate().map(|(index, cell)| {
                match (index, table.head.get(index)) {
                    (0, _) => format!("<th scope=\"row\" role=\"rowheader\">{}</th>", escape(cell)),
                    (_, head) => format!(
                        "<td role=\"cell\" data-title=\"{}\">{}</td>",
                        head.map_or_else(String::new, |head| escape(head)),
                        escape(cell)
                    ),
                }
            });
            format!(
                "<tr role=\"row\">{}</tr>",
                cells.collect::<Vec<_>>().concat()
            )
        };
    let rows: Vec<String> = table.rows.iter().map(row).collect();
    format!(
        "<div class=\"table-wrap\"><table class=\"score-table\" role=\"table\"><caption>{}</caption><thead role=\"rowgroup\"><tr role=\"row\">{}</tr></thead><tbody role=\"rowgroup\">{}</tbody></table></div>",
        escape(&table.caption),
        heads.concat(),
        rows.concat()
    )
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn every_section_has_an_id_of_its_own_and_something_to_say() {
        let ids: BTreeSet<&str> = TEXT.sections.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids.len(), TEXT.sections.len());
        assert!(TEXT.sections.iter().all(|one| !one.blocks.is_empty()));
        for table in
            TEXT.sections
                .iter()
                .flat_map(|one| &one.blocks)
                .filter_map(|block| match block {
                    Block::Table(table) => Some(table),
                    _ => None,
                })
        {
            assert!(
                table.rows.iter().all(|row| row.len() == table.head.len()),
                "{}",
                table.caption
            );
        }
    }
}
