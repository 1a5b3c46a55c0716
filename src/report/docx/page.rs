//! The sheets of paper: A4, upright or across where a table is wide.

use super::text::add;

/// Columns that an upright page has room for; a table of more stands across.
const MOST: usize = 10;

/// How a sheet of A4 lies. The margins are 20 mm on every side.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Page {
    /// The short edge above.
    #[default]
    Upright,
    /// The long edge above.
    Across,
}

impl Page {
    /// The page for a table of that many columns.
    pub const fn of(columns: usize) -> Self {
        if columns > MOST {
            Self::Across
        } else {
            Self::Upright
        }
    }

    /// The width of its text in twentieths of a point.
    pub const fn width(self) -> usize {
        match self {
            Self::Upright => 11_906 - 2 * 1_134,
            Self::Across => 16_838 - 2 * 1_134,
        }
    }

    /// Adds what a run of such pages is. The first run has the headers and footers, which those
    /// after it take over, and the front page.
    pub fn write(self, xml: &mut String, is_first: bool) {
        let size = match self {
            Self::Upright => "w:w=\"11906\" w:h=\"16838\"",
            Self::Across => "w:w=\"16838\" w:h=\"11906\" w:orient=\"landscape\"",
        };
        let (parts, front) = if is_first {
            (
                "<w:headerReference w:type=\"default\" r:id=\"rIdHeader\"/>\
                 <w:headerReference w:type=\"first\" r:id=\"rIdFirst\"/>\
                 <w:footerReference w:type=\"default\" r:id=\"rIdFooter\"/>",
                "<w:titlePg/>",
            )
        } else {
            ("", "")
        };
        add(
            xml,
            &[
                "<w:sectPr>",
                parts,
                "<w:pgSz ",
                size,
                "/><w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" \
                 w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>",
                front,
                "</w:sectPr>",
            ],
        );
    }
}
