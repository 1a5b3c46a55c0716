//! Leaves of the pages: driven by properties, without the app's context unless they say so.

pub mod chart;
pub mod choice;
pub mod dialog;
pub mod errors;
pub mod field;
pub mod notices;
pub mod numbers;
pub mod undo;
