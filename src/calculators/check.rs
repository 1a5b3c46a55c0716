//! What makes a model sound, beyond the shape of its file.
//!
//! Names are unique and known where they are used, units agree, limits and defaults make sense,
//! sources are named. The findings are English sentences for who writes models; no shipped model
//! has any.

use std::collections::{BTreeMap, BTreeSet};

use super::expression::{Expression, YEAR};
use super::grid::Row;
use super::inputs::{End, of_value};
use super::model::{Example, Formula, Horizon, Input, Level, Model};
use super::parser::FUNCTIONS;
use super::units::{Dimension, Inferred, Unit, infer};
use super::{YEARS, known};
use crate::domain::source::Source;

/// What is wrong with a model; empty where nothing is.
#[must_use]
pub fn faults(model: &Model) -> Vec<String> {
    let mut faults = Faults::default();
    faults.of_texts(model);
    let mut names: Dimensions = BTreeMap::new();
    for input in &model.inputs {
        faults.of_name(&input.name, &names);
        faults.of_input(input);
        names.insert(&input.name, input.unit.dimension());
    }
    names.insert(YEAR, Dimension::PURE);
    for formula in &model.formulas {
        faults.of_name(&formula.name, &names);
        faults.of_formula(model, formula, &names);
        names.insert(&formula.name, formula.unit.dimension());
    }
    if let Some(horizon) = &model.grid {
        faults.of_grid(model, horizon, &names);
    }
    faults.of_outputs(model);
    for example in &model.examples {
        faults.of_example(model, example);
    }
    faults.0
}

type Dimensions<'a> = BTreeMap<&'a str, Dimension>;

#[derive(Default)]
struct Faults(Vec<String>);

impl Faults {
    fn say(&mut self, is_fault: bool, what: impl FnOnce() -> String) {
        if is_fault {
            self.0.push(what());
        }
    }

    fn of_texts(&mut self, model: &Model) {
        for (what, text) in [("title", &model.title), ("about", &model.about)] {
            self.say(text.trim().is_empty(), || format!("no {what}"));
        }
        self.say(model.sources.is_empty(), || "no source".to_owned());
        for source in &model.sources {
            self.of_source("the model", source);
        }
        let needs_reading = model.level == Level::Partial && model.reading.is_none();
        self.say(needs_reading, || "level P without a reading".to_owned());
        self.say(model.examples.is_empty(), || "no example".to_owned());
    }

    fn of_source(&mut self, whose: &str, source: &Source) {
        self.say(!source.is_placed(), || {
            format!("{whose}: a source without a place")
        });
    }

