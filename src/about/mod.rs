//! The pages about the app itself: Privatliv, Før I går i gang, Om.
//!
//! Owns their texts, which are data beside this, and what is said of what the app knows of itself
//! ([`Told`]): what came of the self-check, which build this is, whose work is in it. Made in the
//! document worker. Knows no survey. Finds nothing out by itself: that is the app's.

#[cfg(feature = "documents")]
mod preparation;
#[cfg(feature = "documents")]
mod privacy;
#[cfg(feature = "documents")]
mod product;

/// The element of the page "Privatliv" that has the focus when there is a result.
pub const RESULT: &str = "self-check-result";

/// What only the app knows, told to the worker that makes the page. Texts as they come, which
/// travel as files beside the request: reading and writing them would weigh on the first page.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Told {
    /// `VERSION COMMIT SHA256` of the build; empty where the page does not say.
    pub build: String,
    /// How the page holds its files itself; empty where they lie beside it.
    pub inside: String,
    /// What the self-check saw, as a JSON array: what the page has loaded (resource timings), the
    /// address of the page, when as the browser writes it, then in the order in which it came the part of the policy by which the
    /// browser refused the attempt, and whether somebody answered it, with which the check is over.
    /// Empty where there was none.
    pub checked: String,
    /// The Content Security Policy as it stands in the page; empty where there is none.
    pub policy: String,
    /// The list of components as a file; empty where it is not needed or could not be read.
    pub components: String,
}

impl Told {
    /// As files.
    #[must_use]
    pub fn files(self) -> Vec<Vec<u8>> {
        let texts = [
            self.build,
            self.inside,
            self.checked,
            self.policy,
            self.components,
        ];
        texts.map(String::into_bytes).into()
    }

    /// From files; what is missing is empty.
    #[must_use]
    pub fn of(files: &[Vec<u8>]) -> Self {
        let text = |at: usize| {
            let file = files.get(at).map(Vec::as_slice).unwrap_or_default();
            String::from_utf8_lossy(file).into_owned()
        };
        Self {
            build: text(0),
            inside: text(1),
            checked: text(2),
            policy: text(3),
            components: text(4),
        }
    }

    /// Whether this is the edition in one file.
    #[must_use]
    pub const fn is_single_file(&self) -> bool {
        !self.inside.is_empty()
    }
}

#[cfg(feature = "documents")]
mod making {
    use super::{Told, preparation, privacy, product};
    use crate::picture::{Block, Picture};
    use crate::route::Route;

    /// Makes a page about the app; an empty one of any other route.
    #[must_use]
    pub fn picture(route: Route, told: &Told) -> Picture {
        let markup = match route {
            Route::Privacy => privacy::markup(told),
            Route::Preparation => preparation::markup(),
            Route::About => product::markup(told),
            _ => String::new(),
        };
        Picture {
            title: String::new(),
            blocks: vec![Block::Html(markup)],
        }
    }
}

#[cfg(feature = "documents")]
pub use making::picture;

#[cfg(all(test, feature = "documents"))]
mod tests {
    use super::*;
    use crate::picture::Block;
    use crate::route::Route;

    #[test]
    fn every_page_of_the_footer_is_made_and_no_other() {
        for route in Route::FOOTER.into_iter().chain([Route::Method]) {
            let [Block::Html(markup)] = &picture(route, &Told::default()).blocks[..] else {
                panic!("{route:?}");
            };
            assert_eq!(markup.is_empty(), route == Route::Method, "{route:?}");
        }
    }

    #[test]
    fn what_is_told_comes_back_from_the_files_and_what_is_missing_is_empty() {
        let told = Told {
            build: "a".to_owned(),
            inside: "b".to_owned(),
            checked: "c".to_owned(),
            policy: "p".to_owned(),
            components: "d".to_owned(),
        };
        assert_eq!(Told::of(&told.clone().files()), told);
        assert_eq!(Told::of(&[]), Told::default());
    }

    #[test]
    fn whatever_is_told_stays_text() {
        let bad = "\"'><script>alert(1)</script><img src=x>".to_owned();
        let component = serde_json::json!({
            "name": bad, "version": bad, "licence": bad, "kind": bad, "url": bad
        });
        let told = Told {
            build: format!("{bad} {bad} {bad}"),
            inside: String::new(),
            policy: format!("default-src 'none'; connect-src 'self'; {bad}"),
            components: serde_json::json!({"components": [component]}).to_string(),
            checked: serde_json::json!([[{"name": bad}], bad, bad, bad, false]).to_string(),
        };
        for route in Route::FOOTER {
            let text = format!("{:?}", picture(route, &told));
            for wrong in ["<script", "<img", "style=", "{{"] {
                assert!(!text.contains(wrong), "{route:?}: {wrong}");
            }
        }
    }
}
