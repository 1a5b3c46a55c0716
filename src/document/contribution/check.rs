//! Every problem of a contribution file, with its JSON path.

mod figures;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::domain::answer::Standing;
use crate::domain::catalogue;
use crate::domain::field;
use crate::domain::ids::{ActivityId, AreaId};
use crate::domain::municipality;
use crate::domain::rating::{Degree, Dimension, Organisation};
use crate::json;
use crate::peers::classes::Class;
use crate::peers::contribution::{Consent, FORMAT, VERSION, consent_text, is_random_id};
use crate::scoring::PROVISIONAL_BELOW;

use super::is_time;
use crate::document::Problem;

use figures::Figures;

/// Finds every problem of a contribution.
#[must_use]
pub fn check(value: &Value) -> Vec<Problem> {
    let mut checker = Checker(Vec::new());
    if value.get("format").and_then(Value::as_str) != Some(FORMAT) {
        checker.add("$.format", format!("not \"{FORMAT}\""));
        return checker.0;
    }
    match value.get("version").and_then(Value::as_u64) {
        None | Some(0) => checker.add("$.version", "must be a whole number from 1"),
        Some(version) if version > u64::from(VERSION) => {
            checker.add(
                "$.version",
                format!("{version} is newer than this program knows ({VERSION})"),
            );
            return checker.0;
        }
        Some(_) => {}
    }
    checker.contribution(value);
    checker.0
}

struct Checker(Vec<Problem>);

impl Checker {
    fn add(&mut self, path: &str, text: impl Into<String>) {
        self.0.push(Problem {
            path: path.to_owned(),
            text: text.into(),
        });
    }

