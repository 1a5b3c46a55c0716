//! The tables in the sheets of a workbook, and what they say.
//!
//! Tables are found by their headings in any sheet; what else stands in the workbook is named and
//! left alone. Does not change an assessment: it yields statements.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use super::cells::{self, Budget, Rows};
use super::error::FormError;
use super::form::{FORMAT, Facts, GUIDE, HIDDEN, KEYS, VERSION};
use super::guard::{self, damaged};
use super::workbook::Workbook;
use super::xml::Part;
use crate::document::sheet::cell::{Cell, CellProblem, cell_name};
use crate::document::sheet::columns::Columns;
use crate::document::sheet::findings::{Cells, Findings, Sheet};
use crate::document::sheet::identity::{Titles, activity_id};
use crate::document::sheet::statement::Statement;
use crate::domain::catalogue;
use crate::domain::ids::{RoundId, UnitId};
use crate::domain::profile::Profile;

/// Rows with something in them among which the headings are looked for.
const HEADING_ROWS: usize = 200;
/// Problems that are listed; a workbook with more is broken in one way many times.
const PROBLEMS: usize = 500;

/// A part of a workbook that is not read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ignored {
    /// The sheet's name.
    pub sheet: String,
    /// The heading of the column; none for a whole sheet.
    pub column: Option<String>,
}

/// What a workbook says.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct FormReading {
    /// What the form says of itself, if its hidden sheet survived.
    pub facts: Option<Facts>,
    /// At most one for each activity, in the catalogue's order; rows that say nothing are left
    /// out.
    pub statements: Vec<Statement>,
    /// Cells that cannot be used, in the order of the sheets; at most 500.
    pub problems: Vec<CellProblem>,
    /// How many problems more there are.
    pub more_problems: usize,
    /// Sheets and columns that mean nothing here.
    pub ignored: Vec<Ignored>,
    /// Rows with an activity, also those that say nothing.
    pub activities: usize,
}

/// Reads a workbook; a place is known by its usual name and by its name in the profile.
///
/// # Errors
/// Says why the workbook is not read at all. A cell that cannot be read is no such error but a
/// problem of the reading.
pub fn read_form(bytes: &[u8], profile: &Profile) -> Result<FormReading, FormError> {
    let parts = guard::unpack(bytes)?;
    let workbook = Workbook::read(&parts)?;
    let mut budget = Budget::full();
    let titles = Titles::of_catalogue();
    let mut facts = None;
    let mut ignored = Vec::new();
    let mut findings = Findings::default();
    let mut tables = 0;
    for sheet in &workbook.sheets {
        let text = parts.get(&sheet.path).ok_or_else(|| damaged(&sheet.path))?;
        let rows = cells::read(Part::new(&sheet.path, text), &workbook, &mut budget)?;
        if sheet.name == HIDDEN {
            facts = read_facts(&rows)?;
            continue;
        }
        if sheet.name == GUIDE {
            continue;
        }
        match headings(&rows, profile) {
            Some((row, columns)) => {
                tables += 1;
                read_table(
                    &sheet.name,
                    row,
                    &columns,
                    &rows,
                    profile,
                    &titles,
                    &mut findings,
                );
                ignored.extend(columns.unknown.into_iter().map(|(_, heading)| Ignored {
                    sheet: sheet.name.clone(),
                    column: Some(heading.chars().take(60).collect()),
                }));
            }
            None => match lost_activity(&sheet.name, &rows) {
                Some(problem) => findings.problems.push(problem),
                None if rows.is_empty() => {}
                None => ignored.push(Ignored {
                    sheet: sheet.name.clone(),
                    column: None,
                }),
            },
        }
    }
    if tables == 0 {
        let sheets = workbook.sheets.into_iter().map(|sheet| sheet.name);
        return Err(FormError::NoHeadings {
            sheets: sheets.filter(|name| name != HIDDEN).collect(),
        });
    }
    findings.settle();
    let more_problems = findings.problems.len().saturating_sub(PROBLEMS);
    findings.problems.truncate(PROBLEMS);
    Ok(FormReading {
        facts,
        statements: findings.statements,
        problems: findings.problems,
        more_problems,
        ignored,
        activities: findings.activities,
    })
}

fn read_table(
    sheet: &str,
    heading: u32,
    columns: &Columns,
    rows: &Rows,
    profile: &Profile,
    titles: &Titles,
    findings: &mut Findings,
) {
    let table = Sheet {
        sheet,
        columns,
        profile,
    };
    findings.problems.extend(table.doubled_headings(heading));
    let below = rows.range(heading.saturating_add(1)..);
    table.read(below.map(|(row, cells)| (*row, cells)), titles, findings);
}

/// The first row that is one of headings.
fn headings(rows: &Rows, profile: &Profile) -> Option<(u32, Columns)> {
    rows.iter().take(HEADING_ROWS).find_map(|(row, cells)| {
        let texts = cells.iter().filter_map(|(place, cell)| match cell {
            Cell::Text(text) => Some((*place, &**text)),
            _ => None,
        });
        let columns = Columns::of(texts, profile);
        columns.are_headings().then_some((*row, columns))
    })
}

/// A sheet without headings that lists activities has lost its headings, and its answers.
fn lost_activity(sheet: &str, rows: &Rows) -> Option<CellProblem> {
    let ids = |(row, cells): (&u32, &Cells)| {
        let id = |(place, cell): (&u32, &Cell)| match cell {
            Cell::Text(text) => activity_id(text).and(Some((*place, text.to_string()))),
            _ => None,
        };
        let (place, found) = cells.iter().find_map(id)?;
        Some(CellProblem {
            sheet: sheet.to_owned(),
            cell: cell_name(*row, place),
            found,
            expected: "Arket har aktiviteter, men ingen overskrifter, så det er ikke læst. Sæt \
                       rækken med »Nr.«, »Aktivitet«, »Hvem løser sagerne?« og så videre ind \
                       igen"
                .to_owned(),
        })
    };
    rows.iter().find_map(ids)
}

/// The facts of the hidden sheet. A sheet of that name with another content says nothing.
fn read_facts(rows: &Rows) -> Result<Option<Facts>, FormError> {
    let mut facts: BTreeMap<String, String> = BTreeMap::new();
    for cells in rows.values().take(100) {
        if let (Some(key), Some(value)) = (cells.get(&0), cells.get(&1)) {
            let value: String = value.shown().chars().take(1000).collect();
            facts.insert(key.shown().into_owned(), value);
        }
    }
    let [format, version, catalogue, survey, round, unit, made] =
        KEYS.map(|key| facts.remove(key).unwrap_or_default());
    if format != FORMAT {
        return Ok(None);
    }
    match version.parse::<u32>() {
        Ok(known) if known <= VERSION => {}
        _ => return Err(FormError::TooNew { version }),
    }
    if catalogue != catalogue::VERSION {
        return Err(FormError::OtherCatalogue { catalogue });
    }
    Ok(Some(Facts {
        survey,
        round: RoundId(round),
        unit: UnitId(unit),
        made,
    }))
}
