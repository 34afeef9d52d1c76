//! One life of a store on a simulated disk: it is opened, a workload made from a seed runs on it, and at every call of the disk a shot is
//! taken (an image of the disk, and what had been promised by then). What was asked and answered is written down with the number of the
//! call before which it happened. Called by the tests of this folder, with the engine or the toy; knows neither.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::Arc;
use std::time::Duration;

use sys::sim::{Call, CallKind, DiskImage, Fault, Sim};
use sys::{BoxFuture, Spawn, Sys, Tick};

use super::run::Run;
use crate::contract::model::Written;
use crate::{Batch, Key, Operation, Revision, Store, Txn};

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

impl Attempt {
    /// A commit that is being asked for.
    pub(super) fn of(txn: &Txn, asked: usize, now: Tick) -> Self {
        let mut attempt = Self {
            written: Vec::new(),
            ttl: BTreeMap::new(),
            asked,
            answered: usize::MAX,
            outcome: Outcome::Unknown,
            between: (now, Tick(Duration::MAX)),
        };
        for operation in &txn.operations {
            let (key, value) = match operation {
                Operation::Put { key, value, ttl } => {
                    attempt.ttl.extend(ttl.map(|ttl| (key.clone(), ttl)));
                    (key, Some(value.clone()))
                }
                Operation::Delete { key } => (key, None),
            };
            attempt.written.push((key.clone(), value));
        }
        attempt
    }
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
        if let Some(bytes) = plan.capacity {
            sim.disk().set_capacity(bytes);
        }
        let run = Run::new(&sim, plan);
        let sys = sim.sys();
        match open(if plan.threads { threaded(sys) } else { sys }) {
            Err(refusal) => run.refused(refusal),
            Ok(store) => run.work(store).await,
        }
        run.end()
    })
}

/// The simulated machine, except that what may block has a thread of its own.
pub(crate) fn threaded(sys: Sys) -> Sys {
    Sys { spawn: Arc::new(Threads(sys.spawn.clone())), ..sys }
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

    fn width(&self) -> usize {
        2
    }
}
