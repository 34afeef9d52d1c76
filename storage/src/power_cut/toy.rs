//! The smallest durable store that keeps the contract as far as the crash tests look: one log file, one record per commit, one sync per
//! record, all history in memory. It is here to carry planted faults, so that the checker is known to find them, and to show that the
//! checker finds nothing in a sound store. Never part of the product.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::task::{Context, Poll};
use std::time::Duration;

use sys::{BoxFuture, File, Open, Sys, Tick};
use tokio::sync::watch::Sender;

use crate::item::Place;
use crate::{
    Batch, Change, Committed, Error, GetAnswer, Item, Key, Operation, Progress, RangeAnswer, RangeRequest, Revision, Revisions,
    Snapshot, Store, Txn, Value, Watch, WatchItem, WatchSource,
};

/// What is wrong with the store.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Plant {
    /// Nothing.
    Sound,
    /// Every fourth commit is answered without a sync.
    EarlyAnswer,
    /// Every fifth commit is not written.
    DroppedRecord,
    /// A commit is shown before it is synced, and answered afterwards.
    EarlyShow,
    /// A transaction is written as one record per operation.
    SplitRecord,
    /// Records have no checksum.
    NoChecksum,
    /// The directory is not synced after the log was created.
    NoDirSync,
    /// What is written after a restart follows a torn record, which stays.
    WritesBehindTornTail,
    /// A compaction is not written.
    ForgottenCompaction,
    /// Deadlines count anew from a restart.
    RenewedDeadlines,
    /// Deletes are not replayed.
    ResurrectedKeys,
    /// Create revisions are lost at a restart.
    ForgottenCreation,
    /// A refused transaction is written all the same.
    RefusedButWritten,
    /// A failed sync is repeated, and believed when it then succeeds.
    RepeatedSync,
    /// A failed sync is ignored.
    IgnoredSync,
    /// Damage ends the log, wherever it is.
    DamageIsTheEnd,
}

#[derive(Default)]
struct State {
    /// All commits, the first being revision 2.
    history: Vec<Arc<Batch>>,
    compacted: Revision,
    live: BTreeMap<Key, Arc<Item>>,
    end: u64,
    failed: bool,
}

struct Log {
    sys: Sys,
    file: Arc<dyn File>,
    plant: Plant,
    state: Mutex<State>,
    shown: Sender<Revision>,
    _lock: Box<dyn sys::DirLock>,
}

/// A handle on the store.
pub(super) struct Toy(Arc<Log>);

fn checksum(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |sum, byte| (sum ^ u64::from(*byte)).wrapping_mul(0x100_0000_01b3))
}

fn put_bytes(out: &mut Vec<u8>, bytes: &[u8]) {
    out.extend_from_slice(&(bytes.len() as u64).to_le_bytes());
    out.extend_from_slice(bytes);
}

fn take_number(from: &mut &[u8]) -> Option<u64> {
    let (number, rest) = from.split_first_chunk()?;
    *from = rest;
    Some(u64::from_le_bytes(*number))
}

fn take_bytes<'a>(from: &mut &'a [u8]) -> Option<&'a [u8]> {
    let length = usize::try_from(take_number(from)?).ok()?;
    let (bytes, rest) = from.split_at_checked(length)?;
    *from = rest;
    Some(bytes)
}

/// Keys with what is written under them and the deadline on the wall clock (0 for none).
type Operations = Vec<(Key, Option<(Value, u64)>)>;

/// A record: `length, checksum, revision, kind or operations`.
fn record(revision: Revision, operations: &[(Key, Option<(Value, u64)>)]) -> Vec<u8> {
    let mut body = revision.0.to_le_bytes().to_vec();
    for (key, value) in operations {
        put_bytes(&mut body, key);
        match value {
            None => body.push(0),
            Some((value, deadline)) => {
                body.push(1);
                put_bytes(&mut body, &value.body.to_contiguous());
                body.extend_from_slice(&deadline.to_le_bytes());
            }
        }
    }
    let mut out = (body.len() as u64).to_le_bytes().to_vec();
    out.extend_from_slice(&checksum(&body).to_le_bytes());
    out.extend_from_slice(&body);
    out
}

fn parse(body: &[u8]) -> Option<(Revision, Operations)> {
    let mut rest = body;
    let revision = Revision(take_number(&mut rest)?);
    let mut operations = Vec::new();
    while !rest.is_empty() {
        let key = Key::from(take_bytes(&mut rest)?);
        let (kind, after) = rest.split_first()?;
        rest = after;
        let value = match kind {
            0 => None,
            _ => {
                let value = Value { body: take_bytes(&mut rest)?.into(), ..Value::default() };
                Some((value, take_number(&mut rest)?))
            }
        };
        operations.push((key, value));
    }
    Some((revision, operations))
}

