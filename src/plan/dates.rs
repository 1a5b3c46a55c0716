//! Days and months as the plan writes them, `YYYY-MM-DD` and `YYYY-MM`.
//!
//! Owns reading and counting them. Knows no clock: which day it is comes from outside.

use std::fmt;
use std::ops::RangeInclusive;

use crate::domain::field::check_date;

/// Calendar years that a plan can name, as for a round. Another year is a slip of the keyboard.
pub const YEARS: RangeInclusive<u16> = 2015..=2100;

/// A day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// One of [`YEARS`].
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
}

impl Date {
    /// Reads `YYYY-MM-DD`; nothing where there is no such day, or its year is none of [`YEARS`].
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        check_date(text).ok()?;
        let mut parts = text.split('-');
        let date = Self {
            year: parts.next()?.parse().ok()?,
            month: parts.next()?.parse().ok()?,
            day: parts.next()?.parse().ok()?,
        };
        YEARS.contains(&date.year).then_some(date)
    }

    /// Days since 1970-01-01.
    #[must_use]
    pub fn days(self) -> i32 {
        // Years begin in March, so that the leap day is a year's last.
        let (year, month) = (i32::from(self.year), i32::from(self.month));
        let (year, month) = if month > 2 {
            (year, month - 3)
        } else {
            (year - 1, month + 9)
        };
        let leaps = year / 4 - year / 100 + year / 400;
        let of_year = (153 * month + 2) / 5 + i32::from(self.day) - 1;
        365 * year + leaps + of_year - 719_468
    }

    /// The day that many days before it.
    #[must_use]
    pub fn before(self, days: u8) -> Self {
        (0..days).fold(self, |day, _| day.previous())
    }

    fn previous(self) -> Self {
        if self.day > 1 {
            return Self {
                day: self.day - 1,
                ..self
            };
        }
        let YearMonth { year, month } = self.year_month().previous();
        let is_day = |day: &u8| check_date(&format!("{year:04}-{month:02}-{day:02}")).is_ok();
        let day = (28..=31).rev().find(is_day).unwrap_or(28);
        Self { year, month, day }
    }

    /// The month that the day is in.
    #[must_use]
    pub fn year_month(self) -> YearMonth {
        YearMonth {
            year: self.year,
            month: self.month,
        }
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-{:02}", self.year_month(), self.day)
    }
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct YearMonth {
    /// One of [`YEARS`].
    pub year: u16,
    /// 1 to 12.
    pub month: u8,
}

impl YearMonth {
    /// Reads `YYYY-MM`; nothing where there is no such month, or its year is none of [`YEARS`].
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Date::parse(&format!("{text}-01")).map(Date::year_month)
    }

    /// The month before it.
    #[must_use]
    pub fn previous(self) -> Self {
        if self.month <= 1 {
            Self {
                year: self.year.saturating_sub(1),
                month: 12,
            }
        } else {
            Self {
                month: self.month - 1,
                ..self
            }
        }
    }

    /// The month after it.
    #[must_use]
    pub fn next(self) -> Self {
        if self.month >= 12 {
            Self {
                year: self.year.saturating_add(1),
                month: 1,
            }
        } else {
            Self {
                month: self.month + 1,
                ..self
            }
        }
    }
}

impl fmt::Display for YearMonth {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_counted_from_1970() {
        for (text, days) in [
            ("2015-01-01", 16_436),
            ("2024-02-29", 19_782),
            ("2026-03-01", 20_513),
            ("2026-12-31", 20_818),
            ("2027-01-01", 20_819),
        ] {
            assert_eq!(Date::parse(text).unwrap().days(), days, "{text}");
        }
    }

    #[test]
    fn a_day_or_month_that_no_plan_can_name_is_not_read() {
        for wrong in ["0206-01-01", "2101-01-01", "2027-02-29", "2026-1-1", ""] {
            assert_eq!(Date::parse(wrong), None, "{wrong}");
        }
        for wrong in ["2026-13", "2026", "2026-1", "2026-01-01", "1999-12"] {
            assert_eq!(YearMonth::parse(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn days_are_counted_back_over_months_and_years() {
        for (text, days, before) in [
            ("2026-12-10", 7, "2026-12-03"),
            ("2027-01-03", 7, "2026-12-27"),
            ("2028-03-01", 1, "2028-02-29"),
            ("2027-03-01", 1, "2027-02-28"),
            ("2027-03-01", 0, "2027-03-01"),
            ("2027-12-31", 255, "2027-04-20"),
        ] {
            let day = Date::parse(text).unwrap().before(days);
            assert_eq!(day.to_string(), before, "{text}");
        }
    }

    #[test]
    fn a_month_is_followed_by_the_next_one() {
        let december = YearMonth::parse("2026-12").unwrap();
        assert_eq!(december.next().to_string(), "2027-01");
        assert_eq!(december.next().next().to_string(), "2027-02");
    }
}
