//! Pages that the document worker makes whole: what stands around them is the menu that they
//! belong to, a line about what they are, and the tables that can be saved as CSV.

use leptos::prelude::*;

use crate::components::csv_button::CsvButton;
use crate::components::erased::view;
use crate::components::outcome::OutcomePanel;
use crate::components::picture::PictureBlocks;
use crate::components::picture_menu::{MenuOf, PictureMenu};
use crate::components::undo::UndoButtons;
use crate::picture::View;
use crate::requests::TableName;
use crate::route::Route;

/// The menu that a page belongs to.
enum Menu {
    Picture,
    Planning,
    Report,
    None,
}

/// What stands around the page of a route.
struct Around {
    view: View,
    heading: &'static str,
    menu: Menu,
    lead: &'static str,
    tables: Vec<(TableName, &'static str)>,
}

fn around(route: Route) -> Around {
    match route {
        Route::OwnPicture => Around {
            view: View::Own,
            heading: "Billedet uden sammenligning",
            menu: Menu::Picture,
            lead: "Det, jeres egne svar viser alene: hvor opgaverne løses, hvor digitale de er, og hvor årsværkene ligger.",
            tables: vec![(TableName::OwnPicture, "eget billede")],
        },
        Route::Indicators => Around {
            view: View::Indicators,
            heading: route.title(),
            menu: Menu::Picture,
            lead: "De fem nøgletal, som KL forbinder med effektiv drift af løn og bogholderi, og jeres plads blandt de 87 kommuner, som KL spurgte i 2017.",
            tables: vec![
                (TableName::Indicators, "nøgletal"),
                (TableName::Survey2017, "undersøgelsen 2017"),
            ],
        },
        Route::Method => Around {
            view: View::Method,
            heading: route.title(),
            menu: Menu::None,
            lead: "Sådan regner Kommunebenchmark, hvad tallene bygger på, og hvad de ikke kan vise.",
            tables: Vec::new(),
        },
        Route::Privacy | Route::Preparation | Route::About => Around {
            view: View::About(route),
            heading: match route {
                Route::About => "Om Kommunebenchmark",
                _ => route.title(),
            },
            menu: Menu::None,
            lead: "",
            tables: Vec::new(),
        },
        _ if route.section() == Route::Report => Around {
            view: View::Report(route),
            // A sheet or a screen has a heading of its own.
            heading: match route {
                Route::Report | Route::Workshop => route.title(),
                _ => "",
            },
            menu: match route {
                Route::Screen(_) => Menu::None,
                _ => Menu::Report,
            },
            lead: "",
            tables: Vec::new(),
        },
        _ => Around {
            view: View::Planning(route),
            heading: route.title(),
            menu: Menu::Planning,
            lead: "",
            tables: match route {
                Route::Plan => vec![
                    (TableName::Plan, "handleplanen"),
                    (TableName::PlanYears, "planens år"),
                    (TableName::PlanTrace, "planens sporing"),
                ],
                _ => Vec::new(),
            },
        },
    }
}

/// The page of a route.
#[component]
pub fn Made(route: Route) -> impl IntoView {
    let around = around(route);
    let menu = match around.menu {
        Menu::None => ().into_any(),
        Menu::Picture => view! { <PictureMenu current=route /> },
        Menu::Report => view! {
            <MenuOf pages=&Route::REPORT current=route label="Rapport og workshop" />
            <p class="no-print">
                <UndoButtons />
            </p>
        },
        Menu::Planning => view! {
            <MenuOf pages=&Route::PLANNING current=route.listed() label="Fra billede til plan" />
            <p class="no-print">
                <UndoButtons />
            </p>
        },
    };
    let lead = (!around.lead.is_empty()).then(|| view! { <p class="lead">{around.lead}</p> });
    let tables = around.tables.into_iter();
    let tables: Vec<AnyView> = tables
        .map(|(table, name)| view! { <CsvButton table name /> })
        .collect();
    let heading =
        (!around.heading.is_empty()).then(|| view! { <h1 tabindex="-1">{around.heading}</h1> });
    view! {
        {heading}
        {menu}
        {lead}
        <OutcomePanel />
        <PictureBlocks view=Signal::stored(around.view) />
        {tables}
    }
}
