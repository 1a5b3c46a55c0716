//! When each item of an agenda begins.
//!
//! Owns reading the time at which a workshop begins, as people write it, and counting on from
//! there. Knows no clock.

use crate::domain::decisions::Workshop;

use super::texts::{Item, Programme};

const MINUTES_OF_HOUR: u16 = 60;
const MINUTES_OF_DAY: u16 = 24 * MINUTES_OF_HOUR;

/// Why there are no times.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum NoTimes {
    /// It is not said when the workshop begins.
    NotGiven,
    /// What is written is no time.
    Unreadable,
    /// The workshop would end on the next day.
    PastMidnight,
}

/// An item with the time at which it begins.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Slot<'a> {
    /// The title of its part; may be empty.
    pub part: &'a str,
    /// The item.
    pub item: &'a Item,
    /// Minutes after midnight; none where it is not known when the workshop begins.
    pub begins: Option<u16>,
}

/// When the workshop begins, in minutes after midnight.
///
/// # Errors
/// Where no times can be shown.
pub(crate) fn begins(workshop: &Workshop, programme: &Programme) -> Result<u16, NoTimes> {
    let text = workshop.time.as_deref().unwrap_or_default().trim();
    if text.is_empty() {
        return Err(NoTimes::NotGiven);
    }
    let start = read(text).ok_or(NoTimes::Unreadable)?;
    if start + programme.length > MINUTES_OF_DAY {
        return Err(NoTimes::PastMidnight);
    }
    Ok(start)
}

/// The items in order, each with its time.
pub(crate) fn slots<'a>(workshop: &Workshop, programme: &'a Programme) -> Vec<Slot<'a>> {
    let mut next = begins(workshop, programme).ok();
    let mut slots = Vec::new();
    for part in &programme.parts {
        for item in &part.items {
            slots.push(Slot {
                part: &part.title,
                item,
                begins: next,
            });
            next = next.map(|begins| begins + item.minutes);
        }
    }
    slots
}

/// Reads `9`, `9.00`, `09:30`, `kl. 9`; minutes after midnight.
fn read(text: &str) -> Option<u16> {
    let text = crate::danish::lower(text);
    let text = text.strip_prefix("kl").unwrap_or(&text);
    let text = text.strip_prefix('.').unwrap_or(text).trim();
    let (hours, minutes) = text.split_once(['.', ':']).unwrap_or((text, "00"));
    let number = |part: &str| {
        let digits = part.bytes().all(|byte| byte.is_ascii_digit());
        part.parse::<u16>().ok().filter(|_| digits)
    };
    let well_formed = (1..=2).contains(&hours.len()) && minutes.len() == 2;
    let (hours, minutes) = (number(hours)?, number(minutes)?);
    (well_formed && hours < 24 && minutes < MINUTES_OF_HOUR)
        .then(|| hours * MINUTES_OF_HOUR + minutes)
}

/// Minutes after midnight as a time: `9.00`.
pub(crate) fn clock(minutes: u16) -> String {
    format!(
        "{}.{:02}",
        minutes / MINUTES_OF_HOUR % 24,
        minutes % MINUTES_OF_HOUR
    )
}

/// How long something takes: `6 timer og 30 minutter`.
pub(crate) fn duration(minutes: u16) -> String {
    let (hours, rest) = (minutes / MINUTES_OF_HOUR, minutes % MINUTES_OF_HOUR);
    let hours = match hours {
        0 => None,
        1 => Some("1 time".to_owned()),
        more => Some(format!("{more} timer")),
    };
    let rest = match rest {
        0 => None,
        1 => Some("1 minut".to_owned()),
        more => Some(format!("{more} minutter")),
    };
    let parts: Vec<String> = hours.into_iter().chain(rest).collect();
    parts.join(" og ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::decisions::Agenda;
    use crate::report::workshop::texts::programme;

    #[track_caller]
    fn check(time: &str, expected: Result<&str, NoTimes>) {
        let workshop = Workshop {
            time: Some(time.to_owned()),
            ..Workshop::default()
        };
        let begins = begins(&workshop, programme(Agenda::Day)).map(clock);
        assert_eq!(begins, expected.map(str::to_owned), "{time}");
    }

    #[test]
    fn a_time_is_read_as_people_write_it() {
        check("9.00", Ok("9.00"));
        check(" 09:30 ", Ok("9.30"));
        check("9", Ok("9.00"));
        check("kl. 9.15", Ok("9.15"));
        check("Kl 8", Ok("8.00"));
        check("0.00", Ok("0.00"));
        check("17.30", Ok("17.30"));
    }

    #[test]
    fn what_is_no_time_gives_no_times() {
        check("", Err(NoTimes::NotGiven));
        check("  ", Err(NoTimes::NotGiven));
        for wrong in [
            "formiddag",
            "24.00",
            "9.60",
            "9.5",
            "9.000",
            "+9.00",
            "9.-1",
            "-1",
            "999",
            "٩.٠٠",
            "9.00-15.00",
            "kl.",
        ] {
            check(wrong, Err(NoTimes::Unreadable));
        }
        check("17.31", Err(NoTimes::PastMidnight));
    }

    #[test]
    fn items_begin_one_after_the_other_with_pauses_between() {
        let workshop = Workshop {
            time: Some("9.30".to_owned()),
            ..Workshop::default()
        };
        let robots = programme(Agenda::Robots);
        let slots = slots(&workshop, robots);
        let times: Vec<String> = slots
            .iter()
            .filter_map(|one| one.begins.map(clock))
            .collect();
        assert_eq!(times[..5], ["9.30", "9.50", "10.30", "11.15", "11.30"]);
        let last = slots.last().unwrap();
        assert_eq!(clock(last.begins.unwrap() + last.item.minutes), "15.30");
    }

    #[test]
    fn durations_are_written_in_words() {
        for (minutes, text) in [
            (390, "6 timer og 30 minutter"),
            (60, "1 time"),
            (15, "15 minutter"),
            (61, "1 time og 1 minut"),
        ] {
            assert_eq!(duration(minutes), text);
        }
    }
}
