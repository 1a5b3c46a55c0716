//! What a file or a pasted block would change, before anything is changed.
//!
//! Owns the shape that the app shows and answers: each item is one place of the survey with the
//! values that can stand there. Taking some of them is one [`Edit`], so one undo takes it back.
//! Does not find out what has changed; see the readers and the merge beside this module.

use serde::{Deserialize, Serialize};

use crate::domain::edit::Edit;

/// What an item is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Nature {
    /// Nothing stood there.
    New,
    /// Something else stood there, and there is one other value.
    Changed,
    /// Two or more who both answered say different things: the user must choose.
    Conflict,
}

/// A value that can be taken.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Choice {
    /// Whose it is or what taking it does, in Danish: "Bogholderiet, 3. december 2026".
    pub label: String,
    /// The value in words.
    pub value: String,
    /// What is changed by taking it; none keeps what is there.
    pub edit: Option<Edit>,
}

/// One place of the survey.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// What it is.
    pub nature: Nature,
    /// Where it belongs: the title of the area, or "Kommune", "Bemanding".
    pub group: String,
    /// What it is about: the activity's number and title.
    pub title: String,
    /// What stands there now, in words; empty where nothing does.
    pub now: String,
    /// What stood there when the part was sent, in words, where that is known.
    pub origin: Option<String>,
    /// What can be taken.
    pub choices: Vec<Choice>,
}

/// Something that cannot be read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Unread {
    /// Where: the file, sheet and cell.
    pub place: String,
    /// What stands there.
    pub found: String,
    /// What was expected, or what to do, in Danish.
    pub expected: String,
}

/// Everything that would change.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Preview {
    /// What comes in, one line each: file, function, when.
    pub sources: Vec<String>,
    /// What would change.
    pub items: Vec<Item>,
    /// What cannot be read.
    pub unread: Vec<Unread>,
    /// What else there is to know, one sentence each.
    pub notes: Vec<String>,
    /// How many answers are the same as those that are here.
    pub same: usize,
}

impl Item {
    /// The choice that stands until the user chooses: the one there is; none of a conflict.
    #[must_use]
    pub fn first_choice(&self) -> Option<usize> {
        match self.nature {
            Nature::New | Nature::Changed => Some(0),
            Nature::Conflict => None,
        }
    }
}

impl Preview {
    /// One edit of what was chosen, item by item; none where that changes nothing.
    #[must_use]
    pub fn edit(&self, chosen: &[Option<usize>]) -> Option<Edit> {
        let edits: Vec<Edit> = self
            .items
            .iter()
            .zip(chosen)
            .filter_map(|(item, choice)| item.choices.get((*choice)?)?.edit.clone())
            .collect();
        (!edits.is_empty()).then_some(Edit::Batch { edits })
    }
}
