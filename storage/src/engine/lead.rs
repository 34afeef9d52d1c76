//! Who takes the turns. In memory: whoever queues work and finds nobody leading leads, takes turns for all that wait and soon hands what
//! has queued up meanwhile to a task, for a turn does no I/O and takes microseconds. On disk: one committer that may block.

use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError, Weak};
use std::time::Duration;

use tokio::sync::oneshot;

use super::Inner;
use super::queue::{Queue, Work, check_size};
use super::turn::{Working, turn};
use crate::{Committed, Error, Revision, Txn};

/// Turns that a caller takes before it hands over what others have queued: starting a task costs more than a short turn.
const TURNS_OF_A_CALLER: usize = 4;

pub(super) fn lock(working: &Mutex<Working>) -> MutexGuard<'_, Working> {
    working.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Queues a transaction and waits for the answer.
pub(super) async fn commit(inner: &Arc<Inner>, txn: Txn) -> Result<Committed, Error> {
    check_size(&txn, &inner.limits)?;
    let (answer, receiver) = oneshot::channel();
    queue(inner, Work::Commit { txn, answer })?;
    receiver.await.unwrap_or_else(|_| Err(gone(inner)))
}

/// Queues a compaction and waits for it.
pub(super) async fn compact(inner: &Arc<Inner>, revision: Revision) -> Result<(), Error> {
    let (answer, receiver) = oneshot::channel();
    queue(inner, Work::Compact { revision, answer })?;
    receiver.await.unwrap_or_else(|_| Err(gone(inner)))
}

/// What is said when nobody answers.
fn gone(inner: &Inner) -> Error {
    inner
        .failure
        .get()
        .map_or_else(|| Error::Unavailable("the committer failed".to_owned()), |why| Error::Unavailable(why.clone()))
}

fn queue(inner: &Arc<Inner>, work: Work) -> Result<(), Error> {
    let queued = inner.queue.push(work, inner.limits.waiting)?;
    if inner.committer_runs || !queued.leads || lead(inner, TURNS_OF_A_CALLER) {
        return Ok(());
    }
    // Others queued up meanwhile. Their work must not hold up this caller's answer.
    let rest = Arc::downgrade(inner);
    let body = Box::pin(async move {
        // A store that is dropped has nobody left who waits.
        if let Some(inner) = rest.upgrade() {
            lead(&inner, usize::MAX);
        }
    });
    inner.sys.spawn.task("storage-commit", body);
    Ok(())
}

/// Closes the store when a turn panics: its working state can no longer be trusted, and nobody may wait for ever.
struct Lead<'a>(&'a Inner);

impl Drop for Lead<'_> {
    fn drop(&mut self) {
        self.0.fail("the committer panicked".to_owned());
        // Their answers are dropped with them.
        self.0.queue.abandon();
        self.0.feed.close();
    }
}

/// Takes turns, at most so many, until nothing waits. Answers whether that is so; if not, the caller still leads.
fn lead(inner: &Arc<Inner>, most: usize) -> bool {
    let guard = Lead(inner);
    let mut done = false;
    for _ in 0..most {
        let answered = turn(inner, &mut lock(&inner.working));
        inner.answered.store(answered, Ordering::Relaxed);
        done = inner.queue.retire();
        if done {
            break;
        }
    }
    std::mem::forget(guard);
    done
}

/// The committer of a store on disk: runs until the store is closed or dropped.
pub(super) async fn run(store: Weak<Inner>, queue: Arc<Queue>) {
    loop {
        // Registered before the look at the queue, so that nothing queued in between is missed.
        let filled = queue.filled.notified();
        {
            let Some(inner) = store.upgrade() else { return };
            while !lead(&inner, 1) {
                // Only what a simulation needs: other tasks get their turn.
                tokio::task::yield_now().await;
                gather(&inner);
            }
            if queue.is_closed() {
                finish(&inner);
                return;
            }
        }
        filled.await;
    }
}

/// A sync that takes less is not worth waiting for company.
const WORTH_WAITING: Duration = Duration::from_micros(40);
/// Looks at the queue without finding more before the committer goes on: some microseconds, a fraction of a sync.
const PATIENCE: usize = 300;

/// Gives callers who have just been answered the moment that they need to queue again, if others wait already: one sync for all of them
/// instead of one for each half, in turns. A lone caller never waits, for nobody waits with it; and where a sync costs nothing (memory,
/// simulation) nobody does.
fn gather(inner: &Inner) {
    let sync = lock(&inner.working).journal.as_ref().map_or(Duration::ZERO, |journal| journal.last_sync());
    if sync < WORTH_WAITING {
        return;
    }
    let waiting = inner.queue.len();
    let expected = waiting + inner.answered.load(Ordering::Relaxed);
    let (mut seen, mut patience) = (waiting, PATIENCE);
    while seen < expected.min(inner.limits.group) && patience > 0 {
        std::thread::yield_now();
        let now = inner.queue.len();
        patience = if now > seen { PATIENCE } else { patience - 1 };
        seen = now;
    }
}

/// Carries out what still waits, then ends the watches and the journal.
pub(super) fn finish(inner: &Arc<Inner>) {
    let mut working = lock(&inner.working);
    while !inner.queue.is_empty() {
        turn(inner, &mut working);
    }
    if let Some(journal) = &mut working.journal {
        journal.close();
    }
    // Its files are closed, and the folder may be given away.
    working.journal = None;
    drop(working);
    inner.feed.close();
    inner.ended.send_replace(true);
}
