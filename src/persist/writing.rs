//! Edits on their way to the journal, and the snapshot beside it.

use leptos::prelude::*;

use crate::document;
use crate::domain::assessment::Assessment;
use crate::domain::edit::Edit;
use crate::json;
use crate::platform::journal::{Checkpoint, Journal, Stored};
use crate::platform::snapshot::{self, Slot, Snapshot};
use crate::platform::tabs::Tabs;
use crate::platform::{PlatformError, clock, page, space};
use crate::state::{App, is_begun};

use super::restore::{Restored, restore};
use super::{Saving, journal, switch};

/// Records after which the journal is folded into a checkpoint.
const FOLD_AFTER: u64 = 300;

/// Takes an edit that has been carried out. `before` is the survey before it, where asked for.
pub fn record(app: App, edit: &Edit, before: Option<Assessment>) {
    if app.keeper().with_value(|keeper| keeper.blocked) {
        return;
    }
    if journal(app).is_none() {
        take_snapshot(app);
        return;
    }
    let Ok(record) = serde_json::to_string(edit) else {
        app.saving()
            .set(Saving::Failed("Ændringen kunne ikke skrives.".to_owned()));
        return;
    };
    app.keeper().update_value(|keeper| {
        keeper.base = keeper.base.take().or(before);
        keeper.queue.push(record);
    });
    app.saving().set(Saving::Busy);
    leptos::task::spawn_local(write_queue(app));
}

/// Writes what is queued, one transaction at a time.
pub(super) async fn write_queue(app: App) {
    let Some(journal) = journal(app) else { return };
    let idle = app
        .keeper()
        .try_update_value(|keeper| !std::mem::replace(&mut keeper.running, true));
    if idle != Some(true) {
        return;
    }
    let mut written = false;
    loop {
        let records = app
            .keeper()
            .try_update_value(|keeper| std::mem::take(&mut keeper.queue))
            .unwrap_or_default();
        if records.is_empty() {
            break;
        }
        if let Err(error) = write(app, &journal, &records).await {
            app.keeper().update_value(|keeper| {
                let later = std::mem::replace(&mut keeper.queue, records);
                keeper.queue.extend(later);
                keeper.running = false;
            });
            give_up(app, error).await;
            return;
        }
        written = true;
    }
    app.keeper().update_value(|keeper| keeper.running = false);
    if written {
        app.saving().set(Saving::Saved);
        fold(app, &journal).await;
    }
}

async fn write(app: App, journal: &Journal, records: &[String]) -> Result<(), PlatformError> {
    let slot = app.slot();
    store_first(app, journal, slot).await?;
    let survey = app.keeper().with_value(|keeper| keeper.survey.clone());
    let first = journal.append(slot, &survey, records).await?;
    let missed = app
        .keeper()
        .try_update_value(|keeper| {
            let missed = first != keeper.seq + 1;
            if !missed {
                keeper.seq += records.len() as u64;
            }
            missed
        })
        .unwrap_or_default();
    app.keeper()
        .with_value(|keeper| keeper.tabs.as_ref().map(Tabs::tell));
    if missed {
        // Another tab wrote in between: what is stored is the truth of both.
        adopt(app, &journal.load(slot).await?, slot);
    }
    Ok(())
}

/// Stores the survey as it was before its first edit, if that has not been done.
async fn store_first(app: App, journal: &Journal, slot: Slot) -> Result<(), PlatformError> {
    let base = app
        .keeper()
        .try_update_value(|keeper| keeper.base.take())
        .flatten();
    let Some(base) = base else { return Ok(()) };
    let checkpoint = checkpoint_of(&base, 0);
    // Known from now on, so that an edit made while this is written does not bring a base again.
    app.keeper()
        .update_value(|keeper| keeper.survey.clone_from(&checkpoint.survey));
    let stored = journal.create(slot, &checkpoint).await;
    if stored.is_err() {
        app.keeper().update_value(|keeper| {
            keeper.survey.clear();
            keeper.base = Some(base);
        });
    }
    stored
}

/// Says that nothing is saved, and tries again: at once from what is stored if that was replaced,
/// else a little later.
async fn give_up(app: App, error: PlatformError) {
    if error == PlatformError::Replaced {
        app.keeper().update_value(|keeper| keeper.queue.clear());
        Box::pin(switch(app, app.slot())).await;
        app.notice().set(Some(error));
        return;
    }
    take_snapshot(app);
    app.saving().set(Saving::Failed(error.message()));
    page::after(5000, move || leptos::task::spawn_local(write_queue(app)));
}

