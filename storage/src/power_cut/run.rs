//! The workload of a life: writers, a watcher that writes down every commit, and the observer of the disk. Called by `life`.

use std::collections::BTreeMap;
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::time::Duration;

use futures_util::future::{Either, join, join_all, select};
use sys::sim::{CallKind, Sim};
use tokio::sync::Notify;

use super::life::{Attempt, Compaction, Outcome, Plan, Record, Shot};
use super::timed::Timed;
use crate::contract::workload::Choices;
use crate::{Error, Key, RangeRequest, Revision, Store, Txn, Value, WatchItem};

/// A life that is going on.
pub(super) struct Run {
    sim: Sim,
    plan: Plan,
    /// Calls of the disk that have begun.
    calls: Arc<AtomicUsize>,
    store: Arc<OnceLock<Arc<dyn Store>>>,
    record: Arc<Mutex<Record>>,
    /// The revisions at which writers believe the keys to be.
    believed: Mutex<BTreeMap<Key, Option<Revision>>>,
    /// Told when the writers are done.
    done: Notify,
    /// The newest revision that the watch delivered.
    delivered: AtomicUsize,
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Run {
    /// Before the store is opened; the disk is observed from now on.
    pub(super) fn new(sim: &Sim, plan: &Plan) -> Self {
        let run = Self {
            sim: sim.clone(),
            plan: plan.clone(),
            calls: Arc::default(),
            store: Arc::default(),
            record: Arc::default(),
            believed: Mutex::default(),
            done: Notify::new(),
            delivered: AtomicUsize::new(0),
        };
        run.observe();
        run
    }

    /// The store did not open.
    pub(super) fn refused(&self, refusal: String) {
        lock(&self.record).refused = Some(refusal);
    }

    /// Everything that was written down.
    pub(super) fn end(self) -> Record {
        let disk = self.sim.disk();
        disk.stop_observing();
        let last = Shot {
            at: self.calls(),
            kind: CallKind::Space,
            image: disk.image(),
            shown: self.store.get().map_or(Revision(0), |store| store.revisions().current),
            now: self.sim.sys().clock.tick(),
        };
        let mut record = std::mem::take(&mut *lock(&self.record));
        record.last = Some(last);
        record.failed_calls = disk.failed_calls();
        record
    }

    /// Counts the calls of the disk and takes the shots.
    fn observe(&self) {
        let (calls, store, record) = (self.calls.clone(), self.store.clone(), self.record.clone());
        let (clock, shots) = (self.sim.sys().clock, self.plan.shots);
        self.sim.disk().observe(move |call, moment| {
            let at = calls.fetch_add(1, Ordering::Relaxed);
            lock(&record).calls.push(call.clone());
            if shots {
                let shown = store.get().map_or(Revision(0), |store| store.revisions().current);
                lock(&record).shots.push(Shot { at, kind: call.kind, image: moment.image(), shown, now: clock.tick() });
            }
        });
    }

    fn store(&self) -> &Arc<dyn Store> {
        self.store.get().expect("set before the work begins")
    }

    fn calls(&self) -> usize {
        self.calls.load(Ordering::Relaxed)
    }

    fn violated(&self, what: String) {
        lock(&self.record).violation.get_or_insert(what);
    }

    /// Runs the workload on a store that has just been opened.
    pub(super) async fn work(&self, store: Arc<dyn Store>) {
        drop(self.store.set(store));
        let start = self.store().revisions().current;
        self.delivered.store(usize::try_from(start.0).unwrap_or(0), Ordering::Relaxed);
        let items = self.store().range(RangeRequest::prefix(b"")).await;
        for item in items.map(|answer| answer.items).unwrap_or_default() {
            lock(&self.believed).insert(item.key.clone(), Some(item.mod_revision));
        }
        let writers = async {
            join_all((0..self.plan.writers).map(|lane| self.writer(lane))).await;
            // Behind everything whose caller went away: after its answer nothing waits any more.
            let last = Txn::default().put(Key::from("/last"), Value::from(format!("{:?}", self.plan.begins).as_str()));
            self.commit(last, None).await;
            self.done.notify_one();
        };
        join(writers, self.watcher(start)).await;
        if self.plan.closes || self.plan.threads {
            self.store().close().await;
        }
    }

    async fn writer(&self, lane: u64) {
        let mut choices = Choices::new(self.plan.seed, lane);
        for number in 0..self.plan.steps {
            match choices.below(16) {
                // Two clocks are read one after the other: on threads, time must not jump in between.
                0 if self.plan.threads => tokio::task::yield_now().await,
                0 => self.sim.pass(Duration::from_secs(1 + choices.below(9))).await,
                1 => self.compact(&mut choices).await,
                _ => {
                    let txn = self.some_transaction(&mut choices, &format!("{}.{lane}.{number}", self.plan.begins.0.as_secs()));
                    let patience = (choices.below(12) == 0).then(|| choices.below(6));
                    self.commit(txn, patience).await;
                }
            }
        }
    }

    async fn compact(&self, choices: &mut Choices) {
        let delivered = self.delivered.load(Ordering::Relaxed) as u64;
        let revision = Revision(delivered.saturating_sub(choices.below(12)).max(1));
        let compaction = Compaction { revision, asked: self.calls(), answered: None };
        let index = {
            let mut record = lock(&self.record);
            record.compactions.push(compaction);
            record.compactions.len() - 1
        };
        let (answer, at) = Timed::new(self.calls.clone(), self.store().compact(revision)).await;
        match answer {
            Ok(()) => lock(&self.record).compactions[index].answered = Some(at),
            Err(error) => self.check_error("compact", &error),
        }
    }

    /// In a world without faults a store has no reason to fail.
    fn check_error(&self, what: &str, error: &Error) {
        let senseless = matches!(
            error,
            Error::CompareFailed { .. }
                | Error::FutureRevision { .. }
                | Error::Invalid(_)
                | Error::TooLarge { .. }
                | Error::Compacted { .. }
        );
        let full = self.plan.capacity.is_some() && *error == Error::NoSpace;
        if senseless || !(self.plan.fault.is_some() || full) {
            self.violated(format!("{what} was answered by {error}"));
        }
    }

    /// Asks for a commit. A caller without patience goes away after a while; then the commit has happened or not.
    async fn commit(&self, txn: Txn, patience: Option<u64>) {
        let index = {
            let attempt = Attempt::of(&txn, self.calls(), self.sim.sys().clock.tick());
            let mut record = lock(&self.record);
            record.attempts.push(attempt);
            record.attempts.len() - 1
        };
        let compares = !txn.compares.is_empty();
        let commit = pin!(Timed::new(self.calls.clone(), self.store().commit(txn)));
        let ended = if let Some(turns) = patience {
            let goes = pin!(async move {
                for _ in 0..turns {
                    tokio::task::yield_now().await;
                }
            });
            match select(commit, goes).await {
                Either::Left((ended, _)) => ended,
                Either::Right(_) => return,
            }
        } else {
            commit.await
        };
        let (answer, at) = ended;
        let now = self.sim.sys().clock.tick();
        let mut record = lock(&self.record);
        let attempt = &mut record.attempts[index];
        attempt.answered = at;
        attempt.between.1 = now;
        let mut believed = lock(&self.believed);
        match answer {
            Ok(committed) => {
                attempt.outcome = if committed.changed { Outcome::Committed(committed.revision) } else { Outcome::Refused };
                for (key, value) in &attempt.written {
                    believed.insert(key.clone(), value.is_some().then_some(committed.revision));
                }
            }
            Err(Error::CompareFailed { key, current, .. }) if compares => {
                attempt.outcome = Outcome::Refused;
                believed.insert(key, current.map(|item| item.mod_revision));
            }
            Err(error) => {
                let unknown = matches!(error, Error::Unavailable(_));
                attempt.outcome = if unknown { Outcome::Unknown } else { Outcome::Refused };
                drop(record);
                self.check_error("a commit", &error);
            }
        }
    }

    /// One to four keys, each put or deleted, some with compares, some with a time to live.
    fn some_transaction(&self, choices: &mut Choices, name: &str) -> Txn {
        let mut written: BTreeMap<Key, Option<(Value, Option<Duration>)>> = BTreeMap::new();
        for part in 0..1 + choices.below(5) / 3 + choices.below(5) / 4 * 2 {
            let key = Key::from(format!("/{}/{}", ["a", "b"][usize::from(choices.below(2) == 0)], choices.below(8)));
            let value = (choices.below(4) != 0).then(|| {
                let ttl = (choices.below(6) == 0).then(|| Duration::from_secs(2 + choices.below(40)));
                (self.some_value(choices, &format!("{name}.{part}")), ttl)
            });
            written.insert(key, value);
        }
        let mut txn = Txn::default();
        let believed = lock(&self.believed);
        for (key, value) in written {
            if choices.below(2) == 0
                && let Some(expected) = believed.get(&key)
            {
                txn = txn.expect(key.clone(), *expected);
            }
            txn = match value {
                Some((value, ttl)) => txn.put_for(key, value, ttl),
                None => txn.delete(key),
            };
        }
        txn
    }

    /// Text as a rule, sometimes zeros, sometimes a piece of the store's own files, which must not be taken for one.
    fn some_value(&self, choices: &mut Choices, name: &str) -> Value {
        let length = usize::try_from(choices.below(self.plan.value_bytes)).unwrap_or(0);
        let mut bytes = name.as_bytes().to_vec();
        match choices.below(12) {
            0 => bytes.resize(bytes.len() + length, 0),
            1 => {
                let image = self.sim.disk().image();
                let files = image.files();
                let file = files.get(usize::try_from(choices.below(files.len().max(1) as u64)).unwrap_or(0));
                let content = file.and_then(|path| image.read(path).ok()).unwrap_or_default();
                let start = usize::try_from(choices.below(content.len() as u64 + 1)).unwrap_or(0);
                bytes.extend(content[start..].iter().take(length));
            }
            _ => bytes.resize(bytes.len() + length, b'x'),
        }
        Value { body: bytes.as_slice().into(), ..Value::default() }
    }

    /// Writes down every commit, until the writers are done and the last one came.
    async fn watcher(&self, start: Revision) {
        let mut watch = match self.store().watch(Key::from(""), start).await {
            Ok(watch) => watch,
            Err(error) => return self.check_error("a watch", &error),
        };
        let mut last = start;
        let mut done = false;
        loop {
            // A store that has failed ends the watch after everything that it had shown.
            if done && last >= self.store().revisions().current {
                return;
            }
            let item = if done {
                watch.next().await
            } else {
                match select(pin!(watch.next()), pin!(self.done.notified())).await {
                    Either::Left((item, _)) => item,
                    Either::Right(_) => {
                        done = true;
                        continue;
                    }
                }
            };
            match item {
                Ok(WatchItem::Batch(batch)) => {
                    last = batch.revision;
                    self.delivered.store(usize::try_from(last.0).unwrap_or(0), Ordering::Relaxed);
                    if lock(&self.record).seen.insert(last, batch).is_some() {
                        return self.violated(format!("revision {last} was delivered twice"));
                    }
                }
                Ok(WatchItem::Progress(_)) => {}
                Err(error) => return self.check_error("a running watch", &error),
            }
        }
    }
}
