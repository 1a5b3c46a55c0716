//! The window: address, title, focus, dialogs.

use std::cell::{Cell, RefCell};

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

/// The address that relative ones are meant from.
pub(super) fn base() -> String {
    let base = document().and_then(|document| document.base_uri().ok()?);
    base.unwrap_or_default()
}

/// Whether the page was opened from a disk.
#[must_use]
pub fn is_from_disk() -> bool {
    web_sys::window()
        .and_then(|window| window.location().protocol().ok())
        .is_some_and(|protocol| protocol == "file:")
}

/// An attribute of the first element of a selector; none where there is no such element.
#[must_use]
pub fn attribute(selector: &str, name: &str) -> Option<String> {
    document()?
        .query_selector(selector)
        .ok()??
        .get_attribute(name)
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

/// What somebody did with an element that bears `data-act`.
#[derive(Debug)]
pub struct Acted {
    /// What the element bears.
    pub act: String,
    /// What stands in it.
    pub text: String,
    /// Whether it is checked.
    pub checked: bool,
}

/// The act of an event; none where it is about nothing that bears one. A date changes with every
/// key, so it counts when its field is left.
#[must_use]
pub fn acted(event: &web_sys::Event) -> Option<Acted> {
    let target: web_sys::Element = event.target()?.dyn_into().ok()?;
    let element = target.closest("[data-act]").ok()??;
    let read = |name: &str| js_sys::Reflect::get(&element, &name.into()).ok();
    let is_date = element
        .get_attribute("type")
        .is_some_and(|kind| kind == "date");
    let is_new = || read("value") != read("defaultValue");
    let counts = match event.type_().as_str() {
        "change" => !is_date,
        "focusout" => is_date && is_new(),
        _ => true,
    };
    if !counts {
        return None;
    }
    Some(Acted {
        act: element.get_attribute("data-act")?,
        text: read("value")
            .and_then(|value| value.as_string())
            .unwrap_or_default(),
        checked: read("checked").is_some_and(|checked| checked.is_truthy()),
    })
}

thread_local! {
    /// Whether the mouse, a finger or a pen is down.
    static PRESSED: Cell<bool> = const { Cell::new(false) };
}

/// Keeps in mind whether the mouse, a finger or a pen is down; see [`is_in_use`].
pub fn watch_pointer() {
    let Some(window) = web_sys::window() else {
        return;
    };
    listen(&window, "pointerdown", |_| PRESSED.set(true));
    for end in ["pointerup", "pointercancel"] {
        // Not at once: the click comes after it.
        listen(&window, end, |_| after(0, || PRESSED.set(false)));
    }
}

/// Whether an element must stay as it is for the moment. A press that ends on another element than
/// it began on is no click. And a day is typed part by part: what is there of it nobody but its
/// field knows.
#[must_use]
pub fn is_in_use(element: &web_sys::Element) -> bool {
    PRESSED.get() || is_day_typed(element)
}

fn is_day_typed(element: &web_sys::Element) -> bool {
    document()
        .and_then(|document| document.active_element())
        .filter(|active| element.contains(Some(active)))
        .and_then(|active| active.get_attribute("type"))
        .is_some_and(|kind| kind == "date")
}

thread_local! {
    /// The element that shall have the focus as soon as there is one of this id.
    static WANTED: RefCell<Option<String>> = const { RefCell::new(None) };
}

/// Moves focus to an element once it is there; see [`replace_markup`].
pub fn focus_when_there(id: &str) {
    WANTED.set(Some(id.to_owned()));
}

/// Puts other markup into an element. Where the focus is inside, the element of the same id has it
/// afterwards, with what was typed there and not entered yet.
pub fn replace_markup(element: &web_sys::Element, markup: &str) {
    let inside = document()
        .and_then(|document| document.active_element())
        .filter(|active| element.contains(Some(active)) && !active.id().is_empty());
    let get = |of: &web_sys::Element, name: &str| js_sys::Reflect::get(of, &name.into()).ok();
    let typed = inside.as_ref().and_then(|active| {
        let value = get(active, "value")?;
        let is_new = Some(&value) != get(active, "defaultValue").as_ref();
        let is_text = active.tag_name() != "SELECT" && active.tag_name() != "BUTTON";
        Some((value, get(active, "selectionStart")?)).filter(|_| is_new && is_text)
    });
    element.set_inner_html(markup);
    let is_there = |id: &String| document().is_some_and(|one| one.get_element_by_id(id).is_some());
    if let Some(id) = WANTED.take() {
        if is_there(&id) {
            focus(&id);
            return;
        }
        WANTED.set(Some(id));
    }
    let Some(id) = inside.map(|active| active.id()) else {
        return;
    };
    focus(&id);
    if let Some((value, caret)) = typed
        && let Some(again) = document().and_then(|document| document.get_element_by_id(&id))
    {
        // Refused only by elements that are no text fields, which have nothing typed.
        let _ = js_sys::Reflect::set(&again, &"value".into(), &value);
        let _ = js_sys::Reflect::set(&again, &"selectionStart".into(), &caret);
        let _ = js_sys::Reflect::set(&again, &"selectionEnd".into(), &caret);
    }
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
