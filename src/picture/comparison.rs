//! The deviations: KLK's table for each domain, its bars, and the areas beside the group's.

use crate::charts::{Request, specification};
use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::document::tables::Source;
use crate::domain::catalogue;
use crate::domain::rating::Dimension;
use crate::peers::band::Band;
use crate::peers::comparison::{Beside, DomainDeviation, Evidence};
use crate::route::Route;
use crate::scoring::DomainScore;

use super::dataset::{self, group_text};
use super::{Drawn, Page, figures, words};

pub(crate) fn write(page: &mut Page<'_>) {
    dataset::write(page);
    let source = page.source;
    let Some(group) = source.group else { return };
    let none = group
        .comparison
        .domains
        .iter()
        .flat_map(|domain| &domain.areas)
        .all(|area| area.provisional);
    if none {
        page.markup(&format!(
            "<div class=\"empty\"><h2>Der er ikke svar nok endnu</h2><p>Et område sammenlignes, når mindst 60 % af dets relevante aktiviteter er besvaret.</p><div class=\"buttons\"><a class=\"button button-primary\" href=\"{}\">Gå til skemaet</a></div></div>",
            Route::Survey.href()
        ));
    }
    let domains = source.scorecard.domains.iter();
    for (score, deviation) in domains.zip(&group.comparison.domains) {
        page.table(&table(source, score, deviation), true);
        if none {
            continue;
        }
        let evidence = group.comparison.evidence;
        bars(page, score, deviation, evidence);
        beside(page, score, deviation, evidence);
    }
    page.markup(LEGEND);
}

const LEGEND: &str = concat!(
    "<ul class=\"deviation-legend unstyled-list\">",
    "<li><span class=\"deviation-legend__swatch deviation--m2\" aria-hidden=\"true\"></span>Mindst en fjerdedel af skalaen under</li>",
    "<li><span class=\"deviation-legend__swatch deviation--m1\" aria-hidden=\"true\"></span>Under gruppen</li>",
    "<li><span class=\"deviation-legend__swatch deviation--z\" aria-hidden=\"true\"></span>Omtrent som gruppen</li>",
    "<li><span class=\"deviation-legend__swatch deviation--p1\" aria-hidden=\"true\"></span>Over gruppen</li>",
    "<li><span class=\"deviation-legend__swatch deviation--p2\" aria-hidden=\"true\"></span>Mindst en fjerdedel af skalaen over</li>",
    "</ul>"
);

/// The table of KLK's leaflet: a heat table of deviations.
fn table(source: &Source<'_>, score: &DomainScore, deviation: &DomainDeviation) -> Table {
    let mut columns = vec![Column::new("Område", Form::Text)];
    columns.extend(
        Dimension::ALL.map(|dimension| Column::new(dimension.title(), Form::Difference(1))),
    );
    let mut rows = Vec::new();
    for (area, other) in score.areas.iter().zip(&deviation.areas) {
        let title = words::area_title(area.area).to_owned();
        rows.push(Row {
            mark: other.provisional.then_some("foreløbig"),
            leads_to: Some(Route::OverviewArea(area.area)),
            ..row(RowKind::Ordinary, title, &other.beside)
        });
    }
    let total = row(RowKind::Total, "Samlet".to_owned(), &deviation.total);
    rows.push(total.leading_to(Route::OverviewDomain(score.domain)));
    let group = source.group.map_or_else(String::new, |group| {
        let label = &group.summary.label;
        match group.comparison.evidence {
            Evidence::Orientation => format!("KLK's gennemsnit {}", label.year),
            _ => group_text(group.summary, score.domain),
        }
    });
    Table {
        title: format!(
            "{}: afvigelse fra {group}",
            catalogue::domain_title(score.domain)
        ),
        notes: Vec::new(),
        columns,
        rows,
    }
}

fn row(kind: RowKind, title: String, beside: &Beside) -> Row {
    let mut cells = vec![Cell::from(title)];
    let mut tints = Vec::new();
    for (place, dimension) in Dimension::ALL.into_iter().enumerate() {
        let value = *beside.deviation.get(dimension);
        cells.push(Cell::from(value));
        if let Some(value) = value {
            tints.push((place + 1, Band::of(value, dimension)));
        }
    }
    Row {
        tints,
        ..Row::new(kind, cells)
    }
}

fn bars(page: &mut Page<'_>, score: &DomainScore, deviation: &DomainDeviation, evidence: Evidence) {
    let data = figures::bars(score, deviation);
    page.figure(Drawn {
        id: figures::id("afvigelser", score.domain),
        title: words::deviations(deviation, evidence),
        summary: "Én søjle for hvert område og hver dimension: eget tal minus gruppens gennemsnit. Tallene står i tabellen ovenfor.".to_owned(),
        specification: specification(&Request::Deviations(data)),
        beside: true,
        table: None,
    });
}

/// The areas in centralisation and digitalisation beside the group's means.
fn beside(
    page: &mut Page<'_>,
    score: &DomainScore,
    deviation: &DomainDeviation,
    evidence: Evidence,
) {
    let data = figures::marks(page.source, score, Some(deviation));
    if data.marks.is_empty() {
        return;
    }
    let title = catalogue::domain_title(score.domain);
    let (title, summary) = if evidence.allows_findings() {
        (words::own_picture(score), words::own_picture_summary())
    } else {
        (
            format!("{title}: egne områder og gruppens gennemsnit"),
            words::PICTURE.to_owned(),
        )
    };
    let numbers = marks_table(score, Some(deviation));
    page.figure(Drawn {
        id: figures::id("billede", score.domain),
        title,
        summary: format!("{summary} Ruderne er gruppens gennemsnit for samme område."),
        specification: specification(&Request::Picture(data)),
        beside: true,
        table: Some(&numbers),
    });
}

/// The numbers of the picture.
pub(super) fn marks_table(score: &DomainScore, beside: Option<&DomainDeviation>) -> Table {
    use crate::peers::relation::digitalisation;
    let mut columns = vec![
        Column::new("Område", Form::Text),
        Column::new("Nr.", Form::Text),
        Column::new("Centraliseringsgrad", Form::Number(1)),
        Column::new("Digitalisering", Form::Number(2)),
        Column::new("Årsværk", Form::Number(1)),
    ];
    if beside.is_some() {
        columns.extend([
            Column::new("Centraliseringsgrad, gruppe", Form::Number(1)),
            Column::new("Digitalisering, gruppe", Form::Number(2)),
        ]);
    }
    let rows = score.areas.iter().enumerate().map(|(place, area)| {
        let degree = digitalisation(
            area.score(Dimension::Process),
            area.score(Dimension::Solution),
        );
        let mut cells = vec![
            Cell::from(words::area_title(area.area)),
            Cell::from(area.area.to_string()),
            Cell::from(area.score(Dimension::Centralisation)),
            Cell::from(degree),
            Cell::from(area.fte),
        ];
        if let Some(beside) = beside {
            let group = beside.areas.get(place).map(|one| &one.beside.group);
            let mean = |dimension: Dimension| {
                let statistic = group.and_then(|group| group.get(dimension).as_ref());
                statistic.map(|one| one.mean)
            };
            cells.push(Cell::from(mean(Dimension::Centralisation)));
            cells.push(Cell::from(digitalisation(
                mean(Dimension::Process),
                mean(Dimension::Solution),
            )));
        }
        Row::new(RowKind::Ordinary, cells).leading_to(Route::OverviewArea(area.area))
    });
    Table {
        title: catalogue::domain_title(score.domain).to_owned(),
        notes: Vec::new(),
        columns,
        rows: rows.collect(),
    }
}
