//! What holds of every sentence, whatever the situation.

use super::tests::{all_cases, beside, differing, of, staffed_alike};
use super::*;
use crate::domain::catalogue;
use crate::domain::rating::Dimension;
use crate::peers::comparison::Evidence;
use crate::report::facts::Facts;

/// Everything that is told of some facts.
fn sentences(facts: &Facts) -> Vec<String> {
    [
        standing,
        differences,
        resources,
        proposals,
        plan,
        plan_in_short,
        certainty,
    ]
    .iter()
    .flat_map(|told| told(facts))
    .collect()
}

/// Every message of some facts.
fn messages(facts: &Facts) -> [String; 6] {
    [
        standing_message,
        differences_message,
        resources_message,
        proposals_message,
        plan_message,
        certainty_message,
    ]
    .map(|told| told(facts))
}

/// The facts of all situations, each beside every kind of group too.
fn every_facts() -> Vec<Facts> {
    let mut all = Vec::new();
    for case in all_cases() {
        for evidence in [
            Evidence::Finding,
            Evidence::Orientation,
            Evidence::Demonstration,
            Evidence::Invented,
        ] {
            for n in [None, Some(1), Some(4), Some(7), Some(40)] {
                all.push(beside(case.facts.clone(), evidence, n));
            }
        }
        all.push(case.facts);
    }
    all
}

/// What is wrong with a text, if anything.
fn fault(text: &str) -> Option<String> {
    let letters: Vec<char> = text.chars().collect();
    let between_digits = |sign: char, group: usize| {
        letters.windows(2).enumerate().any(|(at, pair)| {
            let digits = letters[at + 1..].iter().take_while(|c| c.is_ascii_digit());
            let before = at.checked_sub(1).map(|before| letters[before]);
            pair[0] == sign
                && pair[1].is_ascii_digit()
                && before.is_some_and(|c| c.is_ascii_digit())
                && digits.count() != group
        })
    };
    let minus = letters
        .windows(2)
        .any(|pair| pair[0] == '-' && pair[1].is_ascii_digit());
    let forbidden = [
        "NaN",
        "inf ",
        "inf,",
        "inf.",
        "  ",
        "1 områder",
        "1 handlinger",
        "1 kommuner",
        "skyldes",
        "fordi",
        "bedst",
        "dårlig",
        "god",
        "bedre",
        "værre",
        "nr.",
        "plads",
        "()",
        "»«",
        " ,",
        " .",
        "« og dens",
        "af 0 ",
    ];
    // "11 områder" is right.
    let alone = |part: &str| {
        text.match_indices(part).any(|(at, _)| {
            let before = text[..at].chars().next_back();
            !(part.starts_with('1')
                && before.is_some_and(|c| c.is_ascii_digit() || ".,".contains(c)))
        })
    };
    if let Some(part) = forbidden.into_iter().find(|part| alone(part)) {
        return Some(format!("\"{part}\""));
    }
    if between_digits('.', 3) {
        return Some("a decimal point".to_owned());
    }
    if minus {
        return Some("a hyphen for a minus".to_owned());
    }
    (letters.iter().filter(|&&c| c == '(').count() != letters.iter().filter(|&&c| c == ')').count())
        .then(|| "a bracket that is left open".to_owned())
}

fn begins_well(text: &str) -> bool {
    text.starts_with(|c: char| c.is_uppercase() || c.is_ascii_digit())
}

#[test]
fn there_are_enough_situations_and_each_is_named_once() {
    let cases = all_cases().into_iter();
    // One name may stand in the tables of several parts.
    let mut names: Vec<_> = cases.map(|case| (case.name, case.expected)).collect();
    names.sort_unstable();
    let all = names.len();
    names.dedup();
    assert_eq!(names.len(), all);
    names.dedup_by_key(|one| one.0);
    assert!(names.len() >= 40, "{}", names.len());
}

