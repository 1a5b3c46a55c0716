//! From the plan's tree of values to what they mean.

use std::collections::BTreeMap;

use serde::de::DeserializeOwned;
use serde_json::Value;

use super::{Decisions, ProposalId};
use crate::domain::plan::{Path, Plan};
use crate::json;

/// A value of the plan that this version cannot read. It is kept as it is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unread {
    /// Where.
    pub path: Path,
    /// Why, in English.
    pub why: String,
}

/// Reads what was decided, and what of it could not be read.
#[must_use]
pub fn read(plan: &Plan) -> (Decisions, Vec<Unread>) {
    let mut reader = Reader {
        plan,
        unread: Vec::new(),
    };
    let tried: BTreeMap<ProposalId, bool> = reader.map("what_if");
    let decisions = Decisions {
        opinions: reader.map("proposals"),
        cases: reader.map("cases"),
        moves: reader.map("moves"),
        what_if: tried
            .into_iter()
            .filter_map(|(id, tried)| tried.then_some(id))
            .collect(),
        actions: reader.map("actions"),
        goals: reader.map("goals"),
        processes: reader.map("processes"),
        weights: reader.map("weights"),
        purchases: reader.map("purchases"),
        report: reader.one("report").unwrap_or_default(),
        workshop: reader.one("workshop").unwrap_or_default(),
        resolutions: reader.map("resolutions"),
        discount_rate: reader.one("discount_rate"),
        price_saving: reader.one("price_saving"),
        drafts: reader.map("drafts"),
    };
    (decisions, reader.unread)
}

struct Reader<'a> {
    plan: &'a Plan,
    unread: Vec<Unread>,
}

impl Reader<'_> {
    fn value<T: DeserializeOwned>(&mut self, path: &[&str], value: &Value) -> Option<T> {
        json::from_value(value)
            .map_err(|error| {
                self.unread.push(Unread {
                    path: path.iter().map(|&key| key.to_owned()).collect(),
                    why: error.to_string(),
                });
            })
            .ok()
    }

    fn one<T: DeserializeOwned>(&mut self, key: &str) -> Option<T> {
        let value = self.plan.0.get(key)?;
        self.value(&[key], value)
    }

    /// Each entry for itself, so that one that cannot be read takes no other with it.
    fn map<K: Ord + DeserializeOwned, V: DeserializeOwned>(&mut self, key: &str) -> BTreeMap<K, V> {
        let Some(value) = self.plan.0.get(key) else {
            return BTreeMap::new();
        };
        let Value::Object(entries) = value else {
            self.unread.push(Unread {
                path: vec![key.to_owned()],
                why: "not an object".to_owned(),
            });
            return BTreeMap::new();
        };
        let mut map = BTreeMap::new();
        for (name, value) in entries {
            let path = [key, name.as_str()];
            let id: Option<K> = self.value(&path, &Value::String(name.clone()));
            let value: Option<V> = self.value(&path, value);
            if let (Some(id), Some(value)) = (id, value) {
                map.insert(id, value);
            }
        }
        map
    }
}
