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
    let mut document = document;
    match (&document, patch) {
        (_, Value::Null | Value::Bool(_) | Value::Number(_) | Value::String(_)) => Err(Error::NotAPatch),
        (Value::Null, _) => Err(Error::NotADocument),
        (Value::Object(_), Value::Object(_)) => {
            merge_objects(&mut document, patch);
            Ok(document)
        }
        (_, patch) => Ok(prune(patch.clone())),
    }
}

/// Merges objects without recursion: a list of places that are still to be merged takes its part.
fn merge_objects(document: &mut Value, patch: &Value) {
    let mut open = vec![(document, patch)];
    while let Some((slot, change)) = open.pop() {
        match (slot, change) {
            (Value::Object(object), Value::Object(change)) => {
                let mut members: Vec<(String, Value)> = Vec::with_capacity(object.len() + change.len());
                for (key, value) in change.iter() {
                    if !value.is_null() && !object.contains(key) {
                        members.push((key.to_owned(), Value::Null));
                    }
                }
                let old = std::mem::take(object);
                members.extend(old.into_iter().filter(|(key, _)| change.get(key).is_none_or(|value| !value.is_null())));
                *object = sorted(members);
                for (key, value) in object.iter_mut() {
                    if let Some(change) = change.get(key) {
                        open.push((value, change));
                    }
                }
            }
            // Upstream takes a list or scalar that replaces an object as it is, nulls in the list's objects included.
            (slot @ Value::Object(_), change) => *slot = change.clone(),
            (slot, change) => *slot = prune(change.clone()),
        }
    }
}

/// The value without members that are `null`; elements of lists stay even if they are.
fn prune(mut value: Value) -> Value {
    let mut open = vec![&mut value];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(object) => {
                *object = sorted(std::mem::take(object).into_iter().filter(|(_, member)| !member.is_null()).collect());
                open.extend(object.iter_mut().map(|(_, member)| member));
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    value
}

/// An object whose keys are in byte order.
fn sorted(mut members: Vec<(String, Value)>) -> Object {
    members.sort_by(|(a, _), (b, _)| a.as_bytes().cmp(b.as_bytes()));
    members.into_iter().collect()
}

#[cfg(test)]
mod tests;
