//! Writers, readers, watchers and a compactor on one store at the same time, all recorded, then checked against the model. Reused by
//! the suites of engines (with their faults injected meanwhile) and by the cacher's tests as a source of changes.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use futures_util::future::{Either, join_all, select};

use super::model::{Followed, Model, Seen, Violation, Written};
use crate::{Error, Item, Key, RangeRequest, Revision, Store, Txn, Value, WatchItem};

/// How much happens.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Decides every choice of the workload (not the interleaving).
    pub seed: u64,
    /// Concurrent writers.
    pub writers: u64,
    /// Transactions tried by each.
    pub transactions: u64,
    /// Concurrent watchers.
    pub watchers: u64,
    /// Concurrent readers.
    pub readers: u64,
    /// Compact every so many revisions; 0 for never.
    pub compact_every: u64,
}

/// A small generator of choices (splitmix64): the same everywhere, for a given seed.
#[derive(Clone, Debug)]
pub struct Choices(u64);

impl Choices {
    /// A stream of choices; another `lane` of the same seed is another stream.
    #[must_use]
    pub fn new(seed: u64, lane: u64) -> Self {
        Self(seed ^ lane.wrapping_mul(0xA076_1D64_78BD_642F))
    }

    /// A number below `bound`, which must not be 0.
    pub fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ mixed >> 30).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ mixed >> 27).wrapping_mul(0x94D0_49BB_1331_11EB);
        (mixed ^ mixed >> 31) % bound
    }
}

/// Prefixes that watchers and readers ask for; the keys written lie under them.
const PREFIXES: [&str; 6] = ["/w/", "/w/a/", "/w/b/", "/w/c/", "/w/a/3", "/"];

fn some_key(choices: &mut Choices) -> Key {
    let namespace = ["a", "b", "c"][usize::try_from(choices.below(3)).unwrap_or(0)];
    Key::from(format!("/w/{namespace}/{}", choices.below(12)))
}

fn some_prefix(choices: &mut Choices) -> Key {
    Key::from(PREFIXES[usize::try_from(choices.below(PREFIXES.len() as u64)).unwrap_or(0)])
}

/// What the run shares and records.
struct Run {
    store: Arc<dyn Store>,
    plan: Plan,
    /// The newest revision that a commit answered.
    answered: AtomicU64,
    /// The newest revision that was asked to be compacted.
    compacted: AtomicU64,
    commits: Mutex<Vec<(Revision, Vec<Written>)>>,
    seen: Mutex<Vec<Seen>>,
    followed: Mutex<Vec<Followed>>,
    done: tokio::sync::watch::Sender<bool>,
}

/// How much was checked.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// Commits that changed something.
    pub commits: usize,
    /// Reads.
    pub reads: usize,
    /// Watches, restarted ones counted again.
    pub watches: usize,
    /// Batches they delivered.
    pub batches: usize,
}

/// Runs the plan on an empty store that nobody else writes to, and checks everything that was seen.
///
/// # Errors
/// The first violation.
pub async fn run(store: Arc<dyn Store>, plan: Plan) -> Result<Report, Violation> {
    let start = store.revisions().current;
    let run = Arc::new(Run {
        store,
        answered: AtomicU64::new(start.0),
        compacted: AtomicU64::new(start.0),
        commits: Mutex::default(),
        seen: Mutex::default(),
        followed: Mutex::default(),
        done: tokio::sync::watch::channel(false).0,
        plan,
    });
    let mut followers = Vec::new();
    for lane in 0..run.plan.watchers {
        followers.push(spawn(run.clone().watcher(1000 + lane)));
    }
    for lane in 0..run.plan.readers {
        followers.push(spawn(run.clone().reader(2000 + lane)));
    }
    let writers = (0..run.plan.writers).map(|lane| spawn(run.clone().writer(lane))).collect::<Vec<_>>();
    let written = finish(writers).await;
    run.done.send_replace(true);
    finish(followers).await?;
    written?;
    check(&run, start)
}

type Running = tokio::task::JoinHandle<Result<(), Violation>>;

#[expect(clippy::disallowed_methods, reason = "test code: the tasks of a workload run on the test's runtime")]
fn spawn(task: impl Future<Output = Result<(), Violation>> + Send + 'static) -> Running {
    tokio::spawn(task)
}

