//! What rows of answers would change in a survey.

use std::collections::BTreeMap;

use super::cell::CellProblem;
use super::statement::Statement;
use crate::document::description;
use crate::document::preview::{Choice, Item, Nature, Preview, Unread};
use crate::domain::answer::Answer;
use crate::domain::assessment::Round;
use crate::domain::catalogue;
use crate::domain::edit::Edit;
use crate::domain::ids::UnitId;

/// Lays statements beside the answers of a round: what is new, what is changed, what cannot be
/// read. `unit` is whose answers they are.
#[must_use]
pub fn propose(
    statements: &[Statement],
    problems: &[CellProblem],
    round: &Round,
    unit: &UnitId,
) -> Preview {
    let mut preview = Preview {
        unread: problems.iter().map(unread).collect(),
        ..Preview::default()
    };
    let nothing = Answer::default();
    for statement in statements {
        let old = round.answer(unit, statement.activity).unwrap_or(&nothing);
        let new = statement.applied_to(old);
        if new == *old {
            preview.same += 1;
        } else {
            preview.items.push(item(statement, old, new, round, unit));
        }
    }
    preview
}

fn unread(problem: &CellProblem) -> Unread {
    let place = match problem.sheet.as_str() {
        "" => format!("Celle {}", problem.cell),
        sheet => format!("{sheet}, celle {}", problem.cell),
    };
    Unread {
        place,
        found: problem.found.clone(),
        expected: problem.expected.clone(),
    }
}

fn item(statement: &Statement, old: &Answer, new: Answer, round: &Round, unit: &UnitId) -> Item {
    let id = statement.activity;
    let mut answers = BTreeMap::new();
    let value = description::answer(&new, &round.profile);
    answers.insert(id, Some(new));
    let area = catalogue::area(id.area).map_or("", |area| area.title);
    let title = catalogue::activity(id).map_or("", |activity| activity.title);
    let now = description::answer(old, &round.profile);
    Item {
        nature: if old.is_empty() {
            Nature::New
        } else {
            Nature::Changed
        },
        group: area.to_owned(),
        title: format!("{id} {title}"),
        origin: None,
        choices: vec![Choice {
            label: "Bliver til".to_owned(),
            value: if value == now {
                format!("{value} (bekræftet)")
            } else {
                value
            },
            edit: Some(Edit::SetAnswers {
                round: round.id.clone(),
                unit: unit.clone(),
                answers,
            }),
        }],
        now,
    }
}
