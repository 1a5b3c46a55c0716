//! The browser. The only code that touches it.
//!
//! Owns storage, assets, the clock, the address, focus and messages between tabs, each behind a
//! small function of plain data. Does not know what is stored or shown.

pub mod assets;
pub mod clock;
pub mod files;
pub mod hosting;
pub mod journal;
pub mod page;
pub mod plot;
pub mod preference;
pub mod presentation;
pub mod self_check;
mod shelf;
pub mod snapshot;
pub mod space;
pub mod tabs;
pub mod worker;

use wasm_bindgen::JsValue;

/// What the browser could not do. [`PlatformError::message`] tells the user.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PlatformError {
    /// The browser keeps nothing at all for this page.
    NoStore,
    /// The browser's database is blocked or missing.
    NoDatabase,
    /// The browser's database failed in the middle of something.
    Database {
        /// What it said.
        detail: String,
    },
    /// What was entered last is not saved, or another survey is on its way.
    Busy,
    /// Without a database nothing can be put aside before another survey takes its place.
    NoBackup,
    /// The stored survey was replaced or deleted, by another tab.
    Replaced,
    /// A file of the app could not be fetched.
    Asset {
        /// Which file.
        path: String,
        /// What happened.
        detail: String,
    },
    /// The chart library failed.
    Chart {
        /// What happened.
        detail: String,
    },
    /// The document worker failed.
    Documents {
        /// What happened.
        detail: String,
    },
    /// The document worker says why something cannot be done.
    Refused {
        /// Why, and what to do, in Danish.
        detail: String,
    },
    /// A file of the user could not be read or written.
    File {
        /// Which.
        name: String,
        /// What happened.
        detail: String,
    },
}

impl PlatformError {
    /// What happened and what to do, in Danish.
    #[must_use]
    pub fn message(&self) -> String {
        match self {
            Self::NoStore => {
                "I kan arbejde her, men svarene er væk, når siden lukkes. Gem besvarelsen som fil under Filer, før I går, eller brug en browser, hvor lageret er slået til."
                    .to_owned()
            }
            Self::NoDatabase => {
                "Browserens lager er slået fra. Slå det til, eller brug en anden browser."
                    .to_owned()
            }
            Self::Database { detail } => format!(
                "Browserens lager svarede med en fejl ({detail}). Kontrollér, at der er plads på disken, og prøv igen."
            ),
            Self::Busy => "De seneste svar er ikke gemt endnu. Vent lidt, og prøv igen.".to_owned(),
            Self::NoBackup => {
                "Browserens database er slået fra, så det, der er her, kan ikke lægges til side. Gem det som fil, brug »Slet alt« på forsiden, og åbn så filen.".to_owned()
            }
            Self::Replaced => {
                "Besvarelsen er ændret eller slettet i en anden fane. Siden viser nu den nyeste."
                    .to_owned()
            }
            Self::Asset { path, detail } => format!(
                "Filen {path} kunne ikke hentes ({detail}). Genindlæs siden. Hjælper det ikke, mangler filen i den mappe, siden ligger i."
            ),
            Self::Chart { detail } => {
                format!("Diagrammet kunne ikke tegnes ({detail}). Tallene står i tabellen.")
            }
            Self::Documents { detail } => format!(
                "Det kunne ikke lade sig gøre ({detail}). Jeres svar er ikke rørt. Prøv igen, eventuelt med en mindre fil."
            ),
            Self::Refused { detail } => detail.clone(),
            Self::File { name, detail } => format!(
                "{name}: Det gik ikke ({detail}). Kontrollér, at filen ikke er åben i et andet program, og at der er plads på disken."
            ),
        }
    }
}

/// The text of an exception.
fn describe(value: &JsValue) -> String {
    js_sys::Reflect::get(value, &"message".into())
        .ok()
        .and_then(|message| message.as_string())
        .or_else(|| value.as_string())
        .unwrap_or_else(|| "ukendt fejl".to_owned())
}
