//! A chart with everything around it: what it finds, what it shows, its numbers, and saving it as
//! a picture. Drawn from a specification that the document worker made.

use leptos::html::Div;
use leptos::prelude::*;

use crate::components::erased::{live, view};
use crate::picture::Figure;
use crate::platform::{PlatformError, page, plot};
use crate::state::{follow, follow_async};

/// The chart; drawn again whenever it changes.
#[component]
pub fn Chart(
    /// Unique on the page.
    id: String,
    figure: Memo<Option<Figure>>,
) -> impl IntoView {
    let place: NodeRef<Div> = NodeRef::new();
    let failure = RwSignal::new(None::<PlatformError>);
    follow_async(move || {
        let (element, figure) = (place.get()?, figure.get()?);
        Some(async move {
            let (data, layout) = (figure.data.to_string(), figure.layout.to_string());
            let drawn = plot::draw(&element, &data, &layout).await;
            // The page may be gone by now.
            failure.try_set(drawn.err());
        })
    });
    let kept = StoredValue::new_local(None);
    follow(move || kept.set_value(place.get()));
    on_cleanup(move || {
        if let Some(Some(element)) = kept.try_get_value() {
            // Not at once: what plotly shows beside the mouse is on its way for some moments.
            page::after(500, move || plot::free(&element));
        }
    });
    let text = move |read: fn(&Figure) -> String| {
        live(move || figure.with(|figure| figure.as_ref().map(read)))
    };
    let badge = live(move || {
        let (text, warns) = figure.with(|figure| figure.as_ref()?.badge.clone())?;
        let class = if warns {
            "badge badge-warning"
        } else {
            "badge"
        };
        Some(view! { <span class=class>{text}</span> })
    });
    let failed = live(move || {
        failure
            .get()
            .map(|error| view! { <p class="chart__note" role="alert">{error.message()}</p> })
    });
    let summary_id = format!("{id}-om");
    let (described, frame, plot, own) = (summary_id.clone(), id.clone(), id.clone(), id.clone());
    view! {
        <figure class="chart" aria-labelledby=own aria-describedby=described>
            <figcaption class="chart__title" id=id>
                {text(|figure| figure.title.clone())} " " {badge}
            </figcaption>
            <p class="chart__summary" id=summary_id>{text(|figure| figure.summary.clone())}</p>
            {failed}
            <div class="chart__scroll" role="group" tabindex="0" aria-labelledby=frame>
                <div class="chart__plot" role="img" aria-labelledby=plot node_ref=place></div>
            </div>
            {tools(figure, failure)}
            {numbers(figure)}
        </figure>
    }
}

/// The numbers of the chart as a table, where no table on the page has them already.
fn numbers(figure: Memo<Option<Figure>>) -> AnyView {
    let table = Memo::new(move |_| {
        figure.with(|figure| {
            figure
                .as_ref()
                .map_or_else(String::new, |one| one.table.clone())
        })
    });
    let has_table = Memo::new(move |_| table.with(|table| !table.is_empty()));
    let fold = live(move || {
        has_table.get().then(|| {
            view! {
                <details class="fold">
                    <summary class="fold__summary">"Vis tallene som tabel"</summary>
                    // Made by the worker from escaped texts.
                    <div inner_html=move || table.get()></div>
                </details>
            }
        })
    });
    view! { {fold} }
}

/// Saving the chart as a picture.
fn tools(figure: Memo<Option<Figure>>, failure: RwSignal<Option<PlatformError>>) -> AnyView {
    let button = move |form: plot::Form, text: &'static str| {
        let save = move |_| {
            let Some(figure) = figure.get_untracked() else {
                return;
            };
            leptos::task::spawn_local(async move {
                let saved = plot::save(&titled(&figure), &figure.id, form, size(&figure)).await;
                failure.try_set(saved.err());
            });
        };
        view! {
            <button class="text-button" type="button" on:click=save>
                {text}
            </button>
        }
    };
    let copied = RwSignal::new("");
    let copy = move |_| {
        let Some(figure) = figure.get_untracked() else {
            return;
        };
        leptos::task::spawn_local(async move {
            let done = plot::copy(&titled(&figure), size(&figure)).await;
            copied.try_set(if done.is_ok() { "Kopieret" } else { "" });
            failure.try_set(done.err());
        });
    };
    view! {
        <p class="chart__tools no-print">
            {button(plot::Form::Png, "Gem diagrammet som PNG")} " "
            {button(plot::Form::Svg, "Gem diagrammet som SVG")} " "
            <button class="text-button" type="button" on:click=copy>
                "Kopiér diagrammet"
            </button> " " <span role="status">{move || copied.get()}</span>
        </p>
    }
}

/// Width of a saved picture.
const WIDTH: f64 = 1100.0;
/// Height of a line of its title.
const LINE: f64 = 26.0;
/// Letters in a line of its title.
const LETTERS: usize = 95;

/// The title of a saved picture with the worth of its dataset, in lines that fit.
fn title_lines(figure: &Figure) -> Vec<String> {
    let badge = figure.badge.as_ref();
    let badge = badge.map_or_else(String::new, |(text, _)| format!(" ({text})"));
    let mut lines = vec![String::new()];
    for word in format!("{}{badge}", figure.title).split(' ') {
        let last = lines.last().map_or(0, |line| line.chars().count());
        if last > 0 && last + word.chars().count() >= LETTERS {
            lines.push(String::new());
        }
        if let Some(line) = lines.last_mut() {
            if !line.is_empty() {
                line.push(' ');
            }
            // plotly reads a few tags in texts.
            line.push_str(&word.replace('<', "‹"));
        }
    }
    lines
}

#[allow(clippy::cast_precision_loss, reason = "a few lines")]
fn room_for_title(figure: &Figure) -> f64 {
    title_lines(figure).len() as f64 * LINE
}

fn size(figure: &Figure) -> (f64, f64) {
    let height = figure.layout["height"].as_f64().unwrap_or(500.0);
    (WIDTH, height + room_for_title(figure))
}

/// The chart with its title inside, as JSON: a saved picture stands alone.
fn titled(figure: &Figure) -> String {
    let mut layout = figure.layout.clone();
    let top = layout["margin"]["t"].as_f64().unwrap_or(60.0);
    layout["margin"]["t"] = (top + room_for_title(figure)).into();
    layout["height"] = size(figure).1.into();
    layout["title"] = serde_json::json!({
        "text": title_lines(figure).join("<br>"),
        "font": {"size": 17},
        "x": 0.01,
        "xanchor": "left",
        "y": 0.99,
        "yanchor": "top",
        "yref": "container",
    });
    serde_json::json!({"data": figure.data, "layout": layout}).to_string()
}
