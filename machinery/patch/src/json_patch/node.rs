//! A document while operations change it: only what was reached into is taken apart, and that comes out with sorted keys, as upstream's
//! lazy nodes do. Used by `apply` only; it must never fail on a document, only on a path.

use std::collections::BTreeMap;

use object::value::{Object, Value};

/// A value of the document.
#[derive(Clone, Debug)]
pub(super) enum Node {
    /// `null`.
    Nil,
    /// Not reached into.
    Raw(Value),
    /// An object.
    Doc(BTreeMap<String, Node>),
    /// An array.
    List(Vec<Node>),
}

impl From<Value> for Node {
    fn from(value: Value) -> Self {
        if value.is_null() { Self::Nil } else { Self::Raw(value) }
    }
}

impl Node {
    /// Takes an object or array apart.
    pub(super) fn open(&mut self) {
        *self = match std::mem::replace(self, Self::Nil) {
            Self::Raw(Value::Object(object)) => {
                Self::Doc(object.into_iter().map(|(key, value)| (key, Self::from(value))).collect())
            }
            Self::Raw(Value::Array(items)) => Self::List(items.into_iter().map(Self::from).collect()),
            other => other,
        };
    }

    /// How many elements a list has; 0 for everything else.
    pub(super) fn list_len(&self) -> usize {
        if let Self::List(items) = self { items.len() } else { 0 }
    }

    /// The container that holds what `path` names, opened, and the key in it. What stands before the first slash does not count.
    pub(super) fn find(&mut self, path: &str) -> Option<(&mut Self, String)> {
        let (_, rest) = path.split_once('/')?;
        let (parents, last) = match rest.rsplit_once('/') {
            Some((parents, last)) => (Some(parents), last),
            None => (None, rest),
        };
        let mut place = self;
        for part in parents.into_iter().flat_map(|parents| parents.split('/')) {
            place = place.get(&unescape(part)).ok()??;
            place.open();
            if !matches!(place, Self::Doc(_) | Self::List(_)) {
                return None;
            }
        }
        Some((place, unescape(last)))
    }

    /// A member; none where an object lacks it.
    pub(super) fn get(&mut self, key: &str) -> Result<Option<&mut Self>, String> {
        match self {
            Self::Doc(members) => Ok(members.get_mut(key)),
            Self::List(items) => {
                let index = existing(key, items.len())?;
                Ok(items.get_mut(index))
            }
            Self::Nil | Self::Raw(_) => Ok(None),
        }
    }

    /// Sets a member of an object, or an element that is there.
    pub(super) fn set(&mut self, key: String, value: Self) -> Result<(), String> {
        match self {
            Self::List(items) => {
                let index = existing(&key, items.len())?;
                items[index] = value;
                Ok(())
            }
            _ => self.add(key, value),
        }
    }

    /// Sets a member of an object, or inserts an element.
    pub(super) fn add(&mut self, key: String, value: Self) -> Result<(), String> {
        match self {
            Self::Doc(members) => {
                members.insert(key, value);
                Ok(())
            }
            Self::List(items) if key == "-" => {
                items.push(value);
                Ok(())
            }
            Self::List(items) => {
                let index = number(&key).map_err(|error| format!("value was not a proper array index: '{key}': {error}"))?;
                let index = resolve(index, items.len() + 1)?;
                items.insert(index, value);
                Ok(())
            }
            Self::Nil | Self::Raw(_) => Err("invalid state detected".to_owned()),
        }
    }

    /// Takes a member or element away.
    pub(super) fn remove(&mut self, key: &str) -> Result<Self, String> {
        match self {
            Self::Doc(members) => {
                members.remove(key).ok_or_else(|| format!("Unable to remove nonexistent key: {key}: missing value"))
            }
            Self::List(items) => {
                let index = existing(key, items.len())?;
                Ok(items.remove(index))
            }
            Self::Nil | Self::Raw(_) => Err("invalid state detected".to_owned()),
        }
    }

