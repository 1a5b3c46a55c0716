//! Ressourcer: FTE by area and level, related to the municipality's size, and what is bought.

use std::collections::{BTreeMap, BTreeSet};

use crate::danish::{self, format_number};
use crate::domain::catalogue::{self, Area};
use crate::domain::ids::{AreaId, Domain};
use crate::domain::rating::Place;
use crate::scoring::resources;
use crate::sorting::InOrder as _;

use super::super::table::{Cell, Column, Form, Table};
use super::{Source, domain_row, ordinary, total};

pub(super) const PER_POPULATION: &str = "Årsværk pr. 10.000 indbyggere";
pub(super) const PER_EMPLOYEES: &str = "Årsværk pr. 1.000 ansatte";

/// The sums of one area, or of several.
#[derive(Default)]
struct Sums {
    places: BTreeMap<Place, f64>,
    fte: Option<f64>,
    kr: f64,
}

impl Sums {
    fn add(&mut self, other: &Self) {
        for (&place, value) in &other.places {
            *self.places.entry(place).or_default() += value;
        }
        if let Some(fte) = other.fte {
            *self.fte.get_or_insert_default() += fte;
        }
        self.kr += other.kr;
    }

    /// FTE of rows that say no level.
    fn without_place(&self) -> Option<f64> {
        let placed: f64 = self.places.values().sum();
        self.fte
            .map(|fte| fte - placed)
            .filter(|rest| danish::round(*rest, 6) > 0.0)
    }
}

/// What the columns are, decided once.
struct Layout {
    places: Vec<Place>,
    without_place: bool,
    population: Option<u32>,
    employees: Option<u32>,
}

pub(super) fn table(source: &Source<'_>) -> Table {
    let sums: BTreeMap<AreaId, Sums> = catalogue::AREAS
        .iter()
        .map(|area| (area.id, sums_of(source, area)))
        .in_map();
    let layout = layout(source, &sums);
    let mut table = Table {
        title: "Ressourcer".to_owned(),
        notes: vec![source.whose()],
        columns: columns(source, &layout),
        rows: Vec::new(),
    };
    if source.round.staff.is_empty() {
        table
            .notes
            .push("Der er endnu intet i bemandingen.".to_owned());
        return table;
    }
    table.notes.extend(notes(source, &layout, &sums));
    let domains: BTreeSet<Domain> = Domain::ALL
        .into_iter()
        .filter(|domain| is_shown(source, *domain, &sums))
        .in_set();
    for domain in domains {
        table.rows.push(domain_row(domain, table.columns.len()));
        let mut sum = Sums::default();
        for area in catalogue::areas_of(domain) {
            let own = &sums[&area.id];
            sum.add(own);
            let id = area.id.to_string();
            table.rows.push(ordinary(cells(
                source,
                &layout,
                (area.title, &id),
                domain,
                own,
            )));
        }
        let title = format!("I alt, {}", catalogue::domain_title(domain).to_lowercase());
        let id = domain.to_string();
        table
            .rows
            .push(total(cells(source, &layout, (&title, &id), domain, &sum)));
    }
    table
}

/// A domain that is not answered is shown only where the staff sheet has something on it.
fn is_shown(source: &Source<'_>, domain: Domain, sums: &BTreeMap<AreaId, Sums>) -> bool {
    source.round.profile.domains.contains(&domain)
        || sums
            .iter()
            .any(|(id, one)| id.domain == domain && (one.fte.is_some() || one.kr > 0.0))
}

fn sums_of(source: &Source<'_>, area: &Area) -> Sums {
    let staff = &source.round.staff;
    Sums {
        places: resources::fte_by_place(staff, area.id),
        fte: resources::fte_by_area(staff).get(&area.id).copied(),
        kr: resources::purchases(staff, area.id),
    }
}

fn layout(source: &Source<'_>, sums: &BTreeMap<AreaId, Sums>) -> Layout {
    let profile = &source.round.profile;
    let external = sums
        .values()
        .any(|one| one.places.contains_key(&Place::External));
    Layout {
        places: Place::ALL
            .into_iter()
            .filter(|&place| place != Place::External || external)
            .collect(),
        without_place: sums.values().any(|one| one.without_place().is_some()),
        population: profile.population.filter(|&number| number > 0),
        employees: profile.employees.filter(|&number| number > 0),
    }
}

fn columns(source: &Source<'_>, layout: &Layout) -> Vec<Column> {
    let mut columns = vec![
        Column::new("Område", Form::Text),
        Column::new("Nr.", Form::Text),
    ];
    for &place in &layout.places {
        let usual = place.usual_name();
        let name = source.round.profile.name_of(place);
        // A municipality may give two levels the same name, or that of another column.
        let taken = [
            "Uden niveau",
            "Årsværk i alt",
            "Forbehold",
            PER_POPULATION,
            PER_EMPLOYEES,
        ];
        let title = if columns.iter().any(|one| one.title == name) || taken.contains(&name) {
            format!("{name} ({})", usual.to_lowercase())
        } else {
            name.to_owned()
        };
        columns.push(Column::new(title, Form::Number(1)));
    }
    if layout.without_place {
        columns.push(Column::new("Uden niveau", Form::Number(1)));
    }
    columns.push(Column::new("Årsværk i alt", Form::Number(1)));
    if layout.population.is_some() {
        columns.push(Column::new(PER_POPULATION, Form::Number(2)));
    }
    if layout.employees.is_some() {
        columns.push(Column::new(PER_EMPLOYEES, Form::Number(2)));
    }
    columns.push(Column::new("Købte ydelser, kr. om året", Form::Number(0)));
    columns.push(Column::new("Forbehold", Form::Text));
    columns
}

