//! Business cases that are declared as data: models, what is put in, what comes out.
//!
//! A model is a file (`models/C11.json`): inputs with units and ranges, formulas, a grid of years,
//! and examples from the sources that it must reproduce. This module reads the models and computes
//! them; it is total: whatever is put in, there is no panic, no infinity and no "not a number", but
//! a named problem at its field ([`Problem`]) or a value that is undefined for a named reason
//! ([`Why`]).
//!
//! | part | owns |
//! | --- | --- |
//! | [`mod@model`] | the format of a model's file |
//! | [`expression`] | formulas as text, as a tree and as a number |
//! | [`units`] | units, conversion, and the refusal to mix what is unlike |
//! | [`check`] | what makes a model sound; held against every model by a test |
//! | [`inputs`] | from where an input's value is, and what is wrong with it |
//! | [`run`] | the values of a model for one set of inputs |
//! | [`evaluation`] | a business case as a whole: missing inputs, three scenarios, swings |
//! | [`scenarios`] | which ends of the uncertain inputs make the low and the high scenario |
//! | [`sensitivity`] | how far each uncertain input alone moves the result (tornado) |
//! | [`grid`] | the years: result, accumulated, payback, net present value |
//! | [`mod@known`] | what the survey can fill in |
//! | [`examples`] | whether a model reproduces what its sources print |
//! | [`screening`] | C07, the ranking of processes for robots |
//! | [`purchasing`] | the purchasing report by unit and quarter (004 p. 45-46) |
//!
//! Owns no text for users beside the data files and does not round. Does not know which business
//! cases a municipality has (`crate::domain::decisions`), nor in which calendar year a gain falls
//! (`crate::plan`).

pub mod check;
pub mod evaluation;
pub mod examples;
pub mod expression;
pub mod grid;
pub mod inputs;
pub mod known;
pub mod model;
mod models;
mod parser;
pub mod purchasing;
pub mod run;
pub mod scenarios;
pub mod screening;
pub mod sensitivity;
pub mod units;

use std::sync::OnceLock;

use crate::domain::decisions::ModelId;
use crate::json;

pub use evaluation::{Evaluation, evaluate};
pub use expression::Why;
pub use grid::{Grid, Row};
pub use inputs::{End, InputState, Origin, Problem};
pub use known::{Known, known};
pub use model::Model;
pub use run::{Run, Undefined};
pub use scenarios::Target;
pub use sensitivity::Swing;

/// The largest number that is accepted or computed, in either direction. What passes it is a typing
/// error, not a municipality: all public expenditure of Denmark is below 1e13 kr.
pub const LARGEST: f64 = 1e15;

/// The fewest and the most years that a business case can run over.
pub const YEARS: std::ops::RangeInclusive<u8> = 4..=10;

/// Every model, in the order of the ids.
///
/// # Panics
/// Never: a test reads every file.
#[must_use]
pub fn models() -> &'static [Model] {
    static MODELS: OnceLock<Vec<Model>> = OnceLock::new();
    MODELS.get_or_init(|| {
        models::FILES
            .iter()
            .map(|file| json::read(file.text).expect("a shipped model, read by a test"))
            .collect()
    })
}

/// The model of an id; none where this version knows none.
#[must_use]
pub fn model(id: &ModelId) -> Option<&'static Model> {
    models().iter().find(|model| model.id == *id)
}
