//! What the sheets of a workbook share: their names and parts, the texts, and which cells are
//! dates.
//!
//! Does not read cells; see [`super::cells`].

use std::collections::BTreeMap;
use std::rc::Rc;

use super::error::FormError;
use super::guard::Parts;
use super::xml::{Element, Part, Token, unescape};

/// Longest text of one cell that is kept, in bytes. Excel allows 32,767 characters.
const LONGEST_TEXT: usize = 200_000;

/// Texts, relations and sheets that a workbook may have, each.
const LONGEST_LIST: usize = 200_000;

/// One sheet of a workbook.
#[derive(Debug)]
pub(super) struct SheetPart {
    pub name: String,
    /// Path of its part.
    pub path: String,
}

/// A workbook without its cells.
#[derive(Debug)]
pub(super) struct Workbook {
    pub sheets: Vec<SheetPart>,
    /// Texts that cells refer to.
    pub texts: Vec<Rc<str>>,
    /// For every cell format: it shows a number as a date.
    pub dates: Vec<bool>,
    /// Days are counted from 1904 instead of 1900.
    pub from_1904: bool,
}

type Targets = BTreeMap<String, String>;

impl Workbook {
    pub fn read(parts: &Parts) -> Result<Self, FormError> {
        let root = relations(parts, "_rels/.rels", "")?;
        let main = root
            .into_iter()
            .find(|(kind, _, _)| kind == "officeDocument")
            .map_or_else(|| "xl/workbook.xml".to_owned(), |(_, _, path)| path);
        let text = parts.get(&main).ok_or(FormError::NotAWorkbook)?;
        let (folder, file) = main.rsplit_once('/').unwrap_or(("", &main));
        let relations = relations(parts, &join(folder, &format!("_rels/{file}.rels")), folder)?;
        let part_of = |kind: &str| {
            let path = relations.iter().find(|(known, _, _)| known == kind);
            path.and_then(|(_, _, path)| Some((path.as_str(), parts.get(path)?.as_str())))
        };
        let texts = match part_of("sharedStrings") {
            Some((name, text)) => texts(Part::new(name, text))?,
            None => Vec::new(),
        };
        let dates = match part_of("styles") {
            Some((name, text)) => dates(Part::new(name, text))?,
            None => Vec::new(),
        };
        let targets = relations
            .iter()
            .filter(|(kind, _, _)| kind == "worksheet")
            .map(|(_, id, path)| (id.clone(), path.clone()))
            .collect();
        let (sheets, from_1904) = sheets(Part::new(&main, text), &targets)?;
        Ok(Self {
            sheets,
            texts,
            dates,
            from_1904,
        })
    }
}

/// Kind, id and path of what a part refers to.
fn relations(
    parts: &Parts,
    name: &str,
    folder: &str,
) -> Result<Vec<(String, String, String)>, FormError> {
    let mut found = Vec::new();
    let Some(text) = parts.get(&name.to_lowercase()) else {
        return Ok(found);
    };
    let mut part = Part::new(name, text);
    loop {
        match part.next()? {
            Token::Start(element) if element.name == "Relationship" => {
                check_length(found.len())?;
                let get = |name| element.get(name).unwrap_or_default();
                let kind = get("Type").rsplit('/').next().unwrap_or_default();
                found.push((
                    kind.to_owned(),
                    get("Id").to_owned(),
                    join(folder, get("Target")).to_lowercase(),
                ));
            }
            Token::Over => return Ok(found),
            _ => {}
        }
    }
}

fn check_length(length: usize) -> Result<(), FormError> {
    if length < LONGEST_LIST {
        Ok(())
    } else {
        Err(FormError::TooLarge)
    }
}

/// A path from a folder, with `..` and from the top where it starts with `/`.
fn join(folder: &str, target: &str) -> String {
    let mut steps: Vec<&str> = if target.starts_with('/') {
        Vec::new()
    } else {
        folder.split('/').collect()
    };
    for step in target.split('/') {
        match step {
            ".." => drop(steps.pop()),
            "" | "." => {}
            step => steps.push(step),
        }
    }
    steps.retain(|step| !step.is_empty());
    steps.join("/")
}

fn sheets(mut part: Part<'_>, targets: &Targets) -> Result<(Vec<SheetPart>, bool), FormError> {
    let mut sheets = Vec::new();
    let mut from_1904 = false;
    loop {
        match part.next()? {
            Token::Start(element) if element.name == "workbookPr" => {
                from_1904 = element.is_true("date1904");
            }
            Token::Start(element) if element.name == "sheet" => {
                // Chart sheets have another kind of part, and hold no cells.
                let path = element.get("id").and_then(|id| targets.get(id));
                if let Some(path) = path {
                    // Each part is read once, so that reading ends.
                    if sheets.iter().any(|sheet: &SheetPart| sheet.path == *path) {
                        return Err(part.damaged());
                    }
                    sheets.push(SheetPart {
                        name: unescape(element.get("name").unwrap_or_default()),
                        path: path.clone(),
                    });
                }
            }
            Token::Over => return Ok((sheets, from_1904)),
            _ => {}
        }
    }
}

fn texts(mut part: Part<'_>) -> Result<Vec<Rc<str>>, FormError> {
    let mut texts = Vec::new();
    loop {
        match part.next()? {
            Token::Start(element) if element.name == "si" => {
                check_length(texts.len())?;
                texts.push(rich_text(&mut part, "si")?);
            }
            Token::Over => return Ok(texts),
            _ => {}
        }
    }
}

/// A text in one or several formats, without the readings of Asian signs.
pub(super) fn rich_text(part: &mut Part<'_>, element: &str) -> Result<Rc<str>, FormError> {
    let text = unescape(&part.text(element, "rPh")?);
    if text.len() > LONGEST_TEXT {
        return Err(FormError::TooLarge);
    }
    Ok(text.into())
}

fn dates(mut part: Part<'_>) -> Result<Vec<bool>, FormError> {
    let mut own: BTreeMap<u32, bool> = BTreeMap::new();
    let mut dates = Vec::new();
    let mut in_cells = false;
    let number = |element: &Element| element.get("numFmtId").and_then(|id| id.parse().ok());
    loop {
        match part.next()? {
            Token::Start(element) => match element.name.as_str() {
                "numFmt" => {
                    let code = element.get("formatCode").unwrap_or_default();
                    own.extend(number(&element).map(|id| (id, is_date(code))));
                }
                "cellXfs" => in_cells = true,
                "xf" if in_cells => {
                    let id: u32 = number(&element).unwrap_or_default();
                    let built_in = matches!(id, 14..=22 | 27..=36 | 45..=47 | 50..=58);
                    dates.push(own.get(&id).copied().unwrap_or(built_in));
                }
                _ => {}
            },
            Token::End(name) if name == "cellXfs" => in_cells = false,
            Token::Over => return Ok(dates),
            _ => {}
        }
    }
}

/// A number format with a letter of a date or a time outside quotes, brackets and escapes.
fn is_date(code: &str) -> bool {
    let mut characters = code.chars();
    while let Some(c) = characters.next() {
        match c {
            '"' => drop(characters.by_ref().find(|c| *c == '"')),
            '[' => drop(characters.by_ref().find(|c| *c == ']')),
            '\\' | '_' | '*' => drop(characters.next()),
            'd' | 'm' | 'y' | 'h' | 's' | 'D' | 'M' | 'Y' | 'H' | 'S' => return true,
            _ => {}
        }
    }
    false
}
