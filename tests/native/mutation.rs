//! Wrong files, made from right ones: a value replaced, a key taken away, renamed or added.

use proptest::prelude::*;
use proptest::sample::{Index, select};
use serde_json::{Value, json};

/// What is done to a file.
#[derive(Clone, Debug)]
pub enum Mutation {
    Replace(Value),
    Remove,
    Rename(&'static str),
    Add(&'static str, Value),
}

fn any_value() -> impl Strategy<Value = Value> {
    select(vec![
        Value::Null,
        json!(true),
        json!(0),
        json!(1),
        json!(-1),
        json!(1.5),
        json!(0.001),
        json!(101),
        json!(256),
        json!(2026),
        json!(70_000),
        json!(u64::MAX),
        json!(1e300),
        json!(-1e300),
        json!(""),
        json!("x"),
        json!("central"),
        json!("full"),
        json!("2026-02-30"),
        json!("E01"),
        json!("line\nbreak"),
        json!([]),
        json!([1]),
        json!({}),
        json!({"a": 1}),
        json!({"central": 100}),
        json!({"central": 50}),
        json!({"other": "x"}),
        json!({"id": 1, "kind": "team"}),
    ])
}

fn any_key() -> impl Strategy<Value = &'static str> {
    select(
        &[
            "", "x", "central", "E01.02", "E01.99", "E02", "E99", "id", "place", "\u{7}\n",
        ][..],
    )
}

pub fn any_mutation() -> impl Strategy<Value = (Index, Mutation)> {
    let kind = prop_oneof![
        4 => any_value().prop_map(Mutation::Replace),
        1 => Just(Mutation::Remove),
        1 => any_key().prop_map(Mutation::Rename),
        1 => (any_key(), any_value()).prop_map(|(key, value)| Mutation::Add(key, value)),
    ];
    (any::<Index>(), kind)
}

/// Carries out a mutation at one of the places of a file.
pub fn mutate(value: &mut Value, place: Index, mutation: Mutation) {
    let mut places = Vec::new();
    collect(value, &mut String::new(), &mut places);
    let place = &places[place.index(places.len())];
    if let Mutation::Replace(new) = mutation {
        *value.pointer_mut(place).unwrap() = new;
        return;
    }
    if let Mutation::Add(key, new) = mutation {
        if let Some(object) = value.pointer_mut(place).unwrap().as_object_mut() {
            object.insert(key.to_owned(), new);
        }
        return;
    }
    let Some((parent, key)) = place.rsplit_once('/') else {
        return;
    };
    let key = key.replace("~1", "/").replace("~0", "~");
    match value.pointer_mut(parent) {
        Some(Value::Object(object)) => {
            let old = object.remove(&key).unwrap();
            if let Mutation::Rename(new) = mutation {
                object.insert(new.to_owned(), old);
            }
        }
        Some(Value::Array(list)) => {
            list.remove(key.parse().unwrap());
        }
        _ => {}
    }
}

/// The JSON pointers of a value and all that is in it.
fn collect(value: &Value, here: &mut String, places: &mut Vec<String>) {
    places.push(here.clone());
    let length = here.len();
    let mut step = |key: &str, value: &Value| {
        here.push('/');
        here.push_str(&key.replace('~', "~0").replace('/', "~1"));
        collect(value, here, places);
        here.truncate(length);
    };
    match value {
        Value::Object(object) => object.iter().for_each(|(key, value)| step(key, value)),
        Value::Array(list) => {
            for (index, value) in list.iter().enumerate() {
                step(&index.to_string(), value);
            }
        }
        _ => {}
    }
}
