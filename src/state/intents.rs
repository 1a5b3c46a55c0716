//! What pages ask for: edits, undo, going elsewhere, choosing, deleting.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::assessment::{Assessment, Round};
use crate::domain::catalogue::texts::Header;
use crate::domain::edit::Edit;
use crate::domain::ids::RoundId;
use crate::domain::plan::Plan;
use crate::persist::{self, Keeper};
use crate::platform::assets::Asset;
use crate::platform::snapshot::Slot;
use crate::route::Route;

use super::loading::{Loaded, fetch_once, parse_json};
use super::{App, PeersChoice};

/// How many steps can be undone.
const MAX_UNDO: usize = 500;

impl App {
    /// The id of the round that is shown, which all intents of the pages are about.
    #[must_use]
    pub fn round_id(&self) -> RoundId {
        self.peek_round(|round| round.id.clone())
            .unwrap_or_else(|| RoundId(String::new()))
    }

    /// Changes the survey.
    pub fn edit(&self, edit: Edit) {
        if self.inbox.with_untracked(|inbox| inbox.undoable) {
            // Undo would take back this edit now, and no longer what the news is about.
            self.forget_outcome();
        }
        if let Some(inverse) = self.carry_out(edit) {
            self.history.update(|history| {
                history.redo.clear();
                history.undo.push(inverse);
                if history.undo.len() > MAX_UNDO {
                    history.undo.remove(0);
                }
            });
        }
    }

    /// Takes the last edit back.
    pub fn undo(&self) {
        let last = self
            .history
            .try_update(|history| history.undo.pop())
            .flatten();
        if let Some(inverse) = last.and_then(|edit| self.carry_out(edit)) {
            self.history.update(|history| history.redo.push(inverse));
        }
    }

    /// Does the edit again that was last taken back.
    pub fn redo(&self) {
        let last = self
            .history
            .try_update(|history| history.redo.pop())
            .flatten();
        if let Some(inverse) = last.and_then(|edit| self.carry_out(edit)) {
            self.history.update(|history| history.undo.push(inverse));
        }
    }

    fn carry_out(&self, edit: Edit) -> Option<Edit> {
        let record = edit.clone();
        let before = self.peek(Assessment::clone_if_unsaved(self.needs_base()));
        let inverse = self
            .assessment
            .try_update(|assessment| assessment.apply(edit))?
            // An edit for a round that another tab took away: there is nothing left to change.
            .ok()?;
        self.revision.update_value(|revision| *revision += 1);
        persist::record(*self, &record, before);
        Some(inverse)
    }

    fn needs_base(&self) -> bool {
        self.keeper.with_value(Keeper::needs_base)
    }

    /// Goes to a page, as the address says.
    pub fn show(&self, route: Route) {
        self.route.set(route);
    }

    /// Shows another round; all that is asked and shown is about it.
    pub fn choose_round(&self, round: Option<RoundId>) {
        self.chosen_round.set(round);
    }

    /// Chooses what to compare with.
    pub fn choose_peers(&self, choice: PeersChoice) {
        self.peers_choice.set(Some(choice));
    }

    /// The header of the catalogue, fetched when first asked for.
    #[must_use]
    pub fn header(&self) -> RwSignal<Loaded<Arc<Header>>> {
        fetch_once(self.header, Asset::CatalogueHeader, parse_json);
        self.header
    }

    /// Shows another survey: the municipality's own or the example.
    pub fn open(&self, slot: Slot) {
        leptos::task::spawn_local(persist::switch(*self, slot));
    }

    /// Brings the example back as it is delivered.
    pub fn restore_example(&self) {
        leptos::task::spawn_local(persist::restore_example(*self));
    }

    /// Hands what is stored and cannot be read to the user as a file.
    pub fn save_raw(&self) {
        persist::save_raw(*self);
    }

    /// Deletes everything that is kept in this browser.
    pub fn delete_everything(&self) {
        leptos::task::spawn_local(persist::delete_everything(*self));
    }

    /// Empties the survey: an ordinary edit, which can be undone.
    pub fn start_afresh(&self) {
        let Some((id, year)) = self.peek_round(|round| (round.id.clone(), round.year)) else {
            return;
        };
        self.edit(Edit::Batch {
            edits: vec![
                Edit::SetMunicipality { municipality: None },
                Edit::SetPlan {
                    plan: Plan::default(),
                },
                Edit::SetRound {
                    round: id.clone(),
                    value: Some(Box::new(Round::new(id, year))),
                },
            ],
        });
    }
}

impl Assessment {
    /// The survey as it was before the first edit is the base of its journal; later it is not
    /// needed, and not copied.
    fn clone_if_unsaved(unsaved: bool) -> impl FnOnce(&Self) -> Option<Self> {
        move |assessment| unsaved.then(|| assessment.clone())
    }
}
