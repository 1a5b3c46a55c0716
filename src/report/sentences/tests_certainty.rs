//! How sure it is, situation by situation.

use super::tests::*;
use super::tests_standing::one_area;
use super::{certainty, certainty_message};
use crate::peers::comparison::Evidence::{Demonstration, Finding, Invented, Orientation};
use crate::report::facts::{Facts, State};

const ALL_ECONOMY: &str = "I økonomi og regnskab er alle relevante aktiviteter besvaret.";
const ALL_PAYROLL: &str = "I løn og personale er alle relevante aktiviteter besvaret.";
const NO_FTE: &str = "Bemandingen er ikke fordelt på områder endnu, så forskelle og forslag er ikke vægtet med årsværk.";
const REAL: &str =
    "Der er sammenlignet med »Kommuner 2026«, hvor kommunerne er målt med samme skema.";
const ORIENTATION: &str = "Sammenligningen med KLK 2017 er kun til orientering: Kommunerne er målt med et andet katalog, og en forskel kan ligge i målingen.";
const CIRCUMSTANCES: &str = "Tallene er ikke korrigeret for rammevilkår.";

pub fn cases() -> Vec<Case> {
    let mut all = answered_cases();
    all.extend(group_cases());
    all.extend(message_cases());
    all
}

/// Areas of all kinds.
fn mixed() -> Facts {
    let mut economy = stating(domain(Economy), State::Provisional, &["E01"]);
    economy = stating(economy, State::Unanswered, &["E02", "E03"]);
    economy.coverage.answered = 104;
    let mut payroll = stating(
        blank(Payroll),
        State::Estimated,
        &["P01", "P02", "P03", "P04"],
    );
    payroll.coverage.answered = 1;
    of([economy, payroll])
}

fn answered_cases() -> Vec<Case> {
    let mut estimates = stating(domain(Economy), State::Estimated, &["E01"]);
    estimates = stating(estimates, State::Provisional, &["E02", "E03"]);
    estimates.coverage.answered = 0;
    vec![
        says(
            certainty,
            "everything is answered, with FTE and without a group",
            staffed_alike(1.0),
            &[
                ALL_ECONOMY,
                ALL_PAYROLL,
                "Billedet er kommunens eget og er ikke sammenlignet med andre kommuner.",
            ],
        ),
        says(
            certainty,
            "nothing is answered",
            of([blank(Economy)]),
            &["Der er ingen svar endnu, så der er ingen tal at vurdere."],
        ),
        says(
            certainty,
            "areas of all kinds beside an invented group",
            beside(mixed(), Invented, Some(40)),
            &[
                "I økonomi og regnskab er 74 % af de relevante aktiviteter besvaret.",
                "I løn og personale er under 1 % af de relevante aktiviteter besvaret.",
                "16 områder er ikke besvaret.",
                "Området »Budgetlægning« er foreløbigt, for under 60 % af aktiviteterne er besvaret.",
                "4 områder bygger på et samlet skøn for hvert område.",
                NO_FTE,
                "Kommunerne i den valgte gruppe er opfundet, så billedet er kommunens eget.",
            ],
        ),
        says(
            certainty,
            "a few areas are named",
            of([estimates]),
            &[
                "I økonomi og regnskab er ingen aktiviteter besvaret hver for sig.",
                "Områderne »Budgetopfølgning« og »Regnskabsaflæggelse« er foreløbige, for under 60 % af aktiviteterne er besvaret.",
                "Området »Budgetlægning« bygger på et samlet skøn.",
                NO_FTE,
                "Billedet er kommunens eget og er ikke sammenlignet med andre kommuner.",
            ],
        ),
    ]
}

