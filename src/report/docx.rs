//! The report as a Word document.
//!
//! Owns what each piece of a report becomes in Word, and the file around it. Decides nothing about
//! what a report holds ([`super::content`]), and draws nothing: pictures of charts come as PNG.
//!
//! | module | owns |
//! | --- | --- |
//! | `text` | texts, runs and paragraphs |
//! | `page` | how the pages lie |
//! | `front` | the front page and the contents |
//! | `body` | the sections, piece by piece |
//! | `table`, `columns` | tables; how wide their columns are |
//! | `figure` | the pictures of charts |
//! | `package` | the parts, their names and the zip |
//!
//! Written by hand on `zip`, which the worker has already: that adds 18 KB (gzipped, native code as a
//! measure), where the crate `docx-rs` 0.4, with a zip and an XML writer of its own, adds 215 KB.
//! The edition in one file has not that much room.

mod body;
mod columns;
mod figure;
mod front;
mod package;
mod page;
mod table;
mod text;

use std::collections::BTreeMap;
use std::fmt;

use super::content::Report;

use body::Body;
use package::Parts;

/// A document that cannot be packed; what the packer says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WriteError(String);

impl fmt::Display for WriteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(
            f,
            "Word-dokumentet kunne ikke laves: {}. Gem rapporten som PDF eller som side i stedet.",
            self.0
        )
    }
}

impl std::error::Error for WriteError {}

/// Writes a report as the bytes of a `.docx` file. The same report and pictures give the same
/// bytes.
///
/// `images` are pictures of charts as PNG files, by the ids of their figures. A figure without one
/// stands as its title, its summary and its numbers.
///
/// # Errors
/// Where the file cannot be packed.
pub fn write(report: &Report, images: &BTreeMap<String, Vec<u8>>) -> Result<Vec<u8>, WriteError> {
    let mut body = Body::new(images);
    front::write(&mut body.xml, report);
    for section in &report.sections {
        body.section(section);
    }
    body.finish();
    package::pack(&Parts {
        body: &body.xml,
        properties: &front::properties(report),
        header: &front::header(report),
        lists: body.lists,
        figures: &body.figures.held,
    })
}

