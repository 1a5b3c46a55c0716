//! The help that stands in the form: notes on the titles and messages at the cells.

use crate::document::sheet::words::DEGREES;
use crate::domain::catalogue::texts::{ActivityTexts, Anchors, Header};

/// Characters that Excel shows beside a cell.
const LONGEST_MESSAGE: usize = 255;

/// The note on an activity's title.
pub(super) fn note(activity: &ActivityTexts, header: &Header) -> String {
    let examples = match &activity.examples {
        Some(examples) => format!("\n\nEksempler: {examples}"),
        None => String::new(),
    };
    let roles: Vec<&str> = activity
        .answered_by
        .iter()
        .map(|role| role.title())
        .collect();
    format!(
        "{}{examples}\n\nBesvares af: {}\n\nDIGITAL LØSNING\n{}\n\nDIGITAL PROCES\n{}",
        activity.help,
        roles.join(", "),
        steps(header.solution_of(activity)),
        steps(header.process_of(activity)),
    )
}

/// The steps of a degree as a message at its cell, where they are short enough.
pub(super) fn message(anchors: &Anchors) -> String {
    let steps = steps(anchors);
    if steps.chars().count() <= LONGEST_MESSAGE {
        steps
    } else {
        "De tre trin står i noten på aktivitetens titel. Hold musen over den røde trekant."
            .to_owned()
    }
}

fn steps(anchors: &Anchors) -> String {
    let lines: Vec<String> = DEGREES
        .iter()
        .zip(anchors)
        .map(|(word, step)| format!("{word}: {step}"))
        .collect();
    lines.join("\n")
}
