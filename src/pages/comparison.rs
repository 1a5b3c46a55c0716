//! Sammenligning: the deviations from the group, and what the group is.

use leptos::prelude::*;

use crate::components::csv_button::CsvButton;
use crate::components::dataset_switch::DatasetSwitch;
use crate::components::erased::view;
use crate::components::group_choice::GroupChoice;
use crate::components::outcome::OutcomePanel;
use crate::components::picture::PictureBlocks;
use crate::components::picture_menu::PictureMenu;
use crate::picture::View;
use crate::requests::TableName;
use crate::route::Route;

/// The page.
#[component]
pub fn ComparisonPage() -> impl IntoView {
    view! {
        <h1 tabindex="-1">"Sammenligning"</h1>
        <PictureMenu current=Route::Comparison />
        <p class="lead">
            "Afvigelsen er jeres tal minus gruppens gennemsnit. Plus betyder mere centralt eller mere digitalt end gruppen. Det er hverken godt eller dårligt i sig selv."
        </p>
        <OutcomePanel />
        <DatasetSwitch />
        <GroupChoice />
        <PictureBlocks view=Signal::stored(View::Comparison) />
        <CsvButton table=TableName::Deviations name="afvigelser" />
    }
}