    fn object<'a>(
        &mut self,
        path: &str,
        value: Option<&'a Value>,
    ) -> Option<&'a Map<String, Value>> {
        let object = value.and_then(Value::as_object);
        if object.is_none() {
            self.add(path, "must be an object");
        }
        object
    }

    /// An object of which every key is known.
    fn closed<'a>(
        &mut self,
        path: &str,
        value: Option<&'a Value>,
        keys: &[&str],
    ) -> Option<&'a Map<String, Value>> {
        let object = self.object(path, value)?;
        for key in object.keys().filter(|key| !keys.contains(&key.as_str())) {
            self.add(&format!("{path}.{key}"), "there is no such key");
        }
        Some(object)
    }

    /// A value that must be there and be of its kind.
    fn required<T: DeserializeOwned>(
        &mut self,
        path: &str,
        object: &Map<String, Value>,
        key: &str,
    ) -> Option<T> {
        let Some(value) = object.get(key) else {
            self.add(&format!("{path}.{key}"), "missing");
            return None;
        };
        match json::from_value(value) {
            Ok(known) => Some(known),
            Err(error) => {
                self.add(&format!("{path}.{key}"), error.to_string());
                None
            }
        }
    }

    /// A value that may be missing, but must be of its kind when it is there.
    fn optional<T: DeserializeOwned>(
        &mut self,
        path: &str,
        object: &Map<String, Value>,
        key: &str,
    ) {
        if object.contains_key(key) {
            self.required::<T>(path, object, key);
        }
    }

    fn contribution(&mut self, value: &Value) {
        let keys = [
            "format",
            "version",
            "app",
            "made_at",
            "contribution_id",
            "year",
            "catalogue",
            "method",
            "classes",
            "areas",
            "rate_totals",
            "fte_totals",
            "activities",
            "network",
        ];
        let Some(file) = self.closed("$", Some(value), &keys) else {
            return;
        };
        self.required::<String>("$", file, "app");
        if let Some(time) = self.required::<String>("$", file, "made_at")
            && !is_time(&time)
        {
            self.add(
                "$.made_at",
                format!("\"{time}\" is no time YYYY-MM-DDTHH:MM:SSZ"),
            );
        }
        if let Some(id) = self.required::<String>("$", file, "contribution_id")
            && !is_random_id(&id)
        {
            self.add("$.contribution_id", "must be 16 to 40 of 0-9, a-f and -");
        }
        if let Some(year) = self.required::<u16>("$", file, "year")
            && field::YEAR.parse(&year.to_string()).is_err()
        {
            self.add("$.year", "must be a year from 2015 to 2100");
        }
        if let Some(version) = self.required::<String>("$", file, "catalogue")
            && version != catalogue::VERSION
        {
            let known = catalogue::VERSION;
            self.add(
                "$.catalogue",
                format!("catalogue \"{version}\" is not known; this program has {known}"),
            );
        }
        self.required::<String>("$", file, "method");
        self.classes(file.get("classes"));
        let of = Figures::of(file);
        self.areas(file.get("areas"), of);
        self.totals(file, of);
        self.activities(file.get("activities"), file.get("areas"));
        if let Some(network) = file.get("network") {
            self.network(network);
        }
    }

    fn classes(&mut self, value: Option<&Value>) {
        let keys = Class::ALL.map(Class::key);
        let Some(classes) = self.closed("$.classes", value, &keys) else {
            return;
        };
        for class in Class::ALL {
            let code = classes.get(class.key());
            let is_known = |code: &Value| class.values().iter().any(|value| code == value.code);
            if !code.is_none_or(is_known) {
                self.add(
                    &format!("$.classes.{}", class.key()),
                    "there is no such class",
                );
            }
        }
    }

    fn areas(&mut self, value: Option<&Value>, of: Figures) {
        let Some(areas) = self.object("$.areas", value) else {
            return;
        };
        if areas.is_empty() {
            self.add("$.areas", "must hold at least one area");
        }
        for (id, area) in areas {
            let path = format!("$.areas.{id}");
            if id
                .parse::<AreaId>()
                .ok()
                .and_then(catalogue::area)
                .is_none()
            {
                self.add(&path, "there is no such area");
                continue;
            }
            let keys = ["scores", "coverage", "fte", "rate"];
            let Some(area) = self.closed(&path, Some(area), &keys) else {
                continue;
            };
            self.scores(&format!("{path}.scores"), area.get("scores"));
            if let Some(coverage) = self.required::<f64>(&path, area, "coverage")
                && !(PROVISIONAL_BELOW..=1.0).contains(&coverage)
            {
                self.add(&format!("{path}.coverage"), "must be from 0.6 to 1");
            }
            for key in ["fte", "rate"] {
                self.figure(&path, area, key, of);
            }
        }
    }

    fn scores(&mut self, path: &str, value: Option<&Value>) {
        let keys = ["centralisation", "process", "solution"];
        let Some(scores) = self.closed(path, value, &keys) else {
            return;
        };
        for (key, dimension) in keys.into_iter().zip(Dimension::ALL) {
            let max = f64::from(dimension.max());
            if let Some(score) = self.required::<f64>(path, scores, key)
                && !(0.0..=max).contains(&score)
            {
                self.add(&format!("{path}.{key}"), format!("must be from 0 to {max}"));
            }
        }
    }

    fn activities(&mut self, value: Option<&Value>, areas: Option<&Value>) {
        let Some(activities) = self.object("$.activities", value) else {
            return;
        };
        for (id, answer) in activities {
            let path = format!("$.activities.{id}");
            let known = id.parse::<ActivityId>().ok().and_then(catalogue::activity);
            let Some(activity) = known else {
                self.add(&path, "there is no such activity");
                continue;
            };
            let area = activity.id.area.to_string();
            if areas.is_some_and(|areas| areas.get(&area).is_none()) {
                self.add(&path, format!("its area {area} is not in $.areas"));
            }
            let keys = ["standing", "organisation", "process", "solution"];
            if let Some(answer) = self.closed(&path, Some(answer), &keys) {
                self.optional::<Standing>(&path, answer, "standing");
                self.optional::<Organisation>(&path, answer, "organisation");
                self.optional::<Degree>(&path, answer, "process");
                self.optional::<Degree>(&path, answer, "solution");
            }
        }
    }

    fn network(&mut self, value: &Value) {
        let path = "$.network";
        let Some(network) = self.closed(path, Some(value), &["municipality", "consent"]) else {
            return;
        };
        self.municipality(network.get("municipality"));
        let path = "$.network.consent";
        let keys = ["function", "date", "version", "text"];
        let Some(value) = self.closed(path, network.get("consent"), &keys) else {
            return;
        };
        if let Some(consent) = self.required::<Consent>("$.network", network, "consent") {
            if consent.function.trim().is_empty() {
                self.add("$.network.consent.function", "must not be empty");
            }
            if field::check_date(&consent.date).is_err() {
                let date = &consent.date;
                self.add(
                    "$.network.consent.date",
                    format!("\"{date}\" is no date YYYY-MM-DD"),
                );
            }
            let known = consent_text();
            if consent.version != known.version || value.get("text") != Some(&known.text.into()) {
                self.add(
                    "$.network.consent.text",
                    format!("not the text of version {}", known.version),
                );
            }
        }
    }

    fn municipality(&mut self, value: Option<&Value>) {
        let path = "$.network.municipality";
        let keys = ["code", "name", "population", "employees"];
        let Some(municipality) = self.closed(path, value, &keys) else {
            return;
        };
        self.optional::<u32>(path, municipality, "population");
        self.optional::<u32>(path, municipality, "employees");
        let name = self.required::<String>(path, municipality, "name");
        if let Some(code) = self.required::<u16>(path, municipality, "code") {
            match municipality::by_code(code) {
                None => self.add(
                    &format!("{path}.code"),
                    format!("there is no municipality {code}"),
                ),
                Some(entry) if name.is_some_and(|name| name != entry.name) => {
                    self.add(
                        &format!("{path}.name"),
                        format!("not the name of {code}, {}", entry.name),
                    );
                }
                Some(_) => {}
            }
        }
    }
}
