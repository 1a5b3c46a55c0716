//! The survey as an Excel workbook: what is written, and that it comes back, also after another
//! program has saved it.

use std::collections::{BTreeMap, BTreeSet};
use std::process::Command;

use kommunebenchmark::document::excel::error::WriteError;
use kommunebenchmark::document::excel::form::{Facts, FormOptions, FormTexts};
use kommunebenchmark::document::excel::read::{FormReading, read_form};
use kommunebenchmark::document::excel::write::write_form;
use kommunebenchmark::document::sheet::statement::{Source, Statement};
use kommunebenchmark::domain::answer::{Answer, Standing};
use kommunebenchmark::domain::catalogue;
use kommunebenchmark::domain::catalogue::texts::{AreaTexts, Header};
use kommunebenchmark::domain::ids::{ActivityId, RoundId, UnitId};
use kommunebenchmark::domain::profile::Profile;
use kommunebenchmark::domain::rating::{Degree, Organisation, Place, Procedure, Shares};
use proptest::collection::btree_map;
use proptest::prelude::*;
use proptest::sample::select;

use crate::given::{self, activity, any_activity, any_answer};
use crate::workbook::unpack;

/// The texts of the whole catalogue.
struct Texts {
    header: Header,
    areas: Vec<AreaTexts>,
}

impl Texts {
    fn read() -> Self {
        let folder = "public/data/catalogue";
        let area = |area: &catalogue::Area| {
            serde_json::from_str(&given::text(&format!("{folder}/{}.json", area.id))).unwrap()
        };
        Self {
            header: serde_json::from_str(&given::text(&format!("{folder}/index.json"))).unwrap(),
            areas: catalogue::AREAS.iter().map(area).collect(),
        }
    }

    fn write(&self, options: &FormOptions) -> Result<Vec<u8>, WriteError> {
        let texts = FormTexts {
            header: &self.header,
            areas: &self.areas,
        };
        write_form(options, &texts)
    }
}

fn options(answers: impl IntoIterator<Item = (ActivityId, Answer)>) -> FormOptions {
    let round = given::round(answers);
    FormOptions {
        survey: "a1b2".to_owned(),
        municipality: "Aarhus Kommune".to_owned(),
        activities: round.answers[&UnitId::central()].keys().copied().collect(),
        round,
        unit: UnitId::central(),
        with_answers: true,
        title: "Kommunebenchmark & mere".to_owned(),
        function: None,
        deadline: Some("1. december".to_owned()),
        note: None,
        made: "2026-11-22T10:15:00Z".to_owned(),
    }
}

/// What the answers say, as a form can say it: a procedure only where it is asked.
fn said(answers: &BTreeMap<ActivityId, Answer>) -> Vec<Statement> {
    let source = Source {
        sheet: String::new(),
        row: 0,
    };
    let one = |(id, answer): (&ActivityId, &Answer)| {
        let asked = catalogue::activity(*id).unwrap().procedure;
        let said = Statement::of(*id, answer, source.clone());
        Statement {
            procedure: said.procedure.filter(|_| asked),
            ..said
        }
    };
    let said = answers.iter().map(one);
    said.filter(|statement| !statement.is_silent()).collect()
}

fn assert_says(reading: &FormReading, answers: &BTreeMap<ActivityId, Answer>) {
    assert_eq!(reading.problems, []);
    let expected = said(answers);
    assert_eq!(reading.statements.len(), expected.len());
    for (found, expected) in reading.statements.iter().zip(&expected) {
        assert!(found.agrees_with(expected), "{found:?} {expected:?}");
    }
}