#[test]
fn every_sentence_is_whole_and_danish() {
    for facts in every_facts() {
        for text in sentences(&facts) {
            assert_eq!(fault(&text), None, "{text}");
            assert!(begins_well(&text), "{text}");
            assert!(text.ends_with('.') && !text.ends_with(".."), "{text}");
        }
        for text in messages(&facts) {
            assert_eq!(fault(&text), None, "{text}");
            assert!(begins_well(&text), "{text}");
            assert!(!text.ends_with('.'), "{text}");
        }
    }
}

#[test]
fn what_is_wrong_is_seen() {
    for wrong in [
        "Der er NaN.",
        "Der er 1.5 årsværk.",
        "Der er -2 årsværk.",
        "Der er  to.",
        "Der er 1 områder.",
        "Det er bedst.",
        "Der er (to.",
    ] {
        assert!(fault(wrong).is_some(), "{wrong}");
    }
    for right in [
        "Der er 11 områder.",
        "Der er 1.234,5 kr.",
        "Der er \u{2212}2.",
    ] {
        assert_eq!(fault(right), None, "{right}");
    }
}

#[test]
fn nothing_is_told_of_differences_to_invented_municipalities() {
    for facts in every_facts() {
        let invented = beside(facts, Evidence::Invented, Some(40));
        let told = differences(&invented);
        assert_eq!(told.len(), 1, "{told:?}");
        assert!(told[0].contains("opfundet"), "{told:?}");
        let message = differences_message(&invented);
        assert!(message.contains("opfundet"), "{message}");
    }
}

#[test]
fn orientation_is_said_before_any_difference_and_nothing_is_ranked() {
    for facts in every_facts() {
        let facts = beside(facts, Evidence::Orientation, None);
        for told in [differences(&facts), vec![differences_message(&facts)]] {
            let mut is_reserved = false;
            for text in told {
                is_reserved |= text.starts_with("Til orientering") && text.contains("KLK 2017");
                let is_of_difference = [" under", " over", "afviger", "omtrent som"]
                    .iter()
                    .any(|word| text.contains(word))
                    && !text.contains("under 60 %");
                assert!(!is_of_difference || is_reserved, "{text}");
                for word in ["størst", "Størst", "tungest", "Tungest"] {
                    assert!(!text.contains(word), "{text}");
                }
            }
        }
    }
}

#[test]
fn invented_examples_say_so_beside_their_differences() {
    for facts in every_facts() {
        let facts = beside(facts, Evidence::Demonstration, Some(40));
        let told = differences(&facts);
        let is_told = facts.is_answered() && !told[0].contains("Intet område");
        assert!(!is_told || told[0].contains("opfundet"), "{told:?}");
        let message = differences_message(&facts);
        let claims = message.contains("ligger");
        assert!(!claims || message.starts_with("Modeldata: "), "{message}");
    }
}

#[test]
fn messages_are_short_beside_every_area() {
    let mut longest = 0;
    for area in &catalogue::AREAS {
        let name = area.id.to_string();
        for (dimension, n, evidence) in [
            (Dimension::Centralisation, Some(40), Evidence::Finding),
            (Dimension::Centralisation, Some(4), Evidence::Finding),
            (Dimension::Process, Some(40), Evidence::Finding),
            (Dimension::Centralisation, None, Evidence::Orientation),
            (Dimension::Centralisation, Some(40), Evidence::Demonstration),
        ] {
            let facts = beside(staffed_alike(2.0), evidence, n);
            let facts = differing(facts, &[(name.as_str(), dimension, -1.2)]);
            let message = differences_message(&facts);
            let length = message.chars().count();
            let limit = if (evidence, n) == (Evidence::Finding, Some(40)) {
                94
            } else {
                117
            };
            assert!(length <= limit, "{length}: {message}");
            longest = longest.max(length);
        }
    }
    for facts in every_facts() {
        let all = messages(&facts);
        for message in &all {
            let length = message.chars().count();
            assert!(length <= 94 || *message == all[1], "{length}: {message}");
        }
    }
    assert!(longest > 90, "the worst case was tried");
}

#[test]
fn facts_of_nothing_are_told_too() {
    for facts in [Facts::default(), of([])] {
        assert!(sentences(&facts).iter().all(|text| fault(text).is_none()));
        assert_eq!(standing_message(&facts), "Skemaet er ikke besvaret endnu");
    }
}
