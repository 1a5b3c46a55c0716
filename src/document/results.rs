//! Scores and deviations as JSON, for other programs: the output of `kommunebenchmark-cli score`.
//!
//! The shape is published as `public/schema/scores.schema.json`. Numbers are unrounded; null
//! where there is none.

use serde::Serialize;

use crate::domain::catalogue;
use crate::domain::ids::{AreaId, Domain};
use crate::domain::rating::{Dimension, PerDimension};
use crate::peers::comparison::{AreaDeviation, Comparison, DomainDeviation};
use crate::peers::dataset::Kind;
use crate::peers::summary::{Statistic, Summary};
use crate::scoring::{AreaScore, DomainScore, Scorecard};

/// The whole output.
#[derive(Debug, Serialize)]
pub struct Results {
    catalogue: &'static str,
    peers: Peers,
    domains: Vec<DomainResults>,
}

#[derive(Debug, Serialize)]
struct Peers {
    title: String,
    version: String,
    kind: Kind,
    n: Option<u32>,
}

#[derive(Debug, Serialize)]
struct DomainResults {
    id: Domain,
    areas: Vec<AreaResults>,
    total: Values,
}

#[derive(Debug, Serialize)]
struct AreaResults {
    id: AreaId,
    #[serde(flatten)]
    values: Values,
}

#[derive(Debug, Serialize)]
struct Values {
    centralisation: Option<f64>,
    process: Option<f64>,
    solution: Option<f64>,
    coverage: Option<f64>,
    fte: Option<f64>,
    deviation: Deviation,
}

#[derive(Debug, Serialize)]
struct Deviation {
    centralisation: Option<f64>,
    process: Option<f64>,
    solution: Option<f64>,
    n: Option<u32>,
}

impl Deviation {
    fn of(deviation: PerDimension<Option<f64>>, group: &PerDimension<Option<Statistic>>) -> Self {
        Self {
            centralisation: deviation.centralisation,
            process: deviation.process,
            solution: deviation.solution,
            n: Dimension::ALL
                .into_iter()
                .filter_map(|dimension| group.get(dimension).as_ref()?.n)
                .min(),
        }
    }
}

/// Puts scores and comparison together.
#[must_use]
pub fn results(scorecard: &Scorecard, summary: &Summary, comparison: &Comparison) -> Results {
    let domain = |(score, deviation): (&DomainScore, &DomainDeviation)| DomainResults {
        id: score.domain,
        areas: score
            .areas
            .iter()
            .zip(&deviation.areas)
            .map(area_results)
            .collect(),
        total: Values {
            centralisation: score.total.centralisation,
            process: score.total.process,
            solution: score.total.solution,
            coverage: score.coverage.share(),
            fte: score.fte,
            deviation: Deviation::of(deviation.total.deviation, &deviation.total.group),
        },
    };
    Results {
        catalogue: catalogue::VERSION,
        peers: Peers {
            title: summary.label.title.clone(),
            version: summary.label.edition.clone(),
            kind: summary.label.kind,
            n: summary.n,
        },
        domains: scorecard
            .domains
            .iter()
            .zip(&comparison.domains)
            .map(domain)
            .collect(),
    }
}

fn area_results((score, deviation): (&AreaScore, &AreaDeviation)) -> AreaResults {
    AreaResults {
        id: score.area,
        values: Values {
            centralisation: score.score(Dimension::Centralisation),
            process: score.score(Dimension::Process),
            solution: score.score(Dimension::Solution),
            coverage: score.coverage.share(),
            fte: score.fte,
            deviation: Deviation::of(deviation.beside.deviation, &deviation.beside.group),
        },
    }
}
