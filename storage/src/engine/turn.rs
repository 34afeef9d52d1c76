//! Groups of transactions: applied to the working state, settled into the state that readers will see, published, answered; in this order.
//! A group that cannot be made durable is spoilt: everything is as it was before it, and its callers learn why. Called by who leads a store
//! in memory (`turn`) and by the committer of one on disk; it must never write anything itself.

use std::sync::Arc;

use sys::Tick;
use tokio::sync::mpsc::UnboundedReceiver;
use tokio::sync::oneshot;

use super::journal::{Growth, Journal};
use super::queue::{COMPACTION_BOUND, Work, logged_bound};
use super::state::{Moment, Retention, State};
use super::{Inner, Limits, expiry};
use crate::item::{Place, SharedItem};
use crate::{Batch, Change, Committed, Error, Item, Operation, Revision, Txn};

/// Commits looked at for retention, and forgotten, per turn and transaction: more than one each, so that pruning catches up.
const PRUNE_PER_TURN: usize = 64;
/// Commits forgotten per step of an explicit compaction, between which writers get their turn.
const PRUNE_PER_STEP: usize = 1024;
/// So many answers are given one by one. More are handed to a task of the callers' scheduler: there, waking one of them is a push to a queue
/// of the same thread, where the committer's thread would take a lock, and perhaps wake another thread, for each.
const ANSWERS_AT_ONCE: usize = 3;
/// Growth of a value that still counts as none: marking an object for deletion adds a timestamp and a number.
const STEADY_SLACK: usize = 256;

/// What only the one who applies something touches.
pub(crate) struct Working {
    pub(crate) state: State,
    pub(crate) journal: Option<Box<dyn Journal>>,
}

/// Answers in the order of the group, sent when it is over.
pub(super) enum Answer {
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

/// Gives the answers of groups until the store is gone. Runs where the callers do.
pub(super) async fn answer(mut groups: UnboundedReceiver<Vec<Answer>>) {
    while let Some(group) = groups.recv().await {
        group.into_iter().for_each(Answer::send);
    }
}

/// Transactions that were applied and not answered yet.
#[derive(Default)]
pub(crate) struct Group {
    batches: Vec<Arc<Batch>>,
    answers: Vec<Answer>,
    /// Compactions that have more to forget than one step: `(revision, answer)`.
    unfinished: Vec<Work>,
    /// Whether readers have to see the state although no commit changed it.
    compacted: bool,
    /// Whether the nearest deadline changed.
    expires: bool,
}

/// A group whose state is final.
pub(crate) struct Settled {
    group: Group,
    /// What readers will see; none if that is what they see already.
    state: Option<State>,
    /// Where the journal ends with it, if there is one.
    end: Place,
}

impl Group {
    /// Transactions in it.
    pub(crate) fn len(&self) -> usize {
        self.answers.len() + self.unfinished.len()
    }

    /// Applies what was taken out of the queue behind what the group holds already.
    pub(crate) fn apply(&mut self, inner: &Inner, working: &mut Working, work: Vec<Work>) {
        let (now, limits) = (inner.sys.clock.tick(), &inner.limits);
        let nearest_before = working.state.expiries.get_min().cloned();
        for work in work {
            match work {
                Work::Commit { txn, answer } => {
                    let result = working.apply(txn, now, limits).map(|(committed, batch)| {
                        self.batches.extend(batch);
                        committed
                    });
                    self.answers.push(Answer::Commit(answer, result));
                }
                Work::Compact { revision, answer } => {
                    let result = working.compact(revision);
                    self.compacted |= result.is_ok();
                    match result {
                        Ok(true) => self.unfinished.push(Work::Compact { revision, answer }),
                        result => self.answers.push(Answer::Compact(answer, result.map(drop))),
                    }
                }
                Work::Nudge => self.compacted = true,
            }
        }
        let nearest = working.state.expiries.get_min();
        self.expires |= nearest.is_some() && nearest != nearest_before.as_ref();
    }

