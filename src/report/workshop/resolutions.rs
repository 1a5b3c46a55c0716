//! What was decided: noting it, and telling it.
//!
//! Owns the fields of a decision and its words. What is typed becomes a value of the plan
//! (`resolutions`) through the app.

use serde_json::Value;

use crate::document::html::escape;
use crate::document::table::{Cell, Column, Form, Row as TableRow, RowKind, Table};
use crate::domain::decisions::{Decisions, ProposalId, Resolution, ResolutionId};
use crate::picture::Page;
use crate::picture::form::shape::Row;
use crate::picture::planning::fields::{Made, Pressable, button, choice, path, together};
use crate::picture::planning::{Planner, words};
use crate::plan::dates::Date;
use crate::proposals;
use crate::sorting;

use super::sheet::{WRONG_DATE, day, given};

/// The decisions in the order in which they were noted.
pub(super) fn in_order(decisions: &Decisions) -> Vec<(&ResolutionId, &Resolution)> {
    let mut all: Vec<_> = decisions.resolutions.iter().collect();
    sorting::sort_by_key(&mut all, |(id, _)| (id.0.len(), &id.0));
    all
}

/// What was decided, as a table; what has no words yet is left out.
pub(super) fn table(decisions: &Decisions) -> Table {
    let rows = in_order(decisions).into_iter().filter_map(|(_, one)| {
        let cells = [
            given(one.text.as_deref())?,
            one.proposal
                .as_ref()
                .map_or_else(String::new, words::proposal_name),
            given(one.owner.as_deref()).unwrap_or_default(),
            day(one.due.as_deref()).unwrap_or_default(),
        ];
        Some(TableRow::new(
            RowKind::Ordinary,
            cells.map(Cell::from).into(),
        ))
    });
    Table {
        title: "Beslutninger".to_owned(),
        notes: Vec::new(),
        columns: ["Beslutning", "Forslag", "Ansvarlig", "Senest"]
            .map(|title| Column::new(title, Form::Text))
            .into(),
        rows: rows.collect(),
    }
}

/// Fields of all decisions, and a button that adds one.
pub(crate) fn all_form(page: &mut Page<'_>, decisions: &Decisions, now: &str) {
    form(page, decisions, now, |_| true, &About::Any);
}

/// Fields of the decisions that are about no proposal, and a button that adds one.
pub(crate) fn resolution_form(page: &mut Page<'_>, decisions: &Decisions, now: &str) {
    form(
        page,
        decisions,
        now,
        |one| one.proposal.is_none(),
        &About::Nothing,
    );
}

/// Fields of the decisions about a proposal, and a button that adds one.
pub(super) fn form_about(
    page: &mut Page<'_>,
    decisions: &Decisions,
    now: &str,
    proposal: &ProposalId,
) {
    form(
        page,
        decisions,
        now,
        |one| one.proposal.as_ref() == Some(proposal),
        &About::Proposal(proposal),
    );
}

/// What the decisions of a form are about.
enum About<'a> {
    /// Anything: it can be chosen.
    Any,
    /// Nothing in particular.
    Nothing,
    /// This proposal.
    Proposal(&'a ProposalId),
}

impl About<'_> {
    /// The element of the button that adds a decision.
    fn element(&self) -> String {
        match self {
            Self::Proposal(id) => format!("ny-beslutning-{id}"),
            Self::Any | Self::Nothing => "ny-beslutning".to_owned(),
        }
    }
}

fn form(
    page: &mut Page<'_>,
    decisions: &Decisions,
    now: &str,
    is_shown: impl Fn(&Resolution) -> bool,
    about: &About<'_>,
) {
    let mut planner = Planner {
        page,
        decisions,
        now,
    };
    let add = about.element();
    let shown: Vec<_> = in_order(decisions)
        .into_iter()
        .filter(|(_, one)| is_shown(one))
        .collect();
    let rows: Vec<Row> = shown
        .into_iter()
        .zip(1..)
        .map(|((id, one), number)| row(&planner, id, one, number, about))
        .collect();
    if !rows.is_empty() {
        let mut columns = vec!["Nr.", "Beslutning"];
        if matches!(about, About::Any) {
            columns.push("Forslag");
        }
        columns.extend(["Ansvarlig", "Senest", "Fjern"]);
        planner.form_table(
            &format!("beslutninger-{add}"),
            "Beslutninger",
            &columns,
            rows,
        );
    }
    let new = new(&planner, about);
    planner.form(&format!("{add}-form"), "", vec![new.row()]);
}

