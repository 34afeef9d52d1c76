//! The published state: live values, the index of superseded ones, the log of batches. Persistent maps: a clone costs nanoseconds and
//! shares everything. Pure data; it must never know about queues or watchers.

use std::ops::Bound;
use std::sync::Arc;

use arc_swap::ArcSwap;
use imbl::OrdMap;
use sys::Tick;

use crate::item::SharedItem;
use crate::{Batch, Change, Error, Item, Key, RangeAnswer, RangeRequest, Revision};

/// One superseded value's place: the key and the revision that superseded it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Version {
    key: Key,
    revision: Revision,
}

/// A commit in the log.
#[derive(Clone)]
pub(super) struct Logged {
    pub(super) batch: Arc<Batch>,
    /// When it was made, for retention by age.
    at: Tick,
    /// What it holds on to beyond the live state.
    bytes: usize,
}

/// Everything at one revision.
#[derive(Clone)]
pub(super) struct State {
    pub(super) revision: Revision,
    pub(super) compacted: Revision,
    pub(super) live: OrdMap<Key, SharedItem>,
    /// What each key held before the given revision; only for revisions after `compacted`.
    versions: OrdMap<Version, Option<SharedItem>>,
    /// Commits after `compacted` that are still in memory; pruning may lag behind `compacted`, never the other way round.
    pub(super) log: OrdMap<Revision, Logged>,
    /// Keys and values of `live`.
    pub(super) live_bytes: usize,
    /// What log and versions hold beyond it.
    pub(super) history_bytes: usize,
}

/// Bookkeeping per change in log and versions, measured with short keys: map entries, the batch, the item's own head.
const CHANGE_OVERHEAD: usize = 400;

fn item_bytes(item: &Item) -> usize {
    item.key.len() + item.value.len()
}

impl State {
    pub(super) fn empty(revision: Revision) -> Self {
        Self {
            revision,
            compacted: revision,
            live: OrdMap::new(),
            versions: OrdMap::new(),
            log: OrdMap::new(),
            live_bytes: 0,
            history_bytes: 0,
        }
    }

    /// Puts back an item of a snapshot; no history.
    pub(super) fn restore(&mut self, item: SharedItem) {
        self.live_bytes += item_bytes(&item);
        self.live.insert(item.key.clone(), item);
    }

    /// Applies the changes of the next revision, whose `previous` must be what is live now.
    pub(super) fn apply(&mut self, changes: Vec<Change>, now: Tick) -> Arc<Batch> {
        self.revision = self.revision.next();
        let mut bytes = 0;
        for change in &changes {
            bytes += CHANGE_OVERHEAD + change.previous.as_deref().map_or(0, |item| item.value.body.allocated());
            self.live_bytes -= change.previous.as_deref().map_or(0, item_bytes);
            match &change.current {
                Some(item) => {
                    self.live_bytes += item_bytes(item);
                    self.live.insert(change.key.clone(), item.clone());
                }
                None => {
                    self.live.remove(change.key.as_bytes());
                }
            }
            let version = Version { key: change.key.clone(), revision: self.revision };
            self.versions.insert(version, change.previous.clone());
        }
        let batch = Arc::new(Batch { revision: self.revision, changes: changes.into() });
        self.history_bytes += bytes;
        self.log.insert(self.revision, Logged { batch: batch.clone(), at: now, bytes });
        batch
    }

    /// Moves the compacted revision forward past commits older than `before`, and past the oldest ones while history is over `bytes`.
    /// Looks at no more than `most` commits, so that a writer never pays for a long pause at once.
    pub(super) fn retain(&mut self, before: Tick, bytes: usize, most: usize) {
        let mut over = self.history_bytes.saturating_sub(bytes);
        let mut compacted = self.compacted;
        for (revision, logged) in self.log.iter().take(most) {
            if over == 0 && logged.at >= before {
                break;
            }
            over = over.saturating_sub(logged.bytes);
            compacted = *revision;
        }
        self.compacted = self.compacted.max(compacted);
    }

    /// Frees up to `most` commits that are compacted. Answers whether there are more.
    pub(super) fn prune(&mut self, most: usize) -> bool {
        for _ in 0..most {
            let Some((revision, logged)) = self.log.get_min().filter(|(revision, _)| *revision <= self.compacted).cloned() else {
                return false;
            };
            self.log.remove(&revision);
            self.history_bytes -= logged.bytes;
            for change in &logged.batch.changes {
                self.versions.remove(&Version { key: change.key.clone(), revision });
            }
        }
        self.log.get_min().is_some_and(|(revision, _)| *revision <= self.compacted)
    }

