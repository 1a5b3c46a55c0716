//! The document worker: started when first needed.
//!
//! Hosted, it is the script that `<meta name="documents-worker">` names; in the single-file
//! edition the same script stands packed in the page and runs from a blob.

use std::cell::RefCell;
use std::collections::VecDeque;

use js_sys::{Array, Function, Promise};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, MessageEvent, Url, Worker};

use super::{PlatformError, assets, describe};

thread_local! {
    static WORKER: RefCell<Option<Worker>> = const { RefCell::new(None) };
    static WAITING: RefCell<VecDeque<(Function, Function)>> = const { RefCell::new(VecDeque::new()) };
}

fn failed(error: &JsValue) -> PlatformError {
    PlatformError::Documents {
        detail: describe(error),
    }
}

/// Sends a request and waits for the answer, both as text.
///
/// # Errors
/// When the worker cannot start or fails.
pub async fn ask(request: &str) -> Result<String, PlatformError> {
    let worker = started().await.map_err(|error| failed(&error))?;
    let promise = Promise::new(&mut |resolve, reject| {
        WAITING.with_borrow_mut(|waiting| waiting.push_back((resolve, reject)));
        // Cannot fail: a text can always be copied to the worker.
        let _ = worker.post_message(&request.into());
    });
    let answer = JsFuture::from(promise)
        .await
        .map_err(|error| failed(&error))?;
    Ok(answer.as_string().unwrap_or_default())
}

/// Answers come in the order of the requests.
fn on_answer(event: &MessageEvent) {
    if let Some((resolve, _)) = WAITING.with_borrow_mut(VecDeque::pop_front) {
        let _ = resolve.call1(&JsValue::NULL, &event.data());
    }
}

/// A broken worker answers nobody; the next request starts a new one.
fn on_error(error: &JsValue) {
    WORKER.with_borrow_mut(Option::take);
    for (_, reject) in WAITING.with_borrow_mut(std::mem::take) {
        let _ = reject.call1(&JsValue::NULL, error);
    }
}

async fn started() -> Result<Worker, JsValue> {
    if let Some(worker) = WORKER.with_borrow(Clone::clone) {
        return Ok(worker);
    }
    let document = web_sys::window()
        .and_then(|window| window.document())
        .ok_or("no document")?;
    let name = document
        .query_selector("meta[name=\"documents-worker\"]")?
        .and_then(|meta| meta.get_attribute("content"))
        .ok_or("no worker in this build")?;
    let worker = match assets::inline(&name) {
        None => Worker::new(&name)?,
        Some(packed) => Worker::new(&blob_of(&assets::unpack(&packed).await?)?)?,
    };
    let answered = Closure::<dyn Fn(MessageEvent)>::new(|event| on_answer(&event));
    let broken = Closure::<dyn Fn(JsValue)>::new(|error| on_error(&error));
    worker.set_onmessage(Some(answered.as_ref().unchecked_ref()));
    worker.set_onerror(Some(broken.as_ref().unchecked_ref()));
    answered.forget();
    broken.forget();
    // Two requests at the same time may both have started one; the first stays.
    Ok(WORKER.with_borrow_mut(|place| place.get_or_insert(worker).clone()))
}

fn blob_of(script: &str) -> Result<String, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&script.into()), &options)?;
    Url::create_object_url_with_blob(&blob)
}
