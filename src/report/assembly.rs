//! The report put together: front page, label, the chosen parts.

use crate::danish::format_day;
use crate::document::tables::Source;
use crate::domain::decisions::{Decisions, ReportChoice};
use crate::peers::comparison::Evidence;
use crate::picture::dataset;
use crate::route::Route;

use super::content::{Report, Section};
use super::facts::Facts;
use super::part::Part;
use super::parts::{Given, pieces};

/// What the report is called.
pub(super) const TITLE: &str = "Administrationens organisering og digitalisering";

/// Whether a part is in the report.
pub(super) fn is_in(part: Part, choice: &ReportChoice) -> bool {
    choice
        .parts
        .get(part.key())
        .copied()
        .unwrap_or_else(|| part.is_usual())
}

/// Puts the report together. `now` is an RFC 3339 time.
#[must_use]
pub(super) fn report(source: &Source<'_>, decisions: &Decisions, now: &str) -> Report {
    let facts = Facts::of(source, decisions);
    let given = Given {
        source,
        decisions,
        facts: &facts,
        now,
    };
    let choice = &decisions.report;
    let sections = Part::ALL
        .into_iter()
        .filter(|&part| is_in(part, choice))
        .zip(1..)
        .map(|(part, number)| Section {
            part,
            title: format!("{number}. {}", part.title()),
            comment: choice.comments.get(part.key()).cloned().unwrap_or_default(),
            pieces: pieces(part, &given),
        });
    Report {
        title: TITLE.to_owned(),
        subtitle: subtitle(source),
        facts: front(source, now),
        label: label(source),
        introduction: choice.introduction.clone().unwrap_or_default(),
        sections: sections.collect(),
    }
}

/// Whose it is, and of which year.
pub(super) fn subtitle(source: &Source<'_>) -> String {
    let year = source.round.year;
    match &source.assessment.municipality {
        Some(one) if one.code.is_some() => format!("{} Kommune, {year}", one.name),
        Some(one) => format!("{}, {year}", one.name),
        None => format!("Besvarelse for {year}"),
    }
}

pub(super) fn front(source: &Source<'_>, now: &str) -> Vec<(String, String)> {
    let mut facts = Vec::new();
    let mut add = |term: &str, text: String| facts.push((term.to_owned(), text));
    add("Runde", source.round.year.to_string());
    add("Dato", format_day(now));
    let coverage = source.scorecard.coverage();
    add(
        "Besvaret",
        format!(
            "{} af {} relevante aktiviteter",
            coverage.answered, coverage.relevant
        ),
    );
    add(
        "Sammenlignet med",
        source.group.map_or_else(
            || "ingen".to_owned(),
            |group| group.summary.label.title.clone(),
        ),
    );
    facts.extend(
        dataset::facts(source)
            .into_iter()
            .filter(|(term, _)| term.starts_with("Gruppe")),
    );
    facts
}

/// What stands at the edge of every sheet: whose it is, and what its numbers are worth.
pub(super) fn running(source: &Source<'_>) -> String {
    match label(source).as_str() {
        "" => subtitle(source),
        label => format!("{} · {label}", subtitle(source)),
    }
}

/// The same of a sheet on which nothing stands beside a group.
pub(super) fn running_alone(source: &Source<'_>) -> String {
    let alone = Source {
        group: None,
        ..*source
    };
    running(&alone)
}

/// The window's title on a page about a municipality's round.
pub(super) fn window_title(source: &Source<'_>, page: Route) -> String {
    format!("{} – {} – Kommunebenchmark", subtitle(source), page.title())
}

/// What every page says of the numbers; empty where they are what they seem.
pub(super) fn label(source: &Source<'_>) -> String {
    let example = source.assessment.example;
    let evidence = source.group.map(|group| group.comparison.evidence);
    match (evidence, example) {
        (Some(Evidence::Orientation), false) => {
            "Orientering: sammenlignet med KLK 2017, målt med et andet katalog"
        }
        (Some(Evidence::Orientation), true) => {
            "Opfundet eksempel, sammenlignet med KLK 2017 til orientering"
        }
        (Some(Evidence::Invented), _) => "Modeldata: sammenligningsgruppen er opfundet",
        (Some(Evidence::Demonstration), _) => "Modeldata: både kommunen og gruppen er opfundet",
        (Some(Evidence::Finding) | None, true) => "Opfundet eksempel",
        (Some(Evidence::Finding) | None, false) => "",
    }
    .to_owned()
}
