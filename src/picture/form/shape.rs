//! The shapes of fields and buttons, before they are markup.

use serde_json::Value;

use super::{Button, Reading};
use crate::domain::plan::Path;

/// Fields and buttons that belong together.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Form {
    /// Unique on the page.
    pub id: String,
    /// What the fields are about; empty where a heading above says it.
    pub legend: String,
    /// The names of the columns after the first; fields stand below each other where there are
    /// none.
    pub columns: Vec<String>,
    /// The rows.
    pub rows: Vec<Row>,
}

/// One line of a form.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Row {
    /// Unique on the page.
    pub id: String,
    /// Markup of the line's head; empty where the control's own label says it.
    pub head: String,
    /// What stands beside it.
    pub cells: Vec<Cell>,
}

/// A part of a line.
#[derive(Clone, Debug, PartialEq)]
pub enum Cell {
    /// Markup of escaped texts.
    Html(String),
    /// Things to fill in or to press, side by side.
    Controls(Vec<Control>),
}

/// Something to fill in or to press.
#[derive(Clone, Debug, PartialEq)]
pub struct Control {
    /// Unique on the page.
    pub id: String,
    /// Its name; in a table it is not shown, but read aloud.
    pub label: String,
    /// What to fill in, and from where; may be empty. Of a button: what it is read aloud as, where
    /// its label says too little.
    pub hint: String,
    /// Where the value is from, in a word; may be empty.
    pub mark: String,
    /// What is wrong with what was filled in.
    pub error: Option<String>,
    /// What it is.
    pub kind: ControlKind,
}

/// What a control is.
#[derive(Clone, Debug, PartialEq)]
pub enum ControlKind {
    /// A text field.
    Text {
        /// The value's place in the plan.
        path: Path,
        /// What it holds.
        reading: Reading,
        /// What stands in it.
        shown: String,
    },
    /// One of several.
    Choice {
        /// The value's place in the plan.
        path: Path,
        /// The values, each with its name.
        options: Vec<(Option<Value>, String)>,
        /// Which one is chosen.
        chosen: usize,
    },
    /// Yes or no.
    Check {
        /// The value's place in the plan.
        path: Path,
        /// Whether it is set.
        on: bool,
        /// Whether it is set where the plan says nothing.
        usual: bool,
    },
    /// A button.
    Button(Box<Button>),
}
