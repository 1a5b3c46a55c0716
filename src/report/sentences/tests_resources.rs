//! Where the FTE are, situation by situation.

use super::tests::*;
use super::{resources, resources_message};
use crate::report::facts::Facts;

const NO_FTE: &str = "Bemandingen er ikke fordelt på områder endnu, så det kan ikke siges, hvor ressourcerne ligger.";

/// Four areas of economy have FTE, one of payroll.
fn uneven() -> Facts {
    let economy = staffed(
        domain(Economy),
        &[("E01", 4.0), ("E04", 10.0), ("E06", 5.5), ("E07", 0.5)],
    );
    of([economy, staffed(domain(Payroll), &[("P13", 0.8)])])
}

pub fn cases() -> Vec<Case> {
    let unplaced = Facts {
        unplaced: 2.5,
        ..of([domain(Economy)])
    };
    let tie = of([staffed(
        domain(Economy),
        &[("E01", 4.0), ("E02", 2.0), ("E03", 2.0), ("E04", 2.0)],
    )]);
    let few = staffed(domain(Economy), &[("E04", 500.0), ("E07", 0.5)]);
    let split = of([few, domain(Payroll)]);
    let long = of([staffed(domain(Economy), &[("E10", 3.0), ("E01", 1.0)])]);
    vec![
        says(
            resources,
            "most FTE of a domain, and one area that has them all",
            uneven(),
            &[
                "I økonomi og regnskab er der 20,0 årsværk, og flest ligger i »Bogføring, betaling og revision« (10,0 årsværk; 50 %), »Opkrævning og debitorstyring« (5,5 årsværk; 28 %) og »Budgetlægning« (4,0 årsværk; 20 %).",
                "I løn og personale er der 0,80 årsværk, og alle ligger i »Refusioner«.",
            ],
        ),
        heads(
            resources_message,
            "most FTE, in one message",
            uneven(),
            "Bogføring, betaling og revision har flest årsværk: 10,0 af 20,8",
        ),
        says(resources, "no staff sheet", both(), &[NO_FTE]),
        heads(
            resources_message,
            "no staff sheet, in one message",
            both(),
            "Bemandingen er ikke fordelt på områder endnu",
        ),
        says(
            resources,
            "FTE that are placed on no area",
            unplaced,
            &[
                NO_FTE,
                "2,5 årsværk i bemandingen er ikke fordelt på områder.",
            ],
        ),
        says(
            resources,
            "the same FTE on every area",
            staffed_alike(2.0),
            &[
                "I økonomi og regnskab er der 22,0 årsværk, fordelt ligeligt på 11 områder.",
                "I løn og personale er der 36,0 årsværk, fordelt ligeligt på 18 områder.",
            ],
        ),
        heads(
            resources_message,
            "the same FTE on every area, in one message",
            staffed_alike(2.0),
            "58,0 årsværk er fordelt på 29 områder",
        ),
        says(
            resources,
            "a tie at the end of the list",
            tie,
            &[
                "I økonomi og regnskab er der 10,0 årsværk, og mange af dem ligger i »Budgetlægning« (4,0 årsværk; 40 %), »Budgetopfølgning« (2,0 årsværk; 20 %) og »Regnskabsaflæggelse« (2,0 årsværk; 20 %).",
            ],
        ),
        says(
            resources,
            "two areas, one of which could be one person; nothing in the other domain",
            split,
            &[
                "I økonomi og regnskab er der 500,5 årsværk, og de ligger i »Bogføring, betaling og revision« (500,0 årsværk; over 99 %) og »Finansiering og bank« (under 1 årsværk; under 1 %).",
                "I løn og personale er der ingen årsværk i bemandingen.",
            ],
        ),
        heads(
            resources_message,
            "a long title is shortened",
            long,
            "Udvikling af økonomiske strategier m.m. har flest årsværk: 3,0 af 4,0",
        ),
    ]
}

#[test]
fn the_resources_are_told_as_each_situation_asks() {
    check(&cases());
}
