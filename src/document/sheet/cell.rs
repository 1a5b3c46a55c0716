//! A cell of a table: what it holds, how it is called, and that it cannot be used.
//!
//! Does not know what the cell's column asks for; see [`super::rows`].

use std::borrow::Cow;
use std::rc::Rc;

use serde::{Deserialize, Serialize};

use super::words::Expected;

/// What a cell holds.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// A text.
    Text(Rc<str>),
    /// A number; a cell shown as 40 % holds 0.4.
    Number(f64),
    /// True or false.
    Truth(bool),
    /// A date, written as in Denmark: `22-11-2026`.
    Date(String),
    /// An error such as `#N/A`.
    Fault(String),
    /// A formula that was never computed.
    NoValue,
}

impl Cell {
    /// The cell says nothing.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        matches!(self, Self::Text(text) if text.trim().is_empty())
    }

    /// The cell as a text, as people see it.
    #[must_use]
    pub fn shown(&self) -> Cow<'_, str> {
        match self {
            Self::Text(text) => Cow::Borrowed(text),
            Self::Number(number) => Cow::Owned(number.to_string().replace('.', ",")),
            Self::Truth(true) => Cow::Borrowed("SAND"),
            Self::Truth(false) => Cow::Borrowed("FALSK"),
            Self::Date(text) | Self::Fault(text) => Cow::Borrowed(text),
            Self::NoValue => Cow::Borrowed("en formel uden værdi"),
        }
    }

    /// The text of a cell that should hold one of a few words.
    ///
    /// # Errors
    /// Where it certainly holds none: a date, an error, a formula without a value, a long text.
    pub fn word(&self) -> Result<Cow<'_, str>, Expected> {
        match self {
            Self::NoValue => Err(uncomputed()),
            Self::Fault(_) => Err(faulty()),
            Self::Date(_) => Err(Expected(
                "Her står en dato. Slet den, og skriv svaret".to_owned(),
            )),
            Self::Text(text) if text.len() > LONGEST_WORD => Err(Expected(
                "Teksten er for lang til at være et svar. Skriv den under Bemærkning".to_owned(),
            )),
            cell => Ok(cell.shown()),
        }
    }
}

/// One cell that cannot be used.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct CellProblem {
    /// The sheet's name; empty for a pasted block.
    pub sheet: String,
    /// The cell, as `C14`.
    pub cell: String,
    /// What stands there, shortened.
    pub found: String,
    /// What to do: a Danish sentence.
    pub expected: String,
}

/// Longest text of an answer that is looked at, in bytes; longer ones are certainly no answer.
const LONGEST_WORD: usize = 400;
/// How much of a cell a problem repeats, in characters.
const LONGEST_FOUND: usize = 60;

/// What a problem repeats of a cell.
#[must_use]
pub fn shortened(text: &str) -> String {
    text.chars().take(LONGEST_FOUND).collect()
}

/// The name of a cell by row and column from 0: `C14`.
#[must_use]
pub fn cell_name(row: u32, column: u32) -> String {
    format!("{}{}", column_name(column), u64::from(row) + 1)
}

/// The letters of a column from 0.
#[must_use]
pub fn column_name(column: u32) -> String {
    let mut letters = Vec::new();
    let mut rest = u64::from(column) + 1;
    while rest > 0 {
        rest -= 1;
        letters.push(char::from(
            b'A' + u8::try_from(rest % 26).unwrap_or_default(),
        ));
        rest /= 26;
    }
    letters.iter().rev().collect()
}

/// What to do about a formula without a value.
pub(super) fn uncomputed() -> Expected {
    Expected(
        "Her står en formel, der ikke er regnet ud: åbn filen i Excel, gem den, og prøv igen"
            .to_owned(),
    )
}

/// What to do about an error of Excel.
pub(super) fn faulty() -> Expected {
    Expected("Her står en fejl fra Excel. Ret formlen, eller skriv svaret".to_owned())
}
