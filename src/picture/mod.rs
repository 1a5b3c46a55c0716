//! The administrative picture: what each of its pages shows, in order.
//!
//! Owns the pages' content: which tables and charts there are, their titles, which say what is
//! found where that may be said, their summaries, and what every figure was computed from. Made in
//! the document worker; the app shows the blocks and nothing of its own. Does not score or compare
//! ([`crate::peers`]), does not draw ([`crate::charts`]), and decides nothing about what a dataset
//! allows: that is [`crate::peers::comparison::Evidence`]'s.

#[cfg(feature = "documents")]
mod answers;
#[cfg(feature = "documents")]
pub(crate) mod comparison;
#[cfg(feature = "documents")]
pub(crate) mod dataset;
#[cfg(feature = "documents")]
pub(crate) mod figures;
pub mod form;
#[cfg(feature = "documents")]
pub(crate) mod indicators;
#[cfg(feature = "documents")]
pub(crate) mod method;
#[cfg(feature = "documents")]
pub(crate) mod own;
#[cfg(feature = "documents")]
pub mod piece;
#[cfg(feature = "documents")]
pub(crate) mod planning;
#[cfg(feature = "documents")]
pub(crate) mod prose;
#[cfg(feature = "documents")]
pub(crate) mod resources;
#[cfg(feature = "documents")]
mod statistics;
#[cfg(feature = "documents")]
mod trace;
#[cfg(feature = "documents")]
pub(crate) mod words;

use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::domain::ids::{AreaId, Domain};
use crate::domain::rating::Dimension;
use crate::route::Route;

/// A page of the picture, or a part of one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum View {
    /// The deviations, and the areas in centralisation and digitalisation.
    Comparison,
    /// Where each score lies in the group.
    Statistics {
        /// The dimension of the tables.
        dimension: Dimension,
    },
    /// How the group answers each activity.
    GroupAnswers {
        /// The domain.
        domain: Domain,
        /// The dimension.
        dimension: Dimension,
        /// The most unusual own answers first.
        unusual_first: bool,
    },
    /// FTE beside the group.
    Resources {
        /// With what the differences could be worth.
        potential: bool,
        /// Organisation and digitalisation beside resources for each area too.
        areas: bool,
    },
    /// The indicators and the survey of 2017.
    Indicators,
    /// What the own answers say without others.
    Own,
    /// What the figures of one area beside the group are made of.
    Area {
        /// The area.
        area: AreaId,
        /// With what the difference could be worth.
        potential: bool,
    },
    /// What the figures of one domain are made of.
    Domain(Domain),
    /// How everything is computed.
    Method,
    /// A page of proposals, business cases or the plan.
    Planning(Route),
    /// A page of the report or the workshop, made by `report`.
    Report(Route),
    /// A page about the app itself, made by `about`.
    About(Route),
}

/// The form of a report that is handed on.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum ReportForm {
    /// A Word document; its charts are PNG.
    Word,
    /// A page that stands alone; its charts are SVG.
    WebPage,
}

/// A chart with everything that stands around it.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure {
    /// Unique on the page, and the name of a saved picture.
    pub id: String,
    /// What is found, in Danish; only what is shown where nothing may be found.
    pub title: String,
    /// The dataset's worth in a word, and whether it warns.
    pub badge: Option<(String, bool)>,
    /// What the chart shows, for those who do not see it.
    pub summary: String,
    /// The traces, as plotly takes them.
    pub data: Value,
    /// The layout.
    pub layout: Value,
    /// The numbers as a table, as markup; empty where a table beside the chart has them.
    pub table: String,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Block {
    /// Markup of escaped texts.
    Html(String),
    /// A chart.
    Figure(Box<Figure>),
}

/// What a page shows, in order.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Picture {
    /// The window's title; empty where it is the page's usual one.
    pub title: String,
    /// The parts.
    pub blocks: Vec<Block>,
}

#[cfg(feature = "documents")]
mod making {
    use super::dataset::{badge, line};
    use super::piece::{Chart, Piece, blocks};
    use super::{Figure, Picture, View, answers, comparison, indicators, own, resources};
    use super::{method, planning, statistics, trace};
    use crate::document::table::Table;
    use crate::document::tables::Source;

