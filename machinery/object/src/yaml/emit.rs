//! JSON to YAML in the style of go-yaml v2: block style, sequences not indented under their key, keys in natural order, plain scalars
//! where they read back as the same string, lines folded at 80. Used for `Accept: application/yaml`.

use super::resolve::{self, Scalar};
use crate::json::SyntaxError;
use crate::value::{self, Object, Value};
use std::cmp::Ordering;

/// Lines are folded at the first blank behind this column.
const WIDTH: usize = 80;
/// Keys longer than this many bytes are written with `? `.
const SIMPLE_KEY: usize = 128;

/// Why JSON could not be printed as YAML.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum EmitError {
    /// Not JSON, or nested beyond what values may be.
    #[error(transparent)]
    Json(#[from] SyntaxError),
}

/// Converts JSON to YAML, with a final line break.
///
/// # Errors
/// When `json` is not JSON or nested beyond [`value::MAX_DEPTH`].
pub fn from_json(json: &[u8]) -> Result<Vec<u8>, EmitError> {
    let value = value::parse(json)?;
    let mut printer = Printer { out: String::with_capacity(json.len() * 5 / 4), column: 0, whitespace: true, indention: true };
    printer.node(&value, 0, Context::Root);
    if !printer.out.ends_with('\n') {
        printer.out.push('\n');
    }
    Ok(printer.out.into_bytes())
}

/// Where a node stands.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Context {
    Root,
    Item,
    Key,
    Value,
}

/// The output with what libyaml's emitter remembers about its end.
struct Printer {
    out: String,
    /// Characters in the line so far.
    column: usize,
    /// The last thing written was blank.
    whitespace: bool,
    /// Only indentation and indicators stand in the line.
    indention: bool,
}

impl Printer {
    fn put(&mut self, c: char) {
        self.out.push(c);
        self.column += 1;
    }

    fn line_break(&mut self, c: char) {
        self.out.push(c);
        self.column = 0;
    }

    fn indent(&mut self, indent: usize) {
        if !self.indention || self.column > indent || (self.column == indent && !self.whitespace) {
            self.line_break('\n');
        }
        while self.column < indent {
            self.put(' ');
        }
        self.whitespace = true;
        self.indention = true;
    }

    fn indicator(&mut self, text: &str, needs_blank: bool, is_blank: bool, is_indention: bool) {
        if needs_blank && !self.whitespace {
            self.put(' ');
        }
        for c in text.chars() {
            self.put(c);
        }
        self.whitespace = is_blank;
        self.indention = self.indention && is_indention;
    }

    /// `indent` is the column of the collection around the node.
    fn node(&mut self, value: &Value, indent: usize, context: Context) {
        match value {
            Value::Array(items) if items.is_empty() => self.indicator("[]", true, false, false),
            Value::Object(object) if object.is_empty() => self.indicator("{}", true, false, false),
            Value::Array(items) => {
                // A sequence under a key starts in the key's column.
                let indent = match context {
                    Context::Root => 0,
                    Context::Value if !self.indention => indent,
                    _ => indent + 2,
                };
                for item in items {
                    self.indent(indent);
                    self.indicator("-", true, false, true);
                    self.node(item, indent, Context::Item);
                }
            }
            Value::Object(object) => {
                let indent = if context == Context::Root { 0 } else { indent + 2 };
                self.object(object, indent);
            }
            Value::String(text) => self.text(text, indent, context),
            Value::Null => self.plain("null", indent, context),
            Value::Bool(value) => self.plain(if *value { "true" } else { "false" }, indent, context),
            Value::Number(text) => {
                let shown = match resolve::plain(text) {
                    Scalar::Int(value) => value.to_string(),
                    Scalar::Uint(value) => value.to_string(),
                    Scalar::Float(value) => resolve::format(value, false),
                    _ => text.to_string(),
                };
                self.plain(&shown, indent, context);
            }
        }
    }

    fn object(&mut self, object: &Object, indent: usize) {
        for (key, value) in sorted(object) {
            self.indent(indent);
            if key.len() <= SIMPLE_KEY && !key.contains(is_break) {
                self.text(key, indent, Context::Key);
                self.indicator(":", false, false, false);
            } else {
                self.indicator("?", true, false, true);
                self.text(key, indent, Context::Value);
                self.indent(indent);
                self.indicator(":", true, false, true);
            }
            self.node(value, indent, Context::Value);
        }
    }

    /// A string in the first style that keeps it a string.
    fn text(&mut self, text: &str, indent: usize, context: Context) {
        let allowed = Allowed::of(text);
        let indent = if context == Context::Root { 0 } else { indent + 2 };
        let key = context == Context::Key;
        if text.contains('\n') {
            if allowed.block && !key {
                // A text that is the whole document is indented like any other.
                self.literal(text, indent.max(2));
            } else {
                self.double(text, indent, key);
            }
            return;
        }
        let keeps = resolve::plain(text) == Scalar::Text && !resolve::time_like(text) && !base_sixty(text);
        if !keeps {
            self.double(text, indent, key);
        } else if allowed.plain {
            self.plain(text, indent.saturating_sub(2), context);
        } else if allowed.single {
            self.single(text, indent, key);
        } else {
            self.double(text, indent, key);
        }
    }

