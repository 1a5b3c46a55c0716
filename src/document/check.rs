//! Every problem of a survey file, with its JSON path.
//!
//! Works on the JSON itself, so that all problems are found at once and each can be named by its
//! place. The JSON Schema in `public/schema/` says the same to other programs; a test holds the
//! two together.

use std::collections::BTreeMap;
use std::fmt;

use serde::de::DeserializeOwned;
use serde_json::{Map, Value};

use crate::domain::amount::Amount;
use crate::domain::answer::{Answer, Estimate};
use crate::domain::catalogue;
use crate::domain::field::{self, Kind};
use crate::domain::ids::{ActivityId, AreaId, UnitId};
use crate::domain::part::Part;
use crate::domain::profile::Profile;
use crate::domain::staff::StaffRow;
use crate::domain::unit::Unit;
use crate::json;

/// One thing that is wrong in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problem {
    /// Where, as a JSON path: `$.rounds[0].answers.central.E01.03`.
    pub path: String,
    /// What, in English.
    pub text: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // One line, whatever a hostile key or text holds.
        let escaped = |c: char| {
            if c.is_control() {
                c.escape_default().to_string()
            } else {
                c.to_string()
            }
        };
        let line: String = format!("{}: {}", self.path, self.text)
            .chars()
            .map(escaped)
            .collect();
        f.write_str(&line)
    }
}

struct Checker(Vec<Problem>);

/// Finds every problem of a survey file.
#[must_use]
pub fn check(value: &Value) -> Vec<Problem> {
    let mut checker = Checker(Vec::new());
    let Some(survey) = checker.object("$", value) else {
        return checker.0;
    };
    if survey
        .get("version")
        .and_then(Value::as_u64)
        .is_none_or(|version| version == 0)
    {
        checker.add("$.version", "must be a whole number from 1");
    }
    checker.known::<String>("$.app", survey.get("app"));
    checker.known::<String>("$.saved_at", survey.get("saved_at"));
    if !matches!(survey.get("id"), Some(Value::String(id)) if !id.is_empty()) {
        checker.add("$.id", "must be a text that is not empty");
    }
    if let Some(municipality) = survey.get("municipality") {
        checker.municipality(municipality);
    }
    if let Some(id) = survey.get("contribution_id")
        && id.as_str().is_none_or(str::is_empty)
    {
        checker.add("$.contribution_id", "must be a text that is not empty");
    }
    checker.known::<bool>("$.example", survey.get("example"));
    checker.known::<Map<String, Value>>("$.plan", survey.get("plan"));
    checker.part(survey.get("part"));
    match survey.get("rounds").and_then(Value::as_array) {
        None => checker.add("$.rounds", "must be a list"),
        Some(rounds) if rounds.is_empty() => {
            checker.add("$.rounds", "must hold at least one round");
        }
        Some(rounds) => checker.rounds(rounds),
    }
    checker.0
}

impl Checker {
    fn add(&mut self, path: &str, text: impl Into<String>) {
        self.0.push(Problem {
            path: path.to_owned(),
            text: text.into(),
        });
    }

