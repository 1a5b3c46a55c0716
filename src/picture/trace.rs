//! From a figure to what made it: formulas with the numbers put in.

use crate::danish::{format_number, format_signed};
use crate::document::table::{Cell, Column, Form, Row, RowKind, Table};
use crate::document::tables::group_answers::{Selection, selected};
use crate::document::tables::resources_beside::compared;
use crate::domain::catalogue;
use crate::domain::ids::{AreaId, Domain};
use crate::domain::rating::Dimension;
use crate::peers::comparison::Beside;
use crate::peers::resources::{Resources, Withheld};
use crate::route::Route;
use crate::scoring::{AreaScore, DomainScore};

use super::{Page, dataset, words};

/// Formulas as a table.
#[derive(Default)]
struct Formulas(Vec<Row>);

impl Formulas {
    fn add(
        &mut self,
        what: impl Into<String>,
        formula: impl Into<String>,
        result: impl Into<String>,
    ) {
        let cells = [what.into(), formula.into(), result.into()].map(Cell::from);
        self.0.push(Row::new(RowKind::Ordinary, cells.into()));
    }

    fn table(self, title: &str) -> Table {
        Table {
            title: title.to_owned(),
            notes: vec![
                "Formlerne vises med to decimaler; der regnes med alle. Afrunding sker først, når et tal vises."
                    .to_owned(),
            ],
            columns: ["Tal", "Sådan er det regnet", "Resultat"]
                .map(|title| Column::new(title, Form::Text))
                .into(),
            rows: self.0,
        }
    }
}

fn two(number: f64) -> String {
    format_number(number, 2)
}

/// The figures of an area beside the group.
pub(super) fn area(page: &mut Page<'_>, area: AreaId, with_potential: bool) {
    let source = page.source;
    let Some(score) = source.scorecard.area(area) else {
        return;
    };
    let mut formulas = Formulas::default();
    bounds(&mut formulas, score);
    let beside = source.group.and_then(|group| {
        let domain = group.comparison.domain(area.domain)?;
        domain.areas.iter().find(|one| one.area == area)
    });
    if let Some(beside) = beside {
        deviations(&mut formulas, page, area.domain, &beside.beside, |one| {
            score.score(one)
        });
        if beside.provisional {
            formulas.add(
                "Afvigelse",
                "vises ikke, fordi under 60 % af området er besvaret",
                "foreløbig",
            );
        }
    }
    let resources = compared(source).into_iter().flat_map(|domain| domain.areas);
    let own = resources.into_iter().find(|one| one.area == area);
    if let Some(own) = &own {
        rates(&mut formulas, page, area.domain, &own.resources);
        if with_potential {
            potential(&mut formulas, own);
        }
    }
    page.heading("Sådan er tallene ved siden af gruppen regnet");
    page.beside();
    page.table(&formulas.table("Formler"), true);
    if source
        .group
        .is_some_and(|group| !group.summary.answers.is_empty())
    {
        for dimension in Dimension::ALL {
            let mut table = selected(
                source,
                Selection {
                    area: Some(area),
                    dimension: Some(dimension),
                    ..Selection::default()
                },
            );
            table.title = format!(
                "Svar i gruppen: {}",
                crate::danish::lower(dimension.title())
            );
            // Whose numbers they are, the page says; what must be known of the group, once.
            table.notes.remove(0);
            if dimension != Dimension::ALL[0] {
                table.notes.clear();
            }
            page.table(&table, true);
        }
    }
}

/// The lowest and highest there could be.
fn bounds(formulas: &mut Formulas, score: &AreaScore) {
    for dimension in Dimension::ALL {
        let Some((low, high)) = score.bounds(dimension) else {
            continue;
        };
        let mean = score.means.get(dimension);
        let open = score.coverage.relevant.saturating_sub(mean.n);
        if open == 0 {
            continue;
        }
        let sum = two(mean.hundredths / 100.0);
        let relevant = score.coverage.relevant;
        formulas.add(
            format!("{}: lavest og højest mulige", dimension.title()),
            format!(
                "({sum} + {open} ubesvarede × 0) / {relevant} til ({sum} + {open} × {}) / {relevant}",
                dimension.max()
            ),
            format!("{} til {}", two(low), two(high)),
        );
    }
}

fn deviations(
    formulas: &mut Formulas,
    page: &Page<'_>,
    domain: Domain,
    beside: &Beside,
    own: impl Fn(Dimension) -> Option<f64>,
) {
    let Some(group) = page.source.group else {
        return;
    };
    for dimension in Dimension::ALL {
        let statistic = beside.group.get(dimension).as_ref();
        let (Some(own), Some(statistic)) = (own(dimension), statistic) else {
            continue;
        };
        let title = dimension.title();
        let of = group.summary.group(domain, dimension);
        let of = of.map_or_else(String::new, |group| group.title.clone());
        let n = dataset::n_text(statistic.n);
        if let Some(deviation) = *beside.deviation.get(dimension) {
            formulas.add(
                format!("{title}: afvigelse"),
                format!(
                    "{} − {} (gennemsnit af {of}, {n})",
                    two(own),
                    two(statistic.mean)
                ),
                format_signed(deviation, 2),
            );
        }
        if let (Some(to_median), Some(median)) =
            (*beside.to_median.get(dimension), statistic.median())
        {
            formulas.add(
                format!("{title}: afstand til median"),
                format!("{} − {} (median af {of}, {n})", two(own), two(median)),
                format_signed(to_median, 2),
            );
        }
        if let Some(rank) = *beside.rank.get(dimension) {
            formulas.add(
                format!("{title}: plads"),
                format!(
                    "{} har et højere tal, plus 1",
                    words::counted(rank.place as usize - 1, "kommune", "kommuner")
                ),
                format!("{} af {}", rank.place, rank.of),
            );
        }
    }
}

