//! Før I går i gang: what a municipality must think of itself. The text is data
//! (`preparation.json`).

use std::sync::LazyLock;

use crate::json;
use crate::picture::prose::{self, Text};
use crate::route::Route;

/// The text of the page.
static TEXT: LazyLock<Text> =
    LazyLock::new(|| json::read(include_str!("preparation.json")).expect("checked by a test"));

pub(super) fn markup() -> String {
    prose::markup(&TEXT, Route::Preparation, &|_| String::new())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_text_is_whole_and_says_first_that_it_is_no_legal_advice() {
        prose::tests::check(&TEXT);
        let notice = &TEXT.notice.as_ref().unwrap().heading;
        assert!(notice.contains("ikke er juridisk rådgivning"), "{notice}");
        let markup = markup();
        let (notice, sections) = (markup.find("class=\"alert"), markup.find("class=\"toc"));
        assert!(notice.is_some() && notice < sections);
        assert!(!TEXT.lead.is_empty());
    }

    #[test]
    fn no_law_is_cited_by_paragraph() {
        let text = include_str!("preparation.json");
        assert!(!text.contains('§') && !text.contains(" stk."));
    }
}
