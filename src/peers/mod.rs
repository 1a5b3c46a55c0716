//! Other municipalities: datasets, statistics of a group, deviations.
//!
//! Comparison is split in two: [`summary::summarise`] a dataset once, then [`comparison::compare`]
//! a scorecard with the summary after every edit. What may be shown for which kind of dataset is
//! decided here ([`dataset::Kind`], [`comparison::Evidence`]), never by a page. Invented numbers
//! never become findings about a real municipality.

pub mod comparison;
pub mod dataset;
pub mod summary;
#[cfg(feature = "cli")]
pub mod synthesis;

pub use comparison::{Comparison, compare};
pub use dataset::{Dataset, Kind};
pub use summary::{Summary, summarise};
