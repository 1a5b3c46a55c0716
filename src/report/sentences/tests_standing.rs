//! Where the municipality stands, and which proposals fit, situation by situation.

use super::tests::*;
use super::{proposals, proposals_message, standing, standing_message};
use crate::peers::comparison::Evidence;
use crate::report::facts::{Facts, State};
use crate::scoring::Coverage;

const SCALES: &str = "Centraliseringsgraden går fra 0, hvor opgaverne løses på institutionerne, til 3, hvor de er samlet centralt, og de digitale grader går fra 0, hvor arbejdet er manuelt, til 1, hvor det er fuldt digitalt.";
const ECONOMY: &str = "I økonomi og regnskab er centraliseringsgraden samlet 2,7 af 3, digital proces 0,7 af 1 og digital løsning 0,8 af 1.";
const PAYROLL: &str = "I løn og personale er centraliseringsgraden samlet 1,8 af 3, digital proces 0,5 af 1 og digital løsning 0,7 af 1.";
const POINTS: &str = "Årsværkene er et mål for det arbejde, der ikke er samlet eller digitalt, dér hvor forslaget virker; de bestemmer rækkefølgen og er ikke en besparelse.";
const NONE_CHOSEN: &str = "Ingen forslag er sat i handleplanen endnu.";

pub fn cases() -> Vec<Case> {
    let mut all = answered_cases();
    all.extend(partly_cases());
    all.extend(estimate_cases());
    all.extend(proposal_cases());
    all
}

fn answered_cases() -> Vec<Case> {
    let example = Facts {
        example: true,
        ..both()
    };
    let mut few = domain(Economy);
    few.coverage = Coverage {
        answered: 2,
        relevant: 2,
    };
    let mut one = few.clone();
    one.coverage = Coverage {
        answered: 1,
        relevant: 1,
    };
    vec![
        says(
            standing,
            "everything is answered",
            both(),
            &[
                "Alle 300 relevante aktiviteter er besvaret.",
                ECONOMY,
                PAYROLL,
                SCALES,
            ],
        ),
        heads(
            standing_message,
            "everything is answered, in one message",
            both(),
            "Centraliseringsgraden er 2,7 af 3 i økonomi og regnskab og 1,8 i løn og personale",
        ),
        says(
            standing,
            "the example says that it is invented",
            example,
            &[
                "Kommunen og dens svar er et opfundet eksempel.",
                "Alle 300 relevante aktiviteter er besvaret.",
                ECONOMY,
                PAYROLL,
                SCALES,
            ],
        ),
        says(
            standing,
            "one domain only is asked for",
            of([domain(Payroll)]),
            &[
                "Alle 160 relevante aktiviteter er besvaret.",
                PAYROLL,
                SCALES,
            ],
        ),
        heads(
            standing_message,
            "one domain only, in one message",
            of([domain(Payroll)]),
            "Centraliseringsgraden er 1,8 af 3 i løn og personale",
        ),
        says(
            standing,
            "two relevant activities",
            of([few]),
            &["Begge relevante aktiviteter er besvaret.", ECONOMY, SCALES],
        ),
        says(
            standing,
            "one relevant activity",
            of([one]),
            &["Den ene relevante aktivitet er besvaret.", ECONOMY, SCALES],
        ),
    ]
}

/// One area of payroll is answered, and nothing else.
pub fn one_area() -> Facts {
    let mut payroll = stating(blank(Payroll), State::Answered, &["P13"]);
    payroll.coverage.answered = 9;
    payroll.total = domain(Payroll).total;
    of([blank(Economy), payroll])
}

/// Three areas lack answers.
fn provisional() -> Facts {
    let mut economy = stating(domain(Economy), State::Provisional, &["E01", "E02"]);
    economy = stating(economy, State::Unanswered, &["E03"]);
    economy.coverage.answered = 101;
    of([economy, domain(Payroll)])
}

