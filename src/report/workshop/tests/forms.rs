//! What fields and buttons do when somebody uses them.

use super::*;
use crate::domain::decisions::{ProposalId, Workshop};
use crate::picture::form::{Act, Given};

/// What stands beside the elements of a page, each with its element's id.
fn acts(markup: &str) -> Vec<(String, Act)> {
    let attribute = |element: &str, name: &str| {
        let (_, rest) = element.split_once(&format!("{name}=\""))?;
        let (value, _) = rest.split_once('"')?;
        Some(value.to_owned())
    };
    markup
        .split('<')
        .filter_map(|element| {
            let text = attribute(element, " data-act")?
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&");
            Some((attribute(element, " id")?, Act::read(&text).unwrap()))
        })
        .collect()
}

#[track_caller]
fn act(markup: &str, id: &str) -> Act {
    let mut found = acts(markup).into_iter().filter(|(one, _)| one == id);
    let (_, act) = found.next().unwrap_or_else(|| panic!("no {id}: {markup}"));
    assert!(found.next().is_none(), "two of {id}");
    act
}

/// Uses the element of an id.
#[track_caller]
fn give(survey: &mut Assessment, markup: &str, id: &str, text: &str) {
    let given = Given {
        text: text.to_owned(),
        checked: false,
    };
    survey.apply(act(markup, id).edit(&given)).unwrap();
}

#[track_caller]
fn question(markup: &str, id: &str) -> String {
    match act(markup, id) {
        Act::Press(button) => button.confirm,
        other => panic!("{other:?}"),
    }
}

fn rating(survey: &Assessment, id: &str) -> String {
    shown(&written(survey, |page, decisions| {
        rating_form(page, decisions, &id.into(), NOW);
    }))
}

fn read(survey: &Assessment) -> Decisions {
    decisions::read(&survey.plan).0
}

#[test]
fn the_fields_of_the_workshop_are_its_values_in_the_plan() {
    let mut survey = example();
    let markup = shown(&page(&survey, Route::Workshop));
    for (id, text) in [
        ("workshop-agenda", "2"),
        ("workshop-date", "2026-12-10"),
        ("workshop-time", "9.30"),
        ("workshop-place", "Kantinen"),
        ("workshop-leader", "IT-chefen"),
        ("workshop-participants", "A\nB"),
        ("workshop-purpose", "Robotter"),
    ] {
        give(&mut survey, &markup, id, text);
    }
    let some = |text: &str| Some(text.to_owned());
    let expected = Workshop {
        agenda: crate::domain::decisions::Agenda::Robots,
        date: some("2026-12-10"),
        time: some("9.30"),
        place: some("Kantinen"),
        leader: some("IT-chefen"),
        participants: some("A\nB"),
        purpose: some("Robotter"),
        ..Workshop::default()
    };
    assert_eq!(read(&survey).workshop, expected);
    let markup = shown(&page(&survey, Route::Workshop));
    holds(&markup, &["Slutter kl. 15.30.", "Robotscreening"]);
    give(&mut survey, &markup, "workshop-agenda", "0");
    assert_eq!(
        read(&survey).workshop.agenda,
        crate::domain::decisions::Agenda::Day
    );
}

#[test]
fn a_date_that_is_none_is_told_at_its_field() {
    let survey = with_plan(
        example(),
        json!({"workshop": {"date": "2026-02-30"}, "resolutions": {"d1": {"due": "snart"}}}),
    );
    for (route, id) in [
        (Route::Workshop, "workshop-date-error"),
        (Route::Minutes, "resolutions-d1-due-error"),
    ] {
        holds(
            &shown(&page(&survey, route)),
            &[id, "Vælg en dato, der findes."],
        );
    }
}

#[test]
fn a_decision_is_noted_written_and_taken_away_after_a_question() {
    let mut survey = example();
    let markup = shown(&page(&survey, Route::Minutes));
    give(&mut survey, &markup, "ny-beslutning", "");
    let id = crate::danish::seconds_of(NOW).unwrap();
    let markup = shown(&page(&survey, Route::Minutes));
    for (key, text) in [
        ("text", "Vi samler fakturaerne"),
        ("proposal", "1"),
        ("owner", "Bogholderiet"),
        ("due", "2027-02-01"),
    ] {
        give(
            &mut survey,
            &markup,
            &format!("resolutions-d{id}-{key}"),
            text,
        );
    }
    assert_eq!(
        serde_json::to_value(&survey.plan).unwrap(),
        json!({"resolutions": {format!("d{id}"): {
            "text": "Vi samler fakturaerne", "proposal": "M01", "owner": "Bogholderiet",
            "due": "2027-02-01", "noted": "2026-11-26"
        }}})
    );
    let markup = shown(&page(&survey, Route::Minutes));
    let remove = format!("fjern-d{id}");
    holds(
        &question(&markup, &remove),
        &["Vil I fjerne »Vi samler fakturaerne«?"],
    );
    give(&mut survey, &markup, &remove, "");
    assert!(survey.plan.is_empty());
}

