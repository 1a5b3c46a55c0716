//! One sheet of answers: the activities of a domain under their areas.

use rust_xlsxwriter::{Format, Note, ObjectMovement, ProtectionOptions, Worksheet};

use super::Lists;
use super::help;
use super::rules::Rules;
use super::style::{self, Styles};
use crate::document::excel::error::WriteError;
use crate::document::excel::form::{FormOptions, FormTexts};
use crate::document::sheet::columns::Column;
use crate::document::sheet::places::{self, SEE_SHARES};
use crate::document::sheet::statement::{Source, Statement};
use crate::document::sheet::words::{self, FLAG};
use crate::document::workbook::kept_as_text;
use crate::domain::answer::Answer;
use crate::domain::catalogue::texts::AreaTexts;
use crate::domain::catalogue::{self, Activity, Area};
use crate::domain::ids::Domain;
use crate::domain::rating::Organisation;

/// The form's columns, in order, with their widths in characters.
const WIDTHS: [f64; 14] = [
    8.0, 46.0, 25.0, 13.0, 13.0, 16.0, 14.0, 40.0, 7.0, 13.0, 15.0, 17.0, 10.0, 11.0,
];
/// The first column of the shares.
pub(super) const SHARES: u16 = 9;
/// The last column.
pub(super) const LAST: u16 = 13;

/// A sheet while it is written.
struct Writing<'a> {
    sheet: &'a mut Worksheet,
    options: &'a FormOptions,
    texts: &'a FormTexts<'a>,
    styles: Styles,
    /// The row that is written next.
    row: u32,
    rules: Rules,
    spread: bool,
}

pub(super) fn write(
    sheet: &mut Worksheet,
    domain: Domain,
    options: &FormOptions,
    texts: &FormTexts<'_>,
    lists: &Lists,
) -> Result<(), WriteError> {
    let mut writing = Writing {
        sheet,
        options,
        texts,
        styles: Styles::new(),
        row: 1,
        rules: Rules::default(),
        spread: false,
    };
    writing.headings()?;
    for area in catalogue::areas_of(domain) {
        writing.area(area)?;
    }
    std::mem::take(&mut writing.rules).write(writing.sheet, lists)?;
    writing.view()?;
    writing.page_setup()
}

