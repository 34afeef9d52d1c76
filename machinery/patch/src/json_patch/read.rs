//! Reading a JSON patch body into operations, with the checks and findings of upstream's strict decoder. Called by the patch handler
//! through `parse`; it must never apply anything.

use object::value::{Object, Value};

use super::node::Node;
use super::{Error, MAX_OPERATIONS};
use crate::body::{self, Fault, go_word, mismatch};

/// Go reports no more findings than this.
const SHOWN: usize = 100;

/// One operation. Its faults show when it is applied, not when it is read.
#[derive(Clone, Debug)]
pub struct Op {
    pub(super) kind: Kind,
    pub(super) path: Member,
    pub(super) from: Member,
    pub(super) value: Option<Value>,
    /// How deep `value` is nested.
    pub(super) depth: usize,
}

#[derive(Clone, Debug)]
pub(super) enum Kind {
    Add,
    Remove,
    Replace,
    Move,
    Test,
    Copy,
    Unknown(String),
}

/// A member that has to be a string.
#[derive(Clone, Debug)]
pub(super) enum Member {
    Absent,
    /// Of another type: Go's word for it.
    Wrong(&'static str),
    Text(String),
}

impl Member {
    fn of(object: &Object, name: &str) -> Self {
        match object.get(name) {
            None | Some(Value::Null) => Self::Absent,
            Some(Value::String(text)) => Self::Text(text.clone()),
            Some(other) => Self::Wrong(go_word(other)),
        }
    }

    /// The text, or upstream's error.
    pub(super) fn get(&self, name: &str) -> Result<&str, String> {
        match self {
            Self::Text(text) => Ok(text),
            Self::Absent if name == "path" => Err("operation missing path field: missing value".to_owned()),
            Self::Absent => Err(format!("operation, missing {name} field: missing value")),
            Self::Wrong(word) => Err(format!("json: cannot unmarshal {word} into Go value of type string")),
        }
    }
}

impl Op {
    fn of(operation: Object) -> Self {
        let kind = match Member::of(&operation, "op") {
            Member::Text(name) => match name.as_str() {
                "add" => Kind::Add,
                "remove" => Kind::Remove,
                "replace" => Kind::Replace,
                "move" => Kind::Move,
                "test" => Kind::Test,
                "copy" => Kind::Copy,
                _ => Kind::Unknown(name),
            },
            _ => Kind::Unknown("unknown".to_owned()),
        };
        let (path, from) = (Member::of(&operation, "path"), Member::of(&operation, "from"));
        let value = operation.into_iter().find(|(key, _)| key == "value").map(|(_, value)| value);
        let depth = value.as_ref().map_or(0, depth);
        Self { kind, path, from, value, depth }
    }

    /// The value to be put into a document; `null` where there is none.
    pub(super) fn node(&self) -> Node {
        self.value.clone().map_or(Node::Nil, Node::from)
    }
}

/// How deep a value is nested: 0 for scalars.
pub(super) fn depth(value: &Value) -> usize {
    let mut deepest = 0;
    let mut open = vec![(value, 0)];
    while let Some((value, above)) = open.pop() {
        match value {
            Value::Array(items) => open.extend(items.iter().map(|item| (item, above + 1))),
            Value::Object(object) => open.extend(object.iter().map(|(_, member)| (member, above + 1))),
            _ => continue,
        }
        deepest = deepest.max(above + 1);
    }
    deepest
}

/// Reads a patch. With `strict` (`fieldValidation` `Warn` or `Strict`) types are checked, and unknown and repeated fields are listed
/// as `json patch unknown field "[2].foo"`; without it the list is empty.
///
/// # Errors
/// Bodies that are not JSON or not a list of operations; more than [`MAX_OPERATIONS`].
pub fn parse(patch: &[u8], strict: bool) -> Result<(Vec<Op>, Vec<String>), Error> {
    let (value, duplicates) = body::read(patch).map_err(|fault| match fault {
        Fault::NotJson => Error::NotJson,
        Fault::Type(text) => Error::Decode(text),
    })?;
    let mut findings = Vec::new();
    if strict {
        check(&value).map_err(|text| Error::Decode(format!("error decoding patch: {text}")))?;
        findings = list(&value, duplicates);
    }
    let operations = match value {
        Value::Null => Vec::new(),
        Value::Array(operations) => operations,
        other => return Err(Error::Decode(mismatch(&other, "jsonpatch.Patch"))),
    };
    let objects: Result<Vec<Object>, Error> = operations
        .into_iter()
        .map(|operation| match operation {
            Value::Object(operation) => Ok(operation),
            Value::Null => Ok(Object::new()),
            other => Err(Error::Decode(mismatch(&other, "jsonpatch.Operation"))),
        })
        .collect();
    let objects = objects?;
    if objects.len() > MAX_OPERATIONS {
        return Err(Error::TooManyOperations(objects.len()));
    }
    Ok((objects.into_iter().map(Op::of).collect(), findings))
}

/// The first type error of upstream's strict decoder.
fn check(value: &Value) -> Result<(), String> {
    let operations = match value {
        Value::Null => return Ok(()),
        Value::Array(operations) => operations,
        other => return Err(mismatch(other, "[]handlers.jsonPatchOp")),
    };
    for operation in operations {
        let members = match operation {
            Value::Null => continue,
            Value::Object(members) => members,
            other => return Err(mismatch(other, "handlers.jsonPatchOp")),
        };
        for (name, member) in members.iter() {
            match (name, member) {
                ("op" | "path" | "from", Value::Null | Value::String(_)) => {}
                ("op" | "path" | "from", other) => {
                    return Err(format!(
                        "json: cannot unmarshal {} into Go struct field jsonPatchOp.{name} of type string",
                        go_word(other)
                    ));
                }
                ("value", member) => body::check_numbers(member, "Go struct field jsonPatchOp.value")?,
                _ => {}
            }
        }
    }
    Ok(())
}

/// Unknown fields of the operations, and those repeated keys that the strict decoder looks at, in the document's order.
fn list(value: &Value, duplicates: Vec<String>) -> Vec<String> {
    let mut findings = Vec::new();
    let mut duplicates = duplicates.into_iter().peekable();
    for (index, operation) in value.as_array().unwrap_or_default().iter().enumerate() {
        for name in operation.as_object().into_iter().flat_map(Object::keys) {
            let path = format!("[{index}].{name}");
            let known = matches!(name, "op" | "path" | "from" | "value");
            if !known {
                findings.push(format!("json patch unknown field {}", meta::text::Quoted(&path)));
            }
            let here = format!("duplicate field \"{path}");
            while let Some(duplicate) = duplicates.next_if(|duplicate| duplicate.starts_with(&here)) {
                // The decoder skips what is in unknown fields.
                if known {
                    findings.push(format!("json patch {duplicate}"));
                }
            }
        }
        // What a later repetition of an earlier key holds.
        let here = format!("duplicate field \"[{index}].");
        findings.extend(
            std::iter::from_fn(|| duplicates.next_if(|duplicate| duplicate.starts_with(&here)))
                .map(|duplicate| format!("json patch {duplicate}")),
        );
    }
    findings.truncate(SHOWN);
    findings
}
