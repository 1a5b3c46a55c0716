//! Handleplan: the actions, what they bring together, and the goals.

use crate::domain::decisions::Decisions;
use crate::picture::planning::{Planner, action_plan, goals};

/// Whether nothing is planned.
pub(in crate::report) fn is_empty(decisions: &Decisions) -> bool {
    decisions.actions.is_empty() && decisions.goals.is_empty()
}

pub(super) fn write(planner: &mut Planner<'_, '_>) {
    if !planner.decisions.actions.is_empty() {
        action_plan::write_told(planner);
        planner.page.aside(
            "Tallene bygger på kommunens egne beregninger og er ikke en prognose. Frigjort tid bliver først penge, når nogen beslutter, hvad den skal bruges til.",
        );
    }
    if !planner.decisions.goals.is_empty() {
        planner.page.heading("Mål");
        goals::write_followed(planner);
    }
}
