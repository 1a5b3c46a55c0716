//! What the preview of a merge says, in Danish.
//!
//! Owns the names of sources and records and their values in words. The scales' words are in
//! [`crate::document::description`].

use serde_json::Value;

use super::fields::{Fields, value_of};
use super::gathering::{File, InRound, Record, Source};
use super::{Desk, decisions};
use crate::danish::format_day;
use crate::danish::format_short;
use crate::document::description;
use crate::domain::answer::Answer;
use crate::domain::assessment::Round;
use crate::domain::catalogue;
use crate::domain::field;
use crate::domain::ids::{ActivityId, AreaId, Domain, UnitId};
use crate::domain::profile::Profile;
use crate::domain::rating::Place;
use crate::domain::staff::{StaffKind, StaffRow};

/// The day of an RFC 3339 time or a date: "3. december 2026".
pub fn day(time: &str) -> Option<String> {
    let date = time.get(..10)?;
    field::check_date(date).ok()?;
    Some(format_day(date))
}

/// The function and the day, where the function is known.
fn stamp(by: Option<&str>, at: Option<&str>) -> Option<String> {
    let by = by.map(on_one_line).filter(|by| !by.is_empty())?;
    Some(match at.and_then(day) {
        Some(day) => format!("{by}, {day}"),
        None => by,
    })
}

/// Whose it is: "Bogholderiet, 3. december 2026", or else the file's name.
pub fn label(source: &Source) -> String {
    stamp(source.by.as_deref(), source.at.as_deref()).unwrap_or_else(|| on_one_line(&source.file))
}

/// Whose an answer of the survey was, when another's is taken.
pub fn own_label(answer: &Answer) -> String {
    stamp(answer.by.as_deref(), answer.at.as_deref()).unwrap_or_else(|| "Fravalgt svar".to_owned())
}

/// Several sources that say the same, each once.
pub fn labels<'a>(sources: impl Iterator<Item = &'a Source>) -> String {
    let mut labels: Vec<String> = Vec::new();
    for source in sources {
        let label = label(source);
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels.join(" og ")
}

/// A text without line breaks, as a note in a comment needs it.
fn on_one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// One line about a file.
pub fn source(file: &File) -> String {
    let name = file.source.file.clone();
    let by = file.source.by.clone().filter(|by| !by.is_empty());
    let count = match file.answers {
        1 => "1 svar".to_owned(),
        many => format!("{many} svar"),
    };
    let latest = file.source.at.as_deref().and_then(day);
    let latest = latest.map(|day| format!("senest {day}"));
    let parts: Vec<String> = [Some(name), by, Some(count), latest]
        .into_iter()
        .flatten()
        .collect();
    parts.join(" · ")
}

/// What an answer says, for the preview; empty where it says nothing.
pub fn answer(answer: &Answer, profile: &Profile) -> String {
    let mut parts = vec![description::answer(answer, profile)];
    parts.extend(
        answer
            .extra
            .iter()
            .map(|(key, value)| format!("{key}: {value}")),
    );
    if answer.unconfirmed {
        parts.push("overført fra en tidligere runde, ikke bekræftet".to_owned());
    }
    parts.retain(|part| !part.is_empty());
    parts.join(" · ")
}

/// Another's answer as a line of a comment: without the remarks, which are taken over as such.
pub fn note(label: &str, answer: &Answer, profile: &Profile) -> String {
    let ratings = Answer {
        comment: String::new(),
        flag: false,
        unconfirmed: false,
        ..answer.clone()
    };
    on_one_line(&format!("{label}: {}", self::answer(&ratings, profile)))
}

/// The activity's number and title, the unit's name, and the year where there are several rounds.
pub fn activity_title(desk: &Desk, round: &Round, unit: &UnitId, id: ActivityId) -> String {
    let title = catalogue::activity(id).map_or("", |activity| activity.title);
    let mut text = format!("{id} {title}");
    if *unit != UnitId::central() {
        text = format!("{text} – {}", desk.unit_name(round, unit));
    }
    in_year(desk, round, text)
}

/// Adds the year where the survey has several rounds.
pub fn in_year(desk: &Desk, round: &Round, text: String) -> String {
    if desk.mine.rounds.len() > 1 {
        format!("{text} (runden {})", round.year)
    } else {
        text
    }
}

/// The group and the title of a record that is no answer and no row.
pub fn record(desk: &Desk, record: &Record) -> (String, String) {
    let (group, title) = match record {
        Record::Municipality => ("Kommune".to_owned(), "Kommunens navn".to_owned()),
        Record::Contribution => ("Bidrag til KL".to_owned(), "Bidragets id".to_owned()),
        Record::Plan(path) => ("Handleplan".to_owned(), decisions::title(path)),
        Record::Extra => unknown_keys(),
        Record::Of(round, part) => {
            let Some(round) = desk.mine.round(round) else {
                return (String::new(), String::new());
            };
            let (group, title) = in_round(desk, round, part);
            (group, in_year(desk, round, title))
        }
    };
    (group, title)
}

fn unknown_keys() -> (String, String) {
    let title = "Oplysninger, som denne udgave af programmet ikke kender";
    ("Øvrigt".to_owned(), title.to_owned())
}

fn in_round(desk: &Desk, round: &Round, part: &InRound) -> (String, String) {
    let (group, title) = match part {
        InRound::Year => ("Kommune", "Året, som svarene gælder".to_owned()),
        InRound::Profile => ("Kommune", "Oplysninger om kommunen".to_owned()),
        InRound::Unit(id) => ("Enheder", desk.unit_name(round, id)),
        InRound::StaffCount => ("Bemanding", "Dato og samlet antal årsværk".to_owned()),
        InRound::Staff(id) => ("Bemanding", format!("Række {}", id.0)),
        InRound::Drafts => ("Øvrigt", "Tekster, der ikke kunne læses".to_owned()),
        InRound::Extra => return unknown_keys(),
        InRound::Estimate(id) => (area_title(*id), format!("{id} Skøn for hele området")),
        InRound::Answer(unit, id) => (area_title(id.area), activity_title(desk, round, unit, *id)),
    };
    (group.to_owned(), title)
}

/// The title of an area.
pub fn area_title(id: AreaId) -> &'static str {
    catalogue::area(id).map_or("", |area| area.title)
}

