//! Scanner and recursive-descent parser of label selectors, behind [`super::Selector::parse`]. Its messages are upstream's, down
//! to their inconsistencies, because clients see them in 400 answers. Checks no semantics beyond what `Requirement` checks.

use std::collections::BTreeSet;

use super::{Operator, Requirement, SelectorError, key_error};
use crate::field::Path;

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Token {
    End,
    Close,
    Comma,
    Not,
    DoubleEquals,
    Equals,
    Greater,
    Identifier,
    In,
    Less,
    NotEquals,
    NotIn,
    Open,
}

pub(super) fn parse(text: &str) -> Result<Vec<Requirement>, SelectorError> {
    Parser { tokens: scan(text), at: 0 }.requirements()
}

fn fail<T>(message: String) -> Result<T, SelectorError> {
    Err(SelectorError(message))
}

fn is_special(b: u8) -> bool {
    matches!(b, b'=' | b'!' | b'(' | b')' | b',' | b'>' | b'<')
}

fn is_blank(b: u8) -> bool {
    matches!(b, b' ' | b'\t' | b'\r' | b'\n')
}

/// All tokens, the last one [`Token::End`]. As upstream a NUL byte ends the text when a token would start with it, and ends an
/// identifier or operator otherwise.
fn scan(text: &str) -> Vec<(Token, &str)> {
    let bytes = text.as_bytes();
    let mut tokens = Vec::new();
    let mut at = 0;
    loop {
        while at < bytes.len() && is_blank(bytes[at]) {
            at += 1;
        }
        let start = at;
        let Some(&first) = bytes.get(at).filter(|&&b| b != 0) else {
            tokens.push((Token::End, ""));
            return tokens;
        };
        let token = if is_special(first) {
            at += 1;
            let double = matches!(first, b'=' | b'!') && bytes.get(at) == Some(&b'=');
            at += usize::from(double);
            match (first, double) {
                (b'=', false) => Token::Equals,
                (b'=', true) => Token::DoubleEquals,
                (b'!', false) => Token::Not,
                (b'!', true) => Token::NotEquals,
                (b'(', _) => Token::Open,
                (b')', _) => Token::Close,
                (b',', _) => Token::Comma,
                (b'>', _) => Token::Greater,
                _ => Token::Less,
            }
        } else {
            while at < bytes.len() && !is_special(bytes[at]) && !is_blank(bytes[at]) && bytes[at] != 0 {
                at += 1;
            }
            match &text[start..at] {
                "in" => Token::In,
                "notin" => Token::NotIn,
                _ => Token::Identifier,
            }
        };
        tokens.push((token, &text[start..at]));
        if bytes.get(at) == Some(&0) {
            at += 1;
        }
    }
}

struct Parser<'a> {
    tokens: Vec<(Token, &'a str)>,
    at: usize,
}

impl<'a> Parser<'a> {
    /// The next token, where `in` and `notin` count as operators. The end repeats itself.
    fn peek_operator(&self) -> (Token, &'a str) {
        self.tokens.get(self.at).copied().unwrap_or((Token::End, ""))
    }

    /// The next token, where `in` and `notin` are ordinary words.
    fn peek(&self) -> (Token, &'a str) {
        match self.peek_operator() {
            (Token::In | Token::NotIn, literal) => (Token::Identifier, literal),
            other => other,
        }
    }

    fn next(&mut self) -> (Token, &'a str) {
        let token = self.peek();
        self.at += 1;
        token
    }

    fn requirements(mut self) -> Result<Vec<Requirement>, SelectorError> {
        let mut out = Vec::new();
        loop {
            match self.peek() {
                (Token::Identifier | Token::Not, _) => {}
                (Token::End, _) => return Ok(out),
                (_, literal) => return fail(format!("found '{literal}', expected: !, identifier, or 'end of string'")),
            }
            let requirement = self.requirement();
            out.push(requirement.map_err(|e| SelectorError(format!("unable to parse requirement: {e}")))?);
            match self.next() {
                (Token::End, _) => return Ok(out),
                (Token::Comma, _) => {
                    let (token, literal) = self.peek();
                    if token != Token::Identifier && token != Token::Not {
                        return fail(format!("found '{literal}', expected: identifier after ','"));
                    }
                }
                (_, literal) => return fail(format!("found '{literal}', expected: ',' or 'end of string'")),
            }
        }
    }

