//! Formulas: as text, as a tree, and as a number.
//!
//! Every operation is total: division by zero, a missing input or a number past
//! [`super::LARGEST`] is a [`Why`], never an infinity. The text is read by `parser`; units
//! are in [`super::units`].

use std::collections::{BTreeMap, BTreeSet};

use serde::Deserialize;

use super::LARGEST;
use super::parser;

pub use super::parser::Fault;

/// The name that stands for the year of the grid, 1 and up.
pub const YEAR: &str = "year";

/// A formula.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(try_from = "String")]
pub struct Expression {
    text: String,
    root: Node,
}

/// An arithmetic operation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Operator {
    /// `+`
    Add,
    /// `-`
    Subtract,
    /// `*`
    Multiply,
    /// `/`
    Divide,
}

/// How two values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Relation {
    /// `<`
    Less,
    /// `<=`
    AtMost,
    /// `>`
    Greater,
    /// `>=`
    AtLeast,
    /// `==`
    Equal,
}

/// The condition of an `if`.
#[derive(Clone, Debug, PartialEq)]
pub struct Comparison {
    /// The left value.
    pub left: Node,
    /// How it is compared.
    pub relation: Relation,
    /// The right value.
    pub right: Node,
}

/// A part of a formula.
#[derive(Clone, Debug, PartialEq)]
pub enum Node {
    /// A written number; `10%` is 0.1.
    Number(f64),
    /// An input, an earlier formula or [`YEAR`].
    Name(String),
    /// `-a`
    Negative(Box<Node>),
    /// `a + b` and the others.
    Binary(Operator, Box<Node>, Box<Node>),
    /// `if(a < b, x, y)`
    If(Box<Comparison>, Box<Node>, Box<Node>),
    /// `min(a, b, …)`
    Least(Vec<Node>),
    /// `max(a, b, …)`
    Greatest(Vec<Node>),
    /// `abs(a)`
    Absolute(Box<Node>),
    /// `pick(n, a, b, …)`: the n-th of the others; the last one repeats.
    Pick(Box<Node>, Vec<Node>),
    /// `known(x, a)`: the optional input, or `a` where it is missing.
    Known(String, Box<Node>),
}

/// Why a value is undefined.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Why {
    /// Something is divided by zero.
    DivisionByZero,
    /// A number passes [`super::LARGEST`].
    TooLarge,
    /// An input that need not be given is missing, and this needs it: the input's name.
    Missing(String),
    /// The formula uses a name that the model does not have. No shipped model does.
    Unknown(String),
}

/// The values that a formula can use, converted to be computed with.
pub type Names<'a> = BTreeMap<&'a str, Result<f64, Why>>;

impl Expression {
    /// As the file writes it.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The tree.
    #[must_use]
    pub const fn root(&self) -> &Node {
        &self.root
    }

    /// The number.
    ///
    /// # Errors
    /// Where it is undefined.
    pub fn value(&self, names: &Names) -> Result<f64, Why> {
        self.root.value(names)
    }

    /// Every name that it uses.
    #[must_use]
    pub fn names(&self) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        self.root.collect(&mut found, false);
        found
    }

    /// The names whose absence it bears, the first parts of `known`.
    #[must_use]
    pub fn optional_names(&self) -> BTreeSet<&str> {
        let mut found = BTreeSet::new();
        self.root.collect(&mut found, true);
        found
    }
}

impl TryFrom<String> for Expression {
    type Error = Fault;

    fn try_from(text: String) -> Result<Self, Fault> {
        let root = parser::parse(&text)?;
        Ok(Self { text, root })
    }
}

/// The value, if it is one that is computed with.
pub(super) fn bounded(value: f64) -> Result<f64, Why> {
    // Not the other way round: "not a number" is at most nothing.
    if value.abs() <= LARGEST {
        Ok(value)
    } else {
        Err(Why::TooLarge)
    }
}

impl Node {
    fn value(&self, names: &Names) -> Result<f64, Why> {
        match self {
            Self::Number(number) => Ok(*number),
            Self::Name(name) => look_up(names, name),
            Self::Negative(inner) => Ok(-inner.value(names)?),
            Self::Absolute(inner) => Ok(inner.value(names)?.abs()),
            Self::Binary(operator, left, right) => {
                operator.of(left.value(names)?, right.value(names)?)
            }
            Self::If(comparison, yes, no) => {
                let branch = if comparison.holds(names)? { yes } else { no };
                branch.value(names)
            }
            Self::Least(nodes) => chosen(nodes, names, f64::min),
            Self::Greatest(nodes) => chosen(nodes, names, f64::max),
            Self::Pick(index, nodes) => {
                let at = place(index.value(names)?, nodes.len());
                nodes[at].value(names)
            }
            Self::Known(name, fallback) => match look_up(names, name) {
                Err(Why::Missing(_)) => fallback.value(names),
                value => value,
            },
        }
    }

