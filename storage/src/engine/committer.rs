//! The committer of a store on disk: a task on a thread of its own, which takes a group out of the queue, applies it to the working state,
//! has the journal make it durable with one write, and only then publishes and answers it. When writing fails, the working state goes back
//! to the published one.
//!
//! One group at a time, on purpose: applying the next one while the disk works on this one has been built and measured. It splits the
//! callers into several small groups that follow each other round, each with its own sync and its own switches between threads, and was
//! slower at 64 and at 1,000 writers (docs/reliability.md).

use std::sync::{Arc, Weak};
use std::time::Duration;

use super::Inner;
use super::journal::{JournalError, Room};
use super::lead::{Guard, lock};
use super::queue::Queue;
use super::state::State;
use super::turn::{Group, Working, refuse};
use crate::Error;

/// A sync that takes less is not worth waiting for company.
const WORTH_WAITING: Duration = Duration::from_micros(40);
/// Looks at the queue without finding more before the committer goes on: some microseconds, a fraction of a sync.
const PATIENCE: usize = 300;

/// What decides whether a group waits for more.
#[derive(Default)]
struct Pace {
    /// How long the last write took.
    sync: Duration,
    /// How many callers were answered last, and may queue again soon.
    answered: usize,
}

impl Pace {
    /// Gives callers who have just been answered the moment that they need to queue again: one sync for all of them instead of one for
    /// each half, in turns. Once for a group, and only for as many as the group before had, so that a lone caller never waits; and where a
    /// sync costs nothing (simulation) nobody does. Answers whether somebody came.
    fn gather(&mut self, queue: &Queue, group: usize, most: usize) -> bool {
        let expected = std::mem::take(&mut self.answered).min(most);
        if self.sync < WORTH_WAITING {
            return false;
        }
        let (mut seen, mut patience) = (0, PATIENCE);
        while group + seen < expected && patience > 0 {
            std::thread::yield_now();
            let now = queue.len();
            patience = if now > seen { PATIENCE } else { patience - 1 };
            seen = now;
        }
        seen > 0
    }
}

impl Working {
    /// Applies what waits, as far as the group and the journal have room.
    fn fill(&mut self, inner: &Inner, group: &mut Group) -> Result<(), JournalError> {
        while let Some(first) = inner.queue.first_bound() {
            let count = inner.limits.group.saturating_sub(group.len());
            if count == 0 {
                break;
            }
            // Without room each transaction is refused by `admit`, which knows whether it grows.
            match self.journal.as_mut().map_or(Ok(Room::Later), |journal| journal.room(first))? {
                Room::Later => break,
                Room::Bytes(bytes) => group.apply(inner, self, inner.queue.group(count, bytes)),
            }
        }
        Ok(())
    }

    /// Fills the group and makes it durable. Answers how long the disk took; none if there was nothing to write.
    fn commit(&mut self, inner: &Inner, pace: &mut Pace, group: &mut Group) -> Result<Option<Duration>, JournalError> {
        self.fill(inner, group)?;
        if pace.gather(&inner.queue, group.len(), inner.limits.group) {
            self.fill(inner, group)?;
        }
        self.journal.as_mut().map_or(Ok(None), |journal| journal.sync())
    }
}

/// Ends with the task, however that ends, and tells who waits for it.
struct Ending(Weak<Inner>);

impl Drop for Ending {
    fn drop(&mut self) {
        if let Some(inner) = self.0.upgrade() {
            // Still there if the task did not end by itself. Its files are given up with it.
            let journal = lock(&inner.working).journal.take();
            drop(journal);
            inner.ended.send_replace(true);
        }
    }
}

/// The task: runs until the store is closed or dropped.
pub(super) async fn run(store: Weak<Inner>, queue: Arc<Queue>) {
    let _ending = Ending(store.clone());
    let mut pace = Pace::default();
    loop {
        // One word is kept for who is not waiting yet, so that nothing queued between the look and the wait is missed.
        let filled = queue.filled.notified();
        {
            let Some(inner) = store.upgrade() else { return };
            while !queue.is_empty() {
                let guard = Guard(&inner);
                turn(&inner, &mut pace);
                std::mem::forget(guard);
                // Only what a simulation needs: other tasks get their turn.
                tokio::task::yield_now().await;
            }
            if queue.is_closed() && queue.is_empty() {
                close(&inner);
                return;
            }
        }
        filled.await;
    }
}

/// Ends the journal and the watches.
fn close(inner: &Inner) {
    let mut working = lock(&inner.working);
    if let Some(journal) = &mut working.journal {
        journal.close();
    }
    // Its files are closed, and the folder may be given away.
    working.journal = None;
    inner.feed.close();
}

/// One group, from the queue to its answers. Nothing of it is published or answered before it is durable.
fn turn(inner: &Arc<Inner>, pace: &mut Pace) {
    if let Some(why) = inner.failure.get() {
        refuse(inner.queue.group(usize::MAX, usize::MAX), &Error::Unavailable(why.clone()));
        return;
    }
    let mut working = lock(&inner.working);
    let mut group = Group::default();
    match working.commit(inner, pace, &mut group) {
        Ok(took) => {
            pace.sync = took.unwrap_or(pace.sync);
            pace.answered = group.len();
            let settled = group.settle(inner, &mut working);
            if let (Some(state), Some(journal)) = (settled.state(), &mut working.journal) {
                journal.published(state, settled.end());
            }
            drop(working);
            settled.publish(inner);
        }
        Err(error) => {
            let error = match error {
                JournalError::NoSpace => Error::NoSpace,
                JournalError::Broken(why) => {
                    inner.fail(why.clone());
                    Error::Unavailable(why)
                }
            };
            working.state = State::clone(&inner.published.load());
            drop(working);
            group.spoil(inner, &error);
        }
    }
}
