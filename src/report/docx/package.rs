//! The file: its parts, what they are, how they name each other, and the zip around them.
//!
//! The same parts give the same bytes: there is no time in them but the first that zip can tell.

use std::io::{Cursor, Write as _};

use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use super::WriteError;
use super::body::BULLETS;
use super::text::{add, paragraph};

/// What a Word document is made of, but for what is the same in all of them.
pub(super) struct Parts<'a> {
    /// The body of the document.
    pub body: &'a str,
    /// What it says of itself, as a whole part.
    pub properties: &'a str,
    /// What stands above every page but the first.
    pub header: &'a str,
    /// How many numbered lists there are.
    pub lists: usize,
    /// The pictures, as PNG.
    pub figures: &'a [&'a [u8]],
}

const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// What every part of the text declares.
const NAMES: &str = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\" xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\">";

const RELATIONSHIPS: &str =
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
const KIND: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

/// The parts that the document names: how, of what kind, and their file.
const NAMED: [(&str, &str, &str); 6] = [
    ("rIdStyles", "styles", "styles.xml"),
    ("rIdNumbering", "numbering", "numbering.xml"),
    ("rIdSettings", "settings", "settings.xml"),
    ("rIdHeader", "header", "header1.xml"),
    ("rIdFirst", "header", "header2.xml"),
    ("rIdFooter", "footer", "footer1.xml"),
];

const STYLES: &str = include_str!("styles.xml");
const SETTINGS: &str = include_str!("settings.xml");
const NUMBERING: &str = include_str!("numbering.xml");

const FOOTER: &str = "<w:p><w:pPr><w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Side </w:t></w:r><w:fldSimple w:instr=\" PAGE \"><w:r><w:t>1</w:t></w:r></w:fldSimple><w:r><w:t xml:space=\"preserve\"> af </w:t></w:r><w:fldSimple w:instr=\" NUMPAGES \"><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>";

/// Packs a document.
pub(super) fn pack(parts: &Parts<'_>) -> Result<Vec<u8>, WriteError> {
    pack_all(parts).map_err(|error| WriteError(error.to_string()))
}

fn pack_all(parts: &Parts<'_>) -> Result<Vec<u8>, ZipError> {
    let mut bytes = Vec::new();
    let mut zip = ZipWriter::new_stream(Cursor::new(&mut bytes));
    let as_text = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    // A PNG is small already.
    let as_it_is = as_text.compression_method(CompressionMethod::Stored);
    for (name, content) in texts(parts) {
        zip.start_file(name, as_text)?;
        zip.write_all(DECLARATION.as_bytes())?;
        zip.write_all(content.as_bytes())?;
    }
    for (index, png) in parts.figures.iter().enumerate() {
        let name = format!("word/{}", figure(index));
        zip.start_file(name.as_str(), as_it_is)?;
        zip.write_all(png)?;
    }
    zip.finish()?;
    Ok(bytes)
}

/// The file of a picture, from the document's folder.
fn figure(index: usize) -> String {
    format!("media/figure{}.png", index + 1)
}

/// The parts that are XML, in the order in which they are packed.
fn texts(parts: &Parts<'_>) -> [(&'static str, String); 11] {
    let header = |style: &str, text: &str| {
        let mut xml = String::new();
        paragraph(&mut xml, style, "", text);
        whole("hdr", &[&xml])
    };
    let body = ["<w:body>", parts.body, "</w:body>"];
    [
        ("[Content_Types].xml", content_types()),
        ("_rels/.rels", package_names()),
        ("docProps/core.xml", parts.properties.to_owned()),
        ("word/document.xml", whole("document", &body)),
        ("word/_rels/document.xml.rels", document_names(parts)),
        ("word/styles.xml", whole("styles", &[STYLES])),
        ("word/numbering.xml", numbering(parts.lists)),
        ("word/settings.xml", whole("settings", &[SETTINGS])),
        ("word/header1.xml", header("Header", parts.header)),
        ("word/header2.xml", header("Normal", "")),
        ("word/footer1.xml", whole("ftr", &[FOOTER])),
    ]
}

/// A part of the text with all that it declares.
fn whole(name: &str, content: &[&str]) -> String {
    let mut xml = ["<w:", name, NAMES].concat();
    add(&mut xml, content);
    add(&mut xml, &["</w:", name, ">"]);
    xml
}

fn content_types() -> String {
    let mut xml = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"png\" ContentType=\"image/png\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
        .to_owned();
    let document = ("", "document.main", "document.xml");
    for (_, kind, file) in [document].into_iter().chain(NAMED) {
        add(
            &mut xml,
            &[
                "<Override PartName=\"/word/",
                file,
                "\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.",
                kind,
                "+xml\"/>",
            ],
        );
    }
    xml + "</Types>"
}

fn package_names() -> String {
    let mut xml = RELATIONSHIPS.to_owned();
    name(
        &mut xml,
        "rIdDocument",
        "officeDocument",
        "word/document.xml",
    );
    add(
        &mut xml,
        &[
            "<Relationship Id=\"rIdProperties\" Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/></Relationships>",
        ],
    );
    xml
}

fn document_names(parts: &Parts<'_>) -> String {
    let mut xml = RELATIONSHIPS.to_owned();
    for (id, kind, file) in NAMED {
        name(&mut xml, id, kind, file);
    }
    for index in 0..parts.figures.len() {
        let id = format!("rIdFigure{}", index + 1);
        name(&mut xml, &id, "image", &figure(index));
    }
    xml + "</Relationships>"
}

fn name(xml: &mut String, id: &str, kind: &str, file: &str) {
    let start = "<Relationship Id=\"";
    add(
        xml,
        &[
            start,
            id,
            "\" Type=\"",
            KIND,
            kind,
            "\" Target=\"",
            file,
            "\"/>",
        ],
    );
}

/// The lists: one with bullets, and for each that is numbered one of its own, so that each begins
/// with 1.
fn numbering(lists: usize) -> String {
    let mut xml = NUMBERING.to_owned();
    for list in 1..=lists {
        let number = (BULLETS + list).to_string();
        add(
            &mut xml,
            &[
                "<w:num w:numId=\"",
                &number,
                "\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\">\
                 <w:startOverride w:val=\"1\"/></w:lvlOverride></w:num>",
            ],
        );
    }
    whole("numbering", &[&xml])
}
