//! Names of things that last: domains, areas, activities, rounds, units and staff rows.
//!
//! Ids are stable strings in files (`E01.03`) and small copyable values in memory.
//! This module does not know which areas and activities exist; see [`super::catalogue`].

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// One of the two fields of administration that the benchmark covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub enum Domain {
    /// Økonomi og regnskab: 11 areas, 140 activities.
    #[serde(rename = "E")]
    Economy,
    /// Løn og personale: 18 areas, 160 activities.
    #[serde(rename = "P")]
    Payroll,
}

impl Domain {
    /// Both domains, in the order of the leaflet.
    pub const ALL: [Self; 2] = [Self::Economy, Self::Payroll];

    /// The letter that starts every id of the domain.
    #[must_use]
    pub const fn letter(self) -> char {
        match self {
            Self::Economy => 'E',
            Self::Payroll => 'P',
        }
    }
}

impl fmt::Display for Domain {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.letter())
    }
}

/// An area of a domain, written `E01` or `P18`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct AreaId {
    /// The domain that the area belongs to.
    pub domain: Domain,
    /// The number in the domain, from 1.
    pub number: u8,
}

/// An activity of an area, written `E01.03`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ActivityId {
    /// The area that the activity belongs to.
    pub area: AreaId,
    /// The number in the area, from 1.
    pub number: u8,
}

/// The text is no id of the expected form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct MalformedId;

impl fmt::Display for MalformedId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("not an id of the form E01 or E01.03")
    }
}

impl std::error::Error for MalformedId {}

impl fmt::Display for AreaId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{:02}", self.domain, self.number)
    }
}

impl fmt::Display for ActivityId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}.{:02}", self.area, self.number)
    }
}

/// Two digits, so that every id has one spelling only.
fn two_digits(text: &str) -> Result<u8, MalformedId> {
    match text.as_bytes() {
        [tens @ b'0'..=b'9', ones @ b'0'..=b'9'] => match (tens - b'0') * 10 + ones - b'0' {
            0 => Err(MalformedId),
            number => Ok(number),
        },
        _ => Err(MalformedId),
    }
}

impl FromStr for AreaId {
    type Err = MalformedId;

    fn from_str(text: &str) -> Result<Self, MalformedId> {
        let domain = Domain::ALL
            .into_iter()
            .find(|domain| text.starts_with(domain.letter()))
            .ok_or(MalformedId)?;
        let number = two_digits(&text[1..])?;
        Ok(Self { domain, number })
    }
}

impl FromStr for ActivityId {
    type Err = MalformedId;

    fn from_str(text: &str) -> Result<Self, MalformedId> {
        let (area, number) = text.split_once('.').ok_or(MalformedId)?;
        Ok(Self {
            area: area.parse()?,
            number: two_digits(number)?,
        })
    }
}

/// Serde through the written form, so that ids can be keys of JSON objects.
macro_rules! serde_as_text {
    ($($id:ty),*) => {$(
        impl Serialize for $id {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }
        impl<'de> Deserialize<'de> for $id {
            fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = std::borrow::Cow::<'de, str>::deserialize(deserializer)?;
                text.parse().map_err(|_| {
                    serde::de::Error::custom(format_args!("\"{text}\" is {MalformedId}"))
                })
            }
        }
    )*};
}

serde_as_text!(AreaId, ActivityId);

/// The municipality's own survey, as opposed to a unit's contribution.
pub const CENTRAL: &str = "central";

/// A round of the survey, normally one a year. Unique inside an assessment.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct RoundId(pub String);

/// Who answered: [`CENTRAL`] or a unit's id.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct UnitId(pub String);

impl UnitId {
    /// The municipality's own survey.
    #[must_use]
    pub fn central() -> Self {
        Self(CENTRAL.to_owned())
    }
}

/// A row of the staff sheet; unique inside the sheet and never used again.
#[derive(
    Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Default, Serialize, Deserialize,
)]
#[serde(transparent)]
pub struct RowId(pub u32);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_are_read_and_written_in_one_spelling_only() {
        let id: ActivityId = "P18.10".parse().unwrap();
        assert_eq!(id.to_string(), "P18.10");
        for wrong in [
            "", "E", "E1.01", "X01.01", "E01", "E01.1", "E01.001", "E00.01", "E01.00", "Ø1.01",
        ] {
            assert_eq!(wrong.parse::<ActivityId>(), Err(MalformedId), "{wrong}");
        }
    }

    #[test]
    fn ids_sort_in_the_order_of_the_catalogue() {
        let sorted =
            ["E01.02", "E01.10", "E11.01", "P01.01"].map(|id| id.parse::<ActivityId>().unwrap());
        assert!(sorted.is_sorted());
    }
}