/// A button that adds a decision and moves the focus to its text.
fn new(planner: &Planner<'_, '_>, about: &About<'_>) -> Pressable {
    let id = new_id(planner);
    let today = planner.now.get(..10).unwrap_or_default();
    let add = button(&about.element(), "Notér en beslutning")
        .sets(&["resolutions", &id, "noted"], Some(today.into()))
        .focus_field(&["resolutions", &id, "text"]);
    match about {
        About::Proposal(proposal) => add
            .said(&format!(
                "Notér en beslutning om {}",
                words::proposal_name(proposal)
            ))
            .sets(
                &["resolutions", &id, "proposal"],
                Some(proposal.0.clone().into()),
            ),
        About::Any | About::Nothing => add,
    }
}

/// An id that no decision has: the second, or a later one where two are noted in one.
fn new_id(planner: &Planner<'_, '_>) -> String {
    let mut id = planner.new_id('d');
    let mut seconds = crate::danish::seconds_of(planner.now).unwrap_or_default();
    while planner
        .decisions
        .resolutions
        .contains_key(&ResolutionId::from(id.as_str()))
    {
        seconds += 1;
        id = format!("d{seconds}");
    }
    id
}

fn row(
    planner: &Planner<'_, '_>,
    id: &ResolutionId,
    one: &Resolution,
    number: usize,
    about: &About<'_>,
) -> Row {
    let fields = planner.fields();
    let at = |key: &str| path(&["resolutions", &id.0, key]);
    let label = |what: &str| format!("Beslutning {number}: {what}");
    let wrong = given(one.due.as_deref())
        .filter(|due| Date::parse(due).is_none())
        .map(|_| WRONG_DATE.to_owned());
    let mut cells = vec![
        fields
            .lines(&label("hvad"), at("text"), one.text.as_deref())
            .cell(),
    ];
    if matches!(about, About::Any) {
        cells.push(proposal(&label("forslag"), at("proposal"), one).cell());
    }
    let name = given(one.text.as_deref()).unwrap_or_else(|| format!("Beslutning {number}"));
    let remove = button(&format!("fjern-{id}"), "Fjern")
        .said(&format!("Fjern beslutning {number}"))
        .sets(&["resolutions", &id.0], None)
        .confirm(format!("Vil I fjerne »{name}«? I kan fortryde bagefter."))
        .focus(&about.element())
        .says("Beslutningen er fjernet.");
    cells.extend([
        fields
            .line(&label("ansvarlig"), at("owner"), one.owner.as_deref())
            .cell(),
        fields
            .day(&label("senest"), at("due"), one.due.as_deref())
            .wrong(wrong)
            .cell(),
        together(vec![remove.cell()]),
    ]);
    Row {
        id: format!("beslutning-{id}"),
        head: escape(&number.to_string()),
        cells,
    }
}

/// Which proposal a decision is about; one that this version does not know is kept.
fn proposal(label: &str, at: Vec<String>, one: &Resolution) -> Made {
    let mut ids: Vec<ProposalId> = proposals::proposals()
        .iter()
        .map(|one| one.id.clone())
        .collect();
    ids.extend(one.proposal.clone().filter(|id| !ids.contains(id)));
    let none = (None, "Intet bestemt".to_owned());
    let options = ids.iter().map(|id| {
        let value = Value::from(id.0.clone());
        (Some(value), words::proposal_name(id))
    });
    let chosen = one.proposal.as_ref().map(|id| Value::from(id.0.clone()));
    choice(
        label,
        at,
        std::iter::once(none).chain(options).collect(),
        chosen.as_ref(),
    )
}
