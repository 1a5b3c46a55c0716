//! Several municipalities side by side, as KL's consultants look at them.

use crate::document::handed::Handed;
use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::domain::METHOD_VERSION;
use crate::domain::catalogue;
use crate::domain::ids::Domain;
use crate::domain::rating::Dimension;
use crate::peers::build::{Reason, Report};
use crate::peers::contribution::Contribution;
use crate::peers::handover::Refusal;
use crate::scoring;

/// A file by what it hands over, or why it cannot be used, in Danish.
struct Read<'a> {
    file: &'a str,
    contribution: Result<Contribution, String>,
}

impl Read<'_> {
    /// What the municipality is called here: its name where it is named, else the file.
    fn name(&self) -> String {
        let network = self.contribution.as_ref().ok();
        network
            .and_then(|one| one.network.as_ref())
            .map_or_else(|| self.file.to_owned(), |one| one.municipality.name.clone())
    }
}

/// The files, and for each dimension the scores of their areas.
#[must_use]
pub fn tables(all: &[Handed]) -> Vec<Table> {
    let all: Vec<Read> = all
        .iter()
        .map(|one| Read {
            file: &one.file,
            contribution: one.contribution(),
        })
        .collect();
    let mut tables = vec![files(&all)];
    let usable: Vec<(String, &Contribution)> = all
        .iter()
        .filter_map(|one| Some((one.name(), one.contribution.as_ref().ok()?)))
        .collect();
    if !usable.is_empty() {
        tables.extend(Dimension::ALL.map(|dimension| scores(&usable, dimension)));
    }
    tables
}

fn files(all: &[Read]) -> Table {
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
            ..Row::default()
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
            ..Row::default()
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
                ..Row::default()
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
            ..Row::default()
        });
    }
    Table {
        title: dimension.title().to_owned(),
        notes: Vec::new(),
        columns,
        rows,
    }
}

/// Why a file does not count, in Danish, with what KL can do.
#[must_use]
pub fn reason(reason: &Reason) -> String {
    match reason {
        Reason::Year { found, wanted } => {
            format!("Bidraget er for {found}, ikke {wanted}. Bed om et bidrag for {wanted}.")
        }
        Reason::Method { catalogue, method } => format!(
            "Bidraget er lavet med katalog {catalogue} og metode {method}, ikke {} og {METHOD_VERSION}. Bed kommunen om at gemme det igen med den nyeste udgave.",
            catalogue::VERSION
        ),
        Reason::NoConsent => {
            "Der er ikke samtykke i filen. Bed kommunen om et bidrag med navn.".to_owned()
        }
        Reason::Named => {
            "Bidraget er med navn og kan kun bruges i netværket. Bed kommunen om et bidrag uden navn."
                .to_owned()
        }
        Reason::NoId => {
            "Besvarelsen har ikke noget bidrags-id. Bed kommunen om at gemme et bidrag.".to_owned()
        }
        Reason::Survey(refusal) => survey(refusal),
    }
}

/// Why a survey hands nothing over, said to KL and not to the municipality.
fn survey(refusal: &Refusal) -> String {
    match refusal {
        Refusal::Example => "Besvarelsen er det opfundne eksempel og ikke en kommunes.".to_owned(),
        Refusal::NoMunicipality => {
            "Der er ikke valgt kommune i besvarelsen. Bed om en fil, hvor kommunen er valgt."
                .to_owned()
        }
        Refusal::NoRound(Some(year)) => {
            format!("Besvarelsen har ingen runde for {year}. Bed om en fil, der har den.")
        }
        Refusal::NoRound(None) | Refusal::NoSuchRound(_) => {
            "Besvarelsen har ikke runden. Bed om en fil, der har den.".to_owned()
        }
        Refusal::NoArea => {
            "Intet område har svar på mindst 60 % af sine relevante aktiviteter.".to_owned()
        }
        Refusal::Id(id) => format!(
            "Bidrags-id'et »{id}« er ikke et tilfældigt id. Bed kommunen om at gemme et nyt bidrag."
        ),
    }
}

/// The files that do not count, each with the reason in Danish. `unread` are those that cannot be
/// read, with theirs.
#[must_use]
pub fn refused(report: &Report, unread: &[(String, String)]) -> Vec<(String, String)> {
    let refused = report.refused.iter();
    let refused = refused.map(|(file, why)| (file.clone(), reason(why)));
    refused.chain(unread.iter().cloned()).collect()
}

/// What became of the files of a dataset; `unread` as in [`refused`].
#[must_use]
pub fn report(report: &Report, unread: &[(String, String)]) -> Table {
    let mut rows = Vec::new();
    let mut line = |what: &str, text: String| {
        rows.push(Row {
            kind: RowKind::Ordinary,
            cells: vec![what.into(), text.into()],
            ..Row::default()
        });
    };
    line("Kommuner i datasættet", report.municipalities.to_string());
    for (file, reason) in refused(report, unread) {
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
            suppressed.rates,
            "tal for årsværk på et område: færre end 3 kommuner ligger i nærheden, eller tallet fortæller mere om størrelsen end klassen",
        ),
        (
            suppressed.rate_totals,
            "tal for årsværk i alt: af samme grund, eller fordi et områdes tal kunne regnes ud",
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
            "peers.json ligger nu i mappen Overførsler (Downloads). Læg den i mappen data på serveren, eller åbn den under Filer for at prøve den."
                .to_owned(),
        ],
        columns: vec![Column::new("Hvad", Form::Text), Column::new("Besked", Form::Text)],
        rows,
    }
}
