//! Workshop: how it is prepared, held and followed up.

use serde_json::{Value, json};

use crate::document::html::{Badge, escape};
use crate::domain::decisions::{Agenda, Decisions};
use crate::picture::Page;
use crate::picture::form::shape::Row;
use crate::picture::planning::fields::{choice, path};
use crate::picture::planning::{Planner, link};
use crate::plan::dates::Date;
use crate::route::Route;

use super::readiness::{Check, State, checks};
use super::schedule::{NoTimes, begins, clock};
use super::sheet::{self, WRONG_DATE, given};
use super::texts::{Phase, Programme, Step, page_name, programme, texts};

/// Writes the page.
pub(crate) fn write(page: &mut Page<'_>, decisions: &Decisions, now: &str) {
    page.paragraph(
        "En workshop gør billedet til beslutninger: I ser det sammen, vurderer forslagene og begynder på en handleplan. Her gør I den klar, og herfra holder I den.",
    );
    page.markup(&format!(
        "<p>{} · {} · {} · {}</p>",
        link(&Route::Invitation.href(), "Invitation"),
        link(&Route::Agenda.href(), "Dagsorden"),
        link(&Route::Screen(1).href(), "Begynd visningen på fuld skærm"),
        link(&Route::Minutes.href(), "Referat")
    ));
    let mut planner = Planner {
        page,
        decisions,
        now,
    };
    facts(&mut planner);
    readiness(page, decisions);
    let programme = programme(decisions.workshop.agenda);
    for (number, one) in texts().phases.iter().enumerate() {
        let own: &[Step] = if number == 0 { &programme.before } else { &[] };
        phase(page, one, own);
    }
}

/// The fields of the workshop.
fn facts(planner: &mut Planner<'_, '_>) {
    let decisions = planner.decisions;
    let workshop = &decisions.workshop;
    let programme = programme(workshop.agenda);
    let fields = planner.fields();
    let at = |key: &str| path(&["workshop", key]);
    let wrong_date = given(workshop.date.as_deref())
        .filter(|date| Date::parse(date).is_none())
        .map(|_| WRONG_DATE.to_owned());
    let rows = vec![
        agenda(workshop.agenda),
        fields
            .day("Dag", at("date"), workshop.date.as_deref())
            .wrong(wrong_date)
            .row(),
        time(planner, programme),
        fields
            .line("Sted", at("place"), workshop.place.as_deref())
            .row(),
        fields
            .line("Leder", at("leader"), workshop.leader.as_deref())
            .hint("Den, der leder workshoppen. En funktion er nok, fx »Økonomichefen«; navne er ikke nødvendige.")
            .row(),
        fields
            .lines("Deltagere", at("participants"), workshop.participants.as_deref())
            .hint(&format!(
                "En på hver linje. Funktioner er nok. Dagsordenen er lavet til: {}.",
                programme.for_whom.join("; ")
            ))
            .row(),
        fields
            .lines("Formål", at("purpose"), workshop.purpose.as_deref())
            .hint(&format!("Tomt: »{}«", programme.purpose))
            .row(),
    ];
    planner.form("workshoppen", "Workshoppen", rows);
    planner.page.aside(&sheet::length(workshop));
}

/// Which agenda is followed.
fn agenda(chosen: Agenda) -> Row {
    let value = |agenda: Agenda| (agenda != Agenda::Day).then(|| json!(agenda));
    let all = texts().programmes.iter();
    let options: Vec<(Option<Value>, String)> = all
        .map(|one| (value(one.agenda), one.title.clone()))
        .collect();
    let chosen = value(chosen);
    choice(
        "Dagsorden",
        path(&["workshop", "agenda"]),
        options,
        chosen.as_ref(),
    )
    .row()
}

/// When it begins; why there are no times where it cannot be read.
fn time(planner: &Planner<'_, '_>, programme: &Programme) -> Row {
    let workshop = &planner.decisions.workshop;
    let begins = begins(workshop, programme);
    let wrong = match begins {
        Ok(_) | Err(NoTimes::NotGiven) => None,
        Err(NoTimes::Unreadable) => Some(
            "Klokkeslættet kan ikke læses, så dagsordenen vises uden klokkeslæt. Skriv det som 9.00.",
        ),
        Err(NoTimes::PastMidnight) => Some(
            "Så slutter workshoppen efter midnat, og dagsordenen vises uden klokkeslæt. Skriv et tidligere.",
        ),
    };
    let hint = begins.map_or_else(
        |_| format!("Fx {}.", programme.usual_start),
        |start| format!("Slutter kl. {}.", clock(start + programme.length)),
    );
    planner
        .fields()
        .line(
            "Begynder kl.",
            path(&["workshop", "time"]),
            workshop.time.as_deref(),
        )
        .hint(&hint)
        .wrong(wrong.map(str::to_owned))
        .row()
}

/// What is ready, and what is not.
fn readiness(page: &mut Page<'_>, decisions: &Decisions) {
    let checks = checks(page.source, decisions);
    let missing = checks.iter().filter(|one| one.state == State::Missing);
    page.heading("Er alt klar?");
    let lacking = match missing.count() {
        0 => None,
        1 => Some("én ting".to_owned()),
        more => Some(format!("{more} ting")),
    };
    page.paragraph(&lacking.map_or_else(
        || "Alt, hvad workshoppen bygger på, er på plads.".to_owned(),
        |number| format!("Der mangler {number}. Workshoppen kan holdes alligevel, men I får mere ud af den, når det er på plads."),
    ));
    let items: Vec<String> = checks.iter().map(item).collect();
    page.markup(&format!(
        "<ul id=\"klar\"><li>{}</li></ul>",
        items.join("</li><li>")
    ));
}

fn item(check: &Check) -> String {
    let (text, warns) = match check.state {
        State::Ready => ("Klar", false),
        State::Missing => ("Mangler", true),
        State::Note => ("Bemærk", false),
    };
    format!(
        "{} {} {}",
        Badge { text, warns }.markup().trim_start(),
        escape(&check.text),
        link(&check.page.href(), &page_name(check.page))
    )
}

/// What to do in a phase, each with the page on which it is done.
fn phase(page: &mut Page<'_>, phase: &Phase, own: &[Step]) {
    page.heading(&phase.title);
    let items: Vec<String> = phase
        .steps
        .iter()
        .chain(own)
        .map(|step| {
            format!(
                "{} {}",
                escape(&step.text),
                link(&step.page.href(), &page_name(step.page))
            )
        })
        .collect();
    page.markup(&format!("<ol><li>{}</li></ol>", items.join("</li><li>")));
}
