//! A block copied from Excel and pasted into an area's survey, and the area's answers as such a
//! block.
//!
//! Owns where a block belongs: by its headings and ids where it has them, else by the cell it is
//! pasted into. Does not know the clipboard, nor how a block is written; see [`super::tabbed`].

use std::collections::BTreeMap;

use super::cell::{Cell, CellProblem, cell_name, shortened};
use super::columns::{Column, Columns};
use super::findings::{Cells, Findings, Sheet};
use super::identity::{Titles, activity_id};
use super::statement::clean_comment;
use super::{places, tabbed, words};
use crate::domain::answer::{Answer, Standing};
use crate::domain::catalogue;
use crate::domain::ids::ActivityId;
use crate::domain::profile::Profile;

/// The columns of answers in a block, in order.
const ORDER: [Column; 5] = [
    Column::Organisation,
    Column::Solution,
    Column::Process,
    Column::Standing,
    Column::Comment,
];

/// Where a block is pasted.
#[derive(Clone, Copy, Debug)]
pub struct Corner<'a> {
    /// The activities that are shown, in their order.
    pub shown: &'a [ActivityId],
    /// The row of the cell, from 0.
    pub row: usize,
    /// The column of the cell: one of the three answers, the status or the comment.
    pub column: Column,
}

struct Layout {
    columns: Columns,
    /// Rows of headings.
    skipped: usize,
}

/// Reads a block.
///
/// Every cell of it becomes a statement or a problem, also what would fall outside the shown rows
/// and columns. Problems count cells inside the block, from `A1`.
#[must_use]
pub fn read_block(text: &str, corner: Corner<'_>, profile: &Profile) -> Findings {
    let rows = tabbed::split(text);
    let titles = Titles::of_catalogue();
    let layout = layout(&rows, corner.column, profile, &titles);
    let table = Sheet {
        sheet: "",
        columns: &layout.columns,
        profile,
    };
    let mut findings = Findings {
        problems: table.doubled_headings(0),
        ..Findings::default()
    };
    let named = layout
        .columns
        .places
        .keys()
        .any(|column| !column.is_answer());
    let lines = (0_u32..).zip(&rows).skip(layout.skipped);
    if named {
        table.read(lines, &titles, &mut findings);
        only_shown(&mut findings, corner.shown);
    } else {
        let mut outside = Vec::new();
        for (at, (number, cells)) in (corner.row..).zip(lines) {
            match corner.shown.get(at) {
                Some(&activity) => findings.take(&table.row(number, cells), activity),
                None if cells.is_empty() => {}
                None => outside.push(number),
            }
        }
        findings.problems.extend(below(&rows, &outside));
    }
    findings.problems.extend(unread(&rows, &layout));
    findings.settle();
    findings
}

fn layout(rows: &[Cells], column: Column, profile: &Profile, titles: &Titles) -> Layout {
    let first: Vec<(u32, String)> = rows.first().map_or_else(Vec::new, |row| {
        row.iter()
            .map(|(place, cell)| (*place, cell.shown().into_owned()))
            .collect()
    });
    let texts = first.iter().map(|(place, text)| (*place, text.as_str()));
    let headings = Columns::of(texts, profile);
    let known = headings.places.len() + headings.doubled.len();
    if known > 1 || (known == 1 && headings.unknown.is_empty() && rows.len() > 1) {
        Layout {
            columns: headings,
            skipped: 1,
        }
    } else {
        Layout {
            columns: placed(rows, column, titles),
            skipped: 0,
        }
    }
}

/// The columns of a block without headings.
fn placed(rows: &[Cells], column: Column, titles: &Titles) -> Columns {
    let mut columns = Columns::default();
    let width = rows.iter().filter_map(|row| row.keys().last()).max();
    let is_id = |place: &u32| {
        let mut cells = rows.iter().filter_map(|row| row.get(place)).peekable();
        cells.peek().is_some() && cells.all(|cell| activity_id(&cell.shown()).is_some())
    };
    let id = width.and_then(|&width| (0..=width).find(is_id));
    let mut next = 0;
    let mut start = ORDER.iter().position(|known| *known == column);
    if let Some(id) = id {
        columns.places.insert(Column::Id, id);
        next = id + 1;
        start = Some(0);
        let is_title = |row: &Cells| {
            let title = row.get(&next).map(Cell::shown);
            title.is_some_and(|title| titles.find(&title).is_some())
        };
        if rows.iter().any(is_title) {
            columns.places.insert(Column::Title, next);
            next += 1;
        }
    }
    let answers = start.map_or(&ORDER[..0], |start| &ORDER[start..]);
    columns.places.extend(answers.iter().copied().zip(next..));
    columns
}

