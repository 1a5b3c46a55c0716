//! plotly.js: loaded when the first chart is shown, and given finished specifications.
//!
//! A thin binding of our own: the chart crate's own one panics on errors.

use js_sys::{JSON, Promise, Reflect};
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Element, HtmlScriptElement};

use super::{PlatformError, assets, describe};

const SCRIPT: &str = "vendor/plotly-basic.min.js";

#[wasm_bindgen]
extern "C" {
    #[wasm_bindgen(js_namespace = Plotly, js_name = newPlot, catch)]
    fn new_plot(
        element: &Element,
        data: &JsValue,
        layout: &JsValue,
        config: &JsValue,
    ) -> Result<Promise, JsValue>;
}

/// Draws a chart into the element with an id. `data` and `layout` are JSON.
///
/// # Errors
/// When plotly.js cannot be loaded or refuses the chart.
pub async fn draw(id: &str, data: &str, layout: &str) -> Result<(), PlatformError> {
    try_draw(id, data, layout)
        .await
        .map_err(|error| PlatformError::Chart {
            detail: describe(&error),
        })
}

async fn try_draw(id: &str, data: &str, layout: &str) -> Result<(), JsValue> {
    load().await?;
    let element = web_sys::window()
        .and_then(|window| window.document())
        .and_then(|document| document.get_element_by_id(id));
    // The page that asked may be gone by now.
    let Some(element) = element else {
        return Ok(());
    };
    let config =
        JSON::parse(r#"{"staticPlot": true, "responsive": true, "displayModeBar": false}"#)?;
    let drawn = new_plot(
        &element,
        &JSON::parse(data)?,
        &JSON::parse(layout)?,
        &config,
    )?;
    JsFuture::from(drawn).await?;
    Ok(())
}

async fn load() -> Result<(), JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    if Reflect::has(&window, &"Plotly".into())? {
        return Ok(());
    }
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
