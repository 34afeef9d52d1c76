//! What a cacher answers instead of data. The endpoints turn these into Status objects.

use std::sync::Arc;

use storage::{Key, Revision};

/// A stored value that cannot be decoded. Its key stays known, so that it can be deleted.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("the object stored under {key} at revision {revision} cannot be decoded: {why}")]
pub struct CorruptObject {
    /// Where it lies.
    pub key: Key,
    /// The revision that wrote it.
    pub revision: Revision,
    /// What the decoder says.
    pub why: String,
}

/// Why a read was not answered.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ReadError {
    /// The revision has not been reached in time (upstream: "Too large resource version", 504 with a retry after a second).
    #[error("Too large resource version: {requested}, current: {current}")]
    TooLarge {
        /// What was asked for.
        requested: Revision,
        /// How far the cache reaches.
        current: Revision,
    },
    /// The revision's history is gone (upstream: 410 Expired).
    #[error("revision {requested} has been compacted, the oldest readable one is {compacted}")]
    Compacted {
        /// What was asked for.
        requested: Revision,
        /// The oldest revision that can be read.
        compacted: Revision,
    },
    /// The cache has not been filled in time (upstream: 429).
    #[error("the cache has not been filled yet")]
    NotReady,
    /// An object in the way cannot be decoded.
    #[error(transparent)]
    Corrupt(#[from] Arc<CorruptObject>),
    /// The store did not answer.
    #[error(transparent)]
    Store(storage::Error),
    /// The cacher has been stopped.
    #[error("the cache has been stopped")]
    Stopped,
}

/// Why a watch did not start.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WatchError {
    /// Changes after the requested revision are gone (upstream: 410 Expired with exactly this message, sent as an ERROR event).
    #[error("too old resource version: {requested} ({oldest})")]
    Expired {
        /// What was asked for.
        requested: Revision,
        /// The oldest revision that a watch can start after.
        oldest: Revision,
    },
    /// The initial state could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
}
