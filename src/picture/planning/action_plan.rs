//! Handleplan: the chosen proposals as actions, what they bring together, and how it adds up.

mod findings;
mod sums;

use serde_json::Value;

use crate::charts::timeline::{self, Timeline};
use crate::charts::{Request, specification};
use crate::danish::{format_day, format_number};
use crate::document::html::escape;
use crate::document::table::{Cell as TableCell, Column, Form, Row as TableRow, RowKind, Table};
use crate::document::tables::{self, Kind, valued};
use crate::domain::decisions::{Action, ActionId, Status};
use crate::picture::Drawn;
use crate::picture::form::shape::{Cell, Row};
use crate::plan::Scenario;
use crate::plan::dates::Date;
use crate::plan::harvest::{Harvest, Taker};
use crate::plan::order::in_order;
use crate::plan::planned::When;
use crate::plan::timeline::bars;
use crate::plan::totals::{Totals, harvest_at};
use crate::route::{Name, Route};

use super::fields::{button, together};
use super::{Planner, link, words};

pub(super) fn write(planner: &mut Planner<'_, '_>) {
    if planner.decisions.actions.is_empty() {
        empty(planner);
        return;
    }
    let (totals, harvest) = summed_up(planner);
    sums::headline(planner, &totals);
    findings::write(planner, &totals);
    actions(planner, &harvest);
    timeline(planner);
    sums::years(planner, &totals);
    sums::overlap(planner, &harvest);
    sums::trace(planner, &totals);
    sums::trace_by_year(planner, &totals);
}

/// What the plan adds up to, and what each action harvests when all are phased in.
fn summed_up(planner: &Planner<'_, '_>) -> (Totals, Harvest<ActionId>) {
    let given = valued::given(planner.page.source, planner.decisions);
    let totals = crate::plan::totals::totals(planner.decisions, &given);
    let harvest = harvest_at(
        &totals.planned,
        &given.fte,
        When::PhasedIn,
        Scenario::Expected,
    );
    (totals, harvest)
}

/// What the report tells of the plan: the same numbers and pictures, and the actions as a table.
pub(crate) fn write_told(planner: &mut Planner<'_, '_>) {
    let (totals, harvest) = summed_up(planner);
    sums::headline(planner, &totals);
    let mut actions = tables::table(Kind::Plan, planner.page.source);
    actions.notes.clear();
    planner.page.table(&actions, false);
    timeline(planner);
    sums::years(planner, &totals);
    sums::overlap(planner, &harvest);
    sums::trace(planner, &totals);
}

/// The years of the plan, for a slide.
pub(crate) fn write_years(planner: &mut Planner<'_, '_>) {
    let totals = valued::plan_totals(planner.page.source, planner.decisions);
    sums::years(planner, &totals);
}

fn empty(planner: &mut Planner<'_, '_>) {
    planner.page.markup(&format!(
        "<p>Planen er tom. Gå til {}, åbn et forslag, og vælg »Sæt i handleplanen«. Så får handlingen en ansvarlig, en periode og en gevinst, og planen lægger dem sammen, uden at de samme årsværk tælles to gange.</p>",
        link(&Route::Proposals.href(), "Forslag")
    ));
}

pub(super) use crate::document::tables::plan::action_name as title;

/// What the action of an id is called.
pub(super) fn title_of(planner: &Planner<'_, '_>, id: &ActionId) -> String {
    planner
        .decisions
        .actions
        .get(id)
        .map_or_else(|| id.to_string(), title)
}

pub(super) fn action_link(id: &ActionId, text: &str) -> String {
    Name::new(&id.0).map_or_else(
        || escape(text),
        |name| link(&Route::Action(name).href(), text),
    )
}

/// The actions in their order, each with what it is granted.
fn actions(planner: &mut Planner<'_, '_>, harvest: &Harvest<ActionId>) {
    planner.page.heading("Handlingerne i rækkefølge");
    planner.page.paragraph(
        "Rækkefølgen bestemmer, hvilken handling der får årsværkene først: En handling kan kun frigøre de årsværk, som de foregående har ladet blive tilbage i området.",
    );
    let ordered = in_order(planner.decisions);
    let mut rows: Vec<Row> = (0..ordered.len())
        .map(|at| row(&ordered, at, harvest))
        .collect();
    let granted = harvest.takers.iter().map(Taker::granted).sum();
    let empty = || Cell::Html(String::new());
    rows.push(Row {
        id: "handlinger-i-alt".to_owned(),
        head: "<strong>I alt</strong>".to_owned(),
        cells: vec![
            empty(),
            empty(),
            empty(),
            Cell::Html(format!("<strong>{}</strong>", format_number(granted, 2))),
            empty(),
        ],
    });
    planner.form_table(
        "handlinger",
        "Handlinger",
        &[
            "Handling",
            "Ansvarlig",
            "Periode",
            "Status",
            "Årsværk",
            "Rækkefølge",
        ],
        rows,
    );
}

