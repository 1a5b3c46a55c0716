//! From picture to plan: what the pages of proposals, business cases, what-if, goals and the action
//! plan show.
//!
//! Owns the pages' content and words. The rules are elsewhere: matching in [`crate::proposals`],
//! business cases in [`crate::calculators`], overlap, totals, what-if and goals in [`crate::plan`].
//! A page changes nothing: its fields and buttons are values of the plan that the app edits.

mod action;
pub(crate) mod action_plan;
pub(crate) mod case;
pub(crate) mod cases;
pub(crate) mod fields;
pub(crate) mod goals;
mod order;
pub(crate) mod proposal;
pub(crate) mod proposals;
mod purchasing;
pub(crate) mod reasons;
mod screening;
mod status;
mod what_if;
pub(crate) mod words;

use crate::document::html::escape;
use crate::domain::decisions::{self, Decisions, Unread};
use crate::domain::ids::AreaId;
use crate::picture::Page;
use crate::picture::form::shape::{Form, Row};
use crate::picture::prose;
use crate::proposals::Proposal;
use crate::route::Route;

use fields::Fields;

/// Writes the page of a route.
pub(super) fn write(page: &mut Page<'_>, route: Route, now: &str) {
    let (decisions, unread) = decisions::read(&page.source.assessment.plan);
    let mut planner = Planner {
        page,
        decisions: &decisions,
        now,
    };
    planner.unread(&unread);
    match route {
        Route::Proposal(id) => proposal::write(&mut planner, id.as_str()),
        Route::Cases => cases::write(&mut planner),
        Route::Case(id) => case::write(&mut planner, id.as_str()),
        Route::Screening => screening::write(&mut planner),
        Route::Purchasing => purchasing::write(&mut planner),
        Route::WhatIf => what_if::write(&mut planner),
        Route::Goals => goals::write(&mut planner),
        Route::Plan => action_plan::write(&mut planner),
        Route::Action(id) => action::write(&mut planner, id.as_str()),
        Route::Status(month) => {
            status::write(&mut planner, month.as_ref().map(crate::route::Name::as_str));
        }
        _ => proposals::write(&mut planner),
    }
}

/// The proposals that move an area, for the area's own page.
pub(super) fn proposals_of(page: &mut Page<'_>, area: AreaId) {
    let of_area = |one: &&Proposal| one.areas.iter().any(|moved| moved.area == area);
    let items: Vec<String> = crate::proposals::proposals()
        .iter()
        .filter(of_area)
        .map(|one| proposals::proposal_link(&one.id, &words::named(one)))
        .collect();
    if !items.is_empty() {
        page.heading("Forslag, der virker på området");
        page.markup(&listed(&items));
    }
}

/// A page of the planning that is being written.
pub(crate) struct Planner<'a, 'b> {
    /// The page.
    pub page: &'a mut Page<'b>,
    /// What was decided.
    pub decisions: &'a Decisions,
    /// Now, as an RFC 3339 time.
    pub now: &'a str,
}

impl<'a> Planner<'a, '_> {
    /// Makes fields.
    pub const fn fields(&self) -> Fields<'a> {
        Fields {
            drafts: &self.decisions.drafts,
        }
    }

    /// Names what the page is about: its first heading, and the window's title.
    fn about(&mut self, name: &str, page: Route) {
        self.page.title = format!("{name} – {} – Kommunebenchmark", page.title());
        self.page.heading(name);
    }

    /// Adds a heading below one of [`Page::heading`].
    pub fn subheading(&mut self, text: &str) {
        self.page.markup(&format!("<h3>{}</h3>", escape(text)));
    }

    /// Adds a list of markup; nothing of an empty one.
    pub fn list(&mut self, items: &[String]) {
        if !items.is_empty() {
            self.page.markup(&listed(items));
        }
    }

    /// Adds an alert of markup.
    pub fn alert(&mut self, kind: &str, heading: &str, markup: &str) {
        self.page.markup(&prose::alert(kind, heading, markup));
    }

    /// Adds fields below each other.
    pub fn form(&mut self, id: &str, legend: &str, rows: Vec<Row>) {
        self.form_table(id, legend, &[], rows);
    }

    /// Adds fields as a table; `columns` begins with the head's.
    pub fn form_table(&mut self, id: &str, legend: &str, columns: &[&str], rows: Vec<Row>) {
        let form = Form {
            id: id.to_owned(),
            legend: legend.to_owned(),
            columns: columns.iter().map(|&column| column.to_owned()).collect(),
            rows,
        };
        self.page.markup(&form.write());
    }

    /// Says what of the plan cannot be read. It is kept as it is.
    pub fn unread(&mut self, unread: &[Unread]) {
        if unread.is_empty() {
            return;
        }
        let places = unread.iter().map(|one| {
            format!(
                "<code>{}</code> ({})",
                escape(&one.path.join(" / ")),
                escape(&one.why)
            )
        });
        let places: Vec<String> = places.collect();
        let markup = format!(
            "<p>Filen er måske lavet med en nyere udgave af programmet. Intet er slettet, men dette vises ikke og tæller ikke med:</p>{}",
            listed(&places)
        );
        self.alert("warning", "Noget af planen kan ikke læses her", &markup);
    }

    /// A new name that no other copy of the survey gives: the letter and the second.
    pub fn new_id(&self, letter: char) -> String {
        let seconds = crate::danish::seconds_of(self.now).unwrap_or_default();
        format!("{letter}{seconds}")
    }
}

/// A list of markup; at least one item.
pub(crate) fn listed(items: &[String]) -> String {
    format!("<ul><li>{}</li></ul>", items.join("</li><li>"))
}

/// A link.
pub(crate) fn link(href: &str, text: &str) -> String {
    format!("<a href=\"{}\">{}</a>", escape(href), escape(text))
}
