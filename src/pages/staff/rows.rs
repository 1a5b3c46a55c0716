//! The rows of one kind: teams, units or purchases.

use leptos::prelude::*;

use crate::components::erased::{Show, each, view};
use crate::domain::staff::{StaffKind, StaffRow};
use crate::platform::page;
use crate::state::app;

use super::number::Number;
use super::row::{EntryRow, name_id};
use super::set_row;
use super::words::words;

/// The table of one kind of rows.
#[component]
pub(super) fn RowsTable(kind: StaffKind) -> impl IntoView {
    let app = app();
    let words = words(kind);
    let heading_id = match kind {
        StaffKind::Team => "staff-teams",
        StaffKind::Units => "staff-units",
        StaffKind::Purchase => "staff-purchases",
    };
    let ids = move || {
        app.with_round(|round| {
            let of_kind = round.staff.iter().filter(|row| row.kind == kind);
            of_kind.map(|row| row.id).collect::<Vec<_>>()
        })
        .unwrap_or_default()
    };
    let add = move |_| {
        if let Some(id) = app.peek_round(crate::domain::assessment::Round::next_row_id) {
            app.edit(set_row(app, id, Some(StaffRow::new(id, kind))));
            page::after(0, move || page::focus(&name_id(id)));
        }
    };
    let small = |title: &'static str| {
        view! { <th scope="col" role="columnheader" class="entry-table__col-s">{title}</th> }
    };
    let heads = move || {
        let numbers = Number::of(kind).iter();
        numbers.map(|number| small(number.title())).collect_view()
    };
    view! {
        <section class="section" aria-labelledby=heading_id>
            <h2 id=heading_id>{words.heading}</h2>
            <p>{words.intro}</p>
            <Show
                when=move || !ids().is_empty()
                fallback=move || view! { <p class="muted">{words.empty}</p> }
            >
                <table class="entry-table" role="table">
                    <caption>{words.heading}</caption>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{words.name}</th>
                            {(kind != StaffKind::Purchase)
                                .then(|| {
                                    view! {
                                        <th
                                            scope="col"
                                            role="columnheader"
                                            class="entry-table__col-m"
                                        >
                                            "Niveau"
                                        </th>
                                    }
                                })} {heads()}
                            {(kind == StaffKind::Units).then(|| small("Årsværk"))}
                            {small("Fordelt")}
                            <th scope="col" role="columnheader" class="entry-table__col-m">
                                <span class="sr-only">"Handlinger"</span>
                            </th>
                        </tr>
                    </thead>
                    <tbody role="rowgroup">
                        {each(ids, |id| id.0.to_string(), move |id| view! { <EntryRow id kind /> })}
                    </tbody>
                </table>
            </Show>
            <div class="buttons no-print">
                <button class="button button-secondary button--small" type="button" on:click=add>
                    {words.add}
                </button>
            </div>
        </section>
    }
}