    fn of_name(&mut self, name: &str, earlier: &Dimensions) {
        let is_plain = name.starts_with(|c: char| c.is_ascii_lowercase())
            && name
                .chars()
                .all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '_');
        self.say(!is_plain, || format!("\"{name}\" is no plain name"));
        let is_taken = name == YEAR || FUNCTIONS.contains(&name) || earlier.contains_key(name);
        self.say(is_taken, || format!("the name {name} is taken"));
    }

    fn of_input(&mut self, input: &Input) {
        let name = &input.name;
        let (min, max) = (input.min, input.max);
        let is_empty = min.zip(max).is_some_and(|(min, max)| min > max);
        self.say(is_empty, || format!("{name}: min is above max"));
        let passes = input.unit.is_percent() && max.is_some_and(|max| max > 100.0);
        self.say(passes, || format!("{name}: a percent input above 100"));
        if let Some(default) = input.default {
            let problem = of_value(input, End::Expected, default);
            self.say(problem.is_some(), || {
                format!("{name}: default is {problem:?}")
            });
            self.say(input.default_source.is_none(), || {
                format!("{name}: a default without a source")
            });
        }
        if let Some(source) = &input.default_source {
            self.of_source(name, source);
        }
        if let Some(key) = &input.from {
            let unit = known::unit(key).and_then(|unit| Unit::try_from(unit.to_owned()).ok());
            self.say(unit.is_none(), || format!("{name}: {key} is no key"));
            let is_scaled = unit.is_some_and(|unit| !unit.has_scale_of(&input.unit));
            self.say(is_scaled, || format!("{name}: {key} has another scale"));
        }
    }

    fn of_formula(&mut self, model: &Model, formula: &Formula, names: &Dimensions) {
        let (name, expression) = (&formula.name, &formula.expression);
        let declared = formula.unit.dimension();
        self.of_expression(model, name, expression, declared, names);
    }

    fn of_expression(
        &mut self,
        model: &Model,
        whose: &str,
        expression: &Expression,
        declared: Dimension,
        names: &Dimensions,
    ) {
        match infer(expression.root(), &|name| names.get(name).copied()) {
            Err(refusal) => self.0.push(format!("{whose}: {refusal}")),
            Ok(Inferred::Of(found)) if found != declared => {
                self.0
                    .push(format!("{whose}: is {found}, declared {declared}"));
            }
            Ok(_) => {}
        }
        for name in expression.optional_names() {
            let is_optional = model.input(name).is_some_and(|input| !input.required);
            self.say(!is_optional, || {
                format!("{whose}: known({name}) is no optional input")
            });
        }
    }

    fn of_grid(&mut self, model: &Model, horizon: &Horizon, names: &Dimensions) {
        self.say(!YEARS.contains(&horizon.years), || {
            format!("a grid of {} years", horizon.years)
        });
        self.say(horizon.rows().count() == 0, || {
            "a grid without a row".to_owned()
        });
        for (row, expression) in horizon.rows() {
            let declared = if row == Row::Fte {
                Dimension::FTE
            } else {
                Dimension::KR
            };
            self.of_expression(model, &format!("{row:?}"), expression, declared, names);
        }
    }

    fn of_outputs(&mut self, model: &Model) {
        self.say(model.outputs.is_empty(), || "no output".to_owned());
        for name in &model.outputs {
            self.of_single_value(model, "outputs", name);
        }
        let mut used: BTreeSet<&str> = model.outputs.iter().map(String::as_str).collect();
        let rows = model.grid.iter().flat_map(Horizon::rows);
        let formulas = model.formulas.iter().map(|formula| &formula.expression);
        for expression in formulas.chain(rows.map(|(_, expression)| expression)) {
            used.extend(expression.names());
        }
        let names = model.inputs.iter().map(|input| &input.name);
        for name in names.chain(model.formulas.iter().map(|formula| &formula.name)) {
            self.say(!used.contains(name.as_str()), || {
                format!("{name} is used nowhere")
            });
        }
    }

    /// A formula that has one value, not one for each year.
    fn of_single_value(&mut self, model: &Model, whose: &str, name: &str) {
        let is_single = model.formula(name).is_some() && !model.yearly().contains(name);
        self.say(!is_single, || {
            format!("{whose}: {name} is no formula with one value")
        });
    }

    fn of_example(&mut self, model: &Model, example: &Example) {
        let whose = format!("example \"{}\"", example.title);
        self.of_source(&whose, &example.source);
        for name in example.inputs.keys() {
            self.say(model.input(name).is_none(), || {
                format!("{whose}: {name} is no input")
            });
        }
        for one in &example.expect {
            self.of_single_value(model, &whose, &one.of);
        }
        let years = model.grid.as_ref().map_or(0, |horizon| horizon.years);
        for one in &example.expect_grid {
            let is_sum_of_sums = one.year == 0 && one.row == Row::Accumulated;
            self.say(one.year > years || is_sum_of_sums, || {
                format!("{whose}: {:?} has no year {}", one.row, one.year)
            });
        }
        let expects = example.expect.len() + example.expect_grid.len();
        self.say(expects == 0, || format!("{whose}: expects nothing"));
    }
}
