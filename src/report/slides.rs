//! Ten slides for the director group, one message each, and the same on the workshop's screens.

mod planning;

use serde_json::Value;

use crate::charts::{Request, specification};
use crate::danish::format_number;
use crate::document::html::escape;
use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::document::tables::Source;
use crate::domain::catalogue;
use crate::domain::decisions::Decisions;
use crate::domain::rating::Dimension;
use crate::picture::piece::{Piece, add_markup};
use crate::picture::{Block, Drawn, Page, Picture, dataset, figures, words};
use crate::route::Route;
use crate::scoring::{AreaScore, DomainScore};
use crate::sorting;

use super::facts::Facts;
use super::parts::Given;
use super::{assembly, sentences, sheet};

/// Rows that fit on a slide.
const ROWS: usize = 8;
/// Height of a chart above the key to its areas, in pixels.
const KEYED: u32 = 286;
/// Height of a chart below sentences, in pixels.
const LOW: u32 = 330;

/// Room for a name above the plot of a low chart, in pixels.
const NAMES: u64 = 8;

/// One message with what supports it.
pub(super) struct Slide {
    /// The message, a sentence without its full stop.
    pub message: String,
    /// What supports it.
    pub pieces: Vec<Piece>,
}

/// The slides as one page; each begins on a sheet of its own.
pub(super) fn picture(source: &Source<'_>, decisions: &Decisions, now: &str) -> Picture {
    let facts = Facts::of(source, decisions);
    let given = Given {
        source,
        decisions,
        facts: &facts,
        now,
    };
    let running = assembly::running(source);
    let mut blocks = vec![Block::Html(format!(
        "{}<p class=\"slides-lead app-only\">Hvert billede har ét budskab. Vælg »Udskriv eller gem som PDF«; siderne er i format 16:9. Diagrammer og tabeller kan også kopieres til jeres egne slides.</p><div class=\"slides\" data-running=\"{}\"></div>",
        sheet::tools(&[("paper", "Udskriv eller gem som PDF", true)]),
        escape(&running)
    ))];
    for (number, slide) in deck(&given).into_iter().enumerate() {
        let heading = if number == 0 { "h1" } else { "h2" };
        add_markup(
            &mut blocks,
            &format!(
                "<{heading} class=\"slide\" id=\"slide-{}\">{}</{heading}>",
                number + 1,
                escape(&slide.message)
            ),
        );
        sheet::add_pieces(&mut blocks, slide.pieces);
    }
    Picture {
        title: assembly::window_title(source, Route::Slides),
        blocks,
    }
}

/// The slides, in order.
pub(super) fn deck(given: &Given<'_>) -> Vec<Slide> {
    let facts = given.facts;
    let mut slides = vec![front(given), standing(given)];
    slides.extend(pictures(given));
    slides.push(differences(given));
    slides.push(resources(given));
    slides.push(planning::proposals(given));
    slides.push(planning::plan(given));
    slides.push(planning::actions(given));
    slides.push(Slide {
        message: sentences::certainty_message(facts),
        pieces: vec![Piece::List(sentences::certainty(facts))],
    });
    for (number, slide) in slides.iter_mut().enumerate() {
        let is_list = |piece: &Piece| matches!(piece, Piece::List(_));
        let slide_has_list = slide.pieces.iter().any(is_list);
        for piece in &mut slide.pieces {
            if let Piece::Chart(chart) = piece {
                chart.figure.id = format!("slide-{}-{}", number + 1, chart.figure.id);
                // The slide has few words, and no room for two charts' worth of numbers.
                chart.numbers = None;
                let height = if slide_has_list { LOW } else { KEYED };
                resize(&mut chart.figure.layout, height);
            }
        }
    }
    slides
}

/// Gives a chart another height: its legend stays as far from the bottom as it was, and names above
/// the highest marks get the room that the lower plot no longer leaves them.
fn resize(layout: &mut Value, height: u32) {
    if let Some(top) = layout.pointer_mut("/margin/t") {
        *top = top.as_u64().map(|top| top + NAMES).into();
    }
    let before = layout["height"].as_f64();
    let legend = layout.pointer_mut("/legend/y");
    if let (Some(before), Some(y)) = (before, legend) {
        *y = y.as_f64().map(|y| y * before / f64::from(height)).into();
    }
    layout["height"] = height.into();
}

fn slide(message: String, page: Page<'_>) -> Slide {
    let mut pieces = page.pieces;
    pieces.retain(|piece| !matches!(piece, Piece::Markup(_)));
    Slide { message, pieces }
}

fn front(given: &Given<'_>) -> Slide {
    let report = assembly::front(given.source, given.now);
    let mut pieces = vec![Piece::Paragraph(assembly::subtitle(given.source))];
    let label = assembly::label(given.source);
    if !label.is_empty() {
        pieces.push(Piece::Paragraph(label));
    }
    pieces.push(Piece::Terms(report));
    Slide {
        message: assembly::TITLE.to_owned(),
        pieces,
    }
}

