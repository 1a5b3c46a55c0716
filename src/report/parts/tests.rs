//! What the parts of the report hold, for X Kommune's survey with a plan.

use serde_json::{Value, json};

use super::*;
use crate::document;
use crate::domain::decisions;
use crate::peers::summary::Own;
use crate::peers::{Dataset, compare, summarise};
use crate::report::{assembly, slides};
use crate::scoring;

const EXAMPLE: &str = include_str!("../../../public/eksempler/x-kommune.kommunebenchmark.json");
const KLK_2017: &str = include_str!("../../../public/data/peers.json");
pub(in crate::report) const MODEL: &str = include_str!("../../../public/data/peers-model.json");
const NOW: &str = "2026-11-26T12:00:00Z";

/// Does something with X Kommune's survey, a plan and a group.
pub(in crate::report) fn with<T>(
    plan: Value,
    peers: &str,
    make: impl FnOnce(&Given<'_>) -> T,
) -> T {
    let mut assessment = document::read(EXAMPLE).unwrap();
    assessment.plan = serde_json::from_value(plan).unwrap();
    let round = assessment.current().unwrap();
    let scorecard = scoring::score(round);
    let summary = summarise(&Dataset::read(peers).unwrap(), &Own::of(&assessment, round));
    let comparison = compare(&scorecard, &summary, assessment.example);
    let source = Source {
        assessment: &assessment,
        round,
        scorecard: &scorecard,
        group: Some(tables::Beside {
            summary: &summary,
            comparison: &comparison,
        }),
    };
    let (decisions, _) = decisions::read(&assessment.plan);
    let facts = Facts::of(&source, &decisions);
    make(&Given {
        source: &source,
        decisions: &decisions,
        facts: &facts,
        now: NOW,
    })
}

/// The texts of a part: headings, sentences, cells and what stands at charts.
pub(in crate::report) fn texts(pieces: &[Piece]) -> Vec<String> {
    let one = |piece: &Piece| match piece {
        Piece::Chart(chart) => vec![chart.figure.title.clone(), chart.figure.summary.clone()],
        Piece::Terms(terms) => terms.iter().map(|(a, b)| format!("{a}: {b}")).collect(),
        Piece::List(items) => items.clone(),
        Piece::Heading(_, text) | Piece::Paragraph(text) | Piece::Note(text) => vec![text.clone()],
        other => vec![other.markup(0)],
    };
    pieces.iter().flat_map(one).collect()
}

fn told_of(part: Part, plan: Value, peers: &str) -> String {
    with(plan, peers, |given| texts(&pieces(part, given)).join("\n"))
}

pub(in crate::report) fn tables_of(pieces: &[Piece]) -> Vec<(String, Vec<String>, bool)> {
    let one = |piece: &Piece| match piece {
        Piece::Table(table, badge) => {
            let shown = table.columns.iter().filter(|one| !one.in_files_only);
            let columns = shown.map(|one| one.title.clone()).collect();
            Some((table.title.clone(), columns, badge.is_some()))
        }
        _ => None,
    };
    pieces.iter().filter_map(one).collect()
}

#[test]
fn what_is_said_elsewhere_is_named_as_the_tables_name_it() {
    with(json!({}), KLK_2017, |given| {
        let tables = [Kind::Scores, Kind::Resources, Kind::Plan]
            .map(|kind| tables::table(kind, given.source));
        for (title, hidden) in SAID_ELSEWHERE {
            let table = tables.iter().find(|one| one.title == title);
            let table = table.unwrap_or_else(|| panic!("no table {title}"));
            for one in hidden {
                let is_there = table.columns.iter().any(|column| column.title == *one);
                assert!(is_there, "{title} has no column {one}");
            }
        }
    });
}

#[test]
fn a_heading_without_anything_below_it_is_left_out() {
    let heading = |level: u8| Piece::Heading(level, level.to_string());
    let text = || Piece::Paragraph("Tekst.".to_owned());
    let mut pieces = vec![
        heading(2),
        heading(3),
        text(),
        heading(3),
        heading(2),
        heading(3),
        heading(2),
        text(),
        heading(2),
    ];
    drop_empty_headings(&mut pieces);
    assert_eq!(pieces, [heading(2), heading(3), text(), heading(2), text()]);
}

#[test]
fn the_numbers_of_areas_have_their_key_beside_the_chart() {
    with(json!({}), MODEL, |given| {
        let overview = pieces(Part::Overview, given);
        let (title, columns, _) = &tables_of(&overview)[0];
        assert_eq!(title, "Overblik");
        assert!(columns.contains(&"Nr.".to_owned()), "{columns:?}");
        let all = texts(&overview).join("\n");
        assert!(all.contains("Samlet centralt er mindst 2,5; ude i enhederne er højst 0,5."));
        assert!(all.contains("Digitalisering er gennemsnittet af digital proces og"));
        let slide = texts(&slides::deck(given)[2].pieces).join("\n");
        assert!(
            slide.contains("E01 Budgetlægning · E02 Budgetopfølgning"),
            "{slide}"
        );
    });
}

#[test]
fn resources_promise_no_group_where_it_has_no_fte() {
    with(json!({}), KLK_2017, |given| {
        let alone = pieces(Part::Resources, given);
        let all = texts(&alone);
        assert_eq!(all[0], "Jeres ressourcer");
        assert!(all[1].starts_with("Datasættet rummer ingen årsværk"));
        let promises = [
            "Sammenlignet med",
            "ved siden af gruppens",
            "gruppens fordeling",
            "Hver prik",
        ];
        for text in &all {
            assert!(promises.iter().all(|one| !text.contains(one)), "{text}");
        }
        assert_eq!(all.join("\n").matches("ingen årsværk, så").count(), 1);
        let (title, columns, badge) = &tables_of(&alone)[0];
        assert_eq!(
            (title.as_str(), *badge),
            ("Ressourcer efter størrelse", false)
        );
        assert!(
            columns.iter().all(|one| !one.contains("Gruppe")),
            "{columns:?}"
        );
        let is_badged =
            |piece: &Piece| matches!(piece, Piece::Chart(chart) if chart.badge.is_some());
        assert!(!alone.iter().any(is_badged));
    });
    with(json!({}), MODEL, |given| {
        let beside = pieces(Part::Resources, given);
        assert_eq!(texts(&beside)[0], "Jeres ressourcer ved siden af gruppens");
        let (title, columns, badge) = &tables_of(&beside)[0];
        assert_eq!((title.as_str(), *badge), ("Ressourcer og gruppen", true));
        assert!(columns.contains(&"Gruppens gennemsnit".to_owned()));
    });
}

#[test]
fn quality_stands_once_in_a_report() {
    let quality = |plan: Value| {
        with(plan, MODEL, |given| {
            let report = assembly::report(given.source, given.decisions, NOW);
            let all = report
                .sections
                .iter()
                .flat_map(|one| tables_of(&one.pieces));
            all.filter(|(title, ..)| title == "Kvalitet").count()
        })
    };
    assert_eq!(quality(json!({})), 1);
    assert_eq!(
        quality(json!({"report": {"parts": {"indicators": false}}})),
        1
    );
    assert_eq!(
        quality(json!({"report": {"parts": {"resources": false}}})),
        1
    );
}

#[test]
fn parts_are_numbered_by_their_place_in_the_report() {
    with(
        json!({"report": {"parts": {"overview": false}}}),
        MODEL,
        |given| {
            let report = assembly::report(given.source, given.decisions, NOW);
            let titles: Vec<&str> = report
                .sections
                .iter()
                .map(|one| &*one.title)
                .take(2)
                .collect();
            assert_eq!(
                titles,
                ["1. Sammenfatning", "2. Forskelle til sammenligningsgruppen"]
            );
        },
    );
}

#[test]
fn costs_that_nobody_filled_in_are_not_shown_as_none() {
    let case = |inputs: Value| json!({"cases": {"C05-1": {"model": "C05", "inputs": inputs}}});
    let base = json!({"expected": 9_500_000});
    let open = told_of(Part::Cases, case(json!({"base": base})), MODEL);
    assert!(open.contains(" over 5 år, før udgifter\n"), "{open}");
    assert!(open.contains("Udgifterne er ikke udfyldt og er regnet som 0 kr."));
    assert!(
        open.contains("ikke udfyldt") && !open.contains("mangler"),
        "{open}"
    );
    let zero = json!({"expected": 0});
    let partly = case(json!({"base": base, "running_cost": {"expected": 1000}}));
    let partly = told_of(Part::Cases, partly, MODEL);
    assert!(
        partly.contains(" over 5 år, før nogle af udgifterne\n"),
        "{partly}"
    );
    assert!(partly.contains("»Engangsudgift« er ikke udfyldt og er regnet som 0 kr."));
    let filled = case(json!({"base": base, "running_cost": zero, "one_off": zero}));
    let filled = told_of(Part::Cases, filled, MODEL);
    assert!(
        !filled.contains("før udgifter") && !filled.contains("regnet som 0 kr."),
        "{filled}"
    );
}

#[test]
fn a_required_number_that_is_not_there_is_missing() {
    let plan = json!({"cases": {"C05-1": {"model": "C05"}}});
    assert!(told_of(Part::Cases, plan, MODEL).contains("mangler"));
}

#[test]
fn a_case_outside_the_plan_says_so() {
    let outside = "Beregningen indgår ikke i handleplanen.";
    let cases = json!({"C05-1": {"model": "C05", "inputs": {"base": {"expected": 9e6}}}});
    let plan = json!({"cases": cases});
    assert!(told_of(Part::Cases, plan, MODEL).contains(outside));
    let plan = json!({"cases": cases, "actions": {"K02": {"proposal": "K02", "case": "C05-1"}}});
    assert!(!told_of(Part::Cases, plan, MODEL).contains(outside));
}

/// The proposals of a domain that the report tells, and the last of all that fit.
fn proposals_of(pieces: &[Piece]) -> Vec<String> {
    let one = |piece: &Piece| match piece {
        Piece::Heading(3, name) => name.split(' ').nth(1).map(str::to_owned),
        _ => None,
    };
    pieces.iter().filter_map(one).collect()
}

#[test]
fn proposals_stop_at_eight_and_say_so_but_never_leave_out_the_plan() {
    let more = "Højst otte forslag er med for hvert hovedområde, foruden dem i handleplanen";
    let of = |plan: Value| {
        with(plan, MODEL, |given| {
            let pieces = pieces(Part::Proposals, given);
            let said = texts(&pieces).iter().any(|text| text.contains(more));
            let mut page = Page::new(given.source);
            let planner = planner(&mut page, given);
            let domain = crate::domain::ids::Domain::Economy;
            let all = crate::picture::planning::proposals::matches(&planner, domain);
            (proposals_of(&pieces), said, all[8].proposal.clone())
        })
    };
    let (first, said, ninth) = of(json!({}));
    assert!(said && first.len() <= 16, "{first:?}");
    let plan = json!({"actions": {"a": {"proposal": ninth.0, "order": 1}}});
    let (with_plan, ..) = of(plan);
    assert!(!first[..8].contains(&ninth.0));
    assert_eq!(with_plan[8], ninth.0, "{with_plan:?}");
}

#[test]
fn that_orientation_counts_for_nothing_is_said_once() {
    let all = told_of(Part::Proposals, json!({}), KLK_2017);
    let once = "Afstanden til KLK 2017 er kun orientering og tæller ikke.";
    assert_eq!(all.matches(once).count(), 1);
    assert!(all.contains("under gruppen") && !all.contains("kun orientering, tæller ikke"));
    assert!(!told_of(Part::Proposals, json!({}), MODEL).contains(once));
}

#[test]
fn points_are_named_for_what_they_measure() {
    let all = told_of(Part::Proposals, json!({}), MODEL);
    assert!(
        all.contains("Årsværk i arbejde, der ikke er samlet eller digitalt: "),
        "{all}"
    );
}

#[test]
fn the_app_never_speaks_as_the_municipality() {
    for part in Part::ALL.into_iter().filter(|part| *part != Part::Method) {
        let all = told_of(part, json!({}), KLK_2017);
        let words = all.split(|letter: char| !letter.is_alphanumeric());
        let is_ours = |word: &&str| ["vores", "vi"].contains(&word.to_lowercase().as_str());
        let ours: Vec<&str> = words.filter(is_ours).collect();
        // "Hvor står vi?" is the municipality's own question.
        assert!(
            ours.len() <= usize::from(part == Part::Summary),
            "{part:?}: {all}"
        );
    }
}
