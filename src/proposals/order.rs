//! The natural order of the proposals (002 slide 66).
//!
//! The boxes are KLK's; the arrows were graphics and are lost, so that the edges are inferred by
//! this project. Beside them stand prerequisites that the sources state elsewhere. The ten of KLK's
//! catalogue are in no box: only a stated prerequisite orders them. A prerequisite concerns its two
//! proposals only and is not followed further. Where a choice goes against the order is
//! [`super::breaks`]'s.

use std::collections::{BTreeMap, BTreeSet, VecDeque};

use serde::Deserialize;

use crate::domain::decisions::ProposalId;
use crate::sorting::InOrder as _;

use super::proposal::Basis;
use crate::domain::source::Source;

/// A box of the picture.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Step {
    /// `B0`, `B1`, ...
    pub id: String,
    /// In Danish.
    pub title: String,
    /// What is in it; empty of the mapping of processes.
    pub proposals: Vec<ProposalId>,
    /// What must be known of it, in Danish.
    pub note: Option<String>,
}

/// One box comes before another.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Edge {
    /// The box that comes first.
    pub from: String,
    /// The box that comes after.
    pub to: String,
    /// How well it is known.
    pub basis: Basis,
    /// Why, in Danish.
    pub why: String,
}

/// Something that a source says must be there before a proposal.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Prerequisite {
    /// The proposal that must come first, where it is one.
    pub from: Option<ProposalId>,
    /// What must be there, in Danish.
    pub from_text: String,
    /// The proposal that needs it.
    pub to: ProposalId,
    /// Why, in Danish.
    pub why: String,
    /// Who says so.
    pub source: Vec<Source>,
}

/// The natural order.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Order {
    /// Where the boxes are from.
    pub source: Vec<Source>,
    /// That the arrows are inferred, in Danish.
    pub note: String,
    /// The boxes, in the order of the slide's text.
    pub boxes: Vec<Step>,
    /// Which comes before which.
    pub edges: Vec<Edge>,
    /// What the sources say elsewhere.
    pub prerequisites: Vec<Prerequisite>,
}

/// What comes before a proposal.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Before<'a> {
    /// The boxes, near and far, in the order of the slide's text.
    pub boxes: Vec<&'a Step>,
    /// What a source says it needs.
    pub prerequisites: Vec<&'a Prerequisite>,
}

impl<'a> Before<'a> {
    /// The proposals, each once: those of the boxes, then the prerequisites.
    #[must_use]
    pub fn proposals(&self) -> Vec<&'a ProposalId> {
        let of_boxes = self.boxes.iter().flat_map(|step| &step.proposals);
        let stated = self
            .prerequisites
            .iter()
            .filter_map(|one| one.from.as_ref());
        let mut seen = BTreeSet::new();
        of_boxes
            .chain(stated)
            .filter(|id| seen.insert(*id))
            .collect()
    }
}

impl Order {
    /// The box of a proposal.
    #[must_use]
    pub fn step_of(&self, proposal: &ProposalId) -> Option<&Step> {
        self.boxes
            .iter()
            .find(|step| step.proposals.contains(proposal))
    }

    /// The column of each box in a picture: the longest way to it, from 0. None where the boxes
    /// come before each other in a ring; a test keeps the shipped order free of that.
    #[must_use]
    pub fn levels(&self) -> Option<BTreeMap<&str, u32>> {
        let mut levels: BTreeMap<&str, u32> =
            self.boxes.iter().map(|step| (step.id.as_str(), 0)).in_map();
        // The longest way passes each box once at most.
        for _ in 0..=self.boxes.len() {
            let mut moved = false;
            for edge in &self.edges {
                let Some(after) = levels.get(edge.from.as_str()).map(|from| from + 1) else {
                    continue;
                };
                if let Some(to) = levels.get_mut(edge.to.as_str())
                    && *to < after
                {
                    *to = after;
                    moved = true;
                }
            }
            if !moved {
                return Some(levels);
            }
        }
        None
    }

