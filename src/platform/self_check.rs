//! What the app can find out of itself: which build it is, what the page has loaded, and whether
//! the browser refuses a foreign address.
//!
//! Plain texts; what they mean is said elsewhere. The one request to another address in the whole
//! app is here: it holds nothing, is made only when the user asks for it, and is there to be
//! refused.

use std::cell::{Cell, RefCell};

use js_sys::{Array, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;

use crate::about::Told;

use super::page;

/// Where the attempt goes. The page "Privatliv" names it before the user presses the button.
const FOREIGN: &str = "https://example.org/kommunebenchmark-selvtest";

/// So that any answer counts, also one that the page may not read and one that is kept.
const HOW: &str = r#"{"mode":"no-cors","cache":"no-store","credentials":"omit"}"#;

/// Milliseconds in which the browser says that it refused something: it does so beside the failure
/// of the request.
const PATIENCE: i32 = 500;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = performance, js_name = getEntriesByType)]
    fn entries(kind: &str) -> JsValue;

    /// Local time, as browsers write it: `Thu Dec 03 2026 08:15:00 GMT+0100`.
    #[wasm_bindgen(js_name = Date)]
    fn time() -> JsValue;

    #[wasm_bindgen(js_namespace = JSON)]
    fn stringify(value: &JsValue) -> String;

    #[wasm_bindgen(js_namespace = JSON)]
    fn parse(text: &str) -> JsValue;

    #[wasm_bindgen(js_name = fetch)]
    fn ask(address: &str, how: &JsValue) -> Promise;
}

thread_local! {
    /// Whether the next page that is told of the app shall tell of a new check.
    static WANTED: Cell<bool> = const { Cell::new(false) };
    /// What the last check has seen so far, in the order of [`Told::checked`].
    static SEEN: RefCell<Option<Array>> = const { RefCell::new(None) };
}

/// Asks for a check.
pub fn want() {
    WANTED.set(true);
}

/// What the app knows of itself, but for the list of components; with a check, if one is wanted.
/// `checked` is called when it is over.
pub async fn told(checked: impl FnOnce()) -> Told {
    if WANTED.take() {
        run().await;
        checked();
    }
    let seen = SEEN.with_borrow(|seen| seen.as_ref().map(|seen| stringify(seen)));
    let read = |selector, name| page::attribute(selector, name).unwrap_or_default();
    Told {
        build: read("meta[name=build]", "content"),
        inside: read("script[data-asset]", "type"),
        checked: seen.unwrap_or_default(),
        policy: read("meta[http-equiv=Content-Security-Policy]", "content"),
        components: String::new(),
    }
}

/// Looks at what the page has loaded, then tries to reach a foreign address.
async fn run() {
    let Some(window) = web_sys::window() else {
        return;
    };
    let address = read(&window.location(), "href");
    let seen = Array::of3(&entries("resource"), &address, &time());
    if SEEN.replace(Some(seen.clone())).is_none() {
        page::listen(&window, "securitypolicyviolation", |event| {
            // A policy that only reports refuses nothing.
            if read(&event, "blockedURI") == FOREIGN && read(&event, "disposition") == "enforce" {
                let rule = read(&event, "effectiveDirective");
                SEEN.with_borrow(|seen| seen.as_ref().map(|seen| seen.push(&rule)));
            }
        });
    }
    let answered = JsFuture::from(ask(FOREIGN, &parse(HOW))).await.is_ok();
    seen.push(&answered.into());
    page::pause(PATIENCE).await;
}

fn read(of: &JsValue, name: &str) -> JsValue {
    Reflect::get(of, &name.into()).unwrap_or_default()
}
