//! The app's state: one context of signals of plain data, and the intents of the pages.
//!
//! Pages read memos and send intents; they never write signals themselves. Every change of a
//! survey is an [`Edit`] through [`App::edit`], which also keeps undo and hands it to
//! [`crate::persist`]. Does not compute scores or deviations itself; it only says from what they
//! follow.

mod about;
mod comparing;
pub mod desk;
mod exchange;
mod intents;
mod loading;

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::answer::Answer;
use crate::domain::assessment::{Assessment, Round};
use crate::domain::catalogue::texts::Header;
use crate::domain::edit::Edit;
use crate::domain::ids::{ActivityId, RoundId};
use crate::domain::plan::Plan;
use crate::domain::profile::Profile;
use crate::persist::{self, Keeper, Saving};
use crate::platform::PlatformError;
use crate::platform::files::Picked;
use crate::platform::snapshot::Slot;
use crate::requests::Beside;
use crate::route::Route;
use crate::scoring::{self, Scorecard};

pub use about::caution;
pub use comparing::{FilePeers, Looking, PeersChoice};
pub use exchange::{Arrival, Inbox};
pub use loading::{Loaded, follow, follow_async, load_when_shown, need_area_texts};

/// Edits that can be taken back or done again, newest last.
#[derive(Clone, Debug, Default)]
struct History {
    undo: Vec<Edit>,
    redo: Vec<Edit>,
}

/// The one context.
#[derive(Clone, Copy)]
pub struct App {
    assessment: RwSignal<Assessment>,
    history: RwSignal<History>,
    slot: RwSignal<Slot>,
    saving: RwSignal<Saving>,
    notice: RwSignal<Option<PlatformError>>,
    route: RwSignal<Route>,
    peers_choice: RwSignal<Option<PeersChoice>>,
    /// Counts how often what is shown was asked for again.
    again: RwSignal<u32>,
    beside: RwSignal<Loaded<Arc<Beside>>>,
    looking: RwSignal<Looking>,
    /// What the choice of a group follows from.
    facts: Memo<(Option<u16>, Option<String>, Profile)>,
    file_peers: RwSignal<Option<FilePeers>>,
    chosen_round: RwSignal<Option<RoundId>>,
    inbox: RwSignal<Inbox>,
    kl_files: RwSignal<Vec<Picked>>,
    /// Counts the changes of what is shown, so that a proposal knows whether it is out of date.
    revision: StoredValue<u64>,
    header: RwSignal<Loaded<Arc<Header>>>,
    scorecard: Memo<Scorecard>,
    keeper: StoredValue<Keeper, LocalStorage>,
}

impl App {
    /// An empty app; [`persist::start`] brings the stored survey.
    #[must_use]
    pub fn new(route: Route) -> Self {
        let assessment = RwSignal::new(persist::empty());
        let slot = RwSignal::new(Slot::Own);
        let chosen_round = RwSignal::new(None);
        let scorecard = Memo::new(move |_| {
            assessment.with(|assessment| {
                chosen_round
                    .with(|chosen| round_of(assessment, chosen.as_ref()))
                    .map(|round| scoring::score(&assessment.as_asked(round)))
                    .unwrap_or_default()
            })
        });
        let facts = Memo::new(move |_| {
            assessment.with(|assessment| {
                let profile = chosen_round.with(|chosen| {
                    round_of(assessment, chosen.as_ref()).map(|round| round.profile.clone())
                });
                (
                    assessment.municipality.as_ref().and_then(|one| one.code),
                    assessment.contribution_id.clone(),
                    profile.unwrap_or_default(),
                )
            })
        });
        Self {
            assessment,
            history: RwSignal::default(),
            slot,
            saving: RwSignal::new(Saving::Opening),
            notice: RwSignal::new(None),
            route: RwSignal::new(route),
            peers_choice: RwSignal::new(None),
            again: RwSignal::new(0),
            beside: RwSignal::new(Loaded::Waiting),
            looking: RwSignal::new(Self::last_looking()),
            facts,
            file_peers: RwSignal::new(None),
            chosen_round,
            inbox: RwSignal::default(),
            kl_files: RwSignal::default(),
            revision: StoredValue::new(0),
            header: RwSignal::new(Loaded::Waiting),
            scorecard,
            keeper: StoredValue::new_local(Keeper::default()),
        }
    }

    // What is shown.

    /// Reads the whole assessment.
    pub fn with<T>(&self, read: impl FnOnce(&Assessment) -> T) -> T {
        self.assessment.with(read)
    }

    /// Reads the assessment without following it.
    pub fn peek<T>(&self, read: impl FnOnce(&Assessment) -> T) -> T {
        self.assessment.with_untracked(read)
    }

    /// Reads the round that is shown.
    pub fn with_round<T>(&self, read: impl FnOnce(&Round) -> T) -> Option<T> {
        let chosen = self.chosen_round.get();
        self.assessment
            .with(|assessment| round_of(assessment, chosen.as_ref()).map(read))
    }