#[cfg(test)]
mod given;
#[cfg(test)]
mod office;

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;
    use crate::picture::piece::Piece;
    use crate::report::part::Part;

    fn written() -> BTreeMap<String, Vec<u8>> {
        given::unpack(&write(&given::report(), &given::images()).unwrap())
    }

    fn document(report: &Report) -> Vec<u8> {
        let bytes = write(report, &BTreeMap::new()).unwrap();
        given::unpack(&bytes)["word/document.xml"].clone()
    }

    #[test]
    fn every_part_is_well_formed_and_of_a_kind_that_the_package_names() {
        let parts = written();
        let types = given::elements(&parts["[Content_Types].xml"]);
        for (name, content) in &parts {
            let ending = name.rsplit('.').next().unwrap();
            let is_named = types.iter().any(|kind| {
                let get = |key: &str| kind.attributes.get(key);
                get("PartName") == Some(&format!("/{name}"))
                    || (ending != "xml" && get("Extension").is_some_and(|one| one == ending))
            });
            assert!(is_named || name == "[Content_Types].xml", "{name}");
            if ending == "png" {
                assert_eq!(content, given::PIXEL);
            } else {
                assert!(!given::elements(content).is_empty(), "{name}");
            }
        }
        let overrides = types
            .iter()
            .filter_map(|kind| kind.attributes.get("PartName"));
        for name in overrides {
            assert!(parts.contains_key(&name[1..]), "{name}");
        }
    }

    #[test]
    fn every_relationship_leads_to_a_part_and_every_style_list_and_bookmark_is_there() {
        let parts = written();
        let every = |part: &str, element: &str, attribute: &str| -> BTreeSet<String> {
            let elements = given::elements(&parts[part]);
            let of_name = elements.iter().filter(|one| one.name == element);
            of_name
                .filter_map(|one| one.attributes.get(attribute).cloned())
                .collect()
        };
        for (file, folder) in [
            ("_rels/.rels", ""),
            ("word/_rels/document.xml.rels", "word/"),
        ] {
            for target in every(file, "Relationship", "Target") {
                assert!(parts.contains_key(&format!("{folder}{target}")), "{target}");
            }
        }
        let body = "word/document.xml";
        let named = every("word/_rels/document.xml.rels", "Relationship", "Id");
        for (element, attribute) in [
            ("w:headerReference", "r:id"),
            ("w:footerReference", "r:id"),
            ("a:blip", "r:embed"),
        ] {
            let used = every(body, element, attribute);
            assert!(!used.is_empty() && used.is_subset(&named), "{used:?}");
        }
        let styles = every("word/styles.xml", "w:style", "w:styleId");
        for part in [
            body,
            "word/styles.xml",
            "word/header1.xml",
            "word/footer1.xml",
        ] {
            for element in ["w:pStyle", "w:tblStyle", "w:basedOn", "w:next"] {
                let used = every(part, element, "w:val");
                assert!(used.is_subset(&styles), "{used:?}");
            }
        }
        let lists = every("word/numbering.xml", "w:num", "w:numId");
        assert_eq!(every(body, "w:numId", "w:val"), lists);
        assert_eq!(lists.len(), 3);
        let marks = every(body, "w:bookmarkStart", "w:name");
        assert!(every(body, "w:hyperlink", "w:anchor").is_subset(&marks));
    }

    #[test]
    fn a_report_is_read_in_its_order() {
        let parts = written();
        let paragraphs = given::paragraphs(&parts["word/document.xml"]);
        let lines = paragraphs
            .iter()
            .filter(|(style, _)| style != "AfterTable" && style != "Room")
            .map(|(style, text)| format!("{style}: {text}"));
        let expected = include_str!("docx/given.txt");
        assert_eq!(lines.collect::<Vec<_>>().join("\n"), expected.trim_end());
        let room = paragraphs.iter().filter(|(style, _)| style == "Room");
        assert_eq!(room.count(), 3);
        let header = given::paragraphs(&parts["word/header1.xml"]);
        assert_eq!(
            header[0].1,
            "Administrationen i Prøve Kommune · Orientering: tallene er modeldata"
        );
    }

    #[test]
    fn tables_of_many_columns_stand_across_with_what_introduces_them() {
        let body = String::from_utf8(document(&given::report())).unwrap();
        let pages: Vec<&str> = body.split("<w:sectPr>").collect();
        assert_eq!(pages.len(), 4);
        let across = pages[1..].iter().map(|page| {
            let (size, _) = page.split_once("</w:sectPr>").unwrap();
            size.contains("landscape")
        });
        assert_eq!(across.collect::<Vec<_>>(), [false, true, false]);
        assert!(pages[1].contains(">Personale<") && pages[1].contains(">Under den brede.<"));
        assert!(pages[2].contains(Part::Method.title()));
        assert_eq!(body.matches("<w:titlePg/>").count(), 1);
    }

    #[test]
    fn the_same_report_gives_the_same_bytes() {
        let bytes = || write(&given::report(), &given::images()).unwrap();
        assert_eq!(bytes(), bytes());
    }

    #[test]
    fn hostile_texts_survive_as_texts() {
        let long = "æ<&>\"'😀\u{202e} ".repeat(250);
        for text in [
            "</w:t></w:p><w:p>",
            "a\u{0}\u{8}\u{c}b",
            "]]>",
            "&amp;",
            &long,
        ] {
            let mut report = given::report();
            text.clone_into(&mut report.title);
            text.clone_into(&mut report.label);
            report.sections[0].comment = text.to_owned();
            report.sections[0].pieces = vec![
                Piece::Heading(2, text.to_owned()),
                Piece::Terms(vec![(text.to_owned(), text.to_owned())]),
            ];
            let paragraphs = given::paragraphs(&document(&report));
            let kept: String = text.chars().filter(|c| *c >= ' ').collect();
            for style in ["Title", "Label", "Heading2", "Text"] {
                let is_kept = paragraphs
                    .iter()
                    .any(|(of, text)| of == style && *text == kept);
                assert!(is_kept, "{style}: {text}");
            }
            let comment = paragraphs.iter().find(|(of, _)| of == "Comment").unwrap();
            assert_eq!(comment.1, kept.trim());
        }
    }

    #[test]
    fn a_report_of_nothing_is_a_document() {
        let paragraphs = given::paragraphs(&document(&Report::default()));
        assert_eq!(paragraphs, [("Title".to_owned(), String::new())]);
    }
}
