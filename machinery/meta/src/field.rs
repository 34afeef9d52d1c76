//! Field paths and field errors of validation, with upstream's texts (apimachinery `pkg/util/validation/field`). Validators of
//! every kind return them; [`crate::Status::invalid`] turns them into the 422 answer. Decides nothing itself.

use std::collections::HashSet;
use std::fmt;
use std::sync::Arc;

use crate::text::{Quoted, float, json, json_list};
use crate::{Text, status};

/// Where in an object a field is, such as `spec.containers[0].name`. Cheap to extend and clone.
#[derive(Clone, Debug)]
pub struct Path(Arc<Node>);

#[derive(Debug)]
struct Node {
    parent: Option<Path>,
    step: Step,
}

#[derive(Debug)]
enum Step {
    Name(Text),
    Index(usize),
    Key(String),
}

impl Path {
    /// A root, such as `metadata`.
    pub fn new(name: impl Into<Text>) -> Self {
        Self(Arc::new(Node { parent: None, step: Step::Name(name.into()) }))
    }

    /// Upstream's nil path as a parent: a root that prints like `Child` of nil, `name` alone.
    fn push(&self, step: Step) -> Self {
        Self(Arc::new(Node { parent: Some(self.clone()), step }))
    }

    /// A named field below.
    #[must_use]
    pub fn child(&self, name: impl Into<Text>) -> Self {
        self.push(Step::Name(name.into()))
    }

    /// A list element.
    #[must_use]
    pub fn index(&self, index: usize) -> Self {
        self.push(Step::Index(index))
    }

    /// A map element.
    #[must_use]
    pub fn key(&self, key: impl Into<String>) -> Self {
        self.push(Step::Key(key.into()))
    }
}

impl fmt::Display for Path {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(parent) = &self.0.parent {
            parent.fmt(f)?;
        }
        match &self.0.step {
            // Upstream takes an empty name for a subscript.
            Step::Name(name) if name.is_empty() => f.write_str("[]"),
            Step::Name(name) => {
                if self.0.parent.is_some() {
                    f.write_str(".")?;
                }
                f.write_str(name)
            }
            Step::Index(index) => write!(f, "[{index}]"),
            Step::Key(key) => write!(f, "[{key}]"),
        }
    }
}

/// What kind of mistake a [`FieldError`] reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ErrorKind {
    /// A reference to something that does not exist.
    NotFound,
    /// A value that must be given is missing.
    Required,
    /// A value that must be unique is there twice.
    Duplicate,
    /// A malformed value.
    Invalid,
    /// A value outside a closed set.
    NotSupported,
    /// A well-formed value that is not allowed here.
    Forbidden,
    /// Too many bytes or characters.
    TooLong,
    /// Too many items.
    TooMany,
    /// Too few items.
    TooFew,
    /// Too few characters.
    TooShort,
    /// Not the user's fault.
    Internal,
    /// Wrong type for the schema.
    TypeInvalid,
}

impl ErrorKind {
    /// The `reason` of the status cause.
    #[must_use]
    pub const fn reason(self) -> &'static str {
        match self {
            Self::NotFound => "FieldValueNotFound",
            Self::Required => "FieldValueRequired",
            Self::Duplicate => "FieldValueDuplicate",
            Self::Invalid => "FieldValueInvalid",
            Self::NotSupported => "FieldValueNotSupported",
            Self::Forbidden => "FieldValueForbidden",
            Self::TooLong => "FieldValueTooLong",
            Self::TooMany => "FieldValueTooMany",
            Self::TooFew => "FieldValueTooFew",
            Self::TooShort => "FieldValueTooShort",
            Self::Internal => "InternalError",
            Self::TypeInvalid => "FieldValueTypeInvalid",
        }
    }

    /// The words that open the message.
    #[must_use]
    pub const fn words(self) -> &'static str {
        match self {
            Self::NotFound => "Not found",
            Self::Required => "Required value",
            Self::Duplicate => "Duplicate value",
            Self::Invalid | Self::TypeInvalid => "Invalid value",
            Self::NotSupported => "Unsupported value",
            Self::Forbidden => "Forbidden",
            Self::TooLong => "Too long",
            Self::TooMany => "Too many",
            Self::TooFew => "Too few",
            Self::TooShort => "Too short",
            Self::Internal => "Internal error",
        }
    }

    const fn shows_value(self) -> bool {
        !matches!(self, Self::Required | Self::Forbidden | Self::TooLong | Self::TooShort | Self::Internal)
    }
}

