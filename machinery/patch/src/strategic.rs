//! Strategic merge patch as kube-apiserver applies it (apimachinery `util/strategicpatch/patch.go`): merges driven by the `patchStrategy`
//! and `patchMergeKey` tags of a kind's Go types, never by OpenAPI list types. Called by the patch handler with a document in the
//! version of the request; it must never validate what it merges.

mod fit;
mod go_text;
mod list;
mod lookup;
mod order;

use std::collections::{BTreeMap, BTreeSet};

use meta::status::Generic;
use meta::{GroupResource, Status};
use object::schema::Schema;
use object::value::{Object, Value};

use crate::body::{self, Fault};
pub use fit::misfit;
pub use go_text::go_text;
use go_text::{go_type, go_verb_s};
use list::Rule;
use lookup::{Place, Strategy};

/// What to do with the object that holds it: `delete`, `replace`, or in a list also `merge`.
const DIRECTIVE: &str = "$patch";
const DELETE: &str = "delete";
const REPLACE: &str = "replace";
const MERGE: &str = "merge";
/// Keys that survive in the object that holds it.
const RETAIN_KEYS: &str = "$retainKeys";
/// Before a slash and a field: scalars to take out of that list.
const DELETE_FROM_LIST: &str = "$deleteFromPrimitiveList";
/// Before a slash and a field: the order that list shall have.
const SET_ORDER: &str = "$setElementOrder";

const MAP: &str = "map[string]interface {}";
const SLICE: &str = "[]interface {}";

/// Why a strategic merge patch was refused. Displays as upstream's text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The body is not JSON.
    #[error("invalid JSON patch")]
    NotJson,
    /// The body does not decode into an object: Go's text.
    #[error("{0}")]
    Decode(String),
    /// `$deleteFromPrimitiveList` without a field.
    #[error("invalid patch format of primitive list")]
    PrimitiveList,
    /// `$retainKeys` is no list, or lacks a key that the patch sets.
    #[error("invalid patch format of retainKeys")]
    RetainKeys,
    /// `$setElementOrder` without a field.
    #[error("invalid patch format of setElementOrder list")]
    ElementOrder,
    /// A merged list holds lists.
    #[error("lists of lists are not supported")]
    ListOfLists,
    /// Anything else that upstream has a text for.
    #[error("{0}")]
    Refused(String),
    /// Elements or merge keys that Go cannot compare, over which upstream panics.
    #[error("the patch merges or orders a list by values that cannot be compared")]
    Incomparable,
}

impl Error {
    /// The answer of the API. Upstream maps few of its errors, so that most are 500 without a reason.
    #[must_use]
    pub fn to_status(&self) -> Status {
        match self {
            Self::NotJson | Self::Decode(_) | Self::PrimitiveList | Self::RetainKeys | Self::ElementOrder => {
                Status::bad_request(self.to_string())
            }
            Self::ListOfLists => Status::generic(&Generic {
                code: 422,
                verb: "",
                resource: GroupResource::default(),
                name: "",
                server_message: &self.to_string(),
                retry_after_seconds: 0,
                unexpected: false,
            }),
            Self::Refused(_) => Status::unmapped(self),
            Self::Incomparable => Status::internal_error(self),
        }
    }

    /// A value of another type than `expected`.
    fn wrong_type(expected: &str, actual: &Value) -> Self {
        Self::Refused(format!("expected a {expected}, but received a {}", go_type(actual).unwrap_or("%!s(<nil>)")))
    }

    fn no_merge_key(item: &Value, key: &str) -> Self {
        Self::Refused(format!("map: {} does not contain declared merge key: {key}", go_text(item)))
    }

    fn unknown_directive(directive: &Value, holder: Object) -> Self {
        let map = go_text(&Value::Object(holder));
        Self::Refused(format!("unknown patch type: {} in map: {map}", go_verb_s(directive)))
    }
}

/// Reads a patch and lists its repeated keys (`duplicate field "spec.replicas"`), which upstream reports unless `fieldValidation` is
/// `Ignore`.
///
/// # Errors
/// Whatever is not a patch.
pub fn parse(patch: &[u8]) -> Result<(Value, Vec<String>), Error> {
    let fault = |fault| match fault {
        Fault::NotJson => Error::NotJson,
        Fault::Type(text) => Error::Decode(text),
    };
    let (value, problems) = body::read(patch).map_err(fault)?;
    body::check_map(&value).map_err(fault)?;
    Ok((value, problems))
}

/// Applies a patch to a document whose fields `schema` describes. Fields that the schema does not have are carried over as they are.
///
/// # Errors
/// Patches that upstream refuses.
pub fn apply(document: Value, patch: &Value, schema: &Schema) -> Result<Value, Error> {
    let patch = match patch {
        Value::Object(patch) => patch.clone(),
        Value::Null => Object::new(),
        other => return Err(Error::Decode(body::mismatch(other, MAP))),
    };
    let mut document = match document {
        Value::Object(document) => document,
        Value::Null => Object::new(),
        other => return Err(Error::wrong_type(MAP, &other)),
    };
    merge_object(&mut document, patch, Place::root(schema))?;
    Ok(document.into())
}

