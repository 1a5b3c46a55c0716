//! What the sheets of a workshop have in common: whose they are, and when and where it is held.

use crate::danish::format_day;
use crate::domain::assessment::Assessment;
use crate::domain::decisions::{Decisions, Workshop};
use crate::picture::Page;
use crate::picture::piece::Piece;
use crate::picture::planning::link;
use crate::plan::dates::Date;
use crate::report::content::paragraphs;
use crate::route::Route;

use super::schedule::{self, begins, clock};
use super::texts::programme;

/// What stands of a date that is none.
pub(super) const WRONG_DATE: &str = "Vælg en dato, der findes.";

/// The municipality's name as a sheet bears it; none where it is not chosen.
fn municipality(assessment: &Assessment) -> Option<String> {
    assessment.municipality.as_ref().map(|one| match one.code {
        Some(_) => format!("{} Kommune", one.name),
        None => one.name.clone(),
    })
}

/// Writes what every sheet begins with: municipality, title, date and place.
pub(super) fn head(page: &mut Page<'_>, decisions: &Decisions, title: &str) {
    let assessment = page.source.assessment;
    let edit = link(&Route::Workshop.href(), Route::Workshop.title());
    page.markup(&format!(
        "<p class=\"app-only\">Dag, sted og deltagere rettes på siden {edit}.</p>"
    ));
    let name = municipality(assessment).filter(|_| !decisions.report.anonymous);
    if let Some(name) = name {
        page.paragraph(&name);
    }
    if assessment.example {
        page.aside("Opfundet eksempel: kommunen og dens svar findes ikke.");
    }
    page.pieces.push(Piece::Heading(1, title.to_owned()));
    facts(page, &decisions.workshop);
}

/// When, where and by whom.
fn facts(page: &mut Page<'_>, workshop: &Workshop) {
    let known = [
        ("Dag:", day(workshop.date.as_deref())),
        ("Tid:", hours(workshop)),
        ("Sted:", given(workshop.place.as_deref())),
        ("Workshoppens leder:", given(workshop.leader.as_deref())),
    ];
    lines(page, known);
}

/// Writes labelled lines; one of which nothing is known has room to write it by hand.
pub(super) fn lines<const N: usize>(page: &mut Page<'_>, known: [(&str, Option<String>); N]) {
    let terms = known.map(|(label, text)| (label.to_owned(), text.unwrap_or_default()));
    page.pieces.push(Piece::Terms(terms.into()));
}

/// A text that says something.
pub(super) fn given(text: Option<&str>) -> Option<String> {
    let text = text?.trim();
    (!text.is_empty()).then(|| text.to_owned())
}

/// A day in words; what is no day as it was written, and that it is to be mended.
pub(super) fn day(text: Option<&str>) -> Option<String> {
    let text = given(text)?;
    Some(match Date::parse(&text) {
        Some(_) => format_day(&text),
        None => format!("{text} (datoen skal rettes)"),
    })
}

/// From when to when; what cannot be read as it was written.
fn hours(workshop: &Workshop) -> Option<String> {
    let programme = programme(workshop.agenda);
    begins(workshop, programme).map_or_else(
        |_| given(workshop.time.as_deref()),
        |start| {
            let end = start + programme.length;
            Some(format!("kl. {} til {}", clock(start), clock(end)))
        },
    )
}

/// How long the workshop takes, in a sentence.
pub(super) fn length(workshop: &Workshop) -> String {
    let length = schedule::duration(programme(workshop.agenda).length);
    format!("Workshoppen varer {length} med pauser.")
}

/// Writes a heading below the sheet's own.
pub(super) fn part(page: &mut Page<'_>, title: &str) {
    page.pieces.push(Piece::Heading(2, title.to_owned()));
}

/// Writes a heading below one of [`part`].
pub(super) fn subpart(page: &mut Page<'_>, title: &str) {
    page.pieces.push(Piece::Heading(3, title.to_owned()));
}

/// Writes items.
pub(super) fn list(page: &mut Page<'_>, items: &[String]) {
    page.pieces.push(Piece::List(items.to_vec()));
}

/// Leaves room to write by hand.
pub(super) fn room(page: &mut Page<'_>, lines: u8) {
    page.pieces.push(Piece::Room(lines));
}

/// Writes a text's paragraphs, or leaves room for it.
pub(super) fn text_or_room(page: &mut Page<'_>, text: Option<&str>, lines: u8) {
    match given(text) {
        Some(text) => paragraphs(&text).for_each(|line| page.paragraph(line)),
        None => room(page, lines),
    }
}
