//! Telling other tabs of the same browser that something was saved.
//!
//! Only a hint: a tab also looks itself when it is shown again, since messages do not arrive in
//! every browser (measured: not from `file://` in `WebKitGTK`).

use wasm_bindgen::prelude::*;
use web_sys::{BroadcastChannel, MessageEvent};

/// The channel to the other tabs.
#[derive(Clone, Debug)]
pub struct Tabs(Option<BroadcastChannel>);

impl Tabs {
    /// Opens the channel and calls back when another tab has saved.
    pub fn open(call: impl Fn() + 'static) -> Self {
        let channel = BroadcastChannel::new(&super::space::database()).ok();
        if let Some(channel) = &channel {
            let closure = Closure::<dyn Fn(MessageEvent)>::new(move |_| call());
            channel.set_onmessage(Some(closure.as_ref().unchecked_ref()));
            closure.forget();
        }
        Self(channel)
    }

    /// Tells the other tabs that something was saved.
    pub fn tell(&self) {
        if let Some(channel) = &self.0 {
            // A closed channel has nobody to tell.
            let _ = channel.post_message(&JsValue::TRUE);
        }
    }
}
