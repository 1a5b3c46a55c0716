//! One proposal: what it does, what speaks for it, what it demands, and what the municipality
//! makes of it.

pub(crate) mod demands;
mod moves;

use serde_json::{Value, json};

use crate::calculators;
use crate::document::html::escape;
use crate::domain::decisions::{Action, ProposalId};
use crate::picture::form::shape::Row;
use crate::plan::order::in_order;
use crate::proposals::proposal::Experience;
use crate::proposals::{self, Proposal, Source};
use crate::route::{Name, Route};

use super::fields::{Pressable, button, check, path, together};
use super::{Planner, link, proposals as list, reasons, words};

pub(super) fn write(planner: &mut Planner<'_, '_>, id: &str) {
    let Some(proposal) = proposals::proposal(&ProposalId::from(id)) else {
        planner.page.markup(&format!(
            "<p>Forslaget {} findes ikke i denne udgave. {}</p>",
            escape(id),
            link(&Route::Proposals.href(), "Se alle forslag")
        ));
        return;
    };
    head(planner, proposal);
    to_do(planner, proposal);
    why(planner, proposal);
    about(planner, proposal);
    demands::write(planner, proposal);
    moves::write(planner, proposal);
    opinion(planner, proposal);
}

fn head(planner: &mut Planner<'_, '_>, proposal: &Proposal) {
    planner.about(&words::named(proposal), Route::Proposals);
    planner.page.markup(&format!(
        "<p><span class=\"badge\">{}</span> <span class=\"badge\">{}</span></p><p class=\"lead\">{}</p>",
        words::group(proposal.group),
        proposal.year,
        escape(&proposal.what)
    ));
    let opinion = planner.decisions.opinions.get(&proposal.id);
    if let Some(reason) = opinion.and_then(|one| one.rejected.as_ref()) {
        let markup = format!("<p>{}</p>", escape(reason));
        planner.alert("info", "I har fravalgt forslaget", &markup);
    }
    if let Some(warning) = &proposal.segregation_of_duties {
        let markup = format!("<p>{}</p>", escape(warning));
        planner.alert("warning", "Funktionsadskillelse", &markup);
    }
}

/// What can be done with it now.
fn to_do(planner: &mut Planner<'_, '_>, proposal: &Proposal) {
    let id = &proposal.id;
    let mut cells = Vec::new();
    let action = planner
        .decisions
        .actions
        .iter()
        .find(|(_, action)| action.proposal == *id);
    let name = |text: &str| Name::new(text);
    if let Some((action, _)) = action {
        if let Some(name) = name(&action.0) {
            let open = button("se-handling", "Se handlingen i planen");
            cells.push(open.then(Route::Action(name).href()).primary().cell());
        }
    } else if let Some(name) = name(&id.0) {
        let put = put_in_plan("til-planen", planner, id).then(Route::Action(name).href());
        cells.push(put.primary().cell());
    }
    for model in &proposal.models {
        let Some(model) = calculators::model(model) else {
            continue;
        };
        let case = planner.new_id('b').replace('b', &format!("{}-", model.id));
        let Some(name) = name(&case) else {
            continue;
        };
        let calculate = button(
            &format!("regn-{}", model.id),
            &format!("Ny beregning: {}", model.title),
        )
        .sets(&["cases", &case, "model"], Some(model.id.0.clone().into()))
        .sets(&["cases", &case, "proposal"], Some(id.0.clone().into()))
        .then(Route::Case(name).href());
        cells.push(calculate.cell());
    }
    let row = Row {
        id: "naeste-skridt-row".to_owned(),
        head: String::new(),
        cells: vec![together(cells)],
    };
    planner.form("naeste-skridt", "", vec![row]);
    cases(planner, proposal);
}

/// A button of an id that makes a proposal the plan's last action; what was rejected no longer is.
pub(crate) fn put_in_plan(element: &str, planner: &Planner<'_, '_>, id: &ProposalId) -> Pressable {
    button(element, "Sæt i handleplanen")
        .sets(&["actions", &id.0], Some(new_action(planner, id)))
        .sets(&["proposals", &id.0, "rejected"], None)
}

/// A new action, last in the plan.
fn new_action(planner: &Planner<'_, '_>, id: &ProposalId) -> Value {
    let last = in_order(planner.decisions)
        .last()
        .map_or(0, |(_, action)| action.order);
    json!({"proposal": id.0, "order": last.saturating_add(1)})
}

/// The business cases there are already.
fn cases(planner: &mut Planner<'_, '_>, proposal: &Proposal) {
    let cases = planner.decisions.cases.iter();
    let items: Vec<String> = cases
        .filter(|(_, case)| case.proposal.as_ref() == Some(&proposal.id))
        .filter_map(|(id, case)| {
            let name = Name::new(&id.0)?;
            Some(link(&Route::Case(name).href(), &super::cases::title(case)))
        })
        .collect();
    if !items.is_empty() {
        planner.subheading("Jeres beregninger af forslaget");
        planner.list(&items);
    }
}

