//! What a municipality hands to KL, number for number, so that it can be read before it is saved.

use crate::danish::format_day;
use crate::document::description;
use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::domain::answer::Standing;
use crate::domain::catalogue;
use crate::domain::ids::{AreaId, Domain};
use crate::domain::profile::Profile;
use crate::domain::rating::{Degree, Dimension};
use crate::peers::classes::Class;
use crate::peers::contribution::Contribution;
use crate::peers::handover::{LeftOut, Refusal};

use super::resources::{PER_EMPLOYEES, PER_POPULATION};

/// Why nothing can be handed over, in Danish.
#[must_use]
pub fn refusal(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Example => {
            "Eksemplet er opfundet og kan ikke bidrage. Gå tilbage til jeres egen kommune."
                .to_owned()
        }
        Refusal::NoMunicipality => "Vælg kommune på siden Kommune først.".to_owned(),
        Refusal::NoRound(_) | Refusal::NoSuchRound(_) => "Runden findes ikke længere.".to_owned(),
        Refusal::NoArea => {
            "Der er ikke svar nok endnu. Et område kan bidrage, når mindst 60 % af dets relevante aktiviteter er besvaret.".to_owned()
        }
        Refusal::Id(id) => format!("Bidragets id »{id}« er ikke et tilfældigt id."),
    }
}

/// Everything in a contribution, and what was left out.
#[must_use]
pub fn tables(contribution: &Contribution, left_out: &[(AreaId, LeftOut)]) -> Vec<Table> {
    let mut tables = vec![facts(contribution), areas(contribution)];
    if !left_out.is_empty() {
        tables.push(omitted(left_out));
    }
    tables.push(activities(contribution));
    tables
}

const fn class_title(class: Class) -> &'static str {
    match class {
        Class::Population => "Størrelse efter indbyggere",
        Class::Group => "Kommunegruppe",
        Class::EconomySystem => "Økonomisystem",
        Class::PayrollSystem => "Lønsystem",
        Class::Employees => "Størrelse efter ansatte",
    }
}

fn text(title: &str) -> Column {
    Column::new(title, Form::Text)
}

fn facts(contribution: &Contribution) -> Table {
    let mut rows = Vec::new();
    let mut fact = |title: &str, value: String| {
        rows.push(Row {
            kind: RowKind::Ordinary,
            cells: vec![title.into(), value.into()],
            ..Row::default()
        });
    };
    fact("År", contribution.year.to_string());
    fact("Lavet", format_day(&contribution.made_at));
    fact("Katalog", contribution.catalogue.clone());
    fact("Metode", contribution.method.clone());
    fact(
        "Tilfældigt bidrags-id",
        contribution.contribution_id.clone(),
    );
    for class in Class::ALL {
        let value = contribution.classes.title(class);
        fact(
            class_title(class),
            value.unwrap_or_else(|| "ikke oplyst".to_owned()),
        );
    }
    if let Some(network) = &contribution.network {
        let number = |n: Option<u32>| {
            n.map_or_else(
                || "ikke oplyst".to_owned(),
                |n| crate::danish::format_number(f64::from(n), 0),
            )
        };
        fact("Kommune", network.municipality.name.clone());
        fact("Indbyggere", number(network.municipality.population));
        fact("Ansatte", number(network.municipality.employees));
        fact("Samtykke fra", network.consent.function.clone());
        fact("Samtykkets dato", format_day(&network.consent.date));
        fact("Samtykkets ordlyd", network.consent.text.clone());
    }
    Table {
        title: "Oplysninger".to_owned(),
        notes: vec![
            if contribution.network.is_some() {
                "Filen indeholder det, der står i tabellerne her, og ikke andet, også kommunens navn. Bemærkninger, enheder og bemanding række for række er ikke med."
            } else {
                "Filen indeholder det, der står i tabellerne her, og ikke andet. Bemærkninger, kommunens navn, enheder og bemanding række for række er ikke med."
            }
            .to_owned(),
        ],
        columns: vec![text("Oplysning"), text("Værdi")],
        rows,
    }
}

/// The columns that tell how many work on an area or a domain: FTE, or one for each rate.
struct Figures {
    columns: Vec<Column>,
    of_domain: fn(Domain) -> usize,
}

impl Figures {
    fn of(contribution: &Contribution) -> Self {
        if contribution.network.is_some() {
            Self {
                columns: vec![Column::new("Årsværk", Form::Number(1))],
                of_domain: |_| 0,
            }
        } else {
            Self {
                columns: [PER_POPULATION, PER_EMPLOYEES]
                    .map(|title| Column::new(title, Form::Number(2)))
                    .into(),
                of_domain: |domain| domain as usize,
            }
        }
    }

