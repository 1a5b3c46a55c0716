//! A question that must be answered before something is lost.

use leptos::prelude::*;

use crate::components::erased::view;
use crate::platform::page;

/// A dialog, opened with [`page::open_dialog`]. The harmless answer has focus.
#[component]
pub fn ConfirmDialog(
    id: &'static str,
    heading: &'static str,
    text: &'static str,
    confirm: &'static str,
    #[prop(into)] on_confirm: Callback<()>,
) -> impl IntoView {
    let heading_id = format!("{id}-heading");
    view! {
        <dialog class="dialog" id=id aria-labelledby=heading_id.clone()>
            <h2 id=heading_id.clone()>{heading}</h2>
            <p>{text}</p>
            <div class="buttons">
                <button
                    class="button button-warning"
                    type="button"
                    on:click=move |_| {
                        page::close_dialog(id);
                        on_confirm.run(());
                    }
                >
                    {confirm}
                </button>
                <button
                    class="button button-tertiary"
                    type="button"
                    id=format!("{id}-cancel")
                    on:click=move |_| page::close_dialog(id)
                >
                    "Annullér"
                </button>
            </div>
        </dialog>
    }
}
