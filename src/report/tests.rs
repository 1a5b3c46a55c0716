//! What stands around the pages of the report and the workshop.

use super::*;
use crate::document;
use crate::document::tables::Beside;
use crate::peers::summary::Own;
use crate::peers::{Dataset, compare, summarise};
use crate::picture::Block;
use crate::scoring;

const EXAMPLE: &str = include_str!("../../public/eksempler/x-kommune.kommunebenchmark.json");
const MODEL: &str = include_str!("../../public/data/peers-model.json");
const NOW: &str = "2026-11-26T12:00:00Z";

/// A page beside invented municipalities.
fn made(route: Route, plan: serde_json::Value) -> Picture {
    let mut assessment = document::read(EXAMPLE).unwrap();
    assessment.plan = serde_json::from_value(plan).unwrap();
    let round = assessment.current().unwrap();
    let scorecard = scoring::score(round);
    let summary = summarise(&Dataset::read(MODEL).unwrap(), &Own::of(&assessment, round));
    let comparison = compare(&scorecard, &summary, assessment.example);
    let source = Source {
        assessment: &assessment,
        round,
        scorecard: &scorecard,
        group: Some(Beside {
            summary: &summary,
            comparison: &comparison,
        }),
    };
    picture(route, &source, NOW)
}

fn markup(picture: &Picture) -> String {
    let html = |block: &Block| match block {
        Block::Html(html) => html.clone(),
        Block::Figure(_) => String::new(),
    };
    picture.blocks.iter().map(html).collect()
}

#[test]
fn a_sheet_without_a_comparison_does_not_bear_its_label() {
    for route in [Route::Invitation, Route::Agenda, Route::Minutes] {
        let html = markup(&made(route, serde_json::json!({})));
        let (_, rest) = html.split_once("data-running=\"").unwrap();
        let (running, _) = rest.split_once('"').unwrap();
        assert!(running.ends_with("· Opfundet eksempel"), "{running}");
    }
    let slides = markup(&made(Route::Slides, serde_json::json!({})));
    assert!(slides.contains("Modeldata"));
}

#[test]
fn the_window_says_whose_page_it_is_and_of_which_year() {
    for route in [
        Route::Report,
        Route::ReportSheet,
        Route::Slides,
        Route::Workshop,
        Route::Invitation,
        Route::Agenda,
        Route::Minutes,
    ] {
        let title = made(route, serde_json::json!({})).title;
        let year = title
            .split([',', ' '])
            .find(|word| word.parse::<u16>().is_ok());
        assert!(title.starts_with("X Kommune") && year.is_some(), "{title}");
        let end = format!(" – {} – Kommunebenchmark", route.title());
        assert!(title.ends_with(&end), "{title}");
    }
}

#[test]
fn the_screen_of_votes_says_when_there_are_none() {
    let nothing = "Ingen forslag er vurderet eller stemt om endnu.";
    let votes = |plan: serde_json::Value| {
        let last = markup(&made(Route::Screen(u16::MAX), plan.clone()));
        let (_, place) = last.split_once("screen-bar__place\">").unwrap();
        let number: u16 = place.split(' ').next().unwrap().parse().unwrap();
        markup(&made(Route::Screen(number - 1), plan))
    };
    assert!(votes(serde_json::json!({})).contains(nothing));
    let rated = votes(serde_json::json!({"proposals": {"M10": {"votes": 7}}}));
    assert!(!rated.contains(nothing) && rated.contains("<table"));
}