/// Answers of every kind, with texts that a spreadsheet could take for something else.
fn awkward_answers() -> BTreeMap<ActivityId, Answer> {
    let spread = Organisation::Spread(Shares::new([40, 0, 0, 60, 0]).unwrap());
    let comments = [
        "=1+1",
        "'citat",
        "  to\nlinjer\tog tab  ",
        "_x000D_ & <b> \u{1} æøå 🙂",
        "2026-01-02",
        "0,5",
    ];
    let answer = |index: usize, id: ActivityId| Answer {
        standing: [Standing::Asked, Standing::NotRelevant, Standing::Unknown][index % 3],
        organisation: Some(if index.is_multiple_of(2) {
            Organisation::One(Place::ALL[index % 5])
        } else {
            spread
        }),
        solution: Some(Degree::ALL[index % 3]),
        process: Some(Degree::ALL[(index + 1) % 3]),
        procedure: catalogue::activity(id)
            .unwrap()
            .procedure
            .then_some(Procedure::ALL[index % 3]),
        comment: comments[index % comments.len()].to_owned(),
        flag: index.is_multiple_of(4),
        ..Answer::default()
    };
    let ids = catalogue::activities().map(|activity| activity.id);
    ids.enumerate()
        .filter(|(index, _)| index.is_multiple_of(7))
        .map(|(index, id)| (id, answer(index, id)))
        .collect()
}

fn own_names() -> BTreeMap<Place, String> {
    [
        (Place::Central, "Staben, 2. sal".to_owned()),
        (Place::Intermediate, "Central".to_owned()),
        (Place::Institution, " ".to_owned()),
    ]
    .into()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(24))]
    #[test]
    fn every_answer_in_a_form_comes_back(
        answers in btree_map(any_activity(), any_answer(), 1..12),
        names in btree_map(select(&Place::ALL[..]), ".{0,8}", 0..3),
    ) {
        let mut options = options(answers.clone());
        options.round.profile.level_names = names;
        let bytes = Texts::read().write(&options).unwrap();
        assert_says(&read_form(&bytes, &options.round.profile).unwrap(), &answers);
    }
}

#[test]
fn a_form_says_whose_it_is() {
    let bytes = Texts::read().write(&options(awkward_answers())).unwrap();
    let reading = read_form(&bytes, &Profile::default()).unwrap();
    let facts = Facts {
        survey: "a1b2".to_owned(),
        round: RoundId("2026".to_owned()),
        unit: UnitId::central(),
        made: "2026-11-22T10:15:00Z".to_owned(),
    };
    assert_eq!(reading.facts, Some(facts));
    assert_eq!(reading.ignored, []);
}

#[test]
fn an_empty_form_asks_everything_and_says_nothing() {
    let mut options = options(awkward_answers());
    options.with_answers = false;
    options.activities = catalogue::activities()
        .map(|activity| activity.id)
        .collect();
    let bytes = Texts::read().write(&options).unwrap();
    let reading = read_form(&bytes, &Profile::default()).unwrap();
    assert_eq!(reading.activities, 300);
    assert_eq!((reading.statements, reading.problems), (vec![], vec![]));
}

#[test]
fn the_same_form_is_the_same_bytes() {
    let texts = Texts::read();
    let options = options(awkward_answers());
    let bytes = texts.write(&options).unwrap();
    assert!(texts.write(&options).unwrap() == bytes);
    // The only times in it are the one that was given.
    let properties = &unpack(&bytes)["docProps/core.xml"];
    assert_eq!(properties.matches(">2026-11-22T10:15:00Z<").count(), 2);
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(&bytes)).unwrap();
    for index in 0..archive.len() {
        let changed = archive.by_index(index).unwrap().last_modified();
        assert_eq!(changed.map(|time| time.year()), Some(1980));
    }
}

#[test]
fn a_form_has_a_sheet_only_for_a_domain_that_is_asked() {
    let bytes = Texts::read()
        .write(&options([(activity("P03.01"), Answer::default())]))
        .unwrap();
    let workbook = &unpack(&bytes)["xl/workbook.xml"];
    assert!(workbook.contains("Løn og personale") && !workbook.contains("Økonomi og regnskab"));
    assert!(workbook.contains("name=\"_kommunebenchmark\" sheetId=\"3\" state=\"hidden\""));
}

