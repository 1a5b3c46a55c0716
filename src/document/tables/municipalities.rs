//! Several municipalities side by side, as KL's consultants look at them.

use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::domain::catalogue;
use crate::domain::ids::Domain;
use crate::domain::rating::Dimension;
use crate::peers::build::Report;
use crate::peers::contribution::Contribution;
use crate::scoring;

/// What one file hands over, or why it cannot be used, in Danish.
#[derive(Clone, Debug)]
pub struct Handed {
    /// The file's name.
    pub file: String,
    /// What is in it.
    pub contribution: Result<Contribution, String>,
}

impl Handed {
    /// What the municipality is called here: its name where it is named, else the file.
    fn name(&self) -> String {
        let network = self.contribution.as_ref().ok();
        network
            .and_then(|one| one.network.as_ref())
            .map_or_else(|| self.file.clone(), |one| one.municipality.name.clone())
    }
}

/// The files, and for each dimension the scores of their areas.
#[must_use]
pub fn tables(all: &[Handed]) -> Vec<Table> {
    let mut tables = vec![files(all)];
    let usable: Vec<(String, &Contribution)> = all
        .iter()
        .filter_map(|one| Some((one.name(), one.contribution.as_ref().ok()?)))
        .collect();
    if !usable.is_empty() {
        tables.extend(Dimension::ALL.map(|dimension| scores(&usable, dimension)));
    }
    tables
}

fn files(all: &[Handed]) -> Table {
    let rows = all.iter().map(|one| {
        let (kind, year, areas, remark) = match &one.contribution {
            Ok(contribution) => (
                if contribution.network.is_some() {
                    "med navn"
                } else {
                    "uden navn"
                },
                contribution.year.to_string().into(),
                length(contribution.areas.len()),
                String::new(),
            ),
            Err(why) => ("kan ikke bruges", Cell::Empty, Cell::Empty, why.clone()),
        };
        Row {
            kind: RowKind::Ordinary,
            cells: vec![one.name().into(), kind.into(), year, areas, remark.into()],
        }
    });
    let usable = all.iter().filter(|one| one.contribution.is_ok()).count();
    Table {
        title: "Filer".to_owned(),
        notes: vec![format!("{usable} af {} filer kan bruges.", all.len())],
        columns: vec![
            Column::new("Fil", Form::Text),
            Column::new("Bidrag", Form::Text),
            Column::new("År", Form::Text),
            Column::new("Områder", Form::Number(0)),
            Column::new("Bemærkning", Form::Text),
        ],
        rows: rows.collect(),
    }
}

fn length(n: usize) -> Cell {
    u32::try_from(n).map_or(Cell::Empty, |n| Cell::Number(f64::from(n)))
}

fn scores(all: &[(String, &Contribution)], dimension: Dimension) -> Table {
    let mut columns = vec![Column::new("Område", Form::Text)];
    columns.extend(
        all.iter()
            .map(|(name, _)| Column::new(name.clone(), Form::Number(1))),
    );
    let mut rows = Vec::new();
    for domain in Domain::ALL {
        let mut head = vec![catalogue::domain_title(domain).into()];
        head.resize(columns.len(), Cell::Empty);
        rows.push(Row {
            kind: RowKind::Group,
            cells: head,
        });
        for area in catalogue::areas_of(domain) {
            let mut cells = vec![area.title.into()];
            cells.extend(all.iter().map(|(_, one)| {
                let area = one.areas.get(&area.id);
                Cell::from(area.map(|area| *area.scores.get(dimension)))
            }));
            rows.push(Row {
                kind: RowKind::Ordinary,
                cells,
            });
        }
        let mut total = vec!["Gennemsnit af de områder, der er med".into()];
        total.extend(all.iter().map(|(_, one)| {
            let areas = one.areas.iter().filter(|(id, _)| id.domain == domain);
            Cell::from(scoring::mean(
                areas.map(|(_, area)| *area.scores.get(dimension)),
            ))
        }));
        rows.push(Row {
            kind: RowKind::Total,
            cells: total,
        });
    }
    Table {
        title: dimension.title().to_owned(),
        notes: Vec::new(),
        columns,
        rows,
    }
}

/// What became of the files of a dataset.
#[must_use]
pub fn report(report: &Report) -> Table {
    let mut rows = Vec::new();
    let mut line = |what: &str, text: String| {
        rows.push(Row {
            kind: RowKind::Ordinary,
            cells: vec![what.into(), text.into()],
        });
    };
    line("Kommuner i datasættet", report.municipalities.to_string());
    for (file, reason) in &report.refused {
        line("Ikke taget med", format!("{file}: {reason}"));
    }
    for (kept, other) in &report.replaced {
        line("Talt én gang", format!("{kept} i stedet for {other}"));
    }
    let suppressed = &report.suppressed;
    for (area, n) in &suppressed.areas {
        let title = catalogue::area(*area).map_or("", |area| area.title);
        line("Område ikke vist", format!("{title}: kun {n} kommuner"));
    }
    let classes: usize = suppressed.classes.values().sum();
    for (n, text) in [
        (
            classes,
            "oplysninger om størrelse, gruppe og system: færre end 3 kommuner er ens",
        ),
        (
            suppressed.fte,
            "tal for årsværk: færre end 3 kommuner ligger i nærheden",
        ),
        (suppressed.bars, "søjler: færre end 3 kommuner"),
        (
            suppressed.other_bars,
            "større søjler: en lille søjle kunne regnes ud",
        ),
    ] {
        if n > 0 {
            line("Ikke vist", format!("{n} {text}"));
        }
    }
    Table {
        title: "Sammenligningstallene er lavet".to_owned(),
        notes: vec![
            "peers.json ligger nu blandt jeres overførte filer. Læg den i mappen data på serveren, eller åbn den under Filer for at prøve den."
                .to_owned(),
        ],
        columns: vec![Column::new("Hvad", Form::Text), Column::new("Besked", Form::Text)],
        rows,
    }
}