/// The offending value, as far as the message shows it. How it prints depends on its Go type.
#[derive(Clone, Debug, PartialEq)]
pub enum Value {
    /// Not shown.
    Omitted,
    /// Go `int`, `int32`, `int64`.
    Int(i64),
    /// Go `float64`.
    Float(f64),
    /// Go `bool`.
    Bool(bool),
    /// Go `string`: printed with `%q`.
    Str(String),
    /// Anything else, as JSON text. Also Go's *named* string types and pointers to strings, see [`Value::named`].
    Json(String),
}

impl Value {
    /// A value of a named string type (`v1.Protocol`) or a `*string`: Go prints these as JSON, not with `%q`.
    #[must_use]
    pub fn named(text: &str) -> Self {
        Self::Json(json(text))
    }

    /// A non-nil `[]string`.
    #[must_use]
    pub fn list<T: AsRef<str>>(items: &[T]) -> Self {
        Self::Json(json_list(items))
    }

    /// A nil pointer, list or map.
    #[must_use]
    pub fn null() -> Self {
        Self::Json("null".to_owned())
    }
}

impl From<&str> for Value {
    fn from(value: &str) -> Self {
        Self::Str(value.to_owned())
    }
}

impl From<String> for Value {
    fn from(value: String) -> Self {
        Self::Str(value)
    }
}

impl From<i32> for Value {
    fn from(value: i32) -> Self {
        Self::Int(value.into())
    }
}

impl From<i64> for Value {
    fn from(value: i64) -> Self {
        Self::Int(value)
    }
}

impl From<bool> for Value {
    fn from(value: bool) -> Self {
        Self::Bool(value)
    }
}

impl From<f64> for Value {
    fn from(value: f64) -> Self {
        Self::Float(value)
    }
}

/// One mistake in one field.
#[derive(Clone, Debug, PartialEq)]
pub struct FieldError {
    /// What kind of mistake.
    pub kind: ErrorKind,
    /// The field, as [`Path`] prints it.
    pub field: String,
    /// The offending value.
    pub value: Value,
    /// The rest of the message; may be empty.
    pub detail: Text,
}

/// All mistakes found.
pub type FieldErrors = Vec<FieldError>;

impl FieldError {
    fn new(kind: ErrorKind, path: &Path, value: impl Into<Value>, detail: impl Into<Text>) -> Self {
        Self { kind, field: path.to_string(), value: value.into(), detail: detail.into() }
    }

    /// A malformed value.
    pub fn invalid(path: &Path, value: impl Into<Value>, detail: impl Into<Text>) -> Self {
        Self::new(ErrorKind::Invalid, path, value, detail)
    }

    /// A value of the wrong type.
    pub fn type_invalid(path: &Path, value: impl Into<Value>, detail: impl Into<Text>) -> Self {
        Self::new(ErrorKind::TypeInvalid, path, value, detail)
    }

    /// A reference to something that does not exist.
    pub fn not_found(path: &Path, value: impl Into<Value>) -> Self {
        Self::new(ErrorKind::NotFound, path, value, "")
    }

    /// A missing value; `detail` is often empty.
    pub fn required(path: &Path, detail: impl Into<Text>) -> Self {
        Self::new(ErrorKind::Required, path, Value::Omitted, detail)
    }

    /// A value given twice.
    pub fn duplicate(path: &Path, value: impl Into<Value>) -> Self {
        Self::new(ErrorKind::Duplicate, path, value, "")
    }

