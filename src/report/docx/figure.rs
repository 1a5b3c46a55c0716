//! The pictures of charts.
//!
//! Owns which pictures a document holds, how large they stand, and what those are told who do not
//! see them. Does not draw: a picture comes as a PNG, made where charts are drawn.

use std::collections::BTreeMap;

use super::text::{add, end, safe, start};

/// Picture units (EMU) in a millimetre.
const UNITS: u64 = 36_000;

/// The widest and the highest a picture stands, in millimetres: the upright page's text, less
/// room for the caption.
const WIDEST: u64 = 170;
const HIGHEST: u64 = 215;

/// How a PNG begins: its mark, and the length and name of its first chunk.
const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR";

/// The pictures that there are, and those that the document holds so far.
pub(super) struct Figures<'a> {
    images: &'a BTreeMap<String, Vec<u8>>,
    /// In the order of their numbers, which begin with 1.
    pub held: Vec<&'a [u8]>,
}

impl<'a> Figures<'a> {
    pub const fn new(images: &'a BTreeMap<String, Vec<u8>>) -> Self {
        Self {
            images,
            held: Vec::new(),
        }
    }

    /// A figure's picture with its size in pixels, where there is one that can be shown.
    fn find(&self, id: &str) -> Option<(&'a [u8], u64, u64)> {
        let png = self.images.get(id)?;
        let (width, height) = size(png)?;
        Some((png, width, height))
    }

    /// Whether a figure has a picture that can be shown.
    pub fn has(&self, id: &str) -> bool {
        self.find(id).is_some()
    }

    /// Adds a figure's picture, in the width of the text.
    pub fn write(&mut self, xml: &mut String, id: &str, about: &str) {
        let Some((png, width, height)) = self.find(id) else {
            return;
        };
        self.held.push(png);
        let number = self.held.len().to_string();
        let (wide, high) = fitted(width, height);
        let (wide, high) = (wide.to_string(), high.to_string());
        let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture";
        start(xml, "Figure", "");
        add(
            xml,
            &[
                "<w:r><w:drawing><wp:inline distT=\"0\" distB=\"0\" distL=\"0\" distR=\"0\">",
                "<wp:extent cx=\"",
                &wide,
                "\" cy=\"",
                &high,
                "\"/><wp:docPr id=\"",
                &number,
                "\" name=\"Figur ",
                &number,
                "\" descr=\"",
                &safe(about),
                "\"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect=\"1\"/>",
                "</wp:cNvGraphicFramePr><a:graphic><a:graphicData uri=\"",
                picture,
                "\"><pic:pic xmlns:pic=\"",
                picture,
                "\"><pic:nvPicPr><pic:cNvPr id=\"",
                &number,
                "\" name=\"figure",
                &number,
                ".png\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed=\"rIdFigure",
                &number,
                "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm>",
                "<a:off x=\"0\" y=\"0\"/><a:ext cx=\"",
                &wide,
                "\" cy=\"",
                &high,
                "\"/></a:xfrm><a:prstGeom prst=\"rect\"><a:avLst/></a:prstGeom></pic:spPr>",
                "</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r>",
            ],
        );
        end(xml);
    }
}

/// The pixels of a PNG across and down, as it says itself; none of what is no PNG.
fn size(png: &[u8]) -> Option<(u64, u64)> {
    let rest = png.strip_prefix(PNG)?;
    let (width, rest) = rest.split_first_chunk::<4>()?;
    let (height, _) = rest.split_first_chunk::<4>()?;
    let [width, height] = [width, height].map(|bytes| u64::from(u32::from_be_bytes(*bytes)));
    (width > 0 && height > 0).then_some((width, height))
}

/// The size on the page in picture units, with the proportions that it has.
fn fitted(width: u64, height: u64) -> (u64, u64) {
    let (widest, highest) = (WIDEST * UNITS, HIGHEST * UNITS);
    let high = (widest * height / width).max(1);
    if high <= highest {
        (widest, high)
    } else {
        ((highest * width / height).max(1), highest)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_picture_is_as_large_as_it_says_itself() {
        let png = |width: u32, height: u32| {
            let mut bytes = PNG.to_vec();
            bytes.extend(width.to_be_bytes());
            bytes.extend(height.to_be_bytes());
            bytes
        };
        assert_eq!(size(&png(1600, 900)), Some((1600, 900)));
        assert_eq!(size(&png(0, 900)), None);
        assert_eq!(size(&png(1600, 900)[..20]), None);
        assert_eq!(size(b"GIF89a"), None);
        assert_eq!(size(b""), None);
    }

    #[test]
    fn a_picture_is_as_wide_as_the_text_unless_it_would_be_too_high() {
        assert_eq!(fitted(1700, 1000), (170 * UNITS, 100 * UNITS));
        assert_eq!(fitted(85, 50), (170 * UNITS, 100 * UNITS));
        assert_eq!(fitted(1000, 2150), (100 * UNITS, 215 * UNITS));
        assert_eq!(fitted(u64::from(u32::MAX), 1), (170 * UNITS, 1));
    }
}
