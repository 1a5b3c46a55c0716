//! What hangs together in the plan: who uses what, and what fits no longer.
//!
//! Removes and repairs nothing: that is asked first.

use std::collections::BTreeMap;

use crate::domain::decisions::{ActionId, CaseId, Decisions, ProposalId, Status};

/// The actions that a business case is used by.
#[must_use]
pub fn uses_of_case(decisions: &Decisions, case: &CaseId) -> Vec<ActionId> {
    let actions = decisions.actions.iter();
    actions
        .filter(|(_, action)| action.case.as_ref() == Some(case))
        .map(|(id, _)| id.clone())
        .collect()
}

/// Something that fits no longer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Mismatch {
    /// The action goes on though its proposal was rejected.
    ActionOfRejected(ActionId, ProposalId),
    /// No action uses the business case.
    CaseWithoutAction(CaseId),
    /// The action names a business case that does not exist.
    UnknownCase(ActionId, CaseId),
    /// The business case is about another proposal than the action.
    OtherProposal(ActionId, CaseId),
    /// Several actions use the business case; the first in the plan's order counts it.
    CaseUsedTwice(CaseId, Vec<ActionId>),
}

/// Everything that fits no longer. Stopped actions may be of rejected proposals, and count no case.
#[must_use]
pub fn mismatches(decisions: &Decisions) -> Vec<Mismatch> {
    let mut found = Vec::new();
    let mut users: BTreeMap<&CaseId, Vec<ActionId>> = BTreeMap::new();
    for (id, action) in &decisions.actions {
        let goes_on = action.status != Status::Stopped;
        let opinion = decisions.opinions.get(&action.proposal);
        if goes_on && opinion.is_some_and(|opinion| opinion.rejected.is_some()) {
            let proposal = action.proposal.clone();
            found.push(Mismatch::ActionOfRejected(id.clone(), proposal));
        }
        let Some(case) = &action.case else {
            continue;
        };
        if goes_on {
            users.entry(case).or_default().push(id.clone());
        }
        match decisions.cases.get(case) {
            None => found.push(Mismatch::UnknownCase(id.clone(), case.clone())),
            Some(known) => {
                let other = known.proposal.as_ref();
                if other.is_some_and(|other| *other != action.proposal) {
                    found.push(Mismatch::OtherProposal(id.clone(), case.clone()));
                }
            }
        }
    }
    for case in decisions.cases.keys() {
        if uses_of_case(decisions, case).is_empty() {
            found.push(Mismatch::CaseWithoutAction(case.clone()));
        }
    }
    found.extend(
        users
            .into_iter()
            .filter(|(_, actions)| actions.len() > 1)
            .map(|(case, actions)| Mismatch::CaseUsedTwice(case.clone(), actions)),
    );
    found
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::*;
    use crate::domain::decisions;
    use crate::domain::plan::Plan;

    fn plan(value: Value) -> Plan {
        serde_json::from_value(value).unwrap()
    }

    fn decided() -> Decisions {
        let plan = plan(json!({
            "proposals": {"M01": {"rejected": "For dyrt"}},
            "cases": {"c1": {"proposal": "M08"}, "c2": {"proposal": "M10"}, "c3": {}},
            "moves": {"M08": {"P06": {"solution": 0.5}}},
            "what_if": {"M08": true},
            "actions": {
                "a1": {"proposal": "M08", "case": "c1"},
                "a2": {"proposal": "M08", "case": "c2"},
                "a3": {"proposal": "M01", "case": "c9"},
                "a4": {"proposal": "M01", "status": "stopped", "case": "c1"},
                "a5": {"proposal": "M08", "case": "c1"}
            }
        }));
        decisions::read(&plan).0
    }

    #[test]
    fn who_would_lose_something_is_known_before_it_is_removed() {
        let decisions = decided();
        let actions: Vec<ActionId> = ["a1", "a4", "a5"].map(ActionId::from).into();
        assert_eq!(uses_of_case(&decisions, &"c1".into()), actions);
    }

    #[test]
    fn what_fits_no_longer_is_named() {
        let expected = [
            Mismatch::OtherProposal("a2".into(), "c2".into()),
            Mismatch::ActionOfRejected("a3".into(), "M01".into()),
            Mismatch::UnknownCase("a3".into(), "c9".into()),
            Mismatch::OtherProposal("a4".into(), "c1".into()),
            Mismatch::CaseWithoutAction("c3".into()),
            Mismatch::CaseUsedTwice("c1".into(), vec!["a1".into(), "a5".into()]),
        ];
        assert_eq!(mismatches(&decided()), expected);
    }
}