fn rates(formulas: &mut Formulas, page: &Page<'_>, domain: Domain, own: &Resources) {
    let profile = &page.source.round.profile;
    let (times, size, what) = match domain {
        Domain::Economy => ("10.000", profile.population, "indbyggere"),
        Domain::Payroll => ("1.000", profile.employees, "ansatte"),
    };
    if let (Some(fte), Some(rate), Some(size)) = (own.fte, own.rate, size) {
        formulas.add(
            format!("Årsværk pr. {times} {what}"),
            format!(
                "{} årsværk × {times} / {} {what}",
                two(fte),
                format_number(f64::from(size), 0)
            ),
            two(rate),
        );
    }
    if let (Some(rate), Some(group), Some(deviation)) = (own.rate, &own.group, own.deviation) {
        formulas.add(
            "Ressourcer: afvigelse",
            format!(
                "{} − {} (gruppens gennemsnit, {})",
                two(rate),
                two(group.mean),
                dataset::n_text(group.n)
            ),
            format_signed(deviation, 2),
        );
    }
}

fn potential(formulas: &mut Formulas, own: &crate::peers::resources::AreaResources) {
    let (Some(fte), Some(rate)) = (own.resources.fte, own.resources.rate) else {
        return;
    };
    match &own.potential {
        Err(Withheld::NotReal) => {}
        Err(why) => formulas.add("Potentiale", "vises ikke", why.danish()),
        Ok(found) => {
            let mean = own.resources.group.as_ref().map_or(0.0, |group| group.mean);
            formulas.add(
                "Potentiale til gennemsnittet (regneeksempel)",
                format!(
                    "({} − {}) × {} årsværk / {}, mindst 0",
                    two(rate),
                    two(mean),
                    two(fte),
                    two(rate)
                ),
                format!(
                    "{} årsværk ({}–{})",
                    format_number(found.to_mean.expected, 1),
                    format_number(found.to_mean.low, 1),
                    format_number(found.to_mean.high, 1)
                ),
            );
        }
    }
}

/// The figures of a domain: how "Samlet" came about, and how it lies beside the group.
pub(super) fn domain(page: &mut Page<'_>, domain: Domain) {
    let source = page.source;
    let Some(score) = source.scorecard.domain(domain) else {
        page.paragraph("Området er valgt fra på siden Kommune.");
        return;
    };
    page.table(&areas_table(score), false);
    let mut formulas = Formulas::default();
    totals(&mut formulas, score);
    if let Some(beside) = source
        .group
        .and_then(|group| group.comparison.domain(domain))
    {
        deviations(&mut formulas, page, domain, &beside.total, |one| {
            *score.total.get(one)
        });
    }
    let own = compared(source);
    if let Some(own) = own.iter().find(|one| one.domain == domain) {
        rates(&mut formulas, page, domain, &own.total);
    }
    page.heading("Sådan er tallene regnet");
    page.beside();
    page.table(&formulas.table("Formler"), true);
}

fn areas_table(score: &DomainScore) -> Table {
    let mut columns = vec![Column::new("Område", Form::Text)];
    columns.extend(Dimension::ALL.map(|one| Column::new(one.title(), Form::Number(2))));
    columns.push(Column::new("Årsværk", Form::Number(2)));
    let rows = score.areas.iter().map(|area| {
        let mut cells = vec![Cell::from(words::area_title(area.area))];
        cells.extend(Dimension::ALL.map(|one| Cell::from(area.score(one))));
        cells.push(Cell::from(area.fte));
        Row::new(RowKind::Ordinary, cells).leading_to(Route::OverviewArea(area.area))
    });
    Table {
        title: format!("{}: områderne", catalogue::domain_title(score.domain)),
        notes: Vec::new(),
        columns,
        rows: rows.collect(),
    }
}

/// "Samlet" and "Samlet vægtet med årsværk" as divisions.
fn totals(formulas: &mut Formulas, score: &DomainScore) {
    for dimension in Dimension::ALL {
        let scores: Vec<f64> = score
            .areas
            .iter()
            .filter_map(|area| area.score(dimension))
            .collect();
        let Some(total) = *score.total.get(dimension) else {
            continue;
        };
        formulas.add(
            format!("{}: Samlet", dimension.title()),
            format!(
                "{} (summen af områdernes tal) / {}",
                two(scores.iter().sum()),
                words::areas(scores.len())
            ),
            two(total),
        );
        let weighed: Vec<(f64, f64)> = score
            .areas
            .iter()
            .filter_map(|area| area.score(dimension).zip(area.fte))
            .collect();
        if let Some(weighted) = *score.weighted.get(dimension) {
            let products: f64 = weighed.iter().map(|(score, fte)| score * fte).sum();
            let fte: f64 = weighed.iter().map(|(_, fte)| fte).sum();
            formulas.add(
                format!("{}: Samlet vægtet med årsværk", dimension.title()),
                format!(
                    "{} (summen af tal × årsværk) / {} årsværk",
                    two(products),
                    two(fte)
                ),
                two(weighted),
            );
        }
        if let Some((low, high)) = score
            .bounds(dimension)
            .filter(|(low, high)| high - low > 1e-9)
        {
            formulas.add(
                format!("{}: lavest og højest mulige", dimension.title()),
                "gennemsnit af områdernes lavest og højest mulige",
                format!("{} til {}", two(low), two(high)),
            );
        }
    }
}
