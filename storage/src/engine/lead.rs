//! How work comes into the queue, and who takes the turns of a store in memory: whoever queues work and finds nobody leading leads, takes
//! turns for all that wait and soon hands what has queued up meanwhile to a task, for a turn does no I/O and takes microseconds. A store on
//! disk has a committer, which may block, and its callers only queue.

use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

use super::Inner;
use super::queue::{Work, check_size};
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
pub(super) struct Guard<'a>(pub(super) &'a Inner);

impl Drop for Guard<'_> {
    fn drop(&mut self) {
        self.0.fail("the committer panicked".to_owned());
        // Their answers are dropped with them.
        self.0.queue.abandon();
        self.0.feed.close();
    }
}

/// Takes turns, at most so many, until nothing waits. Answers whether that is so; if not, the caller still leads.
fn lead(inner: &Arc<Inner>, most: usize) -> bool {
    let guard = Guard(inner);
    let mut done = false;
    for _ in 0..most {
        turn(inner, &mut lock(&inner.working));
        done = inner.queue.retire();
        if done {
            break;
        }
    }
    std::mem::forget(guard);
    done
}

/// Carries out what still waits, then ends the watches.
pub(super) fn finish(inner: &Arc<Inner>) {
    let mut working = lock(&inner.working);
    while !inner.queue.is_empty() {
        turn(inner, &mut working);
    }
    drop(working);
    inner.feed.close();
}
