//! The five success factors of digitalisation (003).
//!
//! Owns their ids, titles and questions, which are data (`success.json`). Which are in place is
//! said action by action in [`crate::domain::decisions::Action::success_factors`].

use std::sync::LazyLock;

use serde::Deserialize;

use crate::domain::source::Source;
use crate::json;

/// One success factor.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Factor {
    /// Stable id.
    pub id: String,
    /// In Danish.
    pub title: String,
    /// What to ask oneself, in Danish.
    pub question: String,
}

/// The success factors.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Success {
    /// Their heading, in Danish.
    pub title: String,
    /// Where they are from.
    pub source: Source,
    /// In the source's order.
    pub factors: Vec<Factor>,
}

/// The success factors.
///
/// # Panics
/// Never: the bundled file is checked by a test.
#[must_use]
pub fn success() -> &'static Success {
    static SUCCESS: LazyLock<Success> =
        LazyLock::new(|| json::read(include_str!("success.json")).expect("checked by a test"));
    &SUCCESS
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_five_factors_are_those_of_the_article() {
        let ids: Vec<&str> = success()
            .factors
            .iter()
            .map(|factor| factor.id.as_str())
            .collect();
        let expected = [
            "clear-goals",
            "management-backing",
            "staff-involved",
            "experts-with-staff",
            "resources-and-gains",
        ];
        assert_eq!(ids, expected);
        assert_eq!(
            success().source.document,
            crate::domain::source::Document::Article
        );
        assert!(
            success()
                .factors
                .iter()
                .all(|factor| factor.question.ends_with('?'))
        );
    }
}
