//! Telling what a file is from its content.

use serde_json::Value;

use super::{Intake, Kind};
use crate::danish::format_day;
use crate::document::{self, FORMAT, Opened, ReadError};
use crate::domain::assessment::{Assessment, Round};
use crate::domain::catalogue;
use crate::domain::ids::ActivityId;
use crate::json;

const PEERS: &str = "kommunebenchmark-peers";
const CONTRIBUTION: &str = "kommunebenchmark-contribution";

/// How a zip, and so a workbook, begins.
const ZIP: &[u8] = b"PK";
/// How an older workbook begins, and one with a password.
const OLE: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0];

impl Intake {
    fn new(kind: Kind, title: impl Into<String>) -> Self {
        Self {
            kind,
            title: title.into(),
            lines: Vec::new(),
        }
    }

    fn with(mut self, lines: impl IntoIterator<Item = String>) -> Self {
        self.lines.extend(lines);
        self
    }
}

/// Says what a file is, from its content; its name plays no part.
#[must_use]
pub fn recognise(bytes: &[u8]) -> Intake {
    if bytes.starts_with(ZIP) || bytes.starts_with(OLE) {
        return Intake::new(Kind::Workbook, "Et regneark");
    }
    let Ok(text) = std::str::from_utf8(bytes) else {
        return unknown();
    };
    match document::open(text) {
        Ok(opened) => survey(&opened),
        Err(ReadError::TooNew { version }) => newer(version),
        Err(ReadError::Content(problems)) => Intake::new(
            Kind::Damaged,
            "Filen er en besvarelse, men der er fejl i den. Hent den igen, hvor den kom fra",
        )
        .with(
            problems
                .iter()
                .map(|problem| format!("Fejl ved »{}«", problem.path)),
        ),
        Err(ReadError::NotJson { .. } | ReadError::OtherFormat) => other(text),
    }
}

fn newer(version: u64) -> Intake {
    let title = "Filen er lavet med en nyere udgave af Kommunebenchmark. Genindlæs siden for at få \
                 den nyeste udgave, og åbn så filen igen";
    Intake::new(Kind::Newer, title).with([format!("Filens format er version {version}")])
}

fn unknown() -> Intake {
    let title = "Filen er ikke fra Kommunebenchmark. Vælg en fil, der ender på \
                 .kommunebenchmark.json";
    Intake::new(Kind::Unknown, title)
}

fn other(text: &str) -> Intake {
    let Ok(value) = json::value(text) else {
        return if text
            .trim_start_matches('\u{feff}')
            .trim_start()
            .starts_with('{')
            && text.contains(FORMAT)
        {
            let title = "Filen er ikke hel: den begynder som en fil fra Kommunebenchmark, men kan \
                         ikke læses til ende. Hent den igen, hvor den kom fra";
            Intake::new(Kind::Damaged, title)
        } else {
            unknown()
        };
    };
    match value.get("format").and_then(Value::as_str) {
        Some(PEERS) => {
            let name = value.get("title").and_then(Value::as_str);
            Intake::new(
                Kind::Peers,
                "Et datasæt med andre kommuner at sammenligne med",
            )
            .with(name.map(str::to_owned))
        }
        Some(CONTRIBUTION) => Intake::new(Kind::Contribution, "En kommunes bidrag til et datasæt"),
        _ => unknown(),
    }
}

fn survey(opened: &Opened) -> Intake {
    let assessment = &opened.assessment;
    let Some(part) = &assessment.part else {
        return Intake::new(Kind::Survey, "En hel besvarelse").with(lines(opened));
    };
    let deadline = part.deadline.as_deref().map(format_day);
    let deadline = deadline.map(|day| format!("Frist: {day}"));
    let function = (!part.function.is_empty()).then(|| format!("Sendt til: {}", part.function));
    let intake = if is_answered(assessment) {
        Intake::new(
            Kind::PartReturned,
            "En besvaret del, klar til at blive flettet",
        )
    } else {
        Intake::new(Kind::PartSent, "En del, som er sendt ud, uden nye svar")
    };
    intake.with(lines(opened)).with(function).with(deadline)
}

/// Something has been answered since the part was sent.
fn is_answered(assessment: &Assessment) -> bool {
    let Some(part) = &assessment.part else {
        return false;
    };
    let unit = assessment.answerer();
    assessment
        .rounds
        .iter()
        .filter_map(|round| round.answers.get(&unit))
        .flatten()
        .any(|(id, answer)| part.base.get(id) != Some(answer) && !answer.is_empty())
}

fn lines(opened: &Opened) -> Vec<String> {
    let assessment = &opened.assessment;
    let years: Vec<String> = assessment
        .rounds
        .iter()
        .map(|round| round.year.to_string())
        .collect();
    let municipality = assessment.municipality.as_ref();
    let name = municipality.map_or("Kommunen er ikke valgt", |one| &one.name);
    let mut lines = vec![format!("{name}, {}", years.join(" og "))];
    lines.extend(assessment.example.then(|| "Opfundet eksempel".to_owned()));
    lines.extend(
        assessment
            .current()
            .map(|round| coverage(assessment, round)),
    );
    let saved = opened.saved_at.as_deref().map(format_day);
    lines.extend(saved.map(|day| format!("Gemt {day}")));
    lines
}

/// "212 af 300 aktiviteter er besvaret", of those that are asked.
fn coverage(assessment: &Assessment, round: &Round) -> String {
    let unit = assessment.answerer();
    let is_asked = |id: &ActivityId| {
        let in_domain = round.profile.domains.contains(&id.area.domain);
        assessment.asks(*id) && (assessment.part.is_some() || in_domain)
    };
    let is_settled = |id: &ActivityId| {
        let answer = round.answer(&unit, *id);
        answer.is_some_and(crate::domain::answer::Answer::is_settled)
    };
    let asked: Vec<ActivityId> = catalogue::activities()
        .map(|activity| activity.id)
        .filter(is_asked)
        .collect();
    let settled = asked.iter().filter(|id| is_settled(id)).count();
    format!("{settled} af {} aktiviteter er besvaret", asked.len())
}