/// Some fields of a record in words; a field that says nothing is left out.
pub fn fields<'a>(fields: &Fields, keys: impl Iterator<Item = &'a String>) -> String {
    let words = |key: &String| {
        let text = fields.get(key)?;
        let words = match key.as_str() {
            // No point between thousands in a year.
            "year" | "population_year" | "gain_from" => text.clone(),
            _ => value(&value_of(text)),
        };
        Some(format!("{}: {words}", name(key)))
    };
    keys.filter_map(words).collect::<Vec<_>>().join(" · ")
}

/// The Danish name of a field; an unknown one is called by its key.
fn name(key: &str) -> &str {
    match key {
        "which" | "name" => "navn",
        "kind" => "slags",
        "year" => "år",
        "date" => "dato",
        "total" => "årsværk i alt",
        "population" => "indbyggere",
        "population_year" => "folketal fra",
        "employees" => "ansatte",
        "full_time_employees" => "fuldtidsansatte",
        "economy_system" => "økonomisystem",
        "payroll_system" => "lønsystem",
        "units" => "enheder",
        "payslips" => "lønsedler om året",
        "invoices" => "fakturaer om året",
        "level_names" => "navne på niveauer",
        "domains" => "fagområder",
        "operation.pay_data_entry" => "indtastning af løndata",
        "operation.hiring" => "ansættelsesproces",
        "operation.invoice_posting" => "kontering af fakturaer",
        "operation.time_by_employees" => "medarbejderne indtaster selv tid og fravær",
        "operation.person_data_direct" => "persondata direkte i lønsystemet",
        "operation.pay_direct" => "løn direkte i lønsystemet",
        "operation.auto_posting" => "procent af fakturaerne med automatisk kontering",
        "operation.auto_receipt" => "procent af fakturaerne med automatisk varemodtagelse",
        "operation.a_conto_payments" => "a conto-udbetalinger om året",
        "operation.negative_pays" => "negative lønninger om året",
        "operation.overdue_invoices" => "forfaldne fakturaer",
        "operation.fte_cost" => "kr. om året for et årsværk",
        "proposal" => "forslag",
        "case" => "beregning",
        "model" => "model",
        "title" => "titel",
        "owner" => "ansvarlig",
        "start" => "start",
        "end" => "slut",
        "status" => "status",
        "order" => "plads i planen",
        "gain_from" => "gevinst fra",
        "target" => "mål",
        "note" => "note",
        "pinned" => "fastgjort",
        "rejected" => "fravalgt, fordi",
        "rank" => "plads på listen",
        "volume" => "volumen",
        "process_maturity" => "procesmodenhed",
        "" => "værdi",
        "organisation" => "organisering",
        "solution" => "løsning",
        "process" => "proces",
        other => other,
    }
}

