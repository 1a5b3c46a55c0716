//! Tables of results, one by one or as a workbook.

use super::{Outcome, round, survey};
use crate::danish::seconds_of;
use crate::document::table::Table;
use crate::document::tables::{self, Beside, Kind, Source, rounds};
use crate::document::workbook::{Properties, write};
use crate::domain::assessment::Assessment;
use crate::domain::catalogue::mapping::Mapping;
use crate::domain::ids::RoundId;
use crate::peers::summary::Own;
use crate::peers::{Comparison, Dataset, Summary, compare, summarise};
use crate::requests::{Answer, Shown, TableName};
use crate::scoring::change::{Change, change};
use crate::scoring::{self, Scorecard};

/// A group and how the survey stands beside it.
fn beside(
    survey: &Assessment,
    scorecard: &Scorecard,
    shown: &Shown,
) -> Result<Option<(Summary, Comparison)>, String> {
    let Some(text) = &shown.peers else {
        return Ok(None);
    };
    let dataset = Dataset::read(text).map_err(|error| error.danish())?;
    let summary = summarise(&dataset, &Own::of(survey));
    let comparison = compare(scorecard, &summary, survey.example);
    Ok(Some((summary, comparison)))
}

/// Makes something of the survey, its scores and the group.
fn with_source<T>(shown: &Shown, make: impl FnOnce(&Source<'_>) -> T) -> Result<T, String> {
    let survey = survey(shown)?;
    let round = round(&survey, shown)?;
    let scorecard = scoring::score(&survey.as_asked(round));
    let group = beside(&survey, &scorecard, shown)?;
    Ok(make(&Source {
        assessment: &survey,
        round,
        scorecard: &scorecard,
        group: group.as_ref().map(|(summary, comparison)| Beside {
            summary,
            comparison,
        }),
    }))
}

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

pub(super) fn table(shown: &Shown, name: &TableName) -> Result<Table, String> {
    let kind = match name {
        TableName::Scores => Kind::Scores,
        TableName::Deviations => Kind::Deviations,
        TableName::Resources => Kind::Resources,
        TableName::Answers => Kind::Answers,
        TableName::Staff => Kind::Staff,
        TableName::Units => Kind::Units,
        TableName::UnitAnswers => Kind::UnitAnswers,
        TableName::RoundAreas { before, after } => {
            return Ok(rounds::areas(&change_of(&survey(shown)?, before, after)?));
        }
        TableName::RoundActivities { before, after } => {
            let change = change_of(&survey(shown)?, before, after)?;
            return Ok(rounds::activities(&change));
        }
    };
    with_source(shown, |source| tables::table(kind, source))
}

pub(super) fn workbook(shown: &Shown) -> Outcome {
    let (title, mut all) = with_source(shown, |source| {
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