/// Statements about activities that are not shown become problems.
fn only_shown(findings: &mut Findings, shown: &[ActivityId]) {
    let (kept, other) = std::mem::take(&mut findings.statements)
        .into_iter()
        .partition(|statement| shown.contains(&statement.activity));
    findings.statements = kept;
    for statement in other {
        findings.problems.push(CellProblem {
            sheet: String::new(),
            cell: cell_name(statement.source.row.saturating_sub(1), 0),
            found: statement.activity.to_string(),
            expected: "Aktiviteten vises ikke her. Gå til dens område, eller fjern filteret, og \
                       indsæt igen"
                .to_owned(),
        });
    }
}

/// One problem for all rows below the last activity.
fn below(rows: &[Cells], outside: &[u32]) -> Option<CellProblem> {
    let first = *outside.first()?;
    let cells = rows.get(first as usize)?;
    let (place, cell) = cells.first_key_value()?;
    let count = match outside.len() {
        1 => "1 række er".to_owned(),
        count => format!("{count} rækker er"),
    };
    Some(CellProblem {
        sheet: String::new(),
        cell: cell_name(first, *place),
        found: shortened(&cell.shown()),
        expected: format!(
            "{count} ikke indsat, for de falder under den sidste aktivitet. Kopiér færre rækker, \
             eller begynd højere oppe"
        ),
    })
}

/// One problem for every column that is not read.
fn unread(rows: &[Cells], layout: &Layout) -> Vec<CellProblem> {
    let columns = &layout.columns;
    let mut unread: BTreeMap<u32, (u32, &Cell)> = BTreeMap::new();
    for (number, row) in (0_u32..).zip(rows).skip(layout.skipped) {
        for (place, cell) in row {
            let doubled = columns.doubled.iter().map(|(_, place)| place);
            let known = columns
                .places
                .values()
                .chain(doubled)
                .any(|known| known == place);
            if !known {
                unread.entry(*place).or_insert((number, cell));
            }
        }
    }
    let problem = |(place, (row, cell)): (u32, (u32, &Cell))| CellProblem {
        sheet: String::new(),
        cell: cell_name(row, place),
        found: shortened(&cell.shown()),
        expected: "Kolonnen er ikke indsat, for den passer ikke til en kolonne her. Kopiér den \
                   uden, eller begynd længere til venstre"
            .to_owned(),
    };
    unread.into_iter().map(problem).collect()
}

/// The answers of some activities as a block with headings: number, title, the three answers,
/// status and comment. Pasted again, it says the same.
#[must_use]
pub fn write_block(
    activities: &[ActivityId],
    answers: &BTreeMap<ActivityId, Answer>,
    profile: &Profile,
) -> String {
    let headings = [Column::Id, Column::Title].into_iter().chain(ORDER);
    let mut rows: Vec<Vec<String>> =
        vec![headings.map(|column| column.heading().to_owned()).collect()];
    let nothing = Answer::default();
    for &id in activities {
        let answer = answers.get(&id).unwrap_or(&nothing);
        let title = catalogue::activity(id).map_or("", |activity| activity.title);
        let degree = |degree: Option<_>| degree.map_or("", words::degree_text).to_owned();
        let organisation = answer.organisation;
        rows.push(vec![
            id.to_string(),
            title.to_owned(),
            organisation.map_or_else(String::new, |one| places::organisation_text(one, profile)),
            degree(answer.solution),
            degree(answer.process),
            match answer.standing {
                Standing::Asked => String::new(),
                other => words::standing_text(other).to_owned(),
            },
            clean_comment(&answer.comment).unwrap_or_default(),
        ]);
    }
    tabbed::join(&rows)
}
