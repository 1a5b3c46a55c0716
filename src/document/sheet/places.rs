//! Who does the cases, read and written: places by their names, and shares of the cases.
//!
//! A place is known by its usual name, by the municipality's own, by both, and by its level. What
//! could be two places is refused. Does not know cells or columns; see [`super::rows`].

use super::words::{Expected, fold, same, split_number};
use crate::domain::profile::Profile;
use crate::domain::rating::{Organisation, Place, Shares};

/// A cell of the column "Hvem løser sagerne?".
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Who {
    /// One place.
    One(Place),
    /// Shares of the cases.
    Spread(Shares),
    /// The shares stand in columns of their own.
    SeeShares,
}

/// The word that sends the reader on to the columns of shares.
pub const SEE_SHARES: &str = "Fordelt – se procenter";
/// A place with both names, where the municipality has its own: `Central (Staben)`.
#[must_use]
pub fn place_label(place: Place, profile: &Profile) -> String {
    match own_name(place, profile) {
        Some(own) => format!("{} ({own})", place.usual_name()),
        None => sure_name(place, profile),
    }
}

/// The usual name, written twice where the municipality gives that name to another place.
fn sure_name(place: Place, profile: &Profile) -> String {
    let usual = place.usual_name();
    if place_candidates(&fold(usual), profile).len() > 1 {
        format!("{usual} ({usual})")
    } else {
        usual.to_owned()
    }
}

fn own_name(place: Place, profile: &Profile) -> Option<&str> {
    let own = profile.name_of(place).trim();
    (!own.is_empty() && fold(own) != fold(place.usual_name())).then_some(own)
}

/// An organisation in one cell: a place, or `Institution 40 %, Central 60 %`.
#[must_use]
pub fn organisation_text(organisation: Organisation, profile: &Profile) -> String {
    match organisation {
        Organisation::One(place) => place_label(place, profile),
        Organisation::Spread(shares) => {
            let parts: Vec<String> = Place::ALL
                .into_iter()
                .filter(|&place| shares.of(place) > 0)
                .map(|place| format!("{} {} %", sure_name(place, profile), shares.of(place)))
                .collect();
            parts.join(", ")
        }
    }
}

/// Reads who does the cases.
///
/// # Errors
/// Where the text is no place and no shares that sum to 100 %, or could be two places.
pub fn who(text: &str, profile: &Profile) -> Result<Who, Expected> {
    let text = fold(text);
    let labelled = |place: &Place| fold(&place_label(*place, profile)) == text;
    if let Some(place) = Place::ALL.into_iter().find(labelled) {
        return Ok(Who::One(place));
    }
    if let Some(rest) = text.strip_prefix("fordelt") {
        let rest = rest.trim_start_matches([' ', '-', ':']);
        if rest.is_empty() || rest == "se procenter" {
            return Ok(Who::SeeShares);
        }
        return shares(rest, profile).map(Who::Spread);
    }
    match place(&text, profile) {
        Ok(place) => Ok(Who::One(place)),
        Err(_) if text.contains('%') => shares(&text, profile).map(Who::Spread),
        Err(expected) => Err(expected),
    }
}

/// Reads a place by its name, its level (3 is Central), or both.
///
/// # Errors
/// Where the text is no place, or could be two.
pub fn place(text: &str, profile: &Profile) -> Result<Place, Expected> {
    let text = fold(text);
    let named = place_candidates(&text, profile);
    match named[..] {
        [place] => return Ok(place),
        [] => {}
        _ => return Err(two_places(&named, profile)),
    }
    let (number, rest) = split_number(&text);
    let by_level = |place: &Place| number.is_none_or(|level| same(f64::from(place.level()), level));
    if rest.is_empty() {
        let own = &Place::ALL[..4];
        return own
            .iter()
            .copied()
            .find(|place| number.is_some() && by_level(place))
            .ok_or_else(|| expected_place(profile));
    }
    let mut found = place_candidates(rest, profile);
    if found.is_empty()
        && let Some((ours, theirs)) = rest
            .strip_suffix(')')
            .and_then(|rest| rest.split_once(" ("))
    {
        found = place_candidates(ours, profile);
        // A name that has changed since is forgiven, one that is another place's is not.
        let others = place_candidates(theirs, profile);
        if !others.is_empty() {
            found.retain(|place| others.contains(place));
        }
    }
    found.retain(by_level);
    match found[..] {
        [place] => Ok(place),
        [] => Err(expected_place(profile)),
        _ => Err(two_places(&found, profile)),
    }
}

fn place_candidates(folded: &str, profile: &Profile) -> Vec<Place> {
    let is_name = |place: &Place| {
        let own = own_name(*place, profile).is_some_and(|own| fold(own) == folded);
        own || fold(place.usual_name()) == folded || other_names(*place).contains(&folded)
    };
    Place::ALL.into_iter().filter(is_name).collect()
}

/// How the survey's buttons and people shorten the names.
const fn other_names(place: Place) -> &'static [&'static str] {
    match place {
        Place::Institution => &["inst", "institutionen", "institutioner"],
        Place::Intermediate => &["mellem", "mellemniveauet"],
        Place::Department => &["fag", "fagforvaltningen"],
        Place::Central => &["centralt"],
        Place::External => &["ekst", "ekstern"],
    }
}

