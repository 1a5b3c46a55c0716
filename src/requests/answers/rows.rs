//! Workbooks that are filled in, and blocks that are copied and pasted.

use std::collections::BTreeMap;

use super::{Outcome, round, survey};
use crate::danish::format_day;
use crate::document::excel::form::{FormOptions, FormTexts};
use crate::document::excel::read::read_form as read;
use crate::document::excel::write::write_form as write;
use crate::document::preview::Preview;
use crate::document::sheet::block::{Corner, read_block as read_rows, write_block as write_rows};
use crate::document::sheet::columns::Column;
use crate::document::sheet::proposal::propose;
use crate::domain::catalogue::texts::{AreaTexts, Header};
use crate::domain::ids::ActivityId;
use crate::json;
use crate::requests::{Answer, Form, Shown};

pub(super) fn read_form(shown: &Shown, name: &str, file: &[u8]) -> Result<Answer, String> {
    let survey = survey(shown)?;
    let round = round(&survey, shown)?;
    let reading = read(file, &round.profile).map_err(|error| format!("{name}: {error}"))?;
    let mut notes = Vec::new();
    if let Some(facts) = &reading.facts {
        notes.push(format!("Skemaet er lavet {}.", format_day(&facts.made)));
        if facts.survey != shown_id(&survey) {
            notes.push(
                "Skemaet er lavet af en anden besvarelse end denne. Kontrollér, at det er det rigtige."
                    .to_owned(),
            );
        }
        if facts.round != shown.round {
            notes.push(format!(
                "Skemaet er lavet til runden {}, men I ser på {}.",
                facts.round.0, shown.round.0
            ));
        }
    }
    for ignored in &reading.ignored {
        notes.push(match &ignored.column {
            Some(column) => format!(
                "Kolonnen »{column}« i arket {} er ikke læst.",
                ignored.sheet
            ),
            None => format!("Arket »{}« er ikke læst.", ignored.sheet),
        });
    }
    if reading.more_problems > 0 {
        notes.push(format!(
            "Der er {} felter mere, som ikke kunne læses.",
            reading.more_problems
        ));
    }
    let proposed = propose(&reading.statements, &reading.problems, round, &shown.unit);
    Ok(Answer::Preview(Preview {
        sources: vec![format!("{name}: {} aktiviteter", reading.activities)],
        notes,
        ..proposed
    }))
}

fn shown_id(survey: &crate::domain::assessment::Assessment) -> &str {
    &survey.id
}

/// The column of a cell of the app's table, from 0.
const fn column_of(index: usize) -> Column {
    match index {
        0 => Column::Organisation,
        1 => Column::Solution,
        _ => Column::Process,
    }
}

pub(super) fn read_block(
    shown: &Shown,
    rows: &[ActivityId],
    row: usize,
    column: usize,
    text: &str,
) -> Result<Answer, String> {
    let survey = survey(shown)?;
    let round = round(&survey, shown)?;
    let corner = Corner {
        shown: rows,
        row,
        column: column_of(column),
    };
    let found = read_rows(text, corner, &round.profile);
    Ok(Answer::Preview(propose(
        &found.statements,
        &found.problems,
        round,
        &shown.unit,
    )))
}

pub(super) fn write_block(shown: &Shown, rows: &[ActivityId]) -> Result<Answer, String> {
    let survey = survey(shown)?;
    let round = round(&survey, shown)?;
    let nothing = BTreeMap::new();
    let answers = round.answers.get(&shown.unit).unwrap_or(&nothing);
    Ok(Answer::Text(write_rows(rows, answers, &round.profile)))
}

pub(super) fn write_form(shown: &Shown, form: &Form) -> Outcome {
    let survey = survey(shown)?;
    let round = round(&survey, shown)?;
    let broken = |error| format!("Kataloget kunne ikke læses ({error}).");
    let header: Header = json::read(&form.header).map_err(broken)?;
    let areas: Vec<AreaTexts> = form
        .texts
        .iter()
        .map(|text| json::read(text).map_err(broken))
        .collect::<Result<_, _>>()?;
    let given = |text: &String| (!text.is_empty()).then(|| text.clone());
    let municipality = match &survey.municipality {
        Some(one) if one.code.is_some() => format!("{} Kommune", one.name),
        Some(one) => one.name.clone(),
        None => "Kommunen er ikke valgt".to_owned(),
    };
    let options = FormOptions {
        survey: survey.id.clone(),
        title: format!("Skema {}", round.year),
        municipality,
        round: round.clone(),
        unit: shown.unit.clone(),
        activities: form.activities.clone(),
        with_answers: form.with_answers,
        function: given(&form.function),
        deadline: given(&form.deadline).map(|day| format_day(&day)),
        note: given(&form.note),
        made: shown.at.clone(),
    };
    let texts = FormTexts {
        header: &header,
        areas: &areas,
    };
    let file = write(&options, &texts).map_err(|error| error.to_string())?;
    Ok((Answer::File(Vec::new()), file))
}
