//! Reading JSON, in one way for everything.
//!
//! A text becomes a [`Value`] first and a type then: the generic code of serde exists once, for
//! the value, instead of once more for the text (measured: 20 KB gzip of the app). Does not know
//! any format.

mod reader;

use serde::de::DeserializeOwned;
use serde_json::{Error, Value};

use reader::Reader;

/// Reads a type from a text.
///
/// # Errors
/// Where the text is no JSON, or not of the type's shape.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    from_value(&serde_json::from_str(text)?)
}

/// Reads a type from a value.
///
/// # Errors
/// Where the value is not of the type's shape.
pub fn from_value<T: DeserializeOwned>(value: &Value) -> Result<T, Error> {
    T::deserialize(Reader(value))
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use serde::Deserialize;

    use super::*;

    #[derive(Debug, PartialEq, Deserialize)]
    #[serde(rename_all = "snake_case")]
    enum Kind {
        Plain,
        Named(String),
        Pair(u8, f64),
        Whole { at: Option<u16>, on: bool },
    }

    #[derive(Debug, PartialEq, Deserialize)]
    struct Thing {
        kinds: Vec<Kind>,
        counts: BTreeMap<String, i32>,
        #[serde(flatten)]
        rest: serde_json::Map<String, Value>,
    }

    #[test]
    fn every_shape_is_read_as_serde_json_reads_it() {
        let text = r#"{"kinds": ["plain", {"named": "x"}, {"pair": [1, 2]},
            {"whole": {"at": null, "on": true, "more": [{}]}}, {"plain": null}],
            "counts": {"a": -3, "b": 4}, "unknown": {"x": [1.5, null, "y"]}}"#;
        let thing: Thing = read(text).unwrap();
        assert_eq!(thing, serde_json::from_str(text).unwrap());
        assert_eq!(thing.kinds.len(), 5);
        assert_eq!(thing.counts["a"], -3);
        assert_eq!(thing.rest.len(), 1);
    }

    #[test]
    fn what_does_not_fit_is_refused_in_the_same_words() {
        for text in [
            r#"{"kinds": 4, "counts": {}}"#,
            r#"{"kinds": [4], "counts": {}}"#,
            r#"{"kinds": ["other"], "counts": {}}"#,
            r#"{"kinds": [{"plain": 1}], "counts": {}}"#,
            r#"{"kinds": ["named"], "counts": {}}"#,
            r#"{"kinds": [{"named": null}], "counts": {}}"#,
            r#"{"kinds": [{"pair": [1, 2, 3]}], "counts": {}}"#,
            r#"{"kinds": [{"pair": [1]}], "counts": {}}"#,
            r#"{"kinds": [{"pair": [300, 2]}], "counts": {}}"#,
            r#"{"kinds": [{"whole": {"on": 1}}], "counts": {}}"#,
            r#"{"kinds": [{"whole": {"at": 1.5, "on": true}}], "counts": {}}"#,
            r#"{"kinds": [], "counts": {"a": "4"}}"#,
            r#"{"kinds": []}"#,
        ] {
            let error = read::<Thing>(text).unwrap_err().to_string();
            let value: Value = serde_json::from_str(text).unwrap();
            let usual = serde_json::from_value::<Thing>(value).unwrap_err();
            assert_eq!(error, usual.to_string(), "{text}");
        }
    }

    #[test]
    fn an_object_is_never_read_from_a_list() {
        assert!(read::<Thing>("[[], {}]").is_err());
    }
}
