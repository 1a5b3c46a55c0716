//! Fordeling: where each own score lies in the group, and how sure that is.

use leptos::prelude::*;

use crate::components::csv_button::CsvButton;
use crate::components::erased::view;
use crate::components::group_choice::GroupChoice;
use crate::components::outcome::OutcomePanel;
use crate::components::picture::PictureBlocks;
use crate::components::picture_menu::PictureMenu;
use crate::components::select::select;
use crate::domain::rating::Dimension;
use crate::picture::View;
use crate::requests::TableName;
use crate::route::Route;

/// The page.
#[component]
pub fn Statistics() -> impl IntoView {
    let dimension = RwSignal::new(Dimension::Centralisation);
    let dimensions = Dimension::ALL.map(|one| (one, one.title()));
    let view = Signal::derive(move || View::Statistics {
        dimension: dimension.get(),
    });
    view! {
        <h1 tabindex="-1">"Fordeling"</h1>
        <PictureMenu current=Route::Statistics />
        <p class="lead">
            "Gennemsnittet alene siger ikke, om I ligger alene eller sammen med mange. Her ses hele gruppen: midten, den midterste halvdel og yderpunkterne."
        </p>
        <OutcomePanel />
        <GroupChoice />
        <div class="no-print">
            {select("statistics-dimension", "Tabellernes dimension", dimensions, dimension)}
        </div>
        <PictureBlocks view />
        <CsvButton table=TableName::Statistics name="fordeling" />
    }
}
