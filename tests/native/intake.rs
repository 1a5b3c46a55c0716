//! What a file is taken for, from its content.

use kommunebenchmark::document::intake::{Intake, Kind, recognise};
use kommunebenchmark::document::{self, write};
use kommunebenchmark::domain::assessment::{Assessment, Municipality};
use kommunebenchmark::domain::edit::Edit;
use kommunebenchmark::domain::part::Part;
use kommunebenchmark::domain::rating::Place;

use crate::given::{self, EXAMPLE, KLK_2017, PART, activity, at, first};

const SAVED: &str = "2026-12-03T10:15:00Z";

fn intake(assessment: &Assessment) -> Intake {
    recognise(write(assessment, "0.1.0", SAVED).as_bytes())
}

fn survey() -> Assessment {
    let mut survey = Assessment::new("survey".to_owned(), 2026);
    survey.municipality = Some(Municipality::new(Some(760), "Ringkøbing-Skjern"));
    survey.rounds = vec![given::round(first("E01", 3, &at(Place::Central)))];
    survey
}

fn part() -> Assessment {
    let survey = survey();
    let part = Part {
        function: "Bogholderiet".to_owned(),
        activities: [activity("E01.01"), activity("E04.01")].into(),
        deadline: Some("2026-12-24".to_owned()),
        ..Part::default()
    };
    survey.take_part(&survey.rounds[0], part)
}

#[test]
fn a_whole_survey_is_described_by_municipality_year_coverage_and_time() {
    let intake = intake(&survey());
    assert_eq!(intake.kind, Kind::Survey);
    assert_eq!(
        intake.lines,
        [
            "Ringkøbing-Skjern, 2026",
            "3 af 300 aktiviteter er besvaret",
            "Gemt 3. december 2026",
        ]
    );
}

#[test]
fn a_part_is_sent_until_something_has_been_answered_in_it() {
    let mut part = part();
    let sent = intake(&part);
    assert_eq!(sent.kind, Kind::PartSent);
    assert_eq!(
        sent.lines,
        [
            "Ringkøbing-Skjern, 2026",
            "1 af 2 aktiviteter er besvaret",
            "Gemt 3. december 2026",
            "Sendt til: Bogholderiet",
            "Frist: 24. december 2026",
        ]
    );
    let answers = Edit::SetAnswers {
        round: part.rounds[0].id.clone(),
        unit: part.answerer(),
        answers: [(activity("E04.01"), Some(at(Place::Institution)))].into(),
    };
    part.apply(answers).unwrap();
    let returned = intake(&part);
    assert_eq!(returned.kind, Kind::PartReturned);
    assert_eq!(returned.lines[1], "2 af 2 aktiviteter er besvaret");
    assert_eq!(
        recognise(given::text(PART).as_bytes()).kind,
        Kind::PartReturned
    );
}

#[test]
fn an_invented_survey_is_called_so() {
    let lines = recognise(given::text(EXAMPLE).as_bytes()).lines;
    assert!(lines.contains(&"Opfundet eksempel".to_owned()), "{lines:?}");
}

#[test]
fn every_other_file_is_named_for_what_it_is() {
    let whole = write(&survey(), "0.1.0", SAVED);
    let newer = whole.replacen("\"version\":1", "\"version\":7", 1);
    let wrong = whole.replacen("\"year\":2026", "\"year\":1926", 1);
    let halved = &whole[..whole.len() / 2];
    let peers = given::text(KLK_2017);
    for (text, kind) in [
        (newer.as_str(), Kind::Newer),
        (&wrong, Kind::Damaged),
        (halved, Kind::Damaged),
        (&peers, Kind::Peers),
        (
            r#"{"format":"kommunebenchmark-contribution"}"#,
            Kind::Contribution,
        ),
        (r#"{"format":"andet"}"#, Kind::Unknown),
        ("", Kind::Unknown),
        ("kommunebenchmark", Kind::Unknown),
    ] {
        assert_eq!(recognise(text.as_bytes()).kind, kind, "{text:.60}");
    }
    assert_eq!(recognise(b"\xff\xfe\x00").kind, Kind::Unknown);
    for workbook in [&b"PK\x03\x04\xff\xfe"[..], b"\xd0\xcf\x11\xe0\xa1"] {
        assert_eq!(recognise(workbook).kind, Kind::Workbook);
    }
    let marked = format!("\u{feff}{whole}");
    assert_eq!(recognise(marked.as_bytes()).kind, Kind::Survey);
}

#[test]
fn a_damaged_file_is_described_with_each_fault() {
    let wrong = write(&survey(), "0.1.0", SAVED).replacen("\"year\":2026", "\"year\":1926", 1);
    let lines = recognise(wrong.as_bytes()).lines;
    assert_eq!(lines, ["Fejl ved »$.rounds[0].year«"]);
}

#[test]
fn opening_a_file_gives_what_its_envelope_says() {
    let opened = document::open(&write(&survey(), "0.1.0", SAVED)).unwrap();
    assert_eq!(opened.app.as_deref(), Some("0.1.0"));
    assert_eq!(opened.saved_at.as_deref(), Some(SAVED));
    assert_eq!(opened.assessment, survey());
}
