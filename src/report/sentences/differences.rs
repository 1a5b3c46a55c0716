//! Forskelle til gruppen: which areas lie beside it, and which of them weigh most.

use crate::danish::{format_number, lower, round};
use crate::domain::rating::Dimension;
use crate::peers::comparison::Evidence;
use crate::peers::distribution::FEW;
use crate::report::facts::{Difference, DomainFacts, Facts, SHOWN, State};

use super::words::{
    MESSAGE, all, area, capital, counted, domain, fte_of_area, list, same, with_title,
};

const NO_GROUP: &str =
    "Der er ikke valgt en gruppe at sammenligne med, så forskelle til andre kommuner er ikke med.";
const INVENTED: &str = "Kommunerne i gruppen er opfundet, så en sammenligning siger intet om kommunen, og forskelle er ikke med.";
const DEMONSTRATION: &str =
    "Både kommunen og gruppen er opfundet, så forskellene viser kun, hvad værktøjet kan.";
const NO_ANSWERS: &str = "Der er ingen svar at holde op mod gruppen endnu.";
const NOTHING_COMPARED: &str = "Intet område kan holdes op mod gruppen endnu, for enten mangler der svar, eller også er gruppen tom.";
const ORIENTATION: &str = "Til orientering (KLK 2017, målt med et andet katalog):";
const ROUGH: &str =
    "KLK's gennemsnit er kun kendt på 0,1 nær, så en forskel tæller først med fra 0,2.";
const HEAVIEST: &str = "; tungest vejer";
const WEIGHED: &str = "Tungest vejer de områder, hvor afvigelsen gange årsværkene er størst.";
const ALIKE: &str = "Ingen områder har årsværk i bemandingen, så alle områder vejer lige meget.";
const MEANING: &str =
    "Tallene viser hverken, hvad der ligger bag en forskel, eller hvordan opgaverne bør løses.";

/// How the areas lie beside the group.
#[must_use]
pub fn differences(facts: &Facts) -> Vec<String> {
    let evidence = match nothing_to_tell(facts) {
        Ok(evidence) => evidence,
        Err((sentence, _)) => return vec![sentence.to_owned()],
    };
    let mut sentences = Vec::new();
    if evidence == Evidence::Demonstration {
        sentences.push(DEMONSTRATION.to_owned());
    }
    if let Some(all_about) = all_about(facts, evidence) {
        sentences.push(all_about);
    } else {
        let each = Dimension::ALL.into_iter();
        let mut told: Vec<String> = each
            .filter_map(|one| of_dimension(facts, evidence, one))
            .collect();
        if let Some(first) = told.first_mut() {
            *first = reserved(evidence, first);
        }
        sentences.append(&mut told);
        sentences.extend(weights(facts, evidence));
    }
    if evidence == Evidence::Orientation {
        sentences.push(ROUGH.to_owned());
    }
    sentences.extend(left_out(facts));
    if !facts.differences.is_empty() {
        sentences.push(MEANING.to_owned());
    }
    sentences
}

/// What the comparison is worth; or why there is none, as a sentence and as a message.
fn nothing_to_tell(facts: &Facts) -> Result<Evidence, (&'static str, &'static str)> {
    let compared: usize = Dimension::ALL.map(|one| facts.compared(one)).iter().sum();
    match facts.evidence() {
        None => Err((NO_GROUP, "Der er ingen gruppe at sammenligne med")),
        Some(Evidence::Invented) => {
            Err((INVENTED, "Gruppen er opfundet og siger intet om kommunen"))
        }
        Some(_) if !facts.is_answered() => {
            Err((NO_ANSWERS, "Der er ingen svar at sammenligne endnu"))
        }
        Some(_) if compared == 0 => Err((NOTHING_COMPARED, "Intet område kan sammenlignes endnu")),
        Some(evidence) => Ok(evidence),
    }
}

/// Puts the reservation before what is said, where there is one: once, before the first sentence.
fn reserved(evidence: Evidence, text: &str) -> String {
    if evidence == Evidence::Orientation {
        format!("{ORIENTATION} {text}")
    } else {
        text.to_owned()
    }
}

/// One sentence where nothing differs and the same areas are compared in all dimensions.
fn all_about(facts: &Facts, evidence: Evidence) -> Option<String> {
    let [n, process, solution] = Dimension::ALL.map(|one| facts.compared(one));
    (facts.differences.is_empty() && n == process && n == solution).then(|| {
        let text = format!(
            "I centraliseringsgrad, digital proces og digital løsning ligger {} omtrent som gruppen.",
            every_area(n)
        );
        reserved(evidence, &text)
    })
}

fn every_area(n: usize) -> String {
    all(n, "det ene sammenlignede område", "sammenlignede områder")
}

fn of_dimension(facts: &Facts, evidence: Evidence, dimension: Dimension) -> Option<String> {
    let compared = facts.compared(dimension);
    if compared == 0 {
        return None;
    }
    let name = lower(dimension.title());
    let ranked = facts.ranked(dimension);
    let text = if ranked.is_empty() {
        format!(
            "I {name} ligger {} omtrent som gruppen.",
            every_area(compared)
        )
    } else {
        let who = if ranked.len() == compared {
            every_area(compared)
        } else {
            let few = match ranked.len() {
                1 => "ét".to_owned(),
                n => n.to_string(),
            };
            format!("{few} af {compared} sammenlignede områder")
        };
        let items: Vec<String> = facts.largest(dimension).into_iter().map(item).collect();
        format!(
            "I {name} afviger {who} fra gruppen{} {}.",
            before_items(facts, evidence, &ranked),
            list(&items)
        )
    };
    Some(text)
}

