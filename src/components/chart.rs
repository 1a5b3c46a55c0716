//! A chart, drawn from a request to the document worker; its numbers stand in a table beside it.

use leptos::html::Div;
use leptos::prelude::*;

use crate::charts::Request;
use crate::components::erased::view;
use crate::platform::{PlatformError, plot};
use crate::requests::{self, Answer};
use crate::state::{desk, follow_async};

/// A chart. `request` may change; nothing is drawn while it is none.
#[component]
pub fn Chart(
    id: &'static str,
    #[prop(into)] title: String,
    /// What the chart shows, for those who do not see it.
    #[prop(into)]
    label: String,
    #[prop(into)] request: Signal<Option<Request>>,
    children: Children,
) -> impl IntoView {
    let place: NodeRef<Div> = NodeRef::new();
    let plot_id = format!("{id}-plot");
    let target = plot_id.clone();
    let failure = RwSignal::new(None::<PlatformError>);
    follow_async(move || {
        let (Some(_), Some(request)) = (place.get(), request.get()) else {
            return None;
        };
        let target = target.clone();
        Some(async move {
            let drawn = draw(&target, &request).await;
            // The page may be gone by now.
            failure.try_set(drawn.err());
        })
    });
    view! {
        <figure class="chart" aria-labelledby=id>
            <figcaption class="chart__title" id=id>
                {title} " " {children()}
            </figcaption>
            {move || {
                failure
                    .get()
                    .map(|error| view! { <p class="chart__note" role="alert">{error.message()}</p> })
            }}
            <div class="chart__scroll" role="group" tabindex="0" aria-labelledby=id>
                <div class="chart__plot" id=plot_id role="img" aria-label=label node_ref=place></div>
            </div>
        </figure>
    }
}

async fn draw(target: &str, request: &Request) -> Result<(), PlatformError> {
    let request = requests::Request::Chart(request.clone());
    match desk::ask(&request, &[]).await {
        Ok((Answer::Chart(made), _)) => {
            plot::draw(target, &made.data.to_string(), &made.layout.to_string()).await
        }
        other => Err(PlatformError::Chart {
            detail: desk::detail_of(other),
        }),
    }
}
