//! Which bytes are opened, and how much of them is unpacked.
//!
//! A workbook comes by mail from anybody. Sizes that it declares are not believed: bytes are
//! counted while they are unpacked. Does not know what the parts hold.

use std::collections::BTreeMap;
use std::io::{self, Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::error::FormError;

/// All parts together, unpacked, in bytes. A full form is below 3 MB.
const WHOLE: u64 = 80 << 20;
/// One part, unpacked, in bytes.
const PART: u64 = 64 << 20;
/// Parts in a workbook.
const PARTS: usize = 2_000;

/// How a compound file starts: Excel before 2007, or a workbook with a password.
const COMPOUND: &[u8] = &[0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

/// The parts of a workbook that are XML, by their paths in small letters.
pub(super) type Parts = BTreeMap<String, String>;

/// Unpacks the parts of a workbook.
pub(super) fn unpack(bytes: &[u8]) -> Result<Parts, FormError> {
    if bytes.is_empty() {
        return Err(FormError::Empty);
    }
    if bytes.starts_with(COMPOUND) {
        return Err(compound(bytes));
    }
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| FormError::NotAWorkbook)?;
    if archive.len() > PARTS {
        return Err(FormError::TooLarge);
    }
    other_kind(&archive)?;
    let mut parts = Parts::new();
    let mut left = WHOLE;
    for index in 0..archive.len() {
        let part = archive.by_index(index).map_err(|error| broken(&error))?;
        let name = part.name().map_err(|error| broken(&error))?;
        let name = name.trim_start_matches('/').to_lowercase();
        let limit = left.min(PART);
        let mut content = part.take(limit + 1);
        let (_, extension) = name.rsplit_once('.').unwrap_or_default();
        let unpacked = if ["xml", "rels"].contains(&extension) {
            let mut text = Vec::new();
            let read = content.read_to_end(&mut text);
            let length = read.map_err(|_| damaged(&name))? as u64;
            if length <= limit {
                parts.insert(name.clone(), to_text(&name, text)?);
            }
            length
        } else {
            io::copy(&mut content, &mut io::sink()).map_err(|_| damaged(&name))?
        };
        left = left.checked_sub(unpacked).ok_or(FormError::TooLarge)?;
        if unpacked > limit {
            return Err(FormError::TooLarge);
        }
    }
    Ok(parts)
}

/// A part of a workbook is UTF-8, as every program writes it.
fn to_text(name: &str, bytes: Vec<u8>) -> Result<String, FormError> {
    String::from_utf8(bytes).map_err(|_| damaged(name))
}

pub(super) fn damaged(part: &str) -> FormError {
    FormError::Damaged {
        part: part.chars().take(80).collect(),
    }
}

fn broken(error: &ZipError) -> FormError {
    match error {
        ZipError::UnsupportedArchive(reason) if *reason == ZipError::PASSWORD_REQUIRED => {
            FormError::Protected
        }
        _ => damaged("zip"),
    }
}

/// Names in a compound file are UTF-16.
fn compound(bytes: &[u8]) -> FormError {
    let holds = |name: &str| {
        let name: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(name.len()).any(|window| window == name)
    };
    if holds("EncryptedPackage") {
        FormError::Protected
    } else if holds("Workbook") || holds("Book") {
        FormError::OldExcel
    } else if holds("WordDocument") {
        FormError::OtherKind("et Word-dokument (.doc)")
    } else {
        FormError::NotAWorkbook
    }
}

/// Other packages that are also zip files, told by a part that only they have.
fn other_kind(archive: &ZipArchive<Cursor<&[u8]>>) -> Result<(), FormError> {
    let kinds = [
        ("xl/workbook.bin", "en binær Excel-projektmappe (.xlsb)"),
        ("word/document.xml", "et Word-dokument (.docx)"),
        ("ppt/presentation.xml", "en PowerPoint-præsentation (.pptx)"),
        ("mimetype", "et OpenDocument-dokument (.ods)"),
        ("index/document.iwa", "et Numbers-regneark (.numbers)"),
    ];
    for (part, kind) in kinds {
        if archive
            .file_names()
            .any(|name| name.is_ok_and(|name| name.eq_ignore_ascii_case(part)))
        {
            return Err(FormError::OtherKind(kind));
        }
    }
    Ok(())
}
