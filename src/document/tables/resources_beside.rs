//! Ressourcer og gruppen: FTE by size of the municipality beside the group, with what others do,
//! and apart from it what a difference could be worth.
//!
//! A potential is a table of its own ([`potentials`]), never in the ordinary ones: the user
//! switches it on, and the conditions stand with it.

use crate::danish::format_number;
use crate::domain::catalogue;
use crate::domain::ids::Domain;
use crate::peers::distribution::Spread;
use crate::peers::resources::{self, AreaResources, DomainResources, Potential, Resources};
use crate::peers::summary::Statistic;
use crate::route::Route;

use super::super::table::{Cell, Column, Form, Row, RowKind, Table};
use super::resources::can_be_one_person;
use super::{NO_GROUP, Source, domain_row, hide_idle_reservations, text, total_title};

/// What the FTE of a domain are related to.
#[must_use]
pub const fn rate_title(domain: Domain) -> &'static str {
    match domain {
        Domain::Economy => "pr. 10.000 indbyggere",
        Domain::Payroll => "pr. 1.000 ansatte",
    }
}

/// What is said where a group has no FTE to stand beside.
pub const NO_RATES: &str =
    "Datasættet rummer ingen årsværk, så der er ingen gruppe at sammenligne ressourcerne med.";

/// Whether the group has FTE that the own ones can stand beside.
#[must_use]
pub fn has_rates(source: &Source<'_>) -> bool {
    source.group.is_some_and(|group| {
        !(group.summary.domain_rates.is_empty() && group.summary.rates.is_empty())
    })
}

pub(super) fn table(source: &Source<'_>) -> Table {
    let beside = has_rates(source);
    let title = if beside {
        "Ressourcer og gruppen"
    } else {
        "Ressourcer efter størrelse"
    };
    let mut table = Table {
        title: title.to_owned(),
        notes: vec![source.whose()],
        columns: columns(beside),
        rows: Vec::new(),
    };
    if source.group.is_none() {
        table.notes.push(NO_GROUP.to_owned());
        return table;
    }
    if source.round.staff.is_empty() {
        table
            .notes
            .push("Der er endnu intet i bemandingen.".to_owned());
        return table;
    }
    if !beside {
        table.notes.push(NO_RATES.to_owned());
    }
    table.notes.push(
        "Årsværk til økonomi og regnskab er sat i forhold til indbyggere, årsværk til løn og personale i forhold til ansatte. Tallene er ikke korrigeret for rammevilkår."
            .to_owned(),
    );
    table.notes.push(
        "Løses en del af opgaven af andre, er få egne årsværk ikke et tegn på effektivitet. Det står i sidste kolonne."
            .to_owned(),
    );
    for domain in compared(source) {
        table
            .rows
            .push(domain_row(domain.domain, table.columns.len()));
        for area in &domain.areas {
            table.rows.push(area_row(source, area));
        }
        table.rows.push(total_row(source, &domain));
    }
    hide_idle_reservations(&mut table);
    table
}

/// The resources of the round beside the group; nothing without one.
#[must_use]
pub fn compared(source: &Source<'_>) -> Vec<DomainResources> {
    source.group.map_or_else(Vec::new, |group| {
        let example = source.assessment.example;
        resources::compare(source.round, source.scorecard, group.summary, example)
    })
}

/// The columns; what only a group can fill stands in files alone where it has no FTE.
fn columns(beside: bool) -> Vec<Column> {
    let number = |title: &str, decimals| Column::new(title, Form::Number(decimals));
    let of_group = |title: &str, form| Column::new(title, form).in_files_only(!beside);
    vec![
        Column::new("Område", Form::Text),
        Column::new("Nr.", Form::Text).in_files_only(true),
        number("Årsværk", 1),
        Column::new("I forhold til", Form::Text).in_files_only(true),
        number("I forhold til størrelse", 2),
        of_group("Gruppens gennemsnit", Form::Number(2)),
        of_group("Afvigelse", Form::Difference(2)),
        of_group("Median", Form::Number(2)),
        of_group("Nederste kvartil", Form::Number(2)),
        of_group("Øverste kvartil", Form::Number(2)),
        of_group("Kommuner (n)", Form::Number(0)),
        number("Årsværk hos andre", 1),
        number("Købte ydelser, kr. om året", 0),
        Column::new("Sager løst af andre", Form::Percent),
        Column::new("Gruppe", Form::Text).in_files_only(true),
        Column::new("Datasæt", Form::Text).in_files_only(true),
        Column::new("Forbehold", Form::Text),
    ]
}

fn area_row(source: &Source<'_>, area: &AreaResources) -> Row {
    let title = catalogue::area(area.area).map_or("", |area| area.title);
    let heads = [title.to_owned(), area.area.to_string()];
    let cells = cells(source, heads, area.area.domain, &area.resources, true);
    Row::new(RowKind::Ordinary, cells).leading_to(Route::OverviewArea(area.area))
}

