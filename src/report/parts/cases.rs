//! Beregninger: each business case with its inputs, its result and its years.

use crate::calculators::{Evaluation, InputState, Model, Origin};
use crate::danish::format_short;
use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::document::tables::valued;
use crate::domain::decisions::{Case, CaseId};
use crate::picture::piece::Piece;
use crate::picture::planning::case::{inputs::unit, results};
use crate::picture::planning::{Planner, cases, words};
use crate::plan::integrity::uses_of_case;

pub(super) fn write(planner: &mut Planner<'_, '_>) {
    for (id, case) in &planner.decisions.cases {
        planner.page.heading(&cases::title(case));
        let Some((model, evaluation)) = valued::evaluated(planner.page.source, case) else {
            planner.page.paragraph(
                "Modellen findes ikke i denne udgave af programmet. Tallene er gemt, men kan ikke vises.",
            );
            continue;
        };
        head(planner, id, case, model);
        planner.page.table(&inputs(model, &evaluation), false);
        let from = planner.page.pieces.len();
        results::write(planner, case, model, &evaluation);
        // The page's own headings stand one level below the case's.
        for piece in &mut planner.page.pieces[from..] {
            if let Piece::Heading(level, _) = piece {
                *level += 1;
            }
        }
    }
}

fn head(planner: &mut Planner<'_, '_>, id: &CaseId, case: &Case, model: &Model) {
    planner.page.paragraph(&model.about);
    for text in model.reading.iter().chain(&model.contradictions) {
        planner.page.aside(text);
    }
    let mut terms = Vec::new();
    if let Some(proposal) = &case.proposal {
        terms.push(("Forslag".to_owned(), words::proposal_name(proposal)));
    }
    if let Some(note) = &case.note {
        terms.push(("Noter".to_owned(), note.clone()));
    }
    if !terms.is_empty() {
        planner.page.pieces.push(Piece::Terms(terms));
    }
    if uses_of_case(planner.decisions, id).is_empty() {
        planner
            .page
            .aside("Beregningen indgår ikke i handleplanen.");
    }
}

/// What was put in, and from where.
fn inputs(model: &Model, evaluation: &Evaluation) -> Table {
    let rows = model
        .inputs
        .iter()
        .zip(&evaluation.inputs)
        .map(|(input, state)| {
            let unit = input
                .unit_label
                .as_deref()
                .unwrap_or_else(|| unit(input.unit.as_str()));
            let show = |value: Option<f64>| match value {
                None => Cell::Empty,
                Some(value) if input.yes_no => Cell::from(if value > 0.0 { "ja" } else { "nej" }),
                Some(value) => Cell::Text(format_short(value)),
            };
            let ends = if input.uncertain {
                [state.values.low, state.values.high]
            } else {
                [None; 2]
            };
            let cells = vec![
                Cell::from(input.title.clone()),
                show(state.values.expected),
                show(ends[0]),
                show(ends[1]),
                Cell::from(if input.yes_no { "" } else { unit }),
                Cell::from(origin(state, input.required)),
            ];
            Row::new(RowKind::Ordinary, cells)
        });
    Table {
        title: "Forudsætninger".to_owned(),
        notes: Vec::new(),
        columns: ["Tal", "Forventet", "Lavest", "Højest", "Enhed", "Fra"]
            .map(|title| Column::new(title, Form::Text))
            .into(),
        rows: rows.collect(),
    }
}

/// From where a number is. An optional one that is empty is computed without, so nothing lacks.
const fn origin(state: &InputState, required: bool) -> &'static str {
    match (state.problem, state.origin) {
        (Some(_), _) => "skal rettes",
        (None, Origin::Given) => "kommunen",
        (None, Origin::Survey) => "skemaet",
        (None, Origin::Default) => "kilden",
        (None, Origin::Missing) if required => "mangler",
        (None, Origin::Missing) => "ikke udfyldt",
    }
}