/// Folds a long journal into a checkpoint. A failure costs nothing: the records are there.
async fn fold(app: App, journal: &Journal) {
    let due = app
        .keeper()
        .with_value(|keeper| keeper.queue.is_empty() && keeper.seq >= keeper.folded + FOLD_AFTER);
    if !due {
        return;
    }
    let seq = app.keeper().with_value(|keeper| keeper.seq);
    let checkpoint = app.peek(|assessment| checkpoint_of(assessment, seq));
    if journal.checkpoint(app.slot(), &checkpoint).await.is_ok() {
        app.keeper().update_value(|keeper| keeper.folded = seq);
    }
}

/// Makes what came from a snapshot the stored survey.
pub(super) async fn store_base(app: App) {
    let seq = app.keeper().with_value(|keeper| keeper.seq);
    let checkpoint = app.peek(|assessment| checkpoint_of(assessment, seq));
    let Some(journal) = journal(app) else {
        app.keeper()
            .update_value(|keeper| keeper.survey = checkpoint.survey);
        app.saving().set(Saving::SnapshotOnly);
        return;
    };
    match journal.replace(app.slot(), &checkpoint).await {
        Ok(()) => {
            app.keeper()
                .update_value(|keeper| keeper.survey = checkpoint.survey);
            app.saving().set(Saving::Saved);
        }
        Err(error) => app.saving().set(Saving::Failed(error.message())),
    }
}

pub(super) fn checkpoint_of(assessment: &Assessment, seq: u64) -> Checkpoint {
    Checkpoint {
        survey: assessment.id.clone(),
        seq,
        text: document::write(assessment, env!("CARGO_PKG_VERSION"), &clock::now()),
    }
}

/// Shows what is stored, with the edits on top that are still on their way there.
pub(super) fn adopt(app: App, stored: &Stored, slot: Slot) {
    let (mut assessment, seq, folded) = match restore(stored, None) {
        Restored::Survey(assessment, seq, folded) => (assessment, seq, folded),
        Restored::Unreadable(detail, raw) => {
            app.keeper().update_value(|keeper| {
                keeper.blocked = true;
                keeper.raw = raw;
            });
            app.saving().set(Saving::Unreadable(detail));
            return;
        }
        Restored::FromSnapshot(..) | Restored::Nothing => return,
    };
    app.keeper().update_value(|keeper| {
        for record in &keeper.queue {
            if let Ok(edit) = json::read::<Edit>(record) {
                // An edit of a round that the other tab took away has nothing left to change.
                let _ = assessment.apply(edit);
            }
        }
        keeper.seq = seq;
        keeper.folded = folded;
    });
    app.replace(*assessment, slot);
}

/// Writes the snapshot in localStorage.
pub(super) fn take_snapshot(app: App) {
    let without_journal = journal(app).is_none();
    let opening = *app.saving().read_untracked() == Saving::Opening;
    let nothing_to_keep = app.keeper().with_value(|keeper| {
        let untouched = keeper.survey.is_empty() && keeper.base.is_none();
        keeper.blocked || (untouched && !without_journal)
    });
    if opening || nothing_to_keep {
        return;
    }
    let (seq, ahead) = app
        .keeper()
        .try_update_value(|keeper| {
            // Without a journal nothing else counts the edits.
            keeper.seq += u64::from(without_journal);
            // Then nothing else holds them either.
            let ahead = without_journal || keeper.running || !keeper.queue.is_empty();
            (keeper.seq, ahead)
        })
        .unwrap_or_default();
    let checkpoint = app.peek(|assessment| checkpoint_of(assessment, seq));
    let snapshot = Snapshot::new(checkpoint.survey, seq, ahead, checkpoint.text);
    let taken = snapshot::write(app.slot(), &snapshot);
    if app.slot() == Slot::Own {
        space::label(&app.peek(name_of));
    }
    if without_journal {
        app.saving().set(if taken {
            Saving::SnapshotOnly
        } else {
            Saving::Failed("Denne browser gemmer intet for denne side.".to_owned())
        });
    }
}

/// What a survey is called beside those of other copies; nothing where nothing is entered.
fn name_of(assessment: &Assessment) -> String {
    if !is_begun(assessment) {
        return String::new();
    }
    let name = assessment
        .municipality
        .as_ref()
        .map(|one| one.name.as_str());
    let year = assessment.current().map(|round| round.year);
    let name = name.unwrap_or("en besvarelse uden kommune");
    year.map_or_else(|| name.to_owned(), |year| format!("{name} {year}"))
}
