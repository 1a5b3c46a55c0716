//! Workbooks as their parts, so that tests can look into them and break them.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// Paths and texts of the parts.
pub type Parts = BTreeMap<String, String>;

pub fn unpack(bytes: &[u8]) -> Parts {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).unwrap();
    let mut parts = Parts::new();
    for index in 0..archive.len() {
        let mut part = archive.by_index(index).unwrap();
        let name = part.name().unwrap().into_owned();
        let mut text = String::new();
        part.read_to_string(&mut text).unwrap();
        parts.insert(name, text);
    }
    parts
}

pub fn pack(parts: &Parts) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, text) in parts {
        writer.start_file(name.as_str(), stored).unwrap();
        writer.write_all(text.as_bytes()).unwrap();
    }
    writer.finish().unwrap().into_inner()
}

/// The smallest workbook with one sheet of these rows, as XML.
pub fn with_rows(rows: &str) -> Parts {
    let package = "http://schemas.openxmlformats.org/package/2006";
    let office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    let relation = |kind: &str, target: &str| {
        format!(
            "<Relationships xmlns=\"{package}/relationships\"><Relationship Id=\"r1\" \
             Type=\"{office}/{kind}\" Target=\"{target}\"/></Relationships>"
        )
    };
    Parts::from([
        (
            "_rels/.rels".to_owned(),
            relation("officeDocument", "xl/workbook.xml"),
        ),
        (
            "xl/workbook.xml".to_owned(),
            format!(
                "<workbook xmlns:r=\"{office}\"><sheets><sheet name=\"Ark1\" sheetId=\"1\" \
                 r:id=\"r1\"/></sheets></workbook>"
            ),
        ),
        (
            "xl/_rels/workbook.xml.rels".to_owned(),
            relation("worksheet", "worksheets/sheet1.xml"),
        ),
        (
            "xl/worksheets/sheet1.xml".to_owned(),
            format!("<worksheet><sheetData>{rows}</sheetData></worksheet>"),
        ),
    ])
}

/// A row of texts, without a number of its own.
pub fn row(texts: &[&str]) -> String {
    let mut row = "<row>".to_owned();
    for text in texts {
        write!(row, "<c t=\"inlineStr\"><is><t>{text}</t></is></c>").unwrap();
    }
    row + "</row>"
}
