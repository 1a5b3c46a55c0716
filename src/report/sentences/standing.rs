//! Hvor står vi: how much is answered, and the three totals of each domain.

use crate::danish::{format_number, lower};
use crate::domain::rating::Dimension;
use crate::report::facts::{DomainFacts, Facts, State};

use super::EXAMPLE;
use super::words::{area, capital, domain, list};

const NO_ANSWERS: &str = "Der er ingen svar endnu: Begynd i skemaet med de områder, hvor I har flest årsværk, så bliver billedet til undervejs.";
const SCALES: &str = "Centraliseringsgraden går fra 0, hvor opgaverne løses på institutionerne, til 3, hvor de er samlet centralt, og de digitale grader går fra 0, hvor arbejdet er manuelt, til 1, hvor det er fuldt digitalt.";

/// Where the municipality stands.
#[must_use]
pub fn standing(facts: &Facts) -> Vec<String> {
    if !facts.is_answered() {
        return vec![NO_ANSWERS.to_owned()];
    }
    let mut sentences = Vec::new();
    if facts.example {
        sentences.push(EXAMPLE.to_owned());
    }
    let all = facts.coverage();
    let whole = all.answered == all.relevant;
    sentences.extend(match all.relevant {
        _ if all.answered == 0 => None,
        1 => Some("Den ene relevante aktivitet er besvaret.".to_owned()),
        2 if whole => Some("Begge relevante aktiviteter er besvaret.".to_owned()),
        n if whole => Some(format!("Alle {n} relevante aktiviteter er besvaret.")),
        n => Some(format!(
            "{} af {n} relevante aktiviteter er besvaret.",
            all.answered
        )),
    });
    for one in &facts.domains {
        sentences.push(totals(one));
        sentences.extend(estimated(one));
    }
    sentences.push(SCALES.to_owned());
    sentences
}

/// The totals of a domain, or that there are none.
fn totals(facts: &DomainFacts) -> String {
    let title = domain(facts.domain);
    let subject = capital(&title);
    if facts.relevant() == 0 {
        return format!("{subject} er ikke relevant for kommunen.");
    }
    let how = if facts.is_provisional() {
        "foreløbigt"
    } else {
        "samlet"
    };
    let mut parts = Vec::new();
    for dimension in Dimension::ALL {
        let Some(score) = *facts.total.get(dimension) else {
            continue;
        };
        let name = match dimension {
            Dimension::Centralisation => "centraliseringsgraden".to_owned(),
            other => lower(other.title()),
        };
        let how = if parts.is_empty() { how } else { "" };
        let gap = if how.is_empty() { "" } else { " " };
        parts.push(format!("{name}{gap}{how} {}", of_scale(dimension, score)));
    }
    match facts.scored().as_slice() {
        _ if parts.is_empty() => format!("{subject} er ikke besvaret endnu."),
        [only] if facts.relevant() > 1 => format!(
            "I {title} er kun {} besvaret, og dér er {}.",
            area(*only),
            list(&parts)
        ),
        _ => format!("I {title} er {}.", list(&parts)),
    }
}

fn of_scale(dimension: Dimension, score: f64) -> String {
    format!("{} af {}", format_number(score, 1), dimension.max())
}

/// That scores are quick estimates, where they are.
fn estimated(facts: &DomainFacts) -> Option<String> {
    let title = domain(facts.domain);
    let scored = facts.scored().len();
    match facts.in_state(State::Estimated).as_slice() {
        [] => None,
        [only] => Some(format!(
            "Tallene for {title} bygger for {} på et samlet skøn.",
            area(*only)
        )),
        many if many.len() == scored => Some(format!(
            "Tallene for {title} bygger på et samlet skøn for hvert område."
        )),
        many => Some(format!(
            "Tallene for {title} bygger for {} af {scored} områder på et samlet skøn.",
            many.len()
        )),
    }
}

/// Where the municipality stands, in one message.
#[must_use]
pub fn standing_message(facts: &Facts) -> String {
    if !facts.is_answered() {
        return "Skemaet er ikke besvaret endnu".to_owned();
    }
    let mut provisional = false;
    let mut parts: Vec<String> = Vec::new();
    for one in &facts.domains {
        let Some(score) = one.total.centralisation else {
            continue;
        };
        provisional |= one.is_provisional();
        let score = if parts.is_empty() {
            of_scale(Dimension::Centralisation, score)
        } else {
            format_number(score, 1)
        };
        parts.push(format!("{score} i {}", domain(one.domain)));
    }
    match (parts.is_empty(), provisional) {
        (false, false) => format!("Centraliseringsgraden er {}", list(&parts)),
        (false, true) => format!("Foreløbig centraliseringsgrad: {}", list(&parts)),
        (true, _) => {
            let all = facts.coverage();
            format!(
                "{} af {} relevante aktiviteter er besvaret",
                all.answered, all.relevant
            )
        }
    }
}
