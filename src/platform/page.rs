//! The window: address, title, focus, dialogs.

use wasm_bindgen::prelude::*;
use web_sys::{HtmlDialogElement, HtmlElement};

fn document() -> Option<web_sys::Document> {
    web_sys::window()?.document()
}

/// The part of the address from `#` on.
#[must_use]
pub fn hash() -> String {
    web_sys::window()
        .and_then(|window| window.location().hash().ok())
        .unwrap_or_default()
}

/// Goes to another page of the app.
pub fn go(hash: &str) {
    if let Some(window) = web_sys::window() {
        // Refused only inside a sandbox without a window, where there is nothing to show.
        let _ = window.location().set_hash(hash);
    }
}

/// Loads the app anew.
pub fn reload() {
    if let Some(window) = web_sys::window() {
        let _ = window.location().reload();
    }
}

/// Calls back for as long as the app lives.
pub(super) fn listen(
    target: &web_sys::EventTarget,
    event: &str,
    call: impl Fn(web_sys::Event) + 'static,
) {
    let closure = Closure::<dyn Fn(web_sys::Event)>::new(call);
    let _ = target.add_event_listener_with_callback(event, closure.as_ref().unchecked_ref());
    closure.forget();
}

/// Calls back when the address changes.
pub fn on_hash_change(call: impl Fn() + 'static) {
    if let Some(window) = web_sys::window() {
        listen(&window, "hashchange", move |_| call());
    }
}

/// Calls back when the page is hidden or left: the last moment in which something can be kept.
pub fn on_hide(call: impl Fn() + 'static) {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else {
        return;
    };
    let call = std::rc::Rc::new(call);
    let again = std::rc::Rc::clone(&call);
    listen(&window, "pagehide", move |_| call());
    listen(&document, "visibilitychange", move |_| {
        if is_hidden() {
            again();
        }
    });
}

/// Calls back when the page is looked at again.
pub fn on_show(call: impl Fn() + 'static) {
    let (Some(window), Some(document)) = (web_sys::window(), document()) else {
        return;
    };
    let call = std::rc::Rc::new(call);
    let again = std::rc::Rc::clone(&call);
    listen(&window, "focus", move |_| call());
    listen(&document, "visibilitychange", move |_| {
        if !is_hidden() {
            again();
        }
    });
}

/// Lets the browser ask before the page is left, while something would be lost.
pub fn ask_before_leaving(would_lose: impl Fn() -> bool + 'static) {
    if let Some(window) = web_sys::window() {
        listen(&window, "beforeunload", move |event| {
            if would_lose() {
                event.prevent_default();
            }
        });
    }
}

fn is_hidden() -> bool {
    document().is_some_and(|document| document.hidden())
}

/// Sets the window's title.
pub fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

/// Moves focus to an element, which also brings it into view. The address stays as it is.
pub fn focus(id: &str) {
    let element = document().and_then(|document| document.get_element_by_id(id));
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        let _ = element.focus();
    }
}

/// The id of the element that has focus; empty where it has none.
#[must_use]
pub fn focused_id() -> String {
    document()
        .and_then(|document| document.active_element())
        .map(|element| element.id())
        .unwrap_or_default()
}

/// Goes to the top of the page.
pub fn scroll_to_top() {
    if let Some(window) = web_sys::window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

/// Opens a dialog, with focus on the button `{id}-cancel`.
pub fn open_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        // Fails only when it is open already.
        let _ = dialog.show_modal();
        focus(&format!("{id}-cancel"));
    }
}

/// Closes a dialog.
pub fn close_dialog(id: &str) {
    if let Some(dialog) = dialog(id) {
        dialog.close();
    }
}

fn dialog(id: &str) -> Option<HtmlDialogElement> {
    document()?.get_element_by_id(id)?.dyn_into().ok()
}

/// Runs a task after some milliseconds.
pub fn after(milliseconds: i32, call: impl FnOnce() + 'static) {
    if let Some(window) = web_sys::window() {
        let closure = Closure::once_into_js(call);
        let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(
            closure.unchecked_ref(),
            milliseconds,
        );
    }
}

/// Waits some milliseconds.
pub async fn pause(milliseconds: i32) {
    let waited = js_sys::Promise::new(&mut |resolve, _| {
        after(milliseconds, move || {
            let _ = resolve.call0(&JsValue::NULL);
        });
    });
    // Never refused.
    let _ = wasm_bindgen_futures::JsFuture::from(waited).await;
}
