//! plotly.js: loaded when the first chart is shown, and given finished specifications.
//!
//! A thin binding of our own: the chart crate's own one panics on errors and wants an element's id.
//! A mark that is clicked leads to the address that stands in its `customdata`; with the keyboard
//! the same addresses are in the table beside the chart.

use js_sys::{Array, JSON, Promise, Reflect, Uint8Array};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlScriptElement};

use super::{PlatformError, assets, describe, page};

const SCRIPT: &str = "vendor/plotly-basic.min.js";

/// No zoom, no buttons, no logo: what is drawn is what is meant.
const CONFIG: &str = r#"{"responsive": true, "displayModeBar": false, "displaylogo": false, "doubleClick": false, "scrollZoom": false, "showTips": false}"#;

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Plotly, js_name = react, catch)]
    fn react(
        element: &Element,
        data: &JsValue,
        layout: &JsValue,
        config: &JsValue,
    ) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = Plotly, js_name = purge, catch)]
    fn purge(element: &Element) -> Result<(), JsValue>;

    #[wasm_bindgen(js_namespace = Plotly, js_name = toImage, catch)]
    fn to_image(figure: &JsValue, options: &JsValue) -> Result<Promise, JsValue>;

    #[wasm_bindgen(js_namespace = Plotly, js_name = downloadImage, catch)]
    fn download_image(figure: &JsValue, options: &JsValue) -> Result<Promise, JsValue>;

    /// Not among the stable bindings of web-sys.
    type ClipboardItem;

    #[wasm_bindgen(constructor, catch)]
    fn new(content: &js_sys::Object) -> Result<ClipboardItem, JsValue>;

    #[wasm_bindgen(js_namespace = ["navigator", "clipboard"], js_name = write, catch)]
    fn write_clipboard(items: &Array) -> Result<Promise, JsValue>;

    /// An element that plotly has drawn into.
    type Drawn;

    #[wasm_bindgen(method)]
    fn on(this: &Drawn, event: &str, listener: &JsValue);

    #[wasm_bindgen(method, js_name = removeAllListeners)]
    fn remove_all_listeners(this: &Drawn, event: &str);
}

/// The form of a saved picture.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// For documents and slides; twice the pixels of the screen.
    Png,
    /// For print.
    Svg,
}

fn failed(error: &JsValue) -> PlatformError {
    PlatformError::Chart {
        detail: describe(error),
    }
}

/// Draws a chart into an element, or changes the one that is drawn there. `data` and `layout` are
/// JSON.
///
/// # Errors
/// When plotly.js cannot be loaded or refuses the chart.
pub async fn draw(element: &Element, data: &str, layout: &str) -> Result<(), PlatformError> {
    try_draw(element, data, layout)
        .await
        .map_err(|error| failed(&error))
}

async fn try_draw(element: &Element, data: &str, layout: &str) -> Result<(), JsValue> {
    load().await?;
    // The page that asked may be gone by now.
    if !element.is_connected() {
        return Ok(());
    }
    let (data, layout) = (JSON::parse(data)?, JSON::parse(layout)?);
    JsFuture::from(react(element, &data, &layout, &JSON::parse(CONFIG)?)?).await?;
    let drawn: &Drawn = element.unchecked_ref();
    drawn.remove_all_listeners("plotly_click");
    let follow = Closure::<dyn Fn(JsValue)>::new(|event: JsValue| {
        if let Some(address) = address_of(&event) {
            page::go(&address);
        }
    });
    drawn.on("plotly_click", &follow.into_js_value());
    Ok(())
}

/// The address of the mark that was clicked.
fn address_of(event: &JsValue) -> Option<String> {
    let points = Reflect::get(event, &"points".into()).ok()?;
    let point = Array::from(&points).get(0);
    let data = Reflect::get(&point, &"customdata".into()).ok()?;
    let address = Array::from(&data).get(0).as_string()?;
    address.starts_with('#').then_some(address)
}

/// Lets go of what is drawn in an element.
pub fn free(element: &Element) {
    if is_loaded() {
        // Nothing is lost where it fails: the element goes with the page.
        let _ = purge(element);
    }
}

