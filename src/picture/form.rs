//! What can be filled in or pressed on a page that the worker makes.
//!
//! Owns what each field and button stands for: a value of the plan. It stands as an [`Act`] in the
//! markup of its element, made by the worker ([`markup`]); the app turns what is typed into an edit
//! with [`Act::edit`], which only reads numbers. Does not judge values: the worker does, when it
//! makes the page again.

#[cfg(feature = "documents")]
pub mod markup;
#[cfg(feature = "documents")]
pub mod shape;

use serde::Serialize;
use serde_json::Value;

use crate::danish::{format_number, parse_number};
use crate::domain::edit::Edit;
use crate::domain::field::{FieldError, Kind};
use crate::domain::plan::Path;
use crate::json;

/// What a field or a button does.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Act {
    /// A text field puts what is typed in the plan.
    Enter(Path, Reading),
    /// A select puts the value of the chosen option in the plan.
    Choose(Path, Vec<Option<Value>>),
    /// A checkbox puts `true` in the plan, or takes it away.
    Check(Path),
    /// A checkbox that is checked unless its value is `false`.
    Uncheck(Path),
    /// A button that does something with the page as a whole, by its name; see
    /// [`crate::picture::Block`].
    Do(String),
    /// A button.
    Press(Button),
    /// A link that moves the focus to the element of an id.
    Focus(String),
}

/// What somebody did with a field or a button.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Given {
    /// What stands in the field; of a select the number of the option.
    pub text: String,
    /// Whether a checkbox is checked.
    pub checked: bool,
}

impl Act {
    /// Reads what an element bears; by hand, which is a quarter of what a derived reader weighs on
    /// the start.
    #[must_use]
    pub fn read(text: &str) -> Option<Self> {
        let value = json::value(text).ok()?;
        let (kind, content) = value.as_object()?.iter().next()?;
        Some(match kind.as_str() {
            "enter" => Self::Enter(path_of(&content[0])?, Reading::of(&content[1])?),
            "choose" => {
                let values = content[1].as_array()?;
                Self::Choose(path_of(&content[0])?, values.iter().map(some).collect())
            }
            "check" => Self::Check(path_of(content)?),
            "uncheck" => Self::Uncheck(path_of(content)?),
            "do" => Self::Do(content.as_str()?.to_owned()),
            "focus" => Self::Focus(content.as_str()?.to_owned()),
            "press" => Self::Press(Button::of(content)?),
            _ => return None,
        })
    }

    /// The edit for what was done.
    #[must_use]
    pub fn edit(&self, given: &Given) -> Edit {
        match self {
            Self::Enter(path, reading) => entered(path, *reading, &given.text),
            Self::Choose(path, values) => {
                let index: Option<usize> = given.text.parse().ok();
                set(
                    path,
                    index.and_then(|index| values.get(index).cloned().flatten()),
                )
            }
            Self::Check(path) => set(path, given.checked.then(|| true.into())),
            Self::Uncheck(path) => set(path, (!given.checked).then(|| false.into())),
            Self::Focus(_) | Self::Do(_) => Edit::Batch { edits: Vec::new() },
            Self::Press(button) => Edit::Batch {
                edits: button
                    .sets
                    .iter()
                    .map(|(path, value)| set(path, value.clone()))
                    .collect(),
            },
        }
    }
}

fn path_of(value: &Value) -> Option<Path> {
    let keys = value.as_array()?.iter();
    keys.map(|key| key.as_str().map(str::to_owned)).collect()
}

fn some(value: &Value) -> Option<Value> {
    (!value.is_null()).then(|| value.clone())
}

fn set(path: &[String], value: Option<Value>) -> Edit {
    Edit::SetInPlan {
        path: path.to_vec(),
        value,
    }
}

/// What a text field holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Reading {
    /// Any number.
    Number,
    /// A whole number of a range.
    Whole {
        /// The smallest.
        min: u32,
        /// The largest.
        max: u32,
    },
    /// A line of text.
    Line,
    /// Several lines of text.
    Lines,
    /// A day, `YYYY-MM-DD`.
    Day,
}

/// A button that changes the plan, or leads on.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Button {
    /// Shown as the thing to do next.
    #[serde(skip)]
    pub primary: bool,
    /// What it puts where in the plan.
    pub sets: Vec<(Path, Option<Value>)>,
    /// What is asked before it is done; empty where nothing is lost.
    pub confirm: String,
    /// The address to go to after it; empty where the page stays.
    pub then: String,
    /// What it is called.
    pub label: String,
    /// The id of the element that has the focus afterwards; empty where the button keeps it.
    pub focus: String,
    /// What is read aloud when it is done; may be empty.
    pub says: String,
}

