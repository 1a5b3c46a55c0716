//! Days as numbers, and the quarters and years of an axis of days.

use crate::charts::sheet::WIDTH;
use crate::danish::format_day;

/// From 1 January 1900 to 31 December 2199, in days from 1 January 1970.
const DAYS: std::ops::RangeInclusive<i64> = -25_567..=84_005;
/// How many quarters may lie between two ticks.
const STEPS: [i64; 8] = [1, 2, 4, 8, 20, 40, 100, 400];
/// The width of a tick's text with the room around it, in pixels.
const TICK: f64 = 50.0;

/// A day of a plan; nothing else may enter a specification.
pub(super) fn day(days: i64) -> Option<i64> {
    DAYS.contains(&days).then_some(days)
}

/// A day's place on the axis.
#[allow(clippy::cast_precision_loss, reason = "days of three centuries")]
pub(super) fn place(days: i64) -> f64 {
    days as f64
}

/// Year, month and day of a day (Howard Hinnant's `civil_from_days`).
fn civil(days: i64) -> (i64, i64, i64) {
    // Days since 1 March 0000, in eras of 400 years.
    let z = days + 719_468;
    let era = z.div_euclid(146_097);
    let of_era = z.rem_euclid(146_097);
    let year = (of_era - of_era / 1_460 + of_era / 36_524 - of_era / 146_096) / 365;
    let of_year = of_era - (365 * year + year / 4 - year / 100);
    let from_march = (5 * of_year + 2) / 153;
    let day = of_year - (153 * from_march + 2) / 5 + 1;
    let month = if from_march < 10 {
        from_march + 3
    } else {
        from_march - 9
    };
    (year + era * 400 + i64::from(month <= 2), month, day)
}

/// `3. marts 2027`
pub(super) fn in_words(days: i64) -> String {
    let (year, month, day) = civil(days);
    format_day(&format!("{year:04}-{month:02}-{day:02}"))
}

/// The quarter of a day, counted from the first of year 0.
pub(super) fn quarter(days: i64) -> i64 {
    let (year, month, _) = civil(days);
    year * 4 + (month - 1) / 3
}

/// The first day of a quarter.
pub(super) fn first_day(quarter: i64) -> i64 {
    let (year, index) = (quarter.div_euclid(4), quarter.rem_euclid(4));
    let before = year - 1;
    let new_year = 365 * year + before.div_euclid(4) - before.div_euclid(100)
        + before.div_euclid(400)
        - 719_527;
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    let within = [0, 90, 181, 273][usize::try_from(index).unwrap_or(0)];
    new_year + within + i64::from(leap && index > 0)
}

/// The ticks between two quarters, as many as fit in a narrow chart: a year stands at its first
/// quarter, and the first tick always says its year.
pub(super) fn ticks(from: i64, to: i64) -> Vec<(f64, String)> {
    #[allow(clippy::cast_possible_truncation, reason = "a few texts")]
    let most = (WIDTH / TICK) as i64;
    let fits = |step: &i64| (to - from) / step < most;
    let step = STEPS.into_iter().find(fits).unwrap_or(400);
    let first = from + (-from).rem_euclid(step);
    let all = (0..=(to - first) / step).map(|index| first + index * step);
    all.map(|quarter| {
        let (year, index) = (quarter.div_euclid(4), quarter.rem_euclid(4));
        let text = match index {
            0 => year.to_string(),
            _ if quarter == first => format!("{}. kv.<br>{year}", index + 1),
            _ => format!("{}. kv.", index + 1),
        };
        (place(first_day(quarter)), text)
    })
    .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::danish::seconds_of;

    fn of(text: &str) -> i64 {
        seconds_of(&format!("{text}T00:00:00Z")).unwrap() / 86_400
    }

    #[test]
    fn a_day_is_written_in_words() {
        let check = |text: &str, words: &str| assert_eq!(in_words(of(text)), words);
        check("2027-03-03", "3. marts 2027");
        check("2028-02-29", "29. februar 2028");
        check("1999-12-31", "31. december 1999");
        assert_eq!(in_words(0), "1. januar 1970");
    }

    #[test]
    fn every_quarter_begins_on_its_first_day() {
        for number in quarter(*DAYS.start())..=quarter(*DAYS.end()) {
            let day = first_day(number);
            let (year, month, of_month) = civil(day);
            assert_eq!((year, month - 1), (number / 4, number % 4 * 3));
            assert_eq!(of_month, 1);
            assert_eq!((quarter(day), quarter(day - 1)), (number, number - 1));
        }
        assert_eq!(first_day(2027 * 4 + 2), of("2027-07-01"));
    }

    #[test]
    fn days_of_no_plan_are_left_out() {
        assert_eq!(in_words(*DAYS.start()), "1. januar 1900");
        assert_eq!(in_words(*DAYS.end()), "31. december 2199");
        assert_eq!(
            (day(i64::MIN), day(i64::MAX), day(0)),
            (None, None, Some(0))
        );
    }

    fn check_ticks(from: &str, to: &str, texts: &[&str]) {
        let ticks = ticks(quarter(of(from)), quarter(of(to)));
        let made: Vec<&str> = ticks.iter().map(|tick| tick.1.as_str()).collect();
        assert_eq!(made, texts);
    }

    #[test]
    fn ticks_are_quarters_or_years_as_fits() {
        check_ticks(
            "2026-11-01",
            "2027-10-01",
            &["4. kv.<br>2026", "2027", "2. kv.", "3. kv.", "4. kv."],
        );
        check_ticks(
            "2026-11-01",
            "2029-01-01",
            &["2027", "3. kv.", "2028", "3. kv.", "2029"],
        );
        check_ticks(
            "2026-11-01",
            "2030-01-01",
            &["2027", "2028", "2029", "2030"],
        );
    }
}
