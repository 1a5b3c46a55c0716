//! `peers inspect`: what a dataset is and holds, as plain text.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use kommunebenchmark::danish::format_number;
use kommunebenchmark::domain::catalogue;
use kommunebenchmark::domain::ids::Domain;
use kommunebenchmark::domain::rating::Dimension;
use kommunebenchmark::peers::Dataset;
use kommunebenchmark::peers::dataset::Peer;
use kommunebenchmark::peers::distribution::distribution;

pub fn text(dataset: &Dataset) -> String {
    let label = &dataset.label;
    let kind = serde_json::to_value(label.kind).unwrap_or_default();
    let n = label
        .n
        .map_or_else(|| "unknown".to_owned(), |n| n.to_string());
    let mut text = format!(
        "{} ({})\nkind {}, edition {}, year {}, n {n}\nsource: {}\ninstrument: {}\n",
        label.title,
        label.id,
        kind.as_str().unwrap_or_default(),
        label.edition,
        label.year,
        label.source,
        label.instrument
    );
    for paragraph in &label.method {
        let _ = writeln!(text, "{paragraph}");
    }
    if dataset.municipalities.is_empty() {
        means(dataset, &mut text);
    } else {
        classes(dataset, &mut text);
        areas(dataset, &mut text);
        suppressed(dataset, &mut text);
    }
    text
}

fn means(dataset: &Dataset, text: &mut String) {
    let _ = writeln!(
        text,
        "\n{:<6}{:>8}{:>8}{:>8}",
        "mean", "centr", "proc", "soln"
    );
    for (area, means) in &dataset.means {
        let _ = write!(text, "{:<6}", area.to_string());
        for dimension in Dimension::ALL {
            let _ = write!(text, "{:>8}", format_number(*means.get(dimension), 2));
        }
        text.push('\n');
    }
}

type ClassOf = fn(&Peer) -> Option<&String>;

/// The classes of anonymous municipalities and the systems and groups of all.
const CLASSES: [(&str, ClassOf); 5] = [
    ("population class", |peer| peer.population_class.as_ref()),
    ("group", |peer| peer.group.as_ref()),
    ("economy system", |peer| peer.economy_system.as_ref()),
    ("payroll system", |peer| peer.payroll_system.as_ref()),
    ("employees class", |peer| peer.employees_class.as_ref()),
];

fn classes(dataset: &Dataset, text: &mut String) {
    for (name, of) in CLASSES {
        let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
        for peer in &dataset.municipalities {
            *counts
                .entry(of(peer).map_or("–", String::as_str))
                .or_default() += 1;
        }
        let _ = writeln!(text, "\n{name}");
        for (value, n) in counts {
            let _ = writeln!(text, "{n:>8}  {value}");
        }
    }
}

fn areas(dataset: &Dataset, text: &mut String) {
    let _ = writeln!(
        text,
        "\n{:<6}{:<16}{:>6}{:>9}{:>9}{:>9}{:>9}",
        "area", "", "n", "mean", "25 %", "median", "75 %"
    );
    let mut line = |area: &str, name: &str, values: &[Option<f64>]| {
        if let Some(one) = distribution(values) {
            let _ = write!(text, "{area:<6}{name:<16}{:>6}", one.n);
            for value in [one.mean, one.lower_quartile, one.median, one.upper_quartile] {
                let _ = write!(text, "{:>9}", format_number(value, 2));
            }
            text.push('\n');
        }
    };
    for area in &catalogue::AREAS {
        let id = area.id.to_string();
        for (name, dimension) in ["centralisation", "process", "solution"]
            .into_iter()
            .zip(Dimension::ALL)
        {
            line(&id, name, &dataset.area_scores(area.id, dimension));
        }
        if let Some(values) = dataset.fte.get(&area.id) {
            line(&id, "FTE", values);
        }
        if let Some(values) = dataset.rates.get(&area.id) {
            line(&id, unit(area.id.domain), values);
        }
    }
    for domain in Domain::ALL {
        let id = domain.to_string();
        if let Some(values) = dataset.fte_totals.get(&domain) {
            line(&id, "FTE", values);
        }
        if let Some(values) = dataset.rate_totals.get(&domain) {
            line(&id, unit(domain), values);
        }
    }
}

/// What FTE are measured by where the size is not told.
const fn unit(domain: Domain) -> &'static str {
    match domain {
        Domain::Economy => "FTE/10,000 inh.",
        Domain::Payroll => "FTE/1,000 empl.",
    }
}

fn suppressed(dataset: &Dataset, text: &mut String) {
    let without: Vec<String> = catalogue::AREAS
        .iter()
        .filter(|area| {
            let scores = dataset.area_scores(area.id, Dimension::Centralisation);
            scores.iter().all(Option::is_none)
        })
        .map(|area| area.id.to_string())
        .collect();
    let areas = if without.is_empty() {
        "none".to_owned()
    } else {
        without.join(" ")
    };
    let histograms = || {
        dataset.histograms.values().flat_map(|of_activity| {
            Dimension::ALL.map(|dimension| of_activity.get(dimension).as_ref())
        })
    };
    let bars = || histograms().flatten().flat_map(|one| &one.bars);
    let _ = writeln!(
        text,
        "\nareas without scores: {areas}\nhistograms: {} of {} activities; bars shown {}, not shown {}",
        dataset.histograms.len(),
        catalogue::activities().count(),
        bars().flatten().count(),
        bars().filter(|bar| bar.is_none()).count()
    );
}
