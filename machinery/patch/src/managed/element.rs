//! One step of a field path (structured-merge-diff `fieldpath/element.go`, `value/value.go`): a field, a keyed list element, a value
//! of a set, an index; and the order that upstream keeps them in. Texts are borrowed from trees, from FieldsV1 documents or from an
//! arena. Used by sets and by everything that makes them; it never looks at a schema.

use std::cmp::Ordering;

use object::value::Value;

/// A value inside a path.
#[derive(Clone, Copy, Debug)]
pub enum Scalar<'a> {
    /// `null`; only clients write that.
    Null,
    /// A boolean.
    Bool(bool),
    /// A whole number, from an object.
    Int(i64),
    /// A number, from a FieldsV1 document.
    Float(f64),
    /// A text.
    Text(&'a str),
    /// A list or an object; only clients write that.
    Json(&'a Value),
}

/// One key of a keyed list element, with its value.
#[derive(Clone, Copy, Debug)]
pub struct KeyField<'a> {
    /// Name of the key field.
    pub name: &'a str,
    /// Its value.
    pub value: Scalar<'a>,
}

/// Where the key fields of an [`Element::Key`] lie in [`Keys`].
#[derive(Clone, Copy, Debug)]
pub struct KeySpan {
    at: u32,
    len: u32,
}

/// One step of a path.
#[derive(Clone, Copy, Debug)]
pub enum Element<'a> {
    /// `f:` a field of a struct, or a key of a map.
    Field(&'a str),
    /// `k:` an element of a keyed list.
    Key(KeySpan),
    /// `v:` an element of a set.
    Value(Scalar<'a>),
    /// `i:` an element of another list; nothing writes these any more.
    Index(i64),
}

/// The key fields that elements refer to. All sets that are compared with each other share one.
#[derive(Debug, Default)]
pub struct Keys<'a> {
    fields: Vec<KeyField<'a>>,
}

impl<'a> Keys<'a> {
    /// No keys yet.
    #[must_use]
    pub fn new() -> Self {
        Self { fields: Vec::new() }
    }

    /// Keeps the fields of one key, ordered by name.
    pub fn add(&mut self, fields: impl IntoIterator<Item = KeyField<'a>>) -> KeySpan {
        let at = self.fields.len();
        self.fields.extend(fields);
        if self.fields.len() - at > 1 {
            self.fields[at..].sort_by(|a, b| a.name.cmp(b.name));
        }
        KeySpan { at: index(at), len: index(self.fields.len() - at) }
    }

    /// The fields of a key.
    #[must_use]
    pub fn get(&self, span: KeySpan) -> &[KeyField<'a>] {
        &self.fields[span.at as usize..][..span.len as usize]
    }

    /// Upstream's order of path elements: fields, keys, values, indexes, each by what they hold.
    #[must_use]
    pub fn compare(&self, a: Element<'_>, b: Element<'_>) -> Ordering {
        match (a, b) {
            (Element::Field(a), Element::Field(b)) => a.cmp(b),
            (Element::Key(a), Element::Key(b)) => self.compare_keys(a, b),
            (Element::Value(a), Element::Value(b)) => compare_scalars(a, b),
            (Element::Index(a), Element::Index(b)) => a.cmp(&b),
            _ => rank(a).cmp(&rank(b)),
        }
    }

    fn compare_keys(&self, a: KeySpan, b: KeySpan) -> Ordering {
        let (a, b) = (self.get(a), self.get(b));
        for (a, b) in a.iter().zip(b) {
            // Keys of one list have their names from one place.
            let names = if std::ptr::eq(a.name, b.name) { Ordering::Equal } else { a.name.cmp(b.name) };
            let order = names.then_with(|| compare_scalars(a.value, b.value));
            if order.is_ne() {
                return order;
            }
        }
        a.len().cmp(&b.len())
    }
}

fn rank(element: Element<'_>) -> u8 {
    match element {
        Element::Field(_) => 0,
        Element::Key(_) => 1,
        Element::Value(_) => 2,
        Element::Index(_) => 3,
    }
}

/// A length or position as a 32-bit index.
pub(super) fn index(at: usize) -> u32 {
    u32::try_from(at).expect("decoders refuse documents above 512 MiB, so a set has fewer than 2^32 members")
}

/// Upstream's order of values: numbers (whatever their type), texts, booleans, lists, objects, null.
#[must_use]
pub fn compare_scalars(a: Scalar<'_>, b: Scalar<'_>) -> Ordering {
    match (a, b) {
        (Scalar::Text(a), Scalar::Text(b)) => a.cmp(b),
        (Scalar::Int(a), Scalar::Int(b)) => a.cmp(&b),
        (Scalar::Bool(a), Scalar::Bool(b)) => a.cmp(&b),
        (Scalar::Json(Value::Array(a)), Scalar::Json(Value::Array(b))) => {
            let items = a.iter().zip(b).map(|(a, b)| compare_scalars(Scalar::of(a), Scalar::of(b)));
            items.into_iter().find(|order| order.is_ne()).unwrap_or_else(|| a.len().cmp(&b.len()))
        }
        (Scalar::Json(a @ Value::Object(_)), Scalar::Json(b @ Value::Object(_))) => compare_objects(a, b),
        _ => match (a.number(), b.number()) {
            (Some(a), Some(b)) => a.partial_cmp(&b).unwrap_or(Ordering::Equal),
            _ => a.rank().cmp(&b.rank()),
        },
    }
}

/// Objects compare member by member in the order of all their keys; one that ends first, or lacks a key, comes where upstream puts it.
fn compare_objects(a: &Value, b: &Value) -> Ordering {
    let (Some(a), Some(b)) = (a.as_object(), b.as_object()) else { return Ordering::Equal };
    let mut keys: Vec<&str> = a.keys().chain(b.keys()).collect();
    keys.sort_unstable();
    keys.dedup();
    for (at, key) in keys.into_iter().enumerate() {
        let order = match (a.get(key), b.get(key)) {
            _ if at == a.len() => Ordering::Less,
            _ if at == b.len() => Ordering::Greater,
            (None, _) => Ordering::Greater,
            (_, None) => Ordering::Less,
            (Some(a), Some(b)) => compare_scalars(Scalar::of(a), Scalar::of(b)),
        };
        if order.is_ne() {
            return order;
        }
    }
    Ordering::Equal
}

impl<'a> Scalar<'a> {
    /// A JSON value; numbers are read as Go's FieldsV1 decoder reads them, as `float64`.
    #[must_use]
    pub fn of(value: &'a Value) -> Self {
        match value {
            Value::Null => Self::Null,
            Value::Bool(value) => Self::Bool(*value),
            Value::Number(_) => Self::Float(value.as_f64().unwrap_or_default()),
            Value::String(text) => Self::Text(text),
            Value::Array(_) | Value::Object(_) => Self::Json(value),
        }
    }

    #[expect(clippy::cast_precision_loss, reason = "upstream compares whole numbers with others as float64")]
    fn number(self) -> Option<f64> {
        match self {
            Self::Int(value) => Some(value as f64),
            Self::Float(value) => Some(value),
            _ => None,
        }
    }

    fn rank(self) -> u8 {
        match self {
            Self::Int(_) | Self::Float(_) => 0,
            Self::Text(_) => 1,
            Self::Bool(_) => 2,
            Self::Json(Value::Array(_)) => 3,
            Self::Json(_) => 4,
            Self::Null => 5,
        }
    }
}