    /// The parts that it is directly made of.
    fn parts(&self) -> Vec<&Self> {
        match self {
            Self::Number(_) | Self::Name(_) => Vec::new(),
            Self::Negative(inner) | Self::Absolute(inner) | Self::Known(_, inner) => vec![inner],
            Self::Binary(_, left, right) => vec![left, right],
            Self::If(comparison, yes, no) => {
                vec![&comparison.left, &comparison.right, yes, no]
            }
            Self::Least(nodes) | Self::Greatest(nodes) => nodes.iter().collect(),
            Self::Pick(index, nodes) => std::iter::once(&**index).chain(nodes).collect(),
        }
    }

    fn collect<'a>(&'a self, found: &mut BTreeSet<&'a str>, only_optional: bool) {
        match self {
            Self::Name(name) if !only_optional => {
                found.insert(name);
            }
            Self::Known(name, _) => {
                found.insert(name);
            }
            _ => {}
        }
        for part in self.parts() {
            part.collect(found, only_optional);
        }
    }
}

fn look_up(names: &Names, name: &str) -> Result<f64, Why> {
    let unknown = || Err(Why::Unknown(name.to_owned()));
    names.get(name).cloned().unwrap_or_else(unknown)
}

fn chosen(nodes: &[Node], names: &Names, of: fn(f64, f64) -> f64) -> Result<f64, Why> {
    let (first, rest) = nodes.split_first().ok_or(Why::DivisionByZero)?;
    rest.iter().try_fold(first.value(names)?, |best, node| {
        Ok(of(best, node.value(names)?))
    })
}

/// The place in a list of the n-th, counted from 1; the ends stand for what lies beyond them.
#[allow(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    reason = "a cast of a bounded float saturates, and the list's length bounds it then"
)]
fn place(nth: f64, length: usize) -> usize {
    (nth.max(1.0) as usize - 1).min(length.saturating_sub(1))
}

impl Operator {
    fn of(self, left: f64, right: f64) -> Result<f64, Why> {
        bounded(match self {
            Self::Add => left + right,
            Self::Subtract => left - right,
            Self::Multiply => left * right,
            Self::Divide if right == 0.0 => return Err(Why::DivisionByZero),
            Self::Divide => left / right,
        })
    }
}

impl Comparison {
    #[allow(
        clippy::float_cmp,
        reason = "`==` is for years and for what was typed, which are compared as they are"
    )]
    fn holds(&self, names: &Names) -> Result<bool, Why> {
        let (left, right) = (self.left.value(names)?, self.right.value(names)?);
        Ok(match self.relation {
            Relation::Less => left < right,
            Relation::AtMost => left <= right,
            Relation::Greater => left > right,
            Relation::AtLeast => left >= right,
            Relation::Equal => left == right,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: Result<f64, Why>) {
        let names = Names::from([
            ("a", Ok(6.0)),
            ("b", Ok(0.0)),
            ("huge", Ok(LARGEST)),
            ("open", Err(Why::Missing("open".to_owned()))),
            (YEAR, Ok(3.0)),
        ]);
        let expression = Expression::try_from(text.to_owned()).unwrap();
        assert_eq!(expression.value(&names), expected, "{text}");
    }

    #[test]
    fn formulas_are_computed_in_the_usual_order() {
        check("1 + 2 * 3 - 4 / 2", Ok(5.0));
        check("(1 + 2) * -a", Ok(-18.0));
        check("2 - 3 - 4", Ok(-5.0));
        check("16 / 4 / 2", Ok(2.0));
        check("50% * a", Ok(3.0));
        check("abs(2 - a) + min(a, 1, 2) + max(a, 7)", Ok(12.0));
        check("if(a >= 6, 1, 2) + if(a == 5, 10, 20)", Ok(21.0));
        check("pick(year, 10, 5)", Ok(5.0));
        check("pick(b, 10, 5)", Ok(10.0));
    }

    #[test]
    fn a_branch_that_is_not_taken_can_be_undefined() {
        check("if(b == 0, 0, a / b)", Ok(0.0));
        check("pick(1, 2, 1 / 0)", Ok(2.0));
        check("known(open, 4)", Ok(4.0));
        check("known(a, 1 / 0)", Ok(6.0));
    }

    #[test]
    fn what_is_undefined_says_why() {
        check("a / b", Err(Why::DivisionByZero));
        check("0 / 0", Err(Why::DivisionByZero));
        check("huge + huge", Err(Why::TooLarge));
        check(
            "huge * huge * huge - huge * huge * huge",
            Err(Why::TooLarge),
        );
        check("open + 1", Err(Why::Missing("open".to_owned())));
        check("other + 1", Err(Why::Unknown("other".to_owned())));
    }

    #[test]
    fn the_names_of_a_formula_are_found() {
        let expression =
            Expression::try_from("if(a < 1, known(b, c), pick(year, d))".to_owned()).unwrap();
        assert_eq!(
            expression.names(),
            BTreeSet::from(["a", "b", "c", "d", "year"])
        );
        assert_eq!(expression.optional_names(), BTreeSet::from(["b"]));
    }
}
