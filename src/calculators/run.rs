//! The values of a model for one set of inputs.
//!
//! Owns the conversion of units on the way in and out, the order of the formulas and the rows of
//! the grid. Does not judge inputs; see [`super::inputs`].

use std::collections::BTreeMap;

use super::expression::{Names, Why, YEAR, bounded};
use super::grid::{Grid, Row};
use super::model::{Horizon, Model};
use crate::sorting::InOrder as _;

/// What is undefined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Of {
    /// A formula, by its name.
    Formula(String),
    /// A row of the grid, from this year on.
    Row {
        /// The row.
        row: Row,
        /// The first year that is undefined.
        year: u8,
    },
}

/// Something that could not be computed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Undefined {
    /// What.
    pub of: Of,
    /// Why, by its first cause.
    pub why: Why,
}

/// What a model gives for one set of inputs.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    /// The formulas that do not depend on the year, each in its own unit (percent 0 to 100).
    pub values: BTreeMap<String, f64>,
    /// The years; none where the model has none, or a row could not be computed.
    pub grid: Option<Grid>,
    /// What could not be computed.
    pub undefined: Vec<Undefined>,
}

/// The inputs by name, in their own units; none where an optional one is missing.
pub(super) type Values<'a> = BTreeMap<&'a str, Option<f64>>;

/// Computes a model. `years` counts where the model has a grid.
pub(super) fn run(model: &Model, values: &Values, years: u8) -> Run {
    let mut run = Run::default();
    let mut names = inside(model, values);
    let yearly = model.yearly();
    for formula in &model.formulas {
        if yearly.contains(formula.name.as_str()) {
            continue;
        }
        let value = formula.expression.value(&names);
        let shown = value
            .clone()
            .and_then(|inside| bounded(formula.unit.shown(inside)));
        match shown {
            Ok(shown) => {
                run.values.insert(formula.name.clone(), shown);
            }
            Err(why) => run.undefined.push(Undefined {
                of: Of::Formula(formula.name.clone()),
                why,
            }),
        }
        names.insert(&formula.name, value);
    }
    if let Some(horizon) = &model.grid {
        let years = years_of(model, &names, years);
        match grid(horizon, &years) {
            Ok(grid) => run.grid = Some(grid),
            Err(undefined) => run.undefined.extend(undefined),
        }
    }
    run
}

/// The inputs, converted. An input that is not there at all is missing like one without a value.
fn inside<'a>(model: &'a Model, values: &Values) -> Names<'a> {
    let value = |name: &str| values.get(name).copied().flatten();
    model
        .inputs
        .iter()
        .map(|input| {
            let inside = value(&input.name)
                .map(|shown| input.unit.inside(shown))
                .ok_or_else(|| Why::Missing(input.name.clone()))
                .and_then(bounded);
            (input.name.as_str(), inside)
        })
        .in_map()
}

/// The names of each year: those that always count, the year, and the yearly formulas.
fn years_of<'a>(model: &'a Model, names: &Names<'a>, years: u8) -> Vec<Names<'a>> {
    let yearly = model.yearly();
    let of_year = |year: u8| {
        let mut names = names.clone();
        names.insert(YEAR, Ok(f64::from(year)));
        for formula in &model.formulas {
            if yearly.contains(formula.name.as_str()) {
                let value = formula.expression.value(&names);
                names.insert(&formula.name, value);
            }
        }
        names
    };
    (1..=years).map(of_year).collect()
}

fn grid(horizon: &Horizon, years: &[Names]) -> Result<Grid, Vec<Undefined>> {
    let length = u8::try_from(years.len()).unwrap_or(u8::MAX);
    let mut grid = Grid::empty(length);
    let mut undefined = Vec::new();
    for (row, expression) in horizon.rows() {
        let cells = years
            .iter()
            .zip(1..=length)
            .map(|(names, year)| expression.value(names).map_err(|why| (year, why)));
        match cells.collect::<Result<Vec<f64>, _>>() {
            Ok(values) => grid.set(row, values),
            Err((year, why)) => undefined.push(Undefined {
                of: Of::Row { row, year },
                why,
            }),
        }
    }
    if undefined.is_empty() {
        Ok(grid)
    } else {
        Err(undefined)
    }
}
