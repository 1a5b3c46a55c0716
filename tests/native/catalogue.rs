//! The catalogue keeps its promises: numbers, ids, lengths, anchors, no overlap in titles.

use std::collections::BTreeSet;

use kommunebenchmark::domain::catalogue::texts::{ActivityTexts, AreaTexts, Header};
use kommunebenchmark::domain::catalogue::{self, VERSION};
use kommunebenchmark::domain::ids::Domain;

use crate::given;

const COUNTS: [(Domain, usize, &[usize]); 2] = [
    (
        Domain::Economy,
        140,
        &[18, 13, 15, 26, 11, 20, 12, 6, 5, 6, 8],
    ),
    (
        Domain::Payroll,
        160,
        &[12, 9, 16, 10, 7, 8, 10, 9, 6, 10, 4, 11, 14, 7, 6, 6, 5, 10],
    ),
];

fn header() -> Header {
    serde_json::from_str(&given::text("public/data/catalogue/index.json")).unwrap()
}

fn areas() -> Vec<AreaTexts> {
    let read = |id| {
        let file = format!("public/data/catalogue/{id}.json");
        serde_json::from_str(&given::text(&file)).unwrap_or_else(|error| panic!("{file}: {error}"))
    };
    header()
        .domains
        .into_iter()
        .flat_map(|domain| domain.areas)
        .map(read)
        .collect()
}

fn activities() -> Vec<ActivityTexts> {
    areas()
        .into_iter()
        .flat_map(|area| area.activities)
        .collect()
}

/// Fails with every finding, not only the first.
fn none(findings: Vec<String>) {
    assert!(
        findings.is_empty(),
        "{} findings:\n{}",
        findings.len(),
        findings.join("\n")
    );
}

#[test]
fn every_area_has_its_number_of_activities() {
    let areas = areas();
    for (domain, sum, counts) in COUNTS {
        let found: Vec<usize> = areas
            .iter()
            .filter(|area| area.id.domain == domain)
            .map(|area| area.activities.len())
            .collect();
        assert_eq!(found, counts);
        assert_eq!(found.iter().sum::<usize>(), sum);
    }
}

#[test]
fn ids_are_unique_and_count_upwards_from_one() {
    let mut seen = BTreeSet::new();
    for (index, area) in areas().iter().enumerate() {
        let number = if index < 11 { index + 1 } else { index - 10 };
        let letter = if index < 11 { 'E' } else { 'P' };
        assert_eq!(area.id.to_string(), format!("{letter}{number:02}"));
        for (index, activity) in area.activities.iter().enumerate() {
            assert_eq!(
                activity.id.to_string(),
                format!("{}.{:02}", area.id, index + 1)
            );
            assert!(seen.insert(activity.id));
        }
    }
    assert_eq!(seen.len(), 300);
}

#[test]
fn the_header_and_the_built_in_tables_say_the_same_as_the_files() {
    let header = header();
    assert_eq!(header.version, VERSION);
    assert!(
        header.made.contains("er ikke offentlig"),
        "says how it was made"
    );
    for domain in &header.domains {
        assert_eq!(domain.title, catalogue::domain_title(domain.id));
    }
    for (texts, built_in) in areas().iter().zip(&catalogue::AREAS) {
        assert_eq!(
            (texts.id, texts.title.as_str()),
            (built_in.id, built_in.title)
        );
        for (texts, built_in) in texts.activities.iter().zip(built_in.activities) {
            assert_eq!(texts.id, built_in.id);
            assert_eq!(texts.title, built_in.title);
            assert_eq!(texts.family, built_in.family);
            assert_eq!(texts.answered_by, built_in.answered_by);
            assert_eq!(texts.mass_process, built_in.mass_process);
            assert_eq!(texts.procedure, built_in.procedure);
            assert_eq!(texts.weight, built_in.weight);
        }
    }
    for (role, title) in &header.answered_by {
        assert_eq!(role.title(), title);
    }
}

#[test]
fn areas_bear_the_names_of_the_leaflet() {
    let facts = given::json("tests/fixtures/klk-benchmark-example.json");
    for area in areas() {
        let published = facts["area_names"][area.id.to_string()].as_str().unwrap();
        // The catalogue writes "fx" everywhere.
        assert_eq!(
            area.title,
            published.replace("for eksempel", "fx"),
            "{}",
            area.id
        );
    }
}