    /// A value outside a closed set; `allowed` is printed in the given order (upstream sorts where its caller sorts).
    pub fn not_supported<T: AsRef<str>>(path: &Path, value: impl Into<Value>, allowed: &[T]) -> Self {
        let mut detail = String::new();
        for (i, item) in allowed.iter().enumerate() {
            detail.push_str(if i == 0 { "supported values: " } else { ", " });
            detail.push_str(&Quoted(item.as_ref()).to_string());
        }
        Self::new(ErrorKind::NotSupported, path, value, detail)
    }

    /// A value that is not allowed here.
    pub fn forbidden(path: &Path, detail: impl Into<Text>) -> Self {
        Self::new(ErrorKind::Forbidden, path, Value::Omitted, detail)
    }

    /// More than `max` bytes; a negative `max` is not named in the message.
    #[must_use]
    pub fn too_long(path: &Path, max: i64) -> Self {
        Self::new(ErrorKind::TooLong, path, Value::Omitted, at_most(max, "byte"))
    }

    /// More than `max` characters; a negative `max` is not named in the message.
    #[must_use]
    pub fn too_long_characters(path: &Path, max: i64) -> Self {
        Self::new(ErrorKind::TooLong, path, Value::Omitted, at_most(max, "character"))
    }

    /// Fewer than `min` characters; a negative `min` is not named in the message.
    #[must_use]
    pub fn too_short(path: &Path, min: i64) -> Self {
        let detail =
            if min < 0 { "value is too short".to_owned() } else { format!("must be at least {}", plural(min, "character")) };
        Self::new(ErrorKind::TooShort, path, Value::Omitted, detail)
    }

    /// More than `max` items; a negative `actual` is not shown, a negative `max` not named.
    #[must_use]
    pub fn too_many(path: &Path, actual: i64, max: i64) -> Self {
        let detail = if max < 0 { "has too many items".to_owned() } else { format!("must have at most {}", plural(max, "item")) };
        let value = if actual < 0 { Value::Omitted } else { Value::Int(actual) };
        Self::new(ErrorKind::TooMany, path, value, detail)
    }

    /// Fewer than `min` items; a negative `min` is not named in the message.
    #[must_use]
    pub fn too_few(path: &Path, actual: i64, min: i64) -> Self {
        let detail = if min < 0 { "has too few items".to_owned() } else { format!("must have at least {}", plural(min, "item")) };
        Self::new(ErrorKind::TooFew, path, actual, detail)
    }

    /// A fault that is not the user's.
    pub fn internal(path: &Path, error: impl fmt::Display) -> Self {
        Self::new(ErrorKind::Internal, path, Value::Omitted, error.to_string())
    }

    /// The message without the field, as it stands in a status cause.
    #[must_use]
    pub fn body(&self) -> String {
        let mut out = self.kind.words().to_owned();
        if self.kind.shows_value() {
            let shown = match &self.value {
                Value::Omitted => None,
                Value::Int(value) => Some(value.to_string()),
                Value::Float(value) => Some(float(*value)),
                Value::Bool(value) => Some(value.to_string()),
                Value::Str(value) => Some(Quoted(value).to_string()),
                Value::Json(value) => Some(value.clone()),
            };
            if let Some(shown) = shown {
                out.push_str(": ");
                out.push_str(&shown);
            }
        }
        if !self.detail.is_empty() {
            out.push_str(": ");
            out.push_str(&self.detail);
        }
        out
    }

    /// The cause this error becomes in a 422 answer.
    #[must_use]
    pub fn cause(&self) -> status::Cause {
        status::Cause { reason: Text::Borrowed(self.kind.reason()), message: self.body(), field: self.field.clone() }
    }
}

impl fmt::Display for FieldError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}: {}", self.field, self.body())
    }
}

impl std::error::Error for FieldError {}

fn plural(count: i64, noun: &str) -> String {
    format!("{count} {noun}{}", if count == 1 { "" } else { "s" })
}

fn at_most(max: i64, noun: &str) -> String {
    if max < 0 { "value is too long".to_owned() } else { format!("may not be more than {}", plural(max, noun)) }
}

