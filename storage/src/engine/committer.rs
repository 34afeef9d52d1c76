//! The committer of a store on disk: two tasks around one bench. One applies what waits, and publishes and answers what is durable; the
//! other writes. Under load groups overlap: the next one is applied while one is on its way to the disk, and goes there as soon as that is
//! back, without a word between the tasks. It is applied on top of a state that is not durable yet: when writing fails, both are spoilt and
//! the working state goes back to the last durable one. Nothing may be published or answered here before it is durable.

use std::collections::VecDeque;
use std::sync::{Arc, Weak};
use std::time::Duration;

use sys::Tick;
use tokio::sync::Notify;

use super::Inner;
use super::journal::{JournalError, Room, Staged};
use super::lead::{Guard, lock};
use super::queue::Queue;
use super::state::State;
use super::turn::{Group, Settled, Working, refuse};
use crate::Error;

/// Transactions applied between two looks at what is durable: some microseconds of work.
const STEP: usize = 16;
/// A sync that takes less is not worth waiting for company.
const WORTH_WAITING: Duration = Duration::from_micros(40);
/// Looks at the queue without finding more before the committer goes on: some microseconds, a fraction of a sync.
const PATIENCE: usize = 300;
/// Groups of which one does not overlap the next, so that it can be seen what that costs.
const LOOK_EVERY: u32 = 64;

/// What both tasks work on, with the state and the journal.
#[derive(Default)]
pub(crate) struct Bench {
    /// Applied, and staged in the journal.
    open: Group,
    /// On its way to the disk.
    under_way: Option<Settled>,
    /// Durable, to be published in this order.
    durable: VecDeque<Settled>,
    /// The newest durable state; none before the first.
    newest: Option<State>,
    /// For the second task.
    staged: Option<Box<dyn Staged>>,
    ended: bool,
    /// Whether what waits cannot be applied before what is open is on its way.
    is_full: bool,
    pace: Pace,
}

impl Bench {
    /// Gives up what was not answered: its callers learn that nobody answers.
    pub(super) fn abandon(&mut self) {
        (self.open, self.under_way, self.staged) = (Group::default(), None, None);
        self.durable.clear();
    }

    fn is_clear(&self) -> bool {
        self.open.is_empty() && self.under_way.is_none() && self.durable.is_empty()
    }
}

/// What decides whether groups overlap.
#[derive(Default)]
struct Pace {
    /// How long the last write took.
    sync: Duration,
    /// What a transaction takes, of late, from being durable until as many are ready to be written again: publishing, answering, the
    /// callers' own part, applying.
    around: Duration,
    /// How many transactions the last group had.
    count: usize,
    /// How many of their callers may be waited for.
    awaited: usize,
    /// When it was durable, if nothing was written next at once.
    since: Option<Tick>,
    groups: u32,
    overlaps: bool,
}

impl Pace {
    /// A group is durable. The next one is written at once, although the callers who are answered now would join it soon, if it takes
    /// longer until they have than the disk does for another group.
    fn durable(&mut self, sync: Duration, count: usize, waiting: usize, now: Tick) -> bool {
        let around = self.around * u32::try_from(count + waiting).unwrap_or(u32::MAX);
        self.groups = self.groups.wrapping_add(1);
        (self.sync, self.count, self.awaited) = (sync, count, count);
        self.overlaps = count + waiting > 1 && around >= sync && !self.groups.is_multiple_of(LOOK_EVERY);
        self.since = (!self.overlaps).then_some(now);
        self.overlaps
    }

    /// The next group goes to the disk.
    fn dispatched(&mut self, count: usize, now: Tick) {
        if let (Some(since), Ok(count @ 2..)) = (self.since.take(), u32::try_from(self.count.max(count))) {
            // More than this decides nothing, and may be time in which nobody had anything to do.
            let sample = now.since(since).min(self.sync * 2);
            self.around = (self.around * 3 + sample / count) / 4;
        }
    }
}

impl Working {
    fn has_staged(&self) -> bool {
        self.journal.as_ref().is_some_and(|journal| journal.has_staged())
    }

