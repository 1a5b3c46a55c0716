//! The sums of the staff sheet: FTE per area and level, and the check against the total.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use leptos::prelude::*;

use crate::components::erased::{live, view};
use crate::components::numbers::{NONE, fte};
use crate::danish::format_number;
use crate::domain::assessment::Round;
use crate::domain::catalogue::{self, AREAS};
use crate::domain::ids::Domain;
use crate::domain::rating::Place;
use crate::scoring::resources;
use crate::state::app;

const PLACES: [Place; 4] = [
    Place::Institution,
    Place::Intermediate,
    Place::Department,
    Place::Central,
];

/// One line: the FTE at each place, and in all.
type Line = (BTreeMap<Place, f64>, f64);

/// The section.
#[component]
pub(super) fn Sums() -> impl IntoView {
    let app = app();
    let content = live(move || {
        app.with_round(|round| {
            if resources::fte_total(&round.staff) == 0.0 {
                return view! {
                    <p class="muted">"Her kommer årsværkene fordelt på områder og niveauer."</p>
                }
                .into_any();
            }
            view! {
                {check(round)}
                {Domain::ALL.map(|domain| table(round, domain))}
            }
            .into_any()
        })
    });
    view! {
        <section class="section" aria-labelledby="staff-sums">
            <h2 id="staff-sums">"Årsværk på områder og niveauer"</h2>
            {content}
        </section>
    }
}

/// What is on the sheet, what is not placed, and whether it fits the known total.
fn check(round: &Round) -> impl IntoView + use<> {
    let total = resources::fte_total(&round.staff);
    let unplaced = resources::fte_unplaced(&round.staff);
    let number = |value: f64| format_number(value, 1);
    let mut text = format!("I alt {} årsværk i bemandingen.", number(total));
    if crate::danish::round(unplaced, 1) > 0.0 {
        let _ = write!(
            text,
            " {} årsværk er ikke fordelt på områder.",
            number(unplaced)
        );
    }
    let difference = round.staff_total.map(|known| total - known.to_f64());
    let warning = difference.filter(|one| crate::danish::round(*one, 1) != 0.0).map(|difference| {
        let (way, amount) = if difference > 0.0 {
            ("over", difference)
        } else {
            ("under", -difference)
        };
        let text = format!(
            "Bemandingen ligger {} årsværk {way} jeres egne tal i alt. Kontrollér, om et hold mangler eller er talt med to gange.",
            number(amount)
        );
        view! {
            <div class="alert alert-warning">
                <h3 class="alert-heading">"Summen passer ikke med jeres egne tal"</h3>
                <p class="alert-text">{text}</p>
            </div>
        }
    });
    view! {
        <p>{text}</p>
        {warning}
    }
}

fn lines(round: &Round, domain: Domain) -> Vec<(&'static str, Line)> {
    let by_area = resources::fte_by_area(&round.staff);
    AREAS
        .iter()
        .filter(|area| area.id.domain == domain)
        .filter_map(|area| {
            let total = *by_area.get(&area.id)?;
            Some((
                area.title,
                (resources::fte_by_place(&round.staff, area.id), total),
            ))
        })
        .collect()
}

fn table(round: &Round, domain: Domain) -> Option<impl IntoView + use<>> {
    let lines = lines(round, domain);
    if lines.is_empty() {
        return None;
    }
    let mut sum: Line = (BTreeMap::new(), 0.0);
    for (_, (places, total)) in &lines {
        for (place, value) in places {
            *sum.0.entry(*place).or_default() += value;
        }
        sum.1 += total;
    }
    let names = PLACES.map(|place| round.profile.name_of(place).to_owned());
    let heads = names
        .iter()
        .map(|name| {
            view! { <th scope="col" role="columnheader" class="num">{name.clone()}</th> }
        })
        .collect_view();
    let rows = lines
        .iter()
        .map(|(title, line)| row(title, line, &names))
        .collect_view();
    Some(view! {
        <div class="table-wrap">
            <table class="score-table" role="table">
                <caption>{catalogue::domain_title(domain)}</caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">"Område"</th>
                        {heads}
                        <th scope="col" role="columnheader" class="num">"I alt"</th>
                    </tr>
                </thead>
                <tbody role="rowgroup">{rows}</tbody>
                <tfoot role="rowgroup">{row("Sum", &sum, &names)}</tfoot>
            </table>
        </div>
    })
}

fn row(title: &'static str, (places, total): &Line, names: &[String; 4]) -> impl IntoView + use<> {
    let cells = PLACES
        .iter()
        .zip(names)
        .map(|(place, name)| {
            let value = places
                .get(place)
                .map_or_else(|| NONE.to_owned(), |value| format_number(*value, 1));
            view! {
                <td class="num" role="cell" data-title=name.clone()>
                    {value}
                </td>
            }
        })
        .collect_view();
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{title}</th>
            {cells}
            <td class="num" role="cell" data-title="I alt">
                {fte(Some(*total))}
            </td>
        </tr>
    }
}
