//! The pages: one file per route. They read the state, show components and send intents; they
//! hold no rule of scoring, comparison or saving.

pub mod comparison;
pub mod contribution;
pub mod files;
pub mod group_answers;
pub mod home;
pub mod kl;
pub mod made;
pub mod municipality;
pub mod not_found;
pub mod overview;
pub mod overview_area;
pub mod overview_domain;
pub mod resources;
pub mod rounds;
pub mod send;
pub mod staff;
pub mod statistics;
pub mod survey;
pub mod survey_area;
pub mod units;
