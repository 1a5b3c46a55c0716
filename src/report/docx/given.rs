//! A small report with every kind of piece, and documents as a reader of zip and XML sees them.

use std::collections::BTreeMap;
use std::io::{Cursor, Read as _};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use crate::document::html::Badge;
use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::picture::Figure;
use crate::picture::piece::{Chart, Piece};
use crate::report::content::{Report, Section};
use crate::report::part::Part;

/// A picture of one white pixel.
pub const PIXEL: &[u8] = &[
    0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', 0, 0, 0, 13, b'I', b'H', b'D', b'R', 0, 0,
    0, 1, 0, 0, 0, 1, 8, 0, 0, 0, 0, 0x3a, 0x7e, 0x9b, 0x55, 0, 0, 0, 10, b'I', b'D', b'A', b'T',
    0x78, 0x9c, 0x63, 0xf8, 0x0f, 0, 1, 1, 1, 0, 0xb1, 0x38, 0xf6, 0x14, 0, 0, 0, 0, b'I', b'E',
    b'N', b'D', 0xae, 0x42, 0x60, 0x82,
];

pub const BADGE: Badge = Badge {
    text: "Modeldata",
    warns: true,
};

pub fn owned(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

pub fn section(part: Part, comment: &str, pieces: Vec<Piece>) -> Section {
    Section {
        part,
        title: part.title().to_owned(),
        comment: comment.to_owned(),
        pieces,
    }
}

/// Scores of two areas of one domain, with a mean, and a column that stands in files only.
pub fn scores() -> Table {
    let row = |kind, name: &str, score: Cell, difference: f64| {
        let cells = vec![
            name.into(),
            score,
            Cell::Number(difference),
            "skjult".into(),
        ];
        Row::new(kind, cells)
    };
    let mut marked = row(RowKind::Ordinary, "Løn", Cell::Number(2.65), 0.25);
    marked.mark = Some("foreløbig");
    Table {
        title: "Scorer".to_owned(),
        notes: owned(&["Tallene er fra 12 kommuner."]),
        columns: vec![
            Column::new("Område", Form::Text),
            Column::new("Centralisering", Form::Number(1)),
            Column::new("Forskel", Form::Difference(1)),
            Column::new("Nr.", Form::Text).in_files_only(true),
        ],
        rows: vec![
            Row::new(RowKind::Group, vec!["Løn og personale".into()]),
            marked,
            row(
                RowKind::Ordinary,
                "Rekruttering",
                Cell::Missing("for få".to_owned()),
                -0.3,
            ),
            row(RowKind::Total, "I alt", Cell::Number(1234.5), 0.0),
        ],
    }
}

/// A table of that many columns with a row.
pub fn wide(columns: usize) -> Table {
    Table {
        title: format!("{columns} kolonner"),
        columns: (1..=columns)
            .map(|number| Column::new(format!("Kolonne {number}"), Form::Percent))
            .collect(),
        rows: vec![Row::new(
            RowKind::Ordinary,
            vec![Cell::Number(0.5); columns],
        )],
        ..Table::default()
    }
}

pub fn chart(id: &str, numbers: Option<Table>) -> Piece {
    Piece::Chart(Box::new(Chart {
        figure: Figure {
            id: id.to_owned(),
            title: format!("Diagram {id}"),
            badge: Some((BADGE.text.to_owned(), true)),
            summary: "Løn ligger over gruppen.".to_owned(),
            data: serde_json::Value::Null,
            layout: serde_json::Value::Null,
            table: String::new(),
        },
        numbers,
        badge: Some(BADGE),
    }))
}

/// Every kind of piece in four sections, two of them partly across.
pub fn report() -> Report {
    let steps = || Piece::Steps(owned(&["Aftal målet", "Mål igen"]));
    let heading = |level, text: &str| Piece::Heading(level, text.to_owned());
    let overview = vec![
        heading(2, "Løn og personale"),
        Piece::Paragraph("Kommunen løser det meste centralt.".to_owned()),
        Piece::Note("Et forbehold.".to_owned()),
        Piece::Table(scores(), Some(BADGE)),
        heading(3, "Hvad diagrammet viser"),
        chart("drawn", None),
        chart("undrawn", Some(wide(3))),
        Piece::List(owned(&["Et punkt", "Et andet punkt"])),
        steps(),
        heading(4, "Igen"),
        steps(),
        Piece::Markup("<button>Ikke med</button>".to_owned()),
    ];
    let plan = vec![
        Piece::Terms(vec![("Ansvarlig".to_owned(), "Økonomichefen".to_owned())]),
        Piece::Room(3),
    ];
    let rowless = Table {
        title: "Uden rækker".to_owned(),
        notes: owned(&["Der er ikke svaret."]),
        ..Table::default()
    };
    Report {
        title: "Administrationen i Prøve Kommune".to_owned(),
        subtitle: "Prøve Kommune, 2026".to_owned(),
        facts: vec![("Runde".to_owned(), "Runde 1".to_owned())],
        label: "Orientering: tallene er modeldata".to_owned(),
        introduction: "Først dette.\n\nSå dette.".to_owned(),
        sections: vec![
            section(Part::Overview, "En linje.\nEn linje til.", overview),
            section(Part::Plan, "", plan),
            section(
                Part::Answers,
                "",
                vec![
                    heading(2, "Økonomi"),
                    Piece::Table(wide(9), None),
                    heading(2, "Personale"),
                    Piece::Table(wide(12), None),
                    Piece::Note("Under den brede.".to_owned()),
                ],
            ),
            section(Part::Method, "", vec![Piece::Table(rowless, None)]),
        ],
    }
}

pub fn images() -> BTreeMap<String, Vec<u8>> {
    BTreeMap::from([
        ("drawn".to_owned(), PIXEL.to_vec()),
        ("undrawn".to_owned(), b"no picture".to_vec()),
    ])
}

/// The parts of a document by their names.
pub fn unpack(bytes: &[u8]) -> BTreeMap<String, Vec<u8>> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = BTreeMap::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().to_string();
        let mut content = Vec::new();
        part.read_to_end(&mut content).unwrap();
        assert!(parts.insert(name, content).is_none());
    }
    parts
}

