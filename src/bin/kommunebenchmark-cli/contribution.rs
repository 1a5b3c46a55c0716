//! `contribution`: what a municipality hands over to a dataset of municipalities.

use std::fmt::Write as _;
use std::path::PathBuf;

use clap::Args;

use kommunebenchmark::document;
use kommunebenchmark::domain::catalogue;
use kommunebenchmark::domain::edit::Edit;
use kommunebenchmark::domain::field;
use kommunebenchmark::domain::ids::AreaId;
use kommunebenchmark::peers::contribution::{Consent, Contribution, consent, consent_text};
use kommunebenchmark::peers::handover::{Handover, LeftOut, Which};

use crate::{Failure, clock, read_survey, write_file};

const APP: &str = env!("CARGO_PKG_VERSION");

#[derive(Args)]
pub struct Call {
    /// The municipality's file *.kommunebenchmark.json.
    file: PathBuf,
    /// Where the contribution is written.
    #[arg(short, long)]
    output: PathBuf,
    /// Where the survey is written with the id of the contribution, by which the own row is left
    /// out of its group. Needed once, unless the survey has an id.
    #[arg(long)]
    survey_output: Option<PathBuf>,
    /// The year to hand over; the newest round unless given.
    #[arg(long)]
    year: Option<u16>,
    /// The id, 16 to 40 of 0-9, a-f and -; the survey's own or a random one unless given.
    #[arg(long)]
    id: Option<String>,
    /// The time, as YYYY-MM-DDTHH:MM:SSZ; now unless given.
    #[arg(long)]
    made_at: Option<String>,
    /// With name, for a network of municipalities. Says that the municipality agrees to the text
    /// that is then part of the contribution.
    #[arg(long, requires = "consent_function", requires = "consent_date")]
    network: bool,
    /// The function (not the person) that agrees.
    #[arg(long, requires = "network")]
    consent_function: Option<String>,
    /// When, YYYY-MM-DD.
    #[arg(long, requires = "network")]
    consent_date: Option<String>,
}

pub fn make(call: &Call) -> Result<String, Failure> {
    let mut survey = read_survey(&call.file)?;
    if let (Some(own), Some(given)) = (&survey.contribution_id, &call.id)
        && own != given
    {
        return Err(Failure::Content(format!(
            "$.contribution_id: the survey has \"{own}\", not \"{given}\"; leave --id out"
        )));
    }
    let id = survey
        .contribution_id
        .clone()
        .or_else(|| call.id.clone())
        .unwrap_or_else(clock::random_id);
    let made_at = call.made_at.clone().unwrap_or_else(clock::now);
    let handover = Handover {
        id: &id,
        which: call.year.map_or(Which::Newest, Which::Year),
        app: APP,
        made_at: &made_at,
        consent: given_consent(call)?,
    };
    let (contribution, left_out) = Contribution::of(&survey, &handover)
        .map_err(|refusal| Failure::Content(refusal.to_string()))?;
    let text = document::contribution::write(&contribution);
    // What is written is checked as it will be when it is read.
    document::contribution::read(&text)
        .map_err(|problems| Failure::Content(crate::validate::lines(&problems)))?;
    write_file(&call.output, &text)?;
    let kept = survey.contribution_id.is_some();
    if let Some(path) = &call.survey_output {
        survey
            .apply(Edit::SetContribution {
                id: Some(id.clone()),
            })
            .map_err(|error| Failure::Content(error.to_string()))?;
        write_file(path, &document::write(&survey, APP, &made_at))?;
    }
    eprint!("{}", report(&contribution, &left_out));
    if !kept && call.survey_output.is_none() {
        eprintln!(
            "the survey does not hold the id {id}: without it the municipality stands in its own \
             group; write it with --survey-output"
        );
    }
    Ok(String::new())
}

fn given_consent(call: &Call) -> Result<Option<Consent>, Failure> {
    let (true, Some(function), Some(date)) =
        (call.network, &call.consent_function, &call.consent_date)
    else {
        return Ok(None);
    };
    if field::check_date(date).is_err() {
        return Err(Failure::Content(format!(
            "--consent-date: \"{date}\" is no date YYYY-MM-DD"
        )));
    }
    Ok(Some(consent(function, date)))
}

fn report(contribution: &Contribution, left_out: &[(AreaId, LeftOut)]) -> String {
    let mut text = format!(
        "contribution {} for {}: {} areas, {} activities\n",
        contribution.contribution_id,
        contribution.year,
        contribution.areas.len(),
        contribution.activities.len()
    );
    for (area, reason) in left_out {
        let title = catalogue::area(*area).map_or("", |area| area.title);
        let _ = writeln!(text, "left out: {area} {title}: {reason}");
    }
    if let Some(network) = &contribution.network {
        let _ = writeln!(
            text,
            "named as {}, agreed to by {} on {}:\n{}",
            network.municipality.name,
            network.consent.function,
            network.consent.date,
            consent_text().text
        );
    }
    text
}
