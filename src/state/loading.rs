//! What follows from what is shown: things that are fetched when they are first shown, and what is
//! done again when something changes.

use std::pin::Pin;
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

impl<T> From<Result<T, PlatformError>> for Loaded<T> {
    fn from(outcome: Result<T, PlatformError>) -> Self {
        match outcome {
            Ok(thing) => Self::Ready(thing),
            Err(error) => Self::Failed(error),
        }
    }
}

/// Does something now, and again whenever what it reads changes, while the page is shown.
///
/// As `Effect::new` of Leptos, but compiled once for all places.
pub fn follow(run: impl FnMut() + 'static) {
    follow_boxed(Box::new(run));
}

fn follow_boxed(mut run: Box<dyn FnMut()>) {
    Effect::new(move |_: Option<()>| run());
}

/// As [`follow`], for what takes its time. What is read is followed up to the task that comes of
/// it; none does nothing.
pub fn follow_async<F: Future<Output = ()> + 'static>(start: impl Fn() -> Option<F> + 'static) {
    follow(move || {
        if let Some(task) = start() {
            spawn(Box::pin(task));
        }
    });
}

fn spawn(task: Pin<Box<dyn Future<Output = ()>>>) {
    leptos::task::spawn_local(task);
}

/// What a task makes of what is shown, made anew whenever that changes; only the newest counts.
pub fn load_when_shown<T, F>(start: impl Fn() -> Option<F> + 'static) -> RwSignal<Loaded<T>>
where
    T: Send + Sync + 'static,
    F: Future<Output = Result<T, PlatformError>> + 'static,
{
    load_boxed(Box::new(move || {
        start().map(|task| Box::pin(task) as Task<T>)
    }))
}

type Task<T> = Pin<Box<dyn Future<Output = Result<T, PlatformError>>>>;

/// Apart from [`load_when_shown`], so that it is compiled once for a type and not for every task.
fn load_boxed<T: Send + Sync + 'static>(
    start: Box<dyn Fn() -> Option<Task<T>>>,
) -> RwSignal<Loaded<T>> {
    let made = RwSignal::new(Loaded::Waiting);
    let asked = StoredValue::new(0_u32);
    follow_async(move || {
        let task = start()?;
        // What was made of what was shown before must not be taken for this.
        made.set(Loaded::Waiting);
        asked.update_value(|asked| *asked += 1);
        let number = asked.get_value();
        Some(async move {
            let loaded = task.await.into();
            // The page may be gone by now, or something newer asked for.
            if asked.try_get_value() == Some(number) {
                made.try_set(loaded);
            }
        })
    });
    made
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
