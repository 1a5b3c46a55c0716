//! The pages: one file per route. They read the state, show components and send intents; they
//! hold no rule of scoring, comparison or saving.

pub mod comparison;
pub mod home;
pub mod method;
pub mod municipality;
pub mod not_found;
pub mod overview;
pub mod overview_area;
pub mod staff;
pub mod survey;
pub mod survey_area;