    /// Closes the open group. Answers what has to be written for it.
    fn close_group(&mut self, inner: &Inner) -> Option<Box<dyn Staged>> {
        self.bench.pace.dispatched(self.bench.open.len(), inner.sys.clock.tick());
        let staged = self.journal.as_mut().and_then(|journal| journal.take());
        let group = std::mem::take(&mut self.bench.open);
        self.bench.under_way = Some(group.settle(inner, self));
        staged
    }

    /// The group under way has been written, or could not be. Answers what is to be written next, if groups overlap.
    fn written(&mut self, inner: &Inner, result: Result<Duration, JournalError>) -> Option<Box<dyn Staged>> {
        if let Some(journal) = &mut self.journal {
            journal.written(result.is_ok());
        }
        let took = match result {
            Ok(took) => took,
            Err(error) => {
                self.fail(inner, error);
                return None;
            }
        };
        let bench = &mut self.bench;
        let settled = bench.under_way.take()?;
        let waiting = bench.open.len() + inner.queue.len();
        let overlaps = bench.pace.durable(took, settled.len(), waiting, inner.sys.clock.tick());
        bench.newest = settled.state().cloned().or(bench.newest.take());
        bench.durable.push_back(settled);
        if overlaps && !self.has_staged() {
            self.apply_some(inner);
        }
        // What has nothing to write waits for the first task, which publishes in order.
        let more = overlaps && self.has_staged();
        if more { self.close_group(inner) } else { None }
    }

    /// Spoils everything that is not durable.
    fn fail(&mut self, inner: &Inner, error: JournalError) {
        let error = match error {
            JournalError::NoSpace => Error::NoSpace,
            JournalError::Broken(why) => {
                inner.fail(why.clone());
                Error::Unavailable(why)
            }
        };
        self.state = self.bench.newest.clone().unwrap_or_else(|| State::clone(&inner.published.load()));
        if let Some(settled) = self.bench.under_way.take() {
            settled.spoil(&error);
        }
        std::mem::take(&mut self.bench.open).spoil(&error);
    }

    /// Applies some of what waits, if the open group has room. Answers whether there was any.
    fn apply_some(&mut self, inner: &Inner) -> bool {
        let count = inner.limits.group.saturating_sub(self.bench.open.len()).min(STEP);
        self.bench.is_full = count == 0;
        let Some(first) = inner.queue.first_bound().filter(|_| count > 0) else { return false };
        if let Some(why) = inner.failure.get() {
            refuse(inner.queue.group(usize::MAX, usize::MAX), &Error::Unavailable(why.clone()));
            return true;
        }
        // Without room each transaction is refused by `admit`, which knows whether it grows.
        match self.journal.as_mut().map_or(Ok(Room::Later), |journal| journal.room(first)) {
            Ok(Room::Later) => {
                self.bench.is_full = true;
                false
            }
            Ok(Room::Bytes(bytes)) => {
                let mut open = std::mem::take(&mut self.bench.open);
                open.apply(inner, self, inner.queue.group(count, bytes));
                self.bench.open = open;
                true
            }
            Err(error) => {
                self.fail(inner, error);
                true
            }
        }
    }
}

/// The second task: writes what lies on the bench until there will be no more.
pub(super) async fn write(store: Weak<Inner>, given: Arc<Notify>) {
    loop {
        let more = given.notified();
        {
            let Some(inner) = store.upgrade() else { return };
            let mut next = {
                let mut working = lock(&inner.working);
                if working.bench.ended {
                    return;
                }
                working.bench.staged.take()
            };
            while let Some(staged) = next {
                let guard = Guard(&inner);
                let result = staged.write();
                next = lock(&inner.working).written(&inner, result);
                std::mem::forget(guard);
                inner.queue.filled.notify_one();
                // Only what a simulation needs: other tasks get their turn.
                tokio::task::yield_now().await;
            }
        }
        more.await;
    }
}

/// Ends the second task with the first, however that ends, and tells who waits for it.
struct Ending(Weak<Inner>, Arc<Notify>);

