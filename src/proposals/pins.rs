//! The leaflet's examples of efforts (000, "Eksempler på indsatser"), domain by domain.
//!
//! The labels are KLK's. Where each was pinned on the deviation table was a graphic and is lost;
//! the areas, and the proposals behind most labels, are inferred.

use serde::Deserialize;

use crate::domain::decisions::ProposalId;
use crate::domain::ids::{AreaId, Domain};

use super::proposal::Basis;

/// An effort that is pinned on a domain's table.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Pin {
    /// The domain.
    pub domain: Domain,
    /// As the leaflet writes it.
    pub label: String,
    /// The proposals that it stands for.
    pub proposals: Vec<ProposalId>,
    /// Its rows; empty where it concerns the whole table.
    pub areas: Vec<AreaId>,
    /// How well proposals and rows are known.
    pub basis: Basis,
}

/// The pins of one domain, in the order of the leaflet.
pub fn pins_of(domain: Domain) -> impl Iterator<Item = &'static Pin> {
    super::pins().iter().filter(move |pin| pin.domain == domain)
}
