//! KL's survey of 87 municipalities in 2017, with the own place in each distribution.

use crate::danish::format_number;
use crate::peers::survey::{Distribution, Survey, survey};
use crate::scoring::indicators::{Indicators, Ratio, indicators};

use super::super::table::{Cell, Column, Form, Row, RowKind, Table};
use super::{NO_ANSWERS, Source};

/// What stands for a value that the source has lost.
const UNKNOWN: &str = "ukendt";
/// What marks the own place.
const OWN: &str = "● jeres";

/// All distributions in one table, for files.
pub(super) fn table(source: &Source<'_>) -> Table {
    let survey = survey();
    let own = indicators(source.round, source.scorecard);
    let mut rows = Vec::new();
    for one in distributions(&survey) {
        let mut head = vec![Cell::Empty; 4];
        head[0] = Cell::from(one.title.as_str());
        rows.push(Row::new(RowKind::Group, head));
        rows.extend(bars(&survey, one, source, &own));
    }
    let mut notes = vec![source.whose(), about(&survey)];
    if !source.has_scores() {
        notes.push(NO_ANSWERS.to_owned());
    }
    Table {
        title: "Undersøgelsen 2017".to_owned(),
        notes,
        columns: bar_columns("Svar"),
        rows,
    }
}

/// The source, and what the survey can be used for.
#[must_use]
pub fn about(survey: &Survey) -> String {
    format!(
        "{}. Kilde: {}. Undersøgelsen er fra {}; brug den til at se, hvor I ligger i forhold til dengang.",
        survey.title, survey.source, survey.year
    )
}

/// The distributions in the order in which they are shown.
pub fn distributions(survey: &Survey) -> impl Iterator<Item = &Distribution> {
    let two = [&survey.ladder, &survey.bookkeeping];
    survey.organisation.iter().chain(two)
}

/// One distribution as a table.
#[must_use]
pub fn distribution(
    survey: &Survey,
    one: &Distribution,
    source: &Source<'_>,
    own: &Indicators,
) -> Table {
    let mut notes = Vec::from_iter(one.note.clone());
    notes.push(format!("n = {}. Kilde: dias {}.", survey.n, one.slide));
    Table {
        title: one.title.clone(),
        notes,
        columns: bar_columns("Svar"),
        rows: bars(survey, one, source, own),
    }
}

fn bar_columns(head: &str) -> Vec<Column> {
    vec![
        Column::new(head, Form::Text),
        Column::new("Kommuner", Form::Number(0)),
        Column::new("Andel", Form::Percent),
        Column::new("Jeres svar", Form::Text),
    ]
}

fn bars(survey: &Survey, one: &Distribution, source: &Source<'_>, own: &Indicators) -> Vec<Row> {
    let operation = &source.round.profile.operation;
    let code = survey.own_code(one, operation, own);
    let row = |bar: &crate::peers::survey::Bar| {
        let number = |value: Option<u32>, of: f64| {
            value.map_or_else(
                || Cell::Missing(UNKNOWN.to_owned()),
                |value| Cell::Number(f64::from(value) / of),
            )
        };
        let is_own = code.as_ref() == Some(&bar.code);
        let cells = vec![
            Cell::from(bar.label.as_str()),
            number(bar.count, 1.0),
            number(bar.percent, 100.0),
            if is_own { Cell::from(OWN) } else { Cell::Empty },
        ];
        Row::new(RowKind::Ordinary, cells)
    };
    one.bars.iter().map(row).collect()
}

fn or_unknown(value: Option<f64>, decimals: u8, unit: &str) -> Cell {
    value.map_or_else(
        || Cell::Missing(UNKNOWN.to_owned()),
        |value| Cell::from(format!("{}{unit}", format_number(value, decimals))),
    )
}

/// The own figure of a ratio in percent, or that it is not known.
fn own_percent(ratio: Ratio) -> Cell {
    ratio.value().map_or_else(
        || Cell::Missing("ikke oplyst".to_owned()),
        |share| Cell::from(format!("{} %", format_number(share * 100.0, 2))),
    )
}

