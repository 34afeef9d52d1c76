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

    /// The next group: at most `count`, which take at most `bytes` in a log; at least one, if anything waits.
    pub(crate) fn group(&self, count: usize, bytes: usize) -> Vec<Work> {
        let mut waiting = self.lock();
        let mut left = bytes;
        let mut size = 0;
        for work in waiting.work.iter().take(count) {
            let needs = bound(work);
            if size > 0 && needs > left {
                break;
            }
            left = left.saturating_sub(needs);
            size += 1;
        }
        waiting.work.drain(..size).collect()
    }

    /// Puts work back, behind what others have queued.
    pub(crate) fn again(&self, work: Work) {
        self.lock().work.push_back(work);
    }

    /// Bytes that the first work may take in a log; none when nothing waits.
    pub(crate) fn first_bound(&self) -> Option<usize> {
        self.lock().work.front().map(bound)
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

    /// How much waits.
    pub(crate) fn len(&self) -> usize {
        self.lock().work.len()
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

/// Of a record, and of an operation in it: more than their fixed fields take.
const FIXED: usize = 96;
/// No less than the bytes of a compaction's record in a log.
pub(crate) const COMPACTION_BOUND: usize = FIXED;

fn bound(work: &Work) -> usize {
    match work {
        Work::Commit { txn, .. } => logged_bound(txn),
        Work::Compact { .. } => COMPACTION_BOUND,
        Work::Nudge => 0,
    }
}

/// No less than the bytes of a transaction's record in a log.
pub(crate) fn logged_bound(txn: &Txn) -> usize {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Key, Value};

    #[test]
    fn a_group_has_room_for_its_compactions_too() {
        let check = |bytes: usize, expect: usize| {
            let queue = Queue::default();
            let txn = Txn::default().put(Key::from("/a"), Value::from("x"));
            let needed = logged_bound(&txn);
            let work = [
                Work::Compact { revision: Revision(1), answer: oneshot::channel().0 },
                Work::Commit { txn, answer: oneshot::channel().0 },
            ];
            for work in work {
                assert!(queue.push(work, 10).is_ok());
            }
            assert_eq!(queue.first_bound(), Some(COMPACTION_BOUND));
            assert_eq!(queue.group(10, needed + bytes).len(), expect, "{bytes}");
        };
        check(COMPACTION_BOUND, 2);
        check(COMPACTION_BOUND - 1, 1);
    }
}
