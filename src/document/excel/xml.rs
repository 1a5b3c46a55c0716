//! Elements, attributes and texts of one part of a workbook.
//!
//! A thin layer over the parser: names without their prefixes, empty elements as a start and an
//! end, and one kind of error. Entities of a document's own are not expanded but refused.

use quick_xml::events::{BytesStart, Event};
use quick_xml::{Reader, XmlVersion};

use super::error::FormError;
use super::guard::damaged;

/// What stands next in a part.
pub(super) enum Token {
    /// An element starts; its name and attributes.
    Start(Element),
    /// An element ends.
    End(String),
    /// Characters.
    Text(String),
    /// The part is over.
    Over,
}

/// The start of an element.
pub(super) struct Element {
    /// Without a prefix.
    pub name: String,
    attributes: Vec<(String, String)>,
}

impl Element {
    /// An attribute by its name without a prefix.
    pub fn get(&self, name: &str) -> Option<&str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The attribute says yes.
    pub fn is_true(&self, name: &str) -> bool {
        matches!(self.get(name), Some("1" | "true" | "on"))
    }
}

/// Reads one part from its start to its end.
pub(super) struct Part<'a> {
    name: &'a str,
    reader: Reader<&'a [u8]>,
}

impl<'a> Part<'a> {
    pub fn new(name: &'a str, text: &'a str) -> Self {
        let mut reader = Reader::from_str(text.trim_start_matches('\u{feff}'));
        let config = reader.config_mut();
        config.expand_empty_elements = true;
        Self { name, reader }
    }

    /// That this part cannot be read.
    pub fn damaged(&self) -> FormError {
        damaged(self.name)
    }

    pub fn next(&mut self) -> Result<Token, FormError> {
        loop {
            let event = self.reader.read_event().map_err(|_| damaged(self.name))?;
            return Ok(match event {
                Event::Start(start) | Event::Empty(start) => Token::Start(self.element(&start)?),
                Event::End(end) => Token::End(end.local_name().as_ref().to_owned()),
                Event::Text(text) => Token::Text(text.xml10_content().into_owned()),
                Event::CData(text) => Token::Text(text.xml10_content().into_owned()),
                Event::GeneralRef(entity) => {
                    let known = entity.resolve_char_ref().map_err(|_| self.damaged())?;
                    let named = || match entity.as_ref() {
                        "amp" => Some('&'),
                        "lt" => Some('<'),
                        "gt" => Some('>'),
                        "quot" => Some('"'),
                        "apos" => Some('\''),
                        _ => None,
                    };
                    let character = known.or_else(named).ok_or_else(|| self.damaged())?;
                    Token::Text(character.to_string())
                }
                Event::Eof => Token::Over,
                Event::Comment(_) | Event::Decl(_) | Event::PI(_) | Event::DocType(_) => continue,
            });
        }
    }

    fn element(&self, start: &BytesStart<'_>) -> Result<Element, FormError> {
        let mut attributes = Vec::new();
        for attribute in start.attributes().with_checks(false) {
            let attribute = attribute.map_err(|_| self.damaged())?;
            let value = attribute
                .normalized_value(XmlVersion::Explicit1_0)
                .map_err(|_| self.damaged())?;
            let name = attribute.key.local_name().as_ref().to_owned();
            attributes.push((name, value.into_owned()));
        }
        Ok(Element {
            name: start.local_name().as_ref().to_owned(),
            attributes,
        })
    }

    /// The characters up to the end of the element that has just started, without those inside
    /// the elements that are to be left out.
    pub fn text(&mut self, element: &str, left_out: &str) -> Result<String, FormError> {
        let mut text = String::new();
        let mut depth = 1_u32;
        let mut skipped = 0_u32;
        while depth > 0 {
            match self.next()? {
                Token::Start(start) => {
                    depth += u32::from(start.name == element);
                    skipped += u32::from(start.name == left_out);
                }
                Token::End(name) => {
                    depth -= u32::from(name == element);
                    skipped = skipped.saturating_sub(u32::from(name == left_out));
                }
                Token::Text(more) if skipped == 0 => text.push_str(&more),
                Token::Text(_) => {}
                Token::Over => return Err(self.damaged()),
            }
        }
        Ok(text)
    }
}

/// Takes back the way in which Excel writes characters that XML cannot hold: `_x000D_`.
pub(super) fn unescape(text: &str) -> String {
    let mut result = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let (before, escape) = rest.split_at(at);
        result.push_str(before);
        if let Some(character) = escaped(escape) {
            result.push(character);
            rest = &escape[7..];
        } else {
            result.push_str("_x");
            rest = &escape[2..];
        }
    }
    result.push_str(rest);
    result
}

fn escaped(escape: &str) -> Option<char> {
    let code = escape.get(2..6)?;
    let is_escape = code.bytes().all(|b| b.is_ascii_hexdigit()) && escape[6..].starts_with('_');
    let number = u32::from_str_radix(code, 16).ok().filter(|_| is_escape)?;
    char::from_u32(number)
}
