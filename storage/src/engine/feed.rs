//! Hands committed batches to watches. The committer pushes each batch to the queues of the watches whose prefix it touches and never
//! waits; a watch that is new, or whose queue was full, reads what it lacks from the published log and then joins the queue again,
//! so that nothing is skipped and nothing comes twice.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::task::{Context, Poll};

use futures_util::task::AtomicWaker;

use super::Inner;
use super::state::{State, under_prefix};
use crate::{Batch, Error, Key, Progress, Revision, Watch, WatchItem, WatchSource};

/// Log entries a watch looks at in one poll before it lets others run.
const SCAN_PER_POLL: usize = 1024;
/// Log entries a watch may look at while the committer may wait for its queue.
const SCAN_LOCKED: usize = 32;
const NOTHING: u64 = u64::MAX;

pub(crate) struct Feed {
    /// The newest revision that every queue has.
    observed: AtomicU64,
    /// The lowest revision that a watch wants a progress item for.
    wanted: AtomicU64,
    closed: AtomicBool,
    subscribers: Mutex<Subscribers>,
}

#[derive(Default)]
struct Subscribers {
    by_prefix: BTreeMap<Key, Vec<Arc<Subscriber>>>,
    /// The lengths of those prefixes: a key is looked up once per length, not once per watch.
    lengths: BTreeSet<usize>,
}

struct Subscriber {
    prefix: Key,
    queue: Mutex<Queue>,
    waker: AtomicWaker,
    /// The revision of the newest item in the queue or taken from it; `NOTHING` while the watch reads from the log.
    enqueued: AtomicU64,
    /// The revision for which a progress item is wanted, or `NOTHING`.
    wanted: AtomicU64,
}

struct Queue {
    items: VecDeque<WatchItem>,
    /// Everything up to here was queued or lies outside the prefix, unless `lagging`.
    cursor: Revision,
    lagging: bool,
    closed: bool,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Feed {
    pub(crate) fn new(revision: Revision) -> Self {
        Self {
            observed: AtomicU64::new(revision.0),
            wanted: AtomicU64::new(NOTHING),
            closed: AtomicBool::new(false),
            subscribers: Mutex::default(),
        }
    }

    pub(crate) fn observed(&self) -> Revision {
        Revision(self.observed.load(Ordering::Acquire))
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.closed.load(Ordering::Acquire)
    }

    /// Hands out batches whose state is published already. Called by the committer only.
    pub(crate) fn publish(&self, batches: &[Arc<Batch>], bound: usize) {
        let subscribers = lock(&self.subscribers);
        for batch in batches {
            subscribers.dispatch(batch, bound);
        }
        if let Some(last) = batches.last() {
            self.observed.store(last.revision.0, Ordering::Release);
            self.serve_wanted(&subscribers, last.revision);
        }
    }

    /// Queues the progress items that have come due. Under the lock that `publish` holds, so that no batch is halfway handed out.
    fn serve_wanted(&self, subscribers: &Subscribers, observed: Revision) {
        if self.wanted.load(Ordering::Acquire) > observed.0 {
            return;
        }
        self.wanted.store(NOTHING, Ordering::Release);
        for subscriber in subscribers.by_prefix.values().flatten() {
            let wanted = subscriber.wanted.load(Ordering::Acquire);
            if wanted <= observed.0 {
                subscriber.wanted.store(NOTHING, Ordering::Release);
                subscriber.push_progress(observed);
            } else {
                self.wanted.fetch_min(wanted, Ordering::AcqRel);
            }
        }
    }

    fn remove(&self, subscriber: &Arc<Subscriber>) {
        let mut subscribers = lock(&self.subscribers);
        let Some(list) = subscribers.by_prefix.get_mut(&subscriber.prefix) else { return };
        list.retain(|other| !Arc::ptr_eq(other, subscriber));
        if list.is_empty() {
            subscribers.by_prefix.remove(&subscriber.prefix);
            subscribers.lengths = subscribers.by_prefix.keys().map(|prefix| prefix.len()).collect();
        }
    }

    /// Ends all watches, and all that are started later.
    pub(crate) fn close(&self) {
        self.closed.store(true, Ordering::Release);
        for subscriber in lock(&self.subscribers).by_prefix.values().flatten() {
            lock(&subscriber.queue).closed = true;
            subscriber.waker.wake();
        }
    }
}

impl Subscribers {
    fn dispatch(&self, batch: &Arc<Batch>, bound: usize) {
        let mut served: Vec<&Key> = Vec::new();
        for change in &batch.changes {
            for length in &self.lengths {
                let Some((prefix, list)) = change.key.get(..*length).and_then(|start| self.by_prefix.get_key_value(start)) else {
                    continue;
                };
                // Another change of the same batch may have led here already.
                if served.contains(&prefix) {
                    continue;
                }
                served.push(prefix);
                let Some(part) = under_prefix(batch, prefix) else { continue };
                for subscriber in list {
                    subscriber.push(&part, bound);
                }
            }
        }
    }
}

impl Subscriber {
    fn push(&self, batch: &Arc<Batch>, bound: usize) {
        let mut queue = lock(&self.queue);
        if queue.lagging || batch.revision <= queue.cursor {
            return;
        }
        if queue.items.len() >= bound {
            queue.lagging = true;
            self.enqueued.store(NOTHING, Ordering::Release);
        } else {
            queue.cursor = batch.revision;
            self.enqueued.store(batch.revision.0, Ordering::Release);
            queue.items.push_back(WatchItem::Batch(batch.clone()));
        }
        drop(queue);
        self.waker.wake();
    }

