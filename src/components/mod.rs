//! Leaves of the pages: driven by properties, without the app's context unless they say so.

pub mod area_choice;
pub mod chart;
pub mod choice;
pub mod csv_button;
pub mod dataset_switch;
pub mod dialog;
pub mod erased;
pub mod errors;
pub mod field;
pub mod file_field;
pub mod group_choice;
pub mod notices;
pub mod numbers;
pub mod outcome;
pub mod picture;
pub mod picture_menu;
pub mod preview;
pub mod result_table;
pub mod select;
pub mod undo;
pub mod unit_fields;
