//! Svar: every activity with what is answered, by the municipality and by its units.

use crate::document::description;
use crate::domain::answer::{Answer, Estimate, Standing};
use crate::domain::catalogue::{self, Activity, Area};
use crate::domain::ids::{CENTRAL, UnitId};
use crate::domain::rating::{Degree, Organisation, Procedure};
use crate::scoring::{ActivityRating, Status};

use super::super::table::{Cell, Column, Form, Row, Table};
use super::{NO_ANSWERS, Source, ordinary};

/// Who answers where it is not a unit.
const MUNICIPALITY: &str = "Kommunen";

pub(super) fn table(source: &Source<'_>) -> Table {
    let mut table = Table {
        title: "Svar".to_owned(),
        notes: vec![source.whose()],
        columns: columns(),
        rows: Vec::new(),
    };
    let round = source.round;
    if round
        .answers
        .values()
        .all(std::collections::BTreeMap::is_empty)
        && round.estimates.is_empty()
    {
        table.notes.push(NO_ANSWERS.to_owned());
        return table;
    }
    table.notes.push(
        "En enheds svar har sin egen række lige under kommunens. »Ikke bekræftet« er taget med fra en tidligere runde. »Ikke relevant« regnes ikke med, og »ved ikke« og manglende svar tæller aldrig som 0.".to_owned(),
    );
    for area in &catalogue::AREAS {
        let estimate = round.estimates.get(&area.id);
        table
            .rows
            .extend(estimate.map(|one| estimate_row(source, area, one)));
        for activity in area.activities {
            table.rows.extend(activity_rows(source, area, activity));
        }
    }
    table
}

fn columns() -> Vec<Column> {
    [
        "Nr.",
        "Område",
        "Aktivitet",
        "Svar fra",
        "Hvem løser sagerne?",
        "Digital løsning",
        "Digital proces",
        "Forretningsgang",
        "Status",
        "Kommentar",
        "Flag",
        "Udfyldt af",
        "Udfyldt den",
        "Ikke bekræftet",
    ]
    .map(|title| Column::new(title, Form::Text))
    .into()
}

/// The municipality's row, where the activity is asked or answered, and those of its units.
fn activity_rows(source: &Source<'_>, area: &Area, activity: &Activity) -> Vec<Row> {
    let round = source.round;
    let central = round.central_answer(activity.id);
    let units: Vec<(&UnitId, &Answer)> = round
        .answers
        .iter()
        .filter(|(unit, _)| unit.0 != CENTRAL)
        .filter_map(|(unit, answers)| Some((unit, answers.get(&activity.id)?)))
        .collect();
    let asked = round.profile.domains.contains(&area.id.domain)
        && source.assessment.asks(activity.id)
        && source.assessment.answerer().0 == CENTRAL;
    let mut rows = Vec::new();
    if central.is_some() || asked || (units.is_empty() && is_asked_of_unit(source, activity)) {
        rows.push(row(source, area, activity, MUNICIPALITY, central));
    }
    for (unit, answer) in units {
        let name = unit_name(source, unit);
        rows.push(row(source, area, activity, name, Some(answer)));
    }
    rows
}

/// In a unit's part the unanswered activities stand too.
fn is_asked_of_unit(source: &Source<'_>, activity: &Activity) -> bool {
    source.assessment.part.is_some() && source.assessment.asks(activity.id)
}

/// The name of a unit; its id where it has none.
pub(super) fn unit_name<'a>(source: &Source<'a>, unit: &'a UnitId) -> &'a str {
    match source.round.units.get(unit) {
        Some(one) if !one.name.is_empty() => &one.name,
        _ => &unit.0,
    }
}

fn optional(text: Option<String>) -> Cell {
    text.filter(|text| !text.is_empty())
        .map_or(Cell::Empty, Cell::Text)
}

fn mark(set: bool) -> Cell {
    optional(set.then(|| "ja".to_owned()))
}

const fn status_word(status: Status) -> &'static str {
    match status {
        Status::Answered => "Besvaret",
        Status::Missing => "Mangler svar",
        Status::Unknown => "Ved ikke",
        Status::Unconfirmed => "Ikke bekræftet",
        Status::NotRelevant => "Ikke relevant",
    }
}

/// What is rated, in words. Ratings that do not count are not shown.
fn ratings(
    source: &Source<'_>,
    organisation: Option<Organisation>,
    solution: Option<Degree>,
    process: Option<Degree>,
) -> [Cell; 3] {
    let profile = &source.round.profile;
    let degree = |one: Option<Degree>| optional(one.map(|one| one.word().to_owned()));
    [
        optional(organisation.map(|one| description::organisation(one, profile))),
        degree(solution),
        degree(process),
    ]
}

fn row(
    source: &Source<'_>,
    area: &Area,
    activity: &Activity,
    from: &str,
    answer: Option<&Answer>,
) -> Row {
    let status = ActivityRating::of(answer).status;
    let counts = answer.filter(|one| one.standing == Standing::Asked);
    let mut cells = vec![
        Cell::from(activity.id.to_string()),
        Cell::from(area.title),
        Cell::from(activity.title),
        Cell::from(from),
    ];
    cells.extend(ratings(
        source,
        counts.and_then(|one| one.organisation),
        counts.and_then(|one| one.solution),
        counts.and_then(|one| one.process),
    ));
    let procedure = counts.and_then(|one| one.procedure);
    cells.extend([
        optional(procedure.map(|one: Procedure| one.word().to_owned())),
        Cell::from(status_word(status)),
        optional(answer.map(|one| one.comment.clone())),
        mark(answer.is_some_and(|one| one.flag)),
        optional(answer.and_then(|one| one.by.clone())),
        optional(answer.and_then(|one| one.at.as_deref().map(day))),
        mark(answer.is_some_and(|one| one.unconfirmed)),
    ]);
    ordinary(cells)
}

/// The day of an RFC 3339 time; the text itself where it is something else.
fn day(at: &str) -> String {
    at.split_once('T').map_or(at, |(day, _)| day).to_owned()
}

fn estimate_row(source: &Source<'_>, area: &Area, estimate: &Estimate) -> Row {
    let stands = source
        .scorecard
        .area(area.id)
        .is_some_and(|score| score.estimated);
    let status = if stands {
        "Skøn"
    } else {
        "Skøn, der ikke regnes med"
    };
    let mut cells = vec![
        Cell::from(area.id.to_string()),
        Cell::from(area.title),
        Cell::from("Skøn for hele området"),
        Cell::from(MUNICIPALITY),
    ];
    cells.extend(ratings(
        source,
        estimate.organisation,
        estimate.solution,
        estimate.process,
    ));
    cells.extend([Cell::Empty, Cell::from(status)]);
    cells.extend(vec![Cell::Empty; 5]);
    ordinary(cells)
}
