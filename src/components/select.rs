//! A select of a few fixed choices that are a reader's and are not kept.

use leptos::prelude::*;

use crate::components::erased::view;

/// A select of a few fixed choices.
pub fn select<T, const N: usize>(
    id: &'static str,
    label: &'static str,
    choices: [(T, &'static str); N],
    value: RwSignal<T>,
) -> AnyView
where
    T: Copy + PartialEq + Send + Sync + 'static,
{
    let options = choices.map(|(choice, title)| {
        view! {
            <option prop:selected=move || value.get() == choice>{title}</option>
        }
    });
    let change = move |event| {
        let title = event_target_value(&event);
        if let Some((choice, _)) = choices.iter().find(|(_, one)| *one == title) {
            value.set(*choice);
        }
    };
    view! {
        <div class="form-group">
            <label class="form-label" for=id>{label}</label>
            <select class="form-select" id=id on:change=change>
                {Vec::from(options)}
            </select>
        </div>
    }
}
