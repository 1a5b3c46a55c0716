//! What came of the last thing that was done with files. Uses the app's context.

use leptos::prelude::*;

use crate::components::erased::{Show, view};
use crate::components::preview::PreviewPanel;
use crate::components::undo::UndoButtons;
use crate::state::app;

/// The preview that waits for a decision, errors, and what was done; nothing where there is none.
#[component]
pub fn OutcomePanel() -> impl IntoView {
    let app = app();
    let inbox = app.inbox();
    let busy = Memo::new(move |_| inbox.with(|inbox| inbox.busy));
    let errors = Memo::new(move |_| inbox.with(|inbox| inbox.errors.clone()));
    let done = Memo::new(move |_| inbox.with(|inbox| inbox.done.clone()));
    let undoable = Memo::new(move |_| inbox.with(|inbox| inbox.undoable));
    let preview = Memo::new(move |_| inbox.with(|inbox| inbox.preview.clone()));
    view! {
        <div role="status">
            {move || busy.get().then(|| view! { <p class="loading">"Arbejder …"</p> })}
            {move || {
                done.get()
                    .map(|text| {
                        view! {
                            <div class="alert alert-success">
                                <p class="alert-text">
                                    {text} " "
                                    <Show when=move || undoable.get() && app.can_undo()>
                                        <UndoButtons />
                                    </Show>
                                </p>
                            </div>
                        }
                    })
            }}
        </div>
        {move || {
            let texts = errors.get();
            (!texts.is_empty())
                .then(|| {
                    view! {
                        <div class="alert alert-error" role="alert">
                            <h2 class="alert-heading">"Det lykkedes ikke"</h2>
                            {texts
                                .into_iter()
                                .map(|text| view! { <p class="alert-text">{text}</p> })
                                .collect_view()}
                        </div>
                    }
                })
        }}
        {move || preview.get().map(|preview| view! { <PreviewPanel preview /> })}
    }
}
