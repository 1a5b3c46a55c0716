//! What the app tells of itself, and the caution with comments: asked of the document worker.

use leptos::prelude::*;

use crate::about::RESULT;
use crate::platform::assets::{self, Asset};
use crate::platform::{page, self_check};
use crate::requests::{Answer, Request};
use crate::route::Route;

use super::{App, desk};

impl App {
    /// Asks for the page again, with a self-check; its result gets the focus and is read aloud.
    pub fn check_self(self) {
        self_check::want();
        self.ask_again();
    }
}

/// What a page about the app itself is made of, as files for the worker.
pub(super) async fn about(route: Route) -> Vec<Vec<u8>> {
    let mut told = self_check::told(|| page::focus_when_there(RESULT)).await;
    if route == Route::About {
        // The page says where the list is missing.
        told.components = assets::read(Asset::Components).await.unwrap_or_default();
    }
    told.files()
}

/// Puts what to be careful with in a comment where it is shown; an empty text where there is
/// nothing. A worker that fails says nothing: a hint that is missing stops nobody.
pub fn caution(comment: String, shown: RwSignal<String>) {
    leptos::task::spawn_local(async move {
        let request = Request::Caution(comment);
        if let Ok((Answer::Text(text), _)) = desk::ask(&request, &[]).await {
            // The row may be closed by now. Answers come in the order of what was asked.
            shown.try_set(text);
        }
    });
}
