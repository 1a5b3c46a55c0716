//! Privatliv: what is stored, why nothing is sent, and how to see for oneself. The text is data
//! (`privacy.json`); the result of the self-check is made here.

use std::sync::LazyLock;

use serde_json::Value;

use super::{RESULT, Told};
use crate::document::html::escape;
use crate::json;
use crate::picture::form::Act;
use crate::picture::form::markup::act;
use crate::picture::prose::{self, Text, alert};
use crate::route::Route;

/// The text of the page.
static TEXT: LazyLock<Text> =
    LazyLock::new(|| json::read(include_str!("privacy.json")).expect("checked by a test"));

/// A browser lists no more than this.
const LISTED_AT_MOST: usize = 250;

pub(super) fn markup(told: &Told) -> String {
    prose::markup(&TEXT, Route::Privacy, &|name| match name {
        "button" => button(),
        "result" => Checked::read(&told.checked).map_or_else(String::new, |one| result(&one, told)),
        _ => String::new(),
    })
}

fn button() -> String {
    format!(
        "<p class=\"buttons\"><button class=\"button button-primary\" type=\"button\" id=\"self-check\" {}>Afprøv nu</button></p>",
        act(&Act::Do("self_check".to_owned()))
    )
}

/// What the self-check saw.
#[derive(Debug, Default)]
struct Checked {
    /// The names of what the page has loaded; none where the browser did not say.
    loaded: Option<Vec<String>>,
    /// The address of the page.
    address: String,
    /// The time of day, `08.15.00`.
    time: String,
    /// The part of the policy by which the browser refused the attempt.
    refused: Option<String>,
    /// Somebody answered the attempt.
    answered: bool,
}

impl Checked {
    /// Reads what the app tells; none where there was no check, or it is not over.
    fn read(told: &str) -> Option<Self> {
        let seen: Vec<Value> = json::read(told).ok()?;
        let (entries, rest) = seen.split_first()?;
        let (address, rest) = rest.split_first()?;
        let (time, rest) = rest.split_first()?;
        let name = |entry: &Value| Some(entry["name"].as_str()?.to_owned());
        let entries = entries.as_array();
        Some(Self {
            loaded: entries.and_then(|entries| entries.iter().map(name).collect()),
            address: address.as_str()?.to_owned(),
            time: time_of_day(time.as_str()?),
            refused: rest.iter().find_map(|one| one.as_str().map(str::to_owned)),
            answered: rest.iter().find_map(Value::as_bool)?,
        })
    }
}

/// The time of day of a date as browsers write it: `Thu Dec 03 2026 08:15:00 GMT+0100`.
fn time_of_day(date: &str) -> String {
    let time = date.split(' ').find(|word| word.contains(':'));
    time.unwrap_or_default().replace(':', ".")
}

fn result(checked: &Checked, told: &Told) -> String {
    let (kind, heading, text) = verdict(checked);
    format!(
        "<h3 id=\"{RESULT}\" tabindex=\"-1\">Resultat kl. {}</h3>{}{}{}",
        escape(&checked.time),
        alert(kind, heading, &escape(&text)),
        policy(told),
        loaded(checked)
    )
}

/// The policy as it stands in the page, and an alarm where it lets through more than it was built to.
fn policy(told: &Told) -> String {
    let allowed = if told.is_single_file() {
        "'none'"
    } else {
        "'self'"
    };
    let rules = told.policy.split(';').map(str::trim);
    let is_whole = ["default-src 'none'", &format!("connect-src {allowed}")]
        .iter()
        .all(|rule| rules.clone().any(|one| one == *rule));
    if !is_whole {
        let text = "Sidens politik er ikke den, som Kommunebenchmark er bygget med. Brug ikke siden til jeres egne tal, før jeres IT-afdeling har set på det.";
        return alert("error", "Siden er ændret", text);
    }
    format!(
        "<details class=\"fold\"><summary class=\"fold__summary\">Sidens politik</summary><p><code>{}</code></p></details>",
        escape(&told.policy)
    )
}

