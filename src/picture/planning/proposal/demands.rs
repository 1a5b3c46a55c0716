//! What a proposal demands, and how important the municipality finds each demand.

use serde_json::Value;

use crate::document::html::escape;
use crate::picture::form::shape::{Cell, Row};
use crate::picture::planning::fields::{choice, path};
use crate::picture::planning::{Planner, proposals as list, words};
use crate::proposals::proposal::Importance;
use crate::proposals::{self, Proposal};

pub(super) fn write(planner: &mut Planner<'_, '_>, proposal: &Proposal) {
    planner.page.heading("Hvad det kræver");
    planner.page.paragraph(&proposal.needs);
    let items: Vec<String> = proposal
        .preconditions
        .iter()
        .map(|one| {
            let own = if one.own {
                " <span class=\"muted\">(vores læsning)</span>"
            } else {
                ""
            };
            format!("{}{own}{}", escape(&one.text), words::sources(&one.source))
        })
        .collect();
    planner.list(&items);
    before(planner, proposal);
    let opinion = planner
        .decisions
        .opinions
        .get(&proposal.id)
        .cloned()
        .unwrap_or_default();
    let row = |key: &str, title: &str, own: &Importance, chosen: Option<u8>| {
        let usual = format!("Vores: {} af 3", own.score);
        let options = std::iter::once((None, usual)).chain((1..=3_u8).map(|score| {
            let word = ["lidt", "noget", "meget"][usize::from(score) - 1];
            (Some(Value::from(score)), format!("{score} {word}"))
        }));
        let chosen = chosen.map(Value::from);
        let at = path(&["proposals", &proposal.id.0, key]);
        Row {
            id: format!("vurdering-{key}"),
            head: escape(title),
            cells: vec![
                choice(title, at, options.collect(), chosen.as_ref()).cell(),
                Cell::Html(escape(&own.why)),
            ],
        }
    };
    let assessment = &proposal.assessment;
    let rows = vec![
        row(
            "organisation",
            "Organisation: ét klart sted at beslutte",
            &assessment.organisation,
            opinion.organisation,
        ),
        row(
            "process_maturity",
            "Procesmodenhed: kortlagt, med en kendt ejer",
            &assessment.process_maturity,
            opinion.process_maturity,
        ),
        row(
            "volume",
            "Volumen: mange sager, og alle bruger den nye måde",
            &assessment.volume,
            opinion.volume,
        ),
    ];
    planner.form_table(
        "vurdering",
        "Hvor meget betyder det for, at forslaget lykkes?",
        &["Hvad", "Jeres vurdering", "Vores begrundelse"],
        rows,
    );
}

/// What comes before it in the natural order.
fn before(planner: &mut Planner<'_, '_>, proposal: &Proposal) {
    let before = proposals::order().before(&proposal.id);
    let names = before.proposals();
    if names.is_empty() {
        return;
    }
    let names: Vec<String> = names
        .into_iter()
        .map(|id| list::proposal_link(id, &words::proposal_name(id)))
        .collect();
    planner.page.markup(&format!(
        "<p>Kommer i den naturlige rækkefølge efter: {}.</p>",
        names.join(", ")
    ));
}
