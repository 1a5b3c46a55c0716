//! Eget billede: what the municipality can learn from its own answers alone.

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
pub fn OwnPicture() -> impl IntoView {
    view! {
        <h1 tabindex="-1">"Billedet uden sammenligning"</h1>
        <PictureMenu current=Route::OwnPicture />
        <p class="lead">
            "Det, jeres egne svar viser alene: hvor opgaverne løses, hvor digitale de er, og hvor årsværkene ligger."
        </p>
        <OutcomePanel />
        <PictureBlocks view=Signal::stored(View::Own) />
        <CsvButton table=TableName::OwnPicture name="eget billede" />
    }
}