async fn finish(tasks: Vec<Running>) -> Result<(), Violation> {
    for outcome in join_all(tasks).await {
        outcome.unwrap_or_else(|error| Err(Violation::Unexpected(error.to_string())))?;
    }
    Ok(())
}

fn check(run: &Run, start: Revision) -> Result<Report, Violation> {
    let commits = std::mem::take(&mut *lock(&run.commits));
    let model = Model::new(start, commits.clone())?;
    let (seen, followed) = (std::mem::take(&mut *lock(&run.seen)), std::mem::take(&mut *lock(&run.followed)));
    seen.iter().try_for_each(|seen| model.check_seen(seen))?;
    followed.iter().try_for_each(|followed| model.check_followed(followed))?;
    let batches = followed.iter().flat_map(|followed| &followed.items).filter(|item| matches!(item, WatchItem::Batch(_))).count();
    Ok(Report { commits: commits.len(), reads: seen.len(), watches: followed.len(), batches })
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(std::sync::PoisonError::into_inner)
}

fn unexpected(what: &str, error: &Error) -> Violation {
    Violation::Unexpected(format!("{what}: {error}"))
}

impl Run {
    async fn writer(self: Arc<Self>, lane: u64) -> Result<(), Violation> {
        let mut choices = Choices::new(self.plan.seed, lane);
        // What this writer believes lies under the keys; often stale, so that compares fail.
        let mut believed: BTreeMap<Key, Option<Arc<Item>>> = BTreeMap::new();
        for number in 0..self.plan.transactions {
            let (txn, written) = some_transaction(&mut choices, &believed, lane, number);
            let began = self.answered.load(Ordering::Acquire);
            match self.store.commit(txn).await {
                Ok(committed) => {
                    self.answered.fetch_max(committed.revision.0, Ordering::AcqRel);
                    for ((key, _), previous) in written.iter().zip(&committed.previous) {
                        believed.insert(key.clone(), previous.clone());
                    }
                    if committed.changed {
                        if committed.revision.0 <= began {
                            return Err(Violation::Commits(format!("{} after {began} was answered", committed.revision)));
                        }
                        let made = written.into_iter().zip(&committed.previous);
                        // A delete of nothing is no change.
                        let made = made.filter(|((_, value), previous)| value.is_some() || previous.is_some());
                        lock(&self.commits).push((committed.revision, made.map(|(written, _)| written).collect()));
                    }
                    self.maybe_compact(&mut choices, committed.revision).await?;
                }
                Err(Error::CompareFailed { key, current, .. }) => {
                    believed.insert(key, current);
                }
                Err(error) => return Err(unexpected("commit", &error)),
            }
            if choices.below(4) == 0 {
                tokio::task::yield_now().await;
            }
        }
        Ok(())
    }

    async fn maybe_compact(&self, choices: &mut Choices, revision: Revision) -> Result<(), Violation> {
        if self.plan.compact_every == 0 || !revision.0.is_multiple_of(self.plan.compact_every) {
            return Ok(());
        }
        // Sometimes the very revision that was written last, a delete perhaps.
        let target = Revision(revision.0 - choices.below(20).min(revision.0 - 1));
        self.compacted.fetch_max(target.0, Ordering::AcqRel);
        self.store.compact(target).await.map_err(|error| unexpected("compact", &error))
    }

    async fn reader(self: Arc<Self>, lane: u64) -> Result<(), Violation> {
        let mut choices = Choices::new(self.plan.seed, lane);
        while !*self.done.borrow() {
            let prefix = some_prefix(&mut choices);
            let answered = Revision(self.answered.load(Ordering::Acquire));
            let at = (choices.below(2) == 0).then(|| Revision(answered.0.saturating_sub(choices.below(40)).max(1)));
            let request = RangeRequest { at, ..RangeRequest::prefix(&prefix) };
            match self.store.range(request).await {
                Ok(answer) => {
                    let not_before = at.is_none().then_some(answered);
                    if at.is_some_and(|at| at != answer.revision) {
                        return Err(Violation::Read(format!("{} instead of {at:?}", answer.revision)));
                    }
                    lock(&self.seen).push(Seen { prefix, revision: answer.revision, not_before, items: answer.items });
                }
                Err(Error::Compacted { .. }) if self.was_compacted(at.unwrap_or_default()) => {}
                Err(error) => return Err(unexpected("range", &error)),
            }
            tokio::task::yield_now().await;
        }
        Ok(())
    }