#[test]
fn the_documented_procedure_is_asked_on_40_to_60_activities() {
    let asked = activities()
        .iter()
        .filter(|activity| activity.procedure)
        .count();
    assert!((40..=60).contains(&asked), "{asked}");
}

#[test]
fn every_area_has_one_to_three_mass_processes() {
    for area in areas() {
        let mass = area
            .activities
            .iter()
            .filter(|activity| activity.mass_process)
            .count();
        assert!((1..=3).contains(&mass), "{}: {mass}", area.id);
    }
}

#[test]
fn texts_have_sensible_lengths_and_nobody_is_missing() {
    let header = header();
    let mut findings = Vec::new();
    let mut check = |what: String, text: &str, min: usize, max: usize| {
        let length = text.chars().count();
        if !(min..=max).contains(&length) || text.trim() != text || text.contains("  ") {
            findings.push(format!(
                "{what}: {length} characters, not {min}-{max}: \"{text}\""
            ));
        }
    };
    for area in areas() {
        check(format!("{} intro", area.id), &area.intro, 80, 420);
        for activity in &area.activities {
            let id = activity.id;
            check(format!("{id} title"), &activity.title, 12, 70);
            check(format!("{id} help"), &activity.help, 80, 420);
            for anchors in [header.solution_of(activity), header.process_of(activity)] {
                for anchor in anchors {
                    check(format!("{id} anchor"), anchor, 11, 110);
                }
            }
            if let Some(examples) = &activity.examples {
                check(format!("{id} examples"), examples, 3, 300);
            }
            let mut roles = activity.answered_by.clone();
            roles.dedup();
            assert!((1..=3).contains(&roles.len()), "{id}: {roles:?}");
            assert_eq!(roles.len(), activity.answered_by.len(), "{id}");
        }
    }
    none(findings);
}

#[test]
fn the_three_steps_of_every_scale_differ() {
    let header = header();
    let mut findings = Vec::new();
    for activity in activities() {
        for anchors in [header.solution_of(&activity), header.process_of(&activity)] {
            let different: BTreeSet<String> =
                anchors.iter().map(|step| step.to_lowercase()).collect();
            if different.len() < 3 {
                findings.push(format!("{}: {anchors:?}", activity.id));
            }
        }
    }
    none(findings);
}

const FILLERS: [&str; 22] = [
    "af", "de", "den", "det", "efter", "eller", "en", "et", "for", "fra", "hos", "i", "med",
    "mellem", "og", "om", "på", "samt", "som", "til", "under", "ved",
];

fn words(text: &str) -> impl Iterator<Item = String> {
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .map(str::to_lowercase)
}

/// The beginnings of the words that carry meaning: Danish puts number and definiteness at the end.
fn stems(title: &str) -> BTreeSet<String> {
    words(title)
        .filter(|word| !FILLERS.contains(&word.as_str()))
        .map(|word| word.chars().take(6).collect())
        .collect()
}

/// Shared stems / all stems, 0 to 1.
fn similarity(a: &str, b: &str) -> f64 {
    let (a, b) = (stems(a), stems(b));
    let count = |number: usize| f64::from(u32::try_from(number).unwrap());
    count(a.intersection(&b).count()) / count(a.union(&b).count())
}

#[test]
fn no_two_titles_are_nearly_the_same() {
    // The same task in the finance and the payroll system shares at most two of three stems; in
    // one area half is much.
    let limit = |same_area| if same_area { 0.5 } else { 0.67 };
    let activities = activities();
    let mut findings = Vec::new();
    for (index, a) in activities.iter().enumerate() {
        for b in &activities[index + 1..] {
            if similarity(&a.title, &b.title) > limit(a.id.area == b.id.area) {
                findings.push(format!(
                    "{} \"{}\" and {} \"{}\"",
                    a.id, a.title, b.id, b.title
                ));
            }
        }
    }
    none(findings);
}

#[test]
fn the_measure_of_similarity_finds_what_it_should() {
    let near = similarity("Bogføring af fakturaer", "Bogføring af en faktura");
    assert!(near > 0.99, "{near}");
    let far = similarity("Bogføring af fakturaer", "Bogføring af løn");
    assert!(far < 0.5, "{far}");
}