/// The title of [`quality`].
pub const QUALITY: &str = "Kvalitet";

/// The own quality beside municipalities with and without an intermediate level.
#[must_use]
pub fn quality(survey: &Survey, own: &Indicators) -> Table {
    let rows = survey.quality.iter().map(|one| {
        let ratio = match one.id.as_str() {
            "a_conto" => own.a_conto,
            "negative_pay" => own.negative_pay,
            _ => own.overdue,
        };
        let cells = vec![
            Cell::from(one.title.as_str()),
            own_percent(ratio),
            or_unknown(one.with, 2, " %"),
            or_unknown(one.without, 2, " %"),
        ];
        Row::new(RowKind::Ordinary, cells)
    });
    Table {
        title: QUALITY.to_owned(),
        notes: vec![survey.quality_note.clone()],
        columns: [
            "Mål",
            "Jeres tal",
            "Kommuner med mellemniveau",
            "Kommuner uden",
        ]
        .map(|title| Column::new(title, Form::Text))
        .into(),
        rows: rows.collect(),
    }
}

/// The own productivity of central FTE beside the survey's sizes.
#[must_use]
pub fn productivity(survey: &Survey, own: &Indicators) -> Table {
    let rows = survey.productivity.iter().map(|one| {
        let ratio = if one.id == "payroll" {
            own.employees_per_central_fte
        } else {
            own.invoices_per_central_fte
        };
        let made = match (ratio.count, ratio.per) {
            (Some(count), Some(per)) => Cell::from(format!(
                "{} / {} centrale årsværk",
                format_number(count, 0),
                format_number(per, 1)
            )),
            _ => Cell::Missing("ikke oplyst".to_owned()),
        };
        let value = ratio.value().map_or_else(
            || Cell::Missing("ikke oplyst".to_owned()),
            |value| Cell::from(format_number(value, 0)),
        );
        let cells = vec![
            Cell::from(one.title.as_str()),
            value,
            made,
            or_unknown(one.small, 0, ""),
            or_unknown(one.middle, 0, ""),
            or_unknown(one.large, 0, ""),
        ];
        Row::new(RowKind::Ordinary, cells)
    });
    Table {
        title: "Produktivitet efter størrelse".to_owned(),
        notes: vec![survey.productivity_note.clone()],
        columns: [
            "Mål",
            "Jeres tal",
            "Sådan er det regnet",
            "Små kommuner",
            "Mellemstore kommuner",
            "Store kommuner",
        ]
        .map(|title| Column::new(title, Form::Text))
        .into(),
        rows: rows.collect(),
    }
}

/// The steps of bookkeeping automation, with the own shares.
#[must_use]
pub fn automation(survey: &Survey, source: &Source<'_>) -> Table {
    let operation = &source.round.profile.operation;
    let own = [operation.auto_posting, operation.auto_receipt];
    let rows = survey.automation_means.iter().zip(own).map(|(one, own)| {
        let own = own.map_or_else(
            || Cell::Missing("ikke oplyst".to_owned()),
            |share| Cell::from(format!("{share} %")),
        );
        let cells = vec![
            Cell::from(one.title.as_str()),
            own,
            Cell::from(format!(
                "{} kommuner ({} %)",
                one.municipalities, one.percent
            )),
            Cell::from(format!("{} %", one.share_of_invoices)),
        ];
        Row::new(RowKind::Ordinary, cells)
    });
    Table {
        title: "Automatik i bogføringen".to_owned(),
        notes: vec!["Andelen er af fakturaerne i de kommuner, der har automatikken.".to_owned()],
        columns: [
            "Trin",
            "Jeres andel af fakturaerne",
            "Har det",
            "Andel af fakturaerne dér",
        ]
        .map(|title| Column::new(title, Form::Text))
        .into(),
        rows: rows.collect(),
    }
}
