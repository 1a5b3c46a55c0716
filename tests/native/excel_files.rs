//! Workbooks as they come back: filled in by hand, saved by others, broken, or hostile. Each is
//! read, or refused with a message that says what to do.

use std::fmt::Write as _;
use std::io::{self, Cursor, Read};

use kommunebenchmark::document::excel::error::FormError;
use kommunebenchmark::document::excel::read::{FormReading, Ignored, read_form};
use kommunebenchmark::domain::profile::Profile;
use kommunebenchmark::domain::rating::Place;
use proptest::prelude::*;
use proptest::sample::{Index, select};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use crate::given;
use crate::workbook::{Parts, pack, row, unpack, with_rows};

const HEADINGS: [&str; 5] = [
    "Nr.",
    "Aktivitet",
    "Hvem løser sagerne?",
    "Digital løsning",
    "Digital proces",
];

fn file(name: &str) -> Vec<u8> {
    std::fs::read(given::path("tests/fixtures/excel").join(name)).unwrap()
}

fn profile() -> Profile {
    let mut profile = Profile::default();
    profile
        .level_names
        .insert(Place::Central, "Staben".to_owned());
    profile
}

fn read(bytes: &[u8]) -> FormReading {
    read_form(bytes, &profile()).unwrap()
}

/// What is said, one line each: activity, row, who, solution, process, procedure, status, note, flag.
fn lines(reading: &FormReading) -> Vec<String> {
    let line = |said: &kommunebenchmark::document::sheet::statement::Statement| {
        let value = serde_json::to_value(said).unwrap();
        let mut parts = vec![format!("{} {}", said.activity, said.source.row)];
        for key in [
            "organisation",
            "solution",
            "process",
            "procedure",
            "standing",
            "comment",
            "flag",
        ] {
            if !value[key].is_null() {
                parts.push(format!("{key} {}", value[key]));
            }
        }
        parts.join(", ").replace('"', "")
    };
    reading.statements.iter().map(line).collect()
}

/// The problems, one line each.
fn problems(reading: &FormReading) -> Vec<String> {
    let line = |problem: &kommunebenchmark::document::sheet::cell::CellProblem| {
        format!("{} »{}«: {}", problem.cell, problem.found, problem.expected)
    };
    reading.problems.iter().map(line).collect()
}

fn check(name: &str, expected_lines: &[&str], expected_problems: &[&str]) {
    let reading = read(&file(name));
    assert_eq!(lines(&reading), expected_lines, "{name}");
    assert_eq!(problems(&reading), expected_problems, "{name}");
}

#[test]
fn columns_rows_and_sheets_may_be_moved_renamed_added_and_hidden() {
    check(
        "moved.xlsx",
        &[
            "E01.01 10, organisation central, solution full, process partly, standing asked",
            "E01.02 11, standing not_relevant",
            "E04.01 6, organisation central, solution partly, process partly, comment Spørg Mette",
            "E04.02 8, organisation intermediate, solution partly, process partly",
            "E04.03 5, organisation central, solution full, process full",
        ],
        &[],
    );
    let ignored = |sheet: &str, column: Option<&str>| Ignored {
        sheet: sheet.to_owned(),
        column: column.map(str::to_owned),
    };
    assert_eq!(
        read(&file("moved.xlsx")).ignored,
        [
            ignored("Noter", None),
            ignored("Økonomi 2026 (kopi)", Some("Ansvarlig")),
        ]
    );
}

#[test]
fn without_ids_rows_are_known_by_their_titles() {
    check(
        "titles-only.xlsx",
        &["E04.03 2, organisation institution, solution partly"],
        &[
            "A4 »Noget helt andet«: Skriv aktivitetens nummer i kolonnen »Nr.«, fx E04.03, eller \
             dens titel fra skemaet",
        ],
    );
}