/// Saves a chart as a picture. `figure` is JSON with `data` and `layout`; `size` is in pixels.
///
/// # Errors
/// When plotly.js cannot make the picture.
pub async fn save(
    figure: &str,
    name: &str,
    form: Form,
    size: (f64, f64),
) -> Result<(), PlatformError> {
    let saving = async {
        load().await?;
        let options = options(form, size)?;
        Reflect::set(&options, &"filename".into(), &name.into())?;
        JsFuture::from(download_image(&JSON::parse(figure)?, &options)?).await
    };
    saving.await.map(|_| ()).map_err(|error| failed(&error))
}

/// A chart as a picture: the bytes of a PNG, or the data address of an SVG. `figure` is JSON with
/// `data` and `layout`; `size` is in pixels.
///
/// # Errors
/// When plotly.js cannot make the picture.
pub async fn image(figure: &str, form: Form, size: (f64, f64)) -> Result<Vec<u8>, PlatformError> {
    let making = async {
        load().await?;
        let options = options(form, size)?;
        let made = JsFuture::from(to_image(&JSON::parse(figure)?, &options)?).await?;
        let address = made.as_string().unwrap_or_default();
        match form {
            Form::Svg => Ok(address.into_bytes()),
            Form::Png => decode(address.split_once(',').map_or("", |(_, encoded)| encoded)),
        }
    };
    making.await.map_err(|error| failed(&error))
}

/// Puts a chart on the clipboard as a picture.
///
/// # Errors
/// When plotly.js cannot make the picture, or the browser does not let it be copied.
pub async fn copy(figure: &str, size: (f64, f64)) -> Result<(), PlatformError> {
    let bytes = image(figure, Form::Png, size).await?;
    let copying = async {
        let parts = Array::of1(&Uint8Array::from(bytes.as_slice()));
        let kind = web_sys::BlobPropertyBag::new();
        kind.set_type("image/png");
        let blob = web_sys::Blob::new_with_u8_array_sequence_and_options(&parts, &kind)?;
        let content = js_sys::Object::new();
        Reflect::set(&content, &"image/png".into(), &blob)?;
        JsFuture::from(write_clipboard(&Array::of1(
            ClipboardItem::new(&content)?.as_ref(),
        ))?)
        .await
    };
    copying.await.map(|_| ()).map_err(|error| failed(&error))
}

/// The bytes of base64.
fn decode(encoded: &str) -> Result<Vec<u8>, JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let binary = window.atob(encoded)?;
    let byte = |c: char| u8::try_from(u32::from(c)).unwrap_or_default();
    Ok(binary.chars().map(byte).collect())
}

fn options(form: Form, size: (f64, f64)) -> Result<js_sys::Object, JsValue> {
    let options = js_sys::Object::new();
    let set = |key: &str, value: JsValue| Reflect::set(&options, &key.into(), &value);
    let format = match form {
        Form::Png => "png",
        Form::Svg => "svg",
    };
    set("format", format.into())?;
    set("width", size.0.into())?;
    set("height", size.1.into())?;
    set("scale", if form == Form::Png { 2 } else { 1 }.into())?;
    Ok(options)
}

fn is_loaded() -> bool {
    web_sys::window()
        .is_some_and(|window| Reflect::has(&window, &"Plotly".into()).unwrap_or_default())
}

async fn load() -> Result<(), JsValue> {
    if is_loaded() {
        return Ok(());
    }
    let window = web_sys::window().ok_or("no window")?;
    let document = window.document().ok_or("no document")?;
    let script: HtmlScriptElement = document.create_element("script")?.unchecked_into();
    let head = document.head().ok_or("no head")?;
    if let Some(packed) = assets::inline(SCRIPT) {
        // The policy of the single-file edition holds the hash of exactly this text.
        script.set_text(&assets::unpack(&packed).await?)?;
        head.append_child(&script)?;
        return Ok(());
    }
    let loaded = Promise::new(&mut |resolve, reject| {
        script.set_onload(Some(&resolve));
        let failed = Closure::once_into_js(move || {
            let _ = reject.call1(
                &JsValue::NULL,
                &JsValue::from_str("plotly blev ikke hentet"),
            );
        });
        script.set_onerror(Some(failed.unchecked_ref()));
    });
    script.set_src(SCRIPT);
    head.append_child(&script)?;
    JsFuture::from(loaded).await?;
    Ok(())
}