    fn push_progress(&self, revision: Revision) {
        let mut queue = lock(&self.queue);
        // A lagging watch tells its progress when it has caught up.
        if queue.lagging || revision < queue.cursor {
            return;
        }
        queue.cursor = revision;
        // At most one between two batches, however often it is asked for.
        if matches!(queue.items.back(), Some(WatchItem::Progress(_))) {
            queue.items.pop_back();
        }
        queue.items.push_back(WatchItem::Progress(revision));
        drop(queue);
        self.waker.wake();
    }
}

/// Starts a watch.
pub(crate) fn watch(inner: &Arc<Inner>, prefix: Key, after: Revision) -> Result<Watch, Error> {
    let subscriber = Arc::new(Subscriber {
        prefix: prefix.clone(),
        queue: Mutex::new(Queue { items: VecDeque::new(), cursor: after, lagging: true, closed: false }),
        waker: AtomicWaker::new(),
        enqueued: AtomicU64::new(NOTHING),
        wanted: AtomicU64::new(NOTHING),
    });
    let mut subscribers = lock(&inner.feed.subscribers);
    // Looked at under the lock, so that `close` either sees this watch or is seen here.
    if inner.feed.is_closed() {
        return Err(Error::ShuttingDown);
    }
    let compacted = inner.published.load().compacted;
    if after < compacted {
        return Err(Error::Compacted { requested: after, compacted });
    }
    subscribers.lengths.insert(prefix.len());
    subscribers.by_prefix.entry(prefix).or_default().push(subscriber.clone());
    drop(subscribers);
    Ok(Watch::new(EngineWatch { store: Arc::downgrade(inner), feed: inner.feed.clone(), subscriber, ended: None }))
}

struct EngineWatch {
    /// Weak, so that a forgotten watch does not keep a store's data.
    store: Weak<Inner>,
    feed: Arc<Feed>,
    subscriber: Arc<Subscriber>,
    ended: Option<Error>,
}

impl Drop for EngineWatch {
    fn drop(&mut self) {
        // A progress handle may live on; nothing is known any more about what nobody takes.
        let mut queue = lock(&self.subscriber.queue);
        queue.lagging = true;
        queue.items.clear();
        self.subscriber.enqueued.store(NOTHING, Ordering::Release);
        drop(queue);
        self.feed.remove(&self.subscriber);
    }
}

/// What a step of catching up found.
enum CaughtUp {
    Item(WatchItem),
    /// Everything, and there is nothing to tell: the watch starts after a revision that has not happened yet.
    Silent,
    /// Many log entries without a match; more are left.
    NotYet,
}

impl EngineWatch {
    fn poll(&self, context: &mut Context<'_>) -> Poll<Result<WatchItem, Error>> {
        self.subscriber.waker.register(context.waker());
        let (cursor, closed) = {
            let mut queue = lock(&self.subscriber.queue);
            if let Some(item) = queue.items.pop_front() {
                return Poll::Ready(Ok(item));
            }
            if !queue.lagging {
                return if queue.closed { Poll::Ready(Err(Error::ShuttingDown)) } else { Poll::Pending };
            }
            (queue.cursor, queue.closed)
        };
        // A closed store still hands out what was committed before.
        let Some(store) = self.store.upgrade() else { return Poll::Ready(Err(Error::ShuttingDown)) };
        match self.catch_up(&store, cursor) {
            Ok(CaughtUp::Item(item)) => Poll::Ready(Ok(item)),
            Ok(CaughtUp::Silent) if closed => Poll::Ready(Err(Error::ShuttingDown)),
            Ok(CaughtUp::Silent) => Poll::Pending,
            Ok(CaughtUp::NotYet) => {
                context.waker().wake_by_ref();
                Poll::Pending
            }
            Err(error) => Poll::Ready(Err(error)),
        }
    }