/// Joins error texts as upstream's aggregate does: equal texts once, one text bare, several as `[a, b]`; nothing for none.
#[must_use]
pub fn aggregate<T: fmt::Display>(errors: &[T]) -> String {
    let mut seen = HashSet::new();
    let mut texts = Vec::new();
    for error in errors {
        let text = error.to_string();
        if seen.insert(text.clone()) {
            texts.push(text);
        }
    }
    if texts.len() == 1 {
        texts.remove(0)
    } else if texts.is_empty() {
        String::new()
    } else {
        format!("[{}]", texts.join(", "))
    }
}

/// Drops errors whose text came before. Upstream's strategies of built-in kinds end with this (a side effect of declarative
/// validation), so that `metadata` checked twice on update yields one cause.
#[must_use]
pub fn without_repeats(errors: FieldErrors) -> FieldErrors {
    let mut seen = HashSet::new();
    errors.into_iter().filter(|error| seen.insert(error.to_string())).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn paths_print_as_upstream() {
        let spec = Path::new("spec");
        assert_eq!(spec.child("containers").index(3).child("env").key("A.b").to_string(), "spec.containers[3].env[A.b]");
        assert_eq!(spec.child("").child("x").to_string(), "spec[].x");
    }

    #[test]
    fn errors_print_as_upstream() {
        let p = Path::new("f");
        let check = |error: FieldError, expect: &str| assert_eq!(error.to_string(), expect);
        check(FieldError::invalid(&p, "a\nb", "bad"), r#"f: Invalid value: "a\nb": bad"#);
        check(FieldError::invalid(&p, 3, "bad"), "f: Invalid value: 3: bad");
        check(FieldError::invalid(&p, true, ""), "f: Invalid value: true");
        check(FieldError::invalid(&p, 1e21, ""), "f: Invalid value: 1e+21");
        check(FieldError::invalid(&p, Value::named("<"), ""), r#"f: Invalid value: "\u003c""#);
        check(FieldError::invalid(&p, Value::null(), ""), "f: Invalid value: null");
        check(FieldError::not_supported(&p, "x", &["", "A"]), r#"f: Unsupported value: "x": supported values: "", "A""#);
        check(FieldError::not_supported::<&str>(&p, "x", &[]), r#"f: Unsupported value: "x""#);
        check(FieldError::required(&p, ""), "f: Required value");
        check(FieldError::required(&p, "d"), "f: Required value: d");
        check(FieldError::forbidden(&p, "no"), "f: Forbidden: no");
        check(FieldError::too_long(&p, 1), "f: Too long: may not be more than 1 byte");
        check(FieldError::too_long(&p, 63), "f: Too long: may not be more than 63 bytes");
        check(FieldError::too_long(&p, -1), "f: Too long: value is too long");
        check(FieldError::too_long_characters(&p, 2), "f: Too long: may not be more than 2 characters");
        check(FieldError::too_many(&p, 9, 8), "f: Too many: 9: must have at most 8 items");
        check(FieldError::too_many(&p, -1, -1), "f: Too many: has too many items");
        check(FieldError::too_few(&p, 0, 1), "f: Too few: 0: must have at least 1 item");
        check(FieldError::too_short(&p, 2), "f: Too short: must be at least 2 characters");
        check(FieldError::duplicate(&p, "x"), r#"f: Duplicate value: "x""#);
        check(FieldError::not_found(&p, "x"), r#"f: Not found: "x""#);
        check(FieldError::type_invalid(&p, 1, "d"), "f: Invalid value: 1: d");
        check(FieldError::internal(&p, "boom"), "f: Internal error: boom");
    }

    #[test]
    fn aggregates_drop_repeats() {
        let p = Path::new("f");
        assert_eq!(aggregate::<FieldError>(&[]), "");
        assert_eq!(aggregate(&[FieldError::required(&p, "")]), "f: Required value");
        let twice = [FieldError::required(&p, ""), FieldError::required(&p, "")];
        assert_eq!(aggregate(&twice), "f: Required value");
        let two = [FieldError::required(&p, ""), FieldError::forbidden(&p, "x")];
        assert_eq!(aggregate(&two), "[f: Required value, f: Forbidden: x]");
    }
}
