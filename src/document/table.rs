//! A whole table of answers, below its row of headings.
//!
//! Owns what a table says together: no activity counts twice with different answers. Does not
//! find the headings; see `excel` and [`super::block`].

use std::collections::BTreeMap;

use super::cell::{Cell, CellProblem, cell_name};
use super::columns::{Column, Columns};
use super::identity::{About, Titles, about};
use super::rows::Row;
use super::statement::Statement;
use crate::domain::ids::ActivityId;
use crate::domain::profile::Profile;

/// The cells of a row that are not blank, by column from 0.
pub type Cells = BTreeMap<u32, Cell>;

/// What was read so far, of one table or several.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Findings {
    /// What is said; rows that say nothing are left out.
    pub statements: Vec<Statement>,
    /// Cells that cannot be used.
    pub problems: Vec<CellProblem>,
    /// Rows with an activity, also those that say nothing.
    pub activities: usize,
}

/// A table: its sheet's name, its columns and how places are called.
#[derive(Clone, Copy)]
pub struct Table<'a> {
    /// The sheet's name; empty for a pasted block.
    pub sheet: &'a str,
    /// Where the columns stand.
    pub columns: &'a Columns,
    /// The municipality's names of the levels.
    pub profile: &'a Profile,
}

impl Table<'_> {
    /// Reads the rows that follow the headings.
    pub fn read<'b>(
        self,
        rows: impl Iterator<Item = (u32, &'b Cells)>,
        titles: &Titles,
        findings: &mut Findings,
    ) {
        for (number, cells) in rows {
            let row = self.row(number, cells);
            match about(&row, titles) {
                About::Nothing => {}
                About::Unclear(column, expected) => {
                    findings.problems.push(row.problem(column, expected));
                }
                About::Activity(activity) => findings.take(&row, activity),
            }
        }
    }

    /// One row of the table.
    #[must_use]
    pub const fn row<'b>(self, row: u32, cells: &'b Cells) -> Row<'b>
    where
        Self: 'b,
    {
        Row {
            sheet: self.sheet,
            row,
            cells,
            columns: self.columns,
            profile: self.profile,
        }
    }

    /// A problem for every heading that stands more than once; such columns are not read.
    #[must_use]
    pub fn doubled_headings(self, row: u32) -> Vec<CellProblem> {
        let problem = |(column, place): &(Column, u32)| CellProblem {
            sheet: self.sheet.to_owned(),
            cell: cell_name(row, *place),
            found: column.heading().to_owned(),
            expected: "Overskriften står i flere kolonner, så ingen af dem er læst. Slet eller \
                       omdøb den, der ikke skal bruges"
                .to_owned(),
        };
        self.columns.doubled.iter().map(problem).collect()
    }
}

impl Findings {
    /// Reads one row as an activity's.
    pub fn take(&mut self, row: &Row<'_>, activity: ActivityId) {
        self.activities += 1;
        let statement = row.statement(activity, &mut self.problems);
        if !statement.is_silent() {
            self.statements.push(statement);
        }
    }

    /// Leaves one statement for each activity: rows that say the same count once, and where they
    /// differ none of them counts and it is a problem.
    pub fn settle(&mut self) {
        let mut by_activity: BTreeMap<ActivityId, Vec<Statement>> = BTreeMap::new();
        for statement in self.statements.drain(..) {
            by_activity
                .entry(statement.activity)
                .or_default()
                .push(statement);
        }
        for (activity, mut said) in by_activity {
            let first = said.remove(0);
            match said.iter().find(|other| !first.agrees_with(other)) {
                None => self.statements.push(first),
                Some(other) => self.problems.push(CellProblem {
                    sheet: other.source.sheet.clone(),
                    cell: cell_name(other.source.row.saturating_sub(1), 0),
                    found: activity.to_string(),
                    expected: format!(
                        "Aktiviteten står også i række {}{} med andre svar, og ingen af dem er \
                         læst. Gør dem ens, eller slet den ene",
                        first.source.row,
                        in_sheet(&first.source.sheet)
                    ),
                }),
            }
        }
    }
}

fn in_sheet(sheet: &str) -> String {
    if sheet.is_empty() {
        String::new()
    } else {
        format!(" i arket »{sheet}«")
    }
}
