//! From the text of a formula to its tree.
//!
//! The grammar: numbers with a dot, `%` right after a number, names, `+ - * /`, parentheses, and
//! the functions of [`Node`]; a comparison stands only as the first part of `if`. Knows no units
//! and no values.

use std::fmt;

use super::LARGEST;
use super::expression::{Comparison, Node, Operator, Relation};

/// Longest text of a formula, and deepest nesting: no formula that can be understood has more.
const LONGEST: usize = 1000;
const DEEPEST: usize = 40;

/// The names of the functions; nothing else can be called so.
pub(super) const FUNCTIONS: [&str; 6] = ["min", "max", "abs", "if", "pick", "known"];

/// What is wrong with the text of a formula.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Fault {
    /// The character where it is, from 1.
    pub at: usize,
    /// What it is, in English: it is read by who writes models.
    pub what: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "at character {}: {}", self.at, self.what)
    }
}

#[derive(Clone, Debug, PartialEq)]
enum Token {
    Number(f64),
    Name(String),
    Sign(&'static str),
    End,
}

impl fmt::Display for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => write!(f, "{number}"),
            Self::Name(name) => f.write_str(name),
            Self::Sign(sign) => f.write_str(sign),
            Self::End => f.write_str("the end"),
        }
    }
}

/// Longer signs stand before those that they start with.
const SIGNS: [&str; 12] = [
    "<=", ">=", "==", "<", ">", "+", "-", "*", "/", "(", ")", ",",
];

/// Reads a formula.
pub(super) fn parse(text: &str) -> Result<Node, Fault> {
    if text.len() > LONGEST {
        let what = format!("longer than {LONGEST} characters");
        return Err(Fault { at: LONGEST, what });
    }
    let mut parser = Parser {
        tokens: tokens(text)?,
        next: 0,
        depth: 0,
    };
    let root = parser.sum()?;
    match parser.peek() {
        Token::End => Ok(root),
        token => Err(parser.fault(format!("expected the end, got {token}"))),
    }
}

fn tokens(text: &str) -> Result<Vec<(usize, Token)>, Fault> {
    let mut tokens = Vec::new();
    let mut rest = text.trim_start();
    while let Some(first) = rest.chars().next() {
        let at = text.len() - rest.len();
        let place = text[..at].chars().count() + 1;
        let (token, length) = token(rest, first).map_err(|what| Fault { at: place, what })?;
        tokens.push((place, token));
        rest = rest[length..].trim_start();
    }
    tokens.push((text.chars().count() + 1, Token::End));
    Ok(tokens)
}

/// The token that a text starts with, and how many bytes it takes.
fn token(rest: &str, first: char) -> Result<(Token, usize), String> {
    let while_true = |of: fn(char) -> bool| rest.find(|c| !of(c)).unwrap_or(rest.len());
    if first.is_ascii_digit() {
        let length = while_true(|c| c.is_ascii_digit() || c == '.');
        let text = &rest[..length];
        let number: f64 = text
            .parse()
            .map_err(|_| format!("\"{text}\" is no number"))?;
        if number > LARGEST || text.ends_with('.') {
            return Err(format!("\"{text}\" is no number that is computed with"));
        }
        return Ok(if rest[length..].starts_with('%') {
            (Token::Number(number / 100.0), length + 1)
        } else {
            (Token::Number(number), length)
        });
    }
    if first.is_ascii_alphabetic() {
        let length = while_true(|c| c.is_ascii_alphanumeric() || c == '_');
        return Ok((Token::Name(rest[..length].to_owned()), length));
    }
    SIGNS
        .into_iter()
        .find(|sign| rest.starts_with(sign))
        .map(|sign| (Token::Sign(sign), sign.len()))
        .ok_or_else(|| format!("unexpected {first}"))
}

struct Parser {
    tokens: Vec<(usize, Token)>,
    next: usize,
    depth: usize,
}

impl Parser {
    fn peek(&self) -> &Token {
        // The last token is the end and is never passed.
        &self.tokens[self.next].1
    }

    fn take(&mut self) -> Token {
        let token = self.peek().clone();
        if token != Token::End {
            self.next += 1;
        }
        token
    }

    fn fault(&self, what: String) -> Fault {
        let at = self.tokens[self.next].0;
        Fault { at, what }
    }

    fn takes(&mut self, sign: &'static str) -> bool {
        let is_next = *self.peek() == Token::Sign(sign);
        self.next += usize::from(is_next);
        is_next
    }

    fn expect(&mut self, sign: &'static str) -> Result<(), Fault> {
        if self.takes(sign) {
            return Ok(());
        }
        Err(self.fault(format!("expected {sign}, got {}", self.peek())))
    }

