//! Tables of results, one by one or as a workbook.

use super::{Desk, Outcome, Refusal, survey};
use crate::danish::seconds_of;
use crate::document::table::Table;
use crate::document::tables::{self, Kind, rounds};
use crate::document::workbook::{Properties, write};
use crate::domain::assessment::Assessment;
use crate::domain::catalogue::mapping::Mapping;
use crate::domain::ids::RoundId;
use crate::requests::{Answer, Shown, TableName};
use crate::scoring::change::{Change, change};

/// The change between two rounds of a survey.
fn change_of(survey: &Assessment, before: &RoundId, after: &RoundId) -> Result<Change, String> {
    let gone = || "Runden findes ikke længere.".to_owned();
    let before = survey.round(before).ok_or_else(gone)?;
    let after = survey.round(after).ok_or_else(gone)?;
    let mapping = Mapping::between(&before.catalogue, &after.catalogue).map_err(|_| {
        format!(
            "Runderne kan ikke sammenlignes: Den ene er besvaret med kataloget {}, den anden med {}, og dette program kender ikke vejen mellem dem.",
            before.catalogue, after.catalogue
        )
    })?;
    Ok(change(before, after, &mapping))
}

pub(super) fn table(desk: &mut Desk, shown: &Shown, name: &TableName) -> Result<Table, Refusal> {
    let kind = match name {
        TableName::Scores => Kind::Scores,
        TableName::Deviations => Kind::Deviations,
        TableName::Statistics => Kind::Statistics,
        TableName::GroupAnswers => Kind::GroupAnswers,
        TableName::Resources => Kind::Resources,
        TableName::ResourcesBeside => Kind::ResourcesBeside,
        TableName::Indicators => Kind::Indicators,
        TableName::Survey2017 => Kind::Survey2017,
        TableName::OwnPicture => Kind::OwnPicture,
        TableName::Answers => Kind::Answers,
        TableName::Staff => Kind::Staff,
        TableName::Units => Kind::Units,
        TableName::UnitAnswers => Kind::UnitAnswers,
        TableName::Plan => Kind::Plan,
        TableName::PlanYears => Kind::PlanYears,
        TableName::PlanTrace => Kind::PlanTrace,
        TableName::RoundAreas { before, after } => {
            return Ok(rounds::areas(&change_of(&survey(shown)?, before, after)?));
        }
        TableName::RoundActivities { before, after } => {
            let change = change_of(&survey(shown)?, before, after)?;
            return Ok(rounds::activities(&change));
        }
    };
    desk.with_source(shown, |source| tables::table(kind, source))
}

pub(super) fn workbook(desk: &mut Desk, shown: &Shown) -> Outcome {
    let (title, mut all) = desk.with_source(shown, |source| {
        let name = source.assessment.municipality.as_ref();
        let name = name.map_or("Besvarelse", |one| one.name.as_str());
        let title = format!("Resultater, {name}, {}", source.round.year);
        (title, tables::all(source))
    })?;
    let survey = survey(shown)?;
    let earlier = survey
        .rounds
        .iter()
        .take_while(|round| round.id != shown.round)
        .last();
    if let Some(earlier) = earlier {
        let change = change_of(&survey, &earlier.id, &shown.round)?;
        all.extend([rounds::areas(&change), rounds::activities(&change)]);
    }
    let properties = Properties {
        title: &title,
        made: seconds_of(&shown.at).unwrap_or_default(),
    };
    let file = write(&all, &properties).map_err(|error| error.to_string())?;
    Ok((Answer::File(Vec::new()), file))
}
