mod forms;
mod readiness;

use serde_json::{Value, json};

use super::*;
use crate::document;
use crate::document::tables::Source;
use crate::domain::assessment::Assessment;
use crate::domain::decisions::Decisions;
use crate::picture::piece::Piece;
use crate::scoring;

const EXAMPLE: &str = include_str!("../../../public/eksempler/x-kommune.kommunebenchmark.json");
const NOW: &str = "2026-11-26T10:00:00Z";
const PAGES: [Route; 4] = [
    Route::Workshop,
    Route::Invitation,
    Route::Agenda,
    Route::Minutes,
];

fn example() -> Assessment {
    document::read(EXAMPLE).unwrap()
}

fn with_plan(mut survey: Assessment, plan: Value) -> Assessment {
    survey.plan = serde_json::from_value(plan).unwrap();
    survey
}

/// What is written on a page of a survey without a group.
fn written(survey: &Assessment, write: impl FnOnce(&mut Page<'_>, &Decisions)) -> Vec<Piece> {
    let round = survey.current().unwrap();
    let scorecard = scoring::score(&survey.as_asked(round));
    let source = Source {
        assessment: survey,
        round,
        scorecard: &scorecard,
        group: None,
    };
    let mut page = Page::new(&source);
    let (decisions, _) = decisions::read(&survey.plan);
    write(&mut page, &decisions);
    page.pieces
}

fn page(survey: &Assessment, route: Route) -> Vec<Piece> {
    written(survey, |page, _| assert!(write(page, route, NOW)))
}

/// All of a page, as the app shows it.
fn shown(pieces: &[Piece]) -> String {
    pieces.iter().map(|piece| piece.markup(0)).collect()
}

/// What goes on paper: all but what is for the app alone.
fn sheet_of(pieces: &[Piece]) -> String {
    let is_printed = |piece: &&Piece| !matches!(piece, Piece::Markup(_));
    let printed = pieces.iter().filter(is_printed);
    printed.map(|piece| piece.markup(0)).collect()
}

fn sheet(survey: &Assessment, route: Route) -> String {
    sheet_of(&page(survey, route))
}

fn rooms(survey: &Assessment, route: Route) -> usize {
    let is_room = |piece: &&Piece| matches!(piece, Piece::Room(_));
    page(survey, route).iter().filter(is_room).count()
}

#[track_caller]
fn holds(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(text.contains(part), "no {part} in {text}");
    }
}

#[track_caller]
fn lacks(text: &str, parts: &[&str]) {
    for part in parts {
        assert!(!text.contains(part), "{part} in {text}");
    }
}

fn filled() -> Assessment {
    with_plan(
        example(),
        json!({
            "workshop": {"date": "2026-12-10", "time": "9.00", "place": "Rådhuset, sal 2",
                "leader": "Økonomichefen", "participants": "Direktionen\nLønchefen\n\n",
                "purpose": "Vi vil samle bogføringen.", "note": "Tal med skolerne."},
            "resolutions": {
                "d20": {"text": "Vi samler fakturaerne", "proposal": "M10", "owner": "Bogholderiet",
                    "due": "2027-02-01"},
                "d9": {"text": "Vi spørger MED", "due": "snart"},
                "d30": {"noted": "2026-12-10"}
            },
            "proposals": {"M10": {"organisation": 3, "process_maturity": 2, "volume": 9, "votes": 7}},
            "actions": {"M10": {"proposal": "M10", "order": 1, "owner": "Økonomichefen",
                "start": "2027-01-01"}}
        }),
    )
}

#[test]
fn other_pages_are_not_the_workshops() {
    written(&example(), |page, _| {
        assert!(!write(page, Route::Report, NOW));
        assert!(page.pieces.is_empty());
    });
}

#[test]
fn every_sheet_begins_with_whose_it_is_and_when_and_where() {
    for route in [Route::Invitation, Route::Agenda, Route::Minutes] {
        let text = sheet(&filled(), route);
        assert!(text.starts_with("<p>X Kommune</p>"), "{text}");
        holds(
            &text,
            &[
                "Opfundet eksempel",
                "10. december 2026",
                "kl. 9.00 til 15.30",
                "Rådhuset, sal 2",
                "Økonomichefen",
            ],
        );
    }
}

#[test]
fn a_municipality_that_hides_its_name_is_not_named() {
    let survey = with_plan(example(), json!({"report": {"anonymous": true}}));
    for route in [Route::Invitation, Route::Agenda, Route::Minutes] {
        let text = sheet(&survey, route);
        lacks(&text, &["X Kommune"]);
        holds(&text, &["Opfundet eksempel"]);
    }
}

#[test]
fn a_real_municipality_is_called_kommune_and_not_invented() {
    let mut survey = Assessment::new("s".to_owned(), 2026);
    let one = crate::domain::assessment::Municipality::new(Some(101), "København");
    survey.municipality = Some(one);
    let text = sheet(&survey, Route::Invitation);
    assert!(text.starts_with("<p>København Kommune</p>"));
    lacks(&text, &["Opfundet"]);
}

