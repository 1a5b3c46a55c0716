//! A table of results, before it is known where it is shown: sheet, CSV, page or printed report.
//!
//! Owns the shape. What a table holds is made from scores, deviations and rounds; how it is
//! written is in the modules beside this one. Numbers stay numbers until they are written.

use serde::{Deserialize, Serialize};

use crate::peers::band::Band;
use crate::route::Route;

/// How the numbers of a column are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Form {
    /// Text, to the left.
    Text,
    /// A number with a fixed number of decimals.
    Number(u8),
    /// A difference: as a number, with its sign.
    Difference(u8),
    /// A share, 0 to 1, written in whole percent.
    Percent,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Danish title, unique in the table.
    pub title: String,
    /// How its cells are written.
    pub form: Form,
    /// It stands in files only, where a row must say everything by itself; on a page the same is
    /// said once beside the table.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_files_only: bool,
}

/// What a row is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum RowKind {
    /// One of many.
    #[default]
    Ordinary,
    /// The head of the rows below it.
    Group,
    /// The sum or mean of the rows above it.
    Total,
}

/// One cell.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Cell {
    /// Nothing is known, and nothing is to be said of it.
    #[default]
    Empty,
    /// A text.
    Text(String),
    /// A number, unrounded.
    Number(f64),
    /// There is no number, and this is why: "foreløbig".
    Missing(String),
}

/// A row; as many cells as the table has columns.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Row {
    /// What it is.
    pub kind: RowKind,
    /// Its cells, in the order of the columns.
    pub cells: Vec<Cell>,
    /// The page on which its numbers are explained; no part of a file.
    #[serde(skip)]
    pub leads_to: Option<Route>,
    /// A reservation beside its head on a page: "foreløbig".
    #[serde(skip)]
    pub mark: Option<&'static str>,
    /// Steps by which cells are tinted on a page, by their column's place.
    #[serde(skip)]
    pub tints: Vec<(usize, Band)>,
}

/// A table.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Table {
    /// Danish title; at most 31 characters, so that it can name a sheet.
    pub title: String,
    /// What must stand beside the numbers: the dataset's label, its n, what is provisional.
    pub notes: Vec<String>,
    /// The columns.
    pub columns: Vec<Column>,
    /// The rows, in order.
    pub rows: Vec<Row>,
}

impl From<&str> for Cell {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Cell {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<Option<f64>> for Cell {
    fn from(number: Option<f64>) -> Self {
        number.map_or(Self::Empty, Self::Number)
    }
}

impl Row {
    /// A row of cells.
    #[must_use]
    pub fn new(kind: RowKind, cells: Vec<Cell>) -> Self {
        Self {
            kind,
            cells,
            ..Self::default()
        }
    }

    /// The row with the page on which its numbers are explained.
    #[must_use]
    pub const fn leading_to(mut self, route: Route) -> Self {
        self.leads_to = Some(route);
        self
    }

    /// Its texts in one: what the head of a group says.
    #[must_use]
    pub fn text(&self) -> String {
        let texts = self.cells.iter().filter_map(|cell| match cell {
            Cell::Text(text) => Some(text.as_str()),
            _ => None,
        });
        texts.collect::<Vec<_>>().join(" ")
    }
}

impl Column {
    /// A column by its title.
    #[must_use]
    pub fn new(title: impl Into<String>, form: Form) -> Self {
        Self {
            title: title.into(),
            form,
            in_files_only: false,
        }
    }

    /// The column, in files only where `hidden` holds.
    #[must_use]
    pub const fn in_files_only(mut self, hidden: bool) -> Self {
        self.in_files_only = hidden;
        self
    }
}
