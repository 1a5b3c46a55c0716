//! What a report holds, before it is known where it is shown: paper, Word, a page alone.
//!
//! Owns the shapes. Texts are plain; whoever writes them escapes them.

use super::part::Part;
use crate::picture::piece::Piece;

/// A part of the report.
#[derive(Clone, Debug, PartialEq)]
pub struct Section {
    /// Which part.
    pub part: Part,
    /// Its heading, with its number among the parts.
    pub title: String,
    /// What the municipality writes above it; may be empty.
    pub comment: String,
    /// What it holds; headings are below the part's own.
    pub pieces: Vec<Piece>,
}

/// A report.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Report {
    /// What it is called.
    pub title: String,
    /// Whose it is, and of which year.
    pub subtitle: String,
    /// What stands on the front page: round, date, dataset, coverage.
    pub facts: Vec<(String, String)>,
    /// What every page says of the numbers, where they are orientation or invented; else empty.
    pub label: String,
    /// What the municipality writes first; may be empty.
    pub introduction: String,
    /// The parts.
    pub sections: Vec<Section>,
}

/// A text's paragraphs: people part them by line ends.
pub fn paragraphs(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim).filter(|line| !line.is_empty())
}
