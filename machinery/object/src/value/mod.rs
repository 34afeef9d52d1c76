//! JSON without a schema: numbers keep their text and objects their key order. Patches are read and applied as this; objects of built-in
//! kinds never are.

mod object;
mod parse;

use crate::json::escape::write_string;
use crate::json::{SyntaxError, encode_node};
use crate::number;
use crate::tree::NodeRef;

pub use object::Object;
pub use parse::{parse, parse_strict};

/// Deepest nesting that is accepted. Go takes 10,000; values are dropped, cloned and compared recursively, and nothing that a patch
/// can address is nested this deep.
pub const MAX_DEPTH: usize = 1_000;

/// One JSON value.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Value {
    /// `null`.
    #[default]
    Null,
    /// A boolean.
    Bool(bool),
    /// A number as it was written.
    Number(Box<str>),
    /// A string.
    String(String),
    /// An array.
    Array(Vec<Value>),
    /// An object.
    Object(Object),
}

/// The data of a part of a tree, as its canonical JSON has it.
///
/// # Errors
/// When it is nested deeper than [`MAX_DEPTH`].
pub fn of(node: NodeRef<'_>) -> Result<Value, SyntaxError> {
    let mut json = Vec::new();
    encode_node(node, &mut json);
    parse(&json)
}

/// How values are printed.
#[derive(Clone, Copy)]
struct Style {
    /// Keys in byte order.
    sorted: bool,
    /// Numbers as Go prints what it read.
    numbers: bool,
}

impl Value {
    /// A number from a whole number.
    #[must_use]
    pub fn int(value: i64) -> Self {
        Self::Number(value.to_string().into())
    }

    /// The text of a string.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        if let Self::String(text) = self { Some(text) } else { None }
    }

    /// A number that Go would read as `int64`: no point, no exponent, in range.
    #[must_use]
    pub fn as_i64(&self) -> Option<i64> {
        if let Self::Number(text) = self { text.parse().ok() } else { None }
    }

    /// A number as `float64`; none when out of range.
    #[must_use]
    pub fn as_f64(&self) -> Option<f64> {
        if let Self::Number(text) = self { text.parse().ok().filter(|value: &f64| value.is_finite()) } else { None }
    }

    /// A boolean.
    #[must_use]
    pub fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(value) = self { Some(*value) } else { None }
    }

    /// The elements of an array.
    #[must_use]
    pub fn as_array(&self) -> Option<&[Value]> {
        if let Self::Array(items) = self { Some(items) } else { None }
    }

    /// An object.
    #[must_use]
    pub fn as_object(&self) -> Option<&Object> {
        if let Self::Object(object) = self { Some(object) } else { None }
    }

    /// An object, to be changed.
    pub fn as_object_mut(&mut self) -> Option<&mut Object> {
        if let Self::Object(object) = self { Some(object) } else { None }
    }

    /// A member of an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Value> {
        self.as_object()?.get(key)
    }

    /// The value under a path of keys.
    #[must_use]
    pub fn at(&self, path: &[&str]) -> Option<&Value> {
        path.iter().try_fold(self, |value, key| value.get(key))
    }

    /// Whether it is `null`.
    #[must_use]
    pub fn is_null(&self) -> bool {
        *self == Self::Null
    }

    /// Whether both are the same data: key order does not matter, and numbers compare as Go's decoder reads them (`1.0` and `1` differ
    /// from each other there only as types; here they are equal).
    #[must_use]
    pub fn same(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Number(a), Self::Number(b)) => {
                a == b || self.as_i64().zip(other.as_i64()).map_or_else(|| self.as_f64() == other.as_f64(), |(a, b)| a == b)
            }
            (Self::Array(a), Self::Array(b)) => a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.same(b)),
            (Self::Object(a), Self::Object(b)) => {
                a.len() == b.len() && a.iter().all(|(key, value)| b.get(key).is_some_and(|other| value.same(other)))
            }
            _ => self == other,
        }
    }

    /// Appends compact JSON with Go's escapes, keys in their order, numbers as they are.
    pub fn write(&self, out: &mut Vec<u8>) {
        self.print(Style { sorted: false, numbers: false }, out);
    }

    /// Appends compact JSON as Go prints `map[string]any`: keys sorted, numbers as `int64` or `float64` print.
    pub fn write_sorted(&self, out: &mut Vec<u8>) {
        self.print(Style { sorted: true, numbers: true }, out);
    }

    /// Appends compact JSON with sorted keys and numbers as they are.
    pub(crate) fn write_keys_sorted(&self, out: &mut Vec<u8>) {
        self.print(Style { sorted: true, numbers: false }, out);
    }

    /// Compact JSON, keys in their order.
    #[must_use]
    pub fn to_json(&self) -> Vec<u8> {
        let mut out = Vec::new();
        self.write(&mut out);
        out
    }

    fn print(&self, style: Style, out: &mut Vec<u8>) {
        match self {
            Self::Null => out.extend_from_slice(b"null"),
            Self::Bool(value) => out.extend_from_slice(if *value { b"true" } else { b"false" }),
            Self::Number(text) if style.numbers => match (self.as_i64(), self.as_f64()) {
                (Some(value), _) => number::write_i64(value, out),
                (None, Some(value)) => number::write_f64(value, out),
                (None, None) => out.extend_from_slice(text.as_bytes()),
            },
            Self::Number(text) => out.extend_from_slice(text.as_bytes()),
            Self::String(text) => write_string(text.as_bytes(), out),
            Self::Array(items) => {
                out.push(b'[');
                for (position, item) in items.iter().enumerate() {
                    if position > 0 {
                        out.push(b',');
                    }
                    item.print(style, out);
                }
                out.push(b']');
            }
            Self::Object(object) => {
                let mut members: Vec<(&str, &Self)> = object.iter().collect();
                if style.sorted {
                    members.sort_by(|(a, _), (b, _)| a.as_bytes().cmp(b.as_bytes()));
                }
                out.push(b'{');
                for (position, (key, value)) in members.into_iter().enumerate() {
                    if position > 0 {
                        out.push(b',');
                    }
                    write_string(key.as_bytes(), out);
                    out.push(b':');
                    value.print(style, out);
                }
                out.push(b'}');
            }
        }
    }
}

impl std::fmt::Display for Value {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&String::from_utf8_lossy(&self.to_json()))
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self::String(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Self::String(text)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<Object> for Value {
    fn from(object: Object) -> Self {
        Self::Object(object)
    }
}

impl From<Vec<Value>> for Value {
    fn from(items: Vec<Value>) -> Self {
        Self::Array(items)
    }
}

#[cfg(test)]
mod tests;
