//! JSON patch (RFC 6902) as kube-apiserver applies it (evanphx/json-patch v4 `patch.go`, `handlers/patch.go`): negative indexes,
//! replacing what is not there, no `add` at the root. Called by the patch handler; it must never look at what kind of object it changes.

mod node;
mod read;

use meta::status::Generic;
use meta::{GroupResource, Status};
use object::value::{MAX_DEPTH, Value};

use node::Node;
use read::{Kind, Member};
pub use read::{Op, parse};

/// Most operations in one patch (upstream's `maxJSONPatchOperations`).
pub const MAX_OPERATIONS: usize = 10_000;

/// Most bytes of JSON that the `copy` operations of one patch may add up to (upstream's `JSONPatchMaxCopyBytes`).
pub const MAX_COPIED_BYTES: usize = 3 * 1024 * 1024;

/// Most list elements that the operations of one patch may shift: the longest list that a body can hold, a few hundred times over.
/// Without a bound one request could keep a core busy for half a minute; upstream has none.
const MAX_SHIFTED: usize = 100_000_000;

/// Why a JSON patch was refused. Displays as upstream's text.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The body is not JSON.
    #[error("invalid JSON patch")]
    NotJson,
    /// The body is not a list of operations: Go's text, with a lead-in when it was read strictly.
    #[error("{0}")]
    Decode(String),
    /// More than [`MAX_OPERATIONS`].
    #[error("The allowed maximum operations in a JSON patch is {MAX_OPERATIONS}, got {0}")]
    TooManyOperations(usize),
    /// An operation does not apply: upstream's text, which the API does not show.
    #[error("{0}")]
    Apply(String),
}

impl Error {
    /// The answer of the API.
    #[must_use]
    pub fn to_status(&self) -> Status {
        match self {
            Self::NotJson | Self::Decode(_) => Status::bad_request(self.to_string()),
            Self::TooManyOperations(_) => Status::request_entity_too_large(self),
            Self::Apply(text) => Status::generic(&Generic {
                code: 422,
                verb: "",
                resource: GroupResource::default(),
                name: "",
                server_message: text,
                retry_after_seconds: 0,
                unexpected: false,
            }),
        }
    }
}

const MISSING: &str = "missing value";
const TEST_FAILED: &str = "test failed";

/// Applies operations one after another. Objects that one reaches into come out with sorted keys, as upstream prints them in errors.
///
/// # Errors
/// The first operation that does not apply; what was nested deeper than [`MAX_DEPTH`] is refused too.
pub fn apply(document: Value, operations: &[Op]) -> Result<Value, Error> {
    let deepest = read::depth(&document);
    let mut root = Node::from(document);
    root.open();
    let mut work = Work { root, deepest, copied: 0, shifted: 0 };
    for operation in operations {
        work.run(operation).map_err(Error::Apply)?;
    }
    Ok(work.root.into_value())
}

struct Work {
    root: Node,
    /// No value in `root` is nested deeper than this; may be too high.
    deepest: usize,
    copied: usize,
    shifted: usize,
}

impl Work {
    fn run(&mut self, op: &Op) -> Result<(), String> {
        if matches!(op.kind, Kind::Add | Kind::Remove | Kind::Move | Kind::Copy) {
            for member in [&op.path, &op.from] {
                if let Member::Text(path) = member {
                    self.shifted += self.root.find(path).map_or(0, |(place, _)| place.list_len());
                }
            }
            if self.shifted > MAX_SHIFTED {
                return Err(format!("the operations shift more than {MAX_SHIFTED} list elements"));
            }
        }
        match &op.kind {
            Kind::Add => self.add(op),
            Kind::Remove => self.remove(op),
            Kind::Replace => self.replace(op),
            Kind::Move => self.move_(op),
            Kind::Test => self.test(op),
            Kind::Copy => self.copy(op),
            Kind::Unknown(name) => Err(format!("Unexpected kind: {name}")),
        }
    }

    /// Notes that something `depth` levels deep goes below `path`, unless that is too deep.
    fn deepen(&mut self, path: &str, depth: usize) -> Result<(), String> {
        let deepest = levels(path) + depth;
        if deepest > MAX_DEPTH {
            return Err("exceeded max depth".to_owned());
        }
        self.deepest = self.deepest.max(deepest);
        Ok(())
    }

    /// As [`Work::deepen`], for a part of the document that was found under `from`; only measured when it may be too deep.
    fn deepen_by(&mut self, path: &str, from: &str, part: &Node) -> Result<(), String> {
        let bound = self.deepest.saturating_sub(levels(from));
        let depth = if levels(path) + bound > MAX_DEPTH { part.depth() } else { bound };
        self.deepen(path, depth)
    }

    fn add(&mut self, op: &Op) -> Result<(), String> {
        let Member::Text(path) = &op.path else { return Err(format!("add operation failed to decode path: {MISSING}")) };
        self.deepen(path, op.depth)?;
        let (place, key) = self
            .root
            .find(path)
            .ok_or_else(|| format!("add operation does not apply: doc is missing path: \"{path}\": {MISSING}"))?;
        place.add(key, op.node()).map_err(|error| format!("error in add for path: '{path}': {error}"))
    }

