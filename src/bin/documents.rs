//! The lazy worker: everything too heavy for the first page.
//!
//! A message is an array: a [`Request`] as JSON, then the files that go with it as bytes. The
//! answer is an array too: an [`requests::Answer`] as JSON, and a file where one was asked for.
//! Answers come in the order of the requests.

use std::cell::RefCell;

use kommunebenchmark::requests::{self, Desk, Request};
use wasm_bindgen::prelude::*;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = addEventListener)]
    fn add_event_listener(kind: &str, listener: &Closure<dyn Fn(MessageEvent)>);

    #[wasm_bindgen(js_name = postMessage)]
    fn post_message(message: &Array);

    type MessageEvent;

    #[wasm_bindgen(method, getter)]
    fn data(this: &MessageEvent) -> Array;

    type Array;

    #[wasm_bindgen(constructor)]
    fn new() -> Array;

    #[wasm_bindgen(method, getter)]
    fn length(this: &Array) -> i32;

    #[wasm_bindgen(method, js_name = at)]
    fn text_at(this: &Array, index: i32) -> String;

    #[wasm_bindgen(method, js_name = at)]
    fn bytes_at(this: &Array, index: i32) -> Vec<u8>;

    #[wasm_bindgen(method, js_name = push)]
    fn push_text(this: &Array, text: &str);

    #[wasm_bindgen(method, js_name = push)]
    fn push_bytes(this: &Array, bytes: Vec<u8>);
}

fn answer(desk: &mut Desk, message: &Array) -> Array {
    let files: Vec<Vec<u8>> = (1..message.length())
        .map(|index| message.bytes_at(index))
        .collect();
    let (answer, file) = match serde_json::from_str::<Request>(&message.text_at(0)) {
        Ok(request) => desk.answer(request, &files),
        Err(error) => (requests::Answer::Failed(error.to_string()), Vec::new()),
    };
    let reply = Array::new();
    reply.push_text(&serde_json::to_string(&answer).unwrap_or_default());
    reply.push_bytes(file);
    reply
}

fn main() {
    let desk = RefCell::new(Desk::default());
    let listener = Closure::<dyn Fn(MessageEvent)>::new(move |event: MessageEvent| {
        post_message(&answer(&mut desk.borrow_mut(), &event.data()));
    });
    add_event_listener("message", &listener);
    listener.forget();
}