#[test]
fn titles_are_tasks_without_filler_and_without_product_names() {
    // Suppliers and products; joint public systems (NemKonto, NemRefusion, Digital Post) may stand.
    let products = [
        "opus",
        "kmd",
        "prisme",
        "fujitsu",
        "silkeborg",
        "visma",
        "dynamics",
        "navision",
        "sap",
        "oracle",
        "netcompany",
        "edora",
        "excel",
        "nexus",
        "sapa",
        "ibistic",
        "acadre",
        "sbsys",
        "getorganized",
        "workzone",
        "qlik",
        "targit",
        "tabulex",
        "prokonto",
        "lessor",
        "timeplan",
    ];
    let old_institutions = [
        "skat",
        "pensionsstyrelsen",
        "kommunernes pensionsforsikring",
    ];
    let mut findings = Vec::new();
    for activity in activities() {
        let title = activity.title.to_lowercase();
        let filler = [
            "øvrige opgaver",
            "andre opgaver",
            "diverse",
            "m.m.",
            "m.v.",
            "mv.",
            "osv.",
        ];
        if filler.iter().any(|word| title.contains(word)) || title.starts_with("øvrige") {
            findings.push(format!("{} title: \"{}\"", activity.id, activity.title));
        }
        let texts = [&activity.title, &activity.help]
            .into_iter()
            .chain(&activity.examples);
        let anchors = activity.solution.iter().chain(&activity.process).flatten();
        for text in texts.chain(anchors) {
            let product = words(text).find(|word| products.contains(&word.as_str()));
            findings
                .extend(product.map(|word| format!("{}: \"{word}\" in \"{text}\"", activity.id)));
        }
        let old = old_institutions
            .iter()
            .any(|name| title.contains(&format!("til {name}")));
        if old || !activity.title.starts_with(char::is_uppercase) || title.ends_with('.') {
            findings.push(format!("{} title: \"{}\"", activity.id, activity.title));
        }
    }
    none(findings);
}

/// The parts of a help text that say what is counted elsewhere: from "tælles i" to the full stop.
fn references(help: &str) -> impl Iterator<Item = &str> {
    help.split("tælles")
        .skip(1)
        .filter_map(|rest| rest.split(['.', ';']).next())
}

/// The names in a reference that are no title: what is left of words in upper case when all titles
/// are taken away.
fn unknown_names(reference: &str, titles: &[String]) -> Vec<String> {
    let mut rest = reference.to_owned();
    for title in titles {
        rest = rest.replace(title.as_str(), " ");
    }
    rest.split_whitespace()
        .map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()).to_owned())
        .filter(|word| {
            let mut letters = word.chars();
            // Abbreviations (ATP, AUB) are all in upper case.
            letters.next().is_some_and(char::is_uppercase) && letters.any(char::is_lowercase)
        })
        .collect()
}

#[test]
fn what_is_said_to_be_counted_elsewhere_exists() {
    let mut titles: Vec<String> = activities()
        .into_iter()
        .map(|activity| activity.title)
        .collect();
    titles.extend(areas().into_iter().map(|area| area.title));
    titles.sort_by_key(|title| std::cmp::Reverse(title.len()));
    let mut findings = Vec::new();
    let mut checked = 0;
    for activity in activities() {
        for reference in references(&activity.help) {
            checked += 1;
            let unknown = unknown_names(reference, &titles);
            // Levels of the scale may be named.
            let levels = [
                "Institution",
                "Mellemniveau",
                "Fagforvaltning",
                "Central",
                "Eksternt",
            ];
            if unknown.iter().any(|name| !levels.contains(&name.as_str())) {
                findings.push(format!(
                    "{}: \"tælles{reference}\" ({})",
                    activity.id,
                    unknown.join(", ")
                ));
            }
        }
    }
    assert!(checked > 200, "{checked}");
    none(findings);
}

#[test]
fn no_activity_sends_its_reader_to_itself() {
    for activity in activities() {
        for reference in references(&activity.help) {
            let target = reference.trim_start_matches(" i ");
            assert_ne!(target, activity.title, "{}", activity.id);
        }
    }
}
