//! Overblik: the table of KLK's leaflet for each domain.

use leptos::prelude::*;

use crate::components::csv_button::CsvButton;
use crate::components::erased::{Show, live, view};
use crate::components::numbers::{coverage, dimension_title, fte, linked, score};
use crate::components::outcome::OutcomePanel;
use crate::components::picture_menu::PictureMenu;
use crate::domain::catalogue;
use crate::domain::ids::AreaId;
use crate::domain::rating::{Dimension, PerDimension};
use crate::requests::TableName;
use crate::route::Route;
use crate::scoring::{AreaScore, Coverage, DomainScore, Scorecard};
use crate::state::app;

/// The page.
#[component]
pub fn Overview() -> impl IntoView {
    let app = app();
    let empty = Memo::new(move |_| app.scorecard().with(has_no_score));
    let tables = move || {
        app.scorecard()
            .with(|scorecard| scorecard.domains.iter().map(domain_table).collect_view())
    };
    view! {
        <h1 tabindex="-1">"Overblik"</h1>
        <PictureMenu current=Route::Overview />
        <Show when=move || !empty.get() fallback=|| view! { <Empty /> }>
            <p class="lead">
                "Centraliseringsgraden går fra 0 (alt løses i institutionerne) til 3 (alt løses centralt eller eksternt). Digital proces og digital løsning går fra 0 (manuelt) til 1 (fuldt digitalt). Vælg et område for at se, hvordan tallet er blevet til."
            </p>
            {live(tables)}
            <CsvButton table=TableName::Scores name="overblik" />
            <CsvButton table=TableName::Answers name="alle svar" />
            <OutcomePanel />
            <p class="muted no-print">
                "Et område er foreløbigt, når under 60 % af dets relevante aktiviteter er besvaret. »Samlet« er gennemsnittet af områdernes tal. "
                <a href=Route::Method.href()>"Sådan er der regnet"</a>
            </p>
        </Show>
    }
}

fn has_no_score(scorecard: &Scorecard) -> bool {
    scorecard.domains.iter().all(|domain| {
        Dimension::ALL
            .iter()
            .all(|&dimension| domain.total.get(dimension).is_none())
    })
}

#[component]
fn Empty() -> impl IntoView {
    view! {
        <div class="empty">
            <h2>"Her kommer jeres tal"</h2>
            <p>"Så snart I har svaret på den første aktivitet, vises området her."</p>
            <div class="buttons">
                <a class="button button-primary" href=Route::Survey.href()>"Gå til skemaet"</a>
            </div>
        </div>
    }
}

const COVERAGE: &str = "Besvaret";
const FTE: &str = "Årsværk";

fn domain_table(domain: &DomainScore) -> impl IntoView + use<> {
    let provisional = domain.is_provisional();
    let heading = |title: &'static str| {
        view! { <th scope="col" role="columnheader" class="num">{title}</th> }
    };
    view! {
        <div class="table-wrap">
            <table class="score-table" role="table">
                <caption>{catalogue::domain_title(domain.domain)}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">"Område"</th>
                        {Dimension::ALL.map(|dimension| heading(dimension_title(dimension)))}
                        {heading(COVERAGE)}
                        {heading(FTE)}
                    </tr>
                </thead>
                <tbody role="rowgroup">
                    {domain.areas.iter().map(area_row).collect_view()}
                </tbody>
                <tfoot role="rowgroup">
                    {total_row("Samlet", provisional, domain.total, Some(domain.coverage), domain.fte)}
                    {domain
                        .fte
                        .is_some()
                        .then(|| {
                            total_row(
                                "Samlet vægtet med årsværk",
                                provisional,
                                domain.weighted,
                                None,
                                None,
                            )
                        })}
                </tfoot>
            </table>
        </div>
    }
}

/// A score leads to the answers behind it.
fn cells(
    area: Option<AreaId>,
    scores: &PerDimension<Option<f64>>,
    answered: Option<Coverage>,
    staff: Option<f64>,
) -> impl IntoView + use<> {
    let scores = *scores;
    view! {
        {Dimension::ALL
            .map(|dimension| {
                view! {
                    <td class="num" role="cell" data-title=dimension_title(dimension)>
                        {linked(area, score(*scores.get(dimension)))}
                    </td>
                }
            })}
        <td class="num" role="cell" data-title=COVERAGE>
            {answered.map(coverage)}
        </td>
        <td class="num" role="cell" data-title=FTE>
            {fte(staff)}
        </td>
    }
}

fn area_row(area: &AreaScore) -> impl IntoView + use<> {
    let scores = PerDimension::from_fn(|dimension| area.score(dimension));
    let none = Dimension::ALL
        .iter()
        .all(|&dimension| scores.get(dimension).is_none());
    let provisional = !none && area.is_provisional();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a href=Route::OverviewArea(area.area).href()>
                    {catalogue::area(area.area).map(|area| area.title)}
                </a>
                {provisional
                    .then(|| view! { " " <span class="badge badge-warning">"foreløbig"</span> })}
                {area.estimated.then(|| view! { " " <span class="badge">"skøn"</span> })}
            </th>
            {cells(Some(area.area), &scores, Some(area.coverage), area.fte)}
        </tr>
    }
}

fn total_row(
    title: &'static str,
    provisional: bool,
    scores: PerDimension<Option<f64>>,
    answered: Option<Coverage>,
    staff: Option<f64>,
) -> impl IntoView {
    let known = Dimension::ALL
        .iter()
        .any(|&dimension| scores.get(dimension).is_some());
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                {title}
                {(known && provisional)
                    .then(|| view! { " " <span class="badge badge-warning">"foreløbig"</span> })}
            </th>
            {cells(None, &scores, answered, staff)}
        </tr>
    }
}
