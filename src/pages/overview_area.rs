//! How the scores of one area came about: every answer behind them, and the sum.

use leptos::prelude::*;

use crate::components::erased::{live, view};
use crate::components::numbers::{NONE, coverage, dimension_title, fte, percent, score};
use crate::components::picture::PictureBlocks;
use crate::danish::{format_number, format_short, lower};
use crate::document::description;
use crate::domain::answer::{Answer, Standing};
use crate::domain::assessment::Round;
use crate::domain::catalogue::{self, Activity, Area};
use crate::domain::ids::AreaId;
use crate::domain::rating::{Dimension, Place};
use crate::picture::View;
use crate::route::Route;
use crate::scoring::{ActivityRating, AreaScore, Mean, Status, UnitsAnswer, resources, score_area};
use crate::state::app;

/// The page.
#[component]
pub fn OverviewArea(area: AreaId) -> impl IntoView {
    let app = app();
    let title = catalogue::area(area).map_or("", |area| area.title);
    let content = live(move || {
        let area = catalogue::area(area)?;
        app.with_round(|round| {
            let staff = resources::fte_by_area(&round.staff).get(&area.id).copied();
            let score = score_area(round, area, staff);
            view! {
                {answers_table(round, area, &score)}
                {beside(round, &score)}
            }
        })
    });
    view! {
        <p class="no-print">
            <a href=Route::Overview.href()>"Overblik"</a>
        </p>
        <h1 tabindex="-1">{title}</h1>
        <p class="lead">
            "Sådan er tallene blevet til: gennemsnittet af de besvarede aktiviteter. »Ikke relevant« regnes ikke med, og »ved ikke« og tomme felter tæller aldrig som 0."
        </p>
        <p class="no-print">
            <a href=Route::SurveyArea(area).href()>"Ret svarene i skemaet"</a>
        </p>
        {content}
        <PictureBlocks view=Signal::derive(move || View::Area {
            area,
            potential: app.shows_potential(),
        }) />
    }
}

/// Hundredths of a point with as many decimals as they need, two at most.
fn points(hundredths: f64) -> String {
    format_short(hundredths / 100.0)
}

