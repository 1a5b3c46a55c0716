//! FTE or rates of a contribution: which belong in it, and how small they may be.

use serde_json::{Map, Value};

use crate::domain::ids::Domain;
use crate::peers::contribution::SMALLEST_FTE;

use super::Checker;

/// In what a contribution says how many work on an area.
#[derive(Clone, Copy)]
pub(super) enum Figures {
    /// Named, with its size.
    Fte,
    /// Anonymous: FTE would tell the size.
    Rates,
}

impl Figures {
    pub(super) fn of(file: &Map<String, Value>) -> Self {
        if file.contains_key("network") {
            Self::Fte
        } else {
            Self::Rates
        }
    }

    const fn key(self) -> &'static str {
        match self {
            Self::Fte => "fte",
            Self::Rates => "rate",
        }
    }

    const fn refusal(self) -> &'static str {
        match self {
            Self::Fte => "a named contribution holds FTE instead",
            Self::Rates => "an anonymous contribution holds rates instead",
        }
    }
}

impl Checker {
    pub(super) fn totals(&mut self, file: &Map<String, Value>, of: Figures) {
        for (key, figure) in [("rate_totals", "rate"), ("fte_totals", "fte")] {
            let Some(totals) = file.get(key) else {
                continue;
            };
            let path = format!("$.{key}");
            if figure != of.key() {
                self.add(&path, of.refusal());
            }
            let domains = Domain::ALL.map(|domain| domain.to_string());
            let domains: Vec<&str> = domains.iter().map(String::as_str).collect();
            let Some(totals) = self.closed(&path, Some(totals), &domains) else {
                continue;
            };
            for domain in totals.keys() {
                self.amount(&path, totals, domain, figure);
            }
        }
    }

    /// FTE or a rate of an area, which may be missing, and must be where the other belongs.
    pub(super) fn figure(&mut self, path: &str, area: &Map<String, Value>, key: &str, of: Figures) {
        if area.contains_key(key) {
            if key != of.key() {
                self.add(&format!("{path}.{key}"), of.refusal());
            }
            self.amount(path, area, key, key);
        }
    }

    fn amount(&mut self, path: &str, object: &Map<String, Value>, key: &str, figure: &str) {
        let smallest = if figure == "fte" { SMALLEST_FTE } else { 0.0 };
        if let Some(amount) = self.required::<f64>(path, object, key)
            && amount < smallest
        {
            let text = format!("must be at least {smallest}; left out where it is less");
            self.add(&format!("{path}.{key}"), text);
        }
    }
}
