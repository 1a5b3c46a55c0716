//! The format of a model's file.
//!
//! Owns the shapes. Texts are Danish and for users; names, units and formulas are the engine's.
//! What makes a model sound is in [`super::check`].

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use crate::domain::decisions::{ModelId, ProposalId};
use crate::domain::source::Source;

use super::expression::{Expression, YEAR};
use super::grid::Row;
use super::units::Unit;

/// How much of a calculator the sources give.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
pub enum Level {
    /// Formula, inputs and units are given.
    #[serde(rename = "F")]
    Formula,
    /// A template whose arithmetic is plain.
    #[serde(rename = "T")]
    Template,
    /// A method that lacks a rule or a number; [`Model::reading`] says how it is read here.
    #[serde(rename = "P")]
    Partial,
}

/// Something that is put in.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
#[allow(
    clippy::struct_excessive_bools,
    reason = "properties of a data file that have nothing to do with each other"
)]
pub struct Input {
    /// Its name in formulas and in the municipality's file.
    pub name: String,
    /// What it is, for users.
    pub title: String,
    /// The heading above it and the like ones after it.
    pub group: Option<String>,
    /// The unit in which it is typed. Percent are 0 to 100.
    pub unit: Unit,
    /// What stands after its title in the place of the unit's usual name: `kr. pr. ansat`. Empty
    /// where the title says the unit already.
    #[serde(default)]
    pub unit_label: Option<String>,
    /// It is a question: 1 for yes, 0 for no.
    #[serde(default)]
    pub yes_no: bool,
    /// How it is found; may be empty.
    #[serde(default)]
    pub help: String,
    /// The least that is accepted, in the unit.
    pub min: Option<f64>,
    /// The most that is accepted, in the unit.
    pub max: Option<f64>,
    /// Only whole numbers.
    #[serde(default)]
    pub whole: bool,
    /// The value that a source prints; used until another one is given.
    pub default: Option<f64>,
    /// Where the default stands.
    pub default_source: Option<Source>,
    /// The key of [`super::Known`] that fills it in.
    pub from: Option<String>,
    /// Nothing is computed without it.
    pub required: bool,
    /// A lowest and a highest value can be given.
    #[serde(default)]
    pub uncertain: bool,
}

/// Something that is computed.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Formula {
    /// Its name in later formulas.
    pub name: String,
    /// What it is, for users.
    pub title: String,
    /// The unit in which it is shown.
    pub unit: Unit,
    /// What stands after its value in the place of the unit's usual name; empty for nothing.
    #[serde(default)]
    pub unit_label: Option<String>,
    /// How it is computed from inputs and earlier formulas.
    pub expression: Expression,
    /// What must be known of it.
    pub note: Option<String>,
}

/// The years of a business case. A row that is not computed is 0 every year.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Horizon {
    /// How many, unless the municipality chooses; 4 to 10.
    pub years: u8,
    /// Money that leaves the budget, kr.
    pub cash: Option<Expression>,
    /// Value of time that is freed, kr.
    pub capacity: Option<Expression>,
    /// Running cost, kr, positive.
    pub running: Option<Expression>,
    /// One-off cost, kr, positive.
    pub investment: Option<Expression>,
    /// FTE freed, the level of the year.
    pub fte: Option<Expression>,
}

impl Horizon {
    /// The rows that are computed.
    pub fn rows(&self) -> impl Iterator<Item = (Row, &Expression)> {
        [
            (Row::Cash, &self.cash),
            (Row::Capacity, &self.capacity),
            (Row::Running, &self.running),
            (Row::Investment, &self.investment),
            (Row::Fte, &self.fte),
        ]
        .into_iter()
        .filter_map(|(row, expression)| Some((row, expression.as_ref()?)))
    }
}

/// A value that an example must give.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expected {
    /// The formula.
    pub of: String,
    /// The value, in the formula's unit.
    pub value: f64,
    /// How far from it is right, since the source rounds.
    pub tolerance: f64,
    /// What the source prints.
    pub printed: Option<String>,
}

/// A value of the grid that an example must give.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct ExpectedYear {
    /// The row.
    pub row: Row,
    /// The year, from 1; 0 is the sum of all years.
    pub year: u8,
    /// The value, kr or FTE.
    pub value: f64,
    /// How far from it is right.
    pub tolerance: f64,
    /// What the source prints.
    pub printed: Option<String>,
}

