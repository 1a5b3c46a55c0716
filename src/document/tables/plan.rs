//! Handleplan: the actions, what they bring year by year, and where every krone comes from.

use crate::calculators;
use crate::danish::format_day;
use crate::domain::catalogue;
use crate::domain::decisions::{self, Action, ActionId, Case, Decisions, ProposalId, Status};
use crate::domain::scenario::{PerScenario, Scenario};
use crate::plan::harvest::Harvest;
use crate::plan::order::in_order;
use crate::plan::planned::When;
use crate::plan::prepare::year_one;
use crate::plan::totals::{TraceRow, harvest_at, totals};
use crate::plan::worth::Amounts;
use crate::proposals::proposal;

use super::super::table::{Cell, Column, Form, Row, Table};
use super::valued::given;
use super::{Source, count, ordinary};

/// The actions in their order, with what the overlap rule grants each when fully phased in.
pub(super) fn actions(source: &Source<'_>) -> Table {
    let (decisions, _) = decisions::read(&source.assessment.plan);
    let given = given(source, &decisions);
    let all = totals(&decisions, &given);
    let harvest = harvest_at(&all.planned, &given.fte, When::PhasedIn, Scenario::Expected);
    let rows = in_order(&decisions)
        .into_iter()
        .zip(1_u32..)
        .map(|((id, action), place)| action_row(&decisions, &harvest, place, id, action));
    Table {
        title: "Handleplan".to_owned(),
        notes: notes(source),
        columns: [
            ("Plads", Form::Number(0)),
            ("Handling", Form::Text),
            ("Ansvarlig", Form::Text),
            ("Første dag", Form::Text),
            ("Sidste dag", Form::Text),
            ("Status", Form::Text),
            ("Beregning", Form::Text),
            ("Gevinst fra", Form::Text),
            ("Årsværk alene", Form::Number(2)),
            ("Årsværk i planen", Form::Number(2)),
            ("Noter", Form::Text),
        ]
        .map(|(title, form)| Column::new(title, form))
        .into(),
        rows: rows.collect(),
    }
}

fn action_row(
    decisions: &Decisions,
    harvest: &Harvest<ActionId>,
    place: u32,
    id: &ActionId,
    action: &Action,
) -> Row {
    let text = |text: &Option<String>| super::text(text.as_deref().unwrap_or_default());
    let day = |date: &Option<String>| {
        date.as_deref()
            .map_or(Cell::Empty, |date| format_day(date).into())
    };
    let taker = harvest.takers.iter().find(|taker| taker.id == *id);
    let case = action
        .case
        .as_ref()
        .and_then(|case| decisions.cases.get(case));
    ordinary(vec![
        count(place),
        Cell::from(action_name(action)),
        text(&action.owner),
        day(&action.start),
        day(&action.end),
        Cell::from(match action.status {
            Status::Planned => "Planlagt",
            Status::Running => "I gang",
            Status::Done => "Gennemført",
            Status::Stopped => "Stoppet",
        }),
        case.map_or(Cell::Empty, |case| case_name(case).into()),
        year_one(action).map_or(Cell::Empty, |year| year.to_string().into()),
        Cell::from(taker.map(crate::plan::harvest::Taker::wished)),
        Cell::from(taker.map(crate::plan::harvest::Taker::granted)),
        text(&action.note),
    ])
}

/// What the plan brings, year by year.
pub(super) fn years(source: &Source<'_>) -> Table {
    let (decisions, _) = decisions::read(&source.assessment.plan);
    let all = totals(&decisions, &given(source, &decisions));
    let phased_in =
        (!all.planned.is_empty()).then(|| ("Fuldt indfaset".to_owned(), all.phased_in, None));
    let years = all
        .years
        .iter()
        .map(|year| (year.year.to_string(), year.amounts, Some(year.accumulated)));
    let rows = years.chain(phased_in).map(|(name, amounts, accumulated)| {
        let mut cells = vec![Cell::from(name)];
        cells.extend(three(&amounts, |one| one.fte));
        cells.extend(money(&amounts.expected));
        cells.extend(three(&amounts, |one| one.result()));
        cells.push(Cell::from(accumulated.map(|one| one.expected)));
        ordinary(cells)
    });
    Table {
        title: "Planens år".to_owned(),
        notes: notes(source),
        columns: [
            ("År", Form::Text),
            ("Årsværk, forventet", Form::Number(2)),
            ("Årsværk, lavt", Form::Number(2)),
            ("Årsværk, højt", Form::Number(2)),
            ("Budgetgevinst, kr.", Form::Number(0)),
            ("Værdi af frigjort tid, kr.", Form::Number(0)),
            ("Drift, kr.", Form::Number(0)),
            ("Investering, kr.", Form::Number(0)),
            ("Resultat, kr., forventet", Form::Number(0)),
            ("Resultat, kr., lavt", Form::Number(0)),
            ("Resultat, kr., højt", Form::Number(0)),
            ("Akkumuleret, kr., forventet", Form::Number(0)),
        ]
        .map(|(title, form)| Column::new(title, form))
        .into(),
        rows: rows.collect(),
    }
}

