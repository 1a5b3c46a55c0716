//! Contribution files: what a municipality hands over to a dataset.
//!
//! Owns the checks of the format `kommunebenchmark-contribution`, every problem with its JSON
//! path. Stricter than a survey: a key that is not known is refused, so that a contribution can
//! hold nothing but what the municipality agreed to. What it holds is in
//! [`crate::peers::contribution`]. The JSON Schema in `public/schema/` says the same; a test holds
//! the two together.

mod check;

use serde_json::Value;

use crate::domain::field;
use crate::json;
use crate::peers::contribution::Contribution;

use super::Problem;

pub use check::check;

/// Writes a contribution as a file.
///
/// # Panics
/// Never: a contribution always has a JSON form.
#[must_use]
pub fn write(contribution: &Contribution) -> String {
    serde_json::to_string(contribution).expect("a contribution has a JSON form")
}

/// Reads a contribution and checks its content.
///
/// # Errors
/// Every problem with its JSON path.
pub fn read(text: &str) -> Result<Contribution, Vec<Problem>> {
    let problem = |text: String| {
        vec![Problem {
            path: "$".to_owned(),
            text,
        }]
    };
    let value = json::value(text).map_err(|error| problem(format!("not JSON ({error})")))?;
    from_value(&value)
}

/// As [`read`], of what is JSON already.
///
/// # Errors
/// Every problem with its JSON path.
pub fn from_value(value: &Value) -> Result<Contribution, Vec<Problem>> {
    let problems = check(value);
    if !problems.is_empty() {
        return Err(problems);
    }
    json::from_value(value).map_err(|error| {
        vec![Problem {
            path: "$".to_owned(),
            text: error.to_string(),
        }]
    })
}

/// An RFC 3339 time in UTC, so that times can be compared as texts.
fn is_time(text: &str) -> bool {
    let Some((date, time)) = text.strip_suffix('Z').and_then(|text| text.split_once('T')) else {
        return false;
    };
    let (time, fraction) = time.split_once('.').unwrap_or((time, "0"));
    let digits = |text: &str| !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit());
    let parts: Vec<&str> = time.split(':').collect();
    let below = |text: &str, limit: u8| {
        text.len() == 2 && digits(text) && text.parse::<u8>().is_ok_and(|number| number < limit)
    };
    field::check_date(date).is_ok()
        && digits(fraction)
        && fraction.len() <= 9
        && matches!(parts[..], [h, m, s] if below(h, 24) && below(m, 60) && below(s, 60))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_times_in_utc_are_times() {
        for right in ["2026-11-22T10:15:00Z", "2026-11-22T23:59:59.999Z"] {
            assert!(is_time(right), "{right}");
        }
        for wrong in [
            "2026-11-22",
            "2026-11-22T10:15:00",
            "2026-11-22T10:15:00+01:00",
            "2026-02-30T10:15:00Z",
            "2026-11-22T24:15:00Z",
            "2026-11-22T10:15Z",
            "2026-11-22T10:15:00.Z",
            "2026-11-22T10:15:00Anna Z",
        ] {
            assert!(!is_time(wrong), "{wrong}");
        }
    }
}