/// Numbers with a known result.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Example {
    /// Which, for users.
    pub title: String,
    /// Where the numbers stand.
    pub source: Source,
    /// The result is computed by this project from the source's formula, not printed there.
    #[serde(default)]
    pub derived: bool,
    /// The inputs in their units.
    pub inputs: BTreeMap<String, f64>,
    /// What comes out.
    #[serde(default)]
    pub expect: Vec<Expected>,
    /// What comes out in the grid.
    #[serde(default)]
    pub expect_grid: Vec<ExpectedYear>,
}

/// A model of a business case.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Model {
    /// `C03` to `C26`.
    pub id: ModelId,
    /// What it is called, for users.
    pub title: String,
    /// What is computed and for whom.
    pub about: String,
    /// Where it is from.
    pub sources: Vec<Source>,
    /// How much of it the sources give.
    pub level: Level,
    /// How it is read here where the source is unclear.
    pub reading: Option<String>,
    /// Where the source contradicts itself or lost numbers.
    #[serde(default)]
    pub contradictions: Vec<String>,
    /// The proposals that it can value.
    #[serde(default)]
    pub proposals: Vec<ProposalId>,
    /// What is put in, in the order of the form.
    pub inputs: Vec<Input>,
    /// What is computed, each after what it uses.
    pub formulas: Vec<Formula>,
    /// The years, where the model has them.
    pub grid: Option<Horizon>,
    /// The formulas that are shown as results, in order.
    pub outputs: Vec<String>,
    /// Numbers with a known result.
    pub examples: Vec<Example>,
}

impl Model {
    /// An input by its name.
    #[must_use]
    pub fn input(&self, name: &str) -> Option<&Input> {
        self.inputs.iter().find(|input| input.name == name)
    }

    /// A formula by its name.
    #[must_use]
    pub fn formula(&self, name: &str) -> Option<&Formula> {
        self.formulas.iter().find(|formula| formula.name == name)
    }

    /// The formulas that have a value for each year, since they use the year or another such
    /// formula. They serve the grid alone.
    #[must_use]
    pub fn yearly(&self) -> BTreeSet<&str> {
        let mut yearly = BTreeSet::from([YEAR]);
        for formula in &self.formulas {
            if !yearly.is_disjoint(&formula.expression.names()) {
                yearly.insert(&formula.name);
            }
        }
        yearly.remove(YEAR);
        yearly
    }

    /// The optional inputs in kr. that the running and the one-off cost are made of, in the form's
    /// order. Left empty, they count as nothing.
    #[must_use]
    pub fn costs(&self) -> Vec<&Input> {
        let rows = self.grid.iter().flat_map(|horizon| {
            let costs = [&horizon.running, &horizon.investment];
            costs.into_iter().flatten()
        });
        let mut used: BTreeSet<&str> = BTreeSet::new();
        for row in rows {
            used.append(&mut row.names());
        }
        // Each formula uses inputs and earlier formulas only.
        for formula in self.formulas.iter().rev() {
            if used.contains(formula.name.as_str()) {
                used.append(&mut formula.expression.names());
            }
        }
        let is_cost = |input: &&Input| {
            let is_kr = ["kr", "kr/count"].contains(&input.unit.as_str());
            is_kr && !input.required && used.contains(input.name.as_str())
        };
        self.inputs.iter().filter(is_cost).collect()
    }
}

#[cfg(test)]
mod tests {
    use crate::calculators::models;

    #[test]
    fn what_a_cost_is_made_of_is_found_through_the_formulas() {
        let costs = |id: &str| {
            let model = models().iter().find(|model| model.id.0 == id).unwrap();
            let costs = model.costs().into_iter();
            costs.map(|input| &*input.name).collect::<Vec<_>>()
        };
        assert_eq!(costs("C05"), ["running_cost", "one_off"]);
        // Its running cost is a formula; a number of things is no cost.
        assert_eq!(costs("C08"), ["licence", "support", "one_off"]);
        assert_eq!(costs("C13"), ["price", "support", "one_off"]);
        assert_eq!(costs("C22"), [""; 0]);
    }
}
