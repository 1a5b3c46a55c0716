//! Keeping the survey: loaded at the start, every edit journalled, followed in other tabs.
//!
//! Order of trust: the journal's checkpoint with the records after it; else the newest snapshot.
//! "Gemt" is said only after the journal has committed. A stored survey that cannot be read is
//! never written over: the app then says so and keeps its hands off. Does not decide what is
//! edited; see [`crate::state`].

mod restore;
mod writing;

use std::rc::Rc;

use leptos::prelude::*;

use crate::domain::assessment::Assessment;
use crate::platform::journal::{Checkpoint, Journal, Stored};
use crate::platform::snapshot::{self, Slot};
use crate::platform::tabs::Tabs;
use crate::platform::{clock, page};
use crate::state::App;

use restore::{Restored, fresh, restore};
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
        Err(error) => app.notice().set(Some(error)),
    }
    let tabs = Tabs::open(move || leptos::task::spawn_local(follow(app)));
    app.keeper().update_value(|keeper| keeper.tabs = Some(tabs));
    page::on_hide(move || take_snapshot(app));
    page::on_show(move || leptos::task::spawn_local(follow(app)));
    switch(app, snapshot::active()).await;
}

/// Shows the survey of a slot: as stored, else an empty one or the bundled example.
pub async fn switch(app: App, slot: Slot) {
    settle(app).await;
    if app.keeper().with_value(|keeper| !keeper.queue.is_empty()) {
        // What was entered is not saved; leaving it would lose it.
        return;
    }
    let stored = match journal(app) {
        Some(journal) => journal.load(slot).await,
        None => Ok(Stored::default()),
    };
    let restored = stored.map(|stored| restore(&stored, snapshot::read(slot)));
    let restored = match restored {
        Ok(restored) => restored,
        Err(error) => Restored::Unreadable(error.message()),
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
            app.saving().set(if journal(app).is_some() {
                Saving::Saved
            } else {
                Saving::SnapshotOnly
            });
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
            Err(error) => {
                app.notice().set(Some(error));
                if *app.saving().read_untracked() == Saving::Opening {
                    Box::pin(switch(app, Slot::Own)).await;
                }
            }
        },
        Restored::Unreadable(detail) => {
            app.keeper().update_value(|keeper| keeper.blocked = true);
            app.saving().set(Saving::Failed(detail));
        }
    }
    snapshot::set_active(app.slot());
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
        switch(app, slot).await;
    } else if stored.seq() > seq {
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

/// Deletes both surveys, in every store, and shows an empty one.
pub async fn delete_everything(app: App) {
    app.keeper().update_value(|keeper| keeper.queue.clear());
    // An empty survey id in the checkpoint says that the survey was deleted, also to a snapshot
    // that the browser brings back after a crash.
    let deleted = Checkpoint {
        survey: String::new(),
        seq: 0,
        text: String::new(),
    };
    for slot in [Slot::Own, Slot::Example] {
        snapshot::clear(slot);
        if let Some(journal) = journal(app)
            && let Err(error) = journal.replace(slot, &deleted).await
        {
            app.notice().set(Some(error));
            return;
        }
    }
    become_current(
        app,
        Assessment::new(clock::random_id(), clock::year()),
        Slot::Own,
    );
    app.keeper()
        .with_value(|keeper| keeper.tabs.as_ref().map(Tabs::tell));
    snapshot::set_active(Slot::Own);
    app.saving().set(Saving::Nothing);
}
