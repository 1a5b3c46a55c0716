//! Handleplanen på ét billede: what the plan brings in two bullets that keep every reservation.

use crate::report::facts::{Facts, PlanFacts};

use super::plan::{DECIDED, NO_GAIN, SHOWN_FTE, SHOWN_KR, is_there, negative, of};
use super::words::{fte, fte_range, kr, kr_range};

const OWN: &str = "Tallene er kommunens egne beregninger og ikke en prognose.";

/// What the plan brings, for a slide; the whole of it where no action counts.
#[must_use]
pub fn plan_in_short(facts: &Facts) -> Vec<String> {
    let plan = &facts.plan;
    if plan.actions == 0 {
        return super::plan(facts);
    }
    match freed(plan) {
        None if !has_money(plan) => vec![NO_GAIN.to_owned()],
        first => first.into_iter().chain([money(plan)]).collect(),
    }
}

/// What is freed when all is carried out, and how much of it no business case puts into kr.
fn freed(plan: &PlanFacts) -> Option<String> {
    let freed = of(plan, |one| one.fte);
    if freed.any(|&fte| fte >= SHOWN_FTE) {
        let rest = if plan.unpriced < SHOWN_FTE {
            String::new()
        } else if freed.expected - plan.unpriced < SHOWN_FTE {
            "; årsværkene er ikke sat i kroner".to_owned()
        } else {
            format!("; heraf er {} ikke sat i kroner", fte(plan.unpriced))
        };
        return Some(format!(
            "Fuldt indfaset frigør planen {}{rest}.",
            fte_range(&freed)
        ));
    }
    let capacity = of(plan, |one| one.capacity);
    (capacity.expected >= SHOWN_KR).then(|| {
        format!(
            "Fuldt indfaset er værdien af frigjort tid {} om året.",
            kr_range(&capacity)
        )
    })
}

fn has_money(plan: &PlanFacts) -> bool {
    is_there(&of(plan, |one| one.cash)) || is_there(&of(plan, |one| one.capacity))
}

/// What it does to the budget and what it costs, and how the numbers may be read.
fn money(plan: &PlanFacts) -> String {
    let cash = of(plan, |one| one.cash);
    let mut sentences = vec![if !is_there(&cash) {
        "Planen giver ingen budgetgevinst.".to_owned()
    } else if cash.expected < 0.0 {
        format!(
            "Budgettet får en merudgift på {} om året.",
            kr_range(&negative(&cash))
        )
    } else {
        format!("Budgetgevinsten er {} om året.", kr_range(&cash))
    }];
    sentences.extend(costs(plan));
    let all = &plan.phased_in.expected;
    if all.fte >= SHOWN_FTE || all.capacity >= SHOWN_KR {
        sentences.push(DECIDED.to_owned());
    }
    sentences.push(OWN.to_owned());
    sentences.join(" ")
}

/// What it costs a year and once, without ranges.
fn costs(plan: &PlanFacts) -> Option<String> {
    let running = plan.phased_in.expected.running;
    let investment = plan.investment.expected;
    match (running >= SHOWN_KR, investment >= SHOWN_KR) {
        (false, false) => None,
        (true, false) => Some(format!("Driften koster {} om året.", kr(running))),
        (false, true) => Some(format!("Investeringen er {} i alt.", kr(investment))),
        (true, true) => Some(format!(
            "Driften koster {} om året, og investeringen er {} i alt.",
            kr(running),
            kr(investment)
        )),
    }
}
