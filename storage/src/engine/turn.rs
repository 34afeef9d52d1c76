//! One turn of the committer: take a group, apply it, make it durable (where the store is), publish, feed the watches, answer; in this
//! order. What fails on the way leaves everything as it was before the group.

use std::sync::Arc;

use sys::Tick;
use tokio::sync::oneshot;

use super::journal::{Growth, Journal, JournalError};
use super::queue::{COMPACTION_BOUND, Work, logged_bound};
use super::state::{Moment, Retention, State};
use super::{Inner, Limits, expiry};
use crate::item::{Place, SharedItem};
use crate::{Batch, Change, Committed, Error, Item, Operation, Revision, Txn};

/// Commits looked at for retention, and forgotten, per turn and transaction: more than one each, so that pruning catches up.
const PRUNE_PER_TURN: usize = 64;
/// Commits forgotten per step of an explicit compaction, between which writers get their turn.
const PRUNE_PER_STEP: usize = 1024;
/// Growth of a value that still counts as none: marking an object for deletion adds a timestamp and a number.
const STEADY_SLACK: usize = 256;

/// What only the one who applies something touches.
pub(crate) struct Working {
    pub(crate) state: State,
    pub(crate) journal: Option<Box<dyn Journal>>,
}

/// Answers in the order of the group, sent when it is over.
enum Answer {
    Commit(oneshot::Sender<Result<Committed, Error>>, Result<Committed, Error>),
    Compact(oneshot::Sender<Result<(), Error>>, Result<(), Error>),
}

impl Answer {
    fn spoil(&mut self, error: &Error) {
        match self {
            Self::Commit(_, result) => *result = Err(error.clone()),
            Self::Compact(_, result) => *result = Err(error.clone()),
        }
    }

    /// The caller may have gone away; what it asked for is done all the same.
    fn send(self) {
        match self {
            Self::Commit(sender, result) => drop(sender.send(result)),
            Self::Compact(sender, result) => drop(sender.send(result)),
        }
    }
}

/// What a group did.
#[derive(Default)]
struct Outcome {
    batches: Vec<Arc<Batch>>,
    answers: Vec<Answer>,
    /// Compactions that have more to forget than one step: `(revision, answer)`.
    unfinished: Vec<Work>,
    /// Whether readers have to see the state although no commit changed it.
    compacted: bool,
}

/// Carries out what waits, up to one group of it. Answers how many callers have their answer.
pub(crate) fn turn(inner: &Arc<Inner>, working: &mut Working) -> usize {
    let Some(first) = inner.queue.first_bound() else { return 0 };
    let room = match &mut working.journal {
        Some(_) if inner.failure.get().is_some() => Ok(usize::MAX),
        Some(journal) => journal.room(first),
        None => Ok(usize::MAX),
    };
    // Without room each transaction is refused by `admit`, which knows whether it grows.
    let bytes = room.as_ref().copied().unwrap_or(usize::MAX);
    let group = inner.queue.group(inner.limits.group, bytes);
    if let Some(why) = inner.failure.get() {
        refuse(group, &Error::Unavailable(why.clone()));
        return 0;
    }
    if let Err(JournalError::Broken(why)) = room {
        inner.fail(why.clone());
        refuse(group, &Error::Unavailable(why));
        return 0;
    }
    let now = inner.sys.clock.tick();
    let nearest_before = working.state.expiries.get_min().cloned();
    let mut outcome = apply(working, group, now, &inner.limits);
    if let Err(error) = make_durable(inner, working) {
        working.state = State::clone(&inner.published.load());
        outcome.answers.iter_mut().for_each(|answer| answer.spoil(&error));
        outcome.answers.into_iter().for_each(Answer::send);
        refuse(outcome.unfinished, &error);
        return 0;
    }
    publish(inner, working, &outcome, now);
    outcome.unfinished.into_iter().for_each(|work| inner.queue.again(work));
    let nearest = working.state.expiries.get_min();
    if nearest.is_some() && nearest != nearest_before.as_ref() {
        expiry::start(inner);
    }
    let answered = outcome.answers.len();
    outcome.answers.into_iter().for_each(Answer::send);
    answered
}

fn refuse(group: Vec<Work>, error: &Error) {
    for work in group {
        match work {
            Work::Commit { answer, .. } => drop(answer.send(Err(error.clone()))),
            Work::Compact { answer, .. } => drop(answer.send(Err(error.clone()))),
            Work::Nudge => (),
        }
    }
}

fn make_durable(inner: &Inner, working: &mut Working) -> Result<(), Error> {
    let Some(journal) = &mut working.journal else { return Ok(()) };
    journal.sync().map_err(|error| match error {
        JournalError::NoSpace => Error::NoSpace,
        JournalError::Broken(why) => {
            inner.fail(why.clone());
            Error::Unavailable(why)
        }
    })
}