fn standing(given: &Given<'_>) -> Slide {
    let mut page = Page::new(given.source);
    page.table(&totals(given.source), false);
    page.pieces
        .push(Piece::List(sentences::standing(given.facts)));
    slide(sentences::standing_message(given.facts), page)
}

/// "Samlet" of each domain.
fn totals(source: &Source<'_>) -> Table {
    let mut columns = vec![Column::new("Hovedområde", Form::Text)];
    columns.extend(Dimension::ALL.map(|dimension| Column::new(dimension.title(), Form::Number(1))));
    columns.push(Column::new("Årsværk", Form::Number(1)));
    let rows = source.scorecard.domains.iter().map(|domain| {
        let mut cells = vec![Cell::from(catalogue::domain_title(domain.domain))];
        cells.extend(Dimension::ALL.map(|dimension| Cell::from(*domain.total.get(dimension))));
        cells.push(Cell::from(domain.fte));
        Row::new(RowKind::Ordinary, cells)
    });
    Table {
        title: "Samlet, gennemsnit af områderne".to_owned(),
        notes: Vec::new(),
        columns,
        rows: rows.collect(),
    }
}

/// The areas of each domain in centralisation and digitalisation.
fn pictures(given: &Given<'_>) -> Vec<Slide> {
    let domains = given.source.scorecard.domains.iter();
    domains
        .filter_map(|score| {
            let data = figures::marks(given.source, score, None);
            if data.marks.is_empty() {
                return None;
            }
            let mut page = Page::new(given.source);
            page.figure(Drawn {
                id: figures::id("eget-billede", score.domain),
                title: "Områderne i centralisering og digitalisering".to_owned(),
                summary: words::own_picture_summary(),
                specification: specification(&Request::Picture(data)),
                beside: false,
                table: None,
            });
            page.aside(&key(score));
            Some(slide(words::own_picture(score), page))
        })
        .collect()
}

/// What the areas' numbers in a chart stand for.
fn key(score: &DomainScore) -> String {
    let areas = score.areas.iter();
    let names: Vec<String> = areas
        .map(|area| format!("{} {}", area.area, words::area_title(area.area)))
        .collect();
    names.join(" · ")
}

fn differences(given: &Given<'_>) -> Slide {
    let mut page = Page::new(given.source);
    let mut rows = Vec::new();
    for dimension in Dimension::ALL {
        for one in given.facts.largest(dimension) {
            let cells = vec![
                Cell::from(dimension.title()),
                Cell::from(words::area_title(one.area)),
                Cell::Number(one.own),
                Cell::Number(one.mean),
                Cell::Number(one.deviation),
                Cell::from(one.fte),
            ];
            rows.push(Row::new(RowKind::Ordinary, cells));
        }
    }
    if rows.is_empty() {
        let text = sentences::differences(given.facts);
        page.pieces.push(Piece::List(text));
    } else {
        let table = Table {
            title: "De største forskelle efter afvigelse gange årsværk".to_owned(),
            notes: Vec::new(),
            columns: vec![
                Column::new("Dimension", Form::Text),
                Column::new("Område", Form::Text),
                Column::new("Egen score", Form::Number(1)),
                Column::new("Gruppen", Form::Number(1)),
                Column::new("Afvigelse", Form::Difference(1)),
                Column::new("Årsværk", Form::Number(1)),
            ],
            rows,
        };
        page.table(&table, true);
        if let Some(line) = dataset::line(given.source) {
            page.aside(&line);
        }
    }
    slide(sentences::differences_message(given.facts), page)
}

fn resources(given: &Given<'_>) -> Slide {
    let mut page = Page::new(given.source);
    let domains = &given.source.scorecard.domains;
    let mut areas: Vec<(&AreaScore, f64)> = domains
        .iter()
        .flat_map(|domain| &domain.areas)
        .filter_map(|area| Some((area, area.fte?)))
        .collect();
    sorting::sort_by(&mut areas, |a, b| b.1.total_cmp(&a.1));
    let all: f64 = areas.iter().map(|(_, fte)| fte).sum();
    let rows: Vec<Row> = areas
        .iter()
        .take(ROWS)
        .map(|(area, fte)| {
            let cells = vec![
                Cell::from(words::area_title(area.area)),
                Cell::Number(*fte),
                Cell::Number(fte / all),
            ];
            Row::new(RowKind::Ordinary, cells)
        })
        .collect();
    if rows.is_empty() || all <= 0.0 {
        let text = sentences::resources(given.facts);
        page.pieces.push(Piece::List(text));
    } else {
        let table = Table {
            title: format!(
                "De områder, der har flest af de {} årsværk",
                format_number(all, 1)
            ),
            notes: Vec::new(),
            columns: vec![
                Column::new("Område", Form::Text),
                Column::new("Årsværk", Form::Number(1)),
                Column::new("Andel", Form::Percent),
            ],
            rows,
        };
        page.table(&table, false);
    }
    slide(sentences::resources_message(given.facts), page)
}

#[cfg(test)]
mod tests;
