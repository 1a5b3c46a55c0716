//! The field's things as plain data: ids, scales, catalogue, assessment and its edits.
//!
//! Knows no scores, no peers, no files, no browser and no clock.

pub mod amount;
pub mod answer;
pub mod assessment;
pub mod catalogue;
pub mod comment;
pub mod decisions;
pub mod edit;
pub mod field;
pub mod ids;
pub mod municipality;
pub mod operation;
pub mod part;
pub mod plan;
pub mod profile;
pub mod rating;
pub mod round;
pub mod scenario;
pub mod source;
pub mod staff;
pub mod unit;

/// Version of the method in which this build scores (page "Metode").
pub const METHOD_VERSION: &str = "2026.1";
