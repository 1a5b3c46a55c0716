//! The rules of the action plan: what it harvests, what it is worth, where it leads, how it goes.
//!
//! Pure rules over [`crate::domain::decisions`]. What a business case is worth and which areas a
//! proposal concerns come in as plain values ([`worth::Worth`], [`prepare::Given`]): this module
//! computes no model and knows no proposal. It writes no text for readers: what is wrong or
//! noteworthy comes out as named findings. It changes nothing; the answers stay as they are.
//!
//! What comes in may be any number that a file can hold: every sum stays finite, since each amount
//! is kept within [`scenario::LARGEST`].

pub mod dates;
pub mod goals;
pub mod harvest;
pub mod integrity;
pub mod measured;
pub mod order;
pub mod planned;
pub mod prepare;
pub mod scenario;
pub mod spread;
pub mod success;
pub mod timeline;
pub mod totals;
pub mod validity;
pub mod what_if;
pub mod worth;

pub use crate::domain::scenario::{PerScenario, Scenario};
