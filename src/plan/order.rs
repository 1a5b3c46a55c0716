//! The order of the plan: who comes first, and harvests first.

use crate::domain::decisions::{Action, ActionId, Decisions};
use crate::sorting;

/// The actions in the plan's order: by their order numbers, then by their ids, `a2` before `a10`.
#[must_use]
pub fn in_order(decisions: &Decisions) -> Vec<(&ActionId, &Action)> {
    let mut actions: Vec<_> = decisions.actions.iter().collect();
    sorting::sort_by_key(&mut actions, |(id, action)| {
        (action.order, id.0.len(), &id.0)
    });
    actions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_order_number_decides_before_the_id() {
        let mut decisions = Decisions::default();
        for (id, order) in [("a10", 1), ("a2", 1), ("a1", 2), ("a3", 0)] {
            let action = Action {
                order,
                ..Action::default()
            };
            decisions.actions.insert(id.into(), action);
        }
        let ids: Vec<&str> = in_order(&decisions)
            .iter()
            .map(|(id, _)| id.0.as_str())
            .collect();
        assert_eq!(ids, ["a3", "a2", "a10", "a1"]);
    }
}
