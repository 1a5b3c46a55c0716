//! The page as something to show: on paper, on a whole screen, on the clipboard, by keys.

use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlElement};

use super::page::listen;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_name = print)]
    fn print_window();

    #[wasm_bindgen(js_namespace = ["document", "documentElement", "style"], js_name = setProperty)]
    fn set_property(name: &str, value: &str);

    #[wasm_bindgen(js_namespace = ["document", "documentElement"], js_name = requestFullscreen, catch)]
    fn request_full_screen() -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(js_namespace = document, js_name = exitFullscreen, catch)]
    fn exit_full_screen() -> Result<js_sys::Promise, JsValue>;

    #[wasm_bindgen(js_namespace = document, js_name = execCommand)]
    fn execute(command: &str) -> bool;

    type Selection;

    #[wasm_bindgen(js_name = getSelection)]
    fn selection() -> Selection;

    #[wasm_bindgen(method, js_name = selectAllChildren)]
    fn select_all_children(this: &Selection, element: &Element);

    #[wasm_bindgen(method, js_name = removeAllRanges)]
    fn remove_all_ranges(this: &Selection);
}

fn find(selector: &str) -> Option<Element> {
    web_sys::window()?
        .document()?
        .query_selector(selector)
        .ok()?
}

/// Opens the browser's print dialog.
pub fn print() {
    print_window();
}

/// Gives the page the whole screen, or takes it back.
pub fn fill_screen() {
    let fills = find(":fullscreen").is_some();
    let asked = if fills {
        exit_full_screen()
    } else {
        request_full_screen()
    };
    leptos::task::spawn_local(async move {
        if let Ok(asked) = asked {
            // Refused inside a frame that may not: everything can be shown without it.
            let _ = JsFuture::from(asked).await;
        }
    });
}

/// Copies an element as it looks, a table as a table; whether the browser let it.
#[must_use]
pub fn copy_element(id: &str) -> bool {
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id));
    let Some(element) = element else {
        return false;
    };
    let selection = selection();
    selection.select_all_children(&element);
    let copied = execute("copy");
    selection.remove_all_ranges();
    copied
}

/// Lets the stylesheet put the text of an element's `data-running` on every printed page.
pub fn watch_print() {
    if let Some(window) = web_sys::window() {
        listen(&window, "beforeprint", |_| {
            let text = find("[data-running]").and_then(|one| one.get_attribute("data-running"));
            // A JSON string is a CSS string, but for what neither should hold.
            let text: String = text
                .unwrap_or_default()
                .chars()
                .filter(|c| !c.is_control() && !matches!(c, '"' | '\\'))
                .collect();
            set_property("--running", &format!("\"{text}\""));
        });
    }
}

/// Lets a key press the element that names it in `data-key`, outside of fields.
pub fn watch_keys() {
    if let Some(window) = web_sys::window() {
        listen(&window, "keydown", |event| {
            if let Some(element) = keyed(&event) {
                event.prevent_default();
                element.click();
            }
        });
    }
}

/// The element that a key presses.
fn keyed(event: &web_sys::Event) -> Option<HtmlElement> {
    let event = event.dyn_ref::<web_sys::KeyboardEvent>()?;
    let key = event.key();
    let is_name = key.bytes().all(|byte| byte.is_ascii_alphanumeric());
    let with = event.ctrl_key() || event.alt_key() || event.meta_key() || event.shift_key();
    if !is_name || with {
        return None;
    }
    let target: Element = event.target()?.dyn_into().ok()?;
    if target
        .closest("input, textarea, select, [role=dialog], dialog")
        .ok()?
        .is_some()
    {
        return None;
    }
    find(&format!("[data-key~=\"{key}\"]"))?.dyn_into().ok()
}
