//! How the areas lie beside the group, situation by situation.

use super::tests::*;
use super::tests_standing::one_area;
use super::{differences, differences_message};
use crate::domain::rating::{Dimension, PerDimension};
use crate::peers::comparison::Evidence::{Demonstration, Finding, Invented, Orientation};
use crate::report::facts::{Facts, State};

const MEANING: &str =
    "Tallene viser hverken, hvad der ligger bag en forskel, eller hvordan opgaverne bør løses.";
const ROUGH: &str =
    "KLK's gennemsnit er kun kendt på 0,1 nær, så en forskel tæller først med fra 0,2.";
const WEIGHED: &str = "Tungest vejer de områder, hvor afvigelsen gange årsværkene er størst.";
const ALIKE: &str = "Ingen områder har årsværk i bemandingen, så alle områder vejer lige meget.";
const DEMONSTRATION: &str =
    "Både kommunen og gruppen er opfundet, så forskellene viser kun, hvad værktøjet kan.";
const ABOUT_CENTRAL: &str =
    "I centraliseringsgrad ligger alle 29 sammenlignede områder omtrent som gruppen.";
const ABOUT_SOLUTION: &str =
    "I digital løsning ligger alle 29 sammenlignede områder omtrent som gruppen.";

/// Many differ in digital process, one in centralisation.
pub const SOME: &[(&str, Dimension, f64)] = &[
    ("E09", Process, -0.7),
    ("E04", Process, 0.6),
    ("E10", Process, 0.5),
    ("P13", Process, -0.6),
    ("E06", Centralisation, 0.72),
];

/// Both domains with FTE: bookkeeping has most, E10 less than one.
pub fn staff() -> Facts {
    let economy = staffed(
        domain(Economy),
        &[("E04", 7.25), ("E06", 5.5), ("E09", 1.5), ("E10", 0.9)],
    );
    of([economy, staffed(domain(Payroll), &[("P13", 1.0)])])
}

pub fn cases() -> Vec<Case> {
    let mut all = nothing_cases();
    all.extend(about_cases());
    all.extend(finding_cases());
    all.extend(reserved_cases());
    all
}

fn nothing_cases() -> Vec<Case> {
    let unanswered = beside(of([blank(Economy)]), Finding, Some(40));
    vec![
        says(
            differences,
            "no group",
            both(),
            &[
                "Der er ikke valgt en gruppe at sammenligne med, så forskelle til andre kommuner er ikke med.",
            ],
        ),
        heads(
            differences_message,
            "no group, in one message",
            both(),
            "Der er ingen gruppe at sammenligne med",
        ),
        says(
            differences,
            "an invented group beside a real municipality, whatever the numbers",
            differing(beside(both(), Invented, Some(40)), SOME),
            &[
                "Kommunerne i gruppen er opfundet, så en sammenligning siger intet om kommunen, og forskelle er ikke med.",
            ],
        ),
        heads(
            differences_message,
            "an invented group, in one message",
            differing(beside(both(), Invented, Some(40)), SOME),
            "Gruppen er opfundet og siger intet om kommunen",
        ),
        says(
            differences,
            "nothing is answered",
            unanswered.clone(),
            &["Der er ingen svar at holde op mod gruppen endnu."],
        ),
        heads(
            differences_message,
            "nothing is answered, in one message",
            unanswered,
            "Der er ingen svar at sammenligne endnu",
        ),
        says(
            differences,
            "nothing can be compared",
            in_an_empty_group(of([domain(Economy)])),
            &[
                "Intet område kan holdes op mod gruppen endnu, for enten mangler der svar, eller også er gruppen tom.",
            ],
        ),
    ]
}

/// Beside a group of nobody.
fn in_an_empty_group(facts: Facts) -> Facts {
    let mut facts = beside(facts, Finding, Some(0));
    for one in &mut facts.domains {
        one.compared = PerDimension::default();
    }
    facts
}

