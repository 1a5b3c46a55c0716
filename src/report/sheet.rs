//! The report as a page: what is read on the screen and on paper.
//!
//! Owns front page, contents and the order of headings: the report's title is the first, a part's
//! is the second. Each part begins on a new sheet. What is pressed stands in the app alone.

use std::fmt::Write as _;

use crate::document::html::escape;
use crate::picture::form::Act;
use crate::picture::form::markup::act;
use crate::picture::piece::{Piece, add_markup};
use crate::picture::{Block, Picture};
use crate::route::Route;

use super::content::{Report, Section, paragraphs};

/// The report's window title.
pub(super) fn window_title(report: &Report, page: Route) -> String {
    format!("{} – {} – Kommunebenchmark", report.subtitle, page.title())
}

/// The report as blocks.
pub(super) fn picture(report: Report) -> Picture {
    let title = window_title(&report, Route::ReportSheet);
    let mut blocks = vec![Block::Html(tools(&[
        ("paper", "Udskriv eller gem som PDF", true),
        ("word", "Gem som Word-dokument", false),
        ("web_page", "Gem som webside", false),
    ]))];
    add_markup(&mut blocks, &front(&report));
    for section in report.sections {
        write(&mut blocks, section);
    }
    Picture { title, blocks }
}

/// Buttons about the page as a whole; never on paper.
pub(super) fn tools(buttons: &[(&str, &str, bool)]) -> String {
    let buttons = buttons.iter().map(|&(deed, label, primary)| {
        format!(
            "<button class=\"button {} button--small\" type=\"button\" id=\"tool-{deed}\" {}>{}</button> ",
            if primary {
                "button-primary"
            } else {
                "button-secondary"
            },
            act(&Act::Do(deed.to_owned())),
            escape(label)
        )
    });
    format!(
        "<p class=\"report-tools app-only\">{}</p>",
        buttons.collect::<Vec<_>>().concat()
    )
}

/// The front page with the contents.
pub(super) fn front(report: &Report) -> String {
    let mut markup = format!(
        "<div class=\"report-front\" data-running=\"{}\"><h1 class=\"report-title\">{}</h1><p class=\"report-subtitle\">{}</p>",
        escape(&running(report)),
        escape(&report.title),
        escape(&report.subtitle)
    );
    if !report.label.is_empty() {
        let _ = write!(
            markup,
            "<p class=\"report-label\"><span class=\"badge badge-warning\">{}</span></p>",
            escape(&report.label)
        );
    }
    markup += &Piece::Terms(report.facts.clone()).markup(0);
    for text in paragraphs(&report.introduction) {
        markup += &Piece::Paragraph(text.to_owned()).markup(0);
    }
    let items = report.sections.iter().map(|section| {
        format!(
            "<li><a href=\"{}\" {}>{}</a></li>",
            Route::ReportSheet.href(),
            act(&Act::Focus(id(section))),
            escape(&section.title)
        )
    });
    let _ = write!(
        markup,
        "<h2 class=\"report-contents\">Indhold</h2><ul class=\"unstyled-list\">{}</ul></div>",
        items.collect::<Vec<_>>().concat()
    );
    markup
}

/// What stands at the top of every sheet.
pub(super) fn running(report: &Report) -> String {
    if report.label.is_empty() {
        report.subtitle.clone()
    } else {
        format!("{} · {}", report.subtitle, report.label)
    }
}

fn id(section: &Section) -> String {
    format!("part-{}", section.part.key())
}

/// A part's heading with what the municipality writes above it.
pub(super) fn head(section: &Section) -> String {
    let mut markup = format!(
        "<h2 class=\"report-part\" id=\"{}\" tabindex=\"-1\">{}</h2>",
        id(section),
        escape(&section.title)
    );
    if !section.comment.is_empty() {
        markup += "<div class=\"report-comment\">";
        for text in paragraphs(&section.comment) {
            markup += &Piece::Paragraph(text.to_owned()).markup(0);
        }
        markup += "</div>";
    }
    markup
}

fn write(blocks: &mut Vec<Block>, section: Section) {
    add_markup(blocks, &head(&section));
    add_pieces(blocks, section.pieces);
}

/// Adds pieces below a heading of the second level.
pub(super) fn add_pieces(blocks: &mut Vec<Block>, pieces: Vec<Piece>) {
    for piece in pieces {
        match piece {
            Piece::Chart(chart) => {
                let numbers = chart.numbers.clone();
                let badge = chart.badge;
                blocks.push(Block::Figure(Box::new(chart.figure)));
                // On paper nothing can be unfolded.
                if let Some(numbers) = numbers {
                    add_table(blocks, &Piece::Table(numbers, badge));
                }
            }
            Piece::Table(..) => add_table(blocks, &piece),
            other => add_markup(blocks, &other.markup(1)),
        }
    }
}

/// Adds a table with a button that copies it.
fn add_table(blocks: &mut Vec<Block>, table: &Piece) {
    let number: usize = blocks.iter().map(tables_in).sum();
    let id = format!("tabel-{}", number + 1);
    let markup = format!(
        "<div id=\"{id}\" class=\"{COPIED}\">{}</div><p class=\"app-only\"><button class=\"text-button\" type=\"button\" id=\"kopier-{id}\" {}>Kopiér tabellen</button></p>",
        table.markup(1),
        act(&Act::Do(format!("copy:{id}")))
    );
    add_markup(blocks, &markup);
}

/// The class of what can be copied.
const COPIED: &str = "copied";

/// How many tables can be copied in a block.
fn tables_in(block: &Block) -> usize {
    match block {
        Block::Html(markup) => markup.matches("class=\"copied\"").count(),
        Block::Figure(_) => 0,
    }
}