    fn plain(&mut self, text: &str, indent: usize, context: Context) {
        if !self.whitespace {
            self.put(' ');
        }
        let indent = if context == Context::Root { 0 } else { indent + 2 };
        self.folding(text, indent, context == Context::Key, |_, _, next| next != Some(' '));
        self.whitespace = false;
        self.indention = false;
    }

    /// Writes characters, breaking lines at single blanks behind the width where `may` agrees (position, length, next character).
    fn folding(&mut self, text: &str, indent: usize, key: bool, may: impl Fn(usize, usize, Option<char>) -> bool) {
        let mut blank = false;
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            let next = chars.peek().map(|(_, c)| *c);
            if c == ' ' {
                if !key && !blank && self.column > WIDTH && may(at, text.len(), next) {
                    self.indent(indent);
                } else {
                    self.put(c);
                }
                blank = true;
            } else {
                self.put(c);
                self.indention = false;
                blank = false;
            }
        }
    }

    fn single(&mut self, text: &str, indent: usize, key: bool) {
        self.indicator("'", true, false, false);
        let doubled = text.replace('\'', "''");
        self.folding(&doubled, indent, key, |at, len, next| at > 0 && at + 1 < len && next != Some(' '));
        self.indicator("'", false, false, false);
    }

    fn double(&mut self, text: &str, indent: usize, key: bool) {
        self.indicator("\"", true, false, false);
        let mut blank = false;
        let mut chars = text.char_indices().peekable();
        while let Some((at, c)) = chars.next() {
            if !printable(c) || is_break(c) || c == '"' || c == '\\' {
                self.escape(c);
                blank = false;
            } else if c == ' ' {
                if !key && !blank && self.column > WIDTH && at > 0 && at + 1 < text.len() {
                    self.indent(indent);
                    if chars.peek().is_some_and(|(_, c)| *c == ' ') {
                        self.put('\\');
                    }
                } else {
                    self.put(c);
                }
                blank = true;
            } else {
                self.put(c);
                blank = false;
            }
        }
        self.indicator("\"", false, false, false);
    }

    fn escape(&mut self, c: char) {
        self.put('\\');
        let short = match c {
            '\0' => '0',
            '\u{7}' => 'a',
            '\u{8}' => 'b',
            '\t' => 't',
            '\n' => 'n',
            '\u{b}' => 'v',
            '\u{c}' => 'f',
            '\r' => 'r',
            '\u{1b}' => 'e',
            '"' | '\\' => c,
            '\u{85}' => 'N',
            '\u{a0}' => '_',
            '\u{2028}' => 'L',
            '\u{2029}' => 'P',
            _ => {
                let code = u32::from(c);
                let digits = match code {
                    0..=0xff => format!("x{code:02X}"),
                    0x100..=0xffff => format!("u{code:04X}"),
                    _ => format!("U{code:08X}"),
                };
                digits.chars().for_each(|digit| self.put(digit));
                return;
            }
        };
        self.put(short);
    }

    fn literal(&mut self, text: &str, indent: usize) {
        self.indicator("|", true, false, false);
        if text.starts_with(|c| c == ' ' || is_break(c)) {
            self.indicator("2", false, false, false);
        }
        let mut ends = text.chars().rev();
        match (ends.next().is_some_and(is_break), ends.next()) {
            (false, _) => self.indicator("-", false, false, false),
            (true, before) if before.is_none_or(is_break) => self.indicator("+", false, false, false),
            _ => {}
        }
        self.line_break('\n');
        self.indention = true;
        self.whitespace = true;
        let mut fresh = true;
        for c in text.chars() {
            if is_break(c) {
                self.line_break(c);
                self.indention = true;
                fresh = true;
            } else {
                if fresh {
                    self.indent(indent);
                }
                self.put(c);
                self.indention = false;
                fresh = false;
            }
        }
    }
}

fn is_break(c: char) -> bool {
    matches!(c, '\n' | '\r' | '\u{85}' | '\u{2028}' | '\u{2029}')
}

/// What libyaml prints unescaped. Characters outside the basic plane are not among them there.
fn printable(c: char) -> bool {
    matches!(c, '\n' | ' '..='~' | '\u{a0}'..='\u{d7ff}' | '\u{e000}'..='\u{fffd}') && c != '\u{feff}'
}

/// Which styles can hold a string.
struct Allowed {
    plain: bool,
    single: bool,
    block: bool,
}