fn publish(inner: &Inner, working: &mut Working, outcome: &Outcome, now: Tick) {
    if outcome.batches.is_empty() && !outcome.compacted {
        return;
    }
    let limits = &inner.limits;
    let most = PRUNE_PER_TURN + 2 * outcome.batches.len();
    let age = i64::try_from(limits.history_age.as_millis()).unwrap_or(i64::MAX);
    let before = Moment(Moment::from(now).0.saturating_sub(age));
    if let Some(revision) = working.journal.as_ref().and_then(|journal| journal.forget_before()) {
        working.state.compacted = working.state.compacted.max(revision.min(working.state.revision));
    }
    working.state.retain(Retention { before, bytes: limits.history_bytes, most });
    working.state.prune(most);
    if let Some(journal) = &mut working.journal {
        working.state.spill(limits.history_cached_bytes, most);
        journal.published(&working.state);
    }
    inner.published.store(working.state.clone());
    inner.feed.publish(&outcome.batches, limits.watch_queue);
}

fn apply(working: &mut Working, group: Vec<Work>, now: Tick, limits: &Limits) -> Outcome {
    let mut outcome = Outcome::default();
    for work in group {
        match work {
            Work::Commit { txn, answer } => {
                let result = working.apply(txn, now, limits).map(|(committed, batch)| {
                    outcome.batches.extend(batch);
                    committed
                });
                outcome.answers.push(Answer::Commit(answer, result));
            }
            Work::Compact { revision, answer } => {
                let result = working.compact(revision);
                outcome.compacted |= result.is_ok();
                match result {
                    Ok(true) => outcome.unfinished.push(Work::Compact { revision, answer }),
                    result => outcome.answers.push(Answer::Compact(answer, result.map(drop))),
                }
            }
            Work::Nudge => outcome.compacted = true,
        }
    }
    outcome
}

impl Working {
    fn apply(&mut self, txn: Txn, now: Tick, limits: &Limits) -> Result<(Committed, Option<Arc<Batch>>), Error> {
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
        let place = self.journal.as_ref().map_or_else(Place::default, |journal| journal.place());
        let mut changes = Vec::with_capacity(txn.operations.len());
        for (operation, previous) in txn.operations.into_iter().zip(&previous) {
            let change = change(operation, previous.clone(), revision.next(), now, place);
            // Deleting what does not exist is no change.
            if change.previous.is_some() || change.current.is_some() {
                changes.push(change);
            }
        }
        if changes.is_empty() {
            return Ok((Committed { revision, changed: false, previous }, None));
        }
        let written = self.journal.as_mut().map(|journal| journal.stage(revision.next(), &changes));
        let batch = self.state.apply(changes, now.into(), written);
        Ok((Committed { revision: batch.revision, changed: true, previous }, Some(batch)))
    }

    /// Refuses what would grow a full store.
    fn check_room(&mut self, txn: &Txn, limits: &Limits) -> Result<(), Error> {
        let (mut added, mut freed) = (0, 0);
        let mut growth = Growth::Deletes;
        for operation in &txn.operations {
            let found = self.state.live.get(operation.key().as_bytes()).map_or(0, |item| item.key.len() + item.value.len());
            freed += found;
            if let Operation::Put { key, value, .. } = operation {
                added += key.len() + value.len();
                let steady = found > 0 && key.len() + value.len() <= found + STEADY_SLACK && growth != Growth::Grows;
                growth = if steady { Growth::Steady } else { Growth::Grows };
            }
        }
        if added > freed && self.state.live_bytes + added - freed > limits.live_bytes {
            return Err(Error::Full { limit: limits.live_bytes });
        }
        match &mut self.journal {
            Some(journal) => journal.admit(growth, logged_bound(txn)),
            None => Ok(()),
        }
    }

    /// Forgets history before a revision, up to a step. Answers whether there is more to forget.
    fn compact(&mut self, revision: Revision) -> Result<bool, Error> {
        if revision > self.state.revision {
            return Err(Error::FutureRevision { requested: revision, current: self.state.revision });
        }
        if revision > self.state.compacted {
            if let Some(journal) = &mut self.journal {
                journal.admit(Growth::Deletes, COMPACTION_BOUND)?;
                journal.stage_compaction(revision);
            }
            self.state.compacted = revision;
        }
        Ok(self.state.prune(PRUNE_PER_STEP))
    }
}

fn change(operation: Operation, previous: Option<SharedItem>, revision: Revision, now: Tick, place: Place) -> Change {
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
                place,
            };
            Change { key, previous, current: Some(Arc::new(current)) }
        }
    }
}