    /// Reads from the log after `cursor`, which only this watch moves while it lags.
    fn catch_up(&self, store: &Inner, cursor: Revision) -> Result<CaughtUp, Error> {
        let (found, scanned_to, at_end) = self.scan(&store.published.load(), cursor, SCAN_PER_POLL)?;
        if let Some(batch) = found {
            lock(&self.subscriber.queue).cursor = batch.revision;
            return Ok(CaughtUp::Item(WatchItem::Batch(batch)));
        }
        let mut queue = lock(&self.subscriber.queue);
        queue.cursor = scanned_to;
        if !at_end {
            return Ok(CaughtUp::NotYet);
        }
        // The committer publishes before it pushes. A commit published before this load is found by the scan; a later one is pushed
        // after this lock is let go, when the watch lags no more.
        let state = store.published.load();
        let (found, scanned_to, at_end) = self.scan(&state, scanned_to, SCAN_LOCKED)?;
        if let Some(batch) = found {
            queue.cursor = batch.revision;
            return Ok(CaughtUp::Item(WatchItem::Batch(batch)));
        }
        queue.cursor = scanned_to;
        if !at_end {
            return Ok(CaughtUp::NotYet);
        }
        queue.lagging = false;
        self.subscriber.enqueued.store(queue.cursor.0, Ordering::Release);
        if queue.cursor > state.revision {
            return Ok(CaughtUp::Silent);
        }
        Ok(CaughtUp::Item(WatchItem::Progress(queue.cursor)))
    }

    /// The first batch under the prefix among the next `most` log entries after `cursor`; how far that looked; whether it was all.
    fn scan(&self, state: &State, cursor: Revision, most: usize) -> Result<(Option<Arc<Batch>>, Revision, bool), Error> {
        if cursor < state.compacted {
            return Err(Error::Compacted { requested: cursor, compacted: state.compacted });
        }
        let mut scanned_to = cursor;
        for (visited, (revision, logged)) in state.log.from(cursor.next()).enumerate() {
            if visited == most {
                return Ok((None, scanned_to, false));
            }
            scanned_to = revision;
            if let Some(part) = state.batch(revision, logged, &self.subscriber.prefix)? {
                return Ok((Some(part), scanned_to, false));
            }
        }
        Ok((None, cursor.max(state.revision), true))
    }
}

impl WatchSource for EngineWatch {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Result<WatchItem, Error>> {
        if let Some(error) = &self.ended {
            return Poll::Ready(Err(error.clone()));
        }
        let answer = self.poll(context);
        if let Poll::Ready(Err(error)) = &answer {
            self.ended = Some(error.clone());
        }
        answer
    }

    fn progress(&self) -> Arc<dyn Progress> {
        Arc::new(Position { feed: self.feed.clone(), subscriber: self.subscriber.clone() })
    }
}

struct Position {
    feed: Arc<Feed>,
    subscriber: Arc<Subscriber>,
}

impl Progress for Position {
    fn known(&self, applied: Revision) -> Revision {
        // In this order: what was observed was queued before, so that an empty queue now means that nothing up to there is missing.
        let observed = self.feed.observed();
        let enqueued = self.subscriber.enqueued.load(Ordering::Acquire);
        if applied.0 >= enqueued { observed.max(applied) } else { applied }
    }

    fn request(&self, revision: Revision) {
        self.subscriber.wanted.fetch_min(revision.0, Ordering::AcqRel);
        let subscribers = lock(&self.feed.subscribers);
        self.feed.wanted.fetch_min(revision.0, Ordering::AcqRel);
        self.feed.serve_wanted(&subscribers, self.feed.observed());
    }
}
