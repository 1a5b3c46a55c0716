//! Backups: a survey is put aside before another takes its place.

use leptos::prelude::*;

use crate::document;
use crate::domain::assessment::Assessment;
use crate::platform::PlatformError;
use crate::platform::clock;
use crate::platform::snapshot::{self, Slot};
use crate::platform::tabs::Tabs;
use crate::state::{App, is_begun};

use super::writing::{store_base, take_snapshot};
use super::{Saving, become_current, journal, open, settle};

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

/// Puts a survey in the place of the municipality's own, which becomes a backup first. Nothing is
/// changed where that fails.
///
/// # Errors
/// When the database fails, or what was entered last cannot be saved.
pub async fn put_in_place(app: App, assessment: Assessment) -> Result<(), PlatformError> {
    settle(app).await;
    let unsaved = app.keeper().with_value(|keeper| !keeper.queue.is_empty());
    if unsaved || app.keeper().with_value(|keeper| keeper.switching) {
        return Err(PlatformError::Busy);
    }
    if app.slot() != Slot::Own {
        open(app, Slot::Own, Saving::Opening).await;
    }
    put_aside(app).await?;
    become_current(app, assessment, Slot::Own);
    store_base(app).await;
    take_snapshot(app);
    snapshot::set_active(Slot::Own);
    app.keeper()
        .with_value(|keeper| keeper.tabs.as_ref().map(Tabs::tell));
    Ok(())
}

/// Makes the survey that is shown a backup, if anything was entered.
async fn put_aside(app: App) -> Result<(), PlatformError> {
    if !app.peek(is_begun) {
        return Ok(());
    }
    let journal = journal(app).ok_or(PlatformError::NoDatabase)?;
    let at = clock::now();
    let text = app.peek(|one| document::write(one, env!("CARGO_PKG_VERSION"), &at));
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
        // A dataset that this version cannot read is no reason to stop; the host's is used.
        if let Err(error) = app.adopt_peers(&text, true) {
            app.notice().set(Some(error));
        }
    }
}
