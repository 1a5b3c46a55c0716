//! Organisation and digitalisation beside FTE: a point for each municipality of the group.

use crate::charts::relation::{self, Relation};
use crate::charts::{Request, specification};
use crate::document::tables::Source;
use crate::document::tables::resources_beside::rate_title;
use crate::domain::catalogue;
use crate::domain::rating::Dimension;
use crate::peers::relation::{Point, digitalisation};
use crate::picture::{Drawn, Page, figures, words};
use crate::route::Route;
use crate::scoring::DomainScore;

/// The own point of a domain or area.
struct Own {
    centralisation: Option<f64>,
    digitalisation: Option<f64>,
    rate: Option<f64>,
}

fn panel(
    (title, href): (String, Option<String>),
    domain: crate::domain::ids::Domain,
    by: &str,
    points: &[Point],
    own: &Own,
    x: impl Fn(Option<f64>, Option<f64>) -> Option<f64>,
) -> relation::Panel {
    let x_max = if by == "Centraliseringsgrad" {
        3.0
    } else {
        1.0
    };
    let group = points.iter().filter_map(|point| {
        Some(relation::Point {
            x: x(point.centralisation, point.digitalisation)?,
            y: point.rate,
            name: Some(point.name.to_string()),
        })
    });
    let own = x(own.centralisation, own.digitalisation).zip(own.rate);
    relation::Panel {
        title,
        x_title: by.to_owned(),
        x_max,
        y_title: format!("Årsværk {}", rate_title(domain)),
        group: group.collect(),
        own: own.map(|(x, y)| relation::Point { x, y, name: None }),
        href,
    }
}

/// Organisation and digitalisation of a domain beside its resources; then area by area, where that
/// is asked for.
pub(super) fn write(page: &mut Page<'_>, score: &DomainScore, by_area: bool) {
    let source = page.source;
    let Some(group) = source.group else { return };
    let domain = score.domain;
    let title = catalogue::domain_title(domain);
    let points = group.summary.relations.domains.get(&domain);
    let areas = &group.summary.relations.areas;
    let known = points.is_some_and(|points| !points.is_empty())
        || areas
            .iter()
            .any(|(area, points)| area.domain == domain && !points.is_empty());
    if !known {
        page.aside(&format!(
            "{title}: datasættet rummer ikke årsværk for de enkelte kommuner, så der er ingen prikker at vise."
        ));
        return;
    }
    let rate = |fte: Option<f64>| {
        fte.and_then(|fte| crate::peers::resources::rate(source.round, domain, fte))
    };
    let total = Own {
        centralisation: score.total.centralisation,
        digitalisation: digitalisation(score.total.process, score.total.solution),
        rate: rate(score.fte),
    };
    let no_points = Vec::new();
    let points = points.unwrap_or(&no_points);
    let both =
        [("Centraliseringsgrad", true), ("Digitalisering", false)].map(|(by, organisation)| {
            let head = (by.to_owned(), Some(Route::OverviewDomain(domain).href()));
            panel(head, domain, by, points, &total, |level, degree| {
                if organisation { level } else { degree }
            })
        });
    draw(
        page,
        figures::id("sammenhaeng", domain),
        format!("{title}: »Samlet« og årsværk {}", rate_title(domain)),
        both.into(),
        2,
    );
    if by_area {
        for (by, organisation) in [("Centraliseringsgrad", true), ("Digitalisering", false)] {
            area_relations(page, score, by, organisation);
        }
    }
}

/// One small chart for each area of a domain.
fn area_relations(page: &mut Page<'_>, score: &DomainScore, by: &str, organisation: bool) {
    let source = page.source;
    let Some(group) = source.group else { return };
    let domain = score.domain;
    let areas = &group.summary.relations.areas;
    let panels: Vec<relation::Panel> = score
        .areas
        .iter()
        .filter_map(|area| {
            let points = areas.get(&area.area)?;
            let own = Own {
                centralisation: area.score(Dimension::Centralisation),
                digitalisation: digitalisation(
                    area.score(Dimension::Process),
                    area.score(Dimension::Solution),
                ),
                rate: area
                    .fte
                    .and_then(|fte| crate::peers::resources::rate(source.round, domain, fte)),
            };
            let head = (
                words::area_title(area.area).to_owned(),
                Some(Route::OverviewArea(area.area).href()),
            );
            let made = panel(head, domain, by, points, &own, |level, degree| {
                if organisation { level } else { degree }
            });
            (!made.group.is_empty() || made.own.is_some()).then_some(made)
        })
        .collect();
    let what = if organisation {
        "organisering"
    } else {
        "digitalisering"
    };
    let title = catalogue::domain_title(domain);
    draw(
        page,
        figures::id(what, domain),
        format!("{title}: {what} og årsværk, område for område"),
        panels,
        3,
    );
}

fn draw(
    page: &mut Page<'_>,
    id: String,
    title: String,
    panels: Vec<relation::Panel>,
    columns: usize,
) {
    let source: &Source<'_> = page.source;
    let summary = format!(
        "{} med en prik for hver kommune i gruppen og jeres egen fremhævet. De egne tal står i tabellerne ovenfor.",
        words::counted(panels.len(), "felt", "felter")
    );
    let data = Relation {
        own: figures::own_name(source),
        group: figures::group_name(source),
        columns,
        panels,
    };
    let table = relation_table(&data);
    page.figure(Drawn {
        id,
        title,
        summary,
        specification: specification(&Request::Relation(data)),
        beside: true,
        table: Some(&table),
    });
}

/// The numbers of a relation: own point, and how the group lies.
fn relation_table(data: &Relation) -> crate::document::table::Table {
    use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
    let mean = |values: Vec<f64>| Cell::from(crate::scoring::mean(values.into_iter()));
    let rows = data.panels.iter().map(|panel| {
        let own = panel.own.as_ref();
        Row::new(
            RowKind::Ordinary,
            vec![
                Cell::from(panel.title.as_str()),
                Cell::from(panel.x_title.as_str()),
                Cell::from(own.map(|own| own.x)),
                Cell::from(own.map(|own| own.y)),
                mean(panel.group.iter().map(|point| point.x).collect()),
                mean(panel.group.iter().map(|point| point.y).collect()),
                Cell::from(panel.group.len().to_string()),
            ],
        )
    });
    Table {
        title: "Tallene i diagrammet".to_owned(),
        notes: Vec::new(),
        columns: vec![
            Column::new("Felt", Form::Text),
            Column::new("Vandret", Form::Text),
            Column::new("Egen grad", Form::Number(2)),
            Column::new("Egne årsværk", Form::Number(2)),
            Column::new("Gruppens grad, gennemsnit", Form::Number(2)),
            Column::new("Gruppens årsværk, gennemsnit", Form::Number(2)),
            Column::new("Kommuner", Form::Text),
        ],
        rows: rows.collect(),
    }
}
