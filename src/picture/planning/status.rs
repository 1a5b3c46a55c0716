//! Månedlig status: how each action goes, month by month (002 s. 58-59).

use serde_json::{Value, json};

use crate::document::html::escape;
use crate::domain::decisions::{Light, Status};
use crate::picture::form::shape::{Cell, Row};
use crate::plan::dates::YearMonth;
use crate::plan::order::in_order;
use crate::plan::timeline::status_in;
use crate::route::{Name, Route};
use crate::sorting;

use super::action_plan::{action_link, title};
use super::fields::{choice, path};
use super::{Planner, link, words};

pub(super) fn write(planner: &mut Planner<'_, '_>, month: Option<&str>) {
    let today = planner.now.get(..7).unwrap_or_default().to_owned();
    let asked = month.unwrap_or(&today);
    let Some(month) = YearMonth::parse(asked) else {
        planner.page.markup(&format!(
            "<p>»{}« er ingen måned. {}</p>",
            escape(asked),
            link(&Route::Status(None).href(), "Se denne måned")
        ));
        return;
    };
    if planner.decisions.actions.is_empty() {
        planner.page.markup(&format!(
            "<p>Der er ingen handlinger at følge endnu. Begynd med {}.</p>",
            link(&Route::Proposals.href(), "Forslag")
        ));
        return;
    }
    planner.page.paragraph(
        "En gang om måneden: Hvordan går det, hvad er sket, og hvad sker der nu? Har en handling ingen status i måneden, vises den seneste.",
    );
    navigation(planner, month);
    planner
        .page
        .heading(&format!("Status for {}", words::month(&month.to_string())));
    table(planner, month);
}

/// Links to the months beside, to this month, and to those in which something was said.
fn navigation(planner: &mut Planner<'_, '_>, shown: YearMonth) {
    let said = planner
        .decisions
        .actions
        .values()
        .flat_map(|action| action.months.keys());
    let mut all: Vec<YearMonth> = said.filter_map(|month| YearMonth::parse(month)).collect();
    all.extend(planner.now.get(..7).and_then(YearMonth::parse));
    all.extend([shown.previous(), shown, shown.next()]);
    sorting::sort(&mut all);
    all.dedup();
    let items: Vec<String> = all
        .into_iter()
        .map(|month| {
            let text = words::month(&month.to_string());
            let name = Name::new(&month.to_string());
            if month == shown {
                format!("<strong>{}</strong>", escape(&text))
            } else {
                link(&Route::Status(name).href(), &text)
            }
        })
        .collect();
    planner
        .page
        .markup(&format!("<p class=\"months\">{}</p>", items.join(" · ")));
}

fn table(planner: &mut Planner<'_, '_>, month: YearMonth) {
    let fields = planner.fields();
    let key = month.to_string();
    let rows = in_order(planner.decisions)
        .into_iter()
        .map(|(id, action)| {
            let own = action.months.get(&key).cloned().unwrap_or_default();
            let status = status_in(action, month);
            let at = |field: &str| path(&["actions", &id.0, "months", &key, field]);
            let name = title(action);
            let lights = [Light::Green, Light::Yellow, Light::Red];
            let earlier = status.light.filter(|said| said.month != month);
            let none = earlier.map_or_else(
                || "Ingen status".to_owned(),
                |said| {
                    format!(
                        "Som i {}: {}",
                        words::month(&said.month.to_string()),
                        words::light(said.what)
                    )
                },
            );
            let options = std::iter::once((None, none))
                .chain(lights.map(|light| (Some(json!(light)), words::light(light).to_owned())));
            let chosen: Option<Value> = own.light.map(|light| json!(light));
            let before =
                status
                    .note
                    .filter(|said| said.month != month)
                    .map_or_else(String::new, |said| {
                        format!(
                            "Senest, {}: {}",
                            words::month(&said.month.to_string()),
                            said.what
                        )
                    });
            Row {
                id: format!("status-{id}"),
                head: format!(
                    "{}{}",
                    action_link(id, &name),
                    if action.status == Status::Stopped {
                        " (stoppet)"
                    } else {
                        ""
                    }
                ),
                cells: vec![
                    Cell::Html(escape(action.owner.as_deref().unwrap_or("ikke valgt"))),
                    choice(
                        &format!("{name}: status"),
                        at("light"),
                        options.collect(),
                        chosen.as_ref(),
                    )
                    .cell(),
                    fields
                        .lines(
                            &format!("{name}: hvad er sket, og hvad sker der nu?"),
                            at("note"),
                            own.note.as_deref(),
                        )
                        .hint(&before)
                        .cell(),
                ],
            }
        })
        .collect();
    planner.form_table(
        "maanedsstatus",
        "Handlingernes status",
        &[
            "Handling",
            "Ansvarlig",
            "Status",
            "Hvad er sket, og hvad sker der nu?",
        ],
        rows,
    );
}
