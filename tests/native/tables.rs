//! Results as tables, CSV, HTML and workbooks, as the one who gets them reads them.

use std::io::{Cursor, Read as _};

use calamine::{Data, Range, Reader, Xlsx};
use kommunebenchmark::danish::{format_number, format_signed};
use kommunebenchmark::document::table::{Cell, Column, Form, Row, RowKind, Table};
use kommunebenchmark::document::tables::{Beside, Kind, Source, all, table};
use kommunebenchmark::document::workbook::{self, Properties};
use kommunebenchmark::document::{self, csv, html};
use kommunebenchmark::domain::assessment::Assessment;
use kommunebenchmark::domain::ids::UnitId;
use kommunebenchmark::peers::comparison::Evidence;
use kommunebenchmark::peers::summary::Own;
use kommunebenchmark::peers::{Comparison, Dataset, Summary, compare, summarise};
use kommunebenchmark::scoring::{self, Scorecard};
use proptest::prelude::*;
use serde_json::Value;

use crate::given::{self, EXAMPLE, FULL, KLK_2017, MINIMAL, MODEL, activity};

/// A survey, scored and compared.
struct Case {
    assessment: Assessment,
    scorecard: Scorecard,
    summary: Summary,
    comparison: Comparison,
}

impl Case {
    fn of(assessment: Assessment, peers: &str) -> Self {
        let dataset = Dataset::read(&given::text(peers)).unwrap();
        let summary = summarise(
            &dataset,
            &Own::of(&assessment, assessment.current().unwrap()),
        );
        let scorecard = scoring::score(assessment.current().unwrap());
        let comparison = compare(&scorecard, &summary, assessment.example);
        Self {
            assessment,
            scorecard,
            summary,
            comparison,
        }
    }

    fn read(file: &str, peers: &str) -> Self {
        Self::of(document::read(&given::text(file)).unwrap(), peers)
    }

    fn source(&self) -> Source<'_> {
        Source {
            assessment: &self.assessment,
            round: self.assessment.current().unwrap(),
            scorecard: &self.scorecard,
            group: Some(Beside {
                summary: &self.summary,
                comparison: &self.comparison,
            }),
        }
    }

    fn table(&self, kind: Kind) -> Table {
        table(kind, &self.source())
    }

    fn tables(&self) -> Vec<Table> {
        all(&self.source())
    }
}

/// The full survey with a hostile comment and a hostile name.
fn hostile() -> Case {
    let mut assessment = document::read(&given::text(FULL)).unwrap();
    let round = assessment.rounds.last_mut().unwrap();
    let answers = round.answers.get_mut(&UnitId::central()).unwrap();
    for (id, comment) in [("E01.01", FORMULA), ("E01.02", TAG)] {
        let answer = answers.get_mut(&activity(id)).unwrap();
        comment.clone_into(&mut answer.comment);
    }
    "+45 'hold'; \"A\"\r\nlinje 2".clone_into(&mut round.staff[0].name);
    Case::of(assessment, KLK_2017)
}

const FORMULA: &str = "=HYPERLINK(\"https://example.org\";\"Klik\")";
const TAG: &str = "<img src=x onerror=\"alert(1)\"> & 'mere'";

fn column(table: &Table, title: &str) -> usize {
    table
        .columns
        .iter()
        .position(|column| column.title == title)
        .unwrap_or_else(|| panic!("{} has no column {title}", table.title))
}

/// The cell of the row that has a text in a column.
fn cell<'a>(table: &'a Table, (key, text): (&str, &str), title: &str) -> &'a Cell {
    let key = column(table, key);
    let row = table
        .rows
        .iter()
        .find(|row| row.cells[key] == Cell::from(text))
        .unwrap_or_else(|| panic!("{} has no row {text}", table.title));
    &row.cells[column(table, title)]
}

fn number(cell: &Cell) -> f64 {
    match cell {
        Cell::Number(value) => *value,
        other => panic!("{other:?} is no number"),
    }
}