impl Writing<'_> {
    fn headings(&mut self) -> Result<(), WriteError> {
        for (place, column) in (0..).zip(Column::ALL) {
            let heading = &self.styles.heading;
            self.sheet
                .write_string_with_format(0, place, column.heading(), heading)?;
            self.sheet
                .set_column_width(place, WIDTHS[usize::from(place)])?;
        }
        self.sheet.set_row_height(0, 32)?;
        Ok(())
    }

    fn area(&mut self, area: &Area) -> Result<(), WriteError> {
        let chosen: Vec<&Activity> = area
            .activities
            .iter()
            .filter(|activity| self.options.activities.contains(&activity.id))
            .collect();
        if chosen.is_empty() {
            return Ok(());
        }
        let texts = self.texts.areas.iter().find(|texts| texts.id == area.id);
        let texts = texts.ok_or(WriteError::NoTexts(area.id))?;
        let format = &self.styles.area;
        self.sheet
            .write_string_with_format(self.row, 0, area.id.to_string(), format)?;
        self.sheet
            .write_string_with_format(self.row, 1, area.title, format)?;
        for column in 2..=LAST {
            self.sheet.write_blank(self.row, column, format)?;
        }
        let height = style::height(area.title, WIDTHS[1]);
        self.sheet.set_row_height(self.row, height)?;
        let note = note(&texts.intro);
        self.sheet.insert_note(self.row, 1, &note)?;
        self.row += 1;
        let first = self.row;
        for activity in chosen {
            self.activity(activity, texts)?;
        }
        self.sheet.group_rows(first, self.row - 1)?;
        Ok(())
    }

    fn activity(&mut self, activity: &Activity, texts: &AreaTexts) -> Result<(), WriteError> {
        let row = self.row;
        let texts = texts
            .activities
            .iter()
            .find(|texts| texts.id == activity.id);
        let texts = texts.ok_or(WriteError::NoTexts(activity.id.area))?;
        let locked = &self.styles.locked;
        self.sheet
            .write_string_with_format(row, 0, activity.id.to_string(), locked)?;
        self.sheet
            .write_string_with_format(row, 1, activity.title, locked)?;
        let note = note(&help::note(texts, self.texts.header));
        self.sheet.insert_note(row, 1, &note)?;
        self.answer(activity)?;
        self.rules.add(row, activity, texts, self.texts.header);
        self.row += 1;
        Ok(())
    }

    fn answer(&mut self, activity: &Activity) -> Result<(), WriteError> {
        let answers = self.options.round.answers.get(&self.options.unit);
        let answer = answers.and_then(|answers| answers.get(&activity.id));
        let answer = answer.filter(|_| self.options.with_answers);
        let nothing = Answer::default();
        let source = Source {
            sheet: String::new(),
            row: self.row,
        };
        let said = Statement::of(activity.id, answer.unwrap_or(&nothing), source);
        // Only where it is needed: a row without a height grows with what is typed into it.
        let comment = style::height(said.comment.as_deref().unwrap_or_default(), WIDTHS[7]);
        let place = match said.organisation {
            Some(Organisation::One(place)) => {
                let label = places::place_label(place, &self.options.round.profile);
                style::height(&label, WIDTHS[2])
            }
            _ => 0.0,
        };
        let title = style::height(activity.title, WIDTHS[1]);
        let height = title.max(comment).max(place);
        if height > 15.0 {
            self.sheet.set_row_height(self.row, height)?;
        }
        self.spread |= matches!(said.organisation, Some(Organisation::Spread(_)));
        for (place, column) in (0..).zip(Column::ALL).skip(2) {
            self.cell(place, column, activity, &said)?;
        }
        Ok(())
    }

    fn cell(
        &mut self,
        place: u16,
        column: Column,
        activity: &Activity,
        said: &Statement,
    ) -> Result<(), WriteError> {
        let profile = &self.options.round.profile;
        let degree = |degree: Option<_>| degree.map(|degree| words::degree_text(degree).to_owned());
        let text = match column {
            Column::Organisation => said.organisation.map(|organisation| match organisation {
                Organisation::One(place) => places::place_label(place, profile),
                Organisation::Spread(_) => SEE_SHARES.to_owned(),
            }),
            Column::Solution => degree(said.solution),
            Column::Process => degree(said.process),
            Column::Procedure if !activity.procedure => None,
            Column::Procedure => said
                .procedure
                .map(|procedure| words::procedure_text(procedure).to_owned()),
            Column::Standing => said
                .standing
                .map(|standing| words::standing_text(standing).to_owned()),
            Column::Comment => said.comment.clone(),
            Column::Flag => said.flag.and_then(|flag| flag.then(|| FLAG.to_owned())),
            Column::Id | Column::Title | Column::Share(_) => None,
        };
        let format: &Format = match column {
            Column::Procedure if !activity.procedure => &self.styles.not_asked,
            Column::Comment => &self.styles.text,
            Column::Share(_) => &self.styles.number,
            _ => &self.styles.choice,
        };
        let share = match (column, said.organisation) {
            (Column::Share(place), Some(Organisation::Spread(shares))) => Some(shares.of(place)),
            _ => None,
        };
        match (text, share.filter(|share| *share > 0)) {
            (Some(text), _) => self.sheet.write_string_with_format(
                self.row,
                place,
                &text,
                &kept_as_text(format.clone(), &text),
            )?,
            (None, Some(share)) => self
                .sheet
                .write_number_with_format(self.row, place, share, format)?,
            (None, None) => self.sheet.write_blank(self.row, place, format)?,
        };
        Ok(())
    }

    fn view(&mut self) -> Result<(), WriteError> {
        let last = self.row - 1;
        self.sheet.group_symbols_above(true);
        self.sheet.group_columns(SHARES, LAST)?;
        self.sheet.set_freeze_panes(1, 2)?;
        self.sheet.autofilter(0, 0, last, LAST)?;
        self.sheet.protect_with_options(&ProtectionOptions {
            format_columns: true,
            format_rows: true,
            use_autofilter: true,
            sort: true,
            ..ProtectionOptions::new()
        });
        Ok(())
    }

    fn page_setup(&mut self) -> Result<(), WriteError> {
        let columns = if self.spread { LAST } else { SHARES - 1 };
        let deadline = match &self.options.deadline {
            Some(deadline) => format!("Sendes tilbage senest: {}", printed(deadline)),
            None => String::new(),
        };
        let header = format!(
            "&L{}&C{}&R{deadline}",
            printed(&self.options.municipality),
            printed(&self.options.title)
        );
        self.sheet
            .set_landscape()
            .set_paper_size(9)
            .set_print_fit_to_pages(1, 0)
            .set_margins(0.4, 0.4, 0.7, 0.6, 0.3, 0.3)
            .set_header(header)
            .set_footer("&L&A&RSide &P af &N");
        self.sheet.set_repeat_rows(0, 0)?;
        self.sheet.set_print_area(0, 0, self.row - 1, columns)?;
        Ok(())
    }
}

/// A text in the header of a page, where `&` starts a code and all together are 255 characters.
fn printed(text: &str) -> String {
    let text: String = text.chars().filter(|c| !c.is_control()).take(60).collect();
    text.replace('&', "&&")
}

fn note(text: &str) -> Note {
    // About 70 characters fit a line of the note, and each paragraph starts a new one.
    let lines: usize = text.lines().map(|line| line.chars().count() / 62 + 1).sum();
    let height = u32::try_from(lines).unwrap_or(40).min(45) * 16 + 12;
    Note::new(text)
        .add_author_prefix(false)
        .set_author("Kommunebenchmark")
        .set_width(430)
        .set_height(height)
        .set_object_movement(ObjectMovement::DontMoveOrSizeWithCells)
}
