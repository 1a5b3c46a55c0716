//! The workshop: what prepares it, what is handed out, and what comes out of it.
//!
//! Owns the pages Workshop, Invitation, Dagsorden and Referat, and the fields by which proposals
//! are rated and decisions noted while it is held. The sheets are pieces that any medium can show;
//! fields and links are for the app alone. Does not show the screens of the workshop.

mod agenda;
mod invitation;
mod minutes;
mod prepare;
mod rating;
mod readiness;
mod resolutions;
pub(crate) mod schedule;
mod sheet;
pub(crate) mod texts;

use crate::domain::decisions;
use crate::picture::Page;
use crate::picture::planning::Planner;
use crate::route::Route;

pub(crate) use agenda::write as agenda;
pub(crate) use invitation::write as invitation;
pub(crate) use minutes::write as minutes;
pub(crate) use prepare::write as prepare;
pub(crate) use rating::{rating_form, vote_table};
pub(crate) use resolutions::resolution_form;

/// Writes a page of the workshop; whether the route is one. `now` is an RFC 3339 time.
pub(crate) fn write(page: &mut Page<'_>, route: Route, now: &str) -> bool {
    if !matches!(
        route,
        Route::Workshop | Route::Invitation | Route::Agenda | Route::Minutes
    ) {
        return false;
    }
    let (decisions, unread) = decisions::read(&page.source.assessment.plan);
    Planner {
        page: &mut *page,
        decisions: &decisions,
        now,
    }
    .unread(&unread);
    match route {
        Route::Invitation => invitation(page, &decisions),
        Route::Agenda => agenda(page, &decisions),
        Route::Minutes => minutes(page, &decisions, now),
        _ => prepare(page, &decisions, now),
    }
    true
}

#[cfg(test)]
mod tests;
