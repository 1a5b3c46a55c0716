//! Hvad hvis: the picture after chosen proposals, beside today and the group.

mod indicators;

use crate::charts::{Request, specification};
use crate::danish::{format_number, format_signed};
use crate::document::html::escape;
use crate::document::table::{Cell as TableCell, Column, Form, Row as TableRow, RowKind, Table};
use crate::domain::catalogue;
use crate::domain::decisions::ProposalId;
use crate::domain::ids::{AreaId, Domain};
use crate::domain::rating::Dimension;
use crate::picture::form::shape::{Cell, Row};
use crate::picture::{Drawn, figures};
use crate::plan::order::in_order;
use crate::plan::what_if::{Picture, WhatIf, what_if};
use crate::proposals::{self, Proposal};
use crate::route::Route;
use crate::scoring::DomainScore;

use super::fields::{button, check, path};
use super::{Planner, listed, proposals as list, words};

pub(super) fn write(planner: &mut Planner<'_, '_>) {
    planner.page.paragraph(
        "Prøv, hvordan billedet ser ud, når nogle forslag er gennemført. Vælg forslagene her; hvor meget hvert flytter, skriver I på forslagets side. Beregninger bruges ikke her. Intet af det ændrer jeres svar.",
    );
    choose(planner);
    let source = planner.page.source;
    let chosen = in_their_order(planner);
    let outcome = what_if(
        source.round,
        source.scorecard,
        &chosen,
        &planner.decisions.moves,
    );
    if planner.decisions.what_if.is_empty() {
        planner
            .page
            .paragraph("Vælg mindst ét forslag for at se et andet billede end i dag.");
        return;
    }
    if !chosen
        .iter()
        .any(|id| planner.decisions.moves.contains_key(id))
    {
        planner.page.paragraph(
            "De valgte forslag flytter intet endnu: Skriv virkningen på forslagets side.",
        );
        return;
    }
    not_moved(planner, &outcome);
    for domain in source.scorecard.domains.iter().map(|one| one.domain) {
        beside(planner, domain, &outcome);
    }
    indicators::write(planner, &outcome);
}

/// The tried proposals: those of the plan in its order, then the others.
fn in_their_order(planner: &Planner<'_, '_>) -> Vec<ProposalId> {
    let tried = &planner.decisions.what_if;
    let of_plan = in_order(planner.decisions)
        .into_iter()
        .map(|(_, action)| action.proposal.clone());
    let mut all: Vec<ProposalId> = of_plan.filter(|id| tried.contains(id)).collect();
    for id in tried {
        if !all.contains(id) {
            all.push(id.clone());
        }
    }
    all
}

fn choose(planner: &mut Planner<'_, '_>) {
    let decisions = planner.decisions;
    let has_effect = |one: &&Proposal| decisions.moves.contains_key(&one.id);
    let all = proposals::proposals();
    let (first, last) = (
        all.iter().filter(has_effect),
        all.iter().filter(|one| !has_effect(one)),
    );
    let rows = first
        .chain(last)
        .map(|one| {
            let moved = decisions
                .moves
                .get(&one.id)
                .map_or(0, std::collections::BTreeMap::len);
            let text = match moved {
                0 => format!(
                    "ingen virkning skrevet endnu; {}",
                    list::proposal_link(&one.id, "skriv den på forslagets side")
                ),
                1 => format!(
                    "flytter 1 område; {}",
                    list::proposal_link(&one.id, "ret på forslagets side")
                ),
                many => format!(
                    "flytter {many} områder; {}",
                    list::proposal_link(&one.id, "ret på forslagets side")
                ),
            };
            let name = words::named(one);
            Row {
                id: format!("proev-{}", one.id),
                head: String::new(),
                cells: vec![
                    check(
                        &name,
                        path(&["what_if", &one.id.0]),
                        decisions.what_if.contains(&one.id),
                    )
                    .cell(),
                    Cell::Html(format!("<span class=\"muted\">{text}</span>")),
                ],
            }
        })
        .collect();
    let mut plans = button("planens-forslag", "Vælg planens forslag");
    for action in decisions.actions.values() {
        plans = plans.sets(&["what_if", &action.proposal.0], Some(true.into()));
    }
    if !decisions.actions.is_empty() {
        planner.form("planens", "", vec![plans.row()]);
    }
    planner.form("proev", "Forslag, som I prøver", rows);
}

/// Moves of what has no score.
fn not_moved(planner: &mut Planner<'_, '_>, outcome: &WhatIf) {
    let items: Vec<String> = outcome
        .not_moved
        .iter()
        .map(|(id, area, dimension)| {
            format!(
                "{}: {}, {}",
                escape(&words::proposal_name(id)),
                escape(&words::area(*area)),
                crate::danish::lower(dimension.title())
            )
        })
        .collect();
    if !items.is_empty() {
        let markup = format!(
            "<p>Områderne har ingen score at flytte; svar først i skemaet:</p>{}",
            listed(&items)
        );
        planner.alert("info", "Noget kan ikke flyttes endnu", &markup);
    }
}

