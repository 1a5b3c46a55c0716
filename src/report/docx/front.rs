//! The front page and the contents.

use crate::picture::piece::Piece;
use crate::report::content::{Report, paragraphs};

use super::table;
use super::text::{add, end, paragraph, run, safe, start};

/// So many lines of contents have room on one page.
const LINES: usize = 40;

/// Adds the front page, and the contents where there is something to lead to.
pub(super) fn write(xml: &mut String, report: &Report) {
    paragraph(xml, "Title", "", &report.title);
    if !report.subtitle.is_empty() {
        paragraph(xml, "Subtitle", "", &report.subtitle);
    }
    if !report.label.is_empty() {
        paragraph(xml, "Label", "", &report.label);
    }
    table::pairs(xml, &report.facts);
    for text in paragraphs(&report.introduction) {
        paragraph(xml, "Normal", "", text);
    }
    if !report.sections.is_empty() {
        contents(xml, report);
    }
}

/// A heading with its level, and its number among all.
type Entry<'a> = (usize, u8, &'a str);

/// The headings that the contents name: those of two levels, or of the first alone where both
/// would fill pages.
fn entries(report: &Report) -> (u8, Vec<Entry<'_>>) {
    let mut entries: Vec<Entry<'_>> = Vec::new();
    let mut number = 0;
    for section in &report.sections {
        number += 1;
        entries.push((number, 1, &section.title));
        for piece in &section.pieces {
            if let Piece::Heading(level, text) = piece {
                number += 1;
                if (1..=2).contains(level) {
                    entries.push((number, *level, text));
                }
            }
        }
    }
    if entries.len() <= LINES {
        return (2, entries);
    }
    entries.retain(|(_, level, _)| *level == 1);
    (1, entries)
}

/// Adds the contents: a field with its lines filled in, so that nothing is asked when the document
/// is opened. Nobody knows the pages' numbers before the pages are laid out: Word sets them in
/// when the contents are updated.
fn contents(xml: &mut String, report: &Report) {
    let (levels, entries) = entries(report);
    xml.push_str(
        "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/>\
         <w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>",
    );
    paragraph(xml, "ContentsHeading", "", "Indhold");
    let last = entries.len();
    for (index, (number, level, text)) in entries.into_iter().enumerate() {
        start(xml, if level == 1 { "TOC1" } else { "TOC2" }, "");
        if index == 0 {
            let levels = levels.to_string();
            add(
                xml,
                &[
                    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>",
                    "<w:r><w:instrText xml:space=\"preserve\"> TOC \\o &quot;1-",
                    &levels,
                    "&quot; \\h \\z \\u </w:instrText></w:r>",
                    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
                ],
            );
        }
        let number = number.to_string();
        add(
            xml,
            &[
                "<w:hyperlink w:anchor=\"_Toc",
                &number,
                "\" w:history=\"1\">",
            ],
        );
        run(xml, "", text);
        xml.push_str("</w:hyperlink>");
        if index + 1 == last {
            xml.push_str("<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
        }
        end(xml);
    }
    xml.push_str("</w:sdtContent></w:sdt>");
}

/// What stands above every page but the first: whose report it is, and what its label says.
pub(super) fn header(report: &Report) -> String {
    let mut text = report.title.clone();
    if !report.label.is_empty() {
        text.push_str(" · ");
        text.push_str(&report.label);
    }
    text
}

/// What the document says of itself.
pub(super) fn properties(report: &Report) -> String {
    let about = safe(&report.subtitle);
    [
        "<cp:coreProperties xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>",
        &safe(&report.title),
        "</dc:title><dc:subject>",
        &about,
        "</dc:subject><dc:creator>Kommunebenchmark</dc:creator><dc:language>da-DK</dc:language></cp:coreProperties>",
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::content::Section;
    use crate::report::part::Part;

    fn report(headings: usize) -> Report {
        let heading = |level: u8| Piece::Heading(level, format!("Niveau {level}"));
        let section = |part: Part| Section {
            part,
            title: part.title().to_owned(),
            comment: String::new(),
            pieces: [heading(3)]
                .into_iter()
                .chain((0..headings).map(|_| heading(2)))
                .collect(),
        };
        Report {
            sections: vec![section(Part::Summary), section(Part::Plan)],
            ..Report::default()
        }
    }

    #[test]
    fn the_contents_name_two_levels_while_they_have_room_on_a_page() {
        let few = report(1);
        let expected = [
            (1, 1, "Sammenfatning"),
            (3, 2, "Niveau 2"),
            (4, 1, "Handleplan"),
            (6, 2, "Niveau 2"),
        ];
        assert_eq!(entries(&few), (2, expected.to_vec()));
        let many = report(30);
        let expected = [(1, 1, "Sammenfatning"), (33, 1, "Handleplan")];
        assert_eq!(entries(&many), (1, expected.to_vec()));
    }

    #[test]
    fn every_page_says_what_the_numbers_are_where_they_are_not_a_findings_ground() {
        let mut report = report(0);
        report.title = "Rapport".to_owned();
        assert_eq!(header(&report), "Rapport");
        report.label = "Orientering: tallene er model".to_owned();
        assert_eq!(header(&report), "Rapport · Orientering: tallene er model");
    }
}