    /// Lets history go that is too old or too much, and takes the state that readers will see when the group is durable.
    pub(crate) fn settle(self, inner: &Inner, working: &mut Working) -> Settled {
        if self.batches.is_empty() && !self.compacted {
            return Settled { group: self, state: None, end: Place::default() };
        }
        let limits = &inner.limits;
        let most = PRUNE_PER_TURN + 2 * self.batches.len();
        let before = Moment::from(inner.sys.clock.tick()).before(limits.history_age);
        if let Some(revision) = working.journal.as_ref().and_then(|journal| journal.forget_before()) {
            working.state.compacted = working.state.compacted.max(revision.min(working.state.revision));
        }
        working.state.retain(Retention { before, bytes: limits.history_bytes, most });
        working.state.prune(most);
        if working.journal.is_some() {
            working.state.spill(limits.history_cached_bytes, most);
        }
        let state = Some(working.state.clone());
        let end = working.journal.as_ref().map_or_else(Place::default, |journal| journal.place());
        Settled { group: self, state, end }
    }

    /// Nothing of the group has happened.
    pub(crate) fn spoil(mut self, inner: &Inner, error: &Error) {
        self.answers.iter_mut().for_each(|answer| answer.spoil(error));
        self.answers.into_iter().for_each(Answer::send);
        // But for a compaction that goes on: it has happened with the first of its steps. A store that has failed refuses it all the same.
        let compacted = inner.published.load().compacted;
        let goes_on = |work: &Work| matches!(work, Work::Compact { revision, .. } if *revision <= compacted);
        let (begun, refused) = self.unfinished.into_iter().partition(goes_on);
        Vec::into_iter(begun).for_each(|work| inner.queue.again(work));
        refuse(refused, error);
    }
}

impl Settled {
    /// What readers will see, if they do not see it already.
    pub(crate) fn state(&self) -> Option<&State> {
        self.state.as_ref()
    }

    /// Where the journal ends with it.
    pub(crate) fn end(&self) -> Place {
        self.end
    }

    /// Lets readers see the state, tells the watches, answers the callers. Only of a group that is durable, if the store is.
    pub(crate) fn publish(self, inner: &Arc<Inner>) {
        let Self { group, state, .. } = self;
        if let Some(state) = state {
            inner.published.store(state);
            inner.feed.publish(&group.batches, inner.limits.watch_queue);
        }
        group.unfinished.into_iter().for_each(|work| inner.queue.again(work));
        if group.expires {
            expiry::start(inner);
        }
        let mut answers = group.answers;
        if let Some(task) = inner.answers.as_ref().filter(|_| answers.len() > ANSWERS_AT_ONCE) {
            match task.send(answers) {
                Ok(()) => return,
                Err(back) => answers = back.0,
            }
        }
        answers.into_iter().for_each(Answer::send);
    }
}

/// Carries out what waits for a store without a journal, up to one group of it.
pub(crate) fn turn(inner: &Arc<Inner>, working: &mut Working) {
    let work = inner.queue.group(inner.limits.group, usize::MAX);
    let mut group = Group::default();
    group.apply(inner, working, work);
    group.settle(inner, working).publish(inner);
}

/// Answers work that was not begun.
pub(crate) fn refuse(work: Vec<Work>, error: &Error) {
    for work in work {
        match work {
            Work::Commit { answer, .. } => drop(answer.send(Err(error.clone()))),
            Work::Compact { answer, .. } => drop(answer.send(Err(error.clone()))),
            Work::Nudge => (),
        }
    }
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
        // Also when retention has come past it already: that is worked out anew after a crash, and may then end earlier.
        if let Some(journal) = self.journal.as_mut().filter(|journal| journal.compaction() < revision) {
            journal.admit(Growth::Deletes, COMPACTION_BOUND)?;
            journal.stage_compaction(revision);
        }
        self.state.compacted = self.state.compacted.max(revision);
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
