//! The slides of what is to be done: proposals, what the plan gives, its actions.

use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::document::tables::Kind;
use crate::domain::catalogue;
use crate::domain::ids::Domain;
use crate::picture::Page;
use crate::picture::piece::Piece;
use crate::picture::planning::{Planner, action_plan, reasons, words};
use crate::proposals::Match;
use crate::proposals::reason::Weighing;
use crate::report::parts::{self, Given, leading};
use crate::report::sentences;

use super::{ROWS, Slide, slide};

/// Proposals of a domain on a slide.
const PROPOSALS: usize = 3;

fn planner<'a, 'b>(page: &'a mut Page<'b>, given: &Given<'a>) -> Planner<'a, 'b> {
    Planner {
        page,
        decisions: given.decisions,
        now: given.now,
    }
}

pub(super) fn proposals(given: &Given<'_>) -> Slide {
    let mut page = Page::new(given.source);
    let planner = planner(&mut page, given);
    let leading: Vec<(Domain, Match)> = given
        .source
        .scorecard
        .domains
        .iter()
        .flat_map(|score| {
            let first = leading(&planner, score.domain).into_iter().take(PROPOSALS);
            first.map(|one| (score.domain, one))
        })
        .collect();
    if leading.is_empty() {
        let text = sentences::proposals(given.facts);
        page.pieces.push(Piece::List(text));
    } else {
        page.table(&proposals_table(&leading), false);
    }
    slide(sentences::proposals_message(given.facts), page)
}

fn proposals_table(leading: &[(Domain, Match)]) -> Table {
    let in_fte = leading.iter().all(|(_, one)| one.weighing == Weighing::Fte);
    let rows = leading.iter().map(|(domain, one)| {
        let reason = one.areas.iter().find(|area| area.points > 0.0);
        let cells = vec![
            Cell::from(catalogue::domain_title(*domain)),
            Cell::from(words::proposal_name(&one.proposal)),
            Cell::from(reason.map(reasons::area_in_short).unwrap_or_default()),
            if in_fte {
                Cell::Number(one.points)
            } else {
                Cell::from(reasons::points(one))
            },
        ];
        Row::new(RowKind::Ordinary, cells)
    });
    // Where a domain has no staff, its points are areas and the unit stands with the number.
    let (points, form, what) = if in_fte {
        (
            "Årsværk, ikke samlet eller digitalt",
            Form::Number(1),
            "Årsværk i arbejde, der ikke er samlet eller digitalt; det er ikke en besparelse.",
        )
    } else {
        (
            "Ikke samlet eller digitalt",
            Form::Text,
            "Det arbejde, der ikke er samlet eller digitalt; det er ikke en besparelse.",
        )
    };
    let mut said = vec![what.to_owned()];
    said.extend(Domain::ALL.into_iter().filter_map(|domain| {
        let is_placed =
            |(of, one): &(Domain, Match)| *of == domain && (one.pinned || one.rank.is_some());
        let is_changed = leading.iter().any(is_placed);
        is_changed.then(|| sentences::order_changed(domain))
    }));
    Table {
        title: "Forslag, som billedet peger på".to_owned(),
        notes: vec![said.join(" ")],
        columns: vec![
            Column::new("Hovedområde", Form::Text),
            Column::new("Forslag", Form::Text),
            Column::new("Det, der vejer mest", Form::Text),
            Column::new(points, form),
        ],
        rows: rows.collect(),
    }
}

pub(super) fn plan(given: &Given<'_>) -> Slide {
    let mut page = Page::new(given.source);
    if given.decisions.actions.is_empty() {
        page.pieces.push(Piece::List(sentences::plan(given.facts)));
    } else {
        let told = sentences::plan_in_short(given.facts);
        page.pieces.push(Piece::List(told));
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
