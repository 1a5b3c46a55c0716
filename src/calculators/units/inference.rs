//! The dimension of a formula, from those of its names.

use std::fmt;

use super::super::expression::{Comparison, Node, Operator};
use super::Dimension;

/// Why an expression makes no sense, in English: it is read by who writes models.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal(pub String);

impl fmt::Display for Refusal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A dimension as it is inferred.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Inferred {
    /// A written 0: nothing of anything.
    Any,
    /// This one.
    Of(Dimension),
}

impl Inferred {
    /// Whether a value of this can stand where one of the dimension is declared.
    #[must_use]
    pub fn fits(self, dimension: Dimension) -> bool {
        self == Self::Any || self == Self::Of(dimension)
    }

    /// The common dimension of two values that are added or held against each other.
    fn with(self, other: Self, what: &str) -> Result<Self, Refusal> {
        match (self, other) {
            (Self::Any, one) | (one, Self::Any) => Ok(one),
            (Self::Of(one), Self::Of(other)) if one == other => Ok(self),
            (Self::Of(one), Self::Of(other)) => {
                Err(Refusal(format!("{what} mixes {one} and {other}")))
            }
        }
    }
}

/// The dimension of an expression, where `of` is that of a name.
///
/// # Errors
/// Where unlike things are added, compared or chosen between, or a name is not known.
pub fn infer(node: &Node, of: &dyn Fn(&str) -> Option<Dimension>) -> Result<Inferred, Refusal> {
    let name = |name: &str| {
        of(name)
            .map(Inferred::Of)
            .ok_or_else(|| Refusal(format!("\"{name}\" is not known here")))
    };
    match node {
        Node::Number(number) if *number == 0.0 => Ok(Inferred::Any),
        Node::Number(_) => Ok(Inferred::Of(Dimension::PURE)),
        Node::Name(text) => name(text),
        Node::Negative(inner) | Node::Absolute(inner) => infer(inner, of),
        Node::Binary(operator, left, right) => {
            let (left, right) = (infer(left, of)?, infer(right, of)?);
            infer_binary(*operator, left, right)
        }
        Node::If(comparison, yes, no) => {
            let Comparison { left, right, .. } = comparison.as_ref();
            infer(left, of)?.with(infer(right, of)?, "a comparison")?;
            infer(yes, of)?.with(infer(no, of)?, "if")
        }
        Node::Least(nodes) | Node::Greatest(nodes) => like(nodes, of, "min or max"),
        Node::Pick(index, nodes) => {
            infer(index, of)?.with(Inferred::Of(Dimension::PURE), "the first part of pick")?;
            like(nodes, of, "pick")
        }
        Node::Known(text, fallback) => name(text)?.with(infer(fallback, of)?, "known"),
    }
}

fn infer_binary(operator: Operator, left: Inferred, right: Inferred) -> Result<Inferred, Refusal> {
    let (Inferred::Of(one), Inferred::Of(other)) = (left, right) else {
        return match operator {
            Operator::Add | Operator::Subtract => left.with(right, "a sum"),
            Operator::Multiply | Operator::Divide => Ok(Inferred::Any),
        };
    };
    match operator {
        Operator::Add | Operator::Subtract => left.with(right, "a sum"),
        Operator::Multiply => one.times(other).map(Inferred::Of),
        Operator::Divide => one.over(other).map(Inferred::Of),
    }
}

fn like(
    nodes: &[Node],
    of: &dyn Fn(&str) -> Option<Dimension>,
    what: &str,
) -> Result<Inferred, Refusal> {
    nodes
        .iter()
        .try_fold(Inferred::Any, |sum, node| sum.with(infer(node, of)?, what))
}

#[cfg(test)]
mod tests {
    use super::super::Unit;
    use super::*;
    use crate::calculators::expression::Expression;

    fn unit(text: &str) -> Unit {
        Unit::try_from(text.to_owned()).unwrap()
    }

    fn check(expression: &str, expected: Result<&str, &str>) {
        let of = |name: &str| {
            Some(match name {
                "wage" => unit("kr/hour").dimension(),
                "invoices" => Dimension::COUNT,
                "minutes" => unit("minutes/count").dimension(),
                "norm" => unit("hours/fte").dimension(),
                "share" => Dimension::PURE,
                "licences" => Dimension::KR,
                _ => return None,
            })
        };
        let parsed = Expression::try_from(expression.to_owned()).unwrap();
        let inferred = infer(parsed.root(), &of).map(|inferred| match inferred {
            Inferred::Any => "anything".to_owned(),
            Inferred::Of(dimension) => dimension.to_string(),
        });
        let inferred = inferred.map_err(|refusal| refusal.0);
        let expected = expected.map(str::to_owned).map_err(str::to_owned);
        assert_eq!(inferred, expected, "{expression}");
    }

    #[test]
    fn the_dimension_of_a_formula_is_inferred() {
        check("invoices * minutes * wage", Ok("kr"));
        check("invoices * minutes / norm", Ok("fte"));
        check("invoices * minutes * wage - licences", Ok("kr"));
        check("if(share > 0.5, licences, 0)", Ok("kr"));
        check("max(0, licences - 0)", Ok("kr"));
        check("pick(1, 10%, 5%)", Ok("a pure number"));
        check("known(licences, 0) / invoices", Ok("kr count^-1"));
        check("0 * licences", Ok("anything"));
    }

    #[test]
    fn unlike_things_are_not_mixed() {
        check("licences + wage", Err("a sum mixes kr and kr hours^-1"));
        check("licences + 1", Err("a sum mixes kr and a pure number"));
        check(
            "if(licences < share, 1, 2)",
            Err("a comparison mixes kr and a pure number"),
        );
        check(
            "if(1 < 2, licences, share)",
            Err("if mixes kr and a pure number"),
        );
        check(
            "min(licences, invoices)",
            Err("min or max mixes kr and count"),
        );
        check(
            "pick(licences, 1)",
            Err("the first part of pick mixes kr and a pure number"),
        );
        check(
            "known(licences, share)",
            Err("known mixes kr and a pure number"),
        );
        check("fees * 2", Err("\"fees\" is not known here"));
    }
}
