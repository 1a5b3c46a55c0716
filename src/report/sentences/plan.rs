//! Handleplanen: how many actions, what they bring and cost, and when.

use crate::domain::scenario::PerScenario;
use crate::plan::worth::Amounts;
use crate::report::facts::{Facts, PlanFacts};

use super::words::{all, capital, counted, fte, fte_range, kr, kr_range};

const EMPTY: &str = "Handleplanen er tom, indtil det første forslag bliver valgt og sat i den.";
const APART: &str = "Frigjort tid bliver kun til penge, hvis nogen beslutter det, så de to beløb lægges ikke sammen.";
pub(super) const DECIDED: &str = "Frigjort tid bliver kun til penge, hvis nogen beslutter det.";
pub(super) const NO_GAIN: &str = "Handlingerne har ingen beregnet gevinst endnu.";
const OWN: &str = "Tallene bygger på kommunens egne beregninger og er ikke en prognose.";

/// Below this a number shows as nothing.
pub(super) const SHOWN_FTE: f64 = 0.005;
/// Below this an amount is nothing: half a krone.
pub(super) const SHOWN_KR: f64 = 0.5;

/// What the plan brings.
#[must_use]
pub fn plan(facts: &Facts) -> Vec<String> {
    let plan = &facts.plan;
    let mut sentences = vec![actions(plan)];
    if plan.actions > 0 {
        let gains = gains(plan);
        if gains.is_empty() {
            sentences.push(NO_GAIN.to_owned());
        } else {
            sentences.extend(gains);
            sentences.extend(costs(plan));
            sentences.extend(times(plan));
            sentences.extend(without_gain(plan));
            sentences.push(OWN.to_owned());
        }
    }
    sentences.extend(match plan.goals {
        0 => None,
        n => Some(format!("Der er sat {}.", counted(n, "ét mål", "mål"))),
    });
    sentences
}

fn actions(plan: &PlanFacts) -> String {
    match (plan.actions, plan.stopped) {
        (0, 0) => EMPTY.to_owned(),
        (0, 1) => "Handleplanens eneste handling er stoppet og tæller ikke med.".to_owned(),
        (0, n) => format!(
            "{} i handleplanen er stoppet og tæller ikke med.",
            capital(&all(n, "", "handlinger"))
        ),
        (n, 0) => format!(
            "Handleplanen har {}.",
            counted(n, "én handling", "handlinger")
        ),
        (n, stopped) => format!(
            "Handleplanen har {}, og {} er stoppet og tæller ikke med.",
            counted(n, "én handling", "handlinger"),
            counted(stopped, "én anden", "andre")
        ),
    }
}

pub(super) fn of(plan: &PlanFacts, read: fn(&Amounts) -> f64) -> PerScenario<f64> {
    plan.phased_in.map(read)
}

/// What it brings when everything is carried out; nothing where that is nothing.
fn gains(plan: &PlanFacts) -> Vec<String> {
    let mut sentences = Vec::new();
    let freed = of(plan, |one| one.fte);
    if freed.any(|&fte| fte >= SHOWN_FTE) {
        sentences.push(format!(
            "Fuldt indfaset frigør planen {}.",
            fte_range(&freed)
        ));
        sentences.extend(unpriced(plan, freed.expected));
    }
    let cash = of(plan, |one| one.cash);
    let capacity = of(plan, |one| one.capacity);
    if is_there(&cash) {
        sentences.push(if cash.expected < 0.0 {
            format!(
                "Budgettet får en merudgift på {} om året.",
                kr_range(&negative(&cash))
            )
        } else {
            format!("Budgetgevinsten er {} om året.", kr_range(&cash))
        });
    } else if capacity.expected >= SHOWN_KR {
        sentences.push("Planen giver ingen budgetgevinst.".to_owned());
    }
    if is_there(&capacity) {
        sentences.push(if capacity.expected < 0.0 {
            format!(
                "Handlingerne bruger mere tid, end de frigør, til en værdi af {} om året.",
                kr_range(&negative(&capacity))
            )
        } else {
            format!(
                "Værdien af frigjort tid er {} om året.",
                kr_range(&capacity)
            )
        });
        if capacity.expected >= 0.0 {
            let both = cash.expected >= SHOWN_KR;
            sentences.push(if both { APART } else { DECIDED }.to_owned());
        }
    }
    sentences
}

