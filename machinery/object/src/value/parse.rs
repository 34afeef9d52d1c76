//! Reading schema-less JSON, with Go's syntax errors and, if asked for, its duplicate key reports.

use super::{MAX_DEPTH, Object, Value};
use crate::json::scan::{Bad, Scanner};
use crate::json::strict::Problems;
use crate::json::{Problem, ProblemKind, SyntaxError, syntax};

/// Reads one JSON document; of repeated keys the last one counts.
///
/// # Errors
/// Go's syntax error. Nesting beyond [`MAX_DEPTH`] is refused in the same words.
pub fn parse(json: &[u8]) -> Result<Value, SyntaxError> {
    Ok(parse_strict(json)?.0)
}

/// Reads one JSON document and reports repeated keys: `duplicate field "data.k"`.
///
/// # Errors
/// As [`parse`].
pub fn parse_strict(json: &[u8]) -> Result<(Value, Vec<Problem>), SyntaxError> {
    let mut parser = Parser { scan: Scanner::new(json), text: Vec::new(), open: Vec::new(), problems: Problems::default() };
    match parser.document() {
        Ok(value) => Ok((value, parser.problems.finish())),
        Err(Bad) => Err(syntax::check(json).err().unwrap_or_else(|| SyntaxError {
            text: format!(
                "invalid character '{}' exceeded max depth",
                char::from(json.get(parser.scan.at).copied().unwrap_or(b'{'))
            ),
            offset: parser.scan.at,
        })),
    }
}

enum Open {
    Array(Vec<Value>),
    Object { object: Object, key: String },
}

struct Parser<'j> {
    scan: Scanner<'j>,
    text: Vec<u8>,
    open: Vec<Open>,
    problems: Problems,
}

impl Parser<'_> {
    fn document(&mut self) -> Result<Value, Bad> {
        loop {
            let mut done = self.value()?;
            // Hand finished values to the containers around them.
            while let Some(value) = done.take() {
                let Some(outer) = self.open.pop() else {
                    self.scan.end()?;
                    return Ok(value);
                };
                done = self.member(outer, value)?;
            }
        }
    }

    /// Puts a value into the container `outer`; the container itself if that was its last one.
    fn member(&mut self, outer: Open, value: Value) -> Result<Option<Value>, Bad> {
        match outer {
            Open::Array(mut items) => {
                items.push(value);
                if self.more(b']')? {
                    self.open.push(Open::Array(items));
                    return Ok(None);
                }
                Ok(Some(Value::Array(items)))
            }
            Open::Object { mut object, key } => {
                object.insert(key, value);
                if self.more(b'}')? {
                    self.key(object)?;
                    return Ok(None);
                }
                Ok(Some(Value::Object(object)))
            }
        }
    }

    /// Takes the comma (true) or the closing bracket (false) after a member.
    fn more(&mut self, close: u8) -> Result<bool, Bad> {
        let byte = self.scan.peek()?;
        if byte != b',' && byte != close {
            return Err(Bad);
        }
        self.scan.at += 1;
        Ok(byte == b',')
    }

    /// Reads a key, and leaves the object waiting for its value.
    fn key(&mut self, object: Object) -> Result<(), Bad> {
        if self.scan.peek()? != b'"' {
            return Err(Bad);
        }
        let key = self.string()?;
        self.scan.expect(b':')?;
        if object.contains(&key) && self.problems.wanted() {
            let path = self.path(&key);
            self.problems.add(self.scan.at, ProblemKind::Duplicate, path);
        }
        self.open.push(Open::Object { object, key });
        Ok(())
    }

    /// A whole value, or none when a container with members was opened.
    fn value(&mut self) -> Result<Option<Value>, Bad> {
        let first = self.scan.peek()?;
        Ok(Some(match first {
            b'{' | b'[' => {
                if self.open.len() >= MAX_DEPTH {
                    return Err(Bad);
                }
                self.scan.at += 1;
                let next = self.scan.peek()?;
                match (first, next) {
                    (b'{', b'}') => {
                        self.scan.at += 1;
                        Value::Object(Object::new())
                    }
                    (b'[', b']') => {
                        self.scan.at += 1;
                        Value::Array(Vec::new())
                    }
                    (b'{', _) => {
                        self.key(Object::new())?;
                        return Ok(None);
                    }
                    _ => {
                        self.open.push(Open::Array(Vec::new()));
                        return Ok(None);
                    }
                }
            }
            b'"' => Value::String(self.string()?),
            b't' => {
                self.scan.word(b"true")?;
                Value::Bool(true)
            }
            b'f' => {
                self.scan.word(b"false")?;
                Value::Bool(false)
            }
            b'n' => {
                self.scan.word(b"null")?;
                Value::Null
            }
            b'-' | b'0'..=b'9' => Value::Number(String::from_utf8_lossy(self.scan.number()?).into()),
            _ => return Err(Bad),
        }))
    }

    fn string(&mut self) -> Result<String, Bad> {
        self.text.clear();
        let span = self.scan.string(&mut self.text)?;
        let text = self.scan.text(span, &self.text);
        Ok(String::from_utf8_lossy(text).into_owned())
    }

    /// Go's path of the key `name` in the object being read.
    fn path(&self, name: &str) -> String {
        let mut path = String::new();
        for open in &self.open {
            match open {
                Open::Array(items) => path.push_str(&format!("[{}]", items.len())),
                Open::Object { key, .. } => {
                    if !path.is_empty() {
                        path.push('.');
                    }
                    path.push_str(key);
                }
            }
        }
        if !path.is_empty() {
            path.push('.');
        }
        path + name
    }
}
