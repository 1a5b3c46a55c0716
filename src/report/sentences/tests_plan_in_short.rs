//! What the plan brings on one slide, situation by situation.

use super::plan_in_short;
use super::tests::*;
use crate::domain::scenario::PerScenario;
use crate::report::facts::Facts;

const NOTHING: PerScenario<f64> = three(0.0, 0.0, 0.0);
const NO_CASH: &str = "Planen giver ingen budgetgevinst. Frigjort tid bliver kun til penge, hvis nogen beslutter det. Tallene er kommunens egne beregninger og ikke en prognose.";

fn planned(fte: PerScenario<f64>, cash: PerScenario<f64>, capacity: PerScenario<f64>) -> Facts {
    gaining(planning(both(), &["M10", "K03"]), fte, cash, capacity)
}

pub fn cases() -> Vec<Case> {
    let says = |name, facts, expected: &[&'static str]| says(plan_in_short, name, facts, expected);
    let freed = three(5.2, 6.6, 7.2);
    let unpriced = |kr| {
        let mut facts = planned(freed, NOTHING, NOTHING);
        facts.plan.unpriced = kr;
        facts
    };
    let mut dear = planned(NOTHING, three(1e5, 3e5, 4e5), NOTHING);
    dear.plan.phased_in.expected.running = 90_000.0;
    dear.plan.investment = three(3e5, 4e5, 5e5);
    let mut stopped = both();
    stopped.plan.stopped = 2;
    vec![
        says(
            "a slide of freed time, most of which has no price",
            unpriced(4.8),
            &[
                "Fuldt indfaset frigør planen 6,6 årsværk (mellem 5,2 og 7,2); heraf er 4,8 årsværk ikke sat i kroner.",
                NO_CASH,
            ],
        ),
        says(
            "a slide of freed time without any price",
            unpriced(6.6),
            &[
                "Fuldt indfaset frigør planen 6,6 årsværk (mellem 5,2 og 7,2); årsværkene er ikke sat i kroner.",
                NO_CASH,
            ],
        ),
        says(
            "a slide of freed time that is priced",
            unpriced(0.0),
            &[
                "Fuldt indfaset frigør planen 6,6 årsværk (mellem 5,2 og 7,2).",
                NO_CASH,
            ],
        ),
        says(
            "a slide of time that is worth something, without FTE",
            planned(NOTHING, NOTHING, three(2e5, 2e5, 2e5)),
            &[
                "Fuldt indfaset er værdien af frigjort tid 200.000 kr. om året.",
                NO_CASH,
            ],
        ),
        says(
            "a slide of a gain with costs",
            dear,
            &[
                "Budgetgevinsten er 300.000 kr. (mellem 100.000 kr. og 400.000 kr.) om året. Driften koster 90.000 kr. om året, og investeringen er 400.000 kr. i alt. Tallene er kommunens egne beregninger og ikke en prognose.",
            ],
        ),
        says(
            "a slide of a loss",
            planned(NOTHING, three(-2e5, -1e5, -1e5), NOTHING),
            &[
                "Budgettet får en merudgift på 100.000 kr. (mellem 100.000 kr. og 200.000 kr.) om året. Tallene er kommunens egne beregninger og ikke en prognose.",
            ],
        ),
        says(
            "a slide of actions that bring nothing",
            planned(NOTHING, NOTHING, NOTHING),
            &["Handlingerne har ingen beregnet gevinst endnu."],
        ),
        says(
            "a slide of a plan whose actions are stopped",
            stopped,
            &["Begge handlinger i handleplanen er stoppet og tæller ikke med."],
        ),
    ]
}

#[test]
fn the_slide_of_the_plan_keeps_its_reservations() {
    check(&cases());
}
