//! One action: who, when, what it is worth, and what must be in place.

use serde_json::{Value, json};

use crate::document::html::escape;
use crate::document::tables::valued;
use crate::domain::decisions::{Action, ActionId, Status};
use crate::picture::form::shape::Row;
use crate::plan::success::success;
use crate::plan::timeline::{DateProblem, bars};
use crate::proposals;
use crate::route::{Name, Route};
use crate::sorting;

use super::fields::{button, check, choice, path, together};
use super::{Planner, action_plan, cases, link, proposals as list, words};

pub(super) fn write(planner: &mut Planner<'_, '_>, id: &str) {
    let id = ActionId::from(id);
    let Some(action) = planner.decisions.actions.get(&id) else {
        planner.page.markup(&format!(
            "<p>Handlingen er ikke i planen. {}</p>",
            link(&Route::Plan.href(), "Se planen")
        ));
        return;
    };
    planner.about(&action_plan::title(action), Route::Plan);
    planner.page.markup(&format!(
        "<p>Forslaget: {}. {}</p>",
        list::proposal_link(&action.proposal, &words::proposal_name(&action.proposal)),
        link(&Route::Plan.href(), "Tilbage til planen")
    ));
    who(planner, &id, action);
    worth(planner, &id, action);
    split(planner, &id, action);
    milestones(planner, &id, action);
    conditions(planner, &id, action);
    remove(planner, &id, action);
}

fn who(planner: &mut Planner<'_, '_>, id: &ActionId, action: &Action) {
    let fields = planner.fields();
    let at = |key: &str| path(&["actions", &id.0, key]);
    let problems: Vec<DateProblem> = bars(planner.decisions)
        .into_iter()
        .find(|bar| bar.action == *id)
        .map(|bar| bar.problems)
        .unwrap_or_default();
    let wrong =
        |problem: &DateProblem, text: &str| problems.contains(problem).then(|| text.to_owned());
    let unreadable = "Vælg en dato, der findes.";
    let statuses = [
        Status::Planned,
        Status::Running,
        Status::Done,
        Status::Stopped,
    ];
    let options: Vec<(Option<Value>, String)> = statuses
        .iter()
        .map(|status| {
            let value = (*status != Status::Planned).then(|| json!(status));
            (value, words::status(*status).to_owned())
        })
        .collect();
    let chosen = (action.status != Status::Planned).then(|| json!(action.status));
    let rows = vec![
        fields
            .line("Handlingens navn", at("title"), action.title.as_deref())
            .hint("Tomt: forslagets navn.")
            .row(),
        fields
            .line("Ansvarlig", at("owner"), action.owner.as_deref())
            .hint("En funktion, fx »Lønchefen«. Skriv ikke navne, hvis det ikke er nødvendigt.")
            .row(),
        fields
            .day("Første dag", at("start"), action.start.as_deref())
            .wrong(wrong(&DateProblem::StartUnreadable, unreadable))
            .row(),
        fields
            .day("Sidste dag", at("end"), action.end.as_deref())
            .wrong(wrong(&DateProblem::EndUnreadable, unreadable))
            .wrong(wrong(
                &DateProblem::EndBeforeStart,
                "Den sidste dag ligger før den første.",
            ))
            .row(),
        choice("Status", at("status"), options, chosen.as_ref()).row(),
        fields
            .lines("Noter", at("note"), action.note.as_deref())
            .row(),
    ];
    planner.form("handlingen", "Hvem og hvornår", rows);
}

fn worth(planner: &mut Planner<'_, '_>, id: &ActionId, action: &Action) {
    let fields = planner.fields();
    let at = |key: &str| path(&["actions", &id.0, key]);
    let none = (None, "Ingen: brug forslagets egen virkning".to_owned());
    let cases = planner.decisions.cases.iter();
    let options = cases.map(|(id, case)| (Some(Value::from(id.0.clone())), cases::title(case)));
    let chosen = action.case.as_ref().map(|case| Value::from(case.0.clone()));
    let hint = "Tomt: året efter den sidste dag.";
    let rows = vec![
        choice(
            "Beregning, der siger, hvad handlingen er værd",
            at("case"),
            std::iter::once(none).chain(options).collect(),
            chosen.as_ref(),
        )
        .row(),
        fields
            .whole(
                "Gevinsten begynder i år",
                at("gain_from"),
                (2015, 2100),
                action.gain_from.map(u32::from),
            )
            .hint(hint)
            .row(),
    ];
    planner.form("handlingens-gevinst", "Gevinst", rows);
    if let Some(name) = action.case.as_ref().and_then(|case| Name::new(&case.0)) {
        let open = link(&Route::Case(name).href(), "Åbn beregningen");
        planner.page.markup(&format!("<p>{open}</p>"));
    }
    let totals = valued::plan_totals(planner.page.source, planner.decisions);
    let own: Vec<_> = totals
        .phased_in_trace
        .iter()
        .filter(|row| row.action == *id)
        .collect();
    let sum = |read: fn(&crate::plan::worth::Amounts) -> f64| -> f64 {
        own.iter().map(|row| read(&row.amounts.expected)).sum()
    };
    planner.page.markup(&format!(
        "<p>Fuldt indfaset, når de foregående handlinger er trukket fra: {}; budgetgevinst om året {}; værdi af frigjort tid om året {}</p>",
        words::fte(sum(|one| one.fte)),
        words::kr(sum(|one| one.cash)),
        words::kr(sum(|one| one.capacity))
    ));
}