fn cells(
    source: &Source<'_>,
    layout: &Layout,
    (title, id): (&str, &str),
    domain: Domain,
    sums: &Sums,
) -> Vec<Cell> {
    let mut cells = vec![Cell::from(title), Cell::from(id)];
    for place in &layout.places {
        cells.push(Cell::from(sums.places.get(place).copied()));
    }
    if layout.without_place {
        cells.push(Cell::from(sums.without_place()));
    }
    cells.push(Cell::from(sums.fte));
    let fte_of = |one: Domain| sums.fte.filter(|_| domain == one);
    if layout.population.is_some() {
        let fte = fte_of(Domain::Economy);
        let related = fte.and_then(|fte| resources::per_population(fte, layout.population));
        cells.push(Cell::from(related));
    }
    if layout.employees.is_some() {
        let fte = fte_of(Domain::Payroll);
        let related = fte.and_then(|fte| resources::per_employees(fte, layout.employees));
        cells.push(Cell::from(related));
    }
    cells.push(Cell::from((sums.kr > 0.0).then_some(sums.kr)));
    let mut marks = Vec::new();
    if is_one_person(sums) {
        marks.push("under 1 årsværk".to_owned());
    }
    cells.push(source.marked(marks));
    cells
}

/// Kr. a year of purchases that are not placed on areas.
fn kr_unplaced(source: &Source<'_>) -> f64 {
    let open = source.round.staff.iter().filter_map(|row| {
        let open = 100_u32.saturating_sub(row.percent_placed());
        Some(f64::from(row.kr?) * f64::from(open) / 100.0)
    });
    open.sum()
}

/// Whether the FTE of an area can be one person's: less than one, as it is shown.
#[must_use]
pub fn can_be_one_person(fte: f64) -> bool {
    fte > 0.0 && danish::round(fte, 1) < 1.0
}

fn is_one_person(sums: &Sums) -> bool {
    sums.fte.is_some_and(can_be_one_person)
}

fn notes(source: &Source<'_>, layout: &Layout, sums: &BTreeMap<AreaId, Sums>) -> Vec<String> {
    let round = source.round;
    let number = |value: f64| format_number(value, 1);
    let unplaced = resources::fte_unplaced(&round.staff);
    let mut sheet = format!(
        "I alt {} årsværk i bemandingen",
        number(resources::fte_total(&round.staff))
    );
    if let Some(date) = &round.staff_date {
        sheet.push_str(", opgjort pr. ");
        sheet.push_str(&danish::format_day(date));
    }
    sheet.push('.');
    if danish::round(unplaced, 1) > 0.0 {
        let open = format!(
            " {} årsværk er ikke fordelt på områder og er ikke med i tabellen.",
            number(unplaced)
        );
        sheet.push_str(&open);
    }
    let bought = kr_unplaced(source);
    if danish::round(bought, 0) > 0.0 {
        let open = format!(
            " Købte ydelser for {} kr. om året er ikke fordelt på områder.",
            format_number(bought, 0)
        );
        sheet.push_str(&open);
    }
    if let Some(known) = round.staff_total {
        let own = format!(" Kommunens egne tal i alt: {}.", number(known.to_f64()));
        sheet.push_str(&own);
    }
    let mut notes = vec![
        sheet,
        "Tallene er ikke korrigeret for rammevilkår.".to_owned(),
    ];
    for (missing, column, field) in [
        (
            layout.population.is_none(),
            PER_POPULATION,
            "indbyggertallet",
        ),
        (
            layout.employees.is_none(),
            PER_EMPLOYEES,
            "antallet af ansatte",
        ),
    ] {
        if missing {
            notes.push(format!(
                "{column} kan ikke beregnes: {field} mangler på siden Kommune."
            ));
        }
    }
    if sums.values().any(is_one_person) {
        notes.push(
            "Et område med under 1 årsværk kan være én person. Tænk over det, før tabellen deles."
                .to_owned(),
        );
    }
    notes
}

#[cfg(test)]
mod tests {
    use super::can_be_one_person;

    #[test]
    fn what_shows_as_one_fte_is_not_marked_as_less() {
        for (fte, less) in [
            (0.0, false),
            (0.02, true),
            (0.94, true),
            (0.96, false),
            (1.0, false),
        ] {
            assert_eq!(can_be_one_person(fte), less, "{fte}");
        }
    }
}
