//! What a proposal demands, and how important the municipality finds each demand.

use serde_json::Value;

use crate::document::html::escape;
use crate::domain::decisions::{Opinion, ProposalId};
use crate::picture::form::shape::{Cell, Row};
use crate::picture::planning::fields::{Made, choice, path};
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
                " <span class=\"muted\">(Kommunebenchmarks læsning)</span>"
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
    let row = |demand: Demand| Row {
        id: format!("vurdering-{}", demand.key()),
        head: escape(demand.title()),
        cells: vec![
            rating(&proposal.id, demand, &opinion).cell(),
            Cell::Html(escape(&demand.ours(proposal).why)),
        ],
    };
    planner.form_table(
        "vurdering",
        QUESTION,
        &["Hvad", "Jeres vurdering", "Kommunebenchmarks begrundelse"],
        Demand::ALL.map(row).into(),
    );
}

/// What is asked of every demand.
pub(crate) const QUESTION: &str = "Hvor meget betyder det for, at forslaget lykkes?";

/// Something that KLK rated for each of its efforts (002 s. 61).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Demand {
    /// One clear place of decision.
    Organisation,
    /// A mapped process with a known owner.
    ProcessMaturity,
    /// Large and committed volume.
    Volume,
}

impl Demand {
    pub(crate) const ALL: [Self; 3] = [Self::Organisation, Self::ProcessMaturity, Self::Volume];

    /// Its key in an opinion of the plan.
    pub(crate) const fn key(self) -> &'static str {
        match self {
            Self::Organisation => "organisation",
            Self::ProcessMaturity => "process_maturity",
            Self::Volume => "volume",
        }
    }

    const fn title(self) -> &'static str {
        match self {
            Self::Organisation => "Organisation: ét klart sted at beslutte",
            Self::ProcessMaturity => "Procesmodenhed: kortlagt, med en kendt ejer",
            Self::Volume => "Volumen: mange sager, og alle bruger den nye måde",
        }
    }

    const fn ours(self, proposal: &Proposal) -> &Importance {
        match self {
            Self::Organisation => &proposal.assessment.organisation,
            Self::ProcessMaturity => &proposal.assessment.process_maturity,
            Self::Volume => &proposal.assessment.volume,
        }
    }

    /// What the municipality rates it, as it is kept; 1 to 3 mean something.
    pub(crate) const fn of(self, opinion: &Opinion) -> Option<u8> {
        match self {
            Self::Organisation => opinion.organisation,
            Self::ProcessMaturity => opinion.process_maturity,
            Self::Volume => opinion.volume,
        }
    }
}

/// The choice by which a demand of a proposal is rated.
pub(crate) fn rating(id: &ProposalId, demand: Demand, opinion: &Opinion) -> Made {
    let usual = proposals::proposal(id).map_or_else(
        || "Ikke vurderet".to_owned(),
        |one| {
            format!(
                "Ikke vurderet (Kommunebenchmarks forslag: {} af 3)",
                demand.ours(one).score
            )
        },
    );
    let options = std::iter::once((None, usual)).chain((1..=3_u8).map(|score| {
        let word = ["lidt", "noget", "meget"][usize::from(score) - 1];
        (Some(Value::from(score)), format!("{score} {word}"))
    }));
    let chosen = demand.of(opinion).map(Value::from);
    let at = path(&["proposals", &id.0, demand.key()]);
    choice(demand.title(), at, options.collect(), chosen.as_ref())
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
