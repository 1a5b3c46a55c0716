//! The shell around the pages: header, navigation, banners, footer.

use leptos::prelude::*;

use crate::components::erased::{Show, live, view};
use crate::components::notices::Banners;
use crate::domain::catalogue;
use crate::pages;
use crate::persist::{self, Saving};
use crate::platform::{files, page, presentation};
use crate::route::Route;
use crate::state::{App, app, follow};

/// Puts the app into the page and opens what is stored.
pub fn mount() {
    mount_to_body(|| {
        let app = App::new(Route::parse(&page::hash()));
        provide_context(app);
        page::watch_pointer();
        presentation::watch_print();
        presentation::watch_keys();
        page::on_hash_change(move || {
            app.show(Route::parse(&page::hash()));
            page::scroll_to_top();
        });
        files::on_drop(move |received| {
            if untrack(|| app.route()) == Route::Kl {
                app.receive_for_kl(received);
            } else {
                page::go(&Route::Files.href());
                page::after(0, move || app.receive(received));
            }
        });
        leptos::task::spawn_local(persist::start(app));
        view! { <Shell /> }
    });
}

#[component]
fn Shell() -> impl IntoView {
    let app = app();
    let mut is_start = true;
    follow(move || {
        let title = app.route().title();
        page::set_title(&format!("{title} – Kommunebenchmark"));
        // Not at the start: there the browser's own order of focus is the right one.
        if !is_start {
            // What was done on another page is no news here.
            app.forget_outcome();
            page::after(0, || page::focus("main-content"));
        }
        is_start = false;
    });
    let skip = move |event: leptos::ev::MouseEvent| {
        event.prevent_default();
        page::focus("main-content");
    };
    view! {
        <a class="skipnav" href="#main-content" on:click=skip>"Spring til indhold"</a>
        <Header />
        <Banners />
        <main class="page" id="main-content" tabindex="-1"><Main /></main>
        <footer class="site-footer">
            <div class="site-footer__inner">
                <p class="site-footer__promise">
                    "Alt bliver i jeres browser. Intet sendes til KL, KLK eller andre."
                </p>
                <nav class="site-footer__pages" aria-label="Om siden">
                    {Route::FOOTER
                        .iter()
                        .map(|route| view! { <a href=route.href()>{route.title()}</a> })
                        .collect_view()}
                </nav>
                <p>
                    {format!(
                        "Kommunebenchmark {} · katalog {}",
                        env!("CARGO_PKG_VERSION"),
                        catalogue::VERSION,
                    )}
                </p>
            </div>
        </footer>
    }
}

/// What stands in the place of the pages. Nothing is asked before the stored survey is here: an
/// answer given to an empty survey that is then replaced would be lost.
#[derive(Clone, PartialEq)]
enum Shown {
    Opening,
    Unreadable(String),
    Page,
}

#[component]
fn Main() -> impl IntoView {
    let app = app();
    let shown = Memo::new(move |_| match app.saving().get() {
        Saving::Opening => Shown::Opening,
        Saving::Unreadable(detail) => Shown::Unreadable(detail),
        _ => Shown::Page,
    });
    live(move || match shown.get() {
        Shown::Opening => {
            view! { <p class="loading" role="status">"Henter jeres svar …"</p> }.into_any()
        }
        Shown::Unreadable(detail) => view! { <Unreadable detail /> }.into_any(),
        Shown::Page => live(move || current_page(app)).into_any(),
    })
}

/// What is stored cannot be read: it is left alone, and can be saved as it is.
#[component]
fn Unreadable(detail: String) -> impl IntoView {
    let app = app();
    view! {
        <h1 tabindex="-1">"Besvarelsen kunne ikke åbnes"</h1>
        <div class="alert alert-error" role="alert">
            <h2 class="alert-heading">"Det, der er gemt, er ikke rørt"</h2>
            <p class="alert-text">{detail}</p>
            <div class="button-group">
                <button
                    class="button button-primary button--small"
                    type="button"
                    on:click=move |_| app.save_raw()
                >
                    "Gem det, der er gemt, som fil"
                </button>
                <button
                    class="button button-secondary button--small"
                    type="button"
                    on:click=|_| page::reload()
                >
                    "Genindlæs siden"
                </button>
            </div>
        </div>
    }
}