/// Every area of payroll is an estimate.
fn estimated() -> Facts {
    let mut payroll = domain(Payroll);
    payroll.coverage.answered = 0;
    for area in &mut payroll.areas {
        area.state = State::Estimated;
    }
    of([payroll])
}

fn partly_cases() -> Vec<Case> {
    vec![
        says(
            standing,
            "nothing is answered",
            of([blank(Economy), blank(Payroll)]),
            &[
                "Der er ingen svar endnu: Begynd i skemaet med de områder, hvor I har flest årsværk, så bliver billedet til undervejs.",
            ],
        ),
        heads(
            standing_message,
            "nothing is answered, in one message",
            of([blank(Economy), blank(Payroll)]),
            "Skemaet er ikke besvaret endnu",
        ),
        says(
            standing,
            "one area is answered",
            one_area(),
            &[
                "9 af 300 relevante aktiviteter er besvaret.",
                "Økonomi og regnskab er ikke besvaret endnu.",
                "I løn og personale er kun »Refusioner« besvaret, og dér er centraliseringsgraden foreløbigt 1,8 af 3, digital proces 0,5 af 1 og digital løsning 0,7 af 1.",
                SCALES,
            ],
        ),
        heads(
            standing_message,
            "one area is answered, in one message",
            one_area(),
            "Foreløbig centraliseringsgrad: 1,8 af 3 i løn og personale",
        ),
        says(
            standing,
            "some areas are provisional",
            provisional(),
            &[
                "261 af 300 relevante aktiviteter er besvaret.",
                "I økonomi og regnskab er centraliseringsgraden foreløbigt 2,7 af 3, digital proces 0,7 af 1 og digital løsning 0,8 af 1.",
                PAYROLL,
                SCALES,
            ],
        ),
        heads(
            standing_message,
            "some areas are provisional, in one message",
            provisional(),
            "Foreløbig centraliseringsgrad: 2,7 af 3 i økonomi og regnskab og 1,8 i løn og personale",
        ),
    ]
}

fn estimate_cases() -> Vec<Case> {
    let mut digital_only = domain(Economy);
    digital_only.total.centralisation = None;
    digital_only.coverage.answered = 12;
    let mut irrelevant = blank(Payroll);
    irrelevant.coverage.relevant = 0;
    for area in &mut irrelevant.areas {
        area.state = State::NotRelevant;
    }
    vec![
        says(
            standing,
            "everything is a quick estimate",
            estimated(),
            &[
                PAYROLL,
                "Tallene for løn og personale bygger på et samlet skøn for hvert område.",
                SCALES,
            ],
        ),
        says(
            standing,
            "one area, and several, are estimates",
            of([
                stating(domain(Economy), State::Estimated, &["E04"]),
                stating(domain(Payroll), State::Estimated, &["P01", "P02", "P03"]),
            ]),
            &[
                "Alle 300 relevante aktiviteter er besvaret.",
                ECONOMY,
                "Tallene for økonomi og regnskab bygger for »Bogføring, betaling og revision« på et samlet skøn.",
                PAYROLL,
                "Tallene for løn og personale bygger for 3 af 18 områder på et samlet skøn.",
                SCALES,
            ],
        ),
        says(
            standing,
            "nobody says who does it, and a domain is not there",
            of([digital_only.clone(), irrelevant]),
            &[
                "12 af 140 relevante aktiviteter er besvaret.",
                "I økonomi og regnskab er digital proces samlet 0,7 af 1 og digital løsning 0,8 af 1.",
                "Løn og personale er ikke relevant for kommunen.",
                SCALES,
            ],
        ),
        heads(
            standing_message,
            "nobody says who does it, in one message",
            of([digital_only]),
            "12 af 140 relevante aktiviteter er besvaret",
        ),
    ]
}