    fn was_compacted(&self, revision: Revision) -> bool {
        revision.0 < self.compacted.load(Ordering::Acquire)
    }

    /// Watches until the writers are done, dropping the watch now and then and going on where it stopped.
    async fn watcher(self: Arc<Self>, lane: u64) -> Result<(), Violation> {
        let mut choices = Choices::new(self.plan.seed, lane);
        let prefix = some_prefix(&mut choices);
        let mut after = None;
        loop {
            let latest = self.store.revisions().current;
            // A fresh start lies somewhere in the past, or a little in the future.
            let start =
                after.unwrap_or_else(|| Revision((latest.0 + choices.below(10)).saturating_sub(choices.below(60)).max(1)));
            let mut watch = match self.store.watch(prefix.clone(), start).await {
                Ok(watch) => watch,
                Err(Error::Compacted { .. }) if self.was_compacted(start) => {
                    after = None;
                    continue;
                }
                Err(error) => return Err(unexpected("watch", &error)),
            };
            let mut followed = Followed { prefix: prefix.clone(), after: start, items: Vec::new(), until: None };
            let most = 1 + usize::try_from(choices.below(80)).unwrap_or(0);
            let finished = self.follow(&mut watch, &mut followed, most).await?;
            after = followed.items.last().map(|item| match item {
                WatchItem::Batch(batch) => batch.revision,
                WatchItem::Progress(revision) => *revision,
            });
            after = after.or(Some(start));
            lock(&self.followed).push(followed);
            if finished {
                return Ok(());
            }
        }
    }

    /// Takes items until `most` came, or until the last revision of the run is covered: then it answers true.
    async fn follow(&self, watch: &mut crate::Watch, followed: &mut Followed, most: usize) -> Result<bool, Violation> {
        let mut done = self.done.subscribe();
        let progress = watch.progress();
        let mut applied = followed.after;
        let mut asked = false;
        loop {
            // Looked at once: whoever sees the end must also have asked for it.
            let ending = *done.borrow();
            if ending {
                let last = Revision(self.answered.load(Ordering::Acquire));
                let known = progress.known(applied);
                if known >= last {
                    followed.until = Some(known);
                    return Ok(true);
                }
                if !asked {
                    progress.request(last);
                    asked = true;
                }
            } else if followed.items.len() >= most {
                return Ok(false);
            }
            let item = if ending {
                watch.next().await
            } else {
                let changed = std::pin::pin!(done.changed());
                match select(std::pin::pin!(watch.next()), changed).await {
                    Either::Left((item, _)) => item,
                    Either::Right(_) => continue,
                }
            };
            match item {
                Ok(item) => {
                    applied = match &item {
                        WatchItem::Batch(batch) => batch.revision,
                        WatchItem::Progress(revision) => *revision,
                    };
                    followed.items.push(item);
                }
                Err(Error::Compacted { .. }) if self.was_compacted(applied) => return Ok(*done.borrow()),
                Err(error) => return Err(unexpected("a running watch", &error)),
            }
        }
    }
}

/// One to three keys, each put or deleted, half of the time with compares.
fn some_transaction(
    choices: &mut Choices,
    believed: &BTreeMap<Key, Option<Arc<Item>>>,
    lane: u64,
    number: u64,
) -> (Txn, Vec<Written>) {
    let mut written: BTreeMap<Key, Option<Value>> = BTreeMap::new();
    for part in 0..1 + choices.below(5) / 3 + choices.below(5) / 4 {
        let text = format!("{lane}.{number}.{part}.{}", "x".repeat(usize::try_from(choices.below(700)).unwrap_or(0)));
        let value = (choices.below(3) != 0).then(|| Value::from(text.as_str()));
        written.insert(some_key(choices), value);
    }
    let mut txn = Txn::default();
    for (key, value) in &written {
        if choices.below(2) == 0
            && let Some(item) = believed.get(key)
        {
            txn = txn.expect(key.clone(), item.as_ref().map(|item| item.mod_revision));
        }
        txn = match value {
            Some(value) => txn.put(key.clone(), value.clone()),
            None => txn.delete(key.clone()),
        };
    }
    (txn, written.into_iter().collect())
}
