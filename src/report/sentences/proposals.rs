//! Hvilke forslag: where the picture points first, and what the municipality chose.

use crate::danish::{format_number, round};
use crate::domain::ids::Domain;
use crate::peers::comparison::Evidence;
use crate::report::facts::{DomainFacts, Facts, ProposalFacts, SHOWN};

use super::words::{MESSAGE, capital, counted, domain, list, same, small};

const NO_ANSWERS: &str = "Forslagene kan først sættes i rækkefølge, når der er svaret i skemaet.";
const POINTS: &str = "Årsværkene er et mål for det arbejde, der ikke er samlet eller digitalt, dér hvor forslaget virker; de bestemmer rækkefølgen og er ikke en besparelse.";

const DEMONSTRATION: &str =
    "Både kommunen og gruppen er opfundet, så rækkefølgen viser kun, hvad værktøjet kan.";

/// Which proposals fit.
#[must_use]
pub fn proposals(facts: &Facts) -> Vec<String> {
    let mut sentences = Vec::new();
    if facts.is_answered() {
        if facts.evidence() == Some(Evidence::Demonstration) {
            sentences.push(DEMONSTRATION.to_owned());
        }
        for one in facts.domains.iter().filter(|one| one.is_answered()) {
            sentences.push(of_domain(one));
            sentences.extend(placed(one));
        }
        let told = facts
            .domains
            .iter()
            .flat_map(|one| one.proposals.iter().take(SHOWN));
        if told.into_iter().any(has_fte) {
            sentences.push(POINTS.to_owned());
        }
    } else {
        sentences.push(NO_ANSWERS.to_owned());
    }
    sentences.extend(chosen(facts));
    sentences
}

/// Whether its points are told.
fn has_fte(one: &ProposalFacts) -> bool {
    one.in_fte && round(one.points, 1) > 0.0
}

fn of_domain(facts: &DomainFacts) -> String {
    let title = domain(facts.domain);
    let first: Vec<&ProposalFacts> = facts.proposals.iter().take(SHOWN).collect();
    let how = match first.as_slice() {
        [] => return format!("I {title} peger billedet ikke på noget forslag."),
        [_] => "alene",
        [one, .., last] if same(one.points, last.points, 9) => "lige meget",
        _ => "først",
    };
    let names: Vec<String> = first.into_iter().map(item).collect();
    format!("I {title} peger billedet {how} på {}.", list(&names))
}

/// »Digitalisering af ændringer i stamdata« (M08; 1,2 årsværk).
fn item(one: &ProposalFacts) -> String {
    if has_fte(one) {
        format!(
            "»{}« ({}; {} årsværk)",
            one.name,
            one.id,
            format_number(one.points, 1)
        )
    } else {
        format!("»{}« ({})", one.name, one.id)
    }
}

/// That the order is not the picture's alone, where it is not.
fn placed(facts: &DomainFacts) -> Option<String> {
    let is_placed = facts.proposals.iter().take(SHOWN).any(|one| one.placed);
    is_placed.then(|| order_changed(facts.domain))
}

/// That the order of a domain is not the picture's alone.
#[must_use]
pub fn order_changed(of: Domain) -> String {
    format!("Rækkefølgen i {} har kommunen selv ændret.", domain(of))
}

/// What stands in the action plan.
fn chosen(facts: &Facts) -> Option<String> {
    let chosen = &facts.plan.chosen;
    let names: Vec<String> = chosen
        .iter()
        .take(SHOWN)
        .map(|(id, name)| format!("»{name}« ({id})"))
        .collect();
    match chosen.len() {
        0 if facts.is_answered() => Some("Ingen forslag er sat i handleplanen endnu.".to_owned()),
        0 => None,
        n if n > SHOWN => Some(format!(
            "{n} forslag er sat i handleplanen, blandt andet {}.",
            list(&names)
        )),
        n => Some(format!(
            "{} er sat i handleplanen: {}.",
            capital(&counted(n, "ét forslag", "forslag")),
            list(&names)
        )),
    }
}

/// Where the picture points first, in one message.
#[must_use]
pub fn proposals_message(facts: &Facts) -> String {
    if !facts.is_answered() {
        return "Forslagene venter på svar i skemaet".to_owned();
    }
    let mut first: Vec<&ProposalFacts> = Vec::new();
    for one in facts.domains.iter().filter_map(|one| one.proposals.first()) {
        if first.iter().all(|other| other.id != one.id) {
            first.push(one);
        }
    }
    let names: Vec<String> = first.iter().map(|one| small(&one.name)).collect();
    if names.is_empty() {
        return "Billedet peger ikke på noget forslag".to_owned();
    }
    let how = if first.iter().any(|one| one.placed) {
        "Først i rækkefølgen er"
    } else {
        "Billedet peger først på"
    };
    for begin in [how, "Forslag:"] {
        let message = format!("{begin} {}", list(&names));
        if message.chars().count() <= MESSAGE {
            return message;
        }
    }
    let counts: Vec<String> = facts
        .domains
        .iter()
        .filter(|one| !one.proposals.is_empty())
        .map(|one| {
            let n = counted(one.proposals.len(), "ét forslag", "forslag");
            format!("{n} i {}", domain(one.domain))
        })
        .collect();
    format!("Billedet peger på {}", list(&counts))
}