    /// The revision to read: `at`, if it can be read, or the current one.
    pub(super) fn readable(&self, at: Option<Revision>) -> Result<Revision, Error> {
        match at {
            None => Ok(self.revision),
            Some(requested) if requested > self.revision => Err(Error::FutureRevision { requested, current: self.revision }),
            Some(requested) if requested < self.compacted => Err(Error::Compacted { requested, compacted: self.compacted }),
            Some(requested) => Ok(requested),
        }
    }

    /// What lay under a key at a readable revision.
    pub(super) fn get(&self, key: &Key, at: Revision) -> Option<SharedItem> {
        if at < self.revision {
            let start = Version { key: key.clone(), revision: at.next() };
            if let Some((version, previous)) = self.versions.get_next(&start)
                && version.key == *key
            {
                return previous.clone();
            }
        }
        self.live.get(key.as_bytes()).cloned()
    }

    /// The answer to a range at a readable revision.
    pub(super) fn range(&self, request: &RangeRequest, at: Revision) -> RangeAnswer {
        let limit = if request.limit == 0 { usize::MAX } else { request.limit };
        if request.end.as_ref().is_some_and(|end| *end <= request.start) {
            return RangeAnswer { items: Vec::new(), more: false, count: request.count.then_some(0), revision: at };
        }
        let (items, more, count) = if at == self.revision {
            let live = || self.live_range(request).map(|(_, item)| item);
            let items: Vec<_> = live().take(limit).cloned().collect();
            let more = items.len() == limit && live().nth(limit).is_some();
            let count = request.count.then(|| if more { live().count() } else { items.len() });
            (items, more, count)
        } else {
            let mut past = self.past_range(request, at);
            let items: Vec<_> = past.by_ref().take(limit).collect();
            let more = past.next().is_some();
            let rest = if request.count { past.count() } else { 0 };
            let count = request.count.then(|| items.len() + usize::from(more) + rest);
            (items, more, count)
        };
        RangeAnswer { items, more, count, revision: at }
    }

    fn live_range<'a>(&'a self, request: &'a RangeRequest) -> impl Iterator<Item = (&'a Key, &'a SharedItem)> {
        let end = request.end.as_ref().map_or(Bound::Unbounded, |end| Bound::Excluded(end.as_bytes()));
        self.live.range::<_, [u8]>((Bound::Included(request.start.as_bytes()), end))
    }

    /// Merges what is live with what was superseded after `at`: the first change of a key after `at` says what it held at `at`.
    fn past_range<'a>(&'a self, request: &'a RangeRequest, at: Revision) -> impl Iterator<Item = SharedItem> + 'a {
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
                    return live.next().map(|(_, item)| item.clone());
                }
                let (version, previous) = versions.next()?;
                while versions.next_if(|(later, _)| later.key == version.key).is_some() {}
                live.next_if(|(key, _)| **key == version.key);
                if let Some(item) = previous {
                    return Some(item.clone());
                }
            }
        })
    }
}

/// The pointer that readers take.
pub(super) struct Published(ArcSwap<State>);

impl Published {
    pub(super) fn new(state: State) -> Self {
        Self(ArcSwap::from_pointee(state))
    }

    pub(super) fn load(&self) -> Arc<State> {
        self.0.load_full()
    }

    pub(super) fn store(&self, state: State) {
        self.0.store(Arc::new(state));
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

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
        }));
        state.apply(vec![Change { key, previous, current }], Tick(Duration::from_secs(second)));
    }

    fn kept(state: &State) -> (u64, usize) {
        (state.compacted.0, state.log.len())
    }

    #[test]
    fn history_is_kept_by_age_and_by_bytes() {
        let mut state = State::empty(Revision(1));
        for second in 0..10 {
            put(&mut state, "/a", "0123456789", second);
        }
        state.retain(Tick(Duration::from_secs(4)), usize::MAX, 100);
        assert!(!state.prune(100));
        assert_eq!(kept(&state), (5, 6), "commits of the seconds 0 to 3 are gone");
        let half = state.history_bytes / 2;
        state.retain(Tick(Duration::ZERO), half, 100);
        assert!(!state.prune(100));
        assert_eq!(kept(&state), (8, 3));
        assert!(state.history_bytes <= half);
    }

    #[test]
    fn pruning_goes_in_steps_and_leaves_nothing_behind() {
        let mut state = State::empty(Revision(1));
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
