//! The report and the workshop: what is printed, shown and handed on.
//!
//! Owns which parts a report has, the sentences that are made of the numbers, the slides, the
//! sheets of the workshop, and how a report becomes markup, a Word document or a page that stands
//! alone. Made in the document worker. Computes no number of its own: scores, deviations, plan and
//! business cases come from the modules below, tables from [`crate::document::tables`] and charts
//! from [`crate::picture`].

pub mod alone;
mod assembly;
mod choosing;
pub mod content;
pub mod docx;
pub mod facts;
pub mod part;
mod parts;
mod screens;
pub mod sentences;
mod sheet;
mod slides;
mod workshop;

use std::collections::BTreeMap;

use crate::document::html::escape;
use crate::document::tables::Source;
use crate::domain::answer::Extra;
use crate::domain::assessment::Municipality;
use crate::domain::decisions::{self, Decisions};
use crate::picture::piece::blocks;
use crate::picture::planning::Planner;
use crate::picture::{Page, Picture, ReportForm};
use crate::route::Route;

/// Makes a page of the report or the workshop. `now` is an RFC 3339 time.
#[must_use]
pub fn picture(route: Route, source: &Source<'_>, now: &str) -> Picture {
    let (decisions, unread) = decisions::read(&source.assessment.plan);
    with_name(source, &decisions, |source| match route {
        Route::ReportSheet => sheet::picture(assembly::report(source, &decisions, now)),
        Route::Slides => slides::picture(source, &decisions, now),
        Route::Screen(number) => screens::picture(source, &decisions, number, now),
        _ => {
            let mut page = Page::new(source);
            page.title = assembly::window_title(source, route);
            if matches!(route, Route::Invitation | Route::Agenda | Route::Minutes) {
                page.markup(&format!(
                    "<div class=\"sheet\" data-running=\"{}\"></div>",
                    escape(&assembly::running_alone(source))
                ));
            }
            if workshop::write(&mut page, route, now) {
                return Picture {
                    title: page.title,
                    blocks: blocks(page.pieces),
                };
            }
            let mut planner = Planner {
                page: &mut page,
                decisions: &decisions,
                now,
            };
            planner.unread(&unread);
            choosing::write(&mut planner);
            Picture {
                title: page.title,
                blocks: blocks(page.pieces),
            }
        }
    })
}

/// Makes the report as a file. `images` are the charts by their figures' ids: PNG for Word, the
/// data address of an SVG for a page.
///
/// # Errors
/// In Danish, where a file cannot be written.
pub fn file(
    form: ReportForm,
    source: &Source<'_>,
    images: &BTreeMap<String, Vec<u8>>,
    now: &str,
) -> Result<Vec<u8>, String> {
    let (decisions, _) = decisions::read(&source.assessment.plan);
    with_name(source, &decisions, |source| {
        let report = assembly::report(source, &decisions, now);
        match form {
            ReportForm::WebPage => Ok(alone::write(&report, images).into_bytes()),
            ReportForm::Word => docx::write(&report, images).map_err(|error| error.to_string()),
        }
    })
}

/// The survey under its name, or under none where the municipality wants it hidden.
fn with_name<T>(
    source: &Source<'_>,
    decisions: &Decisions,
    make: impl FnOnce(&Source<'_>) -> T,
) -> T {
    if !decisions.report.anonymous {
        return make(source);
    }
    let mut assessment = source.assessment.clone();
    assessment.municipality = Some(Municipality {
        code: None,
        name: "Kommunen".to_owned(),
        extra: Extra::default(),
    });
    make(&Source {
        assessment: &assessment,
        ..*source
    })
}

#[cfg(test)]
mod tests;
