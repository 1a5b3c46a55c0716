//! Reading JSON, in one way for everything.
//!
//! A text becomes a [`Value`] first and a type then: the generic code of serde exists once, for
//! the value, instead of once more for the text (measured: 20 KB gzip of the app). Does not know
//! any format.

use serde::de::DeserializeOwned;
use serde_json::{Error, Value};

/// Reads a value from a text, past the mark by which some editors begin a text in UTF-8.
///
/// # Errors
/// Where the text is no JSON.
pub fn value(text: &str) -> Result<Value, Error> {
    serde_json::from_str(text.strip_prefix('\u{feff}').unwrap_or(text))
}

/// Reads a type from a text.
///
/// # Errors
/// Where the text is no JSON, or not of the type's shape.
pub fn read<T: DeserializeOwned>(text: &str) -> Result<T, Error> {
    from_value(&value(text)?)
}

/// Reads a type from a value.
///
/// # Errors
/// Where the value is not of the type's shape.
pub fn from_value<T: DeserializeOwned>(value: &Value) -> Result<T, Error> {
    T::deserialize(value)
}
