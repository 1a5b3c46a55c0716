//! Files that come in: recognised, opened, merged, and backups brought back.

use leptos::prelude::*;

use crate::document;
use crate::domain::edit::Edit;
use crate::domain::ids::{ActivityId, UnitId};
use crate::persist::{self, Backup};
use crate::platform::files::{self, Content, Picked, Received, Saved};
use crate::platform::{clock, page};
use crate::requests::{Answer, Request};
use crate::route::Route;

use super::{App, Arrival, Inbox, Outcome, desk, proposal, refused, told, unexpected};

/// The most files on KL's page: one of each municipality.
const MOST_KL_FILES: usize = 98;

/// What is said of a preview that is older than the survey.
const OUT_OF_DATE: &str =
    "Svarene er ændret, siden forslaget blev lavet. Intet er overført. Lav forslaget igen.";

impl App {
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

    /// Takes files for KL's page. The same file twice is one; two of one name are both kept.
    pub fn receive_for_kl(self, received: Received) {
        let mut errors = Vec::new();
        self.kl_files().update(|files| {
            for one in received {
                match one {
                    Ok(file) if files.iter().any(|other| other.bytes == file.bytes) => {}
                    Ok(mut file) => {
                        let same = files.iter().filter(|other| other.name == file.name).count();
                        if same > 0 {
                            file.name = format!("{} ({})", file.name, same + 1);
                        }
                        files.push(file);
                    }
                    Err(error) => errors.push(error.message()),
                }
            }
            if files.len() > MOST_KL_FILES {
                files.truncate(MOST_KL_FILES);
                errors.push(format!(
                    "Kun de første {MOST_KL_FILES} filer er taget med. Flere kan samles med programmet kommunebenchmark-cli."
                ));
            }
        });
        self.inbox().update(|inbox| inbox.errors = errors);
    }

    /// Puts a file that was handed in away again.
    pub fn put_away(&self, index: usize) {
        self.inbox().update(|inbox| {
            if index < inbox.arrivals.len() {
                inbox.arrivals.remove(index);
            }
        });
    }

    /// Puts the news of what was done away; files and a preview stay.
    pub fn forget_outcome(&self) {
        self.inbox().update(|inbox| {
            inbox.done = None;
            inbox.undoable = false;
            inbox.errors.clear();
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
            let is_part = assessment.part.is_some();
            persist::put_in_place(self, assessment).await?;
            if is_part {
                page::go(&Route::Home.href());
            }
            Ok(Outcome::Done(Some("Filen er åbnet.".to_owned())))
        });
    }

    pub(in crate::state) fn text_of(&self, index: usize) -> Option<String> {
        self.inbox().with_untracked(|inbox| {
            let arrival = inbox.arrivals.get(index)?;
            let text = String::from_utf8_lossy(&arrival.file.bytes);
            // Some editors mark a text as UTF-8 by a first character of its own.
            Some(text.trim_start_matches('\u{feff}').to_owned())
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
                shown: self.shown(false),
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
                shown: self.shown(false),
                name: file.name,
            };
            proposal(desk::ask(&request, &[file.bytes]).await?)
        });
    }

    /// Shows what a pasted block would change.
    pub fn propose_block(self, rows: Vec<ActivityId>, row: usize, column: usize, text: String) {
        self.run(async move {
            let request = Request::ReadBlock {
                shown: self.shown(false),
                rows,
                row,
                column,
                text,
            };
            proposal(desk::ask(&request, &[]).await?)
        });
    }

    /// Takes what was chosen of the preview; one undo takes it back. A preview of a survey that
    /// has changed since, here or in another tab, would write over what is newer: it is refused.
    pub fn take(&self, edit: Option<Edit>, text: String) {
        let shown = self.inbox().with_untracked(|inbox| inbox.revision);
        if shown != self.revision.get_value() {
            self.inbox().update(|inbox| {
                inbox.preview = None;
                inbox.errors = vec![OUT_OF_DATE.to_owned()];
            });
            return;
        }
        let undoable = edit.is_some();
        if let Some(edit) = edit {
            self.edit(edit);
        }
        self.inbox().set(Inbox {
            done: Some(text),
            undoable,
            ..Inbox::default()
        });
    }

    /// Says that something was done which can be taken back.
    pub fn tell(&self, text: String) {
        self.inbox().update(|inbox| {
            inbox.done = Some(text);
            inbox.undoable = true;
        });
    }

    /// Puts the preview away; the files stay.
    pub fn put_preview_away(&self) {
        self.inbox().update(|inbox| inbox.preview = None);
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
}