    /// Makes a page of the picture. `now` is an RFC 3339 time.
    #[must_use]
    pub fn picture(view: View, source: &Source<'_>, now: &str) -> Picture {
        let mut page = Page::new(source);
        match view {
            View::Comparison => comparison::write(&mut page),
            View::Statistics { dimension } => statistics::write(&mut page, dimension),
            View::GroupAnswers {
                domain,
                dimension,
                unusual_first,
            } => answers::write(&mut page, domain, dimension, unusual_first),
            View::Resources { potential, areas } => resources::write(&mut page, potential, areas),
            View::Indicators => indicators::write(&mut page),
            View::Own => own::write(&mut page),
            View::Area { area, potential } => {
                trace::area(&mut page, area, potential);
                planning::proposals_of(&mut page, area);
            }
            View::Domain(domain) => trace::domain(&mut page, domain),
            View::Method => method::write(&mut page),
            View::Planning(route) => planning::write(&mut page, route, now),
            // Not the picture's.
            View::Report(_) | View::About(_) => {}
        }
        Picture {
            title: page.title,
            blocks: blocks(page.pieces),
        }
    }

    /// A page that is being written.
    pub(crate) struct Page<'a> {
        pub source: &'a Source<'a>,
        pub title: String,
        pub pieces: Vec<Piece>,
    }

    impl<'a> Page<'a> {
        /// An empty page.
        pub const fn new(source: &'a Source<'a>) -> Self {
            Self {
                source,
                title: String::new(),
                pieces: Vec::new(),
            }
        }
    }

    impl Page<'_> {
        /// Adds markup that stands in the app alone.
        pub fn markup(&mut self, markup: &str) {
            self.pieces.push(Piece::Markup(markup.to_owned()));
        }

        /// Adds a heading.
        pub fn heading(&mut self, text: &str) {
            self.pieces.push(Piece::Heading(2, text.to_owned()));
        }

        /// Adds a paragraph.
        pub fn paragraph(&mut self, text: &str) {
            self.pieces.push(Piece::Paragraph(text.to_owned()));
        }

        /// Adds a paragraph of lesser weight.
        pub fn aside(&mut self, text: &str) {
            self.pieces.push(Piece::Note(text.to_owned()));
        }

        /// Adds a table; `beside` where it holds numbers of the group.
        pub fn table(&mut self, table: &Table, beside: bool) {
            let badge = beside.then(|| badge(self.source)).flatten();
            self.pieces.push(Piece::Table(table.clone(), badge));
        }

        /// Adds whom the numbers below stand beside.
        pub fn beside(&mut self) {
            if let Some(line) = line(self.source) {
                self.aside(&line);
            }
        }

        /// Adds a chart. `table` are its numbers, where no table on the page has them already.
        pub fn figure(&mut self, figure: Drawn<'_>) {
            let badge = figure.beside.then(|| badge(self.source)).flatten();
            let mut summary = figure.summary;
            if let Some(line) = line(self.source).filter(|_| figure.beside) {
                summary.push(' ');
                summary.push_str(&line);
            }
            self.pieces.push(Piece::Chart(Box::new(Chart {
                figure: Figure {
                    id: figure.id,
                    title: figure.title,
                    badge: badge.map(|badge| (badge.text.to_owned(), badge.warns)),
                    summary,
                    data: figure.specification.data,
                    layout: figure.specification.layout,
                    table: String::new(),
                },
                numbers: figure.table.cloned(),
                badge,
            })));
        }
    }

    /// A chart that is put on a page.
    pub(crate) struct Drawn<'a> {
        pub id: String,
        pub title: String,
        pub summary: String,
        pub specification: crate::charts::Specification,
        /// It holds numbers of the group.
        pub beside: bool,
        pub table: Option<&'a Table>,
    }
}

#[cfg(feature = "documents")]
pub use making::picture;
#[cfg(feature = "documents")]
pub(crate) use making::{Drawn, Page};
