//! What a round says, as tables: scores, deviations, resources, answers, staff and units.
//!
//! Owns which tables there are ([`Kind`]), their columns and what must stand beside the numbers.
//! A row that is copied alone still says what its numbers are worth: the dataset's label and the
//! reservations have columns of their own. Does not score, compare or write; see
//! [`crate::document::csv`], [`crate::document::html`] and [`crate::document::workbook`]. A table
//! of something new is a module here and a variant of [`Kind`].

mod answers;
pub mod contribution;
mod deviations;
pub mod group_answers;
mod indicators;
pub mod municipalities;
mod own_picture;
pub mod plan;
pub mod resources;
pub mod resources_beside;
pub mod rounds;
mod scores;
mod staff;
pub mod statistics;
pub mod survey_2017;
mod unit_answers;
mod units;
pub mod valued;

use serde::{Deserialize, Serialize};

use crate::domain::assessment::{Assessment, Round};
use crate::domain::catalogue;
use crate::domain::ids::Domain;
use crate::peers::{Comparison, Summary};
use crate::scoring::{AreaScore, Coverage, DomainScore, PROVISIONAL_BELOW, Scorecard};

use super::table::{Cell, Row, RowKind, Table};

/// The tables there are.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// The three scores of every area, "Samlet", and how much is answered.
    Scores,
    /// The scores beside a group.
    Deviations,
    /// Where each score lies in its group.
    Statistics,
    /// How the group answers each activity.
    GroupAnswers,
    /// FTE per area and level, and what is bought.
    Resources,
    /// FTE by size beside the group.
    ResourcesBeside,
    /// The five indicators of effective operation.
    Indicators,
    /// The survey of 87 municipalities, 2017.
    #[serde(rename = "survey_2017")]
    Survey2017,
    /// The own areas beside what centralising municipalities gathered.
    OwnPicture,
    /// Every activity with its answers.
    Answers,
    /// The staff sheet.
    Staff,
    /// The units that answer.
    Units,
    /// What the units answer, weighed together.
    UnitAnswers,
    /// The actions of the plan.
    Plan,
    /// What the plan brings, year by year.
    PlanYears,
    /// Where every krone of the plan comes from.
    PlanTrace,
}

impl Kind {
    /// Every kind, in the order in which the tables are shown.
    pub const ALL: [Self; 16] = [
        Self::Scores,
        Self::OwnPicture,
        Self::Deviations,
        Self::Statistics,
        Self::GroupAnswers,
        Self::Resources,
        Self::ResourcesBeside,
        Self::Indicators,
        Self::Survey2017,
        Self::Answers,
        Self::Staff,
        Self::Units,
        Self::UnitAnswers,
        Self::Plan,
        Self::PlanYears,
        Self::PlanTrace,
    ];

    /// Those of the plan; they are nothing where there is none.
    pub const PLAN: [Self; 3] = [Self::Plan, Self::PlanYears, Self::PlanTrace];

    /// The stable name, the same as in JSON.
    #[must_use]
    pub const fn key(self) -> &'static str {
        match self {
            Self::Scores => "scores",
            Self::Deviations => "deviations",
            Self::Statistics => "statistics",
            Self::GroupAnswers => "group_answers",
            Self::Resources => "resources",
            Self::ResourcesBeside => "resources_beside",
            Self::Indicators => "indicators",
            Self::Survey2017 => "survey_2017",
            Self::OwnPicture => "own_picture",
            Self::Answers => "answers",
            Self::Staff => "staff",
            Self::Units => "units",
            Self::UnitAnswers => "unit_answers",
            Self::Plan => "plan",
            Self::PlanYears => "plan_years",
            Self::PlanTrace => "plan_trace",
        }
    }
}

/// A group and how the round stands beside it.
#[derive(Clone, Copy, Debug)]
pub struct Beside<'a> {
    /// The statistics of the group, with the dataset's label.
    pub summary: &'a Summary,
    /// The deviations from it.
    pub comparison: &'a Comparison,
}

/// What tables are made of.
#[derive(Clone, Copy, Debug)]
pub struct Source<'a> {
    /// The survey.
    pub assessment: &'a Assessment,
    /// One of its rounds.
    pub round: &'a Round,
    /// The scores of that round.
    pub scorecard: &'a Scorecard,
    /// The group, where one is chosen.
    pub group: Option<Beside<'a>>,
}

/// Makes one table.
#[must_use]
pub fn table(kind: Kind, source: &Source<'_>) -> Table {
    match kind {
        Kind::Scores => scores::table(source),
        Kind::Deviations => deviations::table(source),
        Kind::Statistics => statistics::table(source),
        Kind::GroupAnswers => group_answers::table(source),
        Kind::Resources => resources::table(source),
        Kind::ResourcesBeside => resources_beside::table(source),
        Kind::Indicators => indicators::table(source),
        Kind::Survey2017 => survey_2017::table(source),
        Kind::OwnPicture => own_picture::table(source),
        Kind::Answers => answers::table(source),
        Kind::Staff => staff::table(source),
        Kind::Units => units::table(source),
        Kind::UnitAnswers => unit_answers::table(source),
        Kind::Plan => plan::actions(source),
        Kind::PlanYears => plan::years(source),
        Kind::PlanTrace => plan::trace(source),
    }
}

/// Makes every table; those of the plan where there is one.
#[must_use]
pub fn all(source: &Source<'_>) -> Vec<Table> {
    let is_shown = |kind: &Kind| !Kind::PLAN.contains(kind) || !source.assessment.plan.is_empty();
    Kind::ALL
        .into_iter()
        .filter(is_shown)
        .map(|kind| table(kind, source))
        .collect()
}

