//! What became of the activities of an older version of the catalogue.
//!
//! Owns which ids of two versions mean the same work. The list of older versions is data,
//! `public/data/catalogue/mapping.json`, and empty while there is one version only. Does not know
//! answers or scores; see `scoring::change`.

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::VERSION;
use crate::domain::ids::ActivityId;
use crate::json;
use crate::sorting;

const OLDER: &str = include_str!("../../../public/data/catalogue/mapping.json");

/// How one version of the catalogue became another.
#[derive(Clone, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mapping {
    /// The older version.
    pub from: String,
    /// The newer version.
    pub to: String,
    /// Older activities that have other ids now: one, or several where the activity was divided.
    /// Several older ones can share a newer one. Only an id that the mapping names nowhere has
    /// kept its meaning; one that keeps it and takes another up is named as its own successor.
    #[serde(default)]
    pub ids: BTreeMap<ActivityId, Vec<ActivityId>>,
    /// Older activities without a successor that can be compared.
    #[serde(default)]
    pub dropped: BTreeSet<ActivityId>,
    /// Newer activities without a predecessor that can be compared.
    #[serde(default)]
    pub added: BTreeSet<ActivityId>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Versions {
    versions: Vec<Mapping>,
}

/// The program does not know how one version of the catalogue became another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct UnknownVersion {
    /// The older version.
    pub from: String,
    /// The newer version.
    pub to: String,
}

impl std::fmt::Display for UnknownVersion {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(
            f,
            "catalogue \"{}\" cannot be compared with \"{}\": this program knows {VERSION} and the \
             versions in its mapping.json; use a newer version of the program",
            self.from, self.to
        )
    }
}

impl std::error::Error for UnknownVersion {}

impl Mapping {
    /// The same version twice: every activity is itself.
    #[must_use]
    pub fn identity(version: &str) -> Self {
        Self {
            from: version.to_owned(),
            to: version.to_owned(),
            ..Self::default()
        }
    }

    /// The known mapping between two versions.
    ///
    /// # Errors
    /// When the program does not know it.
    pub fn between(from: &str, to: &str) -> Result<Self, UnknownVersion> {
        if from == to {
            return Ok(Self::identity(from));
        }
        Self::list(OLDER)
            .into_iter()
            .flatten()
            .find(|mapping| mapping.from == from && mapping.to == to)
            .ok_or_else(|| UnknownVersion {
                from: from.to_owned(),
                to: to.to_owned(),
            })
    }

    /// Reads a list of mappings: the content of `mapping.json`.
    ///
    /// # Errors
    /// When the text is no such list; says where.
    pub fn list(text: &str) -> Result<Vec<Self>, serde_json::Error> {
        json::read::<Versions>(text).map(|list| list.versions)
    }

    /// Both versions are one.
    #[must_use]
    pub fn is_identity(&self) -> bool {
        self.from == self.to
    }

    /// The activities of both versions that mean the same work, as (older, newer), in the order of
    /// the newer ones. `ids` are those that somebody answered in either version: an id that the
    /// mapping does not name has no other source.
    #[must_use]
    pub fn pairs(&self, ids: &BTreeSet<ActivityId>) -> Vec<(ActivityId, ActivityId)> {
        let mut pairs: Vec<(ActivityId, ActivityId)> = Vec::new();
        for (&older, newer) in &self.ids {
            pairs.extend(newer.iter().map(|&newer| (older, newer)));
        }
        pairs.extend(
            ids.iter()
                .filter(|id| !self.names(**id))
                .map(|&id| (id, id)),
        );
        sorting::sort_by_key(&mut pairs, |&(older, newer)| (newer, older));
        pairs
    }

    /// The mapping says something of an id; so it is not simply the same in both versions.
    fn names(&self, id: ActivityId) -> bool {
        self.ids.contains_key(&id)
            || self.ids.values().flatten().any(|&newer| newer == id)
            || self.dropped.contains(&id)
            || self.added.contains(&id)
    }
}
