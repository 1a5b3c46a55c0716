//! Keeping the survey: loaded at the start, every edit journalled, followed in other tabs.
//!
//! Order of trust: the journal's checkpoint with the records after it; else the newest snapshot.
//! "Gemt" is said only after the journal has committed. A stored survey that cannot be read is
//! never written over: the app then says so and keeps its hands off. A survey that another takes
//! the place of is put aside first. Does not decide what is edited; see [`crate::state`].

mod backups;
mod restore;
mod writing;

use std::rc::Rc;

use leptos::prelude::*;

use crate::domain::assessment::Assessment;
use crate::platform::files::{self, Content};
use crate::platform::journal::{Checkpoint, Journal, Stored};
use crate::platform::snapshot::{self, Slot};
use crate::platform::tabs::Tabs;
use crate::platform::{PlatformError, page, preference, space};
use crate::state::App;

use restore::{Restored, fresh, restore};

pub use backups::{Backup, all as backups, keep_peers, put_in_place, text_of as backup_text};
pub use restore::empty;
use writing::{adopt, store_base, take_snapshot, write_queue};

pub use writing::record;

/// Whether what was entered is safe.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Saving {
    /// The stored survey is being read.
    Opening,
    /// Nothing has been entered yet.
    Nothing,
    /// An edit is on its way to the journal.
    Busy,
    /// Every edit is in the journal.
    Saved,
    /// Without a database: in localStorage only, which a crash can cost half a minute.
    SnapshotOnly,
    /// Not kept anywhere.
    Failed(String),
    /// What is stored cannot be read; it is left alone, and no page is shown.
    Unreadable(String),
}

/// What is known of the stored survey that is shown.
#[derive(Debug, Default)]
pub struct Keeper {
    journal: Option<Rc<Journal>>,
    tabs: Option<Tabs>,
    /// The survey's id; empty until it has a checkpoint in the journal.
    survey: String,
    /// The last record that the shown survey holds.
    seq: u64,
    /// The last record of the newest checkpoint.
    folded: u64,
    /// The survey before its first edit, to be stored with it.
    base: Option<Assessment>,
    /// Edits on their way.
    queue: Vec<String>,
    running: bool,
    /// Another survey is on its way.
    switching: bool,
    /// What is stored and cannot be read, as it is.
    raw: String,
    /// What is stored cannot be read, so nothing may be written over it.
    blocked: bool,
}

impl Keeper {
    /// The survey has no checkpoint yet: its first edit must bring one.
    pub(crate) fn needs_base(&self) -> bool {
        self.survey.is_empty() && self.base.is_none()
    }
}

/// Opens the journal, shows the survey that was last looked at, and keeps following.
pub async fn start(app: App) {
    match Journal::open().await {
        Ok(journal) => app
            .keeper()
            .update_value(|keeper| keeper.journal = Some(Rc::new(journal))),
        Err(error) => {
            let nothing = !snapshot::is_available();
            let error = if nothing {
                PlatformError::NoStore
            } else {
                error
            };
            app.notice().set(Some(error));
        }
    }
    let tabs = Tabs::open(move || leptos::task::spawn_local(follow(app)));
    app.keeper().update_value(|keeper| keeper.tabs = Some(tabs));
    page::on_hide(move || take_snapshot(app));
    page::ask_before_leaving(move || matches!(*app.saving().read_untracked(), Saving::Failed(_)));
    page::on_show(move || leptos::task::spawn_local(follow(app)));
    backups::bring_peers(app).await;
    switch(app, snapshot::active()).await;
}

/// Shows the survey of a slot: as stored, else an empty one or the bundled example. One at a time.
pub async fn switch(app: App, slot: Slot) {
    let begun = app
        .keeper()
        .try_update_value(|keeper| !std::mem::replace(&mut keeper.switching, true));
    if begun != Some(true) {
        return;
    }
    settle(app).await;
    // What was entered and is not saved would be lost with the survey that it belongs to.
    if app.keeper().with_value(|keeper| keeper.queue.is_empty()) {
        let before = app.saving().get_untracked();
        // No page is shown, so nothing can be entered while the other survey is on its way.
        app.saving().set(Saving::Opening);
        open(app, slot, before).await;
        snapshot::set_active(app.slot());
    }
    app.keeper().update_value(|keeper| keeper.switching = false);
}

