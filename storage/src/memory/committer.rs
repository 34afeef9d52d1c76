//! Applies transactions, one turn at a time. Whoever queues a transaction and finds nobody leading leads: it takes turns for all that
//! wait (apply, publish, feed, answer, in this order) and soon hands what has queued up meanwhile to a task. A turn does no I/O, waits for
//! nothing and takes microseconds per transaction.

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sys::Tick;
use tokio::sync::oneshot;

use super::state::State;
use super::{Inner, Limits, expiry};
use crate::item::SharedItem;
use crate::{Change, Committed, Error, Item, Key, Operation, Revision, Txn};

/// Commits looked at for retention, and freed, per turn and transaction: more than one each, so that pruning catches up.
const PRUNE_PER_TURN: usize = 64;
/// Turns that a caller takes before it hands over what others have queued: starting a task costs more than a short turn.
const TURNS_OF_A_CALLER: usize = 4;
/// Commits freed per step of an explicit compaction, between which writers get their turn.
const PRUNE_PER_STEP: usize = 1024;

struct Waiting {
    txn: Txn,
    answer: oneshot::Sender<Result<Committed, Error>>,
}

#[derive(Default)]
struct Queue {
    waiting: VecDeque<Waiting>,
    /// Whether someone will look at the queue again.
    led: bool,
    closed: bool,
}

/// What only the one who applies something touches.
struct Working {
    state: State,
    /// Deadlines of live keys.
    expiries: BTreeSet<(Tick, Key)>,
}

pub(super) struct Committer {
    queue: Mutex<Queue>,
    working: Mutex<Working>,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Committer {
    pub(super) fn new(state: State) -> Self {
        let expiries = state.live.values().filter_map(|item| Some((item.expires_at?, item.key.clone()))).collect();
        Self { queue: Mutex::default(), working: Mutex::new(Working { state, expiries }) }
    }

    /// Makes the committer look as if someone were leading.
    #[cfg(test)]
    pub(super) fn pretend_led(&self, led: bool) {
        lock(&self.queue).led = led;
    }

    /// The nearest deadline of a live key.
    pub(super) fn nearest_expiry(&self) -> Option<Tick> {
        lock(&self.working).expiries.first().map(|(at, _)| *at)
    }
}

/// Queues a transaction, leads if nobody does, and waits for the answer.
pub(super) async fn commit(inner: &Arc<Inner>, txn: Txn) -> Result<Committed, Error> {
    check_size(&txn, &inner.limits)?;
    let (sender, receiver) = oneshot::channel();
    let leads = {
        let mut queue = lock(&inner.committer.queue);
        if queue.closed {
            return Err(Error::ShuttingDown);
        }
        if queue.waiting.len() >= inner.limits.waiting {
            return Err(Error::Overloaded { waiting: queue.waiting.len() });
        }
        queue.waiting.push_back(Waiting { txn, answer: sender });
        !std::mem::replace(&mut queue.led, true)
    };
    if leads && !lead(inner, TURNS_OF_A_CALLER) {
        // Others queued up meanwhile. Their work must not hold up this caller's answer.
        let rest = Arc::downgrade(inner);
        let body = Box::pin(async move {
            // A store that is dropped has nobody left who waits.
            if let Some(inner) = rest.upgrade() {
                lead(&inner, usize::MAX);
            }
        });
        inner.sys.spawn.task("storage-commit", body);
    }
    receiver.await.unwrap_or_else(|_| Err(Error::Unavailable("the committer failed".to_owned())))
}

/// Closes the store when a turn panics: its working state can no longer be trusted, and nobody may wait for ever.
struct Lead<'a>(&'a Inner);

impl Drop for Lead<'_> {
    fn drop(&mut self) {
        let mut queue = lock(&self.0.committer.queue);
        queue.closed = true;
        // Their answers are dropped with them.
        queue.waiting.clear();
        drop(queue);
        self.0.feed.close();
    }
}

