//! What waits for the committer. Callers queue here; one committer takes groups out. It must never hold its lock while anything is
//! applied.

use std::collections::{BTreeSet, VecDeque};
use std::sync::{Mutex, MutexGuard, PoisonError};

use tokio::sync::{Notify, oneshot};

use super::Limits;
use crate::{Committed, Error, Operation, Revision, Txn};

/// One caller's wish.
pub(crate) enum Work {
    /// A transaction.
    Commit { txn: Txn, answer: oneshot::Sender<Result<Committed, Error>> },
    /// Forget history before a revision.
    Compact { revision: Revision, answer: oneshot::Sender<Result<(), Error>> },
    /// Nothing but a turn.
    Nudge,
}

#[derive(Default)]
struct Waiting {
    work: VecDeque<Work>,
    /// Whether someone will look at the queue again.
    led: bool,
    closed: bool,
}

/// The queue.
#[derive(Default)]
pub(crate) struct Queue {
    waiting: Mutex<Waiting>,
    /// Told when there is work for a committer that waits.
    pub(crate) filled: Notify,
}

/// What came of queueing.
pub(crate) struct Queued {
    /// Nobody leads: the caller has to.
    pub(crate) leads: bool,
}

impl Queue {
    fn lock(&self) -> MutexGuard<'_, Waiting> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Queues work, if there is room.
    pub(crate) fn push(&self, work: Work, most: usize) -> Result<Queued, Error> {
        let mut waiting = self.lock();
        if waiting.closed {
            return Err(Error::ShuttingDown);
        }
        if waiting.work.len() >= most {
            return Err(Error::Overloaded { waiting: waiting.work.len() });
        }
        waiting.work.push_back(work);
        let leads = !std::mem::replace(&mut waiting.led, true);
        drop(waiting);
        self.filled.notify_one();
        Ok(Queued { leads })
    }

    /// Has the committer take a turn.
    pub(crate) fn nudge(&self) {
        let mut waiting = self.lock();
        if !waiting.closed {
            waiting.work.push_back(Work::Nudge);
            drop(waiting);
            self.filled.notify_one();
        }
    }

    /// The next group: at most `count`, of which the transactions take at most `bytes` in a log; at least one, if anything waits.
    pub(crate) fn group(&self, count: usize, bytes: usize) -> Vec<Work> {
        let mut waiting = self.lock();
        let mut left = bytes;
        let mut size = 0;
        for work in waiting.work.iter().take(count) {
            let needs = if let Work::Commit { txn, .. } = work { logged_bound(txn) } else { 0 };
            if size > 0 && needs > left {
                break;
            }
            left = left.saturating_sub(needs);
            size += 1;
        }
        waiting.work.drain(..size).collect()
    }

    /// Puts work in front, to be looked at after what others have queued.
    pub(crate) fn again(&self, work: Work) {
        self.lock().work.push_back(work);
    }

    /// Bytes that the first transaction may take in a log; none when nothing waits.
    pub(crate) fn first_bound(&self) -> Option<usize> {
        self.lock().work.front().map(|work| if let Work::Commit { txn, .. } = work { logged_bound(txn) } else { 0 })
    }

    /// Stops leading if nothing waits. Answers whether that is so.
    pub(crate) fn retire(&self) -> bool {
        let mut waiting = self.lock();
        if waiting.work.is_empty() {
            waiting.led = false;
        }
        waiting.work.is_empty()
    }

    /// Takes no more work.
    pub(crate) fn close(&self) {
        self.lock().closed = true;
        self.filled.notify_one();
    }

    pub(crate) fn is_closed(&self) -> bool {
        self.lock().closed
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.lock().work.is_empty()
    }

    /// Takes no more work and gives up what waits: its callers learn that nobody answers.
    pub(crate) fn abandon(&self) {
        let mut waiting = self.lock();
        waiting.closed = true;
        waiting.work.clear();
    }

    /// Makes the queue look as if someone were leading.
    #[cfg(test)]
    pub(crate) fn pretend_led(&self, led: bool) {
        self.lock().led = led;
    }
}

/// No less than the bytes of a transaction's record in a log.
pub(crate) fn logged_bound(txn: &Txn) -> usize {
    /// Of a record, and of an operation in it: more than their fixed fields take.
    const FIXED: usize = 96;
    let operation = |operation: &Operation| match operation {
        Operation::Put { key, value, .. } => FIXED + key.len() + value.len(),
        Operation::Delete { key } => FIXED + key.len(),
    };
    FIXED + txn.operations.iter().map(operation).sum::<usize>()
}

/// Refuses what is too large or makes no sense.
pub(crate) fn check_size(txn: &Txn, limits: &Limits) -> Result<(), Error> {
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
