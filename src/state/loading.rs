//! Things that are fetched when they are first shown.

use std::sync::Arc;

use leptos::prelude::*;

use crate::domain::catalogue::texts::AreaTexts;
use crate::domain::ids::AreaId;
use crate::json;
use crate::platform::PlatformError;
use crate::platform::assets::{self, Asset};

/// Something that is fetched when it is first shown.
#[derive(Clone, Debug, PartialEq)]
pub enum Loaded<T> {
    /// Nobody has asked for it yet, or it is on its way.
    Waiting,
    /// Here.
    Ready(T),
    /// It could not be had.
    Failed(PlatformError),
}

impl<T> Loaded<T> {
    /// The thing, if it is here.
    pub const fn ready(&self) -> Option<&T> {
        match self {
            Self::Ready(thing) => Some(thing),
            Self::Waiting | Self::Failed(_) => None,
        }
    }
}

/// Fetches an asset into a signal, unless it is there.
pub fn fetch_once<T: Send + Sync + 'static>(
    signal: RwSignal<Loaded<T>>,
    asset: Asset,
    parse: fn(&str) -> Result<T, String>,
) {
    if signal.with_untracked(|loaded| loaded.ready().is_some()) {
        return;
    }
    leptos::task::spawn_local(async move {
        let loaded = match assets::read(asset).await {
            Err(error) => Loaded::Failed(error),
            Ok(text) => match parse(&text) {
                Ok(thing) => Loaded::Ready(thing),
                Err(detail) => Loaded::Failed(PlatformError::Asset {
                    path: asset.path(),
                    detail,
                }),
            },
        };
        // The page that asked may be gone by now.
        signal.try_set(loaded);
    });
}

/// Reads JSON, for [`fetch_once`].
///
/// # Errors
/// What is wrong with the text.
pub fn parse_json<T: serde::de::DeserializeOwned>(text: &str) -> Result<Arc<T>, String> {
    json::read(text)
        .map(Arc::new)
        .map_err(|error| error.to_string())
}

/// Fetches the texts of an area, if they are not here.
pub fn need_area_texts(signal: RwSignal<Loaded<Arc<AreaTexts>>>, area: AreaId) {
    fetch_once(signal, Asset::AreaTexts(area), parse_json);
}
