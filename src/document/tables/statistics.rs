//! Fordeling: where each own score lies in its group, and how sure that is.
//!
//! One row for each area and dimension: own score with the lowest and highest there could be, mean
//! and median of the group with the distances to them, quartiles, ends, the own place, n.

use crate::danish;
use crate::domain::catalogue;
use crate::domain::ids::Domain;
use crate::domain::rating::Dimension;
use crate::peers::Summary;
use crate::peers::band::Band;
use crate::peers::comparison::{Beside, DomainDeviation, Evidence};
use crate::peers::distribution::{FEW, SOME, Spread};
use crate::peers::summary::Statistic;
use crate::route::Route;
use crate::scoring::DomainScore;

use super::super::table::{Cell, Column, Form, Row, RowKind, Table};
use super::{NO_ANSWERS, NO_GROUP, Source, has_score, hide_idle_reservations, text, total_title};

/// The columns that need the single values of the group.
const OF_VALUES: [&str; 6] = [
    "Median",
    "Afstand til median",
    "Nederste kvartil",
    "Øverste kvartil",
    "Mindst",
    "Størst",
];

pub(super) fn table(source: &Source<'_>) -> Table {
    of(source, &Dimension::ALL)
}

/// The table of one dimension.
#[must_use]
pub fn of_dimension(source: &Source<'_>, dimension: Dimension) -> Table {
    of(source, &[dimension])
}

fn of(source: &Source<'_>, dimensions: &[Dimension]) -> Table {
    let mut table = Table {
        title: "Fordeling".to_owned(),
        notes: vec![source.whose()],
        columns: Vec::new(),
        rows: Vec::new(),
    };
    let Some(group) = source.group else {
        table.columns = columns(&Shape::default());
        table.notes.push(NO_GROUP.to_owned());
        return table;
    };
    let shape = Shape::of(source, group.summary);
    table.columns = columns(&shape);
    if !source.has_scores() {
        table.notes.push(NO_ANSWERS.to_owned());
        return table;
    }
    table.notes.extend(notes(&shape));
    for (score, deviation) in source
        .scorecard
        .domains
        .iter()
        .zip(&group.comparison.domains)
    {
        for &dimension in dimensions {
            table
                .rows
                .push(head(score.domain, dimension, &table.columns));
            table
                .rows
                .extend(rows(source, score, deviation, dimension, group.summary));
        }
    }
    hide_idle_reservations(&mut table);
    table
}

/// What the numbers allow, decided once.
#[derive(Default)]
struct Shape {
    /// The group's single values are known somewhere.
    values: bool,
    /// Somewhere the values are so few that each is shown.
    few: bool,
    /// Some activity is not answered.
    open: bool,
    /// How the comparison may be read.
    evidence: Option<Evidence>,
}

impl Shape {
    /// Places may be shown.
    fn is_ranked(&self) -> bool {
        self.evidence.is_some_and(Evidence::allows_findings)
    }

    fn of(source: &Source<'_>, summary: &Summary) -> Self {
        let statistics = || {
            let of_areas = summary.areas.values();
            of_areas.flat_map(|area| Dimension::ALL.map(|dimension| area.get(dimension)))
        };
        let number = |one: &Option<Statistic>| one.as_ref().map_or(0, |one| one.values.len());
        let coverage = source.scorecard.coverage();
        Self {
            values: statistics().any(|one| number(one) > 0),
            few: statistics().any(|one| (1..FEW).contains(&number(one))),
            open: coverage.answered < coverage.relevant,
            evidence: source.group.map(|group| group.comparison.evidence),
        }
    }
}

/// A deviation may be put into words: never one from invented municipalities.
fn is_worded(evidence: Option<Evidence>) -> bool {
    evidence.is_some_and(|evidence| evidence != Evidence::Invented)
}

fn columns(shape: &Shape) -> Vec<Column> {
    let number = |title: &str| Column::new(title, Form::Number(1));
    let mut columns = vec![
        Column::new("Område", Form::Text),
        Column::new("Nr.", Form::Text).in_files_only(true),
        Column::new("Dimension", Form::Text).in_files_only(true),
        number("Eget tal"),
        number("Lavest mulige").in_files_only(!shape.open),
        number("Højest mulige").in_files_only(!shape.open),
        number("Gruppens gennemsnit"),
        Column::new("Afvigelse", Form::Difference(1)),
        Column::new("Set mod gruppen", Form::Text).in_files_only(!is_worded(shape.evidence)),
    ];
    for title in OF_VALUES {
        let form = if title == "Afstand til median" {
            Form::Difference(1)
        } else {
            Form::Number(1)
        };
        columns.push(Column::new(title, form).in_files_only(!shape.values));
    }
    columns.extend([
        Column::new("Enkelte værdier", Form::Text).in_files_only(!shape.few),
        Column::new("Plads", Form::Text).in_files_only(!shape.is_ranked()),
        Column::new("Kommuner (n)", Form::Number(0)),
        Column::new("Gruppe", Form::Text).in_files_only(true),
        Column::new("Datasæt", Form::Text).in_files_only(true),
        Column::new("Forbehold", Form::Text),
    ]);
    columns
}

