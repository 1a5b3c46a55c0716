//! The slides of what is to be done: proposals, what the plan gives, its actions.

use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::document::tables::Kind;
use crate::picture::Page;
use crate::picture::piece::Piece;
use crate::picture::planning::{Planner, action_plan, reasons, words};
use crate::report::parts::{self, Given, leading};
use crate::report::sentences;

use super::{ROWS, Slide, slide};

/// Proposals of a domain on a slide.
const PROPOSALS: usize = 3;
/// Sentences that stand above a chart.
const SENTENCES: usize = 2;

fn planner<'a, 'b>(page: &'a mut Page<'b>, given: &Given<'a>) -> Planner<'a, 'b> {
    Planner {
        page,
        decisions: given.decisions,
        now: given.now,
    }
}

pub(super) fn proposals(given: &Given<'_>) -> Slide {
    let mut page = Page::new(given.source);
    let mut rows = Vec::new();
    let planner = planner(&mut page, given);
    for score in &given.source.scorecard.domains {
        for one in leading(&planner, score.domain).iter().take(PROPOSALS) {
            let reason = one.areas.iter().find(|area| area.points > 0.0);
            let cells = vec![
                Cell::from(words::proposal_name(&one.proposal)),
                Cell::from(reason.map(reasons::area_in_short).unwrap_or_default()),
                Cell::Number(one.points),
            ];
            rows.push(Row::new(RowKind::Ordinary, cells));
        }
    }
    if rows.is_empty() {
        let text = sentences::proposals(given.facts);
        page.pieces.push(Piece::List(text));
    } else {
        let table = Table {
            title: "Forslag, som billedet peger på".to_owned(),
            notes: vec![
                "Årsværk i arbejde, der ikke er samlet eller digitalt; det er ikke en besparelse."
                    .to_owned(),
            ],
            columns: vec![
                Column::new("Forslag", Form::Text),
                Column::new("Den tungeste grund", Form::Text),
                Column::new("Årsværk", Form::Number(1)),
            ],
            rows,
        };
        page.table(&table, false);
    }
    slide(sentences::proposals_message(given.facts), page)
}

pub(super) fn plan(given: &Given<'_>) -> Slide {
    let mut page = Page::new(given.source);
    let mut told = sentences::plan(given.facts);
    if !given.decisions.actions.is_empty() {
        told.truncate(SENTENCES);
    }
    page.pieces.push(Piece::List(told));
    if !given.decisions.actions.is_empty() {
        action_plan::write_years(&mut planner(&mut page, given));
        // The chart is the message; its table is in the report.
        page.pieces
            .retain(|piece| !matches!(piece, Piece::Table(..) | Piece::Heading(..)));
    }
    slide(sentences::plan_message(given.facts), page)
}

pub(super) fn actions(given: &Given<'_>) -> Slide {
    let mut page = Page::new(given.source);
    let message = match given.decisions.actions.len() {
        0 => "Der er endnu ingen handlinger i planen".to_owned(),
        1 => "Planen har én handling".to_owned(),
        n => format!("Planen har {n} handlinger"),
    };
    if parts::has_no_plan(given.decisions) {
        page.paragraph(
            "Vælg forslag på workshoppen, giv dem en ansvarlig og en periode, og sæt dem i planen.",
        );
        return slide(message, page);
    }
    let all = parts::told(Kind::Plan, given.source);
    // Place, name, owner, first and last day, status.
    let places = [0, 1, 2, 3, 4, 5];
    let table = Table {
        title: "Handlinger".to_owned(),
        notes: (all.rows.len() > ROWS)
            .then(|| format!("De første {ROWS} af {} handlinger.", all.rows.len()))
            .into_iter()
            .collect(),
        columns: places.map(|place: usize| all.columns[place].clone()).into(),
        rows: all
            .rows
            .iter()
            .take(ROWS)
            .map(|row| {
                Row::new(
                    row.kind,
                    places.map(|place| row.cells[place].clone()).into(),
                )
            })
            .collect(),
    };
    page.table(&table, false);
    slide(message, page)
}
