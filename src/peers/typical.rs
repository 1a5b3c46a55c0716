//! What municipalities that had centralised gathered in particular, and where digitalisation
//! mattered for the gain (KLK's catalogue, 004 pages 15-16).
//!
//! Shown beside the own picture as "Samlet i kommuner, der har centraliseret (KLK 2017)", blank
//! where the source is garbled. It is no yardstick: areas that it calls decentral should stay so.

use std::collections::BTreeMap;

use serde::Deserialize;

use crate::domain::ids::AreaId;

/// Where an area lay.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Level {
    /// "Central".
    Central,
    /// "Delvis central".
    PartlyCentral,
    /// "Delvist".
    Partly,
    /// "Decentral".
    Decentral,
    /// "Decentralt med central support".
    DecentralWithCentralSupport,
}

impl Level {
    /// As the source writes it, in the grammar of a table.
    #[must_use]
    pub const fn danish(self) -> &'static str {
        match self {
            Self::Central => "centralt",
            Self::PartlyCentral => "delvis centralt",
            Self::Partly => "delvist",
            Self::Decentral => "decentralt",
            Self::DecentralWithCentralSupport => "decentralt med central støtte",
        }
    }
}

/// What a digital degree meant for the gain.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Weight {
    /// "Vigtig for potentiale".
    Important,
    /// "Vigtig for potentiale, hvis central".
    ImportantIfCentral,
}

/// One row of the source's table.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Typical {
    /// Where the area lay; none where the source is garbled.
    pub level: Option<Level>,
    /// What the digital process meant.
    pub process: Option<Weight>,
    /// What the digital solution meant.
    pub solution: Option<Weight>,
    /// One of the two mattered; which is lost in the source.
    pub one_of_both: bool,
}

impl Typical {
    /// What digitalisation meant, in Danish; empty where the source says nothing.
    #[must_use]
    pub const fn danish_digital(&self) -> &'static str {
        match (self.process, self.solution, self.one_of_both) {
            (Some(_), Some(Weight::ImportantIfCentral), _) => {
                "proces; løsning, hvis området er samlet"
            }
            (Some(_), Some(Weight::Important), _) => "proces og løsning",
            (Some(_), None, _) => "proces",
            (None, Some(_), _) => "løsning",
            (None, None, true) => "proces eller løsning (uklart i kilden)",
            (None, None, false) => "",
        }
    }
}

/// The source's table.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TypicalCentralisation {
    /// Document and pages, in Danish.
    pub source: String,
    /// Every area.
    pub areas: BTreeMap<AreaId, Typical>,
}

/// The published table.
///
/// # Panics
/// Never: the bundled file is checked by a test.
#[must_use]
pub fn typical() -> TypicalCentralisation {
    serde_json::from_str(include_str!("typical.json")).expect("checked by a test")
}