fn proposal_cases() -> Vec<Case> {
    let economy = proposing(
        domain(Economy),
        &[("M01", 6.24), ("K03", 2.0), ("M10", 1.5), ("M11", 1.0)],
    );
    let one = proposing(domain(Payroll), &[("M13", 1.06)]);
    let mut alike = proposing(domain(Economy), &[("M01", 2.0), ("K03", 2.0)]);
    for proposal in &mut alike.proposals {
        proposal.in_fte = false;
    }
    let mut pinned = economy.clone();
    pinned.proposals[0].placed = true;
    vec![
        says(
            proposals,
            "proposals in both domains, none chosen",
            of([economy.clone(), one.clone()]),
            &[
                "I økonomi og regnskab peger billedet først på »Processtandardisering« (M01; 6,2 årsværk), »Digital understøttelse af budgetopfølgningen« (K03; 2,0 årsværk) og »Automatisering af fakturakontering« (M10; 1,5 årsværk).",
                "I løn og personale peger billedet alene på »Systemintegration ved robotter« (M13; 1,1 årsværk).",
                POINTS,
                NONE_CHOSEN,
            ],
        ),
        heads(
            proposals_message,
            "proposals in both domains, in one message",
            of([economy.clone(), one.clone()]),
            "Billedet peger først på processtandardisering og systemintegration ved robotter",
        ),
        says(
            proposals,
            "no FTE and a tie: no points and no order",
            planning(of([alike]), &["M01"]),
            &[
                "I økonomi og regnskab peger billedet lige meget på »Processtandardisering« (M01) og »Digital understøttelse af budgetopfølgningen« (K03).",
                "Ét forslag er sat i handleplanen: »Processtandardisering« (M01).",
            ],
        ),
        says(
            proposals,
            "the picture points nowhere",
            both(),
            &[
                "I økonomi og regnskab peger billedet ikke på noget forslag.",
                "I løn og personale peger billedet ikke på noget forslag.",
                NONE_CHOSEN,
            ],
        ),
        says(
            proposals,
            "the municipality ordered them itself and chose four",
            planning(of([pinned]), &["M01", "M02", "M10", "K07"]),
            &[
                "I økonomi og regnskab peger billedet først på »Processtandardisering« (M01; 6,2 årsværk), »Digital understøttelse af budgetopfølgningen« (K03; 2,0 årsværk) og »Automatisering af fakturakontering« (M10; 1,5 årsværk).",
                "Rækkefølgen i økonomi og regnskab har kommunen selv ændret.",
                POINTS,
                "4 forslag er sat i handleplanen, blandt andet »Processtandardisering« (M01), »Anvendelse af KPI'er« (M02) og »Automatisering af fakturakontering« (M10).",
            ],
        ),
        says(
            proposals,
            "nothing is answered",
            of([blank(Economy)]),
            &["Forslagene kan først sættes i rækkefølge, når der er svaret i skemaet."],
        ),
        says(
            proposals,
            "the example beside invented municipalities",
            beside(of([one.clone()]), Evidence::Demonstration, Some(40)),
            &[
                "Både kommunen og gruppen er opfundet, så rækkefølgen viser kun, hvad værktøjet kan.",
                "I løn og personale peger billedet alene på »Systemintegration ved robotter« (M13; 1,1 årsværk).",
                POINTS,
                NONE_CHOSEN,
            ],
        ),
        heads(
            proposals_message,
            "two names of some length",
            of([
                proposing(domain(Economy), &[("K03", 1.0)]),
                proposing(domain(Payroll), &[("K01", 1.0)]),
            ]),
            "Forslag: digital understøttelse af budgetopfølgningen og reorganisering af regnskab og løn",
        ),
        heads(
            proposals_message,
            "names that are too long are counted instead",
            of([
                proposing(domain(Economy), &[("M05", 1.0), ("K06", 0.5)]),
                proposing(domain(Payroll), &[("M07", 1.0)]),
            ]),
            "Billedet peger på 2 forslag i økonomi og regnskab og ét forslag i løn og personale",
        ),
    ]
}

#[test]
fn the_standing_and_the_proposals_are_told_as_each_situation_asks() {
    check(&cases());
}
