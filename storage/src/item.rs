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
#[derive(Clone, Debug)]
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
    /// Where a durable store has the value on disk, so that it can be read again once it is history. Says nothing about the item.
    pub(crate) place: Place,
}

impl PartialEq for Item {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
            && self.value == other.value
            && self.create_revision == other.create_revision
            && self.mod_revision == other.mod_revision
            && self.expires_at == other.expires_at
    }
}

impl Eq for Item {}

/// Where a record lies: a file of the store and an offset in it, in one number that costs an item eight bytes. Zero is nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Place(u64);

/// The kinds of files that hold records.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum FileKind {
    /// A checkpoint.
    Base,
    /// A segment of the log.
    Segment,
}

/// A file of the store: its kind and number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FileId {
    pub(crate) kind: FileKind,
    pub(crate) number: u32,
}

impl Place {
    const OFFSET_BITS: u32 = 32;
    const SEGMENT: u64 = 1 << 63;

    /// The place at an offset of a file; nowhere when the offset is out of reach (4 GiB).
    pub(crate) fn new(file: FileId, offset: u64) -> Self {
        let kind = if file.kind == FileKind::Segment { Self::SEGMENT } else { 0 };
        let number = u64::from(file.number) & 0x7FFF_FFFF;
        if offset >> Self::OFFSET_BITS != 0 { Self(0) } else { Self(kind | number << Self::OFFSET_BITS | offset) }
    }

    /// The file and the offset; none for nowhere.
    pub(crate) fn get(self) -> Option<(FileId, u64)> {
        let kind = if self.0 & Self::SEGMENT == 0 { FileKind::Base } else { FileKind::Segment };
        let number = u32::try_from(self.0 >> Self::OFFSET_BITS & 0x7FFF_FFFF).unwrap_or(0);
        (number != 0).then_some((FileId { kind, number }, self.0 & u64::from(u32::MAX)))
    }
}

/// Items travel shared: store, history, watch batches and caches hold the same allocation.
pub(crate) type SharedItem = Arc<Item>;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_hold_file_and_offset() {
        let check = |kind, number, offset, kept: bool| {
            let file = FileId { kind, number };
            assert_eq!(Place::new(file, offset).get(), kept.then_some((file, offset)), "{file:?} {offset}");
        };
        check(FileKind::Segment, 1, 0, true);
        check(FileKind::Base, 0x7FFF_FFFF, u64::from(u32::MAX), true);
        check(FileKind::Base, 7, 1 << 32, false);
        assert_eq!(Place::default().get(), None);
    }
}
