//! Svar i gruppen: how the group answers each activity, beside the own answer.
//!
//! Shares in percent of those that answer. How unusual the own answer is, and the order by it, are
//! left out where the group is invented or measured otherwise.

use crate::danish;
use crate::domain::answer::Standing;
use crate::domain::assessment::Round;
use crate::domain::catalogue::{self, Activity};
use crate::domain::ids::{AreaId, Domain};
use crate::domain::rating::{Degree, Dimension, Place};
use crate::peers::answers::{Answers, bar_of, unusualness};
use crate::peers::histogram::{Histogram, bars_of};
use crate::route::Route;
use crate::sorting;

use super::super::description;
use super::super::table::{Cell, Column, Form, Row, RowKind, Table};
use super::{NO_ANSWERS, NO_GROUP, Source, text};

/// Which rows there are, and in which order.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Selection {
    /// One domain only.
    pub domain: Option<Domain>,
    /// One area only.
    pub area: Option<AreaId>,
    /// One dimension only.
    pub dimension: Option<Dimension>,
    /// The most unusual own answers first; else in the order of the catalogue.
    pub unusual_first: bool,
}

impl Selection {
    fn has(self, activity: &Activity) -> bool {
        let area = activity.id.area;
        self.domain.is_none_or(|domain| domain == area.domain)
            && self.area.is_none_or(|one| one == area)
    }
}

pub(super) fn table(source: &Source<'_>) -> Table {
    selected(source, Selection::default())
}

/// The table of some activities.
#[must_use]
pub fn selected(source: &Source<'_>, selection: Selection) -> Table {
    let found = source.group.is_some_and(|group| {
        let evidence = group.comparison.evidence;
        evidence.allows_findings()
    });
    let mut table = Table {
        title: "Svar i gruppen".to_owned(),
        notes: vec![source.whose()],
        columns: columns(source.round, selection, found),
        rows: Vec::new(),
    };
    let Some(group) = source.group else {
        table.notes.push(NO_GROUP.to_owned());
        return table;
    };
    let answers = &group.summary.answers;
    let said = source.round.answers.values().any(|one| !one.is_empty());
    if !said {
        table.notes.push(NO_ANSWERS.to_owned());
    }
    if answers.is_empty() {
        table.notes.push(
            "Datasættet rummer ingen svar på de enkelte aktiviteter. Det gør et datasæt fra KL, som kommuner har bidraget til."
                .to_owned(),
        );
        return table;
    }
    if answers.values().any(|one| one.of_all) {
        table.notes.push(
            "Svarene er fra alle kommuner i datasættet, uanset hvilken gruppe der er valgt. Er jeres egne med i datasættet, er de også med her. Færre end tre ens svar vises ikke."
                .to_owned(),
        );
    }
    let mut lines = lines(source, selection, found);
    if selection.unusual_first && found {
        // The order of the catalogue stays where two are as unusual.
        sorting::sort_by(&mut lines, |one, other| {
            other
                .key
                .0
                .total_cmp(&one.key.0)
                .then(other.key.1.total_cmp(&one.key.1))
        });
    }
    table.rows = lines.into_iter().map(|line| line.row).collect();
    table
}

fn columns(round: &Round, selection: Selection, found: bool) -> Vec<Column> {
    let only = selection.dimension;
    let is_out = |dimension: Dimension| only.is_some_and(|only| only != dimension);
    let mut columns = vec![
        Column::new("Aktivitet", Form::Text),
        Column::new("Nr.", Form::Text).in_files_only(true),
        Column::new("Dimension", Form::Text).in_files_only(only.is_some()),
        Column::new("Jeres svar", Form::Text),
        Column::new("Svarer noget andet", Form::Percent).in_files_only(!found),
    ];
    for place in Place::ALL {
        let name = round.profile.name_of(place);
        let title = if columns.iter().any(|one| one.title == name) {
            format!("{name} ({})", danish::lower(place.usual_name()))
        } else {
            name.to_owned()
        };
        columns.push(
            Column::new(title, Form::Percent).in_files_only(is_out(Dimension::Centralisation)),
        );
    }
    let no_degrees = only == Some(Dimension::Centralisation);
    columns.extend(
        Degree::ALL
            .map(|degree| Column::new(degree.word(), Form::Percent).in_files_only(no_degrees)),
    );
    columns.extend([
        Column::new("Kommuner (n)", Form::Number(0)),
        Column::new("Gruppe", Form::Text).in_files_only(true),
        Column::new("Datasæt", Form::Text).in_files_only(true),
    ]);
    columns
}

