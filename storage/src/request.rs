//! Requests to a store and their answers.

use std::sync::Arc;
use std::time::Duration;

use crate::{Item, Key, Revision, Value, prefix_end};

/// The answer to a get.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GetAnswer {
    /// What lies under the key; `None` when nothing does.
    pub item: Option<Arc<Item>>,
    /// The revision of the state that was read: the one asked for, or the current one.
    pub revision: Revision,
}

/// A read of all keys in `start..end`, in byte order.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeRequest {
    /// The first key, inclusive.
    pub start: Key,
    /// The end, exclusive; `None` for no end.
    pub end: Option<Key>,
    /// At most so many items; 0 for all.
    pub limit: usize,
    /// The revision to read; `None` for the current one.
    pub at: Option<Revision>,
    /// Whether bodies and headers may be left out of the answer (an implementation that has them at hand may include them).
    pub keys_only: bool,
    /// Whether `RangeAnswer::count` is wanted; it costs a walk over the range.
    pub count: bool,
}

impl RangeRequest {
    /// Everything under a prefix, at the current revision.
    #[must_use]
    pub fn prefix(prefix: &[u8]) -> Self {
        Self {
            start: Key::from(prefix),
            end: prefix_end(prefix).map(Key::from),
            limit: 0,
            at: None,
            keys_only: false,
            count: false,
        }
    }

    /// The same request, at a revision.
    #[must_use]
    pub fn at(self, revision: Revision) -> Self {
        Self { at: Some(revision), ..self }
    }

    /// The same request, for at most so many items.
    #[must_use]
    pub fn limit(self, limit: usize) -> Self {
        Self { limit, ..self }
    }

    /// The same request from another first key (a continue key).
    #[must_use]
    pub fn from_key(self, start: Key) -> Self {
        Self { start, ..self }
    }

    /// The same request, with the number of all items in the range.
    #[must_use]
    pub fn counted(self) -> Self {
        Self { count: true, ..self }
    }
}

/// The answer to a range.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeAnswer {
    /// The items, by key.
    pub items: Vec<Arc<Item>>,
    /// Whether the limit cut the answer short.
    pub more: bool,
    /// How many items the range holds, the limit ignored; `None` unless asked for.
    pub count: Option<usize>,
    /// The revision of the state that was read.
    pub revision: Revision,
}

/// A condition on one key.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compare {
    /// The key.
    pub key: Key,
    /// The `mod_revision` it must have; `None` when the key must not exist.
    pub mod_revision: Option<Revision>,
}

/// One change of a transaction.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Operation {
    /// Write a value.
    Put {
        /// The key.
        key: Key,
        /// The value.
        value: Value,
        /// Delete the key by itself after so long; `None` keeps it for ever. A later put starts afresh.
        ttl: Option<Duration>,
    },
    /// Delete a key; one that does not exist is left alone.
    Delete {
        /// The key.
        key: Key,
    },
}

impl Operation {
    /// The key that is changed.
    #[must_use]
    pub fn key(&self) -> &Key {
        match self {
            Self::Put { key, .. } | Self::Delete { key } => key,
        }
    }
}

/// Compares and operations that happen together or not at all. No two operations may name one key.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Txn {
    /// All must hold.
    pub compares: Vec<Compare>,
    /// What to change.
    pub operations: Vec<Operation>,
}

impl Txn {
    /// Writes a key that must not exist.
    #[must_use]
    pub fn create(key: Key, value: Value) -> Self {
        Self::default().expect(key.clone(), None).put(key, value)
    }

    /// Writes a key that must stand at the given revision.
    #[must_use]
    pub fn update(key: Key, value: Value, mod_revision: Revision) -> Self {
        Self::default().expect(key.clone(), Some(mod_revision)).put(key, value)
    }

    /// Deletes a key that must stand at the given revision.
    #[must_use]
    pub fn remove(key: Key, mod_revision: Revision) -> Self {
        Self::default().expect(key.clone(), Some(mod_revision)).delete(key)
    }

    /// Adds a compare.
    #[must_use]
    pub fn expect(mut self, key: Key, mod_revision: Option<Revision>) -> Self {
        self.compares.push(Compare { key, mod_revision });
        self
    }

    /// Adds a put without expiry.
    #[must_use]
    pub fn put(self, key: Key, value: Value) -> Self {
        self.put_for(key, value, None)
    }

    /// Adds a put, with expiry if `ttl` says so.
    #[must_use]
    pub fn put_for(mut self, key: Key, value: Value, ttl: Option<Duration>) -> Self {
        self.operations.push(Operation::Put { key, value, ttl });
        self
    }

    /// Adds a delete.
    #[must_use]
    pub fn delete(mut self, key: Key) -> Self {
        self.operations.push(Operation::Delete { key });
        self
    }
}

/// A transaction that was applied.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Committed {
    /// The commit's own revision; when nothing changed (no operation, or only deletes of keys that do not exist) the current one.
    pub revision: Revision,
    /// Whether anything changed.
    pub changed: bool,
    /// What the operations found under their keys, in their order.
    pub previous: Vec<Option<Arc<Item>>>,
}

/// Where a store stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Revisions {
    /// The newest revision known here.
    pub current: Revision,
    /// The oldest one that can be read.
    pub compacted: Revision,
}
