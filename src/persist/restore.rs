//! From what the browser has stored to a survey.

use crate::document;
use crate::domain::assessment::Assessment;
use crate::domain::edit::Edit;
use crate::json;
use crate::platform::assets::{self, Asset};
use crate::platform::journal::Stored;
use crate::platform::snapshot::{Slot, Snapshot};
use crate::platform::{PlatformError, clock};

/// What the browser has of a survey.
pub(super) enum Restored {
    /// The survey, its last record and the last record of its checkpoint.
    Survey(Box<Assessment>, u64, u64),
    /// The journal has nothing, but a snapshot is whole; it goes to this record.
    FromSnapshot(Box<Assessment>, u64),
    Nothing,
    /// There is something, but it cannot be read.
    Unreadable(String),
}

/// Puts checkpoint and records together; the snapshot stands in where the journal has nothing.
pub(super) fn restore(stored: &Stored, snapshot: Option<Snapshot>) -> Restored {
    let read = |text: &str| {
        document::read(text).map(Box::new).map_err(|error| match error {
            document::ReadError::TooNew { .. } => {
                "Besvarelsen er gemt af en nyere udgave af Kommunebenchmark. Åbn den i den udgave.".to_owned()
            }
            other => format!("Den gemte besvarelse kunne ikke læses ({other})."),
        })
    };
    let Some(checkpoint) = &stored.checkpoint else {
        return match snapshot.map(|snapshot| (read(&snapshot.text), snapshot.seq)) {
            Some((Ok(assessment), seq)) => Restored::FromSnapshot(assessment, seq),
            Some((Err(detail), _)) => Restored::Unreadable(detail),
            None => Restored::Nothing,
        };
    };
    if checkpoint.survey.is_empty() {
        return Restored::Nothing;
    }
    let mut assessment = match read(&checkpoint.text) {
        Ok(assessment) => assessment,
        Err(detail) => return Restored::Unreadable(detail),
    };
    for (seq, record) in &stored.records {
        let applied = json::read::<Edit>(record)
            .map_err(|error| error.to_string())
            .and_then(|edit| assessment.apply(edit).map_err(|error| error.to_string()));
        if let Err(error) = applied {
            return Restored::Unreadable(format!(
                "Ændring nr. {seq} i browserens lager kunne ikke læses ({error})."
            ));
        }
    }
    Restored::Survey(assessment, stored.seq(), checkpoint.seq)
}

/// A survey that nobody has touched.
pub(super) async fn fresh(slot: Slot) -> Result<Assessment, PlatformError> {
    match slot {
        Slot::Own => Ok(Assessment::new(clock::random_id(), clock::year())),
        Slot::Example => {
            let text = assets::read(Asset::Example).await?;
            document::read(&text).map_err(|error| PlatformError::Asset {
                path: Asset::Example.path(),
                detail: error.to_string(),
            })
        }
    }
}