/// The place of a text that could not be read.
#[must_use]
pub fn draft_path(path: &[String]) -> Path {
    vec!["drafts".to_owned(), path.join("/")]
}

impl Button {
    fn of(value: &Value) -> Option<Self> {
        let text = |key: &str| value[key].as_str().map(str::to_owned);
        let sets = value["sets"].as_array()?.iter();
        let sets = sets.map(|set| Some((path_of(&set[0])?, some(&set[1]))));
        Some(Self {
            primary: false,
            sets: sets.collect::<Option<_>>()?,
            confirm: text("confirm")?,
            then: text("then")?,
            label: text("label")?,
            focus: text("focus")?,
            says: text("says")?,
        })
    }
}

impl Reading {
    fn of(value: &Value) -> Option<Self> {
        let limit = |key: &str| value["whole"][key].as_u64()?.try_into().ok();
        Some(match value.as_str() {
            Some("number") => Self::Number,
            Some("line") => Self::Line,
            Some("lines") => Self::Lines,
            Some("day") => Self::Day,
            Some(_) => return None,
            None => Self::Whole {
                min: limit("min")?,
                max: limit("max")?,
            },
        })
    }

    /// Reads a text; none of an empty one.
    ///
    /// # Errors
    /// Where it cannot be read; why is said when the page is made.
    #[allow(
        clippy::result_unit_err,
        reason = "the worker reads it again to say why"
    )]
    pub fn read(self, text: &str) -> Result<Option<Value>, ()> {
        let text = text.trim();
        if text.is_empty() {
            return Ok(None);
        }
        match self {
            Self::Number => {
                let number = parse_number(without_unit(text)).map_err(|_| ())?;
                Ok(Some(serde_json::Number::from_f64(number).ok_or(())?.into()))
            }
            Self::Whole { min, max } => {
                let whole = Kind::Whole { min, max }.parse_whole(text).map_err(|_| ())?;
                Ok(whole.map(Value::from))
            }
            Self::Line | Self::Lines | Self::Day => Ok(Some(text.into())),
        }
    }
}

/// What is wrong and what to do.
#[must_use]
pub fn message(error: FieldError) -> String {
    match error {
        FieldError::NotANumber => "Skriv et tal, fx 1.250 eller 4,5.".to_owned(),
        FieldError::Negative => "Tallet kan ikke være negativt. Skriv 0 eller derover.".to_owned(),
        FieldError::NotWhole => "Skriv et helt tal uden decimaler.".to_owned(),
        FieldError::TooPrecise => "Skriv højst to decimaler.".to_owned(),
        FieldError::OutOfRange { min, max } if min >= 1900 && max <= 2100 => {
            format!("Skriv et år mellem {min} og {max}.")
        }
        FieldError::OutOfRange { min, max } => format!(
            "Skriv et tal mellem {} og {}.",
            format_number(f64::from(min), 0),
            format_number(f64::from(max), 0)
        ),
        FieldError::NotADate => "Vælg en dato, der findes.".to_owned(),
        FieldError::Sum { sum } if sum < 100 => {
            format!("Fordelingen giver {sum} %. Der mangler {} %.", 100 - sum)
        }
        FieldError::Sum { sum } => {
            format!(
                "Fordelingen giver {sum} %. Det er {} % for meget.",
                sum - 100
            )
        }
    }
}

/// A number as people type it: `10 %`, `1.000 kr.`
fn without_unit(text: &str) -> &str {
    let unit = ["%", "kr.", "kr"]
        .iter()
        .find_map(|unit| text.strip_suffix(unit));
    unit.unwrap_or(text).trim_end()
}

/// The edit for what was typed: the value, or a draft where it cannot be read. A draft leaves no
/// value: nothing is computed with a number that no longer stands in its field.
fn entered(path: &[String], reading: Reading, text: &str) -> Edit {
    let (value, draft) = match reading.read(text) {
        Ok(value) => (value, None),
        Err(()) => (None, Some(text.trim().into())),
    };
    Edit::Batch {
        edits: vec![set(path, value), set(&draft_path(path), draft)],
    }
}

#[cfg(test)]
mod tests;
