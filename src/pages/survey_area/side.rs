//! Ways from one area to another: the list at the side, and the neighbours below.

use leptos::prelude::*;

use crate::components::erased::{live, view};
use crate::domain::catalogue::{self, AREAS, Area};
use crate::domain::ids::{AreaId, Domain};
use crate::route::Route;
use crate::scoring::Coverage;
use crate::state::{App, app};

/// The list of areas beside the table.
#[component]
pub(super) fn AreaNav(area: AreaId) -> impl IntoView {
    let app = app();
    let domains = Domain::ALL.map(|domain| {
        let coverage = Memo::new(move |_| {
            app.scorecard().with(|card| {
                card.domain(domain)
                    .map_or_else(Coverage::default, |one| one.coverage)
            })
        });
        let links = catalogue::areas_of(domain)
            .filter(|one| is_asked(app, one))
            .map(|one| link(app, one, one.id == area))
            .collect_view();
        view! {
            <details open=domain == area.domain>
                <summary>
                    <span class="area-nav__domain">{catalogue::domain_title(domain)}</span>
                    " "
                    <span class="area-nav__count">
                        {move || format!("{}/{}", coverage.get().answered, coverage.get().relevant)}
                        <span class="sr-only">" besvaret"</span>
                    </span>
                </summary>
                <ul>{links}</ul>
            </details>
        }
    });
    view! {
        <nav class="area-nav no-print" aria-label="Områder">
            {domains}
        </nav>
    }
}

/// Whether anything of an area is asked.
fn is_asked(app: App, area: &Area) -> bool {
    app.peek(|one| area.activities.iter().any(|activity| one.asks(activity.id)))
}

fn link(app: App, area: &'static Area, current: bool) -> impl IntoView {
    let coverage = Memo::new(move |_| {
        app.scorecard().with(|card| {
            card.area(area.id)
                .map_or_else(Coverage::default, |one| one.coverage)
        })
    });
    let done = move || coverage.get().answered == coverage.get().relevant;
    view! {
        <li>
            <a
                class="area-nav__link"
                href=Route::SurveyArea(area.id).href()
                aria-current=current.then_some("page")
            >
                <span>{area.title}</span>
                " "
                <span class="area-nav__count" class:area-nav__count--done=live(done)>
                    {move || {
                        let Coverage { answered, relevant } = coverage.get();
                        let mark = if done() { "✓ " } else { "" };
                        format!("{mark}{answered}/{relevant}")
                    }}
                    <span class="sr-only">" besvaret"</span>
                </span>
            </a>
        </li>
    }
}

/// The areas before and after.
#[component]
pub(super) fn Pager(area: AreaId) -> impl IntoView {
    let app = app();
    let areas: Vec<&Area> = AREAS.iter().filter(|one| is_asked(app, one)).collect();
    let at = areas
        .iter()
        .position(|one| one.id == area)
        .unwrap_or_default();
    let link = |area: &Area, word: &str| {
        view! { <a href=Route::SurveyArea(area.id).href()>{format!("{word}: {}", area.title)}</a> }
    };
    let before = at
        .checked_sub(1)
        .and_then(|at| areas.get(at))
        .map(|area| link(area, "Forrige"));
    let after = areas.get(at + 1).map(|area| link(area, "Næste"));
    view! {
        <nav class="area-pager no-print" aria-label="Naboområder">
            {before} {after}
        </nav>
    }
}