impl Toy {
    pub(super) fn open(sys: Sys, dir: &Path, plant: Plant) -> Result<Arc<Self>, String> {
        let text = |error: std::io::Error| error.to_string();
        let lock = sys.disk.lock(&dir.join("lock")).map_err(text)?;
        let path = dir.join("log");
        let file = if sys.disk.exists(&path).map_err(text)? {
            sys.disk.open(&path, Open::Write).map_err(text)?
        } else {
            let file = sys.disk.open(&path, Open::Create).map_err(text)?;
            if plant != Plant::NoDirSync {
                sys.disk.sync_dir(dir).map_err(text)?;
            }
            file
        };
        let mut bytes = vec![0; usize::try_from(file.length().map_err(text)?).unwrap_or(0)];
        file.read_at(&mut bytes, 0).map_err(text)?;
        let mut state = State { compacted: Revision(1), ..State::default() };
        replay(&mut state, &bytes, plant, &sys)?;
        if plant == Plant::WritesBehindTornTail {
            state.end = bytes.len() as u64;
        } else {
            file.set_len(state.end).map_err(text)?;
            file.sync_data().map_err(text)?;
        }
        let shown = Sender::new(state.current());
        let log = Arc::new(Log { sys: sys.clone(), file, plant, state: Mutex::new(state), shown, _lock: lock });
        sys.spawn.task("toy-expiry", Box::pin(expire(Arc::downgrade(&log))));
        Ok(Arc::new(Self(log)))
    }
}

fn replay(state: &mut State, bytes: &[u8], plant: Plant, sys: &Sys) -> Result<(), String> {
    let mut rest = bytes;
    loop {
        let mut from = rest;
        let (Some(length), Some(sum)) = (take_number(&mut from), take_number(&mut from)) else { return Ok(()) };
        let Some(body) = usize::try_from(length).ok().and_then(|length| from.get(..length)) else { return Ok(()) };
        if length == 0 {
            return Ok(());
        }
        if plant != Plant::NoChecksum && checksum(body) != sum {
            let torn =
                plant == Plant::DamageIsTheEnd || body.len() == from.len() || from[body.len()..].iter().all(|byte| *byte == 0);
            return if torn { Ok(()) } else { Err(format!("log damaged at byte {}", state.end)) };
        }
        let Some((revision, operations)) = parse(body) else { return Ok(()) };
        if operations.is_empty() {
            state.compacted = revision;
        } else if plant == Plant::SplitRecord && revision == state.current() {
            state.append(operations, revision, plant, sys);
        } else {
            if revision != state.current().next() && plant != Plant::NoChecksum {
                return Ok(());
            }
            state.apply(operations, revision, plant, sys);
        }
        rest = &from[body.len()..];
        state.end = (bytes.len() - rest.len()) as u64;
    }
}

impl State {
    fn current(&self) -> Revision {
        self.history.last().map_or(Revision(1), |batch| batch.revision)
    }

    fn apply(&mut self, operations: Operations, revision: Revision, plant: Plant, sys: &Sys) {
        self.history.push(Arc::new(Batch { revision, changes: Box::default() }));
        self.append(operations, revision, plant, sys);
    }

    fn append(&mut self, operations: Operations, revision: Revision, plant: Plant, sys: &Sys) {
        let mut changes = self.history.pop().map_or_else(Vec::new, |batch| batch.changes.to_vec());
        for (key, value) in operations {
            let previous = self.live.get(&key).cloned();
            let current = value.map(|(value, deadline)| {
                let create_revision = previous.as_ref().map_or(revision, |it| it.create_revision);
                let create_revision = if plant == Plant::ForgottenCreation { revision } else { create_revision };
                let expires_at = (deadline > 0).then(|| tick(deadline, plant, sys));
                Arc::new(Item {
                    key: key.clone(),
                    value,
                    create_revision,
                    mod_revision: revision,
                    expires_at,
                    place: Place::default(),
                })
            });
            match &current {
                Some(item) => drop(self.live.insert(key.clone(), item.clone())),
                None if plant == Plant::ResurrectedKeys => (),
                None => drop(self.live.remove(&key)),
            }
            changes.push(Change { key, previous, current });
        }
        self.history.push(Arc::new(Batch { revision, changes: changes.into() }));
    }

    /// The state at a revision, worked out from all of history.
    fn at(&self, revision: Revision) -> BTreeMap<Key, Arc<Item>> {
        let mut state = BTreeMap::new();
        for change in self.history.iter().take_while(|batch| batch.revision <= revision).flat_map(|batch| &batch.changes) {
            match &change.current {
                Some(item) => drop(state.insert(change.key.clone(), item.clone())),
                None => drop(state.remove(&change.key)),
            }
        }
        state
    }

