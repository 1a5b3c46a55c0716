//! The files of the models, in the order of their ids.
//!
//! A new model is a file beside the others and its id here; a test finds a file that is not listed.

/// A model as it is shipped.
pub(super) struct File {
    /// What it contains.
    pub text: &'static str,
}

macro_rules! files {
    ($($id:literal)*) => {
        &[$(File { text: include_str!(concat!("models/", $id, ".json")) }),*]
    };
}

/// The shipped models, C03 to C26.
pub(super) const FILES: &[File] = files! {
    "C03"
    "C04"
    "C05"
    "C06"
    "C08"
    "C09"
    "C10"
    "C11"
    "C12"
    "C13"
    "C14"
    "C15"
    "C16"
    "C17"
    "C18"
    "C19"
    "C20"
    "C21"
    "C22"
    "C23"
    "C24"
    "C25"
    "C26"
};
