//! Ressourcer: FTE by level, beside the group, beside organisation and digitalisation, with the
//! quality that goes with them; and what differences could be worth, where the user asks for it.

mod relations;

use crate::charts::strips::{Panel, Strip, Strips};
use crate::charts::{AreaName, Request, specification};
use crate::danish::format_number;
use crate::document::tables::resources_beside::{
    NO_RATES, compared, has_rates, potentials, rate_title,
};
use crate::document::tables::survey_2017;
use crate::document::tables::{self, Kind};
use crate::peers::resources::DomainResources;
use crate::peers::survey::survey;
use crate::route::Route;
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
    if has_rates(source) {
        beside(page, potential, areas);
    } else {
        alone(page);
    }
    page.heading("Kvalitet");
    page.paragraph("Få årsværk er kun en gevinst, hvis kvaliteten følger med.");
    let own = indicators(source.round, source.scorecard);
    page.table(&survey_2017::quality(&survey(), &own), false);
    page.heading("Årsværk på niveauer");
    page.table(&tables::table(Kind::Resources, source), false);
}

/// The own FTE beside the group's.
fn beside(page: &mut Page<'_>, potential: bool, areas: bool) {
    let source = page.source;
    page.heading("Jeres ressourcer ved siden af gruppens");
    for domain in compared(source) {
        strips(page, &domain, true);
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
        relations::write(page, score, areas);
    }
}

/// The own FTE by themselves: no group, or one without FTE.
fn alone(page: &mut Page<'_>) {
    let source = page.source;
    page.heading("Jeres ressourcer");
    if source.group.is_some() {
        page.paragraph(NO_RATES);
    }
    for domain in compared(source) {
        strips(page, &domain, false);
    }
    let mut table = tables::table(Kind::ResourcesBeside, source);
    table.notes.retain(|note| note != NO_RATES);
    page.table(&table, false);
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
fn strips(page: &mut Page<'_>, domain: &DomainResources, beside: bool) {
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
        summary: format!(
            "Årsværk på hvert område i forhold til kommunens størrelse{}. Tallene står i tabellen nedenfor.",
            if beside { ", med gruppens fordeling" } else { "" }
        ),
        specification: specification(&Request::Strips(data)),
        beside,
        table: None,
    });
}
