//! The scales: where an activity is done, and how digital it is.
//!
//! Owns the closed sets of answers and their points. Does not know means, areas or comparison;
//! see [`crate::scoring`]. The scales are those of the KLK leaflet (000, "Modellen"); the levels
//! between 0 and 3 are this project's reading of 002 slide 9 and 004 page 17 (page "Metode").

use std::fmt;

use serde::de::value::{MapAccessDeserializer, StrDeserializer};
use serde::de::{MapAccess, Visitor};
use serde::{Deserialize, Deserializer, Serialize};

/// Where the person is employed who does the main part of the task.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Place {
    /// At the institution, or the employee's and manager's own self-service. Level 0.
    Institution,
    /// Serves several units without being a staff function of a department. Level 1.
    Intermediate,
    /// In a sector department. Level 2.
    Department,
    /// In a central staff function or service centre. Level 3.
    Central,
    /// With another municipality or a supplier. Counts as level 3, and is flagged.
    External,
}

impl Place {
    /// Every place, from decentral to external.
    pub const ALL: [Self; 5] = [
        Self::Institution,
        Self::Intermediate,
        Self::Department,
        Self::Central,
        Self::External,
    ];

    /// Points on the scale of centralisation, 0 to 3.
    #[must_use]
    pub const fn level(self) -> u8 {
        match self {
            Self::Institution => 0,
            Self::Intermediate => 1,
            Self::Department => 2,
            Self::Central | Self::External => 3,
        }
    }
}

/// How the cases of one activity spread over the places, in whole percent of the cases
/// (not of the time). Always sums to 100.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "RawShares", into = "RawShares")]
pub struct Shares([u8; 5]);

/// The shares do not sum to 100 %.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SharesDoNotSum {
    /// The sum that was given, in percent.
    pub sum: u32,
}

impl fmt::Display for SharesDoNotSum {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "shares sum to {} %, not 100 %", self.sum)
    }
}

impl Shares {
    /// Shares in the order of [`Place::ALL`].
    ///
    /// # Errors
    /// When they do not sum to 100.
    pub fn new(percent: [u8; 5]) -> Result<Self, SharesDoNotSum> {
        let sum = percent.iter().map(|&share| u32::from(share)).sum();
        if sum == 100 {
            Ok(Self(percent))
        } else {
            Err(SharesDoNotSum { sum })
        }
    }

    /// The share of one place, 0 to 100.
    #[must_use]
    pub fn of(self, place: Place) -> u8 {
        self.0[place as usize]
    }
}

/// The written form of [`Shares`]: a place with no share is left out.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct RawShares {
    #[serde(default, skip_serializing_if = "is_zero")]
    institution: u8,
    #[serde(default, skip_serializing_if = "is_zero")]
    intermediate: u8,
    #[serde(default, skip_serializing_if = "is_zero")]
    department: u8,
    #[serde(default, skip_serializing_if = "is_zero")]
    central: u8,
    #[serde(default, skip_serializing_if = "is_zero")]
    external: u8,
}

#[allow(clippy::trivially_copy_pass_by_ref, reason = "serde wants a reference")]
fn is_zero(share: &u8) -> bool {
    *share == 0
}

impl TryFrom<RawShares> for Shares {
    type Error = SharesDoNotSum;

    fn try_from(raw: RawShares) -> Result<Self, SharesDoNotSum> {
        Self::new([
            raw.institution,
            raw.intermediate,
            raw.department,
            raw.central,
            raw.external,
        ])
    }
}

impl From<Shares> for RawShares {
    fn from(Shares([institution, intermediate, department, central, external]): Shares) -> Self {
        Self {
            institution,
            intermediate,
            department,
            central,
            external,
        }
    }
}

/// The answer to "Hvem løser sagerne?".
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Organisation {
    /// One place does the main part of all cases.
    One(Place),
    /// The cases spread over several places.
    Spread(Shares),
}

impl Organisation {
    /// The share of the cases at one place, 0 to 100.
    #[must_use]
    pub fn share(self, place: Place) -> u8 {
        match self {
            Self::One(one) => 100 * u8::from(one == place),
            Self::Spread(shares) => shares.of(place),
        }
    }

    /// Hundredths of a point on the scale of centralisation, 0 to 300: sum(share x level).
    #[must_use]
    pub fn hundredths(self) -> u32 {
        Place::ALL
            .into_iter()
            .map(|place| u32::from(self.share(place)) * u32::from(place.level()))
            .sum()
    }
}

/// By hand, since serde's untagged enums do not say what is wrong in a variant.
impl<'de> Deserialize<'de> for Organisation {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        struct OneOrSpread;