/// What stands before the areas that are named.
fn before_items(facts: &Facts, evidence: Evidence, ranked: &[&Difference]) -> &'static str {
    let Some(next) = ranked.get(SHOWN) else {
        return ":";
    };
    let is_open = ranked[SHOWN - 1].ties(next);
    if evidence == Evidence::Orientation || is_open {
        ", blandt andet"
    } else if facts.has_fte() {
        HEAVIEST
    } else {
        "; størst er forskellen i"
    }
}

/// »Refusioner« (0,6 under; 1,2 årsværk).
fn item(one: &Difference) -> String {
    let mut marks = vec![format!("{} {}", size(one), side(one))];
    match one.fte {
        Some(fte) => marks.push(fte_of_area(fte)),
        // In a domain with FTE an area without weighs nothing.
        None if one.weight == 0.0 => marks.push(fte_of_area(0.0)),
        None => {}
    }
    if one.estimated {
        marks.push("skøn".to_owned());
    }
    format!("{} ({})", area(one.area), marks.join("; "))
}

fn size(one: &Difference) -> String {
    format_number(one.deviation.abs(), 1)
}

fn side(one: &Difference) -> &'static str {
    if one.deviation < 0.0 { "under" } else { "over" }
}

/// By what the areas were picked.
fn weights(facts: &Facts, evidence: Evidence) -> Vec<String> {
    if facts.differences.is_empty() {
        return Vec::new();
    }
    if !facts.has_fte() {
        return vec![ALIKE.to_owned()];
    }
    let mut sentences = Vec::new();
    let is_picked = Dimension::ALL
        .into_iter()
        .any(|dimension| before_items(facts, evidence, &facts.ranked(dimension)) == HEAVIEST);
    if is_picked {
        sentences.push(WEIGHED.to_owned());
    }
    let without = facts.domains.iter().filter(|one| {
        let is_told = facts
            .differences
            .iter()
            .any(|d| d.area.domain == one.domain);
        !one.has_fte() && is_told
    });
    sentences.extend(without.map(|one| {
        format!(
            "I {} er der ingen årsværk i bemandingen, så områderne dér vejer lige meget.",
            domain(one.domain)
        )
    }));
    sentences
}

/// How many areas are not compared, since too little of them is answered.
fn left_out(facts: &Facts) -> Option<String> {
    let open = |one: &DomainFacts| {
        one.in_state(State::Provisional).len() + one.in_state(State::Unanswered).len()
    };
    let n: usize = facts.domains.iter().map(open).sum();
    let them = if n == 1 { "det" } else { "de" };
    (n > 0).then(|| {
        format!(
            "I {} er under 60 % besvaret, så {them} er ikke sammenlignet med gruppen.",
            counted(n, "ét område", "områder")
        )
    })
}

/// The difference that weighs most of all, by the share of the scale; and whether another weighs
/// the same.
fn foremost(facts: &Facts) -> Option<(&Difference, bool)> {
    let tops: Vec<&Difference> = Dimension::ALL
        .into_iter()
        .flat_map(|one| facts.ranked(one).into_iter().take(2))
        .collect();
    // Rounded, so that binary fractions part no two that weigh the same.
    let weight = |one: &Difference| round(one.share_weighed(), 9);
    let first = tops.iter().copied().reduce(|best, one| {
        if weight(one) > weight(best) {
            one
        } else {
            best
        }
    })?;
    let equal = tops
        .iter()
        .filter(|one| same(weight(one), weight(first), 9));
    Some((first, equal.count() > 1))
}

/// The difference that weighs most, in one message.
#[must_use]
pub fn differences_message(facts: &Facts) -> String {
    let evidence = match nothing_to_tell(facts) {
        Ok(evidence) => evidence,
        Err((_, message)) => return message.to_owned(),
    };
    let group = if evidence == Evidence::Orientation {
        "KLK 2017"
    } else {
        "gruppen"
    };
    let Some((first, is_tied)) = foremost(facts) else {
        let text = format!("alle sammenlignede områder ligger omtrent som {group}");
        return match evidence {
            Evidence::Orientation => format!("Til orientering: {text}"),
            Evidence::Demonstration => format!("Modeldata: {text}"),
            _ => capital(&text),
        };
    };
    let few = first
        .n
        .filter(|&n| usize::try_from(n).is_ok_and(|n| n < FEW));
    let prefix = match (evidence, few, is_tied, facts.has_fte()) {
        (Evidence::Orientation, ..) => "Til orientering: ".to_owned(),
        (Evidence::Demonstration, ..) => "Modeldata: ".to_owned(),
        (_, Some(1), ..) => "Over for én kommune: ".to_owned(),
        (_, Some(n), ..) => format!("Blandt kun {n} kommuner: "),
        (_, _, true, _) => "Blandt forskellene: ".to_owned(),
        (_, _, false, true) => "Vejer tungest: ".to_owned(),
        (_, _, false, false) => "Størst forskel: ".to_owned(),
    };
    with_title(first.area, |title| {
        let claim = format!(
            "{} i {title} ligger {} {} {group}",
            lower(first.dimension.title()),
            size(first),
            side(first)
        );
        let whole = format!("{prefix}{claim}");
        // Only a word of caution is worth more than the room it takes.
        let is_plain = ["Vejer tungest: ", "Størst forskel: "].contains(&prefix.as_str());
        if is_plain && whole.chars().count() > MESSAGE && !title.contains([',', '(']) {
            capital(&claim)
        } else {
            whole
        }
    })
}
