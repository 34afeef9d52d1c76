//! One life of a store on a simulated disk: it is opened, a workload made from a seed runs on it, and at every call of the disk a shot is
//! taken (an image of the disk, and what had been promised by then). What was asked and answered is written down with the number of the
//! call before which it happened. Called by the tests of this folder, with the engine or the toy; knows neither.

use std::collections::BTreeMap;
use std::path::Path;
use std::pin::pin;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, OnceLock, PoisonError};
use std::task::{Context, Poll, Wake, Waker};
use std::time::Duration;

use futures_util::future::{Either, join, join_all, select};
use sys::sim::{Call, CallKind, DiskImage, Fault, Sim};
use sys::{BoxFuture, Spawn, Sys, Tick};
use tokio::sync::Notify;

use crate::contract::model::Written;
use crate::contract::workload::Choices;
use crate::{Batch, Error, Key, Operation, Revision, Store, Txn, Value, WatchItem};

/// The store's directory on the simulated disk.
pub(super) const DIR: &str = "/data/store";

/// Opens the store under test.
pub(super) type OpenStore = Arc<dyn Fn(Sys) -> Result<Arc<dyn Store>, String> + Send + Sync>;

/// What happens in a life.
#[derive(Clone, Debug)]
pub(super) struct Plan {
    /// Decides every choice.
    pub(super) seed: u64,
    /// Writers at the same time.
    pub(super) writers: u64,
    /// Steps of each.
    pub(super) steps: u64,
    /// Values are shorter.
    pub(super) value_bytes: u64,
    /// When the life begins, on the simulation's clock.
    pub(super) begins: Tick,
    /// A fault of the disk, planned before the store is opened.
    pub(super) fault: Option<Fault>,
    /// Whether the disk claims to sync without doing so.
    pub(super) lying: bool,
    /// Whether shots are taken.
    pub(super) shots: bool,
    /// The size of the disk.
    pub(super) capacity: Option<u64>,
    /// Whether the store's committer and its upkeep run on threads of their own, as in a real process. Then a seed does not say in which
    /// order they call the disk.
    pub(super) threads: bool,
    /// Whether the store is closed at the end, rather than left.
    pub(super) closes: bool,
    /// Whether the store forgets history by itself.
    pub(super) forgets: bool,
}

impl Plan {
    /// A small life.
    pub(super) fn small(seed: u64) -> Self {
        Self {
            seed,
            writers: 3,
            steps: 14,
            value_bytes: 900,
            begins: Tick(Duration::ZERO),
            fault: None,
            lying: false,
            shots: true,
            capacity: None,
            threads: false,
            closes: seed.is_multiple_of(2),
            forgets: false,
        }
    }
}

/// How a commit ended.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Outcome {
    /// Made.
    Committed(Revision),
    /// Not made, and that was said.
    Refused,
    /// Nobody knows.
    Unknown,
}

/// A commit that was asked for.
#[derive(Clone, Debug)]
pub(super) struct Attempt {
    /// What it writes. A delete of a key that does not exist may be part of it.
    pub(super) written: Vec<Written>,
    /// The times to live of what it puts.
    pub(super) ttl: BTreeMap<Key, Duration>,
    /// Calls of the disk before it was asked for.
    pub(super) asked: usize,
    /// Calls of the disk before the answer was given.
    pub(super) answered: usize,
    /// The answer.
    pub(super) outcome: Outcome,
    /// The time when it was asked for, and when the answer was seen.
    pub(super) between: (Tick, Tick),
}

/// A compaction that was asked for.
#[derive(Clone, Debug)]
pub(super) struct Compaction {
    /// What is kept from here on.
    pub(super) revision: Revision,
    /// Calls of the disk before it was asked for.
    pub(super) asked: usize,
    /// Calls of the disk before it was answered, if it was.
    pub(super) answered: Option<usize>,
}

/// The disk just before a call.
pub(super) struct Shot {
    /// Calls before.
    pub(super) at: usize,
    /// The call.
    pub(super) kind: CallKind,
    /// The disk.
    pub(super) image: DiskImage,
    /// The newest revision that anyone could have seen.
    pub(super) shown: Revision,
    /// The time.
    pub(super) now: Tick,
}

