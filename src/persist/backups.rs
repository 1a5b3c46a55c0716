//! Backups: a survey is put aside before another takes its place.

use leptos::prelude::*;

use crate::document;
use crate::domain::assessment::Assessment;
use crate::platform::PlatformError;
use crate::platform::clock;
use crate::platform::journal::Stored;
use crate::platform::snapshot::{self, Slot};
use crate::platform::tabs::Tabs;
use crate::state::{App, is_begun};

use super::restore::{Restored, restore};
use super::writing::{checkpoint_of, take_snapshot};
use super::{Saving, become_current, journal, settle};

/// How many backups are kept; the oldest go first.
const MOST: usize = 10;
const BACKUP: &str = "backup/";
const PEERS: &str = "peers";

/// A survey that was put aside.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Backup {
    /// Its key on the shelf.
    pub key: String,
    /// When it was put aside, as an RFC 3339 time.
    pub at: String,
}

/// Puts a survey in the place of the municipality's own, which becomes a backup first; an example
/// takes the example's place. Nothing is changed where that fails.
///
/// # Errors
/// When the database fails, what is stored cannot be read, or what was entered last is not saved.
pub async fn put_in_place(app: App, assessment: Assessment) -> Result<(), PlatformError> {
    let begun = app
        .keeper()
        .try_update_value(|keeper| !std::mem::replace(&mut keeper.switching, true));
    if begun != Some(true) {
        return Err(PlatformError::Busy);
    }
    settle(app).await;
    let before = app.saving().get_untracked();
    let unsaved = app.keeper().with_value(|keeper| !keeper.queue.is_empty());
    let done = if unsaved {
        Err(PlatformError::Busy)
    } else {
        // No page is shown, so nothing can be entered until the other survey is here.
        app.saving().set(Saving::Opening);
        replace(app, assessment).await
    };
    app.keeper().update_value(|keeper| keeper.switching = false);
    if done.is_err() {
        app.saving().set(before);
    } else {
        snapshot::set_active(app.slot());
        take_snapshot(app);
        app.keeper()
            .with_value(|keeper| keeper.tabs.as_ref().map(Tabs::tell));
    }
    done
}

/// Stores the new survey over the old one and shows it. Its records go on counting from the old
/// one's, so that no tab and no snapshot takes the one for the other.
async fn replace(app: App, assessment: Assessment) -> Result<(), PlatformError> {
    let slot = if assessment.example {
        Slot::Example
    } else {
        Slot::Own
    };
    let snapshot = snapshot::read(slot);
    let counted = snapshot.as_ref().map_or(0, |snapshot| snapshot.seq);
    let Some(journal) = journal(app) else {
        let kept = restore(&Stored::default(), snapshot);
        if slot == Slot::Own && !matches!(kept, Restored::Nothing) {
            return Err(PlatformError::NoBackup);
        }
        let survey = assessment.id.clone();
        become_current(app, assessment, slot);
        app.keeper().update_value(|keeper| {
            keeper.survey = survey;
            keeper.seq = counted + 1;
        });
        app.saving().set(Saving::SnapshotOnly);
        return Ok(());
    };
    let stored = journal.load(slot).await?;
    let seq = stored.seq().max(counted) + 1;
    if slot == Slot::Own {
        match restore(&stored, snapshot) {
            Restored::Survey(own, ..) | Restored::FromSnapshot(own, _) => {
                put_aside(app, &own).await?;
            }
            Restored::Nothing => {}
            Restored::Unreadable(detail, _) => return Err(PlatformError::Database { detail }),
        }
    }
    let checkpoint = checkpoint_of(&assessment, seq);
    journal.replace(slot, &checkpoint).await?;
    snapshot::clear(slot);
    become_current(app, assessment, slot);
    app.keeper().update_value(|keeper| {
        keeper.survey = checkpoint.survey;
        keeper.seq = seq;
        keeper.folded = seq;
    });
    app.saving().set(Saving::Saved);
    Ok(())
}

/// Makes a survey a backup, if anything was entered in it.
async fn put_aside(app: App, own: &Assessment) -> Result<(), PlatformError> {
    if !is_begun(own) {
        return Ok(());
    }
    let journal = journal(app).ok_or(PlatformError::NoDatabase)?;
    let at = clock::now();
    let text = document::write(own, env!("CARGO_PKG_VERSION"), &at);
    journal.keep(&format!("{BACKUP}{at}"), &text).await?;
    let backups = all(app).await?;
    for old in backups.iter().skip(MOST) {
        journal.discard(&old.key).await?;
    }
    Ok(())
}

/// The backups, newest first.
///
/// # Errors
/// When the database fails.
pub async fn all(app: App) -> Result<Vec<Backup>, PlatformError> {
    let Some(journal) = journal(app) else {
        return Ok(Vec::new());
    };
    let keys = journal.keys().await?;
    Ok(keys
        .into_iter()
        .rev()
        .filter_map(|key| {
            let at = key.strip_prefix(BACKUP)?.to_owned();
            Some(Backup { key, at })
        })
        .collect())
}

/// The text of a backup.
///
/// # Errors
/// When the database fails, or the backup is gone.
pub async fn text_of(app: App, backup: &Backup) -> Result<String, PlatformError> {
    let journal = journal(app).ok_or(PlatformError::NoDatabase)?;
    journal
        .kept(&backup.key)
        .await?
        .ok_or(PlatformError::Replaced)
}

/// Keeps a dataset in this browser, or forgets the one that is kept.
///
/// # Errors
/// When the database fails.
pub async fn keep_peers(app: App, text: Option<String>) -> Result<(), PlatformError> {
    let journal = journal(app).ok_or(PlatformError::NoDatabase)?;
    match text {
        Some(text) => journal.keep(PEERS, &text).await,
        None => journal.discard(PEERS).await,
    }
}

/// Brings the dataset back that was kept.
pub(super) async fn bring_peers(app: App) {
    let Some(journal) = journal(app) else { return };
    if let Ok(Some(text)) = journal.kept(PEERS).await {
        app.adopt_peers(&text);
    }
}