fn expected_place(profile: &Profile) -> Expected {
    let names: Vec<&str> = Place::ALL
        .into_iter()
        .map(|place| own_name(place, profile).unwrap_or(place.usual_name()))
        .collect();
    let (last, first) = names.split_last().unwrap_or((&"", &[]));
    Expected(format!("Skriv {} eller {last}", first.join(", ")))
}

fn two_places(places: &[Place], profile: &Profile) -> Expected {
    let labels: Vec<String> = places
        .iter()
        .map(|&place| format!("»{}«", place_label(place, profile)))
        .collect();
    Expected(format!(
        "Navnet kan være {}. Skriv det ene helt ud",
        labels.join(" eller ")
    ))
}

/// Reads shares: `Institution 40 %, Central 60 %`.
///
/// # Errors
/// Where a part is no place with a whole percent, a place stands twice, or the sum is not 100.
pub fn shares(text: &str, profile: &Profile) -> Result<Shares, Expected> {
    let mut percent = [0_u8; 5];
    for part in fold(text).split([',', ';']) {
        let part = part.trim().trim_end_matches('%').trim_end();
        let (name, number) = part.rsplit_once(' ').ok_or_else(expected_shares)?;
        let share: u8 = number.parse().map_err(|_| expected_shares())?;
        let slot = &mut percent[place(name, profile)? as usize];
        if *slot != 0 {
            return Err(Expected(format!(
                "»{name}« står to gange. Skriv hvert niveau én gang"
            )));
        }
        *slot = share;
    }
    Shares::new(percent).map_err(|error| wrong_sum(&error.sum.to_string()))
}

/// What to do where shares do not make up a whole.
#[must_use]
pub fn wrong_sum(sum: &str) -> Expected {
    Expected(format!(
        "Procenterne giver {sum} tilsammen. Ret dem, så de giver 100"
    ))
}

fn expected_shares() -> Expected {
    Expected("Skriv procenterne som »Institution 40 %, Central 60 %«, hele tal".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn profile() -> Profile {
        let mut profile = Profile::default();
        let names = [
            (Place::Central, "Staben"),
            (Place::Department, "Center 3"),
            (Place::Intermediate, "Fællesskab (Nord)"),
        ];
        for (place, name) in names {
            profile.level_names.insert(place, name.to_owned());
        }
        profile
    }

    #[test]
    fn places_are_known_by_every_name_and_by_level() {
        let check = |text: &str, place: Place| {
            assert_eq!(who(text, &profile()), Ok(Who::One(place)), "{text}");
        };
        for text in [
            "Central",
            " central ",
            "STABEN",
            "Central (Staben)",
            "3",
            "3 Central",
            "3 – Staben",
            "3) central (staben)",
            "Central (et gammelt navn)",
        ] {
            check(text, Place::Central);
        }
        for text in [
            "Fællesskab (Nord)",
            "Mellemniveau (Fællesskab (Nord))",
            "1",
            "Mellem",
        ] {
            check(text, Place::Intermediate);
        }
        for text in ["Center 3", "Fag", "2 Center 3"] {
            check(text, Place::Department);
        }
        for text in ["3 Eksternt", "Ekst."] {
            check(text, Place::External);
        }
    }

    #[test]
    fn what_is_no_place_or_two_is_refused() {
        for text in [
            "",
            "4",
            "0 Central",
            "Central (Center 3)",
            "0,5",
            "Nord",
            "3 3",
            "Central!",
        ] {
            assert!(who(text, &profile()).is_err(), "{text}");
        }
    }

    #[test]
    fn shares_name_each_place_once_and_make_a_whole() {
        let check = |text: &str, percent: [u8; 5]| {
            let shares = Shares::new(percent).unwrap();
            assert_eq!(who(text, &profile()), Ok(Who::Spread(shares)), "{text}");
        };
        check("Institution 40 %, Central 60 %", [40, 0, 0, 60, 0]);
        check("Fordelt: Inst. 40 %, Staben 60%", [40, 0, 0, 60, 0]);
        check("fordelt – fag 10; Ekst. 90", [0, 0, 10, 0, 90]);
        check("Central 100 %", [0, 0, 0, 100, 0]);
        let expected = |text: &str| who(text, &profile()).unwrap_err().0;
        assert_eq!(
            expected("Institution 40 %, Central 50 %"),
            "Procenterne giver 90 tilsammen. Ret dem, så de giver 100"
        );
        assert!(expected("Central 40 %, Staben 60 %").contains("to gange"));
        assert!(expected("Institution 12,5 %, Central 87,5 %").contains("hele tal"));
        assert_eq!(
            who("Fordelt – se procenter", &profile()),
            Ok(Who::SeeShares)
        );
    }

    #[test]
    fn the_labels_that_are_written_are_read() {
        for place in Place::ALL {
            for profile in [profile(), Profile::default()] {
                assert_eq!(
                    who(&place_label(place, &profile), &profile),
                    Ok(Who::One(place))
                );
            }
        }
    }
}
