//! The table: its heads, a row for each activity, and what is said where the filters leave none.

use std::collections::BTreeSet;

use leptos::prelude::*;

use crate::components::erased::{Show, view};

use super::cell::Column;
use super::row::Row;
use super::{Sheet, keyboard, spreadsheet};

#[component]
pub(super) fn Table(sheet: Sheet) -> impl IntoView {
    let heading = |title: &'static str| {
        view! { <th scope="col" role="columnheader">{title}</th> }
    };
    let nothing_shown = Memo::new(move |_| sheet.shown.with(BTreeSet::is_empty));
    let show_all = move |_| sheet.show_all();
    view! {
        <table
            class="survey"
            role="table"
            on:keydown=move |event| keyboard::handle(sheet, &event)
            on:paste=move |event| spreadsheet::paste(sheet, &event)
        >
            <caption>{format!("Aktiviteter i {}", sheet.area.title)}</caption>
            <thead role="rowgroup">
                <tr role="row">
                    {heading("Aktivitet")} {heading(Column::Organisation.title())}
                    {heading(Column::Solution.title())} {heading(Column::Process.title())}
                    <th scope="col" role="columnheader">
                        <span class="sr-only">"Mere om aktiviteten"</span>
                    </th>
                </tr>
            </thead>
            <tbody role="rowgroup">
                {sheet
                    .activities()
                    .map(|activity| view! { <Row sheet activity /> })
                    .collect_view()}
                <Show when=move || nothing_shown.get()>
                    <tr role="row">
                        <td class="survey__empty" role="cell" colspan="5" aria-colspan="5">
                            "Ingen aktiviteter passer til valget. "
                            <button class="text-button" type="button" on:click=show_all>
                                {format!("Vis alle {}", sheet.activities().count())}
                            </button>
                        </td>
                    </tr>
                </Show>
            </tbody>
        </table>
    }
}
