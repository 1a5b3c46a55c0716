//! Ressourcer: FTE by level, beside the group, beside organisation and digitalisation, with the
//! quality that goes with them; and what differences could be worth, where the user asks for it.

use crate::charts::relation::{self, Relation};
use crate::charts::strips::{Panel, Strip, Strips};
use crate::charts::{AreaName, Request, specification};
use crate::danish::format_number;
use crate::document::tables::resources_beside::{compared, potentials, rate_title};
use crate::document::tables::survey_2017;
use crate::document::tables::{self, Kind, Source};
use crate::domain::catalogue;
use crate::domain::rating::Dimension;
use crate::peers::relation::{Point, digitalisation};
use crate::peers::resources::DomainResources;
use crate::peers::survey::survey;
use crate::route::Route;
use crate::scoring::DomainScore;
use crate::scoring::indicators::indicators;

use super::{Drawn, Page, dataset, figures, words};

/// Kr. a year for one FTE where the municipality gives none: the only figure of the sources,
/// 3.5 mio. kr. for 9 FTE (004 page 17; 002 slide 39).
const KR_PER_FTE: f64 = 389_000.0;
/// Where that figure comes from.
const KR_SOURCE: &str = "Ringkøbing-Skjern 2017: 3,5 mio. kr. for 9 årsværk";

pub(crate) fn write(page: &mut Page<'_>, potential: bool, areas: bool) {
    dataset::write(page);
    let source = page.source;
    if source.round.staff.is_empty() {
        page.markup(&format!(
            "<div class=\"empty\"><h2>Her kommer jeres ressourcer</h2><p>Udfyld bemandingen, så vises årsværkene på områder og niveauer.</p><div class=\"buttons\"><a class=\"button button-primary\" href=\"{}\">Gå til bemandingen</a></div></div>",
            Route::Staff.href()
        ));
        return;
    }
    page.heading("Jeres ressourcer ved siden af gruppens");
    for domain in compared(source) {
        strips(page, &domain);
    }
    page.beside();
    page.table(&tables::table(Kind::ResourcesBeside, source), true);
    if potential {
        write_potential(page);
    }
    page.heading("Organisering, digitalisering og årsværk");
    page.paragraph(
        "KLK holder organisering og digitalisering op mod ressourcerne. Hver prik er en kommune. At to ting følges ad, viser ikke, at den ene er årsag til den anden.",
    );
    for score in &source.scorecard.domains {
        relations(page, score, areas);
    }
    page.heading("Kvalitet");
    page.paragraph("Få årsværk er kun en gevinst, hvis kvaliteten følger med.");
    let own = indicators(source.round, source.scorecard);
    page.table(&survey_2017::quality(&survey(), &own), false);
    page.heading("Årsværk på niveauer");
    page.table(&tables::table(Kind::Resources, source), false);
}

fn write_potential(page: &mut Page<'_>) {
    let source = page.source;
    let own = source.round.profile.operation.fte_cost.map(f64::from);
    let kr = own.unwrap_or(KR_PER_FTE);
    page.heading("Regneeksempel: hvad en forskel kan svare til");
    let from = if own.is_some() {
        "jeres tal fra siden Kommune".to_owned()
    } else {
        format!("{KR_SOURCE}; skriv jeres eget på siden Kommune")
    };
    page.paragraph(&format!(
        "Et årsværk er regnet til {} kr. om året ({from}).",
        format_number(kr, 0)
    ));
    page.beside();
    page.table(&potentials(source, kr), true);
}

/// The rates of a domain and its areas.
fn strips(page: &mut Page<'_>, domain: &DomainResources) {
    let source = page.source;
    let Some(group) = source.group else { return };
    let own = domain.total.rate;
    let mean = domain.total.group.as_ref().map(|one| one.mean);
    let title = words::resources(domain.domain, own, mean, group.comparison.evidence);
    let rows = domain.areas.iter().map(|area| Strip {
        own: area.resources.rate,
        own_range: None,
        spread: figures::drawing(area.resources.group.as_ref()),
    });
    let areas = domain.areas.iter().map(|area| AreaName {
        title: words::area_title(area.area).to_owned(),
        href: Some(Route::OverviewArea(area.area).href()),
    });
    let data = Strips {
        own: figures::own_name(source),
        group: figures::group_name(source),
        areas: areas.collect(),
        panels: vec![Panel {
            title: format!("Årsværk {}", rate_title(domain.domain)),
            max: None,
            decimals: 2,
            rows: rows.collect(),
        }],
    };
    page.figure(Drawn {
        id: figures::id("ressourcer", domain.domain),
        title,
        summary: "Årsværk på hvert område i forhold til kommunens størrelse, med gruppens fordeling. Tallene står i tabellen nedenfor.".to_owned(),
        specification: specification(&Request::Strips(data)),
        beside: true,
        table: None,
    });
}

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
fn relations(page: &mut Page<'_>, score: &DomainScore, by_area: bool) {
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