    fn object<'a>(&mut self, path: &str, value: &'a Value) -> Option<&'a Map<String, Value>> {
        let object = value.as_object();
        if object.is_none() {
            self.add(path, "must be an object");
        }
        object
    }

    /// A key that may be missing, but must be of its kind when it is there.
    fn known<T: DeserializeOwned>(&mut self, path: &str, value: Option<&Value>) -> Option<T> {
        match json::from_value(value?) {
            Ok(known) => Some(known),
            Err(error) => {
                self.add(path, error.to_string());
                None
            }
        }
    }

    fn municipality(&mut self, value: &Value) {
        let Some(municipality) = self.object("$.municipality", value) else {
            return;
        };
        if !municipality.get("name").is_some_and(Value::is_string) {
            self.add("$.municipality.name", "must be a text");
        }
        if let Some(code) = self.known::<u16>("$.municipality.code", municipality.get("code"))
            && crate::domain::municipality::by_code(code).is_none()
        {
            self.add(
                "$.municipality.code",
                format!("there is no municipality {code}"),
            );
        }
    }

    fn part(&mut self, value: Option<&Value>) {
        let Some(part) = self.known::<Part>("$.part", value) else {
            return;
        };
        for id in part.activities.iter().chain(part.base.keys()) {
            if catalogue::activity(*id).is_none() {
                self.add(
                    &format!("$.part.activities.{id}"),
                    "there is no such activity",
                );
            }
        }
        if let Some(date) = part.deadline
            && field::check_date(&date).is_err()
        {
            self.add(
                "$.part.deadline",
                format!("\"{date}\" is no date YYYY-MM-DD"),
            );
        }
    }

    fn rounds(&mut self, rounds: &[Value]) {
        let mut ids: Vec<&str> = Vec::new();
        for (index, round) in rounds.iter().enumerate() {
            let path = format!("$.rounds[{index}]");
            let Some(round) = self.object(&path, round) else {
                continue;
            };
            match round.get("id").and_then(Value::as_str) {
                Some(id) if ids.contains(&id) => {
                    self.add(&format!("{path}.id"), format!("\"{id}\" is used twice"));
                }
                Some(id) => ids.push(id),
                None => self.add(&format!("{path}.id"), "must be a text"),
            }
            self.round(&path, round);
        }
    }

    fn round(&mut self, path: &str, round: &Map<String, Value>) {
        let at = |key: &str| format!("{path}.{key}");
        match round.get("year").and_then(Value::as_u64) {
            Some(year) if field::YEAR.parse(&year.to_string()).is_ok() => {}
            _ => self.add(&at("year"), "must be a year from 2015 to 2100"),
        }
        match round.get("catalogue").and_then(Value::as_str) {
            Some(catalogue::VERSION) => {}
            Some(other) => self.add(
                &at("catalogue"),
                format!(
                    "catalogue \"{other}\" is not known; this program has {}",
                    catalogue::VERSION
                ),
            ),
            None => self.add(&at("catalogue"), "must be a text"),
        }
        if !round.get("method").is_some_and(Value::is_string) {
            self.add(&at("method"), "must be a text");
        }
        self.profile(&at("profile"), round.get("profile"));
        if let Some(date) = self.known::<String>(&at("staff_date"), round.get("staff_date"))
            && field::check_date(&date).is_err()
        {
            self.add(
                &at("staff_date"),
                format!("\"{date}\" is no date YYYY-MM-DD"),
            );
        }
        self.known::<Amount>(&at("staff_total"), round.get("staff_total"));
        self.known::<BTreeMap<String, String>>(&at("drafts"), round.get("drafts"));
        if let Some(answers) = round.get("answers") {
            self.answers(&at("answers"), answers);
        }
        self.known::<BTreeMap<UnitId, Unit>>(&at("units"), round.get("units"));
        if let Some(estimates) = round.get("estimates") {
            self.estimates(&at("estimates"), estimates);
        }
        if let Some(staff) = round.get("staff") {
            self.staff(&at("staff"), staff);
        }
    }

    fn profile(&mut self, path: &str, value: Option<&Value>) {
        let Some(profile) = self.known::<Profile>(path, value) else {
            return;
        };
        let operation = &profile.operation;
        let mut percent = |key: &str, value: Option<u8>| {
            let path = format!("{path}.operation.{key}");
            self.within(&path, value.map(f64::from), field::PERCENT);
        };
        percent("auto_posting", operation.auto_posting);
        percent("auto_receipt", operation.auto_receipt);
    }

    fn answers(&mut self, path: &str, value: &Value) {
        let Some(units) = self.object(path, value) else {
            return;
        };
        for (unit, answers) in units {
            let path = format!("{path}.{unit}");
            let Some(answers) = self.object(&path, answers) else {
                continue;
            };
            for (id, answer) in answers {
                let path = format!("{path}.{id}");
                match id.parse::<ActivityId>() {
                    Ok(id) if catalogue::activity(id).is_some() => {
                        self.known::<Answer>(&path, Some(answer));
                    }
                    _ => self.add(&path, "there is no such activity"),
                }
            }
        }
    }

    fn estimates(&mut self, path: &str, value: &Value) {
        let Some(estimates) = self.object(path, value) else {
            return;
        };
        for (id, estimate) in estimates {
            let path = format!("{path}.{id}");
            if is_area(id) {
                self.known::<Estimate>(&path, Some(estimate));
            } else {
                self.add(&path, "there is no such area");
            }
        }
    }

    fn within(&mut self, path: &str, value: Option<f64>, kind: Kind) {
        let max = match kind {
            Kind::Whole { max, .. } | Kind::Decimal { max } => max,
        };
        if value.is_some_and(|value| value > f64::from(max)) {
            self.add(path, format!("must be at most {max}"));
        }
    }

    /// The ranges are those of the fields in the app; within them no sum can overflow.
    fn staff_numbers(&mut self, path: &str, row: &StaffRow) {
        let mut within = |key: &str, value: Option<f64>, kind: Kind| {
            self.within(&format!("{path}.{key}"), value, kind);
        };
        within("fte", row.fte.map(Amount::to_f64), field::FTE);
        within("number", row.number.map(f64::from), field::COUNT);
        within(
            "hours_per_week",
            row.hours_per_week.map(Amount::to_f64),
            field::HOURS,
        );
        within("kr", row.kr.map(f64::from), field::KR);
    }

    fn staff(&mut self, path: &str, value: &Value) {
        let Some(rows) = value.as_array() else {
            self.add(path, "must be a list");
            return;
        };
        let mut ids = Vec::new();
        for (index, row) in rows.iter().enumerate() {
            let path = format!("{path}[{index}]");
            let Some(row) = self.known::<StaffRow>(&path, Some(row)) else {
                continue;
            };
            if ids.contains(&row.id) {
                self.add(&format!("{path}.id"), format!("{} is used twice", row.id.0));
            }
            ids.push(row.id);
            self.staff_numbers(&path, &row);
            for &area in row.areas.keys() {
                if catalogue::area(area).is_none() {
                    self.add(&format!("{path}.areas.{area}"), "there is no such area");
                }
            }
            if row.percent_placed() > 100 {
                self.add(
                    &format!("{path}.areas"),
                    format!("sums to {} %, more than 100 %", row.percent_placed()),
                );
            }
        }
    }
}

fn is_area(id: &str) -> bool {
    id.parse::<AreaId>()
        .is_ok_and(|id| catalogue::area(id).is_some())
}
