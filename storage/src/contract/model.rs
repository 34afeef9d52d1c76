//! What a store should have shown, worked out from the answers to commits alone, and the check of recorded reads and watches against
//! it. Shares no code with any implementation. The checker itself is tested with planted faults (`followers.rs`).

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::{Batch, Item, Key, Revision, Value, WatchItem};

/// A property that did not hold.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Violation {
    /// Commits did not get one revision each, without gaps.
    #[error("commits: {0}")]
    Commits(String),
    /// A watch delivered an older revision after a newer one.
    #[error("ordered: {0}")]
    Ordered(String),
    /// A watch delivered a revision twice.
    #[error("unique: {0}")]
    Unique(String),
    /// A watch delivered a part of a revision.
    #[error("atomic: {0}")]
    Atomic(String),
    /// A watch skipped a revision.
    #[error("reliable: {0}")]
    Reliable(String),
    /// A watch delivered a change that was not made, not asked for, or with other values.
    #[error("filter: {0}")]
    Filter(String),
    /// A watch delivered a wrong previous value.
    #[error("previous value: {0}")]
    Previous(String),
    /// Progress overtook a change.
    #[error("bookmarkable: {0}")]
    Progress(String),
    /// A read showed a state that was not that of its revision, or an old one.
    #[error("read: {0}")]
    Read(String),
    /// An error that has no reason.
    #[error("unexpected answer: {0}")]
    Unexpected(String),
}

/// One change as it was committed: the key and its new value, `None` for a delete.
pub type Written = (Key, Option<Value>);

/// What a watch delivered between its start and its end.
#[derive(Clone, Debug)]
pub struct Followed {
    /// The prefix.
    pub prefix: Key,
    /// The revision it started after.
    pub after: Revision,
    /// Everything, in order.
    pub items: Vec<WatchItem>,
    /// The revision up to which the watch says it is complete; without one, the last item's.
    pub until: Option<Revision>,
}

/// A state that a read showed.
#[derive(Clone, Debug)]
pub struct Seen {
    /// The prefix that was listed.
    pub prefix: Key,
    /// The revision of the answer.
    pub revision: Revision,
    /// The newest revision that any commit had answered before the read began; `None` for a read of a given revision.
    pub not_before: Option<Revision>,
    /// The items.
    pub items: Vec<Arc<Item>>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
struct Stored {
    value: Value,
    create: Revision,
    modified: Revision,
}

type State = BTreeMap<Key, Stored>;

/// The history of a store, from its commits.
pub struct Model {
    start: Revision,
    commits: BTreeMap<Revision, Vec<Written>>,
    /// The state after each commit.
    states: BTreeMap<Revision, State>,
}

impl Model {
    /// The history after `start`, when the store was empty.
    ///
    /// # Errors
    /// Two commits have one revision, or there is a gap.
    pub fn new(start: Revision, answered: impl IntoIterator<Item = (Revision, Vec<Written>)>) -> Result<Self, Violation> {
        let mut commits = BTreeMap::new();
        for (revision, written) in answered {
            if commits.insert(revision, written).is_some() {
                return Err(Violation::Commits(format!("revision {revision} was given out twice")));
            }
        }
        let mut states = BTreeMap::from([(start, State::new())]);
        let mut state = State::new();
        let mut expect = start;
        for (revision, written) in &commits {
            expect = expect.next();
            if *revision != expect {
                return Err(Violation::Commits(format!("revision {expect} is missing, {revision} follows")));
            }
            for (key, value) in written {
                match value {
                    None => drop(state.remove(key)),
                    Some(value) => {
                        let create = state.get(key).map_or(*revision, |stored| stored.create);
                        state.insert(key.clone(), Stored { value: value.clone(), create, modified: *revision });
                    }
                }
            }
            states.insert(*revision, state.clone());
        }
        Ok(Self { start, commits, states })
    }

    /// The last revision.
    #[must_use]
    pub fn last(&self) -> Revision {
        self.commits.last_key_value().map_or(self.start, |(revision, _)| *revision)
    }

