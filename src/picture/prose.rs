//! Long text as data: a lead, sections under a table of contents, and what stands in them.
//!
//! Owns the shape of such text files and how they become markup or pieces. Owns no words: each page
//! has a file of its own. What a page makes of what is known only when it is shown stands in its
//! text as [`Block::Made`], by a name that the page knows.

use serde::Deserialize;

use super::form::Act;
use super::form::markup::act;
use super::piece::Piece;
use crate::document::html::escape;
use crate::document::table::{self as results, Cell, Column, Form, Row, RowKind};
use crate::route::Route;

/// The text of a page.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Text {
    /// What the page is about, in a sentence or two; empty where the page says it elsewhere.
    #[serde(default)]
    pub lead: String,
    /// What must be read before anything else.
    #[serde(default)]
    pub notice: Option<Notice>,
    /// The sections, in order.
    pub sections: Vec<Section>,
}

/// A reservation that stands above the whole text.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Notice {
    pub heading: String,
    pub text: String,
}

/// A section.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Section {
    /// Unique on the page.
    pub id: String,
    pub title: String,
    pub blocks: Vec<Block>,
}

/// What a section holds, in order.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(crate) enum Block {
    Paragraph(String),
    List(Vec<String>),
    Steps(Vec<String>),
    Formula(String),
    Definitions(Vec<(String, String)>),
    Table(Table),
    /// Other pages of the app, with what the link says.
    Links(Vec<(Route, String)>),
    /// What the page makes itself.
    Made(String),
}

/// A table of texts; the first column names the row.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub(crate) struct Table {
    pub caption: String,
    pub head: Vec<String>,
    pub rows: Vec<Vec<String>>,
}

/// The text as markup, on the page of a route. `made` gives the markup of what the page makes.
pub(crate) fn markup(text: &Text, page: Route, made: &dyn Fn(&str) -> String) -> String {
    let links: Vec<String> = text.sections.iter().map(|one| link(one, page)).collect();
    let sections = text.sections.iter().map(|one| section(one, made));
    let lead = match text.lead.as_str() {
        "" => String::new(),
        lead => format!("<p class=\"lead\">{}</p>", escape(lead)),
    };
    let notice = text.notice.as_ref().map_or_else(String::new, |notice| {
        alert("info", &notice.heading, &escape(&notice.text))
    });
    format!(
        "{lead}{notice}<nav class=\"toc\" aria-labelledby=\"contents\"><h2 id=\"contents\">Indhold</h2><ul class=\"unstyled-list\">{}</ul></nav><div class=\"prose\">{}</div>",
        links.concat(),
        sections.collect::<Vec<_>>().concat()
    )
}

/// An alert of markup: `info`, `success`, `warning` or `error`.
pub(crate) fn alert(kind: &str, heading: &str, markup: &str) -> String {
    format!(
        "<div class=\"alert alert-{kind}\"><p class=\"alert-heading\">{}</p><div class=\"alert-text\">{markup}</div></div>",
        escape(heading)
    )
}

/// The text as pieces, for the report; without what only the app can show.
pub(crate) fn pieces(text: &Text) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for section in &text.sections {
        pieces.push(Piece::Heading(2, section.title.clone()));
        pieces.extend(section.blocks.iter().filter_map(piece));
    }
    pieces
}

fn piece(block: &Block) -> Option<Piece> {
    Some(match block {
        Block::Paragraph(text) => Piece::Paragraph(text.clone()),
        Block::Formula(text) => Piece::Note(text.clone()),
        Block::List(items) => Piece::List(items.clone()),
        Block::Steps(items) => Piece::Steps(items.clone()),
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
        Block::Links(_) | Block::Made(_) => return None,
    })
}

/// A line of the contents. It moves the focus; the address stays as it is.
fn link(section: &Section, page: Route) -> String {
    format!(
        "<li><a href=\"{}\" {}>{}</a></li>",
        page.href(),
        act(&Act::Focus(section.id.clone())),
        escape(&section.title)
    )
}

fn section(section: &Section, made: &dyn Fn(&str) -> String) -> String {
    let blocks = section.blocks.iter().map(|one| block(one, made));
    format!(
        "<h2 id=\"{}\" tabindex=\"-1\">{}</h2>{}",
        escape(&section.id),
        escape(&section.title),
        blocks.collect::<Vec<_>>().concat()
    )
}

