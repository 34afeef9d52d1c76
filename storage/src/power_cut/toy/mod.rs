//! The smallest durable store that keeps the contract as far as the crash tests look: one log file, one record per commit, one sync per
//! record, all history in memory. It is here to carry planted faults, so that the checker is known to find them, and to show that the
//! checker finds nothing in a sound store. Never part of the product.

use std::path::Path;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use sys::{BoxFuture, File, Open, Sys};
use tokio::sync::watch::Sender;

use crate::{
    Committed, Error, GetAnswer, Item, Key, Operation, RangeAnswer, RangeRequest, Revision, Revisions, Snapshot, Statistics,
    Store, Txn, Watch,
};

mod record;
mod state;
mod watch;

use record::record;
use state::{State, replay};
use watch::ToyWatch;

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

    fn failed(&self) -> BoxFuture<'static, String> {
        Box::pin(std::future::pending())
    }

    fn statistics(&self) -> Option<Statistics> {
        None
    }

    fn close(&self) -> BoxFuture<'_, ()> {
        Box::pin(async {})
    }
}
