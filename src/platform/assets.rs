//! The only way to any file of the app.
//!
//! Two sources: a relative fetch (hosted edition), or an inline
//! `<script type="application/gzip+base91" data-asset="…">` (single-file edition; the documents
//! worker's script stands in one as plain text).

use js_sys::Promise;
use wasm_bindgen::prelude::*;
use wasm_bindgen_futures::JsFuture;
use web_sys::Response;

use crate::domain::ids::AreaId;

use super::{PlatformError, describe};

/// A file that the app reads after the start.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Asset {
    /// The header of the catalogue.
    CatalogueHeader,
    /// The texts of one area.
    AreaTexts(AreaId),
    /// The dataset of the host: as shipped, KLK's published means.
    Peers,
    /// KLK's published means, which no host replaces.
    PeersKlk,
    /// The invented municipalities.
    PeersModel,
    /// The example municipality.
    Example,
    /// What others made and is part of the app; the build writes it.
    Components,
}

impl Asset {
    /// The path from the app's folder.
    #[must_use]
    pub fn path(self) -> String {
        match self {
            Self::CatalogueHeader => "data/catalogue/index.json".to_owned(),
            Self::AreaTexts(area) => format!("data/catalogue/{area}.json"),
            Self::PeersKlk => "data/peers-klk-2017.json".to_owned(),
            Self::Peers => "data/peers.json".to_owned(),
            Self::PeersModel => "data/peers-model.json".to_owned(),
            Self::Example => "eksempler/x-kommune.kommunebenchmark.json".to_owned(),
            Self::Components => "data/components.json".to_owned(),
        }
    }
}

#[wasm_bindgen]
extern "C" {
    /// Defined by `scripts/single-file.mjs`, thus only in the single-file edition.
    #[wasm_bindgen(js_name = unpackText, catch)]
    async fn unpack_text(packed: &str) -> Result<JsValue, JsValue>;
}

/// Reads a file as text.
///
/// # Errors
/// When it cannot be fetched, or is not there.
pub async fn read(asset: Asset) -> Result<String, PlatformError> {
    let path = asset.path();
    let result = match inline(&path) {
        Some(packed) => unpack(&packed).await,
        None => fetch(&path).await,
    };
    result.map_err(|error| PlatformError::Asset {
        path,
        detail: describe(&error),
    })
}

/// What the page holds for a file: its packed text, or the documents worker's plain one.
pub(super) fn inline(path: &str) -> Option<String> {
    web_sys::window()?
        .document()?
        .query_selector(&format!("script[data-asset=\"{path}\"]"))
        .ok()??
        .text_content()
}

async fn text_of(response: &Response) -> Result<String, JsValue> {
    let text = JsFuture::from(response.text()?).await?;
    Ok(text.as_string().unwrap_or_default())
}

/// Unpacks the text of a file that stands packed in the page.
pub(super) async fn unpack(packed: &str) -> Result<String, JsValue> {
    let text = unpack_text(packed).await?;
    Ok(text.as_string().unwrap_or_default())
}

async fn fetch(path: &str) -> Result<String, JsValue> {
    let window = web_sys::window().ok_or("no window")?;
    let promise: Promise = window.fetch_with_str(path);
    let response: Response = JsFuture::from(promise).await?.dyn_into()?;
    if response.ok() {
        text_of(&response).await
    } else {
        Err(format!("svar {}", response.status()).into())
    }
}
