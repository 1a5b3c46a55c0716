//! The document worker: started when first needed, and ended where it takes too long.
//!
//! A message is an array: the request as text, then the files that go with it as bytes; so is the
//! answer. Hosted, it is the script that `<meta name="documents-worker">` names; in the single-file
//! edition the same script stands in the page, its module inside. Both run from a blob: such a
//! worker is under the page's own policy, while one from an address would be under none.

use std::cell::{Cell, RefCell};
use std::collections::VecDeque;

use js_sys::{Array, Function, Promise, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Blob, BlobPropertyBag, MessageEvent, Url, Worker};

use super::{PlatformError, assets, describe, page};

thread_local! {
    static WORKER: RefCell<Option<Worker>> = const { RefCell::new(None) };
    static WAITING: RefCell<VecDeque<(u32, Function, Function)>> = const { RefCell::new(VecDeque::new()) };
    static ASKED: Cell<u32> = const { Cell::new(0) };
}

/// Milliseconds that a request may take. A file made to keep us busy is given up then; the
/// largest honest one takes seconds.
const PATIENCE: i32 = 120_000;

/// What the worker sent back.
#[derive(Debug, Default)]
pub struct Reply {
    /// The answer as text.
    pub text: String,
    /// A file that goes with it; empty where there is none.
    pub file: Vec<u8>,
}

fn failed(error: &JsValue) -> PlatformError {
    PlatformError::Documents {
        detail: describe(error),
    }
}

/// Sends a request with its files and waits for the answer.
///
/// # Errors
/// When the worker cannot start, fails, or takes too long.
pub async fn ask(request: &str, files: &[Vec<u8>]) -> Result<Reply, PlatformError> {
    let worker = started().map_err(|error| failed(&error))?;
    let message = Array::of1(&request.into());
    for file in files {
        message.push(&Uint8Array::from(file.as_slice()));
    }
    let number = ASKED.get().wrapping_add(1);
    ASKED.set(number);
    let promise = Promise::new(&mut |resolve, reject| {
        WAITING.with_borrow_mut(|waiting| waiting.push_back((number, resolve, reject)));
        // Cannot fail: texts and bytes can always be copied to the worker.
        let _ = worker.post_message(&message);
    });
    page::after(PATIENCE, move || give_up(number));
    let answer = JsFuture::from(promise)
        .await
        .map_err(|error| failed(&error))?;
    let parts = Array::from(&answer);
    Ok(Reply {
        text: parts.get(0).as_string().unwrap_or_default(),
        file: match parts.get(1).dyn_into::<Uint8Array>() {
            Ok(bytes) => bytes.to_vec(),
            Err(_) => Vec::new(),
        },
    })
}

/// Answers come in the order of the requests.
fn on_answer(event: &MessageEvent) {
    if let Some((_, resolve, _)) = WAITING.with_borrow_mut(VecDeque::pop_front) {
        let _ = resolve.call1(&JsValue::NULL, &event.data());
    }
}

/// Ends the worker where a request is still waiting.
fn give_up(number: u32) {
    if WAITING.with_borrow(|waiting| waiting.iter().any(|(one, ..)| *one == number)) {
        on_error(&"det tog for lang tid".into());
    }
}

/// A broken worker answers nobody; the next request starts a new one.
fn on_error(error: &JsValue) {
    if let Some(worker) = WORKER.with_borrow_mut(Option::take) {
        worker.terminate();
    }
    for (_, _, reject) in WAITING.with_borrow_mut(std::mem::take) {
        let _ = reject.call1(&JsValue::NULL, error);
    }
}

fn started() -> Result<Worker, JsValue> {
    if let Some(worker) = WORKER.with_borrow(Clone::clone) {
        return Ok(worker);
    }
    let name = page::attribute("meta[name=documents-worker]", "content")
        .ok_or("no worker in this build")?;
    let script = assets::inline(&name).unwrap_or_else(|| {
        let base = page::base();
        // What stands before a query or a fragment holds neither quotation marks nor backslashes.
        let folder = base.split(['?', '#']).next().unwrap_or_default();
        format!("globalThis.base=\"{folder}\";importScripts(new URL(\"{name}\",base))")
    });
    let worker = Worker::new(&blob_of(&script)?)?;
    let answered = Closure::<dyn Fn(MessageEvent)>::new(|event| on_answer(&event));
    let broken = Closure::<dyn Fn(JsValue)>::new(|error| on_error(&error));
    worker.set_onmessage(Some(answered.as_ref().unchecked_ref()));
    worker.set_onerror(Some(broken.as_ref().unchecked_ref()));
    answered.forget();
    broken.forget();
    WORKER.with_borrow_mut(|place| *place = Some(worker.clone()));
    Ok(worker)
}

fn blob_of(script: &str) -> Result<String, JsValue> {
    let options = BlobPropertyBag::new();
    options.set_type("text/javascript");
    let blob = Blob::new_with_str_sequence_and_options(&Array::of1(&script.into()), &options)?;
    Url::create_object_url_with_blob(&blob)
}