#[test]
fn titles_sorted_without_their_numbers_are_no_answers() {
    check(
        "sorted-in-part.xlsx",
        &[],
        &[
            "B2 »Oprettelse og godkendelse af indkøbsordrer«: Nummer og titel hører til hver sin \
             aktivitet: E04.03 er »Varemodtagelse og kontrol af leverancen«. Ret rækken, eller \
             hent skemaet igen",
        ],
    );
}

#[test]
fn formulas_count_by_the_value_they_had_when_the_file_was_saved() {
    check(
        "formulas-computed.xlsx",
        &["E01.01 2, organisation central, solution partly, process full, comment En note"],
        &[],
    );
    let problem = |cell| {
        format!(
            "{cell} »en formel uden værdi«: Her står en formel, der ikke er regnet ud: åbn filen i \
             Excel, gem den, og prøv igen"
        )
    };
    let cells = ["C2", "D2", "E2", "H2"].map(problem);
    check(
        "formulas-never-computed.xlsx",
        &[],
        &cells.each_ref().map(String::as_str),
    );
    check(
        "formula-with-an-error.xlsx",
        &["E01.01 2, solution full"],
        &["C2 »#N/A«: Her står en fejl fra Excel. Ret formlen, eller skriv svaret"],
    );
}

#[test]
fn a_merged_cell_answers_for_every_row_it_covers() {
    check(
        "merged.xlsx",
        &[
            "E01.01 2, organisation central, solution full",
            "E01.02 3, organisation central, solution partly",
            "E01.03 4, organisation central, solution manual",
        ],
        &[],
    );
}

#[test]
fn a_date_is_a_comment_but_no_answer_in_either_date_system() {
    for name in ["dates.xlsx", "dates-from-1904.xlsx"] {
        check(
            name,
            &["E01.01 2, comment 01-03-2026"],
            &[
                "C2 »01-03-2026«: Her står en dato. Slet den, og skriv svaret",
                "D2 »01-03-2026«: Her står en dato. Slet den, og skriv svaret",
            ],
        );
    }
}

#[test]
fn an_activity_with_two_different_answers_has_none() {
    check(
        "same-activity-twice.xlsx",
        &["E01.02 3, organisation central", "E01.03 4, solution full"],
        &[
            "A2 »E01.01«: Aktiviteten står også i række 2 i arket »Økonomi og regnskab« med andre \
             svar, og ingen af dem er læst. Gør dem ens, eller slet den ene",
        ],
    );
}

#[test]
fn a_heading_that_stands_twice_is_not_read() {
    let problem = |cell| {
        format!(
            "{cell} »Digital løsning«: Overskriften står i flere kolonner, så ingen af dem er \
             læst. Slet eller omdøb den, der ikke skal bruges"
        )
    };
    let cells = ["D1", "J1"].map(problem);
    check(
        "same-heading-twice.xlsx",
        &["E01.01 2, organisation central"],
        &cells.each_ref().map(String::as_str),
    );
}

#[test]
fn shares_are_read_in_every_way_they_are_written_and_must_make_a_whole() {
    check(
        "shares.xlsx",
        &[
            "E01.01 2, organisation {central:60,institution:40}",
            "E01.02 3, organisation {central:60,institution:40}",
            "E01.03 4, organisation {central:60,institution:40}",
            "E01.04 5, organisation {central:60,institution:40}",
            "E01.10 11, organisation central",
        ],
        &[
            "J6 »40«: Procenterne giver 90 tilsammen. Ret dem, så de giver 100",
            "C7 »Fordelt – se procenter«: Skriv procenterne i kolonnerne til højre, eller vælg et \
             niveau",
            "C8 »Central«: Her står ét, og i procenterne et andet. Vælg »Fordelt – se procenter«, \
             eller slet procenterne",
            "J9 »12,5«: Skriv et helt tal fra 0 til 100",
            "J10 »meget«: Skriv et helt tal fra 0 til 100",
            "J12 »-10«: Skriv et helt tal fra 0 til 100",
        ],
    );
}

