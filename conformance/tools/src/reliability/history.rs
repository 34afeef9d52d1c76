//! What clients did and saw: the words in which `checker` judges a run. Made by `clients`, `watchers` and hand-made in tests.
//!
//! Objects are reduced to small numbers: every write has a token of its own, and everything else in the object follows from it, so
//! that a half-written object shows as soon as it is read (`object::read`). It holds no I/O.

use std::collections::BTreeMap;
use std::fmt;

/// A resourceVersion.
pub(crate) type Revision = u64;

/// Which object.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct Key {
    /// Index into `object::KINDS`.
    pub(crate) kind: u8,
    /// Index into the namespaces of the run.
    pub(crate) namespace: u8,
    pub(crate) name: u16,
}

impl fmt::Display for Key {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}/{}/{}", self.kind, self.namespace, self.name)
    }
}

/// One stored state of an object.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Version {
    pub(crate) revision: Revision,
    /// The write that made its content.
    pub(crate) token: u64,
    pub(crate) uid: u128,
}

impl fmt::Display for Version {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "revision {} content {} uid {:08x}", self.revision, self.token, self.uid >> 96)
    }
}

/// The types of a watch event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Change {
    Added,
    Modified,
    /// The version has the last content and the revision of the deletion.
    Deleted,
}

/// One event.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Event {
    pub(crate) change: Change,
    pub(crate) key: Key,
    pub(crate) version: Version,
}

impl fmt::Display for Event {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{:?} {} at {}", self.change, self.key, self.version)
    }
}

/// What a write asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Intent {
    Create,
    /// A whole object with this resourceVersion.
    Update(Revision),
    /// The same for a kind of which an object that is not there is created by it.
    Upsert(Revision),
    Patch,
    /// With this resourceVersion as a precondition, if any.
    Delete(Option<Revision>),
}

/// Why a write was refused. A refused write has done nothing.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Refusal {
    /// 409 AlreadyExists.
    Exists,
    /// 404.
    Missing,
    /// 409 Conflict.
    Conflict,
    /// No room, too much work, or anything else that has nothing to do with the object's state.
    Other,
}

/// What the client knows of its write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Outcome {
    Stored(Version),
    /// The object with this uid is gone.
    Deleted(u128),
    Refused(Refusal),
    /// The connection broke, or an answer that leaves it open.
    Unknown,
}

/// One write.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Write {
    pub(crate) key: Key,
    pub(crate) intent: Intent,
    pub(crate) token: u64,
    /// The highest revision that any client knew before it was sent.
    pub(crate) since: Revision,
    pub(crate) outcome: Outcome,
}

/// One GET.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Read {
    pub(crate) key: Key,
    pub(crate) since: Revision,
    pub(crate) found: Option<Version>,
}

/// What a list or a watch covers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Scope {
    pub(crate) kind: u8,
    pub(crate) namespace: Option<u8>,
    /// Only objects with this colour label.
    pub(crate) colour: Option<u8>,
}

/// The colour label that a content carries.
pub(crate) const fn colour(token: u64) -> u8 {
    (token % 2) as u8
}

impl Scope {
    /// Everything of a kind.
    pub(crate) const fn of(kind: u8) -> Self {
        Self { kind, namespace: None, colour: None }
    }

    pub(crate) fn covers(&self, key: Key) -> bool {
        self.kind == key.kind && self.namespace.is_none_or(|namespace| namespace == key.namespace)
    }

    pub(crate) fn selects(&self, token: u64) -> bool {
        self.colour.is_none_or(|wanted| wanted == colour(token))
    }
}

/// One consistent list.
#[derive(Clone, Debug)]
pub(crate) struct List {
    pub(crate) scope: Scope,
    pub(crate) since: Revision,
    pub(crate) revision: Revision,
    pub(crate) items: BTreeMap<Key, Version>,
}

/// One thing that a watch delivered.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    Event(Event),
    Bookmark(Revision),
}

impl Step {
    pub(crate) const fn revision(&self) -> Revision {
        match self {
            Self::Event(event) => event.version.revision,
            Self::Bookmark(revision) => *revision,
        }
    }
}

/// What one watch request delivered, or the part of it since the last check.
#[derive(Clone, Debug)]
pub(crate) struct Segment {
    pub(crate) watcher: usize,
    pub(crate) scope: Scope,
    /// It was to deliver what comes after this revision.
    pub(crate) from: Revision,
    pub(crate) steps: Vec<Step>,
    /// It still ran, and had time to deliver everything.
    pub(crate) complete: bool,
}

impl Segment {
    /// The revision from which the watch can be taken up again.
    pub(crate) fn reached(&self) -> Revision {
        self.steps.last().map_or(self.from, Step::revision)
    }
}

/// Everything since the last check.
#[derive(Clone, Debug, Default)]
pub(crate) struct Record {
    pub(crate) writes: Vec<Write>,
    pub(crate) reads: Vec<Read>,
    pub(crate) lists: Vec<List>,
    pub(crate) segments: Vec<Segment>,
}