    fn check(&self, requested: Revision) -> Result<(), Error> {
        if requested < self.compacted {
            return Err(Error::Compacted { requested, compacted: self.compacted });
        }
        if requested > self.current() {
            return Err(Error::FutureRevision { requested, current: self.current() });
        }
        Ok(())
    }
}

/// A deadline on the wall clock as a tick of this process.
fn tick(deadline: u64, plant: Plant, sys: &Sys) -> Tick {
    let wall = u64::try_from(sys.clock.wall().0).unwrap_or(0);
    let left = if plant == Plant::RenewedDeadlines { 30_000_000_000 } else { deadline.saturating_sub(wall) };
    sys.clock.tick().plus(Duration::from_nanos(left))
}

impl Log {
    fn lock(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, state: &mut State, bytes: &[u8], sync: bool) -> Result<(), Error> {
        let failed = |error: std::io::Error| Error::Unavailable(error.to_string());
        if state.failed {
            return Err(Error::Unavailable("the disk failed".to_owned()));
        }
        let mut done = self.file.write_at(bytes, state.end);
        if sync && done.is_ok() {
            done = self.file.sync_data();
            if done.is_err() && self.plant == Plant::RepeatedSync {
                done = self.file.sync_data();
            }
            if self.plant == Plant::IgnoredSync {
                done = Ok(());
            }
        }
        state.failed = done.is_err();
        state.end += bytes.len() as u64;
        done.map_err(failed)
    }

    fn commit(&self, txn: Txn) -> Result<Committed, Error> {
        let mut state = self.lock();
        let revision = state.current();
        for compare in &txn.compares {
            let current = state.live.get(&compare.key);
            if current.map(|item| item.mod_revision) != compare.mod_revision {
                let refused = Error::CompareFailed { key: compare.key.clone(), current: current.cloned(), revision };
                if self.plant == Plant::RefusedButWritten {
                    break;
                }
                return Err(refused);
            }
        }
        let refused = self.plant == Plant::RefusedButWritten
            && txn.compares.iter().any(|compare| state.live.get(&compare.key).map(|it| it.mod_revision) != compare.mod_revision);
        let previous: Vec<_> = txn.operations.iter().map(|operation| state.live.get(operation.key()).cloned()).collect();
        let wall = u64::try_from(self.sys.clock.wall().0).unwrap_or(0);
        let operations: Vec<_> = txn
            .operations
            .into_iter()
            .filter_map(|operation| match operation {
                Operation::Put { key, value, ttl } => {
                    let deadline = ttl.map_or(0, |ttl| wall + u64::try_from(ttl.as_nanos()).unwrap_or(0));
                    Some((key, Some((value, deadline))))
                }
                Operation::Delete { key } => state.live.contains_key(&key).then_some((key, None)),
            })
            .collect();
        if operations.is_empty() {
            return Ok(Committed { revision, changed: false, previous });
        }
        let revision = revision.next();
        let show = |state: &mut State, operations| {
            state.apply(operations, revision, Plant::Sound, &self.sys);
            self.shown.send_replace(revision);
        };
        if self.plant == Plant::EarlyShow {
            show(&mut state, operations.clone());
        }
        match self.plant {
            Plant::DroppedRecord if revision.0.is_multiple_of(5) => (),
            Plant::SplitRecord => {
                for operation in &operations {
                    self.write(&mut state, &record(revision, std::slice::from_ref(operation)), true)?;
                }
            }
            _ => {
                let sync = self.plant != Plant::EarlyAnswer || !revision.0.is_multiple_of(4);
                self.write(&mut state, &record(revision, &operations), sync)?;
            }
        }
        if self.plant != Plant::EarlyShow {
            show(&mut state, operations);
        }
        if refused {
            return Err(Error::CompareFailed { key: Key::from(""), current: None, revision });
        }
        Ok(Committed { revision, changed: true, previous })
    }
}

async fn expire(log: std::sync::Weak<Log>) {
    loop {
        let Some(log) = log.upgrade() else { return };
        let mut shown = log.shown.subscribe();
        let nearest =
            log.lock().live.values().filter_map(|item| Some((item.expires_at?, item.clone()))).min_by_key(|(at, _)| *at);
        match nearest {
            Some((at, item)) if at <= log.sys.clock.tick() => {
                if log.commit(Txn::remove(item.key.clone(), item.mod_revision)).is_err() {
                    return;
                }
            }
            nearest => {
                let sys = log.sys.clone();
                drop(log);
                let timer = async {
                    match nearest {
                        Some((at, _)) => sys.clock.wait_until(at).await,
                        None => std::future::pending().await,
                    }
                };
                tokio::select! { biased; changed = shown.changed() => if changed.is_err() { return }, () = timer => () }
            }
        }
    }
}

