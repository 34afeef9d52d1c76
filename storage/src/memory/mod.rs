//! The store in memory: nothing survives the process. Used by `--memory`, by tests and by in-process clusters. All of it is the engine
//! without a journal.

use bytes::Bytes;
use sys::{BoxFuture, Sys};

use crate::engine::state::State;
use crate::engine::{Engine, Limits};
use crate::{
    Committed, Error, GetAnswer, Key, RangeAnswer, RangeRequest, Revision, Revisions, Snapshot, SnapshotError, Statistics, Store,
    Txn, Watch,
};

/// The store in memory. Cheap to clone; all clones are one store.
#[derive(Clone)]
pub struct MemoryStore {
    pub(crate) engine: Engine,
}

impl MemoryStore {
    /// An empty store, at revision 1.
    #[must_use]
    pub fn new(sys: Sys, limits: Limits) -> Self {
        Self { engine: Engine::new(sys, limits, State::empty(Revision(1), None), None) }
    }

    /// A store that holds what a snapshot held. Its revision is greater than the snapshot's and than `past`, which must be at least
    /// any revision that was ever handed out by the store that this one replaces; everything before counts as compacted, so that a
    /// client with an old revision starts again instead of missing changes.
    ///
    /// # Errors
    /// The stream is no intact snapshot, or could not be read.
    pub fn restore(
        sys: Sys,
        limits: Limits,
        pieces: impl Iterator<Item = Result<Bytes, std::io::Error>>,
        past: Revision,
    ) -> Result<Self, SnapshotError> {
        let state = Engine::restored(&sys, pieces, past)?;
        Ok(Self { engine: Engine::new(sys, limits, state, None) })
    }
}

crate::store::delegate!(MemoryStore, engine);

#[cfg(test)]
mod tests;
