//! The published state: live values, the index of superseded ones, the log of batches, the deadlines. Persistent maps: a clone costs
//! nanoseconds and shares everything, which also makes taking a group of commits back a pointer copy. Pure data; it must never know
//! about queues or watchers.

use std::ops::Bound;
use std::sync::Arc;
use std::time::Duration;

use arc_swap::ArcSwap;
use imbl::{OrdMap, OrdSet};
use sys::Tick;

use super::history::{Archive, Past, Record, Stored};
use super::log::Commits;
use crate::item::{Place, SharedItem};
use crate::{Batch, Change, Error, Item, Key, RangeAnswer, RangeRequest, Revision};

/// One superseded value's place: the key and the revision that superseded it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Version {
    key: Key,
    revision: Revision,
}

/// Milliseconds on the monotonic clock; negative for what happened before this process began.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Moment(pub(crate) i64);

impl Moment {
    /// The moment so much earlier.
    pub(crate) fn before(self, age: Duration) -> Self {
        Self(self.0.saturating_sub(i64::try_from(age.as_millis()).unwrap_or(i64::MAX)))
    }
}

impl From<Tick> for Moment {
    fn from(tick: Tick) -> Self {
        Self(i64::try_from(tick.0.as_millis()).unwrap_or(i64::MAX))
    }
}

/// A commit in the log.
#[derive(Clone)]
pub(crate) struct Logged {
    pub(crate) record: Record,
    /// When it was made, for retention by age.
    at: Moment,
    /// What it counts for in the history's budget: memory, or bytes of log for a durable store.
    bytes: usize,
    /// Memory that it holds on to beyond the live state while it is not on disk only.
    cached: usize,
    place: Place,
}

/// How much history to keep.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Retention {
    /// Commits before this moment may go.
    pub(crate) before: Moment,
    /// The oldest ones go while history counts more.
    pub(crate) bytes: usize,
    /// Commits looked at at most, so that a writer never pays for a long pause at once.
    pub(crate) most: usize,
}

/// Where a commit was written, and its size there.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Written {
    pub(crate) place: Place,
    pub(crate) bytes: usize,
}

/// Everything at one revision.
#[derive(Clone)]
pub(crate) struct State {
    pub(crate) revision: Revision,
    pub(crate) compacted: Revision,
    pub(crate) live: OrdMap<Key, SharedItem>,
    /// What each key held before the given revision; only for revisions after `compacted`.
    versions: OrdMap<Version, Past>,
    /// Commits after `compacted` that are still known; pruning may lag behind `compacted`, never the other way round.
    pub(crate) log: Commits,
    /// Deadlines of live keys.
    pub(crate) expiries: OrdSet<(Tick, Key)>,
    /// Keys and values of `live`.
    pub(crate) live_bytes: usize,
    /// What history counts.
    pub(crate) history_bytes: usize,
    /// Memory of history that is not on disk only.
    pub(crate) cached_bytes: usize,
    /// Up to here history is on disk only.
    spilled: Revision,
    /// Reads what is on disk only; none when nothing is.
    archive: Option<Arc<dyn Archive>>,
}

/// Bookkeeping per change in log and versions, measured with short keys: map entries, the batch, the item's own head.
const CHANGE_OVERHEAD: usize = 400;

fn item_bytes(item: &Item) -> usize {
    item.key.len() + item.value.len()
}

/// Memory that a batch holds on to beyond the live state.
fn cached_by(changes: &[Change]) -> usize {
    changes.iter().map(|change| CHANGE_OVERHEAD + change.previous.as_deref().map_or(0, |item| item.value.body.allocated())).sum()
}

impl State {
    pub(crate) fn empty(revision: Revision, archive: Option<Arc<dyn Archive>>) -> Self {
        Self {
            revision,
            compacted: revision,
            live: OrdMap::new(),
            versions: OrdMap::new(),
            log: Commits::new(),
            expiries: OrdSet::new(),
            live_bytes: 0,
            history_bytes: 0,
            cached_bytes: 0,
            spilled: revision,
            archive,
        }
    }

    /// Makes an empty state begin at a revision: everything before is unknown.
    pub(crate) fn begin_at(&mut self, revision: Revision) {
        (self.revision, self.compacted, self.spilled) = (revision, revision, revision);
    }

