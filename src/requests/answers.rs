//! Carrying requests out, in the worker.
//!
//! Each request becomes calls of the parts that own the matter; here is only the way between
//! messages and them.

mod kl;
mod results;
mod rows;

use crate::charts;
use crate::document;
use crate::document::intake;
use crate::document::merge::{self, Gathering};
use crate::domain::assessment::{Assessment, Round};

use super::{Answer, Request, Shown};

/// An answer with its file, or why there is none, in Danish.
type Outcome = Result<(Answer, Vec<u8>), String>;

/// Carries a request out: the answer, and the file beside it.
#[must_use]
pub fn answer(request: Request, files: &[Vec<u8>]) -> (Answer, Vec<u8>) {
    carry_out(request, files).unwrap_or_else(|why| (Answer::Failed(why), Vec::new()))
}

fn carry_out(request: Request, files: &[Vec<u8>]) -> Outcome {
    let alone = |answer| Ok((answer, Vec::new()));
    match request {
        Request::Chart(request) => alone(Answer::Chart(charts::specification(&request))),
        Request::Recognise { .. } => alone(Answer::Recognised(
            files.iter().map(|file| intake::recognise(file)).collect(),
        )),
        Request::Merge { shown, names } => {
            merge(&shown, &names, files).map(|answer| (answer, Vec::new()))
        }
        Request::ReadForm { shown, name } => {
            let file = files.first().map_or(&[][..], Vec::as_slice);
            rows::read_form(&shown, &name, file).map(|answer| (answer, Vec::new()))
        }
        Request::ReadBlock {
            shown,
            rows,
            row,
            column,
            text,
        } => rows::read_block(&shown, &rows, row, column, &text).map(|answer| (answer, Vec::new())),
        Request::WriteForm { shown, form } => rows::write_form(&shown, &form),
        Request::WriteBlock { shown, rows } => {
            rows::write_block(&shown, &rows).map(|answer| (answer, Vec::new()))
        }
        Request::Results { shown } => results::workbook(&shown),
        Request::Csv { shown, table } => {
            let text = document::csv::write(&results::table(&shown, &table)?);
            alone(Answer::Text(text))
        }
        Request::Html { shown, table } => {
            let html = document::html::write(&results::table(&shown, &table)?);
            alone(Answer::Html(html))
        }
        Request::Contribution { shown, id, consent } => kl::contribution(&shown, &id, consent),
        Request::ConsentText => alone(Answer::Text(kl::consent_text())),
        Request::Gather { names, dataset } => kl::gather(&names, files, dataset.as_ref()),
    }
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