/// How the attempt went: the kind of its alert, its heading and what it means.
fn verdict(checked: &Checked) -> (&'static str, &'static str, String) {
    match &checked.refused {
        _ if checked.answered => (
            "error",
            "Forsøget slap igennem",
            "Den fremmede adresse svarede. Sidens politik virker ikke i denne browser, eller siden er ændret. Brug den ikke til jeres egne tal, før jeres IT-afdeling har set på det.".to_owned(),
        ),
        Some(rule) => (
            "success",
            "Browseren afviste forsøget",
            format!("Reglen »{rule}« i en politik for siden stoppede det, og dette ene forsøg forlod ikke computeren."),
        ),
        None => (
            "warning",
            "Ikke afgjort",
            "Der kom hverken et svar fra den fremmede adresse eller en afvisning fra browseren. Måske er der ikke forbindelse til nettet, eller også siger denne browser ikke, hvad den afviser. Brug en af de to andre måder nedenfor.".to_owned(),
        ),
    }
}

/// What the page has loaded.
fn loaded(checked: &Checked) -> String {
    let Some(names) = &checked.loaded else {
        return "<p>Browseren ville ikke sige, hvad siden har hentet.</p>".to_owned();
    };
    let (mut own, mut inside, mut foreign) = (Vec::new(), 0, Vec::new());
    let folder = folder(&checked.address);
    for name in names {
        match source(name, &checked.address) {
            Source::Own => own.push(name.strip_prefix(folder).unwrap_or(name)),
            Source::Inside => inside += 1,
            Source::Foreign => foreign.push(name.as_str()),
        }
    }
    let mut markup = alarm(&foreign);
    markup.push_str(&count(own.len(), inside));
    markup.push_str(&listed(&own));
    if names.len() >= LISTED_AT_MOST {
        markup.push_str("<p>Browserens liste kan være fuld, så der kan være hentet mere.</p>");
    }
    markup
}

fn alarm(foreign: &[&str]) -> String {
    if foreign.is_empty() {
        return String::new();
    }
    let heading = "Noget er hentet et andet sted fra";
    let text = "Det kommer ikke fra siden selv. Det kan være en udvidelse i browseren.";
    alert("warning", heading, &format!("{text}{}", listed(foreign)))
}

fn count(own: usize, inside: usize) -> String {
    let from_server = match own {
        0 => "Siden har ikke hentet nogen filer, siden den blev åbnet.".to_owned(),
        1 => "Siden har hentet 1 fil fra sit eget sted:".to_owned(),
        n => format!("Siden har hentet {n} filer fra sit eget sted:"),
    };
    let from_page = match inside {
        0 => String::new(),
        1 => "1 del lå i siden selv. ".to_owned(),
        n => format!("{n} dele lå i siden selv. "),
    };
    format!("<p>{from_page}{from_server}</p>")
}

fn listed(names: &[&str]) -> String {
    if names.is_empty() {
        return String::new();
    }
    let items = names
        .iter()
        .map(|name| format!("<li><code>{}</code></li>", escape(name)));
    format!("<ul>{}</ul>", items.collect::<Vec<_>>().concat())
}

/// Where something was loaded from.
#[derive(Debug, PartialEq, Eq)]
enum Source {
    /// The page's own server, or its own file.
    Own,
    /// The page itself holds it; nothing was asked for.
    Inside,
    /// Somewhere else.
    Foreign,
}

fn source(name: &str, address: &str) -> Source {
    if name.starts_with("data:") || name.starts_with("blob:") {
        return Source::Inside;
    }
    let is_own = if address.starts_with("file:") {
        // A disk is no server: only the file itself is the page's own.
        without_fragment(name) == without_fragment(address)
    } else {
        origin(name).is_some() && origin(name) == origin(address)
    };
    if is_own { Source::Own } else { Source::Foreign }
}

/// Scheme, host and port of an address.
fn origin(address: &str) -> Option<&str> {
    let host = address.find("://")? + 3;
    let rest = &address[host..];
    let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
    Some(&address[..host + end])
}

fn without_fragment(address: &str) -> &str {
    address
        .split_once('#')
        .map_or(address, |(before, _)| before)
}

/// The folder of a page, with its last slash.
fn folder(address: &str) -> &str {
    let path = address.split(['?', '#']).next().unwrap_or_default();
    path.rfind('/').map_or(path, |slash| &path[..=slash])
}

#[cfg(test)]
mod tests;
