//! The columns of a table of answers, and how a row of headings is recognised.
//!
//! Columns are found by their headings, wherever they stand and in whatever order. Does not know
//! what the cells below mean; see [`super::rows`].

use std::collections::BTreeMap;

use super::{places, words};
use crate::domain::profile::Profile;
use crate::domain::rating::Place;
use crate::sorting;

/// A column that means something.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Column {
    /// The activity's id.
    Id,
    /// The activity's title.
    Title,
    /// Who does the cases.
    Organisation,
    /// Digital solution.
    Solution,
    /// Digital process.
    Process,
    /// Documented procedure.
    Procedure,
    /// Whether the activity counts.
    Standing,
    /// A note.
    Comment,
    /// To be looked at again.
    Flag,
    /// The share of the cases at one place, in percent.
    Share(Place),
}

impl Column {
    /// Every column, in the order of the form.
    pub const ALL: [Self; 14] = [
        Self::Id,
        Self::Title,
        Self::Organisation,
        Self::Solution,
        Self::Process,
        Self::Procedure,
        Self::Standing,
        Self::Comment,
        Self::Flag,
        Self::Share(Place::Institution),
        Self::Share(Place::Intermediate),
        Self::Share(Place::Department),
        Self::Share(Place::Central),
        Self::Share(Place::External),
    ];

    /// The heading, as it is written.
    #[must_use]
    pub const fn heading(self) -> &'static str {
        match self {
            Self::Id => "Nr.",
            Self::Title => "Aktivitet",
            Self::Organisation => "Hvem løser sagerne?",
            Self::Solution => "Digital løsning",
            Self::Process => "Digital proces",
            Self::Procedure => "Forretningsgang",
            Self::Standing => "Status",
            Self::Comment => "Bemærkning",
            Self::Flag => "Flag",
            Self::Share(Place::Institution) => "Institution %",
            Self::Share(Place::Intermediate) => "Mellemniveau %",
            Self::Share(Place::Department) => "Fagforvaltning %",
            Self::Share(Place::Central) => "Central %",
            Self::Share(Place::External) => "Eksternt %",
        }
    }

    /// The column holds answers, and does not only say which activity a row is.
    #[must_use]
    pub const fn is_answer(self) -> bool {
        !matches!(self, Self::Id | Self::Title)
    }

    /// The column that a heading names, if it names one.
    #[must_use]
    pub fn recognise(heading: &str, profile: &Profile) -> Option<Self> {
        if heading.len() > LONGEST_HEADING {
            return None;
        }
        let folded = words::fold(heading);
        // Our own headings first: "Central" may also be what the municipality calls another place.
        let ours = |column: &Self| words::fold(column.heading()) == folded;
        if let Some(column) = Self::ALL.into_iter().find(ours) {
            return Some(column);
        }
        if let Some(place) = folded
            .strip_suffix('%')
            .and_then(|name| places::place(name, profile).ok())
        {
            return Some(Self::Share(place));
        }
        let plain = folded.trim_end_matches(['?', '.', ' ']);
        NAMES
            .iter()
            .find(|(_, names)| names.contains(&plain))
            .map(|(column, _)| *column)
    }
}

/// In bytes; a longer text is no heading of ours.
const LONGEST_HEADING: usize = 120;

/// Headings as people write them, folded and without a question mark.
const NAMES: [(Column, &[&str]); 9] = [
    (
        Column::Id,
        &[
            "nr",
            "nummer",
            "id",
            "aktivitetsnr",
            "aktivitetsnummer",
            "aktivitets-id",
        ],
    ),
    (
        Column::Title,
        &["aktivitet", "aktiviteter", "titel", "aktivitetens titel"],
    ),
    (
        Column::Organisation,
        &[
            "hvem løser sagerne",
            "hvem løser opgaven",
            "niveau",
            "organisering",
        ],
    ),
    (Column::Solution, &["digital løsning", "løsning"]),
    (
        Column::Process,
        &["digital proces", "proces", "digital process"],
    ),
    (
        Column::Procedure,
        &[
            "forretningsgang",
            "forretningsgange",
            "dokumenteret forretningsgang",
        ],
    ),
    (Column::Standing, &["status"]),
    (
        Column::Comment,
        &[
            "bemærkning",
            "bemærkninger",
            "kommentar",
            "kommentarer",
            "note",
        ],
    ),
    (Column::Flag, &["flag", "markering", "markeret"]),
];

/// Where the columns of one table stand.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Columns {
    /// The place of each column, from 0.
    pub places: BTreeMap<Column, u32>,
    /// Columns whose heading stands more than once, with every place: none of them is read.
    pub doubled: Vec<(Column, u32)>,
    /// Headings that mean nothing here.
    pub unknown: Vec<(u32, String)>,
}

impl Columns {
    /// Reads a row of headings; a cell is its place and its text.
    pub fn of<'a>(cells: impl Iterator<Item = (u32, &'a str)>, profile: &Profile) -> Self {
        let mut columns = Self::default();
        for (place, text) in cells.filter(|(_, text)| !text.trim().is_empty()) {
            match Column::recognise(text, profile) {
                None => columns.unknown.push((place, text.trim().to_owned())),
                Some(column) if columns.places.contains_key(&column) => {
                    columns.doubled.push((column, place));
                }
                Some(column) => {
                    columns.places.insert(column, place);
                }
            }
        }
        for column in Column::ALL {
            if columns.doubled.iter().any(|(other, _)| *other == column) {
                let first = columns.places.remove(&column);
                columns.doubled.extend(first.map(|place| (column, place)));
            }
        }
        sorting::sort(&mut columns.doubled);
        columns
    }

    /// The row says which activity and at least one rating: a table can be read below it. A status
    /// or a note alone may head any list of things to do.
    #[must_use]
    pub fn are_headings(&self) -> bool {
        let doubled = self.doubled.iter().map(|(column, _)| column);
        let is_rating = |column: &Column| {
            let other = [Column::Standing, Column::Comment, Column::Flag];
            column.is_answer() && !other.contains(column)
        };
        let names = self.places.keys().any(|column| !column.is_answer());
        names && self.places.keys().chain(doubled).any(is_rating)
    }
}
