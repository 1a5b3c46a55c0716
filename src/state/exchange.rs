//! Files in and out: what was handed in, what is proposed to be done with it, what is saved.
//!
//! Nothing here changes the survey by itself: what comes in becomes a preview, and what the user
//! takes of it is an ordinary edit. Opening a file puts the old survey aside as a backup first.

use std::collections::BTreeSet;
use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;

use crate::danish::lower;
use crate::document;
use crate::document::intake::Intake;
use crate::document::preview::Preview;
use crate::domain::assessment::Assessment;
use crate::domain::edit::Edit;
use crate::domain::ids::{ActivityId, AreaId, UnitId};
use crate::domain::part::Part;
use crate::peers::Dataset;
use crate::persist::{self, Backup};
use crate::platform::assets::{self, Asset};
use crate::platform::files::{self, Content, Picked, Received, Saved};
use crate::platform::{PlatformError, clock};
use crate::requests::{Answer, DatasetOrder, Form, Request, Shown, TableName};

use super::{App, FilePeers, PeersChoice, desk};

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
    /// What could not be done, one sentence each.
    pub errors: Vec<String>,
    /// What was done.
    pub done: Option<String>,
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

    /// The survey as it is handed to the worker.
    async fn shown(self, with_peers: bool) -> Result<Shown, PlatformError> {
        let peers = match self.peers_choice_now() {
            _ if !with_peers => None,
            PeersChoice::Host => Some(assets::read(Asset::Peers).await?),
            PeersChoice::Model => Some(assets::read(Asset::PeersModel).await?),
            PeersChoice::File => self
                .file_peers()
                .with_untracked(|file| file.as_ref().map(|file| file.text.to_string())),
        };
        let at = clock::now();
        Ok(Shown {
            survey: self.peek(|one| document::write(one, env!("CARGO_PKG_VERSION"), &at)),
            round: self.round_id(),
            unit: self.peek(Assessment::answerer),
            at,
            peers,
        })
    }

    /// Runs a task with its outcome in the inbox.
    fn run(self, task: impl Future<Output = Result<Outcome, PlatformError>> + 'static) {
        self.run_boxed(Box::pin(task));
    }

    /// Apart from [`Self::run`], so that it is compiled once and not for every task.
    fn run_boxed(self, task: Task) {
        self.inbox().update(|inbox| {
            inbox.busy = true;
            inbox.errors.clear();
            inbox.done = None;
        });
        leptos::task::spawn_local(async move {
            let outcome = task.await;
            self.inbox().update(|inbox| {
                inbox.busy = false;
                match outcome {
                    Ok(Outcome::Done(text)) => inbox.done = text,
                    Ok(Outcome::Proposed(preview)) => inbox.preview = Some(Arc::new(preview)),
                    Ok(Outcome::Arrived(arrivals)) => inbox.arrivals.extend(arrivals),
                    Err(error) => inbox.errors.push(error.message()),
                }
            });
        });
    }

    /// Takes files that were chosen or dropped, and finds out what they are.
    pub fn receive(self, received: Received) {
        let (mut read, mut errors) = (Vec::new(), Vec::new());
        for one in received {
            match one {
                Ok(file) => read.push(file),
                Err(error) => errors.push(error.message()),
            }
        }
        self.inbox().update(|inbox| {
            inbox.preview = None;
            inbox.errors = errors;
        });
        if read.is_empty() {
            return;
        }
        self.run(async move {
            let request = Request::Recognise {
                names: read.iter().map(|file| file.name.clone()).collect(),
            };
            let bytes: Vec<Vec<u8>> = read.iter().map(|file| file.bytes.clone()).collect();
            match desk::ask(&request, &bytes).await? {
                (Answer::Recognised(found), _) => Ok(Outcome::Arrived(
                    read.into_iter()
                        .zip(found)
                        .map(|(file, is)| Arrival { file, is })
                        .collect(),
                )),
                other => Err(unexpected(other)),
            }
        });
    }

    /// Puts a file that was handed in away again.
    pub fn put_away(&self, index: usize) {
        self.inbox().update(|inbox| {
            if index < inbox.arrivals.len() {
                inbox.arrivals.remove(index);
            }
        });
    }

    /// Puts everything away that was handed in.
    pub fn clear_inbox(&self) {
        self.inbox().set(Inbox::default());
    }

    /// Opens a survey or a part in the place of the one that is here, which becomes a backup.
    pub fn open_file(self, index: usize) {
        let Some(text) = self.text_of(index) else {
            return;
        };
        self.run(async move {
            let mut assessment = document::read(&text).map_err(|error| refused(&error))?;
            if let Some(part) = &mut assessment.part
                && part.for_units
                && part.unit.is_none()
            {
                part.unit = Some(UnitId(clock::random_id()));
            }
            persist::put_in_place(self, assessment).await?;
            self.clear_inbox();
            Ok(Outcome::Done(Some("Filen er åbnet.".to_owned())))
        });
    }

    fn text_of(&self, index: usize) -> Option<String> {
        self.inbox().with_untracked(|inbox| {
            let arrival = inbox.arrivals.get(index)?;
            Some(String::from_utf8_lossy(&arrival.file.bytes).into_owned())
        })
    }

    /// Shows what taking in all files that can be merged would change.
    pub fn propose_merge(self) {
        let files: Vec<Picked> = self.inbox().with_untracked(|inbox| {
            inbox
                .arrivals
                .iter()
                .filter(|one| one.is.kind.is_mergeable())
                .map(|one| one.file.clone())
                .collect()
        });
        self.run(async move {
            let request = Request::Merge {
                shown: self.shown(false).await?,
                names: files.iter().map(|file| file.name.clone()).collect(),
            };
            let bytes: Vec<Vec<u8>> = files.into_iter().map(|file| file.bytes).collect();
            proposal(desk::ask(&request, &bytes).await?)
        });
    }

    /// Shows what a filled-in form would change.
    pub fn propose_form(self, index: usize) {
        let file = self
            .inbox()
            .with_untracked(|inbox| inbox.arrivals.get(index).map(|one| one.file.clone()));
        let Some(file) = file else { return };
        self.run(async move {
            let request = Request::ReadForm {
                shown: self.shown(false).await?,
                name: file.name,
            };
            proposal(desk::ask(&request, &[file.bytes]).await?)
        });
    }

    /// Shows what a pasted block would change.
    pub fn propose_block(self, rows: Vec<ActivityId>, row: usize, column: usize, text: String) {
        self.run(async move {
            let request = Request::ReadBlock {
                shown: self.shown(false).await?,
                rows,
                row,
                column,
                text,
            };
            proposal(desk::ask(&request, &[]).await?)
        });
    }

    /// Takes what was chosen of the preview; one undo takes it back.
    pub fn take(&self, edit: Option<Edit>, text: String) {
        if let Some(edit) = edit {
            self.edit(edit);
        }
        self.inbox().set(Inbox {
            done: Some(text),
            ..Inbox::default()
        });
    }

    /// Hands the survey to the user as a file; a part as it is returned.
    pub fn save_file(&self) {
        self.save_survey(false);
    }

    /// Saves the survey, to the same file as last time where `again` is set.
    pub fn save_survey(self, again: bool) {
        let mut assessment = self.peek(Assessment::clone);
        let now = clock::now();
        assessment.seal(&now);
        let what = assessment
            .part
            .as_ref()
            .map(|part| format!("{} svar", part.function));
        let name = self.name_of_file(&what.unwrap_or_default(), "kommunebenchmark.json");
        let text = document::write(&assessment, env!("CARGO_PKG_VERSION"), &now);
        self.run(async move {
            let saved = files::write(&name, &text, again).await?;
            Ok(Outcome::Done(told(&saved, &name)))
        });
    }

    /// Saves a part of the survey for somebody else to answer.
    pub fn save_part(self, part: Part) {
        let now = clock::now();
        let part = Part {
            sent_at: Some(now.clone()),
            ..part
        };
        let name = self.name_of_file(&part.function, "kommunebenchmark.json");
        let taken = self.peek_round(|round| self.peek(|one| one.take_part(round, part)));
        let Some(taken) = taken else { return };
        let text = document::write(&taken, env!("CARGO_PKG_VERSION"), &now);
        self.run(async move {
            files::save(&name, Content::Text(&text))?;
            Ok(Outcome::Done(told(&Saved::Downloaded, &name)))
        });
    }

    /// Saves a form to be filled in.
    pub fn save_form(self, form: Form) {
        let name = self.name_of_file(&format!("skema {}", form.function), "xlsx");
        self.run(async move {
            let mut areas = BTreeSet::<AreaId>::new();
            areas.extend(form.activities.iter().map(|id| id.area));
            let header = assets::read(Asset::CatalogueHeader).await?;
            let mut texts = Vec::new();
            for area in areas {
                texts.push(assets::read(Asset::AreaTexts(area)).await?);
            }
            let form = Form {
                header,
                texts,
                ..form
            };
            let shown = self.shown(false).await?;
            save_made(&name, &Request::WriteForm { shown, form }, &[]).await
        });
    }

    /// Saves all results as a workbook.
    pub fn save_results(self) {
        let name = self.name_of_file("resultater", "xlsx");
        self.run(async move {
            let shown = self.shown(true).await?;
            save_made(&name, &Request::Results { shown }, &[]).await
        });
    }

    /// Saves one table as CSV. `what` is its name in the file's.
    pub fn save_csv(self, table: TableName, what: &str) {
        let name = self.name_of_file(what, "csv");
        self.run(async move {
            let shown = self.shown(true).await?;
            save_made(&name, &Request::Csv { shown, table }, &[]).await
        });
    }

    /// Puts rows of the survey on the clipboard, for a spreadsheet.
    pub fn copy_rows(self, rows: Vec<ActivityId>) {
        self.run(async move {
            let shown = self.shown(false).await?;
            match desk::ask(&Request::WriteBlock { shown, rows }, &[]).await? {
                (Answer::Text(text), _) => {
                    files::copy(&text).await?;
                    Ok(Outcome::Done(Some(
                        "Rækkerne er kopieret. Sæt dem ind i et regneark.".to_owned(),
                    )))
                }
                other => Err(unexpected(other)),
            }
        });
    }

    /// A table as markup, or why there is none.
    ///
    /// # Errors
    /// When the worker fails.
    pub async fn table_html(self, table: TableName) -> Result<String, PlatformError> {
        let shown = self.shown(true).await?;
        html(desk::ask(&Request::Html { shown, table }, &[]).await?)
    }

    /// What the municipality would hand to KL, as markup and as a file.
    ///
    /// # Errors
    /// When the worker fails, or says why there is nothing to hand over.
    pub async fn contribution(
        self,
        id: String,
        consent: Option<String>,
    ) -> Result<(String, String), PlatformError> {
        let shown = self.shown(false).await?;
        let request = Request::Contribution { shown, id, consent };
        let (answer, file) = desk::ask(&request, &[]).await?;
        let text = String::from_utf8_lossy(&file).into_owned();
        Ok((html((answer, Vec::new()))?, text))
    }

    /// What a municipality agrees to when it is named.
    ///
    /// # Errors
    /// When the worker fails.
    pub async fn consent_text(self) -> Result<String, PlatformError> {
        match desk::ask(&Request::ConsentText, &[]).await? {
            (Answer::Text(text), _) => Ok(text),
            other => Err(unexpected(other)),
        }
    }

    /// Saves a text that was made elsewhere, with the municipality and the year in its name.
    pub fn save_text(self, what: &str, ending: &str, text: String) {
        self.save_named(&self.name_of_file(what, ending), text);
    }

    /// Saves a text under a name.
    pub fn save_named(self, name: &str, text: String) {
        let name = name.to_owned();
        self.run(async move {
            files::save(&name, Content::Text(&text))?;
            Ok(Outcome::Done(told(&Saved::Downloaded, &name)))
        });
    }

    /// Files of several municipalities side by side, and the dataset that was ordered.
    ///
    /// # Errors
    /// When the worker fails, or says why no dataset can be made.
    pub async fn gather(
        self,
        files: Vec<Picked>,
        dataset: Option<DatasetOrder>,
    ) -> Result<(String, String), PlatformError> {
        let request = Request::Gather {
            names: files.iter().map(|file| file.name.clone()).collect(),
            dataset,
        };
        let bytes: Vec<Vec<u8>> = files.into_iter().map(|file| file.bytes).collect();
        let (answer, file) = desk::ask(&request, &bytes).await?;
        let text = String::from_utf8_lossy(&file).into_owned();
        Ok((html((answer, Vec::new()))?, text))
    }

    /// The surveys that were put aside, newest first.
    pub async fn backups(self) -> Vec<Backup> {
        match persist::backups(self).await {
            Ok(backups) => backups,
            Err(error) => {
                self.notice().set(Some(error));
                Vec::new()
            }
        }
    }

    /// Shows a backup again; what is here now becomes one.
    pub fn restore_backup(self, backup: Backup) {
        self.run(async move {
            let text = persist::backup_text(self, &backup).await?;
            let assessment = document::read(&text).map_err(|error| refused(&error))?;
            persist::put_in_place(self, assessment).await?;
            Ok(Outcome::Done(Some(
                "Sikkerhedskopien er gendannet.".to_owned(),
            )))
        });
    }

    /// Hands a backup to the user as a file.
    pub fn save_backup(self, backup: Backup) {
        let name = self.name_of_file("sikkerhedskopi", "kommunebenchmark.json");
        self.run(async move {
            let text = persist::backup_text(self, &backup).await?;
            files::save(&name, Content::Text(&text))?;
            Ok(Outcome::Done(told(&Saved::Downloaded, &name)))
        });
    }

    /// Compares with a dataset that was handed in; the old one stays where it is a bad one.
    pub fn use_peers(self, index: usize) {
        let Some(text) = self.text_of(index) else {
            return;
        };
        self.run(async move {
            self.adopt_peers(&text, false)?;
            self.clear_inbox();
            Ok(Outcome::Done(Some(
                "Sammenligningstallene fra filen bruges nu under Sammenligning.".to_owned(),
            )))
        });
    }

    /// Reads a dataset and compares with it.
    pub(crate) fn adopt_peers(self, text: &str, kept: bool) -> Result<(), PlatformError> {
        let dataset = Dataset::read(text).map_err(|error| PlatformError::Refused {
            detail: format!(
                "Sammenligningstallene kunne ikke læses ({error}). De hidtidige bruges stadig."
            ),
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

type Task = Pin<Box<dyn Future<Output = Result<Outcome, PlatformError>>>>;

/// What a task ended with.
enum Outcome {
    Done(Option<String>),
    Proposed(Preview),
    Arrived(Vec<Arrival>),
}

fn unexpected(outcome: (Answer, Vec<u8>)) -> PlatformError {
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
async fn save_made(
    name: &str,
    request: &Request,
    bytes: &[Vec<u8>],
) -> Result<Outcome, PlatformError> {
    match desk::ask(request, bytes).await? {
        (Answer::File(_), file) => files::save(name, Content::Bytes(&file))?,
        (Answer::Text(text), _) => files::save(name, Content::Text(&text))?,
        other => return Err(unexpected(other)),
    }
    Ok(Outcome::Done(told(&Saved::Downloaded, name)))
}

fn told(saved: &Saved, name: &str) -> Option<String> {
    match saved {
        Saved::Cancelled => None,
        Saved::Downloaded => Some(format!("{name} ligger nu blandt jeres overførte filer.")),
        Saved::Written(name) => Some(format!("Gemt i {name}.")),
    }
}

fn refused(error: &document::ReadError) -> PlatformError {
    PlatformError::Refused {
        detail: match error {
            document::ReadError::TooNew { .. } => {
                "Filen er gemt af en nyere udgave af Kommunebenchmark. Åbn den i den udgave."
                    .to_owned()
            }
            other => format!("Filen kunne ikke åbnes ({other}). Jeres svar er ikke rørt."),
        },
    }
}
