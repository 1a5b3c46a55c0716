//! How a reader likes to look at things: small values in localStorage, through gloo-storage.
//!
//! Nothing that was entered is kept here: where localStorage is blocked or cleared, things are shown
//! in the usual way again and nothing is lost.

use gloo_storage::{LocalStorage, Storage as _};
use serde::Serialize;
use serde::de::DeserializeOwned;

use super::snapshot::is_available;

/// What can be preferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preference {
    /// How the comparison is looked at.
    Comparison,
}

impl Preference {
    const ALL: [Self; 1] = [Self::Comparison];

    const fn key(self) -> &'static str {
        match self {
            Self::Comparison => "kb/preference/comparison",
        }
    }
}

/// What was last preferred; none where nothing is known, or it cannot be read any more.
#[must_use]
pub fn read<T: DeserializeOwned>(preference: Preference) -> Option<T> {
    if !is_available() {
        return None;
    }
    LocalStorage::get(preference.key()).ok()
}

/// Remembers what is preferred; a full store is no matter.
pub fn write<T: Serialize>(preference: Preference, value: &T) {
    if is_available() {
        let _ = LocalStorage::set(preference.key(), value);
    }
}

/// Forgets all that was preferred.
pub fn clear_all() {
    if is_available() {
        for preference in Preference::ALL {
            LocalStorage::delete(preference.key());
        }
    }
}
