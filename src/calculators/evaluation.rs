//! A business case as a whole: a model with a municipality's numbers.
//!
//! Owns when there is an outcome: every required input has a value, no input has a problem, and the
//! number of years is one that makes sense. Does not keep business cases; see
//! `crate::domain::decisions`.

use std::collections::BTreeMap;

use crate::domain::decisions::Range;
use crate::sorting::InOrder as _;

use super::inputs::{self, InputState, Origin, Problem};
use super::model::Model;
use super::run::{self, Run, Values};
use super::scenarios::{self, Target};
use super::sensitivity::{self, Swing};
use super::{Known, YEARS};
use crate::domain::scenario::PerScenario;

/// What a business case gives, or what it lacks.
#[derive(Clone, Debug, PartialEq)]
pub struct Evaluation {
    /// Every input of the model, in its order.
    pub inputs: Vec<InputState>,
    /// The required inputs without a value, in the model's order.
    pub missing: Vec<String>,
    /// What was given and the model does not have; it is not used.
    pub unknown: Vec<String>,
    /// What is wrong with the number of years.
    pub problem: Option<Problem>,
    /// What low, high and the swings are measured by.
    pub target: Target,
    /// The three scenarios; none while something is missing or wrong.
    pub outcome: Option<PerScenario<Run>>,
    /// How far each uncertain input moves the target, the largest first.
    pub swings: Vec<Swing>,
}

impl Evaluation {
    /// An input by its name.
    #[must_use]
    pub fn input(&self, name: &str) -> Option<&InputState> {
        self.inputs.iter().find(|state| state.name == name)
    }

    /// The target in each scenario; a part is none where it could not be computed.
    #[must_use]
    pub fn result(&self) -> Option<PerScenario<Option<f64>>> {
        let outcome = self.outcome.as_ref()?;
        Some(outcome.map(|run| self.target.value(run)))
    }
}

/// Computes a model with what was given, the inputs by name, each in its own unit. `years` are the
/// model's own where none is given, and count only where it has a grid.
#[must_use]
pub fn evaluate(
    model: &Model,
    given: &BTreeMap<String, Range>,
    years: Option<u8>,
    known: &Known,
) -> Evaluation {
    let own = model.grid.as_ref().map(|horizon| horizon.years);
    let years = own.map(|own| years.unwrap_or(own));
    let inputs = inputs::states(model, given, known);
    let mut evaluation = Evaluation {
        missing: missing(model, &inputs),
        unknown: given
            .keys()
            .filter(|name| model.input(name).is_none())
            .cloned()
            .collect(),
        problem: years.and_then(of_years),
        target: Target::of(model),
        outcome: None,
        swings: Vec::new(),
        inputs,
    };
    if evaluation.is_ready() {
        let states = std::mem::take(&mut evaluation.inputs);
        let (outcome, swings) = compute(model, &states, years.unwrap_or(0), &evaluation.target);
        evaluation.inputs = states;
        evaluation.outcome = Some(outcome);
        evaluation.swings = swings;
    }
    evaluation
}

impl Evaluation {
    fn is_ready(&self) -> bool {
        let is_sound = |state: &InputState| state.problem.is_none();
        self.missing.is_empty() && self.problem.is_none() && self.inputs.iter().all(is_sound)
    }
}

fn missing(model: &Model, states: &[InputState]) -> Vec<String> {
    model
        .inputs
        .iter()
        .zip(states)
        .filter(|(input, state)| input.required && state.origin == Origin::Missing)
        .map(|(input, _)| input.name.clone())
        .collect()
}

fn of_years(given: u8) -> Option<Problem> {
    (!YEARS.contains(&given)).then_some(Problem::Years {
        given,
        fewest: *YEARS.start(),
        most: *YEARS.end(),
    })
}

fn compute(
    model: &Model,
    states: &[InputState],
    years: u8,
    target: &Target,
) -> (PerScenario<Run>, Vec<Swing>) {
    let values: Values = states
        .iter()
        .map(|state| (state.name.as_str(), state.values.expected))
        .in_map();
    let compute = |values: &Values| run::run(model, values, years);
    let expected = compute(&values);
    let moved = sensitivity::moved(states, &values, &compute);
    let swings = sensitivity::swings(target, &expected, &moved);
    let outcome = scenarios::choose(target, expected, &values, &moved, &compute);
    (outcome, swings)
}