fn answers_table(round: &Round, area: &'static Area, score: &AreaScore) -> impl IntoView + use<> {
    let rows = area
        .activities
        .iter()
        .map(|activity| activity_row(round, activity))
        .collect_view();
    let means = score.means;
    let estimated = score.estimated;
    view! {
        <div class="table-wrap">
            <table class="score-table" role="table">
                <caption>"Svar og værdier"</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">"Aktivitet"</th>
                        {Dimension::ALL
                            .map(|dimension| {
                                view! {
                                    <th scope="col" role="columnheader" class="num">
                                        {dimension_title(dimension)}
                                    </th>
                                }
                            })}
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
                <tfoot role="rowgroup">
                    <tr role="row">
                        <th scope="row" role="rowheader">
                            {if estimated { "Skøn for hele området" } else { "Sum delt med antal" }}
                        </th>
                        {Dimension::ALL
                            .map(|dimension| {
                                view! {
                                    <td class="num" role="cell" data-title=dimension_title(dimension)>
                                        {division(*means.get(dimension))}
                                    </td>
                                }
                            })}
                    </tr>
                    <tr role="row">
                        <th scope="row" role="rowheader">"Områdets tal"</th>
                        {Dimension::ALL
                            .map(|dimension| {
                                view! {
                                    <td class="num" role="cell" data-title=dimension_title(dimension)>
                                        {self::score(means.get(dimension).value())}
                                    </td>
                                }
                            })}
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

fn division(mean: Mean) -> String {
    if mean.n == 0 {
        return NONE.to_owned();
    }
    format!("{} / {}", points(mean.hundredths), mean.n)
}

fn activity_row(round: &Round, activity: &'static Activity) -> impl IntoView + use<> {
    let own = round.central_answer(activity.id);
    let units = UnitsAnswer::of(round, activity.id, activity.weight);
    let rating = ActivityRating::of(own).with_units(own, &units);
    let remark = match rating.status {
        Status::Answered => None,
        Status::Missing => Some("mangler svar"),
        Status::Unknown => Some("ved ikke"),
        Status::Unconfirmed => Some("fra forrige runde, ikke bekræftet"),
        Status::NotRelevant => Some("ikke relevant"),
    };
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                {activity.title}
                {activity
                    .mass_process
                    .then(|| view! { " " <span class="mark">"masseproces"</span> })}
                {remark.map(|remark| view! { " " <span class="mark mark--off">{remark}</span> })}
                {words(units_in_row(&units))}
            </th>
            {Dimension::ALL
                .map(|dimension| {
                    let value = *rating.hundredths.get(dimension);
                    let (said, own) = units_in_cell(round, own, &units, dimension);
                    view! {
                        <td class="num" role="cell" data-title=dimension_title(dimension)>
                            {value.map_or_else(|| NONE.to_owned(), points)} {words(said)}
                            {words(own)}
                        </td>
                    }
                })}
        </tr>
    }
}

/// A line of small words under a title or a number.
fn words(text: String) -> impl IntoView + use<> {
    (!text.is_empty()).then(|| view! { <span class="score-table__words">{text}</span> })
}

/// That units answer the activity, and how they are weighed.
fn units_in_row(units: &UnitsAnswer) -> String {
    let number = description::number_of_units;
    let mut parts = Vec::new();
    if units.n > 0 {
        let weighting = description::weighting(units.weighting);
        parts.push(match units.n {
            1 => "1 enhed har svaret".to_owned(),
            n => format!("{} har svaret og {weighting}", number(n)),
        });
    }
    if units.not_relevant > 0 {
        parts.push(format!("ikke relevant for {}", number(units.not_relevant)));
    }
    parts.join("; ")
}

/// What the units say in one dimension, and beside it the municipality's own answer, which they
/// stand for; both empty where no unit rates the dimension.
fn units_in_cell(
    round: &Round,
    own: Option<&Answer>,
    units: &UnitsAnswer,
    dimension: Dimension,
) -> (String, String) {
    let rating = units.ratings.get(dimension);
    if rating.n() == 0 {
        return (String::new(), String::new());
    }
    let own = own
        .filter(|own| own.standing == Standing::Asked)
        .and_then(|own| description::rating(own, dimension, &round.profile))
        .map_or_else(String::new, |own| format!("kommunens eget svar: {own}"));
    let said = description::units(rating, dimension, &round.profile);
    (said, own)
}

/// What stands beside the score: coverage, mass processes, external cases, staff.
fn beside(round: &Round, area: &AreaScore) -> impl IntoView + use<> {
    let line = |term: String, text: String| {
        view! {
            <div>
                <dt>{term}</dt>
                <dd>{text}</dd>
            </div>
        }
    };
    let mass: Vec<String> = Dimension::ALL
        .into_iter()
        .map(|dimension| {
            format!(
                "{} {}",
                dimension_title(dimension),
                score(area.mass_means.get(dimension).value())
            )
        })
        .collect();
    let places: Vec<String> = resources::fte_by_place(&round.staff, area.area)
        .into_iter()
        .map(|(place, value)| {
            let name = round.profile.name_of(place);
            format!("{name} {}", format_number(value, 1))
        })
        .collect();
    let bought = resources::purchases(&round.staff, area.area);
    view! {
        <section class="section" aria-labelledby="beside">
            <h2 id="beside">"Ved siden af tallet"</h2>
            <dl class="definitions">
                {line(
                    "Besvaret".to_owned(),
                    format!(
                        "{} af {} relevante aktiviteter ({})",
                        area.coverage.answered,
                        area.coverage.relevant,
                        coverage(area.coverage),
                    ),
                )}
                {line("Kun masseprocesserne".to_owned(), mass.join(" · "))}
                {line(
                    format!("Sager løst {}", lower(Place::External.usual_name())),
                    percent(area.external_share()),
                )}
                {line(
                    "Årsværk".to_owned(),
                    if places.is_empty() {
                        fte(area.fte)
                    } else {
                        format!("{} ({})", fte(area.fte), places.join(" · "))
                    },
                )}
                {(bought > 0.0)
                    .then(|| {
                        line(
                            "Købte ydelser".to_owned(),
                            format!("{} kr. om året", format_number(bought, 0)),
                        )
                    })}
            </dl>
        </section>
    }
}
