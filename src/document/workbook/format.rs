//! How the cells of a sheet look: type, lines, alignment, and how numbers are written.

use rust_xlsxwriter::{Format, FormatAlign, FormatBorder};

use crate::danish;

use super::super::csv;
use super::super::table::{Form, RowKind};

/// The format of a text, by which it stays a text also when its cell is edited in Excel.
pub(crate) fn kept_as_text(format: Format, text: &str) -> Format {
    if csv::could_be_formula(text) {
        format.set_quote_prefix()
    } else {
        format
    }
}

/// The format of a number, by its value where that decides about the sign.
pub(super) fn format_of(value: f64, form: Form, format: Format) -> Format {
    match form {
        Form::Difference(decimals) if danish::round(value, decimals) == 0.0 => {
            format.set_num_format(unsigned_format(decimals))
        }
        _ => format,
    }
}

pub(super) fn title_format() -> Format {
    Format::new().set_bold().set_font_size(16)
}

pub(super) fn note_format() -> Format {
    Format::new()
        .set_text_wrap()
        .set_align(FormatAlign::Left)
        .set_align(FormatAlign::Top)
}

/// At the top, since the button of the filter lies over the bottom line.
pub(super) fn head_format(form: Form, index: usize) -> Format {
    let format = match form {
        Form::Text => Format::new().set_indent(indent(index)),
        Form::Number(_) | Form::Difference(_) | Form::Percent => Format::new(),
    };
    format
        .set_bold()
        .set_font_size(9)
        .set_text_wrap()
        .set_align(FormatAlign::Top)
        .set_align(side(form))
        .set_border_bottom(FormatBorder::Medium)
}

/// Keeps a text away from the number to its left.
const fn indent(index: usize) -> u8 {
    if index == 0 { 0 } else { 1 }
}

const fn side(form: Form) -> FormatAlign {
    match form {
        Form::Text => FormatAlign::Left,
        Form::Number(_) | Form::Difference(_) | Form::Percent => FormatAlign::Right,
    }
}

pub(super) fn cell_format(form: Form, kind: RowKind, index: usize) -> Format {
    let format = Format::new()
        .set_align(FormatAlign::Top)
        .set_align(side(form))
        .set_border_bottom(FormatBorder::Hair);
    let format = match form {
        // The head of a group is alone in its row and may run over the next cells.
        Form::Text if kind == RowKind::Group => format,
        Form::Text => format.set_text_wrap().set_indent(indent(index)),
        Form::Number(_) | Form::Difference(_) | Form::Percent => {
            format.set_num_format(number_format(form))
        }
    };
    match kind {
        RowKind::Ordinary => format,
        RowKind::Group => format.set_bold().set_background_color(0xED_ED_ED),
        RowKind::Total => format.set_bold().set_border_top(FormatBorder::Thin),
    }
}

/// In the neutral way of the file format; Excel shows comma and point as the reader's language
/// has them.
fn number_format(form: Form) -> String {
    match form {
        Form::Text => "General".to_owned(),
        Form::Number(0) => "#,##0".to_owned(),
        Form::Number(n) => digits(n),
        Form::Difference(n) => format!("+{0};-{0};{0}", digits(n)),
        Form::Percent => "0%".to_owned(),
    }
}

/// A difference that rounds to zero has no sign, as in the app.
fn unsigned_format(decimals: u8) -> String {
    format!("{0};{0};{0}", digits(decimals))
}

fn digits(decimals: u8) -> String {
    match decimals {
        0 => "0".to_owned(),
        n => format!("0.{}", "0".repeat(usize::from(n))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_formatted_in_the_way_of_every_language() {
        let check = |form: Form, expected: &str| assert_eq!(number_format(form), expected);
        check(Form::Number(0), "#,##0");
        check(Form::Number(1), "0.0");
        check(Form::Number(2), "0.00");
        check(Form::Difference(1), "+0.0;-0.0;0.0");
        check(Form::Percent, "0%");
    }

    #[test]
    fn a_difference_that_rounds_to_zero_has_no_sign() {
        let signed = |value: f64| {
            let base = Format::new().set_num_format(number_format(Form::Difference(1)));
            format_of(value, Form::Difference(1), base.clone()) == base
        };
        assert!(signed(0.06) && signed(-0.06) && signed(0.05));
        assert!(!signed(0.04) && !signed(-0.04) && !signed(0.0));
    }
}