/// A row, and by what it is ordered: how unusual the own answer is, and its distance from the mean.
struct Line {
    key: (f64, f64),
    row: Row,
}

fn lines(source: &Source<'_>, selection: Selection, found: bool) -> Vec<Line> {
    let Some(group) = source.group else {
        return Vec::new();
    };
    let mut lines = Vec::new();
    for activity in catalogue::activities().filter(|one| selection.has(one)) {
        let Some(answers) = group.summary.answers.get(&activity.id) else {
            continue;
        };
        for dimension in Dimension::ALL {
            let is_asked = selection.dimension.is_none_or(|one| one == dimension);
            let asked_here = source
                .round
                .profile
                .domains
                .contains(&activity.id.area.domain);
            if is_asked && asked_here {
                lines.extend(line(source, activity, answers, dimension, found));
            }
        }
    }
    lines
}

fn line(
    source: &Source<'_>,
    activity: &Activity,
    answers: &Answers,
    dimension: Dimension,
    found: bool,
) -> Option<Line> {
    let histogram = answers.bars.get(dimension).as_ref()?;
    let answer = source
        .round
        .central_answer(activity.id)
        .filter(|one| one.standing == Standing::Asked);
    let own_bar = answer.and_then(|one| {
        let degree = match dimension {
            Dimension::Process => one.process,
            Dimension::Solution => one.solution,
            Dimension::Centralisation => None,
        };
        bar_of(dimension, one.organisation, degree)
    });
    let own = answer.and_then(|one| description::rating(one, dimension, &source.round.profile));
    let unusual = own_bar.and_then(|bar| unusualness(histogram, bar));
    let mut cells = vec![
        Cell::from(activity.title),
        Cell::from(activity.id.to_string()),
        Cell::from(dimension.title()),
        own.map_or_else(|| Cell::Missing("ikke besvaret".to_owned()), Cell::from),
        match unusual {
            Some(share) if found => Cell::Number(share),
            None if found && own_bar.is_some() => Cell::Missing("skjult".to_owned()),
            _ => Cell::Empty,
        },
    ];
    for part in [Dimension::Centralisation, Dimension::Process] {
        let is_own =
            (part == Dimension::Centralisation) == (dimension == Dimension::Centralisation);
        for bar in 0..bars_of(part) {
            cells.push(if is_own {
                share(histogram, bar)
            } else {
                Cell::Empty
            });
        }
    }
    let summary = source.group?.summary;
    let title = if answers.of_all {
        "Alle"
    } else {
        let group = summary.group(activity.id.area.domain, dimension);
        group.map_or("", |group| group.title.as_str())
    };
    cells.extend([
        Cell::Number(f64::from(histogram.n)),
        text(title),
        text(&source.dataset_label()),
    ]);
    Some(Line {
        key: (unusual.unwrap_or(-1.0), distance(histogram, own_bar)),
        row: Row::new(RowKind::Ordinary, cells).leading_to(Route::SurveyActivity(activity.id)),
    })
}

fn share(histogram: &Histogram, bar: usize) -> Cell {
    match histogram.bars.get(bar) {
        Some(Some(count)) => Cell::Number(f64::from(*count) / f64::from(histogram.n)),
        _ => Cell::Missing("skjult".to_owned()),
    }
}

/// How many bars the own answer lies from the mean of those that are shown.
#[allow(clippy::cast_precision_loss, reason = "five bars")]
fn distance(histogram: &Histogram, own_bar: Option<usize>) -> f64 {
    let Some(own) = own_bar else { return 0.0 };
    let known = histogram.bars.iter().enumerate();
    let (mut sum, mut n) = (0.0, 0.0);
    for (bar, count) in known.filter_map(|(bar, count)| Some((bar, (*count)?))) {
        sum += bar as f64 * f64::from(count);
        n += f64::from(count);
    }
    if n > 0.0 {
        (own as f64 - sum / n).abs()
    } else {
        0.0
    }
}