#[test]
fn two_decisions_of_one_second_are_two() {
    let mut survey = example();
    for _ in 0..3 {
        let markup = shown(&page(&survey, Route::Minutes));
        give(&mut survey, &markup, "ny-beslutning", "");
    }
    assert_eq!(read(&survey).resolutions.len(), 3);
}

#[test]
fn a_proposal_is_rated_voted_for_and_put_in_the_plan() {
    let mut survey = with_plan(
        example(),
        json!({"proposals": {"M10": {"rejected": "Ikke nu"}}}),
    );
    let markup = rating(&survey, "M10");
    holds(&markup, &["Ikke nu"]);
    for (key, text) in [
        ("organisation", "1"),
        ("process_maturity", "2"),
        ("volume", "3"),
        ("votes", "12"),
        ("note", "Begynd her"),
    ] {
        give(&mut survey, &markup, &format!("proposals-M10-{key}"), text);
    }
    give(&mut survey, &markup, "til-planen-M10", "");
    give(&mut survey, &markup, "ny-beslutning-M10", "");
    let decisions = read(&survey);
    let id = ProposalId::from("M10");
    let opinion = &decisions.opinions[&id];
    assert_eq!(
        (
            opinion.organisation,
            opinion.process_maturity,
            opinion.volume,
            opinion.votes
        ),
        (Some(1), Some(2), Some(3), Some(12))
    );
    assert_eq!(opinion.note.as_deref(), Some("Begynd her"));
    assert_eq!(opinion.rejected, None);
    assert_eq!(decisions.actions[&"M10".into()].proposal, id);
    let noted = decisions.resolutions.values().next().unwrap();
    assert_eq!(noted.proposal, Some(id));

    let markup = rating(&survey, "M10");
    assert!(matches!(
        act(&markup, "se-handling-M10"),
        Act::Press(button) if button.then == Route::Action(crate::route::Name::new("M10").unwrap()).href()
    ));
    lacks(&markup, &["til-planen-M10\" "]);
    // A decision about a proposal is not among those about nothing in particular.
    let other = shown(&written(&survey, |page, decisions| {
        resolution_form(page, decisions, NOW);
    }));
    assert_eq!(acts(&other).len(), 1);
}

#[test]
fn votes_that_are_none_are_told_at_their_field() {
    let mut survey = example();
    let markup = rating(&survey, "M10");
    give(&mut survey, &markup, "proposals-M10-votes", "1000");
    holds(
        &rating(&survey, "M10"),
        &["Skriv et tal mellem 0 og 999.", "value=\"1000\""],
    );
    let many = with_plan(
        example(),
        json!({"proposals": {"M10": {"votes": 4_000_000}}}),
    );
    holds(&rating(&many, "M10"), &["Skriv et tal mellem 0 og 999."]);
}

#[test]
fn a_proposal_that_is_not_known_can_be_rated_but_not_planned() {
    let markup = rating(&example(), "Q1");
    holds(&markup, &["Ikke vurderet", "proposals-Q1-votes"]);
    lacks(&markup, &["til-planen-Q1"]);
}

#[test]
fn what_was_rated_stands_by_votes_then_by_ratings_then_by_id() {
    let survey = with_plan(
        example(),
        json!({"proposals": {
            "M01": {"votes": 2}, "M02": {"votes": 2, "volume": 1},
            "M03": {"organisation": 3, "volume": 9}, "M04": {"process_maturity": 3},
            "M05": {"pinned": true}, "M06": {"votes": 9, "rejected": "For dyrt", "note": "Nej"},
            "M07": {"volume": 9}, "K01": {"votes": 0}
        }}),
    );
    let table = vote_table(&read(&survey));
    let firsts: Vec<String> = table
        .rows
        .iter()
        .map(|row| row.text().chars().take(3).collect())
        .collect();
    assert_eq!(firsts, ["M06", "M02", "M01", "M03", "M04", "K01"]);
    holds(
        &document::html::write(&table),
        &["Fravalgt: For dyrt Nej", "–"],
    );
}
