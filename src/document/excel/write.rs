//! The workbook that is sent out to be filled in.
//!
//! Owns its order of sheets, the hidden lists and facts, and what a workbook says of itself. The
//! guide and the sheets of answers are in the modules below. The same options give the same bytes.

mod guide;
mod help;
mod rules;
mod sheet;
mod style;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, Worksheet, XlsxError};

use super::error::WriteError;
use super::form::{FORMAT, FormOptions, FormTexts, GUIDE, HIDDEN, KEYS, VERSION};
use crate::document::sheet::places::{self, SEE_SHARES};
use crate::document::sheet::words::{DEGREES, FLAG, PROCEDURES, STANDINGS};
use crate::domain::catalogue;
use crate::domain::ids::Domain;
use crate::domain::rating::Place;

/// Characters that a cell can hold.
const LONGEST_TEXT: usize = 32_767;

impl From<XlsxError> for WriteError {
    fn from(error: XlsxError) -> Self {
        Self::Workbook(error.to_string())
    }
}

/// Writes a form.
///
/// # Errors
/// Where nothing is chosen, the texts of a chosen area are missing, the time cannot be read, or a
/// text is longer than a cell can hold.
pub fn write_form(options: &FormOptions, texts: &FormTexts<'_>) -> Result<Vec<u8>, WriteError> {
    let known = |id: &&_| catalogue::activity(**id).is_some();
    if options.activities.iter().find(known).is_none() {
        return Err(WriteError::NothingChosen);
    }
    check_lengths(options)?;
    let made = ExcelDateTime::parse_from_str(&options.made)
        .map_err(|_| WriteError::Time(options.made.clone()))?;
    let mut workbook = Workbook::new();
    workbook.set_properties(
        &DocProperties::new()
            .set_title(&options.title)
            .set_company(&options.municipality)
            .set_author("Kommunebenchmark")
            .set_creation_datetime(&made),
    );
    let lists = Lists::of(options);
    guide::write(workbook.add_worksheet().set_name(GUIDE)?, options, texts)?;
    for domain in Domain::ALL {
        if options.activities.iter().any(|id| id.area.domain == domain) {
            let name = catalogue::domain_title(domain);
            let sheet = workbook.add_worksheet().set_name(name)?;
            sheet::write(sheet, domain, options, texts, &lists)?;
        }
    }
    write_hidden(workbook.add_worksheet().set_name(HIDDEN)?, options, &lists)?;
    Ok(workbook.save_to_buffer()?)
}

fn check_lengths(options: &FormOptions) -> Result<(), WriteError> {
    let fields = [
        ("titlen", Some(&options.title)),
        ("funktionen", options.function.as_ref()),
        ("fristen", options.deadline.as_ref()),
        ("beskeden", options.note.as_ref()),
    ];
    let named = fields
        .into_iter()
        .filter_map(|(name, text)| Some((name.to_owned(), text?)));
    let answers = options.round.answers.get(&options.unit);
    let comments = answers
        .into_iter()
        .flatten()
        .map(|(id, answer)| (id.to_string(), &answer.comment));
    let mut texts = named.chain(comments);
    match texts.find(|(_, text)| text.chars().count() > LONGEST_TEXT) {
        Some((place, _)) => Err(WriteError::TooLong { place }),
        None => Ok(()),
    }
}

/// The answers to choose from, as lists in the hidden sheet.
struct Lists {
    columns: [(&'static str, Vec<String>); 5],
}

/// One of the lists.
#[derive(Clone, Copy)]
enum List {
    Organisation,
    Degree,
    Procedure,
    Standing,
    Flag,
}

impl Lists {
    fn of(options: &FormOptions) -> Self {
        let profile = &options.round.profile;
        let own = |words: &[&str]| words.iter().map(|&word| word.to_owned()).collect();
        let mut places: Vec<String> = Place::ALL
            .into_iter()
            .map(|place| places::place_label(place, profile))
            .collect();
        places.push(SEE_SHARES.to_owned());
        Self {
            columns: [
                ("Hvem løser sagerne?", places),
                ("Digital løsning og digital proces", own(&DEGREES)),
                ("Forretningsgang", own(&PROCEDURES)),
                ("Status", own(&STANDINGS)),
                ("Flag", own(&[FLAG])),
            ],
        }
    }

    /// The first column of the lists in the hidden sheet.
    const FIRST: u16 = 3;

    /// The cells of a list, as a formula.
    fn range(&self, list: List) -> String {
        let column = char::from(b'A' + u8::try_from(Self::FIRST).unwrap_or_default() + list as u8);
        let end = self.columns[list as usize].1.len() + 1;
        format!("='{HIDDEN}'!${column}$2:${column}${end}")
    }
}

fn write_hidden(
    sheet: &mut Worksheet,
    options: &FormOptions,
    lists: &Lists,
) -> Result<(), WriteError> {
    let version = VERSION.to_string();
    let values = [
        FORMAT,
        &version,
        catalogue::VERSION,
        &options.survey,
        &options.round.id.0,
        &options.unit.0,
        &options.made,
    ];
    for (row, (key, value)) in (0..).zip(KEYS.into_iter().zip(values)) {
        sheet.write_string(row, 0, key)?;
        sheet.write_string(row, 1, value)?;
    }
    for (column, (heading, words)) in (Lists::FIRST..).zip(&lists.columns) {
        sheet.write_string(0, column, *heading)?;
        for (row, word) in (1..).zip(words) {
            sheet.write_string(row, column, word)?;
        }
    }
    sheet.set_hidden(true).protect();
    Ok(())
}
