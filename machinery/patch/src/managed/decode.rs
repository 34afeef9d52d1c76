//! Reading FieldsV1 (structured-merge-diff `fieldpath/serialize.go`, `serialize-pe.go`): JSON whose names are path elements. Texts are
//! borrowed from the document wherever they stand there as they are meant. Called with stored and with client-sent managedFields;
//! it refuses what upstream refuses and must never panic or recurse without bound.

use std::cmp::Ordering;

use object::value::{Value, parse};

use super::arena::Arena;
use super::element::{Element, KeyField, Keys, Scalar, index};
use super::set::{Node, Set, arrange};

/// Deepest nesting that is accepted. Upstream takes 10,000; no path into an object is that long.
const MAX_DEPTH: usize = 1_000;

/// Why FieldsV1 could not be read: upstream's words without the excerpt of the document that it appends.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{0}")]
pub struct FieldsError(pub(super) String);

/// Reads a FieldsV1 document.
///
/// # Errors
/// When it is not JSON, a member is neither an object nor `null`, or a name is not a path element. Names of unknown type are skipped,
/// as upstream does.
pub fn decode<'a>(json: &'a [u8], keys: &mut Keys<'a>, arena: &'a Arena) -> Result<Set<'a>, FieldsError> {
    let text = match std::str::from_utf8(json) {
        Ok(text) => text,
        Err(_) => arena.text(String::from_utf8_lossy(json).into_owned()),
    };
    let mut reader = Reader { text, at: 0, keys, arena, nodes: Vec::with_capacity(text.len() / 16), sorted: true };
    reader.object(0)?;
    if reader.peek().is_some() {
        return Err(refuse("managedFields parsing", "unexpected trailing data after JSON object"));
    }
    let Reader { nodes, sorted, keys, .. } = reader;
    Ok(Set { nodes: if sorted { nodes } else { arrange(&nodes, keys) } })
}

fn refuse(operation: &str, message: &str) -> FieldsError {
    FieldsError(format!("{operation}: {message}"))
}

fn found(byte: Option<u8>) -> char {
    byte.map_or('\0', char::from)
}

struct Reader<'k, 'a> {
    text: &'a str,
    at: usize,
    keys: &'k mut Keys<'a>,
    arena: &'a Arena,
    nodes: Vec<Node<'a>>,
    /// No sibling so far stood before a smaller or equal one.
    sorted: bool,
}

/// A JSON string: what stands between the quotes, and whether it holds escapes.
struct Quoted<'a> {
    raw: &'a str,
    escaped: bool,
}

