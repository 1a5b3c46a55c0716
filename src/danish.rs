//! Danish numbers and days: reading what people type and writing what they read.
//!
//! Decimal comma, points between thousands, a real minus sign; rounding half away from zero, and
//! only here, at display. Does not know what a number means; ranges are in
//! [`crate::domain::field`].

/// A text that is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct NotANumber;

/// Reads a number as Danes type it: `1.234,5`, `1234,5`, `−2`, and a point as decimal sign where
/// it can be nothing else (`4.5`, `0.375`). `1.234` is one thousand two hundred and thirty-four.
///
/// # Errors
/// When the text is anything else, also where a grouping is broken (`12.34,5`).
pub fn parse_number(text: &str) -> Result<f64, NotANumber> {
    let text: String = text
        .chars()
        .filter(|c| !c.is_whitespace() && *c != '\u{a0}')
        .collect();
    let (negative, digits) = match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => (true, rest),
        None => (false, text.as_str()),
    };
    let (whole, decimals) = match digits.split_once(',') {
        Some((whole, decimals)) => (ungroup(whole).ok_or(NotANumber)?, decimals.to_owned()),
        None => match digits.split_once('.') {
            Some((whole, decimals)) if is_decimal_point(whole, decimals) => {
                (whole.to_owned(), decimals.to_owned())
            }
            _ => (ungroup(digits).ok_or(NotANumber)?, String::new()),
        },
    };
    let all_digits = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
    if whole.is_empty() || !all_digits(&whole) || !all_digits(&decimals) {
        return Err(NotANumber);
    }
    if digits.ends_with([',', '.']) {
        return Err(NotANumber);
    }
    let value = number_of(&whole, &decimals);
    Ok(if negative { -value } else { value })
}

/// The number that digits before and after the comma stand for: the nearest there is, up to 15
/// digits. What every number in the world needs beyond that is large tables in the app.
fn number_of(whole: &str, decimals: &str) -> f64 {
    // More decimals make no difference, and without end they would be no number any more.
    let decimals = &decimals[..decimals.len().min(MAX_DECIMALS)];
    let digits = whole.bytes().chain(decimals.bytes());
    let sum = digits.fold(0.0, |sum, digit| sum * 10.0 + f64::from(digit - b'0'));
    let scale = decimals.bytes().fold(1.0, |scale, _| scale * 10.0);
    sum / scale
}

/// Powers of ten are exact up to 22.
const MAX_DECIMALS: usize = 22;

/// A text in small letters: those of Western Europe; all others stay as they are.
#[must_use]
pub fn lower(text: &str) -> String {
    let small = |c: char| match c {
        '×' => c,
        // The small letter stands 32 places after the capital.
        'À'..='Þ' => char::from_u32(u32::from(c) + 32).unwrap_or(c),
        _ => c.to_ascii_lowercase(),
    };
    text.chars().map(small).collect()
}

/// A single point is a decimal sign unless it could stand between thousands.
fn is_decimal_point(whole: &str, decimals: &str) -> bool {
    !decimals.contains('.')
        && (decimals.len() != 3 || whole == "0" || whole.is_empty() || whole.len() > 3)
}

/// Takes the points between thousands away, if they stand where they may.
fn ungroup(text: &str) -> Option<String> {
    let mut groups = text.split('.');
    let first = groups.next()?;
    let rest: Vec<&str> = groups.collect();
    let well_formed = rest.is_empty()
        || ((1..=3).contains(&first.len()) && rest.iter().all(|group| group.len() == 3));
    well_formed.then(|| text.replace('.', ""))
}

/// Values that come out of exact sums and one division lie further from a rounding limit than
/// this, or on it; so it repairs what binary fractions lose (2.65 is stored as 2.6499…).
const ON_THE_LIMIT: f64 = 1e-9;

/// Rounds half away from zero.
#[must_use]
pub fn round(value: f64, decimals: u8) -> f64 {
    let scale = 10_f64.powi(i32::from(decimals));
    let scaled = value.abs().mul_add(scale, ON_THE_LIMIT);
    let rounded = (scaled + 0.5).floor() / scale;
    if rounded == 0.0 {
        0.0
    } else {
        rounded.copysign(value)
    }
}

/// Writes a number with a fixed number of decimals: `1.234,5`, `−0,2`.
#[must_use]
pub fn format_number(value: f64, decimals: u8) -> String {
    let rounded = round(value, decimals);
    let plain = format!("{:.*}", usize::from(decimals), rounded.abs());
    let (whole, fraction) = plain.split_once('.').unwrap_or((&plain, ""));
    let mut text = String::new();
    if rounded < 0.0 {
        text.push('\u{2212}');
    }
    text.push_str(&group(whole));
    if !fraction.is_empty() {
        text.push(',');
        text.push_str(fraction);
    }
    text
}

/// Writes a number that is a difference: as [`format_number`], with a plus sign where it is above
/// zero after rounding.
#[must_use]
pub fn format_signed(value: f64, decimals: u8) -> String {
    let text = format_number(value, decimals);
    if round(value, decimals) > 0.0 {
        format!("+{text}")
    } else {
        text
    }
}

/// Writes a number with as few decimals as it has, two at most: for fields that are edited.
#[must_use]
pub fn format_short(value: f64) -> String {
    let text = format_number(value, 2);
    text.trim_end_matches('0').trim_end_matches(',').to_owned()
}