    /// Reads the round that is shown without following it.
    pub fn peek_round<T>(&self, read: impl FnOnce(&Round) -> T) -> Option<T> {
        let chosen = self.chosen_round.get_untracked();
        self.assessment
            .with_untracked(|assessment| round_of(assessment, chosen.as_ref()).map(read))
    }

    /// A value that follows from the round that is shown and tells only when it changes.
    pub fn round_memo<T>(self, read: impl Fn(&Round) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Default + Send + Sync + 'static,
    {
        Memo::new(move |_| self.with_round(&read).unwrap_or_default())
    }

    /// What is answered to an activity here: by the municipality, or by the unit whose part it is.
    /// An empty answer where there is none.
    #[must_use]
    pub fn answer_memo(self, activity: ActivityId) -> Memo<Answer> {
        Memo::new(move |_| {
            let unit = self.with(Assessment::answerer);
            self.with_round(|round| round.answer(&unit, activity).cloned())
                .flatten()
                .unwrap_or_default()
        })
    }

    /// As [`Self::answer_memo`], now, without following it.
    #[must_use]
    pub fn peek_answer(&self, activity: ActivityId) -> Answer {
        let unit = self.peek(Assessment::answerer);
        self.peek_round(|round| round.answer(&unit, activity).cloned())
            .flatten()
            .unwrap_or_default()
    }

    /// Whether what is shown is a part of another survey.
    #[must_use]
    pub fn is_part(&self) -> bool {
        self.with(|assessment| assessment.part.is_some())
    }

    /// Files of several municipalities, on KL's page; kept while the app is open, and nowhere else.
    #[must_use]
    pub const fn kl_files(&self) -> RwSignal<Vec<Picked>> {
        self.kl_files
    }

    /// Files that were handed in, and what is proposed to be done with them.
    #[must_use]
    pub const fn inbox(&self) -> RwSignal<Inbox> {
        self.inbox
    }

    /// The dataset that the user opened from disk.
    #[must_use]
    pub const fn file_peers(&self) -> RwSignal<Option<FilePeers>> {
        self.file_peers
    }

    /// The text of a field that could not be read.
    #[must_use]
    pub fn draft(&self, field: &str) -> Option<String> {
        self.with_round(|round| round.drafts.get(field).cloned())
            .flatten()
    }

    /// The scores.
    #[must_use]
    pub const fn scorecard(&self) -> Memo<Scorecard> {
        self.scorecard
    }

    /// The page.
    #[must_use]
    pub fn route(&self) -> Route {
        self.route.get()
    }

    /// Whether everything is saved.
    #[must_use]
    pub const fn saving(&self) -> RwSignal<Saving> {
        self.saving
    }

    /// Something that went wrong and that the user must know of.
    #[must_use]
    pub const fn notice(&self) -> RwSignal<Option<PlatformError>> {
        self.notice
    }

    /// Whether the example municipality is looked at.
    #[must_use]
    pub fn is_example(&self) -> bool {
        self.with(|assessment| assessment.example)
    }

    /// Whether anything has been entered at all.
    #[must_use]
    pub fn is_begun(&self) -> bool {
        self.with(is_begun)
    }

    /// Whether there is something to undo.
    #[must_use]
    pub fn can_undo(&self) -> bool {
        self.history.with(|history| !history.undo.is_empty())
    }

    /// Whether there is something to do again.
    #[must_use]
    pub fn can_redo(&self) -> bool {
        self.history.with(|history| !history.redo.is_empty())
    }

    // For `persist`.

    /// Puts a survey that was read in the place of what is shown.
    pub(crate) fn replace(&self, assessment: Assessment, slot: Slot) {
        self.history.set(History::default());
        if self.slot.get_untracked() != slot {
            // What the example is compared with was not chosen for the municipality.
            self.peers_choice.set(None);
        }
        self.slot.set(slot);
        self.assessment.set(assessment);
        self.revision.update_value(|revision| *revision += 1);
        let gone = self.chosen_round.with_untracked(|chosen| {
            let is_there = |id| self.peek(|one| one.round(id).is_some());
            chosen.as_ref().is_some_and(|id| !is_there(id))
        });
        if gone {
            self.chosen_round.set(None);
        }
    }

    pub(crate) fn slot(&self) -> Slot {
        self.slot.get_untracked()
    }

    pub(crate) const fn keeper(&self) -> StoredValue<Keeper, LocalStorage> {
        self.keeper
    }
}

/// Whether anything has been entered at all.
pub(crate) fn is_begun(assessment: &Assessment) -> bool {
    assessment.municipality.is_some()
        || assessment.part.is_some()
        || assessment.contribution_id.is_some()
        || assessment.plan != Plan::default()
        || assessment.rounds.len() > 1
        || assessment
            .rounds
            .iter()
            .any(|round| *round != Round::new(round.id.clone(), round.year))
}

/// The round that was chosen, else the newest.
fn round_of<'a>(assessment: &'a Assessment, chosen: Option<&RoundId>) -> Option<&'a Round> {
    chosen
        .and_then(|id| assessment.round(id))
        .or_else(|| assessment.current())
}

/// The app's state.
///
/// # Panics
/// Outside the shell, which provides it.
#[must_use]
pub fn app() -> App {
    expect_context::<App>()
}
