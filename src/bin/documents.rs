//! The lazy worker: everything too heavy for the first page. Text in, text out.
//!
//! A message is a [`Request`] as JSON; the answer is a specification as JSON, or an object with
//! `error`. Answers come in the order of the requests.

use kommunebenchmark::charts::{Request, specification};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = addEventListener)]
    fn add_event_listener(kind: &str, listener: &Closure<dyn Fn(MessageEvent)>);

    #[wasm_bindgen(js_name = postMessage)]
    fn post_message(text: &str);

    type MessageEvent;

    #[wasm_bindgen(method, getter)]
    fn data(this: &MessageEvent) -> JsValue;
}

fn answer(text: &str) -> String {
    let made = serde_json::from_str::<Request>(text)
        .map(|request| specification(&request))
        .and_then(|made| serde_json::to_string(&made));
    made.unwrap_or_else(|error| serde_json::json!({ "error": error.to_string() }).to_string())
}

fn main() {
    let listener = Closure::<dyn Fn(MessageEvent)>::new(|event: MessageEvent| {
        post_message(&answer(&event.data().as_string().unwrap_or_default()));
    });
    add_event_listener("message", &listener);
    listener.forget();
}