#[test]
fn a_sheet_of_which_nothing_is_known_has_room_to_write() {
    let mut empty = Assessment::new("s".to_owned(), 2026);
    empty.rounds[0].profile.domains.clear();
    // Labelled lines and the table of decisions are written in too.
    assert_eq!(rooms(&empty, Route::Agenda), 0);
    assert_eq!(rooms(&empty, Route::Invitation), 1);
    assert_eq!(rooms(&empty, Route::Minutes), 4);
    let line = |label: &str| format!("<dt>{label}</dt><dd></dd>");
    for route in [Route::Invitation, Route::Agenda, Route::Minutes] {
        let text = sheet(&empty, route);
        for label in ["Dag:", "Tid:", "Sted:", "Workshoppens leder:"] {
            holds(&text, &[&line(label)]);
        }
    }
    let invitation = sheet(&empty, Route::Invitation);
    holds(&invitation, &[&line("Svar senest:"), &line("Svar til:")]);
    let minutes = sheet(&empty, Route::Minutes);
    holds(&minutes, &[&line("Afbud:"), &line("Referent:")]);
    for head in ["Beslutning<", "Ansvarlig<", "Senest<"] {
        holds(&minutes, &[head]);
    }
    for route in PAGES {
        let text = shown(&page(&empty, route));
        lacks(&text, &["NaN", "inf"]);
        assert!(text.len() > 500);
    }
    holds(&sheet(&empty, Route::Agenda), &["Varighed", "15 minutter"]);
}

#[test]
fn each_agenda_stands_whole_on_its_sheet_and_in_the_invitation() {
    for programme in &texts::texts().programmes {
        let workshop =
            json!({"workshop": {"agenda": programme.agenda, "time": programme.usual_start}});
        let survey = with_plan(example(), workshop);
        let (agenda, invitation) = (
            sheet(&survey, Route::Agenda),
            sheet(&survey, Route::Invitation),
        );
        holds(&agenda, &[&programme.title, &programme.usual_start]);
        holds(
            &invitation,
            &[&programme.title, "MED-udvalget", "7 dage før"],
        );
        for item in programme.items() {
            let title = document::html::escape(&item.title);
            holds(&agenda, &[&title, &item.what, &item.result]);
            holds(&invitation, &[&title]);
        }
        for part in &programme.parts {
            holds(&agenda, &[&part.title]);
        }
    }
}

#[test]
fn the_invitation_says_by_when_the_answers_are_to_be_there() {
    holds(
        &sheet(&filled(), Route::Invitation),
        &[
            "senest 3. december 2026, 7 dage før",
            "Vi vil samle bogføringen.",
            "<li>Direktionen</li><li>Lønchefen</li>",
        ],
    );
}

#[test]
fn a_time_that_cannot_be_read_gives_an_agenda_without_times_and_says_so() {
    for (time, why) in [("formiddag", "kan ikke læses"), ("22.00", "efter midnat")] {
        let survey = with_plan(example(), json!({"workshop": {"time": time}}));
        holds(
            &shown(&page(&survey, Route::Workshop)),
            &[why, "form-error"],
        );
        let text = sheet(&survey, Route::Agenda);
        holds(&text, &["Varighed", time]);
        lacks(&text, &["9.00", "22.15"]);
    }
}

#[test]
fn the_minutes_tell_what_was_decided_rated_and_planned() {
    let text = sheet(&filled(), Route::Minutes);
    holds(
        &text,
        &[
            "Vi samler fakturaerne",
            "M10 ",
            "Bogholderiet",
            "1. februar 2027",
            "snart (datoen skal rettes)",
            "Vurderinger og stemmer",
            "1. januar 2027",
            "Planlagt",
            "<p>Tal med skolerne.</p>",
        ],
    );
    let at = |text_of: &str| text.find(text_of).unwrap();
    assert!(at("Vi spørger MED") < at("Vi samler fakturaerne"));
    let table = resolutions::table(&decisions::read(&filled().plan).0);
    assert_eq!(table.rows.len(), 2, "what has no words is left out");
}

#[test]
fn hostile_texts_stay_texts() {
    let bad = "\"'><script>alert(1)</script><img src=x onerror=alert(1)>";
    let mut survey = with_plan(
        example(),
        json!({
            "workshop": {"date": bad, "time": bad, "place": bad, "leader": bad,
                "participants": bad, "purpose": bad, "note": bad},
            "resolutions": {bad: {"text": bad, "proposal": bad, "owner": bad, "due": bad}},
            "proposals": {bad: {"note": bad, "rejected": bad, "votes": 1}, "M10": {"rejected": bad}},
            "actions": {bad: {"proposal": bad, "title": bad, "owner": bad, "start": bad}},
            "drafts": {"proposals/M10/votes": bad},
            "cases": {"c1": {"model": [bad]}}
        }),
    );
    survey.municipality.as_mut().unwrap().name = bad.to_owned();
    let mut all: Vec<String> = PAGES
        .iter()
        .map(|&route| shown(&page(&survey, route)))
        .collect();
    for id in [bad, "M10"] {
        all.push(shown(&written(&survey, |page, decisions| {
            rating_form(page, decisions, &id.into(), NOW);
            resolution_form(page, decisions, NOW);
        })));
    }
    for text in all {
        lacks(&text, &["<script", "<img", "\"'>", "style="]);
    }
}