/// Whether an amount shows as more than nothing in any scenario.
pub(super) fn is_there(value: &PerScenario<f64>) -> bool {
    value.any(|&kr| kr.abs() >= SHOWN_KR)
}

/// What is lost, as a positive number.
pub(super) fn negative(value: &PerScenario<f64>) -> PerScenario<f64> {
    value.map(|kr| -kr)
}

fn unpriced(plan: &PlanFacts, freed: f64) -> Option<String> {
    if plan.unpriced < SHOWN_FTE {
        None
    } else if freed - plan.unpriced < SHOWN_FTE {
        Some("Årsværkene er ikke sat i kroner.".to_owned())
    } else {
        Some(format!(
            "Heraf er {} ikke sat i kroner.",
            fte(plan.unpriced)
        ))
    }
}

/// What it costs a year, and once.
fn costs(plan: &PlanFacts) -> Vec<String> {
    let running = of(plan, |one| one.running);
    let mut sentences = Vec::new();
    if running.any(|&kr| kr >= SHOWN_KR) {
        sentences.push(format!("Driften koster {} om året.", kr_range(&running)));
        let cash = plan.phased_in.expected.cash;
        if cash >= SHOWN_KR && running.expected > cash {
            sentences.push("Driften koster mere end budgetgevinsten.".to_owned());
        }
    }
    if plan.investment.any(|&kr| kr >= SHOWN_KR) {
        sentences.push(format!(
            "Investeringen er {} i alt.",
            kr_range(&plan.investment)
        ));
    }
    sentences
}

/// Over which years it is computed.
fn times(plan: &PlanFacts) -> Vec<String> {
    let mut sentences = Vec::new();
    sentences.push(match plan.years {
        Some((first, last)) if first == last => {
            format!("Planen er beregnet for {first}.")
        }
        Some((first, last)) => format!("Planen er beregnet for årene {first} til {last}."),
        None => {
            return vec![
                "Handlingerne har ingen år endnu, så det kan ikke siges, hvornår gevinsten kommer."
                    .to_owned(),
            ];
        }
    });
    sentences.extend(match plan.without_year {
        0 => None,
        n => Some(format!(
            "{} har intet år og tæller kun med, når planen er fuldt indfaset.",
            capital(&counted(n, "én handling", "handlinger"))
        )),
    });
    sentences
}

fn without_gain(plan: &PlanFacts) -> Option<String> {
    (plan.without_gain > 0).then(|| {
        format!(
            "{} har ingen beregnet gevinst endnu.",
            capital(&counted(plan.without_gain, "én handling", "handlinger"))
        )
    })
}

/// What the plan brings, in one message.
#[must_use]
pub fn plan_message(facts: &Facts) -> String {
    let plan = &facts.plan;
    let all = &plan.phased_in.expected;
    let cash = match all.cash {
        kroner if kroner >= SHOWN_KR => format!("giver {} om året på budgettet", kr(kroner)),
        kroner if kroner <= -SHOWN_KR => format!("koster {} om året på budgettet", kr(-kroner)),
        _ => String::new(),
    };
    match (plan.actions, all.fte >= SHOWN_FTE, cash.is_empty()) {
        (0, ..) if plan.stopped == 0 => "Handleplanen er tom endnu".to_owned(),
        (0, ..) => "Alle handlinger er stoppet".to_owned(),
        (_, true, true) => format!("Fuldt indfaset frigør handleplanen {}", fte(all.fte)),
        (_, true, false) => format!("Handleplanen frigør {} og {cash}", fte(all.fte)),
        (_, false, false) => format!("Handleplanen {cash}"),
        (n, false, true) if all.capacity >= SHOWN_KR => format!(
            "Handleplanen frigør tid i {}",
            counted(n, "én handling", "handlinger")
        ),
        (n, false, true) => format!(
            "Handleplanen har {} uden beregnet gevinst",
            counted(n, "én handling", "handlinger")
        ),
    }
}
