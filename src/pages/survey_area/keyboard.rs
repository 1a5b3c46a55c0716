//! The keys of the table: a digit or letter sets and moves on, up and down change the row.
//!
//! Left, right and Tab are the browser's own. Keys count only inside a cell, so that nobody
//! triggers them by accident or while writing.

use leptos::ev::KeyboardEvent;
use leptos::prelude::*;

use crate::components::erased::view;
use crate::domain::answer::{Answer, Standing};
use crate::domain::ids::ActivityId;
use crate::platform::page;

use super::Sheet;
use super::cell::{self, Column, change};

/// Takes a key that was pressed somewhere in the table.
pub(super) fn handle(sheet: Sheet, event: &KeyboardEvent) {
    let Some((id, column)) = Column::of_option(&page::focused_id()) else {
        return;
    };
    let key = event.key();
    if event.ctrl_key() || event.meta_key() || event.alt_key() {
        if with_control(sheet, event, &key, id, column) {
            event.prevent_default();
        }
        return;
    }
    let handled = match key.as_str() {
        "ArrowUp" => move_row(sheet, id, column, -1),
        "ArrowDown" => move_row(sheet, id, column, 1),
        "Delete" | "Backspace" => {
            cell::set(sheet, id, column, None);
            true
        }
        "F2" => {
            sheet.toggle_detail(id);
            true
        }
        "?" => {
            sheet.toggle_help(id);
            true
        }
        "i" | "I" => stand(sheet, id, column, Standing::NotRelevant),
        "v" | "V" => stand(sheet, id, column, Standing::Unknown),
        other => match index_of(column, other) {
            Some(index) => {
                cell::set(sheet, id, column, Some(index));
                move_on(sheet, id, column);
                true
            }
            None => false,
        },
    };
    if handled {
        event.prevent_default();
    }
}

/// Keys with Ctrl (or Cmd).
fn with_control(
    sheet: Sheet,
    event: &KeyboardEvent,
    key: &str,
    id: ActivityId,
    column: Column,
) -> bool {
    if event.alt_key() {
        return false;
    }
    match (key, event.shift_key()) {
        ("d" | "D", false) => copy_from_above(sheet, id, column),
        ("z" | "Z", false) => sheet.app.undo(),
        ("z" | "Z", true) | ("y" | "Y", false) => sheet.app.redo(),
        _ => return false,
    }
    true
}

/// The choice that a key means in a column.
fn index_of(column: Column, key: &str) -> Option<usize> {
    let keys: &[&str] = match column {
        Column::Organisation => &["1", "2", "3", "4", "5"],
        Column::Solution | Column::Process => &["m", "d", "f"],
    };
    keys.iter().position(|one| one.eq_ignore_ascii_case(key))
}

/// To the next cell of the row, or to the first of the next row.
fn move_on(sheet: Sheet, id: ActivityId, column: Column) {
    match column.next() {
        Some(next) => sheet.focus(id, next),
        None => {
            if let Some(below) = sheet.neighbour(id, 1) {
                sheet.focus(below, Column::Organisation);
            }
        }
    }
}

fn move_row(sheet: Sheet, id: ActivityId, column: Column, step: isize) -> bool {
    if let Some(other) = sheet.neighbour(id, step) {
        sheet.focus(other, column);
    }
    true
}

/// Sets or takes back "ikke relevant" or "ved ikke"; setting it moves to the next row.
fn stand(sheet: Sheet, id: ActivityId, column: Column, standing: Standing) -> bool {
    let app = sheet.app;
    let is_set = app.peek_answer(id).standing == standing;
    let wanted = if is_set { Standing::Asked } else { standing };
    app.edit(change(app, &[id], |answer| answer.standing = wanted));
    if is_set {
        return true;
    }
    move_row(sheet, id, column, 1)
}

/// "Som ovenfor": the cell takes what the shown row above has.
fn copy_from_above(sheet: Sheet, id: ActivityId, column: Column) {
    let Some(above) = sheet.neighbour(id, -1) else {
        return;
    };
    let above = sheet.app.peek_answer(above);
    let edit = change(sheet.app, &[id], |answer: &mut Answer| match column {
        Column::Organisation if above.organisation.is_some() => {
            answer.organisation = above.organisation;
            answer.standing = Standing::Asked;
        }
        Column::Solution if above.solution.is_some() => {
            answer.solution = above.solution;
            answer.standing = Standing::Asked;
        }
        Column::Process if above.process.is_some() => {
            answer.process = above.process;
            answer.standing = Standing::Asked;
        }
        _ => {}
    });
    sheet.app.edit(edit);
    move_row(sheet, id, column, 1);
}

/// The keys, told below the table.
#[component]
pub(super) fn KeyHints() -> impl IntoView {
    view! {
        <p class="key-hints no-print">
            <kbd>"1"</kbd> "–" <kbd>"4"</kbd> " niveau · " <kbd>"5"</kbd> " eksternt · " <kbd>"M"</kbd>
            " " <kbd>"D"</kbd> " " <kbd>"F"</kbd> " grad · " <kbd>"↑"</kbd> " " <kbd>"↓"</kbd>
            " række · " <kbd>"Ctrl"</kbd> "+" <kbd>"D"</kbd> " som ovenfor · " <kbd>"I"</kbd>
            " ikke relevant · " <kbd>"V"</kbd> " ved ikke · " <kbd>"Delete"</kbd> " slet svaret · "
            <kbd>"F2"</kbd> " fordeling og bemærkning · " <kbd>"?"</kbd> " hjælp"
        </p>
    }
}