    fn remove(&mut self, op: &Op) -> Result<(), String> {
        let Member::Text(path) = &op.path else { return Err(format!("remove operation failed to decode path: {MISSING}")) };
        let (place, key) = self
            .root
            .find(path)
            .ok_or_else(|| format!("remove operation does not apply: doc is missing path: \"{path}\": {MISSING}"))?;
        place.remove(&key).map(drop).map_err(|error| format!("error in remove for path: '{path}': {error}"))
    }

    fn replace(&mut self, op: &Op) -> Result<(), String> {
        let path = op.path.get("path").map_err(|error| format!("replace operation failed to decode path: {error}"))?;
        if path.is_empty() {
            let mut node = op.node();
            node.open();
            if !matches!(node, Node::Doc(_) | Node::List(_)) {
                return Err("replace operation value must be object or array".to_owned());
            }
            self.root = node;
            self.deepest = op.depth;
            return Ok(());
        }
        self.deepen(path, op.depth)?;
        let (place, key) = self
            .root
            .find(path)
            .ok_or_else(|| format!("replace operation does not apply: doc is missing path: {path}: {MISSING}"))?;
        place.set(key, op.node()).map_err(|_| format!("replace operation does not apply: doc is missing key: {path}: {MISSING}"))
    }

    fn move_(&mut self, op: &Op) -> Result<(), String> {
        let from = op.from.get("from").map_err(|error| format!("move operation failed to decode from: {error}"))?;
        let (place, key) = self
            .root
            .find(from)
            .ok_or_else(|| format!("move operation does not apply: doc is missing from path: {from}: {MISSING}"))?;
        let part = place.remove(&key).map_err(|error| format!("error in move for path: '{key}': {error}"))?;
        let path = op.path.get("path").map_err(|error| format!("move operation failed to decode path: {error}"))?;
        self.deepen_by(path, from, &part)?;
        let (place, key) = self
            .root
            .find(path)
            .ok_or_else(|| format!("move operation does not apply: doc is missing destination path: {path}: {MISSING}"))?;
        place.add(key, part).map_err(|error| format!("error in move for path: '{path}': {error}"))
    }

    fn test(&mut self, op: &Op) -> Result<(), String> {
        let path = op.path.get("path").map_err(|error| format!("test operation failed to decode path: {error}"))?;
        let failed = || format!("testing value {path} failed: {TEST_FAILED}");
        let wanted = op.value.as_ref();
        if path.is_empty() {
            return if wanted.is_some_and(|wanted| self.root.confirm(wanted)) { Ok(()) } else { Err(failed()) };
        }
        let (place, key) =
            self.root.find(path).ok_or_else(|| format!("test operation does not apply: is missing path: {path}: {MISSING}"))?;
        let found = place.get(&key).map_err(|error| format!("error in test for path: '{path}': {error}"))?;
        let wanted = wanted.filter(|wanted| !wanted.is_null());
        let same = match (found, wanted) {
            (None | Some(Node::Nil), None) => true,
            (None, Some(_)) | (Some(_), None) => false,
            (Some(found), Some(wanted)) => found.confirm(wanted),
        };
        if same { Ok(()) } else { Err(failed()) }
    }

    fn copy(&mut self, op: &Op) -> Result<(), String> {
        let from = op.from.get("from").map_err(|error| format!("copy operation failed to decode from: {error}"))?;
        let (place, key) = self
            .root
            .find(from)
            .ok_or_else(|| format!("copy operation does not apply: doc is missing from path: {from}: {MISSING}"))?;
        let found = place.get(&key).map_err(|error| format!("error in copy for from: '{from}': {error}"))?;
        let there = found.is_some();
        let Member::Text(path) = &op.path else { return Err(format!("copy operation failed to decode path: {MISSING}")) };
        if self.root.find(path).is_none() {
            return Err(format!("copy operation does not apply: doc is missing destination path: {path}: {MISSING}"));
        }
        // Finding the destination may have opened what is copied. A key that is not there is copied as null.
        let part = match self.root.find(from) {
            Some((place, key)) if there => place.get(&key)?.map_or(Value::Null, |found| found.clone().into_value()),
            _ => Value::Null,
        };
        if !part.is_null() {
            self.copied += part.to_json().len();
        }
        if self.copied > MAX_COPIED_BYTES {
            return Err(format!(
                "Unable to complete the copy, the accumulated size increase of copy is {}, exceeding the limit {MAX_COPIED_BYTES}",
                self.copied
            ));
        }
        let part = Node::from(part);
        self.deepen_by(path, from, &part)?;
        let Some((place, key)) = self.root.find(path) else { return Err(MISSING.to_owned()) };
        place.add(key, part).map_err(|error| format!("error while adding value during copy: {error}"))
    }
}

/// How many containers are around what a path names.
fn levels(path: &str) -> usize {
    path.bytes().filter(|&byte| byte == b'/').count()
}

#[cfg(test)]
mod tests;
