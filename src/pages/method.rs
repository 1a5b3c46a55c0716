//! Metode: how everything is computed. The text is data (`data/metode.json`).

use std::sync::Arc;

use leptos::prelude::*;
use serde::Deserialize;

use crate::components::erased::{live, view};
use crate::platform::assets::Asset;
use crate::platform::page;
use crate::route::Route;
use crate::state::{Loaded, fetch_once, parse_json};

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Text {
    sections: Vec<Section>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Section {
    id: String,
    title: String,
    blocks: Vec<Block>,
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(rename_all = "snake_case")]
enum Block {
    Paragraph(String),
    List(Vec<String>),
    Formula(String),
    Definitions(Vec<(String, String)>),
    Table(Table),
}

#[derive(Clone, Debug, PartialEq, Deserialize)]
struct Table {
    caption: String,
    head: Vec<String>,
    rows: Vec<Vec<String>>,
}

/// The page.
#[component]
pub fn Method() -> impl IntoView {
    let text: RwSignal<Loaded<Arc<Text>>> = RwSignal::new(Loaded::Waiting);
    fetch_once(text, Asset::Method, parse_json);
    let content = live(move || match text.get() {
        Loaded::Waiting => {
            view! { <p class="loading" role="status">"Henter teksten …"</p> }.into_any()
        }
        Loaded::Failed(error) => view! {
            <div class="alert alert-error" role="alert">
                <h2 class="alert-heading">"Teksten kunne ikke hentes"</h2>
                <p class="alert-text">{error.message()}</p>
                <div class="button-group">
                    <button
                        class="button button-secondary button--small"
                        type="button"
                        on:click=move |_| fetch_once(text, Asset::Method, parse_json)
                    >
                        "Prøv igen"
                    </button>
                </div>
            </div>
        }
        .into_any(),
        Loaded::Ready(text) => view! {
            <Contents text=text.clone() />
            <div class="prose">{text.sections.iter().cloned().map(section).collect_view()}</div>
        }
        .into_any(),
    });
    view! {
        <h1 tabindex="-1">"Metode"</h1>
        <p class="lead">
            "Sådan regner Kommunebenchmark, hvad tallene bygger på, og hvad de ikke kan vise."
        </p>
        {content}
    }
}

#[component]
fn Contents(text: Arc<Text>) -> impl IntoView {
    let link = |section: &Section| {
        let id = section.id.clone();
        view! {
            <li>
                <a
                    href=Route::Method.href()
                    on:click=move |event| {
                        event.prevent_default();
                        page::focus(&id);
                    }
                >
                    {section.title.clone()}
                </a>
            </li>
        }
    };
    view! {
        <nav class="toc" aria-labelledby="contents">
            <h2 id="contents">"Indhold"</h2>
            <ul class="unstyled-list">{text.sections.iter().map(link).collect_view()}</ul>
        </nav>
    }
}

fn section(section: Section) -> impl IntoView {
    view! {
        <h2 id=section.id tabindex="-1">{section.title}</h2>
        {section.blocks.into_iter().map(block).collect_view()}
    }
}

fn block(block: Block) -> AnyView {
    match block {
        Block::Paragraph(text) => view! { <p>{text}</p> }.into_any(),
        Block::Formula(text) => view! { <p class="formula">{text}</p> }.into_any(),
        Block::List(items) => {
            let items = items
                .into_iter()
                .map(|item| view! { <li>{item}</li> })
                .collect_view();
            view! { <ul>{items}</ul> }.into_any()
        }
        Block::Definitions(pairs) => {
            let pairs = pairs
                .into_iter()
                .map(|(term, text)| {
                    view! {
                        <div>
                            <dt>{term}</dt>
                            <dd>{text}</dd>
                        </div>
                    }
                })
                .collect_view();
            view! { <dl class="definitions">{pairs}</dl> }.into_any()
        }
        Block::Table(table) => table_view(table).into_any(),
    }
}

fn table_view(table: Table) -> impl IntoView {
    let heads = table
        .head
        .iter()
        .map(|head| view! { <th scope="col" role="columnheader">{head.clone()}</th> })
        .collect_view();
    let row = |cells: Vec<String>| {
        let cells = cells
            .into_iter()
            .enumerate()
            .map(|(index, cell)| {
                if index == 0 {
                    view! { <th scope="row" role="rowheader">{cell}</th> }.into_any()
                } else {
                    let title = table.head.get(index).cloned();
                    view! { <td role="cell" data-title=title>{cell}</td> }.into_any()
                }
            })
            .collect_view();
        view! { <tr role="row">{cells}</tr> }
    };
    view! {
        <div class="table-wrap">
            <table class="score-table" role="table">
                <caption>{table.caption}</caption>
                <thead role="rowgroup">
                    <tr role="row">{heads}</tr>
                </thead>
                <tbody role="rowgroup">{table.rows.into_iter().map(row).collect_view()}</tbody>
            </table>
        </div>
    }
}
