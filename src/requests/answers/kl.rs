//! What is handed to KL, and what KL makes of it.

use super::{Outcome, survey};
use crate::document::contribution as files;
use crate::document::handed::{self, Handed};
use crate::document::html;
use crate::document::tables::contribution as tables;
use crate::document::tables::municipalities;
use crate::peers::build::{Naming, Title};
use crate::peers::contribution::{Contribution, consent};
use crate::peers::handover::{Handover, Which};
use crate::requests::{Answer, DatasetOrder, Shown};

/// What a municipality agrees to when it is named.
pub(super) fn consent_text() -> String {
    crate::peers::contribution::consent_text().text
}

pub(super) fn contribution(shown: &Shown, id: &str, function: Option<String>) -> Outcome {
    let survey = survey(shown)?;
    let day = shown.at.get(..10).unwrap_or_default();
    let handover = Handover {
        id,
        which: Which::Round(&shown.round),
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

pub(super) fn gather(names: &[String], bytes: &[Vec<u8>], order: Option<&DatasetOrder>) -> Outcome {
    let all: Vec<Handed> = names
        .iter()
        .zip(bytes)
        .map(|(name, file)| Handed::read(name, file))
        .collect();
    let Some(order) = order else {
        let html: String = municipalities::tables(&all)
            .iter()
            .map(html::write)
            .collect();
        return Ok((Answer::Html(html), Vec::new()));
    };
    let (dataset, report, unread) = handed::dataset(&all, title_of(order))?;
    let text = serde_json::to_string(&dataset).map_err(|error| error.to_string())?;
    let html = html::write(&municipalities::report(&report, &unread));
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
