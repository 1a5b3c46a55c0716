//! Other municipalities: datasets, statistics of a group, deviations.
//!
//! Comparison is split in two: [`summary::summarise_groups`] a dataset once for the own municipality
//! and the groups it chose ([`group`]), then [`comparison::compare`] a scorecard and
//! [`resources::compare`] its FTE with the summary after every edit. What may be shown for which
//! kind of dataset is decided here ([`dataset::Kind`], [`comparison::Evidence`],
//! [`group::Group::is_allowed`]), never by a page. Invented numbers never become findings about a
//! real municipality.
//!
//! Datasets of real municipalities are made from what each hands over ([`handover`] makes a
//! [`contribution`]) by [`build`], under the rules of [`anonymity`].

pub mod anonymity;
pub mod answers;
pub mod band;
pub mod build;
pub mod classes;
pub mod comparison;
pub mod contribution;
pub mod dataset;
pub mod distribution;
pub mod group;
pub mod handover;
pub mod histogram;
pub mod own;
pub mod peer;
mod publication;
pub mod relation;
pub mod resources;
mod row;
mod staffing;
pub mod summary;
pub mod survey;
#[cfg(feature = "cli")]
pub mod synthesis;
pub mod typical;

pub use comparison::{Comparison, compare};
pub use dataset::{Dataset, Kind};
pub use summary::{Summary, summarise, summarise_groups};