/// Takes turns, at most so many, until nothing waits. Answers whether that is so; if not, the caller still leads.
fn lead(inner: &Arc<Inner>, most: usize) -> bool {
    let guard = Lead(inner);
    for _ in 0..most {
        turn(inner, &mut lock(&inner.committer.working));
        let mut queue = lock(&inner.committer.queue);
        if queue.waiting.is_empty() {
            queue.led = false;
            drop(queue);
            std::mem::forget(guard);
            return true;
        }
    }
    std::mem::forget(guard);
    false
}

/// Carries out what waits, up to one group of it.
fn turn(inner: &Arc<Inner>, working: &mut Working) {
    let group: Vec<Waiting> = {
        let mut queue = lock(&inner.committer.queue);
        let size = queue.waiting.len().min(inner.limits.group);
        queue.waiting.drain(..size).collect()
    };
    let (txns, answers): (Vec<_>, Vec<_>) = group.into_iter().map(|waiting| (waiting.txn, waiting.answer)).unzip();
    let results = apply_group(inner, working, txns);
    for (answer, result) in answers.into_iter().zip(results) {
        // The caller may have gone away; what it asked for is done all the same.
        let _gone = answer.send(result);
    }
}

/// Applies transactions, publishes the new state and feeds the watches.
fn apply_group(inner: &Arc<Inner>, working: &mut Working, txns: Vec<Txn>) -> Vec<Result<Committed, Error>> {
    let nearest_before = working.expiries.first().cloned();
    let now = inner.sys.clock.tick();
    let mut batches = Vec::new();
    let mut results = Vec::with_capacity(txns.len());
    for txn in txns {
        results.push(working.apply(txn, now, &inner.limits).map(|(committed, batch)| {
            batches.extend(batch);
            committed
        }));
    }
    if !batches.is_empty() {
        let before = Tick(now.0.saturating_sub(inner.limits.history_age));
        let most = PRUNE_PER_TURN + 2 * batches.len();
        working.state.retain(before, inner.limits.history_bytes, most);
        working.state.prune(most);
        inner.published.store(working.state.clone());
        inner.feed.publish(&batches, inner.limits.watch_queue);
    }
    if let Some(nearest) = working.expiries.first()
        && nearest_before.as_ref() != Some(nearest)
    {
        expiry::start(inner);
    }
    results
}

impl Working {
    fn apply(&mut self, txn: Txn, now: Tick, limits: &Limits) -> Result<(Committed, Option<Arc<crate::Batch>>), Error> {
        let revision = self.state.revision;
        for compare in &txn.compares {
            let current = self.state.live.get(compare.key.as_bytes());
            if current.map(|item| item.mod_revision) != compare.mod_revision {
                return Err(Error::CompareFailed { key: compare.key.clone(), current: current.cloned(), revision });
            }
        }
        self.check_room(&txn, limits)?;
        let previous: Vec<Option<SharedItem>> =
            txn.operations.iter().map(|operation| self.state.live.get(operation.key().as_bytes()).cloned()).collect();
        let mut changes = Vec::with_capacity(txn.operations.len());
        for (operation, previous) in txn.operations.into_iter().zip(&previous) {
            let change = change(operation, previous.clone(), revision.next(), now);
            // Deleting what does not exist is no change.
            if change.previous.is_none() && change.current.is_none() {
                continue;
            }
            self.track_expiry(&change);
            changes.push(change);
        }
        if changes.is_empty() {
            return Ok((Committed { revision, changed: false, previous }, None));
        }
        let batch = self.state.apply(changes, now);
        Ok((Committed { revision: batch.revision, changed: true, previous }, Some(batch)))
    }

    /// Refuses what would grow a full store.
    fn check_room(&self, txn: &Txn, limits: &Limits) -> Result<(), Error> {
        let (mut added, mut freed) = (0, 0);
        for operation in &txn.operations {
            if let Some(item) = self.state.live.get(operation.key().as_bytes()) {
                freed += item.key.len() + item.value.len();
            }
            if let Operation::Put { key, value, .. } = operation {
                added += key.len() + value.len();
            }
        }
        if added > freed && self.state.live_bytes + added - freed > limits.live_bytes {
            return Err(Error::Full { limit: limits.live_bytes });
        }
        Ok(())
    }

