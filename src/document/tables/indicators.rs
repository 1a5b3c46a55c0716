//! Nøgletal: the five indicators of effective operation, each with what it is made of.

use crate::danish::format_number;
use crate::domain::catalogue;
use crate::domain::ids::Domain;
use crate::peers::summary::Statistic;
use crate::scoring::indicators::{DIGITAL_ENOUGH, DomainIndicators, Indicators, Ratio, indicators};

use super::super::table::{Cell, Column, Form, Row, RowKind, Table};
use super::resources_beside::rate_title;
use super::{NO_ANSWERS, Source};

pub(super) fn table(source: &Source<'_>) -> Table {
    let own = indicators(source.round, source.scorecard);
    let mut rows = of_production(&own);
    for domain in &own.domains {
        rows.push(digital(domain));
    }
    for domain in &own.domains {
        rows.push(procedures(domain));
    }
    for domain in &own.domains {
        rows.push(resources(source, domain));
    }
    let mut notes = vec![source.whose()];
    if !source.has_scores() {
        notes.push(NO_ANSWERS.to_owned());
    }
    notes.push(
            "De fem nøgletal for effektiv drift er KL's (002, dias 67). Kilden trykker kun en grænse for digitaliseringen; spændene for lønsedler og fakturaer er gået tabt og er ikke gættet. Hvad tallene er delt med, er Kommunebenchmarks valg."
                .to_owned(),
    );
    Table {
        title: "Nøgletal".to_owned(),
        notes,
        columns: vec![
            Column::new("Nøgletal", Form::Text),
            Column::new("Jeres tal", Form::Text),
            Column::new("Sådan er det regnet", Form::Text),
            Column::new("Holdt op mod", Form::Text),
            Column::new("Forbehold", Form::Text),
        ],
        rows,
    }
}

fn row(title: String, value: Option<String>, made: String, against: String, mark: &str) -> Row {
    let missing = || Cell::Missing("kan ikke regnes endnu".to_owned());
    Row::new(
        RowKind::Ordinary,
        vec![
            Cell::from(title),
            value.map_or_else(missing, Cell::from),
            Cell::from(made),
            Cell::from(against),
            if mark.is_empty() {
                Cell::Empty
            } else {
                Cell::from(mark)
            },
        ],
    )
}

/// A number, or what is missing.
fn known(number: Option<f64>, decimals: u8, missing: &str) -> String {
    number.map_or_else(
        || format!("[{missing}]"),
        |number| format_number(number, decimals),
    )
}

const LOST: &str = "intet; spændet er gået tabt i kilden";

fn of_production(own: &Indicators) -> Vec<Row> {
    let quotient = |title: &str, ratio: Ratio, count: &str, missing: &str, per: &str| {
        let made = format!(
            "{} {count} / {} {per}",
            known(ratio.count, 0, missing),
            known(ratio.per, 1, "årsværk mangler i bemandingen"),
        );
        let value = ratio.value().map(|value| format_number(value, 0));
        row(title.to_owned(), value, made, LOST.to_owned(), "")
    };
    vec![
        quotient(
            "1. Lønsedler pr. årsværk",
            own.payslips_per_fte,
            "lønsedler om året",
            "antal lønsedler mangler på siden Kommune",
            "årsværk til løn og personale",
        ),
        quotient(
            "2. Fakturaer pr. årsværk",
            own.invoices_per_fte,
            "leverandørfakturaer om året",
            "antal fakturaer mangler på siden Kommune",
            "årsværk til bogføring, betaling og revision",
        ),
    ]
}

fn percent(share: f64) -> String {
    format!("{} %", format_number(share * 100.0, 0))
}

fn named(number: u8, title: &str, domain: Domain) -> String {
    format!("{number}. {title}: {}", catalogue::domain_title(domain))
}

fn digital(one: &DomainIndicators) -> Row {
    let threshold = percent(DIGITAL_ENOUGH);
    let against = match one.is_digital_enough() {
        None => format!("over {threshold}"),
        Some(true) => format!("over {threshold}: nået"),
        Some(false) => format!("over {threshold}: ikke nået"),
    };
    let degree = |value: Option<f64>| {
        value.map_or_else(
            || "[ingen svar]".to_owned(),
            |value| format_number(value * 100.0, 1),
        )
    };
    let made = format!(
        "({} % proces + {} % løsning) / 2, begge som »Samlet«",
        degree(one.process),
        degree(one.solution)
    );
    let value = one
        .digitalisation()
        .map(|share| format!("{} %", format_number(share * 100.0, 1)));
    let mark = if one.provisional && value.is_some() {
        "foreløbig"
    } else {
        ""
    };
    row(
        named(3, "Digitaliseringsgrad på system og proces", one.domain),
        value,
        made,
        against,
        mark,
    )
}

fn procedures(one: &DomainIndicators) -> Row {
    let counts = one.procedures;
    let answered = counts.yes + counts.partly + counts.no;
    let made = format!(
        "{} med forretningsgang / {answered} besvarede; {} delvist, {} uden; spurgt ved {} aktiviteter",
        counts.yes, counts.partly, counts.no, counts.asked
    );
    row(
        named(4, "Processtandardisering", one.domain),
        counts.share().map(percent),
        made,
        "intet; kilden giver ingen grænse".to_owned(),
        "",
    )
}

fn resources(source: &Source<'_>, one: &DomainIndicators) -> Row {
    let (size, missing) = match one.domain {
        Domain::Economy => (
            source.round.profile.population,
            "indbyggertal mangler på siden Kommune",
        ),
        Domain::Payroll => (
            source.round.profile.employees,
            "antal ansatte mangler på siden Kommune",
        ),
    };
    let (times, what) = match one.domain {
        Domain::Economy => ("10.000", "indbyggere"),
        Domain::Payroll => ("1.000", "ansatte"),
    };
    let made = format!(
        "{} årsværk × {times} / {} {what}",
        known(one.fte, 1, "årsværk mangler i bemandingen"),
        known(size.map(f64::from), 0, missing),
    );
    let group: Option<&Statistic> = source
        .group
        .and_then(|group| group.summary.domain_rates.get(&one.domain));
    let against = group.map_or_else(
        || "intet; gruppens årsværk er ikke kendt".to_owned(),
        |group| {
            format!(
                "gennemsnit {} ({}, n = {})",
                format_number(group.mean, 2),
                source.dataset_label(),
                group.values.len()
            )
        },
    );
    row(
        format!(
            "5. Årsværk {}: {}",
            rate_title(one.domain),
            catalogue::domain_title(one.domain)
        ),
        one.rate.map(|rate| format_number(rate, 2)),
        made,
        against,
        "",
    )
}
