//! The scores of the area, how much is answered, and the group beside them.

use leptos::prelude::*;

use crate::components::erased::{live, view};
use crate::components::numbers::{dimension_title, score};
use crate::domain::rating::Dimension;
use crate::peers::comparison::Evidence;
use crate::scoring::Coverage;

use super::Sheet;

#[component]
pub(super) fn ScorePanel(sheet: Sheet) -> impl IntoView {
    let app = sheet.app;
    let area = sheet.area.id;
    let value = move |dimension: Dimension| {
        app.scorecard()
            .with(|card| card.area(area).and_then(|area| area.score(dimension)))
    };
    let coverage = Memo::new(move |_| {
        app.scorecard().with(|card| {
            card.area(area)
                .map_or_else(Coverage::default, |area| area.coverage)
        })
    });
    // Only as orientation, and never from invented municipalities for a real survey.
    let beside = live(move || {
        let evidence = app.evidence()?;
        let label = match evidence {
            Evidence::Invented => return None,
            Evidence::Demonstration => "Modeldata".to_owned(),
            Evidence::Orientation => "Orientering: KLK 2017".to_owned(),
            Evidence::Finding => "Gruppen".to_owned(),
        };
        let means = app.beside().with(|beside| {
            let group = *beside.ready()?.means.get(&area)?;
            let means: Vec<String> = Dimension::ALL
                .iter()
                .map(|&dimension| score(*group.get(dimension)))
                .collect();
            Some(means.join(" · "))
        })?;
        Some(view! {
            <div class="score-panel__aside">
                <dt>{label}</dt>
                <dd>{means}</dd>
            </div>
        })
    });
    view! {
        <dl class="score-panel">
            {Dimension::ALL
                .map(|dimension| {
                    view! {
                        <div>
                            <dt>{dimension_title(dimension)}</dt>
                            <dd>
                                <span class="score-panel__value">
                                    {move || score(value(dimension))}
                                </span>
                                {format!(" af {}", dimension.max())}
                            </dd>
                        </div>
                    }
                })}
            <div>
                <dt>"Besvaret"</dt>
                <dd>
                    <span class="score-panel__value">{move || coverage.get().answered}</span>
                    {move || format!(" af {}", coverage.get().relevant)}
                </dd>
            </div>
            {beside}
        </dl>
    }
}