/// The months' names.
const MONTHS: [&str; 12] = [
    "januar",
    "februar",
    "marts",
    "april",
    "maj",
    "juni",
    "juli",
    "august",
    "september",
    "oktober",
    "november",
    "december",
];

/// Writes a day: `2026-12-03…` becomes `3. december 2026`. Any other text stays as it is.
#[must_use]
pub fn format_day(text: &str) -> String {
    let words = || {
        let mut parts = text.get(..10)?.split('-');
        let year: u16 = parts.next()?.parse().ok()?;
        let month: usize = parts.next()?.parse().ok()?;
        let day: u8 = parts.next()?.parse().ok()?;
        let month = MONTHS.get(month.checked_sub(1)?)?;
        Some(format!("{day}. {month} {year}"))
    };
    words().unwrap_or_else(|| text.to_owned())
}

/// The seconds since the beginning of 1970 of an RFC 3339 time in UTC, `2026-12-03T08:15:00Z`;
/// none of any other text.
#[must_use]
pub fn seconds_of(text: &str) -> Option<i64> {
    let number = |range: std::ops::Range<usize>| text.get(range)?.parse::<i64>().ok();
    let (year, month, day) = (number(0..4)?, number(5..7)?, number(8..10)?);
    let (hour, minute, second) = (number(11..13)?, number(14..16)?, number(17..19)?);
    // Days before the month in a year that begins in March, so that the leap day comes last.
    let (year, month) = if month > 2 {
        (year, month - 3)
    } else {
        (year - 1, month + 9)
    };
    let days =
        365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day - 719_469;
    Some(((days * 24 + hour) * 60 + minute) * 60 + second)
}

fn group(digits: &str) -> String {
    let mut text = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            text.push('.');
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_read_as_danes_type_them() {
        let check = |text: &str, value: f64| assert_eq!(parse_number(text), Ok(value), "{text}");
        check("4,2", 4.2);
        check(" 1.234,5 ", 1234.5);
        check("1 234", 1234.0);
        check("1.234", 1234.0);
        check("1.234.567", 1_234_567.0);
        check("12345,25", 12345.25);
        check("4.5", 4.5);
        check("0.375", 0.375);
        check("1234.567", 1234.567);
        check("-3", -3.0);
        check("\u{2212}3", -3.0);
    }

    #[test]
    fn what_is_read_is_the_nearest_number_there_is() {
        for hundredths in (0_u32..10_000_000).step_by(997) {
            let (whole, rest) = (hundredths / 100, hundredths % 100);
            let nearest: f64 = format!("{whole}.{rest:02}").parse().unwrap();
            assert_eq!(parse_number(&format!("{whole},{rest:02}")), Ok(nearest));
        }
        let long = "0".repeat(400);
        assert_eq!(parse_number(&format!("0,5{long}")), Ok(0.5));
        assert_eq!(parse_number(&format!("1{long}")), Ok(f64::INFINITY));
    }

    #[test]
    fn small_letters_are_those_of_danish() {
        assert_eq!(lower("ÆØÅ ÉÜ × HR-Løn 4"), "æøå éü × hr-løn 4");
    }

    #[test]
    fn what_is_no_number_or_could_be_two_is_refused() {
        for text in [
            "", "abc", "12.34,5", "1,2,3", "1.23.456", "4,", "4.", ",5", "--4", "1e3", "∞", "٣",
        ] {
            assert_eq!(parse_number(text), Err(NotANumber), "{text}");
        }
    }

    #[test]
    fn numbers_are_rounded_half_away_from_zero() {
        let check = |value: f64, text: &str| assert_eq!(format_number(value, 1), text);
        check(2.65, "2,7");
        check(0.35, "0,4");
        check(0.25, "0,3");
        check(-0.25, "\u{2212}0,3");
        check(-0.04, "0,0");
        check(2.649_999, "2,6");
        check(1_234_567.0, "1.234.567,0");
        assert_eq!(format_number(999.96, 1), "1.000,0");
    }

    #[test]
    fn days_are_written_in_words_and_other_texts_are_left_alone() {
        assert_eq!(format_day("2026-12-03T08:00:00Z"), "3. december 2026");
        for text in ["", "2026", "2026-00-01", "2026-13-01", "i går", "æøåæøåæøå"] {
            assert_eq!(format_day(text), text);
        }
    }

    #[test]
    fn times_are_counted_in_seconds_from_1970() {
        assert_eq!(seconds_of("1970-01-01T00:00:00Z"), Some(0));
        assert_eq!(seconds_of("2026-11-22T10:15:00Z"), Some(1_795_342_500));
        assert_eq!(seconds_of("2024-02-29T23:59:59.123Z"), Some(1_709_251_199));
        assert_eq!(seconds_of("i går"), None);
    }

    #[test]
    fn differences_bear_their_sign_unless_they_round_to_zero() {
        assert_eq!(format_signed(0.1, 1), "+0,1");
        assert_eq!(format_signed(-0.2, 1), "\u{2212}0,2");
        assert_eq!(format_signed(0.04, 1), "0,0");
    }

    #[test]
    fn numbers_in_fields_have_no_needless_decimals() {
        assert_eq!(format_short(4.5), "4,5");
        assert_eq!(format_short(1200.0), "1.200");
        assert_eq!(format_short(0.25), "0,25");
    }
}
