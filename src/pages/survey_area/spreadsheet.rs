//! To and from a spreadsheet, and confirming what came from the last round.

use leptos::prelude::*;

use crate::components::erased::{Show, view};
use crate::components::outcome::OutcomePanel;
use crate::domain::ids::ActivityId;
use crate::platform::{files, page};

use super::Sheet;
use super::cell::{Column, change};

/// The rows that are shown, in order.
fn rows(sheet: Sheet) -> Vec<ActivityId> {
    sheet
        .shown
        .with_untracked(|shown| shown.iter().copied().collect())
}

/// Takes a block that was pasted into a cell of the table.
pub(super) fn paste(sheet: Sheet, event: &leptos::ev::ClipboardEvent) {
    let Some((id, column)) = Column::of_option(&page::focused_id()) else {
        return;
    };
    if let Some(text) = files::pasted(event) {
        event.prevent_default();
        propose(sheet, id, column, text);
    }
}

fn propose(sheet: Sheet, id: ActivityId, column: Column, text: String) {
    let rows = rows(sheet);
    let row = rows.iter().position(|&one| one == id).unwrap_or_default();
    sheet.app.propose_block(rows, row, column as usize, text);
    page::after(300, || page::focus("preview-heading"));
}

/// Copy the table, paste a block, and what came of it.
#[component]
pub(super) fn Spreadsheet(sheet: Sheet) -> impl IntoView {
    let pasting = RwSignal::new(false);
    let text = RwSignal::new(String::new());
    let take = move |_| {
        let block = text.get_untracked();
        if let (Some(&first), false) = (rows(sheet).first(), block.trim().is_empty()) {
            propose(sheet, first, Column::Organisation, block);
            text.set(String::new());
            pasting.set(false);
        }
    };
    view! {
        <div class="toolbar__group toolbar__group--line">
            <button
                class="text-button"
                type="button"
                on:click=move |_| sheet.app.copy_rows(rows(sheet))
            >
                "Kopiér til regneark"
            </button>
            <button
                class="text-button"
                type="button"
                aria-expanded=move || pasting.get().to_string()
                on:click=move |_| pasting.update(|open| *open = !*open)
            >
                "Indsæt fra regneark …"
            </button>
        </div>
        <Show when=move || pasting.get()>
            <div class="inline-form paste-form">
                <label class="form-label" for="paste">"Indsæt celler fra et regneark"</label>
                <p class="form-hint" id="paste-hint">
                    "Kopiér rækkerne i regnearket, og sæt dem ind her. Står nummeret (fx E04.03) i rækken, bruges det. Ellers tælles der fra den første viste aktivitet: hvem, løsning, proces. I kan også stille jer i en celle i tabellen og trykke Ctrl+V. Intet ændres, før I har set det."
                </p>
                <textarea
                    class="form-input"
                    id="paste"
                    rows="5"
                    aria-describedby="paste-hint"
                    prop:value=move || text.get()
                    on:input=move |event| text.set(event_target_value(&event))
                ></textarea>
                <div class="buttons">
                    <button class="button button-primary button--small" type="button" on:click=take>
                        "Se, hvad der ændres"
                    </button>
                </div>
            </div>
        </Show>
        <OutcomePanel />
    }
}

/// Confirms the answers that came from the last round.
#[component]
pub(super) fn Unconfirmed(sheet: Sheet) -> impl IntoView {
    let app = sheet.app;
    let ids = move || -> Vec<ActivityId> {
        app.with(|_| ());
        let shown = rows(sheet).into_iter();
        shown
            .filter(|&id| app.peek_answer(id).unconfirmed)
            .collect()
    };
    let count = Memo::new(move |_| ids().len());
    view! {
        <Show when=move || { count.get() > 0 }>
            <div class="alert alert-info no-print">
                <p class="alert-text">
                    {move || match count.get() {
                        1 => "1 svar er fra forrige runde og ikke bekræftet. ".to_owned(),
                        n => format!("{n} svar er fra forrige runde og ikke bekræftet. "),
                    }}
                    "Ret dem, der er anderledes nu. Bekræft så resten. "
                    <button
                        class="button button-secondary button--small"
                        type="button"
                        on:click=move |_| app.edit(change(app, &untrack(ids), |_| ()))
                    >
                        {move || match count.get() {
                            1 => "Bekræft svaret".to_owned(),
                            n => format!("Bekræft de {n} svar"),
                        }}
                    </button>
                </p>
            </div>
        </Show>
    }
}
