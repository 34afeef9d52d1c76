//! Superseded values: in memory while they are recent, by place on disk afterwards (a durable store only). Used by the state and by the
//! watches; it must never know how files look, which is the archive's business.

use std::sync::Arc;

use crate::item::{Place, SharedItem};
use crate::{Batch, Error, Item, Key, Revision};

/// What a key held before a commit.
#[derive(Clone)]
pub(crate) enum Past {
    /// Nothing.
    Nothing,
    /// A value that is in memory.
    Item(SharedItem),
    /// A value on disk.
    Stored(Stored),
}

/// How to find a value on disk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Stored {
    /// Where it was written. The file may be gone; then a checkpoint has the value under its key.
    pub(crate) place: Place,
    /// The commit that wrote it, so that a wrong value can never be taken for it.
    pub(crate) mod_revision: Revision,
}

impl From<Option<SharedItem>> for Past {
    fn from(item: Option<SharedItem>) -> Self {
        item.map_or(Self::Nothing, Self::Item)
    }
}

/// The keys of a commit and what it left under them.
pub(crate) type Commit = Vec<(Key, Option<Arc<Item>>)>;

/// Reads what is no longer in memory. Reads block, for as long as the system takes to fetch a page.
pub(crate) trait Archive: Send + Sync {
    /// A value. `Ok(None)` when its file has been given up since: history has moved on.
    fn item(&self, key: &Key, stored: Stored) -> Result<Option<SharedItem>, Error>;
    /// A commit. `Ok(None)` as above.
    fn commit(&self, place: Place) -> Result<Option<Commit>, Error>;
}

/// A commit in the log.
#[derive(Clone)]
pub(crate) enum Record {
    /// In memory.
    Batch(Arc<Batch>),
    /// On disk.
    Stored {
        /// Where.
        place: Place,
        /// The keys that it changed, in its order.
        keys: Arc<[Key]>,
    },
}