/// An element with its attributes, and the text up to the next element.
pub struct Found {
    pub name: String,
    pub attributes: BTreeMap<String, String>,
}

/// The elements of a part in order; fails where it is not well-formed.
pub fn elements(part: &[u8]) -> Vec<Found> {
    let mut found = Vec::new();
    each(part, &mut |start, _| {
        if let Some(start) = start {
            let attributes = start.attributes().map(|attribute| {
                let attribute = attribute.unwrap();
                let value = attribute.normalized_value(quick_xml::XmlVersion::Explicit1_0);
                let name = attribute.key.as_ref().to_string();
                (name, value.unwrap().into_owned())
            });
            found.push(Found {
                name: start.name().as_ref().to_string(),
                attributes: attributes.collect(),
            });
        }
    });
    found
}

/// The paragraphs of a part: style and text.
pub fn paragraphs(part: &[u8]) -> Vec<(String, String)> {
    let mut found: Vec<(String, String)> = Vec::new();
    let mut inside = String::new();
    each(part, &mut |start, text| {
        if let Some(start) = start {
            inside = start.name().as_ref().to_string();
            match inside.as_str() {
                "w:p" => found.push(Default::default()),
                "w:pStyle" => {
                    let attribute = start.attributes().next().unwrap().unwrap();
                    let style = attribute.value.to_string();
                    found.last_mut().unwrap().0 = style;
                }
                "w:br" => found.last_mut().unwrap().1.push('\n'),
                _ => {}
            }
        } else if inside == "w:t" {
            found.last_mut().unwrap().1.push_str(text);
        }
    });
    found
}

/// Reads a part: the starts of elements, and the characters.
fn each(part: &[u8], take: &mut dyn FnMut(Option<&BytesStart<'_>>, &str)) {
    let text = std::str::from_utf8(part).unwrap();
    let mut reader = Reader::from_str(text);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0_i32;
    loop {
        match reader.read_event().unwrap() {
            Event::Start(start) => {
                depth += 1;
                take(Some(&start), "");
            }
            Event::End(_) => depth -= 1,
            Event::Text(characters) => take(None, &characters.xml10_content()),
            Event::GeneralRef(entity) => {
                let character = entity.resolve_char_ref().unwrap();
                let named = match entity.as_ref() {
                    "amp" => '&',
                    "lt" => '<',
                    "gt" => '>',
                    _ => '"',
                };
                take(None, &character.unwrap_or(named).to_string());
            }
            Event::Eof => break,
            _ => {}
        }
    }
    assert_eq!(depth, 0);
}
