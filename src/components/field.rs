//! A text field with a number in it, which never loses what was typed.
//!
//! A text that cannot be read becomes a draft of the round; the value stays as it was until the
//! text is mended. Uses the app's context for drafts.

use leptos::prelude::*;

use crate::components::erased::view;
use crate::danish::format_short;
use crate::domain::edit::Edit;
use crate::domain::field::{self, FieldError, Kind};
use crate::state::{App, app};

use super::errors::message;

/// What a number field is about.
#[derive(Clone, Debug)]
pub struct FieldSpec {
    /// Unique in the round; also the element's id.
    pub key: String,
    /// What may be typed.
    pub kind: Kind,
    /// An empty field is an error.
    pub required: bool,
}

/// Reads the text of a field.
///
/// # Errors
/// What is wrong with it.
pub fn read(spec: &FieldSpec, text: &str) -> Result<Option<f64>, FieldError> {
    match spec.kind.parse(text)? {
        None if spec.required => Err(FieldError::NotANumber),
        value => Ok(value),
    }
}

/// Takes a typed text: the value and the end of the draft, or a draft.
pub fn commit(app: App, spec: &FieldSpec, text: &str, edit: impl FnOnce(Option<f64>) -> Edit) {
    let round = app.round_id();
    let had_draft = app
        .peek_round(|round| round.drafts.contains_key(&spec.key))
        .unwrap_or_default();
    let set_draft = |text| Edit::SetDraft {
        round,
        field: spec.key.clone(),
        text,
    };
    match read(spec, text) {
        Ok(value) if had_draft => app.edit(Edit::Batch {
            edits: vec![set_draft(None), edit(value)],
        }),
        Ok(value) => app.edit(edit(value)),
        Err(_) => app.edit(set_draft(Some(text.to_owned()))),
    }
}

/// What the field shows: the draft, else the value; a year without a point between thousands.
pub fn shown_text(app: App, spec: &FieldSpec, value: Option<f64>) -> String {
    let format = |value: f64| match spec.kind {
        field::YEAR => value.to_string(),
        _ => format_short(value),
    };
    app.draft(&spec.key)
        .unwrap_or_else(|| value.map(format).unwrap_or_default())
}

/// What is wrong with a field's draft.
pub fn error_of(app: App, spec: &FieldSpec) -> Option<String> {
    let draft = app.draft(&spec.key)?;
    read(spec, &draft).err().map(message)
}

/// A labelled field.
#[component]
pub fn NumberField(
    spec: FieldSpec,
    #[prop(into)] label: String,
    #[prop(into, optional)] hint: Option<Signal<String>>,
    width: &'static str,
    #[prop(into)] value: Signal<Option<f64>>,
    edit: Callback<Option<f64>, Edit>,
) -> impl IntoView {
    let app = app();
    let id = spec.key.clone();
    let hint_id = format!("{id}-hint");
    let error_id = format!("{id}-error");
    let spec = StoredValue::new(spec);
    let error = Memo::new(move |_| spec.with_value(|spec| error_of(app, spec)));
    let described = {
        let (hint_id, error_id) = (hint_id.clone(), error_id.clone());
        move || {
            let ids: Vec<&str> = [
                hint.is_some().then_some(hint_id.as_str()),
                error.with(Option::is_some).then_some(error_id.as_str()),
            ]
            .into_iter()
            .flatten()
            .collect();
            (!ids.is_empty()).then(|| ids.join(" "))
        }
    };
    view! {
        <div class="form-group" class:form-error=move || error.with(Option::is_some)>
            <label class="form-label" for=id.clone()>{label}</label>
            {hint.map(|hint| view! { <span class="form-hint" id=hint_id>{hint}</span> })}
            {move || {
                error
                    .get()
                    .map(|text| {
                        view! {
                            <span class="form-error-message" id=error_id.clone()>
                                <span class="sr-only">"Fejl: "</span>
                                {text}
                            </span>
                        }
                    })
            }}
            <input
                class=format!("form-input form-input--num {width}")
                id=id.clone()
                type="text"
                inputmode="decimal"
                autocomplete="off"
                aria-describedby=described
                aria-invalid=move || error.with(Option::is_some).then_some("true")
                prop:value=move || spec.with_value(|spec| shown_text(app, spec, value.get()))
                on:change=move |event| {
                    let text = event_target_value(&event);
                    spec.with_value(|spec| commit(app, spec, &text, |value| edit.run(value)));
                }
            />
        </div>
    }
}