impl Drop for Ending {
    fn drop(&mut self) {
        if let Some(inner) = self.0.upgrade() {
            let mut working = lock(&inner.working);
            working.bench.ended = true;
            // Still there if the task did not end by itself. Its files are given up with it.
            let journal = working.journal.take();
            drop(working);
            drop(journal);
            inner.ended.send_replace(true);
        }
        self.1.notify_one();
    }
}

/// The first task: runs until the store is closed or dropped.
pub(super) async fn run(store: Weak<Inner>, queue: Arc<Queue>, given: Arc<Notify>) {
    let _ending = Ending(store.clone(), given.clone());
    loop {
        // Registered before the look at the queue, so that nothing queued in between is missed.
        let filled = queue.filled.notified();
        let mut wake_at = 1;
        {
            let Some(inner) = store.upgrade() else { return };
            while guarded_step(&inner, &given) {
                // Only what a simulation needs: other tasks get their turn.
                tokio::task::yield_now().await;
            }
            let mut working = lock(&inner.working);
            if queue.is_closed() && queue.is_empty() && working.bench.is_clear() {
                close(&inner, &mut working);
                return;
            }
            if working.bench.under_way.is_some() {
                // Until it is back, or until there is enough to do meanwhile, unless what waits has to wait for it.
                wake_at = if working.bench.is_full { usize::MAX } else { STEP };
            }
        }
        if queue.wake_at(wake_at) {
            filled.await;
        }
    }
}

/// Ends the journal and the watches.
fn close(inner: &Inner, working: &mut Working) {
    if let Some(journal) = &mut working.journal {
        journal.close();
    }
    // Its files are closed, and the folder may be given away.
    working.journal = None;
    inner.feed.close();
}

fn guarded_step(inner: &Arc<Inner>, given: &Notify) -> bool {
    let guard = Guard(inner);
    let done = step(inner, given);
    std::mem::forget(guard);
    done
}

/// Does what can be done now. Answers whether that was anything.
fn step(inner: &Arc<Inner>, given: &Notify) -> bool {
    let mut working = lock(&inner.working);
    if let Some(settled) = working.bench.durable.pop_front() {
        if let (Some(state), Some(journal)) = (settled.state(), &mut working.journal) {
            journal.published(state, settled.end());
        }
        drop(working);
        settled.publish(inner);
        return true;
    }
    let applied = working.apply_some(inner);
    let Bench { under_way, open, pace, .. } = &working.bench;
    let (ready, overlaps) = (under_way.is_none() && !open.is_empty(), pace.overlaps);
    // Where groups overlap the disk does not wait until everything is applied.
    if !ready || applied && !overlaps || !overlaps && gather(inner, &mut working.bench) {
        return applied || ready;
    }
    let next = match working.close_group(inner) {
        Some(staged) if overlaps => Some(staged),
        // Where nothing is to be done meanwhile, the way to the other task and back is saved.
        Some(staged) => working.written(inner, staged.write()),
        None => {
            let sync = working.bench.pace.sync;
            working.written(inner, Ok(sync))
        }
    };
    if next.is_some() {
        working.bench.staged = next;
        given.notify_one();
    }
    true
}

/// Gives callers who have just been answered the moment that they need to queue again: one sync for all of them instead of one for each
/// half, in turns. Once for a group, and only for as many as the group before had, so that a lone caller never waits; and where a sync costs
/// nothing (simulation) nobody does. Answers whether somebody came.
fn gather(inner: &Inner, bench: &mut Bench) -> bool {
    let expected = std::mem::take(&mut bench.pace.awaited).min(inner.limits.group);
    if bench.pace.sync < WORTH_WAITING {
        return false;
    }
    let (mut seen, mut patience) = (0, PATIENCE);
    while bench.open.len() + seen < expected && patience > 0 {
        std::thread::yield_now();
        let now = inner.queue.len();
        patience = if now > seen { PATIENCE } else { patience - 1 };
        seen = now;
    }
    seen > 0
}