    fn cells(&self, domain: Domain, figure: Option<f64>) -> Vec<Cell> {
        let mut cells = vec![Cell::Empty; self.columns.len()];
        cells[(self.of_domain)(domain)] = figure.into();
        cells
    }
}

fn areas(contribution: &Contribution) -> Table {
    let figures = Figures::of(contribution);
    let mut columns = vec![text("Område")];
    columns.extend(Dimension::ALL.map(|one| Column::new(one.title(), Form::Number(2))));
    columns.push(Column::new("Besvaret", Form::Percent));
    columns.extend(figures.columns.iter().cloned());
    let mut rows = Vec::new();
    for (&id, area) in &contribution.areas {
        let mut cells = vec![catalogue::area(id).map_or("", |area| area.title).into()];
        cells.extend(Dimension::ALL.map(|one| Cell::Number(*area.scores.get(one))));
        cells.push(Cell::Number(area.coverage));
        cells.extend(figures.cells(id.domain, area.fte.or(area.rate)));
        rows.push(Row {
            kind: RowKind::Ordinary,
            cells,
            ..Row::default()
        });
    }
    let totals = [&contribution.fte_totals, &contribution.rate_totals];
    for (&domain, &total) in totals.into_iter().flatten() {
        let mut cells = vec![format!("I alt, {}", catalogue::domain_title(domain)).into()];
        cells.resize(2 + Dimension::ALL.len(), Cell::Empty);
        cells.extend(figures.cells(domain, Some(total)));
        rows.push(Row {
            kind: RowKind::Total,
            cells,
            ..Row::default()
        });
    }
    let mut notes = vec!["Scorerne vises her med to decimaler og står med fire i filen. Årsværk under 1 er udeladt, fordi det kan være én person. Hvis de kunne regnes ud af årsværk i alt, er endnu et område udeladt. Årsværk i alt omfatter også områder, der ikke er med.".to_owned()];
    if contribution.network.is_none() {
        notes.push("Antal årsværk er ikke med, fordi kommunens størrelse kunne regnes ud af det. Mangler antallet af ansatte på siden Kommune, er der heller ikke årsværk for løn og personale.".to_owned());
    }
    Table {
        title: "Områder".to_owned(),
        notes,
        columns,
        rows,
    }
}

fn omitted(left_out: &[(AreaId, LeftOut)]) -> Table {
    let rows = left_out.iter().map(|&(id, why)| {
        let why = match why {
            LeftOut::NotAsked => "kommunen svarer ikke på området".to_owned(),
            LeftOut::NotRelevant => "ingen aktivitet er relevant".to_owned(),
            LeftOut::Estimated => "et skøn og ikke svar på aktiviteter".to_owned(),
            LeftOut::Provisional(coverage) => format!(
                "{} af {} aktiviteter er besvaret, det er under 60 %",
                coverage.answered, coverage.relevant
            ),
        };
        Row {
            kind: RowKind::Ordinary,
            cells: vec![
                catalogue::area(id).map_or("", |area| area.title).into(),
                why.into(),
            ],
            ..Row::default()
        }
    });
    Table {
        title: "Områder, der ikke er med".to_owned(),
        notes: Vec::new(),
        columns: vec![text("Område"), text("Hvorfor")],
        rows: rows.collect(),
    }
}

fn activities(contribution: &Contribution) -> Table {
    let usual = Profile::default();
    let degree = |degree: Option<Degree>| degree.map_or("", Degree::word).into();
    let rows = contribution.activities.iter().map(|(&id, answer)| {
        let title = catalogue::activity(id).map_or("", |activity| activity.title);
        let organisation = answer
            .organisation
            .map_or_else(String::new, |one| description::organisation(one, &usual));
        let standing = match answer.standing {
            Standing::Asked => "",
            Standing::NotRelevant => "Ikke relevant",
            Standing::Unknown => "Ved ikke",
        };
        Row {
            kind: RowKind::Ordinary,
            cells: vec![
                format!("{id} {title}").into(),
                organisation.into(),
                degree(answer.solution),
                degree(answer.process),
                standing.into(),
            ],
            ..Row::default()
        }
    });
    Table {
        title: "Aktiviteter".to_owned(),
        notes: Vec::new(),
        columns: vec![
            text("Aktivitet"),
            text("Hvem løser sagerne?"),
            text("Digital løsning"),
            text("Digital proces"),
            text("Status"),
        ],
        rows: rows.collect(),
    }
}
