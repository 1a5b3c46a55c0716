//! What the municipality decides about proposals, business cases, goals and actions, as it is kept.
//!
//! A tree of values in which each value has a path, so that an edit is as small as a field. What
//! the values mean, and which fit, is `crate::plan`'s: the first page needs to keep them only.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use super::answer::Extra;

/// The place of a value in the plan: the keys on the way to it, never empty.
pub type Path = Vec<String>;

/// All that was decided. It holds no empty object, so that what is taken back leaves no trace.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(transparent)]
pub struct Plan(pub Extra);

impl Plan {
    /// Whether nothing was decided.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// What is at a path.
    #[must_use]
    pub fn get(&self, path: &[String]) -> Option<&Value> {
        let (first, rest) = path.split_first()?;
        rest.iter()
            .try_fold(self.0.get(first)?, |value, key| value.get(key))
    }

    /// Puts a value at a path, or takes it away, and returns the change that puts back what was
    /// there: mostly at the same path, but above it where a value stood in the way.
    pub fn set(&mut self, path: &[String], value: Option<Value>) -> (Path, Option<Value>) {
        let value = value.and_then(without_empty);
        let place = self.inverse_place(path, value.is_some());
        let old = self.get(&place).cloned();
        put(&mut self.0, path, value);
        (place, old)
    }

    /// Where the old value is remembered: the path itself, or the first value on the way that is
    /// no object and gives way.
    fn inverse_place(&self, path: &[String], puts: bool) -> Path {
        let blocked = (1..path.len()).find(|&length| {
            self.get(&path[..length])
                .is_some_and(|value| !value.is_object())
        });
        path[..blocked.filter(|_| puts).unwrap_or(path.len())].to_vec()
    }

    /// Takes empty objects away, as [`Self::set`] keeps it.
    pub(super) fn tidy(&mut self) {
        let all = std::mem::take(&mut self.0);
        self.0 = kept(all);
    }
}

/// The value without empty objects in it; nothing where nothing is left.
fn without_empty(value: Value) -> Option<Value> {
    let Value::Object(object) = value else {
        return Some(value);
    };
    let kept = kept(object);
    (!kept.is_empty()).then_some(Value::Object(kept))
}

/// What is left of an object.
fn kept(object: Map<String, Value>) -> Map<String, Value> {
    let mut kept = Map::new();
    kept.extend(
        object
            .into_iter()
            .filter_map(|(key, value)| Some((key, without_empty(value)?))),
    );
    kept
}

fn put(object: &mut Map<String, Value>, path: &[String], value: Option<Value>) {
    match (path, value) {
        ([], _) => {}
        ([key], Some(value)) => {
            object.insert(key.clone(), value);
        }
        ([key], None) => {
            object.remove(key);
        }
        ([key, rest @ ..], value) => {
            let puts = value.is_some();
            let inner = object
                .entry(key.clone())
                .or_insert_with(|| Value::Object(Map::new()));
            if puts && !inner.is_object() {
                *inner = Value::Object(Map::new());
            }
            if let Value::Object(inner) = inner {
                put(inner, rest, value);
            }
            if inner.as_object().is_some_and(Map::is_empty) {
                object.remove(key);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn plan(value: Value) -> Plan {
        serde_json::from_value(value).unwrap()
    }

    fn path(text: &str) -> Path {
        text.split('/').map(str::to_owned).collect()
    }

    #[track_caller]
    fn check(before: Value, at: &str, value: Option<Value>, after: Value) {
        let mut changed = plan(before.clone());
        let (place, old) = changed.set(&path(at), value);
        assert_eq!(changed, plan(after));
        changed.set(&place, old);
        assert_eq!(changed, plan(before));
    }

    #[test]
    fn a_value_is_put_and_taken_away_without_a_trace() {
        check(
            json!({}),
            "cases/c1/model",
            Some(json!("C11")),
            json!({"cases": {"c1": {"model": "C11"}}}),
        );
        check(
            json!({"cases": {"c1": {"model": "C11"}}}),
            "cases/c1",
            None,
            json!({}),
        );
        check(json!({"a": 1}), "a", Some(json!(2)), json!({"a": 2}));
        check(json!({"a": 1}), "b/c", None, json!({"a": 1}));
        check(
            json!({"a": 1}),
            "b",
            Some(json!({"c": {}})),
            json!({"a": 1}),
        );
    }

    #[test]
    fn a_value_in_the_way_gives_way_and_comes_back() {
        check(
            json!({"a": 1}),
            "a/b",
            Some(json!(2)),
            json!({"a": {"b": 2}}),
        );
        check(json!({"a": 1}), "a/b", None, json!({"a": 1}));
        check(
            json!({"a": {"b": [1]}}),
            "a/b/c/d",
            Some(json!(2)),
            json!({"a": {"b": {"c": {"d": 2}}}}),
        );
    }
}