/// Brings a survey from the store, or leaves things as they were before.
async fn open(app: App, slot: Slot, before: Saving) {
    let stored = match journal(app) {
        Some(journal) => journal.load(slot).await,
        None => Ok(Stored::default()),
    };
    let restored = match stored {
        Ok(stored) => {
            if stored.is_deleted() {
                forget_snapshot(slot);
            }
            restore(&stored, snapshot::read(slot))
        }
        Err(error) => Restored::Unreadable(error.message(), String::new()),
    };
    match restored {
        Restored::Survey(assessment, seq, folded) => {
            let survey = assessment.id.clone();
            become_current(app, *assessment, slot);
            app.keeper().update_value(|keeper| {
                keeper.seq = seq;
                keeper.folded = folded;
                keeper.survey = survey;
            });
            app.saving().set(Saving::Saved);
        }
        Restored::FromSnapshot(assessment, seq) => {
            become_current(app, *assessment, slot);
            app.keeper().update_value(|keeper| keeper.seq = seq);
            store_base(app).await;
        }
        Restored::Nothing => match fresh(slot).await {
            Ok(assessment) => {
                become_current(app, assessment, slot);
                app.saving().set(Saving::Nothing);
            }
            Err(error) if before == Saving::Opening => {
                app.notice().set(Some(error));
                Box::pin(open(app, Slot::Own, before)).await;
            }
            Err(error) => {
                app.notice().set(Some(error));
                app.saving().set(before);
            }
        },
        Restored::Unreadable(detail, _) if before != Saving::Opening && slot != app.slot() => {
            app.notice().set(Some(PlatformError::Database { detail }));
            app.saving().set(before);
        }
        Restored::Unreadable(detail, raw) => {
            app.keeper().update_value(|keeper| {
                keeper.blocked = true;
                keeper.raw = raw;
            });
            app.saving().set(Saving::Unreadable(detail));
        }
    }
}

/// What stands in localStorage for a survey that was deleted goes too, whoever wrote it.
fn forget_snapshot(slot: Slot) {
    snapshot::clear(slot);
    if slot == Slot::Own {
        space::label("");
    }
}

/// Hands what is stored and cannot be read to the user as a file.
pub fn save_raw(app: App) {
    let raw = app.keeper().with_value(|keeper| keeper.raw.clone());
    if let Err(error) = files::save("kommunebenchmark-gemt.txt", Content::Text(&raw)) {
        app.notice().set(Some(error));
    }
}

/// Brings the bundled example back as it is delivered.
pub async fn restore_example(app: App) {
    snapshot::clear(Slot::Example);
    if let Some(journal) = journal(app)
        && let Err(error) = journal.replace(Slot::Example, &nothing()).await
    {
        app.notice().set(Some(error));
        return;
    }
    switch(app, Slot::Example).await;
}

/// An empty survey id in the checkpoint says that the survey was deleted, also to a snapshot that
/// the browser brings back after a crash.
fn nothing() -> Checkpoint {
    Checkpoint {
        survey: String::new(),
        seq: 0,
        text: String::new(),
    }
}

fn become_current(app: App, assessment: Assessment, slot: Slot) {
    app.keeper().update_value(|keeper| {
        keeper.survey.clear();
        keeper.seq = 0;
        keeper.folded = 0;
        keeper.base = None;
        keeper.blocked = false;
        keeper.queue.clear();
    });
    // The file that was written to belongs to the survey that is left.
    files::forget_written();
    app.clear_inbox();
    app.replace(assessment, slot);
}

fn journal(app: App) -> Option<Rc<Journal>> {
    app.keeper().with_value(|keeper| keeper.journal.clone())
}

/// Reads again what another tab has written.
async fn follow(app: App) {
    let busy = |keeper: &Keeper| keeper.running || keeper.blocked || !keeper.queue.is_empty();
    let Some(journal) = journal(app) else { return };
    if app.keeper().with_value(busy) || *app.saving().read_untracked() == Saving::Opening {
        return;
    }
    let slot = app.slot();
    let Ok(stored) = journal.load(slot).await else {
        return;
    };
    // What was entered in the meantime is written first, and finds the other tab's records itself.
    if app.keeper().with_value(busy) || slot != app.slot() {
        return;
    }
    let (survey, seq) = app
        .keeper()
        .with_value(|keeper| (keeper.survey.clone(), keeper.seq));
    let stored_survey = stored.checkpoint.as_ref().map_or("", |one| &one.survey);
    if stored_survey != survey {
        // Another tab has deleted it, or put another in its place: it must not be written once more.
        app.keeper().update_value(|keeper| keeper.survey.clear());
        switch(app, slot).await;
    } else if stored.seq() != seq {
        adopt(app, &stored, slot);
    }
}

/// Waits until what was entered is written, before another survey is shown.
async fn settle(app: App) {
    write_queue(app).await;
    while app.keeper().with_value(|keeper| keeper.running) {
        page::pause(10).await;
    }
    take_snapshot(app);
}

/// Deletes both surveys, in every store, with backups and a kept dataset, and shows an empty one.
pub async fn delete_everything(app: App) {
    app.keeper().update_value(|keeper| keeper.queue.clear());
    if let Some(journal) = journal(app)
        && let Err(error) = journal.discard_all().await
    {
        app.notice().set(Some(error));
        return;
    }
    for slot in [Slot::Own, Slot::Example] {
        forget_snapshot(slot);
        if let Some(journal) = journal(app)
            && let Err(error) = journal.replace(slot, &nothing()).await
        {
            app.notice().set(Some(error));
            return;
        }
    }
    become_current(app, empty(), Slot::Own);
    app.forget_peers();
    preference::clear_all();
    app.look_as_usual();
    app.keeper()
        .with_value(|keeper| keeper.tabs.as_ref().map(Tabs::tell));
    snapshot::set_active(Slot::Own);
    app.saving().set(Saving::Nothing);
    if journal(app).is_none() {
        // What the database may hold could not be reached.
        app.notice().set(Some(PlatformError::NoDatabase));
    }
}
