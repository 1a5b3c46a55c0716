//! Hvor ressourcerne ligger: the areas with most FTE and their share of the domain.

use crate::danish::{format_number, round};
use crate::report::facts::{AreaFacts, DomainFacts, Facts, SHOWN};
use crate::sorting;

use super::words::{area, capital, domain, fte, fte_of_area, list, percent, same, with_title};

const NO_FTE: &str = "Bemandingen er ikke fordelt på områder endnu, så det kan ikke siges, hvor ressourcerne ligger.";

/// Where the FTE are.
#[must_use]
pub fn resources(facts: &Facts) -> Vec<String> {
    let mut sentences: Vec<String> = if facts.has_fte() {
        facts.domains.iter().map(of_domain).collect()
    } else {
        vec![NO_FTE.to_owned()]
    };
    if round(facts.unplaced, 1) > 0.0 {
        sentences.push(format!(
            "{} i bemandingen er ikke fordelt på områder.",
            fte(facts.unplaced)
        ));
    }
    sentences
}

/// The areas of a domain that have FTE, the largest first.
fn by_size(facts: &DomainFacts) -> Vec<(&AreaFacts, f64)> {
    let mut areas: Vec<(&AreaFacts, f64)> = facts
        .areas
        .iter()
        .filter_map(|one| Some((one, one.fte?)))
        .filter(|(_, fte)| *fte > 0.0)
        .collect();
    sorting::sort_by(&mut areas, |one, other| {
        round(other.1, 9).total_cmp(&round(one.1, 9))
    });
    areas
}

/// As people see them: with one decimal.
fn shown(fte: f64) -> f64 {
    round(fte, 1)
}

fn of_domain(facts: &DomainFacts) -> String {
    let title = domain(facts.domain);
    let areas = by_size(facts);
    let (Some(all), [(_, most), .., (_, least)]) = (facts.fte, areas.as_slice()) else {
        return match areas.as_slice() {
            [(only, all)] => format!(
                "I {title} er der {}, og alle ligger i {}.",
                fte(*all),
                area(only.area)
            ),
            _ => format!("I {title} er der ingen årsværk i bemandingen."),
        };
    };
    let begin = format!("I {title} er der {}", fte(all));
    if same(*most, *least, 1) {
        return format!("{begin}, fordelt ligeligt på {} områder.", areas.len());
    }
    let items: Vec<String> = areas
        .iter()
        .take(SHOWN)
        .map(|(one, fte)| {
            let share = percent(fte / all);
            format!("{} ({}; {share})", area(one.area), fte_of_area(*fte))
        })
        .collect();
    let how = match areas.get(SHOWN) {
        None => "de ligger i",
        Some(next) if same(next.1, areas[SHOWN - 1].1, 1) => "mange af dem ligger i",
        Some(_) => "flest ligger i",
    };
    format!("{begin}, og {how} {}.", list(&items))
}

/// Where most FTE are, in one message.
#[must_use]
pub fn resources_message(facts: &Facts) -> String {
    if !facts.has_fte() {
        return "Bemandingen er ikke fordelt på områder endnu".to_owned();
    }
    let all: f64 = facts.domains.iter().filter_map(|one| one.fte).sum();
    let mut areas: Vec<(&AreaFacts, f64)> = facts.domains.iter().flat_map(by_size).collect();
    sorting::sort_by(&mut areas, |one, other| {
        round(other.1, 9).total_cmp(&round(one.1, 9))
    });
    match areas.as_slice() {
        [(first, most), rest @ ..]
            if rest.first().is_none_or(|next| shown(next.1) < shown(*most)) =>
        {
            with_title(first.area, |title| {
                format!(
                    "{} har flest årsværk: {} af {}",
                    capital(title),
                    fte_of_area(*most).trim_end_matches(" årsværk"),
                    format_number(all, 1)
                )
            })
        }
        many => format!("{} er fordelt på {} områder", fte(all), many.len()),
    }
}
