//! From one change to the watchers that it concerns. Watchers are found by the key's prefix, by the exact key or by the value of a
//! hot field, so that a change costs what it concerns and not how many watch elsewhere; the rest of the selector is evaluated per
//! watcher. It never waits for anyone.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use futures_util::task::AtomicWaker;
use storage::{Key, Revision};

use crate::cursor::CloseReason;
use crate::window::Number;
use crate::{Event, EventKind, Object, text_hash};

/// A selector as the fanout sees it: whether an object shows. Must be pure and quick; it runs in the feed.
pub type Predicate = Arc<dyn Fn(&Object) -> bool + Send + Sync>;

/// Which keys a watch is about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Scope {
    /// All keys under a prefix: the resource's, or a namespace's (with its closing slash).
    Prefix(Key),
    /// One key.
    One(Key),
}

impl Scope {
    /// Whether a key is in it.
    #[must_use]
    pub fn contains(&self, key: &Key) -> bool {
        match self {
            Self::Prefix(prefix) => key.starts_with(prefix),
            Self::One(one) => one == key,
        }
    }

    /// The prefix under which all its keys lie (and, for one key, perhaps others).
    pub(crate) fn prefix(&self) -> &Key {
        match self {
            Self::Prefix(key) | Self::One(key) => key,
        }
    }
}

/// A condition `field = value` that the predicate contains, by which the watcher can be found (`spec.nodeName` of a kubelet's pods).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Trigger {
    /// The field's place in the codec's order.
    pub field: usize,
    /// The value.
    pub value: Box<str>,
}

impl Trigger {
    fn slot(&self) -> (usize, u32) {
        (self.field, text_hash(self.value.as_bytes()))
    }
}

/// The live end of a cursor.
pub(crate) struct Watcher {
    pub(crate) scope: Scope,
    predicate: Option<Predicate>,
    trigger: Option<Trigger>,
    queue: Mutex<Queue>,
    pub(crate) waker: AtomicWaker,
}

pub(crate) struct Queue {
    pub(crate) events: VecDeque<(Arc<Event>, EventKind)>,
    /// Whether the cursor reads from the window, from `next` on, instead of being sent events.
    pub(crate) lagging: bool,
    pub(crate) next: Number,
    /// Events up to here do not show: the watch starts in the future.
    pub(crate) floor: Revision,
    pub(crate) ended: Option<CloseReason>,
}

impl Watcher {
    pub(crate) fn new(
        scope: Scope,
        predicate: Option<Predicate>,
        trigger: Option<Trigger>,
        next: Number,
        floor: Revision,
    ) -> Self {
        let queue = Queue { events: VecDeque::new(), lagging: true, next, floor, ended: None };
        Self { scope, predicate, trigger, queue: Mutex::new(queue), waker: AtomicWaker::new() }
    }

    pub(crate) fn queue(&self) -> MutexGuard<'_, Queue> {
        self.queue.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn shows(&self, object: &Object) -> bool {
        self.predicate.as_ref().is_none_or(|predicate| predicate(object))
    }

    /// What an event means to this watcher: nothing, a kind, or the end.
    pub(crate) fn judge(&self, event: &Event, floor: Revision) -> Option<Result<EventKind, CloseReason>> {
        if event.revision <= floor || !self.scope.contains(&event.key) {
            return None;
        }
        if let Some(reason) = event.unreadable() {
            return Some(Err(reason));
        }
        event.classify(|object| self.shows(object)).map(Ok)
    }

    fn offer(&self, event: &Arc<Event>, number: Number, bound: usize) {
        let mut queue = self.queue();
        if queue.lagging || queue.ended.is_some() {
            return;
        }
        match self.judge(event, queue.floor) {
            None => return,
            // A commit that is halfway in the queue is let in as a whole: a client goes on from revisions, not from parts of one.
            Some(_)
                if queue.events.len() >= bound && queue.events.back().map(|(last, _)| last.revision) != Some(event.revision) =>
            {
                queue.lagging = true;
                queue.next = number;
            }
            Some(Ok(kind)) => queue.events.push_back((event.clone(), kind)),
            Some(Err(reason)) => queue.ended = Some(reason),
        }
        drop(queue);
        self.waker.wake();
    }

    pub(crate) fn end(&self, reason: CloseReason) {
        self.queue().ended.get_or_insert(reason);
        self.waker.wake();
    }
}