        impl<'de> Visitor<'de> for OneOrSpread {
            type Value = Organisation;

            fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str("a place, or shares of the cases in percent")
            }

            fn visit_str<E: serde::de::Error>(self, text: &str) -> Result<Organisation, E> {
                Place::deserialize(StrDeserializer::new(text)).map(Organisation::One)
            }

            fn visit_map<A: MapAccess<'de>>(self, map: A) -> Result<Organisation, A::Error> {
                Shares::deserialize(MapAccessDeserializer::new(map)).map(Organisation::Spread)
            }
        }

        deserializer.deserialize_any(OneOrSpread)
    }
}

/// How digital a solution or a process is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Degree {
    /// Manuelt: 0.
    Manual,
    /// Delvist: 0.5.
    Partly,
    /// Fuldt: 1.
    Full,
}

impl Degree {
    /// From manual to full.
    pub const ALL: [Self; 3] = [Self::Manual, Self::Partly, Self::Full];

    /// Hundredths of a point, 0 to 100.
    #[must_use]
    pub const fn hundredths(self) -> u32 {
        match self {
            Self::Manual => 0,
            Self::Partly => 50,
            Self::Full => 100,
        }
    }
}

/// Whether a written, approved procedure (forretningsgang) exists and is used.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Procedure {
    /// There is one.
    Yes,
    /// For a part of the cases, or out of date.
    Partly,
    /// There is none.
    No,
}

impl Procedure {
    /// In the order they are shown.
    pub const ALL: [Self; 3] = [Self::Yes, Self::Partly, Self::No];
}

/// The three things that are measured.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Dimension {
    /// Centraliseringsgrad, 0 to 3.
    Centralisation,
    /// Digital proces, 0 to 1.
    Process,
    /// Digital løsning, 0 to 1.
    Solution,
}

impl Dimension {
    /// In the order of KLK's tables.
    pub const ALL: [Self; 3] = [Self::Centralisation, Self::Process, Self::Solution];

    /// The largest possible score.
    #[must_use]
    pub const fn max(self) -> u8 {
        match self {
            Self::Centralisation => 3,
            Self::Process | Self::Solution => 1,
        }
    }
}

/// One value for each dimension.
#[derive(Clone, Copy, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct PerDimension<T> {
    /// Centraliseringsgrad.
    pub centralisation: T,
    /// Digital proces.
    pub process: T,
    /// Digital løsning.
    pub solution: T,
}

impl<T> PerDimension<T> {
    /// Makes the value of each dimension.
    pub fn from_fn(mut make: impl FnMut(Dimension) -> T) -> Self {
        Self {
            centralisation: make(Dimension::Centralisation),
            process: make(Dimension::Process),
            solution: make(Dimension::Solution),
        }
    }

    /// The value of one dimension.
    pub const fn get(&self, dimension: Dimension) -> &T {
        match dimension {
            Dimension::Centralisation => &self.centralisation,
            Dimension::Process => &self.process,
            Dimension::Solution => &self.solution,
        }
    }

    /// The value of one dimension, to be changed.
    pub const fn get_mut(&mut self, dimension: Dimension) -> &mut T {
        match dimension {
            Dimension::Centralisation => &mut self.centralisation,
            Dimension::Process => &mut self.process,
            Dimension::Solution => &mut self.solution,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_place_and_all_cases_at_that_place_give_the_same_points() {
        for (index, place) in Place::ALL.into_iter().enumerate() {
            let mut percent = [0; 5];
            percent[index] = 100;
            let spread = Organisation::Spread(Shares::new(percent).unwrap());
            assert_eq!(Organisation::One(place).hundredths(), spread.hundredths());
        }
    }

    #[test]
    fn shares_must_sum_to_a_hundred() {
        assert_eq!(
            Shares::new([50, 0, 0, 49, 0]),
            Err(SharesDoNotSum { sum: 99 })
        );
        assert_eq!(
            Shares::new([255, 0, 0, 0, 0]),
            Err(SharesDoNotSum { sum: 255 })
        );
    }

    #[test]
    fn shares_are_written_without_empty_places() {
        let spread = Organisation::Spread(Shares::new([40, 0, 0, 60, 0]).unwrap());
        let text = serde_json::to_string(&spread).unwrap();
        assert_eq!(text, r#"{"institution":40,"central":60}"#);
        assert_eq!(serde_json::from_str::<Organisation>(&text).unwrap(), spread);
        assert_eq!(spread.hundredths(), 180);
    }
}
