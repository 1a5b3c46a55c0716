//! Words that several planning pages use.

use crate::danish::{format_number, format_short};
use crate::document::html::escape;
use crate::domain::catalogue;
use crate::domain::decisions::{Light, Status};
use crate::domain::ids::AreaId;
use crate::proposals::proposal::Relevance;
use crate::proposals::{Basis, Group, Proposal, Source};

/// What is wrong with a number outside its range.
pub fn within(value: Option<f64>, min: f64, max: f64) -> Option<String> {
    value.filter(|value| !(min..=max).contains(value)).map(|_| {
        format!(
            "Skriv et tal mellem {} og {}.",
            format_short(min),
            format_short(max)
        )
    })
}

/// An amount of kr. a year or in all: whole kr.
pub fn kr(value: f64) -> String {
    format!("{} kr.", format_number(value, 0))
}

/// FTE.
pub fn fte(value: f64) -> String {
    format!("{} årsværk", format_number(value, 2))
}

/// A range, or the one number where both ends show the same.
pub fn range(low: f64, expected: f64, high: f64, show: impl Fn(f64) -> String) -> String {
    let (low, expected, high) = (show(low), show(expected), show(high));
    if low == high {
        return expected;
    }
    // The unit stands once.
    let unit = expected.rfind(|letter: char| letter.is_ascii_digit());
    let unit = unit.map_or("", |last| &expected[last + 1..]);
    let bare = |text: &str| text.strip_suffix(unit).unwrap_or(text).to_owned();
    format!("{expected} ({} til {})", bare(&low), bare(&high))
}

/// The title of an area with its number.
pub fn area(id: AreaId) -> String {
    let title = catalogue::area(id).map_or("", |area| area.title);
    format!("{id} {title}")
}

pub use crate::document::tables::plan::proposal_name;

/// A proposal's number and name.
pub fn named(proposal: &Proposal) -> String {
    format!("{} {}", proposal.id, proposal.name)
}

/// What kind of change it is.
pub const fn group(group: Group) -> &'static str {
    match group {
        Group::Simplification => "Forenkling",
        Group::Automation => "Automatisering",
        Group::Organisation => "Organisering",
        Group::Klk => "Kommunale veje til effektivisering",
    }
}

/// How well something is known.
pub const fn basis(basis: Basis) -> &'static str {
    match basis {
        Basis::Stated => "står i kilden",
        Basis::Inferred => "Kommunebenchmarks læsning",
    }
}

/// Whether a proposal still makes sense.
pub const fn relevance(relevance: Relevance) -> &'static str {
    match relevance {
        Relevance::Yes => "Ja",
        Relevance::Partly => "Delvist",
        Relevance::No => "Nej",
    }
}

/// Sources as markup in brackets; nothing of none.
pub fn sources(sources: &[Source]) -> String {
    if sources.is_empty() {
        return String::new();
    }
    let all: Vec<String> = sources.iter().map(Source::danish).collect();
    format!(
        " <span class=\"muted\">({})</span>",
        escape(&all.join("; "))
    )
}

/// How far an action is.
pub const fn status(status: Status) -> &'static str {
    match status {
        Status::Planned => "Planlagt",
        Status::Running => "I gang",
        Status::Done => "Gennemført",
        Status::Stopped => "Stoppet",
    }
}

/// How an action went in a month.
pub const fn light(light: Light) -> &'static str {
    match light {
        Light::Green => "Grøn: følger planen",
        Light::Yellow => "Gul: hold øje",
        Light::Red => "Rød: kræver en beslutning",
    }
}

/// `2026-11` as "november 2026"; any other text as it is.
pub fn month(text: &str) -> String {
    let day = crate::danish::format_day(&format!("{text}-01"));
    day.strip_prefix("1. ")
        .map_or_else(|| text.to_owned(), str::to_owned)
}

/// Sentences with commas and "og".
pub fn and(parts: &[String]) -> String {
    match parts {
        [] => String::new(),
        [one] => one.clone(),
        [most @ .., last] => format!("{} og {last}", most.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn months_and_ranges_are_written_as_people_write_them() {
        assert_eq!(month("2026-11"), "november 2026");
        assert_eq!(month("snart"), "snart");
        assert_eq!(range(1.0, 2.0, 3.0, fte), "2,00 årsværk (1,00 til 3,00)");
        assert_eq!(range(2.0, 2.0, 2.0, kr), "2 kr.");
        assert_eq!(
            within(Some(101.0), 0.0, 100.0).unwrap(),
            "Skriv et tal mellem 0 og 100."
        );
        assert_eq!(
            within(Some(f64::INFINITY), 0.0, 1.0).unwrap(),
            "Skriv et tal mellem 0 og 1."
        );
        assert_eq!(within(None, 0.0, 1.0), None);
    }
}
