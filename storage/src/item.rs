//! What lies under a key: revisions, values, items.

use std::fmt;
use std::sync::Arc;

use bytes::Bytes;
use sys::Tick;

use crate::{Body, Key};

/// The number of a commit. The empty store is at revision 1, so that zero can mean "none" in requests.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Revision(pub u64);

impl Revision {
    /// The revision after this one.
    #[must_use]
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

impl fmt::Display for Revision {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(out)
    }
}

/// What a caller stores: a header that says how to read the body (codec, schema, transformer; the caller's business) and the body.
/// Cloning shares both.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Value {
    /// A few bytes, best shared between all values of one shape.
    pub header: Bytes,
    /// The content.
    pub body: Body,
}

impl Value {
    /// A value of the given header and body.
    #[must_use]
    pub fn new(header: Bytes, body: Body) -> Self {
        Self { header, body }
    }

    /// Bytes in header and body.
    #[must_use]
    pub fn len(&self) -> usize {
        self.header.len() + self.body.len()
    }

    /// Whether header and body are empty.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Self { header: Bytes::new(), body: Body::from(text.as_bytes()) }
    }
}

/// A key with its value and where it stands in history. Immutable: a later write makes a new one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// The key.
    pub key: Key,
    /// The value.
    pub value: Value,
    /// The commit that created the key (for the last time, if it was deleted in between).
    pub create_revision: Revision,
    /// The commit that wrote this value.
    pub mod_revision: Revision,
    /// When the store deletes the key by itself, on its own clock; `None` for never.
    pub expires_at: Option<Tick>,
}

/// Items travel shared: store, history, watch batches and caches hold the same allocation.
pub(crate) type SharedItem = Arc<Item>;
