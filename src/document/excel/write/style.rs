//! How the cells of the form look. Colours are never the only sign of anything.

use rust_xlsxwriter::{Color, Format, FormatAlign, FormatBorder};

const DARK: Color = Color::RGB(0x1B_4B_73);
const HEAD: Color = Color::RGB(0xDC_E6_EF);
const GREY: Color = Color::RGB(0xD9_D9_D9);
const LINE: Color = Color::RGB(0xB8_C4_CE);

/// The height in points of a row with a text that is broken into lines of a width in characters.
/// Excel would find it by itself, other programs do not.
#[allow(
    clippy::cast_precision_loss,
    reason = "a text has far fewer characters than 2^52"
)]
pub(super) fn height(text: &str, width: f64) -> f64 {
    let lines = text.lines().map(|line| {
        let length = line.chars().count() as f64;
        if length <= width * 1.12 {
            1.0
        } else {
            // Words do not break, so no line is full.
            (length / (width * 1.02)).ceil()
        }
    });
    // Excel's highest row is 409 points.
    (lines.sum::<f64>() * 15.0).clamp(15.0, 405.0)
}

/// The formats of a sheet of answers.
pub(super) struct Styles {
    /// The row of headings.
    pub heading: Format,
    /// An area's row.
    pub area: Format,
    /// An id or a title.
    pub locked: Format,
    /// An answer that is chosen.
    pub choice: Format,
    /// A note.
    pub text: Format,
    /// A share.
    pub number: Format,
    /// An answer that is not asked.
    pub not_asked: Format,
}

impl Styles {
    pub fn new() -> Self {
        let cell = || {
            Format::new()
                .set_border(FormatBorder::Thin)
                .set_border_color(LINE)
                .set_align(FormatAlign::Top)
                .set_text_wrap()
        };
        Self {
            heading: cell()
                .set_bold()
                .set_font_color(Color::White)
                .set_background_color(DARK),
            area: cell().set_bold().set_background_color(HEAD),
            locked: cell(),
            choice: cell().set_unlocked(),
            text: cell().set_unlocked().set_num_format("@"),
            number: cell().set_unlocked().set_align(FormatAlign::Right),
            not_asked: cell().set_background_color(GREY),
        }
    }
}

/// The formats of the guide.
pub(super) struct GuideStyles {
    pub title: Format,
    pub heading: Format,
    pub text: Format,
}

impl GuideStyles {
    pub fn new() -> Self {
        let text = || Format::new().set_text_wrap().set_align(FormatAlign::Top);
        Self {
            title: text().set_bold().set_font_size(18).set_font_color(DARK),
            heading: text().set_bold().set_font_size(13).set_font_color(DARK),
            text: text(),
        }
    }
}
