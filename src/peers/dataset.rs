//! A file of other municipalities, and what kind of truth it holds.
//!
//! Owns the format `kommunebenchmark-peers` version 1 and its checks. Bundled: `data/peers.json`
//! (as shipped: the means that KLK published) and `data/peers-model.json`. A host replaces the
//! first by its own. Does not compute statistics.

mod check;
mod rates;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::domain::catalogue;
use crate::domain::ids::{ActivityId, AreaId, Domain};
use crate::domain::rating::{Degree, Dimension, PerDimension, Place};
use crate::json;

use super::histogram::Histograms;
pub use super::peer::Peer;

/// The name of the format, first key of every file.
pub const FORMAT: &str = "kommunebenchmark-peers";
/// The newest version of the format that this build reads.
pub const VERSION: u32 = 1;

/// What a dataset is, and so what may be said with it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// Means that KLK published, derived from an invented example, measured with another
    /// catalogue: orientation only.
    DerivedExample,
    /// Invented municipalities, to show and try the functions.
    Model,
    /// Real municipalities, anonymous, area scores only.
    Public,
    /// Real municipalities by name, by written consent, with answers.
    Network,
}

impl Kind {
    /// Whether the numbers come from real municipalities measured as ours are, so that rank and
    /// potential may be shown for a real survey.
    #[must_use]
    pub const fn is_real(self) -> bool {
        matches!(self, Self::Public | Self::Network)
    }
}

/// What a dataset says of itself.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Label {
    /// What kind of truth it holds.
    pub kind: Kind,
    /// Stable id, used in the app's setting.
    pub id: String,
    /// Danish title.
    pub title: String,
    /// The edition of the data, as its maker numbers it.
    pub edition: String,
    /// Where the numbers come from, in Danish.
    pub source: String,
    /// The year that the numbers describe.
    pub year: u16,
    /// What was measured with, in Danish: a catalogue and its version.
    pub instrument: String,
    /// How the numbers were made, in Danish, one paragraph a text.
    pub method: Vec<String>,
    /// The number of municipalities; none where the source does not tell it.
    pub n: Option<u32>,
}

/// The answers of all municipalities to one activity: one character each, in the order of the
/// municipalities. Organisation `0` to `3` is a level and `x` external; process and solution
/// `0`, `1`, `2` are manual, partly, full; `-` is not answered or not relevant.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Column {
    /// Levels.
    pub organisation: String,
    /// Degrees of the process.
    pub process: String,
    /// Degrees of the solution.
    pub solution: String,
}

/// A dataset as it stands in its file.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Dataset {
    /// Always [`FORMAT`].
    pub format: String,
    /// [`VERSION`] or older.
    pub version: u32,
    /// What it says of itself.
    #[serde(flatten)]
    pub label: Label,
    /// Means of areas, where nothing more is known.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub means: BTreeMap<AreaId, PerDimension<f64>>,
    /// "Samlet" of each domain, with [`Self::means`].
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub totals: BTreeMap<Domain, PerDimension<f64>>,
    /// The municipalities.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub municipalities: Vec<Peer>,
    /// Their answers, activity by activity.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub answers: BTreeMap<ActivityId, Column>,
    /// Their area scores, where the answers are not given or do not tell them exactly; null where
    /// there is none.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub scores: BTreeMap<AreaId, PerDimension<Vec<Option<f64>>>>,
    /// Their FTE per area; null where it is not known.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fte: BTreeMap<AreaId, Vec<Option<f64>>>,
    /// Their FTE per domain, with areas that are too small to be shown; null where not known.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub fte_totals: BTreeMap<Domain, Vec<Option<f64>>>,
    /// In place of [`Self::fte`] where the size is not told: FTE per 10,000 inhabitants (finance) or
    /// per 1,000 employees (payroll and HR).
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rates: BTreeMap<AreaId, Vec<Option<f64>>>,
    /// In place of [`Self::fte_totals`], in the units of [`Self::rates`].
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub rate_totals: BTreeMap<Domain, Vec<Option<f64>>>,
    /// How answers spread, where they are not given row by row.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub histograms: BTreeMap<ActivityId, Histograms>,
}

/// What is read of a file before anything else.
#[derive(Deserialize)]
struct Envelope {
    #[serde(default)]
    format: String,
    #[serde(default)]
    version: u32,
}