fn group_cases() -> Vec<Case> {
    let beside = |n| beside(staffed_alike(1.0), Finding, n);
    let all = |size: &'static str| [ALL_ECONOMY, ALL_PAYROLL, REAL, size, CIRCUMSTANCES];
    let sized = |name, n, size| says(certainty, name, beside(n), &all(size));
    let mut parted = beside(Some(40));
    parted.domains[0].digitalisation_n = Some(7);
    parted.domains[1].organisation_n = Some(12);
    parted.domains[1].digitalisation_n = Some(12);
    vec![
        sized("a group of forty", Some(40), "Gruppen er på 40 kommuner."),
        sized("a group of ten", Some(10), "Gruppen er på 10 kommuner."),
        sized(
            "a group of nine",
            Some(9),
            "Gruppen er på 9 kommuner, så gennemsnittet er usikkert.",
        ),
        sized(
            "a group of four",
            Some(4),
            "Gruppen er kun på 4 kommuner, så én af dem kan flytte gennemsnittet meget.",
        ),
        sized(
            "a group of one",
            Some(1),
            "Gruppen er kun én kommune, så gennemsnittet er dens egne tal.",
        ),
        sized(
            "a group of nobody",
            Some(0),
            "Gruppen er tom, så der er intet at sammenligne med.",
        ),
        sized(
            "a group of unknown size",
            None,
            "Det er ikke oplyst, hvor mange kommuner gruppen består af.",
        ),
        says(
            certainty,
            "groups of their own for the digital degrees",
            parted,
            &[
                ALL_ECONOMY,
                ALL_PAYROLL,
                REAL,
                "Gruppen for organisering i økonomi og regnskab er på 40 kommuner.",
                "Gruppen for digitalisering i økonomi og regnskab er på 7 kommuner, så gennemsnittet er usikkert.",
                "Gruppen i løn og personale er på 12 kommuner.",
                CIRCUMSTANCES,
            ],
        ),
        says(
            certainty,
            "beside KLK's means",
            super::tests::beside(staffed_alike(1.0), Orientation, None),
            &[
                ALL_ECONOMY,
                ALL_PAYROLL,
                ORIENTATION,
                "Det er ikke oplyst, hvor mange kommuner gruppen består af.",
                CIRCUMSTANCES,
            ],
        ),
        says(
            certainty,
            "the example beside invented municipalities",
            super::tests::beside(staffed_alike(1.0), Demonstration, Some(40)),
            &[
                "Kommunen og dens svar er et opfundet eksempel.",
                ALL_ECONOMY,
                ALL_PAYROLL,
                "Også kommunerne i gruppen er opfundet.",
                "Gruppen er på 40 opfundne kommuner.",
                CIRCUMSTANCES,
            ],
        ),
    ]
}

fn message_cases() -> Vec<Case> {
    let of_all = |evidence, n| beside(both(), evidence, n);
    let mut parted = of_all(Finding, Some(40));
    parted.domains[0].digitalisation_n = Some(7);
    let mut estimates = stating(blank(Economy), State::Estimated, &["E01"]);
    estimates.coverage.answered = 0;
    let message = |name, facts, expected| heads(certainty_message, name, facts, expected);
    vec![
        message(
            "forty municipalities, in one message",
            of_all(Finding, Some(40)),
            "Alle 300 aktiviteter er besvaret, og gruppen er på 40 kommuner",
        ),
        message(
            "one municipality, in one message",
            of_all(Finding, Some(1)),
            "Alle 300 aktiviteter er besvaret, og gruppen er på én kommune",
        ),
        message(
            "groups of several sizes, in one message",
            parted,
            "Alle 300 aktiviteter er besvaret, og den mindste gruppe er på 7",
        ),
        message(
            "a group of unknown size, in one message",
            of_all(Finding, None),
            "Alle 300 aktiviteter er besvaret, og gruppens størrelse er ukendt",
        ),
        message(
            "orientation, in one message",
            of_all(Orientation, None),
            "Alle 300 aktiviteter er besvaret, og sammenligningen er til orientering",
        ),
        message(
            "an invented group, in one message",
            of_all(Invented, Some(40)),
            "Alle 300 aktiviteter er besvaret, og gruppen er opfundet",
        ),
        message(
            "the example, in one message",
            of_all(Demonstration, Some(40)),
            "Alle 300 aktiviteter er besvaret, og kommunen og gruppen er opfundet",
        ),
        message(
            "one area and no group, in one message",
            one_area(),
            "9 af 300 aktiviteter er besvaret, og der er ingen gruppe",
        ),
        message(
            "estimates only, in one message",
            of([estimates]),
            "Billedet bygger på skøn, og der er ingen gruppe",
        ),
        message(
            "nothing is answered, in one message",
            of([blank(Payroll)]),
            "Der er ingen svar at vurdere endnu",
        ),
    ]
}

#[test]
fn the_certainty_is_told_as_each_situation_asks() {
    check(&cases());
}
