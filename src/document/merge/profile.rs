//! The profile as fields: what it says of the operation is merged key by key, like the rest.
//!
//! Owns the names of those fields. What becomes of them is in [`super::fields`].

use super::fields::{self, Fields, fields_of};
use crate::domain::profile::Profile;
use crate::json;
use crate::sorting::InOrder as _;

/// The key of the operation in a profile.
const OPERATION: &str = "operation";

/// Begins the name of a field of the operation.
const IN_OPERATION: &str = "operation.";

/// Begins the name of an unknown key of the profile that looks like one of the operation's.
const ESCAPE: char = '\\';

/// The fields of a profile that say something.
pub(super) fn fields(profile: &Profile) -> Fields {
    let escaped = |key: String| {
        if key.starts_with(IN_OPERATION) || key.starts_with(ESCAPE) {
            format!("{ESCAPE}{key}")
        } else {
            key
        }
    };
    let operation = fields_of(&profile.operation).into_iter();
    fields_of(profile)
        .into_iter()
        .filter(|(key, _)| key != OPERATION)
        .map(|(key, value)| (escaped(key), value))
        .chain(operation.map(|(key, value)| (format!("{IN_OPERATION}{key}"), value)))
        .in_map()
}

/// A profile with these fields put over it; what only the profile itself has stays.
///
/// # Panics
/// Never: each field comes from a profile, and no field depends on another.
pub(super) fn put_over(profile: Option<&Profile>, fields: &Fields) -> Profile {
    let (mut whole, mut operation) = (Fields::new(), Fields::new());
    for (key, value) in fields {
        let (place, key) = match key.strip_prefix(IN_OPERATION) {
            Some(key) => (&mut operation, key),
            None => (&mut whole, key.strip_prefix(ESCAPE).unwrap_or(key)),
        };
        place.insert(key.to_owned(), value.clone());
    }
    let mut value = fields::put_over(profile, &whole);
    value[OPERATION] = fields::put_over(profile.map(|profile| &profile.operation), &operation);
    json::from_value(&value).expect("fields of profiles make a profile")
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn keys_of_a_later_version_that_look_like_the_operation_s_stay_where_they_were() {
        let keys = json!({
            "domains": [],
            "operation.hiring": 1,
            "\\operation.hiring": 2,
            "\\": 3,
            "operation": {"hiring": "central", "operation.hiring": 4, "\\": 5},
        });
        let profile: Profile = json::from_value(&keys).unwrap();
        let fields = fields(&profile);
        assert_eq!(fields["operation.hiring"], "\"central\"");
        assert_eq!(put_over(None, &fields), profile);
        assert_eq!(
            put_over(Some(&Profile::default()), &Fields::new()),
            Profile::default()
        );
    }
}
