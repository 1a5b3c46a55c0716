//! What may be typed into the cells of a sheet of answers: lists to choose from and limits.

use std::collections::BTreeMap;

use rust_xlsxwriter::{DataValidation, DataValidationRule, Formula, Worksheet};

use super::sheet::{LAST, SHARES};
use super::{List, Lists, help};
use crate::document::excel::error::WriteError;
use crate::document::sheet::cell::cell_name;
use crate::document::sheet::places::SEE_SHARES;
use crate::domain::catalogue::Activity;
use crate::domain::catalogue::texts::{ActivityTexts, Header};

/// The rows of a sheet by what holds for them.
#[derive(Default)]
pub(super) struct Rules {
    /// Rows with an activity, by the message at their cell, for the two degrees.
    messages: [BTreeMap<String, Vec<u32>>; 2],
    /// Rows where the procedure is asked.
    procedures: Vec<u32>,
    activities: Vec<u32>,
}

impl Rules {
    /// Remembers the row of an activity.
    pub fn add(&mut self, row: u32, activity: &Activity, texts: &ActivityTexts, header: &Header) {
        let anchors = [header.solution_of(texts), header.process_of(texts)];
        for (messages, anchors) in self.messages.iter_mut().zip(anchors) {
            let rows = messages.entry(help::message(anchors)).or_default();
            rows.push(row);
        }
        if activity.procedure {
            self.procedures.push(row);
        }
        self.activities.push(row);
    }

    /// Writes the rules of all rows.
    pub fn write(self, sheet: &mut Worksheet, lists: &Lists) -> Result<(), WriteError> {
        let organisation = choice(lists, List::Organisation)?
            .set_input_title("Hvem løser sagerne?")?
            .set_input_message(format!(
                "Hvor er den ansat, som løser hovedparten? Går sagerne flere veje, så vælg »{SEE_SHARES}«, og skriv procenterne til højre."
            ))?;
        let Self {
            messages,
            procedures: asked,
            activities: rows,
        } = self;
        validate(sheet, 2, &rows, organisation)?;
        for ((column, title), messages) in [(3, "Digital løsning"), (4, "Digital proces")]
            .into_iter()
            .zip(messages)
        {
            for (message, rows) in messages {
                let degree = choice(lists, List::Degree)?
                    .set_input_title(title)?
                    .set_input_message(message)?;
                validate(sheet, column, &rows, degree)?;
            }
        }
        validate(sheet, 5, &asked, choice(lists, List::Procedure)?)?;
        validate(sheet, 6, &rows, choice(lists, List::Standing)?)?;
        validate(sheet, 8, &rows, choice(lists, List::Flag)?)?;
        let share = DataValidation::new()
            .allow_decimal_number(DataValidationRule::Between(0.0, 100.0))
            .set_error_title("Procent")?
            .set_error_message("Skriv et helt tal fra 0 til 100.")?;
        for column in SHARES..=LAST {
            validate(sheet, column, &rows, share.clone())?;
        }
        Ok(())
    }
}

/// One rule for some rows of a column.
fn validate(
    sheet: &mut Worksheet,
    column: u16,
    rows: &[u32],
    rule: DataValidation,
) -> Result<(), WriteError> {
    let (Some(&first), Some(&last)) = (rows.first(), rows.last()) else {
        return Ok(());
    };
    let rule = rule.set_multi_range(ranges(column, rows));
    sheet.add_data_validation(first, column, last, column, &rule)?;
    Ok(())
}

fn choice(lists: &Lists, list: List) -> Result<DataValidation, WriteError> {
    Ok(DataValidation::new()
        .allow_list_formula(Formula::new(lists.range(list)))
        .set_error_title("Vælg på listen")?
        .set_error_message(
            "Vælg et af svarene på listen, eller slet cellen, hvis du ikke kan svare.",
        )?)
}

/// Rows of a column as Excel lists them, neighbours together: `D3:D5 D8`.
fn ranges(column: u16, rows: &[u32]) -> String {
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for &row in rows {
        match ranges.last_mut() {
            Some((_, last)) if *last + 1 == row => *last = row,
            _ => ranges.push((row, row)),
        }
    }
    let name = |row| cell_name(row, u32::from(column));
    let texts: Vec<String> = ranges
        .into_iter()
        .map(|(first, last)| {
            if first == last {
                name(first)
            } else {
                format!("{}:{}", name(first), name(last))
            }
        })
        .collect();
    texts.join(" ")
}
