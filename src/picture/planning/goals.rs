//! Mål: targets with a year, and how far the rounds have come.

use serde_json::{Value, json};

use crate::danish::{format_number, format_short};
use crate::document::html::escape;
use crate::document::table::{Cell as TableCell, Column, Form, Row as TableRow, RowKind, Table};
use crate::domain::catalogue;
use crate::domain::decisions::{Goal, GoalId, Subject};
use crate::domain::rating::Dimension;
use crate::picture::form::shape::{Cell, Row};
use crate::plan::goals::{FollowUp, Pace, State};
use crate::plan::measured::follow_all;
use crate::plan::validity::{INDICATORS, Invalid};

use super::Planner;
use super::fields::{button, choice, path, together};

pub(super) fn write(planner: &mut Planner<'_, '_>) {
    planner.page.paragraph(
        "Sæt mål for områder eller nøgletal med et år. Målet går ud fra den runde, som det blev sat i, og følges, når I svarer på en ny runde.",
    );
    let followed = follow_all(&planner.decisions.goals, planner.page.source.assessment);
    if planner.decisions.goals.is_empty() {
        planner.page.paragraph("I har ingen mål endnu.");
    } else {
        let goals = planner.decisions.goals.iter();
        let rows = goals
            .map(|(id, goal)| row(planner, id, goal, followed.get(id)))
            .collect();
        planner.form_table(
            "maal",
            "Jeres mål",
            &["Mål", "Hvad målet gælder", "Mål", "År", "Note", "Fjern"],
            rows,
        );
        follow_up(planner, &followed);
    }
    add(planner);
}

fn add(planner: &mut Planner<'_, '_>) {
    let id = planner.new_id('g');
    let round = planner.page.source.round;
    let year = round.year.saturating_add(1);
    let add = button("nyt-maal", "Tilføj et mål")
        .focus_field(&["goals", &id, "subject"])
        .sets(&["goals", &id, "set_in"], Some(round.id.0.clone().into()))
        .sets(&["goals", &id, "year"], Some(year.into()));
    let add = if planner.decisions.goals.is_empty() {
        add.primary()
    } else {
        add
    };
    planner.form("nyt-maal-form", "", vec![add.row()]);
}

/// What a goal is about, in words.
pub(crate) fn subject(subject: &Subject) -> String {
    let area = |id| catalogue::area(id).map_or("", |area| area.title);
    match subject {
        Subject::Score(id, dimension) => {
            format!("{}: {}", area(*id), crate::danish::lower(dimension.title()))
        }
        Subject::Fte(id) => format!("{}: årsværk", area(*id)),
        Subject::Indicator(name) => match name.as_str() {
            "payslips_per_fte" => "Lønsedler pr. årsværk",
            "invoices_per_fte" => "Fakturaer pr. årsværk",
            "digitalisation" => "Digitaliseringsgrad, %",
            "procedures" => "Dokumenterede processer, %",
            other => other,
        }
        .to_owned(),
    }
}

/// Everything that a goal can be about.
fn subjects(planner: &Planner<'_, '_>) -> Vec<(Option<Value>, String)> {
    let indicators = INDICATORS
        .iter()
        .map(|name| Subject::Indicator((*name).to_owned()));
    let domains = &planner.page.source.scorecard.domains;
    let areas = domains
        .iter()
        .flat_map(|domain| &domain.areas)
        .flat_map(|area| {
            let scores = Dimension::ALL.map(|dimension| Subject::Score(area.area, dimension));
            scores.into_iter().chain([Subject::Fte(area.area)])
        });
    std::iter::once((None, "Vælg …".to_owned()))
        .chain(
            indicators
                .chain(areas)
                .map(|one| (Some(json!(one)), subject(&one))),
        )
        .collect()
}