fn row(ordered: &[(&ActionId, &Action)], at: usize, harvest: &Harvest<ActionId>) -> Row {
    let (id, action) = ordered[at];
    let day = |date: &Option<String>| match date.as_deref() {
        None => "?".to_owned(),
        Some(text) if Date::parse(text).is_none() => "(datoen skal rettes)".to_owned(),
        Some(text) => format_day(text),
    };
    let period = if action.start.is_none() && action.end.is_none() {
        "ikke sat".to_owned()
    } else {
        format!("{} – {}", day(&action.start), day(&action.end))
    };
    let cells = vec![
        Cell::Html(escape(action.owner.as_deref().unwrap_or("ikke valgt"))),
        Cell::Html(escape(&period)),
        Cell::Html(words::status(action.status).to_owned()),
        Cell::Html(granted(id, action, harvest)),
        together(moves(ordered, at)),
    ];
    Row {
        id: format!("handling-{id}"),
        head: action_link(id, &format!("{}. {}", at + 1, title(action))),
        cells,
    }
}

/// What an action is granted, and how much was cut.
fn granted(id: &ActionId, action: &Action, harvest: &Harvest<ActionId>) -> String {
    if action.status == Status::Stopped {
        return "tæller ikke".to_owned();
    }
    let Some(taker) = harvest.takers.iter().find(|taker| taker.id == *id) else {
        return "–".to_owned();
    };
    let (granted, wished) = (taker.granted(), taker.wished());
    let text = format_number(granted, 2);
    if wished - granted > 0.005 {
        format!(
            "{text}<br><span class=\"badge badge-warning\">{} trukket fra</span>",
            format_number(wished - granted, 2)
        )
    } else {
        text
    }
}

fn moves(ordered: &[(&ActionId, &Action)], at: usize) -> Vec<Cell> {
    let name = title(ordered[at].1);
    let id = &ordered[at].0.0;
    let swapped = |a: usize, b: usize, what: &str, label: &str| {
        let new = if at == a { b } else { a };
        let mut order: Vec<&ActionId> = ordered.iter().map(|(id, _)| *id).collect();
        order.swap(a, b);
        let mut button = button(&format!("{what}-{id}"), label)
            .said(&format!("Flyt {name} {what}"))
            .says(format!(
                "{name} er nu nr. {} af {}.",
                new + 1,
                ordered.len()
            ))
            .focus(&if new == 0 {
                format!("ned-{id}")
            } else if new + 1 == ordered.len() {
                format!("op-{id}")
            } else {
                format!("{what}-{id}")
            });
        for (place, id) in order.into_iter().enumerate() {
            button = button.sets(&["actions", &id.0, "order"], Some(Value::from(place + 1)));
        }
        button.cell()
    };
    let mut cells = Vec::new();
    if at > 0 {
        cells.push(swapped(at - 1, at, "op", "Op"));
    }
    if at + 1 < ordered.len() {
        cells.push(swapped(at, at + 1, "ned", "Ned"));
    }
    cells
}

fn timeline(planner: &mut Planner<'_, '_>) {
    let days = |date: Option<Date>| date.map(|date| i64::from(date.days()));
    let decisions = planner.decisions;
    let rows: Vec<timeline::Row> = bars(decisions)
        .into_iter()
        .map(|bar| {
            let action = &decisions.actions[&bar.action];
            let year = crate::plan::prepare::year_one(action).ok();
            timeline::Row {
                title: title(action),
                start: days(bar.start),
                end: days(bar.end),
                status: bar.status,
                milestones: bar
                    .milestones
                    .iter()
                    .filter_map(|mark| {
                        Some(timeline::Milestone {
                            day: days(mark.date)?,
                            title: mark.title.clone().unwrap_or_default(),
                            done: mark.done,
                        })
                    })
                    .collect(),
                gain_from: year.and_then(|year| days(Date::parse(&format!("{year}-01-01")))),
                href: Name::new(&bar.action.0).map(|name| Route::Action(name).href()),
            }
        })
        .collect();
    if rows
        .iter()
        .all(|row| row.start.is_none() && row.end.is_none())
    {
        return;
    }
    let table = dates(planner);
    let today = crate::danish::seconds_of(planner.now).unwrap_or_default() / 86_400;
    planner.page.figure(Drawn {
        id: "tidslinje".to_owned(),
        title: "Handlingerne over tid".to_owned(),
        summary: "Hver bjælke går fra handlingens første til dens sidste dag; ruder er milepæle, udfyldte når de er nået. Datoerne står i tabellen under diagrammet.".to_owned(),
        specification: specification(&Request::Timeline(Timeline { today, rows })),
        beside: false,
        table: Some(&table),
    });
}

/// The days of the time line.
fn dates(planner: &Planner<'_, '_>) -> Table {
    let rows = in_order(planner.decisions).into_iter().map(|(_, action)| {
        let day = |date: Option<&str>| date.map_or_else(|| "–".to_owned(), format_day);
        let milestones: Vec<String> = action
            .milestones
            .values()
            .map(|one| {
                let title = one.title.as_deref().unwrap_or("Milepæl");
                let done = if one.done { ", nået" } else { "" };
                format!("{title} ({}{done})", day(one.date.as_deref()))
            })
            .collect();
        let year = crate::plan::prepare::year_one(action).ok();
        let cells = [
            title(action),
            day(action.start.as_deref()),
            day(action.end.as_deref()),
            words::and(&milestones),
            year.map_or_else(|| "–".to_owned(), |year| year.to_string()),
        ];
        TableRow::new(RowKind::Ordinary, cells.map(TableCell::from).into())
    });
    Table {
        title: "Handlingernes datoer".to_owned(),
        notes: Vec::new(),
        columns: [
            "Handling",
            "Første dag",
            "Sidste dag",
            "Milepæle",
            "Gevinst fra",
        ]
        .map(|title| Column::new(title, Form::Text))
        .into(),
        rows: rows.collect(),
    }
}
