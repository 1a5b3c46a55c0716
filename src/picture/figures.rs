//! From scores and groups to the data of charts.

use crate::charts::picture::{Mark, Picture};
use crate::charts::strips::{self, Spread as Drawing, Strip};
use crate::charts::{AreaName, deviations};
use crate::danish::lower;
use crate::document::tables::Source;
use crate::domain::rating::Dimension;
use crate::peers::comparison::DomainDeviation;
use crate::peers::distribution::Spread;
use crate::peers::relation::digitalisation;
use crate::peers::summary::Statistic;
use crate::route::Route;
use crate::scoring::DomainScore;

use super::words::area_title;

/// The name of the own municipality.
pub(crate) fn own_name(source: &Source<'_>) -> String {
    let name = source.assessment.municipality.as_ref();
    name.map_or_else(|| "Jeres kommune".to_owned(), |one| one.name.clone())
}

/// The name of the group in legends.
pub(crate) fn group_name(source: &Source<'_>) -> String {
    source
        .group
        .map_or_else(String::new, |group| group.summary.label.title.clone())
}

/// The areas of a domain beside a chart.
pub(crate) fn area_names(score: &DomainScore) -> Vec<AreaName> {
    let name = |area: &crate::scoring::AreaScore| AreaName {
        title: area_title(area.area).to_owned(),
        href: Some(Route::OverviewArea(area.area).href()),
    };
    score.areas.iter().map(name).collect()
}

/// The areas in centralisation and digitalisation; the group's means beside them, where a group is
/// asked for.
pub(crate) fn marks(
    source: &Source<'_>,
    score: &DomainScore,
    beside: Option<&DomainDeviation>,
) -> Picture {
    let own = score.areas.iter().filter_map(|area| {
        let y = digitalisation(
            area.score(Dimension::Process),
            area.score(Dimension::Solution),
        )?;
        Some(Mark {
            label: area.area.to_string(),
            title: area_title(area.area).to_owned(),
            x: area.score(Dimension::Centralisation)?,
            y,
            fte: area.fte,
            href: Some(Route::OverviewArea(area.area).href()),
        })
    });
    let group = beside.into_iter().flat_map(|beside| &beside.areas);
    let group = group.filter_map(|area| {
        let mean = |dimension| {
            area.beside
                .group
                .get(dimension)
                .as_ref()
                .map(|one| one.mean)
        };
        Some(Mark {
            label: area.area.to_string(),
            title: area_title(area.area).to_owned(),
            x: mean(Dimension::Centralisation)?,
            y: digitalisation(mean(Dimension::Process), mean(Dimension::Solution))?,
            fte: None,
            href: Some(Route::OverviewArea(area.area).href()),
        })
    });
    Picture {
        own: own_name(source),
        marks: own.collect(),
        group: group.collect(),
        group_name: group_name(source),
    }
}

/// The deviations of a domain as bars.
pub(crate) fn bars(score: &DomainScore, deviation: &DomainDeviation) -> deviations::Deviations {
    let panel = |dimension: Dimension| deviations::Panel {
        title: dimension.title().to_owned(),
        max: f64::from(dimension.max()),
        values: deviation
            .areas
            .iter()
            .map(|area| *area.beside.deviation.get(dimension))
            .collect(),
    };
    deviations::Deviations {
        areas: area_names(score),
        panels: Dimension::ALL.map(panel).into(),
    }
}

/// How a chart draws a statistic.
pub(crate) fn drawing(statistic: Option<&Statistic>) -> Option<Drawing> {
    let statistic = statistic?;
    Some(match statistic.spread() {
        None => Drawing::Mean(statistic.mean),
        Some(Spread::Values { values, median }) => Drawing::Dots { values, median },
        Some(Spread::Range {
            smallest,
            median,
            largest,
        }) => Drawing::Range {
            smallest,
            median,
            largest,
        },
        Some(Spread::Quartiles(all)) => Drawing::Quartiles {
            smallest: all.smallest,
            lower: all.lower_quartile,
            median: all.median,
            upper: all.upper_quartile,
            largest: all.largest,
        },
    })
}

/// Where the own scores of a domain lie in the group.
pub(crate) fn strips(
    source: &Source<'_>,
    score: &DomainScore,
    deviation: &DomainDeviation,
) -> strips::Strips {
    let panel = |dimension: Dimension| strips::Panel {
        title: dimension.title().to_owned(),
        max: Some(f64::from(dimension.max())),
        decimals: 1,
        rows: score
            .areas
            .iter()
            .zip(&deviation.areas)
            .map(|(area, other)| Strip {
                own: area.score(dimension),
                own_range: area
                    .bounds(dimension)
                    .filter(|(low, high)| area.score(dimension).is_some() && high - low > 1e-9),
                spread: drawing(other.beside.group.get(dimension).as_ref()),
            })
            .collect(),
    };
    strips::Strips {
        own: own_name(source),
        group: group_name(source),
        areas: area_names(score),
        panels: Dimension::ALL.map(panel).into(),
    }
}

/// An id of a chart: what it is and of which domain.
pub(crate) fn id(what: &str, domain: crate::domain::ids::Domain) -> String {
    format!("{what}-{}", lower(&domain.to_string()))
}
