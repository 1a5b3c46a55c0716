//! The help of one activity: what counts, and what the three steps look like.

use leptos::prelude::*;

use crate::components::erased::{live, view};
use crate::danish::lower;
use crate::domain::catalogue::Activity;
use crate::domain::catalogue::texts::{ActivityTexts, Anchors, Header};
use crate::domain::rating::Degree;
use crate::state::{Loaded, need_area_texts};

use super::Sheet;
use super::cell::degree_name;

/// The row below an activity with its help.
#[component]
pub(super) fn HelpRow(sheet: Sheet, activity: &'static Activity) -> impl IntoView {
    let header = sheet.app.header();
    let content = live(move || {
        let failed = [sheet.texts.with(failure), header.with(failure)];
        if let Some(message) = failed.into_iter().flatten().next() {
            return view! {
                <p role="alert">{message}</p>
                <button
                    class="button button-secondary button--small"
                    type="button"
                    on:click=move |_| {
                        need_area_texts(sheet.texts, sheet.area.id);
                        let _ = sheet.app.header();
                    }
                >
                    "Prøv igen"
                </button>
            }
            .into_any();
        }
        let found = sheet.texts.with(|texts| {
            let texts = texts.ready()?;
            let one = texts.activities.iter().find(|one| one.id == activity.id)?;
            header.with(|header| Some(help(one, activity, header.ready()?).into_any()))
        });
        found.unwrap_or_else(|| {
            view! { <p class="loading" role="status">"Henter hjælpen …"</p> }.into_any()
        })
    });
    view! {
        <tr class="survey__help" role="row">
            <td role="cell" colspan="5" aria-colspan="5">
                <div class="help">{content}</div>
            </td>
        </tr>
    }
}

fn failure<T>(loaded: &Loaded<T>) -> Option<String> {
    match loaded {
        Loaded::Failed(error) => Some(error.message()),
        Loaded::Waiting | Loaded::Ready(_) => None,
    }
}

fn help(texts: &ActivityTexts, activity: &Activity, header: &Header) -> impl IntoView + use<> {
    let who: Vec<String> = activity
        .answered_by
        .iter()
        .map(|role| lower(role.title()))
        .collect();
    let examples = texts.examples.clone().map(|examples| {
        view! {
            <p>
                <strong>"Eksempler: "</strong>
                {examples}
            </p>
        }
    });
    view! {
        <p>{texts.help.clone()}</p>
        {examples}
        <p class="help__who">
            {format!("Besvares af: {}", who.join(", ").replace("hr og jura", "HR og jura"))}
        </p>
        <div class="help__anchors">
            {anchors("Digital løsning", header.solution_of(texts))}
            {anchors("Digital proces", header.process_of(texts))}
        </div>
    }
}

fn anchors(title: &'static str, steps: &Anchors) -> impl IntoView + use<> {
    let steps = Degree::ALL
        .into_iter()
        .zip(steps.clone())
        .map(|(degree, step)| {
            view! {
                <div>
                    <dt>{degree_name(degree).1}</dt>
                    <dd>{step}</dd>
                </div>
            }
        })
        .collect_view();
    view! {
        <div>
            <h2 class="h4">{title}</h2>
            <dl class="anchors">{steps}</dl>
        </div>
    }
}
