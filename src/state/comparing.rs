//! What is compared with: the dataset, also one that the user opened from disk, and the groups.
//!
//! The document worker reads datasets and makes groups of them; here is what was chosen, and what
//! the worker said of it. Choices are a reader's, not the municipality's: they are kept for the
//! browser ([`crate::platform::preference`]), not in the survey.

use std::sync::Arc;

use leptos::prelude::*;
use serde::{Deserialize, Serialize};

use crate::json;
use crate::peers::comparison::Evidence;
use crate::peers::group::Grouping;
use crate::persist;
use crate::platform::assets::{self, Asset};
use crate::platform::preference::{self, Preference};
use crate::platform::{PlatformError, hosting};
use crate::requests::{Answer, Beside, DatasetNumber, Request};

use super::exchange::{Outcome, unexpected};
use super::{App, Loaded, desk, follow_async};

/// Which dataset is compared with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PeersChoice {
    /// The host's: as shipped, KLK's published means.
    Host,
    /// The invented municipalities.
    Model,
    /// One that the user opened from disk.
    File,
}

/// A dataset that the user opened from disk.
#[derive(Clone, Debug)]
pub struct FilePeers {
    /// Its Danish title.
    pub title: String,
    /// The file as it is.
    pub text: Arc<str>,
    /// It is kept in this browser.
    pub kept: bool,
    /// Its number for the worker.
    number: DatasetNumber,
}

/// How a reader looks at the comparison.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Looking {
    /// The groups; none for those that are usual for the dataset.
    pub grouping: Option<Grouping>,
    /// With what differences could be worth.
    pub potential: bool,
    /// Organisation and digitalisation beside resources for each area too.
    pub areas: bool,
}

const HOST: DatasetNumber = DatasetNumber(1);
const MODEL: DatasetNumber = DatasetNumber(2);
/// Files are numbered from here.
const FIRST_FILE: u32 = 3;

/// The example is shown beside the model, a real survey beside what the host offers.
pub(super) const fn effective_choice(chosen: Option<PeersChoice>, example: bool) -> PeersChoice {
    match chosen {
        Some(choice) => choice,
        None if example => PeersChoice::Model,
        None => PeersChoice::Host,
    }
}

impl App {
    /// What there is to know of the dataset and the groups.
    #[must_use]
    pub const fn beside(&self) -> RwSignal<Loaded<Arc<Beside>>> {
        self.beside
    }

    /// How the comparison is looked at.
    #[must_use]
    pub const fn looking(&self) -> RwSignal<Looking> {
        self.looking
    }

    /// Looks at the comparison in another way, and remembers it.
    pub fn look(&self, change: impl FnOnce(&mut Looking)) {
        self.looking.update(change);
        self.looking
            .with_untracked(|looking| preference::write(Preference::Comparison, looking));
    }

    /// Looks at the comparison in the usual way, without remembering it.
    pub(crate) fn look_as_usual(&self) {
        self.looking.set(Looking::default());
    }

    /// Follows everything that a page of the picture is made of.
    pub fn follow_shown(&self) {
        self.with(|_| ());
        self.with_round(|_| ());
        self.again.get();
        let _ = self.dataset_number();
        self.looking.with(|_| ());
    }

    /// How the comparison was last looked at.
    pub(super) fn last_looking() -> Looking {
        preference::read(Preference::Comparison).unwrap_or_default()
    }

    /// Which dataset is compared with.
    #[must_use]
    pub fn peers_choice(&self) -> PeersChoice {
        effective_choice(self.peers_choice.get(), self.is_example())
    }

    /// Whether what differences could be worth is asked for, and may be shown.
    #[must_use]
    pub fn shows_potential(&self) -> bool {
        self.evidence().is_some_and(Evidence::allows_findings)
            && self.looking.with(|looking| looking.potential)
    }

    /// How the comparison may be read.
    #[must_use]
    pub fn evidence(&self) -> Option<Evidence> {
        let kind = self
            .beside
            .with(|beside| beside.ready().map(|beside| beside.kind))?;
        Some(Evidence::of(kind, self.is_example()))
    }

    /// The number of the dataset that is compared with.
    pub(super) fn dataset_number(&self) -> DatasetNumber {
        match self.peers_choice() {
            PeersChoice::Host => HOST,
            PeersChoice::Model => MODEL,
            PeersChoice::File => self
                .file_peers
                .with(|file| file.as_ref().map_or(HOST, |file| file.number)),
        }
    }

    /// Asks the worker what there is to know of the dataset and the groups, now and whenever they
    /// change, while the page is shown.
    pub fn follow_peers(self) {
        follow_async(move || {
            self.again.get();
            let number = self.dataset_number();
            self.looking.with(|looking| looking.grouping.clone());
            // Not the answers: they change nothing here.
            self.facts.with(|_| ());
            Some(async move {
                let loaded = self.ask_of_peers().await;
                // Something newer may have been asked for.
                if number != untrack(|| self.dataset_number()) {
                    return;
                }
                if let (Loaded::Failed(error), PeersChoice::File) =
                    (&loaded, untrack(|| self.peers_choice()))
                {
                    // A file that cannot be used is no reason to stop; the host's dataset is used.
                    self.notice().set(Some(error.clone()));
                    self.forget_peers();
                    return;
                }
                self.beside.set(loaded);
            })
        });
    }