fn value(value: &Value) -> String {
    match value {
        Value::String(word) => known_word(word).to_owned(),
        Value::Number(number) => number
            .as_f64()
            .filter(|number| number.abs() < 1e12)
            .map_or_else(|| number.to_string(), format_short),
        Value::Bool(true) => "ja".to_owned(),
        Value::Bool(false) => "nej".to_owned(),
        Value::Null => String::new(),
        Value::Array(list) => list.iter().map(self::value).collect::<Vec<_>>().join(", "),
        Value::Object(object) => {
            if let (2, Some(name)) = (object.len(), object.get("name").and_then(Value::as_str)) {
                let code = object.get("code").and_then(Value::as_u64);
                return code.map_or_else(|| name.to_owned(), |code| format!("{name} ({code})"));
            }
            let parts = object
                .iter()
                .map(|(key, one)| format!("{} {}", known_word(key), self::value(one)));
            parts.collect::<Vec<_>>().join(", ")
        }
    }
}

/// The words of the file for what is chosen from a list.
fn known_word(word: &str) -> &str {
    match word {
        "institution" => Place::Institution.usual_name(),
        "intermediate" => Place::Intermediate.usual_name(),
        "department" => Place::Department.usual_name(),
        "central" => Place::Central.usual_name(),
        "decentral" => "Decentralt",
        "in_system" => "Direkte i lønsystemet",
        "external" => Place::External.usual_name(),
        "manual" => "Manuelt",
        "partly" => "Delvist",
        "full" => "Fuldt",
        "planned" => "planlagt",
        "running" => "i gang",
        "done" => "gennemført",
        "stopped" => "stoppet",
        "opus" => "KMD Opus Økonomi",
        "prisme" => "Prisme",
        "opus_loen" => "KMD Opus Løn",
        "sd_loen" => "SD Løn",
        "other" => "andet:",
        "E" => catalogue::domain_title(Domain::Economy),
        "P" => catalogue::domain_title(Domain::Payroll),
        other => other,
    }
}

/// A row of the staff sheet on one line.
pub fn staff_row(row: &StaffRow, profile: &Profile) -> String {
    let mut parts = vec![
        match row.kind {
            StaffKind::Team => "Team",
            StaffKind::Units => "Enheder",
            StaffKind::Purchase => "Køb",
        }
        .to_owned(),
    ];
    parts.extend((!row.name.is_empty()).then(|| format!("»{}«", row.name)));
    parts.extend(row.place.map(|place| profile.name_of(place).to_owned()));
    let number = |value: f64, what: &str| format!("{} {what}", format_short(value));
    parts.extend(row.fte.map(|fte| number(fte.to_f64(), "årsværk")));
    parts.extend(row.number.map(|count| number(count.into(), "enheder")));
    parts.extend(
        row.hours_per_week
            .map(|hours| number(hours.to_f64(), "timer om ugen")),
    );
    parts.extend(row.kr.map(|kr| number(kr.into(), "kr. om året")));
    parts.extend(
        row.areas
            .iter()
            .map(|(id, share)| format!("{id} {share} %")),
    );
    parts.extend(
        row.extra
            .iter()
            .map(|(key, value)| format!("{key}: {value}")),
    );
    parts.join(" · ")
}