/// What a table says where no activity or area is answered.
const NO_ANSWERS: &str = "Der er endnu ingen svar.";
/// What a table says where no dataset is chosen.
const NO_GROUP: &str = "Der er ingen sammenligningstal. Vælg et datasæt på siden Sammenligning.";

impl Source<'_> {
    /// Whose numbers they are, and of which year.
    pub(crate) fn whose(&self) -> String {
        let year = self.round.year;
        let mut text = match &self.assessment.municipality {
            Some(one) if one.code.is_some() => format!("{} Kommune, {year}.", one.name),
            Some(one) => format!("{}, {year}.", one.name),
            None => format!("Besvarelse for {year}. Kommunen er ikke valgt."),
        };
        if self.assessment.example {
            text.push_str(" Eksempel: kommunen og dens svar er opfundet.");
        }
        if let Some(part) = &self.assessment.part {
            text.push_str(" En del af en besvarelse");
            if !part.function.is_empty() {
                text.push_str(": ");
                text.push_str(&part.function);
            }
            text.push('.');
        }
        text
    }

    /// What stands in every row beside a group: the dataset, and what it is worth.
    fn dataset_label(&self) -> String {
        self.group.map_or_else(String::new, |group| {
            deviations::label(group.comparison.evidence, &group.summary.label.title)
        })
    }

    /// Whether the round holds a score at all.
    fn has_scores(&self) -> bool {
        self.scorecard
            .domains
            .iter()
            .flat_map(|domain| &domain.areas)
            .any(has_score)
    }

    /// How much is answered, and what the reservations mean.
    fn coverage_note(&self) -> String {
        let all = self.scorecard.coverage();
        format!(
            "Besvaret: {} af {} relevante aktiviteter. Et område er foreløbigt, når under {} % af dem er besvaret. »Skøn« er et samlet skøn for området og ikke et gennemsnit af aktiviteter.",
            all.answered,
            all.relevant,
            crate::danish::format_number(PROVISIONAL_BELOW * 100.0, 0),
        )
    }

    /// What is to be said of an area's numbers wherever they stand.
    fn reservations(&self, area: &AreaScore) -> Cell {
        let mut marks = Vec::new();
        if area.coverage.relevant == 0 {
            marks.push("ikke relevant".to_owned());
        } else if !has_score(area) {
            marks.push("ingen svar".to_owned());
        } else if area.is_provisional() {
            marks.push("foreløbig".to_owned());
        }
        if area.estimated {
            marks.push("skøn".to_owned());
        }
        self.marked(marks)
    }

    /// What is to be said of "Samlet".
    fn reservations_of_total(&self, domain: &DomainScore) -> Cell {
        let mut marks = Vec::new();
        if !domain.areas.iter().any(has_score) {
            marks.push("ingen svar".to_owned());
        } else if domain.is_provisional() {
            marks.push("foreløbig".to_owned());
        }
        match domain.areas.iter().filter(|area| area.estimated).count() {
            0 => {}
            1 => marks.push("skøn i 1 område".to_owned()),
            n => marks.push(format!("skøn i {n} områder")),
        }
        self.marked(marks)
    }

    fn marked(&self, mut marks: Vec<String>) -> Cell {
        if self.assessment.example {
            marks.push(INVENTED.to_owned());
        }
        if marks.is_empty() {
            Cell::Empty
        } else {
            Cell::Text(marks.join(", "))
        }
    }
}

/// Whether anything is known of an area.
fn has_score(area: &AreaScore) -> bool {
    area.means.centralisation.n > 0 || area.means.process.n > 0 || area.means.solution.n > 0
}

/// How much is answered, in whole percent rounded down, so that 100 % means all.
fn answered(coverage: Coverage) -> Cell {
    let whole = coverage
        .share()
        .map(|_| f64::from(coverage.answered * 100 / coverage.relevant) / 100.0);
    Cell::from(whole)
}

/// What is said of every number of the example.
const INVENTED: &str = "opfundet eksempel";

/// Leaves the last column to files where it says of each row only what the whole page says.
fn hide_idle_reservations(table: &mut Table) {
    let idle = table.rows.iter().all(|row| match row.cells.last() {
        Some(Cell::Text(text)) => text == INVENTED || row.kind == RowKind::Group,
        _ => true,
    });
    if let Some(column) = table.columns.last_mut() {
        column.in_files_only = idle;
    }
}

/// A text, or nothing where it is empty.
fn text(text: &str) -> Cell {
    if text.is_empty() {
        Cell::Empty
    } else {
        Cell::from(text)
    }
}

fn count(number: u32) -> Cell {
    Cell::Number(f64::from(number))
}

/// The title of "Samlet" of a domain; tells the domain, so that the row can stand alone.
fn total_title(domain: Domain) -> String {
    format!("Samlet, {}", catalogue::domain_title(domain).to_lowercase())
}

/// The head of the rows of a domain.
fn domain_row(domain: Domain, width: usize) -> Row {
    let mut cells = vec![Cell::Empty; width];
    cells[0] = Cell::from(catalogue::domain_title(domain));
    Row {
        kind: RowKind::Group,
        cells,
        ..Row::default()
    }
}

fn total(cells: Vec<Cell>) -> Row {
    Row {
        kind: RowKind::Total,
        cells,
        ..Row::default()
    }
}

fn ordinary(cells: Vec<Cell>) -> Row {
    Row {
        kind: RowKind::Ordinary,
        cells,
        ..Row::default()
    }
}
