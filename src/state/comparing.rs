//! Which dataset is compared with, also one that the user opened from disk.

use std::sync::Arc;

use leptos::prelude::*;

use crate::peers::comparison::Evidence;
use crate::peers::{Comparison, Dataset, Summary};
use crate::persist;
use crate::platform::PlatformError;

use super::exchange::Outcome;
use super::{App, Loaded};

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
    /// The dataset.
    pub dataset: Arc<Dataset>,
    /// The file as it is.
    pub text: Arc<str>,
    /// It is kept in this browser.
    pub kept: bool,
}

/// The example is shown beside the model, a real survey beside what the host offers.
pub(super) const fn effective_choice(chosen: Option<PeersChoice>, example: bool) -> PeersChoice {
    match chosen {
        Some(choice) => choice,
        None if example => PeersChoice::Model,
        None => PeersChoice::Host,
    }
}

impl App {
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
                .file_peers()
                .with_untracked(|file| file.as_ref().is_some_and(|file| file.kept));
            self.adopt_peers(&text, kept)?;
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

    /// Reads a dataset and compares with it.
    pub(crate) fn adopt_peers(self, text: &str, kept: bool) -> Result<(), PlatformError> {
        let dataset = Dataset::read(text).map_err(|error| PlatformError::Refused {
            detail: format!("{} De hidtidige tal bruges stadig.", error.danish()),
        })?;
        self.file_peers().set(Some(FilePeers {
            dataset: Arc::new(dataset),
            text: text.into(),
            kept,
        }));
        self.choose_peers(PeersChoice::File);
        Ok(())
    }

    /// Keeps the opened dataset in this browser, or forgets it.
    pub fn keep_peers(self, keep: bool) {
        self.run(async move {
            let text = self
                .file_peers()
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
