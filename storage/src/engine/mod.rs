//! What every store of this crate is made of: state as a set of persistent maps published through one pointer, a queue, a committer
//! that takes turns, a feed of batches to watches, expiry. Readers take the pointer and never wait, at the current revision or at an old
//! one. Writers queue up; a turn applies a group, makes it durable if there is a journal, publishes the new state, hands the batches to
//! the watches and only then answers. Called by the two stores; it must never touch a disk itself. Two engines share nothing.

use std::sync::{Arc, Mutex, OnceLock};
use std::time::Duration;

use bytes::Bytes;
use sys::{BoxFuture, Sys};
use tokio::sync::mpsc::{self, UnboundedSender};
use tokio::sync::watch;

use crate::{
    Committed, Error, GetAnswer, Key, RangeAnswer, RangeRequest, Revision, Revisions, Snapshot, SnapshotError, Statistics, Store,
    Txn, Watch, snapshot,
};

mod committer;
mod expiry;
mod feed;
pub(crate) mod history;
pub(crate) mod journal;
mod lead;
mod log;
mod queue;
pub(crate) mod state;
mod turn;

use feed::Feed;
use journal::Journal;
use queue::Queue;
use state::{Published, State};
use turn::{Answer, Working};

/// Every bound of a store, with its reason.
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
    /// Bytes for history, because at a high write rate 5 minutes of it would be gigabytes: memory for a store in memory, log on disk for
    /// one on disk. 128 MiB are 5 minutes of 100 writes a second of 4 KB.
    pub history_bytes: usize,
    /// Bytes of memory for history of a store on disk; older history is read from disk. Enough for watches that fall behind by a moment.
    pub history_cached_bytes: usize,
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
            history_cached_bytes: 16 << 20,
            watch_queue: 1024,
        }
    }
}

/// A store's inside. Cheap to clone; all clones are one store.
#[derive(Clone)]
pub(crate) struct Engine {
    pub(crate) inner: Arc<Inner>,
}

/// What the store's handles, its watches' registrations and its tasks share.
pub(crate) struct Inner {
    pub(crate) sys: Sys,
    pub(crate) limits: Limits,
    pub(crate) published: Published,
    pub(crate) queue: Arc<Queue>,
    working: Mutex<Working>,
    feed: Arc<Feed>,
    expiry: Arc<expiry::Signal>,
    /// Why the store does not go on, once it does not.
    failure: OnceLock<String>,
    /// Whether the store failed, for those who wait for it.
    failed: watch::Sender<bool>,
    /// Whether a committer runs by itself; without one, callers lead.
    committer_runs: bool,
    /// Takes the answers of groups, if a committer runs.
    answers: Option<UnboundedSender<Vec<Answer>>>,
    /// Whether that committer has carried out everything and stopped.
    ended: watch::Sender<bool>,
}

impl Inner {
    /// Stops for good: nothing is acknowledged any more.
    fn fail(&self, why: String) {
        // The first reason is the one that counts.
        let _later = self.failure.set(why);
        self.failed.send_replace(true);
    }
}

impl Drop for Inner {
    fn drop(&mut self) {
        self.expiry.stop();
        self.feed.close();
        // The committer finds the store gone.
        self.queue.filled.notify_one();
    }
}

impl Engine {
    /// An engine over a state. With a journal a committer of its own makes groups durable, and this must be called on a thread of the
    /// process's scheduler.
    pub(crate) fn new(sys: Sys, limits: Limits, state: State, journal: Option<Box<dyn Journal>>) -> Self {
        let (revision, expires, committer_runs) = (state.revision, !state.expiries.is_empty(), journal.is_some());
        let (answers, groups) = mpsc::unbounded_channel();
        let inner = Arc::new(Inner {
            sys,
            limits,
            published: Published::new(state.clone()),
            queue: Arc::default(),
            working: Mutex::new(Working { state, journal }),
            feed: Arc::new(Feed::new(revision)),
            expiry: Arc::default(),
            failure: OnceLock::new(),
            failed: watch::channel(false).0,
            committer_runs,
            answers: committer_runs.then_some(answers),
            ended: watch::channel(false).0,
        });
        if committer_runs {
            let queue = inner.queue.clone();
            if let Some(journal) = &mut lead::lock(&inner.working).journal {
                journal.attach(Arc::new(move || queue.nudge()));
            }
            inner.sys.spawn.task("storage-answers", Box::pin(turn::answer(groups)));
            let task = committer::run(Arc::downgrade(&inner), inner.queue.clone());
            inner.sys.spawn.blocking("storage-commit", Box::pin(task));
        }
        if expires || committer_runs {
            expiry::start(&inner);
        }
        Self { inner }
    }