    /// Puts back an item of a snapshot or checkpoint; no history.
    pub(crate) fn restore(&mut self, item: SharedItem) {
        self.live_bytes += item_bytes(&item);
        self.expiries.extend(item.expires_at.map(|at| (at, item.key.clone())));
        self.live.insert(item.key.clone(), item);
    }

    /// Applies the changes of the next revision, whose `previous` must be what is live now.
    pub(crate) fn apply(&mut self, changes: Vec<Change>, at: Moment, written: Option<Written>) -> Arc<Batch> {
        self.revision = self.revision.next();
        let cached = cached_by(&changes);
        for change in &changes {
            self.live_bytes -= change.previous.as_deref().map_or(0, item_bytes);
            if let Some(deadline) = change.previous.as_ref().and_then(|item| item.expires_at) {
                self.expiries.remove(&(deadline, change.key.clone()));
            }
            match &change.current {
                Some(item) => {
                    self.live_bytes += item_bytes(item);
                    self.expiries.extend(item.expires_at.map(|deadline| (deadline, change.key.clone())));
                    self.live.insert(change.key.clone(), item.clone());
                }
                None => {
                    self.live.remove(change.key.as_bytes());
                }
            }
            let version = Version { key: change.key.clone(), revision: self.revision };
            self.versions.insert(version, change.previous.clone().into());
        }
        let batch = Arc::new(Batch { revision: self.revision, changes: changes.into() });
        let Written { place, bytes } = written.unwrap_or(Written { place: Place::default(), bytes: cached });
        self.history_bytes += bytes;
        self.cached_bytes += cached;
        self.log.push(self.revision, Logged { record: Record::Batch(batch.clone()), at, bytes, cached, place });
        batch
    }

    /// Moves the compacted revision forward past old commits, and past the oldest ones while history is over its budget.
    pub(crate) fn retain(&mut self, retention: Retention) {
        let mut over = self.history_bytes.saturating_sub(retention.bytes);
        let mut compacted = self.compacted;
        for (revision, logged) in self.log.from(Revision(0)).take(retention.most) {
            if over == 0 && logged.at >= retention.before {
                break;
            }
            over = over.saturating_sub(logged.bytes);
            compacted = revision;
        }
        self.compacted = self.compacted.max(compacted);
    }

    /// Forgets up to `most` commits that are compacted. Answers whether there are more.
    pub(crate) fn prune(&mut self, most: usize) -> bool {
        for _ in 0..most {
            let Some((revision, _)) = self.log.front().filter(|(revision, _)| *revision <= self.compacted) else { return false };
            let Some(logged) = self.log.pop_front() else { return false };
            self.history_bytes -= logged.bytes;
            self.cached_bytes -= logged.cached;
            self.spilled = self.spilled.max(revision);
            let mut forget = |key: &Key| self.versions.remove(&Version { key: key.clone(), revision });
            match &logged.record {
                Record::Batch(batch) => batch.changes.iter().for_each(|change| drop(forget(&change.key))),
                Record::Stored { keys, .. } => keys.iter().for_each(|key| drop(forget(key))),
            }
        }
        self.log.front().is_some_and(|(revision, _)| revision <= self.compacted)
    }

    /// Leaves history to the disk, oldest first, until what is kept in memory fits. At most so many commits at once.
    pub(crate) fn spill(&mut self, bytes: usize, most: usize) {
        for _ in 0..most {
            if self.cached_bytes <= bytes {
                return;
            }
            let revision = self.spilled.next();
            let Some(logged) = self.log.get(revision).cloned() else { return };
            self.spilled = revision;
            let Record::Batch(batch) = &logged.record else { continue };
            for change in &batch.changes {
                let Some(previous) = &change.previous else { continue };
                let stored = Stored { place: previous.place, mod_revision: previous.mod_revision };
                self.versions.insert(Version { key: change.key.clone(), revision }, Past::Stored(stored));
            }
            self.cached_bytes -= logged.cached;
            let keys = batch.changes.iter().map(|change| change.key.clone()).collect();
            if let Some(logged) = self.log.get_mut(revision) {
                (logged.record, logged.cached) = (Record::Stored { place: logged.place, keys }, 0);
            }
        }
    }

