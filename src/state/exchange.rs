//! Files in and out: what was handed in, what is proposed to be done with it, what is saved.
//!
//! Nothing here changes the survey by itself: what comes in becomes a preview, and what the user
//! takes of it is an ordinary edit. Opening a file puts the old survey aside as a backup first.

mod incoming;
mod made;
mod outgoing;

use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;

use crate::danish::lower;
use crate::document;
use crate::document::intake::Intake;
use crate::document::preview::Preview;
use crate::domain::assessment::Assessment;
use crate::platform::files::{self, Content, Picked, Saved};
use crate::platform::{PlatformError, clock};
use crate::requests::{Answer, Request, Shown};

use super::{App, desk};

/// A file that was handed in.
#[derive(Clone, Debug, PartialEq)]
pub struct Arrival {
    /// The file.
    pub file: Picked,
    /// What it is.
    pub is: Intake,
}

/// What was handed in, and what came of it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Inbox {
    /// Something is being read or made.
    pub busy: bool,
    /// Files that wait for a decision.
    pub arrivals: Vec<Arrival>,
    /// What taking the files in would change.
    pub preview: Option<Arc<Preview>>,
    /// The revision of the survey that the preview is about.
    pub revision: u64,
    /// What could not be done, one sentence each.
    pub errors: Vec<String>,
    /// What was done.
    pub done: Option<String>,
    /// What was done is an edit, which can be taken back.
    pub undoable: bool,
}

/// The name of a file: lower case, no blanks, no signs that a file system refuses.
fn file_name(parts: &[&str], ending: &str) -> String {
    let name: String = lower(&parts.join("-"))
        .chars()
        .map(|c| if c.is_alphanumeric() { c } else { '-' })
        .collect();
    let words: Vec<&str> = name.split('-').filter(|word| !word.is_empty()).collect();
    format!("{}.{ending}", words.join("-"))
}

impl App {
    /// The name of a file that is made of the survey that is shown.
    fn name_of_file(&self, what: &str, ending: &str) -> String {
        let name = self.peek(|one| one.municipality.as_ref().map(|one| one.name.clone()));
        let year = self.peek_round(|round| round.year.to_string());
        file_name(
            &[
                name.as_deref().unwrap_or("besvarelse"),
                year.as_deref().unwrap_or_default(),
                what,
            ],
            ending,
        )
    }

    /// The survey as it is handed to the worker; `beside` the group that is chosen, or alone.
    pub(super) fn shown(self, beside: bool) -> Shown {
        let at = clock::now();
        untrack(|| Shown {
            survey: self.peek(|one| document::write(one, env!("CARGO_PKG_VERSION"), &at)),
            round: self.round_id(),
            unit: self.peek(Assessment::answerer),
            at: at.clone(),
            dataset: beside.then(|| self.dataset_number()),
            grouping: self.looking().with(|looking| looking.grouping.clone()),
        })
    }

    /// Runs a task with its outcome in the inbox.
    pub(super) fn run(self, task: impl Future<Output = Result<Outcome, PlatformError>> + 'static) {
        self.run_boxed(Box::pin(task));
    }

    /// Apart from [`Self::run`], so that it is compiled once and not for every task.
    fn run_boxed(self, task: Task) {
        let revision = self.revision.get_value();
        self.inbox().update(|inbox| {
            inbox.busy = true;
            inbox.errors.clear();
            inbox.done = None;
            inbox.undoable = false;
        });
        leptos::task::spawn_local(async move {
            let outcome = task.await;
            self.inbox().update(|inbox| {
                inbox.busy = false;
                match outcome {
                    Ok(Outcome::Done(text)) => inbox.done = text,
                    Ok(Outcome::Proposed(preview)) => {
                        inbox.preview = Some(Arc::new(preview));
                        inbox.revision = revision;
                    }
                    Ok(Outcome::Arrived(arrivals)) => inbox.arrivals.extend(arrivals),
                    Err(error) => inbox.errors.push(error.message()),
                }
            });
        });
    }
}

type Task = Pin<Box<dyn Future<Output = Result<Outcome, PlatformError>>>>;

/// What a task ended with.
pub(super) enum Outcome {
    Done(Option<String>),
    Proposed(Preview),
    Arrived(Vec<Arrival>),
}

pub(super) fn unexpected(outcome: (Answer, Vec<u8>)) -> PlatformError {
    PlatformError::Documents {
        detail: desk::detail_of(Ok(outcome)),
    }
}

fn proposal(outcome: (Answer, Vec<u8>)) -> Result<Outcome, PlatformError> {
    match outcome {
        (Answer::Preview(preview), _) => Ok(Outcome::Proposed(preview)),
        other => Err(unexpected(other)),
    }
}

fn html(outcome: (Answer, Vec<u8>)) -> Result<String, PlatformError> {
    match outcome {
        (Answer::Html(html), _) => Ok(html),
        other => Err(unexpected(other)),
    }
}

/// Asks the worker for a file and hands it to the user.
async fn save_made(app: App, name: &str, request: &Request) -> Result<Outcome, PlatformError> {
    save_answer(app.ask_beside_for_file(request, &[]).await?, name)
}

/// Hands a file that the worker made to the user.
fn save_answer(answer: (Answer, Vec<u8>), name: &str) -> Result<Outcome, PlatformError> {
    match answer {
        (Answer::File(_), file) => files::save(name, Content::Bytes(&file))?,
        (Answer::Text(text), _) => files::save(name, Content::Text(&text))?,
        other => return Err(unexpected(other)),
    }
    Ok(Outcome::Done(told(&Saved::Downloaded, name)))
}

fn told(saved: &Saved, name: &str) -> Option<String> {
    match saved {
        Saved::Cancelled => None,
        Saved::Downloaded => Some(format!(
            "{name} ligger nu i mappen Overførsler (Downloads)."
        )),
        Saved::Written(name) => Some(format!("Gemt i {name}.")),
    }
}

fn refused(error: &document::ReadError) -> PlatformError {
    PlatformError::Refused {
        detail: format!("{} Jeres svar er ikke rørt.", error.danish()),
    }
}
