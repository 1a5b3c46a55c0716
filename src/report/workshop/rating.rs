//! Live at the workshop: rating a proposal, voting for it, and putting it in the plan.
//!
//! Owns the fields, and the order of what was rated. Counts hands, not heads: a vote is a number
//! that somebody types.

use crate::document::html::escape;
use crate::document::table::{Cell, Column, Form, Row as TableRow, RowKind, Table};
use crate::domain::decisions::{Decisions, Opinion, ProposalId};
use crate::picture::Page;
use crate::picture::form::shape::Row;
use crate::picture::planning::fields::{button, path, together};
use crate::picture::planning::proposal::demands::{Demand, QUESTION, rating};
use crate::picture::planning::proposal::put_in_plan;
use crate::picture::planning::{Planner, words};
use crate::proposals;
use crate::route::{Name, Route};
use crate::sorting;

use super::resolutions;
use super::sheet::given;
use super::texts::texts;

/// More than sit in one room.
const MOST_VOTES: u32 = 999;

/// Fields to rate a proposal, vote for it, put it in the plan and note what is decided about it.
pub(crate) fn rating_form(
    page: &mut Page<'_>,
    decisions: &Decisions,
    proposal: &ProposalId,
    now: &str,
) {
    let mut planner = Planner {
        page,
        decisions,
        now,
    };
    let empty = Opinion::default();
    let opinion = decisions.opinions.get(proposal).unwrap_or(&empty);
    if let Some(reason) = &opinion.rejected {
        let markup = format!("<p>{}</p>", escape(reason));
        planner.alert("info", "I har fravalgt forslaget", &markup);
    }
    ratings(&mut planner, proposal, opinion);
    put(&mut planner, proposal);
    resolutions::form_about(page, decisions, now, proposal);
}

fn ratings(planner: &mut Planner<'_, '_>, id: &ProposalId, opinion: &Opinion) {
    let fields = planner.fields();
    let at = |key: &str| path(&["proposals", &id.0, key]);
    let votes = opinion.votes;
    let mut rows: Vec<Row> = Demand::ALL
        .into_iter()
        .map(|demand| {
            rating(id, demand, opinion)
                .hint(texts().question(demand.key()))
                .row()
        })
        .collect();
    rows.push(
        fields
            .whole("Stemmer", at("votes"), (0, MOST_VOTES), votes)
            .hint("Hvor mange der stemte for.")
            .wrong(words::within(
                votes.map(f64::from),
                0.0,
                f64::from(MOST_VOTES),
            ))
            .row(),
    );
    rows.push(
        fields
            .lines("Noter", at("note"), opinion.note.as_deref())
            .row(),
    );
    planner.form(&format!("bedoem-{id}"), QUESTION, rows);
}

/// The way into the plan, or to where the proposal is in it.
fn put(planner: &mut Planner<'_, '_>, id: &ProposalId) {
    let mut actions = planner.decisions.actions.iter();
    let action = actions.find(|(_, action)| action.proposal == *id);
    let pressed = match action {
        Some((action, _)) => Name::new(&action.0).map(|name| {
            button(&format!("se-handling-{id}"), "Er i planen: se handlingen")
                .then(Route::Action(name).href())
        }),
        None => proposals::proposal(id).map(|one| {
            put_in_plan(&format!("til-planen-{id}"), planner, id)
                .focus(&format!("se-handling-{id}"))
                .says(format!("{} er sat i handleplanen.", words::named(one)))
                .primary()
        }),
    };
    if let Some(pressed) = pressed {
        let row = Row {
            id: format!("til-planen-{id}-row"),
            head: String::new(),
            cells: vec![together(vec![pressed.cell()])],
        };
        planner.form(&format!("til-planen-{id}-form"), "", vec![row]);
    }
}

/// What was rated or voted for: by votes, then by the sum of the ratings, then by id.
pub(crate) fn vote_table(decisions: &Decisions) -> Table {
    let mut rated: Vec<(&ProposalId, &Opinion)> = decisions
        .opinions
        .iter()
        .filter(|(_, one)| one.votes.is_some() || sum(one) > 0)
        .collect();
    sorting::sort_by(&mut rated, |(_, one), (_, other)| {
        let key = |one: &Opinion| (one.votes.unwrap_or_default(), sum(one));
        key(other).cmp(&key(one))
    });
    let columns = [
        ("Forslag", Form::Text),
        ("Organisation", Form::Number(0)),
        ("Procesmodenhed", Form::Number(0)),
        ("Volumen", Form::Number(0)),
        ("Stemmer", Form::Number(0)),
        ("Noter", Form::Text),
    ];
    Table {
        title: "Vurderinger og stemmer".to_owned(),
        notes: vec![
            "Hvor meget det betyder for, at forslaget lykkes: 1 lidt, 2 noget, 3 meget. Forslagene står efter stemmer og derefter efter summen af vurderingerne.".to_owned(),
        ],
        columns: columns
            .map(|(title, form)| Column::new(title, form))
            .into(),
        rows: rated.into_iter().map(|(id, one)| row(id, one)).collect(),
    }
}

/// A rating that means something.
fn rated(opinion: &Opinion, demand: Demand) -> Option<u8> {
    demand.of(opinion).filter(|score| (1..=3).contains(score))
}

fn sum(opinion: &Opinion) -> u8 {
    Demand::ALL
        .iter()
        .filter_map(|&demand| rated(opinion, demand))
        .sum()
}

fn row(id: &ProposalId, opinion: &Opinion) -> TableRow {
    let mut cells = vec![Cell::from(words::proposal_name(id))];
    cells.extend(Demand::ALL.map(|demand| Cell::from(rated(opinion, demand).map(f64::from))));
    cells.push(Cell::from(opinion.votes.map(f64::from)));
    let mut notes: Vec<String> = given(opinion.note.as_deref()).into_iter().collect();
    if let Some(reason) = &opinion.rejected {
        notes.insert(0, format!("Fravalgt: {reason}"));
    }
    cells.push(Cell::from(notes.join(" ")));
    TableRow::new(RowKind::Ordinary, cells)
}
