//! Forside for those who answer a part: what they are asked, until when, and the way back.

use leptos::prelude::*;

use crate::components::erased::{live, view};
use crate::components::unit_fields::UnitFields;
use crate::danish::format_day;
use crate::domain::part::Part;
use crate::route::Route;
use crate::state::app;

use super::next_area;

/// What is asked, of whom, and how to begin and return it.
#[component]
pub(super) fn PartWelcome() -> impl IntoView {
    let app = app();
    let part = Memo::new(move |_| app.with(|one| one.part.clone()).unwrap_or_default());
    let coverage = move || app.scorecard().with(crate::scoring::Scorecard::coverage);
    let next = Memo::new(move |_| app.scorecard().with(next_area));
    let begin = live(move || match next.get() {
        Some(area) => {
            let text = if coverage().answered == 0 {
                "Begynd"
            } else {
                "Fortsæt"
            };
            view! {
                <a class="button button-primary button--large" href=Route::SurveyArea(area).href()>
                    {text}
                </a>
            }
            .into_any()
        }
        None => view! {
            <a class="button button-primary button--large" href=Route::Files.href()>
                "Send svarene tilbage"
            </a>
        }
        .into_any(),
    });
    view! {
        <div class="hero">
            <h1 tabindex="-1">
                {move || format!("Svar for {}", part.with(|part| part.function.clone()))}
            </h1>
            <p class="lead">{move || part.with(asked)}</p>
            {move || {
                part.with(|part| (!part.note.is_empty()).then(|| part.note.clone()))
                    .map(|note| view! { <blockquote class="part-note">{note}</blockquote> })
            }}
            <p>
                {move || {
                    let coverage = coverage();
                    format!("{} af {} aktiviteter er besvaret.", coverage.answered, coverage.relevant)
                }}
            </p>
            <div class="buttons">
                {begin}
                <a class="button button-secondary button--large" href=Route::Files.href()>
                    "Gem svarene som fil"
                </a>
            </div>
        </div>
        {move || {
            part.with(|part| part.unit.clone())
                .map(|unit| {
                    view! {
                        <section class="panel" aria-labelledby="unit-heading">
                            <h2 id="unit-heading">"Om jeres enhed"</h2>
                            <p>
                                "Tallene bruges til at veje enhedernes svar sammen. Svar for jeres egen enhed. Kender I ikke tallet præcist, så skriv det nærmeste."
                            </p>
                            <UnitFields id=unit />
                        </section>
                    }
                })
        }}
    }
}

/// What is asked, in a sentence.
fn asked(part: &Part) -> String {
    let activities = match part.activities.len() {
        1 => "1 aktivitet".to_owned(),
        n => format!("{n} aktiviteter"),
    };
    let deadline = part
        .deadline
        .as_ref()
        .map_or_else(String::new, |day| format!(" senest {}", format_day(day)));
    format!(
        "I er blevet bedt om at svare på {activities}{deadline}. Svarene gemmes i denne browser, mens I svarer. Når I er færdige, gemmer I en fil og sender den tilbage til den, I fik filen af."
    )
}