/// What the picture says, area by area, down to the activities.
fn why(planner: &mut Planner<'_, '_>, proposal: &Proposal) {
    planner.page.heading("Hvorfor netop hos jer?");
    planner.page.beside();
    let domains: Vec<_> = planner
        .page
        .source
        .scorecard
        .domains
        .iter()
        .map(|one| one.domain)
        .collect();
    for domain in domains {
        let matches = list::matches(planner, domain);
        let Some(one) = matches.iter().find(|one| one.proposal == proposal.id) else {
            continue;
        };
        let title = crate::domain::catalogue::domain_title(domain);
        planner.subheading(title);
        if let Some(text) = reasons::outcome(one) {
            planner.page.paragraph(text);
            continue;
        }
        planner.page.paragraph(&format!(
            "Plads {} af {}. {} ligger i arbejde, som endnu ikke er samlet eller digitalt, dér hvor forslaget virker. Tallet er ikke en besparelse.",
            one.place,
            matches.len(),
            reasons::points(one)
        ));
        for area in &one.areas {
            let causes = reasons::causes(area);
            planner
                .page
                .markup(&format!("<p>{}</p>", reasons::area(area)));
            if let Some(computation) = reasons::computation(area, one.weighing) {
                planner.page.aside(&computation);
            }
            if !causes.is_empty() {
                planner
                    .page
                    .markup("<p class=\"muted\">Aktiviteterne med de største huller:</p>");
                planner.list(&causes);
            }
        }
    }
}

fn about(planner: &mut Planner<'_, '_>, proposal: &Proposal) {
    planner.page.heading("Om forslaget");
    planner.subheading("Sådan virker det i praksis");
    planner.page.paragraph(&proposal.practice);
    planner.subheading("Er det stadig aktuelt?");
    planner.page.markup(&format!(
        "<p>{}. {}</p>",
        words::relevance(proposal.still_relevant.answer),
        escape(&proposal.still_relevant.why)
    ));
    planner.subheading("Hvad kilderne siger om virkningen");
    let effects = proposal.effects.iter();
    let items: Vec<String> = effects
        .map(|one| format!("{}{}", escape(&one.text), words::sources(&one.source)))
        .collect();
    planner.list(&items);
    if !proposal.experiences.is_empty() {
        planner.subheading("Kommuners erfaringer");
        let items: Vec<String> = proposal.experiences.iter().map(experience).collect();
        planner.list(&items);
    }
    planner.subheading("Områder, som forslaget virker på");
    let items: Vec<String> = proposal
        .areas
        .iter()
        .map(|one| {
            format!(
                "{}: {} <span class=\"muted\">({})</span>",
                link(
                    &Route::OverviewArea(one.area).href(),
                    &words::area(one.area)
                ),
                escape(&one.why),
                words::basis(one.basis)
            )
        })
        .collect();
    planner.list(&items);
    for conflict in &proposal.conflicts {
        let markup = format!(
            "<p>{}: {}{}</p>",
            list::proposal_link(&conflict.with, &words::proposal_name(&conflict.with)),
            escape(&conflict.text),
            words::sources(&conflict.source)
        );
        planner.alert("info", "Afvej mod et andet forslag", &markup);
    }
    let sources: Vec<String> = proposal.sources.iter().map(Source::danish).collect();
    planner
        .page
        .aside(&format!("Kilder: {}.", sources.join("; ")));
}

fn experience(one: &Experience) -> String {
    let who = one
        .municipality
        .as_ref()
        .map_or_else(String::new, |name| format!("{}: ", escape(name)));
    format!("{who}{}{}", escape(&one.text), words::sources(&one.source))
}

/// What the municipality decides about it.
fn opinion(planner: &mut Planner<'_, '_>, proposal: &Proposal) {
    let id = &proposal.id;
    let opinion = planner
        .decisions
        .opinions
        .get(id)
        .cloned()
        .unwrap_or_default();
    planner.page.heading("Jeres valg");
    let fields = planner.fields();
    let at = |key: &str| path(&["proposals", &id.0, key]);
    let is_planned = |action: &Action| action.proposal == *id;
    let in_plan = planner.decisions.actions.values().any(is_planned);
    let hint = if in_plan {
        "Forslaget er i handleplanen. Fjern det dér, før I fravælger det."
    } else {
        "Skriv hvorfor, så står det sidst på listen med jeres grund. Et tomt felt tager fravalget tilbage."
    };
    let mut rows = vec![check("Fastgør øverst på listen", at("pinned"), opinion.pinned).row()];
    if !in_plan || opinion.rejected.is_some() {
        rows.push(
            fields
                .line(
                    "Fravalgt, fordi",
                    at("rejected"),
                    opinion.rejected.as_deref(),
                )
                .hint(hint)
                .row(),
        );
    }
    rows.push(
        fields
            .lines("Noter", at("note"), opinion.note.as_deref())
            .row(),
    );
    planner.form("holdning", "", rows);
}