impl Envelope {
    fn check(&self) -> Result<(), DatasetError> {
        if self.format != FORMAT {
            let format = &self.format;
            return Err(DatasetError::Broken(format!(
                "format is \"{format}\", not \"{FORMAT}\""
            )));
        }
        match self.version {
            0 => Err(DatasetError::Broken(
                "version must be a whole number from 1".to_owned(),
            )),
            1..=VERSION => Ok(()),
            newer => Err(DatasetError::TooNew(newer)),
        }
    }
}

/// A file of peers cannot be used. The text says where and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DatasetError {
    /// Made by a newer version of this program: the version of the file.
    TooNew(u32),
    /// Anything else, in English for the maker of the file: the place first where there is one.
    Broken(String),
}

impl std::fmt::Display for DatasetError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::TooNew(found) => write!(
                f,
                "version {found} is newer than this program knows, {VERSION}"
            ),
            Self::Broken(text) => f.write_str(text),
        }
    }
}

impl std::error::Error for DatasetError {}

impl DatasetError {
    /// What is wrong, where, and what to do, as the app says it: whole sentences in Danish.
    #[must_use]
    pub fn danish(&self) -> String {
        let Self::Broken(text) = self else {
            return "Sammenligningstallene er lavet med en nyere udgave af Kommunebenchmark. Genindlæs siden, og åbn filen igen."
                .to_owned();
        };
        let at = match text.split_once(": ") {
            Some((place, _)) if !place.contains(' ') => format!(" ved »{place}«"),
            _ => String::new(),
        };
        format!(
            "Sammenligningstallene kan ikke læses: Der er fejl i filen{at}. Hent den igen, eller bed den, der har lavet den, om at rette den."
        )
    }
}

/// Hundredths of a point of one character of a [`Column`]; none of `-`.
fn hundredths(dimension: Dimension, character: u8) -> Result<Option<u32>, ()> {
    let value = match (dimension, character) {
        (_, b'-') => return Ok(None),
        (Dimension::Centralisation, b'x') => 100 * u32::from(Place::External.level()),
        (Dimension::Centralisation, b'0'..=b'3') => 100 * u32::from(character - b'0'),
        (Dimension::Process | Dimension::Solution, b'0'..=b'2') => {
            Degree::ALL[usize::from(character - b'0')].hundredths()
        }
        _ => return Err(()),
    };
    Ok(Some(value))
}

impl Column {
    /// The text of one dimension.
    #[must_use]
    pub fn text(&self, dimension: Dimension) -> &str {
        match dimension {
            Dimension::Centralisation => &self.organisation,
            Dimension::Process => &self.process,
            Dimension::Solution => &self.solution,
        }
    }
}

impl Dataset {
    /// Reads a dataset and checks that it holds together.
    ///
    /// # Errors
    /// Says what is wrong and where, in English for the maker of the file.
    pub fn read(text: &str) -> Result<Self, DatasetError> {
        let broken = |error: serde_json::Error| DatasetError::Broken(error.to_string());
        // The envelope first: a newer file need not have the shape that is known here.
        let value = json::value(text).map_err(broken)?;
        let envelope: Envelope = json::from_value(&value).map_err(broken)?;
        envelope.check()?;
        let dataset: Self = json::from_value(&value).map_err(broken)?;
        dataset.check()?;
        Ok(dataset)
    }

    /// The scores of an area, one for each municipality, in one dimension: from the scores where
    /// there are any, else from the answers.
    #[must_use]
    pub fn area_scores(&self, area: AreaId, dimension: Dimension) -> Vec<Option<f64>> {
        if let Some(scores) = self.scores.get(&area) {
            return scores.get(dimension).clone();
        }
        let mut sums = vec![(0_u32, 0_u32); self.municipalities.len()];
        let activities = catalogue::area(area).map_or(&[][..], |area| area.activities);
        for column in activities
            .iter()
            .filter_map(|one| self.answers.get(&one.id))
        {
            for ((sum, n), character) in sums.iter_mut().zip(column.text(dimension).bytes()) {
                if let Ok(Some(value)) = hundredths(dimension, character) {
                    *sum += value;
                    *n += 1;
                }
            }
        }
        sums.into_iter()
            .map(|(sum, n)| (n > 0).then(|| f64::from(sum) / (100.0 * f64::from(n))))
            .collect()
    }
}
