//! What the threads of one run share: the highest revision seen, the record of what happened, what clients believe to be there, and
//! the gate that says whether the server can be used. Called by `client`, `writers`, `watchers` and the tools' main threads.

use std::collections::HashMap;
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use super::checker::{Fault, Kind};
use super::history::{Key, List, Record, Revision, Version};
use super::object;
use super::plant::Plants;
use crate::http::Target;

/// Shared by all threads of a run.
#[derive(Default)]
pub(crate) struct World {
    seen: AtomicU64,
    numbers: AtomicU64,
    record: Mutex<Record>,
    known: Mutex<HashMap<Key, Version>>,
    faults: Mutex<Vec<Fault>>,
    forgets: AtomicBool,
    /// How far back watches may be taken up.
    pub(crate) rewindable: AtomicU64,
    pub(crate) gate: Gate,
    pub(crate) plants: Plants,
}

/// A thread that panicked has left nothing half-done that matters: the run fails by that panic.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl World {
    /// The highest revision that anyone has been told.
    pub(crate) fn seen(&self) -> Revision {
        self.seen.load(Ordering::SeqCst)
    }

    pub(crate) fn saw(&self, revision: Revision) {
        self.seen.fetch_max(revision, Ordering::SeqCst);
    }

    /// A token that no write has had.
    pub(crate) fn token(&self, kibibytes: u64) -> u64 {
        object::token(self.numbers.fetch_add(1, Ordering::Relaxed) + 1, kibibytes)
    }

    pub(crate) fn note(&self, add: impl FnOnce(&mut Record)) {
        add(&mut lock(&self.record));
    }

    /// Everything recorded since the last call.
    pub(crate) fn take_record(&self) -> Record {
        std::mem::take(&mut lock(&self.record))
    }

    /// The server may forget history before its time, to make room.
    pub(crate) fn let_forget(&self) {
        self.forgets.store(true, Ordering::SeqCst);
    }

    pub(crate) fn may_forget(&self) -> bool {
        self.forgets.load(Ordering::SeqCst)
    }

    pub(crate) fn fault(&self, fault: Fault) {
        lock(&self.faults).push(fault);
    }

    pub(crate) fn broken(&self, text: impl Into<String>) {
        self.fault(Fault::new(Kind::Broken, text));
    }

    pub(crate) fn take_faults(&self) -> Vec<Fault> {
        std::mem::take(&mut lock(&self.faults))
    }

    /// What clients believe to be under a key.
    pub(crate) fn known(&self, key: Key) -> Option<Version> {
        lock(&self.known).get(&key).copied()
    }

    /// Notes a state, unless a newer one is known.
    pub(crate) fn learn(&self, key: Key, version: Version) {
        let mut known = lock(&self.known);
        if known.get(&key).is_none_or(|known| known.revision < version.revision) {
            known.insert(key, version);
        }
    }

    /// Notes that an object is gone.
    pub(crate) fn forget(&self, key: Key, uid: Option<u128>) {
        let mut known = lock(&self.known);
        if known.get(&key).is_some_and(|known| uid.is_none_or(|uid| uid == known.uid)) {
            known.remove(&key);
        }
    }

    /// Believes what a list of everything of a kind shows.
    pub(crate) fn learn_list(&self, list: &List) {
        let mut known = lock(&self.known);
        known.retain(|key, _| key.kind != list.scope.kind);
        known.extend(list.items.iter().map(|(key, version)| (*key, *version)));
    }
}

/// Says which server there is, and who may use it. Every start of the server is an epoch.
#[derive(Default)]
pub(crate) struct Gate {
    state: Mutex<State>,
    changed: Condvar,
    over: AtomicBool,
}

#[derive(Default)]
struct State {
    epoch: u64,
    target: Option<Arc<Target>>,
    watchers: bool,
    writers: bool,
    /// Writers that wait here.
    parked: usize,
    /// Watchers that wait here.
    parked_watchers: usize,
}

impl Gate {
    /// A server is there: watchers may use it.
    pub(crate) fn open(&self, target: Arc<Target>) {
        self.change(|state| {
            state.epoch += 1;
            state.target = Some(target);
            state.watchers = true;
        });
    }

    pub(crate) fn let_write(&self, may: bool) {
        self.change(|state| state.writers = may);
    }

    /// The server is gone.
    pub(crate) fn close(&self) {
        self.change(|state| {
            state.target = None;
            state.watchers = false;
            state.writers = false;
        });
    }

    /// The run is over: every wait ends.
    pub(crate) fn finish(&self) {
        self.over.store(true, Ordering::SeqCst);
        self.change(|_| {});
    }

    pub(crate) fn is_over(&self) -> bool {
        self.over.load(Ordering::SeqCst)
    }

    /// Waits until a writer may go on, on a server that is not the one it `failed` to reach.
    pub(crate) fn writer(&self, failed: Option<u64>) -> Option<(u64, Arc<Target>)> {
        self.change(|state| state.parked += 1);
        self.wait(|state| state.writers && failed != Some(state.epoch), |state| state.parked -= 1)
    }

    /// The same for a watcher.
    pub(crate) fn watcher(&self, failed: Option<u64>) -> Option<(u64, Arc<Target>)> {
        self.change(|state| state.parked_watchers += 1);
        self.wait(|state| state.watchers && failed != Some(state.epoch), |state| state.parked_watchers -= 1)
    }

    /// Waits until `may` says so; `leave` happens under the same lock.
    fn wait(&self, may: impl Fn(&State) -> bool, leave: impl FnOnce(&mut State)) -> Option<(u64, Arc<Target>)> {
        let mut state = lock(&self.state);
        let found = loop {
            if self.is_over() {
                break None;
            }
            if let Some(target) = state.target.as_ref().filter(|_| may(&state)) {
                break Some((state.epoch, Arc::clone(target)));
            }
            state = self.changed.wait(state).unwrap_or_else(PoisonError::into_inner);
        };
        leave(&mut state);
        found
    }

    pub(crate) fn may_write(&self, epoch: u64) -> bool {
        let state = lock(&self.state);
        state.writers && state.epoch == epoch && !self.is_over()
    }

    pub(crate) fn may_watch(&self, epoch: u64) -> bool {
        let state = lock(&self.state);
        state.watchers && state.epoch == epoch && !self.is_over()
    }

    /// Waits until so many writers wait, that is, until nothing is under way. False when that takes too long.
    pub(crate) fn await_parked(&self, writers: usize, within: Duration) -> bool {
        self.await_state(|state| state.parked >= writers, within)
    }

    /// Waits until so many watchers wait. False when that takes too long.
    pub(crate) fn await_parked_watchers(&self, watchers: usize, within: Duration) -> bool {
        self.await_state(|state| state.parked_watchers >= watchers, within)
    }

    fn await_state(&self, holds: impl Fn(&State) -> bool, within: Duration) -> bool {
        let deadline = Instant::now() + within;
        let mut state = lock(&self.state);
        while !holds(&state) {
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return false;
            }
            state = self.changed.wait_timeout(state, left).unwrap_or_else(PoisonError::into_inner).0;
        }
        true
    }

    fn change(&self, change: impl FnOnce(&mut State)) {
        change(&mut lock(&self.state));
        self.changed.notify_all();
    }
}
