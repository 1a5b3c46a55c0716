//! A row of a table of answers, read to a statement.
//!
//! Total and exact: a cell that cannot be read is a problem that says where it stands, what was
//! found and what was expected; it never becomes another answer. Does not know where tables come
//! from: Excel (`excel`) and pasted blocks ([`super::block`]) both end here.

use std::collections::BTreeMap;

use super::cell::{self, Cell, CellProblem, cell_name};
use super::columns::{Column, Columns};
use super::places::{self, Who};
use super::statement::{Source, Statement, clean_comment};
use super::words::{self, Expected};
use crate::domain::catalogue;
use crate::domain::ids::ActivityId;
use crate::domain::profile::Profile;
use crate::domain::rating::{Organisation, Place, Shares};

/// One row with what is needed to read it.
pub struct Row<'a> {
    /// The sheet's name.
    pub sheet: &'a str,
    /// The row, from 0.
    pub row: u32,
    /// Its cells that are not blank, by column from 0.
    pub cells: &'a BTreeMap<u32, Cell>,
    /// Where the columns stand.
    pub columns: &'a Columns,
    /// The municipality's names of the levels.
    pub profile: &'a Profile,
}

impl Row<'_> {
    /// The cell of a column, if something stands in it.
    #[must_use]
    pub fn cell(&self, column: Column) -> Option<&Cell> {
        let place = self.columns.places.get(&column)?;
        self.cells.get(place).filter(|cell| !cell.is_blank())
    }

    /// A problem with the cell of a column.
    #[must_use]
    pub fn problem(&self, column: Column, expected: Expected) -> CellProblem {
        let place = self
            .columns
            .places
            .get(&column)
            .copied()
            .unwrap_or_default();
        let found = self.cell(column).map(Cell::shown).unwrap_or_default();
        CellProblem {
            sheet: self.sheet.to_owned(),
            cell: cell_name(self.row, place),
            found: cell::shortened(&found),
            expected: expected.0,
        }
    }

    /// Something is answered in the row.
    #[must_use]
    pub fn answers(&self) -> Option<Column> {
        self.columns
            .places
            .keys()
            .copied()
            .find(|column| column.is_answer() && self.cell(*column).is_some())
    }

    /// What the row says of an activity; what cannot be read is added to the problems.
    pub fn statement(&self, activity: ActivityId, problems: &mut Vec<CellProblem>) -> Statement {
        let source = Source {
            sheet: self.sheet.to_owned(),
            row: self.row.saturating_add(1),
        };
        let mut keep = |column: Column, expected: Expected| {
            problems.push(self.problem(column, expected));
        };
        Statement {
            organisation: self.organisation().unwrap_or_else(|(column, expected)| {
                keep(column, expected);
                None
            }),
            solution: self.word(Column::Solution, words::degree, &mut keep),
            process: self.word(Column::Process, words::degree, &mut keep),
            procedure: self.word(
                Column::Procedure,
                |text| procedure(activity, text),
                &mut keep,
            ),
            standing: self.word(Column::Standing, words::standing, &mut keep),
            comment: self.comment(&mut keep),
            flag: self.word(Column::Flag, words::flag, &mut keep),
            ..Statement::nothing(activity, source)
        }
    }

    fn word<T>(
        &self,
        column: Column,
        read: impl Fn(&str) -> Result<T, Expected>,
        keep: &mut impl FnMut(Column, Expected),
    ) -> Option<T> {
        match self.cell(column)?.word().and_then(|text| read(&text)) {
            Ok(value) => Some(value),
            Err(expected) => {
                keep(column, expected);
                None
            }
        }
    }

    /// A comment may hold anything that can be shown.
    fn comment(&self, keep: &mut impl FnMut(Column, Expected)) -> Option<String> {
        match self.cell(Column::Comment)? {
            Cell::NoValue => {
                keep(Column::Comment, cell::uncomputed());
                None
            }
            Cell::Fault(_) => {
                keep(Column::Comment, cell::faulty());
                None
            }
            cell => clean_comment(&cell.shown()),
        }
    }

    fn organisation(&self) -> Result<Option<Organisation>, (Column, Expected)> {
        let at = |expected| (Column::Organisation, expected);
        let who = match self.cell(Column::Organisation) {
            None => None,
            Some(cell) => Some(
                cell.word()
                    .and_then(|text| places::who(&text, self.profile))
                    .map_err(at)?,
            ),
        };
        match (who, self.shares()?) {
            (None, None) => Ok(None),
            (None | Some(Who::SeeShares), Some(shares)) | (Some(Who::Spread(shares)), None) => {
                Ok(Some(Organisation::Spread(shares)))
            }
            (Some(Who::SeeShares), None) => Err(at(Expected(
                "Skriv procenterne i kolonnerne til højre, eller vælg et niveau".to_owned(),
            ))),
            (Some(Who::One(place)), None) => Ok(Some(Organisation::One(place))),
            (Some(Who::One(place)), Some(shares)) if shares.of(place) == 100 => {
                Ok(Some(Organisation::One(place)))
            }
            (Some(Who::Spread(said)), Some(shares)) if said == shares => {
                Ok(Some(Organisation::Spread(shares)))
            }
            (Some(Who::One(_) | Who::Spread(_)), Some(_)) => Err(at(Expected(format!(
                "Her står ét, og i procenterne et andet. Vælg »{}«, eller slet procenterne",
                places::SEE_SHARES
            )))),
        }
    }

    /// The shares in their own columns: whole percents, or fractions that sum to 1, as a cell
    /// shown in percent holds them.
    fn shares(&self) -> Result<Option<Shares>, (Column, Expected)> {
        let mut values = [0.0; 5];
        let mut first = None;
        let mut in_percent = false;
        for (value, place) in values.iter_mut().zip(Place::ALL) {
            let column = Column::Share(place);
            let Some(cell) = self.cell(column) else {
                continue;
            };
            first = first.or(Some(column));
            let (number, percent) = percent(cell).map_err(|expected| (column, expected))?;
            in_percent |= percent;
            *value = number;
        }
        let Some(first) = first else {
            return Ok(None);
        };
        let sum: f64 = values.iter().sum();
        if !in_percent && (sum - 1.0).abs() < 1e-9 {
            values = values.map(|value| value * 100.0);
        } else if (sum - 100.0).abs() > 1e-9 {
            let sum = crate::danish::format_short(sum);
            return Err((first, places::wrong_sum(&sum)));
        }
        let whole = values.map(whole_percent);
        for (share, place) in whole.iter().zip(Place::ALL) {
            if share.is_none() {
                return Err((Column::Share(place), expected_percent()));
            }
        }
        Shares::new(whole.map(Option::unwrap_or_default))
            .map(Some)
            .map_err(|error| (first, places::wrong_sum(&error.sum.to_string())))
    }
}

