//! The 26 proposals (forslag), what in the own picture speaks for each, and their natural order.
//!
//! Owns the proposals as data (`proposals.json`: 16 of the programme MEP from 002 slides 26-29, ten
//! of KLK's catalogue 004, which this project selected), the rule by which a picture points to them
//! ([`matching`]), the order in which they are best done ([`order`](mod@order)) and the leaflet's
//! pins ([`pins`](mod@pins)). A proposal is matched with work that is not yet gathered or digital;
//! what it would save is never said here, see `calculators` and `plan`. Reasons are data; pages
//! word them.

mod area;
pub mod breaks;
mod facts;
pub mod matching;
pub mod order;
pub mod pins;
pub mod proposal;
pub mod reason;
#[cfg(test)]
mod tests;

use std::sync::LazyLock;

use serde::Deserialize;

pub use crate::domain::decisions::ProposalId;
use crate::json;

pub use crate::domain::source::Source;
pub use area::{CAUSES, INFERRED};
pub use breaks::{Against, Break};
pub use matching::{Peers, Picture, rank};
pub use order::Order;
pub use pins::{Pin, pins_of};
pub use proposal::{Aim, Basis, Family, Group, Proposal};
pub use reason::{AreaMatch, Match, Outcome, Reason};

/// The shipped file.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Collection {
    /// Danish title.
    pub title: String,
    /// Where the proposals are from.
    pub sources: Vec<Source>,
    /// That the ten of KLK are this project's selection, in Danish.
    pub selection_note: String,
    /// That the assessments are this project's own, in Danish.
    pub dimensions_note: String,
    /// M01 to M16 and K01 to K10.
    pub proposals: Vec<Proposal>,
    /// The natural order.
    pub order: Order,
    /// The leaflet's examples of efforts.
    pub pins: Vec<Pin>,
}

static COLLECTION: LazyLock<Collection> =
    LazyLock::new(|| json::read(include_str!("proposals.json")).expect("checked by a test"));

/// Everything of the shipped file.
#[must_use]
pub fn collection() -> &'static Collection {
    &COLLECTION
}

/// The 26 proposals.
#[must_use]
pub fn proposals() -> &'static [Proposal] {
    &collection().proposals
}

/// One proposal; none of an id that this version does not know.
#[must_use]
pub fn proposal(id: &ProposalId) -> Option<&'static Proposal> {
    proposals().iter().find(|one| one.id == *id)
}

/// The natural order (002 slide 66).
#[must_use]
pub fn order() -> &'static Order {
    &collection().order
}

/// The leaflet's pins, of both domains.
#[must_use]
pub fn pins() -> &'static [Pin] {
    &collection().pins
}
