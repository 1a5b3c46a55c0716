//! The chart of a domain: own scores beside the means of the group.

use leptos::prelude::*;

use crate::charts::Request;
use crate::charts::positions::{Panel, Positions};
use crate::components::chart::Chart;
use crate::components::erased::view;
use crate::components::numbers::dimension_title;
use crate::domain::catalogue;
use crate::domain::ids::Domain;
use crate::domain::rating::Dimension;
use crate::peers::Kind;
use crate::state::{App, Loaded, app};

use super::dataset::badge;

/// Own scores beside the group's means, for the chart.
fn positions(app: App, domain: Domain) -> Option<Request> {
    let group = match app.summary().get() {
        Loaded::Ready(summary) => summary.label.title.clone(),
        Loaded::Waiting | Loaded::Failed(_) => return None,
    };
    let own = app
        .with(|one| one.municipality.as_ref().map(|one| one.name.clone()))
        .unwrap_or_else(|| "Jeres kommune".to_owned());
    let comparison = app.comparison().get()?;
    let deviations = comparison.domain(domain)?;
    let scores = app.scorecard().get();
    let scores = scores.domain(domain)?;
    let panel = |dimension: Dimension| Panel {
        title: dimension_title(dimension).to_owned(),
        max: f64::from(dimension.max()),
        own: scores
            .areas
            .iter()
            .map(|area| area.score(dimension))
            .collect(),
        group: deviations
            .areas
            .iter()
            .map(|area| area.group.get(dimension).map(|statistic| statistic.mean))
            .collect(),
    };
    Some(Request::Positions(Positions {
        own,
        group,
        panels: Dimension::ALL.map(panel).into(),
        areas: scores
            .areas
            .iter()
            .filter_map(|area| catalogue::area(area.area))
            .map(|area| shortened(area.title))
            .collect(),
    }))
}

/// An area's title as it fits beside a chart.
fn shortened(title: &str) -> String {
    const LONGEST: usize = 34;
    if title.chars().count() <= LONGEST {
        return title.to_owned();
    }
    let cut: String = title.chars().take(LONGEST).collect();
    let whole = cut.rfind(' ').map_or(cut.as_str(), |at| &cut[..at]);
    format!("{} …", whole.trim_end_matches([',', '(']))
}

#[component]
pub(super) fn PositionsChart(domain: Domain, kind: Kind) -> impl IntoView {
    let app = app();
    let id = match domain {
        Domain::Economy => "chart-economy",
        Domain::Payroll => "chart-payroll",
    };
    let title = format!(
        "{}: egne tal og gruppens gennemsnit",
        catalogue::domain_title(domain)
    );
    view! {
        <Chart
            id
            title=title.clone()
            label=format!("{title}. Afvigelserne står i tabellen ovenfor.")
            request=Signal::derive(move || positions(app, domain))
        >
            {badge(kind)}
        </Chart>
    }
}