/// Everything about a life.
#[derive(Default)]
pub(super) struct Record {
    /// The commits asked for.
    pub(super) attempts: Vec<Attempt>,
    /// The compactions asked for.
    pub(super) compactions: Vec<Compaction>,
    /// What the disk was at each call, in order.
    pub(super) shots: Vec<Shot>,
    /// Every commit that a watch delivered.
    pub(super) seen: BTreeMap<Revision, Arc<Batch>>,
    /// An answer that no store may give.
    pub(super) violation: Option<String>,
    /// Why the store did not open.
    pub(super) refused: Option<String>,
    /// The disk at the end, after the last call.
    pub(super) last: Option<Shot>,
    /// The calls of the disk, in order.
    pub(super) calls: Vec<Call>,
    /// Calls that failed by plan.
    pub(super) failed_calls: usize,
}

/// A disk with an empty directory for a store, whose name is lasting.
pub(super) fn empty_disk() -> DiskImage {
    let sim = Sim::new(0);
    let disk = sim.sys().disk;
    let dir = Path::new(DIR);
    let made =
        disk.create_dir(dir, 0o700).and_then(|()| disk.sync_dir(Path::new("/data"))).and_then(|()| disk.sync_dir(Path::new("/")));
    made.expect("a simulated disk makes directories");
    sim.disk().image()
}

/// Runs a future on a runtime of its own: with it end all tasks of the process that it stands for.
pub(super) fn process<T>(body: impl Future<Output = T>) -> T {
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_time().build().expect("a runtime without I/O can be built");
    // Nothing waits for real time; this is for the case that a store hangs.
    let ended = runtime.block_on(async { tokio::time::timeout(Duration::from_secs(60), body).await });
    ended.expect("the simulated process hangs")
}

/// Lives a life on a disk.
pub(super) fn live(open: &OpenStore, image: DiskImage, plan: &Plan) -> Record {
    process(async {
        let sim = Sim::with_disk(plan.seed, image);
        sim.advance(plan.begins.0);
        sim.disk().set_lying(plan.lying);
        if let Some(fault) = plan.fault {
            sim.disk().fail(fault);
        }
        let run = Arc::new(Run {
            sim: sim.clone(),
            plan: plan.clone(),
            calls: Arc::default(),
            store: Arc::default(),
            record: Arc::default(),
            believed: Mutex::default(),
            done: Notify::new(),
            delivered: AtomicUsize::new(0),
        });
        run.observe();
        if let Some(bytes) = plan.capacity {
            sim.disk().set_capacity(bytes);
        }
        let sys = sim.sys();
        let spawn: Arc<dyn Spawn> = if plan.threads { Arc::new(Threads(sys.spawn.clone())) } else { sys.spawn.clone() };
        match open(Sys { spawn, ..sys }) {
            Err(refusal) => lock(&run.record).refused = Some(refusal),
            Ok(store) => {
                drop(run.store.set(store));
                run.clone().work().await;
                if plan.closes || plan.threads {
                    run.store().close().await;
                }
            }
        }
        sim.disk().stop_observing();
        let last = Shot {
            at: run.calls.load(Ordering::Relaxed),
            kind: CallKind::Space,
            image: sim.disk().image(),
            shown: run.store.get().map_or(Revision(0), |store| store.revisions().current),
            now: sim.sys().clock.tick(),
        };
        let mut record = std::mem::take(&mut *lock(&run.record));
        record.last = Some(last);
        record.failed_calls = sim.disk().failed_calls();
        record
    })
}

/// The simulated scheduler, except that what may block has a thread of its own.
struct Threads(Arc<dyn Spawn>);

impl Spawn for Threads {
    fn task(&self, name: &'static str, task: BoxFuture<'static, ()>) {
        self.0.task(name, task);
    }

    fn thread(&self, name: &'static str, body: Box<dyn FnOnce() + Send>) {
        self.0.thread(name, body);
    }

    fn blocking(&self, name: &'static str, task: BoxFuture<'static, ()>) {
        let runtime = tokio::runtime::Builder::new_current_thread().build().expect("a runtime without I/O can be built");
        self.thread(name, Box::new(move || runtime.block_on(task)));
    }
}

struct Run {
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

    async fn work(self: Arc<Self>) {
        let start = self.store().revisions().current;
        self.delivered.store(usize::try_from(start.0).unwrap_or(0), Ordering::Relaxed);
        let items = self.store().range(crate::RangeRequest::prefix(b"")).await;
        for item in items.map(|answer| answer.items).unwrap_or_default() {
            lock(&self.believed).insert(item.key.clone(), Some(item.mod_revision));
        }
        let writers = async {
            join_all((0..self.plan.writers).map(|lane| self.writer(lane))).await;
            self.done.notify_one();
        };
        join(writers, self.watcher(start)).await;
    }

