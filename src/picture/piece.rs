//! What a page of the worker holds, piece by piece, before it is known where it is shown: in the
//! app, on paper, in Word, on a slide.
//!
//! Owns the shapes and how they are markup. Texts are plain and escaped here; only
//! [`Piece::Markup`] is markup already, for the app alone: links, fields, buttons. What is printed
//! or handed on leaves it out.

use std::fmt::Write as _;

use super::{Block, Figure};
use crate::document::html::{self, Badge, escape};
use crate::document::table::Table;

/// A piece of a page, in reading order.
#[derive(Clone, Debug, PartialEq)]
pub enum Piece {
    /// A heading: 2 for a page's own parts, 3 below that, 4 below that.
    Heading(u8, String),
    /// A paragraph.
    Paragraph(String),
    /// A reservation or an explanation, of lesser weight.
    Note(String),
    /// Items, each a sentence or a few words.
    List(Vec<String>),
    /// Items that are numbered.
    Steps(Vec<String>),
    /// Terms with what there is to say of each.
    Terms(Vec<(String, String)>),
    /// A table; the badge where it holds numbers of a group.
    Table(Table, Option<Badge>),
    /// A chart.
    Chart(Box<Chart>),
    /// Room to write by hand, that many lines.
    Room(u8),
    /// Markup for the app alone.
    Markup(String),
}

/// A chart with its numbers.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// The chart with its title and summary; without its numbers.
    pub figure: Figure,
    /// Its numbers, where no table beside it has them.
    pub numbers: Option<Table>,
    /// The badge of the numbers.
    pub badge: Option<Badge>,
}

impl Chart {
    /// The chart as the app shows it, with its numbers as markup.
    #[must_use]
    pub fn shown(self) -> Figure {
        let table = self.numbers.as_ref();
        let table = table.map(|numbers| html::write_with(numbers, self.badge));
        Figure {
            table: table.unwrap_or_default(),
            ..self.figure
        }
    }
}

impl Piece {
    /// Its markup; nothing of a chart, which the app draws. Headings are pushed down by `below`
    /// levels.
    #[must_use]
    pub fn markup(&self, below: u8) -> String {
        match self {
            Self::Heading(level, text) => {
                let level = (level + below).min(6);
                format!("<h{level}>{}</h{level}>", escape(text))
            }
            Self::Paragraph(text) => format!("<p>{}</p>", escape(text)),
            Self::Note(text) => format!("<p class=\"muted\">{}</p>", escape(text)),
            Self::List(items) => listed("ul", items),
            Self::Steps(items) => listed("ol", items),
            Self::Terms(terms) => {
                let mut markup = "<dl class=\"terms\">".to_owned();
                for (term, text) in terms {
                    let _ = write!(
                        markup,
                        "<div><dt>{}</dt><dd>{}</dd></div>",
                        escape(term),
                        escape(text)
                    );
                }
                markup + "</dl>"
            }
            Self::Table(table, badge) => html::write_with(table, *badge),
            Self::Room(lines) => {
                let line = "<p class=\"room\">&nbsp;</p>";
                line.repeat(usize::from(*lines))
            }
            Self::Markup(markup) => markup.clone(),
            Self::Chart(_) => String::new(),
        }
    }
}

fn listed(tag: &str, items: &[String]) -> String {
    if items.is_empty() {
        return String::new();
    }
    let items: Vec<String> = items
        .iter()
        .map(|item| format!("<li>{}</li>", escape(item)))
        .collect();
    format!("<{tag}>{}</{tag}>", items.concat())
}

/// The pieces as blocks for the app.
#[must_use]
pub fn blocks(pieces: Vec<Piece>) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    for piece in pieces {
        match piece {
            Piece::Chart(chart) => blocks.push(Block::Figure(Box::new(chart.shown()))),
            other => add_markup(&mut blocks, &other.markup(0)),
        }
    }
    blocks
}

/// Adds markup to the last block of it.
pub fn add_markup(blocks: &mut Vec<Block>, markup: &str) {
    if let Some(Block::Html(last)) = blocks.last_mut() {
        last.push_str(markup);
    } else {
        blocks.push(Block::Html(markup.to_owned()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_are_escaped_and_markup_is_joined_between_charts() {
        let pieces = vec![
            Piece::Heading(2, "A & B".to_owned()),
            Piece::List(vec!["<b>".to_owned()]),
            Piece::Terms(vec![("Hvem".to_owned(), "»Alle«".to_owned())]),
        ];
        let blocks = blocks(pieces);
        assert_eq!(
            blocks,
            [Block::Html(
                "<h2>A &amp; B</h2><ul><li>&lt;b&gt;</li></ul><dl class=\"terms\"><div><dt>Hvem</dt><dd>»Alle«</dd></div></dl>"
                    .to_owned()
            )]
        );
        assert_eq!(Piece::Heading(3, "C".to_owned()).markup(1), "<h4>C</h4>");
    }
}
