//! By how much a proposal moves which areas, as the municipality expects.

use crate::document::html::escape;
use crate::domain::decisions::{Move, ProposalId, Range};
use crate::picture::form::shape::{Cell, Row};
use crate::picture::planning::fields::path;
use crate::picture::planning::{Planner, words};
use crate::proposals::{Aim, Proposal};

/// By how much it moves which areas, as the municipality expects.
pub(super) fn write(planner: &mut Planner<'_, '_>, proposal: &Proposal) {
    planner.page.heading("Jeres skøn over virkningen");
    planner.page.paragraph(
        "Skriv, hvor meget forslaget flytter områderne hos jer: centraliseringsgraden på skalaen fra 0 til 3, digital proces og digital løsning på skalaen fra 0 til 1 (fx 0,2), og procent af områdets årsværk. Felterne er tomme, fordi kilderne ikke siger det for jeres kommune. Tallene bruges på siden »Hvad hvis« og i planen, hvor ingen beregning er valgt. De ændrer ingen svar.",
    );
    let given = planner.decisions.moves.get(&proposal.id);
    let aims: Vec<Aim> = [Aim::Centralisation, Aim::Process, Aim::Solution]
        .into_iter()
        .filter(|&aim| proposal.aims_at(aim))
        .collect();
    let rows = proposal
        .areas
        .iter()
        .filter(|one| planner.page.source.scorecard.area(one.area).is_some())
        .map(|one| {
            let area = one.area;
            let given = given
                .and_then(|areas| areas.get(&area))
                .cloned()
                .unwrap_or_default();
            Row {
                id: format!("flyt-{area}"),
                head: escape(&words::area(area)),
                cells: move_cells(planner, &proposal.id, &area.to_string(), &aims, &given),
            }
        })
        .collect();
    let mut columns = vec!["Område"];
    columns.extend(aims.iter().map(|aim| aim_title(*aim)));
    columns.extend(["Årsværk, lav %", "Årsværk, forventet %", "Årsværk, høj %"]);
    planner.form_table("flytter", "Forslagets virkning hos jer", &columns, rows);
}

const fn aim_title(aim: Aim) -> &'static str {
    match aim {
        Aim::Centralisation => "Centralisering, point",
        Aim::Process => "Digital proces, point",
        Aim::Solution => "Digital løsning, point",
        Aim::Resources => "Årsværk",
    }
}

fn move_cells(
    planner: &Planner<'_, '_>,
    id: &ProposalId,
    area: &str,
    aims: &[Aim],
    given: &Move,
) -> Vec<Cell> {
    let fields = planner.fields();
    let mut cells: Vec<Cell> = aims
        .iter()
        .map(|&aim| {
            let (key, value, max) = match aim {
                Aim::Centralisation => ("centralisation", given.centralisation, 3.0),
                Aim::Process => ("process", given.process, 1.0),
                _ => ("solution", given.solution, 1.0),
            };
            let label = format!("{area}: {}", aim_title(aim));
            fields
                .number(&label, path(&["moves", &id.0, area, key]), value)
                .wrong(words::within(value, -max, max))
                .cell()
        })
        .collect();
    let percent = given.fte_percent;
    let ends = [
        ("low", "lav", percent.low),
        ("expected", "forventet", percent.expected),
        ("high", "høj", percent.high),
    ];
    cells.extend(ends.map(|(key, word, value)| {
        let label = format!("{area}: procent af årsværkene, {word}");
        let at = path(&["moves", &id.0, area, "fte_percent", key]);
        fields
            .number(&label, at, value)
            .wrong(words::within(value, 0.0, 100.0))
            .wrong(out_of_order(key, given.fte_percent))
            .cell()
    }));
    cells
}

/// What is wrong with the order of the three percentages, at the field that is to be mended.
fn out_of_order(key: &str, percent: Range) -> Option<String> {
    let above = |one: Option<f64>, other: Option<f64>| {
        one.zip(other).is_some_and(|(one, other)| one > other)
    };
    let text = match key {
        "low" if above(percent.low, percent.expected) => {
            "Det laveste tal er større end det forventede."
        }
        "low" if above(percent.low, percent.high) => "Det laveste tal er større end det højeste.",
        "high" if above(percent.expected, percent.high) => {
            "Det højeste tal er mindre end det forventede."
        }
        _ => return None,
    };
    Some(text.to_owned())
}
