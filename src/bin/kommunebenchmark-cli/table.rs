//! Results as plain text tables, with the words of the app.

use std::fmt::Write as _;

use kommunebenchmark::danish::{format_number, format_signed};
use kommunebenchmark::domain::catalogue;
use kommunebenchmark::domain::catalogue::texts::AreaTexts;
use kommunebenchmark::domain::rating::{Dimension, PerDimension};
use kommunebenchmark::peers::Comparison;
use kommunebenchmark::peers::comparison::Evidence;
use kommunebenchmark::peers::summary::Summary;
use kommunebenchmark::scoring::{Coverage, Scorecard};

fn cell(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format_number(value, 1))
}

fn signed(value: Option<f64>) -> String {
    value.map_or_else(|| "–".to_owned(), |value| format_signed(value, 1))
}

/// Whole percent, rounded down so that 100 % means all.
fn percent(coverage: Coverage) -> String {
    coverage.share().map_or_else(
        || "–".to_owned(),
        |_| format!("{} %", coverage.answered * 100 / coverage.relevant),
    )
}

/// What the deviations are worth.
const fn caution(evidence: Evidence) -> &'static str {
    match evidence {
        Evidence::Finding => "Kommunerne er målt med samme skema.",
        Evidence::Orientation => {
            "Orientering: målt med et andet katalog; ingen rang, intet potentiale."
        }
        Evidence::Demonstration => "Modeldata: både kommunen og gruppen er opfundet.",
        Evidence::Invented => {
            "Modeldata: gruppen er opfundet; afvigelserne siger intet om kommunen."
        }
    }
}

fn line(
    text: &mut String,
    title: &str,
    scores: &PerDimension<Option<f64>>,
    deviations: &PerDimension<Option<f64>>,
    coverage: Coverage,
) {
    let title: String = title.chars().take(46).collect();
    let _ = write!(text, "{title:<46}");
    for dimension in Dimension::ALL {
        let _ = write!(text, "{:>6}", cell(*scores.get(dimension)));
    }
    for dimension in Dimension::ALL {
        let _ = write!(text, "{:>7}", signed(*deviations.get(dimension)));
    }
    let _ = writeln!(text, "{:>8}", percent(coverage));
}

/// Scores and deviations per domain: centralisation, process and solution, then the deviations.
pub fn scores(scorecard: &Scorecard, summary: &Summary, comparison: &Comparison) -> String {
    let n = summary
        .n
        .map_or_else(|| "n ukendt".to_owned(), |n| format!("n = {n}"));
    let mut text = format!(
        "Sammenlignet med: {} ({n})\n{}\n",
        summary.label.title,
        caution(comparison.evidence)
    );
    for (score, deviation) in scorecard.domains.iter().zip(&comparison.domains) {
        let title = catalogue::domain_title(score.domain);
        let _ = writeln!(
            text,
            "\n{title:<46}{:>6}{:>6}{:>6}{:>7}{:>7}{:>7}{:>8}",
            "Centr", "Proc", "Løsn", "±Centr", "±Proc", "±Løsn", "Besv"
        );
        for (area, difference) in score.areas.iter().zip(&deviation.areas) {
            let own = PerDimension::from_fn(|dimension| area.score(dimension));
            let name = catalogue::area(area.area).map_or("", |area| area.title);
            line(
                &mut text,
                name,
                &own,
                &difference.beside.deviation,
                area.coverage,
            );
        }
        line(
            &mut text,
            "Samlet",
            &score.total,
            &deviation.total.deviation,
            score.coverage,
        );
    }
    text
}

/// Ids and titles of the catalogue.
pub fn catalogue(areas: &[AreaTexts]) -> String {
    let mut text = String::new();
    for area in areas {
        let _ = writeln!(text, "{}    {}", area.id, area.title);
        for activity in &area.activities {
            let _ = writeln!(text, "{} {}", activity.id, activity.title);
        }
    }
    text
}