fn notes(shape: &Shape) -> Vec<String> {
    let mut notes = Vec::new();
    if shape.values {
        notes.push(format!(
            "Kvartiler vises fra {SOME} kommuner, mindste og største tal fra {FEW}. Er der færre, vises hver kommunes tal. Kvartilerne er regnet som regnearkets KVARTIL.MEDTAG."
        ));
    } else {
        notes.push(
            "Datasættet rummer kun gruppens gennemsnit. Median, kvartiler og plads kræver et datasæt med de enkelte kommuner."
                .to_owned(),
        );
    }
    if shape.is_ranked() {
        notes.push(
            "Plads 1 er den mest digitale. Centraliseringsgraden har ingen plads, for den har ingen god eller dårlig ende."
                .to_owned(),
        );
    }
    if shape.open {
        notes.push(
            "Lavest og højest mulige er tallet, hvis alt det, der ikke er besvaret, var så decentralt eller manuelt, henholdsvis så centralt eller digitalt, som skalaen tillader."
                .to_owned(),
        );
    }
    notes
}

fn head(domain: Domain, dimension: Dimension, columns: &[Column]) -> Row {
    let mut cells = vec![Cell::Empty; columns.len()];
    cells[0] = Cell::from(format!(
        "{}, {}",
        catalogue::domain_title(domain),
        danish::lower(dimension.title())
    ));
    Row::new(RowKind::Group, cells)
}

/// What one row is about.
struct Line<'a> {
    title: String,
    id: String,
    own: Option<f64>,
    bounds: Option<(f64, f64)>,
    beside: &'a Beside,
    provisional: bool,
    reservations: Cell,
}

fn rows(
    source: &Source<'_>,
    score: &DomainScore,
    deviation: &DomainDeviation,
    dimension: Dimension,
    summary: &Summary,
) -> Vec<Row> {
    let group = summary.group(score.domain, dimension);
    let group = group.map_or("", |group| group.title.as_str());
    let mut rows = Vec::new();
    for (area, other) in score.areas.iter().zip(&deviation.areas) {
        let line = Line {
            title: catalogue::area(area.area)
                .map_or("", |area| area.title)
                .to_owned(),
            id: area.area.to_string(),
            own: area.score(dimension),
            bounds: area.bounds(dimension),
            beside: &other.beside,
            provisional: other.provisional && has_score(area),
            reservations: source.reservations(area),
        };
        let cells = cells(source, line, dimension, group);
        rows.push(Row::new(RowKind::Ordinary, cells).leading_to(Route::OverviewArea(area.area)));
    }
    let line = Line {
        title: total_title(score.domain),
        id: score.domain.to_string(),
        own: *score.total.get(dimension),
        bounds: score.bounds(dimension),
        beside: &deviation.total,
        provisional: score.is_provisional(),
        reservations: source.reservations_of_total(score),
    };
    let cells = cells(source, line, dimension, group);
    rows.push(Row::new(RowKind::Total, cells).leading_to(Route::OverviewDomain(score.domain)));
    rows
}

fn cells(source: &Source<'_>, line: Line<'_>, dimension: Dimension, group: &str) -> Vec<Cell> {
    let beside = line.beside;
    let statistic = beside.group.get(dimension).as_ref();
    let deviation = *beside.deviation.get(dimension);
    let to_median = *beside.to_median.get(dimension);
    let wide = line.bounds.filter(|(low, high)| high - low > 1e-9);
    let mut cells = vec![
        Cell::from(line.title),
        Cell::from(line.id),
        Cell::from(dimension.title()),
        Cell::from(line.own),
        Cell::from(wide.map(|bounds| bounds.0)),
        Cell::from(wide.map(|bounds| bounds.1)),
        Cell::from(statistic.map(|one| one.mean)),
        match deviation {
            None if line.own.is_some() && line.provisional => Cell::Missing("foreløbig".to_owned()),
            deviation => Cell::from(deviation),
        },
        deviation
            .filter(|_| is_worded(source.group.map(|group| group.comparison.evidence)))
            .map_or(Cell::Empty, |one| {
                Cell::from(Band::of(one, dimension).danish())
            }),
    ];
    cells.extend(values(statistic.and_then(Statistic::spread), to_median));
    let rank = beside.rank.get(dimension);
    cells.extend([
        rank.map_or(Cell::Empty, |rank| {
            Cell::from(format!("{} af {}", rank.place, rank.of))
        }),
        match statistic.map(|one| one.n) {
            None => Cell::Empty,
            Some(None) => Cell::Missing("ikke oplyst".to_owned()),
            Some(Some(n)) => Cell::Number(f64::from(n)),
        },
        text(group),
        text(&source.dataset_label()),
        line.reservations,
    ]);
    cells
}

/// Median, distance to it, quartiles, ends and single values, as far as they may be shown.
fn values(spread: Option<Spread>, to_median: Option<f64>) -> Vec<Cell> {
    let some = |number: f64| Cell::Number(number);
    let (mut quartiles, mut ends, mut each) = (
        [Cell::Empty, Cell::Empty],
        [Cell::Empty, Cell::Empty],
        Cell::Empty,
    );
    let median = match spread {
        None => Cell::Empty,
        Some(Spread::Values { values, median }) => {
            let texts: Vec<String> = values
                .iter()
                .map(|&value| danish::format_number(value, 1))
                .collect();
            each = Cell::from(texts.join(" · "));
            some(median)
        }
        Some(Spread::Range {
            smallest,
            median,
            largest,
        }) => {
            ends = [some(smallest), some(largest)];
            some(median)
        }
        Some(Spread::Quartiles(all)) => {
            quartiles = [some(all.lower_quartile), some(all.upper_quartile)];
            ends = [some(all.smallest), some(all.largest)];
            some(all.median)
        }
    };
    let mut cells = vec![median, Cell::from(to_median)];
    cells.extend(quartiles);
    cells.extend(ends);
    cells.push(each);
    cells
}
