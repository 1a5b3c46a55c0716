//! What the plan brings, situation by situation.

use super::tests::*;
use super::{plan, plan_message};
use crate::domain::scenario::PerScenario;
use crate::report::facts::Facts;

const OWN: &str = "Tallene bygger på kommunens egne beregninger og er ikke en prognose.";
const APART: &str = "Frigjort tid bliver kun til penge, hvis nogen beslutter det, så de to beløb lægges ikke sammen.";
const DECIDED: &str = "Frigjort tid bliver kun til penge, hvis nogen beslutter det.";
const YEARS: &str = "Planen er beregnet for årene 2027 til 2030.";
const NOTHING: PerScenario<f64> = three(0.0, 0.0, 0.0);

/// Three actions whose years are known.
fn planned() -> Facts {
    let mut facts = planning(both(), &["M01", "M08", "M10"]);
    facts.plan.years = Some((2027, 2030));
    facts
}

/// A plan with ranges, running costs, an investment and goals.
fn whole() -> Facts {
    let mut facts = gaining(
        planned(),
        three(1.84, 2.4, 3.1),
        three(980_000.0, 1_240_000.0, 1_560_000.0),
        three(340_000.0, 340_000.0, 340_000.0),
    );
    facts.plan.phased_in.low.running = 90_000.0;
    facts.plan.phased_in.expected.running = 90_000.0;
    facts.plan.phased_in.high.running = 90_000.0;
    facts.plan.investment = three(400_000.0, 400_000.0, 250_000.0);
    facts.plan.unpriced = 0.5;
    facts.plan.goals = 3;
    facts
}

pub fn cases() -> Vec<Case> {
    let mut all = empty_cases();
    all.extend(gain_cases());
    all.extend(loss_cases());
    all.extend(year_cases());
    all
}

fn empty_cases() -> Vec<Case> {
    let stopped = |actions: &[&str], n: usize| {
        let mut facts = planning(both(), actions);
        facts.plan.stopped = n;
        facts
    };
    let mut goal = both();
    goal.plan.goals = 1;
    vec![
        says(
            plan,
            "an empty plan with a goal",
            goal,
            &[
                "Handleplanen er tom, indtil det første forslag bliver valgt og sat i den.",
                "Der er sat ét mål.",
            ],
        ),
        heads(
            plan_message,
            "an empty plan, in one message",
            both(),
            "Handleplanen er tom endnu",
        ),
        says(
            plan,
            "the only action is stopped",
            stopped(&[], 1),
            &["Handleplanens eneste handling er stoppet og tæller ikke med."],
        ),
        says(
            plan,
            "both actions are stopped",
            stopped(&[], 2),
            &["Begge handlinger i handleplanen er stoppet og tæller ikke med."],
        ),
        heads(
            plan_message,
            "all actions are stopped, in one message",
            stopped(&[], 3),
            "Alle handlinger er stoppet",
        ),
        says(
            plan,
            "an action without a gain beside a stopped one",
            stopped(&["M01"], 1),
            &[
                "Handleplanen har én handling, og én anden er stoppet og tæller ikke med.",
                "Handlingerne har ingen beregnet gevinst endnu.",
            ],
        ),
        heads(
            plan_message,
            "an action without a gain, in one message",
            stopped(&["M01"], 0),
            "Handleplanen har én handling uden beregnet gevinst",
        ),
    ]
}

