//! From what the browser has stored to a survey.

use crate::document;
use crate::domain::assessment::Assessment;
use crate::domain::edit::Edit;
use crate::domain::field;
use crate::json;
use crate::platform::assets::{self, Asset};
use crate::platform::journal::{Checkpoint, Stored};
use crate::platform::snapshot::{Slot, Snapshot};
use crate::platform::{PlatformError, clock};

/// What the browser has of a survey.
pub(super) enum Restored {
    /// The survey, its last record and the last record of its checkpoint.
    Survey(Box<Assessment>, u64, u64),
    /// A snapshot is newer than the journal, or the journal has nothing; it goes to this record.
    FromSnapshot(Box<Assessment>, u64),
    /// Nothing is stored, or it was deleted.
    Nothing,
    /// There is something, but it cannot be read: why, and the text as it is stored.
    Unreadable(String, String),
}

/// Puts checkpoint and records together. The snapshot stands in where the journal has nothing,
/// and where it holds edits that the journal never took.
pub(super) fn restore(stored: &Stored, snapshot: Option<Snapshot>) -> Restored {
    let survey = stored.checkpoint.as_ref().map(|one| one.survey.as_str());
    if stored.is_deleted() {
        return Restored::Nothing;
    }
    let newer = snapshot.filter(|snapshot| match survey {
        None => true,
        Some(survey) => snapshot.ahead && snapshot.survey == survey && snapshot.seq >= stored.seq(),
    });
    if let Some(snapshot) = newer {
        return match read(&snapshot.text) {
            Ok(assessment) => Restored::FromSnapshot(assessment, snapshot.seq),
            Err(detail) => Restored::Unreadable(detail, snapshot.text),
        };
    }
    match &stored.checkpoint {
        None => Restored::Nothing,
        Some(checkpoint) => from_journal(checkpoint, stored)
            .unwrap_or_else(|detail| Restored::Unreadable(detail, raw(checkpoint, stored))),
    }
}

fn read(text: &str) -> Result<Box<Assessment>, String> {
    document::read(text)
        .map(Box::new)
        .map_err(|error| match error {
            document::ReadError::TooNew { .. } => {
                "Besvarelsen er gemt af en nyere udgave af Kommunebenchmark. Åbn den i den udgave."
                    .to_owned()
            }
            other => format!("Den gemte besvarelse kunne ikke læses ({other})."),
        })
}

fn from_journal(checkpoint: &Checkpoint, stored: &Stored) -> Result<Restored, String> {
    let mut assessment = read(&checkpoint.text)?;
    for (seq, record) in &stored.records {
        let edit = json::read::<Edit>(record).map_err(|error| {
            format!("Ændring nr. {seq} i browserens lager kunne ikke læses ({error}).")
        })?;
        // An edit of a round that another tab took away has nothing left to change.
        let _ = assessment.apply(edit);
    }
    Ok(Restored::Survey(assessment, stored.seq(), checkpoint.seq))
}

/// Everything that is stored, one text a line.
fn raw(checkpoint: &Checkpoint, stored: &Stored) -> String {
    let mut text = checkpoint.text.clone();
    for (_, record) in &stored.records {
        text.push('\n');
        text.push_str(record);
    }
    text
}

/// A survey that nobody has touched.
pub(super) async fn fresh(slot: Slot) -> Result<Assessment, PlatformError> {
    match slot {
        Slot::Own => Ok(empty()),
        Slot::Example => {
            let text = assets::read(Asset::Example).await?;
            document::read(&text).map_err(|error| PlatformError::Asset {
                path: Asset::Example.path(),
                detail: error.to_string(),
            })
        }
    }
}

/// An empty survey of this year; of the nearest year that can be asked where the clock is wrong.
pub fn empty() -> Assessment {
    let field::Kind::Whole { min, max } = field::YEAR else {
        unreachable!("years are whole")
    };
    let year = u32::from(clock::year()).clamp(min, max);
    Assessment::new(clock::random_id(), u16::try_from(year).unwrap_or_default())
}