#[test]
fn what_cannot_be_read_says_what_was_expected() {
    let degree = "Skriv Manuelt, Delvist eller Fuldt (eller 0, 0,5 eller 1)";
    let place = "Skriv Institution, Mellemniveau, Fagforvaltning, Staben eller Eksternt";
    let expected = [
        format!("C2 »Borgmesteren«: {place}"),
        format!("D2 »Næsten«: {degree}"),
        format!("E2 »2«: {degree}"),
        "G2 »Måske«: Skriv Ikke relevant, Ved ikke eller Besvares, eller lad feltet stå tomt"
            .to_owned(),
        "I2 »måske«: Sæt et x, eller lad feltet stå tomt".to_owned(),
        format!("C3 »0 Central«: {place}"),
        format!("D3 »0 Fuldt«: {degree}"),
        format!("E3 »SAND«: {degree}"),
        "F3 »Ja«: Der spørges ikke om forretningsgang ved aktiviteten. Lad feltet stå tomt"
            .to_owned(),
        "A4 »E99.01«: Der er ingen aktivitet med det nummer. Skriv nummeret, som det står i \
         skemaet"
            .to_owned(),
        "C5 »Central«: Svar skal stå ved områdets aktiviteter, ikke ved området selv".to_owned(),
        "B6 »«: Skriv aktivitetens nummer i kolonnen »Nr.«, fx E04.03, eller dens titel fra \
         skemaet"
            .to_owned(),
    ];
    let reading = read(&file("unreadable-words.xlsx"));
    assert_eq!(problems(&reading), expected);
    assert_eq!(lines(&reading), ["E01.02 3, flag true"]);
}

#[test]
fn empty_rows_and_a_lone_cell_in_the_last_corner_cost_nothing() {
    let answer = ["E01.01 2, organisation central, solution full, process partly"];
    check("last-corner.xlsx", &answer, &[]);
    let mut rows = row(&HEADINGS) + &row(&["E01.01", "", "Central", "Fuldt", "Delvist"]);
    for number in 3..50_003 {
        write!(
            rows,
            "<row r=\"{number}\"><c r=\"C{number}\" s=\"1\"/></row>"
        )
        .unwrap();
    }
    let reading = read(&pack(&with_rows(&rows)));
    assert_eq!(
        (lines(&reading), reading.activities),
        (vec![answer[0].to_owned()], 1)
    );
}

#[test]
fn a_sheet_that_has_lost_its_headings_is_a_problem() {
    let mut parts = with_rows(&(row(&HEADINGS) + &row(&["E01.01", "", "Central"])));
    let lost = with_rows(&row(&["E01.02", "", "Central"])).remove("xl/worksheets/sheet1.xml");
    parts.insert("xl/worksheets/sheet2.xml".to_owned(), lost.unwrap());
    let change = |parts: &mut Parts, name: &str, from: &str, to: &str| {
        let text = parts.get_mut(name).unwrap();
        *text = text.replace(from, to);
    };
    change(
        &mut parts,
        "xl/workbook.xml",
        "</sheets>",
        "<sheet name=\"Ark2\" r:id=\"r2\"/></sheets>",
    );
    change(
        &mut parts,
        "xl/_rels/workbook.xml.rels",
        "</Relationships>",
        "<Relationship Id=\"r2\" Type=\"x/worksheet\" Target=\"/xl/worksheets/sheet2.xml\"/>\
         </Relationships>",
    );
    let reading = read(&pack(&parts));
    assert_eq!(lines(&reading), ["E01.01 2, organisation central"]);
    assert_eq!(reading.problems.len(), 1);
    assert_eq!(
        (
            reading.problems[0].sheet.as_str(),
            reading.problems[0].cell.as_str()
        ),
        ("Ark2", "A1")
    );
}

