//! Answers in Danish words, for previews and tables.
//!
//! Owns the words of the scales. Reading such words is in `words`.

use crate::domain::answer::{Answer, Standing};
use crate::domain::catalogue::Weight;
use crate::domain::profile::Profile;
use crate::domain::rating::{Degree, Dimension, Organisation, Place, Procedure};
use crate::scoring::units::{UnitsRating, Weighting};

impl Dimension {
    /// The Danish title, exactly as in KLK's tables.
    #[must_use]
    pub const fn title(self) -> &'static str {
        match self {
            Self::Centralisation => "Centraliseringsgrad",
            Self::Process => "Digital proces",
            Self::Solution => "Digital løsning",
        }
    }
}

impl Degree {
    /// The Danish word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Manual => "Manuelt",
            Self::Partly => "Delvist",
            Self::Full => "Fuldt",
        }
    }
}

impl Procedure {
    /// The Danish word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Yes => "Ja",
            Self::Partly => "Delvist",
            Self::No => "Nej",
        }
    }
}

/// Where the cases are done: the name of the place, or the shares of several.
#[must_use]
pub fn organisation(organisation: Organisation, profile: &Profile) -> String {
    match organisation {
        Organisation::One(place) => profile.name_of(place).to_owned(),
        Organisation::Spread(shares) => {
            let parts: Vec<String> = Place::ALL
                .into_iter()
                .filter(|&place| shares.of(place) > 0)
                .map(|place| format!("{} {} %", profile.name_of(place), shares.of(place)))
                .collect();
            parts.join(", ")
        }
    }
}

/// All that an answer says, on one line; empty where it says nothing.
#[must_use]
pub fn answer(answer: &Answer, profile: &Profile) -> String {
    let mut parts: Vec<String> = Vec::new();
    match answer.standing {
        Standing::Asked => {}
        Standing::NotRelevant => parts.push("Ikke relevant".to_owned()),
        Standing::Unknown => parts.push("Ved ikke".to_owned()),
    }
    parts.extend(
        answer
            .organisation
            .map(|value| organisation(value, profile)),
    );
    let degree = |what: &str, value: &str| format!("{what}: {value}");
    parts.extend(answer.solution.map(|one| degree("løsning", one.word())));
    parts.extend(answer.process.map(|one| degree("proces", one.word())));
    parts.extend(
        answer
            .procedure
            .map(|one| degree("forretningsgang", one.word())),
    );
    if !answer.comment.is_empty() {
        parts.push(format!("»{}«", answer.comment));
    }
    if answer.flag {
        parts.push("markeret med flag".to_owned());
    }
    parts.join(" · ")
}

/// What an answer says in one dimension; none where it says nothing there.
#[must_use]
pub fn rating(answer: &Answer, dimension: Dimension, profile: &Profile) -> Option<String> {
    let degree = match dimension {
        Dimension::Centralisation => {
            return answer
                .organisation
                .map(|value| organisation(value, profile));
        }
        Dimension::Process => answer.process,
        Dimension::Solution => answer.solution,
    };
    degree.map(|degree| degree.word().to_owned())
}

/// How many units there are: "1 enhed", "3 enheder".
#[must_use]
pub fn number_of_units(n: u32) -> String {
    format!("{n} {}", if n == 1 { "enhed" } else { "enheder" })
}

/// What the units say in one dimension: "3 enheder: 2 Manuelt, 1 Delvist".
#[must_use]
pub fn units(rating: &UnitsRating, dimension: Dimension, profile: &Profile) -> String {
    let mut parts: Vec<String> = Vec::new();
    for (index, &count) in rating.counts.iter().enumerate() {
        let word = if dimension == Dimension::Centralisation {
            let place = Place::ALL.get(index);
            place.map_or("flere steder", |&place| profile.name_of(place))
        } else {
            Degree::ALL.get(index).map_or("", |degree| degree.word())
        };
        if count > 0 {
            parts.push(format!("{count} {word}"));
        }
    }
    format!("{}: {}", number_of_units(rating.n()), parts.join(", "))
}

/// By what the units are weighed, as the rest of a sentence about them.
#[must_use]
pub const fn weighting(weighting: Weighting) -> &'static str {
    match weighting {
        Weighting::By(Weight::Equal) => "vejer lige meget",
        Weighting::By(Weight::Employees) => "vejer efter antal ansatte",
        Weighting::By(Weight::Invoices) => "vejer efter antal fakturaer",
        Weighting::EqualForLack(Weight::Invoices) => {
            "vejer lige meget, da antal fakturaer mangler eller er 0"
        }
        Weighting::EqualForLack(_) => "vejer lige meget, da antal ansatte mangler eller er 0",
    }
}