fn total_row(source: &Source<'_>, domain: &DomainResources) -> Row {
    let heads = [total_title(domain.domain), domain.domain.to_string()];
    let cells = cells(source, heads, domain.domain, &domain.total, false);
    Row::new(RowKind::Total, cells).leading_to(Route::OverviewDomain(domain.domain))
}

fn cells(
    source: &Source<'_>,
    [title, id]: [String; 2],
    domain: Domain,
    one: &Resources,
    is_area: bool,
) -> Vec<Cell> {
    let group = one.group.as_ref();
    let quartiles = match group.and_then(Statistic::spread) {
        Some(Spread::Quartiles(all)) => [all.lower_quartile, all.upper_quartile].map(Cell::Number),
        _ => [Cell::Empty, Cell::Empty],
    };
    let [lower, upper] = quartiles;
    let positive = |number: f64| Cell::from((number > 0.0).then_some(number));
    let mut marks = Vec::new();
    if one.is_done_by_others() {
        marks.push("en del løses af andre".to_owned());
    }
    if is_area && one.fte.is_some_and(can_be_one_person) {
        marks.push("under 1 årsværk".to_owned());
    }
    let group_title = source.group.and_then(|group| {
        let dimension = crate::domain::rating::Dimension::Centralisation;
        group.summary.group(domain, dimension)
    });
    vec![
        Cell::from(title),
        Cell::from(id),
        Cell::from(one.fte),
        Cell::from(rate_title(domain)),
        Cell::from(one.rate),
        Cell::from(group.map(|group| group.mean)),
        Cell::from(one.deviation),
        Cell::from(group.and_then(Statistic::median)),
        lower,
        upper,
        Cell::from(group.and_then(|group| group.n).map(f64::from)),
        positive(one.external),
        positive(one.purchases),
        Cell::from(one.external_cases.filter(|&share| share > 0.0)),
        text(group_title.map_or("", |group| group.title.as_str())),
        text(&source.dataset_label()),
        source.marked(marks),
    ]
}

/// What the differences could be worth, area by area, at a cost of `kr_per_fte` a year. Never
/// summed. Without a group it has no rows.
#[must_use]
pub fn potentials(source: &Source<'_>, kr_per_fte: f64) -> Table {
    let mut columns = vec![Column::new("Område", Form::Text)];
    for to in ["gennemsnit", "nederste kvartil"] {
        columns.extend([
            Column::new(format!("Til {to}: årsværk"), Form::Number(1)),
            Column::new(format!("Til {to}: fra–til"), Form::Text),
            Column::new(format!("Til {to}: kr. om året"), Form::Number(0)),
        ]);
    }
    columns.push(Column::new("Hvorfor ikke", Form::Text));
    let mut rows = Vec::new();
    for domain in compared(source) {
        rows.push(domain_row(domain.domain, columns.len()));
        rows.extend(
            domain
                .areas
                .iter()
                .map(|area| potential_row(area, kr_per_fte)),
        );
    }
    Table {
        title: "Potentiale".to_owned(),
        notes: vec![
            "Regneeksempel, ikke et løfte: de årsværk, et område ville frigøre, hvis det brugte lige så mange i forhold til størrelsen som gruppens gennemsnit, henholdsvis den fjerdedel, der bruger færrest. Den fjerdedel er ikke nødvendigvis den bedste; den kan have talt for få med. Tallene må ikke lægges sammen, og de er ikke korrigeret for rammevilkår."
                .to_owned(),
            "Spændet bliver bredere, jo færre kommuner der er i gruppen, jo mere de er forskellige, og jo mindre af området der er besvaret. Der vises intet under 10 kommuner eller under 80 % besvaret."
                .to_owned(),
        ],
        columns,
        rows,
    }
}

fn potential_row(area: &AreaResources, kr_per_fte: f64) -> Row {
    let mut cells = vec![Cell::from(
        catalogue::area(area.area).map_or("", |area| area.title),
    )];
    match &area.potential {
        Ok(found) => {
            for one in [found.to_mean, found.to_quartile] {
                let Potential {
                    expected,
                    low,
                    high,
                } = one;
                cells.extend([
                    Cell::Number(expected),
                    Cell::from(format!(
                        "{}–{}",
                        format_number(low, 1),
                        format_number(high, 1)
                    )),
                    Cell::Number(in_thousands(expected * kr_per_fte)),
                ]);
            }
            cells.push(Cell::Empty);
        }
        Err(why) => {
            cells.extend(vec![Cell::Empty; 6]);
            cells.push(Cell::from(why.danish()));
        }
    }
    Row::new(RowKind::Ordinary, cells).leading_to(Route::OverviewArea(area.area))
}

/// Whole thousands: more would promise a precision that is not there.
fn in_thousands(kr: f64) -> f64 {
    (kr / 1000.0).round() * 1000.0
}
