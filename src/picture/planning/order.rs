//! The natural order of the proposals as a picture.

use std::collections::BTreeSet;

use crate::charts::order::{Edge, Order, State, Step};
use crate::charts::{Request, specification};
use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::domain::decisions::{ProposalId, Status};
use crate::picture::Drawn;
use crate::plan::order::in_order;
use crate::proposals::{self, Against, Basis};
use crate::route::{Name, Route};

use super::{Planner, words};

pub(super) fn write(planner: &mut Planner<'_, '_>) {
    let order = proposals::order();
    planner
        .page
        .markup("<h2 id=\"naturlig\" tabindex=\"-1\">Den naturlige rækkefølge</h2>");
    planner.page.aside(&order.note);
    let levels = order.levels().unwrap_or_default();
    let actions = in_order(planner.decisions);
    let chosen: Vec<ProposalId> = actions
        .iter()
        .map(|(_, action)| action.proposal.clone())
        .collect();
    let done: BTreeSet<&ProposalId> = actions
        .iter()
        .filter(|(_, action)| action.status == Status::Done)
        .map(|(_, action)| &action.proposal)
        .collect();
    let boxes = order.boxes.iter().map(|step| {
        let any = |set: &dyn Fn(&ProposalId) -> bool| step.proposals.iter().any(set);
        let state = if any(&|id| chosen.contains(id) && !done.contains(id)) {
            State::Chosen
        } else if any(&|id| done.contains(id)) {
            State::Done
        } else {
            State::Plain
        };
        let numbers: Vec<&str> = step.proposals.iter().map(|id| id.0.as_str()).collect();
        let first = step.proposals.first().and_then(|id| Name::new(&id.0));
        Step {
            id: step.id.clone(),
            title: step.title.clone(),
            numbers: numbers.join(" · "),
            level: levels
                .get(step.id.as_str())
                .map_or(0, |&level| usize::try_from(level).unwrap_or(0)),
            state,
            href: first.map(|name| Route::Proposal(name).href()),
        }
    });
    let edges = order.edges.iter().map(|edge| Edge {
        from: edge.from.clone(),
        to: edge.to.clone(),
        certain: edge.basis == Basis::Stated,
    });
    let breaks = order.breaks(&chosen);
    let broken = breaks
        .iter()
        .filter(|one| one.against == Against::Reversed)
        .filter_map(|one| {
            let step = |id| order.step_of(id).map(|step| step.id.clone());
            Some((step(&one.earlier)?, step(&one.later)?))
        });
    let table = table(order);
    planner.page.figure(Drawn {
        id: "raekkefoelge-graf".to_owned(),
        title: "Forslagene i den rækkefølge, hvor det ene bygger på det andet".to_owned(),
        summary: "Kasserne er fra KLK's oplæg (dias 66), pilene er Kommunebenchmarks læsning. Kasser med forslag i jeres plan er fremhævet. Tabellen under diagrammet siger det samme.".to_owned(),
        specification: specification(&Request::Order(Order {
            columns: 4,
            steps: boxes.collect(),
            edges: edges.collect(),
            breaks: broken.collect(),
        })),
        beside: false,
        table: Some(&table),
    });
}

/// The arrows in words.
fn table(order: &proposals::Order) -> Table {
    let title = |id: &str| {
        let step = order.boxes.iter().find(|step| step.id == id);
        step.map_or_else(|| id.to_owned(), |step| step.title.clone())
    };
    let mut rows: Vec<Row> = order
        .edges
        .iter()
        .map(|edge| {
            let cells = [
                title(&edge.from),
                title(&edge.to),
                edge.why.clone(),
                words::basis(edge.basis).to_owned(),
            ];
            Row::new(RowKind::Ordinary, cells.map(Cell::from).into())
        })
        .collect();
    rows.extend(order.prerequisites.iter().map(|one| {
        let cells = [
            one.from_text.clone(),
            words::proposal_name(&one.to),
            one.why.clone(),
            words::basis(Basis::Stated).to_owned(),
        ];
        Row::new(RowKind::Ordinary, cells.map(Cell::from).into())
    }));
    Table {
        title: "Hvad der kommer før hvad".to_owned(),
        notes: order
            .boxes
            .iter()
            .filter_map(|step| step.note.clone())
            .collect(),
        columns: ["Først", "Derefter", "Hvorfor", "Hvor det står"]
            .map(|title| Column::new(title, Form::Text))
            .into(),
        rows,
    }
}
