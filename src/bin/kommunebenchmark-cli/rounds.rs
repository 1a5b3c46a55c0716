//! What changed from one round of a survey to another.

use std::fmt::Write as _;

use kommunebenchmark::danish::{format_number, format_signed};
use kommunebenchmark::document::table::{Cell, Form, RowKind, Table};
use kommunebenchmark::document::tables::rounds;
use kommunebenchmark::domain::assessment::{Assessment, Round};
use kommunebenchmark::domain::catalogue::mapping::Mapping;
use kommunebenchmark::domain::ids::RoundId;
use kommunebenchmark::scoring::change::{Change, change};

/// Compares two rounds: those that are named, else the newest with the one before it.
///
/// # Errors
/// When there are no two such rounds, or their catalogues cannot be compared; says why.
pub fn compare(
    assessment: &Assessment,
    before: Option<&str>,
    after: Option<&str>,
) -> Result<Change, String> {
    let after = match after {
        Some(id) => find(assessment, id)?,
        None => assessment
            .current()
            .ok_or("$.rounds: must hold at least two rounds")?,
    };
    let before = match before {
        Some(id) => find(assessment, id)?,
        None => preceding(assessment, after)?,
    };
    if before.id == after.id {
        return Err(format!(
            "--before and --after: both are the round \"{}\"; name two rounds",
            after.id.0
        ));
    }
    let mapping = Mapping::between(&before.catalogue, &after.catalogue)
        .map_err(|error| format!("$.rounds: {error}"))?;
    Ok(change(before, after, &mapping))
}

fn find<'a>(assessment: &'a Assessment, id: &str) -> Result<&'a Round, String> {
    assessment.round(&RoundId(id.to_owned())).ok_or_else(|| {
        let ids: Vec<&str> = assessment
            .rounds
            .iter()
            .map(|round| round.id.0.as_str())
            .collect();
        format!(
            "$.rounds: there is no round \"{id}\"; the file has {}",
            ids.join(", ")
        )
    })
}

fn preceding<'a>(assessment: &'a Assessment, after: &Round) -> Result<&'a Round, String> {
    let earlier = assessment
        .rounds
        .iter()
        .take_while(|round| round.id != after.id);
    earlier.last().ok_or_else(|| {
        format!(
            "$.rounds: no round stands before \"{}\"; a comparison needs two rounds",
            after.id.0
        )
    })
}

/// Both tables as plain text. `example` is whether the municipality is the invented one.
pub fn table(change: &Change, example: bool) -> String {
    let mut areas = rounds::areas(change);
    if example {
        let note = "Eksempel: kommunen og dens svar er opfundet.";
        areas.notes.insert(0, note.to_owned());
    }
    let mut activities = rounds::activities(change);
    // The notes are the same.
    activities.notes.clear();
    format!("{}\n{}", plain(&areas), plain(&activities))
}

fn plain(table: &Table) -> String {
    let mut text = format!("{}\n", table.title);
    for note in &table.notes {
        let _ = writeln!(text, "{note}");
    }
    text.push('\n');
    let rows: Vec<Vec<String>> = table
        .rows
        .iter()
        .map(|row| {
            let cells = row.cells.iter().zip(&table.columns);
            cells
                .map(|(cell, column)| written(cell, column.form))
                .collect()
        })
        .collect();
    let widths: Vec<usize> = table
        .columns
        .iter()
        .enumerate()
        .map(|(index, column)| {
            let heading = column.title.split(' ').map(|word| word.chars().count());
            let of_rows = table.rows.iter().zip(&rows);
            let cells = of_rows
                .filter(|(row, _)| row.kind != RowKind::Group)
                .map(|(_, cells)| cells[index].chars().count());
            heading.chain(cells).max().unwrap_or_default()
        })
        .collect();
    headings(&mut text, table, &widths);
    for (row, cells) in table.rows.iter().zip(&rows) {
        if row.kind == RowKind::Group {
            let title = cells.iter().find(|cell| !cell.is_empty());
            let _ = writeln!(text, "\n{}", title.map_or("", String::as_str));
        } else {
            line(&mut text, table, &widths, cells);
        }
    }
    text
}

/// One word on a line, as many lines as the longest heading has words.
fn headings(text: &mut String, table: &Table, widths: &[usize]) {
    let words: Vec<Vec<&str>> = table
        .columns
        .iter()
        .map(|column| column.title.split(' ').collect())
        .collect();
    let lines = words.iter().map(Vec::len).max().unwrap_or_default();
    for index in 0..lines {
        let cells: Vec<String> = words
            .iter()
            .map(|words| words.get(index).copied().unwrap_or_default().to_owned())
            .collect();
        line(text, table, widths, &cells);
    }
}

fn line(text: &mut String, table: &Table, widths: &[usize], cells: &[String]) {
    let mut written = String::new();
    for ((cell, column), &width) in cells.iter().zip(&table.columns).zip(widths) {
        let _ = match column.form {
            Form::Text => write!(written, "{cell:<width$}  "),
            _ => write!(written, "{cell:>width$}  "),
        };
    }
    let _ = writeln!(text, "{}", written.trim_end());
}

fn written(cell: &Cell, form: Form) -> String {
    match (cell, form) {
        (Cell::Empty, Form::Text) => String::new(),
        (Cell::Empty, _) => "–".to_owned(),
        (Cell::Text(text) | Cell::Missing(text), _) => text.clone(),
        (Cell::Number(number), Form::Number(decimals)) => format_number(*number, decimals),
        (Cell::Number(number), Form::Difference(decimals)) => format_signed(*number, decimals),
        (Cell::Number(number), Form::Percent) => format!("{} %", format_number(number * 100.0, 0)),
        (Cell::Number(number), Form::Text) => format_number(*number, 1),
    }
}
