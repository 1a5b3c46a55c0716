//! One business case: what is put in, what comes out, and how.

mod formulas;
pub(crate) mod inputs;
pub(crate) mod results;
mod years;

use crate::calculators::{Evaluation, Model};
use crate::document::html::escape;
use crate::document::tables::valued;
use crate::domain::decisions::{Case, CaseId, ProposalId};
use crate::domain::source::Source;
use crate::plan::integrity::uses_of_case;
use crate::plan::order::in_order;
use crate::proposals;
use crate::route::{Name, Route};

use super::fields::{button, choice, path, together};
use super::{Planner, action_plan, cases, link, listed, words};
use crate::picture::form::shape::Row;

pub(super) use results::amount;

pub(super) fn write(planner: &mut Planner<'_, '_>, id: &str) {
    let id = CaseId::from(id);
    let Some(case) = planner.decisions.cases.get(&id) else {
        planner.page.markup(&format!(
            "<p>Beregningen findes ikke længere. {}</p>",
            link(&Route::Cases.href(), "Se alle beregninger")
        ));
        return;
    };
    let Some((model, evaluation)) = valued::evaluated(planner.page.source, case) else {
        planner.page.markup(&format!(
            "<p>Modellen {} findes ikke i denne udgave af programmet. Jeres tal er ikke rørt.</p>",
            escape(&case.model.0)
        ));
        return;
    };
    head(planner, &id, case, model);
    inputs::write(planner, &id, case, model, &evaluation);
    results::write(planner, case, model, &evaluation);
    done(planner, &id, case, model);
    method(planner, model, &evaluation);
}

fn head(planner: &mut Planner<'_, '_>, id: &CaseId, case: &Case, model: &Model) {
    planner.about(&cases::title(case), Route::Cases);
    planner
        .page
        .markup(&format!("<p class=\"lead\">{}</p>", escape(&model.about)));
    let mut remarks: Vec<String> = model.reading.iter().map(|text| escape(text)).collect();
    remarks.extend(model.contradictions.iter().map(|text| escape(text)));
    if !remarks.is_empty() {
        planner.alert("info", "Vær opmærksom på kilden", &listed(&remarks));
    }
    let fields = planner.fields();
    let at = |key: &str| path(&["cases", &id.0, key]);
    let none = (None, "Intet forslag valgt".to_owned());
    let options = proposals::proposals()
        .iter()
        .map(|one| (Some(one.id.0.clone().into()), words::named(one)));
    let chosen = case.proposal.as_ref().map(|id| id.0.clone().into());
    let mut rows = vec![
        fields
            .line("Beregningens navn", at("title"), case.title.as_deref())
            .hint("Tomt: modellens navn.")
            .row(),
        choice(
            "Forslag, som beregningen hører til",
            at("proposal"),
            std::iter::once(none).chain(options).collect(),
            chosen.as_ref(),
        )
        .hint("Forslaget bestemmer, hvilke områders årsværk der kan frigøres.")
        .row(),
    ];
    if let Some(horizon) = &model.grid {
        let hint = format!("Fra 4 til 10 år. Tomt: modellens {} år.", horizon.years);
        rows.push(
            fields
                .whole("Antal år", at("years"), (4, 10), case.years.map(u32::from))
                .hint(&hint)
                .row(),
        );
    }
    planner.form("beregningen", "", rows);
}

/// What can be done with it.
fn done(planner: &mut Planner<'_, '_>, id: &CaseId, case: &Case, model: &Model) {
    planner.page.heading("Brug beregningen");
    let fields = planner.fields();
    let note = fields.lines(
        "Noter: hvor tallene kommer fra",
        path(&["cases", &id.0, "note"]),
        case.note.as_deref(),
    );
    let mut cells = Vec::new();
    match &case.proposal {
        _ if model.grid.is_none() => planner
            .page
            .paragraph("Nøgletal kan ikke være en handlings gevinst. Brug dem som mål."),
        Some(proposal) => cells.extend(to_plan(planner, id, proposal)),
        None => planner
            .page
            .paragraph("Vælg et forslag ovenfor for at sætte beregningen i planen."),
    }
    let used: Vec<String> = uses_of_case(planner.decisions, id)
        .iter()
        .map(|action| action_plan::title_of(planner, action))
        .collect();
    let question = if used.is_empty() {
        "Vil I slette beregningen? I kan fortryde bagefter.".to_owned()
    } else {
        format!(
            "Beregningen bruges i planen af {}. Sletter I den, tæller handlingen ikke længere med dens gevinst. I kan fortryde bagefter.",
            words::and(&used)
        )
    };
    let delete = button("slet-beregning", "Slet beregningen")
        .sets(&["cases", &id.0], None)
        .confirm(question)
        .then(Route::Cases.href());
    cells.push(delete.cell());
    let row = Row {
        id: "brug-row".to_owned(),
        head: String::new(),
        cells: vec![together(cells)],
    };
    planner.form("brug-beregningen", "", vec![note.row(), row]);
}

/// The way into the plan: a new action, or the case of one that is there.
fn to_plan(
    planner: &Planner<'_, '_>,
    id: &CaseId,
    proposal: &ProposalId,
) -> Option<crate::picture::form::shape::Cell> {
    let mut actions = planner.decisions.actions.iter();
    let there = actions.find(|(_, action)| action.proposal == *proposal);
    let key = there.map_or_else(|| proposal.0.clone(), |(action, _)| action.0.clone());
    let name = Name::new(&key)?;
    let open = Route::Action(name).href();
    Some(match there {
        Some((_, action)) if action.case.as_ref() == Some(id) => {
            button("se-i-planen", "Se handlingen i planen")
                .then(open)
                .primary()
                .cell()
        }
        Some(_) => button("brug-i-planen", "Brug beregningen i planens handling")
            .sets(&["actions", &key, "case"], Some(id.0.clone().into()))
            .then(open)
            .primary()
            .cell(),
        None => {
            let last = in_order(planner.decisions)
                .last()
                .map_or(0, |(_, action)| action.order);
            button(
                "saet-i-planen",
                "Sæt forslaget i handleplanen med denne beregning",
            )
            .sets(
                &["actions", &key, "proposal"],
                Some(proposal.0.clone().into()),
            )
            .sets(
                &["actions", &key, "order"],
                Some(last.saturating_add(1).into()),
            )
            .sets(&["actions", &key, "case"], Some(id.0.clone().into()))
            .then(open)
            .primary()
            .cell()
        }
    })
}

/// How it is computed, and the source's own example.
fn method(planner: &mut Planner<'_, '_>, model: &Model, evaluation: &Evaluation) {
    planner.page.heading("Sådan er det regnet");
    let table = formulas::table(model, evaluation);
    planner.page.table(&table, false);
    let items: Vec<String> = model
        .examples
        .iter()
        .map(|one| formulas::example(model, one))
        .collect();
    if !items.is_empty() {
        planner.subheading("Kildens egne tal, som modellen gengiver");
        planner.list(&items);
    }
    if model
        .formulas
        .iter()
        .any(|one| one.expression.text().contains("known("))
    {
        planner
            .page
            .aside("»kendt(x; 0)« er x, hvis tallet er skrevet, ellers 0.");
    }
    let sources: Vec<String> = model.sources.iter().map(Source::danish).collect();
    planner.page.aside(&format!(
        "Kilder: {}. Model {}.",
        sources.join("; "),
        model.id
    ));
}
