//! Where something is said: one of the five source documents, and the place in it.

use serde::{Deserialize, Deserializer};
use serde_json::Value;

/// A source document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Deserialize)]
pub enum Document {
    /// KLK's leaflet on the benchmark.
    #[serde(rename = "000")]
    Leaflet,
    /// KL's folder of 2018.
    #[serde(rename = "001")]
    Folder,
    /// KL's and KLK's slides of 2017.
    #[serde(rename = "002")]
    Slides,
    /// KL's article of 2019.
    #[serde(rename = "003")]
    Article,
    /// KLK's catalogue of 2017.
    #[serde(rename = "004")]
    Catalogue,
}

impl Document {
    /// Author, title and year, in Danish.
    #[must_use]
    pub const fn danish(self) -> &'static str {
        match self {
            Self::Leaflet => "KLK: »Sådan kan du benchmarke administrationen«, 2017",
            Self::Folder => "KL: »Omstilling og udvikling«, 2018",
            Self::Slides => "KL og KLK: »Effektiv drift af løn og bogholderi«, 2017",
            Self::Article => {
                "KL: »Digitalisering af administrationen giver bedre prioritering af ressourcer«, \
                 2019"
            }
            Self::Catalogue => "KLK: »Kommunale veje til effektivisering«, 2017",
        }
    }
}

/// A place in a document.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// The document.
    pub document: Document,
    /// Its pages, in order.
    #[serde(default, rename = "page", deserialize_with = "one_or_more")]
    pub pages: Vec<u16>,
    /// Its slides, in order.
    #[serde(default, rename = "slide", deserialize_with = "one_or_more")]
    pub slides: Vec<u16>,
    /// The heading, where the document has no numbers.
    #[serde(default)]
    pub section: Option<String>,
}

impl Source {
    /// Whether it says where in the document; the leaflet has no pages.
    #[must_use]
    pub const fn is_placed(&self) -> bool {
        !self.pages.is_empty()
            || !self.slides.is_empty()
            || self.section.is_some()
            || matches!(self.document, Document::Leaflet | Document::Article)
    }

    /// Document and place, in Danish: »..., s. 15–19«.
    #[must_use]
    pub fn danish(&self) -> String {
        let mut parts = vec![self.document.danish().to_owned()];
        for (word, numbers) in [("s.", &self.pages), ("dias", &self.slides)] {
            if !numbers.is_empty() {
                parts.push(format!("{word} {}", runs(numbers)));
            }
        }
        parts.extend(self.section.iter().map(|section| format!("»{section}«")));
        parts.join(", ")
    }
}

/// `15–19, 22` of numbers in order.
fn runs(numbers: &[u16]) -> String {
    let runs = numbers.chunk_by(|one, next| one.checked_add(1) == Some(*next));
    let written: Vec<String> = runs
        .map(|run| match (run.first(), run.last()) {
            (Some(first), Some(last)) if first != last => format!("{first}–{last}"),
            (Some(only), _) => only.to_string(),
            _ => String::new(),
        })
        .collect();
    written.join(", ")
}

/// A number, or a list of them.
fn one_or_more<'de, D: Deserializer<'de>>(deserializer: D) -> Result<Vec<u16>, D::Error> {
    let value = Value::deserialize(deserializer)?;
    let many = match value {
        Value::Array(_) => value,
        one => Value::Array(vec![one]),
    };
    Vec::deserialize(many).map_err(serde::de::Error::custom)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn a_place_is_one_number_or_several() {
        let check = |text: &str, danish: &str| {
            let source: Source = json::read(text).unwrap();
            assert_eq!(source.danish(), danish);
        };
        check(
            r#"{"document": "004", "page": [15, 16, 17, 22]}"#,
            "KLK: »Kommunale veje til effektivisering«, 2017, s. 15–17, 22",
        );
        check(
            r#"{"document": "002", "slide": 61}"#,
            "KL og KLK: »Effektiv drift af løn og bogholderi«, 2017, dias 61",
        );
        check(
            r#"{"document": "001", "section": "Vidste du at"}"#,
            "KL: »Omstilling og udvikling«, 2018, »Vidste du at«",
        );
    }

    #[test]
    fn a_place_that_is_no_number_or_a_key_that_is_not_known_is_refused() {
        for wrong in [
            r#"{"document": "005"}"#,
            r#"{"document": "004", "page": "15"}"#,
            r#"{"document": "004", "pages": 15}"#,
        ] {
            assert!(json::read::<Source>(wrong).is_err(), "{wrong}");
        }
    }
}