/// Merges `patch` into `original`. Objects in objects take no recursion; lists merged by key do, which no built-in kind nests without
/// end.
fn merge_object(original: &mut Object, patch: Object, place: Place<'_>) -> Result<(), Error> {
    let mut open = vec![(original, patch, place)];
    while let Some((original, mut patch, place)) = open.pop() {
        if obey(original, &mut patch)? {
            continue;
        }
        retain_keys(original, &mut patch)?;
        let ordered: Vec<String> = patch.keys().filter(|key| key.starts_with(SET_ORDER)).map(str::to_owned).collect();
        for key in ordered {
            if let Some(order) = patch.remove(&key) {
                list::merge_in_order(original, &mut patch, &key, order, place)?;
            }
        }
        let mut inner = BTreeMap::new();
        for (key, value) in patch {
            let deletes = key.starts_with(DELETE_FROM_LIST);
            let field = if deletes { field_of(&key, DELETE_FROM_LIST).ok_or(Error::PrimitiveList)? } else { &key };
            // Upstream takes a directive for no field at all as a field's name.
            let field = if field.is_empty() { &key } else { field };
            let Some(change) = merge_member(original, field, value, deletes, place)? else { continue };
            if inner.insert(field.to_owned(), change).is_some() {
                return Err(Error::Refused(format!("the patch changes field {} twice", meta::text::Quoted(field))));
            }
        }
        if inner.is_empty() {
            continue;
        }
        for (field, slot) in original.iter_mut() {
            if let (Value::Object(slot), Some((change, place))) = (slot, inner.remove(field)) {
                open.push((slot, change, place));
            }
        }
    }
    Ok(())
}

/// Follows a `$patch` directive, if there is one.
fn obey(original: &mut Object, patch: &mut Object) -> Result<bool, Error> {
    let Some(directive) = patch.get(DIRECTIVE) else { return Ok(false) };
    match directive.as_str() {
        Some(REPLACE) => {
            patch.remove(DIRECTIVE);
            *original = std::mem::take(patch);
        }
        Some(DELETE) => *original = Object::new(),
        _ => return Err(Error::unknown_directive(&directive.clone(), std::mem::take(patch))),
    }
    Ok(true)
}

/// Merges one member, unless it is an object into an object: that is handed back.
fn merge_member<'s>(
    original: &mut Object,
    field: &str,
    value: Value,
    deletes: bool,
    place: Place<'s>,
) -> Result<Option<(Object, Place<'s>)>, Error> {
    if value.is_null() {
        original.remove(field);
        return Ok(None);
    }
    let Some(slot) = original.get_mut(field) else {
        if !deletes && let Some(value) = as_new(value) {
            original.insert(field, value);
        }
        return Ok(None);
    };
    match (slot, value) {
        (Value::Object(slot), Value::Object(change)) => {
            let found = place.field(field)?;
            if found.strategy != Strategy::Replace {
                return Ok(Some((change, found.place)));
            }
            *slot = change;
        }
        (Value::Array(slot), Value::Array(change)) => {
            let found = place.list(field)?;
            *slot = if deletes || found.strategy == Strategy::Merge {
                let rule = Rule { key: found.key, place: found.place, deletes };
                list::merge(std::mem::take(slot), change, &rule)?.list
            } else {
                change
            };
        }
        (slot, change) if go_type(slot) == go_type(&change) => *slot = change,
        (slot, change) if !deletes => match as_new(change) {
            Some(change) => *slot = change,
            None => {
                original.remove(field);
            }
        },
        _ => {}
    }
    Ok(None)
}

/// Follows a `$retainKeys` directive: drops what it does not name.
fn retain_keys(original: &mut Object, patch: &mut Object) -> Result<(), Error> {
    let Some(list) = patch.remove(RETAIN_KEYS) else { return Ok(()) };
    let Value::Array(list) = list else { return Err(Error::RetainKeys) };
    if list.iter().any(|item| matches!(item, Value::Object(_) | Value::Array(_))) {
        return Err(Error::Incomparable);
    }
    let kept: BTreeSet<&str> = list.iter().filter_map(Value::as_str).collect();
    let free = |key: &str| key.starts_with(DELETE_FROM_LIST) || key.starts_with(SET_ORDER);
    if patch.iter().any(|(key, value)| !value.is_null() && !free(key) && !kept.contains(key)) {
        return Err(Error::RetainKeys);
    }
    original.retain(|key, _| kept.contains(key));
    Ok(())
}

/// The field that a directive is about.
fn field_of<'k>(key: &'k str, directive: &str) -> Option<&'k str> {
    key.strip_prefix(directive)?.strip_prefix('/')
}

/// What becomes of a value that the original has nothing for: no `null` members, no objects with a directive.
fn as_new(mut value: Value) -> Option<Value> {
    let mut open = vec![&mut value];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(object) => {
                if object.iter().any(|(_, member)| member.is_null()) {
                    object.retain(|_, member| !member.is_null());
                }
                open.extend(object.iter_mut().map(|(_, member)| member));
            }
            Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    without_directives(value)
}

/// The value without the objects in it that have a `$patch` directive; none if it is one itself.
fn without_directives(mut value: Value) -> Option<Value> {
    let directs = |value: &Value| value.get(DIRECTIVE).is_some();
    if directs(&value) {
        return None;
    }
    let mut open = vec![&mut value];
    while let Some(value) = open.pop() {
        match value {
            Value::Object(object) => {
                if object.iter().any(|(_, member)| directs(member)) {
                    object.retain(|_, member| !directs(member));
                }
                open.extend(object.iter_mut().map(|(_, member)| member));
            }
            Value::Array(items) => {
                items.retain(|item| !directs(item));
                open.extend(items);
            }
            _ => {}
        }
    }
    Some(value)
}

#[cfg(test)]
mod tests;