impl Store for Toy {
    fn get<'a>(&'a self, key: &'a Key, at: Option<Revision>) -> BoxFuture<'a, Result<GetAnswer, Error>> {
        Box::pin(async move {
            let answer = self.range(RangeRequest { at, ..RangeRequest::prefix(key) }).await?;
            Ok(GetAnswer { item: answer.items.into_iter().find(|item| item.key == *key), revision: answer.revision })
        })
    }

    fn range(&self, request: RangeRequest) -> BoxFuture<'_, Result<RangeAnswer, Error>> {
        Box::pin(async move {
            let state = self.0.lock();
            let revision = request.at.unwrap_or(state.current());
            state.check(revision)?;
            let inside = |item: &Arc<Item>| item.key >= request.start && request.end.as_ref().is_none_or(|end| item.key < *end);
            let items: Vec<_> = state.at(revision).into_values().filter(inside).collect();
            Ok(RangeAnswer { count: Some(items.len()), items, more: false, revision })
        })
    }

    fn commit(&self, txn: Txn) -> BoxFuture<'_, Result<Committed, Error>> {
        Box::pin(async move {
            tokio::task::yield_now().await;
            self.0.commit(txn)
        })
    }

    fn watch(&self, prefix: Key, after: Revision) -> BoxFuture<'_, Result<Watch, Error>> {
        Box::pin(async move {
            let state = self.0.lock();
            if after < state.compacted {
                return Err(Error::Compacted { requested: after, compacted: state.compacted });
            }
            Ok(Watch::new(ToyWatch { log: self.0.clone(), prefix, after, waiting: None }))
        })
    }

    fn compact(&self, revision: Revision) -> BoxFuture<'_, Result<(), Error>> {
        Box::pin(async move {
            let mut state = self.0.lock();
            if revision > state.compacted {
                state.check(revision)?;
                if self.0.plant != Plant::ForgottenCompaction {
                    self.0.write(&mut state, &record(revision, &[]), true)?;
                }
                state.compacted = revision;
            }
            Ok(())
        })
    }

    fn revisions(&self) -> Revisions {
        // Asked by observers of the disk as well, while a commit has the state.
        match self.0.state.try_lock() {
            Ok(state) => Revisions { current: state.current(), compacted: state.compacted },
            Err(_) => Revisions { current: *self.0.shown.borrow(), compacted: Revision(1) },
        }
    }

    fn latest(&self) -> BoxFuture<'_, Result<Revision, Error>> {
        Box::pin(async { Ok(self.revisions().current) })
    }

    fn snapshot(&self) -> BoxFuture<'_, Result<Snapshot, Error>> {
        Box::pin(async { Err(Error::Unavailable("a toy has no snapshots".to_owned())) })
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        Box::pin(async {})
    }
}

struct ToyWatch {
    log: Arc<Log>,
    prefix: Key,
    after: Revision,
    waiting: Option<BoxFuture<'static, ()>>,
}

impl WatchSource for ToyWatch {
    fn poll_next(&mut self, context: &mut Context<'_>) -> Poll<Result<WatchItem, Error>> {
        loop {
            let next = {
                let state = self.log.lock();
                if self.after < state.compacted {
                    return Poll::Ready(Err(Error::Compacted { requested: self.after, compacted: state.compacted }));
                }
                state.history.iter().filter(|batch| batch.revision > self.after).find_map(|batch| {
                    let changes: Box<[Change]> =
                        batch.changes.iter().filter(|change| change.key.starts_with(&self.prefix)).cloned().collect();
                    (!changes.is_empty()).then(|| Arc::new(Batch { revision: batch.revision, changes }))
                })
            };
            if let Some(batch) = next {
                self.after = batch.revision;
                return Poll::Ready(Ok(WatchItem::Batch(batch)));
            }
            let waiting = self.waiting.get_or_insert_with(|| {
                let mut shown = self.log.shown.subscribe();
                Box::pin(async move { drop(shown.changed().await) })
            });
            std::task::ready!(waiting.as_mut().poll(context));
            self.waiting = None;
        }
    }

    fn progress(&self) -> Arc<dyn Progress> {
        Arc::new(ToyProgress { log: self.log.clone(), prefix: self.prefix.clone() })
    }
}

struct ToyProgress {
    log: Arc<Log>,
    prefix: Key,
}

impl Progress for ToyProgress {
    fn known(&self, applied: Revision) -> Revision {
        let state = self.log.lock();
        let touches = |batch: &Arc<Batch>| batch.changes.iter().any(|change| change.key.starts_with(&self.prefix));
        let missing = state.history.iter().any(|batch| batch.revision > applied && touches(batch));
        if missing { applied } else { applied.max(state.current()) }
    }

    fn request(&self, _revision: Revision) {}
}