#[track_caller]
fn check_refused(bytes: &[u8], expected: &FormError, says: &str) {
    let error = read_form(bytes, &profile()).unwrap_err();
    assert_eq!(error, *expected);
    assert!(error.to_string().contains(says), "{error}");
}

#[test]
fn what_is_no_workbook_is_refused_with_what_to_do() {
    check_refused(b"", &FormError::Empty, "Hent den igen");
    check_refused(b"Nr.;Aktivitet\r\n", &FormError::NotAWorkbook, "»Gem som«");
    check_refused(&pack(&Parts::new()), &FormError::NotAWorkbook, ".xlsx");
    check_refused(
        &file("old.xls"),
        &FormError::OldExcel,
        "det gamle Excel-format",
    );
    let ods = FormError::OtherKind("et OpenDocument-dokument (.ods)");
    check_refused(&file("open-document.ods"), &ods, ".ods");
    let named = |part: &str| pack(&[(part.to_owned(), String::new())].into());
    for (part, kind) in [
        ("xl/workbook.bin", "en binær Excel-projektmappe (.xlsb)"),
        ("word/document.xml", "et Word-dokument (.docx)"),
    ] {
        check_refused(&named(part), &FormError::OtherKind(kind), kind);
    }
    let no_headings = FormError::NoHeadings {
        sheets: vec!["Uden overskrifter".to_owned()],
    };
    check_refused(
        &file("no-headings.xlsx"),
        &no_headings,
        "»Uden overskrifter«",
    );
    let mut protected = file("old.xls")[..512].to_vec();
    protected.extend("EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes));
    check_refused(&protected, &FormError::Protected, "fjern adgangskoden");
    let cut = &file("moved.xlsx")[..3000];
    assert!(read_form(cut, &profile()).is_err());
}

#[test]
fn forms_of_another_version_or_catalogue_are_refused() {
    let with_facts = |version: &str, catalogue: &str| {
        let facts = [
            ["format", "kommunebenchmark-skema"],
            ["version", version],
            ["catalogue", catalogue],
        ];
        let rows: String = facts.iter().map(|fact| row(fact)).collect();
        let mut parts = with_rows(&rows);
        let workbook = parts.get_mut("xl/workbook.xml").unwrap();
        *workbook = workbook.replace("Ark1", "_kommunebenchmark");
        pack(&parts)
    };
    let too_new = FormError::TooNew {
        version: "2".to_owned(),
    };
    check_refused(&with_facts("2", "2026.1"), &too_new, "nyere udgave");
    let other = FormError::OtherCatalogue {
        catalogue: "2031.1".to_owned(),
    };
    check_refused(&with_facts("1", "2031.1"), &other, "»2031.1«");
}

/// A zip file with some parts of zeros, far smaller than what it holds.
fn bomb(parts: usize, megabytes: u64) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for index in 0..parts {
        let name = format!("xl/worksheets/sheet{index}.xml");
        writer
            .start_file(name, SimpleFileOptions::default())
            .unwrap();
        io::copy(&mut io::repeat(0).take(megabytes << 20), &mut writer).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

#[test]
fn what_unpacks_to_too_much_is_refused_whatever_it_declares() {
    let mut bytes = bomb(1, 65);
    assert!(bytes.len() < 500_000, "{}", bytes.len());
    check_refused(&bytes, &FormError::TooLarge, "for stor");
    check_refused(&bomb(2, 41), &FormError::TooLarge, "for stor");
    let many: Parts = (0..2001)
        .map(|part| (format!("{part}.xml"), String::new()))
        .collect();
    check_refused(&pack(&many), &FormError::TooLarge, "for stor");
    // The declared size is no help: here it says 16 bytes.
    let declared = (65_u32 << 20).to_le_bytes();
    let places: Vec<usize> = bytes
        .windows(4)
        .enumerate()
        .filter_map(|(at, window)| (window == declared).then_some(at))
        .collect();
    assert!(!places.is_empty());
    for at in places {
        bytes[at..at + 4].copy_from_slice(&16_u32.to_le_bytes());
    }
    assert!(read_form(&bytes, &profile()).is_err());
}

#[test]
fn more_cells_than_a_form_can_have_are_refused() {
    let cell = "<c><v>1</v></c>".repeat(100_001);
    let rows = row(&HEADINGS) + "<row>" + &cell + "</row>";
    check_refused(&pack(&with_rows(&rows)), &FormError::TooLarge, "for stor");
}

#[test]
fn entities_of_a_document_are_not_expanded() {
    let rows = row(&HEADINGS) + &row(&["E01.01", "", "&lol;"]);
    let mut parts = with_rows(&rows);
    let sheet = parts.get_mut("xl/worksheets/sheet1.xml").unwrap();
    *sheet = format!("<!DOCTYPE x [<!ENTITY lol \"Central\">]>{sheet}");
    let damaged = FormError::Damaged {
        part: "xl/worksheets/sheet1.xml".to_owned(),
    };
    check_refused(&pack(&parts), &damaged, "lad Excel reparere den");
}

/// What is put into a part, in place of some of its bytes.
fn any_patch() -> impl Strategy<Value = (Index, Index, usize, &'static str)> {
    let texts = select(
        &[
            "",
            "<",
            ">",
            "/>",
            "\"",
            "&",
            "&#0;",
            "&#x110000;",
            "&x;",
            "\0",
            "\u{feff}",
            "-1",
            "99999999999999999999",
            "XFD1048577",
            "A0",
            "1e400",
            "NaN",
            "_xD800_",
            "_x00",
            "A1:XFD1048576",
            "<c r=\"ZZZZ1\"><v>1</v></c>",
            "<row r=\"4294967295\">",
            "</sheetData>",
            "<![CDATA[",
            " t=\"s\"",
            " s=\"-5\"",
            "<mergeCell ref=\"A1:XFD1048576\"/>",
            "<si/>",
            "<!--",
        ][..],
    );
    (any::<Index>(), any::<Index>(), 0_usize..40, texts)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(200))]
    #[test]
    fn broken_workbooks_are_read_or_refused_but_never_end_the_program(
        name in select(&["moved.xlsx", "shares.xlsx", "merged.xlsx", "formulas-computed.xlsx", "dates-from-1904.xlsx"][..]),
        patches in proptest::collection::vec(any_patch(), 1..4),
        flips in proptest::collection::vec((any::<Index>(), any::<u8>()), 0..3),
    ) {
        let mut parts = unpack(&file(name));
        for (part, at, length, text) in patches {
            let names: Vec<String> = parts.keys().cloned().collect();
            let content = parts.get_mut(part.get(&names)).unwrap();
            let place = |wanted: usize| (wanted..=content.len()).find(|at| content.is_char_boundary(*at)).unwrap_or(content.len());
            let start = place(at.index(content.len() + 1));
            let end = place((start + length).min(content.len()));
            content.replace_range(start..end, text);
        }
        let _ = read_form(&pack(&parts), &profile());
        let mut bytes = file(name);
        for (at, value) in flips {
            let at = at.index(bytes.len());
            bytes[at] = value;
        }
        let _ = read_form(&bytes, &profile());
    }
}

#[test]
fn sheets_that_share_a_part_are_refused_so_that_reading_ends() {
    let mut parts = with_rows(&(row(&HEADINGS) + &row(&["E01.01", "", "Central"])));
    let workbook = parts.get_mut("xl/workbook.xml").unwrap();
    *workbook = workbook.replace("</sheets>", "<sheet name=\"Ark2\" r:id=\"r1\"/></sheets>");
    let damaged = FormError::Damaged {
        part: "xl/workbook.xml".to_owned(),
    };
    check_refused(&pack(&parts), &damaged, "beskadiget");
}
