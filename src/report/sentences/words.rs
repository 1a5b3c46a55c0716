//! Words and numbers that several sentences use.

use crate::danish::{format_number, lower, round};
use crate::document::tables::resources::can_be_one_person;
use crate::domain::catalogue;
use crate::domain::ids::{AreaId, Domain};
use crate::domain::scenario::PerScenario;
use crate::picture::words::area_title;

pub(super) use crate::picture::words::list;

/// About the most characters of a message.
pub(super) const MESSAGE: usize = 90;

/// Whether two numbers are the same with so many decimals.
pub(super) fn same(one: f64, other: f64, decimals: u8) -> bool {
    round(one, decimals)
        .total_cmp(&round(other, decimals))
        .is_eq()
}

/// "ét område", "3 områder": `one` whole, `many` after the number.
pub(super) fn counted(n: usize, one: &str, many: &str) -> String {
    if n == 1 {
        one.to_owned()
    } else {
        format!("{n} {many}")
    }
}

/// All of some things that the reader knows: "det ene område", "begge områder", "alle 3 områder".
pub(super) fn all(n: usize, one: &str, many: &str) -> String {
    match n {
        1 => one.to_owned(),
        2 => format!("begge {many}"),
        n => format!("alle {n} {many}"),
    }
}

/// A domain inside a sentence.
pub(super) fn domain(domain: Domain) -> String {
    lower(catalogue::domain_title(domain))
}

/// The title of an area in quotation marks: titles hold commas and "og" of their own.
pub(super) fn area(area: AreaId) -> String {
    format!("»{}«", area_title(area))
}

/// Areas with the noun before them: "området »A«", "områderne »A« og »B«".
pub(super) fn areas(areas: &[AreaId]) -> String {
    let names: Vec<String> = areas.iter().map(|&one| area(one)).collect();
    let noun = if names.len() == 1 {
        "området"
    } else {
        "områderne"
    };
    format!("{noun} {}", list(&names))
}

/// Begins with a capital.
pub(super) fn capital(text: &str) -> String {
    first(text, |letter| match letter {
        // The capital letter stands 32 places before the small one.
        'à'..='þ' => char::from_u32(u32::from(letter) - 32).unwrap_or(letter),
        _ => letter.to_ascii_uppercase(),
    })
}

/// Begins with a small letter, as a name does inside a sentence; "IT-systemer" stays.
pub(super) fn small(text: &str) -> String {
    if text.chars().nth(1).is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    let begin: String = text.chars().take(1).collect();
    let begin = lower(&begin);
    first(text, |letter| begin.chars().next().unwrap_or(letter))
}

fn first(text: &str, change: impl Fn(char) -> char) -> String {
    let mut letters = text.chars();
    let begin = letters.next().map(change);
    begin.into_iter().chain(letters).collect()
}

/// A message with the title of an area, shortened where the whole would be too long.
pub(super) fn with_title(area: AreaId, message: impl Fn(&str) -> String) -> String {
    let title = small(area_title(area));
    let whole = message(&title);
    if whole.chars().count() <= MESSAGE {
        return whole;
    }
    match title.split_once([',', '(']) {
        Some((begin, _)) => message(&format!("{} m.m.", begin.trim_end())),
        None => whole,
    }
}

/// FTE of a domain or of the plan: two decimals where one would say too little.
pub(super) fn fte(value: f64) -> String {
    format!("{} årsværk", fte_number(value))
}

fn fte_number(value: f64) -> String {
    let decimals = if round(value.abs(), 2) < 1.0 && value != 0.0 {
        2
    } else {
        1
    };
    format_number(value, decimals)
}

/// FTE of an area, which can be one person.
pub(super) fn fte_of_area(value: f64) -> String {
    if value <= 0.0 {
        "ingen årsværk".to_owned()
    } else if can_be_one_person(value) {
        "under 1 årsværk".to_owned()
    } else {
        format!("{} årsværk", format_number(value, 1))
    }
}

/// FTE with their range: "2,4 årsværk (mellem 1,8 og 3,1)".
pub(super) fn fte_range(value: &PerScenario<f64>) -> String {
    fte(value.expected) + &between(value, fte_number)
}

/// Kr. with their range.
pub(super) fn kr_range(value: &PerScenario<f64>) -> String {
    kr(value.expected) + &between(value, kr)
}

/// The range where its ends are shown differently, from the lower one.
fn between(value: &PerScenario<f64>, show: impl Fn(f64) -> String) -> String {
    let low = show(value.low.min(value.high));
    let high = show(value.low.max(value.high));
    if low == high {
        String::new()
    } else {
        format!(" (mellem {low} og {high})")
    }
}

/// Kr. as directors say them: "1,2 mio. kr." from one million on, else whole thousands.
pub(super) fn kr(value: f64) -> String {
    let thousands = round(value / 1000.0, 0);
    if thousands.abs() >= 1000.0 {
        format!("{} mio. kr.", format_number(value / 1e6, 1))
    } else if thousands == 0.0 && value > 0.0 {
        "under 1.000 kr.".to_owned()
    } else {
        format!("{} kr.", format_number(thousands * 1000.0, 0))
    }
}

/// A share in whole percent; one that is neither nothing nor all does not show as either.
pub(super) fn percent(share: f64) -> String {
    if share > 0.0 && round(share, 2) == 0.0 {
        "under 1 %".to_owned()
    } else if share < 1.0 && round(share, 2) >= 1.0 {
        "over 99 %".to_owned()
    } else {
        format!("{} %", format_number(share * 100.0, 0))
    }
}
