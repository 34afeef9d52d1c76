//! JSON merge patch (RFC 7396) as kube-apiserver applies it (evanphx/json-patch `merge.go`, `handlers/patch.go`). Called by the patch
//! handler; it must never look at what kind of object it changes.

use meta::Status;
use object::value::{Object, Value};

use crate::body::{self, Fault};

/// Why a merge patch was refused. Displays as upstream's text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The body is not JSON.
    #[error("invalid JSON patch")]
    NotJson,
    /// The body does not decode into an object: Go's text.
    #[error("error decoding patch: {0}")]
    Decode(String),
    /// `null`, or (without strict reading) a scalar.
    #[error("Invalid JSON Patch")]
    NotAPatch,
    /// The document to be patched is `null`: no object of the API is.
    #[error("Invalid JSON Document")]
    NotADocument,
}

impl Error {
    /// The answer of the API.
    #[must_use]
    pub fn to_status(&self) -> Status {
        match self {
            Self::NotJson | Self::Decode(_) | Self::NotAPatch => Status::bad_request(self.to_string()),
            Self::NotADocument => Status::unmapped(self),
        }
    }
}

/// Reads a patch and lists its repeated keys (`duplicate field "data.k"`). With `strict` (`fieldValidation` `Warn` or `Strict`) a patch
/// has to be an object; otherwise upstream lets an array replace the document.
///
/// # Errors
/// Whatever is not a patch.
pub fn parse(patch: &[u8], strict: bool) -> Result<(Value, Vec<String>), Error> {
    let fault = |fault| match fault {
        Fault::NotJson => Error::NotJson,
        Fault::Type(text) => Error::Decode(text),
    };
    let (value, problems) = body::read(patch).map_err(fault)?;
    if strict {
        body::check_map(&value).map_err(fault)?;
    }
    if !matches!(value, Value::Object(_) | Value::Array(_)) {
        return Err(Error::NotAPatch);
    }
    Ok((value, if strict { problems } else { Vec::new() }))
}

/// Applies a patch. Objects that it reaches into come out with sorted keys, as upstream prints them in errors.
///
/// # Errors
/// [`Error::NotAPatch`] for `null` and scalars, [`Error::NotADocument`] when the document is `null`.
pub fn apply(document: Value, patch: &Value) -> Result<Value, Error> {
    match (document, patch) {
        (_, Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => Err(Error::NotAPatch),
        (Value::Null, _) => Err(Error::NotADocument),
        (Value::Object(document), Value::Object(patch)) => Ok(merge_objects(document, patch).into()),
        (_, patch) => Ok(prune(patch)),
    }
}

/// Members of both, the patch winning, sorted. Recursion ends with the shallower of the two values, which are both at most
/// `object::value::MAX_DEPTH` deep.
fn merge_objects(document: Object, patch: &Object) -> Object {
    let mut members: Vec<(String, Value)> = Vec::with_capacity(document.len() + patch.len());
    let mut added: Vec<(String, Value)> = Vec::new();
    for (key, change) in patch.iter() {
        if !change.is_null() && !document.contains(key) {
            added.push((key.to_owned(), prune(change)));
        }
    }
    for (key, value) in document {
        match patch.get(&key) {
            None => members.push((key, value)),
            Some(Value::Null) => {}
            Some(change) => {
                let merged = merge(value, change);
                members.push((key, merged));
            }
        }
    }
    members.append(&mut added);
    members.sort_by(|(a, _), (b, _)| a.as_bytes().cmp(b.as_bytes()));
    members.into_iter().collect()
}

fn merge(value: Value, change: &Value) -> Value {
    match (value, change) {
        (Value::Object(object), Value::Object(change)) => merge_objects(object, change).into(),
        // Upstream takes a list or scalar that replaces an object as it is, nulls in the list's objects included.
        (Value::Object(_), change) => change.clone(),
        (_, change) => prune(change),
    }
}

/// The value without members that are `null`; elements of lists stay even if they are.
fn prune(value: &Value) -> Value {
    match value {
        Value::Object(object) => {
            let mut members: Vec<(String, Value)> = object
                .iter()
                .filter(|(_, member)| !member.is_null())
                .map(|(key, member)| (key.to_owned(), prune(member)))
                .collect();
            members.sort_by(|(a, _), (b, _)| a.as_bytes().cmp(b.as_bytes()));
            Value::Object(members.into_iter().collect())
        }
        Value::Array(items) => Value::Array(items.iter().map(prune).collect()),
        scalar => scalar.clone(),
    }
}

#[cfg(test)]
mod tests;