    /// The revision to read: `at`, if it can be read, or the current one.
    pub(crate) fn readable(&self, at: Option<Revision>) -> Result<Revision, Error> {
        match at {
            None => Ok(self.revision),
            Some(requested) if requested > self.revision => Err(Error::FutureRevision { requested, current: self.revision }),
            Some(requested) if requested < self.compacted => Err(Error::Compacted { requested, compacted: self.compacted }),
            Some(requested) => Ok(requested),
        }
    }

    /// A superseded value of a key, which was read at `at`.
    fn past(&self, key: &Key, past: &Past, at: Revision) -> Result<Option<SharedItem>, Error> {
        match past {
            Past::Nothing => Ok(None),
            Past::Item(item) => Ok(Some(item.clone())),
            Past::Stored(stored) => {
                let found = match &self.archive {
                    Some(archive) => archive.item(key, *stored)?,
                    None => None,
                };
                // Its file went while this state was being read: compaction has come past it.
                found.map(Some).ok_or(Error::Compacted { requested: at, compacted: at.next() })
            }
        }
    }

    /// What lay under a key at a readable revision.
    pub(crate) fn get(&self, key: &Key, at: Revision) -> Result<Option<SharedItem>, Error> {
        if at < self.revision {
            let start = Version { key: key.clone(), revision: at.next() };
            if let Some((version, previous)) = self.versions.get_next(&start)
                && version.key == *key
            {
                return self.past(key, previous, at);
            }
        }
        Ok(self.live.get(key.as_bytes()).cloned())
    }

    /// The changes of a commit in the log that lie under a prefix; none when there are none.
    pub(crate) fn batch(&self, revision: Revision, logged: &Logged, prefix: &[u8]) -> Result<Option<Arc<Batch>>, Error> {
        let (place, keys) = match &logged.record {
            Record::Batch(batch) => return Ok(under_prefix(batch, prefix)),
            Record::Stored { place, keys } => (*place, keys),
        };
        if !keys.iter().any(|key| key.starts_with(prefix)) {
            return Ok(None);
        }
        let gone = || Error::Compacted { requested: revision, compacted: revision.next() };
        let archive = self.archive.as_ref().ok_or_else(gone)?;
        let commit = archive.commit(place)?.ok_or_else(gone)?;
        let mut changes = Vec::new();
        for (key, current) in commit.into_iter().filter(|(key, _)| key.starts_with(prefix)) {
            let version = Version { key: key.clone(), revision };
            let previous = match self.versions.get(&version) {
                Some(past) => self.past(&key, past, revision)?,
                None => None,
            };
            changes.push(Change { key, previous, current });
        }
        Ok((!changes.is_empty()).then(|| Arc::new(Batch { revision, changes: changes.into() })))
    }

    /// The answer to a range at a readable revision.
    pub(crate) fn range(&self, request: &RangeRequest, at: Revision) -> Result<RangeAnswer, Error> {
        let limit = if request.limit == 0 { usize::MAX } else { request.limit };
        if request.end.as_ref().is_some_and(|end| *end <= request.start) {
            return Ok(RangeAnswer { items: Vec::new(), more: false, count: request.count.then_some(0), revision: at });
        }
        let (items, more, count) = if at == self.revision {
            let live = || self.live_range(request).map(|(_, item)| item);
            let items: Vec<_> = live().take(limit).cloned().collect();
            let more = items.len() == limit && live().nth(limit).is_some();
            let count = request.count.then(|| if more { live().count() } else { items.len() });
            (items, more, count)
        } else {
            let mut past = self.past_range(request, at);
            let mut items = Vec::new();
            for (key, found) in past.by_ref().take(limit) {
                items.extend(self.past(key, &found, at)?);
            }
            let more = past.next().is_some();
            let rest = if request.count { past.count() } else { 0 };
            let count = request.count.then(|| items.len() + usize::from(more) + rest);
            (items, more, count)
        };
        Ok(RangeAnswer { items, more, count, revision: at })
    }

