//! Beregninger: the municipality's business cases, and the models there are.

use crate::calculators::{self, Model, model::Level};
use crate::document::html::escape;
use crate::document::tables::valued;
use crate::domain::decisions::{Case, CaseId};
use crate::picture::form::shape::{Cell, Row};
use crate::route::{Name, Route};

use super::case::amount;
use super::fields::{button, together};
use super::{Planner, link, proposals as list, words};

pub(crate) use crate::document::tables::plan::case_name as title;

pub(super) fn write(planner: &mut Planner<'_, '_>) {
    planner.page.paragraph(
        "En beregning viser, hvad et forslag kan være værd hos jer, med jeres egne tal. Modellerne er KLK's og kommunernes fra »Kommunale veje til effektivisering« (2017) og møderne om effektiv drift; hvor kilderne modsiger sig selv, står det ved beregningen.",
    );
    own(planner);
    models(planner);
}

fn own(planner: &mut Planner<'_, '_>) {
    planner.page.heading("Jeres beregninger");
    if planner.decisions.cases.is_empty() {
        planner.page.paragraph(
            "I har ingen beregninger endnu. Begynd fra et forslag, så kommer områdernes årsværk med, eller vælg en model herunder.",
        );
        return;
    }
    let cases = planner.decisions.cases.iter();
    let rows: Vec<Row> = cases
        .filter_map(|(id, case)| row(planner, id, case))
        .collect();
    planner.form_table(
        "beregninger",
        "Jeres beregninger",
        &["Beregning", "Forslag", "Resultat", "Bruges i planen"],
        rows,
    );
}

fn row(planner: &Planner<'_, '_>, id: &CaseId, case: &Case) -> Option<Row> {
    let name = Name::new(&id.0)?;
    let proposal = case.proposal.as_ref().map_or_else(
        || "–".to_owned(),
        |id| list::proposal_link(id, &words::proposal_name(id)),
    );
    let mut actions = planner.decisions.actions.values();
    let used = actions.any(|action| action.case.as_ref() == Some(id));
    Some(Row {
        id: format!("beregning-{id}"),
        head: link(&Route::Case(name).href(), &title(case)),
        cells: vec![
            Cell::Html(proposal),
            Cell::Html(escape(&result(planner, case))),
            Cell::Html(if used { "Ja" } else { "Nej" }.to_owned()),
        ],
    })
}

/// What a business case gives, in a few words.
fn result(planner: &Planner<'_, '_>, case: &Case) -> String {
    let Some((model, evaluation)) = valued::evaluated(planner.page.source, case) else {
        return "Modellen findes ikke i denne udgave".to_owned();
    };
    let missing = evaluation.missing.len();
    if missing > 0 {
        return match missing {
            1 => "Mangler 1 tal".to_owned(),
            more => format!("Mangler {more} tal"),
        };
    }
    let grid = evaluation
        .outcome
        .as_ref()
        .and_then(|all| all.expected.grid.as_ref());
    let years = grid.map(calculators::Grid::years);
    match evaluation.result() {
        None => "Et tal skal rettes".to_owned(),
        Some(result) => amount(model, &evaluation.target, &result, years)
            .unwrap_or_else(|| "Kan ikke regnes ud med disse tal".to_owned()),
    }
}

fn models(planner: &mut Planner<'_, '_>) {
    planner.page.heading("Modellerne");
    planner.page.markup(&format!(
        "<p>To værktøjer står for sig: {} viser, hvilke processer der egner sig til en robot, og {} samler compliance og e-handel for hver enhed og hvert kvartal.</p>",
        link(&Route::Screening.href(), "robotscreeningen"),
        link(&Route::Purchasing.href(), "indkøbstallene")
    ));
    let rows = calculators::models()
        .iter()
        .filter_map(|model| model_row(planner, model))
        .collect();
    planner.form_table(
        "modeller",
        "Modeller, som I kan regne med",
        &[
            "Model",
            "Hvad den regner",
            "Kilden giver",
            "Forslag",
            "Begynd",
        ],
        rows,
    );
}

fn model_row(planner: &Planner<'_, '_>, model: &Model) -> Option<Row> {
    let case = format!(
        "{}-{}",
        model.id,
        planner.new_id('t').trim_start_matches('t')
    );
    let name = Name::new(&case)?;
    let mut begin = button(&format!("ny-{}", model.id), "Ny beregning")
        .said(&format!("Ny beregning: {}", model.title))
        .sets(&["cases", &case, "model"], Some(model.id.0.clone().into()));
    if let [proposal] = model.proposals.as_slice() {
        begin = begin.sets(
            &["cases", &case, "proposal"],
            Some(proposal.0.clone().into()),
        );
    }
    let links: Vec<String> = model
        .proposals
        .iter()
        .map(|id| list::proposal_link(id, &id.0))
        .collect();
    let level = match model.level {
        Level::Formula => "formel og tal",
        Level::Template => "en skabelon",
        Level::Partial => "en metode, som Kommunebenchmark har læst",
    };
    Some(Row {
        id: format!("model-{}", model.id),
        head: escape(&format!("{} {}", model.id, model.title)),
        cells: vec![
            Cell::Html(escape(&model.about)),
            Cell::Html(level.to_owned()),
            Cell::Html(links.join(", ")),
            together(vec![begin.then(Route::Case(name).href()).cell()]),
        ],
    })
}
