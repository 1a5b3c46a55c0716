//! Skema: the list of areas with how far each is.

use leptos::prelude::*;

use crate::components::erased::{Show, live, view};
use crate::domain::catalogue;
use crate::domain::ids::AreaId;
use crate::route::Route;
use crate::scoring::{Coverage, DomainScore};
use crate::state::app;

/// The page.
#[component]
pub fn Survey() -> impl IntoView {
    let app = app();
    let no_municipality = Memo::new(move |_| app.with(|one| one.municipality.is_none()));
    let total = move || app.scorecard().with(crate::scoring::Scorecard::coverage);
    let domains = live(move || {
        app.scorecard().with(|scorecard| {
            let whole = !app.is_part();
            scorecard
                .domains
                .iter()
                .filter(|domain| whole || domain.coverage.relevant > 0)
                .map(|domain| domain_view(domain, whole))
                .collect_view()
        })
    });
    view! {
        <h1 tabindex="-1">"Skema"</h1>
        <p class="lead">
            "Vælg et område, og svar på, hvordan opgaverne løses i det år, besvarelsen gælder. Rækkefølgen er fri, og alt gemmes, mens I svarer."
        </p>
        <p>
            {move || format!("{} af {} aktiviteter er besvaret.", total().answered, total().relevant)}
        </p>
        <Show when=move || no_municipality.get()>
            <div class="alert alert-info">
                <h2 class="alert-heading">"I har ikke valgt kommune endnu"</h2>
                <p class="alert-text">
                    "I kan godt svare først. Kommunens navn vises øverst på siden, og kommunen holdes ude af gruppen, når I sammenligner. "
                    <a href=Route::Municipality.href()>"Vælg kommune"</a>
                </p>
            </div>
        </Show>
        <Guide />
        {domains}
    }
}

/// How to answer: the rules that hold for every activity.
#[component]
fn Guide() -> impl IntoView {
    view! {
        <details class="fold">
            <summary class="fold__summary">"Sådan svarer I"</summary>
            <div class="prose">
                <ul>
                    <li>
                        "Hvem løser sagerne? Svar efter, hvor den medarbejder er ansat, som løser hovedparten af opgaven. Medarbejderens og lederens egen betjening er Institution."
                    </li>
                    <li>
                        "Løses sagerne flere steder, kan I fordele dem i procent under »Mere«. Sager, som systemet løser helt uden hænder, regnes ikke med i fordelingen."
                    </li>
                    <li>
                        "Går sagerne forskellige veje, og siger trinene under »Hjælp« ikke andet, er svaret Manuelt, når de fleste går på papir, på mail eller i regneark, Delvist, når mindst halvdelen går digitalt, og Fuldt, når mindst 8 af 10 gør."
                    </li>
                    <li>
                        "»Ikke relevant« betyder, at kommunen ikke har opgaven. »Ved ikke« betyder, at I har set på den, men ikke kan svare. Ingen af dem tæller som 0."
                    </li>
                </ul>
            </div>
        </details>
    }
}

fn domain_view(score: &DomainScore, whole: bool) -> impl IntoView + use<> {
    let id = format!("domain-{}", score.domain);
    let coverage = score.coverage;
    let areas = score
        .areas
        .iter()
        // What is not relevant at all, or not asked in a part, is still there in a whole survey.
        .filter(|area| whole || area.coverage.relevant > 0)
        .map(|area| area_link(area.area, area.coverage))
        .collect_view();
    view! {
        <section class="section" aria-labelledby=id.clone()>
            <div class="domain-heading">
                <h2 id=id.clone()>{catalogue::domain_title(score.domain)}</h2>
                <p>
                    {format!(
                        "{} af {} aktiviteter besvaret",
                        coverage.answered,
                        coverage.relevant,
                    )}
                </p>
            </div>
            <ul class="area-list unstyled-list">{areas}</ul>
        </section>
    }
}

fn area_link(area: AreaId, coverage: Coverage) -> impl IntoView {
    let done = coverage.answered == coverage.relevant;
    let count = format!("{} af {}", coverage.answered, coverage.relevant);
    view! {
        <li>
            <a class="area-list__link" href=Route::SurveyArea(area).href()>
                <span>{catalogue::area(area).map(|area| area.title)}</span>
                <progress
                    class="progress"
                    value=coverage.answered.to_string()
                    max=coverage.relevant.max(1).to_string()
                    aria-hidden="true"
                ></progress>
                <span class="area-list__count" class:area-list__count--done=done>
                    {if done { format!("✓ {count}") } else { count }}
                    <span class="sr-only">" besvaret"</span>
                </span>
            </a>
        </li>
    }
}