    fn track_expiry(&mut self, change: &Change) {
        if let Some(at) = change.previous.as_ref().and_then(|item| item.expires_at) {
            self.expiries.remove(&(at, change.key.clone()));
        }
        if let Some(at) = change.current.as_ref().and_then(|item| item.expires_at) {
            self.expiries.insert((at, change.key.clone()));
        }
    }
}

fn change(operation: Operation, previous: Option<SharedItem>, revision: Revision, now: Tick) -> Change {
    match operation {
        Operation::Delete { key } => Change { key, previous, current: None },
        Operation::Put { key, value, ttl } => {
            // One allocation per key, however often its value changes.
            let key = previous.as_ref().map_or(key, |item| item.key.clone());
            let current = Item {
                key: key.clone(),
                value,
                create_revision: previous.as_ref().map_or(revision, |item| item.create_revision),
                mod_revision: revision,
                expires_at: ttl.map(|ttl| Tick(now.0.saturating_add(ttl))),
            };
            Change { key, previous, current: Some(Arc::new(current)) }
        }
    }
}

fn check_size(txn: &Txn, limits: &Limits) -> Result<(), Error> {
    let check = |what, size, limit| if size > limit { Err(Error::TooLarge { what, size, limit }) } else { Ok(()) };
    check("number of operations", txn.operations.len(), limits.txn_operations)?;
    check("number of compares", txn.compares.len(), limits.txn_operations)?;
    let mut bytes = 0;
    for operation in &txn.operations {
        check("key", operation.key().len(), limits.key_bytes)?;
        if let Operation::Put { value, .. } = operation {
            bytes += value.len();
        }
    }
    check("transaction", bytes, limits.txn_bytes)?;
    let keys: BTreeSet<&[u8]> = txn.operations.iter().map(|operation| operation.key().as_bytes()).collect();
    if keys.len() < txn.operations.len() {
        return Err(Error::Invalid("two operations on one key"));
    }
    Ok(())
}

/// Deletes the keys whose time has come: each by a commit of its own, so that a consumer that stops between two of them can go on
/// from the revision of the first.
pub(super) fn expire(inner: &Arc<Inner>) {
    if inner.feed.is_closed() {
        return;
    }
    let now = inner.sys.clock.tick();
    let mut working = lock(&inner.committer.working);
    let due = working.expiries.iter().take_while(|(at, _)| *at <= now).take(inner.limits.group);
    let txns = due.map(|(_, key)| Txn::default().delete(key.clone())).collect();
    // Nothing is compared and a delete has no limit: these cannot fail, and nobody waits for them.
    let _done = apply_group(inner, &mut working, txns);
}

/// Forgets history before a revision.
pub(super) fn compact(inner: &Arc<Inner>, revision: Revision) -> Result<(), Error> {
    if inner.feed.is_closed() {
        return Err(Error::ShuttingDown);
    }
    loop {
        let mut working = lock(&inner.committer.working);
        if revision > working.state.revision {
            return Err(Error::FutureRevision { requested: revision, current: working.state.revision });
        }
        working.state.compacted = working.state.compacted.max(revision);
        let more = working.state.prune(PRUNE_PER_STEP);
        inner.published.store(working.state.clone());
        if !more {
            return Ok(());
        }
    }
}

/// Refuses new transactions, carries out those that wait, ends the watches.
pub(super) fn close(inner: &Arc<Inner>) {
    lock(&inner.committer.queue).closed = true;
    let mut working = lock(&inner.committer.working);
    while !lock(&inner.committer.queue).waiting.is_empty() {
        turn(inner, &mut working);
    }
    drop(working);
    inner.feed.close();
}
