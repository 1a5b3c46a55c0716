//! The table of a domain: the deviations of its areas and of the whole.

use leptos::prelude::*;

use crate::components::erased::view;
use crate::components::numbers::{deviation, deviation_class, dimension_title, linked, score};
use crate::domain::catalogue;
use crate::domain::ids::AreaId;
use crate::domain::rating::{Dimension, PerDimension};
use crate::peers::Kind;
use crate::peers::comparison::{AreaDeviation, DomainDeviation};
use crate::peers::summary::Statistic;
use crate::route::Route;

use super::dataset::{badge, n_text};

/// The table.
pub(super) fn deviation_table(
    domain: &DomainDeviation,
    kind: Kind,
    n: Option<u32>,
) -> impl IntoView + use<> {
    let rows = domain.areas.iter().map(area_row).collect_view();
    view! {
        <div class="table-wrap">
            <table class="score-table score-table--narrow" role="table">
                <caption>
                    {format!(
                        "{}: afvigelse fra Alle ({}) ",
                        catalogue::domain_title(domain.domain),
                        n_text(n),
                    )} {badge(kind)}
                </caption>
                <thead role="rowgroup">
                    <tr role="row">
                        <th scope="col" role="columnheader">"Område"</th>
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
                        <th scope="row" role="rowheader">"Samlet"</th>
                        {cells(None, &domain.total, &domain.group)}
                    </tr>
                </tfoot>
            </table>
        </div>
    }
}

fn cells(
    area: Option<AreaId>,
    deviations: &PerDimension<Option<f64>>,
    group: &PerDimension<Option<Statistic>>,
) -> impl IntoView + use<> {
    let (deviations, group) = (*deviations, *group);
    Dimension::ALL.map(|dimension| {
        let value = *deviations.get(dimension);
        let mean = group.get(dimension).map(|statistic| statistic.mean);
        let class = format!("num {}", deviation_class(value, dimension));
        view! {
            <td
                class=class
                role="cell"
                data-title=dimension_title(dimension)
                title=format!("Gruppens gennemsnit: {}", score(mean))
            >
                {linked(area, deviation(value))}
            </td>
        }
    })
}

fn area_row(area: &AreaDeviation) -> impl IntoView + use<> {
    let provisional = area.provisional;
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">
                <a href=Route::OverviewArea(area.area).href()>
                    {catalogue::area(area.area).map(|area| area.title)}
                </a>
                {provisional
                    .then(|| view! { " " <span class="badge badge-warning">"foreløbig"</span> })}
            </th>
            {cells(Some(area.area), &area.deviation, &area.group)}
        </tr>
    }
}
