//! The store in memory: nothing survives the process. Used by `--memory`, by tests and by in-process clusters.
//!
//! State is a set of persistent maps published through one pointer: readers take the pointer and never wait, at the current revision
//! or at an old one. Writers queue up; whichever finds the committer free applies what waits as one turn (`committer.rs`), publishes
//! the new state, hands the batches to the watches (`feed.rs`) and only then answers. Two stores share nothing.

use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use sys::{BoxFuture, Sys};

use crate::{
    Committed, Error, GetAnswer, Key, RangeAnswer, RangeRequest, Revision, Revisions, Snapshot, SnapshotError, Store, Txn, Watch,
    snapshot,
};

mod committer;
mod expiry;
mod feed;
mod state;

use committer::Committer;
use feed::Feed;
use state::{Published, State};

/// Every bound of a [`MemoryStore`], with its reason.
#[derive(Clone, Debug)]
pub struct Limits {
    /// Bytes in a key. Long enough for group, resource, namespace and name at their largest; keys are kept twice per change.
    pub key_bytes: usize,
    /// Bytes in all values of one transaction: etcd's request limit, so that what fits here fits there.
    pub txn_bytes: usize,
    /// Operations in one transaction: etcd's limit, for the same reason.
    pub txn_operations: usize,
    /// Bytes of live keys and values: etcd's default quota. Beyond it only what does not grow the store is admitted.
    pub live_bytes: usize,
    /// Transactions that may wait for the committer; more is overload that waiting would only make worse.
    pub waiting: usize,
    /// Transactions applied in one turn, before the committer publishes and answers: bounds the latency that grouping adds.
    pub group: usize,
    /// How long superseded values stay readable: upstream compacts every 5 minutes, and continue tokens live that long.
    pub history_age: Duration,
    /// Bytes of memory for superseded values, because at a high write rate 5 minutes of them would be gigabytes. 128 MiB are 5 minutes
    /// of 100 writes a second of 4 KB.
    pub history_bytes: usize,
    /// Batches queued for one watch; one that has more to catch up on reads them from history instead.
    pub watch_queue: usize,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            key_bytes: 2048,
            txn_bytes: 3 << 19,
            txn_operations: 128,
            live_bytes: 2 << 30,
            waiting: 10_000,
            group: 256,
            history_age: Duration::from_secs(5 * 60),
            history_bytes: 128 << 20,
            watch_queue: 1024,
        }
    }
}

/// The store in memory. Cheap to clone; all clones are one store.
#[derive(Clone)]
pub struct MemoryStore {
    inner: Arc<Inner>,
}

/// What the store's handles, its watches' registrations and its expiry task share.
struct Inner {
    sys: Sys,
    limits: Limits,
    published: Published,
    committer: Committer,
    feed: Arc<Feed>,
    expiry: Arc<expiry::Signal>,
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.expiry.stop();
        self.feed.close();
    }
}

impl MemoryStore {
    /// An empty store, at revision 1.
    #[must_use]
    pub fn new(sys: Sys, limits: Limits) -> Self {
        Self::with_state(sys, limits, State::empty(Revision(1)))
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
        let contents = snapshot::read(pieces, sys.clock.tick())?;
        let mut state = State::empty(contents.revision.max(past).next());
        for item in contents.items {
            state.restore(item);
        }
        let expires = state.live.values().any(|item| item.expires_at.is_some());
        let store = Self::with_state(sys, limits, state);
        if expires {
            expiry::start(&store.inner);
        }
        Ok(store)
    }

    fn with_state(sys: Sys, limits: Limits, state: State) -> Self {
        let revision = state.revision;
        let expiry = Arc::new(expiry::Signal::default());
        let committer = Committer::new(state.clone());
        let published = Published::new(state);
        Self { inner: Arc::new(Inner { sys, limits, published, committer, feed: Arc::new(Feed::new(revision)), expiry }) }
    }

    /// The newest published state, unless the store is closed.
    fn open_state(&self) -> Result<Arc<State>, Error> {
        if self.inner.feed.is_closed() { Err(Error::ShuttingDown) } else { Ok(self.inner.published.load()) }
    }

    fn read_range(&self, request: &RangeRequest) -> Result<RangeAnswer, Error> {
        let state = self.open_state()?;
        let revision = state.readable(request.at)?;
        Ok(state.range(request, revision))
    }

    fn read_key(&self, key: &Key, at: Option<Revision>) -> Result<GetAnswer, Error> {
        let state = self.open_state()?;
        let revision = state.readable(at)?;
        Ok(GetAnswer { item: state.get(key, revision), revision })
    }

    fn copy(&self) -> Result<Snapshot, Error> {
        let state = self.open_state()?;
        let now = self.inner.sys.clock.tick();
        Ok(Snapshot::new(state.revision, state.live.len(), now, state.live.clone().into_iter().map(|(_, item)| item)))
    }
}

impl Store for MemoryStore {
    fn get<'a>(&'a self, key: &'a Key, at: Option<Revision>) -> BoxFuture<'a, Result<GetAnswer, Error>> {
        Box::pin(std::future::ready(self.read_key(key, at)))
    }

    fn range(&self, request: RangeRequest) -> BoxFuture<'_, Result<RangeAnswer, Error>> {
        Box::pin(std::future::ready(self.read_range(&request)))
    }

    fn commit(&self, txn: Txn) -> BoxFuture<'_, Result<Committed, Error>> {
        Box::pin(committer::commit(&self.inner, txn))
    }

    fn watch(&self, prefix: Key, after: Revision) -> BoxFuture<'_, Result<Watch, Error>> {
        Box::pin(std::future::ready(feed::watch(&self.inner, prefix, after)))
    }

    fn compact(&self, revision: Revision) -> BoxFuture<'_, Result<(), Error>> {
        Box::pin(std::future::ready(committer::compact(&self.inner, revision)))
    }

    fn revisions(&self) -> Revisions {
        // `current` first: the state that is loaded afterwards is at least as new, so that its compacted revision may be, too.
        let current = self.inner.feed.observed();
        Revisions { current, compacted: self.inner.published.load().compacted.min(current) }
    }

    fn latest(&self) -> BoxFuture<'_, Result<Revision, Error>> {
        Box::pin(std::future::ready(self.open_state().map(|_| self.inner.feed.observed())))
    }

    fn snapshot(&self) -> BoxFuture<'_, Result<Snapshot, Error>> {
        Box::pin(std::future::ready(self.copy()))
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        self.inner.expiry.stop();
        committer::close(&self.inner);
        Box::pin(std::future::ready(()))
    }
}

#[cfg(test)]
mod tests;