    async fn writer(&self, lane: u64) {
        let mut choices = Choices::new(self.plan.seed, lane);
        for number in 0..self.plan.steps {
            match choices.below(16) {
                0 => self.sim.pass(Duration::from_secs(1 + choices.below(9))).await,
                1 => self.compact(&mut choices).await,
                _ => self.commit(&mut choices, &format!("{}.{lane}.{number}", self.plan.begins.0.as_secs())).await,
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

    async fn commit(&self, choices: &mut Choices, name: &str) {
        let (txn, attempt) = self.some_transaction(choices, name);
        let index = {
            let mut record = lock(&self.record);
            record.attempts.push(attempt);
            record.attempts.len() - 1
        };
        let compares = !txn.compares.is_empty();
        let commit = pin!(Timed::new(self.calls.clone(), self.store().commit(txn)));
        let ended = if choices.below(12) == 0 {
            // A caller that goes away: the commit has happened or not.
            let patience = choices.below(6);
            let goes = pin!(async move {
                for _ in 0..patience {
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
    fn some_transaction(&self, choices: &mut Choices, name: &str) -> (Txn, Attempt) {
        let mut txn = Txn::default();
        let mut written: BTreeMap<Key, Option<Value>> = BTreeMap::new();
        let mut ttl = BTreeMap::new();
        for part in 0..1 + choices.below(5) / 3 + choices.below(5) / 4 * 2 {
            let key = Key::from(format!("/{}/{}", ["a", "b"][usize::from(choices.below(2) == 0)], choices.below(8)));
            let value = (choices.below(4) != 0).then(|| self.some_value(choices, &format!("{name}.{part}")));
            if value.is_some() && choices.below(6) == 0 {
                ttl.insert(key.clone(), Duration::from_secs(2 + choices.below(40)));
            } else {
                ttl.remove(&key);
            }
            written.insert(key, value);
        }
        let believed = lock(&self.believed);
        for (key, value) in &written {
            if choices.below(2) == 0
                && let Some(expected) = believed.get(key)
            {
                txn = txn.expect(key.clone(), *expected);
            }
            txn.operations.push(match value {
                Some(value) => Operation::Put { key: key.clone(), value: value.clone(), ttl: ttl.get(key).copied() },
                None => Operation::Delete { key: key.clone() },
            });
        }
        let now = self.sim.sys().clock.tick();
        let attempt = Attempt {
            written: written.into_iter().collect(),
            ttl,
            asked: self.calls(),
            answered: usize::MAX,
            outcome: Outcome::Unknown,
            between: (now, Tick(Duration::MAX)),
        };
        (txn, attempt)
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

/// A future that tells, beside its answer, how many calls the disk had seen when the answer was given: whoever gives it wakes the waiting
/// task, and that is the moment, not the later one at which the task runs.
struct Timed<F> {
    inner: F,
    woken: Arc<Woken>,
}

struct Woken {
    calls: Arc<AtomicUsize>,
    at: AtomicUsize,
    parent: Mutex<Option<Waker>>,
}

impl Wake for Woken {
    fn wake(self: Arc<Self>) {
        self.at.store(self.calls.load(Ordering::Relaxed), Ordering::Relaxed);
        if let Some(parent) = lock(&self.parent).take() {
            parent.wake();
        }
    }
}

impl<F> Timed<F> {
    fn new(calls: Arc<AtomicUsize>, inner: F) -> Self {
        Self { inner, woken: Arc::new(Woken { calls, at: AtomicUsize::new(usize::MAX), parent: Mutex::default() }) }
    }
}

impl<F: Future + Unpin> Future for Timed<F> {
    type Output = (F::Output, usize);

    fn poll(mut self: std::pin::Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Self::Output> {
        *lock(&self.woken.parent) = Some(context.waker().clone());
        let waker = Waker::from(self.woken.clone());
        let begun = self.woken.calls.load(Ordering::Relaxed);
        let answer = std::task::ready!(pin!(&mut self.inner).poll(&mut Context::from_waker(&waker)));
        let now = self.woken.calls.load(Ordering::Relaxed);
        // Work that was done in this very poll is not older than its calls.
        let at = if now > begun { now } else { self.woken.at.load(Ordering::Relaxed).min(now) };
        Poll::Ready((answer, at))
    }
}
