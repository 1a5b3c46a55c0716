//! What is handed to KL, and what KL makes of it.

use super::{Outcome, survey};
use crate::document::contribution as files;
use crate::document::tables::contribution as tables;
use crate::document::tables::municipalities::{self, Handed};
use crate::document::{self, html};
use crate::peers::build::{Builder, Naming, Title};
use crate::peers::contribution::{Contribution, consent};
use crate::peers::handover::Handover;
use crate::requests::{Answer, DatasetOrder, Shown};

/// What a municipality agrees to when it is named.
pub(super) fn consent_text() -> String {
    crate::peers::contribution::consent_text().text
}

pub(super) fn contribution(shown: &Shown, id: &str, function: Option<String>) -> Outcome {
    let survey = survey(shown)?;
    let year = survey.round(&shown.round).map(|round| round.year);
    let day = shown.at.get(..10).unwrap_or_default();
    let handover = Handover {
        id,
        year,
        app: env!("CARGO_PKG_VERSION"),
        made_at: &shown.at,
        consent: function.map(|function| consent(&function, day)),
    };
    let (contribution, left_out) =
        Contribution::of(&survey, &handover).map_err(|refusal| tables::refusal(&refusal))?;
    let html: String = tables::tables(&contribution, &left_out)
        .iter()
        .map(html::write)
        .collect();
    let file = files::write(&contribution).into_bytes();
    Ok((Answer::Html(html), file))
}

/// What one file hands over.
fn handed(name: &str, file: &[u8]) -> Handed {
    let text = String::from_utf8_lossy(file);
    let text = text.strip_prefix('\u{feff}').unwrap_or(&text);
    let contribution = match files::read(text) {
        Ok(contribution) => Ok(contribution),
        Err(problems) => from_survey(text).unwrap_or_else(|| {
            let first = problems.first().map(ToString::to_string);
            Err(format!(
                "Filen er hverken et bidrag eller en besvarelse ({}).",
                first.unwrap_or_default()
            ))
        }),
    };
    Handed {
        file: name.to_owned(),
        contribution,
    }
}

/// A whole survey as the contribution that it would be; none where the text is no survey.
fn from_survey(text: &str) -> Option<Result<Contribution, String>> {
    let opened = document::open(text).ok()?;
    let saved = opened.saved_at.unwrap_or_default();
    let id = opened
        .assessment
        .contribution_id
        .clone()
        .unwrap_or_default();
    let handover = Handover {
        id: &id,
        year: None,
        app: env!("CARGO_PKG_VERSION"),
        made_at: &saved,
        consent: None,
    };
    if id.is_empty() {
        return Some(Err(
            "En besvarelse uden bidrags-id. Bed kommunen om at gemme et bidrag.".to_owned(),
        ));
    }
    let made = Contribution::of(&opened.assessment, &handover);
    Some(
        made.map(|(contribution, _)| contribution)
            .map_err(|refusal| tables::refusal(&refusal)),
    )
}

pub(super) fn gather(names: &[String], bytes: &[Vec<u8>], order: Option<&DatasetOrder>) -> Outcome {
    let all: Vec<Handed> = names
        .iter()
        .zip(bytes)
        .map(|(name, file)| handed(name, file))
        .collect();
    let Some(order) = order else {
        let html: String = municipalities::tables(&all)
            .iter()
            .map(html::write)
            .collect();
        return Ok((Answer::Html(html), Vec::new()));
    };
    let mut builder = Builder::new(title_of(order));
    for one in &all {
        if let Ok(contribution) = &one.contribution {
            builder.add(&one.file, contribution);
        }
    }
    let (dataset, report) = builder.finish().map_err(|few| {
        format!(
            "Der kan ikke laves sammenligningstal: Der skal være mindst {} kommuner med brugbare filer for {}, og der er {}.{}",
            few.needed,
            order.year,
            few.report.municipalities,
            if order.network { " Til netværket skal der være samtykke i filen." } else { "" }
        )
    })?;
    let text = serde_json::to_string(&dataset).map_err(|error| error.to_string())?;
    let html = html::write(&municipalities::report(&report));
    Ok((Answer::Html(html), text.into_bytes()))
}

fn title_of(order: &DatasetOrder) -> Title {
    let (naming, id) = if order.network {
        (Naming::Named, "network")
    } else {
        (Naming::Anonymous, "public")
    };
    Title {
        naming,
        id: format!("{id}-{}-{}", order.year, order.edition),
        title: order.title.clone(),
        edition: order.edition.clone(),
        source: "Kommunernes egne besvarelser, samlet af KL".to_owned(),
        year: order.year,
    }
}
