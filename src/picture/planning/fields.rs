//! Fields and buttons of the planning pages: what stands in them, what is wrong with it.
//!
//! Owns how a value of the plan becomes a control, with the draft of it where there is one. Does
//! not judge whether a value fits its model; the pages add that with [`Made::wrong`].

use std::collections::BTreeMap;

use serde_json::Value;

use crate::danish::format_number;
use crate::domain::field::FieldError;
use crate::domain::plan::Path;
use crate::picture::form::shape::{Cell, Control, ControlKind, Row};
use crate::picture::form::{Button, Reading, draft_path, message};

/// A path of the plan.
pub fn path(keys: &[&str]) -> Path {
    keys.iter().map(|&key| key.to_owned()).collect()
}

/// Makes fields; knows what was typed and could not be read.
#[derive(Clone, Copy, Debug)]
pub struct Fields<'a> {
    /// The drafts of the plan.
    pub drafts: &'a BTreeMap<String, String>,
}

/// A control that is being made.
#[derive(Clone, Debug)]
pub struct Made(Control);

impl Made {
    fn new(id: String, label: &str, kind: ControlKind) -> Self {
        Self(Control {
            id,
            label: label.to_owned(),
            hint: String::new(),
            mark: String::new(),
            error: None,
            kind,
        })
    }

    /// Says what to fill in.
    pub fn hint(mut self, hint: &str) -> Self {
        hint.clone_into(&mut self.0.hint);
        self
    }

    /// Says in a word where the value is from.
    pub fn mark(mut self, mark: &str) -> Self {
        mark.clone_into(&mut self.0.mark);
        self
    }

    /// Says what is wrong; what cannot even be read comes first.
    pub fn wrong(mut self, error: Option<String>) -> Self {
        self.0.error = self.0.error.or(error);
        self
    }

    /// As a cell of a row.
    pub fn cell(self) -> Cell {
        Cell::Controls(vec![self.0])
    }

    /// As a row of its own.
    pub fn row(self) -> Row {
        Row {
            id: format!("{}-row", self.0.id),
            head: String::new(),
            cells: vec![self.cell()],
        }
    }
}

/// Cells of controls as one.
pub fn together(cells: Vec<Cell>) -> Cell {
    let controls = cells.into_iter().flat_map(|cell| match cell {
        Cell::Controls(controls) => controls,
        Cell::Html(_) => Vec::new(),
    });
    Cell::Controls(controls.collect())
}

/// An id of an element for a path.
fn id_of(path: &[String]) -> String {
    path.join("-").replace('.', "-")
}

impl Fields<'_> {
    fn text(self, label: &str, path: Path, reading: Reading, shown: String) -> Made {
        let draft = self.drafts.get(&draft_path(&path)[1]);
        let error = draft.map(|draft| why_unread(reading, draft));
        let kind = ControlKind::Text {
            path: path.clone(),
            reading,
            shown: draft.cloned().unwrap_or(shown),
        };
        Made::new(id_of(&path), label, kind).wrong(error)
    }

    /// A number.
    pub fn number(self, label: &str, path: Path, value: Option<f64>) -> Made {
        let shown = value.map(shown_number).unwrap_or_default();
        self.text(label, path, Reading::Number, shown)
    }

    /// A whole number of a range.
    pub fn whole(self, label: &str, path: Path, range: (u32, u32), value: Option<u32>) -> Made {
        let (min, max) = range;
        let shown = value.map(|value| value.to_string()).unwrap_or_default();
        self.text(label, path, Reading::Whole { min, max }, shown)
    }

    /// A line of text.
    pub fn line(self, label: &str, path: Path, value: Option<&str>) -> Made {
        let shown = value.unwrap_or_default().to_owned();
        self.text(label, path, Reading::Line, shown)
    }

    /// Several lines of text.
    pub fn lines(self, label: &str, path: Path, value: Option<&str>) -> Made {
        let shown = value.unwrap_or_default().to_owned();
        self.text(label, path, Reading::Lines, shown)
    }

    /// A day.
    pub fn day(self, label: &str, path: Path, value: Option<&str>) -> Made {
        let shown = value.unwrap_or_default().to_owned();
        self.text(label, path, Reading::Day, shown)
    }
}