fn row(planner: &Planner<'_, '_>, id: &GoalId, goal: &Goal, followed: Option<&FollowUp>) -> Row {
    let fields = planner.fields();
    let at = |key: &str| path(&["goals", &id.0, key]);
    let name = goal
        .subject
        .as_ref()
        .map_or_else(|| "Nyt mål".to_owned(), subject);
    let chosen = goal.subject.as_ref().map(|one| json!(one));
    let invalid = followed
        .map(|one| one.invalid.as_slice())
        .unwrap_or_default();
    let outside = invalid.iter().find_map(|one| match *one {
        Invalid::TargetOutside {
            min,
            max: Some(max),
        } => Some(format!(
            "Skriv et tal mellem {} og {}.",
            format_short(min),
            format_short(max)
        )),
        Invalid::TargetOutside { .. } => Some("Skriv 0 eller derover.".to_owned()),
        _ => None,
    });
    let early = invalid
        .contains(&Invalid::YearNotAfterStart)
        .then(|| "Året skal ligge efter den runde, målet blev sat i.".to_owned());
    let remove = button(&format!("fjern-{id}"), "Fjern")
        .said(&format!("Fjern målet {name}"))
        .focus("nyt-maal")
        .says(format!("Målet {name} er fjernet."))
        .sets(&["goals", &id.0], None);
    Row {
        id: format!("maal-{id}"),
        head: escape(&name),
        cells: vec![
            choice(
                &format!("{name}: hvad målet gælder"),
                at("subject"),
                subjects(planner),
                chosen.as_ref(),
            )
            .cell(),
            fields
                .number(&format!("{name}: mål"), at("target"), goal.target)
                .wrong(outside)
                .cell(),
            fields
                .whole(
                    &format!("{name}: år"),
                    at("year"),
                    (2016, 2100),
                    goal.year.map(u32::from),
                )
                .wrong(early)
                .cell(),
            fields
                .line(&format!("{name}: note"), at("note"), goal.note.as_deref())
                .cell(),
            together(vec![remove.cell()]) as Cell,
        ],
    }
}

/// How far the rounds have come, for the report.
pub(crate) fn write_followed(planner: &mut Planner<'_, '_>) {
    let followed = follow_all(&planner.decisions.goals, planner.page.source.assessment);
    follow_up(planner, &followed);
}

/// How far the rounds have come.
fn follow_up(
    planner: &mut Planner<'_, '_>,
    followed: &std::collections::BTreeMap<GoalId, FollowUp>,
) {
    let mut rows = Vec::new();
    for (id, goal) in &planner.decisions.goals {
        let (Some(one), Some(about)) = (followed.get(id), &goal.subject) else {
            continue;
        };
        let point = |point: Option<crate::plan::goals::Point>| {
            point.map_or_else(
                || "–".to_owned(),
                |point| {
                    let value = point
                        .value
                        .map_or_else(|| "ikke kendt".to_owned(), |value| format_number(value, 1));
                    format!("{value} ({})", point.year)
                },
            )
        };
        let target = goal.target.zip(goal.year);
        let cells = [
            subject(about),
            point(one.start),
            point(one.now),
            target.map_or_else(
                || "–".to_owned(),
                |(target, year)| format!("{} ({year})", format_short(target)),
            ),
            state(one),
        ];
        rows.push(TableRow::new(
            RowKind::Ordinary,
            cells.map(TableCell::from).into(),
        ));
    }
    if rows.is_empty() {
        return;
    }
    planner.page.heading("Hvor langt er I?");
    let table = Table {
        title: "Mål og runder".to_owned(),
        notes: vec!["Forventet: jævnt fra den runde, målet blev sat i, til målets år.".to_owned()],
        columns: ["Mål", "Da det blev sat", "Nu", "Mål", "Status"]
            .map(|title| Column::new(title, Form::Text))
            .into(),
        rows,
    };
    planner.page.table(&table, false);
}

fn state(one: &FollowUp) -> String {
    let pace = match one.pace {
        Some(Pace::Ahead) => ", foran det forventede",
        Some(Pace::AsExpected) => ", som forventet",
        Some(Pace::Behind) => ", bagud for det forventede",
        None => "",
    };
    match one.state {
        State::Reached => "nået".to_owned(),
        State::OnTheWay(share) => format!("{} % af vejen{pace}", format_number(share * 100.0, 0)),
        State::MovingAway => "bevæger sig væk fra målet".to_owned(),
        State::Unknown => "kan ikke ses endnu".to_owned(),
    }
}