fn gain_cases() -> Vec<Case> {
    let fte_only = |unpriced| {
        let mut facts = gaining(planned(), three(0.4, 0.4, 0.4), NOTHING, NOTHING);
        facts.plan.unpriced = unpriced;
        facts
    };
    let capacity = gaining(
        planned(),
        three(1.0, 1.0, 1.0),
        NOTHING,
        three(200_000.0, 389_000.0, 999_600.0),
    );
    vec![
        says(
            plan,
            "everything at once",
            whole(),
            &[
                "Handleplanen har 3 handlinger.",
                "Fuldt indfaset frigør planen 2,4 årsværk (mellem 1,8 og 3,1).",
                "Heraf er 0,50 årsværk ikke sat i kroner.",
                "Budgetgevinsten er 1,2 mio. kr. (mellem 980.000 kr. og 1,6 mio. kr.) om året.",
                "Værdien af frigjort tid er 340.000 kr. om året.",
                APART,
                "Driften koster 90.000 kr. om året.",
                "Investeringen er 400.000 kr. (mellem 250.000 kr. og 400.000 kr.) i alt.",
                YEARS,
                OWN,
                "Der er sat 3 mål.",
            ],
        ),
        heads(
            plan_message,
            "everything at once, in one message",
            whole(),
            "Handleplanen frigør 2,4 årsværk og giver 1,2 mio. kr. om året på budgettet",
        ),
        says(
            plan,
            "freed time only, up to nearly a million",
            capacity.clone(),
            &[
                "Handleplanen har 3 handlinger.",
                "Fuldt indfaset frigør planen 1,0 årsværk.",
                "Planen giver ingen budgetgevinst.",
                "Værdien af frigjort tid er 389.000 kr. (mellem 200.000 kr. og 1,0 mio. kr.) om året.",
                DECIDED,
                YEARS,
                OWN,
            ],
        ),
        heads(
            plan_message,
            "freed time only, in one message",
            capacity,
            "Fuldt indfaset frigør handleplanen 1,0 årsværk",
        ),
        heads(
            plan_message,
            "freed time without FTE, in one message",
            gaining(planned(), NOTHING, NOTHING, three(5.0, 5.0, 5.0)),
            "Handleplanen frigør tid i 3 handlinger",
        ),
        says(
            plan,
            "FTE that nobody put into kr.",
            fte_only(0.4),
            &[
                "Handleplanen har 3 handlinger.",
                "Fuldt indfaset frigør planen 0,40 årsværk.",
                "Årsværkene er ikke sat i kroner.",
                YEARS,
                OWN,
            ],
        ),
        says(
            plan,
            "cash only, of a few hundred kr.",
            gaining(planned(), NOTHING, three(400.0, 400.0, 400.0), NOTHING),
            &[
                "Handleplanen har 3 handlinger.",
                "Budgetgevinsten er under 1.000 kr. om året.",
                YEARS,
                OWN,
            ],
        ),
    ]
}

fn loss_cases() -> Vec<Case> {
    let loss = gaining(
        planned(),
        NOTHING,
        three(-150_000.0, -120_000.0, -80_000.0),
        three(-50_000.0, -50_000.0, -50_000.0),
    );
    let mut dear = gaining(planned(), NOTHING, three(1e5, 1e5, 1e5), NOTHING);
    dear.plan.phased_in = dear.plan.phased_in.map(|one| {
        let mut one = *one;
        one.running = 250_000.0;
        one
    });
    vec![
        says(
            plan,
            "a plan that costs money and time",
            loss.clone(),
            &[
                "Handleplanen har 3 handlinger.",
                "Budgettet får en merudgift på 120.000 kr. (mellem 80.000 kr. og 150.000 kr.) om året.",
                "Handlingerne bruger mere tid, end de frigør, til en værdi af 50.000 kr. om året.",
                YEARS,
                OWN,
            ],
        ),
        heads(
            plan_message,
            "a plan that costs money, in one message",
            loss,
            "Handleplanen koster 120.000 kr. om året på budgettet",
        ),
        says(
            plan,
            "a plan whose operation costs more than it brings",
            dear,
            &[
                "Handleplanen har 3 handlinger.",
                "Budgetgevinsten er 100.000 kr. om året.",
                "Driften koster 250.000 kr. om året.",
                "Driften koster mere end budgetgevinsten.",
                YEARS,
                OWN,
            ],
        ),
    ]
}

fn year_cases() -> Vec<Case> {
    let gain = |years, without_year, without_gain| {
        let mut facts = gaining(planned(), three(2.0, 2.0, 2.0), NOTHING, NOTHING);
        facts.plan.years = years;
        facts.plan.without_year = without_year;
        facts.plan.without_gain = without_gain;
        facts
    };
    let begin = |rest: &[&'static str]| {
        let mut all = vec![
            "Handleplanen har 3 handlinger.",
            "Fuldt indfaset frigør planen 2,0 årsværk.",
        ];
        all.extend(rest);
        all.push(OWN);
        all
    };
    vec![
        says(
            plan,
            "no action has a year",
            gain(None, 3, 0),
            &begin(&[
                "Handlingerne har ingen år endnu, så det kan ikke siges, hvornår gevinsten kommer.",
            ]),
        ),
        says(
            plan,
            "one year, two actions without, and one that brings nothing",
            gain(Some((2027, 2027)), 2, 1),
            &begin(&[
                "Planen er beregnet for 2027.",
                "2 handlinger har intet år og tæller kun med, når planen er fuldt indfaset.",
                "Én handling har ingen beregnet gevinst endnu.",
            ]),
        ),
        says(
            plan,
            "one action without a year",
            gain(Some((2027, 2030)), 1, 0),
            &begin(&[
                YEARS,
                "Én handling har intet år og tæller kun med, når planen er fuldt indfaset.",
            ]),
        ),
    ]
}

#[test]
fn the_plan_is_told_as_each_situation_asks() {
    check(&cases());
}
