//! Texts, runs and paragraphs, as Word has them.
//!
//! Owns how a text becomes markup that no text can break out of. Knows nothing of a report.

use crate::document::html::escape;

/// The look of a run that is bold.
pub(super) const BOLD: &str = "<w:b/>";

/// The look of a paragraph that stays with what comes after it.
pub(super) const KEEP: &str = "<w:keepNext/>";

/// A text between tags or in an attribute: escaped, and without the characters that XML 1.0 has no
/// form for at all, which Word takes for a damaged file.
pub(super) fn safe(text: &str) -> String {
    let is_allowed = |c: &char| match c {
        '\t' | '\n' => true,
        '\u{fffe}' | '\u{ffff}' => false,
        other => *other >= ' ',
    };
    escape(&text.chars().filter(is_allowed).collect::<String>())
}

/// Adds a run; a text's own lines stay lines.
pub(super) fn run(xml: &mut String, look: &str, text: &str) {
    xml.push_str("<w:r>");
    if !look.is_empty() {
        add(xml, &["<w:rPr>", look, "</w:rPr>"]);
    }
    for (number, line) in text.lines().enumerate() {
        if number > 0 {
            xml.push_str("<w:br/>");
        }
        add(
            xml,
            &["<w:t xml:space=\"preserve\">", &safe(line), "</w:t>"],
        );
    }
    xml.push_str("</w:r>");
}

/// Adds the start of a paragraph: its style, and what it has beyond that.
pub(super) fn start(xml: &mut String, style: &str, beyond: &str) {
    add(
        xml,
        &[
            "<w:p><w:pPr><w:pStyle w:val=\"",
            style,
            "\"/>",
            beyond,
            "</w:pPr>",
        ],
    );
}

/// Adds the end of a paragraph.
pub(super) fn end(xml: &mut String) {
    xml.push_str("</w:p>");
}

/// Adds a paragraph of one run.
pub(super) fn paragraph(xml: &mut String, style: &str, beyond: &str, text: &str) {
    start(xml, style, beyond);
    run(xml, "", text);
    end(xml);
}

/// Adds the paragraph above a table or a figure, which stays with it. The badge is a few words
/// without which the numbers may not be read.
pub(super) fn caption(xml: &mut String, text: &str, badge: Option<&str>) {
    start(xml, "Caption", KEEP);
    run(xml, "", text);
    if let Some(badge) = badge {
        run(xml, "", &format!(" ({badge})"));
    }
    end(xml);
}

/// Adds markup piece by piece; what `format!` would take more room for.
pub(super) fn add(xml: &mut String, pieces: &[&str]) {
    for piece in pieces {
        xml.push_str(piece);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_breaks_out_of_nothing_and_holds_no_character_that_xml_forbids() {
        let check = |text: &str, expected: &str| assert_eq!(safe(text), expected);
        check("<w:p>&\"'", "&lt;w:p&gt;&amp;&quot;&#39;");
        check("a\u{0}\u{1}\u{b}\u{1f}\u{fffe}\u{ffff}b", "ab");
        check("æøå \u{2212}1,5 😀\tx", "æøå \u{2212}1,5 😀\tx");
    }

    #[test]
    fn the_lines_of_a_text_stay_lines() {
        let mut xml = String::new();
        paragraph(&mut xml, "Note", KEEP, "a \r\nb");
        assert_eq!(
            xml,
            "<w:p><w:pPr><w:pStyle w:val=\"Note\"/><w:keepNext/></w:pPr><w:r>\
             <w:t xml:space=\"preserve\">a </w:t><w:br/><w:t xml:space=\"preserve\">b</w:t></w:r></w:p>"
        );
    }
}