fn block(block: &Block, made: &dyn Fn(&str) -> String) -> String {
    match block {
        Block::Paragraph(text) => format!("<p>{}</p>", escape(text)),
        Block::Formula(text) => format!("<p class=\"formula\">{}</p>", escape(text)),
        Block::List(items) => listed("ul", items),
        Block::Steps(items) => listed("ol", items),
        Block::Definitions(pairs) => definitions(pairs),
        Block::Table(table) => self::table(table),
        Block::Links(links) => {
            let links = links.iter().map(|(route, text)| {
                let (href, text) = (route.href(), escape(text));
                format!("<p><a href=\"{href}\">{text}</a></p>")
            });
            links.collect::<Vec<_>>().concat()
        }
        Block::Made(name) => made(name),
    }
}

fn listed(tag: &str, items: &[String]) -> String {
    let items = items
        .iter()
        .map(|item| format!("<li>{}</li>", escape(item)));
    format!("<{tag}>{}</{tag}>", items.collect::<Vec<_>>().concat())
}

/// Terms with what there is to say of each, as markup.
pub(crate) fn definitions(pairs: &[(String, String)]) -> String {
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
pub(crate) mod tests {
    use std::collections::BTreeSet;

    use super::*;

    /// Every section has an id of its own and something to say, nothing is empty, tables are whole,
    /// and every link leads to a page.
    pub(crate) fn check(text: &Text) {
        let ids: BTreeSet<&str> = text.sections.iter().map(|one| one.id.as_str()).collect();
        assert_eq!(ids.len(), text.sections.len());
        if let Some(notice) = &text.notice {
            says_something(&[notice.heading.clone(), notice.text.clone()]);
        }
        for section in &text.sections {
            says_something(&[section.id.clone(), section.title.clone()]);
            assert!(!section.blocks.is_empty(), "{}", section.id);
            section.blocks.iter().for_each(check_block);
        }
    }

    fn check_block(block: &Block) {
        match block {
            Block::Paragraph(text) | Block::Formula(text) | Block::Made(text) => {
                says_something(std::slice::from_ref(text));
            }
            Block::List(items) | Block::Steps(items) => says_something(items),
            Block::Definitions(pairs) => {
                for (term, text) in pairs {
                    says_something(&[term.clone(), text.clone()]);
                }
            }
            Block::Table(table) => {
                says_something(&table.head);
                for row in &table.rows {
                    assert_eq!(row.len(), table.head.len(), "{}", table.caption);
                    // A cell can be empty, the name of a row cannot.
                    says_something(&row[..1]);
                }
            }
            Block::Links(links) => {
                for (route, text) in links {
                    assert_ne!(*route, Route::NotFound, "{text}");
                    says_something(std::slice::from_ref(text));
                }
            }
        }
    }

    fn says_something(texts: &[String]) {
        assert!(!texts.is_empty());
        for text in texts {
            assert!(!text.trim().is_empty() && text.trim() == text, "{texts:?}");
        }
    }

    #[test]
    fn texts_are_escaped_and_what_the_page_makes_is_not() {
        let text: Text = crate::json::read(
            r#"{"lead": "<a>", "notice": {"heading": "<b>", "text": "<c>"}, "sections": [
                {"id": "d", "title": "<e>", "blocks": [
                    {"paragraph": "<f>"}, {"list": ["<g>"]}, {"steps": ["<h>"]}, {"formula": "<i>"},
                    {"definitions": [["<j>", "<k>"]]}, {"links": [["", "<l>"]]},
                    {"table": {"caption": "<m>", "head": ["<n>"], "rows": [["<o>"]]}},
                    {"made": "it"}]}]}"#,
        )
        .unwrap();
        let markup = markup(&text, Route::Method, &|name| {
            format!("<hr title=\"{name}\">")
        });
        for letter in 'a'..='o' {
            if letter != 'd' {
                assert!(markup.contains(&format!("&lt;{letter}&gt;")), "{letter}");
            }
        }
        assert!(markup.contains("<hr title=\"it\">"));
        // The report takes what stands on paper too.
        assert_eq!(pieces(&text).len(), 7);
    }
}