/// One of several; `value` is what is kept now, and none of them where it is not among them.
pub fn choice(
    label: &str,
    path: Path,
    options: Vec<(Option<Value>, String)>,
    value: Option<&Value>,
) -> Made {
    let chosen = options.iter().position(|(one, _)| one.as_ref() == value);
    let id = id_of(&path);
    let kind = ControlKind::Choice {
        path,
        options,
        chosen: chosen.unwrap_or_default(),
    };
    Made::new(id, label, kind)
}

/// Yes or no.
pub fn check(label: &str, path: Path, on: bool) -> Made {
    let usual = false;
    Made::new(id_of(&path), label, ControlKind::Check { path, on, usual })
}

/// Yes unless it is taken away.
pub fn unchecked(label: &str, path: Path, on: bool) -> Made {
    let usual = true;
    Made::new(id_of(&path), label, ControlKind::Check { path, on, usual })
}

/// More decimals than anybody types, and fewer than binary fractions show.
const DECIMALS: u8 = 6;

/// A number as it stands in its field: with all its decimals that mean something.
fn shown_number(value: f64) -> String {
    let text = format_number(value, DECIMALS);
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}

fn why_unread(reading: Reading, draft: &str) -> String {
    let error = match reading {
        Reading::Whole { min, max } => crate::domain::field::Kind::Whole { min, max }
            .parse(draft)
            .err()
            .unwrap_or(FieldError::NotANumber),
        _ => FieldError::NotANumber,
    };
    message(error)
}

/// A button.
pub fn button(id: &str, label: &str) -> Pressable {
    Pressable {
        id: id.to_owned(),
        label: label.to_owned(),
        said: String::new(),
        button: Button::default(),
    }
}

/// A button that is being made.
#[derive(Clone, Debug)]
pub struct Pressable {
    id: String,
    label: String,
    said: String,
    button: Button,
}

impl Pressable {
    /// It puts a value in the plan, or takes it away.
    pub fn sets(mut self, keys: &[&str], value: Option<Value>) -> Self {
        self.button.sets.push((path(keys), value));
        self
    }

    /// The element of this id has the focus afterwards.
    pub fn focus(mut self, id: &str) -> Self {
        id.clone_into(&mut self.button.focus);
        self
    }

    /// The field of a path has the focus afterwards.
    pub fn focus_field(self, keys: &[&str]) -> Self {
        let id = id_of(&path(keys));
        self.focus(&id)
    }

    /// It is told when it is done.
    pub fn says(mut self, text: impl Into<String>) -> Self {
        self.button.says = text.into();
        self
    }

    /// It leads on.
    pub fn then(mut self, href: String) -> Self {
        self.button.then = href;
        self
    }

    /// It asks first.
    pub fn confirm(mut self, question: impl Into<String>) -> Self {
        self.button.confirm = question.into();
        self
    }

    /// What it is read aloud as, where its label says too little.
    pub fn said(mut self, text: &str) -> Self {
        text.clone_into(&mut self.said);
        self
    }

    /// It is the thing to do next.
    pub const fn primary(mut self) -> Self {
        self.button.primary = true;
        self
    }

    /// As a cell of a row.
    pub fn cell(self) -> Cell {
        Made::new(
            self.id,
            &self.label,
            ControlKind::Button(Box::new(self.button)),
        )
        .hint(&self.said)
        .cell()
    }

    /// As a row of its own.
    pub fn row(self) -> Row {
        Row {
            id: format!("{}-row", self.id),
            head: String::new(),
            cells: vec![self.cell()],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_shows_its_draft_and_what_is_wrong_with_it() {
        let at = path(&["goals", "g1", "year"]);
        let drafts = BTreeMap::from([("goals/g1/year".to_owned(), "0".to_owned())]);
        let fields = Fields { drafts: &drafts };
        let Cell::Controls(made) = fields.whole("År", at, (2020, 2100), Some(2027)).cell() else {
            panic!("not a control");
        };
        assert_eq!(
            made[0].error.as_deref(),
            Some("Skriv et år mellem 2020 og 2100.")
        );
        let ControlKind::Text { shown, .. } = &made[0].kind else {
            panic!("not a text");
        };
        assert_eq!(shown, "0");
    }
}