/// Every krone and FTE, back to action, proposal, business case, area and year.
pub(super) fn trace(source: &Source<'_>) -> Table {
    let (decisions, _) = decisions::read(&source.assessment.plan);
    let all = totals(&decisions, &given(source, &decisions));
    let rows = all.phased_in_trace.iter().chain(&all.trace);
    Table {
        title: "Planens sporing".to_owned(),
        notes: notes(source),
        columns: [
            ("År", Form::Text),
            ("Handling", Form::Text),
            ("Beregning", Form::Text),
            ("Område", Form::Text),
            ("Årsværk, forventet", Form::Number(2)),
            ("Årsværk, lavt", Form::Number(2)),
            ("Årsværk, højt", Form::Number(2)),
            ("Budgetgevinst, kr.", Form::Number(0)),
            ("Værdi af frigjort tid, kr.", Form::Number(0)),
            ("Drift, kr.", Form::Number(0)),
            ("Investering, kr.", Form::Number(0)),
        ]
        .map(|(title, form)| Column::new(title, form))
        .into(),
        rows: rows.map(|row| trace_row(&decisions, row)).collect(),
    }
}

fn trace_row(decisions: &Decisions, row: &TraceRow) -> Row {
    let case = row.case.as_ref().and_then(|id| decisions.cases.get(id));
    let mut cells = vec![
        Cell::from(match row.when {
            When::Year(year) => year.to_string(),
            When::PhasedIn => "Fuldt indfaset".to_owned(),
        }),
        Cell::from(
            decisions
                .actions
                .get(&row.action)
                .map_or_else(|| row.action.to_string(), action_name),
        ),
        Cell::from(case.map_or_else(|| "Forslagets egen virkning".to_owned(), case_name)),
        row.area.map_or(Cell::Empty, |id| {
            let title = catalogue::area(id).map_or("", |area| area.title);
            format!("{id} {title}").into()
        }),
    ];
    cells.extend(three(&row.amounts, |one| one.fte));
    cells.extend(if case.is_some() {
        money(&row.amounts.expected)
    } else {
        [const { Cell::Empty }; 4]
    });
    ordinary(cells)
}

/// The expected value, the low and the high one.
fn three(amounts: &PerScenario<Amounts>, read: impl Fn(&Amounts) -> f64) -> [Cell; 3] {
    [&amounts.expected, &amounts.low, &amounts.high].map(|one| Cell::Number(read(one)))
}

fn money(amounts: &Amounts) -> [Cell; 4] {
    [
        amounts.cash,
        amounts.capacity,
        amounts.running,
        amounts.investment,
    ]
    .map(Cell::Number)
}

fn notes(source: &Source<'_>) -> Vec<String> {
    let mut notes = vec![source.whose()];
    if source.assessment.plan.is_empty() {
        notes.push("Der er endnu ingen handleplan.".to_owned());
    } else {
        notes.push(
            "Tallene bygger på kommunens egne beregninger og er ikke en prognose. Frigjort tid bliver først penge, når nogen beslutter det.".to_owned(),
        );
    }
    notes
}

/// What a proposal is called: its number and name.
#[must_use]
pub fn proposal_name(id: &ProposalId) -> String {
    proposal(id).map_or_else(|| id.to_string(), |one| format!("{} {}", one.id, one.name))
}

/// What an action is called.
#[must_use]
pub fn action_name(action: &Action) -> String {
    match &action.title {
        Some(title) => format!("{} {title}", action.proposal),
        None => proposal_name(&action.proposal),
    }
}

/// What a business case is called.
#[must_use]
pub fn case_name(case: &Case) -> String {
    case.title.clone().unwrap_or_else(|| {
        calculators::model(&case.model).map_or_else(
            || format!("Model {}", case.model),
            |model| model.title.clone(),
        )
    })
}
