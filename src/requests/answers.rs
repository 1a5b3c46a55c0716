//! Carrying requests out, in the worker.
//!
//! Each request becomes calls of the parts that own the matter; here is only the way between
//! messages and them.

mod beside;
mod desk;
mod kl;
mod results;
mod rows;

use crate::about::Told;
use crate::document;
use crate::document::intake;
use crate::document::merge::{self, Gathering};
use crate::domain::assessment::{Assessment, Round};
use crate::domain::comment::{self, Kind};
use crate::picture::View;
use crate::sorting::InOrder as _;

use super::{Answer, Request, Shown};

pub use desk::Desk;

/// Why there is no answer.
#[derive(Debug)]
enum Refusal {
    /// In Danish.
    Because(String),
    /// The dataset of the request is not known.
    DatasetUnknown,
}

impl From<String> for Refusal {
    fn from(why: String) -> Self {
        Self::Because(why)
    }
}

/// An answer with its file.
type Outcome = Result<(Answer, Vec<u8>), Refusal>;

impl Desk {
    /// Carries a request out: the answer, and the file beside it.
    #[must_use]
    pub fn answer(&mut self, request: Request, files: &[Vec<u8>]) -> (Answer, Vec<u8>) {
        carry_out(self, request, files).unwrap_or_else(|why| {
            let answer = match why {
                Refusal::Because(why) => Answer::Failed(why),
                Refusal::DatasetUnknown => Answer::DatasetUnknown,
            };
            (answer, Vec::new())
        })
    }
}

fn carry_out(desk: &mut Desk, request: Request, files: &[Vec<u8>]) -> Outcome {
    let alone = |answer| Ok((answer, Vec::new()));
    match request {
        Request::Dataset(number) => {
            let file = files.first().map_or(&[][..], Vec::as_slice);
            let title = desk.take_in(number, &String::from_utf8_lossy(file))?;
            alone(Answer::Dataset(title))
        }
        Request::Beside { shown } => alone(Answer::Beside(Box::new(beside::beside(desk, &shown)?))),
        Request::Picture { shown, view } => {
            let picture = desk.with_source(&shown, |source| match view {
                View::Report(route) => crate::report::picture(route, source, &shown.at),
                view => crate::picture::picture(view, source, &shown.at),
            })?;
            alone(Answer::Picture(picture))
        }
        Request::About(page) => {
            let told = Told::of(files);
            alone(Answer::Picture(crate::about::picture(page, &told)))
        }
        Request::Caution(text) => alone(Answer::Text(caution(&text))),
        Request::Report {
            shown,
            form,
            images,
        } => {
            let images = images.into_iter().zip(files.iter().cloned()).in_map();
            let file = desk.with_source(&shown, |source| {
                crate::report::file(form, source, &images, &shown.at)
            })??;
            Ok((Answer::File(Vec::new()), file))
        }
        Request::Recognise { .. } => alone(Answer::Recognised(
            files.iter().map(|file| intake::recognise(file)).collect(),
        )),
        Request::Merge { shown, names } => Ok((merge(&shown, &names, files)?, Vec::new())),
        Request::ReadForm { shown, name } => {
            let file = files.first().map_or(&[][..], Vec::as_slice);
            Ok((rows::read_form(&shown, &name, file)?, Vec::new()))
        }
        Request::ReadBlock {
            shown,
            rows,
            row,
            column,
            text,
        } => alone(rows::read_block(&shown, &rows, row, column, &text)?),
        Request::WriteForm { shown, form } => rows::write_form(&shown, &form),
        Request::WriteBlock { shown, rows } => Ok((rows::write_block(&shown, &rows)?, Vec::new())),
        Request::Results { shown } => results::workbook(desk, &shown),
        Request::Csv { shown, table } => {
            let text = document::csv::write(&results::table(desk, &shown, &table)?);
            alone(Answer::Text(text))
        }
        Request::Html { shown, table } => {
            let html = document::html::write(&results::table(desk, &shown, &table)?);
            alone(Answer::Html(html))
        }
        Request::Contribution { shown, id, consent } => kl::contribution(&shown, &id, consent),
        Request::ConsentText => alone(Answer::Text(kl::consent_text())),
        Request::Gather { names, dataset } => kl::gather(&names, files, dataset.as_ref()),
    }
}

/// What to say of a text that may hold personal data; empty where nothing is to be said.
fn caution(text: &str) -> String {
    let what = match comment::resembles_personal_data(text) {
        None => return String::new(),
        Some(Kind::Cpr) => "et CPR-nummer",
        Some(Kind::Email) => "en mailadresse",
        Some(Kind::Telephone) => "et telefonnummer",
        Some(Kind::Health) => "en oplysning om en persons helbred",
    };
    format!(
        "Det ligner {what}. Skriv ikke personoplysninger i bemærkninger: de følger med, når filen gives videre."
    )
}

/// The survey of a request.
fn survey(shown: &Shown) -> Result<Assessment, String> {
    document::read(&shown.survey)
        .map_err(|error| format!("Besvarelsen kunne ikke læses. {}", error.danish()))
}

/// The round of a request.
fn round<'a>(survey: &'a Assessment, shown: &Shown) -> Result<&'a Round, String> {
    survey
        .round(&shown.round)
        .ok_or_else(|| "Runden findes ikke længere.".to_owned())
}

fn merge(shown: &Shown, names: &[String], files: &[Vec<u8>]) -> Result<Answer, String> {
    let mine = survey(shown)?;
    let mut incoming = Gathering::default();
    for (name, file) in names.iter().zip(files) {
        let text = String::from_utf8_lossy(file);
        let theirs =
            document::read(&text).map_err(|error| format!("{name}: {}", error.danish()))?;
        incoming = incoming.join(Gathering::of(&theirs, name));
    }
    merge::outcome(&mine, &incoming)
        .map(Answer::Preview)
        .map_err(|refusal| refusal.to_string())
}
