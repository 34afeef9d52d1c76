//! What a store can answer instead of doing what it was asked.

use std::sync::Arc;

use crate::{Item, Key, Revision};

/// Why a request was not carried out. Unless stated otherwise nothing was changed and the same request would fail again.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The revision asked for lies before the compacted one; its history is gone for good. The reader has to start again from
    /// current state (the API's 410 Expired).
    #[error("revision {requested} has been compacted, the oldest readable one is {compacted}")]
    Compacted {
        /// What was asked for.
        requested: Revision,
        /// The oldest revision that can still be read.
        compacted: Revision,
    },
    /// The revision asked for has not happened yet. Retryable once the store has reached it.
    #[error("revision {requested} is in the future, the current one is {current}")]
    FutureRevision {
        /// What was asked for.
        requested: Revision,
        /// The newest revision.
        current: Revision,
    },
    /// A compare did not hold; nothing of the transaction was applied. The caller decides again from the value given here.
    #[error("key {key} is not as expected")]
    CompareFailed {
        /// The first key, in the order of the transaction, whose compare failed.
        key: Key,
        /// What lies there now; `None` when the key does not exist.
        current: Option<Arc<Item>>,
        /// The revision at which the compare was made.
        revision: Revision,
    },
    /// A key, a value or a transaction is larger than the store takes.
    #[error("{what} of {size} is over the limit of {limit}")]
    TooLarge {
        /// What is too large.
        what: &'static str,
        /// Its size, in bytes or operations.
        size: usize,
        /// The limit, in the same unit.
        limit: usize,
    },
    /// The request makes no sense, for instance two operations on one key in one transaction. A fault of the caller.
    #[error("invalid request: {0}")]
    Invalid(&'static str),
    /// The store is full: it refuses what makes it larger and still admits deletes. Retryable once something was deleted.
    #[error("the store is full, its limit is {limit} bytes")]
    Full {
        /// The limit on live keys and values, in bytes.
        limit: usize,
    },
    /// The disk that holds the store is full: what needs room is refused, reads and deletes go on. Retryable once there is room again.
    #[error("there is no space left on the disk that holds the store")]
    NoSpace,
    /// Too many transactions wait already. Nothing was changed; retryable after a pause.
    #[error("the store is overloaded: {waiting} transactions wait")]
    Overloaded {
        /// How many wait.
        waiting: usize,
    },
    /// The store is closing or closed. Retryable against another instance.
    #[error("the store is shutting down")]
    ShuttingDown,
    /// The backend could not be reached or failed. For a commit the outcome is unknown: it may have been applied. Retryable.
    #[error("the store is unavailable: {0}")]
    Unavailable(String),
}

impl Error {
    /// Whether the same request may succeed when it is repeated later without a change.
    #[must_use]
    pub fn is_retryable(&self) -> bool {
        matches!(
            self,
            Self::FutureRevision { .. }
                | Self::Full { .. }
                | Self::NoSpace
                | Self::Overloaded { .. }
                | Self::ShuttingDown
                | Self::Unavailable(_)
        )
    }
}
