//! The sections of a report, piece by piece.
//!
//! Owns what each piece becomes, and which pages lie across. Tables and pictures are in the
//! modules beside this one.

use std::collections::BTreeMap;

use crate::document::html::shown;
use crate::document::table::Table;
use crate::picture::piece::{Chart, Piece};
use crate::report::content::{Section, paragraphs};

use super::figure::Figures;
use super::page::Page;
use super::table;
use super::text::{BOLD, KEEP, add, caption, end, paragraph, run, start};

/// The lists with bullets, in the numbering part; those that are numbered follow it.
pub(super) const BULLETS: usize = 1;

/// The document while it is written.
pub(super) struct Body<'a> {
    pub xml: String,
    pub figures: Figures<'a>,
    /// The numbered lists so far; each begins with 1.
    pub lists: usize,
    /// The headings so far that the contents lead to.
    headings: usize,
    page: Page,
    /// No page has lain otherwise yet.
    is_first: bool,
}

impl<'a> Body<'a> {
    pub fn new(images: &'a BTreeMap<String, Vec<u8>>) -> Self {
        Self {
            xml: String::new(),
            figures: Figures::new(images),
            lists: 0,
            headings: 0,
            page: Page::Upright,
            is_first: true,
        }
    }

    /// Adds a section.
    pub fn section(&mut self, section: &Section) {
        let pages = self.pages(&section.pieces);
        self.turn(pages.first().copied().unwrap_or_default());
        self.heading(1, &section.title);
        for comment in paragraphs(&section.comment) {
            paragraph(&mut self.xml, "Comment", "", comment);
        }
        for (piece, page) in section.pieces.iter().zip(pages) {
            self.turn(page);
            self.piece(piece);
        }
    }

    /// Ends the document: says how its last pages lie.
    pub fn finish(&mut self) {
        self.page.write(&mut self.xml, self.is_first);
    }

    /// From here on pages lie like this.
    fn turn(&mut self, page: Page) {
        if page == self.page {
            return;
        }
        self.xml
            .push_str("<w:p><w:pPr><w:pStyle w:val=\"AfterTable\"/>");
        self.finish();
        self.xml.push_str("</w:pPr></w:p>");
        self.is_first = false;
        self.page = page;
    }

    /// How the page of each piece lies. Texts go with what they introduce, or at the end with what
    /// they follow.
    fn pages(&self, pieces: &[Piece]) -> Vec<Page> {
        let own = |piece: &Piece| self.page_of(piece);
        let last = pieces.iter().rev().find_map(own);
        let mut page = last.unwrap_or_default();
        let mut pages = Vec::with_capacity(pieces.len());
        for piece in pieces.iter().rev() {
            page = own(piece).unwrap_or(page);
            pages.push(page);
        }
        pages.reverse();
        pages
    }

    /// How a piece's own page must lie; none where it goes with its neighbours.
    fn page_of(&self, piece: &Piece) -> Option<Page> {
        match piece {
            Piece::Table(table, _) => page_of_table(table),
            Piece::Chart(chart) => {
                let is_drawn = self.figures.has(&chart.figure.id);
                let numbers = chart.numbers.as_ref().filter(|_| !is_drawn);
                numbers.and_then(page_of_table).or(Some(Page::Upright))
            }
            Piece::List(_) | Piece::Steps(_) | Piece::Terms(_) | Piece::Room(_) => {
                Some(Page::Upright)
            }
            Piece::Heading(..) | Piece::Paragraph(_) | Piece::Note(_) | Piece::Markup(_) => None,
        }
    }

    fn piece(&mut self, piece: &Piece) {
        match piece {
            Piece::Heading(level, text) => self.heading(*level, text),
            Piece::Paragraph(text) => paragraph(&mut self.xml, "Normal", "", text),
            Piece::Note(text) => paragraph(&mut self.xml, "Note", "", text),
            Piece::List(items) => self.list("ListBullet", BULLETS, items),
            Piece::Steps(items) if items.is_empty() => {}
            Piece::Steps(items) => {
                self.lists += 1;
                self.list("ListNumber", BULLETS + self.lists, items);
            }
            Piece::Terms(terms) => table::pairs(&mut self.xml, terms),
            Piece::Table(table, badge) => table::write(&mut self.xml, table, *badge),
            Piece::Chart(chart) => self.chart(chart),
            Piece::Room(lines) => {
                for _ in 0..*lines {
                    paragraph(&mut self.xml, "Room", "", "");
                }
            }
            Piece::Markup(_) => {}
        }
    }

    /// Adds a heading that the contents lead to.
    fn heading(&mut self, level: u8, text: &str) {
        self.headings += 1;
        let number = self.headings.to_string();
        let level = level.clamp(1, 4).to_string();
        start(&mut self.xml, &format!("Heading{level}"), "");
        add(
            &mut self.xml,
            &[
                "<w:bookmarkStart w:id=\"",
                &number,
                "\" w:name=\"_Toc",
                &number,
                "\"/>",
            ],
        );
        run(&mut self.xml, "", text);
        add(
            &mut self.xml,
            &["<w:bookmarkEnd w:id=\"", &number, "\"/></w:p>"],
        );
    }

    fn list(&mut self, style: &str, number: usize, items: &[String]) {
        let number = number.to_string();
        let numbered = [
            "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"",
            &number,
            "\"/></w:numPr>",
        ]
        .concat();
        for item in items {
            paragraph(&mut self.xml, style, &numbered, item);
        }
    }

    /// Adds a chart: its picture, or in the place of one what it shows and its numbers.
    fn chart(&mut self, chart: &Chart) {
        let figure = &chart.figure;
        let badge = figure.badge.as_ref().map(|(text, _)| text.as_str());
        if self.figures.has(&figure.id) {
            caption(&mut self.xml, &figure.title, badge);
            let about = format!("{}. {}", figure.title, figure.summary);
            self.figures.write(&mut self.xml, &figure.id, &about);
            return;
        }
        start(&mut self.xml, "Normal", KEEP);
        run(&mut self.xml, BOLD, &figure.title);
        if let Some(badge) = badge {
            run(&mut self.xml, BOLD, &format!(" ({badge})"));
        }
        end(&mut self.xml);
        paragraph(&mut self.xml, "Normal", "", &figure.summary);
        if let Some(numbers) = &chart.numbers {
            table::write(&mut self.xml, numbers, chart.badge);
        }
    }
}

fn page_of_table(table: &Table) -> Option<Page> {
    let columns = shown(&table.columns).count();
    (!table.rows.is_empty()).then(|| Page::of(columns))
}