fn score(picture: &Picture, area: AreaId, dimension: Dimension) -> Option<f64> {
    picture.scorecard.area(area)?.score(dimension)
}

fn beside(planner: &mut Planner<'_, '_>, domain: Domain, outcome: &WhatIf) {
    let (Some(before), Some(after)) = (
        outcome.before.scorecard.domain(domain),
        outcome.after.expected.scorecard.domain(domain),
    ) else {
        return;
    };
    let title = catalogue::domain_title(domain);
    planner.page.heading(title);
    let source = planner.page.source;
    let mut chart = figures::marks(source, after, None);
    "Efter".clone_into(&mut chart.own);
    chart.group = figures::marks(source, before, None).marks;
    "I dag".clone_into(&mut chart.group_name);
    planner.page.figure(Drawn {
        id: figures::id("hvad-hvis", domain),
        title: format!("{title}: områderne i dag og efter de valgte forslag"),
        summary: "Hvert område i centralisering og digitalisering, i dag og efter. Tallene står i tabellen under diagrammet.".to_owned(),
        specification: specification(&Request::Picture(chart)),
        beside: false,
        table: None,
    });
    let table = table(planner, domain, outcome, before, after);
    planner.page.beside();
    planner.page.table(&table, source.group.is_some());
}

fn table(
    planner: &Planner<'_, '_>,
    domain: Domain,
    outcome: &WhatIf,
    before: &DomainScore,
    after: &DomainScore,
) -> Table {
    let group = planner.page.source.group;
    let deviation = group.and_then(|group| group.comparison.domain(domain));
    let one =
        |value: Option<f64>| value.map_or_else(|| "–".to_owned(), |value| format_number(value, 1));
    let pair = |before: Option<f64>, after: Option<f64>| {
        let change = before
            .zip(after)
            .map_or(0.0, |(before, after)| after - before);
        if change.abs() < 0.005 {
            one(before)
        } else {
            format!(
                "{} → {} ({})",
                one(before),
                one(after),
                format_signed(change, 2)
            )
        }
    };
    let mut rows = Vec::new();
    for area in &before.areas {
        let later = after.areas.iter().find(|one| one.area == area.area);
        let mean = |dimension: Dimension| {
            let beside = deviation?.areas.iter().find(|one| one.area == area.area)?;
            beside
                .beside
                .group
                .get(dimension)
                .as_ref()
                .map(|one| one.mean)
        };
        let mut cells = vec![words::area(area.area)];
        for dimension in Dimension::ALL {
            cells.push(pair(
                area.score(dimension),
                score(&outcome.after.expected, area.area, dimension),
            ));
            if group.is_some() {
                cells.push(one(mean(dimension)));
            }
        }
        cells.push(fte(
            area.fte,
            later.and_then(|later| later.fte),
            outcome,
            area.area,
        ));
        let row = TableRow::new(
            RowKind::Ordinary,
            cells.into_iter().map(TableCell::from).collect(),
        );
        rows.push(row.leading_to(Route::OverviewArea(area.area)));
    }
    let mut total = vec!["Samlet".to_owned()];
    for dimension in Dimension::ALL {
        total.push(pair(
            *before.total.get(dimension),
            *after.total.get(dimension),
        ));
        if group.is_some() {
            let mean = deviation
                .and_then(|one| one.total.group.get(dimension).as_ref().map(|one| one.mean));
            total.push(one(mean));
        }
    }
    total.push(pair(before.fte, after.fte));
    rows.push(TableRow::new(
        RowKind::Total,
        total.into_iter().map(TableCell::from).collect(),
    ));
    let mut columns = vec![Column::new("Område", Form::Text)];
    for dimension in Dimension::ALL {
        columns.push(Column::new(dimension.title(), Form::Text));
        if group.is_some() {
            columns.push(Column::new("Gruppen", Form::Text));
        }
    }
    columns.push(Column::new("Årsværk", Form::Text));
    Table {
        title: format!("{}: i dag → efter", catalogue::domain_title(domain)),
        notes: vec!["To forslag kan ikke frigøre de samme årsværk; planens rækkefølge bestemmer, hvem der tager først.".to_owned()],
        columns,
        rows,
    }
}

/// FTE before and after; as a range where it is one.
fn fte(before: Option<f64>, after: Option<f64>, outcome: &WhatIf, area: AreaId) -> String {
    let Some((before, after)) = before.zip(after) else {
        return "–".to_owned();
    };
    let of = |picture: &Picture| picture.scorecard.area(area).and_then(|area| area.fte);
    let (Some(low), Some(high)) = (of(&outcome.after.high), of(&outcome.after.low)) else {
        return format_number(before, 1);
    };
    if (high - before).abs() < 0.005 && (low - before).abs() < 0.005 {
        return format_number(before, 1);
    }
    let number = |value: f64| format_number(value, 1);
    format!(
        "{} → {}",
        number(before),
        words::range(low, after, high, number)
    )
}