    fn live_range<'a>(&'a self, request: &'a RangeRequest) -> impl Iterator<Item = (&'a Key, &'a SharedItem)> {
        let end = request.end.as_ref().map_or(Bound::Unbounded, |end| Bound::Excluded(end.as_bytes()));
        self.live.range::<_, [u8]>((Bound::Included(request.start.as_bytes()), end))
    }

    /// Merges what is live with what was superseded after `at`: the first change of a key after `at` says what it held at `at`. Never
    /// yields `Nothing`.
    fn past_range<'a>(&'a self, request: &'a RangeRequest, at: Revision) -> impl Iterator<Item = (&'a Key, Past)> + 'a {
        let bound = |key: &Key| Version { key: key.clone(), revision: Revision(0) };
        let end = request.end.as_ref().map_or(Bound::Unbounded, |end| Bound::Excluded(bound(end)));
        let versions = self.versions.range::<_, Version>((Bound::Included(bound(&request.start)), end));
        let mut versions = versions.filter(move |(version, _)| version.revision > at).peekable();
        let mut live = self.live_range(request).peekable();
        std::iter::from_fn(move || {
            loop {
                let use_live = match (live.peek(), versions.peek()) {
                    (None, None) => return None,
                    (Some(_), None) => true,
                    (None, Some(_)) => false,
                    (Some((live_key, _)), Some((version, _))) => **live_key < version.key,
                };
                if use_live {
                    return live.next().map(|(key, item)| (key, Past::Item(item.clone())));
                }
                let (version, previous) = versions.next()?;
                while versions.next_if(|(later, _)| later.key == version.key).is_some() {}
                live.next_if(|(key, _)| **key == version.key);
                if !matches!(previous, Past::Nothing) {
                    return Some((&version.key, previous.clone()));
                }
            }
        })
    }
}

/// The changes of a batch under a prefix: the batch itself when that is all of them.
pub(crate) fn under_prefix(batch: &Arc<Batch>, prefix: &[u8]) -> Option<Arc<Batch>> {
    let inside = |change: &&Change| change.key.starts_with(prefix);
    let count = batch.changes.iter().filter(inside).count();
    if count == 0 {
        return None;
    }
    if count == batch.changes.len() {
        return Some(batch.clone());
    }
    let changes = batch.changes.iter().filter(inside).cloned().collect();
    Some(Arc::new(Batch { revision: batch.revision, changes }))
}

/// The pointer that readers take.
pub(crate) struct Published(ArcSwap<State>);

impl Published {
    pub(crate) fn new(state: State) -> Self {
        Self(ArcSwap::from_pointee(state))
    }

    pub(crate) fn load(&self) -> Arc<State> {
        self.0.load_full()
    }

    pub(crate) fn store(&self, state: State) {
        self.0.store(Arc::new(state));
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Value;

    fn put(state: &mut State, key: &str, body: &str, second: u64) {
        let key = Key::from(key);
        let previous = state.live.get(key.as_bytes()).cloned();
        let revision = state.revision.next();
        let current = Some(Arc::new(Item {
            key: key.clone(),
            value: Value::from(body),
            create_revision: revision,
            mod_revision: revision,
            expires_at: None,
            place: Place::default(),
        }));
        state.apply(vec![Change { key, previous, current }], Tick(Duration::from_secs(second)).into(), None);
    }

    fn kept(state: &State) -> (u64, usize) {
        (state.compacted.0, state.log.len())
    }

    #[test]
    fn history_is_kept_by_age_and_by_bytes() {
        let mut state = State::empty(Revision(1), None);
        for second in 0..10 {
            put(&mut state, "/a", "0123456789", second);
        }
        state.retain(Retention { before: Moment(4000), bytes: usize::MAX, most: 100 });
        assert!(!state.prune(100));
        assert_eq!(kept(&state), (5, 6), "commits of the seconds 0 to 3 are gone");
        let half = state.history_bytes / 2;
        state.retain(Retention { before: Moment(0), bytes: half, most: 100 });
        assert!(!state.prune(100));
        assert_eq!(kept(&state), (8, 3));
        assert!(state.history_bytes <= half);
    }

    #[test]
    fn pruning_goes_in_steps_and_leaves_nothing_behind() {
        let mut state = State::empty(Revision(1), None);
        for second in 0..10 {
            put(&mut state, "/a", "0123456789", second);
        }
        state.compacted = state.revision;
        assert!(state.prune(4));
        assert!(state.prune(4));
        assert!(!state.prune(4));
        assert_eq!((state.history_bytes, state.versions.len(), state.log.len()), (0, 0, 0));
        assert_eq!(state.live_bytes, "/a0123456789".len());
    }
}