#[test]
fn a_form_offers_the_answers_and_locks_the_rest() {
    let mut asked = options([(activity("E01.01"), Answer::default())]);
    asked.round.profile.level_names = own_names();
    let parts = unpack(&Texts::read().write(&asked).unwrap());
    let sheet = &parts["xl/worksheets/sheet2.xml"];
    for expected in [
        "sqref=\"C3\"",
        "<formula1>'_kommunebenchmark'!$D$2:$D$7</formula1>",
        "<sheetProtection sheet=\"1\"",
        "formatColumns=\"0\"",
        "state=\"frozen\"",
        "<autoFilter ref=\"A1:N3\"/>",
        "orientation=\"landscape\"",
        "outlineLevel=\"1\"",
    ] {
        assert!(sheet.contains(expected), "{expected}");
    }
    // E01.01 has no procedure to ask for: no rule for its cell.
    assert!(!sheet.contains("sqref=\"F3\""));
    let texts = &parts["xl/sharedStrings.xml"];
    assert!(texts.contains("Central (Staben, 2. sal)") && texts.contains("Fordelt – se procenter"));
    let notes = &parts["xl/comments1.xml"];
    assert!(notes.contains("DIGITAL PROCES"));
}

#[test]
fn a_comment_that_could_be_a_formula_stays_a_text_when_its_cell_is_edited() {
    let marked = |comment: &str| {
        let answer = Answer {
            comment: comment.to_owned(),
            ..Answer::default()
        };
        let written = Texts::read().write(&options([(activity("E01.01"), answer)]));
        unpack(&written.unwrap())["xl/styles.xml"].contains("quotePrefix=\"1\"")
    };
    assert!(marked("=1+1") && marked("@SUM(A1)"));
    assert!(!marked("a = b") && !marked("-3"));
}

#[test]
fn a_form_that_cannot_be_made_says_why() {
    let texts = Texts::read();
    let check = |change: &dyn Fn(&mut FormOptions), expected: WriteError| {
        let mut options = options([(activity("E01.01"), Answer::default())]);
        change(&mut options);
        assert_eq!(texts.write(&options), Err(expected));
    };
    check(
        &|options| options.activities = BTreeSet::new(),
        WriteError::NothingChosen,
    );
    check(
        &|options| "i morgen".clone_into(&mut options.made),
        WriteError::Time("i morgen".to_owned()),
    );
    let long = Answer {
        comment: "x".repeat(40_000),
        ..Answer::default()
    };
    let too_long = WriteError::TooLong {
        place: "E01.01".to_owned(),
    };
    assert_eq!(
        texts.write(&options([(activity("E01.01"), long)])),
        Err(too_long)
    );
}

#[test]
fn nothing_is_lost_where_libreoffice_has_saved_the_form() {
    let answers = awkward_answers();
    let mut options = options(answers.clone());
    options.round.profile.level_names = own_names();
    let bytes = Texts::read().write(&options).unwrap();
    let folder = std::env::temp_dir().join(format!("kommunebenchmark-{}", std::process::id()));
    let saved = folder.join("saved");
    std::fs::create_dir_all(&saved).unwrap();
    let form = folder.join("form.xlsx");
    std::fs::write(&form, bytes).unwrap();
    let profile = format!("-env:UserInstallation=file://{}/profile", folder.display());
    let output = Command::new("soffice")
        .args([&profile, "--headless", "--convert-to", "xlsx", "--outdir"])
        .args([&saved, &form])
        .output()
        .expect("LibreOffice is there (scripts/setup.sh --browsers)");
    let bytes = std::fs::read(saved.join("form.xlsx"));
    std::fs::remove_dir_all(&folder).unwrap();
    let bytes = bytes.unwrap_or_else(|error| panic!("{error}: {output:?}"));
    let reading = read_form(&bytes, &options.round.profile).unwrap();
    assert_eq!(reading.facts.as_ref().unwrap().survey, "a1b2");
    assert_says(&reading, &answers);
    let sheet = &unpack(&bytes)["xl/worksheets/sheet2.xml"];
    assert!(
        sheet.contains("<dataValidation ") && sheet.contains("<sheetProtection sheet=\"true\"")
    );
}