impl<'a> Reader<'_, 'a> {
    /// The next byte that is not white space.
    fn peek(&mut self) -> Option<u8> {
        let bytes = self.text.as_bytes();
        while let Some(byte) = bytes.get(self.at) {
            if !matches!(byte, b' ' | b'\n' | b'\t' | b'\r') {
                return Some(*byte);
            }
            self.at += 1;
        }
        None
    }

    fn next(&mut self) -> Option<u8> {
        let byte = self.peek();
        self.at += usize::from(byte.is_some());
        byte
    }

    /// Reads an object or `null`; says whether the path that leads here is in the set.
    fn object(&mut self, depth: usize) -> Result<bool, FieldsError> {
        match self.next() {
            Some(b'{') => {}
            Some(b'n') => {
                self.word("ull")?;
                return Ok(true);
            }
            other => return Err(refuse("ReadMapCB", &format!("expect {{ or n, but found {}", found(other)))),
        }
        if depth == MAX_DEPTH {
            return Err(refuse("incrementDepth", "exceeded max depth"));
        }
        let first = self.nodes.len();
        let (mut member, mut before) = (false, None);
        match self.peek() {
            Some(b'}') => {
                self.at += 1;
                return Ok(true);
            }
            Some(b'"') => {}
            other => return Err(refuse("ReadMapCB", &format!("expect \" after {{, but found {}", found(other)))),
        }
        loop {
            let name = self.string()?;
            if self.next() != Some(b':') {
                return Err(refuse("ReadMapCB", "expect : after object field, but found \""));
            }
            if name.raw == "." {
                member = true;
                self.skip(depth)?;
            } else if let Some(element) = self.element(&name)? {
                self.child(element, &mut before, depth)?;
            } else {
                self.skip(depth)?;
            }
            match self.next() {
                Some(b',') => {}
                Some(b'}') => break,
                _ => return Err(refuse("ReadMapCB", "object not ended with }")),
            }
        }
        Ok(member || self.nodes.len() == first)
    }

    fn child(&mut self, element: Element<'a>, before: &mut Option<usize>, depth: usize) -> Result<(), FieldsError> {
        let at = self.nodes.len();
        if let Some(before) = before.replace(at) {
            self.sorted &= self.keys.compare(self.nodes[before].element, element) == Ordering::Less;
        }
        self.nodes.push(Node { element, end: 0, member: false });
        let member = self.object(depth + 1)?;
        let end = index(self.nodes.len());
        self.nodes[at] = Node { element, end, member };
        Ok(())
    }

    fn word(&mut self, rest: &str) -> Result<(), FieldsError> {
        if self.text.as_bytes()[self.at..].starts_with(rest.as_bytes()) {
            self.at += rest.len();
            return Ok(());
        }
        let operation = if rest.len() == 3 { "skipThreeBytes" } else { "skipFourBytes" };
        Err(refuse(operation, &format!("expect {rest}")))
    }

    fn string(&mut self) -> Result<Quoted<'a>, FieldsError> {
        if self.next() != Some(b'"') {
            return Err(refuse("ReadString", "expects \" or n"));
        }
        let (from, bytes, mut escaped) = (self.at, self.text.as_bytes(), false);
        while let Some(&byte) = bytes.get(self.at) {
            self.at += 1;
            match byte {
                b'"' => return Ok(Quoted { raw: &self.text[from..self.at - 1], escaped }),
                b'\\' => {
                    escaped = true;
                    self.at += 1;
                }
                0..0x20 => return Err(refuse("ReadString", &format!("invalid control character found: {byte}"))),
                _ => {}
            }
        }
        Err(refuse("readStringSlowPath", "unexpected end of input"))
    }

    /// A name as a path element; none when its type is unknown.
    fn element(&mut self, name: &Quoted<'a>) -> Result<Option<Element<'a>>, FieldsError> {
        if !name.escaped {
            return self.plain_element(name.raw);
        }
        if let Some(inner) = name.raw.strip_prefix("k:{")
            && let Some(key) = self.quick_key(inner)
        {
            return Ok(Some(key));
        }
        let text = unescape(name.raw)?;
        let text = self.arena.text(text);
        self.plain_element(text)
    }

    /// A key element as nearly all are: simple names, and texts, whole numbers or booleans, with nothing escaped but the quotes.
    fn quick_key(&mut self, mut rest: &'a str) -> Option<Element<'a>> {
        const MOST: usize = 6;
        let mut fields = [KeyField { name: "", value: Scalar::Null }; MOST];
        for at in 0..MOST {
            let (name, after) = rest.strip_prefix("\\\"")?.split_once("\\\":")?;
            if name.contains('\\') {
                return None;
            }
            let (value, after) = quick_value(after)?;
            fields[at] = KeyField { name, value };
            if after == "}" {
                return Some(Element::Key(self.keys.add(fields[..=at].iter().copied())));
            }
            rest = after.strip_prefix(',')?;
        }
        None
    }

    fn plain_element(&mut self, text: &'a str) -> Result<Option<Element<'a>>, FieldsError> {
        let bad = |message: String| refuse("parsing key as path element", &message);
        match text.as_bytes() {
            [] | [_] => Err(bad("key must be 2 characters long:".to_owned())),
            [b'f', b':', ..] => Ok(Some(Element::Field(&text[2..]))),
            [b'v', b':', ..] => Ok(Some(Element::Value(self.value(&text[2..])?))),
            [b'k', b':', ..] => self.key(&text[2..]).map(Some),
            [b'i', b':', ..] => match atoi(&text[2..]) {
                Some(value) => Ok(Some(Element::Index(value))),
                None => Err(bad(format!("strconv.Atoi: parsing {}: invalid syntax", meta::text::Quoted(&text[2..])))),
            },
            [_, b':', ..] => Ok(None),
            _ => Err(bad(format!("missing colon: {text}"))),
        }
    }

    fn value(&self, json: &'a str) -> Result<Scalar<'a>, FieldsError> {
        let inner = json.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
        if let Some(text) = inner
            && !text.bytes().any(|byte| matches!(byte, b'"' | b'\\' | 0..0x20))
        {
            return Ok(Scalar::Text(text));
        }
        let value = parse(json.as_bytes()).map_err(|error| refuse("parsing key as path element", &error.text))?;
        check_numbers(&value)?;
        Ok(Scalar::of(self.arena.value(value)))
    }

    fn key(&mut self, json: &str) -> Result<Element<'a>, FieldsError> {
        let value = parse(json.as_bytes()).map_err(|error| refuse("parsing key as path element", &error.text))?;
        check_numbers(&value)?;
        let fields = match self.arena.value(value) {
            Value::Null => self.keys.add([]),
            Value::Object(object) => {
                self.keys.add(object.iter().map(|(name, value)| KeyField { name, value: Scalar::of(value) }))
            }
            _ => return Err(refuse("ReadObjectCB", "expect { or n")),
        };
        Ok(Element::Key(fields))
    }

    /// Passes over any JSON value.
    fn skip(&mut self, depth: usize) -> Result<(), FieldsError> {
        match self.peek() {
            Some(b'"') => self.string().map(|_| ()),
            Some(open @ (b'{' | b'[')) => self.skip_container(open, depth),
            Some(b't') => {
                self.at += 1;
                self.word("rue")
            }
            Some(b'f') => {
                self.at += 1;
                self.word("alse")
            }
            Some(b'n') => {
                self.at += 1;
                self.word("ull")
            }
            Some(b'-' | b'0'..=b'9') => {
                let rest = &self.text[self.at..];
                let end = rest.find(|c| !matches!(c, '-' | '+' | '.' | '0'..='9' | 'e' | 'E')).unwrap_or(rest.len());
                self.at += end;
                parse(&rest.as_bytes()[..end]).map(|_| ()).map_err(|error| refuse("Skip", &error.text))
            }
            other => Err(refuse("Skip", &format!("do not know how to skip: {}", other.unwrap_or_default()))),
        }
    }

    fn skip_container(&mut self, open: u8, depth: usize) -> Result<(), FieldsError> {
        if depth == MAX_DEPTH {
            return Err(refuse("incrementDepth", "exceeded max depth"));
        }
        self.at += 1;
        let close = if open == b'{' { b'}' } else { b']' };
        if self.peek() == Some(close) {
            self.at += 1;
            return Ok(());
        }
        loop {
            if open == b'{' {
                self.string()?;
                if self.next() != Some(b':') {
                    return Err(refuse("ReadObject", "expect : after object field"));
                }
            }
            self.skip(depth + 1)?;
            match self.next() {
                Some(b',') => {}
                Some(byte) if byte == close => return Ok(()),
                _ if open == b'{' => return Err(refuse("ReadObjectCB", "object not ended with }")),
                other => return Err(refuse("ReadArrayCB", &format!("expect ] in the end, but found {}", found(other)))),
            }
        }
    }
}

/// The value at the start of a key's rest, and what follows it.
fn quick_value(rest: &str) -> Option<(Scalar<'_>, &str)> {
    if let Some(text) = rest.strip_prefix("\\\"") {
        let (text, after) = text.split_once("\\\"")?;
        return (!text.contains('\\')).then_some((Scalar::Text(text), after));
    }
    for (word, value) in [("true", true), ("false", false)] {
        if let Some(after) = rest.strip_prefix(word) {
            return Some((Scalar::Bool(value), after));
        }
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 15 || digits > 1 && rest.starts_with('0') || !rest[digits..].starts_with([',', '}']) {
        return None;
    }
    rest[..digits].parse().ok().map(|value| (Scalar::Float(value), &rest[digits..]))
}

/// Go reads every number into a `float64` and refuses those that do not fit.
fn check_numbers(value: &Value) -> Result<(), FieldsError> {
    crate::body::check_numbers(value, "Go value").map_err(FieldsError)
}

/// Go's `strconv.Atoi`.
fn atoi(text: &str) -> Option<i64> {
    text.parse().ok()
}

fn unescape(raw: &str) -> Result<String, FieldsError> {
    match parse(format!("\"{raw}\"").as_bytes()) {
        Ok(Value::String(text)) => Ok(text),
        _ => Err(refuse("readEscapedChar", "invalid escape char after \\")),
    }
}