    /// Checks a read.
    ///
    /// # Errors
    /// The first violation.
    pub fn check_seen(&self, seen: &Seen) -> Result<(), Violation> {
        if seen.not_before.is_some_and(|not_before| seen.revision < not_before) {
            return Err(Violation::Read(format!("state {} after {:?} was answered", seen.revision, seen.not_before)));
        }
        let Some(state) = self.states.get(&seen.revision) else {
            return Err(Violation::Read(format!("there is no revision {}", seen.revision)));
        };
        let expect = state.iter().filter(|(key, _)| key.starts_with(&seen.prefix));
        let plain = |item: &Arc<Item>| {
            (item.key.clone(), Stored { value: item.value.clone(), create: item.create_revision, modified: item.mod_revision })
        };
        if !seen.items.iter().map(plain).eq(expect.map(|(key, stored)| (key.clone(), stored.clone()))) {
            return Err(Violation::Read(format!("wrong state of {} at {}", seen.prefix, seen.revision)));
        }
        Ok(())
    }

    /// Checks what a watch delivered.
    ///
    /// # Errors
    /// The first violation.
    pub fn check_followed(&self, followed: &Followed) -> Result<(), Violation> {
        let mut last = followed.after;
        let mut complete = followed.after;
        let mut any = false;
        for item in &followed.items {
            let revision = match item {
                WatchItem::Batch(batch) => {
                    if any && batch.revision == last {
                        return Err(Violation::Unique(format!("revision {last} twice under {}", followed.prefix)));
                    }
                    if batch.revision <= last {
                        return Err(Violation::Ordered(format!("{} after {last} under {}", batch.revision, followed.prefix)));
                    }
                    if batch.revision <= complete {
                        return Err(Violation::Progress(format!("{} after progress {complete}", batch.revision)));
                    }
                    any = true;
                    last = batch.revision;
                    self.check_batch(followed, batch)?;
                    batch.revision
                }
                WatchItem::Progress(revision) if *revision < complete => {
                    return Err(Violation::Progress(format!("progress {revision} after {complete}")));
                }
                WatchItem::Progress(revision) => *revision,
            };
            self.check_complete(followed, complete, revision, matches!(item, WatchItem::Batch(_)))?;
            complete = revision;
        }
        match followed.until {
            Some(until) => self.check_complete(followed, complete, until, false),
            None => Ok(()),
        }
    }

    /// No commit under the prefix between `from`, exclusive, and `to`, exclusive if `to` itself was delivered.
    fn check_complete(&self, followed: &Followed, from: Revision, to: Revision, delivered: bool) -> Result<(), Violation> {
        if to <= from {
            return Ok(());
        }
        let missed = self.commits.range(from.next()..=to).find(|(revision, written)| {
            !(delivered && **revision == to) && written.iter().any(|(key, _)| key.starts_with(&followed.prefix))
        });
        match missed {
            None => Ok(()),
            Some((revision, _)) => Err(Violation::Reliable(format!("revision {revision} under {} was skipped", followed.prefix))),
        }
    }

    fn check_batch(&self, followed: &Followed, batch: &Batch) -> Result<(), Violation> {
        let Some(written) = self.commits.get(&batch.revision) else {
            return Err(Violation::Filter(format!("nothing was committed as revision {}", batch.revision)));
        };
        let expect: Vec<&Written> = written.iter().filter(|(key, _)| key.starts_with(&followed.prefix)).collect();
        for change in &batch.changes {
            let current = change.current.as_ref().map(|item| item.value.clone());
            if !expect.iter().any(|(key, value)| *key == change.key && *value == current) {
                return Err(Violation::Filter(format!("revision {} did not write this: {change:?}", batch.revision)));
            }
            if change.current.as_ref().is_some_and(|item| item.mod_revision != batch.revision || item.key != change.key) {
                return Err(Violation::Filter(format!("an item of another commit in {}: {change:?}", batch.revision)));
            }
            let before = self.states.get(&Revision(batch.revision.0 - 1)).and_then(|state| state.get(&change.key));
            let previous = change.previous.as_ref().map(|item| (&item.value, item.create_revision, item.mod_revision));
            if previous != before.map(|stored| (&stored.value, stored.create, stored.modified)) {
                return Err(Violation::Previous(format!("revision {}: {change:?}", batch.revision)));
            }
        }
        if batch.changes.len() != expect.len() {
            let (seen, made) = (batch.changes.len(), expect.len());
            return Err(Violation::Atomic(format!("{seen} of {made} changes of revision {}", batch.revision)));
        }
        Ok(())
    }
}