fn about_cases() -> Vec<Case> {
    let mut two = beside(of([domain(Economy)]), Finding, Some(40));
    two.domains[0].compared.centralisation = 2;
    two.domains[0].compared.process = 1;
    two.domains[0].compared.solution = 0;
    vec![
        says(
            differences,
            "everything lies about as the group",
            beside(both(), Finding, Some(40)),
            &[
                "I centraliseringsgrad, digital proces og digital løsning ligger alle 29 sammenlignede områder omtrent som gruppen.",
            ],
        ),
        heads(
            differences_message,
            "everything lies about as the group, in one message",
            beside(both(), Finding, Some(40)),
            "Alle sammenlignede områder ligger omtrent som gruppen",
        ),
        says(
            differences,
            "everything lies about as KLK's means",
            beside(both(), Orientation, None),
            &[
                "Til orientering (KLK 2017, målt med et andet katalog): I centraliseringsgrad, digital proces og digital løsning ligger alle 29 sammenlignede områder omtrent som gruppen.",
                ROUGH,
            ],
        ),
        heads(
            differences_message,
            "everything lies about as KLK's means, in one message",
            beside(both(), Orientation, None),
            "Til orientering: alle sammenlignede områder ligger omtrent som KLK 2017",
        ),
        says(
            differences,
            "one area is answered, and lies about as the group",
            beside(one_area(), Finding, Some(40)),
            &[
                "I centraliseringsgrad, digital proces og digital løsning ligger det ene sammenlignede område omtrent som gruppen.",
                "I 28 områder er under 60 % besvaret, så de er ikke sammenlignet med gruppen.",
            ],
        ),
        says(
            differences,
            "dimensions are compared in different numbers of areas",
            two,
            &[
                "I centraliseringsgrad ligger begge sammenlignede områder omtrent som gruppen.",
                "I digital proces ligger det ene sammenlignede område omtrent som gruppen.",
            ],
        ),
    ]
}