    async fn ask_of_peers(self) -> Loaded<Arc<Beside>> {
        let shown = self.shown(true);
        match self.ask_beside(&Request::Beside { shown }).await {
            Ok(Answer::Beside(beside)) => Loaded::Ready(Arc::from(beside)),
            Ok(other) => Loaded::Failed(unexpected((other, Vec::new()))),
            Err(error) => Loaded::Failed(error),
        }
    }

    /// Asks once more for what is shown: where the dataset could not be had, or something is known
    /// that was not.
    pub fn ask_again(&self) {
        self.again.update(|again| *again += 1);
    }

    /// Asks the worker for something beside the group; hands it the dataset first, if it lacks it.
    pub(super) async fn ask_beside(self, request: &Request) -> Result<Answer, PlatformError> {
        Ok(self.ask_beside_for_file(request, &[]).await?.0)
    }

    /// As [`Self::ask_beside`], with the file beside the answer.
    pub(super) async fn ask_beside_for_file(
        self,
        request: &Request,
        files: &[Vec<u8>],
    ) -> desk::Outcome {
        let number = untrack(|| self.dataset_number());
        match desk::ask(request, files).await? {
            (Answer::DatasetUnknown, _) => {
                self.hand_over(number).await?;
                desk::ask(request, files).await
            }
            outcome => Ok(outcome),
        }
    }

    /// Gives the worker a dataset. Where the host's cannot be used, the one that no host replaces
    /// takes its place, and the host is told.
    async fn hand_over(self, number: DatasetNumber) -> Result<(), PlatformError> {
        let mut refused = None;
        loop {
            let asset = match number {
                HOST if refused.is_some() => Some(Asset::PeersKlk),
                HOST => Some(Asset::Peers),
                MODEL => Some(Asset::PeersModel),
                _ => None,
            };
            let text = match asset {
                Some(asset) => assets::read(asset).await.map(Arc::from),
                None => self
                    .file_peers
                    .with_untracked(|file| file.as_ref().map(|file| file.text.clone()))
                    .ok_or(PlatformError::Replaced),
            };
            let given = match text {
                Ok(text) => give(number, &text).await,
                Err(error) => Err(error),
            };
            match (given, refused.take()) {
                (Ok(_), None) => return Ok(()),
                (Ok(_), Some(error)) => {
                    tell_host(&error);
                    return Ok(());
                }
                (Err(error), None) if number == HOST => refused = Some(error),
                (Err(error), _) => return Err(error),
            }
        }
    }

    /// Forgets the dataset that was opened from disk.
    pub(crate) fn forget_peers(&self) {
        self.file_peers.set(None);
        self.peers_choice.set(None);
    }

    /// Compares with a dataset that was handed in; the old one stays where it is a bad one.
    pub fn use_peers(self, index: usize) {
        let Some(text) = self.text_of(index) else {
            return;
        };
        self.run(async move {
            let kept = self
                .file_peers
                .with_untracked(|file| file.as_ref().is_some_and(|file| file.kept));
            let number = self.next_number();
            let title = give(number, &text).await.map_err(|error| match error {
                PlatformError::Refused { detail } => PlatformError::Refused {
                    detail: format!("{detail} De hidtidige tal bruges stadig."),
                },
                other => other,
            })?;
            self.set_file(title, &text, kept, number);
            if kept {
                // The one that is kept is the one that is used.
                persist::keep_peers(self, Some(text)).await?;
            }
            self.clear_inbox();
            Ok(Outcome::Done(Some(
                "Sammenligningstallene fra filen bruges nu under Sammenligning.".to_owned(),
            )))
        });
    }

    /// Compares with a dataset that was kept. The worker reads it when it is first shown.
    pub(crate) fn adopt_peers(self, text: &str) {
        let value = json::value(text).ok();
        let title = value
            .as_ref()
            .and_then(|value| value.get("title")?.as_str());
        self.set_file(
            title.unwrap_or("Sammenligningstal").to_owned(),
            text,
            true,
            self.next_number(),
        );
    }

    fn next_number(self) -> DatasetNumber {
        let last = |file: &Option<FilePeers>| file.as_ref().map(|file| file.number.0);
        let last = self.file_peers.with_untracked(last);
        DatasetNumber(last.map_or(FIRST_FILE, |last| last + 1))
    }

    fn set_file(self, title: String, text: &str, kept: bool, number: DatasetNumber) {
        self.file_peers.set(Some(FilePeers {
            title,
            text: text.into(),
            kept,
            number,
        }));
        self.choose_peers(PeersChoice::File);
    }

    /// Keeps the opened dataset in this browser, or forgets it.
    pub fn keep_peers(self, keep: bool) {
        self.run(async move {
            let text = self
                .file_peers
                .with_untracked(|file| file.as_ref().map(|file| file.text.to_string()));
            persist::keep_peers(self, text.filter(|_| keep)).await?;
            self.file_peers().update(|file| {
                if let Some(file) = file {
                    file.kept = keep;
                }
            });
            Ok(Outcome::Done(None))
        });
    }
}

/// Gives the worker a dataset; its title.
async fn give(number: DatasetNumber, text: &str) -> Result<String, PlatformError> {
    let file = text.as_bytes().to_vec();
    match desk::ask(&Request::Dataset(number), &[file]).await? {
        (Answer::Dataset(title), _) => Ok(title),
        other => Err(unexpected(other)),
    }
}

/// Tells the host that its dataset cannot be used.
fn tell_host(error: &PlatformError) {
    hosting::tell_host(&format!(
        "{}: {} Der sammenlignes med KLK's gennemsnit fra 2017, som følger med.",
        Asset::Peers.path(),
        error.message()
    ));
}
