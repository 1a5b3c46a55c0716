//! What municipalities hand to KL, file by file, and the dataset that is made of it.
//!
//! Owns that a whole survey counts as the contribution that can be made of it, and that a file
//! that does not count is named with the reason. The rules are in [`crate::peers::build`].

use super::contribution as files;
use super::tables::municipalities::{self, reason};
use crate::domain::assessment::Assessment;
use crate::peers::Dataset;
use crate::peers::build::{Builder, Naming, Reason, Report, Title};
use crate::peers::contribution::Contribution;
use crate::peers::handover::{Handover, Which};

/// What one file holds.
#[derive(Clone, Debug)]
pub enum Content {
    /// A contribution.
    Contribution(Box<Contribution>),
    /// A whole survey, of which only what a contribution holds is used.
    Survey {
        /// The survey.
        survey: Box<Assessment>,
        /// When it was saved; empty where that is not known.
        saved_at: String,
    },
}

/// One file, and what is in it, or why it cannot be read, in Danish.
#[derive(Clone, Debug)]
pub struct Handed {
    /// The file's name.
    pub file: String,
    /// What is in it.
    pub content: Result<Content, String>,
}

impl Handed {
    /// Reads a file.
    #[must_use]
    pub fn read(file: &str, bytes: &[u8]) -> Self {
        let text = String::from_utf8_lossy(bytes);
        let content = match super::open(&text) {
            Ok(opened) => Ok(Content::Survey {
                survey: Box::new(opened.assessment),
                saved_at: opened.saved_at.unwrap_or_default(),
            }),
            Err(super::ReadError::OtherFormat) => files::read(&text)
                .map(|contribution| Content::Contribution(Box::new(contribution)))
                .map_err(|problems| {
                    let place = problems.first().map_or("$", |one| one.path.as_str());
                    format!(
                        "Filen er hverken en besvarelse eller et bidrag, der kan læses (fejl ved »{place}«). Bed kommunen om at gemme et nyt bidrag."
                    )
                }),
            Err(error) => Err(error.danish()),
        };
        Self {
            file: file.to_owned(),
            content,
        }
    }

    /// The contribution that it is, or that can be made of its newest round.
    ///
    /// # Errors
    /// Says in Danish why there is none.
    pub fn contribution(&self) -> Result<Contribution, String> {
        match &self.content {
            Ok(Content::Contribution(contribution)) => Ok((**contribution).clone()),
            Ok(Content::Survey { survey, saved_at }) => {
                let why = |one| reason(&one);
                let id = survey.contribution_id.as_deref();
                let handover = Handover {
                    id: id.ok_or(Reason::NoId).map_err(why)?,
                    which: Which::Newest,
                    app: "",
                    made_at: saved_at,
                    consent: None,
                };
                Contribution::of(survey, &handover)
                    .map(|(contribution, _)| contribution)
                    .map_err(|refusal| reason(&Reason::Survey(refusal)))
            }
            Err(why) => Err(why.clone()),
        }
    }
}

/// A dataset, what became of the files, and those that cannot be read, with the reason in Danish.
pub type Made = (Dataset, Report, Vec<(String, String)>);

/// Makes a dataset of what has been handed over.
///
/// # Errors
/// Says in Danish how many municipalities are missing, and why each file does not count.
pub fn dataset(all: &[Handed], title: Title) -> Result<Made, String> {
    let (year, naming) = (title.year, title.naming);
    let mut builder = Builder::new(title);
    let mut unread = Vec::new();
    for one in all {
        match &one.content {
            Ok(Content::Contribution(contribution)) => builder.add(&one.file, contribution),
            Ok(Content::Survey { survey, saved_at }) => {
                builder.add_survey(&one.file, survey, saved_at);
            }
            Err(why) => unread.push((one.file.clone(), why.clone())),
        }
    }
    match builder.finish() {
        Ok((dataset, report)) => Ok((dataset, report, unread)),
        Err(few) => {
            let mut text = format!(
                "Der kan ikke laves sammenligningstal: Der skal være mindst {} kommuner med brugbare filer for {year}, og der er {}.",
                few.needed, few.report.municipalities
            );
            if naming == Naming::Named {
                text.push_str(" Til netværket skal der være samtykke i filen.");
            }
            for (file, why) in municipalities::refused(&few.report, &unread) {
                text.extend([" ", &file, ": ", &why]);
            }
            Err(text)
        }
    }
}