/// The page of the route.
fn current_page(app: App) -> AnyView {
    match app.route() {
        Route::Home => view! { <pages::home::Home /> }.into_any(),
        Route::Municipality => view! { <pages::municipality::Municipality /> }.into_any(),
        Route::Survey => view! { <pages::survey::Survey /> }.into_any(),
        Route::SurveyArea(area) => view! { <pages::survey_area::SurveyArea area /> }.into_any(),
        Route::SurveyActivity(id) => {
            view! { <pages::survey_area::SurveyArea area=id.area at=Some(id) /> }.into_any()
        }
        Route::Staff => view! { <pages::staff::Staff /> }.into_any(),
        Route::Overview => view! { <pages::overview::Overview /> }.into_any(),
        Route::OverviewArea(area) => {
            view! { <pages::overview_area::OverviewArea area /> }.into_any()
        }
        Route::OverviewDomain(domain) => {
            view! { <pages::overview_domain::OverviewDomain domain /> }.into_any()
        }
        Route::Statistics => view! { <pages::statistics::Statistics /> }.into_any(),
        Route::GroupAnswers => view! { <pages::group_answers::GroupAnswers /> }.into_any(),
        Route::Resources => view! { <pages::resources::Resources /> }.into_any(),
        Route::Comparison => view! { <pages::comparison::ComparisonPage /> }.into_any(),
        route @ (Route::OwnPicture
        | Route::Indicators
        | Route::Method
        | Route::Privacy
        | Route::Preparation
        | Route::About
        | Route::Proposals
        | Route::Proposal(_)
        | Route::Cases
        | Route::Case(_)
        | Route::Screening
        | Route::Purchasing
        | Route::WhatIf
        | Route::Plan
        | Route::Action(_)
        | Route::Status(_)
        | Route::Goals
        | Route::Report
        | Route::ReportSheet
        | Route::Slides
        | Route::Workshop
        | Route::Invitation
        | Route::Agenda
        | Route::Minutes
        | Route::Screen(_)) => view! { <pages::made::Made route /> }.into_any(),
        Route::Rounds => view! { <pages::rounds::Rounds /> }.into_any(),
        Route::Units => view! { <pages::units::Units /> }.into_any(),
        Route::Files => view! { <pages::files::Files /> }.into_any(),
        Route::Send => view! { <pages::send::Send /> }.into_any(),
        Route::Contribution => view! { <pages::contribution::Contribution /> }.into_any(),
        Route::Kl => view! { <pages::kl::Kl /> }.into_any(),
        Route::NotFound => view! { <pages::not_found::NotFound /> }.into_any(),
    }
}

fn menu_link(app: App, route: Route) -> impl IntoView {
    let current = live(move || (app.route().section() == route).then_some("page"));
    view! {
        <li>
            <a class="site-nav__link" href=route.href() aria-current=current>
                {route.title()}
            </a>
        </li>
    }
}

#[component]
fn Header() -> impl IntoView {
    let app = app();
    let part = Memo::new(move |_| app.is_part());
    let round = move || {
        let name = app.with(|assessment| {
            assessment.municipality.as_ref().map(|one| match one.code {
                Some(_) => format!("{} Kommune", one.name),
                None => one.name.clone(),
            })
        })?;
        let year = app.with_round(|round| round.year)?;
        let part = app.with(|one| one.part.as_ref().map(|part| part.function.clone()));
        let part = part.map_or_else(String::new, |function| format!("· {function} "));
        Some(format!("{name} · {year} {part}"))
    };
    view! {
        <header class="site-header">
            <div class="site-header__inner">
                <a class="site-header__name" href=Route::Home.href()>"Kommunebenchmark"</a>
                <Show when=move || round().is_some()>
                    <p class="site-header__round">
                        {live(round)}
                        <Show when=move || app.is_example()>
                            <span class="badge badge-info">"Eksempel"</span>
                        </Show>
                    </p>
                </Show>
                <p
                    class="site-header__status"
                    class:save-status--failed=move || matches!(app.saving().get(), Saving::Failed(_))
                    role="status"
                >
                    {move || status_text(&app.saving().get())}
                </p>
            </div>
            <nav class="site-nav" aria-label="Hovedmenu">
                <ul>
                    {move || {
                        let menu: &[Route] = if part.get() {
                            &Route::PART_MENU
                        } else {
                            &Route::MENU
                        };
                        menu.iter().map(|&route| menu_link(app, route)).collect_view()
                    }}
                </ul>
            </nav>
        </header>
    }
}

const fn status_text(saving: &Saving) -> &'static str {
    match saving {
        Saving::Opening | Saving::Nothing | Saving::Unreadable(_) => "",
        Saving::Busy => "Gemmer …",
        Saving::Saved => "✓ Gemt i denne browser",
        Saving::SnapshotOnly => "Gemt, men ikke sikret mod nedbrud",
        Saving::Failed(_) => "Ikke gemt",
    }
}