type Watchers = Vec<Arc<Watcher>>;

/// All watchers of a resource.
#[derive(Default)]
pub(crate) struct Fanout {
    prefixes: BTreeMap<Key, Watchers>,
    /// The lengths of those prefixes.
    lengths: BTreeSet<usize>,
    single: BTreeMap<Key, Watchers>,
    triggered: BTreeMap<(usize, u32), Watchers>,
    count: usize,
}

impl Fanout {
    pub(crate) fn len(&self) -> usize {
        self.count
    }

    pub(crate) fn add(&mut self, watcher: Arc<Watcher>) {
        self.count += 1;
        match (&watcher.scope, &watcher.trigger) {
            (Scope::One(key), _) => self.single.entry(key.clone()).or_default().push(watcher),
            (_, Some(trigger)) => self.triggered.entry(trigger.slot()).or_default().push(watcher),
            (Scope::Prefix(prefix), None) => {
                self.lengths.insert(prefix.len());
                self.prefixes.entry(prefix.clone()).or_default().push(watcher);
            }
        }
    }

    pub(crate) fn remove(&mut self, watcher: &Arc<Watcher>) {
        let gone = match (&watcher.scope, &watcher.trigger) {
            (Scope::One(key), _) => take_out(&mut self.single, key, watcher),
            (_, Some(trigger)) => take_out(&mut self.triggered, &trigger.slot(), watcher),
            (Scope::Prefix(prefix), None) => {
                let gone = take_out(&mut self.prefixes, prefix, watcher);
                if !self.prefixes.contains_key(prefix) {
                    self.lengths = self.prefixes.keys().map(|prefix| prefix.len()).collect();
                }
                gone
            }
        };
        self.count -= usize::from(gone);
    }

    /// Offers an event to every watcher that it may concern.
    pub(crate) fn dispatch(&self, event: &Arc<Event>, number: Number, bound: usize) {
        let key = event.key.as_bytes();
        let by_prefix = self.lengths.iter().filter_map(|length| self.prefixes.get(key.get(..*length)?));
        let by_key = self.single.get(key);
        for watcher in by_prefix.chain(by_key).flatten() {
            watcher.offer(event, number, bound);
        }
        if self.triggered.is_empty() {
            return;
        }
        // The slots that the object lies in before and after, each once.
        let objects = event.previous.iter().chain(&event.current);
        let slots: BTreeSet<(usize, u32)> = objects
            .flat_map(|object| self.trigger_fields().filter_map(|field| Some((field, object.field_hash(field)?))))
            .collect();
        for watcher in slots.iter().filter_map(|slot| self.triggered.get(slot)).flatten() {
            watcher.offer(event, number, bound);
        }
        // Without an object there is no value to look up, and everyone in scope has to know.
        if event.unreadable().is_some() {
            for watcher in self.triggered.values().flatten() {
                watcher.offer(event, number, bound);
            }
        }
    }

    /// The fields by which watchers are looked up; one or two, however many watchers.
    fn trigger_fields(&self) -> impl Iterator<Item = usize> {
        let mut next = self.triggered.first_key_value().map(|((field, _), _)| *field);
        std::iter::from_fn(move || {
            let field = next?;
            next = self.triggered.range((field + 1, 0)..).next().map(|((field, _), _)| *field);
            Some(field)
        })
    }

    /// Every watcher.
    pub(crate) fn all(&self) -> impl Iterator<Item = &Arc<Watcher>> {
        self.prefixes.values().chain(self.single.values()).chain(self.triggered.values()).flatten()
    }

    /// Ends every watcher and forgets them.
    pub(crate) fn end_all(&mut self, reason: &CloseReason) {
        let Self { prefixes, single, triggered, .. } = std::mem::take(self);
        for watcher in prefixes.into_values().chain(single.into_values()).chain(triggered.into_values()).flatten() {
            watcher.end(reason.clone());
        }
    }
}

fn take_out<K: Ord>(map: &mut BTreeMap<K, Watchers>, key: &K, watcher: &Arc<Watcher>) -> bool {
    let Some(list) = map.get_mut(key) else { return false };
    let before = list.len();
    list.retain(|other| !Arc::ptr_eq(other, watcher));
    let gone = list.len() < before;
    if list.is_empty() {
        map.remove(key);
    }
    gone
}
