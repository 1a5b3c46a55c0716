//! Ressourcer: FTE by size beside the group, beside organisation and digitalisation, and what
//! differences could be worth, where the user asks for it and the dataset allows it.

use leptos::prelude::*;

use crate::components::csv_button::CsvButton;
use crate::components::erased::{Show, live, view};
use crate::components::group_choice::GroupChoice;
use crate::components::outcome::OutcomePanel;
use crate::components::picture::PictureBlocks;
use crate::components::picture_menu::PictureMenu;
use crate::peers::comparison::Evidence;
use crate::picture::View;
use crate::requests::TableName;
use crate::route::Route;
use crate::state::app;

/// The page.
#[component]
pub fn Resources() -> impl IntoView {
    let app = app();
    let allowed = Memo::new(move |_| app.evidence().is_some_and(Evidence::allows_findings));
    let wanted = move || app.looking().with(|looking| looking.potential);
    let by_area = move || app.looking().with(|looking| looking.areas);
    let view = Signal::derive(move || View::Resources {
        potential: app.shows_potential(),
        areas: by_area(),
    });
    view! {
        <h1 tabindex="-1">"Ressourcer"</h1>
        <PictureMenu current=Route::Resources />
        <p class="lead">
            "Årsværk i forhold til kommunens størrelse, holdt op mod gruppen, organiseringen og digitaliseringen. Tallene er ikke korrigeret for rammevilkår."
        </p>
        <OutcomePanel />
        <GroupChoice />
        <Show
            when=move || allowed.get()
            fallback=|| {
                view! {
                    <p class="muted no-print">
                        "Et regneeksempel på, hvad en forskel kan svare til, vises kun sammen med virkelige kommuner, der er målt med samme skema."
                    </p>
                }
            }
        >
            <label class="check no-print">
                <input
                    type="checkbox"
                    prop:checked=live(wanted)
                    on:change=move |event| {
                        let on = event_target_checked(&event);
                        app.look(|looking| looking.potential = on);
                    }
                />
                " Vis et regneeksempel på, hvad forskellen kan svare til i årsværk og kroner"
            </label>
        </Show>
        <label class="check no-print">
            <input
                type="checkbox"
                prop:checked=live(by_area)
                on:change=move |event| {
                    let on = event_target_checked(&event);
                    app.look(|looking| looking.areas = on);
                }
            />
            " Vis også organisering og digitalisering over for årsværk for hvert område"
        </label>
        <PictureBlocks view />
        <CsvButton table=TableName::ResourcesBeside name="ressourcer og gruppen" />
        <CsvButton table=TableName::Resources name="årsværk på niveauer" />
    }
}