    /// Whether the node is this value; if so all of it is opened, as upstream's comparison does. Numbers have to be written alike.
    pub(super) fn confirm(&mut self, wanted: &Value) -> bool {
        let same = self.same(wanted);
        if same {
            self.open_all();
        }
        same
    }

    fn same(&self, wanted: &Value) -> bool {
        match (self, wanted) {
            (Self::Nil, wanted) => wanted.is_null(),
            (Self::Raw(value), wanted) => value == wanted,
            (Self::Doc(members), Value::Object(wanted)) => {
                for (key, member) in members {
                    match wanted.get(key) {
                        Some(wanted) if member.same(wanted) => {}
                        _ => return false,
                    }
                }
                members.len() == wanted.len()
            }
            (Self::List(items), Value::Array(wanted)) => {
                for (item, wanted) in items.iter().zip(wanted) {
                    if !item.same(wanted) {
                        return false;
                    }
                }
                items.len() == wanted.len()
            }
            (Self::Doc(_) | Self::List(_), _) => false,
        }
    }

    fn open_all(&mut self) {
        let mut open = vec![self];
        while let Some(node) = open.pop() {
            node.open();
            match node {
                Self::Doc(members) => open.extend(members.values_mut()),
                Self::List(items) => open.extend(items),
                Self::Nil | Self::Raw(_) => {}
            }
        }
    }

    /// How deep the node is nested: 0 for scalars.
    pub(super) fn depth(&self) -> usize {
        let mut deepest = 0;
        let mut open = vec![(self, 0)];
        while let Some((node, above)) = open.pop() {
            match node {
                Self::Nil => {}
                Self::Raw(value) => deepest = deepest.max(above + super::read::depth(value)),
                Self::Doc(members) => {
                    deepest = deepest.max(above + 1);
                    open.extend(members.values().map(|member| (member, above + 1)));
                }
                Self::List(items) => {
                    deepest = deepest.max(above + 1);
                    open.extend(items.iter().map(|item| (item, above + 1)));
                }
            }
        }
        deepest
    }

    /// Back to a plain value.
    pub(super) fn into_value(self) -> Value {
        match self {
            Self::Nil => Value::Null,
            Self::Raw(value) => value,
            Self::Doc(members) => {
                let mut object = Object::new();
                for (key, member) in members {
                    object.insert(key, member.into_value());
                }
                Value::Object(object)
            }
            Self::List(items) => {
                let mut values = Vec::with_capacity(items.len());
                for item in items {
                    values.push(item.into_value());
                }
                Value::Array(values)
            }
        }
    }
}

/// A path segment without its escapes.
fn unescape(part: &str) -> String {
    // One pass from left to right: `~01` is `~1`.
    let mut out = String::with_capacity(part.len());
    let mut rest = part;
    while let Some(at) = rest.find('~') {
        out.push_str(&rest[..at]);
        let tail = &rest[at + 1..];
        rest = if let Some(after) = tail.strip_prefix('1') {
            out.push('/');
            after
        } else if let Some(after) = tail.strip_prefix('0') {
            out.push('~');
            after
        } else {
            out.push('~');
            tail
        };
    }
    out.push_str(rest);
    out
}

/// A whole number as Go's `strconv.Atoi` reads it.
fn number(text: &str) -> Result<i64, String> {
    text.parse().map_err(|_| {
        let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
        let fault = if !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
            "value out of range"
        } else {
            "invalid syntax"
        };
        format!("strconv.Atoi: parsing {}: {fault}", meta::text::Quoted(text))
    })
}

/// The place of an index below `len`, counted from the end if negative.
fn resolve(index: i64, len: usize) -> Result<usize, String> {
    let invalid = || format!("Unable to access invalid index: {index}: invalid index referenced");
    let place = if index < 0 {
        let back = usize::try_from(index.unsigned_abs()).map_err(|_| invalid())?;
        len.checked_sub(back)
    } else {
        usize::try_from(index).ok()
    };
    place.filter(|&place| place < len).ok_or_else(invalid)
}

/// The place of an element that is there.
fn existing(key: &str, len: usize) -> Result<usize, String> {
    resolve(number(key)?, len)
}
