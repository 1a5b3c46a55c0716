//! Answers in Danish words, for previews and tables.
//!
//! Owns the words of the scales. Reading such words is in `words`.

use crate::domain::answer::{Answer, Standing};
use crate::domain::profile::Profile;
use crate::domain::rating::{Degree, Dimension, Organisation, Place, Procedure};

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
