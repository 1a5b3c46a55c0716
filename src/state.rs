//! The app's state: one context of signals of plain data, and the intents of the pages.
//!
//! Pages read memos and send intents; they never write signals themselves. Every change of a
//! survey is an [`Edit`] through [`App::edit`], which also keeps undo and hands it to
//! [`crate::persist`]. Does not compute scores or deviations itself; it only says from what they
//! follow.

mod intents;
mod loading;

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::answer::Answer;
use crate::domain::assessment::{Assessment, Round};
use crate::domain::catalogue::texts::Header;
use crate::domain::edit::Edit;
use crate::domain::ids::ActivityId;
use crate::peers::comparison::Evidence;
use crate::peers::summary::Own;
use crate::peers::{Comparison, Dataset, Summary, compare, summarise};
use crate::persist::{self, Keeper, Saving};
use crate::platform::PlatformError;
use crate::platform::snapshot::Slot;
use crate::route::Route;
use crate::scoring::{self, Scorecard};

pub use loading::{Loaded, fetch_once, need_area_texts, parse_json};

/// Which dataset is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeersChoice {
    /// The host's: as shipped, KLK's published means.
    Host,
    /// The invented municipalities.
    Model,
}

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
    host_peers: RwSignal<Loaded<Arc<Dataset>>>,
    model_peers: RwSignal<Loaded<Arc<Dataset>>>,
    header: RwSignal<Loaded<Arc<Header>>>,
    scorecard: Memo<Scorecard>,
    summary: Memo<Loaded<Arc<Summary>>>,
    comparison: Memo<Option<Arc<Comparison>>>,
    keeper: StoredValue<Keeper, LocalStorage>,
}

impl App {
    /// An empty app; [`persist::start`] brings the stored survey.
    #[must_use]
    pub fn new(route: Route) -> Self {
        let assessment = RwSignal::new(persist::empty());
        let slot = RwSignal::new(Slot::Own);
        let peers_choice = RwSignal::new(None);
        let host_peers = RwSignal::new(Loaded::Waiting);
        let model_peers = RwSignal::new(Loaded::Waiting);
        let scorecard = Memo::new(move |_| {
            assessment
                .with(|assessment| assessment.current().map(scoring::score).unwrap_or_default())
        });
        let own = Memo::new(move |_| assessment.with(Own::of));
        let example = Memo::new(move |_| assessment.with(|assessment| assessment.example));
        let choice = move || effective_choice(peers_choice.get(), example.get());
        let summary = Memo::new(move |_| {
            let dataset: RwSignal<Loaded<Arc<Dataset>>> = match choice() {
                PeersChoice::Host => host_peers,
                PeersChoice::Model => model_peers,
            };
            dataset.with(|dataset| match dataset {
                Loaded::Waiting => Loaded::Waiting,
                Loaded::Failed(error) => Loaded::Failed(error.clone()),
                Loaded::Ready(dataset) => {
                    Loaded::Ready(Arc::new(own.with(|own| summarise(dataset, own))))
                }
            })
        });
        let comparison = Memo::new(move |_| {
            summary.with(|summary| {
                let summary = summary.ready()?;
                Some(Arc::new(
                    scorecard.with(|card| compare(card, summary, example.get())),
                ))
            })
        });
        Self {
            assessment,
            history: RwSignal::default(),
            slot,
            saving: RwSignal::new(Saving::Opening),
            notice: RwSignal::new(None),
            route: RwSignal::new(route),
            peers_choice,
            host_peers,
            model_peers,
            header: RwSignal::new(Loaded::Waiting),
            scorecard,
            summary,
            comparison,
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

    /// Reads the newest round.
    pub fn with_round<T>(&self, read: impl FnOnce(&Round) -> T) -> Option<T> {
        self.assessment
            .with(|assessment| assessment.current().map(read))
    }

    /// Reads the newest round without following it.
    pub fn peek_round<T>(&self, read: impl FnOnce(&Round) -> T) -> Option<T> {
        self.assessment
            .with_untracked(|assessment| assessment.current().map(read))
    }

    /// A value that follows from the newest round and tells only when it changes.
    pub fn round_memo<T>(self, read: impl Fn(&Round) -> T + Send + Sync + 'static) -> Memo<T>
    where
        T: PartialEq + Default + Send + Sync + 'static,
    {
        Memo::new(move |_| self.with_round(&read).unwrap_or_default())
    }

    /// The municipality's answer to an activity; an empty one where there is none.
    #[must_use]
    pub fn answer_memo(self, activity: ActivityId) -> Memo<Answer> {
        self.round_memo(move |round| round.central_answer(activity).cloned().unwrap_or_default())
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

    /// The group that is compared with.
    #[must_use]
    pub const fn summary(&self) -> Memo<Loaded<Arc<Summary>>> {
        self.summary
    }

    /// The deviations; none while the group is on its way.
    #[must_use]
    pub const fn comparison(&self) -> Memo<Option<Arc<Comparison>>> {
        self.comparison
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
        self.with(|assessment| {
            assessment.municipality.is_some()
                || assessment.rounds.iter().any(|round| {
                    !round.answers.is_empty() || !round.staff.is_empty() || !round.drafts.is_empty()
                })
        })
    }

    /// Which dataset is compared with.
    #[must_use]
    pub fn peers_choice(&self) -> PeersChoice {
        effective_choice(self.peers_choice.get(), self.is_example())
    }

    /// How the comparison may be read.
    #[must_use]
    pub fn evidence(&self) -> Option<Evidence> {
        self.comparison
            .with(|comparison| comparison.as_ref().map(|one| one.evidence))
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
    }

    pub(crate) fn slot(&self) -> Slot {
        self.slot.get_untracked()
    }

    pub(crate) const fn keeper(&self) -> StoredValue<Keeper, LocalStorage> {
        self.keeper
    }
}

/// The example is shown beside the model, a real survey beside what the host offers.
const fn effective_choice(chosen: Option<PeersChoice>, example: bool) -> PeersChoice {
    match chosen {
        Some(choice) => choice,
        None if example => PeersChoice::Model,
        None => PeersChoice::Host,
    }
}

/// The app's state.
///
/// # Panics
/// Outside the shell, which provides it.
#[must_use]
pub fn app() -> App {
    expect_context::<App>()
}