fn finding_cases() -> Vec<Case> {
    let one_open = of([stating(
        staff().domains[0].clone(),
        State::Provisional,
        &["E02"],
    )]);
    let estimate = of([
        stating(staff().domains[0].clone(), State::Estimated, &["E04"]),
        domain(Payroll),
    ]);
    let tie: &[(&str, Dimension, f64)] = &[
        ("E01", Solution, 0.2),
        ("E02", Solution, -0.2),
        ("E03", Solution, 0.2),
        ("E05", Solution, 0.2),
    ];
    vec![
        says(
            differences,
            "the differences are ranked by deviation and FTE",
            differing(beside(staff(), Finding, Some(40)), SOME),
            &[
                "I centraliseringsgrad afviger ét af 29 sammenlignede områder fra gruppen: »Opkrævning og debitorstyring« (0,7 over; 5,5 årsværk).",
                "I digital proces afviger 4 af 29 sammenlignede områder fra gruppen; tungest vejer »Bogføring, betaling og revision« (0,6 over; 7,3 årsværk), »Økonomisk sagsfremstilling« (0,7 under; 1,5 årsværk) og »Refusioner« (0,6 under; 1,0 årsværk).",
                ABOUT_SOLUTION,
                WEIGHED,
                MEANING,
            ],
        ),
        says(
            differences,
            "without FTE all areas weigh alike",
            differing(beside(both(), Finding, Some(40)), SOME),
            &[
                "I centraliseringsgrad afviger ét af 29 sammenlignede områder fra gruppen: »Opkrævning og debitorstyring« (0,7 over).",
                "I digital proces afviger 4 af 29 sammenlignede områder fra gruppen; størst er forskellen i »Økonomisk sagsfremstilling« (0,7 under), »Bogføring, betaling og revision« (0,6 over) og »Refusioner« (0,6 under).",
                ABOUT_SOLUTION,
                ALIKE,
                MEANING,
            ],
        ),
        says(
            differences,
            "a tie at the end of the list is no order",
            differing(beside(both(), Finding, Some(40)), tie),
            &[
                ABOUT_CENTRAL,
                "I digital proces ligger alle 29 sammenlignede områder omtrent som gruppen.",
                "I digital løsning afviger 4 af 29 sammenlignede områder fra gruppen, blandt andet »Budgetlægning« (0,2 over), »Budgetopfølgning« (0,2 under) og »Regnskabsaflæggelse« (0,2 over).",
                ALIKE,
                MEANING,
            ],
        ),
        says(
            differences,
            "an area is left out; one has less than one FTE and one has none",
            differing(
                beside(one_open, Finding, Some(40)),
                &[("E10", Process, 0.5), ("E11", Process, 0.1)],
            ),
            &[
                "I centraliseringsgrad ligger alle 10 sammenlignede områder omtrent som gruppen.",
                "I digital proces afviger 2 af 10 sammenlignede områder fra gruppen: »Udvikling af økonomiske strategier, politikker og styringsprincipper« (0,5 over; under 1 årsværk) og »Økonomi- og regnskabssupport« (0,1 over; ingen årsværk).",
                "I digital løsning ligger alle 10 sammenlignede områder omtrent som gruppen.",
                "I ét område er under 60 % besvaret, så det er ikke sammenlignet med gruppen.",
                MEANING,
            ],
        ),
        says(
            differences,
            "an estimate says so, and a domain without FTE",
            differing(
                beside(estimate, Finding, Some(40)),
                &[("E04", Solution, -0.3), ("P13", Solution, 0.2)],
            ),
            &[
                ABOUT_CENTRAL,
                "I digital proces ligger alle 29 sammenlignede områder omtrent som gruppen.",
                "I digital løsning afviger 2 af 29 sammenlignede områder fra gruppen: »Bogføring, betaling og revision« (0,3 under; 7,3 årsværk; skøn) og »Refusioner« (0,2 over).",
                "I løn og personale er der ingen årsværk i bemandingen, så områderne dér vejer lige meget.",
                MEANING,
            ],
        ),
        says(
            differences,
            "the one area that is compared differs",
            differing(
                beside(one_area(), Finding, Some(40)),
                &[("P13", Centralisation, -1.0)],
            ),
            &[
                "I centraliseringsgrad afviger det ene sammenlignede område fra gruppen: »Refusioner« (1,0 under).",
                "I digital proces ligger det ene sammenlignede område omtrent som gruppen.",
                "I digital løsning ligger det ene sammenlignede område omtrent som gruppen.",
                ALIKE,
                "I 28 områder er under 60 % besvaret, så de er ikke sammenlignet med gruppen.",
                MEANING,
            ],
        ),
    ]
}

fn reserved_cases() -> Vec<Case> {
    vec![
        says(
            differences,
            "beside KLK's means all is said to be orientation",
            differing(beside(staff(), Orientation, None), SOME),
            &[
                "Til orientering (KLK 2017, målt med et andet katalog): I centraliseringsgrad afviger ét af 29 sammenlignede områder fra gruppen: »Opkrævning og debitorstyring« (0,7 over; 5,5 årsværk).",
                "I digital proces afviger 4 af 29 sammenlignede områder fra gruppen, blandt andet »Bogføring, betaling og revision« (0,6 over; 7,3 årsværk), »Økonomisk sagsfremstilling« (0,7 under; 1,5 årsværk) og »Refusioner« (0,6 under; 1,0 årsværk).",
                "I digital løsning ligger alle 29 sammenlignede områder omtrent som gruppen.",
                ROUGH,
                MEANING,
            ],
        ),
        says(
            differences,
            "the example beside invented municipalities says that all is invented",
            differing(beside(staff(), Demonstration, Some(40)), &SOME[4..]),
            &[
                DEMONSTRATION,
                "I centraliseringsgrad afviger ét af 29 sammenlignede områder fra gruppen: »Opkrævning og debitorstyring« (0,7 over; 5,5 årsværk).",
                "I digital proces ligger alle 29 sammenlignede områder omtrent som gruppen.",
                ABOUT_SOLUTION,
                MEANING,
            ],
        ),
    ]
}

#[test]
fn the_differences_are_told_as_each_situation_asks() {
    check(&cases());
}