    fn sum(&mut self) -> Result<Node, Fault> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.fault(format!("nested deeper than {DEEPEST}")));
        }
        let sum = self.chain(
            &[("+", Operator::Add), ("-", Operator::Subtract)],
            Self::product,
        )?;
        self.depth -= 1;
        Ok(sum)
    }

    fn product(&mut self) -> Result<Node, Fault> {
        self.chain(
            &[("*", Operator::Multiply), ("/", Operator::Divide)],
            Self::signed,
        )
    }

    /// Operations of one rank, from left to right.
    fn chain(
        &mut self,
        operators: &[(&'static str, Operator)],
        part: fn(&mut Self) -> Result<Node, Fault>,
    ) -> Result<Node, Fault> {
        let mut left = part(self)?;
        while let Some(&(_, operator)) = operators.iter().find(|(sign, _)| self.takes(sign)) {
            left = Node::Binary(operator, Box::new(left), Box::new(part(self)?));
        }
        Ok(left)
    }

    fn signed(&mut self) -> Result<Node, Fault> {
        if self.takes("-") {
            if *self.peek() == Token::Sign("-") {
                return Err(self.fault("two signs after each other".to_owned()));
            }
            return Ok(Node::Negative(Box::new(self.atom()?)));
        }
        self.atom()
    }

    fn atom(&mut self) -> Result<Node, Fault> {
        match self.peek().clone() {
            Token::Number(number) => {
                self.take();
                Ok(Node::Number(number))
            }
            Token::Name(name) => {
                self.take();
                if FUNCTIONS.contains(&name.as_str()) {
                    self.function(&name)
                } else {
                    Ok(Node::Name(name))
                }
            }
            Token::Sign("(") => {
                self.take();
                let inner = self.sum()?;
                self.expect(")")?;
                Ok(inner)
            }
            token => Err(self.fault(format!("expected a number, a name or (, got {token}"))),
        }
    }

    fn function(&mut self, name: &str) -> Result<Node, Fault> {
        self.expect("(")?;
        let node = match name {
            "if" => {
                let comparison = Box::new(self.comparison()?);
                Node::If(comparison, self.next_part()?, self.next_part()?)
            }
            "abs" => Node::Absolute(Box::new(self.sum()?)),
            "pick" => {
                let index = Box::new(self.sum()?);
                self.expect(",")?;
                Node::Pick(index, self.list()?)
            }
            "known" => {
                let Token::Name(input) = self.peek().clone() else {
                    let what = format!("expected an input's name, got {}", self.peek());
                    return Err(self.fault(what));
                };
                self.take();
                Node::Known(input, self.next_part()?)
            }
            "min" => Node::Least(self.list()?),
            _ => Node::Greatest(self.list()?),
        };
        self.expect(")")?;
        Ok(node)
    }

    fn next_part(&mut self) -> Result<Box<Node>, Fault> {
        self.expect(",")?;
        self.sum().map(Box::new)
    }

    fn list(&mut self) -> Result<Vec<Node>, Fault> {
        let mut list = vec![self.sum()?];
        while self.takes(",") {
            list.push(self.sum()?);
        }
        Ok(list)
    }

    fn comparison(&mut self) -> Result<Comparison, Fault> {
        const RELATIONS: [(&str, Relation); 5] = [
            ("<=", Relation::AtMost),
            (">=", Relation::AtLeast),
            ("==", Relation::Equal),
            ("<", Relation::Less),
            (">", Relation::Greater),
        ];
        let left = self.sum()?;
        let Some((_, relation)) = RELATIONS.into_iter().find(|(sign, _)| self.takes(sign)) else {
            return Err(self.fault(format!("expected a comparison, got {}", self.peek())));
        };
        let right = self.sum()?;
        Ok(Comparison {
            left,
            relation,
            right,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(text: &str, expected: &str) {
        let fault = parse(text).unwrap_err();
        assert_eq!(fault.to_string(), expected, "{text}");
    }

    #[test]
    fn a_fault_is_named_with_its_place() {
        let operand = "expected a number, a name or (, got";
        check("", &format!("at character 1: {operand} the end"));
        check("1 +", &format!("at character 4: {operand} the end"));
        check("1 + * 2", &format!("at character 5: {operand} *"));
        check("(1 + 2", "at character 7: expected ), got the end");
        check("1 2", "at character 3: expected the end, got 2");
        check("æ + 1", "at character 1: unexpected æ");
        check("1,5", "at character 2: expected the end, got ,");
        check("1.5.2", "at character 1: \"1.5.2\" is no number");
        check("a < b", "at character 3: expected the end, got <");
        check(
            "if(a, 1, 2)",
            "at character 5: expected a comparison, got ,",
        );
        check("if(a < 1, 2)", "at character 12: expected ,, got )");
        check(
            "known(1, 2)",
            "at character 7: expected an input's name, got 1",
        );
        check("--a", "at character 2: two signs after each other");
        check("min()", &format!("at character 5: {operand} )"));
        check("a%", "at character 2: unexpected %");
    }

    #[test]
    fn what_is_too_deep_long_or_large_is_refused() {
        let deep = format!("{}1{}", "(".repeat(60), ")".repeat(60));
        check(&deep, "at character 41: nested deeper than 40");
        assert!(parse(&"1+".repeat(800)).is_err());
        assert!(parse(&"9".repeat(400)).is_err());
        assert!(parse(&format!("{}1", "1+".repeat(400))).is_ok());
    }
}