impl Allowed {
    fn of(text: &str) -> Self {
        let mut allowed = Self { plain: true, single: true, block: true };
        if text.is_empty() {
            return Self { block: false, ..allowed };
        }
        let mut indicators = text.starts_with("---") || text.starts_with("...");
        let (mut breaks, mut special, mut break_space, mut space_break) = (false, false, false, false);
        let mut before = None;
        let mut chars = text.chars().peekable();
        while let Some(c) = chars.next() {
            let blank_after = chars.peek().is_none_or(|&next| next == ' ' || next == '\t');
            let blank_before = before.is_none_or(|before| before == ' ' || before == '\t' || before == '\0' || is_break(before));
            indicators |= match c {
                '#' => blank_before,
                ',' | '[' | ']' | '{' | '}' | '&' | '*' | '!' | '|' | '>' | '\'' | '"' | '%' | '@' | '`' => before.is_none(),
                ':' => blank_after,
                '?' | '-' => before.is_none() && blank_after,
                _ => false,
            };
            special |= !printable(c);
            breaks |= is_break(c);
            break_space |= c == ' ' && before.is_some_and(is_break);
            space_break |= is_break(c) && before == Some(' ');
            before = Some(c);
        }
        let edge = |c: Option<char>| c.is_some_and(|c| c == ' ' || is_break(c));
        if edge(text.chars().next()) || edge(before) || breaks || indicators {
            allowed.plain = false;
        }
        // Readers of YAML 1.2 take these two for text and so read the lines of a block differently; go-yaml writes them raw.
        allowed.block = before != Some(' ') && !text.contains(['\u{2028}', '\u{2029}']);
        if break_space {
            (allowed.plain, allowed.single) = (false, false);
        }
        if space_break || special {
            allowed = Self { plain: false, single: false, block: false };
        }
        allowed
    }
}

/// YAML 1.1's numbers to the base sixty (`1:30`), which other parsers would read.
fn base_sixty(text: &str) -> bool {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let (head, tail) = match digits.split_once('.') {
        Some((head, tail)) => (head, tail),
        None => (digits, ""),
    };
    let mut parts = head.split(':');
    let Some(first) = parts.next() else { return false };
    let number = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit() || byte == b'_');
    let minute = |part: &str| match part.as_bytes() {
        [digit] => digit.is_ascii_digit(),
        [tens, digit] => matches!(tens, b'0'..=b'5') && digit.is_ascii_digit(),
        _ => false,
    };
    let rest: Vec<&str> = parts.collect();
    first.starts_with(|c: char| c.is_ascii_digit())
        && number(first)
        && !rest.is_empty()
        && rest.into_iter().all(minute)
        && number(tail)
}

/// Members in go-yaml's key order. An own merge sort: that order is no total one for every set of keys.
fn sorted(object: &Object) -> Vec<(&str, &Value)> {
    let mut members: Vec<(Vec<char>, &str, &Value)> =
        object.iter().map(|(key, value)| (key.chars().collect(), key, value)).collect();
    let mut width = 1;
    while width < members.len() {
        let mut merged = Vec::with_capacity(members.len());
        let mut rest = members.into_iter().peekable();
        while rest.peek().is_some() {
            let left: Vec<_> = rest.by_ref().take(width).collect();
            let right: Vec<_> = rest.by_ref().take(width).collect();
            let (mut left, mut right) = (left.into_iter().peekable(), right.into_iter().peekable());
            while let (Some(a), Some(b)) = (left.peek(), right.peek()) {
                let take = if natural(&b.0, &a.0) == Ordering::Less { right.next() } else { left.next() };
                merged.extend(take);
            }
            merged.extend(left);
            merged.extend(right);
        }
        members = merged;
        width *= 2;
    }
    members.into_iter().map(|(_, key, value)| (key, value)).collect()
}

/// go-yaml's order of two keys: letters after everything else, runs of digits by number.
fn natural(a: &[char], b: &[char]) -> Ordering {
    let Some(at) = a.iter().zip(b).position(|(a, b)| a != b) else { return a.len().cmp(&b.len()) };
    let (x, y) = (a[at], b[at]);
    match (x.is_alphabetic(), y.is_alphabetic()) {
        (true, true) => return x.cmp(&y),
        (true, false) => return Ordering::Greater,
        (false, true) => return Ordering::Less,
        (false, false) => {}
    }
    // Equal digits before a zero make the numbers differ in what follows.
    let lead = (x == '0' || y == '0') && a[..at].iter().rev().take_while(|c| c.is_ascii_digit()).any(|c| *c != '0');
    let run = |text: &[char]| {
        let digits = text[at..].iter().map_while(|c| c.to_digit(10));
        digits.fold((u64::from(lead), 0usize), |(value, len), digit| (value.wrapping_mul(10).wrapping_add(digit.into()), len + 1))
    };
    run(a).cmp(&run(b)).then(x.cmp(&y))
}