/// How the freed FTE spread over the areas.
fn split(planner: &mut Planner<'_, '_>, id: &ActionId, action: &Action) {
    if action.case.is_none() {
        return;
    }
    let areas = valued::areas(planner.page.source, &action.proposal);
    if areas.len() < 2 {
        return;
    }
    let fields = planner.fields();
    let rows = areas
        .iter()
        .map(|area| {
            let label = words::area(*area);
            let at = path(&["actions", &id.0, "split", &area.to_string()]);
            let value = action.split.get(area).map(|percent| u32::from(*percent));
            Row {
                id: format!("fordeling-{area}"),
                head: escape(&label),
                cells: vec![
                    fields
                        .whole(&format!("{label}: procent"), at, (0, 100), value)
                        .cell(),
                ],
            }
        })
        .collect();
    planner.page.paragraph(
        "Beregningens årsværk fordeles på forslagets områder efter, hvor mange årsværk de har. Skriv procenter, der giver 100, hvis I ved det bedre.",
    );
    planner.form_table(
        "fordeling",
        "Fordeling af de frigjorte årsværk",
        &["Område", "Procent"],
        rows,
    );
    let sum: u32 = action
        .split
        .values()
        .map(|percent| u32::from(*percent))
        .sum();
    if !action.split.is_empty() && sum != 100 {
        planner.alert(
            "warning",
            &format!("I alt {sum} %"),
            "<p>Fordelingen skal give 100 %. Handlingen tæller ikke med før da.</p>",
        );
    }
}

fn milestones(planner: &mut Planner<'_, '_>, id: &ActionId, action: &Action) {
    planner.page.heading("Milepæle");
    let fields = planner.fields();
    let new = planner.new_id('m');
    let mut rows: Vec<Row> = action
        .milestones
        .iter()
        .map(|(key, one)| {
            let at = |field: &str| path(&["actions", &id.0, "milestones", key, field]);
            let title = one.title.as_deref().unwrap_or("Milepæl");
            let remove = button(&format!("fjern-{key}"), "Fjern")
                .said(&format!("Fjern milepælen {title}"))
                .focus("ny-milepael")
                .says(format!("Milepælen {title} er fjernet."))
                .sets(&["actions", &id.0, "milestones", key], None);
            Row {
                id: format!("milepael-{key}"),
                head: escape(title),
                cells: vec![
                    fields
                        .line("Hvad er nået", at("title"), one.title.as_deref())
                        .cell(),
                    fields
                        .day("Hvornår", at("date"), one.date.as_deref())
                        .cell(),
                    check(&format!("{title} er nået"), at("done"), one.done).cell(),
                    together(vec![remove.cell()]),
                ],
            }
        })
        .collect();
    if !rows.is_empty() {
        sorting::sort_by(&mut rows, |a, b| a.id.cmp(&b.id));
        planner.form_table(
            "milepaele",
            "Milepæle",
            &["Milepæl", "Hvad er nået", "Hvornår", "Nået", "Fjern"],
            rows,
        );
    }
    let add = button("ny-milepael", "Tilføj en milepæl")
        .focus_field(&["actions", &id.0, "milestones", &new, "title"])
        .sets(
            &["actions", &id.0, "milestones", &new, "title"],
            Some("Ny milepæl".into()),
        );
    planner.form("ny-milepael-form", "", vec![add.row()]);
}

/// Preconditions of the proposal and the five success factors.
fn conditions(planner: &mut Planner<'_, '_>, id: &ActionId, action: &Action) {
    if let Some(proposal) = proposals::proposal(&action.proposal) {
        let rows = proposal
            .preconditions
            .iter()
            .map(|one| {
                let at = path(&["actions", &id.0, "preconditions", &one.id]);
                let on = action
                    .preconditions
                    .get(&one.id)
                    .copied()
                    .unwrap_or_default();
                check(&one.text, at, on).row()
            })
            .collect();
        planner.form("forudsaetninger", "Forudsætninger, der er på plads", rows);
    }
    let success = success();
    let rows = success
        .factors
        .iter()
        .map(|one| {
            let at = path(&["actions", &id.0, "success_factors", &one.id]);
            let on = action
                .success_factors
                .get(&one.id)
                .copied()
                .unwrap_or_default();
            check(&format!("{}: {}", one.title, one.question), at, on).row()
        })
        .collect();
    planner.form("succesfaktorer", &success.title, rows);
    planner.page.aside(
        "De fem forudsætninger er fra KL's artikel af 28. juni 2019; spørgsmålene er Kommunebenchmarks.",
    );
}

fn remove(planner: &mut Planner<'_, '_>, id: &ActionId, action: &Action) {
    let case = if action.case.is_some() {
        " Beregningen bliver liggende under Beregninger."
    } else {
        ""
    };
    let remove = button("fjern-handling", "Fjern fra planen")
        .sets(&["actions", &id.0], None)
        .confirm(format!(
            "Vil I fjerne {} fra planen? Ansvarlig, datoer, milepæle og månedsstatus forsvinder.{case} I kan fortryde bagefter.",
            action_plan::title(action)
        ))
        .then(Route::Plan.href());
    let status = button("se-status", "Månedlig status").then(Route::Status(None).href());
    let row = Row {
        id: "fjern-row".to_owned(),
        head: String::new(),
        cells: vec![together(vec![status.cell(), remove.cell()])],
    };
    planner.form("fjern", "", vec![row]);
}
