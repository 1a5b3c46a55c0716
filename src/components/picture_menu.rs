//! The pages of the administrative picture, side by side.

use leptos::prelude::*;

use crate::components::erased::view;
use crate::route::Route;

/// The menu; `current` is the page that it stands on.
#[component]
pub fn PictureMenu(current: Route) -> impl IntoView {
    view! { <MenuOf pages=&Route::PICTURE current label="Det administrative billede" /> }
}

/// Pages that belong together, side by side.
#[component]
pub fn MenuOf(pages: &'static [Route], current: Route, label: &'static str) -> impl IntoView {
    let link = move |route: Route| {
        view! {
            <li>
                <a
                    class="picture-menu__link"
                    href=route.href()
                    aria-current=(route == current).then_some("page")
                >
                    {route.title()}
                </a>
            </li>
        }
    };
    view! {
        <nav class="picture-menu no-print" aria-label=label>
            <ul>{pages.iter().copied().map(link).collect_view()}</ul>
        </nav>
    }
}