fn procedure(
    activity: ActivityId,
    text: &str,
) -> Result<crate::domain::rating::Procedure, Expected> {
    if catalogue::activity(activity).is_some_and(|activity| activity.procedure) {
        words::procedure(text)
    } else {
        Err(Expected(
            "Der spørges ikke om forretningsgang ved aktiviteten. Lad feltet stå tomt".to_owned(),
        ))
    }
}

fn expected_percent() -> Expected {
    Expected("Skriv et helt tal fra 0 til 100".to_owned())
}

/// A number, and whether it was written with a percent sign.
fn percent(cell: &Cell) -> Result<(f64, bool), Expected> {
    let (number, percent) = match cell {
        Cell::Number(number) => (*number, false),
        cell => {
            let text = cell.word()?;
            let text = text.trim();
            let bare = text.strip_suffix('%').unwrap_or(text);
            let number = crate::danish::parse_number(bare).map_err(|_| expected_percent())?;
            (number, bare.len() < text.len())
        }
    };
    if (0.0..=100.0).contains(&number) {
        Ok((number, percent))
    } else {
        Err(expected_percent())
    }
}

#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "the range is checked first"
)]
fn whole_percent(value: f64) -> Option<u8> {
    let whole = value.round();
    ((value - whole).abs() < 1e-6 && (0.0..=100.0).contains(&whole)).then_some(whole as u8)
}