    /// The state that a snapshot holds, at a revision greater than its own and than `past`; everything before counts as compacted.
    pub(crate) fn restored(
        sys: &Sys,
        pieces: impl Iterator<Item = Result<Bytes, std::io::Error>>,
        past: Revision,
    ) -> Result<State, SnapshotError> {
        let contents = snapshot::read(pieces, sys.clock.tick())?;
        let mut state = State::empty(contents.revision.max(past).next(), None);
        for item in contents.items {
            state.restore(item);
        }
        Ok(state)
    }

    pub(crate) fn has_failed(&self) -> bool {
        self.inner.failure.get().is_some()
    }

    /// The newest published state, unless the store is closed.
    fn open_state(&self) -> Result<Arc<State>, Error> {
        if self.inner.feed.is_closed() { Err(Error::ShuttingDown) } else { Ok(self.inner.published.load()) }
    }

    fn read_range(&self, request: &RangeRequest) -> Result<RangeAnswer, Error> {
        let state = self.open_state()?;
        let revision = state.readable(request.at)?;
        state.range(request, revision)
    }

    fn read_key(&self, key: &Key, at: Option<Revision>) -> Result<GetAnswer, Error> {
        let state = self.open_state()?;
        let revision = state.readable(at)?;
        Ok(GetAnswer { item: state.get(key, revision)?, revision })
    }

    fn copy(&self) -> Result<Snapshot, Error> {
        let state = self.open_state()?;
        let now = self.inner.sys.clock.tick();
        Ok(Snapshot::new(state.revision, state.live.len(), now, state.live.clone().into_iter().map(|(_, item)| item)))
    }

    /// Refuses new work, carries out what waits, ends the watches.
    fn stop(&self) -> BoxFuture<'_, ()> {
        self.inner.expiry.stop();
        self.inner.queue.close();
        if !self.inner.committer_runs {
            lead::finish(&self.inner);
            return Box::pin(std::future::ready(()));
        }
        let mut ended = self.inner.ended.subscribe();
        // The sender lives as long as this handle.
        Box::pin(async move { drop(ended.wait_for(|ended| *ended).await) })
    }
}

impl Store for Engine {
    fn get<'a>(&'a self, key: &'a Key, at: Option<Revision>) -> BoxFuture<'a, Result<GetAnswer, Error>> {
        Box::pin(std::future::ready(self.read_key(key, at)))
    }

    fn range(&self, request: RangeRequest) -> BoxFuture<'_, Result<RangeAnswer, Error>> {
        Box::pin(std::future::ready(self.read_range(&request)))
    }

    fn commit(&self, txn: Txn) -> BoxFuture<'_, Result<Committed, Error>> {
        Box::pin(lead::commit(&self.inner, txn))
    }

    fn watch(&self, prefix: Key, after: Revision) -> BoxFuture<'_, Result<Watch, Error>> {
        Box::pin(std::future::ready(feed::watch(&self.inner, prefix, after)))
    }

    fn compact(&self, revision: Revision) -> BoxFuture<'_, Result<(), Error>> {
        Box::pin(lead::compact(&self.inner, revision))
    }

    fn revisions(&self) -> Revisions {
        // `current` first: the state that is loaded afterwards is at least as new, so that its compacted revision may be, too.
        let current = self.inner.feed.observed();
        Revisions { current, compacted: self.inner.published.load().compacted.min(current) }
    }

    fn latest(&self) -> BoxFuture<'_, Result<Revision, Error>> {
        // Not what the feed has observed: a watch may have delivered a commit that is published and not yet observed, and who saw it
        // must not be told of an older state.
        Box::pin(std::future::ready(self.open_state().map(|state| state.revision)))
    }

    fn snapshot(&self) -> BoxFuture<'_, Result<Snapshot, Error>> {
        Box::pin(std::future::ready(self.copy()))
    }

    fn failed(&self) -> BoxFuture<'static, String> {
        let mut failed = self.inner.failed.subscribe();
        let weak = Arc::downgrade(&self.inner);
        Box::pin(async move {
            let happened = failed.wait_for(|failed| *failed).await.is_ok();
            let why = weak.upgrade().and_then(|inner| inner.failure.get().cloned());
            match why {
                Some(why) if happened => why,
                // A store that is gone does not fail any more.
                _ => std::future::pending().await,
            }
        })
    }

    fn statistics(&self) -> Option<Statistics> {
        // Files are the journal's, and its owner's to tell of.
        None
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        self.stop()
    }
}
