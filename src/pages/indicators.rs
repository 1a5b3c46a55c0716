//! Nøgletal: the five indicators of effective operation, and KL's survey of 87 municipalities.

use leptos::prelude::*;

use crate::components::csv_button::CsvButton;
use crate::components::erased::view;
use crate::components::outcome::OutcomePanel;
use crate::components::picture::PictureBlocks;
use crate::components::picture_menu::PictureMenu;
use crate::picture::View;
use crate::requests::TableName;
use crate::route::Route;

/// The page.
#[component]
pub fn Indicators() -> impl IntoView {
    view! {
        <h1 tabindex="-1">"Nøgletal"</h1>
        <PictureMenu current=Route::Indicators />
        <p class="lead">
            "De fem nøgletal, som KL forbinder med effektiv drift af løn og bogholderi, og jeres plads blandt de 87 kommuner, som KL spurgte i 2017."
        </p>
        <OutcomePanel />
        <PictureBlocks view=Signal::stored(View::Indicators) />
        <CsvButton table=TableName::Indicators name="nøgletal" />
        <CsvButton table=TableName::Survey2017 name="undersøgelsen 2017" />
    }
}
