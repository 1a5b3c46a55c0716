//! The difference that weighs most in one message, situation by situation.

use super::differences_message;
use super::tests::*;
use super::tests_differences::{SOME, staff};
use crate::peers::comparison::Evidence::{Demonstration, Finding, Orientation};

pub fn cases() -> Vec<Case> {
    let of_some = |evidence, n| differing(beside(staff(), evidence, n), SOME);
    let long = |area| {
        let facts = staffed_alike(1.0);
        differing(
            beside(facts, Finding, Some(40)),
            &[(area, Centralisation, -0.7)],
        )
    };
    let message = |name, facts, expected| heads(differences_message, name, facts, expected);
    vec![
        message(
            "the difference that weighs most, by the share of the scale",
            of_some(Finding, Some(40)),
            "Vejer tungest: digital proces i bogføring, betaling og revision ligger 0,6 over gruppen",
        ),
        message(
            "the largest difference where all weigh alike",
            differing(beside(both(), Finding, Some(10)), SOME),
            "Størst forskel: digital proces i økonomisk sagsfremstilling ligger 0,7 under gruppen",
        ),
        message(
            "two differences weigh the same",
            differing(
                beside(both(), Finding, Some(40)),
                &[("E01", Centralisation, 0.6), ("P01", Process, -0.2)],
            ),
            "Blandt forskellene: centraliseringsgrad i budgetlægning ligger 0,6 over gruppen",
        ),
        message(
            "a group of four",
            differing(beside(both(), Finding, Some(4)), SOME),
            "Blandt kun 4 kommuner: digital proces i økonomisk sagsfremstilling ligger 0,7 under gruppen",
        ),
        message(
            "a group of one",
            differing(beside(both(), Finding, Some(1)), SOME),
            "Over for én kommune: digital proces i økonomisk sagsfremstilling ligger 0,7 under gruppen",
        ),
        message(
            "orientation",
            of_some(Orientation, None),
            "Til orientering: digital proces i bogføring, betaling og revision ligger 0,6 over KLK 2017",
        ),
        message(
            "the example beside invented municipalities",
            of_some(Demonstration, Some(40)),
            "Modeldata: digital proces i bogføring, betaling og revision ligger 0,6 over gruppen",
        ),
        message(
            "a title with a list is shortened",
            long("E10"),
            "Centraliseringsgrad i udvikling af økonomiske strategier m.m. ligger 0,7 under gruppen",
        ),
        message(
            "beside a long title the first words are left out",
            long("P03"),
            "Centraliseringsgrad i ansættelse og oprettelse af medarbejder ligger 0,7 under gruppen",
        ),
    ]
}

#[test]
fn the_message_of_the_differences_is_told_as_each_situation_asks() {
    check(&cases());
}