    /// What comes before a proposal.
    #[must_use]
    pub fn before(&self, proposal: &ProposalId) -> Before<'_> {
        let own = self.step_of(proposal);
        let leads = |step: &&Step| own.is_some_and(|own| self.way(step, own).is_some());
        Before {
            boxes: self.boxes.iter().filter(leads).collect(),
            prerequisites: self.needed_by(proposal).collect(),
        }
    }

    /// What a source says a proposal needs.
    pub(super) fn needed_by<'a>(
        &'a self,
        proposal: &ProposalId,
    ) -> impl Iterator<Item = &'a Prerequisite> {
        self.prerequisites
            .iter()
            .filter(move |one| one.to == *proposal)
    }

    /// The shortest way from a box to another; none to itself.
    pub(super) fn way(&self, from: &Step, to: &Step) -> Option<Vec<&Edge>> {
        let mut came_by: BTreeMap<&str, &Edge> = BTreeMap::new();
        let mut open = VecDeque::from([from.id.as_str()]);
        while let Some(at) = open.pop_front() {
            for edge in self.edges.iter().filter(|edge| edge.from == at) {
                if edge.to != from.id && !came_by.contains_key(edge.to.as_str()) {
                    came_by.insert(&edge.to, edge);
                    open.push_back(&edge.to);
                }
            }
        }
        let mut way = Vec::new();
        let mut at = to.id.as_str();
        while let Some(edge) = came_by.get(at) {
            way.push(*edge);
            at = &edge.from;
        }
        way.reverse();
        (!way.is_empty()).then_some(way)
    }
}

#[cfg(test)]
pub(super) mod tests {
    use serde_json::json;

    use super::*;
    use crate::json;

    /// A before B before C before D, and A before D; M1 to M4 in them; K2 needs K1 and M4.
    pub fn order() -> Order {
        let step =
            |id: &str, of: &str| json!({"id": id, "title": id, "proposals": [of], "note": null});
        let edge = |from: &str, to: &str| json!({"from": from, "to": to, "basis": "inferred", "why": format!("{from}{to}")});
        let needs = |from: &str| json!({"from": from, "from_text": from, "to": "K2", "why": "K2", "source": []});
        json::from_value(&json!({
            "source": [], "note": "",
            "boxes": [step("D", "M4"), step("A", "M1"), step("B", "M2"), step("C", "M3")],
            "edges": [edge("A", "D"), edge("A", "B"), edge("B", "C"), edge("C", "D")],
            "prerequisites": [needs("K1"), needs("M4"),
                {"from": null, "from_text": "x", "to": "K2", "why": "x", "source": []}],
        }))
        .unwrap()
    }

    #[test]
    fn what_comes_before_is_followed_to_the_beginning() {
        let order = order();
        let check = |id: &str, boxes: &[&str], proposals: &[&str]| {
            let before = order.before(&id.into());
            let found: Vec<&str> = before.boxes.iter().map(|step| step.id.as_str()).collect();
            assert_eq!(found, boxes, "{id}");
            let found: Vec<&str> = before.proposals().iter().map(|id| id.0.as_str()).collect();
            assert_eq!(found, proposals, "{id}");
        };
        check("M4", &["A", "B", "C"], &["M1", "M2", "M3"]);
        check("M1", &[], &[]);
        check("K2", &[], &["K1", "M4"]);
        check("X", &[], &[]);
    }

    #[test]
    fn a_box_stands_as_far_along_as_the_longest_way_to_it() {
        let order = order();
        let levels: Vec<(&str, u32)> = order.levels().unwrap().into_iter().collect();
        assert_eq!(levels, [("A", 0), ("B", 1), ("C", 2), ("D", 3)]);
    }

    #[test]
    fn a_ring_has_no_levels_and_is_still_searched_to_an_end() {
        let mut order = order();
        let mut back = order.edges[0].clone();
        (back.from, back.to) = ("D".to_owned(), "A".to_owned());
        order.edges.push(back);
        assert_eq!(order.levels(), None);
        assert_eq!(order.before(&"M1".into()).boxes.len(), 3);
    }
}
