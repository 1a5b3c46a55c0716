//! A cell of the survey: a radio group that looks like a row of buttons.

use leptos::prelude::*;

use crate::components::erased::view;

/// One thing that can be chosen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Alternative {
    /// The short text on the button.
    pub label: &'static str,
    /// The whole name.
    pub name: String,
    /// What it means, shown by the mouse.
    pub title: String,
}

/// The id of one radio button of a cell.
#[must_use]
pub fn option_id(name: &str, index: usize) -> String {
    format!("{name}-{index}")
}

/// A radio group. `name` is unique in the page; `selected` is an index of `options`.
#[component]
pub fn Choice(
    #[prop(into)] name: String,
    #[prop(into)] legend: String,
    class: &'static str,
    options: Vec<Alternative>,
    #[prop(into)] selected: Signal<Option<usize>>,
    /// The cell is answered in another way (shares, "ved ikke"): shown dashed.
    #[prop(into, default = Signal::derive(|| false))]
    dashed: Signal<bool>,
    #[prop(into)] on_select: Callback<usize>,
) -> impl IntoView {
    let radios = options
        .into_iter()
        .enumerate()
        .map(|(index, option)| {
            view! {
                <label class="choice__option" title=option.title>
                    <input
                        class="choice__input"
                        type="radio"
                        id=option_id(&name, index)
                        name=name.clone()
                        value=index.to_string()
                        aria-label=option.name
                        prop:checked=move || selected.get() == Some(index)
                        on:change=move |_| on_select.run(index)
                    />
                    <span class="choice__label">{option.label}</span>
                </label>
            }
        })
        .collect_view();
    view! {
        <fieldset class=format!("choice {class}") class:choice--shares=move || dashed.get()>
            <legend class="sr-only">{legend}</legend>
            {radios}
        </fieldset>
    }
}
