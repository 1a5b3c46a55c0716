//! The pages of the administrative picture, side by side.

use leptos::prelude::*;

use crate::components::erased::view;
use crate::route::Route;

/// The menu; `current` is the page that it stands on.
#[component]
pub fn PictureMenu(current: Route) -> impl IntoView {
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
        <nav class="picture-menu no-print" aria-label="Det administrative billede">
            <ul>{Route::PICTURE.map(link).collect_view()}</ul>
        </nav>
    }
}
