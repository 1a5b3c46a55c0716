//! What stands in the way of the plan, and what must be known of it.

use crate::document::html::escape;
use crate::domain::decisions::{ActionId, CaseId, ProposalId};
use crate::picture::planning::{Planner, cases, listed, proposals as list, words};
use crate::plan::integrity::{Mismatch, mismatches};
use crate::plan::order::in_order;
use crate::plan::prepare::{Finding, What};
use crate::plan::spread::SpreadProblem;
use crate::plan::totals::Totals;
use crate::proposals::{self, Against, Basis, Break};

use super::{action_link, title_of};

pub(super) fn write(planner: &mut Planner<'_, '_>, totals: &Totals) {
    let mut items: Vec<String> = totals
        .findings
        .iter()
        .map(|finding| found(planner, finding))
        .collect();
    items.extend(
        mismatches(planner.decisions)
            .iter()
            .filter_map(|one| mismatch(planner, one)),
    );
    if !items.is_empty() {
        planner.alert(
            "info",
            "Det mangler, før planen kan regnes helt ud",
            &listed(&items),
        );
    }
    order(planner);
    conflicts(planner);
    duties(planner);
}

fn case_name(planner: &Planner<'_, '_>, id: &CaseId) -> String {
    planner
        .decisions
        .cases
        .get(id)
        .map_or_else(|| id.to_string(), cases::title)
}

fn found(planner: &Planner<'_, '_>, finding: &Finding) -> String {
    let text = match &finding.what {
        What::NoYear => {
            "sæt en periode eller et år for gevinsten; indtil da tæller den kun med i »fuldt indfaset«".to_owned()
        }
        What::YearOutside(year) => {
            format!("gevinsten kan ikke begynde i {year}; indtil da tæller den kun med i »fuldt indfaset«")
        }
        What::AfterTheLastYear => "nogle af gevinstens år ligger efter planens sidste år".to_owned(),
        What::Spread(SpreadProblem::NoFte) => {
            "ingen af forslagets områder har årsværk i bemandingen, så ingen kan frigøres".to_owned()
        }
        What::Spread(SpreadProblem::SplitSum(sum)) => {
            format!("fordelingen på områder giver {sum} %, ikke 100 %")
        }
        What::Spread(_) => "de frigjorte årsværk kan ikke fordeles på områder".to_owned(),
        What::UnknownCase(_) => "den valgte beregning findes ikke længere".to_owned(),
        What::NoWorth(case) => {
            format!("beregningen »{}« mangler tal, så handlingen tæller ikke med endnu", case_name(planner, case))
        }
        What::CountedBefore(other) => {
            format!("gevinsten tæller allerede i {}", title_of(planner, other))
        }
        What::NoEffect => "vælg en beregning, eller skriv på forslagets side, hvad det flytter".to_owned(),
        What::NegativeFte(case) => {
            format!("beregningen »{}« koster årsværk i nogle år; de høstes ikke", case_name(planner, case))
        }
        What::AreaWithoutFte(area) => {
            format!("{} har ingen årsværk i bemandingen", words::area(*area))
        }
        What::Unchecked(case) => format!(
            "beregningen »{}« sætter værdi på tid uden at sige, hvor mange årsværk det er; den er ikke kontrolleret for overlap",
            case_name(planner, case)
        ),
        What::CaseEnds(case, year) => format!(
            "beregningen »{}« går til og med {year}; derefter tæller årsværkene, men ikke kronerne",
            case_name(planner, case)
        ),
    };
    format!(
        "{}: {}",
        action_link(&finding.action, &title_of(planner, &finding.action)),
        escape(&text)
    )
}

fn mismatch(planner: &Planner<'_, '_>, one: &Mismatch) -> Option<String> {
    let named = |id: &ActionId| action_link(id, &title_of(planner, id));
    Some(match one {
        Mismatch::ActionOfRejected(action, _) => {
            format!(
                "{}: forslaget er fravalgt, men står i planen",
                named(action)
            )
        }
        Mismatch::OtherProposal(action, case) => format!(
            "{}: beregningen »{}« hører til et andet forslag",
            named(action),
            escape(&case_name(planner, case))
        ),
        // Told by the totals, or no matter of the plan.
        Mismatch::UnknownCase(..)
        | Mismatch::CaseUsedTwice(..)
        | Mismatch::CaseWithoutAction(_) => {
            return None;
        }
    })
}

fn name(id: &ProposalId) -> String {
    list::proposal_link(id, &words::proposal_name(id))
}

/// Where the plan goes against the natural order.
fn order(planner: &mut Planner<'_, '_>) {
    let chosen: Vec<ProposalId> = in_order(planner.decisions)
        .into_iter()
        .map(|(_, action)| action.proposal.clone())
        .collect();
    let breaks = proposals::order().breaks(&chosen);
    if breaks.is_empty() {
        return;
    }
    let line = |one: &Break<'_>| {
        let what = match one.against {
            Against::Reversed => format!(
                "{} kommer normalt før {}",
                name(&one.earlier),
                name(&one.later)
            ),
            Against::Missing => format!(
                "{} forudsætter {}, som ikke er i planen",
                name(&one.later),
                name(&one.earlier)
            ),
        };
        let basis = match one.basis {
            Basis::Stated => words::sources(one.source),
            Basis::Inferred => {
                " <span class=\"muted\">(Kommunebenchmarks læsning af rækkefølgen)</span>"
                    .to_owned()
            }
        };
        format!("{what}: {}{basis}", escape(&one.why.join(" ")))
    };
    let items: Vec<String> = breaks.iter().map(line).collect();
    planner.alert(
        "warning",
        "Planen bryder den naturlige rækkefølge",
        &format!(
            "<p>Det kan være rigtigt hos jer, men overvej det:</p>{}",
            listed(&items)
        ),
    );
}

/// Proposals in the plan that must be weighed against each other.
fn conflicts(planner: &mut Planner<'_, '_>) {
    let chosen: Vec<&ProposalId> = planner
        .decisions
        .actions
        .values()
        .map(|action| &action.proposal)
        .collect();
    let mut items = Vec::new();
    for id in &chosen {
        let conflicts = proposals::proposal(id)
            .into_iter()
            .flat_map(|one| &one.conflicts);
        for conflict in conflicts.filter(|one| chosen.contains(&&one.with) && **id < one.with) {
            items.push(format!(
                "{} og {}: {}{}",
                name(id),
                name(&conflict.with),
                escape(&conflict.text),
                words::sources(&conflict.source)
            ));
        }
    }
    if !items.is_empty() {
        planner.alert("info", "Afvej forslagene mod hinanden", &listed(&items));
    }
}

/// Proposals in the plan that touch the segregation of duties.
fn duties(planner: &mut Planner<'_, '_>) {
    let touched: Vec<String> = in_order(planner.decisions)
        .into_iter()
        .filter_map(|(_, action)| proposals::proposal(&action.proposal))
        .filter(|proposal| proposal.segregation_of_duties.is_some())
        .map(|proposal| name(&proposal.id))
        .collect();
    if !touched.is_empty() {
        let markup = format!(
            "<p>{}. Læs advarslen ved forslaget, før I går i gang.</p>",
            touched.join(", ")
        );
        planner.alert(
            "warning",
            "Forslag, der berører funktionsadskillelsen",
            &markup,
        );
    }
}