fn texts(table: &Table) -> Vec<&str> {
    let cells = table.rows.iter().flat_map(|row| &row.cells);
    cells
        .filter_map(|cell| match cell {
            Cell::Text(text) | Cell::Missing(text) => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

/// The lines of a CSV, the titles first.
fn lines(text: &str) -> Vec<Vec<String>> {
    let body = text.strip_prefix('\u{feff}').expect("a byte order mark");
    ::csv::ReaderBuilder::new()
        .delimiter(b';')
        .has_headers(false)
        .from_reader(body.as_bytes())
        .records()
        .map(|line| line.unwrap().iter().map(str::to_owned).collect())
        .collect()
}

fn value(line: &[String], titles: &[String], title: &str) -> f64 {
    let index = titles.iter().position(|one| one == title).unwrap();
    line[index].replace(',', ".").parse().unwrap()
}

/// Some time in November 2026.
const MADE: i64 = 1_795_000_000;

fn workbook_of(tables: &[Table]) -> Vec<u8> {
    workbook_made_at(tables, MADE)
}

fn workbook_made_at(tables: &[Table], made: i64) -> Vec<u8> {
    let properties = Properties {
        title: "Resultater",
        made,
    };
    workbook::write(tables, &properties).unwrap()
}

fn sheets(tables: &[Table]) -> Vec<(String, Range<Data>)> {
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(workbook_of(tables))).unwrap();
    book.worksheets()
}

fn strings(sheet: &Range<Data>) -> Vec<String> {
    let cells = sheet.cells().map(|(_, _, cell)| cell);
    cells
        .filter_map(|cell| match cell {
            Data::String(text) => Some(text.clone()),
            _ => None,
        })
        .collect()
}

const DIMENSIONS: [(&str, &str); 3] = [
    ("Centraliseringsgrad", "centralisation"),
    ("Digital proces", "process"),
    ("Digital løsning", "solution"),
];

/// What KLK printed: number of the area (the letter for "Samlet") and its figures.
fn printed() -> Vec<(String, Value)> {
    let facts = given::json("tests/fixtures/klk-benchmark-example.json");
    let mut all = Vec::new();
    for letter in ["E", "P"] {
        for row in facts[letter].as_array().unwrap() {
            let area = row["area"].as_str().unwrap();
            let id = if area == "SAMLET" { letter } else { area };
            all.push((id.to_owned(), row.clone()));
        }
    }
    assert_eq!(all.len(), 31);
    all
}

#[test]
fn every_figure_that_klk_printed_is_in_the_tables() {
    let case = Case::read(EXAMPLE, MODEL);
    let (scores, deviations) = (case.table(Kind::Scores), case.table(Kind::Deviations));
    for (id, printed) in printed() {
        for (title, key) in DIMENSIONS {
            let figure = |name: &str| printed[key][name].as_f64().unwrap();
            for table in [&scores, &deviations] {
                let score = number(cell(table, ("Nr.", &id), title));
                let shown = format_number(score, 1);
                assert_eq!(shown, format_number(figure("score"), 1), "{id} {title}");
            }
            let title = format!("{title}, afvigelse");
            let deviation = number(cell(&deviations, ("Nr.", &id), &title));
            let shown = format_signed(deviation, 1);
            assert_eq!(shown, format_signed(figure("deviation"), 1), "{id} {title}");
        }
    }
    let shown =
        |id: &str, title: &str| format_signed(number(cell(&deviations, ("Nr.", id), title)), 1);
    assert_eq!(shown("E01", "Digital proces, afvigelse"), "−0,2");
    assert_eq!(shown("E", "Centraliseringsgrad, afvigelse"), "+0,2");
}

#[test]
fn a_csv_read_by_another_program_has_the_same_numbers() {
    let case = Case::read(EXAMPLE, MODEL);
    let table = case.table(Kind::Deviations);
    let text = csv::write(&table);
    assert!(text.ends_with("\r\n") && !text.replace("\r\n", "").contains('\n'));
    let lines = lines(&text);
    let titles = &lines[0];
    assert_eq!(titles[0], csv::GROUP);
    assert_eq!(
        lines.len(),
        1 + 31,
        "one line a row, none for the heads of groups"
    );
    let id = titles.iter().position(|title| title == "Nr.").unwrap();
    for line in &lines[1..] {
        assert!(["Økonomi og regnskab", "Løn og personale"].contains(&line[0].as_str()));
        for title in ["Centraliseringsgrad", "Digital løsning, afvigelse"] {
            let exact = number(cell(&table, ("Nr.", &line[id]), title));
            assert!(
                (value(line, titles, title) - exact).abs() <= 0.000_051,
                "{line:?}"
            );
        }
    }
}

#[test]
fn every_row_beside_a_dataset_bears_its_label() {
    let check = |file: &str, peers: &str, title: &str, label: &str| {
        let case = Case::read(file, peers);
        let table = case.table(Kind::Deviations);
        assert_eq!(table.title, title);
        assert!(
            table
                .notes
                .iter()
                .any(|note| note.contains(&case.summary.label.title))
        );
        let at = column(&table, "Datasæt");
        for row in table.rows.iter().filter(|row| row.kind != RowKind::Group) {
            assert_eq!(row.cells[at], Cell::from(label));
        }
        table
    };
    let orientation = check(
        FULL,
        KLK_2017,
        "Afvigelser (orientering)",
        "Orientering: KLK's offentliggjorte gennemsnit 2017",
    );
    assert_eq!(
        *cell(&orientation, ("Nr.", "E01"), "Kommuner (n)"),
        Cell::Missing("ikke oplyst".to_owned())
    );
    check(
        EXAMPLE,
        MODEL,
        "Afvigelser (modeldata)",
        "Modeldata: Modelkommuner",
    );
    let invented = check(
        FULL,
        MODEL,
        "Afvigelser (modeldata)",
        "Modeldata: Modelkommuner",
    );
    let notes = invented.notes.join(" ");
    assert!(notes.contains("siger intet om kommunen"), "{notes}");
}

#[test]
fn real_municipalities_are_named_by_their_dataset_alone() {
    let mut case = Case::read(FULL, MODEL);
    case.comparison.evidence = Evidence::Finding;
    let table = case.table(Kind::Deviations);
    assert_eq!(table.title, "Afvigelser");
    let label = cell(&table, ("Nr.", "E01"), "Datasæt");
    assert_eq!(*label, Cell::from("Modelkommuner"));
    assert_eq!(
        *cell(&table, ("Nr.", "E01"), "Kommuner (n)"),
        Cell::Number(40.0)
    );
}

#[test]
fn what_is_provisional_or_estimated_says_so_in_its_row() {
    let case = Case::read(FULL, KLK_2017);
    let scores = case.table(Kind::Scores);
    let reservation = |id: &str| cell(&scores, ("Nr.", id), "Forbehold").clone();
    assert_eq!(reservation("E01"), Cell::from("foreløbig"));
    assert_eq!(reservation("E02"), Cell::from("skøn"));
    assert_eq!(reservation("E03"), Cell::from("ingen svar"));
    assert_eq!(reservation("E"), Cell::from("foreløbig, skøn i 1 område"));
    let deviations = case.table(Kind::Deviations);
    let difference = |id: &str| cell(&deviations, ("Nr.", id), "Centraliseringsgrad, afvigelse");
    assert_eq!(*difference("E01"), Cell::Missing("foreløbig".to_owned()));
    assert!((number(difference("E02")) - 0.7).abs() < 1e-9);
    assert_eq!(*difference("E03"), Cell::Empty);
    // 4 of 17 is 23.5 %; rounded down, so that 100 % means all.
    assert_eq!(
        *cell(&scores, ("Nr.", "E01"), "Besvaret"),
        Cell::Number(0.23)
    );
}

#[test]
fn the_example_is_called_invented_wherever_it_is_scored() {
    let case = Case::read(EXAMPLE, MODEL);
    for kind in Kind::ALL {
        let table = case.table(kind);
        assert!(table.notes[0].contains("opfundet"), "{}", table.title);
    }
    for kind in [Kind::Scores, Kind::Deviations, Kind::Resources] {
        let table = case.table(kind);
        let at = column(&table, "Forbehold");
        for row in table.rows.iter().filter(|row| row.kind != RowKind::Group) {
            let Cell::Text(text) = &row.cells[at] else {
                panic!("{}: {row:?}", table.title)
            };
            assert!(text.contains("opfundet eksempel"), "{text}");
        }
    }
}

#[test]
fn resources_are_told_by_level_and_by_size() {
    let case = Case::read(FULL, KLK_2017);
    let table = case.table(Kind::Resources);
    let value = |id: &str, title: &str| number(cell(&table, ("Nr.", id), title));
    let near = |value: f64, expected: f64| assert!((value - expected).abs() < 1e-9, "{value}");
    near(value("E01", "Institution"), 0.6);
    near(value("E01", "Servicecenter"), 4.9);
    near(value("E01", "Årsværk i alt"), 5.5);
    near(value("E01", "Årsværk pr. 10.000 indbyggere"), 5.5 / 5.6405);
    near(value("P04", "Årsværk pr. 1.000 ansatte"), 2.4 / 4.6);
    near(value("P04", "Købte ydelser, kr. om året"), 450_000.0);
    assert_eq!(
        *cell(&table, ("Nr.", "P04"), "Årsværk pr. 10.000 indbyggere"),
        Cell::Empty
    );
    let notes = table.notes.join(" ");
    // 12.25 FTE are placed on areas with 75 %.
    assert!(notes.contains("3,1 årsværk er ikke fordelt"), "{notes}");
    assert!(notes.contains("rammevilkår"), "{notes}");
}

#[test]
fn levels_with_the_same_name_keep_columns_of_their_own() {
    let mut assessment = document::read(&given::text(FULL)).unwrap();
    let names = &mut assessment.rounds.last_mut().unwrap().profile.level_names;
    for name in names.values_mut() {
        "Årsværk i alt".clone_into(name);
    }
    for table in Case::of(assessment, KLK_2017).tables() {
        let mut titles: Vec<&str> = table.columns.iter().map(|one| one.title.as_str()).collect();
        titles.sort_unstable();
        titles.dedup();
        assert_eq!(titles.len(), table.columns.len(), "{}", table.title);
    }
}

#[test]
fn answers_are_told_in_words_and_units_have_rows_of_their_own() {
    let table = Case::read(FULL, KLK_2017).table(Kind::Answers);
    let at = |id: &str, title: &str| cell(&table, ("Nr.", id), title).clone();
    assert_eq!(
        at("E01.02", "Hvem løser sagerne?"),
        Cell::from("Institution 40 %, Servicecenter 60 %")
    );
    assert_eq!(at("E01.01", "Forretningsgang"), Cell::from("Ja"));
    assert_eq!(at("E01.01", "Udfyldt af"), Cell::from("Økonomichef"));
    assert_eq!(at("E01.05", "Status"), Cell::from("Ikke relevant"));
    // The rating is kept in the survey, but does not count.
    assert_eq!(at("E01.05", "Hvem løser sagerne?"), Cell::Empty);
    assert_eq!(at("E01.06", "Status"), Cell::from("Ved ikke"));
    assert_eq!(at("P06.01", "Ikke bekræftet"), Cell::from("ja"));
    assert_eq!(at("E02", "Status"), Cell::from("Skøn"));
    let unit = |name: &str| cell(&table, ("Svar fra", name), "Hvem løser sagerne?").clone();
    assert_eq!(unit("Nordskolen"), Cell::from("Institution"));
    assert_eq!(unit("Åhaven"), Cell::from("Servicecenter"));
    // 300 activities, two estimates, and the answers of two units.
    assert_eq!(table.rows.len(), 300 + 2 + 2);
}

#[test]
fn what_was_typed_and_cannot_be_read_is_told_beside_the_staff() {
    let table = Case::read(FULL, KLK_2017).table(Kind::Staff);
    assert!(
        table
            .notes
            .iter()
            .any(|note| note.contains("»fire og en halv«"))
    );
    assert_eq!(
        *cell(&table, ("Navn", "Skoler"), "Årsværk"),
        Cell::Number(3.0)
    );
    assert_eq!(
        *cell(&table, ("Navn", "I alt"), "Årsværk"),
        Cell::Number(15.25)
    );
}

#[test]
fn the_tables_of_an_empty_survey_say_that_there_is_nothing_yet() {
    let case = Case::read(MINIMAL, KLK_2017);
    for kind in Kind::ALL {
        let table = case.table(kind);
        let notes = table.notes.join(" ");
        assert!(
            notes.contains("Der er endnu in"),
            "{}: {notes}",
            table.title
        );
        // What is published, and what is missing for the own figures, can be told all the same.
        if matches!(kind, Kind::Indicators | Kind::Survey2017) {
            assert!(!table.rows.is_empty());
            continue;
        }
        assert!(table.rows.is_empty(), "{}", table.title);
        assert_eq!(lines(&csv::write(&table)).len(), 1);
        assert!(!html::write(&table).contains("<table"));
    }
    let answers = case.table(Kind::Answers);
    assert!(
        answers
            .notes
            .contains(&"Der er endnu ingen svar.".to_owned())
    );
    for (name, sheet) in sheets(&case.tables()) {
        assert!(
            strings(&sheet)
                .iter()
                .any(|text| text.starts_with("Der er endnu in")),
            "{name}"
        );
    }
}

#[test]
fn without_a_group_the_table_of_deviations_says_what_to_do() {
    let case = Case::read(EXAMPLE, MODEL);
    let table = table(
        Kind::Deviations,
        &Source {
            group: None,
            ..case.source()
        },
    );
    assert!(table.rows.is_empty());
    assert!(
        table
            .notes
            .iter()
            .any(|note| note.contains("siden Sammenligning"))
    );
}

#[test]
fn a_workbook_has_numbers_as_numbers_and_a_label_on_each_sheet() {
    let case = Case::read(EXAMPLE, MODEL);
    let tables = case.tables();
    let sheets = sheets(&tables);
    assert_eq!(sheets.len(), tables.len());
    for ((name, sheet), table) in sheets.iter().zip(&tables) {
        assert_eq!(*name, table.title);
        let strings = strings(sheet);
        for note in &table.notes {
            assert!(strings.contains(note), "{name}: {note}");
        }
        // Below title, notes, an empty row and the head.
        let first = table.notes.len() + 3;
        for (at, row) in table.rows.iter().enumerate() {
            for (column, cell) in row.cells.iter().enumerate() {
                let there = sheet
                    .get((first + at, column))
                    .cloned()
                    .unwrap_or(Data::Empty);
                match (cell, there) {
                    (Cell::Number(value), Data::Float(shown)) => {
                        assert!((value - shown).abs() < 1e-9);
                    }
                    (Cell::Text(text) | Cell::Missing(text), Data::String(shown)) => {
                        assert_eq!(*text, shown);
                    }
                    (Cell::Empty, Data::Empty) => {}
                    (cell, there) => panic!("{name}, row {at}: {cell:?} became {there:?}"),
                }
            }
        }
    }
}

/// One of the files that a workbook is made of.
fn inside(book: &[u8], name: &str) -> String {
    let mut archive = zip::ZipArchive::new(Cursor::new(book)).unwrap();
    let mut text = String::new();
    let mut file = archive.by_name(name).unwrap();
    file.read_to_string(&mut text).unwrap();
    text
}

#[test]
fn a_sheet_has_a_frozen_head_filters_and_pages_that_print() {
    let book = workbook_of(&Case::read(EXAMPLE, MODEL).tables());
    let sheet = inside(&book, "xl/worksheets/sheet3.xml");
    for part in [
        "<pane xSplit=\"1\" ySplit=\"8\" topLeftCell=\"B9\"",
        "<autoFilter ref=\"A8:O41\"/>",
        "<pageSetUpPr fitToPage=\"1\"/>",
        "paperSize=\"9\"",
        "fitToHeight=\"0\"",
        "orientation=\"landscape\"",
    ] {
        assert!(sheet.contains(part), "{part}");
    }
    let names = inside(&book, "xl/workbook.xml");
    assert!(names.contains("'Afvigelser (modeldata)'!$8:$8"), "{names}");
    let properties = inside(&book, "docProps/core.xml");
    assert!(properties.contains("<dc:title>Resultater</dc:title>"));
    assert!(properties.contains("2026-11-18T"), "{properties}");
}

#[test]
fn the_same_tables_and_time_give_the_same_workbook() {
    let tables = Case::read(EXAMPLE, MODEL).tables();
    assert!(workbook_of(&tables) == workbook_of(&tables));
    assert!(workbook_of(&tables) != workbook_made_at(&tables, MADE + 60));
}

#[test]
fn a_formula_in_a_comment_stays_a_text() {
    let case = hostile();
    let answers = case.table(Kind::Answers);
    assert!(texts(&answers).contains(&FORMULA));
    let book = workbook_of(std::slice::from_ref(&answers));
    let mut book: Xlsx<_> = Xlsx::new(Cursor::new(book)).unwrap();
    assert!(book.worksheet_formula("Svar").unwrap().is_empty());
    let (_, sheet) = &book.worksheets()[0];
    assert!(strings(sheet).contains(&FORMULA.to_owned()));
    let cells: Vec<String> = lines(&csv::write(&answers)).concat();
    assert!(cells.contains(&format!("'{FORMULA}")));
    assert!(!cells.iter().any(|cell| cell.starts_with('=')));
}

#[test]
fn a_csv_keeps_quotes_semicolons_and_line_breaks_in_their_cell() {
    let lines = lines(&csv::write(&hostile().table(Kind::Staff)));
    assert_eq!(lines[1][0], "'+45 'hold'; \"A\"\r\nlinje 2");
    assert!(lines.iter().all(|line| line.len() == lines[0].len()));
}

/// Reads markup strictly: every element is closed, every attribute quoted, every text escaped.
fn elements(markup: &str) -> Vec<String> {
    let mut open: Vec<String> = Vec::new();
    let mut seen = Vec::new();
    let mut rest = markup;
    while let Some(start) = rest.find('<') {
        assert!(!rest[..start].contains(['>', '"']), "{}", &rest[..start]);
        let end = rest.find('>').expect("an end");
        let tag = &rest[start + 1..end];
        if let Some(name) = tag.strip_prefix('/') {
            assert_eq!(open.pop().as_deref(), Some(name));
        } else {
            assert!(tag.matches('"').count().is_multiple_of(2), "{tag}");
            let name = tag.split(' ').next().unwrap();
            open.push(name.to_owned());
            seen.push(name.to_owned());
        }
        rest = &rest[end + 1..];
    }
    assert!(open.is_empty(), "{open:?}");
    seen
}

#[test]
fn markup_is_well_formed_and_escapes_what_is_hostile() {
    for table in hostile().tables() {
        let markup = html::write(&table);
        let allowed = [
            "p", "div", "table", "caption", "thead", "tbody", "tfoot", "tr", "th", "td", "span",
            "a", "h3",
        ];
        for name in elements(&markup) {
            assert!(allowed.contains(&name.as_str()), "{}: {name}", table.title);
        }
        assert!(!markup.contains("style="));
    }
    let answers = html::write(&hostile().table(Kind::Answers));
    assert!(
        answers.contains("&lt;img src=x onerror=&quot;alert(1)&quot;&gt; &amp; &#39;mere&#39;")
    );
}

#[test]
fn markup_has_a_caption_and_heads_and_danish_numbers() {
    let markup = html::write(&Case::read(EXAMPLE, MODEL).table(Kind::Deviations));
    assert_eq!(markup.matches("<table").count(), 2);
    for part in [
        "<caption>Afvigelser (modeldata): Økonomi og regnskab</caption>",
        "<th scope=\"row\" role=\"rowheader\">Budgetlægning</th>",
        "<td role=\"cell\" class=\"num\" data-title=\"Digital proces, afvigelse\">−0,2</td>",
        "<td role=\"cell\" class=\"num\" data-title=\"Digital proces, afvigelse\">+0,2</td>",
        "<th scope=\"col\" role=\"columnheader\" class=\"num\">Centraliseringsgrad</th>",
        "<tfoot role=\"rowgroup\"><tr role=\"row\"><th scope=\"row\" role=\"rowheader\">Samlet, økonomi og regnskab</th>",
    ] {
        assert!(markup.contains(part), "{part}");
    }
}

#[test]
fn markup_tells_the_stylesheet_how_wide_a_table_is() {
    let with = |columns: usize| {
        let column = |n: usize| Column::new(format!("Kommune {n}"), Form::Number(1));
        html::write(&Table {
            columns: (0..columns).map(column).collect(),
            rows: vec![Row {
                cells: vec![Cell::Number(1.0); columns],
                ..Row::default()
            }],
            ..Table::default()
        })
    };
    for (columns, class) in [
        (8, "score-table"),
        (9, "score-table score-table--wide"),
        (15, "score-table score-table--wide"),
        (16, "score-table score-table--wide score-table--widest"),
    ] {
        let table = format!("<table class=\"{class}\" role=\"table\">");
        assert!(with(columns).contains(&table), "{columns}");
    }
}

#[test]
fn a_text_that_excel_cannot_hold_is_refused_and_never_cut() {
    let table = Table {
        title: "Svar".to_owned(),
        columns: vec![Column::new("Kommentar", Form::Text)],
        rows: vec![Row {
            cells: vec![Cell::from("æ".repeat(32_768))],
            ..Row::default()
        }],
        ..Table::default()
    };
    let properties = Properties { title: "", made: 0 };
    let error = workbook::write(&[table], &properties).unwrap_err().0;
    for part in ["»Svar«", "række 1", "»Kommentar«", "32768", "CSV"] {
        assert!(error.contains(part), "{error}");
    }
}

#[test]
fn tables_are_known_by_their_names() {
    for kind in Kind::ALL {
        assert_eq!(serde_json::to_value(kind).unwrap(), kind.key());
        assert_eq!(
            serde_json::from_value::<Kind>(kind.key().into()).unwrap(),
            kind
        );
    }
}

proptest! {
    // Each case writes six sheets.
    #![proptest_config(ProptestConfig::with_cases(40))]
    #[test]
    fn tables_of_any_survey_are_rectangular_and_can_be_written(assessment in given::any_assessment()) {
        let case = Case::of(assessment, KLK_2017);
        let tables = case.tables();
        for table in &tables {
            prop_assert!(table.title.chars().count() <= 31);
            for row in &table.rows {
                prop_assert_eq!(row.cells.len(), table.columns.len());
            }
            let lines = lines(&csv::write(table));
            prop_assert!(lines.iter().all(|line| line.len() == lines[0].len()));
            elements(&html::write(table));
        }
        let _ = workbook_of(&tables);
    }
}
