//! The workshop's screens: large type, one message each, arrow keys and a list to jump.
//!
//! Owns their order and what leads from one to the next. The messages are the slides'; what is
//! rated, voted and decided on a screen is made by [`super::workshop`] and kept in the plan.

use crate::document::html::escape;
use crate::document::tables::Source;
use crate::domain::decisions::Decisions;
use crate::picture::form::Act;
use crate::picture::form::markup::act;
use crate::picture::piece::{Piece, blocks};
use crate::picture::planning::words::proposal_name;
use crate::picture::planning::{Planner, link, reasons};
use crate::picture::{Page, Picture};
use crate::proposals::Match;
use crate::route::Route;

use super::facts::Facts;
use super::parts::{Given, leading};
use super::slides::{Slide, deck};
use super::{assembly, workshop};

/// Areas that speak for a proposal on its screen.
const REASONS: usize = 3;

/// A screen.
enum Screen {
    /// A slide.
    Slide(Slide),
    /// The agenda of the day.
    Agenda,
    /// A proposal to be rated, with what speaks for it.
    Proposal(Box<Match>),
    /// What got most votes.
    Votes,
    /// What is decided.
    Decisions,
}

impl Screen {
    fn title(&self) -> String {
        match self {
            Self::Slide(slide) => slide.message.clone(),
            Self::Agenda => "Dagsorden".to_owned(),
            Self::Proposal(one) => proposal_name(&one.proposal),
            Self::Votes => "Stemmer og vurderinger".to_owned(),
            Self::Decisions => "Hvad beslutter vi?".to_owned(),
        }
    }
}

/// One screen; the last where there are fewer.
pub(super) fn picture(
    source: &Source<'_>,
    decisions: &Decisions,
    number: u16,
    now: &str,
) -> Picture {
    let facts = Facts::of(source, decisions);
    let given = Given {
        source,
        decisions,
        facts: &facts,
        now,
    };
    let screens = screens(&given);
    let at = usize::from(number).clamp(1, screens.len()) - 1;
    let mut page = Page::new(source);
    page.markup(&navigation(&screens, at, source));
    let title = screens[at].title();
    page.markup(&format!(
        "<h1 class=\"screen\" tabindex=\"-1\">{}</h1>",
        escape(&title)
    ));
    let mut all = screens;
    show(&mut page, all.swap_remove(at), decisions, now);
    Picture {
        title: format!("{title} – Workshop – Kommunebenchmark"),
        blocks: blocks(page.pieces),
    }
}

/// The screens, in order.
fn screens(given: &Given<'_>) -> Vec<Screen> {
    let mut slides = deck(given).into_iter();
    let mut screens: Vec<Screen> = slides.next().map(Screen::Slide).into_iter().collect();
    screens.push(Screen::Agenda);
    screens.extend(slides.map(Screen::Slide));
    let mut page = Page::new(given.source);
    let planner = Planner {
        page: &mut page,
        decisions: given.decisions,
        now: given.now,
    };
    let mut rated: Vec<Match> = Vec::new();
    for score in &given.source.scorecard.domains {
        for one in leading(&planner, score.domain) {
            match rated
                .iter_mut()
                .find(|known| known.proposal == one.proposal)
            {
                // It fits both domains: what speaks for it stands together.
                Some(known) => known.areas.extend(one.areas),
                None => rated.push(one),
            }
        }
    }
    let rated = rated.into_iter().map(Box::new).map(Screen::Proposal);
    screens.extend(rated);
    screens.extend([Screen::Votes, Screen::Decisions]);
    screens
}

fn show(page: &mut Page<'_>, screen: Screen, decisions: &Decisions, now: &str) {
    match screen {
        Screen::Slide(slide) => page.pieces.extend(slide.pieces),
        Screen::Agenda => {
            workshop::agenda(page, decisions);
            // The screen's own heading says it.
            page.pieces
                .retain(|piece| !matches!(piece, Piece::Heading(1, _)));
        }
        Screen::Proposal(one) => {
            let counting = one.areas.iter().filter(|area| area.points > 0.0);
            let lines = counting.take(REASONS).map(reasons::area_in_short);
            if let Some(known) = crate::proposals::proposal(&one.proposal) {
                page.paragraph(&known.what);
                page.pieces.push(Piece::List(lines.collect()));
                page.paragraph(&known.needs);
                if let Some(warning) = &known.segregation_of_duties {
                    page.aside(warning);
                }
            }
            workshop::rating_form(page, decisions, &one.proposal, now);
        }
        Screen::Votes => {
            let votes = workshop::vote_table(decisions);
            if votes.rows.is_empty() {
                page.paragraph("Ingen forslag er vurderet eller stemt om endnu.");
            } else {
                page.pieces.push(Piece::Table(votes, None));
            }
        }
        Screen::Decisions => workshop::resolution_form(page, decisions, now),
    }
}

/// What leads to the other screens.
fn navigation(screens: &[Screen], at: usize, source: &Source<'_>) -> String {
    let to = |at: usize| Route::Screen(u16::try_from(at + 1).unwrap_or(u16::MAX)).href();
    let step = |at: Option<usize>, id: &str, keys: &str, text: &str| match at {
        Some(at) => format!(
            "<a class=\"button button-secondary button--small\" id=\"{id}\" href=\"{}\" data-key=\"{keys}\">{text}</a> ",
            to(at)
        ),
        None => String::new(),
    };
    let next = (at + 1 < screens.len()).then_some(at + 1);
    let items = screens.iter().enumerate().map(|(number, screen)| {
        let text = screen.title();
        if number == at {
            format!("<li><strong>{}</strong></li>", escape(&text))
        } else {
            format!("<li>{}</li>", link(&to(number), &text))
        }
    });
    let label = assembly::label(source);
    let badge = match label.as_str() {
        "" => String::new(),
        label => format!(
            "<span class=\"badge badge-warning\">{}</span>",
            escape(label)
        ),
    };
    format!(
        "<div class=\"screen-bar app-only\">{}{}<span class=\"screen-bar__place\">{} af {}</span> <button class=\"button button-secondary button--small\" type=\"button\" id=\"screen-full\" data-key=\"f\" {}>Fuld skærm (F)</button> <a class=\"button button-tertiary button--small\" data-key=\"Escape\" href=\"{}\">Afslut</a> {badge}<details class=\"fold\"><summary class=\"fold__summary\">Spring til</summary><ol>{}</ol></details></div>",
        step(
            at.checked_sub(1),
            "screen-back",
            "ArrowLeft PageUp",
            "Forrige"
        ),
        step(next, "screen-on", "ArrowRight PageDown", "Næste"),
        at + 1,
        screens.len(),
        act(&Act::Do("full_screen".to_owned())),
        Route::Workshop.href(),
        items.collect::<Vec<_>>().concat()
    )
}
