//! Other municipalities: datasets, statistics of a group, deviations.
//!
//! Comparison is split in two: [`summary::summarise`] a dataset once, then [`comparison::compare`]
//! a scorecard with the summary after every edit. What may be shown for which kind of dataset is
//! decided here ([`dataset::Kind`], [`comparison::Evidence`]), never by a page. Invented numbers
//! never become findings about a real municipality.
//!
//! Datasets of real municipalities are made from what each hands over ([`handover`] makes a
//! [`contribution`]) by [`build`], under the rules of [`anonymity`].

#[cfg(any(feature = "cli", feature = "documents"))]
pub mod anonymity;
#[cfg(any(feature = "cli", feature = "documents"))]
pub mod build;
#[cfg(any(feature = "cli", feature = "documents"))]
pub mod classes;
pub mod comparison;
#[cfg(any(feature = "cli", feature = "documents"))]
pub mod contribution;
pub mod dataset;
#[cfg(any(feature = "cli", feature = "documents"))]
pub mod distribution;
#[cfg(any(feature = "cli", feature = "documents"))]
pub mod handover;
#[cfg(any(feature = "cli", feature = "documents"))]
pub mod histogram;
pub mod peer;
#[cfg(any(feature = "cli", feature = "documents"))]
mod publication;
#[cfg(any(feature = "cli", feature = "documents"))]
mod row;
#[cfg(any(feature = "cli", feature = "documents"))]
mod staffing;
pub mod summary;
#[cfg(feature = "cli")]
pub mod synthesis;

pub use comparison::{Comparison, compare};
pub use dataset::{Dataset, Kind};
pub use summary::{Summary, summarise};
