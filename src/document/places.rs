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