    fn requirement(&mut self) -> Result<Requirement, SelectorError> {
        let (mut token, mut key) = self.next();
        let negated = token == Token::Not;
        if negated {
            (token, key) = self.next();
        }
        if token != Token::Identifier {
            return fail(format!("found '{key}', expected: identifier"));
        }
        // Upstream passes no path here, which Go prints like this.
        if let Some(error) = key_error(key, &Path::new("<nil>")) {
            return fail(error.to_string());
        }
        if negated {
            return Requirement::new(key, Operator::DoesNotExist, Vec::new());
        }
        if matches!(self.peek().0, Token::End | Token::Comma) {
            return Requirement::new(key, Operator::Exists, Vec::new());
        }
        let (token, literal) = self.peek_operator();
        self.at += 1;
        let operator = match token {
            Token::In => Operator::In,
            Token::Equals => Operator::Equals,
            Token::DoubleEquals => Operator::DoubleEquals,
            Token::Greater => Operator::GreaterThan,
            Token::Less => Operator::LessThan,
            Token::NotIn => Operator::NotIn,
            Token::NotEquals => Operator::NotEquals,
            _ => return fail(format!("found '{literal}', expected: in, notin, =, ==, !=, gt, lt")),
        };
        let values = match operator {
            Operator::In | Operator::NotIn => self.set()?,
            _ => self.exact()?,
        };
        Requirement::new(key, operator, values.into_iter().map(str::to_owned).collect())
    }

    fn set(&mut self) -> Result<BTreeSet<&'a str>, SelectorError> {
        let (token, literal) = self.next();
        if token != Token::Open {
            return fail(format!("found '{literal}' expected: '('"));
        }
        match self.peek() {
            (Token::Identifier | Token::Comma, first) => {
                let values = self.list()?;
                if self.next().0 != Token::Close {
                    return fail(format!("found '{first}', expected: ')'"));
                }
                Ok(values)
            }
            (Token::Close, _) => {
                self.at += 1;
                Ok(BTreeSet::from([""]))
            }
            (_, literal) => fail(format!("found '{literal}', expected: ',', ')' or identifier")),
        }
    }

    /// Identifiers and commas up to the closing parenthesis; a missing identifier is the empty value.
    fn list(&mut self) -> Result<BTreeSet<&'a str>, SelectorError> {
        let mut values = BTreeSet::new();
        loop {
            match self.next() {
                (Token::Identifier, literal) => {
                    values.insert(literal);
                    match self.peek() {
                        (Token::Comma, _) => {}
                        (Token::Close, _) => return Ok(values),
                        (_, literal) => return fail(format!("found '{literal}', expected: ',' or ')'")),
                    }
                }
                (Token::Comma, _) => {
                    if values.is_empty() {
                        values.insert("");
                    }
                    match self.peek().0 {
                        Token::Close => {
                            values.insert("");
                            return Ok(values);
                        }
                        Token::Comma => {
                            values.insert("");
                        }
                        _ => {}
                    }
                }
                (_, literal) => return fail(format!("found '{literal}', expected: ',', or identifier")),
            }
        }
    }

    fn exact(&mut self) -> Result<BTreeSet<&'a str>, SelectorError> {
        if matches!(self.peek().0, Token::End | Token::Comma) {
            return Ok(BTreeSet::from([""]));
        }
        match self.next() {
            (Token::Identifier, literal) => Ok(BTreeSet::from([literal])),
            (_, literal) => fail(format!("found '{literal}', expected: identifier")),
        }
    }
}
